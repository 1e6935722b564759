"""The words of the students' pages: a student is spoken to, not spoken of."""

from ehoks.common.texts import Texts
from hoks.presenters import sanat
from hoks.presenters.otsikot import omat

_STAYS = {
    "my_plans": Texts("Omat suunnitelmani", "Mina planer", "My plans"),
}

KOTI = _STAYS | {
    "hello": Texts("Hei, {nimi}!", "Hej, {nimi}!", "Hello, {nimi}!"),
    "lead": Texts(
        "Tästä näet, mitä opinnoistasi on sovittu, missä olet menossa ja mitä tulee seuraavaksi.",
        "Här ser du vad som har avtalats om dina studier, var du är och vad som kommer härnäst.",
        "Here you see what has been agreed about your studies, where you are and what comes next.",
    ),
    "in_force": Texts(
        "Voimassa olevat suunnitelmasi", "Dina gällande planer", "Your plans in force"
    ),
    "over": Texts(
        "Päättyneiden opintojesi suunnitelmat",
        "Planer för dina avslutade studier",
        "Plans of the studies you have ended",
    ),
    "plan": Texts("Suunnitelma", "Plan", "Plan"),
    "open": Texts("Avaa suunnitelma", "Öppna planen", "Open the plan"),
    "started": Texts("Aloitit {alku}", "Du började {alku}", "You began {alku}"),
    "ended": Texts("Päättyi {loppu}", "Avslutades {loppu}", "Ended {loppu}"),
    "over_between": Texts(
        "Opiskelit {alku} – {loppu}",
        "Du studerade {alku} – {loppu}",
        "You studied {alku} – {loppu}",
    ),
    "undated": Texts("", "", ""),
    "progress": Texts("Osat", "Delar", "Parts"),
    "next_up": sanat.SUUNNITELMA["next_up"],
    "to_share": Texts(
        "Jaa tiedot ohjaajalle tai arvioijalle:",
        "Dela uppgifterna med handledaren eller bedömaren:",
        "Share with the instructor or assessor:",
    ),
    "goes_on": sanat.SUUNNITELMA["goes_on"],
    "empty": Texts(
        "Sinulle ei löytynyt suunnitelmia", "Inga planer hittades för dig", "No plans were found"
    ),
    "empty_why": Texts(
        "Oppilaitoksesi laatii henkilökohtaisen osaamisen kehittämissuunnitelman (HOKS) kanssasi "
        "opintojen alussa ja tallentaa sen tänne, kun se on hyväksytty. Jos suunnitelma on jo "
        "hyväksytty mutta ei näy, kerro siitä opettajallesi tai opinto-ohjaajallesi: oppilaitos "
        "voi tallentaa sen uudelleen.",
        "Läroanstalten gör upp en personlig utvecklingsplan för kunnandet (PUK) med dig när "
        "studierna börjar och sparar den här när den har godkänts. Om planen redan är godkänd men "
        "inte syns, berätta det för din lärare eller studiehandledare: läroanstalten kan spara "
        "den på nytt.",
        "Your school draws up a personal competence development plan (HOKS) with you when studies "
        "begin, and stores it here once it is approved. If yours is approved but not to be seen, "
        "tell your teacher or counsellor: the school can store it again.",
    ),
    "empty_other": Texts(
        "Oletko työpaikkaohjaaja tai arvioija? Avaa linkki, jonka sait sähköpostiisi.",
        "Är du arbetsplatshandledare eller bedömare? Öppna länken som du fick per e-post.",
        "Are you a workplace instructor or an assessor? Open the link that you got by e-mail.",
    ),
    "protected": Texts(
        "Sinulla on turvakielto. Näet itse kaikki tietosi. Muille kuin suunnitelmastasi vastaavalle "
        "oppilaitokselle ei näytetä yhteystietojasi, oppilaitostasi eikä työpaikkojasi. Tulosteessa, "
        "PDF:ssä ja ladatuissa tiedoissa ne ovat: harkitse, kenelle annat ne.",
        "Du har spärrmarkering. Själv ser du alla dina uppgifter. Andra än läroanstalten som "
        "ansvarar för din plan får inte se dina kontaktuppgifter, din läroanstalt eller dina "
        "arbetsplatser. De finns i utskriften, PDF-filen och de nedladdade uppgifterna: överväg "
        "vem du ger dem till.",
        "You are under a non-disclosure order. You see all of your data yourself. Nobody but the "
        "school that answers for your plan is shown your contact data, school or workplaces. They "
        "are in the print, the PDF and the data you download: consider whom you give those to.",
    ),
    "guide": Texts("Näin luet suunnitelmaasi", "Så här läser du din plan", "How to read your plan"),
    "hide_guide": Texts(
        "Älä näytä tätä enää avattuna",
        "Visa inte detta öppnat längre",
        "Do not show this open again",
    ),
    "guide_1": Texts(
        "Suunnitelmassa on tavoitteesi, aiempi osaamisesi ja se, mitä vielä opit: missä, milloin "
        "ja miten näytät osaamisesi.",
        "I planen finns dina mål, ditt tidigare kunnande och det du ännu ska lära dig: var, när "
        "och hur du visar ditt kunnande.",
        "The plan has your goals, what you could do before and what you are yet to learn: where, "
        "when and how you show your competence.",
    ),
    "guide_2": Texts(
        "Valittu osa odottaa aikataulua, aikataulutetusta on sovittu ajankohta, ja valmis osa on "
        "osoitettu näytössä.",
        "En vald del väntar på en tidtabell, för en schemalagd har en tid avtalats, och en färdig "
        "har visats i ett yrkesprov.",
        "A chosen unit waits for a schedule, a scheduled one has agreed dates, and one that is "
        "done has been demonstrated.",
    ),
    "guide_3": Texts(
        "Suunnitelmaa ei muuteta täällä. Jos jokin on väärin tai muuttunut, kerro siitä "
        "oppilaitoksellesi: se vastaa tiedoista ja korjaa ne.",
        "Planen ändras inte här. Om något är fel eller har ändrats, berätta det för din "
        "läroanstalt: den ansvarar för uppgifterna och rättar dem.",
        "The plan is not changed here. If something is wrong or has changed, tell your school: it "
        "answers for the data and puts it right.",
    ),
    "title": _STAYS["my_plans"],
}

