"""Jobs of plans: what goes when its time is up, merged numbers, rows against documents, reminders."""

import datetime as dt
import logging
from collections.abc import Callable, Iterable

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from ehoks.common.dates import now
from ehoks.common.texts import Texts
from ehoks.integrations.errors import ServiceUnavailable
from ehoks.oppijaindex.models import Oppija
from ehoks.tyot.karsivallisyys import Karsivallisyys
from ehoks.tyot.siivous import delete_in_batches
from ehoks.tyot.tyo import Ajo, tyo
from hoks.errors import HoksNotFound
from hoks.models import Hoks, HoksLuonnos
from hoks.presenters import selvitysviesti
from hoks.presenters.muistutus import to_words
from hoks.services import (
    muistutukset,
    rebuild,
    sailytys,
    selvitysviestit,
    yhdistys,
    yhteystiedot,
)

logger = logging.getLogger(__name__)
# 4, 16, 64 seconds and so on, for most of a day
MOST_TRIES = 9
_PATIENT = RetryStrategy(max_attempts=MOST_TRIES, exponential_wait=4)
NAMES_KEPT = dt.timedelta(days=7)
LATELY = dt.timedelta(days=2)


def _each(ajo: Ajo, ids: Iterable[int], work: Callable[[int], bool], name: str) -> None:
    """Do something to plan after plan; `name` is what those are counted as that it changed.

    A plan that is deleted meanwhile needs nothing more.
    """
    patience = Karsivallisyys(ajo)
    for hoks_id in ids:
        try:
            changed = work(hoks_id)
        except HoksNotFound:
            continue
        except ServiceUnavailable as error:
            patience.bear(error)
            continue
        patience.rest()
        ajo.step(kohta=hoks_id, tehty=1, **{name: 1} if changed else {})


@tyo(
    "poista-ohjaajien-yhteystiedot",
    cron="10 21 * * *",
    otsikko=Texts(
        "Ohjaajien yhteystietojen poisto",
        "Radering av handledares kontaktuppgifter",
        "Removal of instructors’ contact data",
    ),
    kuvaus=Texts(
        "Poistaa työpaikkaohjaajan sähköpostiosoitteen ja puhelinnumeron suunnitelmasta ja sen "
        "kaikista versioista, kun jakson päättymisestä on kolme kuukautta. Nimi jää.",
        "Raderar arbetsplatshandledarens e-postadress och telefonnummer ur planen och alla dess "
        "versioner tre månader efter periodens slut. Namnet blir kvar.",
        "Removes the e-mail address and phone number of the workplace instructor from the plan and "
        "all its versions three months after the period ended. The name stays.",
    ),
)
def remove_instructors_contacts(ajo: Ajo) -> None:
    """See to each plan that is due; one that was seen to is no longer due."""
    limit = sailytys.contacts_until()

    def remove(hoks_id: int) -> bool:
        return yhteystiedot.remove_contacts(hoks_id, limit, of_student=False)

    _each(ajo, sailytys.list_with_contacts(0), remove, "poistettu")


@tyo(
    "poista-opiskelijoiden-yhteystiedot",
    cron="30 21 * * *",
    otsikko=Texts(
        "Opiskelijoiden yhteystietojen poisto",
        "Radering av studerandes kontaktuppgifter",
        "Removal of students’ contact data",
    ),
    kuvaus=Texts(
        "Poistaa opiskelijan sähköpostiosoitteen ja puhelinnumeron suunnitelmasta ja sen kaikista "
        "versioista, kun opintojen päättymisestä ja viimeisestä muutoksesta on kolme kuukautta.",
        "Raderar den studerandes e-postadress och telefonnummer ur planen och alla dess versioner "
        "tre månader efter studiernas slut och den senaste ändringen.",
        "Removes the student’s e-mail address and phone number from the plan and all its versions "
        "three months after the studies ended and the last change was made.",
    ),
)
def remove_students_contacts(ajo: Ajo) -> None:
    """See to each plan that is due, from the one on where the last try ended."""
    ids = sailytys.list_with_student_contacts(ajo.kohta)
    _each(ajo, ids, sailytys.remove_contacts_of_student, "poistettu")


