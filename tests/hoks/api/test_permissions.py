"""Who may do what: every kind of caller against every operation."""

from dataclasses import replace

import pytest

from ehoks.auth.privileges import parse_roles
from ehoks.oppijaindex.models import Opiskeluoikeus
from ehoks.rest import authentication
from tests.conftest import Sis
from tests.hoks import plans
from tests.hoks.plans import LEMPI, PEKKA, nothing_written, plan, refused

pytestmark = pytest.mark.django_db

OPERATIONS = {
    "create": lambda s, _: s.post(plan(PEKKA)),
    "read": lambda s, hoks_id: s.get(hoks_id),
    "replace": lambda s, hoks_id: s.put(hoks_id, plan(versio=2)),
    "patch": lambda s, hoks_id: s.patch(hoks_id, {"versio": 2}),
    "find": lambda s, _: s.call("GET", f"/hoks/opiskeluoikeus/{LEMPI.oikeus}"),
    "purchased": lambda s, hoks_id: s.call("GET", f"/hoks/{hoks_id}/hankintakoulutukset"),
}
#                create read replace patch find purchased
WHO = {
    "sampo": (200, 200, 204, 204, 200, 200),  # CRUD of the provider
    "oph-palvelu": (200, 200, 204, 204, 200, 200),  # CRUD of the root of all organisations
    "sampo-luku": (401, 200, 401, 401, 200, 200),  # READ of the provider
    "muu-palvelu": (401, 401, 401, 401, 401, 401),  # CRUD of another provider
    "ehoks": (401, 401, 401, 401, 401, 401),  # a service account without any role here
    "vaino": (403, 403, 403, 403, 403, 403),  # a person, though with every right
    "louhi": (403, 403, 403, 403, 403, 403),  # OPH's main user is a person too
    "rooliton": (403, 403, 403, 403, 403, 403),
}
TABLE = [
    (user, operation, status)
    for user, row in WHO.items()
    for operation, status in zip(OPERATIONS, row, strict=True)
]
CODES = {401: "no-privilege", 403: "wrong-user-type"}


@pytest.mark.parametrize(("user", "operation", "status"), TABLE)
def test_each_caller_gets_what_is_its_right(sis, user, operation, status):
    hoks_id = sis.create(plan())
    caller = Sis(user)
    if status < 400:
        assert OPERATIONS[operation](caller, hoks_id).status_code == status
        return
    with nothing_written():
        body = refused(OPERATIONS[operation](caller, hoks_id), status, CODES[status])
    texts = {
        401: "No access is allowed. Check Opintopolku privileges and 'opiskeluoikeus'",
        403: "User type 'PALVELU' is required",
    }
    assert body["error"] == texts[status]


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize(
    ("header", "text"),
    [
        ("ticket", "Cas service ticket header is missing"),
        ("caller-id", "Caller-Id header is missing"),
    ],
)
def test_nobody_comes_in_without_showing_who_they_are(sis, operation, header, text):
    hoks_id = sis.create(plan())
    with nothing_written():
        answer = OPERATIONS[operation](Forgetful(header), hoks_id)
        body = refused(answer, 401, f"{header}-missing")
    assert body["error"] == text


class Forgetful(Sis):
    """Sampo, which leaves one header out."""

    def __init__(self, header):
        super().__init__("sampo")
        send = self.http.generic

        def generic(*args, headers, **more):
            return send(*args, headers={k: v for k, v in headers.items() if k != header}, **more)

        vars(self.http)["generic"] = generic


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_ticket_is_good_once(sis, operation):
    hoks_id = sis.create(plan())
    caller = Stubborn()
    used = caller.used
    assert caller.get(hoks_id).status_code == 200
    with nothing_written():
        body = refused(OPERATIONS[operation](caller, hoks_id), 401, "ticket-invalid")
    assert body["error"] == "User not found for given ticket. Ticket may be expired."
    assert used not in str(body)


class Stubborn(Sis):
    """Sampo, which shows the same ticket every time."""

    def __init__(self):
        super().__init__("sampo")
        self.used = super().ticket()

    def ticket(self, prefix=""):
        return self.used


@pytest.mark.parametrize("operation", ["read", "replace", "patch", "purchased"])
def test_an_unknown_plan_is_not_found_by_anybody(sis, other_sis, operation):
    refused(OPERATIONS[operation](sis, 987654), 404, "hoks-not-found")
    refused(OPERATIONS[operation](other_sis, 987654), 404, "hoks-not-found")


def test_who_may_only_archive_reads_nothing_and_writes_nothing(sis, monkeypatch):
    hoks_id = sis.create(plan())
    role = "ROLE_APP_EHOKS_HOKS_DELETE_1.2.246.562.10.31415926539"
    as_known = authentication.get_kayttaja
    monkeypatch.setattr(
        authentication,
        "get_kayttaja",
        lambda *ticket: replace(as_known(*ticket), roolit=parse_roles([role])),
    )
    for name in OPERATIONS:
        refused(OPERATIONS[name](sis, hoks_id), 401, "no-privilege")
    assert sis.call("DELETE", f"/hoks/{hoks_id}").status_code == 204


@pytest.mark.parametrize("user", ["sampo", "oph-palvelu"])
def test_a_school_that_nobody_knows_gives_nobody_a_right(sis, user):
    hoks_id, caller = sis.create(plan()), Sis(user)
    nowhere = "1.2.246.562.10.99999999990"
    Opiskeluoikeus.objects.filter(oid=LEMPI.oikeus).update(oppilaitos_oid=nowhere)
    for name in ("read", "replace", "patch", "find", "purchased"):
        refused(OPERATIONS[name](caller, hoks_id), 401, "no-privilege")
    assert caller.call("GET", "/hoks/luettelo").json()["data"] == []


def test_who_may_not_read_a_plan_does_not_learn_its_id_from_a_clash(sis, other_sis):
    sis.create(plan(plans.OSTAJA))
    body = refused(other_sis.post(plan(plans.OSTAJA)), 401, "no-privilege")
    assert "hoks-id" not in body


def test_another_school_of_ones_own_provider_is_ones_own(sis):
    assert sis.post(plan(plans.PEKKA)).status_code == 200
    refused(sis.post(plan(plans.AINO_AT_POHJOLA)), 401, "no-privilege")


def test_a_plan_is_changed_at_the_address_that_was_asked(sis, other_sis):
    ours = sis.create(plan())
    theirs = other_sis.create(plan(plans.AINO_AT_POHJOLA))
    before = other_sis.get(theirs).content
    sneaky = {"id": theirs, "ensikertainen-hyvaksyminen": "2020-01-01"}
    sneaky["osaamisen-hankkimisen-tarve"] = False
    refused(sis.put(ours, sneaky), 400, "id-mismatch")
    refused(sis.patch(ours, sneaky), 400, "id-mismatch")
    assert other_sis.get(theirs).content == before
