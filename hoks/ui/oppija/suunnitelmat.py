"""A student's own plans: which there are, and each of them tab by tab, on paper and as data."""

from dataclasses import replace
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from ehoks.audit import log as audit
from ehoks.common.dates import now, today
from ehoks.common.texts import Texts
from ehoks.common.vieras import compose
from ehoks.ui import asetukset
from ehoks.ui.cas import mark
from ehoks.ui.errors import PageNotFound
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import henkilo_of, henkilo_page, show
from ehoks.ui.templatetags.muotoilu import paiva
from hoks import access
from hoks.access import Peruste
from hoks.presenters import nakyma, omat_tiedot, sivu
from hoks.presenters.aikajana.lukuvuosi import Lukuvuosi
from hoks.presenters.nimet import find_nimet, in_kieli
from hoks.services import omat, read
from hoks.services.nakyvyys import Suunnitelma
from hoks.services.read import StoredHoks
from hoks.ui import aikajana
from hoks.ui.oppija.texts import KOTI, SUUNNITELMA
from sharing import nakyma as jako
from sharing.services import luettelo

# What a student looks for comes first: what to do now, and next.
TABS = {
    "opiskelusuunnitelma": "",
    "tavoite": "tavoitteeni/",
    "osaaminen": "osaamiseni/",
    "aikajana": "aikajana/",
}


@require_safe
@henkilo_page
def home(request: HttpRequest) -> HttpResponse:
    """The student's plans, each with how far it has got and what comes next."""
    henkilo, lang = henkilo_of(request), find_kieli(request)
    plans = omat.list_omat(henkilo.oid)
    audit.record("list", own_mark(request), audit.Kohde(oppija_oid=henkilo.oid))
    cards = _cards(plans, lang)
    groups = [
        ("in_force", [card for card in cards if not card["plan"].is_over]),
        ("over", [card for card in cards if card["plan"].is_over]),
    ]
    context = {
        "paikka": "suunnitelmat",
        "tervehdys": KOTI["hello"].format(nimi=henkilo.nimi).say(lang),
        "turvakielto": access.is_protected(henkilo.oid) is True,
        "opastus": not asetukset.find(henkilo.oid).opastus_luettu,
        "ryhmat": [(KOTI[key].say(lang), found) for key, found in groups if found],
        **sivu.codes(lang),
    }
    return show(request, "oppija/koti.html", KOTI, context)


def _cards(plans: list[Suunnitelma], lang: str) -> list[dict[str, Any]]:
    stored = {found.eid: found for found in read.list_by_eid(plan.eid for plan in plans)}
    documents = {eid: found.document for eid, found in stored.items()}
    schools = [plan.oppilaitos_oid for plan in plans]
    nimet = find_nimet([*documents.values(), schools], lang)
    jaetut = luettelo.list_jaetut([found.id for found in stored.values()])
    return [
        _card(plan, documents[plan.eid], nimet, lang)
        | {"jaettavaa": _to_share(plan, documents[plan.eid], jaetut, lang)}
        for plan in plans
        if plan.eid in documents
    ]


def _to_share(
    plan: Suunnitelma, document: dict[str, Any], jaetut: set[str], lang: str
) -> list[dict[str, str]]:
    """What begins soon or goes on and nobody has shared yet with whom it names."""
    new = reverse("jako-uusi-oppija", args=[omat.tunnus_of(plan.eid)])
    return [
        {"href": f"{new}?moduuli={k.module_id}", "mita": jako.detail_of(k, lang, where=True)}
        for k in luettelo.list_ajankohtaiset(document)
        if k.module_id not in jaetut
    ]


def _card(
    plan: Suunnitelma, document: dict[str, Any], nimet: dict[str, str], lang: str
) -> dict[str, Any]:
    view = nakyma.build(document, nimet, today())
    return {
        "plan": plan,
        "href": reverse("oma-opiskelusuunnitelma", args=[omat.tunnus_of(plan.eid)]),
        "tutkinto": in_kieli(plan.tutkinto_nimi, lang) or KOTI["plan"].say(lang),
        "oppilaitos": nimet.get(plan.oppilaitos_oid or "", ""),
        "milloin": _milloin(plan).say(lang),
        "nakyma": view,
        "palkki": list(sivu.palkki(view)),
        "laskettu": [
            (SUUNNITELMA[tila].say(lang).lower(), n) for tila, n in view.eteneminen.maarat.items()
        ],
    }


