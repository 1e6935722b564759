"""What is warned of in a valid plan, where, and in which words."""

import datetime as dt

import pytest

from hoks.rules.varoitukset import CONTACT_NEEDED, TEXTS, find_warnings
from tests.conftest import payload
from tests.hoks.plans import (
    AMMAT,
    NAYTOT,
    PAIKALLISET,
    TAVAT,
    YHTEISET,
    alue,
    jakso,
    naytto,
    opetus,
    osa,
    paikallinen,
    plan,
    yhteinen,
)

TODAY = dt.date(2025, 6, 1)
CONTACT = {"nimi": "Ohjaaja, Onni", "sahkoposti": "onni@example.fi"}


def warned(document, today=TODAY):
    return [(w["pointer"], w["code"]) for w in find_warnings(document, today)]


def with_contact(period, **contact):
    koulutus = period["tyopaikalla-jarjestettava-koulutus"]
    ohjaaja = {"vastuullinen-tyopaikka-ohjaaja": {"nimi": "Ohjaaja, Onni"} | contact}
    return period | {"tyopaikalla-jarjestettava-koulutus": koulutus | ohjaaja}


def period(tunniste="a", **more):
    return with_contact(jakso(tunniste, **more), sahkoposti="onni@example.fi")


def of_unit(*tavat, naytot=()):
    return plan() | {AMMAT: [osa() | {TAVAT: list(tavat), NAYTOT: list(naytot)}]}


def test_a_sound_plan_has_none():
    assert not warned(of_unit(period(), naytot=[naytto()]))
    assert not warned(plan())


def test_lists_may_be_null_or_missing():
    assert not warned(plan() | {AMMAT: None, PAIKALLISET: [paikallinen() | {TAVAT: None}]})
    assert not warned({})


@pytest.mark.parametrize("name", ["minimal", "maximal", "tuva", "typical"])
def test_each_warning_is_shaped_like_a_violation(name):
    for warning in find_warnings(payload(name), TODAY):
        assert list(warning) == ["pointer", "code", "fi", "sv", "en"]
        assert warning["code"] in TEXTS


# --- Beside faults ---


def beside(document, *faults):
    found = find_warnings(document, TODAY, frozenset(faults))
    return [(w["pointer"], w["code"]) for w in found]


def test_what_can_be_read_of_a_faulty_plan_is_warned_of():
    first, second, third = jakso("a"), jakso("a", loppu="eilen"), jakso("b", alku=5)
    document = of_unit(first, second, third, naytot=[naytto(alku=7), naytto("2025-01-08")]) | {
        "ensikertainen-hyvaksyminen": "2030-01-01",
        "versio": "x",
        "foo": [1],
    }
    tavat = (AMMAT, 0, TAVAT)
    faults = [(*tavat, 1, "loppu"), (*tavat, 2, "alku"), (AMMAT, 0, NAYTOT, 0, "alku")]
    place, ohjaaja = f"/{AMMAT}/0/{TAVAT}", OHJAAJA
    assert beside(document, ("versio",), ("foo",), *faults) == [
        ("/ensikertainen-hyvaksyminen", "hyvaksyminen-in-future"),
        (f"{place}/0/yksiloiva-tunniste", "duplicate-tunniste"),
        (f"{place}/1/yksiloiva-tunniste", "duplicate-tunniste"),
        (f"/{AMMAT}/0/{NAYTOT}/1/alku", "naytto-before-hankkiminen-ends"),
        (f"{place}/0/{ohjaaja}", "missing-ohjaaja-contact"),
        (f"{place}/2/{ohjaaja}", "missing-ohjaaja-contact"),
    ]


def test_a_contact_that_is_refused_is_not_called_missing():
    place = (AMMAT, 0, TAVAT, 0, *OHJAAJA.split("/"), "puhelinnumero")
    assert beside(of_unit(with_contact(jakso("a"), puhelinnumero="x")), place) == []


@pytest.mark.parametrize("value", [None, [], "x", 1])
def test_of_what_is_no_plan_nothing_is_said(value):
    assert beside(value, ()) == []


def test_an_item_of_another_kind_keeps_the_places_of_the_others():
    document = plan() | {AMMAT: ["x", osa() | {TAVAT: [jakso("a")]}], YHTEISET: {"a": 1}}
    assert beside(document, (AMMAT, 0), (YHTEISET,)) == [
        (f"/{AMMAT}/1/{TAVAT}/0/{OHJAAJA}", "missing-ohjaaja-contact")
    ]


