"""The mark that staff leave on a plan: the organisation and the ground that its student is told."""

from collections.abc import Iterable

from django.http import HttpRequest

from ehoks.audit.log import Tekija
from ehoks.ui.cas import mark
from ehoks.ui.shell import kayttaja_of
from hoks import access
from hoks.services.store import Asiakas


def staff_mark(
    request: HttpRequest, oppilaitos_oid: str | None, omat: Iterable[str | None] = ()
) -> Tekija:
    """The mark of who looks at a plan of that school; `omat` as in `access.as_reader`."""
    kayttaja = kayttaja_of(request)
    return access.as_reader(mark(request, kayttaja), kayttaja, oppilaitos_oid, omat)


def writer(request: HttpRequest, oppilaitos_oid: str | None) -> Asiakas:
    """The reader of the page as one who writes in that school."""
    return Asiakas(kayttaja_of(request), staff_mark(request, oppilaitos_oid))
