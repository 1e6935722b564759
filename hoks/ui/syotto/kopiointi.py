"""Copying parts of a student's earlier plan into a draft: studies changed, or were taken up again."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from ehoks.audit import log as audit
from ehoks.ui.shell import staff_page
from hoks.presenters.muutokset import name_thing
from hoks.presenters.nimet import find_nimet, in_kieli
from hoks.schema.fields import ListOf, ObjectType
from hoks.schema.objects import HOKS
from hoks.services import luonnokset, nakyvyys, read
from hoks.services.luonnokset import LuonnosOnMuuttunut
from hoks.services.nakyvyys import Suunnitelma
from hoks.ui.jalki import staff_mark
from hoks.ui.syotto import sivut, tarkistus
from hoks.ui.syotto.sivut import as_new
from hoks.ui.syotto.tyo import Tyo, address_of, open_own, read_number

Document = dict[str, Any]


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def copy(request: HttpRequest, tunnus: str) -> HttpResponse:
    """Choose parts of the student's other plans that the reader may see, and copy them."""
    tyo = open_own(request, tunnus)
    if not tyo.luonnos.is_open:
        return tarkistus.gone(tyo)
    plans = find_plans(tyo)
    if request.method == "POST":
        return _copy(tyo, plans, request.POST.getlist("osa"))
    omat = [plan.oppilaitos_oid for plan in plans if plan.is_own]
    for plan in plans:
        kohde = audit.Kohde(plan.id, tyo.luonnos.oppija_oid, plan.opiskeluoikeus_oid)
        audit.record("read", staff_mark(request, plan.oppilaitos_oid, omat), kohde)
    return tyo.show("syotto/kopioi.html", {"suunnitelmat": [_shown(tyo, p) for p in plans]})


def find_plans(tyo: Tyo) -> list[Suunnitelma]:
    """The student's other plans that may be seen, archived ones aside."""
    plans = nakyvyys.list_suunnitelmat(tyo.kayttaja, tyo.luonnos.oppija_oid or "")
    return [p for p in plans if not p.deleted_at and p.id != tyo.luonnos.hoks_id]


def _shown(tyo: Tyo, plan: Suunnitelma) -> dict[str, Any]:
    document = read.get_stored(plan.id).document
    nimet = find_nimet([document, plan.oppilaitos_oid], tyo.kieli)
    return {
        "plan": plan,
        "tutkinto": in_kieli(plan.tutkinto_nimi, tyo.kieli),
        "oppilaitos": nimet.get(plan.oppilaitos_oid or "", ""),
        "osat": [
            {"arvo": f"{plan.id}/{key}/{n}", "nimi": name_thing(kind, osa, nimet, tyo.kieli)}
            for key, kind, n, osa in _parts(tyo, document)
        ],
    }


def _parts(tyo: Tyo, document: Document) -> Iterator[tuple[str, ObjectType, int, Document]]:
    """The parts of a plan that the draft's kind of education has too."""
    own = {laji.avain for laji in sivut.lajit(tyo.tiedot)}
    own |= {sivut.LISTASIVUT[nimi] for nimi in sivut.listasivut(tyo.tiedot)}
    for f in HOKS:
        if f.key in own and isinstance(f.type, ListOf) and isinstance(f.type.item, ObjectType):
            for n, osa in enumerate(document.get(f.key) or []):
                yield f.key, f.type.item, n, osa


def _copy(tyo: Tyo, plans: list[Suunnitelma], wanted: list[str]) -> HttpResponse:
    """Prior competence is copied as it was; what is to be acquired will be at another time."""
    sisalto, count = tyo.sisalto, 0
    for plan in plans:
        document = read.get_stored(plan.id).document
        for key, _, n, osa in _parts(tyo, document):
            if f"{plan.id}/{key}/{n}" in wanted:
                fresh = as_new(osa, dates=not key.startswith("hankittavat"))
                sisalto.setdefault(key, []).append(fresh)
                count += 1
    seen = read_number(tyo.request.POST.get("nahty", ""))
    try:
        luonnokset.save_draft(tyo.luonnos, sisalto, seen, "", auto=False)
    except LuonnosOnMuuttunut:  # nothing was typed: one can choose again
        return HttpResponseRedirect(tyo.request.path)
    messages.success(tyo.request, tyo.say("copied_n", n=count))
    return HttpResponseRedirect(address_of(tyo.luonnos))
