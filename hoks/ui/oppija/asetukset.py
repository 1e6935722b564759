"""A student's own choices: the language of the service, and whether the guide is shown."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from ehoks.ui import asetukset, kieli
from ehoks.ui.shell import henkilo_of, henkilo_page, show
from hoks.ui.oppija.texts import ASETUKSET


@require_http_methods(["GET", "HEAD", "POST"])
@henkilo_page
def settings(request: HttpRequest) -> HttpResponse:
    """The choices, and a form to change them."""
    henkilo = henkilo_of(request)
    if request.method == "POST":
        return _changed(request, henkilo.oid)
    found = asetukset.find(henkilo.oid)
    now = found.kieli or kieli.find_kieli(request)
    context = {
        "paikka": "asetukset",
        "valinnat": [(code, name, code == now) for code, name in kieli.KIELET.items()],
        "opastus": not found.opastus_luettu,
    }
    return show(request, "oppija/asetukset.html", ASETUKSET, context)


def _changed(request: HttpRequest, henkilo_oid: str) -> HttpResponse:
    wanted = request.POST.get("kieli", "")
    lang = wanted if wanted in kieli.KIELET else kieli.find_kieli(request)
    asetukset.change(henkilo_oid, kieli=lang, opastus_luettu=request.POST.get("opastus") != "1")
    messages.success(request, ASETUKSET["kept"].say(lang))
    answer = HttpResponseRedirect(reverse("oppija-asetukset"))
    kieli.keep(answer, lang)
    return answer


@require_POST
@henkilo_page
def hide_guide(request: HttpRequest) -> HttpResponse:
    """The guide has been read: from now on it is shown closed."""
    asetukset.change(henkilo_of(request).oid, opastus_luettu=True)
    return HttpResponseRedirect(reverse("oppija-koti"))
