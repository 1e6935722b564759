"""Finding a plan by any of its identifiers, archived and deleted ones too; bringing one back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ehoks.audit import log as audit
from ehoks.common.errors import EhoksError
from ehoks.common.numbers import MAX_ID
from ehoks.oppijaindex.models import Opiskeluoikeus, Oppija
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import show
from hoks.models import Hoks, PoistettuHoks
from hoks.presenters.nimet import in_kieli, organisaatioiden_nimet
from hoks.services import poisto, read
from hoks.services.archive import restore_hoks
from hoks.services.read import StoredHoks
from hoks.ui import passivointi
from hoks.ui.jalki import staff_mark, writer
from hoks.ui.yllapito.portti import super_page
from hoks.ui.yllapito.texts import SYYT, T

MOST, LONGEST = 50, 100


@require_safe
@super_page
def find(request: HttpRequest) -> HttpResponse:
    """The plans, living or archived, and the tombstones of an identifier."""
    lang = find_kieli(request)
    asked = request.GET.get("tunnus", "").replace("\x00", "").strip()[:LONGEST]
    plans, graves = _find(asked) if asked else ([], [])
    for plan in plans:
        audit.record("read", staff_mark(request, plan.oppilaitos_oid), plan.kohde)
    context = {
        "paikka": "yllapito",
        "tunnus": asked,
        "suunnitelmat": [tell(plan, lang) for plan in plans],
        "haudat": [tell_grave(grave, lang) for grave in graves],
        "ei_loydy": T["found_none"].format(tunnus=asked).say(lang),
    }
    return show(request, "yllapito/hae.html", T, context)


def _find(asked: str) -> tuple[list[StoredHoks], list[PoistettuHoks]]:
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 19 else None
    if number is not None and number <= MAX_ID:
        plan, grave = read.find_stored(number, with_document=False), poisto.find_grave(number)
        return [plan] if plan else [], [grave] if grave else []
    rows = Hoks.objects.filter(oppija_oid=asked) | Hoks.objects.filter(opiskeluoikeus_oid=asked)
    rows |= Hoks.objects.filter(eid=asked)
    ids = rows.order_by("-id").values_list("id", flat=True)[:MOST]
    found = [plan for own_id in ids if (plan := read.find_stored(own_id, with_document=False))]
    return found, poisto.find_graves(asked)


def tell(plan: StoredHoks, lang: str) -> dict[str, Any]:
    """The facts of a plan by which a person knows that it is the right one."""
    oikeus = Opiskeluoikeus.objects.filter(pk=plan.opiskeluoikeus_oid).first()
    school = plan.oppilaitos_oid or ""
    return {
        "plan": plan,
        "nimi": Oppija.objects.filter(pk=plan.oppija_oid).values_list("nimi", flat=True).first(),
        "tutkinto": in_kieli(oikeus.tutkinto_nimi, lang) if oikeus else "",
        "oppilaitos": organisaatioiden_nimet(filter(None, [school]), lang).get(school, ""),
        "syy": passivointi.told_reason(plan.passivoinnin_syy, plan.passivoinnin_selite, lang),
        "oikeus": oikeus,
    }


def tell_grave(grave: PoistettuHoks, lang: str) -> dict[str, Any]:
    """A tombstone in words."""
    school = grave.oppilaitos_oid or ""
    return {
        "hauta": grave,
        "syy": SYYT[grave.syy].say(lang),
        "oppilaitos": organisaatioiden_nimet(filter(None, [school]), lang).get(school, ""),
    }


@require_safe
@super_page
def graves(request: HttpRequest) -> HttpResponse:
    """The newest tombstones."""
    lang = find_kieli(request)
    found = [tell_grave(grave, lang) for grave in poisto.list_graves(raja=200)]
    return show(request, "yllapito/poistetut.html", T, {"paikka": "yllapito", "haudat": found})


@require_POST
@super_page
def restore(request: HttpRequest) -> HttpResponse:
    """Bring an archived plan back, whoever archived it."""
    lang, hoks_id = find_kieli(request), int_of(request.POST.get("hoks", ""))
    try:
        stored = read.get_stored(hoks_id, with_document=False)
        by = writer(request, stored.oppilaitos_oid)
        restore_hoks(hoks_id=hoks_id, by=by)
        messages.success(request, T["restored"].format(id=hoks_id).say(lang))
    except EhoksError as error:
        messages.error(request, error.detail.say(lang))
    return HttpResponseRedirect(f"{reverse('yllapito-hae')}?tunnus={hoks_id}")


def int_of(text: str) -> int:
    """A number that a form holds; 0, which no plan has, of what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
