"""A student's plans: which there are, and each of them tab by tab."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ehoks.audit import log as audit
from ehoks.auth.privileges import Kayttaja, Oikeus
from ehoks.ui.errors import NoRightHere, PageNotFound
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import kayttaja_of, show, staff_page
from ehoks.ui.templatetags.muotoilu import aika
from hoks import access
from hoks.presenters import sivu
from hoks.presenters.aikajana.lukuvuosi import Lukuvuosi
from hoks.presenters.nimet import in_kieli, organisaatioiden_nimet
from hoks.presenters.turvakielto import hide_where
from hoks.services import nakyvyys, read
from hoks.services.archive import archive_hoks, restore_hoks
from hoks.services.luonnokset import may_edit
from hoks.services.nakyvyys import Suunnitelma
from hoks.services.read import StoredHoks
from hoks.ui import aikajana, lista, organisaatiot, passivointi, tapahtumat
from hoks.ui.jalki import staff_mark, writer
from hoks.ui.texts import HOKS, OPPIJA, TAPAHTUMAT

TABS = ("tavoite", "osaaminen", "opiskelusuunnitelma", "aikajana", "tapahtumat")
OF_OWN_SCHOOL = ("tapahtumat",)  # what became of a plan is no business of another provider


@require_safe
@staff_page
def plans(request: HttpRequest, oppija: str) -> HttpResponse:
    """The student's plans that the reader may see."""
    kayttaja, lang = kayttaja_of(request), find_kieli(request)
    found = nakyvyys.list_suunnitelmat(kayttaja, oppija)
    if not found:
        raise PageNotFound
    near = next((plan for plan in found if plan.is_own), found[0])
    _note(request, "list", audit.Kohde(oppija_oid=oppija), near, found)
    cards = [_card(plan, oppija, lang) for plan in found]
    groups = [
        ("in_force", [c for c in cards if not c["plan"].deleted_at and not c["plan"].is_over]),
        ("over", [c for c in cards if not c["plan"].deleted_at and c["plan"].is_over]),
        ("archived", [c for c in cards if c["plan"].deleted_at]),
    ]
    context = {
        **_around(request, kayttaja, lang),
        "nimi": sivu.find_nimi(oppija)[0],
        "ryhmat": [(OPPIJA[key].say(lang), group) for key, group in groups if group],
        "may_write": access.may_write_somewhere(kayttaja),
        "oppija": oppija,
    }
    return show(request, "virkailija/oppija.html", OPPIJA, context)


def _card(plan: Suunnitelma, oppija: str, lang: str) -> dict[str, Any]:
    where = access.may_know_where(oppija, is_own=plan.is_own)
    school = organisaatioiden_nimet(filter(None, [plan.oppilaitos_oid if where else None]), lang)
    return {
        "plan": plan,
        "tutkinto": in_kieli(plan.tutkinto_nimi, lang) or plan.tyyppi or "",
        "oppilaitos": school.get(plan.oppilaitos_oid or "", ""),
    }


def _around(request: HttpRequest, kayttaja: Kayttaja, lang: str) -> dict[str, Any]:
    """The picker of schools, as on the list, and the way back to it."""
    schools = organisaatiot.list_oppilaitokset(kayttaja, lang)
    school = organisaatiot.chosen(request, schools)
    back = lista.way_back(request, school.oid) if school else reverse("virkailija")
    return {"schools": schools, "school": school, "lista": back}


def _note(
    request: HttpRequest,
    operaatio: str,
    kohde: audit.Kohde,
    plan: Suunnitelma | StoredHoks,
    visible: list[Suunnitelma],
) -> None:
    """The look is logged, with the ground on which the plan is shown."""
    omat = [other.oppilaitos_oid for other in visible if other.is_own]
    audit.record(operaatio, staff_mark(request, plan.oppilaitos_oid, omat), kohde)


# --- One plan ---------------------------------------------------------------------------------------


