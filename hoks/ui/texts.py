"""The words of the staff pages; the terms are those of the law and of the field."""

from ehoks.common.texts import Texts
from hoks.presenters.sanat import SUUNNITELMA

LISTA = {
    "title": Texts("Opiskelijat", "Studerande", "Students"),
    "search": Texts("Hae opiskelijaa", "Sök studerande", "Search for a student"),
    "search_hint": Texts(
        "Nimi missä järjestyksessä tahansa, tutkinto, osaamisala, eHOKS-id, oppijanumero tai "
        "opiskeluoikeuden OID",
        "Namn i valfri ordning, examen, kompetensområde, ePUK-id, studerandenummer eller "
        "studierättens OID",
        "Name in any order, qualification, competence area, eHOKS id, learner number or OID of "
        "the study right",
    ),
    "submit": Texts("Hae", "Sök", "Search"),
    "clear": Texts("Tyhjennä haku", "Rensa sökningen", "Clear search"),
    "which": Texts("Suunnitelmat", "Planer", "Plans"),
    "voimassa": Texts("Voimassa olevat", "Gällande", "In force"),
    "paattyneet": Texts("Päättyneet opinnot", "Avslutade studier", "Studies that have ended"),
    "kaikki": Texts("Kaikki", "Alla", "All"),
    "arkisto": Texts("Passivoidut", "Passiverade", "Archived"),
    "hankinta": Texts("Hankintakoulutus", "Upphandlad utbildning", "Purchased education"),
    "kasin": Texts("Vain käsin syötetyt", "Bara manuellt inmatade", "Only those typed in"),
    "count_one": Texts("1 hakutulos", "1 sökresultat", "1 result"),
    "count": Texts("{n} hakutulosta", "{n} sökresultat", "{n} results"),
    "caption": Texts(
        "Opiskelijat, sivu {sivu}/{sivuja}",
        "Studerande, sida {sivu}/{sivuja}",
        "Students, page {sivu} of {sivuja}",
    ),
    "name": Texts("Opiskelija", "Studerande", "Student"),
    "tutkinto": SUUNNITELMA["tutkinto"],
    "osaamisala": Texts("Osaamisala", "Kompetensområde", "Competence area"),
    "id": SUUNNITELMA["id"],
    "hyvaksytty": SUUNNITELMA["hyvaksytty"],
    "paivitetty": Texts("Muutettu", "Ändrad", "Changed"),
    "no_name": SUUNNITELMA["no_name"],
    "more_plans": Texts("{n} suunnitelmaa", "{n} planer", "{n} plans"),
    "typed": Texts("Syötetty käsin", "Manuellt inmatad", "Typed in"),
    "edit": Texts("Muokkaa", "Redigera", "Edit"),
    "voided": Texts(
        "Opiskeluoikeus mitätöity", "Studierätten har makulerats", "Study right voided"
    ),
    "empty": Texts(
        "Näillä hakuehdoilla ei löytynyt yhtään opiskelijaa.",
        "Inga studerande hittades med dessa sökvillkor.",
        "No students match the search.",
    ),
    "empty_hint": Texts(
        "Kokeile vähemmän sanoja, tai katso myös päättyneet opinnot.",
        "Pröva med färre ord, eller se också avslutade studier.",
        "Try fewer words, or look among studies that have ended too.",
    ),
    "nothing_yet": Texts(
        "Oppilaitoksissa, joihin sinulla on oikeus, ei ole vielä yhtään HOKSia. Ne tulevat tänne "
        "oppilaitoksen järjestelmästä.",
        "De läroanstalter som du har rätt till har ännu inga PUK-planer. De kommer hit från "
        "läroanstaltens system.",
        "The schools that you have rights to have no HOKS plans yet. They come here from the "
        "school's system.",
    ),
    "page_size": Texts("Rivejä sivulla", "Rader per sida", "Rows on a page"),
    "pages_nav": Texts("Hakutulosten sivut", "Sökresultatens sidor", "Pages of results"),
    "previous": Texts("Edellinen", "Föregående", "Previous"),
    "next": Texts("Seuraava", "Nästa", "Next"),
    "page_word": Texts("Sivu", "Sida", "Page"),
    "ascending": Texts("nouseva järjestys", "stigande ordning", "ascending"),
    "descending": Texts("laskeva järjestys", "fallande ordning", "descending"),
    "sort_by": Texts("Järjestä: {sarake}", "Ordna efter {sarake}", "Sort by {sarake}"),
}

