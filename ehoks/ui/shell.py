"""What pages have in common: who may open them, headers, errors in words, and the frame around."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from ehoks.auth.privileges import Kayttaja
from ehoks.common import replica
from ehoks.common.errors import EhoksError
from ehoks.common.requests import request_id
from ehoks.common.texts import Texts
from ehoks.rest.exceptions import to_known
from ehoks.ui import kieli, session, tila, way_back
from ehoks.ui.errors import PageNotFound
from ehoks.ui.ovet import OPPIJA, VIRKAILIJA, Ovi
from ehoks.ui.session import Henkilo
from ehoks.ui.texts import SHELL

View = Callable[..., HttpResponseBase]
TYOPAIKAN_KEHYS = "tyopaikka/kehys.html"  # the frame of those at workplaces
_KIRJOITETTU = "kirjoitettu"  # in the session: how far the database was after its last write


def page(view: View) -> View:
    """A view whose every outcome is a page: errors in words, never kept by a browser or a proxy."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            answer = view(request, *args, **kwargs)
        except Http404:
            answer = error_page(request, PageNotFound())
        except Exception as error:  # noqa: BLE001 -- whatever it is, a person is waiting for words
            answer = error_page(request, to_known(error))
        return _dressed(request, answer)

    return wrapped


def staff_page(view: View) -> View:
    """A page for staff: whoever is not logged in is sent to CAS, and from there back here."""
    return _behind(VIRKAILIJA, VIRKAILIJA.kehys, _may_be_late(view))


def henkilo_page(view: View) -> View:
    """A page for an identified person's own matters: as `staff_page`, by way of Suomi.fi."""
    return _behind(OPPIJA, OPPIJA.kehys, _may_be_late(view))


def tyopaikka_page(view: View) -> View:
    """As `henkilo_page`, in the frame of those at workplaces.

    What was shared with them may be taken back: never asked of a replica.
    """
    return _behind(OPPIJA, TYOPAIKAN_KEHYS, view)


def _behind(ovi: Ovi, kehys: str, view: View) -> View:
    @page
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.kehys = kehys  # type: ignore[attr-defined]
        who = _FIND[ovi](request.session)
        if who is None:
            return _sent_to_log_in(request, ovi)
        setattr(request, "kayttaja" if ovi is VIRKAILIJA else "henkilo", who)
        return view(request, *args, **kwargs)

    return wrapped


