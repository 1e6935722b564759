"""The forms of a draft: shown, read, saved, and what becomes of two tabs."""

import secrets
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ehoks.ui.errors import PageNotFound
from ehoks.ui.shell import staff_page
from ehoks.ui.templatetags.muotoilu import paiva
from hoks.schema.fields import ListOf
from hoks.services import luonnokset
from hoks.services.luonnokset import LuonnosOnMuuttunut
from hoks.services.valmiiksi import says_something
from hoks.ui.syotto import sivut, tarkistus
from hoks.ui.syotto.asettelu import EI_TIEDOSSA, SAA_OLLA_EI_TIEDOSSA
from hoks.ui.syotto.erot import tell_page
from hoks.ui.syotto.lomake import Piirtaja, fault_places, places
from hoks.ui.syotto.lukeminen import MOST_ROWS, Lukija
from hoks.ui.syotto.sivut import (
    LAJIT,
    Sivu,
    as_new,
    field_at,
    get_at,
    new_osa,
    new_row,
    set_at,
)
from hoks.ui.syotto.texts import MERKIT, SIVUT
from hoks.ui.syotto.tyo import Tyo, address_of, open_own, read_number
from hoks.ui.syotto.virheet import by_place, in_order

Document = dict[str, Any]


# --- Forms ------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def page(request: HttpRequest, tunnus: str, nimi: str) -> HttpResponse:
    """The basic data, or one of the pages with a list."""
    tyo = open_own(request, tunnus)
    if nimi == "perustiedot":
        return _form(tyo, sivut.PERUSTIEDOT_SIVU)
    if nimi not in sivut.listasivut(tyo.tiedot):
        raise PageNotFound
    return _form(tyo, sivut.listasivu(nimi))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def part(request: HttpRequest, tunnus: str, laji: str, numero: int) -> HttpResponse:
    """One part."""
    tyo = open_own(request, tunnus)
    if laji not in {kind.nimi for kind in sivut.lajit(tyo.tiedot)}:
        raise PageNotFound
    return _form(tyo, sivut.osasivu(LAJIT[laji], numero))


def _form(tyo: Tyo, sivu: Sivu) -> HttpResponse:
    if tyo.request.method == "POST":
        return _save(tyo, sivu)
    if not tyo.luonnos.is_open:
        return tarkistus.gone(tyo)
    if sivu.juuri and get_at(tyo.sisalto, sivu.juuri) is None:
        return HttpResponseRedirect(address_of(tyo.luonnos))
    tyo.record("draft")
    return _show_form(tyo, sivu, tyo.sisalto)


def _show_form(
    tyo: Tyo, sivu: Sivu, sisalto: Document, *, ristiriita: dict[str, Any] | None = None
) -> HttpResponse:
    query = tyo.request.GET
    told = query.get("virheet") == "1" and not ristiriita
    faults = [v for v in tyo.virheet if sivu.covers(v.kohta) and (told or not v.is_lack)]
    kohta = query.get("kohta", "")
    piirtaja = Piirtaja(
        tyo.kieli,
        tyo.nimet,
        by_place(faults),
        kohta,
        {"tuva-opiskeluoikeus-oid": tuple(tyo.tiedot.tuva_oikeudet)},
        _hints(tyo),
    )
    olio = piirtaja.olio(sivu.kind, sivu.juuri, _body(sisalto, sivu), ryhmat=sivu.ryhmat)
    context = {
        "sivu": sivu,
        "sivun_nimi": sivu.kind.label.say(tyo.kieli)
        if sivu.laji
        else SIVUT[sivu.nimi].say(tyo.kieli),
        "olio": olio,
        "virheet": in_order(faults, places(olio)) if told else [],
        "kohta": kohta,
        "merkit": [[text.say(tyo.kieli) for text in merkki] for merkki in MERKIT],
        "osoite": address_of(tyo.luonnos, sivu),
        "avain": secrets.token_hex(16),
        "ristiriita": ristiriita,
        "seuraava": _next_label(tyo, sivu),
    }
    # a script swaps in only what went well, and both versions are to be seen
    status = 409 if ristiriita and not tyo.request.headers.get("HX-Request") else 200
    return tyo.show("syotto/lomake.html", context, status)