OPPIJA = {
    "title": Texts("Opiskelijan suunnitelmat", "Den studerandes planer", "The student's plans"),
    "in_force": Texts("Voimassa olevat suunnitelmat", "Gällande planer", "Plans in force"),
    "over": Texts(
        "Päättyneiden opintojen suunnitelmat",
        "Planer för avslutade studier",
        "Plans of completed studies",
    ),
    "archived": Texts("Passivoidut suunnitelmat", "Passiverade planer", "Archived plans"),
    "open": Texts("Avaa HOKS", "Öppna PUK", "Open HOKS"),
    "new_plan": Texts("Uusi HOKS", "Ny PUK", "New HOKS"),
    "started": Texts("Aloitettu", "Påbörjad", "Started"),
    "ended": Texts("Opiskeluoikeus päättynyt", "Studierätten avslutad", "Study right ended"),
    "others": Texts(
        "Toisen koulutuksen järjestäjän suunnitelma: näet sen, koska opiskelijalla on "
        "opiskeluoikeus myös sinun oppilaitoksessasi.",
        "En annan utbildningsanordnares plan: du ser den eftersom den studerande har studierätt "
        "också i din läroanstalt.",
        "Another provider's plan: you see it because the student has a study right in your "
        "school too.",
    ),
    "to_list": Texts("Palaa listalle", "Återgå till listan", "Back to the list"),
}

HOKS = {
    **SUUNNITELMA,
    "protected": Texts(
        "Opiskelijalla on turvakielto, tai sitä ei voitu juuri nyt tarkistaa. Siksi yhteystietoja, "
        "oppilaitosta, työpaikkoja, henkilöitä ja vapaita tekstejä ei näytetä.",
        "Den studerande har spärrmarkering, eller så kunde den inte kontrolleras just nu. Därför "
        "visas inga kontaktuppgifter, läroanstalter, arbetsplatser, personer eller fria texter.",
        "The student is under a non-disclosure order, or it could not be checked just now. Contact "
        "data, the school, workplaces, people and free texts are therefore not shown.",
    ),
    "to_list": OPPIJA["to_list"],
    "edit": Texts("Muokkaa", "Redigera", "Edit"),
    "beside": Texts("Listan muut opiskelijat", "Listans andra studerande", "Others on the list"),
    "edellinen": Texts("Edellinen opiskelija", "Föregående studerande", "Previous student"),
    "seuraava": Texts("Seuraava opiskelija", "Nästa studerande", "Next student"),
    "copy": Texts("Kopioi", "Kopiera", "Copy"),
    "copied": Texts("Kopioitu", "Kopierat", "Copied"),
    "all_plans": Texts(
        "Näytä kaikki tämän opiskelijan suunnitelmat",
        "Visa den studerandes samtliga planer",
        "Show all of this student's plans",
    ),
    "tapahtumat": Texts("Tapahtumat", "Händelser", "Events"),
    "archive": Texts("Passivoi HOKS", "Passivera PUK", "Archive HOKS"),
    "restore": Texts("Palauta HOKS", "Återställ PUK", "Restore HOKS"),
    "is_archived": Texts(
        "Tämä HOKS on passivoitu {aika}. Se ei näy opiskelijalle eikä tiedonsiirrossa, ja sen voi "
        "palauttaa.",
        "Denna PUK passiverades {aika}. Den syns inte för den studerande eller i dataöverföringen, "
        "och den kan återställas.",
        "This HOKS was archived {aika}. Neither the student nor the data transfer sees it, and it "
        "can be restored.",
    ),
    "cancel": Texts("Peruuta", "Avbryt", "Cancel"),
    "archive_heading": Texts(
        "Haluatko varmasti passivoida HOKSin?",
        "Vill du säkert passivera PUK?",
        "Do you really want to archive the HOKS?",
    ),
    "archive_why": Texts(
        "Passivoi HOKS vain, jos opiskeluoikeus on mitätöity Koskessa tai HOKS on tallennettu "
        "aiheettomasti. Passivoitu HOKS ei näy opiskelijalle, mutta sen voi palauttaa.",
        "Passivera en PUK bara om studierätten har makulerats i Koski eller planen har sparats "
        "utan orsak. En passiverad PUK syns inte för den studerande, men kan återställas.",
        "Archive a HOKS only if its study right has been voided in Koski, or it was stored without "
        "cause. The student does not see an archived HOKS, but it can be restored.",
    ),
    "archive_reason": Texts("Miksi?", "Varför?", "Why?"),
    "archive_words": Texts("Selite", "Förklaring", "Explanation"),
    "archive_words_hint": Texts(
        "Selite näkyy oppilaitoksen henkilökunnalle. Älä kirjoita siihen henkilötietoja.",
        "Förklaringen syns för läroanstaltens personal. Skriv inga personuppgifter i den.",
        "The school’s staff see the explanation. Write no personal data into it.",
    ),
    "archive_faulty": Texts(
        "HOKSia ei passivoitu: korjaa tämä.",
        "PUK passiverades inte: rätta till detta.",
        "The HOKS was not archived: put this right.",
    ),
    "reason": Texts("Syy", "Orsak", "Reason"),
    "archived_done": Texts("HOKS passivoitiin.", "PUK passiverades.", "The HOKS was archived."),
    "restored_done": Texts("HOKS palautettiin.", "PUK återställdes.", "The HOKS was restored."),
    "read_only": OPPIJA["others"],
}

