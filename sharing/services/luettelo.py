"""Questions about shares: those of a plan, those of a student, those for a recipient."""

import datetime as dt
import uuid
from collections.abc import Collection
from typing import Any, NamedTuple

import orjson
from django.db.models import Count, Max, QuerySet

from ehoks.common.dates import today
from ehoks.oppijaindex.models import Opiskeluoikeus
from hoks.models import HoksVersio
from hoks.services.read import StoredHoks
from sharing.models import Avaus, Jako, ModuulinTyyppi
from sharing.services.jakaminen import find_end_of_studies
from sharing.sisalto import Document, Kohde, list_kohteet
from sharing.vastaanottajat import list_nimetyt
from sharing.voimassaolo import Tila, find_jakso, find_tila, last_day

VIEWS_SHOWN = 50
SOON = dt.timedelta(days=30)


class Rivi(NamedTuple):
    """A share in a list: how it stands, and how often it has been opened."""

    jako: Jako
    tila: Tila
    avauksia: int
    viimeksi: Any
    document: Document  # the whole plan it is of


def list_jaot(stored: StoredHoks) -> list[Rivi]:
    """All shares of a plan, the newest first, whoever made them."""
    ended = find_end_of_studies(stored.opiskeluoikeus_oid)
    document = stored.document
    return [_rivi(jako, stored, document, ended) for jako in _counted(stored)]


def find_jako(stored: StoredHoks, jako_id: uuid.UUID) -> Rivi | None:
    """That share of the plan."""
    jako = _counted(stored).filter(pk=jako_id).first()
    if jako is None:
        return None
    return _rivi(jako, stored, stored.document, find_end_of_studies(stored.opiskeluoikeus_oid))


def _counted(stored: StoredHoks) -> "QuerySet[Jako]":
    found = Jako.objects.filter(hoks_id=stored.id)
    return found.annotate(avauksia=Count("avaukset"), viimeksi=Max("avaukset__aika")).order_by(
        "-luotu", "pk"
    )


def _rivi(jako: Any, stored: StoredHoks, document: Document, ended: Any) -> Rivi:
    tila = find_tila(
        jako,
        document,
        passivoitu=stored.deleted_at is not None,
        opinnot_paattyivat=ended,
        today=today(),
    )
    return Rivi(jako, tila, jako.avauksia, jako.viimeksi, document)


def list_avaukset(jako: Jako) -> list[Avaus]:
    """Who has opened it, the newest first."""
    return list(jako.avaukset.order_by("-id")[:VIEWS_SHOWN])


def list_ajankohtaiset(document: Document) -> list[Kohde]:
    """What is worth sharing now: goes on or begins soon, and names whom to share it with."""
    soon = today() + SOON
    found = []
    for kohde in list_kohteet(document):
        jakso = find_jakso(kohde)
        if kohde.moduuli_tyyppi is ModuulinTyyppi.OSA or jakso is None or not list_nimetyt(kohde):
            continue
        if jakso.alku <= soon and jakso.loppu >= today():
            found.append((jakso, kohde))
    return [kohde for _, kohde in sorted(found, key=lambda pair: pair[0])]


def list_jaetut(hoks_ids: Collection[int]) -> set[str]:
    """The module ids of those plans that are being shared, whoever shares them."""
    living = Jako.objects.filter(hoks_id__in=hoks_ids, paatetty=None, voimassa_loppu__gte=today())
    return {str(module_id) for module_id in living.values_list("module_id", flat=True)}


class Minulle(NamedTuple):
    """A share that somebody may open today: whose, of what plan."""

    jako: Jako
    oikeus: Opiskeluoikeus | None
    document: Document
    loppu: Any


def list_minulle(henkilo_oids: Collection[str]) -> list[Minulle]:
    """The shares bound to the person that are open today, across schools and providers."""
    jaot = list(
        Jako.objects.select_related("hoks")
        .filter(
            sidottu_oid__in=henkilo_oids, paatetty=None, hoks__deleted_at=None,
            voimassa_alku__lte=today(), voimassa_loppu__gte=today(),
        )
        .order_by("voimassa_loppu", "pk")
    )  # fmt: skip
    documents = _documents({jako.hoks_id for jako in jaot})
    oids = {jako.hoks.opiskeluoikeus_oid for jako in jaot}
    rights = Opiskeluoikeus.objects.select_related("oppija").in_bulk(list(oids))
    found = []
    for jako in jaot:
        oikeus = rights.get(jako.hoks.opiskeluoikeus_oid)
        ended = oikeus.paattymispaiva if oikeus else None
        document = documents[jako.hoks_id]
        tila = find_tila(jako, document, passivoitu=False, opinnot_paattyivat=ended, today=today())
        if tila is Tila.VOIMASSA:
            found.append(Minulle(jako, oikeus, document, last_day(jako, ended)))
    return found


def _documents(hoks_ids: set[int]) -> dict[int, Document]:
    newest = HoksVersio.objects.filter(hoks_id__in=hoks_ids).order_by("hoks_id", "-id")
    rows = newest.distinct("hoks_id").values_list("hoks_id", "sisalto")
    return {hoks_id: orjson.loads(sisalto) for hoks_id, sisalto in rows}
