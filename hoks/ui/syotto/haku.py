"""Looking up what a field asks for: codes and organisations, as a page or while one types."""

from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.http import require_http_methods, require_safe

from ehoks.integrations.tunnisteet import is_oid
from ehoks.ui.errors import NoRightHere, PageNotFound
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import kayttaja_of, staff_page
from hoks import access
from hoks.schema.fields import ObjectType
from hoks.services import luonnokset
from hoks.services.luonnokset import LuonnosOnMuuttunut
from hoks.ui.syotto.arvot import find_haku, find_rajaus
from hoks.ui.syotto.asettelu import Ryhma
from hoks.ui.syotto.ehdotukset import LAJIT, find
from hoks.ui.syotto.lukeminen import Lukija
from hoks.ui.syotto.sivut import field_at, find_sivu, get_at, set_at
from hoks.ui.syotto.tyo import Tyo, address_of, open_own, read_number
from koodisto import lookup

WHILE_TYPING, ON_A_PAGE = 12, 50
LONGEST = 300


@require_safe
@staff_page
def suggest(request: HttpRequest, laji: str) -> HttpResponse:
    """A few choices while somebody types."""
    kayttaja = kayttaja_of(request)
    if not access.may_write_somewhere(kayttaja):
        raise NoRightHere
    if laji not in LAJIT:
        raise PageNotFound
    text, osa = (_asked(request, key) for key in ("q", "osa"))
    found = find(kayttaja, laji, text, find_kieli(request), WHILE_TYPING, osa)
    valinnat = [{"arvo": arvo} for arvo in found.arvot]
    return JsonResponse({"valinnat": valinnat, "huomautus": found.huomautus})


def _asked(request: HttpRequest, key: str, default: str = "") -> str:
    return request.GET.get(key, default).replace("\x00", "").strip()[:LONGEST]


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def look_up(request: HttpRequest, tunnus: str) -> HttpResponse:
    """The same as a page, for a field of a draft; choosing fills the field."""
    tyo = open_own(request, tunnus)
    kohta = request.GET.get("kohta", "")
    found = field_at(kohta)
    laji = find_haku(*found) if found else ""
    if found is None or not laji or not tyo.luonnos.is_open:
        raise PageNotFound
    sivu = find_sivu(kohta)
    back = f"{address_of(tyo.luonnos, sivu)}?kohta={quote(kohta)}"
    if request.method == "POST":
        _choose(tyo, found[0], kohta)
        return HttpResponseRedirect(back)
    typed = get_at(tyo.sisalto, kohta)
    text = _asked(request, "q", "" if typed is None or _is_value(str(typed)) else str(typed))
    rajaus = find_rajaus(*found, kohta)
    osa = str(get_at(tyo.sisalto, rajaus) or "") if rajaus else ""
    tulokset = find(tyo.kayttaja, laji, text, tyo.kieli, ON_A_PAGE, osa)
    context: dict[str, Any] = {
        "haku": text,
        "kohta": kohta,
        "tulokset": tulokset.arvot,
        "huomautus": tulokset.huomautus,
        "takaisin": back,
        "kentta": found[1].label.say(tyo.kieli),
    }
    return tyo.show("syotto/hae.html", context)


def _is_value(text: str) -> bool:
    return is_oid(text) or lookup.versio(text) is not None


def _choose(tyo: Tyo, kind: ObjectType, kohta: str) -> None:
    """Fill the field as if the choice had been typed into it."""
    above, _, key = kohta.rpartition("/")
    form = tyo.request.POST.copy()
    form[kohta] = form.get("arvo", "")
    sisalto = tyo.sisalto
    body = get_at(sisalto, above) or {}
    new = Lukija(form, tyo.kieli, tyo.nimet).read(kind, above, body, (Ryhma(None, (key,)),))
    try:
        set_at(sisalto, above, new)
    except (IndexError, TypeError):
        raise PageNotFound from None
    seen = read_number(form.get("nahty", ""))
    try:
        luonnokset.save_draft(tyo.luonnos, sisalto, seen, "", auto=False)
    except LuonnosOnMuuttunut:  # the form shows the draft as it is now, and one can look again
        return
