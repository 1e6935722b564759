"""Sessions of people: opened by a ticket of CAS, ended by time, by the person, or by CAS.

What CAS said at login is kept for the length of the session: roles that are taken away count until
then, and no longer than `LONGEST`.
"""

import datetime as dt
import hashlib
from dataclasses import asdict, dataclass
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.http import HttpRequest

from ehoks.auth.privileges import Kayttaja, Rooli
from ehoks.common.dates import now
from ehoks.ui.models import Kirjautuminen

LONGEST = dt.timedelta(hours=4)
IDLE = dt.timedelta(minutes=30)
NOTED = dt.timedelta(minutes=1)  # being there is written down this often at most
_KAYTTAJA, _HENKILO, _ALKU, _NAHTY = "kayttaja", "henkilo", "alku", "nahty"
_TUORE = "tuore"
FRESH = dt.timedelta(minutes=15)  # what cannot be undone asks for a login this new


@dataclass(frozen=True, slots=True)
class Henkilo:
    """A strongly identified person who acts for nobody else: a student, somebody at a workplace."""

    oid: str
    nimi: str


def log_in(
    request: HttpRequest, who: Kayttaja | Henkilo, ticket: str, *, fresh: bool = False
) -> None:
    """Open a session, under a new key: whoever knew the old one knows nothing.

    `fresh`: CAS says that it asked for the password just now, and did not go by an older login.
    """
    session = request.session
    session.flush()
    session.update(_kept(who))
    session[_ALKU] = session[_NAHTY] = now().timestamp()
    if fresh:
        session[_TUORE] = now().timestamp()
    session.set_expiry(int(LONGEST.total_seconds()))
    session.save()
    Kirjautuminen.objects.filter(aika__lt=now() - LONGEST).delete()
    Kirjautuminen.objects.update_or_create(
        tiketti_tiiviste=_digest(ticket),
        defaults={"istunto": session.session_key or "", "aika": now()},
    )


def _kept(who: Kayttaja | Henkilo) -> dict[str, Any]:
    if isinstance(who, Henkilo):
        return {_HENKILO: asdict(who)}
    roolit = [[rooli.name, rooli.organisaatio_oid] for rooli in who.roolit]
    kayttaja = {"oid": who.oid, "username": who.username, "tyyppi": who.tyyppi, "roolit": roolit}
    return {_KAYTTAJA: kayttaja}


def is_fresh(session: SessionBase) -> bool:
    """Whether the password was asked for within the last quarter of an hour."""
    asked = session.get(_TUORE)
    return asked is not None and now().timestamp() - asked < FRESH.total_seconds()


def log_out(request: HttpRequest) -> None:
    """End the session of this browser."""
    Kirjautuminen.objects.filter(istunto=request.session.session_key).delete()
    request.session.flush()


def end_by_ticket(ticket: str) -> None:
    """End the session that this ticket opened; nothing happens when there is none."""
    logins = Kirjautuminen.objects.filter(tiketti_tiiviste=_digest(ticket))
    Session.objects.filter(session_key__in=logins.values("istunto")).delete()
    logins.delete()


def find_kayttaja(session: SessionBase) -> Kayttaja | None:
    """The member of staff who is logged in; None when nobody is, or the time is up."""
    kept = _find(session, _KAYTTAJA)
    if kept is None:
        return None
    roolit = tuple(Rooli(name, oid) for name, oid in kept["roolit"])
    return Kayttaja(kept["oid"], kept["username"], kept["tyyppi"], roolit)


def find_henkilo(session: SessionBase) -> Henkilo | None:
    """The identified person who is logged in; None when nobody is, or the time is up."""
    kept = _find(session, _HENKILO)
    return None if kept is None else Henkilo(**kept)


def _find(session: SessionBase, kind: str) -> Any:
    kept = session.get(kind)
    if kept is None:
        return None
    if _is_over(session):
        session.flush()
        return None
    if now().timestamp() - session[_NAHTY] > NOTED.total_seconds():
        session[_NAHTY] = now().timestamp()
    return kept


def ends_at(session: SessionBase) -> dt.datetime:
    """When the session ends if nothing more is done."""
    longest = dt.datetime.fromtimestamp(session[_ALKU], dt.UTC) + LONGEST
    return min(longest, dt.datetime.fromtimestamp(session[_NAHTY], dt.UTC) + IDLE)


def prolong(session: SessionBase) -> None:
    """Somebody is there: the time without use begins anew."""
    session[_NAHTY] = now().timestamp()


def seconds_left(session: SessionBase) -> int:
    """For how long the session goes on if nothing more is done; 0 without one."""
    if _ALKU not in session:
        return 0
    return max(int((ends_at(session) - now()).total_seconds()), 0)


def _is_over(session: SessionBase) -> bool:
    return now() >= ends_at(session)


def _digest(ticket: str) -> str:
    return hashlib.sha256(ticket.encode()).hexdigest()
