"""The words of the pages on which staff write plans."""

from ehoks.common.texts import Texts
from hoks.presenters.words import PERUSTEET, PERUSTEIDEN_MERKITYKSET
from hoks.ui.texts import HOKS

KYLLA, EI = HOKS["yes"], HOKS["no"]
PAKOLLINEN = Texts("pakollinen", "obligatorisk", "required")
# What is marked at the fields of a form.
MERKIT = (
    (
        PAKOLLINEN,
        Texts(
            "Tieto, jota ilman HOKSia ei voi tallentaa. Luonnokseen sen voi jättää täyttämättä.",
            "En uppgift utan vilken planen inte kan sparas. I ett utkast kan den saknas.",
            "A HOKS cannot be stored without it. In a draft it may be left open.",
        ),
    ),
    *((PERUSTEET[peruste], told) for peruste, told in PERUSTEIDEN_MERKITYKSET.items()),
)
HAE = Texts("Kirjoita nimi tai koodi.", "Skriv namn eller kod.", "Type a name or a code.")
HAE_ORGANISAATIO = Texts(
    "Kirjoita nimestä vähintään kolme kirjainta, tai OID-tunnus.",
    "Skriv minst tre bokstäver av namnet, eller OID-koden.",
    "Type at least three letters of the name, or the OID.",
)

SIVUT = {
    "perustiedot": Texts("Perustiedot", "Grunduppgifter", "Basic data"),
    "tuki": HOKS["tuki"],
    "tukiopinnot": HOKS["opinnot"],
    "koulutuksen-osat": Texts(
        "TUVA-koulutuksen osat", "Delar av Hux-utbildningen", "Parts of TUVA education"
    ),
}

