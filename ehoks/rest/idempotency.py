"""`Idempotency-Key` on creates: a receipt is written with the create, and replayed for a day.

Only what was committed is replayed. A twin that arrives while the first is under way waits for
it at the unique index, fails there, and then finds the receipt.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass

from django.db.models import QuerySet
from rest_framework.request import Request

from ehoks.auth.privileges import Kayttaja
from ehoks.common.dates import now
from ehoks.rest.errors import InvalidKey, KeyReused
from ehoks.rest.models import Kuitti

KEPT = dt.timedelta(hours=24)
MAX_LENGTH = 255


@dataclass(frozen=True)
class Key:
    """A caller's key for one request: whose, on which route, over which body."""

    kayttaja: str
    polku: str
    avain: str
    runko_tiiviste: str

    def find_receipt(self) -> Kuitti | None:
        """What was answered to this key before.

        Raises:
            KeyReused: to another body.
        """
        receipt = self._receipts().filter(luotu__gt=now() - KEPT).first()
        if receipt and receipt.runko_tiiviste != self.runko_tiiviste:
            raise KeyReused
        return receipt

    def keep_receipt(self, hoks_id: int, uri: str, etag: str) -> None:
        """Write the receipt; call it inside the create's own transaction."""
        self._receipts().filter(luotu__lte=now() - KEPT).delete()
        Kuitti.objects.create(
            kayttaja=self.kayttaja,
            polku=self.polku,
            avain=self.avain,
            runko_tiiviste=self.runko_tiiviste,
            hoks_id=hoks_id,
            uri=uri,
            etag=etag,
            luotu=now(),
        )

    def _receipts(self) -> "QuerySet[Kuitti]":
        return Kuitti.objects.filter(kayttaja=self.kayttaja, polku=self.polku, avain=self.avain)


def read_key(request: Request, kayttaja: Kayttaja, raw: bytes) -> Key | None:
    """The request's key, if it has one.

    Raises:
        InvalidKey: it is empty or too long.
    """
    avain = request.META.get("HTTP_IDEMPOTENCY_KEY")
    if avain is None:
        return None
    if not 0 < len(avain) <= MAX_LENGTH or "\x00" in avain:
        raise InvalidKey
    polku = request.path.rstrip("/")
    tiiviste = hashlib.blake2b(raw, digest_size=16).hexdigest()
    return Key(kayttaja.username, polku, avain, tiiviste)
