"""Who may do what with parts, which refusal wins, and what is logged."""

import pytest

from ehoks.audit.models import AuditTapahtuma
from tests.conftest import Sis
from tests.hoks import plans
from tests.hoks.api.parts.kinds import FLAT_NAYTTO, KINDS, NAYTTO, OSAAMINEN, Parts
from tests.hoks.plans import (
    LEMPI,
    PEKKA,
    TUISKU,
    archive,
    full_plan,
    koulutuksen_osa,
    nothing_written,
    plan,
    refused,
)

pytestmark = pytest.mark.django_db
# address, kind of its parts; the rest of a plan's addresses of parts lead to the same views
PLACES = {
    **{name: KINDS[name].required() for name in KINDS},
    "puuttuva-ammatillinen-osaaminen": KINDS["HATO"].required(),
    OSAAMINEN: {},
    FLAT_NAYTTO: plans.naytto(),
    "below": plans.naytto(),
}


def place_of(parts, place):
    return f"{KINDS['HPTO'].segment}/{parts.first('HPTO')}/{NAYTTO}" if place == "below" else place


def own_id(parts, place):
    return parts.hoks_id if place == OSAAMINEN else parts.read(place)[0]["id"]


CALLS = ("list", "read", "create", "replace", "patch")
#              list read create replace patch
WHO = {
    "sampo": (200, 200, 200, 204, 204),
    "oph-palvelu": (200, 200, 200, 204, 204),
    "sampo-luku": (200, 200, 401, 401, 401),
    "muu-palvelu": (401, 401, 401, 401, 401),
    "vaino": (403, 403, 403, 403, 403),
}
CODES = {401: "no-privilege", 403: "wrong-user-type"}


def calls(parts, place, part_id, body):
    """Each kind of call, by its name."""
    return {
        "list": lambda: parts.get(place),
        "read": lambda: parts.get(place, part_id),
        "create": lambda: parts.post(place, body),
        "replace": lambda: parts.put(place, part_id, body),
        "patch": lambda: parts.patch(place, part_id, {}),
    }


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("user", WHO)
def test_each_caller_gets_what_is_its_right(parts, place, user):
    where = place_of(parts, place)
    part_id = own_id(parts, where)
    theirs = calls(Parts(Sis(user), parts.hoks_id), where, part_id, PLACES[place])
    for call, status in zip(CALLS, WHO[user], strict=True):
        if status < 400:
            assert theirs[call]().status_code == status
            continue
        with nothing_written():
            refused(theirs[call](), status, CODES[status])


@pytest.mark.parametrize("place", PLACES)
def test_a_part_of_another_plan_is_not_there(parts, place):
    where = place_of(parts, place)
    part_id = own_id(parts, where)
    other = Parts(parts.sis, parts.sis.create(plan(PEKKA)))
    with nothing_written():
        for call in ("read", "replace", "patch"):
            refused(calls(other, where, part_id, PLACES[place])[call](), 404, "part-not-found")


@pytest.mark.parametrize("place", PLACES)
def test_an_ended_study_right_closes_parts_to_changes_and_not_to_reading(sis, settings, place):
    settings.PREVENT_FINISHED_UPDATES = False
    body = full_plan() | plan(plans.ERONNUT, tuva_opiskeluoikeus_oid=None)
    parts = Parts(sis, sis.create(body))
    settings.PREVENT_FINISHED_UPDATES = True
    where = place_of(parts, place)
    theirs = calls(parts, where, own_id(parts, where), PLACES[place])
    assert theirs["list"]().status_code == theirs["read"]().status_code == 200
    with nothing_written():
        for call in ("create", "replace", "patch"):
            found = refused(theirs[call](), 400, "opiskeluoikeus-finished")
            oid = plans.ERONNUT.oikeus
            assert found["error"] == f"Opiskeluoikeus `{oid}` is no longer active."