SIIRROT = {
    "title": Texts("Tiedonsiirrot", "Överföringar", "Transfers"),
    "lead": Texts(
        "Mitä oppilaitoksen järjestelmän lähettämille HOKSeille tapahtui. Avoin hylkäys tarkoittaa, "
        "että rekisterissä ei ole sitä, mitä viimeksi lähetettiin.",
        "Vad som hände med de PUK-planer som läroanstaltens system har skickat. Ett öppet avslag "
        "betyder att registret inte har det som senast skickades.",
        "What became of the plans that the school's system has sent. An open refusal means that "
        "the register does not have what was sent last.",
    ),
    "which": Texts("Mitkä rivit", "Vilka rader", "Which rows"),
    "tila_avoin": Texts("Avoimet hylkäykset", "Öppna avslag", "Open refusals"),
    "tila_hylatty": Texts("Kaikki hylätyt", "Alla avslagna", "All refused"),
    "tila_hyvaksytty": Texts("Hyväksytyt", "Godkända", "Accepted"),
    "tila_kaikki": Texts("Kaikki", "Alla", "All"),
    "oikeus": SUUNNITELMA["opiskeluoikeus"],
    "submit": LISTA["submit"],
    "locks": Texts("Tunnistautuminen ei onnistu", "Inloggningen misslyckas", "Logging in fails"),
    "lock_on": Texts(
        "Lukittu {asti} saakka: yhteydet estetään, koska vääriä tikettejä tuli {eniten} viidessä "
        "minuutissa.",
        "Låst till {asti}: anslutningar hindras, eftersom det kom {eniten} fel biljetter på fem "
        "minuter.",
        "Locked until {asti}: connections are stopped, as there were {eniten} wrong tickets in "
        "five minutes.",
    ),
    "lock_near": Texts(
        "Vääriä tikettejä viiden viime minuutin aikana: {n}. Yhteydet estetään, kun niitä on "
        "{eniten}.",
        "Fel biljetter under de senaste fem minuterna: {n}. Anslutningar hindras när de är "
        "{eniten}.",
        "Wrong tickets in the last five minutes: {n}. Connections are stopped when there are "
        "{eniten}.",
    ),
    "lock_cure": Texts(
        "Järjestelmän ylläpitäjä: tarkista palvelukäyttäjän tunnus ja salasana ja tiketin "
        "palveluosoite.",
        "Systemets administratör: kontrollera tjänsteanvändarens användarnamn och lösenord och "
        "biljettens tjänsteadress.",
        "Whoever keeps the system: check the service user's name and password and the service "
        "address of the ticket.",
    ),
    "systems": Texts("Järjestelmät", "System", "Systems"),
    "systems_lead": Texts(
        "Viimeisten 30 päivän tiedonsiirrot järjestelmittäin.",
        "De senaste 30 dagarnas överföringar enligt system.",
        "The transfers of the last 30 days by system.",
    ),
    "system": Texts("Järjestelmä", "System", "System"),
    "state": Texts("Tila", "Läge", "State"),
    "kunnossa": Texts("Kunnossa", "I skick", "All is well"),
    "hylkayksia": Texts("Viimeisin hylättiin", "Det senaste avslogs", "The latest was refused"),
    "lukittu": Texts(
        "Lukittu vääristä tiketeistä", "Låst på grund av fel biljetter", "Locked for wrong tickets"
    ),
    "accepted": Texts("Hyväksyttyjä", "Godkända", "Accepted"),
    "refused": Texts("Hylättyjä", "Avslagna", "Refused"),
    "last_ok": Texts("Viimeksi hyväksytty", "Senast godkänd", "Last accepted"),
    "unknown_system": Texts("Tunnistautumaton", "Oidentifierat", "Not identified"),
    "who": Texts("Kuka korjaa", "Vem rättar", "Who puts it right"),
    "more": Texts("ja muita kohtia:", "och andra punkter:", "and other places:"),
    "place": Texts("Kohta", "Plats", "Place"),
    "read_more": Texts("Lue ohje", "Läs anvisningen", "Read the help"),
    "settle": Texts("Merkitse käsitellyksi", "Markera som åtgärdad", "Mark as settled"),
    "settled": Texts(
        "Hylkäys merkittiin käsitellyksi.",
        "Avslaget markerades som åtgärdat.",
        "The refusal was marked as settled.",
    ),
    "open": Texts("Avoin", "Öppet", "Open"),
    "ok": Texts("Hyväksytty", "Godkänd", "Accepted"),
    "not_ok": Texts("Hylätty", "Avslagen", "Refused"),
    "older": Texts("Vanhemmat", "Äldre", "Older"),
    "csv": Texts("Lataa CSV", "Ladda ner CSV", "Download CSV"),
    "empty": Texts("Ei rivejä.", "Inga rader.", "No rows."),
    "empty_open": Texts(
        "Ei avoimia hylkäyksiä: kaikki lähetetty on tallessa.",
        "Inga öppna avslag: allt som skickats är sparat.",
        "No open refusals: everything that was sent is stored.",
    ),
    "op_create": Texts("Tallennus", "Sparande", "Store"),
    "op_overwrite": Texts("Korvaus", "Ersättning", "Replace"),
    "op_update": Texts("Päivitys", "Uppdatering", "Update"),
    "op_delete": Texts("Passivointi", "Passivering", "Archive"),
    "op_restore": Texts("Palautus", "Återställning", "Restore"),
    "op_dismiss": Texts("Käsitellyksi merkitseminen", "Markering som åtgärdad", "Settling"),
    "op_login": Texts("Kirjautuminen", "Inloggning", "Login"),
    "op_other": Texts("Muu", "Annat", "Other"),
}

