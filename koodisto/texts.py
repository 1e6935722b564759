"""Sentences about unknown codes and code sets."""

import re

from ehoks.common.texts import Texts
from koodisto.tuntematon import Kind, Tuntematon, name_in

# Guides and client programs quote the Finnish one as it stands.
UNKNOWN_SET = Texts(
    "Koodistoa {koodisto} ei löytynyt Opintopolun koodisto-palvelusta",
    "Koduppsättningen {koodisto} hittades inte i Studieinfos kodtjänst",
    "Code set {koodisto} was not found in the code set service of Studyinfo",
)
_NOT_A_CODE = Texts(
    "Arvo ei ole koodi: koodi on muotoa koodisto_arvo, esimerkiksi tutkinnonosat_106901.",
    "Värdet är inte en kod: en kod har formen koduppsättning_värde, till exempel "
    "tutkinnonosat_106901.",
    "The value is not a code: a code has the form set_value, for example tutkinnonosat_106901.",
)
_UNKNOWN_CODE = Texts(
    "Koodistossa {koodisto} ei ole koodia {koodi}.",
    "Koduppsättningen {koodisto} har ingen kod {koodi}.",
    "Code set {koodisto} has no code {koodi}.",
)
_UNSHOWN_CODE = Texts(
    "Koodistossa {koodisto} ei ole lähetettyä koodia.",
    "Koduppsättningen {koodisto} har inte den kod som sändes.",
    "Code set {koodisto} does not have the code that was sent.",
)
_ALLOWED = Texts(" Sallitut koodit: {}.", " Tillåtna koder: {}.", " Allowed codes: {}.")
_LOOK = Texts(
    " Tarkista koodi Opintopolun koodisto-palvelusta.",
    " Kontrollera koden i Studieinfos kodtjänst.",
    " Look the code up in the code set service of Studyinfo.",
)
# The value comes from outside: what does not look like a code may be anything, a name included.
_CODE = re.compile(r"([a-z][a-z0-9]{2,99})_[A-Za-z0-9.-]{1,40}", re.ASCII)
_HETU_LIKE = re.compile(r"\d{6}[-+A-Za-z]\d{3}\w")


def describe(unknown: Tuntematon) -> Texts:
    """What is wrong with a code and what would do, in three languages."""
    if unknown.kind is Kind.UNKNOWN_CODE:
        return unknown_code(unknown)
    return unknown_set(unknown.koodisto) if is_shown(unknown.uri) else _NOT_A_CODE


def unknown_set(koodisto: str) -> Texts:
    """There is no such code set."""
    return UNKNOWN_SET.format(koodisto=koodisto)


def unknown_code(unknown: Tuntematon) -> Texts:
    """The set has no such code; names the codes that would do when the lookup gave them."""
    sentence = _UNKNOWN_CODE if is_shown(unknown.uri) else _UNSHOWN_CODE
    said = sentence.format(koodisto=unknown.koodisto, koodi=unknown.uri)
    advice = _allowed(unknown) if unknown.allowed else _LOOK
    return Texts(*(a + b for a, b in zip(said, advice, strict=True)))


def _allowed(unknown: Tuntematon) -> Texts:
    return Texts(
        *(
            text.format(
                ", ".join(f"{uri} ({name_in(nimi, kieli)})" for uri, nimi in unknown.allowed)
            )
            for kieli, text in _ALLOWED._asdict().items()
        )
    )


def is_shown(uri: str) -> bool:
    """Whether a value looks like a code, and not like anything that may be personal."""
    return bool(_CODE.fullmatch(uri)) and not _HETU_LIKE.search(uri)
