"""Jobs by the clock: declared in words, followed, taken up where a dead worker left them."""

import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from procrastinate.contrib.django import app

from ehoks.common.dates import now
from ehoks.rest.jobs import remove_old_receipts
from ehoks.rest.models import Kuitti
from ehoks.tiedonsiirto.jobs import remove_old_transfers
from ehoks.tiedonsiirto.models import Tiedonsiirto
from ehoks.tyot.jobs import MOST_ATTEMPTS, remove_old_history, take_up_stalled
from ehoks.tyot.models import Tyoajo
from ehoks.tyot.tyo import TYOT, Ajo
from ehoks.ui.jobs import remove_old_sessions
from ehoks.ui.models import Kirjautuminen
from tests.ehoks.test_architecture import assert_three_languages
from tests.ehoks.tyot.working import execute, forget_jobs, jobs_of, work


@pytest.mark.parametrize("nimi", sorted(TYOT))
def test_a_job_says_what_it_does_and_has_its_hour(nimi):
    tyo = TYOT[nimi]
    assert_three_languages(tyo.otsikko)
    assert_three_languages(tyo.kuvaus)
    (task,) = [t for t in app.tasks.values() if t.name == nimi]
    assert (task.lock, task.queueing_lock) == (nimi, nimi)
    hours = [p.cron for p in app.periodic_registry.periodic_tasks.values() if p.task is task]
    assert hours == ([tyo.cron] if tyo.cron else [])


# --- Clean-ups -------------------------------------------------------------------------------------


def session(ago):
    Session.objects.create(session_key=str(ago), session_data="", expire_date=now() - ago)


def login(ago):
    Kirjautuminen.objects.create(tiketti_tiiviste=str(ago), istunto="", aika=now() - ago)


def receipt(ago):
    row = {"kayttaja": "sampo", "polku": "/", "avain": str(ago), "runko_tiiviste": "", "hoks_id": 1}
    Kuitti.objects.create(**row, uri="", etag="", luotu=now() - ago)


def transfer(ago):
    row = {"operaatio": "create", "kanava": "api", "hyvaksytty": True, "request_id": ""}
    Tiedonsiirto.objects.create(**row, virheet=[], varoitukset=[], aika=now() - ago)


HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("tyo", "model", "make", "old", "new"),
    [
        (remove_old_sessions, Session, session, HOUR, -HOUR),
        (remove_old_sessions, Kirjautuminen, login, 5 * HOUR, 3 * HOUR),
        (remove_old_receipts, Kuitti, receipt, 25 * HOUR, 23 * HOUR),
        (remove_old_transfers, Tiedonsiirto, transfer, 731 * DAY, 729 * DAY),
    ],
)
def test_only_what_is_old_goes(monkeypatch, tyo, model, make, old, new):
    monkeypatch.setattr("ehoks.tyot.siivous.BATCH", 2)
    for n in range(5):
        make(old + n * HOUR)
    make(new)
    assert tyo.run().huomiot == {"poistettu": 5}
    assert model.objects.count() == 1
    assert tyo.run().huomiot == {}


# --- Followed by procrastinate ---------------------------------------------------------------------


@pytest.fixture
def no_jobs(transactional_db):
    forget_jobs()


def die_in_the_middle(tyo, attempts=0):
    """The job as a worker leaves it that is killed: under way for ever."""
    assert tyo.start()
    (job,) = jobs_of(tyo)
    execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour')")
    execute(
        "UPDATE procrastinate_jobs SET status = 'doing', attempts = %s, "
        "worker_id = (SELECT max(id) FROM procrastinate_workers) WHERE id = %s",
        attempts,
        job.id,
    )
    return job


@pytest.mark.django_db(transaction=True)
def test_what_a_dead_worker_left_is_taken_up_where_it_was(no_jobs, monkeypatch):
    receipt(25 * HOUR)
    job = die_in_the_middle(remove_old_receipts)
    monkeypatch.setattr("ehoks.tyot.tyo.OFTEN_ENOUGH", 0)
    Ajo(remove_old_receipts.nimi, job.id).step(kohta=7, tehty=3, poistettu=3)
    take_up_stalled.defer(timestamp=0)
    work()
    work()
    (job,) = jobs_of(remove_old_receipts)
    assert (job.status, Kuitti.objects.count()) == ("succeeded", 0)
    row = Tyoajo.objects.get(pk=job.id)
    assert (row.kohta, row.tehty, row.huomiot, row.virhe) == (7, 4, {"poistettu": 4}, None)


@pytest.mark.django_db(transaction=True)
def test_a_job_that_takes_its_worker_down_again_and_again_is_let_lie(no_jobs):
    die_in_the_middle(remove_old_receipts, attempts=MOST_ATTEMPTS)
    take_up_stalled.defer(timestamp=0)
    work()
    assert [job.status for job in jobs_of(remove_old_receipts)] == ["failed"]
    assert remove_old_receipts.start(), "the next one is not kept waiting by it"
    work()
    assert [job.status for job in jobs_of(remove_old_receipts)] == ["failed", "succeeded"]


@pytest.mark.django_db(transaction=True)
def test_why_a_try_ended_is_told_without_its_words(no_jobs, monkeypatch):
    def broken(*_):
        raise ValueError("Teuvo Testaaja")

    monkeypatch.setattr("ehoks.rest.jobs.delete_in_batches", broken)
    assert remove_old_receipts.start()
    work()
    (job,) = jobs_of(remove_old_receipts)
    assert (job.status, job.attempts) == ("todo", 1), "it comes again"
    assert Tyoajo.objects.get(pk=job.id).virhe == "ValueError"


@pytest.mark.django_db(transaction=True)
def test_history_is_kept_for_a_while(no_jobs):
    for _ in range(2):
        assert remove_old_receipts.start()
        work()
    old, new = jobs_of(remove_old_receipts)
    execute(
        "UPDATE procrastinate_events SET at = at - interval '91 days' WHERE job_id = %s", old.id
    )
    assert remove_old_history.run().huomiot == {"poistettu": 1}
    assert jobs_of(remove_old_receipts) == [new]
    followed = Tyoajo.objects.filter(tyo=remove_old_receipts.nimi)  # the clock may start others
    assert [row.job_id for row in followed] == [new.id]
