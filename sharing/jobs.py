"""Jobs of shares: mails that leave, their fate, what time ends, and what schools share by itself."""

import uuid

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from ehoks.common.errors import EhoksError
from ehoks.common.texts import Texts
from ehoks.tyot.tyo import Ajo, tyo
from sharing.services import automaatti, lahettaminen, siivous
from sharing.services.jakaminen import SEND

# 4, 16, 64 seconds and so on: a mail that could not be handed over in a day never is
MOST_TRIES = 9
_PATIENT = RetryStrategy(max_attempts=MOST_TRIES, exponential_wait=4)


@app.task(name=SEND, retry=_PATIENT, pass_context=True)
def laheta_jako_job(context: JobContext, jako_id: str, lahetys: int) -> None:
    """Hand over the mail of a share.

    Raises:
        EhoksError: the mail service does not answer; the job comes again by itself.
    """
    try:
        lahettaminen.hand_over(uuid.UUID(jako_id), lahetys)
    except EhoksError:
        if context.job.attempts >= MOST_TRIES:
            lahettaminen.give_up(uuid.UUID(jako_id), lahetys)
        raise


@tyo(
    "seuraa-jakoviesteja",
    cron="*/5 * * * *",
    otsikko=Texts("Jakoviestien seuranta", "Uppföljning av delningsbrev", "Mails of shares"),
    kuvaus=Texts(
        "Kysyy Viestinvälityspalvelusta, menivätkö jakojen sähköpostit perille.",
        "Frågar Meddelandeförmedlingen om breven om delningar har kommit fram.",
        "Asks the mail service whether the mails of shares have arrived.",
    ),
)
def follow_mails(ajo: Ajo) -> None:
    """Those under way."""
    ajo.step(tehty=lahettaminen.follow())


@tyo(
    "siivoa-jaot",
    cron="40 1 * * *",
    otsikko=Texts("Jakojen siivous", "Städning av delningar", "Clean-up of shares"),
    kuvaus=Texts(
        "Päättää jaot, joiden osa on poistettu suunnitelmasta, ja poistaa vastaanottajan "
        "yhteystiedot ja viestin, kun jaon päättymisestä on kolme kuukautta.",
        "Avslutar delningar vars del har tagits bort ur planen och raderar mottagarens "
        "kontaktuppgifter och meddelandet tre månader efter att delningen upphört.",
        "Ends shares whose part has been removed from the plan, and removes the recipient's contact "
        "data and the message three months after a share ended.",
    ),
)
def clean_up(ajo: Ajo) -> None:
    """Each kind once; what was done already stays done."""
    ended, forgotten = siivous.end_without_part(), siivous.forget_contacts()
    siivous.forget_tries()
    ajo.step(tehty=ended + forgotten, paattyneet=ended, yhteystiedot=forgotten)


@tyo(
    automaatti.TASK,
    cron="0 4 * * *",
    otsikko=Texts(
        "Työpaikkajaksojen automaattinen jakaminen",
        "Automatisk delning av arbetsplatsperioder",
        "Automatic sharing of workplace periods",
    ),
    kuvaus=Texts(
        "Jakaa pian alkavat työpaikkajaksot ohjaajille niissä oppilaitoksissa, jotka ovat ottaneet "
        "automaattisen jakamisen käyttöön.",
        "Delar arbetsplatsperioder som snart börjar med handledarna i de läroanstalter som har tagit "
        "automatisk delning i bruk.",
        "Shares workplace periods that begin soon with their instructors, in the schools that have "
        "taken automatic sharing into use.",
    ),
)
def share_ahead(ajo: Ajo) -> None:
    """Each period once in its life."""
    ajo.step(tehty=automaatti.share_ahead())
