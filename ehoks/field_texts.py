"""The words of the page that draws the fields of a plan."""

from ehoks.common.texts import Texts

FIELDS = {
    "title": Texts("HOKSin kentät – eHOKS", "Planens fält – eHOKS", "The fields of a HOKS – eHOKS"),
    "heading": Texts(
        "HOKSin kentät yhtenä puuna",
        "Planens fält som ett träd",
        "The fields of a HOKS as one tree",
    ),
    "lead": Texts(
        "Jokainen kenttä paikallaan: mitä se tarkoittaa, miltä arvo näyttää, milloin se on "
        "pakollinen ja mitkä säännöt sitä sitovat. Sivu piirretään samasta määrittelystä, jolla "
        "eHOKS tarkistaa HOKSit.",
        "Varje fält på sin plats: vad det betyder, hur värdet ser ut, när det är obligatoriskt "
        "och vilka regler som binder det. Sidan ritas ur samma deklaration som eHOKS granskar "
        "planerna med.",
        "Every field in its place: what it means, what a value looks like, when it is required "
        "and which rules bind it. The page is drawn from the same declaration by which eHOKS "
        "checks plans.",
    ),
    "words": Texts(
        "Mitä merkinnät tarkoittavat?", "Vad betyder märkena?", "What do the marks mean?"
    ),
    "patch": Texts(
        "Osan sisällä PATCH tarkoittaa kutsua osan omaan osoitteeseen. Se, mikä on vielä alempana, "
        "korvataan kokonaan niin kuin PUTissa.",
        "Inom en del betyder PATCH ett anrop till delens egen adress. Det som står längre ner "
        "ersätts helt, som i PUT.",
        "Within a part PATCH means a call to the part’s own address. What stands further down is "
        "replaced as a whole, as by PUT.",
    ),
    "methods": Texts("Metodi", "Metod", "Method"),
    "all_methods": Texts("Kaikki metodit", "Alla metoder", "All methods"),
    "search": Texts("Hae kenttää", "Sök fält", "Find a field"),
    "go": Texts("Hae", "Sök", "Find"),
    "clear": Texts("Tyhjennä haku", "Rensa sökningen", "Clear the search"),
    "parts": Texts("HOKSin osat", "Planens delar", "Parts of a HOKS"),
    "whole": Texts(
        "Koko HOKS esimerkkinä", "Hela planen som exempel", "A whole HOKS as an example"
    ),
    "open": Texts("Avaa kaikki", "Öppna allt", "Open all"),
    "close": Texts("Sulje kaikki", "Stäng allt", "Close all"),
    "count": Texts("Kenttiä: {n}.", "Fält: {n}.", "Fields: {n}."),
    "hits": Texts("Löytyi: {n}.", "Hittade: {n}.", "Found: {n}."),
    "none": Texts(
        "Mitään ei löytynyt. Hae kentän avaimella, nimellä, koodilla, säännöllä tai virheen "
        "pointerilla.",
        "Ingenting hittades. Sök med fältets nyckel, namn, kod, regel eller ett fels pointer.",
        "Nothing was found. Search by the key of a field, its name, a code, a rule, or the "
        "pointer of an error.",
    ),
}

TILASTO = Texts("Tilastosyöte", "Statistikflödet", "Statistics feed")