@tyo(
    "poista-vanhentuneet-hoksit",
    cron="0 22 * * *",
    otsikko=Texts(
        "Vanhentuneiden HOKSien poisto", "Radering av föråldrade planer", "Removal of old plans"
    ),
    kuvaus=Texts(
        "Poistaa HOKSin kaikkine versioineen, kun opiskeluoikeuden päättymisestä on viisi vuotta. "
        "Poistosta jää merkintä, jossa ei ole henkilötietoja.",
        "Raderar planen med alla versioner fem år efter att studierätten upphörde. Kvar blir en "
        "anteckning utan personuppgifter.",
        "Deletes a plan with all its versions five years after the study right ended. A note "
        "without personal data stays.",
    ),
)
def purge_old(ajo: Ajo) -> None:
    """Delete each plan whose time is up, from the one on where the last try ended."""
    _each(ajo, sailytys.list_over(ajo.kohta), sailytys.purge_if_over, "poistettu")


@tyo(
    "paivita-oppijat",
    cron="0 19 * * *",
    otsikko=Texts("Oppijoiden päivitys", "Uppdatering av studerande", "Learner update"),
    kuvaus=Texts(
        "Lukee opiskelijoiden nimet Oppijanumerorekisteristä kerran viikossa. Jos numero on "
        "yhdistetty toiseen, suunnitelmat siirtyvät sille.",
        "Läser de studerandes namn från Studentnummerregistret en gång i veckan. Om numret har "
        "sammanslagits med ett annat flyttas planerna till det.",
        "Reads the students’ names from the register of learner numbers once a week. Where a "
        "number was merged into another, the plans move to that one.",
    ),
)
def refresh_oppijat(ajo: Ajo) -> None:
    """Ask of each learner that was not asked of for a week."""
    patience = Karsivallisyys(ajo)
    for oid in _due_oppijat():
        try:
            merged = yhdistys.refresh_oppija(oid)
        except ServiceUnavailable as error:
            patience.bear(error)
            continue
        patience.rest()
        ajo.step(tehty=1, **{"yhdistetty": 1} if merged else {})


def _due_oppijat() -> Iterable[str]:
    """Those that were asked of are no longer due; those passed by are not asked of again now."""
    last, limit = "", now() - NAMES_KEPT
    while True:
        due = Oppija.objects.filter(pk__gt=last, updated_at__lt=limit).order_by("pk")
        found = list(due.values_list("pk", flat=True)[: sailytys.BATCH])
        if not found:
            return
        yield from found
        last = found[-1]


@tyo(
    "siivoa-luonnokset",
    cron="50 0 * * *",
    otsikko=Texts("Luonnosten siivous", "Rensning av utkast", "Clean-up of drafts"),
    kuvaus=Texts(
        "Poistaa luonnokset, joihin ei ole koskettu 30 päivään.",
        "Raderar utkast som ingen har rört på 30 dagar.",
        "Deletes drafts that nobody has touched for 30 days.",
    ),
)
def remove_old_drafts(ajo: Ajo) -> None:
    """Delete what nobody can open any more."""
    delete_in_batches(ajo, HoksLuonnos.objects.filter(vanhenee__lte=now()))


# --- Rows and documents ----------------------------------------------------------------------------


def _check(ajo: Ajo, ids: Iterable[int]) -> None:
    """Rows must say what the newest version says; those that differ are named in the log."""

    def differs(hoks_id: int) -> bool:
        if rebuild.rows_agree(hoks_id):
            return False
        logger.error("HOKS %d: rows and newest version differ; see manage.py check_rows", hoks_id)
        return True

    _each(ajo, ids, differs, "poikkeavia")