def _open(kayttaja: Kayttaja, eid: str) -> tuple[StoredHoks, list[Suunnitelma]]:
    """The plan, and all of the student's that may be seen.

    Raises:
        PageNotFound: there is none, or it is not the reader's to see.
    """
    stored = read.find_by_eid(eid)
    if stored is None:
        raise PageNotFound
    visible = nakyvyys.list_suunnitelmat(kayttaja, stored.oppija_oid)
    if stored.id not in {plan.id for plan in visible}:
        raise PageNotFound
    return stored, visible


@require_safe
@staff_page
def tab(request: HttpRequest, eid: str, nimi: str) -> HttpResponse:
    """One tab of a plan."""
    kayttaja, lang = kayttaja_of(request), find_kieli(request)
    stored, visible = _open(kayttaja, eid)
    tabs = _tabs(kayttaja, stored)
    if nimi not in tabs:
        raise PageNotFound
    _note(request, "read", stored.kohde_of(nimi), stored, visible)
    vuosi = aikajana.read(request, nimi)
    context = {
        **_around(request, kayttaja, lang),
        **_context(stored, visible, kayttaja, lang, vuosi),
        "valilehti": nimi,
        "valilehdet": [
            {"nimi": HOKS[key].say(lang), "href": _address(request, key, eid), "on": key == nimi}
            for key in tabs
        ],
    }
    context["vieressa"] = _beside(request, context["school"], eid, nimi, lang)
    if nimi == "tavoite":
        context |= _henkilotiedot(stored, kayttaja, lang)
    if nimi == aikajana.TAB:
        context["rajaus"] = aikajana.list_links(request, context["nakyma"], vuosi, lang)
        context["osat_sivulla"] = _address(request, "opiskelusuunnitelma", eid)
    if nimi == "tapahtumat":
        context |= tapahtumat.build(request, stored, lang)
    return show(request, f"virkailija/{nimi}.html", HOKS | TAPAHTUMAT, context)


def _address(request: HttpRequest, nimi: str, eid: str, paikka: int | None = None) -> str:
    """A tab of a plan; it remembers the plan's place in the list where one was come from."""
    place = str(paikka or request.GET.get("rivi", ""))
    address = reverse(f"hoks-{nimi}", args=[eid])
    return f"{address}?{urlencode({'rivi': place})}" if place else address


def _beside(
    request: HttpRequest, school: organisaatiot.Oppilaitos | None, eid: str, nimi: str, lang: str
) -> list[dict[str, str]]:
    """Links to the same tab of the plans before and after this one in the list."""
    found = lista.find_beside(request, school.oid, eid, lang) if school else {}
    own = "opiskelusuunnitelma" if nimi in OF_OWN_SCHOOL else nimi
    return [
        {"suunta": way, "nimi": HOKS[way].say(lang), "href": _address(request, own, other, place)}
        for way, (other, place) in found.items()
    ]


def _tabs(kayttaja: Kayttaja, stored: StoredHoks) -> list[str]:
    own = access.may(kayttaja, Oikeus.READ, stored.oppilaitos_oid)
    return [key for key in TABS if own or key not in OF_OWN_SCHOOL]


@require_safe
@staff_page
def printed(request: HttpRequest, eid: str) -> HttpResponse:
    """All of a plan on paper."""
    kayttaja, lang = kayttaja_of(request), find_kieli(request)
    stored, visible = _open(kayttaja, eid)
    _note(request, "read", stored.kohde_of("tuloste"), stored, visible)
    context = _context(stored, visible, kayttaja, lang) | _henkilotiedot(stored, kayttaja, lang)
    return show(request, "hoks/tuloste.html", HOKS, sivu.with_pienet(context))


