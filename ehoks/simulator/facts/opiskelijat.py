"""The named students of the demo and the study rights made to try special cases with."""

from typing import Any

from ehoks.simulator.facts.kayttajat import AINO, HUOLTAJA, OHJAAJA
from ehoks.simulator.facts.oids import henkilo_oid, opiskeluoikeus_oid
from ehoks.simulator.facts.osoitteet import osoite, toissijaiset
from ehoks.simulator.facts.tutkinnot import LUKIO, TELMA, TUVA

AMMATTIOPISTO = "1.2.246.562.10.27182818289"
AIKUISOPISTO = "1.2.246.562.10.41421356233"
POHJOLAN_AMMATTIOPISTO = "1.2.246.562.10.51230000111"
LEIPURINKATU = "1.2.246.562.10.2013061512345678901234"

LEMPI = "1.2.246.562.24.27182818287"
PEKKA = "1.2.246.562.24.12312312319"
MINTTU = "1.2.246.562.24.31415926531"
TUISKU = "1.2.246.562.24.16180339889"
TWELVE_DIGITS = "1.2.246.562.24.200000000810"
MASTER, SLAVE, SECRET, UNKNOWN = map(henkilo_oid, range(1_000_000_040, 1_000_000_080, 10))
SPECIAL = [henkilo_oid(body) for body in range(1_000_001_000, 1_000_001_160, 10)]

_NAMES = {
    AINO: ("Aino Marjatta", "Aino", "Kalevatar"),
    HUOLTAJA: ("Helka Kanerva", "Helka", "Kalevatar"),
    OHJAAJA: ("Onni Oskari", "Onni", "Ohjaaja"),
    LEMPI: ("Lempi Orvokki", "Lempi", "Leipuri"),
    PEKKA: ("Pekka Juhani", "Pekka", "Pullanen"),
    MINTTU: ("Minttu Elina", "Minttu", "Pieninen"),
    TUISKU: ("Tuisku Tuulia", "Tuisku", "Tuvanen"),
    TWELVE_DIGITS: ("Kaksi Toista", "Kaksi", "Numeroinen"),
    MASTER: ("Tuplasti Yksi", "Yksi", "Pääoidinen"),
    SLAVE: ("Tuplasti Yksi", "Yksi", "Pääoidinen"),
    SECRET: ("Salla Sylvi", "Salla", "Turvaste"),
}
# The others' contact data are not known to the register. A duplicate number has the old ones.
_CONTACTS = {
    AINO: toissijaiset(1),
    LEMPI: osoite(2),
    PEKKA: osoite(3),
    TUISKU: osoite(4),
    MASTER: osoite(5),
    SLAVE: osoite(6),
    SECRET: osoite(7),
}
_SPECIAL_SURNAMES = (
    "Eronen", "Valmisto", "Vanhala", "Tuorila", "Katsaste", "Peruste", "Keskinen", "Lomanen",
    "Telmala", "Lukiolainen", "Linkola", "Mitätön", "Tulevaara", "Päivätön", "Tilaton", "Ahkera",
)  # fmt: skip


def henkilot() -> list[dict[str, Any]]:
    """The persons, ready for the file of facts. One student has no row: unknown to the register."""
    rows = [_henkilo(oid, *name) for oid, name in _NAMES.items()]
    for row in rows:
        if row["oid"] == SLAVE:
            row["master"] = MASTER
        if row["oid"] == SECRET:
            row["turvakielto"] = True
        if row["oid"] in _CONTACTS:
            row["yhteystiedot"] = _CONTACTS[row["oid"]]
    rows += [
        _henkilo(oid, "Erika Esimerkki", "Erika", surname)
        for oid, surname in zip(SPECIAL, _SPECIAL_SURNAMES, strict=True)
    ]
    return rows


def _henkilo(oid: str, etunimet: str, kutsumanimi: str, sukunimi: str) -> dict[str, Any]:
    return {"oid": oid, "etunimet": etunimet, "kutsumanimi": kutsumanimi, "sukunimi": sukunimi}


def opiskeluoikeudet() -> list[dict[str, Any]]:
    """The study rights, ready for the file of facts."""
    return _named() + _special()


def _named() -> list[dict[str, Any]]:
    leipuri = {"tutkinto": "352101", "osaamisala": "1531", "toimipiste": LEIPURINKATU}
    esimerkki = "1.2.246.562.15."
    return [
        _right(esimerkki + "27182818289", LEMPI, **leipuri),
        _right(esimerkki + "10000000009", PEKKA, **leipuri),
        _right(esimerkki + "31415926539", MINTTU, alku="2026-08-01", loppu="2029-06-05", **leipuri),
        _tuva(esimerkki + "16180339885", TUISKU),
        _right(opiskeluoikeus_oid(1_000_000_010), AINO, seed=True, **leipuri),
        _right(
            opiskeluoikeus_oid(1_000_000_020),
            AINO,
            oppilaitos=AIKUISOPISTO,
            alku="2026-01-07",
            loppu="2027-12-20",
            tutkinto="334114",
        ),
        _right(
            opiskeluoikeus_oid(1_000_000_030),
            AINO,
            oppilaitos=POHJOLAN_AMMATTIOPISTO,
            alku="2025-08-04",
            loppu="2028-06-02",
        ),
    ]


