"""The job that throws away what the transfer log tells of times long gone."""

import datetime as dt

from ehoks.common.dates import now
from ehoks.common.texts import Texts
from ehoks.tiedonsiirto.models import Tiedonsiirto
from ehoks.tyot.siivous import delete_oldest
from ehoks.tyot.tyo import Ajo, tyo

KEPT = dt.timedelta(days=2 * 365)  # the reports look back twelve months


@tyo(
    "siivoa-tiedonsiirrot",
    cron="50 0 * * *",
    otsikko=Texts(
        "Tiedonsiirtolokin siivous",
        "Rensning av överföringsloggen",
        "Clean-up of the transfer log",
    ),
    kuvaus=Texts(
        "Poistaa tiedonsiirtolokista yli kaksi vuotta vanhat rivit.",
        "Raderar rader som är äldre än två år ur överföringsloggen.",
        "Deletes rows of the transfer log that are older than two years.",
    ),
)
def remove_old_transfers(ajo: Ajo) -> None:
    """Delete the oldest rows: of what is newer than that, the newest row still tells the state."""
    delete_oldest(ajo, Tiedonsiirto.objects.all(), aika__lt=now() - KEPT)