@require_safe
@staff_page
def document(request: HttpRequest, eid: str) -> HttpResponse:
    """All of a plan as a PDF document."""
    kayttaja, lang = kayttaja_of(request), find_kieli(request)
    stored, visible = _open(kayttaja, eid)
    _note(request, "read", stored.kohde_of("pdf"), stored, visible)
    context = _context(stored, visible, kayttaja, lang) | _henkilotiedot(stored, kayttaja, lang)
    content, name = sivu.to_pdf(context, HOKS, lang)
    answer = HttpResponse(content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def _context(
    stored: StoredHoks,
    visible: list[Suunnitelma],
    kayttaja: Kayttaja,
    lang: str,
    vuosi: Lukuvuosi | None = None,
) -> dict[str, Any]:
    own = access.may(kayttaja, Oikeus.READ, stored.oppilaitos_oid)
    where = access.may_know_where(stored.oppija_oid, is_own=own)
    told = stored if where else hide_where(stored)
    return {
        **sivu.build(told, lang, tunnisteet=where, lukuvuosi=vuosi),
        "turvakielto": not where,
        "suunnitelmia": len(visible),
        "is_own": own,
        "may_edit": own and may_edit(kayttaja, stored),
        "may_archive": own and access.may(kayttaja, Oikeus.HOKS_DELETE, stored.oppilaitos_oid),
        "passivoinnin_syy": passivointi.told_reason(
            stored.passivoinnin_syy, stored.passivoinnin_selite, lang
        ),
        "passivoitu": HOKS["is_archived"].format(aika=aika(stored.deleted_at)).say(lang),
        **_shares(stored, kayttaja),
        "tulosta": reverse("hoks-tulosta", args=[stored.eid]),
        "takaisin": reverse("hoks-tavoite", args=[stored.eid]),
    }


def _henkilotiedot(stored: StoredHoks, kayttaja: Kayttaja, lang: str) -> dict[str, Any]:
    own = access.may(kayttaja, Oikeus.READ, stored.oppilaitos_oid)
    return sivu.find_henkilotiedot(stored.oppija_oid, lang, is_self=False, is_own=own)


def _shares(stored: StoredHoks, kayttaja: Kayttaja) -> dict[str, Any]:
    """The way to the shares of the plan, and to a new one, for who may share."""
    if not access.may_share(kayttaja, stored.oppilaitos_oid):
        return {}
    ways = {"jaot": reverse("jaot-virkailija", args=[stored.eid])}
    return (
        ways
        if stored.deleted_at
        else ways | {"jaa": reverse("jako-uusi-virkailija", args=[stored.eid])}
    )


# --- Archive and restore -----------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def archive(request: HttpRequest, eid: str) -> HttpResponse:
    """Ask first; then archive, and back to the student."""
    kayttaja, lang = kayttaja_of(request), find_kieli(request)
    stored, visible = _open(kayttaja, eid)
    access_to(kayttaja, stored)
    asked = request.method != "POST"
    vastaus = passivointi.Vastaus() if asked else passivointi.read_answer(request.POST)
    if asked or vastaus.virheet:
        context = _around(request, kayttaja, lang) | _context(stored, visible, kayttaja, lang)
        context["kysymys"] = vastaus.said(lang)
        return show(request, "virkailija/passivoi.html", HOKS, context, 200 if asked else 400)
    by = writer(request, stored.oppilaitos_oid)
    archive_hoks(hoks_id=stored.id, by=by, peruste=vastaus.peruste)
    messages.success(request, HOKS["archived_done"].say(lang))
    return HttpResponseRedirect(reverse("oppija", args=[stored.oppija_oid]))


@require_POST
@staff_page
def restore(request: HttpRequest, eid: str) -> HttpResponse:
    """Bring an archived plan back."""
    kayttaja, lang = kayttaja_of(request), find_kieli(request)
    stored, _ = _open(kayttaja, eid)
    access_to(kayttaja, stored)
    restore_hoks(hoks_id=stored.id, by=writer(request, stored.oppilaitos_oid))
    messages.success(request, HOKS["restored_done"].say(lang))
    return HttpResponseRedirect(reverse("hoks-tavoite", args=[eid]))


def access_to(kayttaja: Kayttaja, stored: StoredHoks) -> None:
    """Raises NoRightHere for who may not archive or restore the plan."""
    if not access.may(kayttaja, Oikeus.HOKS_DELETE, stored.oppilaitos_oid):
        raise NoRightHere
