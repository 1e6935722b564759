"""The hub of maintenance, and the tools that only tell something: figures, system, copies."""

import platform
import resource
from typing import Any

import django
from django.conf import settings
from django.contrib import messages
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from ehoks.health import pending_migrations
from ehoks.integrations.cache import TtlCache
from ehoks.tyot import rows
from ehoks.tyot.tyo import TYOT
from ehoks.ui import tila
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import show
from hoks.services import luvut
from hoks.ui.yllapito.nimet import LUVUT
from hoks.ui.yllapito.portti import super_page
from hoks.ui.yllapito.texts import TYOKALUT, T


@require_safe
@super_page
def hub(request: HttpRequest) -> HttpResponse:
    """Every tool with what it is for; what is wrong is told on top."""
    lang = find_kieli(request)
    workers = rows.find_workers()
    latest = rows.list_latest(list(TYOT))
    failed = [TYOT[name].otsikko.say(lang) for name, run in latest.items() if run.tila == "failed"]
    context = {
        "tyokalut": [
            {"href": reverse(name), "nimi": nimi.say(lang), "miksi": miksi.say(lang)}
            for name, (nimi, miksi) in TYOKALUT.items()
        ],
        "ei_tyontekijoita": workers.elossa == 0,
        "epaonnistuneet": sorted(failed),
        "migraatiot": pending_migrations(),
    }
    return _show(request, "etusivu", context)


@require_safe
@super_page
def figures(request: HttpRequest) -> HttpResponse:
    """How much there is."""
    lang = find_kieli(request)
    exact, sizes = luvut.count_plans(), luvut.estimate_sizes()
    context = {
        "luvut": [(LUVUT[key].say(lang), value) for key, value in exact.items()],
        "arviot": [(LUVUT[name].say(lang), sizes.get(name)) for name in luvut.ESTIMATED],
    }
    return _show(request, "tilastot", context)


@require_safe
@super_page
def system(request: HttpRequest) -> HttpResponse:
    """What runs here, and how it is doing."""
    lang = find_kieli(request)
    context = {
        "versio": settings.VERSION,
        "revisio": _told(settings.REVISION, lang),
        "koottu": _told(settings.BUILD_TIME, lang),
        "python": platform.python_version(),
        "django": django.get_version(),
        "opintopolku": settings.OPINTOPOLKU_URL or T["simulator"].say(lang),
        "muisti": _memory_mb(),
        "migraatiot": pending_migrations(),
        "tyontekijat": rows.find_workers(),
        **_database(),
    }
    return _show(request, "jarjestelma", context)


def _told(value: str, lang: str) -> str:
    """What the build has told; of one that has told nothing, that in words."""
    return T["not_known"].say(lang) if value == "unknown" else value


def _memory_mb() -> int:
    """The most that this process has needed so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


_DATABASE = """
SELECT current_setting('server_version'), pg_size_pretty(pg_database_size(current_database())),
       (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()),
       current_setting('max_connections'), pg_postmaster_start_time()
"""


def _database() -> dict[str, Any]:
    names = ("postgresql", "koko", "yhteyksia", "yhteyksia_enintaan", "kaynnistetty")
    with connection.cursor() as cursor:
        cursor.execute(_DATABASE)
        return dict(zip(names, cursor.fetchone(), strict=True))


@require_http_methods(["GET", "HEAD", "POST"])
@super_page
def caches(request: HttpRequest) -> HttpResponse:
    """How many answers of other registers are remembered here; forgetting them everywhere."""
    if request.method == "POST":
        tila.clear_caches()
        messages.success(request, T["caches_cleared"].say(find_kieli(request)))
        return HttpResponseRedirect(reverse("yllapito-valimuisti"))
    context = {"muistissa": TtlCache.count_all(), "tyhjennetty": tila.current().tyhjennetty}
    return _show(request, "valimuisti", context)


def _show(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    return show(request, f"yllapito/{name}.html", T, {"paikka": "yllapito", **context})
