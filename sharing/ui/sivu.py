"""What the pages of shares have in common: the room around them, and the student's study right."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from ehoks.oppijaindex.models import Opiskeluoikeus
from ehoks.ui.shell import show
from hoks.presenters.sanat import SUUNNITELMA
from sharing.ui.huone import Huone
from sharing.ui.texts import JAOT

TEXTS = {**SUUNNITELMA, **JAOT}
FRESH = "uusi_jako"  # in the session: the share whose link is shown once


def show_in(
    request: HttpRequest, huone: Huone, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page of the room."""
    around = {
        "huone": huone,
        "oikeus": oikeus_of(huone),
        "is_oppija": huone.jakaja.is_oppija,
        "jaot_href": huone.to("jaot"),
        "suunnitelma_href": _plan_address(huone),
    }
    return show(request, template, TEXTS, around | context, status)


def _plan_address(huone: Huone) -> str:
    name = "oma" if huone.jakaja.is_oppija else "hoks"
    return reverse(f"{name}-opiskelusuunnitelma", args=[huone.tunnus])


def oikeus_of(huone: Huone) -> Opiskeluoikeus | None:
    """The study right of the plan, with its student, as the index has it."""
    rights = Opiskeluoikeus.objects.select_related("oppija")
    return rights.filter(pk=huone.stored.opiskeluoikeus_oid).first()
