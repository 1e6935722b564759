"""The words of maintenance."""

from ehoks.common.texts import Texts
from hoks.models import PoistonSyy
from hoks.presenters.sanat import SUUNNITELMA

TYOKALUT = {
    "yllapito-hae": (
        Texts("Hae HOKS", "Sök en PUK", "Find a HOKS"),
        Texts(
            "Etsi suunnitelma tunnuksella, myös passivoitu tai poistettu. Palauta se tai poista se "
            "pysyvästi.",
            "Sök en plan med dess identifierare, även en passiverad eller raderad. Återställ den "
            "eller radera den permanent.",
            "Find a plan by its id, an archived or deleted one too. Restore it, or delete it for "
            "good.",
        ),
    ),
    "yllapito-tyot": (
        Texts("Taustatyöt", "Bakgrundsjobb", "Jobs"),
        Texts(
            "Mitä palvelu tekee itsestään: milloin, miten pitkällä ja miten viimeksi kävi.",
            "Vad tjänsten gör av sig själv: när, hur långt det har kommit och hur det gick senast.",
            "What the service does by itself: when, how far it is, and how it went last.",
        ),
    ),
    "yllapito-indeksi": (
        Texts("Oppijahakemisto", "Studeranderegister", "Learner index"),
        Texts(
            "Kopiot opiskelijoista ja opiskeluoikeuksista: mitä puuttuu, ja tietojen lukeminen "
            "uudelleen.",
            "Kopior av studerande och studierätter: vad som fattas, och att läsa uppgifter på nytt.",
            "Copies of learners and study rights: what is missing, and reading them anew.",
        ),
    ),
    "yllapito-tiedote": (
        Texts("Häiriötiedote", "Driftmeddelande", "Service notice"),
        Texts(
            "Kerro kaikilla sivuilla häiriöstä tai huoltokatkosta.",
            "Berätta på alla sidor om en störning eller ett underhåll.",
            "Tell on every page of a fault or of maintenance.",
        ),
    ),
    "yllapito-tilastot": (
        Texts("Lukumäärät", "Antal", "Figures"),
        Texts(
            "Kuinka paljon rekisterissä on suunnitelmia.",
            "Hur många planer registret har.",
            "How many plans the register has.",
        ),
    ),
    "yllapito-poistetut": (
        Texts("Poistetut HOKSit", "Raderade planer", "Deleted plans"),
        Texts(
            "Pysyvästi poistetut suunnitelmat: kuka, milloin ja miksi.",
            "Permanent raderade planer: vem, när och varför.",
            "Plans deleted for good: who, when and why.",
        ),
    ),
    "yllapito-valimuisti": (
        Texts("Välimuisti", "Cache", "Cache"),
        Texts(
            "Unohda muiden rekisterien muistissa olevat vastaukset.",
            "Glöm de svar från andra register som finns i minnet.",
            "Forget the remembered answers of other registers.",
        ),
    ),
    "yllapito-jarjestelma": (
        Texts("Järjestelmän tila", "Systemets tillstånd", "System"),
        Texts(
            "Versiot, tietokanta, migraatiot ja työntekijät.",
            "Versioner, databas, migrationer och arbetare.",
            "Versions, database, migrations and workers.",
        ),
    ),
    "hallinta:index": (
        Texts("Taulujen selailu", "Bläddra i tabeller", "Browse tables"),
        Texts(
            "Djangon hallintasivut: koodistot, työt, tiedote ja poistetut, vain luettavina.",
            "Djangos administrationssidor: kodverk, jobb, meddelande och raderade, endast läsning.",
            "Django’s admin: code sets, jobs, notice and deleted plans, to read only.",
        ),
    ),
}
SYYT: dict[str, Texts] = {
    PoistonSyy.SAILYTYSAIKA: Texts(
        "Säilytysaika päättyi", "Förvaringstiden gick ut", "The retention period ended"
    ),
    PoistonSyy.AIHEETON: Texts(
        "HOKS on tallennettu aiheettomasti",
        "PUK har sparats utan orsak",
        "The HOKS was stored without cause",
    ),
    PoistonSyy.VAARA: Texts(
        "HOKS on tallennettu väärälle opiskelijalle tai opiskeluoikeudelle",
        "PUK har sparats för fel studerande eller studierätt",
        "The HOKS was stored for the wrong student or study right",
    ),
    PoistonSyy.VAATIMUS: Texts(
        "Rekisteröidyn vaatimus tai viranomaisen päätös",
        "Den registrerades krav eller en myndighets beslut",
        "Demand of the data subject, or an authority’s decision",
    ),
    PoistonSyy.MUU: Texts("Muu syy", "Annan orsak", "Another reason"),
}
HUOMIOT = {
    "poistettu": Texts("poistettu", "raderade", "deleted"),
    "ohitettu": Texts("ohitettu", "förbigångna", "passed by"),
    "yhdistetty": Texts("yhdistetty", "sammanslagna", "merged"),
    "poikkeavia": Texts("poikkeavia", "avvikande", "differing"),
    "ei_koskessa": Texts("ei Koskessa", "inte i Koski", "not in Koski"),
    "muuttui": Texts("muuttui", "ändrade", "changed"),
}
T = {
    "title": Texts("Ylläpito", "Underhåll", "Maintenance"),
    "intro": Texts(
        "Välineet Opetushallituksen pääkäyttäjille. Jokainen katselu ja toimi jää lokiin.",
        "Verktyg för Utbildningsstyrelsens huvudanvändare. Varje blick och åtgärd loggas.",
        "Tools for the main users of OPH. Each look and each act is logged.",
    ),
    "to_hub": Texts("Ylläpito", "Underhåll", "Maintenance"),
    "no_workers": Texts(
        "Yksikään työntekijä ei vastaa: taustatyöt odottavat.",
        "Ingen arbetare svarar: bakgrundsjobben väntar.",
        "No worker answers: jobs wait.",
    ),
    "failed_jobs": Texts("Epäonnistunut työ:", "Misslyckat jobb:", "Failed job:"),
    "pending": Texts(
        "Tietokannasta puuttuu migraatioita:", "Databasen saknar migrationer:",
        "The database lacks migrations:",
    ),
    "none": Texts("Ei mitään", "Inget", "Nothing"),
    "not_known": Texts("Ei tiedossa", "Inte känt", "Not known"),
    "simulator": Texts("Simulaattori", "Simulator", "Simulator"),
    # finding
    "find_title": Texts("Hae HOKS", "Sök en PUK", "Find a HOKS"),
    "identifier": Texts("Tunnus", "Identifierare", "Identifier"),
    "identifier_hint": Texts(
        "eHOKS-id (numero tai uuid), opiskeluoikeuden OID tai oppijanumero",
        "ePUK-id (nummer eller uuid), studierättens OID eller studentnummer",
        "eHOKS id (number or uuid), OID of a study right, or learner number",
    ),
    "find": Texts("Hae", "Sök", "Find"),
    "found_none": Texts(
        "Tunnuksella {tunnus} ei ole suunnitelmaa, eikä sellaista ole poistettu.",
        "Ingen plan har identifieraren {tunnus}, och ingen sådan har raderats.",
        "There is no plan by {tunnus}, and none was deleted.",
    ),
    "in_force": Texts("Voimassa", "I kraft", "In force"),
    "archived": Texts("Passivoitu", "Passiverad", "Archived"),
    "gone": Texts("Poistettu pysyvästi", "Permanent raderad", "Deleted for good"),
    "id": SUUNNITELMA["id"],
    "student": Texts("Opiskelija", "Studerande", "Student"),
    "learner_number": Texts("Oppijanumero", "Studentnummer", "Learner number"),
    "right": Texts("Opiskeluoikeus", "Studierätt", "Study right"),
    "tutkinto": Texts("Tutkinto", "Examen", "Qualification"),
    "school_name": Texts("Oppilaitos", "Läroanstalt", "School"),
    "changed": Texts("Muutettu", "Ändrad", "Changed"),
    "reason": Texts("Syy", "Orsak", "Reason"),
    "words": Texts("Selite", "Förklaring", "Explanation"),
    "when": Texts("Milloin", "När", "When"),
    "who": Texts("Kuka", "Vem", "Who"),
    "open": Texts("Avaa suunnitelma", "Öppna planen", "Open the plan"),
    "restore": Texts("Palauta", "Återställ", "Restore"),
    "restored": Texts(
        "HOKS {id} on palautettu.", "PUK {id} har återställts.", "HOKS {id} was restored."
    ),
    "purge": Texts("Poista pysyvästi", "Radera permanent", "Delete for good"),
    "not_indexed": Texts(
        "Opiskeluoikeus puuttuu hakemistosta, joten suunnitelma ei näy kenellekään.",
        "Studierätten saknas i registret, så ingen ser planen.",
        "The study right is missing from the index, so nobody sees the plan.",
    ),
    "graves_title": Texts("Poistetut HOKSit", "Raderade planer", "Deleted plans"),
    "graves_none": Texts(
        "Yhtään suunnitelmaa ei ole poistettu.", "Ingen plan har raderats.", "No plan was deleted."
    ),
    # deleting
    "purge_title": Texts(
        "Poista HOKS pysyvästi", "Radera PUK permanent", "Delete a HOKS for good"
    ),
    "purge_what": Texts(
        "Suunnitelma poistetaan kaikkine versioineen ja osineen. Poistoa ei voi perua. Jäljelle jää "
        "merkintä: kuka poisti, milloin ja miksi. Opiskeluoikeudelle voi luoda uuden HOKSin.",
        "Planen raderas med alla versioner och delar. Det kan inte hävas. Kvar blir en anteckning: "
        "vem som raderade, när och varför. En ny plan kan skapas för studierätten.",
        "The plan is deleted with all its versions and parts. That cannot be undone. A note stays: "
        "who deleted it, when and why. The study right may have a new HOKS.",
    ),
    "purge_archive": Texts(
        "Jos riittää, että suunnitelma ei näy, passivoi se: sen voi palauttaa.",
        "Om det räcker att planen inte syns, passivera den: den kan återställas.",
        "If it is enough that the plan is not seen, archive it: that can be undone.",
    ),
    "purge_log_in": Texts(
        "Pysyvään poistoon tarvitaan kirjautuminen, josta on enintään 15 minuuttia. Kirjaudu "
        "uudelleen, niin palaat tähän.",
        "För permanent radering krävs en inloggning som är högst 15 minuter gammal. Logga in på "
        "nytt, så kommer du tillbaka hit.",
        "To delete for good you must have logged in within the last 15 minutes. Log in again, and "
        "you come back here.",
    ),
    "purge_log_in_button": Texts("Kirjaudu uudelleen", "Logga in på nytt", "Log in again"),
    "step_of": Texts("Vaihe {n}/2", "Steg {n}/2", "Step {n}/2"),
    "purge_reason": Texts(
        "Miksi HOKS poistetaan?", "Varför raderas PUK?", "Why is the HOKS deleted?"
    ),
    "purge_words": Texts("Selite", "Förklaring", "Explanation"),
    "purge_words_hint": Texts(
        "Esimerkiksi asian diaarinumero. Älä kirjoita henkilötietoja: selite säilyy.",
        "Till exempel ärendets diarienummer. Skriv inga personuppgifter: förklaringen bevaras.",
        "For example the number of the case. Write no personal data: this is kept.",
    ),
    "purge_no_reason": Texts(
        "Valitse, miksi HOKS poistetaan.", "Välj varför PUK raderas.",
        "Choose why the HOKS is deleted.",
    ),
    "purge_no_words": Texts(
        "Kerro muu syy muutamalla sanalla.", "Berätta den andra orsaken med några ord.",
        "Tell the other reason in a few words.",
    ),
    "purge_too_long": Texts(
        "Selitteessä voi olla enintään {n} merkkiä.",
        "Förklaringen kan vara högst {n} tecken lång.",
        "The explanation can have at most {n} characters.",
    ),
    "purge_type_id": Texts(
        "Kirjoita poistettavan HOKSin eHOKS-id",
        "Skriv ePUK-id för den plan som raderas",
        "Type the eHOKS id of the plan to be deleted",
    ),
    "purge_wrong_id": Texts(
        "Tunnus ei ole poistettavan HOKSin tunnus. Mitään ei poistettu.",
        "Det är inte id:n för den plan som ska raderas. Inget raderades.",
        "That is not the id of the HOKS to be deleted. Nothing was deleted.",
    ),
    "purged": Texts(
        "HOKS {id} on poistettu pysyvästi.", "PUK {id} har raderats permanent.",
        "HOKS {id} was deleted for good.",
    ),
    "next": Texts("Jatka", "Fortsätt", "Continue"),
    "cancel": Texts("Peruuta", "Avbryt", "Cancel"),
    "faulty": Texts("Korjaa nämä:", "Rätta dessa:", "Correct these:"),
    # figures, system, caches
    "figures_title": Texts("Lukumäärät", "Antal", "Figures"),
    "exact": Texts("Suunnitelmat", "Planer", "Plans"),
    "about": Texts(
        "Suuruusluokka (tietokannan arvio)", "Storleksordning (databasens uppskattning)",
        "About (as the database estimates)",
    ),
    "unknown": Texts("ei vielä tiedossa", "ännu okänt", "not known yet"),
    "system_title": Texts("Järjestelmän tila", "Systemets tillstånd", "System"),
    "service_version": Texts("eHOKSin versio", "Version av ePUK", "Version of eHOKS"),
    "revision": Texts("Lähdekoodin versio", "Källkodens version", "Revision of the source"),
    "built": Texts("Koottu", "Byggd", "Built"),
    "memory": Texts(
        "Tämän prosessin muisti enimmillään", "Processens minne som mest",
        "Most memory of this process",
    ),
    "database": Texts("Tietokanta", "Databas", "Database"),
    "database_size": Texts("Tietokannan koko", "Databasens storlek", "Size of the database"),
    "connections": Texts("Yhteyksiä", "Anslutningar", "Connections"),
    "started": Texts(
        "Tietokanta käynnistetty", "Databasen startad", "Database started"
    ),
    "migrations": Texts("Puuttuvat migraatiot", "Migrationer som saknas", "Missing migrations"),
    "workers": Texts("Työntekijöitä elossa", "Arbetare i liv", "Living workers"),
    "waiting": Texts("Töitä odottaa", "Jobb som väntar", "Jobs waiting"),
    "under_way": Texts("Töitä käynnissä", "Jobb som pågår", "Jobs under way"),
    "oldest": Texts("Vanhin odottanut alkaen", "Äldsta väntat sedan", "The oldest has waited since"),
    "caches_title": Texts("Välimuisti", "Cache", "Cache"),
    "caches_what": Texts(
        "Palvelu muistaa hetken, mitä muut rekisterit ovat vastanneet. Tyhjennys koskee kaikkia "
        "prosesseja muutaman sekunnin kuluessa. Mitään tallennettua ei katoa.",
        "Tjänsten minns en stund vad andra register har svarat. Tömningen gäller alla processer "
        "inom några sekunder. Inget sparat försvinner.",
        "The service remembers for a while what other registers answered. Clearing reaches every "
        "process within some seconds. Nothing that is stored is lost.",
    ),
    "caches_here": Texts(
        "Vastauksia muistissa tässä prosessissa", "Svar i minnet i denna process",
        "Answers remembered in this process",
    ),
    "caches_last": Texts("Tyhjennetty viimeksi", "Senast tömd", "Last cleared"),
    "caches_clear": Texts("Tyhjennä välimuisti", "Töm cachen", "Clear the cache"),
    "caches_cleared": Texts(
        "Välimuisti on tyhjennetty.", "Cachen har tömts.", "The cache was cleared."
    ),
    # the index
    "index_title": Texts("Oppijahakemisto", "Studeranderegister", "Learner index"),
    "index_oppijoita": Texts("Opiskelijoita", "Studerande", "Learners"),
    "index_oikeuksia": Texts("Opiskeluoikeuksia", "Studierätter", "Study rights"),
    "index_ei_koskessa": Texts(
        "joita Koskessa ei enää ole", "som inte längre finns i Koski", "no longer in Koski"
    ),
    "index_nimettomia": Texts(
        "ilman tutkinnon nimeä", "utan examens namn", "without the name of a qualification"
    ),
    "index_puuttuvia": Texts(
        "Suunnitelmia, joiden opiskeluoikeus puuttuu", "Planer vars studierätt saknas",
        "Plans whose study right is missing",
    ),
    "index_vanhin": Texts(
        "Vanhin jatkuva opiskeluoikeus luettu", "Äldsta pågående studierätt läst",
        "Oldest copy of a right that goes on",
    ),
    "index_all": Texts(
        "Koko hakemisto päivitetään joka yö. Sen voi käynnistää myös nyt:",
        "Hela registret uppdateras varje natt. Det kan också startas nu:",
        "The whole index is refreshed every night. That can also be started now:",
    ),
    "read_right": Texts(
        "Päivitä opiskeluoikeus Koskesta", "Uppdatera en studierätt från Koski",
        "Read a study right from Koski",
    ),
    "right_oid": SUUNNITELMA["opiskeluoikeus"],
    "read_learner": Texts(
        "Päivitä oppijan tiedot", "Uppdatera en studerandes uppgifter", "Read a learner anew"
    ),
    "read_provider": Texts(
        "Päivitä koulutustoimijan opiskeluoikeudet", "Uppdatera en utbildningsaktörs studierätter",
        "Read the study rights of a provider",
    ),
    "provider_oid": Texts(
        "Koulutustoimijan OID", "Utbildningsaktörens OID", "OID of the provider"
    ),
    "provider_count": Texts(
        "Hakemistossa on {n} opiskeluoikeutta koulutustoimijalla {oid}.",
        "Registret har {n} studierätter hos utbildningsaktören {oid}.",
        "The index has {n} study rights of the provider {oid}.",
    ),
    "provider_confirm": Texts(
        "Päivitä ne kaikki", "Uppdatera alla", "Read them all"
    ),
    "count_first": Texts("Laske", "Räkna", "Count"),
    "read": Texts("Päivitä", "Uppdatera", "Read"),
    "nothing_asked": Texts(
        "Kirjoita OID, jota etsit.", "Skriv den OID du söker.", "Write the OID you look for."
    ),
    "right_read": Texts(
        "Opiskeluoikeus {oid} on luettu Koskesta.", "Studierätten {oid} har lästs från Koski.",
        "The study right {oid} was read from Koski.",
    ),
    "right_missing": Texts(
        "Koskessa ei ole opiskeluoikeutta {oid}; se merkittiin hakemistoon.",
        "Koski har inte studierätten {oid}; det antecknades i registret.",
        "Koski does not have the study right {oid}; the index notes it.",
    ),
    "learner_read": Texts(
        "Oppijan {oid} tiedot on päivitetty.", "Uppgifterna om {oid} har uppdaterats.",
        "The learner {oid} was read anew.",
    ),
    "learner_merged": Texts(
        "Oppijanumero {oid} on yhdistetty toiseen: suunnitelmat siirrettiin sille.",
        "Studentnumret {oid} har sammanslagits med ett annat: planerna flyttades till det.",
        "The learner number {oid} was merged into another: its plans were moved there.",
    ),
    "provider_started": Texts(
        "Koulutustoimijan {oid} opiskeluoikeuksien päivitys alkaa.",
        "Uppdateringen av studierätter hos {oid} börjar.",
        "The study rights of {oid} are about to be read.",
    ),
    "provider_waits": Texts(
        "Koulutustoimijan {oid} päivitys odottaa jo vuoroaan.",
        "Uppdateringen för {oid} väntar redan på sin tur.",
        "That of {oid} waits for its turn already.",
    ),
    # jobs
    "jobs_title": Texts("Taustatyöt", "Bakgrundsjobb", "Jobs"),
    "job": Texts("Työ", "Jobb", "Job"),
    "state": Texts("Tila", "Tillstånd", "State"),
    "last_run": Texts("Viimeksi", "Senast", "Last"),
    "other_jobs": Texts("Muut työt viimeksi", "Övriga jobb senast", "The latest of other jobs"),
    "never": Texts("Ei vielä koskaan", "Ännu aldrig", "Never yet"),
    "began": Texts("Alkoi", "Började", "Began"),
    "took": Texts("Kesto", "Längd", "Took"),
    "done_of": Texts("Käsitelty", "Behandlat", "Done"),
    "remarks": Texts("Huomiot", "Anmärkningar", "Remarks"),
    "tries": Texts("Yrityksiä", "Försök", "Tries"),
    "error": Texts("Virhe", "Fel", "Error"),
    "run_now": Texts("Suorita nyt", "Kör nu", "Run now"),
    "job_started": Texts(
        "{tyo}: alkaa, kun työntekijä on vapaa.", "{tyo}: börjar när en arbetare är ledig.",
        "{tyo}: begins when a worker is free.",
    ),
    "job_waits": Texts(
        "{tyo}: odottaa jo vuoroaan.", "{tyo}: väntar redan på sin tur.",
        "{tyo}: waits for its turn already.",
    ),
    "history": Texts("Aiemmat kerrat", "Tidigare körningar", "Runs"),
    "reload": Texts("Päivitä sivu", "Uppdatera sidan", "Reload the page"),
    # the notice
    "notice_title": Texts("Häiriötiedote", "Driftmeddelande", "Service notice"),
    "notice_what": Texts(
        "Tiedote näkyy jokaisen sivun yläosassa kaikille, myös kirjautumatta.",
        "Meddelandet visas överst på varje sida för alla, även utan inloggning.",
        "The notice is on top of every page, for all, also those who have not logged in.",
    ),
    "notice_on": Texts(
        "Tiedote on nyt näkyvissä.", "Meddelandet visas nu.", "The notice is shown now."
    ),
    "notice_off": Texts(
        "Tiedotetta ei näytetä nyt.", "Inget meddelande visas nu.", "No notice is shown now."
    ),
    "notice_fi": Texts("Suomeksi", "På finska", "In Finnish"),
    "notice_sv": Texts("Ruotsiksi", "På svenska", "In Swedish"),
    "notice_en": Texts("Englanniksi", "På engelska", "In English"),
    "notice_kind": Texts("Laji", "Slag", "Kind"),
    "notice_from": Texts("Näkyy alkaen", "Visas från", "Shown from"),
    "notice_to": Texts("Näkyy saakka", "Visas till", "Shown until"),
    "notice_time_hint": Texts(
        "Esimerkiksi 31.12.2026 16.30. Tyhjä: heti, tai kunnes otetaan pois.",
        "Till exempel 31.12.2026 16.30. Tomt: genast, eller tills det tas bort.",
        "For example 31.12.2026 16.30. Empty: at once, or until taken away.",
    ),
    "notice_show": Texts("Näytä tiedote", "Visa meddelandet", "Show the notice"),
    "notice_remove": Texts("Ota tiedote pois", "Ta bort meddelandet", "Take the notice away"),
    "notice_shown": Texts(
        "Tiedote on tallennettu. Se näkyy kaikilla sivuilla muutaman sekunnin kuluessa.",
        "Meddelandet är sparat. Det visas på alla sidor inom några sekunder.",
        "The notice is stored. Every page shows it within some seconds.",
    ),
    "notice_gone": Texts(
        "Tiedote on otettu pois.", "Meddelandet har tagits bort.", "The notice was taken away."
    ),
    "notice_missing": Texts(
        "Kirjoita tiedote kaikilla kolmella kielellä.", "Skriv meddelandet på alla tre språken.",
        "Write the notice in all three languages.",
    ),
    "notice_long": Texts(
        "Tiedotteessa voi olla enintään {n} merkkiä.", "Meddelandet kan vara högst {n} tecken långt.",
        "The notice can have at most {n} characters.",
    ),
    "notice_time": Texts(
        "Kirjoita aika näin: 31.12.2026 16.30.", "Skriv tiden så här: 31.12.2026 16.30.",
        "Write the time like this: 31.12.2026 16.30.",
    ),
    "notice_reversed": Texts(
        "Loppu on ennen alkua.", "Slutet är före början.", "The end is before the beginning."
    ),
    # the tables
    "tables_title": Texts("Taulujen selailu", "Bläddra i tabeller", "Browse tables"),
}  # fmt: skip
