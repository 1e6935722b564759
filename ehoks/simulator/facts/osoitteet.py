"""Where the demo's people live and by which number they are reached: streets and towns of no map."""

from typing import Any

Ryhmat = list[dict[str, Any]]

_STREETS = (
    "Sammonkierto", "Kanteletie", "Vipusenkuja", "Louhenpolku", "Tapionraitti", "Aallottarenranta",
    "Otavankaari", "Kyöpelinmäki", "Hiidenhauta", "Lemminkäisen puistotie",
)  # fmt: skip
_TOWNS = (("99901", "Kalevala"), ("99902", "Väinölä"), ("99903", "Pohjola"), ("99904", "Saarela"))


def osoite(number: int) -> Ryhmat:
    """The groups of one person, the same ones every time: an address, and for most a number."""
    street = f"{_STREETS[number * 7 % len(_STREETS)]} {number * 13 % 89 + 1}"
    postcode, town = _TOWNS[number * 3 % len(_TOWNS)]
    home = {"KATUOSOITE": street, "POSTINUMERO": postcode, "KUNTA": town}
    groups = [{"kuvaus": "yhteystietotyyppi4", "alkupera": "alkupera1", "arvot": home}]
    if number % 4:
        own = {"MATKAPUHELINNUMERO": f"040 555 {number % 10_000:04}"}
        groups.append({"kuvaus": "yhteystietotyyppi1", "alkupera": "alkupera2", "arvot": own})
    return groups


def toissijaiset(number: int) -> Ryhmat:
    """As `osoite`, and what must not be taken for it: an older address, and one of a workplace."""
    old = {"KATUOSOITE": "Entinenkatu 1", "POSTINUMERO": "99905", "KUNTA": "Muinola"}
    work = {"KATUOSOITE": "Työmaantie 1", "PUHELINNUMERO": "040 555 9999"}
    return [
        {"kuvaus": "yhteystietotyyppi1", "alkupera": "alkupera2", "arvot": old},
        *osoite(number),
        {"kuvaus": "yhteystietotyyppi2", "alkupera": "alkupera2", "arvot": work},
    ]
