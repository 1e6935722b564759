"""The whitelist: it names real fields, and of no generated plan anything else comes through."""

import json
from html import unescape

import pytest
from django.template.loader import render_to_string
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hoks.presenters.sanat import SUUNNITELMA
from hoks.schema import objects
from hoks.schema.fields import ListOf, ObjectType
from sharing import nakyma
from sharing.models import ModuulinTyyppi, OsanTyyppi
from sharing.sisalto import NAYTTO, OSAT, TAPA, YLAOSA, cut, list_kohteet
from sharing.ui.texts import TYOPAIKKA
from tests.hoks.strategies import documents

KINDS = {
    OsanTyyppi.AMMATILLINEN: objects.HANKITTAVA_AMMAT_TUTKINNON_OSA,
    OsanTyyppi.PAIKALLINEN: objects.HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA,
    OsanTyyppi.OSA_ALUE: objects.HANKITTAVAN_YHTEISEN_TUTKINNON_OSAN_OSA_ALUE,
}


def unknown(allowed, kind):
    for key, below in allowed.items():
        field = kind.field(key)
        if field is None:
            yield key
            continue
        inner = field.type.item if isinstance(field.type, ListOf) else field.type
        if isinstance(inner, ObjectType):
            assert below is not True, f"{key} would be shown whole"
            yield from unknown(below, inner)


def test_it_names_fields_that_there_are_and_no_object_as_a_whole():
    pairs = [(OSAT[tyyppi], kind) for tyyppi, kind in KINDS.items()]
    pairs += [
        (TAPA, objects.OSAAMISEN_HANKKIMISTAPA),
        (NAYTTO, objects.OSAAMISEN_OSOITTAMINEN),
        (YLAOSA, objects.HANKITTAVA_YHTEINEN_TUTKINNON_OSA),
    ]
    assert [key for allowed, kind in pairs for key in unknown(allowed, kind)] == []


def test_it_names_nothing_that_must_not_be_seen():
    told = json.dumps([TAPA, NAYTTO, YLAOSA, *OSAT.values()])
    for key in (
        "sahkoposti", "puhelinnumero", "y-tunnus", "oppija-oid", "opiskeluoikeus-oid",
        "olennainen-seikka", "yksiloiva-tunniste", "hankkijan-edustaja", "oppimisen-tuki",
    ):  # fmt: skip
        assert f'"{key}"' not in told


def marked(value, path=()):
    """The plan with every text made unique and findable, ids of parts added."""
    if isinstance(value, dict):
        found = {key: marked(inner, (*path, key)) for key, inner in value.items()}
        return found | {"id": hash(path) % 10**9, "module-id": f"module-{'/'.join(map(str, path))}"}
    if isinstance(value, list):
        return [marked(inner, (*path, n)) for n, inner in enumerate(value)]
    if isinstance(value, str) and path[-1] not in ("alku", "loppu"):
        return f"§{'/'.join(map(str, path))}§"
    return value


# What tells where somebody under a non-disclosure order is to be found.
PLACES = {"tyopaikan-nimi", "oppilaitos-oid", "organisaatio", "jarjestaja", "nayttoymparisto"}
ALLOWED = {
    (): {"tutkinnon-osa-koodi-uri", "osa-alue-koodi-uri", "nimi", "tavoitteet-ja-sisallot",
         "tutkinnon-osan-perusteen-diaarinro"},
}  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents(), st.randoms(use_true_random=False), st.booleans())
def test_of_no_plan_anything_else_comes_through(plan, dice, where):
    document = marked(plan)
    kohteet = list_kohteet(document)
    if not kohteet:
        return
    kohde = dice.choice(kohteet)
    text = json.dumps(cut(kohde, where=where), ensure_ascii=False)
    home = kohde.osa["module-id"].removeprefix("module-")
    own = kohde.moduuli["module-id"].removeprefix("module-")
    above = kohde.ylaosa["module-id"].removeprefix("module-") if kohde.ylaosa else "-"
    for place in text.split("§")[1::2]:
        assert is_allowed(place, kohde, home, own, above), place
        if not where:
            assert not PLACES & set(place.split("/")), place


def is_allowed(place, kohde, home, own, above):
    """Whether the text of that place in the plan may be seen in a share of this part."""
    last = place.rpartition("/")[2]
    if last in ("sahkoposti", "puhelinnumero", "y-tunnus", "tyopaikan-y-tunnus"):
        return False
    if place == f"{above}/tutkinnon-osa-koodi-uri":
        return True
    if place in {f"{home}/{key}" for key in ALLOWED[()]}:
        return True
    if kohde.moduuli_tyyppi is ModuulinTyyppi.OSA:
        return (
            place.startswith(
                (f"{home}/osaamisen-hankkimistavat/", f"{home}/osaamisen-osoittaminen/")
            )
            and "hankkijan-edustaja" not in place
        )
    return place.startswith(f"{own}/") and "hankkijan-edustaja" not in place


@pytest.mark.django_db
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents(), st.randoms(use_true_random=False), st.booleans())
def test_no_page_writes_out_more_than_was_cut(plan, dice, where):
    """The page of a share, and its lines in lists, of parts that stand in any plan at all."""
    document = marked(plan)
    kohteet = list_kohteet(document)
    if not kohteet:
        return
    kohde = dice.choice(kohteet)
    context = nakyma.build(cut(kohde, where=where), None, "sv", where=where)
    texts = {key: text.say("sv") for key, text in {**SUUNNITELMA, **TYOPAIKKA}.items()}
    html = unescape(render_to_string("jako/_tiedot.html", {**context, "t": texts, "jaa": ""}))
    line = nakyma.name_of(kohde, "sv", where=where)
    home, own = (part["module-id"].removeprefix("module-") for part in (kohde.osa, kohde.moduuli))
    above = kohde.ylaosa["module-id"].removeprefix("module-") if kohde.ylaosa else "-"
    for place in f"{html}{line}".split("§")[1::2]:
        assert is_allowed(place, kohde, home, own, above), place
        assert where or not PLACES & set(place.split("/")), place
    assert "module-" not in html
