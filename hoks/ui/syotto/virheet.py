"""What the law says of a draft, said beside the fields of its forms."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ehoks.common.texts import Texts
from hoks.rules.judge import ALL_RULES
from hoks.rules.violations import describe, find_label, pointer
from hoks.schema.compile import Path, Refusal
from hoks.schema.objects import HOKS
from hoks.services.luonnokset import Arvio

_READS = {rule.code: rule.reads for rule in ALL_RULES if not rule.place}
# What is not there yet is told when somebody wants to leave the page, not while it is being filled.
_LACKS = {"missing-key"} | {rule.code for rule in ALL_RULES if rule.requires}
MOST = 200

# What is wrong with a value, in the words of who types it and not of a program.
VIRHEET = {
    "invalid-koodi": Texts(
        "Valitse ”{kentta}” luettelosta: kirjoitettua ei löytynyt.",
        "Välj ”{kentta}” ur listan: det skrivna hittades inte.",
        "Choose “{kentta}” from the list: what was typed was not found.",
    ),
    "invalid-oid": Texts(
        "Valitse ”{kentta}” haun tuloksista, tai kirjoita sen OID.",
        "Välj ”{kentta}” ur sökresultatet, eller skriv dess OID.",
        "Choose “{kentta}” from the results of the search, or type its OID.",
    ),
    "invalid-date": Texts(
        "Kirjoita ”{kentta}” päivänä, esimerkiksi 15.8.2026.",
        "Skriv ”{kentta}” som ett datum, till exempel 15.8.2026.",
        "Write “{kentta}” as a date, for example 15.8.2026.",
    ),
    "invalid-timestamp": Texts(
        "Kirjoita ”{kentta}” päivänä ja kellonaikana, esimerkiksi 15.8.2026 12.30.",
        "Skriv ”{kentta}” som dag och klockslag, till exempel 15.8.2026 12.30.",
        "Write “{kentta}” as a day and a time, for example 15.8.2026 12.30.",
    ),
    "not-an-integer": Texts(
        "Kirjoita ”{kentta}” kokonaislukuna.",
        "Skriv ”{kentta}” som ett heltal.",
        "Write “{kentta}” as a whole number.",
    ),
    "not-a-number": Texts(
        "Kirjoita ”{kentta}” lukuna, esimerkiksi 12,5.",
        "Skriv ”{kentta}” som ett tal, till exempel 12,5.",
        "Write “{kentta}” as a number, for example 12,5.",
    ),
    "not-a-boolean": Texts(
        "Valitse ”{kentta}”: kyllä tai ei.",
        "Välj ”{kentta}”: ja eller nej.",
        "Choose “{kentta}”: yes or no.",
    ),
}


class Virhe(NamedTuple):
    """A fault: its place in the draft, the field's name and what is wrong there."""

    kohta: str
    teksti: str
    is_lack: bool
    missa: str = ""


def find_virheet(arvio: Arvio, kieli: str) -> list[Virhe]:
    """The faults in the order of the document."""
    told = arvio.verdict.violations[:MOST]
    places = {path for path, _ in told}
    return [
        _virhe(arvio, path, refusal, kieli)
        for path, refusal in told
        if not (path and _uri_of(path) in places)
    ]


def _uri_of(path: Path) -> Path:
    """Where the code stands whose version this is: the version follows from the code."""
    last = str(path[-1])
    is_version = last.endswith("-versio")
    return (*path[:-1], f"{last.removesuffix('-versio')}-uri") if is_version else ()


def in_order(virheet: Iterable[Virhe], places: Mapping[str, str]) -> list[Virhe]:
    """The faults in the order in which their places stand on a page, told with what those are in."""
    order = {place: n for n, place in enumerate(places)}
    told = (v._replace(missa=places.get(v.kohta, "")) for v in virheet)
    return sorted(told, key=lambda virhe: order.get(virhe.kohta, -1))


def _virhe(arvio: Arvio, path: Path, refusal: Refusal, kieli: str) -> Virhe:
    own = VIRHEET.get(refusal.code)
    if own:
        teksti = own.say(kieli).format(kentta=find_label(HOKS, path).say(kieli))
    else:
        teksti = describe(HOKS, [(path, refusal)])[0][kieli]
    place = (*(_uri_of(path) or path), *_field_of(refusal.code))
    return Virhe(pointer(arvio.valmis.in_draft(place)), teksti, refusal.code in _LACKS)


def _field_of(code: str) -> list[str]:
    """Of a rule about a whole object, the field that one would most likely correct."""
    reads = _READS.get(code, ())
    return reads[-1].split("/") if reads else []


def by_place(virheet: Iterable[Virhe]) -> dict[str, list[str]]:
    """The texts by the place where they are shown."""
    found: dict[str, list[str]] = {}
    for virhe in virheet:
        found.setdefault(virhe.kohta, []).append(virhe.teksti)
    return found
