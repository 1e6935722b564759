"""What a share shows: the whole of it is declared here, and what is not declared is not shown.

The shared plan is cut out of the stored one along the declaration, before anything else sees it:
pages, print, PDF, the API and the comparison of versions all read the cut, never the plan.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from sharing.models import ModuulinTyyppi, OsanTyyppi

Document = dict[str, Any]
# A key to what may be seen of it: the value as it is (True), or an object or list of objects.
Nakyvissa = Mapping[str, "bool | Nakyvissa"]

AMMATILLISET = "hankittavat-ammat-tutkinnon-osat"
PAIKALLISET = "hankittavat-paikalliset-tutkinnon-osat"
YHTEISET = "hankittavat-yhteiset-tutkinnon-osat"
OSA_ALUEET = "osa-alueet"
TAVAT, NAYTOT = "osaamisen-hankkimistavat", "osaamisen-osoittaminen"

TAPA: Nakyvissa = {
    "id": True,
    "module-id": True,
    "alku": True,
    "loppu": True,
    "ajanjakson-tarkenne": True,
    "osaamisen-hankkimistapa-koodi-uri": True,
    "osaamisen-hankkimistapa-koodi-versio": True,
    "osa-aikaisuustieto": True,
    "jarjestajan-edustaja": {"nimi": True, "rooli": True, "oppilaitos-oid": True},
    "tyopaikalla-jarjestettava-koulutus": {
        "tyopaikan-nimi": True,
        "vastuullinen-tyopaikka-ohjaaja": {"nimi": True},  # no address, no number
        "keskeiset-tyotehtavat": True,
    },
    "keskeytymisajanjaksot": {"alku": True, "loppu": True},
    "muut-oppimisymparistot": {
        "oppimisymparisto-koodi-uri": True,
        "oppimisymparisto-koodi-versio": True,
        "alku": True,
        "loppu": True,
    },
}
NAYTTO: Nakyvissa = {
    "id": True,
    "module-id": True,
    "alku": True,
    "loppu": True,
    "jarjestaja": {"oppilaitos-oid": True},
    "nayttoymparisto": {"nimi": True, "kuvaus": True},
    "sisallon-kuvaus": True,
    "koulutuksen-jarjestaja-osaamisen-arvioijat": {
        "nimi": True,
        "organisaatio": {"oppilaitos-oid": True},
    },
    "tyoelama-osaamisen-arvioijat": {"nimi": True, "organisaatio": {"nimi": True}},
    "osa-alueet": {"koodi-uri": True, "koodi-versio": True},
    "yksilolliset-kriteerit": True,
    "vaatimuksista-tai-tavoitteista-poikkeaminen": True,
}
_OSA: Nakyvissa = {"id": True, "module-id": True}
OSAT: dict[OsanTyyppi, Nakyvissa] = {
    OsanTyyppi.AMMATILLINEN: {
        **_OSA,
        "tutkinnon-osa-koodi-uri": True,
        "tutkinnon-osa-koodi-versio": True,
        "tutkinnon-osan-perusteen-diaarinro": True,
    },
    OsanTyyppi.PAIKALLINEN: {
        **_OSA,
        "nimi": True,
        "laajuus": True,
        "tavoitteet-ja-sisallot": True,
    },
    OsanTyyppi.OSA_ALUE: {**_OSA, "osa-alue-koodi-uri": True, "osa-alue-koodi-versio": True},
}
YLAOSA: Nakyvissa = {**_OSA, "tutkinnon-osa-koodi-uri": True, "tutkinnon-osa-koodi-versio": True}
_PLACES = {"tyopaikan-nimi", "oppilaitos-oid", "organisaatio", "jarjestaja", "nayttoymparisto"}
_EMPTY_LISTS = (
    AMMATILLISET, PAIKALLISET, YHTEISET, "hankittavat-koulutuksen-osat",
    "aiemmin-hankitut-ammat-tutkinnon-osat", "aiemmin-hankitut-paikalliset-tutkinnon-osat",
    "aiemmin-hankitut-yhteiset-tutkinnon-osat",
)  # fmt: skip


class Kohde(NamedTuple):
    """A part of a plan that can be shared, as it stands in the stored document."""

    osa_tyyppi: OsanTyyppi
    osa: Document
    ylaosa: Document | None  # the common unit that a subject area belongs to
    moduuli_tyyppi: ModuulinTyyppi
    moduuli: Document

    @property
    def module_id(self) -> str:
        """The id by which it is the same part from one version to the next."""
        return str(self.moduuli["module-id"])


def find_kohde(document: Document, module_id: UUID | str) -> Kohde | None:
    """The part of that module id; None when the plan has none that can be shared."""
    wanted = str(module_id)
    return next((k for k in list_kohteet(document) if k.moduuli.get("module-id") == wanted), None)


def list_kohteet(document: Document) -> list[Kohde]:
    """All that can be shared of a plan: each unit, then its ways and demonstrations."""
    found = []
    for tyyppi, osa, ylaosa in _osat(document):
        found.append(Kohde(tyyppi, osa, ylaosa, ModuulinTyyppi.OSA, osa))
        for key, laji in ((TAVAT, ModuulinTyyppi.TAPA), (NAYTOT, ModuulinTyyppi.NAYTTO)):
            found += [Kohde(tyyppi, osa, ylaosa, laji, m) for m in osa.get(key) or ()]
    return found


def _osat(document: Document) -> list[tuple[OsanTyyppi, Document, Document | None]]:
    found: list[tuple[OsanTyyppi, Document, Document | None]] = []
    found += [(OsanTyyppi.AMMATILLINEN, osa, None) for osa in document.get(AMMATILLISET) or ()]
    found += [(OsanTyyppi.PAIKALLINEN, osa, None) for osa in document.get(PAIKALLISET) or ()]
    for unit in document.get(YHTEISET) or ():
        found += [(OsanTyyppi.OSA_ALUE, osa, unit) for osa in unit.get(OSA_ALUEET) or ()]
    return found


def cut(kohde: Kohde, *, where: bool) -> Document:
    """The plan as the recipient sees it: one unit, and of it only what is shared.

    Not `where`: neither what tells at which school or workplace the student is to be found.
    """
    document = _cut(kohde)
    return document if where else _placeless(document)


def _cut(kohde: Kohde) -> Document:
    osa = _seen(OSAT[kohde.osa_tyyppi], kohde.osa)
    for key, laji, kind in (
        (TAVAT, ModuulinTyyppi.TAPA, TAPA),
        (NAYTOT, ModuulinTyyppi.NAYTTO, NAYTTO),
    ):
        osa[key] = [_seen(kind, part) for part in _shared(kohde, key, laji)]
    document: Document = {key: [] for key in _EMPTY_LISTS}
    if kohde.ylaosa is None:
        document[_LISTS[kohde.osa_tyyppi]] = [osa]
    else:
        document[YHTEISET] = [_seen(YLAOSA, kohde.ylaosa) | {OSA_ALUEET: [osa]}]
    return document


_LISTS = {OsanTyyppi.AMMATILLINEN: AMMATILLISET, OsanTyyppi.PAIKALLINEN: PAIKALLISET}


def _shared(kohde: Kohde, key: str, laji: ModuulinTyyppi) -> list[Document]:
    if kohde.moduuli_tyyppi is ModuulinTyyppi.OSA:
        return list(kohde.osa.get(key) or ())
    return [kohde.moduuli] if kohde.moduuli_tyyppi is laji else []


def _seen(allowed: Nakyvissa, value: Any) -> Any:
    if isinstance(value, list):
        return [_seen(allowed, inner) for inner in value]
    if not isinstance(value, dict):
        return value
    return {
        key: value[key] if rule is True else _seen(rule, value[key])  # type: ignore[arg-type]
        for key, rule in allowed.items()
        if key in value
    }


def _placeless(value: Any) -> Any:
    """The same with nothing at every key that tells of a place."""
    if isinstance(value, list):
        return [_placeless(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _blank(inner) if key in _PLACES else _placeless(inner) for key, inner in value.items()
    }


def _blank(value: Any) -> Any:
    """Nothing, in the shape of what was there: who reads it counts on its keys."""
    if isinstance(value, dict):
        return {key: _blank(inner) for key, inner in value.items()}
    return ""
