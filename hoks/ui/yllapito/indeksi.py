"""The index: how whole it is, and reading parts of it anew from the other registers."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ehoks.common.errors import EhoksError
from ehoks.common.texts import Texts
from ehoks.oppijaindex.jobs import refresh_of_toimija
from ehoks.oppijaindex.paivitys import count_of_toimija
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import show
from hoks.services import hakemisto, luvut, yhdistys
from hoks.ui.yllapito.portti import super_page
from hoks.ui.yllapito.texts import T

LONGEST = 100


@require_http_methods(["GET", "HEAD", "POST"])
@super_page
def index(request: HttpRequest) -> HttpResponse:
    """What the index lacks, and forms to read a study right, a learner or a provider anew."""
    if request.method == "POST":
        return _act(request)
    lang, toimija = find_kieli(request), _oid(request.GET.get("toimija", ""))
    maara = count_of_toimija(toimija) if toimija else None
    context = {
        "paikka": "yllapito",
        "luvut": luvut.count_index(),
        "toimija": toimija,
        "maara": maara,
        "maara_sanoin": T["provider_count"].format(n=maara, oid=toimija).say(lang),
    }
    return show(request, "yllapito/indeksi.html", T, context)


def _oid(text: str) -> str:
    return text.replace("\x00", "").strip()[:LONGEST]


def _act(request: HttpRequest) -> HttpResponse:
    lang, kind = find_kieli(request), request.POST.get("laji", "")
    oid, act = _oid(request.POST.get("oid", "")), _ACTS.get(kind)
    try:
        said = act(oid) if act and oid else T["nothing_asked"]
        tell = messages.success if act and oid else messages.error
        tell(request, said.format(oid=oid).say(lang))
    except EhoksError as error:
        messages.error(request, error.detail.say(lang))
    back = {"toimija": oid} if kind == "toimija" else {}
    return HttpResponseRedirect(f"{reverse('yllapito-indeksi')}?{urlencode(back)}".rstrip("?"))


def _opiskeluoikeus(oid: str) -> Texts:
    return T["right_read" if hakemisto.refresh_opiskeluoikeus(oid) else "right_missing"]


def _oppija(oid: str) -> Texts:
    hakemisto.require_known(oid)
    return T["learner_merged" if yhdistys.refresh_oppija(oid) else "learner_read"]


def _toimija(oid: str) -> Texts:
    return T["provider_started" if refresh_of_toimija.start(oid=oid) else "provider_waits"]


_ACTS: dict[str, Callable[[str], Texts]] = {
    "opiskeluoikeus": _opiskeluoikeus,
    "oppija": _oppija,
    "toimija": _toimija,
}
