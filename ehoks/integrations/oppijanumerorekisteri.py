"""Oppijanumerorekisteri: the person behind an OID, and the person's newest OID."""

from dataclasses import dataclass, field
from typing import Any

from ehoks.integrations import cas, http
from ehoks.integrations.cache import TtlCache
from ehoks.integrations.errors import OppijanumerorekisteriUnavailable, ServiceUnavailable
from ehoks.integrations.tunnisteet import is_oid
from ehoks.integrations.yhteystiedot import Yhteystiedot, read_yhteystiedot

ONR = http.Service("/oppijanumerorekisteri-service", 10, OppijanumerorekisteriUnavailable)


@dataclass(frozen=True, slots=True)
class Henkilo:
    """A person. `duplicate`: another OID is the person's main one. `turvakielto`: protected.

    `yhteystiedot` are kept in memory only, and not told where a person is written into a log: who
    may see them, `hoks.access.may_know_home` says.
    """

    oid: str
    etunimet: str
    kutsumanimi: str
    sukunimi: str
    duplicate: bool
    turvakielto: bool
    yhteystiedot: Yhteystiedot = field(default=Yhteystiedot(), repr=False)


_henkilot: TtlCache[Henkilo | None] = TtlCache(ttl=15 * 60, size=5_000)
_oidit: TtlCache[frozenset[str]] = TtlCache(ttl=15 * 60, size=5_000, stale=4 * 60 * 60)


def get_henkilo(oid: str) -> Henkilo | None:
    """The person, at most 15 minutes old; None when unknown.

    Raises OppijanumerorekisteriUnavailable.
    """
    return _henkilot.get(oid, lambda: _fetch_henkilo(oid))


def get_main_henkilo(oid: str) -> Henkilo | None:
    """The person under the main OID, at most 15 minutes old; None when unknown.

    Raises OppijanumerorekisteriUnavailable.
    """
    found = filter(None, map(get_henkilo, sorted(list_oids(oid))))
    return min(found, key=lambda henkilo: (henkilo.duplicate, henkilo.oid), default=None)


def get_master_oid(oid: str) -> str | None:
    """The main OID of the person (often `oid` itself), asked anew every time; None when unknown.

    Raises OppijanumerorekisteriUnavailable.
    """
    raw = _fetch(oid, "/master")
    if raw is None:
        return None
    with http.reading(ONR, oid=oid):
        return str(raw["oidHenkilo"])


def list_oids(oid: str) -> frozenset[str]:
    """Every OID of the person: the main one and those linked to it, at most 15 minutes old.

    Of somebody unknown the OID itself. While the register is silent, as it was up to four hours ago.

    Raises OppijanumerorekisteriUnavailable.
    """
    return _oidit.get(oid, lambda: _fetch_oids(oid))


def _fetch_oids(oid: str) -> frozenset[str]:
    main = get_master_oid(oid) or oid
    raw = _fetch(main, "/slaves") or []
    with http.reading(ONR, oid=main):
        return frozenset({oid, main, *(str(linked["oidHenkilo"]) for linked in raw)})


def _fetch_henkilo(oid: str) -> Henkilo | None:
    raw = _fetch(oid, "")
    if raw is None:
        return None
    with http.reading(ONR, oid=oid):
        return http.made(
            Henkilo,
            oid=raw["oidHenkilo"],
            etunimet=raw.get("etunimet") or "",
            kutsumanimi=raw.get("kutsumanimi") or "",
            sukunimi=raw.get("sukunimi") or "",
            duplicate=bool(raw.get("duplicate")),
            turvakielto=bool(raw.get("turvakielto")),
            yhteystiedot=read_yhteystiedot(raw.get("yhteystiedotRyhma")),
        )


def _fetch(oid: str, what: str) -> Any:
    if not is_oid(oid):
        return None
    answer = _ask(oid, what)
    if answer.status == 401:  # our login has been forgotten over there: once more, anew
        cas.forget_granting_ticket()
        answer = _ask(oid, what)
    if http.is_missing(answer):
        return None
    if answer.status != 200:
        raise http.unexpected(ONR, answer, oid=oid)
    with http.reading(ONR, oid=oid):
        return http.json_of(answer)


def _ask(oid: str, what: str) -> http.Answer:
    try:
        ticket = cas.get_service_ticket(f"{ONR.url}/j_spring_cas_security_check")
    except ServiceUnavailable as error:
        # CAS is the register's doorkeeper: to our caller it is the register that cannot be asked
        raise ONR.unavailable(error.reason, oid=oid) from error
    return http.get(
        ONR, f"/henkilo/{oid}{what}", query={"ticket": ticket}, headers={"ticket": ticket}, oid=oid
    )
