"""Which address and number are chosen of what Oppijanumerorekisteri tells, however odd it is."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehoks.integrations.yhteystiedot import LONGEST, Yhteystiedot, read_yhteystiedot

VTJ, STAFF = "alkupera1", "alkupera2"
HOME, WORK, PERMANENT, APPLICATION = (f"yhteystietotyyppi{n}" for n in (1, 2, 4, 6))


def ryhma(number, kuvaus=None, alkupera=None, **arvot):
    rows = [
        {"yhteystietoTyyppi": f"YHTEYSTIETO_{tyyppi}", "yhteystietoArvo": arvo}
        for tyyppi, arvo in arvot.items()
    ]
    return {
        "id": number,
        "ryhmaKuvaus": kuvaus,
        "ryhmaAlkuperaTieto": alkupera,
        "yhteystieto": rows,
    }


def address(number, street, *kinds, **more):
    return ryhma(number, *kinds, KATUOSOITE=street, POSTINUMERO="99901", KUNTA="Kalevala", **more)


def street(*ryhmat):
    """The street that is chosen, in whichever order the register tells the groups."""
    (found,) = {read_yhteystiedot(list(turn)).osoite for turn in itertools.permutations(ryhmat)}
    return found


def test_all_of_one_group():
    group = address(1, "Polku 1", MATKAPUHELINNUMERO="040 555 0001", SAHKOPOSTI="a@example.fi")
    assert read_yhteystiedot([group]) == Yhteystiedot(
        "Polku 1", "99901", "Kalevala", "Kalevala", "040 555 0001"
    )


def test_addresses_are_not_mixed():
    found = read_yhteystiedot(
        [ryhma(2, KATUOSOITE="Polku 1"), ryhma(1, POSTINUMERO="99902", KUNTA="Pohjola")]
    )
    assert found == Yhteystiedot(osoite="Polku 1")


def test_the_population_information_system_comes_first():
    assert street(address(1, "Oikea", PERMANENT, VTJ), address(2, "Väärä", HOME, STAFF)) == "Oikea"


def test_then_a_home():
    assert street(address(1, "Oikea", HOME, STAFF), address(2, "Väärä", APPLICATION)) == "Oikea"


def test_then_the_newest_which_has_the_greatest_number():
    groups = [address(n, f"Polku {n}", HOME, STAFF) for n in (8, 9, 10)]
    assert street(*groups) == "Polku 10"


def test_of_groups_alike_it_is_always_the_same():
    assert street(address(1, "Beeta"), address(1, "Alfa"), address(None, "Nolla")) == "Alfa"


def test_a_street_is_wanted_before_all_else():
    town = ryhma(2, PERMANENT, VTJ, KUNTA="Pohjola")
    assert street(town, address(1, "Polku 1", HOME, STAFF)) == "Polku 1"
    assert read_yhteystiedot([town]).kotikunta == "Pohjola"


def test_a_workplace_is_no_home_and_its_telephone_is_not_the_students():
    work = address(1, "Työmaantie 1", WORK, STAFF, PUHELINNUMERO="040 555 0009")
    assert read_yhteystiedot([work]) == Yhteystiedot()


def test_a_post_office_is_no_municipality():
    found = read_yhteystiedot([ryhma(1, KATUOSOITE="Polku 1", KAUPUNKI="KALEVALA")])
    assert (found.postitoimipaikka, found.kotikunta) == ("KALEVALA", "")


def test_a_mobile_number_comes_first():
    fixed = ryhma(2, HOME, VTJ, PUHELINNUMERO="09 555 0001")
    mobile = ryhma(1, APPLICATION, STAFF, MATKAPUHELINNUMERO="040 555 0002")
    assert read_yhteystiedot([fixed, mobile]).puhelin == "040 555 0002"
    assert read_yhteystiedot([fixed]).puhelin == "09 555 0001"


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("  Polku\n\t1 ", "Polku 1"),
        ("Polku\u202e 1\u200b", "Polku 1"),
        ("a" * LONGEST, "a" * LONGEST),
        ("a" * (LONGEST + 1), ""),
        (17, ""),
        (None, ""),
        (["Polku 1"], ""),
        ({"fi": "Polku 1"}, ""),
        ("\u200b", ""),
    ],
)
def test_a_value_is_a_text_of_one_line(told, read):
    assert read_yhteystiedot([ryhma(1, KATUOSOITE=told)]).osoite == read


KEYS = (
    *("id", "ryhmaKuvaus", "ryhmaAlkuperaTieto"),
    *("yhteystieto", "yhteystietoTyyppi", "yhteystietoArvo"),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner | st.sampled_from(["YHTEYSTIETO_KATUOSOITE", "YHTEYSTIETO_KUNTA", VTJ, WORK]),
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(ANYTHING)
def test_nothing_is_too_odd_to_be_read(raw):
    found = read_yhteystiedot(raw)
    assert all(isinstance(getattr(found, name), str) for name in Yhteystiedot.__slots__)