@pytest.mark.parametrize("place", PLACES)
def test_an_archived_plan_has_no_parts(parts, other_sis, place):
    where = place_of(parts, place)
    part_id = own_id(parts, where)
    archive(parts.hoks_id)
    for call in CALLS:
        mine = calls(parts, where, part_id, PLACES[place])[call]
        refused(mine(), 404, "hoks-archived")
        theirs = calls(Parts(other_sis, parts.hoks_id), where, part_id, PLACES[place])[call]
        refused(theirs(), 404, "hoks-not-found")


# --- Which refusal wins ----------------------------------------------------------------------------

BROKEN = {"raw": b"{"}
WRONG = {"body": {"tuntematon": 1}}
OLD = "puuttuva-ammatillinen-osaaminen"
TWICE: dict = {"body": {"hankitun-osaamisen-naytto": [], "osaamisen-osoittaminen": []}}


@pytest.mark.parametrize("place", ["HATO", OLD, FLAT_NAYTTO])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_the_first_fault_in_the_order_of_checks_is_told(parts, other_sis, settings, place, method):
    part_id = None if method == "POST" else 987654
    nowhere, theirs = Parts(parts.sis, 987654), Parts(other_sis, parts.hoks_id)

    def send(where, **what):
        return where.call(method, place, part_id, **what)

    refused(send(nowhere, **BROKEN), 400, "malformed-json")
    refused(send(nowhere, **WRONG), 404, "hoks-not-found")
    refused(send(nowhere, **TWICE), 404, "hoks-not-found")
    refused(send(theirs, **WRONG), 401, "no-privilege")
    refused(send(theirs, **TWICE), 401, "no-privilege")
    refused(send(parts, **WRONG, if_match='"other"'), 400, "invalid-document")
    if method != "POST":
        fine = PLACES[place]
        refused(send(parts, body=fine | {"id": 1}, if_match='"other"'), 400, "id-mismatch")
        refused(send(parts, body=fine, if_match='"other"'), 412, "version-mismatch")
        refused(send(parts, body=fine), 404, "part-not-found")


def test_a_body_that_is_not_called_json_is_refused(parts):
    answer = parts.call("POST", "HATO", raw=b"{}", content_type="text/plain")
    refused(answer, 415, "unsupported-media-type")


# --- The law of the study right --------------------------------------------------------------------


@pytest.mark.parametrize("name", KINDS)
def test_a_plan_of_preparatory_education_takes_no_part_of_a_qualification(sis, name):
    own = {plans.KOULUTUKSEN_OSAT: [koulutuksen_osa()]}
    parts = Parts(sis, sis.create(plan(TUISKU) | own))
    with nothing_written():
        body = refused(parts.post(name, KINDS[name].required()), 400, "invalid-document")
    assert "TUVA" in body["errors"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_a_period_outside_the_study_right_is_refused(parts, method):
    sent = KINDS["HATO"].required() | {plans.TAVAT: [plans.opetus("2020-01-01", "2020-02-02")]}
    part_id = None if method == "POST" else parts.first("HATO")
    with nothing_written():
        body = refused(parts.call(method, "HATO", part_id, sent), 400, "invalid-document")
    assert "opiskeluoikeuden alkamispäiväksi" in body["errors"][plans.TAVAT][0]


# --- The log ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", KINDS)
def test_each_call_leaves_its_mark(parts, name):
    part_id = parts.first(name)
    made = calls(parts, name, part_id, KINDS[name].sample())
    marks = {"list": "read", "read": "read", "create": "create", "replace": "overwrite"}
    for call in CALLS:
        before = AuditTapahtuma.objects.count()
        assert made[call]().status_code < 300
        row = AuditTapahtuma.objects.latest("id")
        assert AuditTapahtuma.objects.count() == before + 1
        assert (row.operaatio, row.tulos) == (marks.get(call, "update"), "succeeded")
        assert row.hoks_id == parts.hoks_id
        assert (row.oppija_oid, row.opiskeluoikeus_oid) == (LEMPI.oppija, LEMPI.oikeus)


def test_a_refusal_leaves_its_mark(parts):
    refused(parts.post("HATO", {}), 400)
    row = AuditTapahtuma.objects.latest("id")
    assert (row.operaatio, row.koodi, row.hoks_id) == ("create", "invalid-document", parts.hoks_id)
