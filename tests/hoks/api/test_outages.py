"""A service that we lean on is out of order: 503, when to try again, and nothing half-written."""

import pytest
from django.db import OperationalError

from ehoks.integrations import http
from hoks.services import read
from tests.hoks import plans
from tests.hoks.plans import nothing_written, plan, refused

pytestmark = pytest.mark.django_db

DOWN = ("timeout", "500", "404", "broken")
CREATE_LEANS_ON = {
    "cas": "cas-unavailable",
    "koski": "koski-unavailable",
    "onr": "oppijanumerorekisteri-unavailable",
    "organisaatio": "organisaatio-unavailable",
}


@pytest.fixture
def forgetful(simulator):
    """Opintopolku, of which this process remembers nothing."""
    http.clear_caches()
    return simulator


def keep_ticket(sis):
    """Get the next call's ticket now, before CAS breaks; how it got tickets until now."""
    fresh, ticket = sis.ticket, sis.ticket()
    sis.ticket = lambda: ticket
    return fresh


def unavailable(answer, code):
    body = refused(answer, 503, code)
    assert int(answer.headers["Retry-After"]) > 0
    assert body["error"]
    return body


@pytest.mark.parametrize("mode", DOWN)
@pytest.mark.parametrize("service", CREATE_LEANS_ON)
def test_no_plan_is_created(sis, forgetful, service, mode):
    keep_ticket(sis)
    forgetful.set_fault(service, mode)
    with nothing_written():
        unavailable(sis.post(plan()), CREATE_LEANS_ON[service])


@pytest.mark.parametrize("mode", DOWN)
@pytest.mark.parametrize("service", ["cas", "koski", "organisaatio"])
@pytest.mark.parametrize("method", ["put", "patch"])
def test_no_plan_is_changed(sis, forgetful, method, service, mode):
    hoks_id = sis.create(plan())
    http.clear_caches()
    fresh = keep_ticket(sis)
    forgetful.set_fault(service, mode)
    with nothing_written():
        unavailable(getattr(sis, method)(hoks_id, plan(versio=2)), CREATE_LEANS_ON[service])
    forgetful.clear_faults()
    sis.ticket = fresh
    assert "versio" not in sis.document(hoks_id)


@pytest.mark.parametrize("mode", DOWN)
@pytest.mark.parametrize("service", ["cas", "organisaatio"])
def test_no_plan_is_read(sis, forgetful, service, mode):
    hoks_id = sis.create(plan())
    http.clear_caches()
    keep_ticket(sis)
    forgetful.set_fault(service, mode)
    unavailable(sis.get(hoks_id), CREATE_LEANS_ON[service])


@pytest.mark.parametrize("mode", DOWN)
def test_a_merge_of_persons_waits_for_their_register(sis, forgetful, mode):
    hoks_id = sis.create(plan(plans.DUPLICATE))
    http.clear_caches()
    sent = plan(plans.DUPLICATE) | {"oppija-oid": plans.MASTER_OID}
    forgetful.set_fault("onr", mode)
    for method in (sis.put, sis.patch):
        with nothing_written():
            unavailable(method(hoks_id, sent), "oppijanumerorekisteri-unavailable")


@pytest.mark.parametrize("service", CREATE_LEANS_ON)
def test_a_slow_service_is_waited_for(sis, forgetful, service):
    keep_ticket(sis)
    forgetful.set_fault(service, "slow")
    assert sis.post(plan()).status_code == 200


@pytest.mark.parametrize(
    ("service", "mode", "text"),
    [
        ("koski", "timeout", "Error while contacting Koski"),
        ("onr", "timeout", "Error while fetching oppija"),
        ("onr", "500", "Error while fetching oppija"),
        ("organisaatio", "500", "(transient?) failure in call to a linked system, maybe downtime."),
        ("cas", "500", "(transient?) failure in call to a linked system, maybe downtime."),
    ],
)
def test_the_wires_text_is_kept(sis, forgetful, service, mode, text):
    keep_ticket(sis)
    forgetful.set_fault(service, mode)
    body = unavailable(sis.post(plan()), CREATE_LEANS_ON[service])
    assert body["error"].startswith(text)


def test_a_koski_that_is_down_never_means_no_such_study_right(sis, forgetful):
    forgetful.set_fault("koski", "404")
    body = unavailable(sis.post(plan()), "koski-unavailable")
    assert "404" in body["error"]


def test_what_failed_can_be_sent_again(sis, forgetful):
    forgetful.set_fault("onr", "500")
    unavailable(sis.post(plan()), "oppijanumerorekisteri-unavailable")
    forgetful.clear_faults()
    assert sis.post(plan()).status_code == 200


def test_a_database_that_is_gone_is_told_so(sis, monkeypatch):
    hoks_id = sis.create(plan())

    def broken(*_, **__):
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(read, "_fetch", broken)
    for answer in (sis.get(hoks_id), sis.put(hoks_id, plan()), sis.patch(hoks_id, {})):
        unavailable(answer, "database-unavailable")
        assert "closed" not in answer.content.decode()