KANAVAT = {
    "tiedonsiirto": Texts("tiedonsiirto", "dataöverföring", "data transfer"),
    "virkailija": Texts("virkailijan sivut", "personalens sidor", "pages of staff"),
    "tuonti": Texts("tuonti", "import", "import"),
    "tyo": Texts("palvelun taustatyö", "tjänstens bakgrundsjobb", "background job"),
    "oppija": Texts("opiskelijan sivut", "den studerandes sidor", "pages of the student"),
    "tyopaikka": Texts("jaettu linkki", "delad länk", "shared link"),
    "automaatti": Texts("automaattinen jako", "automatisk delning", "automatic sharing"),
    "korjaus": Texts("palvelun oma korjaus", "tjänstens egen rättelse", "mended by the service"),
    "omapalvelu": Texts("tietojen haku", "hämtning av uppgifter", "retrieval of data"),
    "esimerkkiaineisto": Texts("esimerkkiaineisto", "exempeldata", "demonstration data"),
}

OPERAATIOT = {
    "read": Texts("Katsoi", "Läste", "Looked"),
    "draft": Texts("Kirjoitti luonnosta", "Skrev på ett utkast", "Worked on a draft"),
    "draft-discard": Texts("Hylkäsi luonnoksen", "Förkastade ett utkast", "Threw a draft away"),
    "read-tiedonsiirrot": Texts(
        "Katsoi tiedonsiirrot", "Läste överföringarna", "Looked at transfers"
    ),
    "create": Texts("Tallensi uutta", "Sparade nytt", "Stored something new"),
    "update": Texts("Muutti", "Ändrade", "Changed"),
    "overwrite": Texts("Korvasi", "Ersatte", "Replaced"),
    "delete": Texts("Passivoi HOKSin", "Passiverade PUK", "Archived the HOKS"),
    "restore": Texts("Palautti HOKSin", "Återställde PUK", "Restored the HOKS"),
    "share": Texts("Jakoi osan", "Delade en del", "Shared a part"),
    "extend-share": Texts(
        "Muutti jaon kestoa", "Ändrade en delnings tid", "Changed a share's time"
    ),
    "resend-share": Texts(
        "Lähetti jaon uudelleen", "Skickade en delning på nytt", "Resent a share"
    ),
    "revoke-share": Texts("Perui jaon", "Återkallade en delning", "Revoked a share"),
    "list-shares": Texts("Katsoi jakoja", "Läste delningarna", "Looked at shares"),
    "selvityspyynto": Texts(
        "Pyysi selvitystä katselusta",
        "Bad om en utredning av en läsning",
        "Asked about a look",
    ),
    "read-selvitys": Texts(
        "Luki selvityspyynnön", "Läste en begäran om utredning", "Read a question about a look"
    ),
    "selvitys": Texts(
        "Vastasi selvityspyyntöön",
        "Svarade på en begäran om utredning",
        "Answered a question about a look",
    ),
    "bind-share": Texts("Otti jaon vastaan", "Tog emot en delning", "Took a share"),
    "dismiss": Texts("Kuittasi siirron", "Kvitterade en överföring", "Dismissed a transfer"),
    "remove-contacts": Texts(
        "Poisti vanhat yhteystiedot", "Raderade gamla kontaktuppgifter", "Removed old contact data"
    ),
    "merge": Texts(
        "Siirsi HOKSin yhdistetylle oppijanumerolle",
        "Flyttade PUK till det sammanslagna studentnumret",
        "Moved the HOKS to the merged learner number",
    ),
}