def _milloin(plan: Suunnitelma) -> Texts:
    """When the studies began, and when they ended."""
    alku, loppu = plan.alkamispaiva, plan.paattymispaiva
    key = (
        "over_between" if alku and loppu else "started" if alku else "ended" if loppu else "undated"
    )
    return KOTI[key].format(alku=paiva(alku), loppu=paiva(loppu))


def own_mark(request: HttpRequest) -> audit.Tekija:
    """The mark of a student who looks at what is their own."""
    return replace(mark(request, henkilo_of(request)), peruste=Peruste.ITSE)


# --- One plan ---------------------------------------------------------------------------------------


def _open(request: HttpRequest, tunnus: str, osio: str) -> StoredHoks:
    """The student's own plan; the look is logged.

    Raises:
        PageNotFound: there is none of that handle, or it is somebody else's.
    """
    henkilo = henkilo_of(request)
    stored = omat.find_oma(henkilo.oid, tunnus)
    if stored is None:
        raise PageNotFound
    audit.record("read", own_mark(request), stored.kohde_of(osio))
    return stored


def _context(
    stored: StoredHoks, tunnus: str, lang: str, vuosi: Lukuvuosi | None = None
) -> dict[str, Any]:
    found = sivu.build(stored, lang, tunnisteet=False, lukuvuosi=vuosi)
    return {
        **found,
        "vastuu": compose(SUUNNITELMA["wrong"].say(lang), oppilaitos=found["oppilaitos"]),
        "paikka": "suunnitelmat",
        "jaot": reverse("jaot-oppija", args=[tunnus]),
        "jaa": reverse("jako-uusi-oppija", args=[tunnus]),
        "tulosta": reverse("oma-tulosta", args=[tunnus]),
        "pdf": reverse("oma-pdf", args=[tunnus]),
        "json": reverse("oma-json", args=[tunnus]),
        "takaisin": reverse("oma-opiskelusuunnitelma", args=[tunnus]),
    }


def _henkilotiedot(stored: StoredHoks, lang: str) -> dict[str, Any]:
    return sivu.find_henkilotiedot(stored.oppija_oid, lang, is_self=True, is_own=False)


@require_safe
@henkilo_page
def tab(request: HttpRequest, tunnus: str, nimi: str) -> HttpResponse:
    """One tab of a plan."""
    lang = find_kieli(request)
    stored = _open(request, tunnus, nimi)
    tabs = [
        {
            "nimi": SUUNNITELMA[key].say(lang),
            "href": reverse(f"oma-{key}", args=[tunnus]),
            "on": key == nimi,
        }
        for key in TABS
    ]
    vuosi = aikajana.read(request, nimi)
    context = _context(stored, tunnus, lang, vuosi) | {"valilehti": nimi, "valilehdet": tabs}
    if nimi == "tavoite":
        context |= _henkilotiedot(stored, lang)
    if nimi == aikajana.TAB:
        context["rajaus"] = aikajana.list_links(request, context["nakyma"], vuosi, lang)
        context["osat_sivulla"] = context["takaisin"]
    return show(request, f"oppija/{nimi}.html", SUUNNITELMA, context)


@require_safe
@henkilo_page
def printed(request: HttpRequest, tunnus: str) -> HttpResponse:
    """All of a plan on paper."""
    lang = find_kieli(request)
    stored = _open(request, tunnus, "tuloste")
    context = _context(stored, tunnus, lang) | _henkilotiedot(stored, lang)
    return show(request, "hoks/tuloste.html", SUUNNITELMA, sivu.with_pienet(context))


@require_safe
@henkilo_page
def document(request: HttpRequest, tunnus: str) -> HttpResponse:
    """All of a plan as a PDF document."""
    lang = find_kieli(request)
    stored = _open(request, tunnus, "pdf")
    context = sivu.build(stored, lang, tunnisteet=False) | _henkilotiedot(stored, lang)
    content, name = sivu.to_pdf(context, SUUNNITELMA, lang)
    answer = HttpResponse(content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


@require_safe
@henkilo_page
def data(request: HttpRequest, tunnus: str) -> HttpResponse:
    """All of a plan as data to take along."""
    lang = find_kieli(request)
    stored = _open(request, tunnus, "json")
    context = sivu.build(stored, lang, tunnisteet=False) | _henkilotiedot(stored, lang)
    found = omat_tiedot.to_data(stored, context, now())
    content = orjson.dumps(found, option=orjson.OPT_INDENT_2)
    answer = HttpResponse(content, content_type="application/json")
    answer.headers["Content-Disposition"] = f'attachment; filename="hoks-{today()}.json"'
    return answer