SUUNNITELMA = (
    sanat.SUUNNITELMA
    | omat()
    | _STAYS
    | {
        "heading": Texts(
            "Osaamisen kehittämissuunnitelmani",
            "Min utvecklingsplan för kunnandet",
            "My competence development plan",
        ),
        "tabs": Texts("Suunnitelmani osat", "Delarna i min plan", "Parts of my plan"),
        "opiskelusuunnitelma": Texts("Opintoni", "Mina studier", "My studies"),
        "tavoite": Texts("Tavoitteeni", "Mitt mål", "My goal"),
        "osaaminen": Texts("Aiempi osaamiseni", "Mitt tidigare kunnande", "What I could do before"),
        "person": Texts("Omat tietoni", "Mina uppgifter", "My data"),
        "progress": Texts("Opintojeni eteneminen", "Så här framskrider jag", "How far I have got"),
        "olennainen": Texts(
            "Tähän osaan liittyy olennaisia seikkoja. Kysy niistä oppilaitoksestasi.",
            "Det finns väsentliga omständigheter kring denna del. Fråga din läroanstalt om dem.",
            "There are essential points about this part. Ask your school about them.",
        ),
        "no_aiemmat": Texts(
            "Aiempaa osaamistasi ei ole vielä kirjattu. Jos osaat jo jotain tutkintoosi kuuluvaa, "
            "kerro siitä oppilaitoksellesi.",
            "Ditt tidigare kunnande har inte antecknats ännu. Om du redan kan något som hör till "
            "din examen, berätta det för din läroanstalt.",
            "What you could do before has not been recorded. If you know something of your "
            "qualification already, tell your school.",
        ),
        "not_updated": Texts("Ei vielä päivityksiä", "Inga uppdateringar ännu", "Not yet"),
        "json": Texts(
            "Lataa tiedot (JSON)", "Ladda ner uppgifterna (JSON)", "Download data (JSON)"
        ),
        "wrong": Texts(
            "Puuttuuko jotain, tai onko jokin väärin? Suunnitelman tiedoista vastaa oppilaitoksesi: "
            "{oppilaitos}.",
            "Saknas något, eller är något fel? Din läroanstalt ansvarar för planens uppgifter: "
            "{oppilaitos}.",
            "Is something missing or wrong? Your school answers for what the plan says: "
            "{oppilaitos}.",
        ),
    }
)