def _hints(tyo: Tyo) -> dict[str, str]:
    """The bounds of the study right beside the days that they bind."""
    alku, loppu = tyo.tiedot.alkamispaiva, tyo.tiedot.arvioitu_paattymispaiva
    if not (alku and loppu):
        return {}
    told = tyo.say("school_bounds", alku=paiva(alku), loppu=paiva(loppu))
    return {"OsaamisenHankkimistapa.alku": told}


def _next_label(tyo: Tyo, sivu: Sivu) -> str:
    if sivu.laji:
        return tyo.say("save_next")
    if sivu.nimi == "perustiedot":
        return tyo.say("save_tuva" if tyo.tiedot.is_tuva else "save_osa")
    return ""


# --- Saving -----------------------------------------------------------------------------------------


def _save(tyo: Tyo, sivu: Sivu) -> HttpResponse:
    form = tyo.request.POST
    what, _, where = form.get("toiminto", "").partition(":")
    auto = what == "auto"
    if not tyo.luonnos.is_open:
        if auto:
            return _status(tyo, sivu, form.get("nahty", "") or "0")
        luonnokset.reopen(tyo.luonnos)
        return _conflict(tyo, sivu)
    if sivu.juuri and get_at(tyo.sisalto, sivu.juuri) is None:  # another tab took the part away
        return _status(tyo, sivu, form.get("nahty", "") or "0") if auto else _conflict(tyo, sivu)
    sisalto = _read(tyo, sivu)
    place = _apply(sisalto, sivu, what, where)
    try:
        luonnokset.save_draft(
            tyo.luonnos,
            sisalto,
            read_number(form.get("nahty", "")),
            form.get("avain", "")[:32],
            auto=auto,
        )
    except LuonnosOnMuuttunut as changed:
        tyo.luonnos = changed.luonnos
        if auto:
            return _status(tyo, sivu, form.get("nahty", "") or "0")
        if not tyo.luonnos.is_open:
            luonnokset.reopen(tyo.luonnos)
        return _conflict(tyo, sivu)
    return _status(tyo, sivu) if auto else _after(tyo, sivu, what, where, place)


def _read(tyo: Tyo, sivu: Sivu) -> Document:
    """The document with what was typed on the page."""
    lukija = Lukija(tyo.request.POST, tyo.kieli, tyo.nimet)
    if not sivu.juuri:
        return lukija.read(sivu.kind, "", tyo.sisalto, sivu.ryhmat)
    sisalto = dict(tyo.sisalto)
    if sivu.laji:
        sisalto[sivu.laji.avain] = list(sisalto.get(sivu.laji.avain) or [])
    old = get_at(sisalto, sivu.juuri)
    new = lukija.read(sivu.kind, sivu.juuri, old or {})
    if old is None and sivu.laji:
        sisalto[sivu.laji.avain].append(new)
    else:
        set_at(sisalto, sivu.juuri, new)
    return sisalto


def _apply(sisalto: Document, sivu: Sivu, what: str, where: str) -> str:
    """Do to a row or a field what a button asks; gives the place that is to have the focus."""
    if not sivu.covers(where) or where == sivu.juuri:
        return ""
    try:
        if what == "lisaa":
            return _add_row(sisalto, where)
        if what == "eitiedossa":
            return _fill_unknown(sisalto, where)
        return _change_row(sisalto, what, where) if what in ("kopioi", "poista") else ""
    except (IndexError, KeyError, TypeError, AttributeError):  # no such place: nothing is done
        return ""


def _add_row(sisalto: Document, where: str) -> str:
    found, rows = field_at(where), get_at(sisalto, where) or []
    if not found or not isinstance(found[1].type, ListOf) or len(rows) >= MOST_ROWS:
        return ""
    set_at(sisalto, where, [*rows, new_row(where)])
    return f"{where}/{len(rows)}"


def _fill_unknown(sisalto: Document, where: str) -> str:
    found = field_at(where)
    if not found or (found[0], found[1].key) not in SAA_OLLA_EI_TIEDOSSA:
        return ""
    is_list = isinstance(found[1].type, ListOf)
    set_at(sisalto, where, [EI_TIEDOSSA] if is_list else EI_TIEDOSSA)
    return where


