"""Tickets that carry their own truth: signed, so that any process can check them."""

import base64
import binascii
import hashlib
import hmac
import secrets
import struct
import time
from typing import NamedTuple

from ehoks.simulator.state import State

_FIXED = struct.Struct(">Q12s12s")  # expires, nonce, digest of the service
_SIGNATURE_BYTES = 16


class Ticket(NamedTuple):
    """What a ticket says once its signature has been found good and its time not yet up."""

    username: str
    service: bytes  # a digest, see `digest`
    nonce: bytes
    expires: int


class Tickets:
    """The tickets of one desk: `realm` keeps those of staff and of students apart."""

    def __init__(self, state: State, realm: str, lifetime: int) -> None:
        self._state = state
        self._realm = realm.encode()
        self._lifetime = lifetime

    def issue(self, prefix: str, username: str, service: str = "") -> str:
        """A new ticket for the user, good for this very service only."""
        expires = int(time.time()) + self._lifetime
        fixed = _FIXED.pack(expires, secrets.token_bytes(12), digest(service))
        content = fixed + username.encode()
        signed = self._sign(content) + content
        return f"{prefix}-{base64.urlsafe_b64encode(signed).rstrip(b'=').decode()}"

    def read(self, ticket: str) -> Ticket | None:
        """The content of a genuine, unexpired ticket; None of anything else."""
        text = ticket.partition("-")[2]
        try:
            signed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        except (binascii.Error, ValueError):
            return None
        signature, content = signed[:_SIGNATURE_BYTES], signed[_SIGNATURE_BYTES:]
        if not hmac.compare_digest(signature, self._sign(content)):
            return None
        expires, nonce, service = _FIXED.unpack_from(content)
        if expires < time.time():
            return None
        return Ticket(content[_FIXED.size :].decode(), service, nonce, expires)

    def spend(self, ticket: Ticket) -> bool:
        """Use the ticket up; False when it has been used before."""
        return self._state.spend(ticket.nonce, ticket.expires)

    def _sign(self, content: bytes) -> bytes:
        message = self._realm + b":" + content
        return hmac.digest(self._state.signing_key, message, "sha256")[:_SIGNATURE_BYTES]


def digest(service: str) -> bytes:
    """A short name of a service's address, so that a ticket stays short too."""
    return hashlib.blake2b(service.encode(), digest_size=12).digest()
