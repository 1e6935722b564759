"""Who has looked at a student's plans, and the question about a look that the student does not know."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from ehoks.audit import log as audit
from ehoks.audit import rows
from ehoks.audit.models import AuditTapahtuma
from ehoks.audit.rows import Katselu
from ehoks.common.numbers import MAX_ID
from ehoks.common.texts import Texts
from ehoks.integrations.viestinvalitys import is_address
from ehoks.ui.errors import PageNotFound
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import henkilo_of, henkilo_page, show, with_query
from hoks.models import Selvityspyynto
from hoks.presenters import katselut as sanoin
from hoks.presenters.nimet import in_kieli, organisaatioiden_nimet
from hoks.services import omat, selvitykset
from hoks.ui.oppija.suunnitelmat import own_mark
from hoks.ui.oppija.texts import KATSELUT
from hoks.ui.sivut import page_number

PAGE = 20
LONGEST = 1000


@require_safe
@henkilo_page
def looks(request: HttpRequest) -> HttpResponse:
    """A page of the looks, and the student's questions about them."""
    henkilo, lang = henkilo_of(request), find_kieli(request)
    oids = omat.list_oids(henkilo.oid)
    sivu, own = page_number(request.GET.get("sivu", "")), request.GET.get("omat") == "1"
    found = rows.list_katselut(oids, omat=own, alku=(sivu - 1) * PAGE, raja=PAGE + 1)
    cases = selvitykset.list_by_student(oids)
    audit.record("read-katselut", own_mark(request), audit.Kohde(oppija_oid=henkilo.oid))
    told = _Kertoja(found, cases, henkilo.oid, lang)
    context = {
        "paikka": "katselut",
        "katselut": [told.look(katselu) for katselu in found[:PAGE]],
        "selvitykset": [told.case(case) for case in cases],
        "omat": own,
        "omat_href": with_query(request, omat=None if own else 1, sivu=None, lang=None),
        "uudemmat": with_query(request, sivu=sivu - 1, lang=None) if sivu > 1 else "",
        "vanhemmat": with_query(request, sivu=sivu + 1, lang=None) if len(found) > PAGE else "",
    }
    return show(request, "oppija/katselut.html", KATSELUT, context)


class _Kertoja:
    """Tells looks and questions in words, with names that were found all at once."""

    def __init__(
        self, found: list[Katselu], cases: list[Selvityspyynto], henkilo_oid: str, lang: str
    ) -> None:
        self.lang = lang
        self.plans = {plan.id: plan for plan in omat.list_kaikki(henkilo_oid)}
        oids = {k.organisaatio_oid for k in found} | {c.katsoja_oid for c in cases}
        oids |= {case.vastuullinen_oid for case in cases}
        oids |= {plan.oppilaitos_oid for plan in self.plans.values()}
        self.nimet = organisaatioiden_nimet(filter(None, oids), lang)
        self.asked = {case.katselu for case in cases}

    def look(self, katselu: Katselu) -> dict[str, Any]:
        plan = self.plans.get(katselu.hoks_id or 0)
        return {
            "katselu": katselu,
            "kuka": sanoin.who(katselu.kanava, self._seen_by(katselu), self.nimet, self.lang),
            "mita": sanoin.what(katselu.operaatio, katselu.osiot, self.lang),
            "miksi": sanoin.ground(katselu.peruste, self.lang),
            "suunnitelma": in_kieli(plan.tutkinto_nimi, self.lang) if plan else "",
            "kertaa": _times(katselu, self.lang),
            "is_own": katselu.kanava == "oppija",
            "on_kysytty": selvitykset.digest(katselu) in self.asked,
        }

    def _seen_by(self, katselu: Katselu) -> str | None:
        """The organisation; an entry that names none is of the provider that the plan is of."""
        plan = self.plans.get(katselu.hoks_id or 0)
        return katselu.organisaatio_oid or (plan.oppilaitos_oid if plan else None)

    def case(self, case: Selvityspyynto) -> dict[str, Any]:
        return {
            "selvitys": case,
            "kuka": sanoin.who(case.kanava, case.katsoja_oid, self.nimet, self.lang),
            "vastuullinen": self.nimet.get(case.vastuullinen_oid, ""),
        }


def _times(katselu: Katselu, lang: str) -> str:
    if katselu.kertoja == 1:
        return ""
    key = "times_people" if katselu.katsojia > 1 else "times"
    return KATSELUT[key].format(n=katselu.kertoja, k=katselu.katsojia).say(lang)


# --- A question ---------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@henkilo_page
def ask(request: HttpRequest, row_id: int) -> HttpResponse:
    """Say what the student does not know about a look; it goes to who is responsible."""
    henkilo, lang = henkilo_of(request), find_kieli(request)
    row = _row(henkilo.oid, row_id)
    viesti, osoite = (
        request.POST.get(kentta, "").replace("\x00", "").strip()
        for kentta in ("viesti", "sahkoposti")
    )
    virheet = {key: text.say(lang) for key, text in _faults(viesti, osoite)}
    if request.method == "POST" and not virheet:
        ilmoitus = selvitykset.Ilmoitus(osoite, lang) if osoite else None
        if not selvitykset.ask(henkilo.oid, row, viesti, own_mark(request), ilmoitus):
            raise PageNotFound
        messages.success(request, KATSELUT["asked"].say(lang))
        return HttpResponseRedirect(reverse("oppija-katselut") + "#selvitykset")
    nimet = organisaatioiden_nimet(filter(None, [row.organisaatio_oid]), lang)
    context = {
        "paikka": "katselut",
        "rivi": row,
        "kuka": sanoin.who(row.kanava, row.organisaatio_oid, nimet, lang),
        "mita": sanoin.what(row.operaatio, filter(None, [row.osio]), lang),
        "miksi": sanoin.ground(row.peruste, lang),
        "viesti": viesti,
        "pisin": LONGEST,
        "virheet": virheet,
        "sahkoposti": osoite if request.method == "POST" else _known_address(henkilo.oid, row),
    }
    status = 400 if virheet else 200
    return show(request, "oppija/en_tunnista.html", KATSELUT, context, status)


def _faults(viesti: str, osoite: str) -> Iterator[tuple[str, Texts]]:
    """What is wrong with the form, by the field."""
    if len(viesti) > LONGEST:
        yield "viesti", KATSELUT["too_long"].format(n=LONGEST)
    if osoite and not is_address(osoite):
        yield "sahkoposti", KATSELUT["bad_address"]


def _known_address(henkilo_oid: str, row: AuditTapahtuma) -> str:
    found = selvitykset.find_address(henkilo_oid, row)
    return found if is_address(found) else ""


def _row(henkilo_oid: str, row_id: int) -> AuditTapahtuma:
    """The entry of a look at the student's data by another.

    Raises:
        PageNotFound: there is none, it is about somebody else, or it is the student's own.
    """
    oids = omat.list_oids(henkilo_oid)
    row = rows.find_row(oids, row_id) if row_id <= MAX_ID else None
    if row is None or row.kayttaja_oid in oids:
        raise PageNotFound
    return row
