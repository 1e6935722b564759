"""What the mails say that remind of periods about to end."""

from collections.abc import Mapping

from django.conf import settings
from django.urls import reverse

from ehoks.ui.templatetags.muotoilu import paiva
from hoks.models import Muistutustilaus
from hoks.presenters.muistutus_sanat import MUISTUTUKSET as T
from hoks.presenters.nimet import organisaatioiden_nimet
from hoks.services.muistutukset import Sanoma

RAPORTTI = "paattyvat-jaksot"  # the report that has them, and the form to order and to cancel


def to_words(tilaus: Muistutustilaus, counts: Mapping[int, int]) -> Sanoma:
    """A reminder in the language of the order."""
    lang = tilaus.kieli
    oid = tilaus.oppilaitos_oid
    school = organisaatioiden_nimet([oid], lang)[oid]
    lines = [
        (T["mail_one"] if n == 1 else T["mail_many"]).format(n=n, paivia=days).say(lang)
        for days, n in counts.items()
        if n
    ]
    address = settings.BASE_URL + reverse("raportti", args=[oid, RAPORTTI])
    body = [
        T["mail_first"].format(oppilaitos=school).say(lang),
        "\n".join(lines),
        T["mail_what"].say(lang),
        address,
        T["mail_last"].format(paiva=paiva(tilaus.paattyy)).say(lang),
    ]
    return Sanoma(T["mail_subject"].say(lang), "\n\n".join(body))
