"""What people read about an unknown code; nothing that may be somebody's name is repeated."""

import pytest

from koodisto import texts
from koodisto.lookup import Kind, Sallittu, Tuntematon

ALLOWED = (
    Sallittu("tavat_1", {"fi": "Suoraan", "sv": "Direkt", "en": "Directly"}),
    Sallittu("tavat_2", {"fi": "Arvioijat"}),
)


def unknown(uri, kind=Kind.UNKNOWN_CODE, allowed=()):
    return Tuntematon(uri, uri.partition("_")[0], kind, allowed, refuses=True)


def test_unknown_set_in_the_words_that_guides_quote():
    said = texts.describe(unknown("osaamisentodentamisenprosessi_0004", Kind.UNKNOWN_SET))

    assert said.fi == (
        "Koodistoa osaamisentodentamisenprosessi ei löytynyt Opintopolun koodisto-palvelusta"
    )
    assert said == texts.unknown_set("osaamisentodentamisenprosessi")
    assert "osaamisentodentamisenprosessi" in said.sv
    assert "osaamisentodentamisenprosessi" in said.en
    assert len(set(said)) == 3


def test_unknown_code_with_the_codes_that_would_do_in_each_language():
    said = texts.describe(unknown("tavat_9", allowed=ALLOWED))

    assert said.fi == (
        "Koodistossa tavat ei ole koodia tavat_9. "
        "Sallitut koodit: tavat_1 (Suoraan), tavat_2 (Arvioijat)."
    )
    assert said.sv == (
        "Koduppsättningen tavat har ingen kod tavat_9. "
        "Tillåtna koder: tavat_1 (Direkt), tavat_2 (Arvioijat)."
    )
    assert said.en == (
        "Code set tavat has no code tavat_9. "
        "Allowed codes: tavat_1 (Directly), tavat_2 (Arvioijat)."
    )


def test_unknown_code_of_a_large_set_says_where_to_look():
    said = texts.describe(unknown("tutkinnonosat_1"))

    assert said.fi == (
        "Koodistossa tutkinnonosat ei ole koodia tutkinnonosat_1. "
        "Tarkista koodi Opintopolun koodisto-palvelusta."
    )


@pytest.mark.parametrize(
    "value",
    ["Matti Meikäläinen", "010190-123A", "matti_010190-123A", "Matti_Meikäläinen", "matti", "a_b"],
)
def test_value_that_does_not_look_like_a_code_is_not_repeated(value):
    said = texts.describe(unknown(value, Kind.UNKNOWN_SET))

    assert "koodi on muotoa koodisto_arvo" in said.fi
    assert all(value not in text for text in said)


@pytest.mark.parametrize("arvo", ["010190-123A", "Matti Meikäläinen", "{koodi}", "x" * 41, "a\nb"])
def test_end_that_does_not_look_like_a_code_is_not_repeated(arvo):
    said = texts.describe(unknown(f"tavat_{arvo}", allowed=ALLOWED))

    assert said.fi.startswith("Koodistossa tavat ei ole lähetettyä koodia. Sallitut koodit: ")
    assert all(arvo not in text for text in said)
