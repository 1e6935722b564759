"""The pages of who shares: the shares of a plan, and what can be done with one."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from ehoks.audit import log as audit
from ehoks.common.errors import EhoksError
from ehoks.ui.errors import NoRightHere, PageNotFound
from ehoks.ui.kieli import find_kieli
from ehoks.ui.paivat import to_date
from ehoks.ui.shell import henkilo_of, henkilo_page, show
from ehoks.ui.templatetags.muotoilu import aika, jakso, paiva
from hoks.presenters.nimet import in_kieli
from hoks.services import omat
from sharing import linkki, nakyma
from sharing.errors import JakoRefused
from sharing.models import Jako, Lahetys, Luoja, ModuulinTyyppi, Peruste, Rooli, Suostumus
from sharing.services import jakaminen, luettelo
from sharing.services.luettelo import Rivi
from sharing.sisalto import find_kohde
from sharing.ui.huone import Huone, for_student, in_rooms
from sharing.ui.sivu import FRESH, TEXTS, show_in
from sharing.ui.texts import (
    JAOT,
    LAHETYKSET,
    LUOJAT,
    PERUSTEET,
    ROOLIT,
    TILAT,
    TYYPIT,
)
from sharing.voimassaolo import Tila

# --- The list ---------------------------------------------------------------------------------------


def _listing(request: HttpRequest, huone: Huone) -> HttpResponse:
    lang = find_kieli(request)
    found = luettelo.list_jaot(huone.stored)
    audit.record("list-shares", huone.jakaja.tekija, huone.stored.kohde)
    consents = [r for r in found if _is_living(r) and r.jako.peruste == Peruste.SUOSTUMUS]
    context = {
        "rivit": [_row(rivi, huone, lang) for rivi in found],
        "uusi": "" if huone.stored.deleted_at else huone.to("jako-uusi"),
        "asetus": _settings(huone),
        "peru_suostumukset": huone.to("jako-suostumukset")
        if consents and huone.jakaja.is_oppija
        else "",
    }
    return show_in(request, huone, "jako/jaot.html", context)


def _settings(huone: Huone) -> str:
    """The way to the school's own setting, for staff."""
    oppilaitos = huone.stored.oppilaitos_oid
    if huone.jakaja.is_oppija or not oppilaitos:
        return ""
    return reverse("jakoasetus", args=[oppilaitos])


def _is_living(rivi: Rivi) -> bool:
    return rivi.tila in (Tila.VOIMASSA, Tila.TULOSSA)


def _row(rivi: Rivi, huone: Huone, lang: str) -> dict[str, Any]:
    jako = rivi.jako
    return {
        "href": huone.to("jako", jako.pk),
        "mita": _what(jako, rivi.document, lang),
        "kenelle": jako.vastaanottaja_nimi,
        "rooli": ROOLIT[Rooli(jako.rooli)].say(lang),
        "milloin": jakso(jako.voimassa_alku, jako.voimassa_loppu),
        "tila": rivi.tila,
        "tilan_nimi": TILAT[rivi.tila].say(lang),
        "avauksia": rivi.avauksia,
        "viimeksi": aika(rivi.viimeksi),
        "jakaja": LUOJAT[Luoja(jako.luoja)].say(lang),
        "lahetys": LAHETYKSET[Lahetys(jako.lahetys)].say(lang),
        "is_lost": jako.lahetys == Lahetys.EPAONNISTUI,
    }


def _what(jako: Jako, document: dict[str, Any], lang: str) -> str:
    """What is shared; of a part that is gone, its kind."""
    kohde = find_kohde(document, jako.module_id)
    if kohde:
        return nakyma.name_of(kohde, lang, where=True)
    return TYYPIT[ModuulinTyyppi(jako.moduuli_tyyppi)].say(lang)


# --- One share --------------------------------------------------------------------------------------


def _found(huone: Huone, jako_id: uuid.UUID) -> Rivi:
    rivi = luettelo.find_jako(huone.stored, jako_id)
    if rivi is None:
        raise PageNotFound
    return rivi


def _one(request: HttpRequest, huone: Huone, jako_id: uuid.UUID) -> HttpResponse:
    """How a share stands; a POST changes its last day, or sends the link again."""
    lang = find_kieli(request)
    rivi = _found(huone, jako_id)
    fault: dict[str, str] = {}
    if request.method == "POST":
        try:
            return _changed(request, huone, rivi.jako, lang)
        except ValueError:
            fault = {"loppu": JAOT["bad_day"].say(lang)}
        except JakoRefused as error:
            where = "sahkoposti" if request.POST.get("toimi") == "laheta" else "loppu"
            fault = {where: error.detail.say(lang)}
    audit.record("list-shares", huone.jakaja.tekija, huone.stored.kohde)
    context = _one_context(request, huone, rivi, lang) | {"virheet": fault}
    return show_in(request, huone, "jako/jako.html", context, status=400 if fault else 200)


