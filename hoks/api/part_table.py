"""The kinds of parts and their addresses: paths, views and the contract are made from one table.

A row says which list, which path, which old paths, and what is answered when there is no such part.
"""

from dataclasses import dataclass
from typing import Any

from hoks.schema import objects
from hoks.schema.fields import ObjectType
from hoks.services.parts import PartKind, list_kind


@dataclass(frozen=True)
class PartSpec:
    """A kind of part with its addresses."""

    part: PartKind
    key: str  # of its list in the plan
    segment: str
    aliases: tuple[str, ...] = ()


def _spec(segment: str, key: str, kind: ObjectType, missing: str, *aliases: str) -> PartSpec:
    return PartSpec(list_kind(key, kind, missing), key, segment, aliases)


PARTS = (
    _spec(
        "hankittava-ammat-tutkinnon-osa",
        "hankittavat-ammat-tutkinnon-osat",
        objects.HANKITTAVA_AMMAT_TUTKINNON_OSA,
        "Hankittava ammatillinen tutkinnon osa not found",
        "puuttuva-ammatillinen-osaaminen",
    ),
    _spec(
        "hankittava-paikallinen-tutkinnon-osa",
        "hankittavat-paikalliset-tutkinnon-osat",
        objects.HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA,
        "Hankittava paikallinen tutkinnon osa not found",
        "puuttuva-paikallinen-tutkinnon-osa",
    ),
    _spec(
        "hankittava-yhteinen-tutkinnon-osa",
        "hankittavat-yhteiset-tutkinnon-osat",
        objects.HANKITTAVA_YHTEINEN_TUTKINNON_OSA,
        "HYTO not found with given HYTO ID",
        "puuttuvat-yhteiset-tutkinnon-osat",
        "puuttuvat-yhteisen-tutkinnon-osat",
    ),
    _spec(
        "aiemmin-hankittu-ammat-tutkinnon-osa",
        "aiemmin-hankitut-ammat-tutkinnon-osat",
        objects.AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA,
        "Olemassa oleva ammatillinen tutkinnon osa not found",
        "olemassa-olevat-ammatilliset-tutkinnon-osat",
    ),
    _spec(
        "aiemmin-hankittu-paikallinen-tutkinnon-osa",
        "aiemmin-hankitut-paikalliset-tutkinnon-osat",
        objects.AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA,
        "Aiemmin hankittu paikallinen tutkinnon osa not found",
        "olemassa-olevat-paikalliset-tutkinnon-osat",
    ),
    _spec(
        "aiemmin-hankittu-yhteinen-tutkinnon-osa",
        "aiemmin-hankitut-yhteiset-tutkinnon-osat",
        objects.AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA,
        "Aiemmin hankitun yhteinen tutkinnon osa not found",
        "olemassa-olevat-yhteiset-tutkinnon-osat",
    ),
    _spec(
        "opiskeluvalmiuksia-tukevat-opinnot",
        "opiskeluvalmiuksia-tukevat-opinnot",
        objects.OPISKELUVALMIUKSIA_TUKEVAT_OPINNOT,
        "OTO not found with given OTO ID",
    ),
)

HANKKIMISTAPA = "osaamisen-hankkimistapa"
TAVAT, OSA_ALUEET = "osaamisen-hankkimistavat", "osa-alueet"
PAIKALLISET = "hankittavat-paikalliset-tutkinnon-osat"
NAYTOT = "osaamisen-osoittaminen"
PARENT = "hankittava-paikallinen-tutkinnon-osa-id"
OLD_PARENT = "puuttuva-paikallinen-tutkinnon-osa-id"
PAIKALLINEN = PARTS[1].part
PAIKALLISEN_NAYTTO = PartKind(
    objects.OSAAMISEN_OSOITTAMINEN,
    lambda document: [osa[NAYTOT] for osa in document[PAIKALLISET]],
    "Osaamisen osoittaminen not found",
)


def _tavat(document: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The ways of acquiring of every unit and subject area, in the plan's order."""
    ammat, paikalliset, yhteiset = (document[spec.key] for spec in PARTS[:3])
    areas = (area for unit in yhteiset for area in unit[OSA_ALUEET])
    return [osa[TAVAT] for osa in (*ammat, *paikalliset, *areas)]


TAPA = PartKind(objects.OSAAMISEN_HANKKIMISTAPA, _tavat, "Osaamisen hankkimistapa not found")