def _change_row(sisalto: Document, what: str, where: str) -> str:
    above, _, last = where.rpartition("/")
    rows, n = get_at(sisalto, above), read_number(last)
    if not isinstance(rows, list) or not 0 <= n < len(rows):
        return ""
    if what == "kopioi":
        set_at(sisalto, above, [*rows[: n + 1], as_new(rows[n], dates=False), *rows[n + 1 :]])
        return f"{above}/{n + 1}"
    set_at(sisalto, above, [*rows[:n], *rows[n + 1 :]])
    return above


def _after(tyo: Tyo, sivu: Sivu, what: str, where: str, place: str) -> HttpResponse:
    """Where a button leads once all is saved."""
    here = address_of(tyo.luonnos, sivu)
    if what == "hae":
        return HttpResponseRedirect(
            f"{reverse('luonnos-hae', args=[tyo.luonnos.pk])}?kohta={quote(where)}"
        )
    if what in ("palaa", "seuraava") and any(sivu.covers(v.kohta) for v in tyo.virheet):
        return HttpResponseRedirect(f"{here}?virheet=1")
    if what == "palaa":
        return HttpResponseRedirect(address_of(tyo.luonnos))
    if what == "seuraava":
        return HttpResponseRedirect(_add_next(tyo, sivu))
    if what == "valmis":
        return tarkistus.finish(tyo)
    return HttpResponseRedirect(f"{here}?kohta={quote(place)}" if place else here)


def _add_next(tyo: Tyo, sivu: Sivu) -> str:
    """A new part of the same kind; after the basic data the first one that is usually written."""
    if tyo.tiedot.is_tuva:
        return address_of(tyo.luonnos, sivut.listasivu("koulutuksen-osat"))
    laji = sivu.laji or LAJIT["hankittava-ammatillinen"]
    sisalto = tyo.sisalto
    rows = sisalto.setdefault(laji.avain, [])
    if not (rows and not says_something(rows[-1])):  # one that was left empty will do
        rows.append(new_osa(laji))
        luonnokset.save_draft(tyo.luonnos, sisalto, tyo.luonnos.versio, "", auto=False)
    return address_of(tyo.luonnos, sivut.osasivu(laji, len(rows) - 1))


def _status(tyo: Tyo, sivu: Sivu, nahty: str = "") -> HttpResponse:
    """The line that tells of saving, the version that the page has seen from now on, the faults.

    `nahty` is what it had seen before, when nothing was saved: asked to save, it is told why.
    """
    context: dict[str, Any] = {"ok": not nahty, "nahty": nahty, "kentat": []}
    if not nahty:
        here = [v for v in tyo.virheet if sivu.covers(v.kohta) and not v.is_lack]
        olio = Piirtaja(tyo.kieli, tyo.nimet).olio(
            sivu.kind, sivu.juuri, _body(tyo.sisalto, sivu), ryhmat=sivu.ryhmat
        )
        faults = by_place(here)
        context["kentat"] = [(nimi, " ".join(faults.get(nimi, []))) for nimi in fault_places(olio)]
        context["virheita"] = tyo.say("faults_n", n=len(here)) if here else ""
    return tyo.show("syotto/_tila.html", context)


def _body(sisalto: Document, sivu: Sivu) -> Document:
    found: Document = (get_at(sisalto, sivu.juuri) if sivu.juuri else sisalto) or {}
    return found


def _conflict(tyo: Tyo, sivu: Sivu) -> HttpResponse:
    """What was typed here, and how it differs from what another page saved meanwhile."""
    mine = _read(tyo, sivu)
    if sivu.laji and get_at(tyo.sisalto, sivu.juuri) is None:  # the part was removed there
        sivu = sivut.osasivu(sivu.laji, len(mine[sivu.laji.avain]) - 1)
    differences = tell_page(tyo, sivu, tyo.sisalto, mine)
    return _show_form(tyo, sivu, mine, ristiriita={"erot": differences})
