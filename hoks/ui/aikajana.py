"""The window of a timeline on a page: what an address asks for, and the links to other years."""

from typing import Any

from django.http import HttpRequest

from ehoks.common.dates import today
from hoks.presenters.aikajana import lukuvuosi
from hoks.presenters.aikajana.lukuvuosi import Lukuvuosi
from hoks.presenters.aikajana.suunnitelma import list_jaksot
from hoks.presenters.nakyma import Nakyma
from hoks.presenters.sanat import SUUNNITELMA

TAB = "aikajana"
KEPT = ("rivi", "lang")  # of the query: the place in the list, and a language that was just chosen


def read(request: HttpRequest, nimi: str) -> Lukuvuosi | None:
    """The school year that the tab's address asks for; None of the whole plan and of other tabs."""
    return lukuvuosi.read(request.GET.dict(), today()) if nimi == TAB else None


def list_links(
    request: HttpRequest, nakyma: Nakyma, vuosi: Lukuvuosi | None, lang: str
) -> list[dict[str, Any]]:
    """The whole plan, the year before, this one, the one after; nothing where one year is all."""

    def link(year: Lukuvuosi | None, suunta: str = "") -> dict[str, Any]:
        name = SUUNNITELMA["school_year"].format(nimi=year.nimi) if year else SUUNNITELMA["whole"]
        href = _address(request, year)
        return {"nimi": name.say(lang), "href": href, "suunta": suunta, "on": year == vuosi}

    jaksot = list_jaksot(nakyma)
    if vuosi is None:
        near = lukuvuosi.find_nearest(jaksot, nakyma.today)
        is_long = near and any(lukuvuosi.find_beside(jaksot, near))
        return [link(None), link(near)] if is_long else []
    before, after = lukuvuosi.find_beside(jaksot, vuosi)
    return [
        link(None),
        *([link(before, "edellinen")] if before else []),
        link(vuosi),
        *([link(after, "seuraava")] if after else []),
    ]


def _address(request: HttpRequest, year: Lukuvuosi | None) -> str:
    """The same page with another window."""
    query = request.GET.copy()
    for key in set(query) - set(KEPT):
        del query[key]
    if year:
        query["nakyma"], query["alku"] = "lukuvuosi", str(year.vuosi)
    return f"{request.path}?{query.urlencode()}" if query else request.path
