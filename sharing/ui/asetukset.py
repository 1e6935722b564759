"""The page on which a school decides whether it shares workplace periods by itself."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ehoks.auth.privileges import Oikeus
from ehoks.ui.cas import mark
from ehoks.ui.errors import PageNotFound
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import kayttaja_of, show, staff_page
from hoks import access
from hoks.presenters.nimet import organisaatioiden_nimet
from sharing.services import automaatti
from sharing.ui.texts import ASETUS


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def automatic(request: HttpRequest, oppilaitos: str) -> HttpResponse:
    """See the setting; who writes the school's plans may change it."""
    kayttaja, lang = kayttaja_of(request), find_kieli(request)
    if not access.may(kayttaja, Oikeus.READ, oppilaitos):
        raise PageNotFound
    asetus, virhe = automaatti.get_asetus(oppilaitos), ""
    paivia = str(asetus.paivia)
    if request.method == "POST":
        paalla, paivia = request.POST.get("paalla") == "1", request.POST.get("paivia", "").strip()
        if _is_good(paivia):
            automaatti.set_asetus(
                oppilaitos_oid=oppilaitos, paalla=paalla, paivia=int(paivia),
                kayttaja=kayttaja, tekija=mark(request, kayttaja),
            )  # fmt: skip
            messages.success(request, ASETUS["auto_saved"].say(lang))
            return HttpResponseRedirect(reverse("jakoasetus", args=[oppilaitos]))
        asetus.paalla, virhe = paalla, ASETUS["auto_bad"].say(lang)
    context = {
        "asetus": asetus,
        "lista": reverse("opiskelijat", args=[oppilaitos]),
        "paivia": paivia[:10],
        "virhe": virhe,
        "oppilaitos": organisaatioiden_nimet([oppilaitos], lang)[oppilaitos],
        "may_set": access.may_set_sharing(kayttaja, oppilaitos),
        "eniten": automaatti.MOST_DAYS,
    }
    return show(request, "jako/asetus.html", ASETUS, context, status=400 if virhe else 200)


def _is_good(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 4 and int(text) <= automaatti.MOST_DAYS
