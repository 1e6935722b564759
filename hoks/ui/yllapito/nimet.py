"""What maintenance calls tables, figures, notices, jobs and their states."""

from ehoks.common.texts import Texts

TILAT = {
    "todo": Texts("Odottaa", "Väntar", "Waits"),
    "again": Texts("Yritetään uudelleen", "Försöker på nytt", "Will be tried again"),
    "doing": Texts("Käynnissä", "Pågår", "Under way"),
    "succeeded": Texts("Valmis", "Klart", "Done"),
    "failed": Texts("Epäonnistui", "Misslyckades", "Failed"),
    "cancelled": Texts("Peruttu", "Avbrutet", "Cancelled"),
    "aborted": Texts("Keskeytetty", "Avbrutet", "Aborted"),
    "aborting": Texts("Keskeytetään", "Avbryts", "Aborting"),
}
MUUT_TYOT = {  # jobs that come of what people do, and the keeper of the others
    "ota-kaatuneet": Texts(
        "Keskeytyneiden töiden jatkaminen",
        "Återupptagande av avbrutna jobb",
        "Taking up stalled jobs",
    ),
    "laheta_jako": Texts("Jaon viesti", "Meddelande om en delning", "Mail of a share"),
    "ilmoita-selvityspyynnosta": Texts(
        "Viesti selvityspyynnöstä", "Meddelande om en begäran om utredning", "Mail of a question"
    ),
    "ilmoita-selvityksesta": Texts(
        "Viesti selvityksestä", "Meddelande om en utredning", "Mail of an answer to a question"
    ),
}
TAULUT = {  # one row and the whole of a table, by the name of its model
    "Hoks": (Texts("HOKS", "PUK", "HOKS"), Texts("HOKSit", "Planer", "Plans")),
    "PoistettuHoks": (
        Texts("Poistettu HOKS", "Raderad plan", "Deleted plan"),
        Texts("Poistetut HOKSit", "Raderade planer", "Deleted plans"),
    ),
    "Koodi": (
        Texts("Koodiston koodi", "Kod i ett kodverk", "Code of a set"),
        Texts("Koodit", "Koder", "Codes"),
    ),
    "Koodisto": (
        Texts("Koodisto", "Kodverk", "Code set"),
        Texts("Koodistot", "Kodverk", "Code sets"),
    ),
    "Opiskeluoikeus": (
        Texts("Opiskeluoikeus", "Studierätt", "Study right"),
        Texts("Opiskeluoikeudet", "Studierätter", "Study rights"),
    ),
    "ProcrastinateJob": (
        Texts("Taustatyö", "Bakgrundsjobb", "Job"),
        Texts("Taustatyöt", "Bakgrundsjobb", "Jobs"),
    ),
    "Tyoajo": (
        Texts("Taustatyön kerta", "Körning av ett jobb", "Run of a job"),
        Texts("Taustatöiden kerrat", "Körningar av jobb", "Runs of jobs"),
    ),
    "PalvelunTila": (
        Texts("Häiriötiedote", "Driftmeddelande", "Service notice"),
        Texts("Häiriötiedote", "Driftmeddelande", "Service notice"),
    ),
}
VAKAVUUDET = {
    "info": Texts("Tiedoksi", "För kännedom", "For information"),
    "varoitus": Texts("Varoitus", "Varning", "Warning"),
    "hairio": Texts("Häiriö", "Störning", "Fault"),
}
LUVUT = {
    "suunnitelmia": Texts("Suunnitelmia yhteensä", "Planer totalt", "Plans in all"),
    "passivoituja": Texts("joista passivoituja", "varav passiverade", "of them archived"),
    "kasin": Texts("joista käsin syötettyjä", "varav inmatade för hand", "of them entered by hand"),
    "uusia": Texts("Uusia 30 päivässä", "Nya på 30 dagar", "New in 30 days"),
    "muuttuneita": Texts("Muuttuneita 30 päivässä", "Ändrade på 30 dagar", "Changed in 30 days"),
    "poistettuja": Texts("Pysyvästi poistettuja", "Permanent raderade", "Deleted for good"),
    "hoks_versiot": Texts("Versioita", "Versioner", "Versions"),
    "audit_tapahtumat": Texts("Lokitapahtumia", "Logghändelser", "Log entries"),
    "tiedonsiirrot": Texts("Tiedonsiirtoja", "Överföringar", "Transfers"),
    "osaamisen_hankkimistavat": Texts(
        "Osaamisen hankkimistapoja", "Sätt att förvärva kunnande", "Periods of learning"
    ),
}