def _may_be_late(view: View) -> View:
    """A page that only looks may ask the replica, once that has what this session wrote last."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not replica.is_configured():
            return view(request, *args, **kwargs)
        if request.method in ("GET", "HEAD"):
            written = request.session.get(_KIRJOITETTU, replica.NOWHERE)
            return replica.ask(lambda: view(request, *args, **kwargs), after=written)
        try:
            return view(request, *args, **kwargs)
        finally:
            if not request.session.is_empty():
                request.session[_KIRJOITETTU] = replica.position()

    return wrapped


_FIND: dict[Ovi, Callable[[SessionBase], object]] = {
    VIRKAILIJA: session.find_kayttaja,
    OPPIJA: session.find_henkilo,
}


def for_whoever(request: HttpRequest) -> None:
    """A page that anyone may read stands in the frame of who is logged in, if somebody is."""
    for ovi, name in ((VIRKAILIJA, "kayttaja"), (OPPIJA, "henkilo")):
        if who := _FIND[ovi](request.session):
            setattr(request, name, who)
            request.kehys = ovi.kehys  # type: ignore[attr-defined]
            return


def kayttaja_of(request: HttpRequest) -> Kayttaja:
    """Who looks at a staff page."""
    found: Kayttaja = request.kayttaja  # type: ignore[attr-defined]
    return found


def henkilo_of(request: HttpRequest) -> Henkilo:
    """Who looks at a page of an identified person."""
    found: Henkilo = request.henkilo  # type: ignore[attr-defined]
    return found


def _sent_to_log_in(request: HttpRequest, ovi: Ovi) -> HttpResponse:
    if request.headers.get("HX-Request"):  # a piece of a page: the whole of it goes
        return HttpResponse(status=401, headers={"HX-Redirect": reverse(ovi.kirjautuminen)})
    wanted = request.get_full_path() if request.method in ("GET", "HEAD") else request.path
    return way_back.send_to_cas(request, ovi, wanted)


def _dressed(request: HttpRequest, answer: HttpResponseBase) -> HttpResponseBase:
    answer.headers.setdefault("Content-Security-Policy", _policy())
    answer.headers["Cache-Control"] = "no-store"
    kieli.remember(request, answer)
    return answer


def _policy() -> str:
    """Everything from ourselves (the design system's icons are in its style sheet); a form may end at CAS, where logging out leads."""
    opintopolku = urlsplit(settings.OPINTOPOLKU_URL)
    cas = f" {opintopolku.scheme}://{opintopolku.netloc}" if opintopolku.netloc else ""
    return (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
        f"connect-src 'self'; form-action 'self'{cas}; base-uri 'none'; frame-ancestors 'none'"
    )


def show(
    request: HttpRequest,
    template: str,
    texts: Mapping[str, Texts],
    context: Mapping[str, Any],
    status: int = 200,
) -> HttpResponse:
    """Render a page in the reader's language, with the words of the frame around it."""
    lang = kieli.find_kieli(request)
    frame = {
        "lang": lang,
        "kielet": [
            {"koodi": code, "nimi": name, "href": with_query(request, lang=code)}
            for code, name in kieli.KIELET.items()
        ],
        "t": {key: text.say(lang) for key, text in {**SHELL, **texts}.items()},
        "tiedote": tila.shown(lang),
        "support_email": settings.SUPPORT_EMAIL,
        "version": settings.VERSION,
        "kehys": getattr(request, "kehys", "kehys.html"),
        "koti": _home(request),
        "istunto": _session(request),
        "kayttaja": getattr(request, "kayttaja", None),
        "henkilo": getattr(request, "henkilo", None),
    }
    return render(request, template, frame | dict(context), status=status)


def _session(request: HttpRequest) -> dict[str, Any] | None:
    """When the session of who looks ends, and in how many seconds; None of who has none."""
    if not (hasattr(request, "kayttaja") or hasattr(request, "henkilo")):
        return None
    seconds = session.seconds_left(request.session)
    if not seconds:
        return None
    return {"sekunteja": seconds, "paattyy": session.ends_at(request.session)}


def _home(request: HttpRequest) -> str:
    """Where the service's mark leads: to the person's own first page."""
    if getattr(request, "kehys", "") == TYOPAIKAN_KEHYS:
        return reverse("jako-minulle")
    if hasattr(request, "kayttaja"):
        return reverse(VIRKAILIJA.koti)
    return reverse(OPPIJA.koti if hasattr(request, "henkilo") else "front")


def with_query(request: HttpRequest, **changes: object) -> str:
    """This page's address with parameters changed, or taken away by None."""
    query = request.GET.copy()
    for key, value in changes.items():
        if value is None:
            query.pop(key, None)
        else:
            query[key] = str(value)
    return f"{request.path}?{query.urlencode()}" if query else request.path


def error_page(request: HttpRequest, error: EhoksError) -> HttpResponse:
    """What happened, who can put it right, and the number to tell support."""
    lang = kieli.find_kieli(request)
    context = {
        "status": error.status,
        "ulos": getattr(request, "ulos", ""),
        "is_calm": error.heading is not None,
        "heading": (error.heading or SHELL["error_heading"]).say(lang),
        "detail": error.detail.say(lang),
        "code": error.code,
        "request_id": request_id.get(),
        "help": f"{reverse('help')}?lang={lang}#{error.code}",
    }
    answer = show(request, "virhe.html", {}, context, status=error.status)
    for name, value in error.headers.items():
        answer.headers[name] = value
    return answer
