"""Jobs about jobs: those of a worker that died are taken up again, old history is thrown away."""

from django.db import connection
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from ehoks.common.texts import Texts
from ehoks.tyot.tyo import Ajo, tyo

MOST_ATTEMPTS = 20  # a job that takes its worker down this often is not tried again
KEPT_DAYS = 90
_NAME = "ota-kaatuneet"


@app.periodic(cron="* * * * *")
@app.task(name=_NAME, queueing_lock=_NAME, lock=_NAME, pass_context=True)
async def take_up_stalled(context: JobContext, timestamp: int = 0) -> None:
    """Give the jobs of workers that have fallen silent to those that live.

    A worker tells every ten seconds that it lives; after half a minute of silence it is dead: it
    was killed, or its machine is gone, and nobody but us will ever end its jobs.
    """
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        if job.attempts >= MOST_ATTEMPTS:
            await manager.finish_job(job, status=Status.FAILED, delete_job=False)
        else:
            await manager.retry_job(job)


# What is told of a run on the pages is told of the same days; of the minute's own job, of one day.
_DELETE_OLD = """
DELETE FROM procrastinate_jobs j
 WHERE j.status IN ('succeeded', 'failed', 'cancelled', 'aborted')
   AND (SELECT max(e.at) FROM procrastinate_events e WHERE e.job_id = j.id)
       < now() - CASE WHEN j.task_name = %s THEN interval '1 day' ELSE make_interval(days => %s) END
"""
_DELETE_PROGRESS = """
DELETE FROM tyoajot t WHERE NOT EXISTS (SELECT FROM procrastinate_jobs j WHERE j.id = t.job_id)
"""


@tyo(
    "siivoa-tyohistoria",
    cron="50 23 * * *",
    otsikko=Texts("Työhistorian siivous", "Rensning av jobbhistoriken", "Clean-up of job history"),
    kuvaus=Texts(
        f"Poistaa yli {KEPT_DAYS} päivää vanhat tiedot ajetuista taustatöistä.",
        f"Raderar uppgifter om bakgrundsjobb som kördes för över {KEPT_DAYS} dagar sedan.",
        f"Deletes what is kept of background jobs that ran over {KEPT_DAYS} days ago.",
    ),
)
def remove_old_history(ajo: Ajo) -> None:
    """Throw away what is known of jobs that ended long ago."""
    with connection.cursor() as cursor:
        cursor.execute(_DELETE_OLD, [_NAME, KEPT_DAYS])
        ajo.step(tehty=cursor.rowcount, poistettu=cursor.rowcount)
        cursor.execute(_DELETE_PROGRESS)
