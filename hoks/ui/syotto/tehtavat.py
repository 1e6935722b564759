"""The task list of a draft: what it has, what is missing, and parts added, copied and removed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ehoks.ui.errors import PageNotFound
from ehoks.ui.shell import staff_page
from hoks.presenters.muutokset import name_thing
from hoks.services import luonnokset
from hoks.services.luonnokset import LuonnosOnMuuttunut
from hoks.services.valmiiksi import says_something
from hoks.ui.syotto import sivut, tarkistus
from hoks.ui.syotto.sivut import LAJIT, Laji, Sivu, as_new, new_osa
from hoks.ui.syotto.texts import SIVUT
from hoks.ui.syotto.tyo import Tyo, address_of, open_own, read_number

Document = dict[str, Any]
_COUNTED = {
    "tavat_n": "osaamisen-hankkimistavat",
    "naytot_n": "osaamisen-osoittaminen",
    "alueet_n": "osa-alueet",
}


@require_safe
@staff_page
def hub(request: HttpRequest, tunnus: str) -> HttpResponse:
    """What the draft has, what is missing, and where to go on."""
    tyo = open_own(request, tunnus)
    if not tyo.luonnos.is_open:
        return tarkistus.gone(tyo)
    tyo.record("draft")
    kinds = sivut.lajit(tyo.tiedot)
    context = {
        "perustiedot": _task(tyo, sivut.PERUSTIEDOT_SIVU),
        "ryhmat": [
            {
                "nimi": tyo.say(key),
                "lajit": [_list(tyo, k) for k in kinds if k.is_hankittava is own],
            }
            for key, own in (("hankittavat", True), ("aiemmat", False))
            if kinds
        ],
        "sivuryhmat": _list_pages(tyo),
    }
    return tyo.show("syotto/luonnos.html", context)


def _list_pages(tyo: Tyo) -> list[dict[str, Any]]:
    """The pages with lists, under what they are about: parts of education, or support."""
    pages = {"hankittavat": ["koulutuksen-osat"], "tuet": ["tuki", "tukiopinnot"]}
    own = sivut.listasivut(tyo.tiedot)
    return [
        {"nimi": tyo.say(key), "osat": [_task(tyo, sivut.listasivu(n)) for n in names if n in own]}
        for key, names in pages.items()
        if set(names) & set(own)
    ]


def _task(tyo: Tyo, sivu: Sivu) -> dict[str, Any]:
    faults = [v for v in tyo.virheet if sivu.covers(v.kohta)]
    key = sivut.LISTASIVUT.get(sivu.nimi)
    count = len([row for row in tyo.sisalto.get(key, []) if says_something(row)]) if key else None
    begun = True if key else len(tyo.sisalto) > 2
    return {
        "nimi": SIVUT[sivu.nimi].say(tyo.kieli) if sivu.nimi in SIVUT else "",
        "href": _href(tyo, sivu, faulty=bool(faults) and begun),
        "virheita": tyo.say("faults_n", n=len(faults)) if faults and begun else "",
        "aloittamatta": not begun or count == 0,
        "maara": tyo.say("rows_n", n=count) if count else "",
    }


def _list(tyo: Tyo, laji: Laji) -> dict[str, Any]:
    rows = tyo.sisalto.get(laji.avain) or []
    return {
        "laji": laji,
        "nimi": laji.kind.label.say(tyo.kieli),
        "osat": [_osa(tyo, laji, n, row) for n, row in enumerate(rows)],
        "lisaa": reverse("luonnos-osat", args=[tyo.luonnos.pk, laji.nimi]),
    }


def _osa(tyo: Tyo, laji: Laji, n: int, row: Document) -> dict[str, Any]:
    label = laji.kind.label.say(tyo.kieli)
    told = name_thing(laji.kind, row, tyo.nimet, tyo.kieli).removeprefix(label).removeprefix(": ")
    counts = [(key, len(row.get(wire) or [])) for key, wire in _COUNTED.items()]
    return {
        **_task(tyo, sivut.osasivu(laji, n)),
        "nimi": told or tyo.say("nameless"),
        "numero": n,
        "aloittamatta": not says_something(row),
        "tiedot": ", ".join(tyo.say(key, n=count) for key, count in counts if count),
    }


def _href(tyo: Tyo, sivu: Sivu, *, faulty: bool) -> str:
    return address_of(tyo.luonnos, sivu) + ("?virheet=1" if faulty else "")


@require_POST
@staff_page
def change_list(request: HttpRequest, tunnus: str, laji: str) -> HttpResponse:
    """Add, copy or remove a whole part."""
    tyo = open_own(request, tunnus)
    if laji not in LAJIT or not tyo.luonnos.is_open:
        raise PageNotFound
    kind, nahty = LAJIT[laji], read_number(request.POST.get("nahty", ""))
    sisalto = tyo.sisalto
    rows = sisalto.setdefault(kind.avain, [])
    what, _, where = request.POST.get("toiminto", "").partition(":")
    n = read_number(where) if where else len(rows)
    where_to = _apply_to_list(tyo, kind, rows, what, n)
    try:
        luonnokset.save_draft(tyo.luonnos, sisalto, nahty, "", auto=False)
    except LuonnosOnMuuttunut:  # nothing was typed: the list is shown as it is now
        return HttpResponseRedirect(address_of(tyo.luonnos))
    return HttpResponseRedirect(where_to)


def _apply_to_list(tyo: Tyo, laji: Laji, rows: list[Document], what: str, n: int) -> str:
    if what == "lisaa":
        rows.append(new_osa(laji))
        return address_of(tyo.luonnos, sivut.osasivu(laji, len(rows) - 1))
    if not 0 <= n < len(rows):
        raise PageNotFound
    if what == "kopioi":
        rows.insert(n + 1, as_new(rows[n], dates=False))
        messages.success(tyo.request, tyo.say("copied"))
        return address_of(tyo.luonnos, sivut.osasivu(laji, n + 1))
    if what != "poista":
        raise PageNotFound
    del rows[n]
    messages.success(tyo.request, tyo.say("removed"))
    return address_of(tyo.luonnos)
