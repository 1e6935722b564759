"""Addresses that hold nothing: for people a page that says so, for programs the model of errors."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import is_valid_path

from ehoks.rest import views
from ehoks.ui import shell

_OF_PROGRAMS = "/ehoks-"  # every prefix of an API begins so, those that were never there too


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponseBase:
    """Whoever left out the last slash of a page is led on."""
    is_person = "text/html" in request.headers.get("Accept", "")
    if not is_person or request.path.startswith(_OF_PROGRAMS):
        return views.not_found(request)
    if request.method in ("GET", "HEAD") and is_valid_path(f"{request.path_info}/"):
        query = request.META.get("QUERY_STRING", "")
        return HttpResponseRedirect(f"{request.path}/" + (f"?{query}" if query else ""))
    return _page(request)


@shell.page
def _page(request: HttpRequest) -> HttpResponse:
    shell.for_whoever(request)
    raise Http404
