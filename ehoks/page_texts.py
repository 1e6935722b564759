"""The words of every page and of the front page, each text in Finnish, Swedish and English side by side."""

from ehoks.common.texts import Texts
from ehoks.ui.texts import SHELL

LANGUAGES = {"fi": "Suomeksi", "sv": "På svenska", "en": "In English"}

COMMON = {
    "skip": Texts("Siirry sisältöön", "Gå till innehållet", "Skip to content"),
    "tagline": Texts("HOKSien rekisteri", "Registret för PUK", "The register of HOKS plans"),
    "front": Texts("Etusivu", "Startsidan", "Front page"),
    "accessibility": SHELL["accessibility"],
    "privacy": SHELL["privacy"],
    "cookies": SHELL["cookies"],
    "errors": Texts("Apua virheisiin", "Hjälp vid fel", "Help on errors"),
    "fields": Texts("HOKSin kentät", "Planens fält", "The fields of a HOKS"),
    "api": Texts("Rajapinta", "Gränssnittet", "The API"),
    "status": Texts("Toimiiko palvelu?", "Fungerar tjänsten?", "Is it up?"),
    "pages": Texts("Sivut", "Sidor", "Pages"),
    "version": Texts("versio", "version", "version"),
    "support": Texts("Tuki", "Stöd", "Support"),
}

FRONT = {
    "title": Texts(
        "eHOKS – HOKSien valtakunnallinen rekisteri",
        "eHOKS – det nationella registret för PUK",
        "eHOKS – the national register of HOKS plans",
    ),
    "heading": Texts(
        "Suunnitelma, joka kulkee opiskelijan mukana",
        "Planen som följer med studeranden",
        "A plan that travels with the student",
    ),
    "lead": Texts(
        "HOKS on ammatillisen opiskelijan henkilökohtainen osaamisen kehittämissuunnitelma. "
        "Se kertoo, mitä hän jo osaa, mitä hän vielä oppii ja missä hän sen näyttää. "
        "eHOKS pitää ne kaikki tallessa yhdessä paikassa.",
        "PUK är yrkesstuderandens personliga utvecklingsplan för kunnandet. Den berättar vad "
        "studeranden redan kan, vad som ännu ska läras och var det visas. eHOKS bevarar alla "
        "planer på ett ställe.",
        "A HOKS is a vocational student’s personal competence development plan. It tells what the "
        "student can do already, what is still to be learned, and where it will be shown. eHOKS "
        "keeps them all safe in one place.",
    ),
    "path_heading": Texts("HOKSin polku", "Planens väg", "The path of a plan"),
    "whom_heading": Texts("Mitä etsit?", "Vad söker du?", "What are you looking for?"),
    "student_heading": Texts(
        "Opiskelen ammatillista tutkintoa", "Jag är yrkesstuderande", "I am a vocational student"
    ),
    "student_text": Texts(
        "Katso, mitä opinnoistasi on sovittu, miten ne etenevät ja mitä tulee seuraavaksi. Näet "
        "myös, kuka on katsonut tietojasi. Tunnistaudu pankkitunnuksilla tai mobiilivarmenteella.",
        "Se vad som har avtalats om dina studier, hur de framskrider och vad som kommer härnäst. Du "
        "ser också vem som har läst dina uppgifter. Identifiera dig med bankkoder eller "
        "mobilcertifikat.",
        "See what has been agreed about your studies, how far you have got and what comes next. You "
        "also see who has looked at your data. Identify yourself with bank codes or a mobile "
        "certificate.",
    ),
    "student_link": Texts(
        "Kirjaudu omaan suunnitelmaan", "Logga in till din plan", "Log in to your plan"
    ),
    "student_more": Texts("Mikä HOKS on?", "Vad är PUK?", "What is a HOKS?"),
    "work_heading": Texts(
        "Ohjaan tai arvioin työpaikalla",
        "Jag handleder eller bedömer på en arbetsplats",
        "I instruct or assess at a workplace",
    ),
    "work_text": Texts(
        "Kun opiskelija tai oppilaitos jakaa sinulle tietoja, saat linkin sähköpostiisi. Avaa se ja "
        "tunnistaudu: näet sen osan suunnitelmasta, joka koskee työpaikkaasi. Rekisteröityä ei "
        "tarvitse.",
        "När en studerande eller läroanstalt delar uppgifter med dig får du en länk per e-post. "
        "Öppna den och identifiera dig: du ser den del av planen som gäller din arbetsplats. Du "
        "behöver inte registrera dig.",
        "When a student or a school shares data with you, you get a link by e-mail. Open it and "
        "identify yourself: you see the part of the plan that is about your workplace. There is no "
        "need to register.",
    ),
    "makers_heading": Texts(
        "Järjestelmien tekijöille ja ylläpitäjille",
        "För dem som bygger och driver system",
        "For those who build and run systems",
    ),
    "staff_heading": Texts(
        "Työskentelen oppilaitoksessa", "Jag arbetar vid en läroanstalt", "I work at a school"
    ),
    "staff_text": Texts(
        "Kirjaudu Opintopolun tunnuksellasi: etsi opiskelija, lue hänen HOKSinsa ja katso, tulivatko "
        "oppilaitoksesi lähettämät HOKSit perille.",
        "Logga in med din kod till Studieinfo: sök en studerande, läs planen och se om de planer "
        "som läroanstalten har skickat kom fram.",
        "Log in with your Studyinfo account: find a student, read the plan, and see whether the "
        "plans that your school has sent arrived.",
    ),
    "staff_link": Texts("Kirjaudu sisään", "Logga in", "Log in"),
    "school_heading": Texts(
        "HOKSin tallennus ei onnistu", "Planen går inte att spara", "A plan cannot be saved"
    ),
    "school_text": Texts(
        "Laadit HOKSin oppilaitoksen omassa järjestelmässä, ja se tulee meille sieltä. Jos näet "
        "virheilmoituksen, ohje kertoo, mitä tapahtui, kuka sen voi korjata ja miten.",
        "Du gör upp planen i läroanstaltens eget system och den kommer till oss därifrån. Om du "
        "får ett felmeddelande berättar hjälpen vad som hände, vem som kan rätta det och hur.",
        "You write the plan in your school’s own system, and it comes to us from there. If you "
        "see an error message, the help tells what happened, who can put it right and how.",
    ),
    "school_link": Texts("Katso ohje virheisiin", "Se hjälpen vid fel", "See the help on errors"),
    "system_heading": Texts(
        "Teen tietojärjestelmää", "Jag bygger ett informationssystem", "I build a student system"
    ),
    "system_text": Texts(
        "Tiedonsiirtorajapinnan kautta HOKS tallennetaan, luetaan, korvataan ja päivitetään. "
        "Kuvaus kertoo jokaisen kentän ja antaa kokeilla kutsuja.",
        "Genom gränssnittet för dataöverföring sparas, läses, ersätts och uppdateras planen. "
        "Beskrivningen berättar om varje fält och låter dig pröva anropen.",
        "Through the data-transfer API a plan is stored, read, replaced and updated. The "
        "description tells of every field and lets you try the calls.",
    ),
    "system_link": Texts(
        "Avaa rajapinnan kuvaus", "Öppna beskrivningen", "Open the description of the API"
    ),
    "openapi_link": Texts("OpenAPI-tiedosto", "OpenAPI-filen", "The OpenAPI file"),
    "keeper_heading": Texts(
        "Pidän palvelua käynnissä", "Jag håller tjänsten i gång", "I keep the service running"
    ),
    "keeper_text": Texts(
        "Yksi osoite kertoo, vastaako palvelu, toinen, onko se valmis: tietokanta vastaa ja sen "
        "taulut ovat ajan tasalla.",
        "En adress berättar om tjänsten svarar, en annan om den är redo: databasen svarar och "
        "dess tabeller är aktuella.",
        "One address tells whether the service answers, another whether it is ready: the database "
        "answers and its tables are up to date.",
    ),
    "ready_link": Texts("Onko palvelu valmis?", "Är tjänsten redo?", "Is it ready?"),
    "live_link": Texts("Onko se elossa?", "Är den i gång?", "Is it alive?"),
    "demo_heading": Texts(
        "Tämä on esittely – kokeile vapaasti",
        "Det här är en demonstration – pröva fritt",
        "This is a demonstration – feel free to try",
    ),
    "demo_text": Texts(
        "Kaikki henkilöt, oppilaitokset ja suunnitelmat ovat keksittyjä. Opintopolun tilalla on "
        "simulaattori. Jokaisen käyttäjän salasana on sama kuin tunnus.",
        "Alla personer, läroanstalter och planer är påhittade. I stället för Studieinfo finns en "
        "simulator. Varje användares lösenord är detsamma som användarnamnet.",
        "All persons, schools and plans are made up. A simulator stands in for Studyinfo. "
        "Everybody’s password is the same as the user name.",
    ),
    "demo_login": Texts(
        "Kirjaudu simulaattoriin", "Logga in i simulatorn", "Log in to the simulator"
    ),
    "demo_users": Texts("Esittelyn käyttäjät", "Demonstrationens användare", "Demo users"),
}

