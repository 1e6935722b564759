"""The layout of forms holds all that the declaration declares, and nothing else."""

import pytest

from hoks.rules.ehdot import VAADITUT
from hoks.rules.judge import ALL_RULES
from hoks.schema import objects
from hoks.schema.fields import ObjectType
from hoks.ui.syotto.asettelu import ASETTELU, JARJESTELMAN, SAA_OLLA_EI_TIEDOSSA, writable
from hoks.ui.syotto.lomake import Piirtaja, fields_of

KINDS = [k for k in vars(objects).values() if isinstance(k, ObjectType)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_that_people_may_write_stands_in_its_form_once(kind):
    keys = [key for ryhma in ASETTELU[kind] for key in ryhma.kentat]
    assert sorted(keys) == sorted(writable(kind))


@pytest.mark.django_db
def test_a_form_tells_what_is_required_what_is_statutory_and_what_is_recommended():
    marks = {
        (kind.name, kentta.nimi): kentta.merkki
        for kind in KINDS
        for kentta in fields_of(Piirtaja("sv", {}).olio(kind, "", {}))
    }
    assert marks["HOKS", "/ensikertainen-hyvaksyminen"] == "obligatorisk, lagstadgad"
    assert marks["HOKS", "/urasuunnitelma-koodi-uri"] == "lagstadgad"
    assert marks["HOKS", "/sahkoposti"] == "rekommenderas"
    assert marks["OppimisenTuki", "/alku"] == "obligatorisk"
    assert marks["HOKS", "/puhelinnumero"] == ""


def test_marks_are_of_fields_that_there_are():
    for kind, key in VAADITUT | SAA_OLLA_EI_TIEDOSSA:
        assert kind.field(key), (kind.name, key)


def test_what_a_rule_may_miss_is_marked_as_required():
    """A field that a rule requires is marked, and nothing is that no rule requires."""
    told = {
        (rule.on.name, rule.reads[-1].rpartition("/")[2])
        for rule in ALL_RULES
        if rule.code.startswith("missing-") and rule.reads[-1] not in JARJESTELMAN
    }
    (tuki,) = (rule for rule in ALL_RULES if rule.code == "tuki-details-mismatch")
    told |= {(tuki.on.name, key) for key in tuki.reads[1:]}
    marked = {(kind.name, key) for kind, key in VAADITUT if key not in JARJESTELMAN}
    below = {
        ("TyopaikallaJarjestettavaKoulutus", "tyopaikan-y-tunnus")
    }  # told of what is around it
    assert marked - below == told - {("OsaamisenHankkimistapa", "tyopaikan-y-tunnus")}
    assert below <= marked
