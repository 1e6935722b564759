"""What may stand in the path of a call: a dotted identifier and nothing that could lead astray."""

import re

_OID = re.compile(r"\d{1,30}(\.\d{1,30}){1,10}", re.ASCII)


def is_oid(text: str) -> bool:
    """Whether it has the shape of an OID; the services judge the rest."""
    return _OID.fullmatch(text) is not None