def test_with_a_field_missing_the_rest_is_still_read():
    period = jakso("a")
    del period["tyopaikalla-jarjestettava-koulutus"]["vastuullinen-tyopaikka-ohjaaja"]
    bare: dict = {"yksiloiva-tunniste": "a"}
    document = of_unit(period, bare, naytot=[{}, naytto("2025-01-08")])
    assert [code for _, code in beside(document, (AMMAT, 0, TAVAT, 1, "alku"))] == [
        "duplicate-tunniste",
        "duplicate-tunniste",
        "naytto-before-hankkiminen-ends",
    ]


# --- Approval ---


def test_an_approval_in_the_future():
    document = plan(ensikertainen_hyvaksyminen="2025-06-02")
    assert warned(document) == [("/ensikertainen-hyvaksyminen", "hyvaksyminen-in-future")]
    assert not warned(plan(ensikertainen_hyvaksyminen="2025-06-01"))


# --- Identifiers ---


def test_a_shared_identifier_is_told_at_every_period_that_has_it():
    document = plan() | {
        AMMAT: [osa() | {TAVAT: [period("a"), period("b")]}],
        YHTEISET: [yhteinen(alue() | {TAVAT: [period("a")]})],
    }
    assert warned(document) == [
        (f"/{AMMAT}/0/{TAVAT}/0/yksiloiva-tunniste", "duplicate-tunniste"),
        (f"/{YHTEISET}/0/osa-alueet/0/{TAVAT}/0/yksiloiva-tunniste", "duplicate-tunniste"),
    ]


def test_periods_without_identifiers_share_none():
    assert not warned(of_unit(opetus(), opetus()))


# --- Demonstrations ---


def test_a_demonstration_before_the_last_period_of_its_unit_ends():
    document = of_unit(
        opetus(loppu="2025-03-31"),
        opetus(loppu="2025-05-30"),
        naytot=[naytto("2025-05-30", "2025-06-02"), naytto("2025-05-29", "2025-06-02")],
    )
    place = f"/{AMMAT}/0/{NAYTOT}/1/alku"
    assert warned(document) == [(place, "naytto-before-hankkiminen-ends")]


def test_only_the_periods_of_its_own_unit_count():
    early = naytto("2025-01-01", "2025-01-02")
    units = [osa() | {NAYTOT: [early]}, osa("tutkinnonosat_1") | {TAVAT: [opetus()]}]
    assert not warned(plan() | {AMMAT: units})


def test_subject_areas_and_local_units_are_units_too():
    early = {TAVAT: [opetus()], NAYTOT: [naytto("2025-01-08", "2025-01-09")]}
    document = plan() | {
        PAIKALLISET: [paikallinen() | early],
        YHTEISET: [yhteinen(alue() | early)],
    }
    assert [pointer for pointer, _ in warned(document)] == [
        f"/{PAIKALLISET}/0/{NAYTOT}/0/alku",
        f"/{YHTEISET}/0/osa-alueet/0/{NAYTOT}/0/alku",
    ]


# --- Instructors ---

OHJAAJA = "tyopaikalla-jarjestettava-koulutus/vastuullinen-tyopaikka-ohjaaja"


def test_an_instructor_with_neither_email_nor_phone():
    place = f"/{AMMAT}/0/{TAVAT}/0/{OHJAAJA}"
    assert warned(of_unit(jakso("a"))) == [(place, "missing-ohjaaja-contact")]
    blank = with_contact(jakso("a"), sahkoposti="", puhelinnumero="")
    assert warned(of_unit(blank)) == [(place, "missing-ohjaaja-contact")]


@pytest.mark.parametrize("contact", [{"sahkoposti": "a@example.fi"}, {"puhelinnumero": "0401"}])
def test_either_of_them_is_enough(contact):
    assert not warned(of_unit(with_contact(jakso("a"), **contact)))


def test_nobody_is_asked_for_long_after_the_period():
    document = of_unit(jakso("a", loppu="2025-05-30"))
    last = dt.date(2025, 5, 30) + CONTACT_NEEDED
    assert warned(document, last)
    assert not warned(document, last + dt.timedelta(days=1))


def test_a_period_at_school_has_no_instructor():
    assert not warned(of_unit(opetus()))


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_a_warning_has_words_in_three_languages(code):
    assert all(text.endswith(".") and len(text) > 20 for text in TEXTS[code])
    assert len(set(TEXTS[code])) == 3
