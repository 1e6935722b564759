"""From a draft to a plan: review, hand in, and what to do when the plan has moved meanwhile."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ehoks.common.dates import today
from ehoks.common.errors import EhoksError
from ehoks.common.texts import Texts
from ehoks.ui.errors import NoRightHere
from ehoks.ui.shell import staff_page
from ehoks.ui.texts import SHELL
from hoks import errors
from hoks.models import Hoks, HoksVersio
from hoks.presenters import nakyma
from hoks.presenters.muutokset import name_thing
from hoks.presenters.nimet import find_nimet
from hoks.presenters.sanat import SUUNNITELMA
from hoks.presenters.tila import Tila
from hoks.rules.violations import describe
from hoks.schema.objects import HOKS
from hoks.services import luonnokset, read, versions
from hoks.services.luonnokset import Arvio, LuonnosOnMuuttunut
from hoks.services.siirrot import find_remarks
from hoks.ui.syotto import sivut
from hoks.ui.syotto.asettelu import PERUSTIEDOT
from hoks.ui.syotto.erot import tell_all
from hoks.ui.syotto.lomake import Piirtaja, places
from hoks.ui.syotto.texts import SYOTTO
from hoks.ui.syotto.tyo import SANAT, Tyo, address_of, open_own
from hoks.ui.syotto.virheet import Virhe, find_virheet, in_order

Document = dict[str, Any]


@require_safe
@staff_page
def review(request: HttpRequest, tunnus: str) -> HttpResponse:
    """All that is wrong, odd or changed, before the plan is stored."""
    tyo = open_own(request, tunnus)
    if not tyo.luonnos.is_open:
        return gone(tyo)
    tyo.record("draft")
    return _show_review(tyo)


def _show_review(tyo: Tyo, refused: EhoksError | None = None) -> HttpResponse:
    stored = read.find_stored(tyo.luonnos.hoks_id) if tyo.luonnos.hoks_id else None
    before = stored.document if stored else {}
    done = tyo.arvio.valmis.sisalto
    faults = tyo.virheet
    if isinstance(refused, errors.InvalidHoks):  # the study right has changed since the draft began
        faults = find_virheet(Arvio(tyo.arvio.valmis, refused.verdict), tyo.kieli)
    context: dict[str, Any] = {
        "virheet": list(_linked(tyo, faults)),
        "huomiot": _remarks(tyo),
        "muutokset": tell_all(tyo, before, done),
        "on_uusi": stored is None,
        "hylatty": _told(refused).say(tyo.kieli) if refused and not faults else "",
        "hoks": _plan_of(refused),
    }
    if stored is None and tyo.arvio.verdict.document:
        context |= _view(tyo, tyo.arvio.verdict.document)
        own = {key for ryhma in PERUSTIEDOT for key in ryhma.kentat} & set(done)
        told = tell_all(tyo, {}, {key: done[key] for key in own})
        context["perus"] = [m for ryhma in told for m in ryhma.muutokset]
    return tyo.show("syotto/tarkista.html", context, refused.status if refused else 200)


def _told(refused: EhoksError) -> Texts:
    """Why, in words for people: some refusals are worded for makers of systems."""
    return _FOR_PEOPLE.get(refused.code, refused.detail)


_FOR_PEOPLE = {
    errors.HoksExists.code: SYOTTO["exists"],
    errors.NoAccess.code: NoRightHere.texts,
}


def _view(tyo: Tyo, document: Document) -> dict[str, Any]:
    """A new plan as it will be read."""
    view = nakyma.build(_named(document), find_nimet(document, tyo.kieli), today())
    return {
        "nakyma": view,
        "nimet": view.nimet,
        "t": {key: t.say(tyo.kieli) for key, t in (SHELL | SUUNNITELMA | SANAT).items()},
        "ryhmat": [
            {"tila": tila, "nimi": SUUNNITELMA[tila].say(tyo.kieli), "osat": view.ryhmat[tila]}
            for tila in Tila
            if view.ryhmat[tila]
        ],
    }


def _named(document: Document) -> Document:
    """With the names that parts get when they are stored: pages tell them apart by these."""
    named = dict(document)
    for laji in sivut.LAJIT.values():
        named[laji.avain] = [
            {"module-id": f"{laji.nimi}-{n}", **osa}
            | {
                "osa-alueet": [
                    {"module-id": f"{laji.nimi}-{n}-{m}", **alue}
                    for m, alue in enumerate(osa.get("osa-alueet", []))
                ]
            }
            for n, osa in enumerate(document.get(laji.avain, []))
        ]
    return named


def _linked(tyo: Tyo, faults: list[Virhe]) -> Iterator[dict[str, str]]:
    """The faults page by page, each told with the part and the row that it is in."""
    pages: dict[sivut.Sivu, list[Virhe]] = {}
    for virhe in faults:
        pages.setdefault(sivut.find_sivu(virhe.kohta), []).append(virhe)
    for place, own in pages.items():
        body = sivut.get_at(tyo.sisalto, place.juuri) or {}
        olio = Piirtaja(tyo.kieli, tyo.nimet).olio(
            place.kind, place.juuri, body, ryhmat=place.ryhmat
        )
        osa = name_thing(place.kind, body, tyo.nimet, tyo.kieli) if place.laji else ""
        for virhe in in_order(own, places(olio)):
            yield {
                "teksti": virhe.teksti,
                "href": f"{address_of(tyo.luonnos, place)}?virheet=1#{virhe.kohta}",
                "missa": ", ".join(filter(None, (osa, virhe.missa))),
            }


def _remarks(tyo: Tyo) -> list[str]:
    """What is odd and not wrong; only a document without faults can be looked at so."""
    document = tyo.arvio.verdict.document
    if document is None:
        return []
    warnings = describe(HOKS, tyo.arvio.verdict.warnings)
    told = [remark[tyo.kieli] for remark in find_remarks(document, warnings)]
    if not document.get("sahkoposti"):
        told.append(tyo.say("no_email"))
    return list(dict.fromkeys(told))


def _plan_of(refused: EhoksError | None) -> Hoks | None:
    own_id = refused.extra.get("hoks-id") if refused else None
    return Hoks.objects.filter(pk=own_id).first() if own_id else None


def finish(tyo: Tyo) -> HttpResponse:
    """Store at once what is in order and has nothing odd; the rest is reviewed first."""
    if tyo.virheet or _remarks(tyo):
        return HttpResponseRedirect(reverse("luonnos-tarkista", args=[tyo.luonnos.pk]))
    return _store(tyo)


@require_POST
@staff_page
def hand_in(request: HttpRequest, tunnus: str) -> HttpResponse:
    """Store the plan."""
    tyo = open_own(request, tunnus)
    return _store(tyo) if tyo.luonnos.is_open else gone(tyo)


def _store(tyo: Tyo) -> HttpResponse:
    try:
        saved_id = luonnokset.submit(luonnos=tyo.luonnos, by=tyo.by).id
    except (LuonnosOnMuuttunut, EhoksError) as error:
        found = _stored_meanwhile(tyo)
        if found is None:
            return _not_stored(tyo, error)
        saved_id = found
    messages.success(tyo.request, tyo.say("stored"))
    eid = Hoks.objects.values_list("eid", flat=True).get(pk=saved_id)
    return HttpResponseRedirect(reverse("hoks-opiskelusuunnitelma", args=[eid]))


def _stored_meanwhile(tyo: Tyo) -> int | None:
    """The plan that the same draft became by another click: who clicks twice sees the last answer."""
    row = luonnokset.find_own(str(tyo.luonnos.pk), tyo.kayttaja)
    is_stored = row and not row.is_open and row.etag != tyo.luonnos.etag
    return row.hoks_id if row and is_stored else None


def _not_stored(tyo: Tyo, error: Exception) -> HttpResponse:
    if isinstance(error, LuonnosOnMuuttunut):
        return HttpResponseRedirect(address_of(tyo.luonnos))
    if isinstance(error, errors.VersionMismatch):
        return HttpResponseRedirect(reverse("luonnos-ristiriita", args=[tyo.luonnos.pk]))
    assert isinstance(error, EhoksError)
    tyo.record("overwrite" if tyo.luonnos.hoks_id else "create", error.code)
    return _show_review(tyo, error)


@require_POST
@staff_page
def discard(request: HttpRequest, tunnus: str) -> HttpResponse:
    """Throw the draft away."""
    tyo = open_own(request, tunnus)
    if tyo.luonnos.is_open:
        try:
            luonnokset.discard(tyo.luonnos)
        except LuonnosOnMuuttunut:
            return HttpResponseRedirect(address_of(tyo.luonnos))
        tyo.record("draft-discard")
        messages.success(request, tyo.say("discarded"))
    return HttpResponseRedirect(reverse("luonnokset", args=[tyo.luonnos.oppilaitos_oid]))


def gone(tyo: Tyo) -> HttpResponse:
    """The draft is closed; where its plan is."""
    context = {"hoks": Hoks.objects.filter(pk=tyo.luonnos.hoks_id or 0).first()}
    return tyo.show("syotto/suljettu.html", context)


# --- The plan has moved -----------------------------------------------------------------------------


@require_safe
@staff_page
def conflict(request: HttpRequest, tunnus: str) -> HttpResponse:
    """What somebody else changed in the plan, and how the draft differs from it now."""
    tyo = open_own(request, tunnus)
    stored = read.find_stored(tyo.luonnos.hoks_id) if tyo.luonnos.hoks_id else None
    if not tyo.luonnos.is_open or stored is None:
        return gone(tyo)
    tyo.record("draft")
    begun = HoksVersio.objects.filter(hoks_id=stored.id, etag=tyo.luonnos.etag).last()
    before = versions.parse(begun.sisalto) if begun else {}
    context = {
        "heidan": tell_all(tyo, before, stored.document) if begun else [],
        "omat": tell_all(tyo, stored.document, tyo.arvio.valmis.sisalto),
        "hoks": stored,
    }
    return tyo.show("syotto/ristiriita.html", context)


@require_POST
@staff_page
def settle(request: HttpRequest, tunnus: str) -> HttpResponse:
    """Go on with the draft, as a change to the plan as it is now."""
    tyo = open_own(request, tunnus)
    stored = read.find_stored(tyo.luonnos.hoks_id) if tyo.luonnos.hoks_id else None
    if not tyo.luonnos.is_open or stored is None:
        return gone(tyo)
    luonnokset.take_etag(tyo.luonnos, stored)
    return HttpResponseRedirect(reverse("luonnos-tarkista", args=[tyo.luonnos.pk]))