SYOTTO = {
    "drafts": Texts("Luonnokset", "Utkast", "Drafts"),
    "drafts_n": Texts("Luonnokset ({n})", "Utkast ({n})", "Drafts ({n})"),
    "drafts_none": Texts(
        "Sinulla ei ole kesken olevia luonnoksia.",
        "Du har inga oavslutade utkast.",
        "You have no unfinished drafts.",
    ),
    "drafts_hint": Texts(
        "Luonnoksen näet vain sinä. Se säilyy 30 päivää viimeisestä muutoksesta.",
        "Utkastet ser bara du. Det bevaras 30 dagar från den senaste ändringen.",
        "Only you see a draft. It is kept for 30 days after its last change.",
    ),
    "new": Texts("Uusi HOKS", "Ny PUK", "New HOKS"),
    "edit": Texts("Muokkaa", "Redigera", "Edit"),
    "edit_of": Texts("HOKSin muokkaus", "Redigering av PUK", "Editing a HOKS"),
    "go_on": Texts("Jatka", "Fortsätt", "Go on"),
    "saved_at": Texts(
        "Luonnos tallennettu {aika}", "Utkastet sparat {aika}", "Draft saved at {aika}"
    ),
    "not_saved": Texts(
        "Luonnosta ei juuri nyt voi tallentaa. Pidä sivu auki: yritämme uudelleen hetken päästä.",
        "Utkastet kan inte sparas just nu. Håll sidan öppen: vi försöker på nytt om en stund.",
        "The draft cannot be saved just now. Keep the page open: we try again in a moment.",
    ),
    "to_list": Texts("Palaa listalle", "Återgå till listan", "Back to the list"),
    "to_draft": Texts("Palaa luonnokseen", "Återgå till utkastet", "Back to the draft"),
    "continued": Texts(
        "Jatkat aiemmin aloittamaasi luonnosta.",
        "Du fortsätter på ett utkast som du påbörjat tidigare.",
        "You go on with a draft that you began earlier.",
    ),
    "resume_title": Texts(
        "Sinulla on jo luonnos", "Du har redan ett utkast", "You have a draft already"
    ),
    "resume_text": Texts(
        "Olet aloittanut tämän HOKSin aiemmin, ja kirjoittamasi on tallessa. Jos aloitat alusta, "
        "aiempi luonnos häviää. Tallennettu HOKS ei muutu.",
        "Du har påbörjat den här planen tidigare, och det du skrev finns kvar. Om du börjar om "
        "försvinner det tidigare utkastet. En sparad plan ändras inte.",
        "You began this HOKS earlier, and what you typed is kept. If you start over, the earlier "
        "draft is lost. A stored HOKS does not change.",
    ),
    "resume": Texts("Jatka luonnosta", "Fortsätt på utkastet", "Go on with the draft"),
    "start_over": Texts("Aloita alusta", "Börja om", "Start over"),
    # Begin
    "find_student": Texts("Etsi opiskelija", "Sök en studerande", "Find the student"),
    "find_hint": Texts(
        "Oppijanumero. Nimellä löytyvät opiskelijat, joilla on jo HOKS oppilaitoksessasi.",
        "Studentnummer. Med namn hittas studerande som redan har en PUK i din läroanstalt.",
        "Learner number. By name you find students who have a HOKS in your school already.",
    ),
    "search": Texts("Hae", "Sök", "Search"),
    "choose": Texts("Valitse", "Välj", "Choose"),
    "nobody": Texts(
        "Oppilaitoksestasi ei löytynyt tällaista opiskelijaa. Tarkista oppijanumero: opiskelijalla "
        "pitää olla opiskeluoikeus oppilaitoksessa, jossa saat tallentaa HOKSeja.",
        "Ingen sådan studerande hittades i din läroanstalt. Kontrollera studentnumret: den "
        "studerande ska ha studierätt i en läroanstalt där du får spara planer.",
        "No such student was found in your school. Check the learner number: the student must "
        "have a study right in a school where you may store plans.",
    ),
    "rights_of": Texts(
        "Opiskeluoikeudet: {nimi}", "Studierätter: {nimi}", "Study rights: {nimi}"
    ),
    "rights_hint": Texts(
        "Valitse opiskeluoikeus, jolle HOKS tehdään.",
        "Välj den studierätt som planen görs för.",
        "Choose the study right that the HOKS is made for.",
    ),
    "new_or_change": Texts(
        "Kun tutkinto vaihtuu, opiskelija saa uuden opiskeluoikeuden ja uuden HOKSin. Osan "
        "lisääminen samaan tutkintoon on muutos nykyiseen HOKSiin: avaa se ja muokkaa sitä.",
        "När examen byts får den studerande en ny studierätt och en ny plan. Att lägga till en del "
        "i samma examen är en ändring i den nuvarande planen: öppna den och redigera.",
        "When the qualification changes, the student gets a new study right and a new HOKS. One "
        "more unit in the same qualification is a change to the present HOKS: open and edit it.",
    ),
    "begin": Texts("Aloita HOKS", "Börja på PUK", "Start the HOKS"),
    "exists": Texts(
        "Opiskeluoikeudella on jo HOKS.",
        "Studierätten har redan en PUK.",
        "The study right has a HOKS already.",
    ),
    "open_plan": Texts("Avaa HOKS", "Öppna PUK", "Open the HOKS"),
    "started": Texts("Alkanut", "Började", "Started"),
    "estimated": Texts("Arvioitu päättymispäivä", "Beräknat slutdatum", "Estimated to end"),
    # Hub
    "hankittavat": HOKS["tavat"],
    "aiemmat": Texts(
        "Aiemmin hankittu osaaminen", "Tidigare förvärvat kunnande", "Prior learning"
    ),
    "tuet": Texts("Tuki", "Stöd", "Support"),
    "add": Texts("Lisää", "Lägg till", "Add"),
    "copy": Texts("Kopioi", "Kopiera", "Copy"),
    "remove": Texts("Poista", "Ta bort", "Remove"),
    "remove_sure": Texts(
        "Poistetaanko varmasti?", "Vill du säkert ta bort?", "Remove it, are you sure?"
    ),
    "remove_yes": Texts("Kyllä, poista", "Ja, ta bort", "Yes, remove"),
    "ready": Texts("Kunnossa", "I ordning", "In order"),
    "not_begun": Texts("Aloittamatta", "Inte påbörjad", "Not begun"),
    "faults_n": Texts("Korjattavaa: {n}", "Att rätta: {n}", "To correct: {n}"),
    "tavat_n": Texts(
        "{n} hankkimistapaa", "{n} sätt att förvärva", "{n} ways of acquiring"
    ),
    "naytot_n": Texts("{n} näyttöä", "{n} yrkesprov", "{n} demonstrations"),
    "alueet_n": Texts("{n} osa-aluetta", "{n} delområden", "{n} sub-areas"),
    "rows_n": Texts("{n} kpl", "{n} st.", "{n}"),
    "none_yet": Texts("Ei vielä mitään.", "Ingenting ännu.", "Nothing yet."),
    "nameless": Texts("Nimeämätön", "Utan namn", "Without a name"),
    "review": Texts("Tarkista ja tallenna", "Granska och spara", "Review and store"),
    "discard": Texts("Hylkää luonnos", "Förkasta utkastet", "Throw the draft away"),
    "discard_sure": Texts(
        "Kaikki tähän luonnokseen kirjoitettu poistetaan. Tallennettu HOKS säilyy ennallaan.",
        "Allt som skrivits i detta utkast tas bort. En sparad PUK förblir som den är.",
        "All that was written in this draft is removed. A stored HOKS stays as it is.",
    ),
    "discarded": Texts("Luonnos hylättiin.", "Utkastet förkastades.", "The draft is thrown away."),
    "copy_title": Texts(
        "Kopioi osia opiskelijan muusta HOKSista",
        "Kopiera delar från den studerandes andra PUK",
        "Copy parts from another HOKS of the student",
    ),
    "copy_hint": Texts(
        "Valitut osat tulevat luonnokseen uusina. Hankittavista osista päivät jäävät pois, koska "
        "ne hankitaan nyt toiseen aikaan; aiemmin hankitut kopioidaan sellaisinaan.",
        "De valda delarna kommer till utkastet som nya. Datumen för det som ska förvärvas lämnas "
        "bort, eftersom det sker vid en annan tid; tidigare förvärvat kopieras som det är.",
        "The chosen parts come into the draft as new ones. Dates of what is to be acquired are "
        "left out, as it will be at another time; prior competence is copied as it is.",
    ),
    "copy_nothing": Texts(
        "Opiskelijalla ei ole muita HOKSeja, jotka saat nähdä.",
        "Den studerande har inga andra planer som du får se.",
        "The student has no other HOKS that you may see.",
    ),
    "copy_chosen": Texts("Kopioi valitut", "Kopiera de valda", "Copy the chosen ones"),
    "copied_n": Texts("Kopioituja osia: {n}.", "Kopierade delar: {n}.", "Parts copied: {n}."),
    "copied": Texts("Osa kopioitiin.", "Delen kopierades.", "The part was copied."),
    "removed": Texts("Osa poistettiin.", "Delen togs bort.", "The part was removed."),
    # Form
    "marks": Texts(
        "Mitä merkinnät tarkoittavat", "Vad märkena betyder", "What the marks mean"
    ),
    "choose_one": Texts("Valitse", "Välj", "Choose"),
    "no_choice": Texts("Ei valintaa", "Inget val", "No choice"),
    "lookup": Texts("Hae luettelosta", "Sök i listan", "Look it up"),
    "search_hint": HAE,
    "unknown": Texts("Ei tiedossa", "Inte känt (Ei tiedossa)", "Not known (Ei tiedossa)"),
    "one_a_line": Texts("yksi kullakin rivillä", "en på varje rad", "one on each line"),
    "date_hint": Texts("pp.kk.vvvv", "dd.mm.åååå", "dd.mm.yyyy"),
    "hidden_data": Texts(
        "Tässä on tietoja, jotka eivät kuulu valittuun vaihtoehtoon ja jäävät tallennettaessa pois.",
        "Här finns uppgifter som inte hör till det valda alternativet och faller bort när planen "
        "sparas.",
        "There is information here that does not belong to what is chosen; it is left out when "
        "the plan is stored.",
    ),
    "save_back": Texts("Tallenna ja palaa", "Spara och återgå", "Save and go back"),
    "save_next": Texts(
        "Tallenna ja lisää seuraava", "Spara och lägg till nästa", "Save and add the next one"
    ),
    "save_osa": Texts(
        "Tallenna ja lisää tutkinnon osa",
        "Spara och lägg till en examensdel",
        "Save and add a unit",
    ),
    "save_tuva": Texts(
        "Tallenna ja siirry koulutuksen osiin",
        "Spara och gå till utbildningsdelarna",
        "Save and go to the parts of education",
    ),
    "save_ready": Texts("Valmis, tallenna HOKS", "Klart, spara PUK", "Done, store the HOKS"),
    "save_draft": Texts("Tallenna luonnos", "Spara utkastet", "Save the draft"),
    "errors_title": Texts(
        "Korjaa nämä ennen kuin HOKS tallennetaan",
        "Rätta dessa innan planen sparas",
        "Correct these before the HOKS is stored",
    ),
    "errors_kept": Texts(
        "Kaikki kirjoittamasi on tallessa luonnoksessa. Voit korjata nyt tai palata myöhemmin.",
        "Allt du skrivit finns kvar i utkastet. Du kan rätta nu eller återkomma senare.",
        "All that you typed is kept in the draft. You can correct it now or come back later.",
    ),
    "conflict_title": Texts(
        "Luonnos on muuttunut toisessa välilehdessä",
        "Utkastet har ändrats i en annan flik",
        "The draft has changed in another tab",
    ),
    "conflict_text": Texts(
        "Lomakkeella on se, mitä kirjoitit tässä. Alla on, miten se eroaa siitä, mitä toinen "
        "välilehti tallensi. Jos tallennat tämän, se jää voimaan.",
        "I formuläret finns det som du skrev här. Nedan visas hur det skiljer sig från det som "
        "den andra fliken sparade. Om du sparar detta gäller det.",
        "The form has what you typed here. Below is how it differs from what the other tab saved. "
        "If you save this, it is what counts.",
    ),
    "conflict_auto": Texts(
        "Tämä sivu ei siksi enää tallennu itsestään. Paina ”Tallenna luonnos”, niin näet erot ja "
        "voit valita, kumpi jää voimaan.",
        "Därför sparas den här sidan inte längre av sig själv. Tryck på ”Spara utkastet”, så ser "
        "du skillnaderna och kan välja vilken som gäller.",
        "So this page does not save itself any more. Press “Save the draft” to see the "
        "differences and choose which one counts.",
    ),
    "conflict_keep": Texts(
        "Käytä toisen välilehden tallentamaa",
        "Använd det som den andra fliken sparade",
        "Use what the other tab saved",
    ),
    "conflict_same": Texts(
        "Tällä sivulla ei ole eroja.",
        "På denna sida finns inga skillnader.",
        "There are no differences on this page.",
    ),
    # Review
    "review_title": Texts("Tarkista HOKS", "Granska PUK", "Review the HOKS"),
    "review_ok": Texts(
        "HOKS on kunnossa ja voidaan tallentaa.",
        "Planen är i ordning och kan sparas.",
        "The HOKS is in order and can be stored.",
    ),
    "deadline": Texts(
        "Tiedot tallennetaan, kun ne on hyväksytty, ja viimeistään kymmenen arkipäivän kuluttua "
        "siitä, kun ne syntyivät tai muuttuivat.",
        "Uppgifterna sparas när de har godkänts, och senast tio arbetsdagar efter att de uppkom "
        "eller ändrades.",
        "Store the information once it is approved, and within ten working days of when it arose "
        "or changed.",
    ),
    "warnings": Texts("Huomaa vielä", "Observera ännu", "Mind these too"),
    "warnings_hint": Texts(
        "Nämä eivät estä tallennusta.",
        "Dessa hindrar inte att planen sparas.",
        "These do not keep the HOKS from being stored.",
    ),
    "changes": Texts(
        "Muutokset tallennettuun HOKSiin", "Ändringar i den sparade planen", "Changes to the HOKS"
    ),
    "changes_none": Texts(
        "Luonnos sanoo saman kuin tallennettu HOKS.",
        "Utkastet säger detsamma som den sparade planen.",
        "The draft says the same as the stored HOKS.",
    ),
    "content": Texts("Mitä HOKSissa on", "Vad planen innehåller", "What the HOKS says"),
    "store": Texts("Tallenna HOKS", "Spara PUK", "Store the HOKS"),
    "stored": Texts("HOKS tallennettiin.", "Planen sparades.", "The HOKS is stored."),
    "plan_conflict_title": Texts(
        "HOKS on muuttunut sillä välin",
        "Planen har ändrats under tiden",
        "The HOKS has changed in the meantime",
    ),
    "plan_conflict_text": Texts(
        "Joku muu on tallentanut HOKSia sen jälkeen, kun aloitit. Luonnoksesi on tallessa. Katso "
        "erot ja päätä, kumpi jää voimaan.",
        "Någon annan har sparat planen efter att du började. Ditt utkast finns kvar. Se "
        "skillnaderna och avgör vilken som gäller.",
        "Somebody else has stored the HOKS since you began. Your draft is kept. Look at the "
        "differences and decide which one counts.",
    ),
    "theirs": Texts(
        "Mitä toinen muutti", "Vad den andra ändrade", "What the other person changed"
    ),
    "mine": Texts(
        "Miten luonnoksesi eroaa nyt tallennetusta",
        "Hur ditt utkast skiljer sig från den nu sparade",
        "How your draft differs from what is stored now",
    ),
    "keep_mine": Texts(
        "Jatka omasta luonnoksestani", "Fortsätt med mitt utkast", "Go on with my draft"
    ),
    "keep_theirs": Texts(
        "Hylkää luonnokseni ja käytä tallennettua",
        "Förkasta mitt utkast och använd den sparade",
        "Throw my draft away and use what is stored",
    ),
    "refused_title": Texts(
        "HOKSia ei voitu tallentaa", "Planen kunde inte sparas", "The HOKS could not be stored"
    ),
    "no_email": Texts(
        "Opiskelijan sähköposti puuttuu: ilman sitä hänelle ei voi lähettää palautekyselyä.",
        "Den studerandes e-post saknas: utan den kan responsenkäten inte skickas.",
        "The student’s email is missing: without it no feedback survey can be sent.",
    ),
    "gone_title": Texts("Luonnos on suljettu", "Utkastet är stängt", "The draft is closed"),
    "gone_text": Texts(
        "Luonnos on jo tallennettu HOKSiksi tai hylätty.",
        "Utkastet har redan sparats som en plan eller förkastats.",
        "The draft was stored as a HOKS already, or thrown away.",
    ),
    # Search
    "results": Texts("Hakutulokset", "Sökresultat", "Results"),
    "no_results": Texts("Ei tuloksia.", "Inga resultat.", "No results."),
    "result_n": Texts("{n} vaihtoehtoa", "{n} alternativ", "{n} choices"),
    "organisations_away": Texts(
        "Organisaatiopalvelu ei juuri nyt vastaa: tarjolla ovat vain täällä tunnetut "
        "organisaatiot. Muun voi kirjoittaa OID-tunnuksella.",
        "Organisationstjänsten svarar inte just nu: endast organisationer som är kända här kan "
        "väljas. En annan kan skrivas med sin OID.",
        "The organisation service does not answer just now: only organisations known here can be "
        "chosen. Any other can be typed by its OID.",
    ),
    "no_such_area": Texts(
        "Valitussa tutkinnon osassa ei ole tällaista osa-aluetta. Muun osa-alueen voi kirjoittaa "
        "koodilla.",
        "Den valda examensdelen har inget sådant delområde. Ett annat delområde kan skrivas med "
        "sin kod.",
        "The chosen unit has no such sub-area. Another one can be typed by its code.",
    ),
    "back": Texts("Takaisin lomakkeelle", "Tillbaka till formuläret", "Back to the form"),
    "school_bounds": Texts(
        "Opiskeluoikeus: {alku}–{loppu}.", "Studierätten: {alku}–{loppu}.",
        "Study right: {alku}–{loppu}.",
    ),
}  # fmt: skip
