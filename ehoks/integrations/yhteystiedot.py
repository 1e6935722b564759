"""Where a person lives and by which number they are reached, of what Oppijanumerorekisteri tells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

LONGEST = 200  # characters of one value: what is longer is no address of anybody

_VTJ = "alkupera1"  # the Population Information System, which knows where people live
_HOMES = {  # kinds of groups (code set yhteystietotyypit) that tell of a home
    "yhteystietotyyppi1",  # home
    "yhteystietotyyppi4",  # permanent, in Finland
    "yhteystietotyyppi5",  # permanent, abroad
}
_WORK = "yhteystietotyyppi2"  # somebody else's address: it tells nothing of the student


@dataclass(frozen=True, slots=True)
class Yhteystiedot:
    """An address, always of one group, and a number; each empty where there is none."""

    osoite: str = ""
    postinumero: str = ""
    postitoimipaikka: str = ""
    kotikunta: str = ""
    puhelin: str = ""


@dataclass(frozen=True, slots=True)
class _Ryhma:
    id: int
    kuvaus: str
    alkupera: str
    arvot: Mapping[str, str] = field(default_factory=dict)

    def get(self, *tyypit: str) -> str:
        found = (self.arvot.get(f"YHTEYSTIETO_{tyyppi}", "") for tyyppi in tyypit)
        return next(filter(None, found), "")

    def rank(self) -> tuple[object, ...]:
        """What comes first; its texts too, since the register's lists come in no order."""
        return (
            self.alkupera != _VTJ,
            self.kuvaus not in _HOMES,
            -self.id,
            sorted(self.arvot.items()),
        )


def read_yhteystiedot(raw: object) -> Yhteystiedot:
    """What is chosen of `yhteystiedotRyhma`, whatever that is: what cannot be read is left out.

    A person has any number of groups. The address is all of one of them, so that no two addresses
    get mixed: of those with a street, else of those with anything of an address, one from the
    Population Information System before others, one of a home before others, then the one with
    the greatest id, which is the newest. A group that tells of work is never looked at. The number
    is a mobile one before any other, in the same order of groups.

    Municipality of residence is `YHTEYSTIETO_KUNTA` of that address. An address may have only a
    post office (`YHTEYSTIETO_KAUPUNKI`): that will do for the postal address, but is nobody's
    municipality. The register's own `kotikunta` is a bare code whose names are not among our sets.
    """
    ryhmat = sorted(_ryhmat(raw), key=_Ryhma.rank)
    with_street = [r for r in ryhmat if r.get("KATUOSOITE")]
    with_town = [r for r in ryhmat if r.get("POSTINUMERO", "KUNTA", "KAUPUNKI")]
    own = next(iter([*with_street, *with_town]), _Ryhma(0, "", ""))
    numbers = [r.get(tyyppi) for tyyppi in ("MATKAPUHELINNUMERO", "PUHELINNUMERO") for r in ryhmat]
    return Yhteystiedot(
        osoite=own.get("KATUOSOITE"),
        postinumero=own.get("POSTINUMERO"),
        postitoimipaikka=own.get("KUNTA", "KAUPUNKI"),
        kotikunta=own.get("KUNTA"),
        puhelin=next(filter(None, numbers), ""),
    )


def _ryhmat(raw: object) -> Iterator[_Ryhma]:
    for row in _dicts(raw):
        kuvaus, alkupera = _text(row.get("ryhmaKuvaus")), _text(row.get("ryhmaAlkuperaTieto"))
        if kuvaus != _WORK:
            number = row.get("id")
            own_id = number if isinstance(number, int) else 0
            yield _Ryhma(own_id, kuvaus, alkupera, _arvot(row.get("yhteystieto")))


def _arvot(raw: object) -> dict[str, str]:
    """The values by their kinds; of two of one kind the first in the alphabet."""
    rows = _dicts(raw)
    pairs = [(_text(r.get("yhteystietoTyyppi")), _text(r.get("yhteystietoArvo"))) for r in rows]
    return dict(sorted((pair for pair in pairs if all(pair)), reverse=True))


def _dicts(raw: object) -> list[dict[str, Any]]:
    return [row for row in raw if isinstance(row, dict)] if isinstance(raw, list) else []


def _text(value: object) -> str:
    """A text on one line, without what is not seen (it could turn the line around); else nothing."""
    if not isinstance(value, str) or len(value) > LONGEST:
        return ""
    return "".join(c for c in " ".join(value.split()) if c.isprintable())
