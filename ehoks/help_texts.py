"""The words of the help on errors, beside those that the errors have themselves."""

from ehoks.common.errors import Fixer
from ehoks.common.texts import Texts

HELP = {
    "title": Texts("Apua virheisiin – eHOKS", "Hjälp vid fel – eHOKS", "Help on errors – eHOKS"),
    "heading": Texts("Apua virheisiin", "Hjälp vid fel", "Help on errors"),
    "lead": Texts(
        "Tässä on jokainen virhe, johon tallennus tai haku voi päättyä: mitä tapahtui, kuka sen "
        "voi korjata ja miten. Virheen koodi on vastauksessa nimellä code. Merkki … on tieto, "
        "joka vaihtelee.",
        "Här finns alla fel som en lagring eller sökning kan sluta i: vad som hände, vem som kan "
        "rätta det och hur. Felets kod heter code i svaret. Tecknet … är en uppgift som varierar.",
        "Here is every error that saving or reading can end in: what happened, who can put it "
        "right and how. The code of the error is called code in the answer. The sign … is "
        "something that varies.",
    ),
    "filter": Texts("Kuka korjaa?", "Vem rättar?", "Who puts it right?"),
    "everyone": Texts("Näytä kaikki", "Visa alla", "Show all"),
    "contents": Texts("Sivun sisältö", "Innehåll", "On this page"),
    "who": Texts("Kuka korjaa", "Vem rättar", "Who"),
    "how": Texts("Miten", "Hur", "How"),
    "program": Texts("Ohjelmalle", "För program", "For programs"),
    "all_errors": Texts("Kaikki virheet", "Alla fel", "All errors"),
    "which_fields": Texts("Mitä kenttiä tämä koskee?", "Vilka fält gäller detta?", "Which fields?"),
}

FIXERS = {
    Fixer.SCHOOL: Texts("HOKSin täyttäjä", "Den som fyllt i planen", "Whoever wrote the plan"),
    Fixer.SYSTEM: Texts(
        "Tietojärjestelmän toimittaja", "Systemets leverantör", "The student system’s vendor"
    ),
    Fixer.PROVIDER: Texts(
        "Koulutuksen järjestäjän pääkäyttäjä",
        "Utbildningsanordnarens huvudanvändare",
        "The provider’s main user",
    ),
    Fixer.OPH: Texts("eHOKSin tuki", "Stödet för eHOKS", "eHOKS support"),
    Fixer.WAIT: Texts("Odottaminen auttaa", "Det hjälper att vänta", "Waiting helps"),
}
ADVICE = {
    Fixer.SCHOOL: Texts(
        "Korjaa tieto siinä järjestelmässä, jossa laadit HOKSin, ja lähetä HOKS uudelleen.",
        "Rätta uppgiften i det system där du gör upp planen och skicka den på nytt.",
        "Correct it in the system where you write the plan, and send the plan again.",
    ),
    Fixer.SYSTEM: Texts(
        "Virhe on järjestelmän lähettämässä kutsussa. Välitä koodi ja vastauksen request-id "
        "järjestelmäsi tukeen.",
        "Felet finns i anropet som systemet skickade. Ge koden och svarets request-id till "
        "systemets stöd.",
        "The fault is in the call that the system sent. Pass the code and the answer’s request-id "
        "to the support of your system.",
    ),
    Fixer.PROVIDER: Texts(
        "Pyydä pääkäyttäjää tarkistamaan oikeudet Opintopolussa.",
        "Be huvudanvändaren kontrollera rättigheterna i Studieinfo.",
        "Ask the main user to check the rights in Studyinfo.",
    ),
    Fixer.OPH: Texts(
        "Sinun ei tarvitse korjata mitään. Kerro tuelle vastauksen request-id.",
        "Du behöver inte rätta något. Ge svarets request-id till stödet.",
        "You need not correct anything. Tell support the request-id of the answer.",
    ),
    Fixer.WAIT: Texts(
        "Lähetä sama pyyntö hetken kuluttua uudelleen. Otsake Retry-After kertoo, milloin.",
        "Skicka samma begäran på nytt om en stund. Rubriken Retry-After berättar när.",
        "Send the same request again in a while. The header Retry-After tells when.",
    ),
}

