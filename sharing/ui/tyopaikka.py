"""The pages of who is shown something: a link that tells nothing, what is shared, and the list."""

import uuid
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from ehoks.audit import log as audit
from ehoks.ui import session
from ehoks.ui.cas import mark
from ehoks.ui.kieli import find_kieli
from ehoks.ui.session import Henkilo
from ehoks.ui.shell import TYOPAIKAN_KEHYS, henkilo_of, page, show, tyopaikka_page
from ehoks.ui.templatetags.muotoilu import jakso
from hoks import access
from hoks.presenters.nimet import in_kieli
from hoks.presenters.sanat import SUUNNITELMA
from hoks.services.omat import list_oids
from sharing import nakyma
from sharing.services import avaaminen, luettelo
from sharing.services.avaaminen import Nahty
from sharing.sisalto import find_kohde
from sharing.ui.texts import TYOPAIKKA

KANAVA = "tyopaikka"
_TEXTS = {**SUUNNITELMA, **TYOPAIKKA}


@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponseBase:
    """The link of a mail. Looking at it opens nothing: robots look at links, too.

    No page of a share is kept by search engines; and since the token is in the address, no page
    asks for anything elsewhere, nor is the address told elsewhere (same-origin, not no-referrer,
    with which browsers would post without an origin).
    """
    answer = _open(request, token) if request.method == "POST" else _landing(request)
    return _unlisted(answer)


@page
def _landing(request: HttpRequest) -> HttpResponse:
    """The same page for every token, also for none that was ever given."""
    request.kehys = TYOPAIKAN_KEHYS  # type: ignore[attr-defined]
    henkilo = session.find_henkilo(request.session)
    return show(request, "jako/linkki.html", _TEXTS, {"henkilo": henkilo})


@tyopaikka_page
def _open(request: HttpRequest, token: str) -> HttpResponse:
    henkilo = henkilo_of(request)
    jako = avaaminen.bind(token=token, henkilo=henkilo, tekija=marked(request, henkilo))
    return HttpResponseRedirect(reverse("jako-tiedot", args=[jako.pk]))


def marked(request: HttpRequest, henkilo: Henkilo) -> audit.Tekija:
    """The mark of somebody who looks at what is shared; the name is told to the student."""
    known = mark(request, henkilo, KANAVA)
    return replace(known, kayttaja=henkilo.nimi, peruste=access.Peruste.JAETTU)


def _unlisted(answer: HttpResponseBase) -> HttpResponseBase:
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


@require_safe
@tyopaikka_page
def shared(request: HttpRequest, jako_id: uuid.UUID, muoto: str = "") -> HttpResponseBase:
    """What is shared: a page, or the same for paper (`muoto`: `tulosta`, `pdf`)."""
    henkilo, lang = henkilo_of(request), find_kieli(request)
    nahty = avaaminen.look(jako_id=jako_id, henkilo=henkilo, tekija=marked(request, henkilo))
    context = _context(nahty, lang)
    if muoto == "pdf":
        content, name = nakyma.to_pdf(nahty.jako, context, context["milloin"], lang)
        answer = HttpResponse(content, content_type="application/pdf")
        answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
        return _unlisted(answer)
    template = "jako/tuloste.html" if muoto else "jako/tiedot.html"
    return _unlisted(show(request, template, _TEXTS, context))


def _context(nahty: Nahty, lang: str) -> dict[str, Any]:
    found = nakyma.build(nahty.document, nahty.oikeus, lang, where=nahty.where)
    return {
        **found,
        "jako": nahty.jako,
        "milloin": jakso(nahty.jako.voimassa_alku, nahty.loppu),
        "viimeksi": nahty.viimeksi,
        "muutokset": nakyma.list_changes(nahty, found["nimet"], lang),
    }


@require_safe
@tyopaikka_page
def mine(request: HttpRequest) -> HttpResponseBase:
    """Everything that may be opened today, of all schools."""
    henkilo, lang = henkilo_of(request), find_kieli(request)
    found = luettelo.list_minulle(list_oids(henkilo.oid))
    audit.record("list-shares", marked(request, henkilo), audit.Kohde(haku="minulle jaetut"))
    rows = [_row(minulle, lang) for minulle in found]
    return _unlisted(
        show(
            request,
            "jako/minulle.html",
            _TEXTS,
            {"rivit": rows, "paikka": "minulle"},
        )
    )


def _row(minulle: luettelo.Minulle, lang: str) -> dict[str, Any]:
    kohde = find_kohde(minulle.document, minulle.jako.module_id)
    oikeus = minulle.oikeus
    where = access.may_know_where(minulle.jako.hoks.oppija_oid or "", is_own=False)
    return {
        "href": reverse("jako-tiedot", args=[minulle.jako.pk]),
        "nimi": oikeus.oppija.nimi if oikeus else "",
        "mita": nakyma.name_of(kohde, lang, where=where) if kohde else "",
        "tutkinto": in_kieli(oikeus.tutkinto_nimi, lang) if oikeus else "",
        "milloin": jakso(minulle.jako.voimassa_alku, minulle.loppu),
    }
