"""Questions of students about looks at their plans: those that wait, and the answer to one."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ehoks.audit import log as audit
from ehoks.audit.models import AuditTapahtuma
from ehoks.auth.privileges import Kayttaja
from ehoks.common.numbers import MAX_ID
from ehoks.integrations.viestinvalitys import LONGEST_ADDRESS
from ehoks.ui.cas import mark
from ehoks.ui.errors import PageNotFound
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import kayttaja_of, show, staff_page
from ehoks.ui.templatetags.muotoilu import paiva
from hoks.models import Selvityspyynto
from hoks.presenters import katselut, sivu
from hoks.presenters.nimet import organisaatioiden_nimet
from hoks.services import selvitykset, selvitysviestit
from hoks.services.muistutukset import NotAnAddress
from hoks.ui.jalki import staff_mark, writer
from hoks.ui.selvitys_texts import SELVITYKSET, TILAUS

LONGEST = 2000


@require_safe
@staff_page
def cases(request: HttpRequest) -> HttpResponse:
    """The questions that the reader may answer: open ones first, then the last answered."""
    kayttaja, lang = kayttaja_of(request), find_kieli(request)
    still_open = selvitykset.list_open(kayttaja)
    closed = selvitykset.list_closed(kayttaja)
    audit.record("list", mark(request, kayttaja), audit.Kohde(haku="selvityspyynnot"))
    everyone = [*still_open, *closed]
    oids = {c.vastuullinen_oid for c in everyone} | {c.katsoja_oid for c in everyone}
    nimet = organisaatioiden_nimet(filter(None, oids), lang)
    context = {
        "paikka": "selvitykset",
        "avoimet": [_row(case, nimet, lang) for case in still_open],
        "suljetut": [_row(case, nimet, lang) for case in closed],
        **_orders(kayttaja, lang),
    }
    return show(request, "virkailija/selvitykset.html", SELVITYKSET, context)


def _orders(kayttaja: Kayttaja, lang: str) -> dict[str, Any]:
    """The reader's own order of mails about new questions."""
    tilaus = selvitysviestit.find_tilaus(kayttaja)
    told: dict[str, Any] = {"m": {key: text.say(lang) for key, text in TILAUS.items()}}
    if tilaus:
        key = "refused" if tilaus.is_hylatty else "ordered"
        values = {"osoite": tilaus.sahkoposti, "paiva": paiva(tilaus.paattyy)}
        told["tilattu"] = TILAUS[key].format(**values).say(lang)
    return told | {
        "tilaus": tilaus,
        "tilaus_osoite": reverse("selvitysilmoitukset"),
        "osoite_enintaan": LONGEST_ADDRESS,
    }


@require_POST
@staff_page
def order(request: HttpRequest) -> HttpResponse:
    """Order mails about new questions, or cancel them; back to the questions."""
    kayttaja, lang = kayttaja_of(request), find_kieli(request)
    is_end = request.POST.get("toiminto") == "lopeta"
    operaatio = "cancel-reminders" if is_end else "order-reminders"
    audit.record(operaatio, mark(request, kayttaja), audit.Kohde(haku="selvityspyynnot"))
    if is_end:
        selvitysviestit.cancel(kayttaja=kayttaja)
        messages.success(request, TILAUS["done_cancelled"].say(lang))
    else:
        _order(request, kayttaja, lang)
    return HttpResponseRedirect(reverse("selvitykset") + "#muistutus")


def _order(request: HttpRequest, kayttaja: Kayttaja, lang: str) -> None:
    address = request.POST.get("sahkoposti", "").strip()
    try:
        selvitysviestit.order(kayttaja=kayttaja, sahkoposti=address, kieli=lang)
    except NotAnAddress:
        messages.error(request, TILAUS["not_an_address"].say(lang))
    else:
        messages.success(request, TILAUS["done_ordered"].say(lang))


def _row(case: Selvityspyynto, nimet: dict[str, str], lang: str) -> dict[str, Any]:
    return {
        "selvitys": case,
        "kuka": katselut.who(case.kanava, case.katsoja_oid, nimet, lang),
        "vastuullinen": nimet.get(case.vastuullinen_oid, ""),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def case(request: HttpRequest, case_id: int) -> HttpResponse:
    """One question with the looks it is about; and the answer."""
    kayttaja, lang = kayttaja_of(request), find_kieli(request)
    found = selvitykset.find(kayttaja, case_id) if case_id <= MAX_ID else None
    if found is None:
        raise PageNotFound
    vastaus = request.POST.get("vastaus", "").replace("\x00", "").strip()
    fault = _fault(vastaus) if request.method == "POST" else ""
    if request.method == "POST" and not fault:
        selvitykset.answer(found, vastaus, writer(request, found.vastuullinen_oid))
        messages.success(request, SELVITYKSET["answered"].say(lang))
        return HttpResponseRedirect(reverse("selvitykset"))
    kohde = audit.Kohde(found.hoks_id, found.oppija_oid)
    audit.record("read-selvitys", staff_mark(request, found.vastuullinen_oid), kohde)
    context = _context(kayttaja, found, lang) | {
        "vastaus": vastaus,
        "pisin": LONGEST,
        "virhe": SELVITYKSET[fault].format(n=LONGEST).say(lang) if fault else "",
    }
    return show(request, "virkailija/selvitys.html", SELVITYKSET, context, 400 if fault else 200)


def _fault(vastaus: str) -> str:
    if not vastaus:
        return "no_answer"
    return "too_long" if len(vastaus) > LONGEST else ""


def _context(kayttaja: Kayttaja, found: Selvityspyynto, lang: str) -> dict[str, Any]:
    looks = selvitykset.list_looks(found)
    nimet = organisaatioiden_nimet(filter(None, [found.katsoja_oid, found.vastuullinen_oid]), lang)
    return {
        "paikka": "selvitykset",
        **_row(found, nimet, lang),
        "opiskelija": sivu.find_nimi(found.oppija_oid)[0],
        "miksi": katselut.ground(found.peruste, lang),
        "katselut": [_look(row, lang) for row in looks],
        "on_oma": selvitykset.is_own_look(kayttaja, found),
    }


def _look(row: AuditTapahtuma, lang: str) -> dict[str, Any]:
    """An entry with the name of who looked: staff are to find out why."""
    mita = katselut.what(row.operaatio, filter(None, [row.osio]), lang)
    return {"aika": row.aika, "kuka": row.kayttaja or row.kayttaja_oid or "", "mita": mita}
