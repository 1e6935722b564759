"""The link of a share: a token of 256 bits that is nowhere stored, and its digest that is.

A token is made of the share's seed and the service's own key, so that a mail that is sent again
carries the same link, while the database alone cannot make one.
"""

import base64
import hashlib
import hmac
import re
import secrets

from django.conf import settings
from django.urls import reverse

SEED_BYTES = 32
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_PURPOSE = b"ehoks.sharing.token:"


def new_seed() -> bytes:
    """The seed of a new link."""
    return secrets.token_bytes(SEED_BYTES)


def token_of(seed: bytes | memoryview) -> str:
    """The token that goes into the link."""
    key = hashlib.sha256(_PURPOSE + settings.SECRET_KEY.encode()).digest()
    made = hmac.digest(key, bytes(seed), "sha256")
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()


def digest_of(token: str) -> str:
    """What is stored of a token; of what is no token, a digest that no share has.

    Anything is digested, so that a token of the wrong form takes the way of an unknown one.
    """
    is_token = _TOKEN.fullmatch(token) is not None
    found = hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
    return found if is_token else f"!{found[1:]}"


def address_of(seed: bytes | memoryview) -> str:
    """The whole link; never from the Host header."""
    return f"{settings.BASE_URL}{reverse('jako-linkki', args=[token_of(seed)])}"
