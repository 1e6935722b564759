"""What identified people have chosen: the language, and whether they still want to be guided."""

from django.http import HttpResponseBase

from ehoks.ui import kieli
from ehoks.ui.models import HenkilonAsetukset


def find(henkilo_oid: str) -> HenkilonAsetukset:
    """The person's choices; the usual ones of who has made none."""
    found = HenkilonAsetukset.objects.filter(pk=henkilo_oid).first()
    return found or HenkilonAsetukset(henkilo_oid=henkilo_oid)


def change(henkilo_oid: str, **chosen: object) -> None:
    """Keep what was chosen, beside what was chosen before."""
    HenkilonAsetukset.objects.update_or_create(henkilo_oid=henkilo_oid, defaults=chosen)


def apply(henkilo_oid: str, answer: HttpResponseBase) -> None:
    """Whoever has chosen a language is spoken to in it, on this device too."""
    chosen = find(henkilo_oid).kieli
    if chosen in kieli.KIELET:
        kieli.keep(answer, chosen)
