"""A new share: which part, what would be seen, to whom and until when."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from ehoks.audit import log as audit
from ehoks.ui.errors import PageNotFound
from ehoks.ui.kieli import find_kieli
from hoks import access
from sharing import nakyma
from sharing.models import ModuulinTyyppi
from sharing.services import jakaminen, luettelo
from sharing.sisalto import Kohde, cut, find_kohde, list_kohteet
from sharing.ui import kysymys
from sharing.ui.huone import Huone, in_rooms
from sharing.ui.sivu import FRESH, oikeus_of, show_in
from sharing.ui.texts import JAOT


def _new(request: HttpRequest, huone: Huone) -> HttpResponse:
    """Choose a part; see what would be seen; say to whom and until when."""
    lang = find_kieli(request)
    if huone.stored.deleted_at:
        raise PageNotFound
    audit.record("read", huone.jakaja.tekija, huone.stored.kohde)
    kohde = _chosen(request, huone)
    if kohde is None:
        return _choice(request, huone, lang)
    if request.method != "POST":
        form = kysymys.ask(kohde, huone.jakaja, lang)
        return _form(request, huone, kohde, form, lang)
    form = kysymys.read(request.POST, huone.stored, kohde, huone.jakaja, lang)
    if form.pyynto is None:
        return _form(request, huone, kohde, form, lang, status=400)
    jako = jakaminen.create_jako(stored=huone.stored, pyynto=form.pyynto, jakaja=huone.jakaja)
    request.session[FRESH] = str(jako.pk)
    messages.success(request, JAOT["made"].say(lang))
    return HttpResponseRedirect(huone.to("jako", jako.pk))


def _chosen(request: HttpRequest, huone: Huone) -> Kohde | None:
    wanted = request.GET.get("moduuli", "")
    if not wanted:
        return None
    found = find_kohde(huone.stored.document, wanted[:36])
    if found is None:
        raise PageNotFound
    return found


def _choice(request: HttpRequest, huone: Huone, lang: str) -> HttpResponse:
    """What goes on or begins soon comes first; below it all that there is, unit by unit."""
    document = huone.stored.document
    jaetut = luettelo.list_jaetut([huone.stored.id])
    kohteet = list_kohteet(document)
    units = [kohde for kohde in kohteet if kohde.moduuli_tyyppi is ModuulinTyyppi.OSA]
    names = {unit.module_id: nakyma.unit_of(unit, lang) for unit in units}

    def link(kohde: Kohde) -> dict[str, Any]:
        return {
            "href": f"{huone.to('jako-uusi')}?moduuli={kohde.module_id}",
            "osa": names[str(kohde.osa["module-id"])],
            "nimi": nakyma.detail_of(kohde, lang, where=True),
            "on_jaettu": kohde.module_id in jaetut,
        }

    context = {
        "osat": [[link(k) for k in kohteet if k.osa is unit.osa] for unit in units],
        "ajankohtaiset": [link(kohde) for kohde in luettelo.list_ajankohtaiset(document)],
    }
    return show_in(request, huone, "jako/valitse.html", context)


def _form(
    request: HttpRequest, huone: Huone, kohde: Kohde, form: Any, lang: str, status: int = 200
) -> HttpResponse:
    where = access.may_know_where(huone.stored.oppija_oid, is_own=False)
    context = {
        **nakyma.build(cut(kohde, where=where), oikeus_of(huone), lang, where=where),
        "mita": nakyma.name_of(kohde, lang, where=True),
        "lomake": form.said(kohde, huone.jakaja, lang),
    }
    return show_in(request, huone, "jako/uusi.html", context, status)


new = in_rooms(_new)
