"""The job that throws away receipts that nobody can redeem any more."""

from ehoks.common.dates import now
from ehoks.common.texts import Texts
from ehoks.rest.idempotency import KEPT
from ehoks.rest.models import Kuitti
from ehoks.tyot.siivous import delete_in_batches
from ehoks.tyot.tyo import Ajo, tyo


@tyo(
    "siivoa-kuitit",
    cron="45 0 * * *",
    otsikko=Texts("Kuittien siivous", "Rensning av kvitton", "Clean-up of receipts"),
    kuvaus=Texts(
        "Poistaa yli vuorokauden vanhat kuitit, joilla tietojärjestelmä saa saman vastauksen "
        "uudelleen (Idempotency-Key).",
        "Raderar kvitton som är äldre än ett dygn och med vilka ett informationssystem får samma "
        "svar på nytt (Idempotency-Key).",
        "Deletes receipts older than a day, by which an information system gets the same answer "
        "again (Idempotency-Key).",
    ),
)
def remove_old_receipts(ajo: Ajo) -> None:
    """Delete receipts that are not honoured any more."""
    delete_in_batches(ajo, Kuitti.objects.filter(luotu__lte=now() - KEPT))
