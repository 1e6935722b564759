"""The words about fields that the tree and the guide share, in three languages."""

from collections.abc import Mapping
from typing import Any

from ehoks.common.texts import Texts
from hoks.presenters.kohdat import Vaatimus
from hoks.schema.fields import Operation, Peruste

METHODS = {
    Operation.POST: Texts("POST", "POST", "POST"),
    Operation.PUT: Texts("PUT", "PUT", "PUT"),
    Operation.PATCH: Texts("PATCH", "PATCH", "PATCH"),
    Operation.GET: Texts("GET", "GET", "GET"),
    Operation.VIPUNEN: Texts("tilasto", "statistik", "statistics"),
}

VAATIMUKSET = {
    Vaatimus.REQUIRED: Texts("pakollinen", "obligatorisk", "required"),
    Vaatimus.OPTIONAL: Texts("vapaaehtoinen", "frivillig", "optional"),
    Vaatimus.IGNORED: Texts("sivuutetaan", "beaktas inte", "ignored"),
    Vaatimus.REFUSED: Texts("ei hyväksytä", "godtas inte", "not accepted"),
    Vaatimus.ALWAYS: Texts("aina", "alltid", "always"),
    Vaatimus.STORED: Texts("jos tallennettu", "om sparad", "if stored"),
    Vaatimus.HIDDEN: Texts("ei näytetä", "visas inte", "not shown"),
}

MEANINGS = {
    Vaatimus.REQUIRED: Texts(
        "Kentän pitää olla rungossa. Luettelo saa silti olla tyhjä.",
        "Fältet ska finnas i innehållet. En lista får ändå vara tom.",
        "The field must be in the body. A list may still be empty.",
    ),
    Vaatimus.OPTIONAL: Texts(
        "Kentän voi jättää pois. PUT poistaa tiedon, joka jätetään pois; PATCH jättää sen ennalleen.",
        "Fältet kan lämnas bort. PUT tar bort det som lämnas bort; PATCH låter det vara som det är.",
        "The field may be left out. PUT removes what is left out; PATCH leaves it as it is.",
    ),
    Vaatimus.IGNORED: Texts(
        "Kentän voi lähettää, jotta GETin vastaus kelpaa takaisin, mutta sillä ei ole vaikutusta.",
        "Fältet får sändas, så att svaret på GET duger tillbaka, men det har ingen verkan.",
        "The field may be sent, so that the answer to a GET can be sent back, but has no effect.",
    ),
    Vaatimus.REFUSED: Texts(
        "Kentän lähettäminen on virhe.",
        "Det är ett fel att sända fältet.",
        "Sending the field is an error.",
    ),
    Vaatimus.ALWAYS: Texts(
        "Kenttä on jokaisessa vastauksessa; luettelo tarvittaessa tyhjänä.",
        "Fältet finns i varje svar; en lista vid behov tom.",
        "The field is in every answer; a list is empty if need be.",
    ),
    Vaatimus.STORED: Texts(
        "Kenttä on vastauksessa, kun sille on tallennettu arvo.",
        "Fältet finns i svaret när det har ett sparat värde.",
        "The field is in the answer when a value is stored.",
    ),
    Vaatimus.HIDDEN: Texts(
        "Kenttä ei ole vastauksessa.",
        "Fältet finns inte i svaret.",
        "The field is not in the answer.",
    ),
}

PERUSTEET = {
    Peruste.LAKI: Texts("lakisääteinen", "lagstadgad", "statutory"),
    Peruste.SUOSITUS: Texts("suositeltava", "rekommenderas", "recommended"),
}

PERUSTEIDEN_MERKITYKSET = {
    Peruste.LAKI: Texts(
        "Tieto, jonka laki valtakunnallisista opinto- ja tutkintorekistereistä (884/2017, 9 §) ja "
        "asetus ammatillisesta koulutuksesta (673/2017, 9 §) nimeävät HOKSin sisällöksi. Se "
        "kirjataan, kun asia koskee opiskelijaa.",
        "En uppgift som lagen om nationella studie- och examensregister (884/2017, 9 §) och "
        "förordningen om yrkesutbildning (673/2017, 9 §) nämner som planens innehåll. Den "
        "antecknas när saken gäller den studerande.",
        "Named among the contents of a plan by the act on national study and degree registers "
        "(884/2017, section 9) and the decree on vocational education (673/2017, section 9). It "
        "is recorded when it concerns the student.",
    ),
    Peruste.SUOSITUS: Texts(
        "Tieto ei ole pakollinen, mutta esimerkiksi palautekyselyt tarvitsevat sen.",
        "Uppgiften är inte obligatorisk, men till exempel responsenkäterna behöver den.",
        "It is not required, but feedback surveys, for example, need it.",
    ),
}

# Names and meanings of all that is marked at a field.
LEGEND: tuple[tuple[Mapping[Any, Texts], Mapping[Any, Texts]], ...] = (
    (VAATIMUKSET, MEANINGS),
    (PERUSTEET, PERUSTEIDEN_MERKITYKSET),
)

CARD = {
    "example": Texts("esimerkiksi", "till exempel", "for example"),
    "pattern": Texts("Muoto", "Form", "Pattern"),
    "koodisto": Texts("Koodisto", "Koduppsättning", "Code set"),
    "rules": Texts("Säännöt", "Regler", "Rules"),
    "old_name": Texts("Nimi ennen", "Tidigare namn", "Once called"),
    "osoite": Texts("Oma osoite", "Egen adress", "Own address"),
    "old_path": Texts("Osoite ennen", "Tidigare adress", "Once at"),
    "component": Texts("Rajapintakuvauksessa", "I beskrivningen", "In the contract"),
    "snippet": Texts("Esimerkki JSONina", "Exempel som JSON", "Example as JSON"),
    "link": Texts("Linkki", "Länk", "Link"),
}

OBJECT = Texts("olio", "objekt", "object")
LIST_OF_OBJECTS = Texts("luettelo olioita", "lista med objekt", "list of objects")
LIST = Texts("luettelo: {muoto}", "lista: {muoto}", "list: {muoto}")


def grouped(
    vaatimukset: Mapping[Operation, Vaatimus], kieli: str
) -> list[tuple[Vaatimus, str, list[str]]]:
    """The requirements with the methods that have each: `pakollinen`: POST, PUT."""
    found: dict[Vaatimus, list[str]] = {}
    for method, vaatimus in vaatimukset.items():
        found.setdefault(vaatimus, []).append(METHODS[method].say(kieli))
    return [(v, VAATIMUKSET[v].say(kieli), methods) for v, methods in found.items()]
