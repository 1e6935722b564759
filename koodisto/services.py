"""Brings our copy of the code sets up to date with Koodisto, and of units with ePerusteet.

"The last synchronisation was complete" means: of the synchronisations that Koodisto answered,
the newest has written everything that it was told. So a try without an answer changes nothing,
and a set that was whole stays whole; a run that is killed while it writes leaves the set
incomplete until a later run gets through. An empty answer is no answer: a gateway that has lost
its service says the same, and must not make every code of the set unknown.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, F, Q

from ehoks.common.dates import now, today
from ehoks.integrations import eperusteet
from ehoks.integrations import koodisto as client
from ehoks.integrations.errors import EperusteetUnavailable, KoodistoUnavailable
from koodisto.koodistot import KOODISTOT, TUTKINNONOSAT
from koodisto.models import Koodi, Koodisto, Peruste

BATCH = 1000  # codes in one statement
FRESH = dt.timedelta(hours=6)  # a set this new is left alone: a killed run goes on where it was
UNITS_AT_A_TIME = 500  # ePerusteet is asked code by code, so only so many in one run
ASK_AGAIN = dt.timedelta(days=30)  # what it does not tell now it may tell later
_TOLD = ["arvo", "versio", "nimi", "voimassa_alku", "voimassa_loppu"]


class Tulos(StrEnum):
    """What became of one step."""

    DONE = "done"
    MISSING = "missing"  # Koodisto knows no code of such a set; nothing was changed
    UNAVAILABLE = "unavailable"  # no answer, or an unreadable one; what was not written stays


class Vaihe(NamedTuple):
    """One step of a run: its number of how many, what it was about, and what came of it."""

    numero: int
    kaikkiaan: int
    nimi: str  # a code set, or "eperusteet" for the step that asks for names and extents of units
    tulos: Tulos
    koodeja: int = 0
    muuttui: int = 0


Progress = Callable[[Vaihe], object]


def sync_koodistot(
    koodistot: Iterable[str] | None = None, progress: Progress = lambda _: None
) -> list[Vaihe]:
    """Synchronise the named sets, or every set of ours that is not whole and fresh.

    Gives the steps, each also to `progress` as soon as it is over. An unavailable service is
    told in the step, never raised. May be called at any time, also twice at once.
    """
    sets = _due() if koodistot is None else list(dict.fromkeys(koodistot))
    with_names = koodistot is None or TUTKINNONOSAT in sets
    total = len(sets) + with_names
    steps = []
    for number, name in enumerate(sets, start=1):
        steps.append(Vaihe(number, total, name, *sync_koodisto(name)))
        progress(steps[-1])
    if with_names:
        steps.append(Vaihe(total, total, "eperusteet", *fill_units()))
        progress(steps[-1])
    return steps


def _due() -> list[str]:
    fresh = Koodisto.objects.filter(complete=True, finished_at__gt=now() - FRESH)
    done = set(fresh.values_list("uri", flat=True))
    return [name for name in KOODISTOT if name not in done]


# --- Koodisto ------------------------------------------------------------------------------------


def sync_koodisto(name: str) -> tuple[Tulos, int, int]:
    """Synchronise one set; gives the outcome, how many codes it has, and how many changed."""
    started = now()
    Koodisto.objects.filter(pk=name).update(started_at=started)
    try:
        told = fetch(name)
    except KoodistoUnavailable:
        return Tulos.UNAVAILABLE, 0, 0
    if not told:
        return Tulos.MISSING, 0, 0
    return Tulos.DONE, len(told), _store(name, told, started)


def fetch(name: str) -> dict[str, Koodi]:
    """The codes of a set as rows by URI, in order. Raises KoodistoUnavailable."""
    newest: dict[str, client.Koodi] = {}
    for koodi in client.list_koodit(name):
        other = newest.get(koodi.uri)
        if other is None or koodi.versio > other.versio:
            newest[koodi.uri] = koodi
    # always in the same order, so that two runs at once cannot lock each other out
    return {uri: _row(name, newest[uri]) for uri in sorted(newest)}


def _row(name: str, koodi: client.Koodi) -> Koodi:
    return Koodi(
        uri=koodi.uri,
        koodisto_id=name,
        arvo=koodi.arvo,
        versio=koodi.versio,
        nimi=koodi.nimi,
        voimassa_alku=_date(koodi.voimassa_alku),
        voimassa_loppu=_date(koodi.voimassa_loppu),
    )


def _date(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise KoodistoUnavailable("unreadable answer") from error


def _store(name: str, told: dict[str, Koodi], started: dt.datetime) -> int:
    """Write what differs, a batch at a time; the set counts as whole only after the last one."""
    changes = _changes(name, told)
    _begin(name, started, breaks=bool(changes))
    queue = iter(changes)
    while batch := list(islice(queue, BATCH)):
        Koodi.objects.bulk_create(
            batch, update_conflicts=True, unique_fields=["uri"], update_fields=_TOLD
        )
    _finish(name, len(told), changed=bool(changes))
    return len(changes)


def _changes(name: str, told: dict[str, Koodi]) -> list[Koodi]:
    ours = {koodi.uri: koodi for koodi in Koodi.objects.filter(koodisto=name)}
    changed = [k for uri, k in told.items() if uri not in ours or _said(ours[uri]) != _said(k)]
    gone = [koodi for uri, koodi in ours.items() if uri not in told and _in_force(koodi)]
    for koodi in gone:
        koodi.voimassa_loppu = today() - dt.timedelta(days=1)
    return sorted([*changed, *gone], key=lambda koodi: koodi.uri)


def _said(koodi: Koodi) -> list[object]:
    return [getattr(koodi, field) for field in _TOLD]


def _in_force(koodi: Koodi) -> bool:
    return koodi.voimassa_loppu is None or koodi.voimassa_loppu >= today()


def _begin(name: str, started: dt.datetime, *, breaks: bool) -> None:
    nimet = KOODISTOT[name]._asdict() if name in KOODISTOT else {}
    new: dict[str, object] = {"nimet": nimet, "started_at": started}
    if breaks:
        new |= {"complete": False, "changed_at": now()}
    Koodisto.objects.update_or_create(uri=name, defaults=new)


def _finish(name: str, lkm: int, *, changed: bool) -> None:
    new: dict[str, object] = {"complete": True, "finished_at": now(), "lkm": lkm}
    row = Koodisto.objects.filter(pk=name)
    if changed or row.filter(complete=False).exists():
        new["changed_at"] = now()
    row.update(**new)


# --- ePerusteet ------------------------------------------------------------------------------------


def fill_units() -> tuple[Tulos, int, int]:
    """Ask ePerusteet for the names, extents, subjects and requirements of units.

    Gives the outcome, how many were asked for, and how many changed. First come those without
    both a Finnish and a Swedish name, then those not asked for the longest time, so that the next
    run goes on from where this one ended.
    """
    waited = Q(eperusteet_at=None) | Q(eperusteet_at__lt=now() - ASK_AGAIN)
    units = Koodi.objects.filter(waited, koodisto=TUTKINNONOSAT)
    is_named = ExpressionWrapper(Q(nimi__has_keys=["fi", "sv"]), BooleanField())
    asked = changed = 0
    outcome = Tulos.DONE
    queue = units.order_by(is_named, F("eperusteet_at").asc(nulls_first=True), "uri")
    for koodi in list(queue[:UNITS_AT_A_TIME]):
        try:
            changed += _ask(koodi)
        except EperusteetUnavailable:
            outcome = Tulos.UNAVAILABLE
            break
        asked += 1
    if changed:
        Koodisto.objects.filter(pk=TUTKINNONOSAT).update(changed_at=now())
    return outcome, asked, changed


def _ask(koodi: Koodi) -> bool:
    """Whether something came that was not known and that lookups answer from."""
    told = eperusteet.get_tutkinnon_osa(koodi.uri)
    before = koodi.eperusteet_nimi, koodi.laajuus, koodi.osa_alueet
    if told:
        koodi.eperusteet_nimi = told.nimi
        koodi.laajuus = told.laajuus
        koodi.vaatimukset = told.vaatimukset
        koodi.osa_alueet = sorted(told.osa_alueet)
    koodi.eperusteet_at = now()
    koodi.save(
        update_fields=["eperusteet_nimi", "laajuus", "vaatimukset", "osa_alueet", "eperusteet_at"]
    )
    changed = (koodi.eperusteet_nimi, koodi.laajuus, koodi.osa_alueet) != before
    if told:
        changed |= _keep_peruste(told.peruste)
        for uri, alue in told.osa_alueet.items():
            changed |= _fill_subject(uri, alue)
    return changed


def _fill_subject(uri: str, alue: eperusteet.OsaAlue) -> bool:
    """Koodisto and ePerusteet do not agree on capital letters."""
    rows = Koodi.objects.filter(uri__iexact=uri)
    rows.update(vaatimukset=alue.vaatimukset)
    return alue.laajuus is not None and bool(
        rows.exclude(laajuus=alue.laajuus).update(laajuus=alue.laajuus)
    )


def _keep_peruste(told: eperusteet.Peruste) -> bool:
    """Whether the extent of a qualification came, or changed."""
    if not told.diaarinumero:
        return False
    facts = {"laajuus": told.laajuus, "eperusteet_id": told.eperusteet_id}
    known = Peruste.objects.filter(pk=told.diaarinumero, **facts).exists()
    Peruste.objects.update_or_create(pk=told.diaarinumero, defaults=facts)
    return not known