def _special() -> list[dict[str, Any]]:
    oids = map(opiskeluoikeus_oid, range(1_000_000_100, 1_000_000_300, 10))
    oppijat = iter(SPECIAL)

    def ended(tila: str, paiva: str, alku: str, huomautus: str) -> dict[str, Any]:
        jaksot = [[alku, "lasna"], [paiva, tila]]
        return _right(
            next(oids), next(oppijat), alku=alku, jaksot=jaksot, paattymispaiva=paiva,
            huomautus=huomautus,
        )  # fmt: skip

    def paused(tila: str, paiva: str) -> dict[str, Any]:
        jaksot = [["2024-08-05", "lasna"], [paiva, tila]]
        return _right(next(oids), next(oppijat), jaksot=jaksot, huomautus=tila)

    return [
        ended("eronnut", "2026-02-02", "2024-08-05", "eronnut"),
        ended("valmistunut", "2026-06-05", "2023-08-07", "valmistunut yli 3 kuukautta sitten"),
        ended("valmistunut", "2020-05-30", "2017-08-07", "valmistunut yli 5 vuotta sitten"),
        ended("valmistunut", "2026-10-30", "2023-08-07", "valmistunut syksyllä 2026"),
        ended("katsotaaneronneeksi", "2026-05-04", "2024-08-05", "katsotaan eronneeksi"),
        ended("peruutettu", "2026-08-10", "2026-08-03", "peruutettu"),
        paused("valiaikaisestikeskeytynyt", "2026-09-01"),
        paused("loma", "2026-08-17"),
        _right(
            next(oids), next(oppijat), suoritus="telma", tutkinto=TELMA, huomautus="TELMA"
        ),
        _right(
            next(oids), next(oppijat), tyyppi="lukiokoulutus", suoritus="lukionoppimaara",
            tutkinto=LUKIO, huomautus="lukiokoulutus: HOKSia ei voi tehdä",
        ),
        *_linked(next(oids), next(oids), next(oppijat)),
        _right(next(oids), next(oppijat), mitatoity=True, huomautus="mitätöity: Koski 404"),
        _right(
            next(oids), next(oppijat), jaksot=[["2024-08-05", "lasna"], ["2030-01-07", "eronnut"]],
            huomautus="eroaa vasta tulevaisuudessa",
        ),
        _right(next(oids), next(oppijat), alku=None, loppu=None, huomautus="ei päiviä"),
        _right(next(oids), next(oppijat), jaksot=[], huomautus="ei yhtään tilaa"),
        _right(next(oids), SLAVE, huomautus="oppijan oid on duplikaatti"),
        _right(next(oids), UNKNOWN, huomautus="oppijaa ei ole Oppijanumerorekisterissä"),
        _right(next(oids), SECRET, huomautus="turvakielto"),
        _right(
            "1.2.246.562.15.200000000410", TWELVE_DIGITS, huomautus="tarkiste on kirjoitettu 10"
        ),
    ]  # fmt: skip


def _linked(outer: str, inner: str, oppija: str) -> list[dict[str, Any]]:
    return [
        _right(outer, oppija, huomautus="sisältää toisen järjestäjän opiskeluoikeuden"),
        _right(
            inner, oppija, oppilaitos=POHJOLAN_AMMATTIOPISTO, sisaltyy=outer,
            huomautus="sisältyy toiseen opiskeluoikeuteen",
        ),
    ]  # fmt: skip


def _tuva(oid: str, oppija: str) -> dict[str, Any]:
    return _right(
        oid,
        oppija,
        tyyppi="tuva",
        suoritus="tuvakoulutuksensuoritus",
        tutkinto=TUVA,
        alku="2026-08-10",
        loppu="2027-06-05",
    )


def _right(
    oid: str,
    oppija: str,
    *,
    alku: str | None = "2024-08-05",
    loppu: str | None = "2027-06-05",
    oppilaitos: str = AMMATTIOPISTO,
    tutkinto: str = "331101",
    **more: Any,
) -> dict[str, Any]:
    """A right of an ordinary student, but for what is said otherwise."""
    row = {
        "oid": oid,
        "oppija": oppija,
        "tyyppi": "ammatillinenkoulutus",
        "oppilaitos": oppilaitos,
        "alkamispaiva": alku,
        "arvioitu_paattymispaiva": loppu,
        "jaksot": [[alku or "2024-08-05", "lasna"]],
        "suoritus": "ammatillinentutkinto",
        "tutkinto": tutkinto,
        **more,
    }
    return {key: value for key, value in row.items() if value is not None}