def _one_context(request: HttpRequest, huone: Huone, rivi: Rivi, lang: str) -> dict[str, Any]:
    jako = rivi.jako
    fresh = request.session.get(FRESH) == str(jako.pk) and request.session.pop(FRESH)
    may_end = _is_living(rivi) and _may_end(jako, huone)
    return {
        "rivi": _row(rivi, huone, lang),
        "jako": jako,
        "peruste": PERUSTEET[Peruste(jako.peruste)].say(lang),
        "suostumus": Suostumus.objects.filter(jako=jako).first(),
        "avaukset": luettelo.list_avaukset(jako),
        "linkki": linkki.address_of(jako.siemen) if fresh else "",
        "loppu": request.POST.get("loppu", paiva(jako.voimassa_loppu))[:20],
        "sahkoposti": request.POST.get("sahkoposti", jako.vastaanottaja_sahkoposti)[:254],
        "may_end": may_end,
        "peru": huone.to("jako-peru", jako.pk),
        "is_gone": rivi.tila is Tila.OSA_POISTETTU,
        "by_school": huone.jakaja.is_oppija and jako.luoja != Luoja.OPPIJA,
    }


def _may_end(jako: Jako, huone: Huone) -> bool:
    try:
        jakaminen.require_may_end(jako, huone.jakaja)
    except EhoksError:
        return False
    return True


def _changed(request: HttpRequest, huone: Huone, jako: Jako, lang: str) -> HttpResponse:
    about = {"stored": huone.stored, "jako": jako, "jakaja": huone.jakaja}
    jakaminen.require_may_end(jako, huone.jakaja)
    if request.POST.get("toimi") == "laheta":
        address = request.POST.get("sahkoposti", "")
        jakaminen.resend_jako(**about, sahkoposti=address)  # type: ignore[arg-type]
        messages.success(request, JAOT["resent"].say(lang))
    else:
        loppu = to_date(request.POST.get("loppu", "").strip())
        jakaminen.extend_jako(**about, loppu=loppu)  # type: ignore[arg-type]
        messages.success(request, JAOT["extended"].say(lang))
    return HttpResponseRedirect(huone.to("jako", jako.pk))


def _revoke(request: HttpRequest, huone: Huone, jako_id: uuid.UUID) -> HttpResponse:
    """Ask first; then end the share."""
    lang = find_kieli(request)
    rivi = _found(huone, jako_id)
    jakaminen.require_may_end(rivi.jako, huone.jakaja)
    if request.method == "POST":
        jakaminen.revoke_jako(stored=huone.stored, jako=rivi.jako, jakaja=huone.jakaja)
        messages.success(request, JAOT["revoked"].say(lang))
        return HttpResponseRedirect(huone.to("jako", jako_id))
    context = {
        "otsikko": JAOT["revoke_heading"].say(lang),
        "miksi": JAOT["revoke_why"].say(lang),
        "nappi": JAOT["revoke"].say(lang),
        "takaisin": huone.to("jako", jako_id),
        "rivi": _row(rivi, huone, lang),
    }
    return show_in(request, huone, "jako/vahvista.html", context)


def _withdraw(request: HttpRequest, huone: Huone) -> HttpResponse:
    """Ask first; then withdraw every consent of the student's to shares of the plan."""
    lang = find_kieli(request)
    if not huone.jakaja.is_oppija:
        raise NoRightHere
    if request.method == "POST":
        jakaminen.withdraw_suostumukset(stored=huone.stored, jakaja=huone.jakaja)
        messages.success(request, JAOT["withdrawn"].say(lang))
        return HttpResponseRedirect(huone.to("jaot"))
    context = {
        "otsikko": JAOT["withdraw_heading"].say(lang),
        "miksi": JAOT["withdraw_why"].say(lang),
        "nappi": JAOT["withdraw"].say(lang),
        "takaisin": huone.to("jaot"),
    }
    return show_in(request, huone, "jako/vahvista.html", context)


@require_safe
@henkilo_page
def own(request: HttpRequest) -> HttpResponse:
    """The shares of all of the student's plans."""
    henkilo, lang = henkilo_of(request), find_kieli(request)
    plans = []
    for plan in omat.list_omat(henkilo.oid):
        huone = for_student(request, omat.tunnus_of(plan.eid))
        audit.record("list-shares", huone.jakaja.tekija, huone.stored.kohde)
        rows = [_row(rivi, huone, lang) for rivi in luettelo.list_jaot(huone.stored)]
        name = in_kieli(plan.tutkinto_nimi, lang) or JAOT["to_plan"].say(lang)
        plans.append({"href": huone.to("jaot"), "nimi": name, "rivit": rows})
    return show(request, "jako/omat.html", TEXTS, {"suunnitelmat": plans, "paikka": "jaot"})


listing = {door: require_safe(view) for door, view in in_rooms(_listing).items()}
one = in_rooms(_one)
revoke, withdraw = in_rooms(_revoke), in_rooms(_withdraw)
