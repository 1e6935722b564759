"""Mails about students' questions: a new one to staff who want to know, an answer to the student."""

import uuid

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from ehoks.audit.models import AuditTapahtuma
from ehoks.common.dates import today
from ehoks.integrations.errors import ViestinvalitysUnavailable
from hoks import jobs
from hoks.models import Hoks, Selvityspyynto, Selvitystilaus
from hoks.services import selvitysviestit, yhteystiedot
from tests.hoks.plans import LEMPI, plan
from tests.staff import as_citizen, log_in

pytestmark = pytest.mark.django_db
CASES, ORDER = "/virkailija/selvityspyynnot/", "/virkailija/selvityspyynnot/ilmoitukset/"
STAFF, STUDENT = (f"{who}.{uuid.uuid4()}@example.org" for who in ("vaino", "lempi"))


@pytest.fixture
def outbox(simulator):
    """The mails to an address, the newest first; no other test writes to ours."""
    state = vars(simulator)["_state"]
    return lambda address: [mail for mail in state.mails() if mail.osoite == address]


@pytest.fixture
def hoks(sis):
    """Lempi's plan, which Väinö has looked at."""
    found = Hoks.objects.get(pk=sis.create(plan(LEMPI, sahkoposti=STUDENT)))
    log_in("vaino").get(f"/virkailija/hoks/{found.eid}/")
    return found


def ask(lang="fi", **form):
    """Lempi asks about the newest look, and is told of the answer unless she says otherwise."""
    lempi = as_citizen(LEMPI.oppija)
    row = AuditTapahtuma.objects.filter(kanava="virkailija", oppija_oid=LEMPI.oppija).latest("id")
    address = f"/oppija/katselut/{row.pk}/en-tunnista/"
    return lempi, address, lempi.post(f"{address}?lang={lang}", {"sahkoposti": STUDENT} | form)


def deferred(name):
    return [job.args for job in ProcrastinateJob.objects.filter(task_name=name, status="todo")]


def work():
    """Do the waiting jobs; again and again, as it may happen."""
    for args in deferred(selvitysviestit.OF_NEW):
        jobs.tell_of_question.func(**args)
    for args in deferred(selvitysviestit.OF_ANSWER):
        jobs.tell_of_answer.func(Context(1), **args)


class Context:
    """What a job knows of its tries."""

    def __init__(self, attempts):
        self.job = self
        self.attempts = attempts


def test_who_has_ordered_is_told_of_a_new_question_once(hoks, outbox):
    lukija, ilmari = log_in("lukija"), log_in("ilmari")
    for client, address in ((lukija, STAFF), (ilmari, f"ilmari.{STAFF}")):
        html = client.post(ORDER, {"sahkoposti": address}, follow=True).content.decode()
        assert "Ilmoitukset tilattiin." in html
        assert f"osoitteeseen {address}" in html
    assert ask(viesti="Kuka oikein?")[2].status_code == 302
    work()
    work()
    (mail,) = outbox(STAFF)
    assert outbox(f"ilmari.{STAFF}") == []  # of another provider
    assert mail.document["otsikko"] == "eHOKS: opiskelija pyytää selvitystä"
    assert CASES in mail.document["sisalto"]
    for secret in ("Lempi", "Kuka oikein", LEMPI.oppija, hoks.eid):
        assert secret not in mail.document["sisalto"] + mail.document["otsikko"]


def test_no_mail_after_it_was_stopped_or_has_run_out(hoks, outbox):
    client = log_in("lukija")
    client.post(ORDER, {"sahkoposti": STAFF})
    client.post(ORDER, {"sahkoposti": STAFF})  # renewed, not doubled
    schools = Selvitystilaus.objects.count()
    assert schools == Selvitystilaus.objects.values("organisaatio_oid").distinct().count() > 0
    answer = client.post(ORDER, {"toiminto": "lopeta"}, follow=True)
    assert "Ilmoitukset lopetettiin." in answer.content.decode()
    assert Selvitystilaus.objects.count() == 0
    client.post(ORDER, {"sahkoposti": STAFF})
    Selvitystilaus.objects.update(paattyy=today().replace(year=2020))
    before = len(outbox(STAFF))
    ask()
    work()
    assert len(outbox(STAFF)) == before
    assert Selvitystilaus.objects.count() == 0


def test_those_who_keep_the_register_are_told_of_their_own_alone(hoks):
    log_in("louhi").post(ORDER, {"sahkoposti": STAFF})
    (tilaus,) = Selvitystilaus.objects.all()
    assert tilaus.organisaatio_oid == "1.2.246.562.10.00000000001"


def test_an_address_that_is_none_orders_nothing(db):
    answer = log_in("lukija").post(ORDER, {"sahkoposti": "x"}, follow=True)
    assert "Ilmoituksia ei tilattu" in answer.content.decode()
    assert Selvitystilaus.objects.count() == 0


@pytest.mark.parametrize(
    ("lang", "words"),
    [("fi", "Kysymykseesi on vastattu"), ("sv", "har fått ett svar"), ("en", "has been answered")],
)
def test_the_student_is_told_of_the_answer_and_the_address_goes(hoks, outbox, lang, words):
    before = len(outbox(STUDENT))
    assert ask(lang)[2].status_code == 302
    case = Selvityspyynto.objects.get()
    assert (case.sahkoposti, case.kieli) == (STUDENT, lang)
    work()
    assert len(outbox(STUDENT)) == before  # there is no answer yet
    answer = log_in("lukija").post(f"{CASES}{case.pk}/", {"vastaus": "Kuului opintoihin."})
    assert answer.status_code == 302
    work()
    work()
    mail, *_ = outbox(STUDENT)
    assert len(outbox(STUDENT)) == before + 1
    assert words in mail.document["sisalto"]
    assert "Kuului" not in mail.document["sisalto"]
    assert Selvityspyynto.objects.get().sahkoposti is None


def test_the_form_offers_the_address_of_the_plan_and_no_mail_without_one(hoks, outbox):
    lempi, address, _ = ask(sahkoposti="x")
    assert f'value="{STUDENT}"' in lempi.get(address).content.decode()
    refused = lempi.post(address, {"sahkoposti": "x", "viesti": "säilyy"})
    assert refused.status_code == 400
    assert "Tarkista sähköpostiosoite" in refused.content.decode()
    assert "säilyy" in refused.content.decode()
    assert lempi.post(address, {"sahkoposti": ""}).status_code == 302
    case = Selvityspyynto.objects.get()
    assert case.sahkoposti is None
    log_in("lukija").post(f"{CASES}{case.pk}/", {"vastaus": "Kuului opintoihin."})
    before = len(outbox(STUDENT))
    work()
    assert len(outbox(STUDENT)) == before


def test_a_silent_mail_service_is_asked_again_and_in_the_end_the_address_goes(hoks, simulator):
    ask()
    case = Selvityspyynto.objects.get()
    log_in("lukija").post(f"{CASES}{case.pk}/", {"vastaus": "Kuului opintoihin."})
    simulator.set_fault("viestinvalitys", "500")
    for attempt in (1, jobs.MOST_TRIES):
        assert Selvityspyynto.objects.get().sahkoposti == STUDENT
        with pytest.raises(ViestinvalitysUnavailable):
            jobs.tell_of_answer.func(Context(attempt), case.pk)
    assert Selvityspyynto.objects.get().sahkoposti is None


def test_the_address_goes_with_the_students_other_contact_data(hoks):
    ask()
    yhteystiedot.remove_contacts(hoks.pk, today(), of_student=True)
    assert Selvityspyynto.objects.get().sahkoposti is None