# Groups of the help page: heading, and what they have in common.
ERROR_GROUPS = {
    "kutsu": (
        Texts("Kutsu", "Anropet", "The call"),
        Texts(
            "Kutsu ei ole sellainen, että sen voisi käsitellä. HOKSin sisältöä ei vielä katsottu.",
            "Anropet kan inte behandlas som det är. Planens innehåll har ännu inte granskats.",
            "The call cannot be handled as it is. The content of the plan was not looked at yet.",
        ),
    ),
    "oikeudet": (
        Texts("Tunnistautuminen ja oikeudet", "Inloggning och rättigheter", "Login and rights"),
        Texts(
            "Emme tiedä, kuka kutsuu, tai kutsujalla ei ole oikeutta tähän.",
            "Vi vet inte vem som anropar, eller så har den inte rätt till detta.",
            "We do not know who is calling, or the caller has no right to this.",
        ),
    ),
    "hoks": (
        Texts("HOKS kokonaisuutena", "Planen som helhet", "The plan as a whole"),
        Texts(
            "HOKSia ei ole, se on jo olemassa tai sitä ei voi muuttaa näin.",
            "Planen saknas, finns redan eller kan inte ändras så här.",
            "The plan is missing, exists already, or cannot be changed like this.",
        ),
    ),
    "saannot": (
        Texts("HOKSin säännöt", "Planens regler", "The rules of a plan"),
        Texts(
            "Kentät ovat oikean muotoisia, mutta ne eivät sovi yhteen. Koodi on vastauksen "
            "luettelossa violations, ja pointer kertoo paikan.",
            "Fälten har rätt form men passar inte ihop. Koden står i svarets lista violations, "
            "och pointer anger stället.",
            "The fields have the right form but do not fit together. The code is in the answer’s "
            "list violations, and pointer gives the place.",
        ),
    ),
    "kentat": (
        Texts("Kenttien muoto", "Fältens form", "The form of fields"),
        Texts(
            "Yksi kenttä puuttuu, on liikaa tai on väärän muotoinen. Koodi on vastauksen "
            "luettelossa violations, ja pointer kertoo paikan.",
            "Ett fält saknas, är överflödigt eller har fel form. Koden står i svarets lista "
            "violations, och pointer anger stället.",
            "A field is missing, does not belong or has the wrong form. The code is in the "
            "answer’s list violations, and pointer gives the place.",
        ),
    ),
    "rekisterit": (
        Texts("Muut rekisterit", "Andra register", "Other registers"),
        Texts(
            "Koski, Oppijanumerorekisteri tai muu palvelu tietää toisin kuin HOKS tai ei vastaa.",
            "Koski, Studentnummerregistret eller någon annan tjänst vet något annat än planen "
            "eller svarar inte.",
            "Koski, the register of learner numbers or another service knows otherwise than the "
            "plan, or does not answer.",
        ),
    ),
    "jaot": (
        Texts("Jaot", "Delningar", "Shares"),
        Texts(
            "Suunnitelman osaa ei voi jakaa näin, tai jaettu linkki ei aukea.",
            "En del av planen kan inte delas så här, eller så öppnas den delade länken inte.",
            "A part of the plan cannot be shared like this, or the shared link does not open.",
        ),
    ),
    "omat": (
        Texts("Meidän vikamme", "Vårt fel", "Our own faults"),
        Texts(
            "Pyynnössä ei ole vikaa: eHOKSissa on.",
            "Det är inget fel på begäran, felet finns i eHOKS.",
            "Nothing is wrong with the request: the fault is in eHOKS.",
        ),
    ),
}  # fmt: skip
