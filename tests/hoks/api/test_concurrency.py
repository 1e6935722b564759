"""Callers at the same moment, each in a thread and a connection of its own."""

import pytest

from ehoks.audit.models import AuditTapahtuma
from hoks.models import Hoks, HoksVersio
from tests.conftest import Sis
from tests.hoks.plans import AMMAT, TAVAT, bare, full_plan, jakso, osa, plan, refused
from tests.hoks.stored import rows_are_the_document
from tests.hoks.threads import together

pytestmark = pytest.mark.django_db(transaction=True)


def first(versio):
    periods = [jakso(f"a{n}", ajanjakson_tarkenne=f"eka {versio}") for n in range(8)]
    return plan(versio=versio, sahkoposti="eka@example.fi") | {AMMAT: [osa() | {TAVAT: periods}]}


def second(versio):
    units = [osa(f"tutkinnonosat_{n}") | {TAVAT: [jakso(f"a{n}")]} for n in range(4)]
    return plan(versio=versio, puhelinnumero="050") | {AMMAT: units}


def test_of_many_creates_for_one_study_right_one_comes_through():
    answers = together(8, lambda n: Sis("sampo").post(full_plan()))
    created = [a for a in answers if a.status_code == 200]
    assert len(created) == 1
    hoks_id = created[0].json()["meta"]["id"]
    for answer in answers:
        if answer is not created[0]:
            assert refused(answer, 400, "hoks-exists")["hoks-id"] == hoks_id
    assert Hoks.objects.count() == HoksVersio.objects.count() == 1
    rows_are_the_document(hoks_id)


@pytest.mark.parametrize("round_", range(3))
def test_replacements_never_mix(round_):
    sampo = Sis("sampo")
    hoks_id = sampo.create(plan())
    sent = [first(1), second(2), first(4), second(5), plan(), full_plan()]
    whole = []
    for document in sent:
        assert sampo.put(hoks_id, document).status_code == 204
        whole.append(bare(sampo.document(hoks_id)))
    versions = HoksVersio.objects.count()
    answers = together(len(sent), lambda n: Sis("sampo").put(hoks_id, sent[n]))
    assert {a.status_code for a in answers} == {204}, [a.content for a in answers]
    assert bare(sampo.document(hoks_id)) in whole
    rows_are_the_document(hoks_id)
    assert HoksVersio.objects.count() > versions


def test_a_replacement_and_a_patch_leave_one_of_two_orders():
    sampo = Sis("sampo")
    hoks_id = sampo.create(plan(sahkoposti="vanha@example.fi"))
    calls = [
        lambda: Sis("sampo").put(hoks_id, first(1)),
        lambda: Sis("sampo").patch(hoks_id, {"versio": 9}),
    ]
    for _ in range(4):
        answers = together(4, lambda n: calls[n % 2]())
        assert {a.status_code for a in answers} == {204}
        served = sampo.document(hoks_id)
        assert served["versio"] in (1, 9)
        assert len(served[AMMAT][0][TAVAT]) == 8
        assert served["sahkoposti"] == "eka@example.fi"
        rows_are_the_document(hoks_id)


def test_patches_of_different_fields_are_all_kept():
    sampo = Sis("sampo")
    hoks_id = sampo.create(full_plan())
    fields: list[dict[str, object]] = [
        {"versio": 9},
        {"sahkoposti": "uusi@example.fi"},
        {"puhelinnumero": "1"},
        {"osaamisen-hankkimisen-tarve": False},
        {"ensikertainen-hyvaksyminen": "2024-08-16"},
    ]
    together(len(fields), lambda n: Sis("sampo").patch(hoks_id, fields[n]))
    served = sampo.document(hoks_id)
    for field in fields:
        assert field.items() <= served.items()
    rows_are_the_document(hoks_id)


@pytest.mark.parametrize("method", ["put", "patch"])
def test_of_many_who_read_the_same_version_one_writes(method):
    sampo = Sis("sampo")
    hoks_id = sampo.create(plan())
    etag = sampo.get(hoks_id).headers["ETag"]
    answers = together(
        8, lambda n: getattr(Sis("sampo"), method)(hoks_id, plan(versio=n), if_match=etag)
    )
    assert sorted(a.status_code for a in answers) == [204] + [412] * 7
    winner = next(n for n, a in enumerate(answers) if a.status_code == 204)
    assert sampo.document(hoks_id)["versio"] == winner
    current = sampo.get(hoks_id).headers["ETag"]
    assert all(a.headers["ETag"] == current for a in answers)


def test_a_reader_always_sees_one_whole_version():
    sampo = Sis("sampo")
    hoks_id = sampo.create(first(1))

    def write(n):
        sis = Sis("sampo")
        return [sis.put(hoks_id, (first if k % 2 else second)(k)).status_code for k in range(6)]

    def read(n):
        sis = Sis("sampo")
        return [sis.document(hoks_id) for _ in range(12)]

    _, *seen = together(3, lambda n: read(n) if n else write(n))
    for document in (d for documents in seen for d in documents):
        assert ("sahkoposti" in document) == (len(document[AMMAT]) == 1)
        assert ("puhelinnumero" in document) == (len(document[AMMAT]) == 4)


def test_every_call_of_a_crowd_is_audited():
    sampo = Sis("sampo")
    hoks_id = sampo.create(plan())
    together(6, lambda n: Sis("sampo").put(hoks_id, plan(versio=n)))
    found = AuditTapahtuma.objects.filter(operaatio="overwrite", tulos="succeeded")
    assert found.count() == 6