@tyo(
    "tarkista-uudet-rivit",
    cron="0 23 * * *",
    otsikko=Texts(
        "Muuttuneiden HOKSien tarkistus", "Kontroll av ändrade planer", "Check of changed plans"
    ),
    kuvaus=Texts(
        "Vertaa viime päivinä muuttuneiden suunnitelmien rivejä niiden uusimpaan versioon. Eroja "
        "ei pidä olla.",
        "Jämför raderna i planer som har ändrats de senaste dagarna med den nyaste versionen. Det "
        "ska inte finnas skillnader.",
        "Compares the rows of plans that changed in the last days with their newest version. They "
        "must not differ.",
    ),
)
def check_changed(ajo: Ajo) -> None:
    """Of the plans that were changed since the night before last."""
    changed = Hoks.objects.filter(updated_at__gt=now() - LATELY, id__gt=ajo.kohta).order_by("id")
    _check(ajo, changed.values_list("id", flat=True).iterator())


@tyo(
    "tarkista-kaikki-rivit",
    cron="0 4 * * 6",
    otsikko=Texts("Kaikkien HOKSien tarkistus", "Kontroll av alla planer", "Check of all plans"),
    kuvaus=Texts(
        "Vertaa kaikkien suunnitelmien rivejä niiden uusimpaan versioon viikonloppuisin. Eroja ei "
        "pidä olla.",
        "Jämför raderna i alla planer med deras nyaste version under veckosluten. Det ska inte "
        "finnas skillnader.",
        "Compares the rows of all plans with their newest versions at weekends. They must not "
        "differ.",
    ),
)
def check_all(ajo: Ajo) -> None:
    """Of every plan, from the one on where the last try ended."""
    ajo.expect(ajo.tehty + Hoks.objects.filter(id__gt=ajo.kohta).count())
    rows = Hoks.objects.filter(id__gt=ajo.kohta).order_by("id")
    _check(ajo, rows.values_list("id", flat=True).iterator())


@tyo(
    "muistuta-jaksoista",
    cron="30 4 * * *",
    otsikko=Texts(
        "Muistutukset päättyvistä jaksoista",
        "Påminnelser om perioder som slutar",
        "Reminders of periods about to end",
    ),
    kuvaus=Texts(
        "Lähettää tilatut muistutukset työpaikkajaksoista, jotka päättyvät 14 tai 3 päivän kuluttua "
        "ja joista puuttuu tietoja.",
        "Skickar beställda påminnelser om arbetsplatsperioder som slutar om 14 eller 3 dagar och "
        "saknar uppgifter.",
        "Sends the reminders ordered of workplace periods that end in 14 or 3 days and lack "
        "information.",
    ),
)
def remind_of_periods(ajo: Ajo) -> None:
    """See to each order that was not looked at today; those that were sent are not sent again."""
    for sent in muistutukset.send_reminders(to_words):
        ajo.step(tehty=1, **{"lahetetty": 1} if sent else {})


# --- Questions of students ---------------------------------------------------------------------------


@app.task(name=selvitysviestit.OF_NEW, retry=_PATIENT)
def tell_of_question(case_id: int) -> None:
    """Tell those who answer. Raises EhoksError, a service is silent: the job comes again by itself."""
    for _ in selvitysviestit.tell_of_new(case_id, selvitysviesti.of_new):
        pass


@app.task(name=selvitysviestit.OF_ANSWER, retry=_PATIENT, pass_context=True)
def tell_of_answer(context: JobContext, case_id: int) -> None:
    """Tell the student. An address that could not be used in a day is not kept either.

    Raises ViestinvalitysUnavailable: the job comes again by itself.
    """
    try:
        selvitysviestit.tell_of_answer(case_id, selvitysviesti.of_answer)
    except ServiceUnavailable:
        if context.job.attempts >= MOST_TRIES:
            selvitysviestit.forget_address(case_id)
        raise