PATH = (
    (
        Texts("Osaan jo", "Det här kan jag redan", "What I can do already"),
        Texts(
            "Aiempi osaaminen tunnustetaan, eikä samaa opiskella kahdesti.",
            "Tidigare kunnande erkänns, så att ingen studerar samma sak två gånger.",
            "Earlier competence is recognised, so that nobody studies the same thing twice.",
        ),
    ),
    (
        Texts("Opin lisää", "Det här lär jag mig", "What I will learn"),
        Texts(
            "Tutkinnon osat, jotka vielä hankitaan, ja tuki, jota siihen tarvitaan.",
            "Examensdelarna som ännu ska förvärvas och stödet som behövs.",
            "The units still to be acquired, and the support that takes.",
        ),
    ),
    (
        Texts("Opin työssä", "Jag lär mig i arbetet", "Learning at work"),
        Texts(
            "Missä, milloin ja kenen ohjauksessa – koulutussopimuksella tai oppisopimuksella.",
            "Var, när och med vems handledning – med utbildningsavtal eller läroavtal.",
            "Where, when and guided by whom – by training agreement or apprenticeship.",
        ),
    ),
    (
        Texts("Näytän taitoni", "Jag visar vad jag kan", "Showing my skills"),
        Texts(
            "Näytössä osaaminen osoitetaan oikeassa työssä ja arvioidaan yhdessä.",
            "I yrkesprovet visas kunnandet i verkligt arbete och bedöms tillsammans.",
            "In a demonstration the competence is shown in real work and assessed together.",
        ),
    ),
)

GROUPS = {"VIRKAILIJA": Texts("Henkilökunta", "Personal", "Staff"),
          "PALVELU": Texts("Tietojärjestelmät", "Informationssystem", "Information systems"),
          "OPPIJA": Texts("Opiskelijat ja läheiset", "Studerande och närstående",
                          "Students and those around them")}  # fmt: skip
