"""The job that throws away sessions that are over."""

from django.contrib.sessions.models import Session

from ehoks.common.dates import now
from ehoks.common.texts import Texts
from ehoks.tyot.siivous import delete_in_batches
from ehoks.tyot.tyo import Ajo, tyo
from ehoks.ui.models import Kirjautuminen
from ehoks.ui.session import LONGEST


@tyo(
    "siivoa-istunnot",
    cron="40 0 * * *",
    otsikko=Texts("Istuntojen siivous", "Rensning av sessioner", "Clean-up of sessions"),
    kuvaus=Texts(
        "Poistaa päättyneet istunnot ja tiedon siitä, millä kirjautumisella ne avattiin.",
        "Raderar avslutade sessioner och uppgiften om vilken inloggning som öppnade dem.",
        "Deletes sessions that are over, and by which login they were opened.",
    ),
)
def remove_old_sessions(ajo: Ajo) -> None:
    """Delete what nobody can use any more."""
    delete_in_batches(ajo, Session.objects.filter(expire_date__lt=now()))
    delete_in_batches(ajo, Kirjautuminen.objects.filter(aika__lt=now() - LONGEST))