KATSELUT = {
    "title": Texts(
        "Kuka on katsonut tietojani", "Vem har läst mina uppgifter", "Who has looked at my data"
    ),
    "lead": Texts(
        "Jokaisesta katselusta ja muutoksesta jää merkintä. Tässä näet, mikä organisaatio on "
        "käsitellyt suunnitelmaasi, mitä osaa siitä ja millä perusteella. Oppilaitoksen "
        "henkilökuntaa ei nimetä, mutta oppilaitos tietää, kuka katsoi.",
        "Varje läsning och ändring antecknas. Här ser du vilken organisation som har behandlat din "
        "plan, vilken del av den och på vilken grund. Läroanstaltens personal namnges inte, men "
        "läroanstalten vet vem som läste.",
        "Every look and change is noted. Here you see which organisation has handled your plan, "
        "which part of it and on which ground. Staff are not named, but the school knows who "
        "looked.",
    ),
    "lists": Texts(
        "Oppilaitoksen opiskelijaluettelot ja raportit, joissa nimesi voi olla, eivät näy tässä.",
        "Läroanstaltens förteckningar och rapporter där ditt namn kan finnas syns inte här.",
        "The school’s lists and reports that may have your name are not shown here.",
    ),
    "show_own": Texts(
        "Näytä myös omat käyntini", "Visa också mina egna besök", "Show my own visits too"
    ),
    "hide_own": Texts("Piilota omat käyntini", "Dölj mina egna besök", "Hide my own visits"),
    "nobody": Texts(
        "Kukaan muu ei ole katsonut tietojasi.",
        "Ingen annan har läst dina uppgifter.",
        "Nobody else has looked at your data.",
    ),
    "ground": Texts("Peruste", "Grund", "Ground"),
    "plan": Texts("Suunnitelma", "Plan", "Plan"),
    "times": Texts("{n} kertaa", "{n} gånger", "{n} times"),
    "times_people": Texts(
        "{n} kertaa, {k} henkilöä", "{n} gånger, {k} personer", "{n} times, {k} people"
    ),
    "unknown": Texts("En tunnista tätä", "Jag känner inte igen detta", "I do not recognise this"),
    "is_asked": Texts("Selvitystä pyydetty", "Utredning begärd", "You have asked about this"),
    "newer": Texts("Uudemmat", "Nyare", "Newer"),
    "older": Texts("Vanhemmat", "Äldre", "Older"),
    "cases": Texts("Selvityspyyntöni", "Mina begäranden om utredning", "My questions"),
    "case_open": Texts("Odottaa vastausta", "Väntar på svar", "Waiting for an answer"),
    "case_closed": Texts("Vastattu", "Besvarad", "Answered"),
    "case_to": Texts("Vastaa", "Besvaras av", "Answered by"),
    "case_asked": Texts("Pyysit selvitystä", "Du bad om en utredning", "You asked"),
    "your_words": Texts("Viestisi", "Ditt meddelande", "Your message"),
    "answer": Texts("Vastaus", "Svar", "Answer"),
    "look": Texts("Mitä tapahtui", "Vad som hände", "What happened"),
    "when": Texts("Milloin", "När", "When"),
    "who": Texts("Kuka", "Vem", "Who"),
    "what": Texts("Mitä", "Vad", "What"),
    "ask_heading": Texts(
        "Etkö tunnista tätä katselua?",
        "Känner du inte igen denna läsning?",
        "Do you not recognise this look?",
    ),
    "ask_lead": Texts(
        "Voit pyytää selvityksen siitä, miksi tietojasi on käsitelty. Pyyntö menee sille, joka "
        "vastaa suunnitelmastasi: oppilaitoksellesi, tai Opetushallitukselle, jos opintosi ovat "
        "päättyneet. Vastaus tulee tälle palvelulle, sivulle ”Kuka on katsonut tietojani”.",
        "Du kan be om en utredning av varför dina uppgifter har behandlats. Begäran går till den "
        "som ansvarar för din plan: din läroanstalt, eller Utbildningsstyrelsen om dina studier "
        "har avslutats. Svaret kommer till denna tjänst, på sidan ”Vem har läst mina uppgifter”.",
        "You can ask why your data was handled. The question goes to who answers for your plan: "
        "your school, or the Finnish National Agency for Education if your studies have ended. "
        "The answer comes to this service, to the page “Who has looked at my data”.",
    ),
    "message": Texts(
        "Mitä haluat tietää? (vapaaehtoinen)",
        "Vad vill du veta? (frivilligt)",
        "What do you want to know? (optional)",
    ),
    "message_hint": Texts(
        "Älä kirjoita henkilötunnusta tai terveystietoja.",
        "Skriv inte personbeteckning eller uppgifter om hälsa.",
        "Do not write your identity number or anything about your health.",
    ),
    "too_long": Texts(
        "Viestissä voi olla enintään {n} merkkiä. Lyhennä sitä.",
        "Meddelandet kan ha högst {n} tecken. Förkorta det.",
        "The message can have at most {n} characters. Make it shorter.",
    ),
    "notice": Texts(
        "Sähköpostiosoitteesi (vapaaehtoinen)",
        "Din e-postadress (frivillig)",
        "Your e-mail address (optional)",
    ),
    "notice_hint": Texts(
        "Ilmoitus vastauksesta lähetetään tähän osoitteeseen, ja osoite poistetaan sen jälkeen. "
        "Tyhjennä kenttä, jos et halua ilmoitusta.",
        "Ett meddelande om svaret skickas till den här adressen, och sedan raderas adressen. Töm "
        "fältet om du inte vill ha något meddelande.",
        "A mail that there is an answer is sent to this address, and then the address is removed. "
        "Empty the field if you want no mail.",
    ),
    "bad_address": Texts(
        "Tarkista sähköpostiosoite: sen pitää olla muotoa nimi@esimerkki.fi.",
        "Kontrollera e-postadressen: den ska ha formen namn@exempel.fi.",
        "Check the e-mail address: it has the form name@example.fi.",
    ),
    "faulty": Texts(
        "Tarkista nämä kohdat:", "Kontrollera de här punkterna:", "Check these places:"
    ),
    "send": Texts("Pyydä selvitystä", "Be om utredning", "Ask"),
    "cancel": Texts("Peruuta", "Avbryt", "Cancel"),
    "asked": Texts(
        "Selvityspyyntö lähetettiin. Vastaus tulee tälle sivulle.",
        "Begäran om utredning skickades. Svaret kommer till denna sida.",
        "Your question was sent. The answer will be on this page.",
    ),
}

ASETUKSET = {
    "title": Texts("Asetukset", "Inställningar", "Settings"),
    "lead": Texts(
        "Valintasi muistetaan, kun kirjaudut millä tahansa laitteella.",
        "Tjänsten kommer ihåg dina val när du loggar in på vilken enhet som helst.",
        "Your choices are remembered when you log in on any device.",
    ),
    "which": Texts("Palvelun kieli", "Tjänstens språk", "Language of the service"),
    "guide": Texts(
        "Näytä ohje ”Näin luet suunnitelmaasi” avattuna etusivulla",
        "Visa anvisningen ”Så här läser du din plan” öppnad på första sidan",
        "Show the guide “How to read your plan” open on the first page",
    ),
    "save": Texts("Tallenna", "Spara", "Save"),
    "kept": Texts("Asetukset tallennettiin.", "Inställningarna sparades.", "Settings were saved."),
}
