"""The words of the reports."""

from ehoks.common.texts import Texts
from hoks.schema.objects import NAYTTOYMPARISTO
from hoks.ui.texts import HOKS, LISTA

RAPORTIT = {
    "title": Texts("Raportit", "Rapporter", "Reports"),
    "intro": Texts(
        "Raportit kertovat oppilaitoksen kaikista voimassa olevista suunnitelmista kerralla. "
        "Passivoidut HOKSit eivät ole mukana. Jokaisen raportin voi ladata taulukkona.",
        "Rapporterna berättar om läroanstaltens alla gällande planer på en gång. Passiverade "
        "PUK-planer ingår inte. Varje rapport kan laddas ner som tabell.",
        "The reports tell of all plans of the school at once. Archived plans are left out. Each "
        "report can be downloaded as a table.",
    ),
    "all_reports": Texts("Kaikki raportit", "Alla rapporter", "All reports"),
    "tyopaikkajaksot_title": Texts("Työpaikkajaksot", "Arbetsplatsperioder", "Workplace periods"),
    "tyopaikkajaksot_why": Texts(
        "Koulutus- ja oppisopimusjaksot, jotka päättyvät valitsemallasi aikavälillä: missä "
        "opiskelija on ja kuka häntä ohjaa.",
        "Perioder med utbildningsavtal eller läroavtal som slutar under den tid du väljer: var "
        "den studerande är och vem som handleder.",
        "Periods by training or apprenticeship agreement that end between the days you choose: "
        "where the student is and who instructs.",
    ),
    "paattyvat-jaksot_title": Texts(
        "Päättyvät työpaikkajaksot, joista puuttuu tietoja",
        "Perioder som snart slutar och saknar uppgifter",
        "Workplace periods about to end with information missing",
    ),
    "paattyvat-jaksot_why": Texts(
        "Täydennä ohjaajan yhteystiedot ja osa-aikaisuustieto ennen kuin jakso päättyy: niitä "
        "tarvitaan työelämäpalautteeseen.",
        "Komplettera handledarens kontaktuppgifter och deltidsuppgiften innan perioden slutar: "
        "de behövs för arbetslivsresponsen.",
        "Complete the instructor’s contact details and the part-time share before the period "
        "ends: feedback from working life needs them.",
    ),
    "mitatoidyt_title": Texts(
        "Mitätöidyt opiskeluoikeudet", "Makulerade studierätter", "Voided study rights"
    ),
    "mitatoidyt_why": Texts(
        "HOKSit, joiden opiskeluoikeus on mitätöity Koskessa. Passivoi nämä: niillä ei ole enää "
        "opiskeluoikeutta, johon ne perustuisivat.",
        "PUK-planer vars studierätt har makulerats i Koski. Passivera dessa: det finns inte "
        "längre någon studierätt som planen grundar sig på.",
        "Plans whose study right has been voided in Koski. Archive these: there is no study right "
        "left for them to rest on.",
    ),
    "ajantasaisuus_title": Texts(
        "Tiedonsiirtojen ajantasaisuus", "Överföringarnas aktualitet", "Timeliness of transfers"
    ),
    "ajantasaisuus_why": Texts(
        "Montako päivää ensikertaisesta hyväksymisestä kului siihen, että HOKS tallennettiin tänne "
        "ensi kerran, kuukausittain.",
        "Hur många dagar det gick från det första godkännandet till att PUK sparades här första "
        "gången, per månad.",
        "How many days passed from the first approval until the HOKS was first stored here, "
        "month by month.",
    ),
    # The form
    "submit": Texts("Näytä", "Visa", "Show"),
    "download": Texts("Lataa CSV", "Ladda ner CSV", "Download CSV"),
    "ends_between": Texts("Jakso päättyy", "Perioden slutar", "The period ends"),
    "stored_between": Texts("HOKS tallennettu ensi kerran", "PUK först sparad", "First stored"),
    "from": Texts("alkaen", "från och med", "from"),
    "to": Texts("viimeistään", "till och med", "to"),
    "only_missing": Texts(
        "Vain jaksot, joista puuttuu osa-aikaisuustieto",
        "Bara perioder som saknar deltidsuppgift",
        "Only periods without a part-time share",
    ),
    "within": Texts(
        "Jakso päättyy näin monen päivän sisällä",
        "Perioden slutar inom så här många dagar",
        "The period ends within this many days",
    ),
    "bad_date": Texts(
        "”{arvo}” ei ole päivämäärä. Kirjoita esimerkiksi 31.12.2026.",
        "”{arvo}” är inget datum. Skriv till exempel 31.12.2026.",
        "“{arvo}” is not a date. Write for example 31.12.2026.",
    ),
    "reversed": Texts(
        "Aikaväli loppuu ennen kuin alkaa. Vaihda päivät toisin päin.",
        "Tiden slutar innan den börjar. Byt plats på datumen.",
        "The last day is before the first. Swap the two.",
    ),
    "bad_days": Texts(
        "Kirjoita päivien määrä numeroina, 0–{eniten}.",
        "Skriv antalet dagar med siffror, 0–{eniten}.",
        "Write the number of days in digits, 0–{eniten}.",
    ),
    # Results
    "count_one": Texts("1 rivi", "1 rad", "1 row"),
    "count": Texts("{n} riviä", "{n} rader", "{n} rows"),
    "caption": Texts(
        "{otsikko}, sivu {sivu}/{sivuja}",
        "{otsikko}, sida {sivu}/{sivuja}",
        "{otsikko}, page {sivu} of {sivuja}",
    ),
    "tyopaikkajaksot_empty": Texts(
        "Tällä aikavälillä ei pääty yhtään tällaista työpaikkajaksoa.",
        "Inga sådana arbetsplatsperioder slutar under denna tid.",
        "No such workplace period ends between these days.",
    ),
    "paattyvat-jaksot_empty": Texts(
        "Kaikki kunnossa: pian päättyvistä työpaikkajaksoista ei puutu tietoja.",
        "Allt är i sin ordning: inga uppgifter saknas om perioder som snart slutar.",
        "All is well: nothing is missing from the periods that end soon.",
    ),
    "mitatoidyt_empty": Texts(
        "Kaikki kunnossa: yhdenkään HOKSin opiskeluoikeutta ei ole mitätöity.",
        "Allt är i sin ordning: ingen PUK har en makulerad studierätt.",
        "All is well: no plan has a voided study right.",
    ),
    "ajantasaisuus_empty": Texts(
        "Tällä aikavälillä ei ole tallennettu yhtään uutta HOKSia.",
        "Inga nya PUK-planer har sparats under denna tid.",
        "No new plans were stored between these days.",
    ),
    "may_not_archive": Texts(
        "Sinulla ei ole oikeutta passivoida. Pyydä sitä oppilaitoksesi eHOKS-vastuukäyttäjältä, "
        "tai välitä lista hänelle.",
        "Du har inte rätt att passivera. Be läroanstaltens ansvariga ePUK-användare om rätten, "
        "eller ge listan till hen.",
        "You have no right to archive. Ask your school’s main user of eHOKS for it, or pass the "
        "list on.",
    ),
    # Columns
    "nimi": LISTA["name"],
    "hoks_id": LISTA["id"],
    "oppija_oid": HOKS["oppijanumero"],
    "osa": HOKS["osa"],
    "osan_tyyppi": Texts("Osan tyyppi", "Typ av del", "Kind of unit"),
    "hankkimistapa": Texts("Sopimus", "Avtal", "Agreement"),
    "tyopaikka": HOKS["tyopaikka"],
    "y_tunnus": NAYTTOYMPARISTO["y-tunnus"].label,
    "ohjaaja": HOKS["ohjaaja"],
    "sahkoposti": Texts("Ohjaajan sähköposti", "Handledarens e-post", "Instructor’s e-mail"),
    "puhelin": Texts("Ohjaajan puhelin", "Handledarens telefon", "Instructor’s phone"),
    "osa_aikaisuus": HOKS["osa_aikaisuus"],
    "alku": Texts("Alku", "Start", "Start"),
    "loppu": Texts("Loppu", "Slut", "End"),
    "puuttuu": Texts("Puuttuu", "Saknas", "Missing"),
    "opiskeluoikeus": Texts("Opiskeluoikeus", "Studierätt", "Study right"),
    "tutkinto": LISTA["tutkinto"],
    "hyvaksytty": LISTA["hyvaksytty"],
    "paivitetty": LISTA["paivitetty"],
    "passivoi": HOKS["archive"],
    "kuukausi": Texts("Kuukausi", "Månad", "Month"),
    "yhteensa": Texts("HOKSeja", "PUK-planer", "Plans"),
    "luokka_0": Texts("Samana päivänä", "Samma dag", "The same day"),
    "luokka_n": Texts("{alku}–{loppu} pv", "{alku}–{loppu} d.", "{alku}–{loppu} days"),
    "luokka_yli": Texts("Yli {alku} pv", "Över {alku} d.", "Over {alku} days"),
    "mediaani": Texts("Mediaani, pv", "Median, dagar", "Median, days"),
    # Cells
    "no_name": LISTA["no_name"],
    "missing": Texts("puuttuu", "saknas", "missing"),
    "ilman_sahkoposti": Texts("ohjaajan sähköposti", "handledarens e-post", "instructor’s e-mail"),
    "ilman_puhelin": Texts(
        "ohjaajan puhelinnumero", "handledarens telefonnummer", "instructor’s phone number"
    ),
    "ilman_osa_aikaisuus": Texts("osa-aikaisuustieto", "deltidsuppgift", "part-time share"),
    "ammatillinen": Texts("Ammatillinen", "Yrkesinriktad", "Vocational"),
    "paikallinen": Texts("Paikallinen", "Lokal", "Local"),
    "yhteinen": Texts("Yhteinen", "Gemensam", "Common"),
    "osa_alue": Texts("Yhteisen osa-alue", "Delområde", "Subject area of a common unit"),
    # Picture
    "picture": Texts(
        "HOKSien määrä kuukausittain ja viive hyväksymisestä tallennukseen",
        "Antal PUK-planer per månad och fördröjningen från godkännande till lagring",
        "Plans by month, and how long after approval they were stored",
    ),
    "picture_desc": Texts(
        "Samat luvut ovat taulukossa kuvan alla.",
        "Samma siffror finns i tabellen under bilden.",
        "The same figures are in the table below the picture.",
    ),
    "timeliness_rule": Texts(
        "Viive on kalenteripäivinä ensikertaisesta hyväksymisestä ensimmäiseen tallennukseen. "
        "Ennen hyväksymistä tallennettu lasketaan samana päivänä tallennetuksi.",
        "Fördröjningen räknas i kalenderdagar från det första godkännandet till den första "
        "lagringen. En plan som sparats före godkännandet räknas som sparad samma dag.",
        "The delay is in calendar days from the first approval to the first storing. A plan "
        "stored before its approval counts as stored the same day.",
    ),
    **{key: LISTA[key] for key in ("pages_nav", "page_word", "ascending", "descending", "sort_by")},
}
