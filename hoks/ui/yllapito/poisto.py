"""Deleting a plan for good, in two steps: the facts and the reason, then the id typed by hand."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ehoks.audit import log as audit
from ehoks.common.texts import Texts
from ehoks.ui import session
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import show
from hoks.models import PoistonSyy
from hoks.services import read
from hoks.services.poisto import Poisto, purge_hoks
from hoks.services.read import StoredHoks
from hoks.ui.jalki import staff_mark, writer
from hoks.ui.yllapito.haku import tell
from hoks.ui.yllapito.portti import super_page
from hoks.ui.yllapito.texts import SYYT, T

LONGEST = 200
OF_PERSONS = [syy for syy in PoistonSyy if syy is not PoistonSyy.SAILYTYSAIKA]


class Vastaus(NamedTuple):
    """What was answered; `virheet` are keyed by the field they belong to."""

    syy: str = ""
    selite: str = ""
    virheet: dict[str, Texts] = {}


@require_http_methods(["GET", "HEAD", "POST"])
@super_page
def purge(request: HttpRequest, hoks_id: int) -> HttpResponse:
    """Ask why, ask whether it is meant, and delete; who has not just logged in does that first."""
    stored = read.get_stored(hoks_id, with_document=False)
    audit.record("read", staff_mark(request, stored.oppilaitos_oid), stored.kohde)
    if not session.is_fresh(request.session):
        return _page(request, stored, "tunnistaudu", Vastaus())
    if request.method != "POST":
        return _page(request, stored, "syy", Vastaus())
    answer = _read(request.POST)
    if answer.virheet:
        return _page(request, stored, "syy", answer, status=400)
    typed = request.POST.get("tunnus")
    if typed is None:
        return _page(request, stored, "vahvista", answer)
    if typed.strip() != str(stored.id):
        wrong = answer._replace(virheet={"tunnus": T["purge_wrong_id"]})
        return _page(request, stored, "vahvista", wrong, status=400)
    return _delete(request, stored, answer)


def _read(form: QueryDict) -> Vastaus:
    syy, selite = form.get("syy", ""), form.get("selite", "").replace("\x00", "").strip()
    virheet = {}
    if syy not in OF_PERSONS:
        virheet["syy"] = T["purge_no_reason"]
    if syy == PoistonSyy.MUU and not selite:
        virheet["selite"] = T["purge_no_words"]
    if len(selite) > LONGEST:
        virheet["selite"] = T["purge_too_long"].format(n=LONGEST)
    return Vastaus(syy, selite, virheet)


def _delete(request: HttpRequest, stored: StoredHoks, answer: Vastaus) -> HttpResponse:
    why = Poisto(PoistonSyy(answer.syy), answer.selite or None)
    by = writer(request, stored.oppilaitos_oid)
    purge_hoks(hoks_id=stored.id, by=by, poisto=why)
    messages.success(request, T["purged"].format(id=stored.id).say(find_kieli(request)))
    return HttpResponseRedirect(f"{reverse('yllapito-hae')}?tunnus={stored.id}")


def _page(
    request: HttpRequest, stored: StoredHoks, vaihe: str, answer: Vastaus, status: int = 200
) -> HttpResponse:
    lang = find_kieli(request)
    virheet: dict[str, Any] = {kentta: text.say(lang) for kentta, text in answer.virheet.items()}
    context = {
        "paikka": "yllapito",
        "vaihe": vaihe,
        "tieto": tell(stored, lang),
        "syyt": [(syy.value, SYYT[syy].say(lang), syy.value == answer.syy) for syy in OF_PERSONS],
        "vastaus": answer,
        "syy_sanoin": SYYT[answer.syy].say(lang) if answer.syy in SYYT else "",
        "virheet": virheet,
        "pisin": LONGEST,
        "kirjautuminen": f"{reverse('login-virkailija')}?uudelleen=1&next={request.path}",
    }
    return show(request, "yllapito/poisto.html", T, context, status)
