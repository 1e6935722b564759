"""Pages about the service itself that anyone may read: the plan explained, accessibility, privacy, cookies."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ehoks.common.texts import Texts
from ehoks.ui.kieli import find_kieli
from ehoks.ui.session import IDLE, LONGEST
from ehoks.ui.shell import page, show

SIVUT = {
    "henkilokohtaistaminen": Texts(
        "Henkilökohtaistaminen", "Personlig tillämpning", "Personalisation of studies"
    ),
    "saavutettavuus": Texts(
        "Saavutettavuusseloste", "Tillgänglighetsutlåtande", "Accessibility statement"
    ),
    "tietosuoja": Texts("Tietosuojaseloste", "Dataskyddsbeskrivning", "Privacy notice"),
    "evasteet": Texts("Evästeet", "Kakor", "Cookies"),
}


@require_safe
@page
def tietosivu(request: HttpRequest, nimi: str) -> HttpResponse:
    """One of them, in the reader's language. The prose is in `templates/tiedot/`."""
    lang = find_kieli(request)
    context = {
        "otsikko": SIVUT[nimi].say(lang),
        "teksti": f"tiedot/{nimi}.{lang}.html",
        "osoite": settings.BASE_URL,
        "tunteja": int(LONGEST.total_seconds() // 3600),
        "lepo": int(IDLE.total_seconds() // 60),
    }
    return show(request, "tiedot/sivu.html", {}, context)
