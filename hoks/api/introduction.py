"""What stands in front of the contract: what holds of every address, and the old names of parts."""

from typing import Any

from hoks.api.part_table import NAYTOT, PARTS
from hoks.api.schema import Schema

_TEXT = """Data transfer API of the national HOKS register.

- Each call carries a CAS ticket of its own (`ticket`) and says which system calls (`caller-id`).
- Every path stands under the old prefix `/ehoks-backend` too, without a redirect; a ticket is made \
for the prefix that is called. A slash may end `/hoks`, `/validointi` and the paths of parts.
- HEAD is answered where GET is, OPTIONS everywhere. Another method gets 405 with `Allow`, an \
address where nothing is gets 404; both in the model `Virhe`.
- Open to all, without a ticket: `/ehoks-virkailija-backend/api/v1/healthcheck`, \
`/ehoks-virkailija-backend/api/v1/misc/environment`, `/ehoks-virkailija-backend/buildversion.txt`.
- To read: [every field](/ehoks-virkailija-backend/json-viewer/index.html), \
[every error](/ehoks-virkailija-backend/ohje/virheet).

Parts of a plan answer to their old names as well, in the same four ways. There the field names of \
May 2019 are understood; answers are always in today's words.

| old name | today's |
|---|---|
"""
_FLAT = "hankitun-paikallisen-osaamisen-naytto"


def introduce(result: Schema, generator: Any, request: Any, public: Any) -> Schema:
    """Postprocessing hook: the introduction, with the names from the table of parts."""
    names = [(alias, spec.segment) for spec in PARTS for alias in spec.aliases]
    names.append((_FLAT, f"{PARTS[1].segment}/{{osa_id}}/{NAYTOT}"))
    rows = "".join(f"| `{old}` | `{today}` |\n" for old, today in names)
    result["info"]["description"] = _TEXT + rows
    return result
