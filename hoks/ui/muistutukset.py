"""Reminders of periods about to end: ordered and cancelled on the report."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from ehoks.audit import log as audit
from ehoks.auth.privileges import Kayttaja
from ehoks.ui.cas import mark
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import kayttaja_of, staff_page
from ehoks.ui.templatetags.muotoilu import paiva
from hoks.presenters.muistutus import RAPORTTI
from hoks.presenters.muistutus_sanat import MUISTUTUKSET as T
from hoks.services import muistutukset
from hoks.services.muistutukset import LONGEST, NotAnAddress
from hoks.ui import organisaatiot


def build(kayttaja: Kayttaja, oppilaitos: str, lang: str) -> dict[str, Any]:
    """What the report shows of the reader's own order."""
    tilaus = muistutukset.find_tilaus(_own(kayttaja), oppilaitos)
    told: dict[str, Any] = {"m": {key: text.say(lang) for key, text in T.items()}, "tilaus": tilaus}
    if tilaus:
        key = "refused" if tilaus.is_hylatty else "ordered"
        values = {"osoite": tilaus.sahkoposti, "paiva": paiva(tilaus.paattyy)}
        told["tilattu"] = T[key].format(**values).say(lang)
    address = reverse("muistutus", args=[oppilaitos])
    return told | {"osoite_enintaan": LONGEST, "tilaus_osoite": address}


def _own(kayttaja: Kayttaja) -> str:
    return kayttaja.oid or kayttaja.username


@require_POST
@staff_page
def change(request: HttpRequest, oppilaitos: str) -> HttpResponse:
    """Order reminders, or cancel them; back to the report."""
    kayttaja, lang = kayttaja_of(request), find_kieli(request)
    school = organisaatiot.require(organisaatiot.list_oppilaitokset(kayttaja, lang), oppilaitos)
    own = {"kayttaja_oid": _own(kayttaja), "oppilaitos_oid": school.oid}
    is_end = request.POST.get("toiminto") == "lopeta"
    operaatio = "cancel-reminders" if is_end else "order-reminders"
    audit.record(operaatio, mark(request, kayttaja), audit.Kohde(haku=school.oid))
    if is_end:
        muistutukset.cancel(**own)
        messages.success(request, T["done_cancelled"].say(lang))
    else:
        _order(request, own, lang)
    return HttpResponseRedirect(reverse("raportti", args=[school.oid, RAPORTTI]) + "#muistutus")


def _order(request: HttpRequest, own: dict[str, str], lang: str) -> None:
    address = request.POST.get("sahkoposti", "").strip()
    try:
        muistutukset.order(**own, sahkoposti=address, kieli=lang)
    except NotAnAddress:
        messages.error(request, T["not_an_address"].say(lang))
    else:
        messages.success(request, T["done_ordered"].say(lang))