TAPAHTUMAT = {
    "history": Texts("Muutoshistoria", "Ändringshistoria", "History of changes"),
    "history_hint": Texts(
        "Jokainen tallennettu versio, uusin ensin, ja mitä siinä muuttui edelliseen verrattuna.",
        "Varje sparad version, den nyaste först, och vad som ändrades jämfört med den föregående.",
        "Every stored version, the newest first, and what it changed in the one before.",
    ),
    "created": Texts("HOKS luotiin", "PUK skapades", "The HOKS was created"),
    "changed": Texts("HOKSia muutettiin", "PUK ändrades", "The HOKS was changed"),
    "event_delete": Texts("HOKS passivoitiin", "PUK passiverades", "The HOKS was archived"),
    "event_restore": Texts("HOKS palautettiin", "PUK återställdes", "The HOKS was restored"),
    "event_remove-contacts": Texts(
        "Vanhat yhteystiedot poistettiin",
        "Gamla kontaktuppgifter raderades",
        "Old contact data were removed",
    ),
    "nothing": Texts(
        "Mikään tieto ei muuttunut.",
        "Ingen uppgift ändrades.",
        "No information changed.",
    ),
    "more": Texts("ja {n} muuta muutosta", "och {n} andra ändringar", "and {n} other changes"),
    "plan_itself": Texts("Suunnitelman tiedot", "Planens uppgifter", "The plan itself"),
    "lisatty": Texts("Lisätty", "Tillagt", "Added"),
    "poistettu": Texts("Poistettu", "Borttaget", "Removed"),
    "muutettu": Texts("Muutettu", "Ändrat", "Changed"),
    "jarjestys": Texts("Muutettu", "Ändrat", "Changed"),
    "was": Texts("ennen", "tidigare", "before"),
    "is_now": Texts("nyt", "nu", "now"),
    "empty": Texts("tyhjä", "tomt", "empty"),
    "pages_nav": Texts("Historian sivut", "Historiens sidor", "Pages of the history"),
    "page_word": LISTA["page_word"],
    "katselut": Texts(
        "Kuka on katsonut tai muuttanut tätä HOKSia",
        "Vem som har läst eller ändrat denna PUK",
        "Who has looked at or changed this HOKS",
    ),
    "looks_why": Texts(
        "HOKS sisältää henkilötietoja. Siksi jokaisesta katselusta ja muutoksesta jää merkintä: "
        "opiskelijalla on oikeus siihen, että hänen tietojaan käsittelevät vain ne, joiden työhön "
        "se kuuluu. Tässä ovat uusimmat merkinnät, myös sinun käyntisi.",
        "PUK innehåller personuppgifter. Därför antecknas varje läsning och ändring: den "
        "studerande har rätt till att uppgifterna behandlas bara av dem vars arbete det hör till. "
        "Här är de nyaste anteckningarna, också ditt besök.",
        "A HOKS contains personal data. That is why every look and change is noted: the student "
        "has a right that only those whose work it is handle the data. These are the newest "
        "entries, your own visit among them.",
    ),
    "time": Texts("Aika", "Tid", "Time"),
    "who": Texts("Käyttäjä", "Användare", "User"),
    "what": Texts("Tapahtuma", "Händelse", "Event"),
    "door": Texts("Mistä", "Varifrån", "From"),
}
