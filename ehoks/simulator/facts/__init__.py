"""The facts of the simulated Finland: read from one JSON file, linked and typed."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import orjson

DEMO_FILE = Path(__file__).parent / "demo.json"
OPH_ROOT = "1.2.246.562.10.00000000001"
KOULUTUSTOIMIJA, OPPILAITOS, TOIMIPISTE = (f"organisaatiotyyppi_0{n}" for n in (1, 2, 3))

Nimi = dict[str, str]


@dataclass(frozen=True, slots=True)
class Organisaatio:
    """An organisation; `path` is its own OID and those of all above it, the root last."""

    oid: str
    nimi: Nimi
    tyypit: tuple[str, ...]
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Henkilo:
    """A person; `master` is set when the OID is a duplicate of another one.

    Each of `yhteystiedot` is a group: `kuvaus`, `alkupera` and `arvot` by their kinds.
    """

    oid: str
    etunimet: str
    kutsumanimi: str
    sukunimi: str
    turvakielto: bool = False
    master: str | None = None
    yhteystiedot: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Kayttaja:
    """Somebody who can log in; the password is the name."""

    username: str
    oid: str
    nimi: str
    tyyppi: str  # VIRKAILIJA, PALVELU or OPPIJA
    kuvaus: Nimi
    roles: tuple[str, ...] = ()
    valtuudet: str | None = None  # OID of the person for whom this one acts


@dataclass(frozen=True, slots=True)
class Opiskeluoikeus:
    """A study right as Koski holds it."""

    oid: str
    oppija: str
    tyyppi: str
    oppilaitos: str
    jaksot: tuple[tuple[str, str], ...]  # (alku, tila)
    suoritus: str
    tutkinto: str
    alkamispaiva: str | None = None
    arvioitu_paattymispaiva: str | None = None
    paattymispaiva: str | None = None
    osaamisala: str | None = None
    suorituskieli: str = "FI"
    toimipiste: str | None = None
    sisaltyy: str | None = None
    mitatoity: bool = False
    seed: bool = False
    huomautus: str | None = None


@dataclass(frozen=True, slots=True)
class Koodi:
    """One code of a code set."""

    arvo: str
    versio: int
    nimi: Nimi
    alku: str
    loppu: str | None = None
    tila: str = "HYVAKSYTTY"
    laajuus: float | None = None


@dataclass(frozen=True, slots=True)
class Tutkinto:
    """A qualification or other education: its names, and its peruste when ePerusteet has one."""

    koodi: str
    nimi: Nimi
    peruste: int | None
    diaarinumero: str | None
    laajuus: int | None
    osaamisalat: dict[str, Nimi]
    tutkinnon_osat: tuple[str, ...]
    tutkintonimikkeet: dict[str, Nimi] = field(default_factory=dict)  # by competence area


@dataclass(frozen=True)
class Facts:
    """Everything that is so in the simulated Finland, by OID or by name."""

    organisaatiot: dict[str, Organisaatio]
    henkilot: dict[str, Henkilo]
    kayttajat: dict[str, Kayttaja]
    opiskeluoikeudet: dict[str, Opiskeluoikeus]
    tutkinnot: dict[str, Tutkinto]
    koodistot: dict[str, tuple[Koodi, ...]]

    def koulutustoimija(self, oid: str) -> Organisaatio | None:
        """The provider to which an organisation belongs (a provider belongs to itself)."""
        path = self.organisaatiot[oid].path
        above = (self.organisaatiot[step] for step in path)
        return next((o for o in above if KOULUTUSTOIMIJA in o.tyypit), None)

    @cached_property
    def family(self) -> dict[str, tuple[str, ...]]:
        """For each person OID that is or has a duplicate, all the OIDs of that person."""
        families: dict[str, list[str]] = {}
        for henkilo in self.henkilot.values():
            if henkilo.master:
                families.setdefault(henkilo.master, [henkilo.master]).append(henkilo.oid)
        return {oid: tuple(oids) for oids in families.values() for oid in oids}


def load_facts(file: Path | None = None) -> Facts:
    """Read a file of facts; without a file, the demo's.

    Raises ValueError, KeyError or TypeError when the file is not what the README beside says.
    """
    raw: dict[str, Any] = orjson.loads((file or DEMO_FILE).read_bytes())
    henkilot = [
        Henkilo(**{**row, "yhteystiedot": tuple(row.get("yhteystiedot", ()))})
        for row in raw["henkilot"]
    ]
    kayttajat = [Kayttaja(**{**row, "roles": tuple(row["roles"])}) for row in raw["kayttajat"]]
    oikeudet = [
        Opiskeluoikeus(**{**row, "jaksot": tuple(map(tuple, row["jaksot"]))})
        for row in raw["opiskeluoikeudet"]
    ]
    tutkinnot = [
        Tutkinto(**{**row, "tutkinnon_osat": tuple(row["tutkinnon_osat"])})
        for row in raw["tutkinnot"]
    ]
    return Facts(
        organisaatiot=_with_paths(raw["organisaatiot"]),
        henkilot={h.oid: h for h in henkilot},
        kayttajat={k.username: k for k in kayttajat},
        opiskeluoikeudet={o.oid: o for o in oikeudet},
        tutkinnot={t.koodi: t for t in tutkinnot},
        koodistot={
            name: tuple(Koodi(**koodi) for koodi in koodit)
            for name, koodit in raw["koodistot"].items()
        },
    )


def _with_paths(rows: list[dict[str, Any]]) -> dict[str, Organisaatio]:
    parents = {row["oid"]: row["parent"] for row in rows}

    def path(oid: str) -> tuple[str, ...]:
        parent = parents[oid]
        return (oid, *path(parent)) if parent else (oid,)

    return {
        row["oid"]: Organisaatio(row["oid"], row["nimi"], tuple(row["tyypit"]), path(row["oid"]))
        for row in rows
    }
