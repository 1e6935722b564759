"""Beginning: whom a new plan is for, changing a plan that is there, drafts that wait."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ehoks.audit import log as audit
from ehoks.auth.privileges import Oikeus
from ehoks.integrations.tunnisteet import is_oid
from ehoks.oppijaindex.models import Oppija
from ehoks.ui.errors import NoRightHere, PageNotFound
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import kayttaja_of, show, staff_page
from hoks import access, errors
from hoks.models import HoksLuonnos
from hoks.presenters.nimet import in_kieli, organisaatioiden_nimet
from hoks.services import luonnokset, nakyvyys, read, uusi_hoks
from hoks.services.uusi_hoks import Este, Opiskelija, Vaihtoehto
from hoks.ui import organisaatiot
from hoks.ui.jalki import staff_mark, writer
from hoks.ui.syotto import sivut
from hoks.ui.syotto.texts import SYOTTO
from hoks.ui.syotto.tyo import Tyo, address_of

_ESTEET = {
    Este.ON_JO: SYOTTO["exists"],
    Este.PASSIVOITU: errors.ArchivedHoksExists.texts,
    Este.TYYPPI: errors.WrongKindOfOpiskeluoikeus.texts,
    Este.SISALTYY: errors.OpiskeluoikeusIsLinked.texts,
    Este.PAATTYNYT: errors.OpiskeluoikeusIsFinished.texts,
}


def _require_write(request: HttpRequest, oppilaitos: str) -> None:
    if not access.may(kayttaja_of(request), Oikeus.WRITE, oppilaitos):
        raise NoRightHere


def _around(request: HttpRequest, oppilaitos: str) -> dict[str, Any]:
    lang = find_kieli(request)
    schools = organisaatiot.list_oppilaitokset(kayttaja_of(request), lang)
    nimi = organisaatioiden_nimet([oppilaitos], lang)[oppilaitos]
    return {"schools": schools, "school": organisaatiot.Oppilaitos(oppilaitos, nimi)}


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def new(request: HttpRequest, oppilaitos: str) -> HttpResponse:
    """Find the student, choose the study right, begin."""
    _require_write(request, oppilaitos)
    if request.method == "POST":
        return _begin(request, oppilaitos)
    kayttaja, lang = kayttaja_of(request), find_kieli(request)
    text = request.GET.get("haku", "").replace("\x00", "").strip()[:200]
    oppija = next(filter(is_oid, (request.GET.get("oppija", ""), text)), "")
    context: dict[str, Any] = {"haku": text, "etsitty": bool(text or oppija)}
    if oppija:
        audit.record("list", staff_mark(request, oppilaitos), audit.Kohde(oppija_oid=oppija))
        found = uusi_hoks.find_opiskelija(kayttaja, oppija)
        context["opiskelija"] = _student(request, found, lang) if found else None
    elif text:
        audit.record(
            "list", staff_mark(request, oppilaitos), audit.Kohde(haku=f"uusi?{text}"[:256])
        )
        context["opiskelijat"] = uusi_hoks.find_oppijat(kayttaja, text)
    return show(request, "syotto/uusi.html", SYOTTO, _around(request, oppilaitos) | context)


def _student(request: HttpRequest, found: Opiskelija, lang: str) -> dict[str, Any]:
    schools = filter(None, (v.oikeus.oppilaitos_oid for v in found.vaihtoehdot))
    nimet = organisaatioiden_nimet(schools, lang)
    return {
        "oid": found.oid,
        "otsikko": SYOTTO["rights_of"].format(nimi=found.nimi).say(lang),
        "oikeudet": [_right(v, nimet, lang) for v in found.vaihtoehdot],
    }


def _right(found: Vaihtoehto, nimet: dict[str, str], lang: str) -> dict[str, Any]:
    oikeus = found.oikeus
    return {
        "oikeus": oikeus,
        "nimi": in_kieli(oikeus.tutkinto_nimi, lang) or oikeus.tyyppi,
        "oppilaitos": nimet.get(oikeus.oppilaitos_oid or "", ""),
        "este": _ESTEET[found.este].say(lang) if found.este else "",
        "hoks": found.hoks,
    }


def _begin(request: HttpRequest, oppilaitos: str) -> HttpResponse:
    try:
        luonnos, is_new = luonnokset.start_new(
            oppija_oid=request.POST.get("oppija", ""),
            opiskeluoikeus_oid=request.POST.get("opiskeluoikeus", ""),
            by=writer(request, oppilaitos),
            alusta=_chosen(request) == "alusta",
        )
    except errors.NoAccess:
        raise NoRightHere from None
    return _opened(request, luonnos, is_new=is_new)


def _chosen(request: HttpRequest) -> str:
    """What was answered when a draft from before was asked about: "jatka", "alusta" or nothing."""
    return request.POST.get("luonnos", "")


def _opened(request: HttpRequest, luonnos: HoksLuonnos, *, is_new: bool) -> HttpResponse:
    tyo = Tyo(request, luonnos)
    tyo.record("draft")
    if not is_new and _chosen(request) != "jatka":
        asked = {key: request.POST.get(key, "") for key in ("oppija", "opiskeluoikeus")}
        return tyo.show("syotto/jatka.html", asked)
    if not is_new:
        messages.success(request, SYOTTO["continued"].say(find_kieli(request)))
    first = sivut.PERUSTIEDOT_SIVU if is_new and luonnos.hoks_id is None else None
    return HttpResponseRedirect(address_of(luonnos, first))


@require_POST
@staff_page
def edit(request: HttpRequest, eid: str) -> HttpResponse:
    """A draft of a change to a plan."""
    kayttaja = kayttaja_of(request)
    stored = read.find_by_eid(eid)
    visible = nakyvyys.list_suunnitelmat(kayttaja, stored.oppija_oid) if stored else []
    if stored is None or stored.id not in {plan.id for plan in visible}:
        raise PageNotFound
    if not access.may(kayttaja, Oikeus.UPDATE, stored.oppilaitos_oid):
        raise NoRightHere
    nimi = Oppija.objects.filter(pk=stored.oppija_oid).values_list("nimi", flat=True).first()
    by = writer(request, stored.oppilaitos_oid)
    luonnos, is_new = luonnokset.start_edit(
        stored=stored, nimi=nimi or "", by=by, alusta=_chosen(request) == "alusta"
    )
    return _opened(request, luonnos, is_new=is_new)


@require_safe
@staff_page
def drafts(request: HttpRequest, oppilaitos: str) -> HttpResponse:
    """The drafts of whoever asks."""
    _require_write(request, oppilaitos)
    lang = find_kieli(request)
    found = luonnokset.list_own(kayttaja_of(request))
    nimet = organisaatioiden_nimet([one.oppilaitos_oid or "" for one in found], lang)
    asked = audit.Kohde(haku=f"{oppilaitos}/luonnokset")
    audit.record("list", staff_mark(request, oppilaitos), asked)
    rows = [
        {
            "luonnos": luonnos,
            "tutkinto": in_kieli(luonnokset.tiedot_of(luonnos).tutkinto_nimi, lang),
            "oppilaitos": nimet[luonnos.oppilaitos_oid or ""],
            "href": address_of(luonnos),
        }
        for luonnos in found
    ]
    context = _around(request, oppilaitos) | {"rivit": rows}
    return show(request, "syotto/luonnokset.html", SYOTTO, context)
