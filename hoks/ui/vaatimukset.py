"""What a unit or a subject requires and how it is judged, for anybody to read: no plan is asked."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ehoks.common.texts import Texts
from ehoks.ui.errors import PageNotFound
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import for_whoever, page, show
from hoks.presenters.sanat import SUUNNITELMA
from hoks.presenters.vaatimukset import EPERUSTEET, list_aiheet
from koodisto import lookup

VAATIMUKSET = {
    "requirements": SUUNNITELMA["requirements"],
    "from": Texts(
        "Tiedot ovat ePerusteet-palvelusta.",
        "Uppgifterna kommer från tjänsten ePerusteet.",
        "This is from the ePerusteet service.",
    ),
    "there": Texts("Avaa ePerusteet", "Öppna ePerusteet", "Open ePerusteet"),
}


@require_safe
@page
def requirements(request: HttpRequest, koodi: str) -> HttpResponse:
    """Of the unit or the subject of that code.

    Raises:
        PageNotFound: nothing is known of it.
    """
    lang = find_kieli(request)
    aiheet = list_aiheet(koodi, lang)
    if not aiheet:
        raise PageNotFound
    for_whoever(request)
    context = {
        "nimi": lookup.nimi(koodi, lang),
        "aiheet": aiheet,
        "eperusteet": f"{EPERUSTEET}/#/{lang}",
    }
    return show(request, "hoks/vaatimukset.html", VAATIMUKSET, context)
