"""Those who can log in to the demo: staff, service users, citizens."""

from typing import Any

from ehoks.simulator.facts.oids import henkilo_oid
from ehoks.simulator.facts.organisaatiot import KALEVALA, OPH, POHJOLA

AINO = henkilo_oid(1_000_000_010)
HUOLTAJA = henkilo_oid(1_000_000_020)
OHJAAJA = henkilo_oid(1_000_000_030)


def _ehoks(organisaatio: str, *names: str) -> list[str]:
    # the CAS of Opintopolku gives each role also without the organisation
    bare = ["ROLE_APP_EHOKS", *(f"ROLE_APP_EHOKS_{name}" for name in names)]
    return bare + [f"ROLE_APP_EHOKS_{name}_{organisaatio}" for name in names]


_ALL_OF_KALEVALA = (
    "Lukee, tallentaa ja poistaa Kalevalan koulutuskuntayhtymän HOKSeja",
    "Läser, sparar och raderar Kalevala utbildningssamkommuns PUK-planer",
    "Reads, saves and deletes the plans of Kalevala Education Consortium",
)
_READ_KALEVALA = (
    "Lukee Kalevalan koulutuskuntayhtymän HOKSeja",
    "Läser Kalevala utbildningssamkommuns PUK-planer",
    "Reads the plans of Kalevala Education Consortium",
)
_WRITE_POHJOLA = (
    "Lukee ja tallentaa Pohjolan koulutus Oy:n HOKSeja",
    "Läser och sparar Pohjola utbildning Ab:s PUK-planer",
    "Reads and saves the plans of Pohjola Education Ltd",
)

# username, OID, name, type, what it may do (fi, sv, en), roles
_ROWS: list[tuple[str, str, str, str, tuple[str, str, str], list[str]]] = [
    ("vaino", henkilo_oid(1_000_000_100), "Väinö Kalevainen", "VIRKAILIJA", _ALL_OF_KALEVALA,
     _ehoks(KALEVALA, "CRUD", "HOKS_DELETE")),
    ("lukija", henkilo_oid(1_000_000_110), "Lukki Lukija", "VIRKAILIJA", _READ_KALEVALA,
     _ehoks(KALEVALA, "READ")),
    ("ilmari", henkilo_oid(1_000_000_120), "Ilmari Takoja", "VIRKAILIJA", _WRITE_POHJOLA,
     _ehoks(POHJOLA, "CRUD")),
    ("louhi", henkilo_oid(1_000_000_130), "Louhi Emäntä", "VIRKAILIJA", (
        "Opetushallituksen pääkäyttäjä: saa tehdä kaiken",
        "Utbildningsstyrelsens huvudanvändare: får göra allt",
        "Main user of the Finnish National Agency for Education: may do everything",
     ), _ehoks(OPH, "OPHPAAKAYTTAJA")),
    ("rooliton", henkilo_oid(1_000_000_140), "Roope Rooliton", "VIRKAILIJA", (
        "Ei oikeuksia eHOKSiin",
        "Inga rättigheter i ePUK",
        "Has no rights in eHOKS",
     ), [f"ROLE_APP_ORGANISAATIOHALLINTA_READ_{KALEVALA}"]),
    ("sampo", henkilo_oid(1_000_000_200), "Sampo-opintohallinto", "PALVELU", _ALL_OF_KALEVALA,
     _ehoks(KALEVALA, "CRUD", "HOKS_DELETE")),
    ("sampo-luku", henkilo_oid(1_000_000_210), "Sampo-raportointi", "PALVELU", _READ_KALEVALA,
     _ehoks(KALEVALA, "READ")),
    ("muu-palvelu", henkilo_oid(1_000_000_220), "Pohjolan opintohallinto", "PALVELU",
     _WRITE_POHJOLA, _ehoks(POHJOLA, "CRUD")),
    ("oph-palvelu", henkilo_oid(1_000_000_230), "Opetushallituksen palvelu", "PALVELU", (
        "Lukee ja tallentaa kaikkien koulutuksen järjestäjien HOKSeja",
        "Läser och sparar alla utbildningsanordnares PUK-planer",
        "Reads and saves the plans of all providers",
     ), _ehoks(OPH, "CRUD", "READ")),
    ("ehoks", henkilo_oid(1_000_000_240), "eHOKS-palvelu", "PALVELU", (
        "eHOKSin oma tunnus Koskeen ja Oppijanumerorekisteriin",
        "ePUK:s egen användare för Koski och studentnummerregistret",
        "The account with which eHOKS asks Koski and the National Learner ID Register",
     ), [
        f"ROLE_APP_KOSKI_OPHKATSELIJA_{OPH}",
        f"ROLE_APP_OPPIJANUMEROREKISTERI_REKISTERINPITAJA_READ_{OPH}",
     ]),
    ("aino", AINO, "Aino Kalevatar", "OPPIJA", (
        "Opiskelija kahdessa Kalevalan oppilaitoksessa ja Pohjolassa",
        "Studerande vid två av Kalevalas läroanstalter och i Pohjola",
        "Student at two schools of Kalevala and in Pohjola",
     ), []),
    ("huoltaja", HUOLTAJA, "Helka Kalevatar", "OPPIJA", (
        "Asioi Ainon puolesta (valtuudet)",
        "Uträttar ärenden för Aino (fullmakt)",
        "Acts on behalf of Aino",
     ), []),
    ("ohjaaja", OHJAAJA, "Onni Ohjaaja", "OPPIJA", (
        "Vastuullinen työpaikkaohjaaja Pullapaja Oy:ssä",
        "Ansvarig arbetsplatshandledare på Pullapaja Oy",
        "Responsible workplace instructor at Pullapaja Oy",
     ), []),
]  # fmt: skip


def kayttajat() -> list[dict[str, Any]]:
    """The users, ready for the file of facts."""
    return [_row(*row) for row in _ROWS]


def _row(
    username: str, oid: str, nimi: str, tyyppi: str, kuvaus: tuple[str, str, str], roles: list[str]
) -> dict[str, Any]:
    row: dict[str, Any] = {
        "username": username,
        "oid": oid,
        "nimi": nimi,
        "tyyppi": tyyppi,
        "kuvaus": dict(zip(("fi", "sv", "en"), kuvaus, strict=True)),
        "roles": roles,
    }
    return row | ({"valtuudet": AINO} if username == "huoltaja" else {})
