"""The gate of maintenance: who may come in, and the mark that each look and act leaves."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from ehoks.audit import log as audit
from ehoks.ui.cas import mark
from ehoks.ui.errors import PageNotFound
from ehoks.ui.shell import kayttaja_of, staff_page
from hoks import access

View = Callable[..., HttpResponseBase]
LOOK, ACT = "yllapito-katselu", "yllapito-toimi"


def super_page(view: View) -> View:
    """A page for those who keep the service; for anybody else it does not exist."""

    @staff_page
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        kayttaja = kayttaja_of(request)
        is_let_in = access.may_maintain(kayttaja)
        audit.record(
            LOOK if request.method in ("GET", "HEAD") else ACT,
            mark(request, kayttaja),
            audit.Kohde(haku=request.get_full_path()[:256]),
            koodi=None if is_let_in else PageNotFound.code,
        )
        if not is_let_in:
            raise PageNotFound
        return view(request, *args, **kwargs)

    return wrapped
