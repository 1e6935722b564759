"""Jobs: when each ran last and how it went, its history, and having it done now."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from procrastinate.contrib.django import app

from ehoks.tyot import rows
from ehoks.tyot.rows import Kerta
from ehoks.tyot.tyo import TYOT, Tyo
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import show
from hoks.ui.yllapito.nimet import MUUT_TYOT, TILAT
from hoks.ui.yllapito.portti import super_page
from hoks.ui.yllapito.texts import HUOMIOT, T


@require_safe
@super_page
def jobs(request: HttpRequest) -> HttpResponse:
    """All of them, those under way and those that failed first."""
    lang = find_kieli(request)
    latest = rows.list_latest(list(TYOT))
    found = [_job(tyo, latest.get(tyo.nimi), lang) for tyo in TYOT.values()]
    order = {"doing": 0, "failed": 1, "todo": 2}
    found.sort(key=lambda job: (order.get(job["tila"], 3), job["otsikko"]))
    context = {
        "paikka": "yllapito",
        "tyot": found,
        "muut": [_other(run, lang) for run in rows.list_latest(_others()).values()],
        "tyontekijat": rows.find_workers(),
    }
    return show(request, "yllapito/tyot.html", T, context)


def _others() -> list[str]:
    """Jobs that come of what people do, such as mails; they have no page of their own."""
    return [name for name in app.tasks if name not in TYOT]


@require_http_methods(["GET", "HEAD", "POST"])
@super_page
def job(request: HttpRequest, nimi: str) -> HttpResponse:
    """One job with its runs; a POST has it done as soon as a worker is free."""
    lang = find_kieli(request)
    tyo = TYOT.get(nimi)
    if tyo is None:
        raise Http404
    if request.method == "POST":
        if tyo.cron:
            said = T["job_started" if tyo.start() else "job_waits"]
            messages.success(request, said.format(tyo=tyo.otsikko.say(lang)).say(lang))
        return HttpResponseRedirect(reverse("yllapito-tyo", args=[nimi]))
    history = rows.list_history(nimi)
    context = {
        "paikka": "yllapito",
        "tyo": _job(tyo, history[0] if history else None, lang),
        "kerrat": [_run(run, lang) for run in history],
    }
    return show(request, "yllapito/tyo.html", T, context)


def _job(tyo: Tyo, latest: Kerta | None, lang: str) -> dict[str, Any]:
    return {
        "nimi": tyo.nimi,
        "otsikko": tyo.otsikko.say(lang),
        "kuvaus": tyo.kuvaus.say(lang),
        "on_ajastettu": tyo.cron is not None,
        "tila": latest.tila if latest else "",
        "viimeisin": _run(latest, lang) if latest else None,
    }


def _other(run: Kerta, lang: str) -> dict[str, Any]:
    told = MUUT_TYOT.get(run.tyo)
    return {"otsikko": told.say(lang) if told else run.tyo, **_run(run, lang)}


def _run(run: Kerta, lang: str) -> dict[str, Any]:
    counted = ((HUOMIOT[key].say(lang), n) for key, n in run.huomiot.items() if key in HUOMIOT)
    is_again = run.tila == "todo" and run.yrityksia > 0
    state = TILAT["again" if is_again else run.tila]
    return {
        "kerta": run,
        "tila": state.say(lang),
        "vari": _COLOURS.get(run.tila, "neutral"),
        "kesto": _seconds(run),
        "huomiot": [f"{name}: {n}" for name, n in counted],
        "kohde": ", ".join(map(str, run.kohde.values())),
    }


_COLOURS = {"succeeded": "success", "failed": "danger", "doing": "info", "todo": "warning"}


def _seconds(run: Kerta) -> str:
    if run.kesto is None:
        return ""
    whole = max(0, round(run.kesto.total_seconds()))
    minutes, seconds = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "h"), (minutes, "min"), (seconds, "s")]
    return " ".join(f"{n} {unit}" for n, unit in parts if n) or "0 s"
