"""Field names of May 2019, understood on the old paths: in with the old name, out with the new.

Only pure renames are translated: before the body is judged, and what is refused is reported under
the name that the client sent. Of a field that was given up it is told what took its place.
"""

from typing import Any, NamedTuple

from ehoks.common.texts import Texts
from hoks import errors
from hoks.schema import objects
from hoks.schema.compile import Path
from hoks.schema.fields import ListOf, ObjectType
from hoks.schema.osaaminen import LISTS, OLEMASSA_OLEVA_OSAAMINEN

_NAYTTO = {"hankitun-osaamisen-naytto": "osaamisen-osoittaminen"}
_ARVIOIJA = {"tarkentavat-tiedot-arvioija": "tarkentavat-tiedot-osaamisen-arvioija"}
_AMMAT, _YHTEISET, _PAIKALLISET = LISTS

RENAMED: dict[ObjectType, dict[str, str]] = {
    objects.HANKITTAVA_AMMAT_TUTKINNON_OSA: _NAYTTO,
    objects.HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA: _NAYTTO,
    objects.HANKITTAVAN_YHTEISEN_TUTKINNON_OSAN_OSA_ALUE: _NAYTTO,
    objects.OSAAMISEN_HANKKIMISTAPA: {
        "tyopaikalla-hankittava-osaaminen": "tyopaikalla-jarjestettava-koulutus",
        "muut-oppimisymparisto": "muut-oppimisymparistot",
    },
    objects.TYOPAIKALLA_JARJESTETTAVA_KOULUTUS: {
        "vastuullinen-ohjaaja": "vastuullinen-tyopaikka-ohjaaja"
    },
    objects.OSAAMISEN_OSOITTAMINEN: {
        "keskeiset-tyotehtavat-naytto": "sisallon-kuvaus",
        "koulutuksen-jarjestaja-arvioijat": "koulutuksen-jarjestaja-osaamisen-arvioijat",
        "tyoelama-arvioijat": "tyoelama-osaamisen-arvioijat",
    },
    objects.AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA: _ARVIOIJA,
    objects.AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA: _ARVIOIJA,
    objects.AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA: _ARVIOIJA,
    objects.AIEMMIN_HANKITUN_YHTEISEN_TUTKINNON_OSAN_OSA_ALUE: _ARVIOIJA
    | {"tarkentavat-tiedot": "tarkentavat-tiedot-naytto"},
    OLEMASSA_OLEVA_OSAAMINEN: {
        "eid": "id",
        "olemassa-olevat-ammatilliset-tutkinnon-osat": _AMMAT,
        "olemassa-oleva-ammatillinen-osaaminen": _AMMAT,
        "olemassaoleva-ammatillinen-osaaminen": _AMMAT,
        "olemassa-olevat-yhteiset-tutkinnon-osat": _YHTEISET,
        "olemassa-olevat-yto-osa-alueet": _YHTEISET,
        "olemassaolevat-yto-osa-alueet": _YHTEISET,
        "olemassa-olevat-paikalliset-tutkinnon-osat": _PAIKALLISET,
        "olemassa-oleva-paikallinen-tutkinnon-osa": _PAIKALLISET,
        "olemassaoleva-paikallinen-tutkinnon-osa": _PAIKALLISET,
    },
}

_SEIKKA = ("olennainen-seikka",)
LOST: dict[str, tuple[str, ...]] = {
    "arvioijat": (
        "koulutuksen-jarjestaja-osaamisen-arvioijat",
        "tyoelama-osaamisen-arvioijat",
    ),
    "yksilolliset-arviointikriteerit": ("yksilolliset-kriteerit",),
    "tutkinnon-id": ("tutkinnon-osa-koodi-uri",),
    **dict.fromkeys(
        ("lisatiedot", "ohjaus-ja-tuki", "erityinen-tuki", "erityisen-tuen-aika"), _SEIKKA
    ),
    **dict.fromkeys(
        (
            *("ammattitaitovaatimukset", "osaamistavoitteet", "tarvittava-opetus"),
            *("selite", "muut-osallistujat", "pakollinen"),
        ),
        (),
    ),
}
_GONE = Texts(
    "Kenttä {avain} on poistettu rajapinnasta.",
    "Fältet {avain} har tagits bort ur gränssnittet.",
    "The field {avain} was removed from the API.",
)
_SUCCESSOR = Texts(
    "Sen tilalla on {seuraaja}.",
    "I stället finns {seuraaja}.",
    "Its place was taken by {seuraaja}.",
)
_NO_SUCCESSOR = Texts(
    "Mikään ei ole tullut sen tilalle: jätä se pois.",
    "Inget har kommit i stället: lämna bort det.",
    "Nothing took its place: leave it out.",
)


class Translated(NamedTuple):
    """A body in today's words, and the sent name of each renamed place."""

    value: Any
    sent_names: dict[Path, str]

    def as_sent(self, path: Path) -> Path:
        """A place of the translated body in the client's own words."""
        steps = (self.sent_names.get(path[: n + 1], step) for n, step in enumerate(path))
        return tuple(steps)


def translate(kind: ObjectType, value: Any) -> Translated:
    """Rename what is called by an old name.

    Raises:
        TwoSpellings: an object has the old and the new name, or two old ones, for one field.
    """
    names: dict[Path, str] = {}
    return Translated(_renamed(kind, value, (), names), names)


def _renamed(kind: Any, value: Any, path: Path, names: dict[Path, str]) -> Any:
    if isinstance(kind, ListOf) and isinstance(value, list):
        return [_renamed(kind.item, v, (*path, n), names) for n, v in enumerate(value)]
    if not isinstance(kind, ObjectType) or not isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    key: str
    for key, inner in value.items():
        new: str = RENAMED.get(kind, {}).get(key, key)
        if new in found:
            raise errors.TwoSpellings(old=names.get((*path, new), key), new=new)
        if new != key:
            names[(*path, new)] = key
        field = kind.field(new)
        found[new] = _renamed(field.type if field else None, inner, (*path, new), names)
    return found


def tell_successors(violations: list[dict[str, Any]]) -> None:
    """Say of each refused field that was given up what took its place; in place."""
    for violation in violations:
        key = violation["pointer"].rpartition("/")[2]
        if violation["code"] != "unknown-key" or key not in LOST:
            continue
        then = _SUCCESSOR if LOST[key] else _NO_SUCCESSOR
        sentences = zip(Texts._fields, _GONE, then, strict=True)
        for language, gone, instead in sentences:
            text = f"{gone} {instead}"
            violation[language] = text.format(avain=key, seuraaja=", ".join(LOST[key]))
