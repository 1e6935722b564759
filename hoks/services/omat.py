"""A student's own plans: which there are, and each by a handle that is used in addresses.

A student is told neither the eHOKS id nor any other name that schools and systems call a plan by,
and an address is told to whoever looks over a shoulder. The handle is a digest of the plan's
external identifier: it stays the same when other plans come and go (an ordinal would not, and a
bookmark would open another plan), it needs no column and no key, nothing can be read from it, and
it opens nothing: it is only ever looked for among the plans of the person who is logged in.
"""

import hashlib
from collections.abc import Collection

from ehoks.integrations import oppijanumerorekisteri
from ehoks.integrations.errors import OppijanumerorekisteriUnavailable
from hoks.services import read
from hoks.services.nakyvyys import Suunnitelma, list_all
from hoks.services.read import StoredHoks

_LENGTH = 20


def tunnus_of(eid: str) -> str:
    """The handle of a plan, given its external identifier."""
    return hashlib.sha256(f"oma suunnitelma {eid}".encode()).hexdigest()[:_LENGTH]


def list_omat(henkilo_oid: str) -> list[Suunnitelma]:
    """The person's living plans under any of their numbers, the newest approval first.

    While the register of persons is silent, those under this number; that there are none is then
    not known, and not said.

    Raises:
        OppijanumerorekisteriUnavailable: there are none under this number, and no other is known.
    """
    try:
        return _living(oppijanumerorekisteri.list_oids(henkilo_oid))
    except OppijanumerorekisteriUnavailable:
        found = _living({henkilo_oid})
        if found:
            return found
        raise


def list_oids(henkilo_oid: str) -> frozenset[str]:
    """Every number that the person has had; while the register of persons is silent, this one."""
    try:
        return oppijanumerorekisteri.list_oids(henkilo_oid)
    except OppijanumerorekisteriUnavailable:
        return frozenset({henkilo_oid})


def list_kaikki(henkilo_oid: str) -> list[Suunnitelma]:
    """As `list_omat`, archived ones included: for what the student may know of, not look at."""
    return list_all(list_oids(henkilo_oid), lambda _: True)


def _living(oids: Collection[str]) -> list[Suunnitelma]:
    return [plan for plan in list_all(oids, lambda _: True) if not plan.deleted_at]


def find_oma(henkilo_oid: str, tunnus: str) -> StoredHoks | None:
    """The person's own living plan of that handle, with its document.

    None of a handle that means nothing, and just so of another person's plan.
    """
    for plan in list_omat(henkilo_oid):
        if tunnus_of(plan.eid) == tunnus:
            found = read.find_by_eid(plan.eid)
            return found if found and not found.deleted_at else None
    return None
