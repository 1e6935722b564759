"""What became of transfers: open refusals first, who can put each right and how, and settling them."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ehoks.audit import log as audit
from ehoks.auth.errors import AccountLocked
from ehoks.auth.lockout import MAX_INVALID, Luku
from ehoks.auth.privileges import Kayttaja, Oikeus
from ehoks.oppijaindex.models import Opiskeluoikeus
from ehoks.tiedonsiirto.models import Tiedonsiirto
from ehoks.tiedonsiirto.rows import Haku, Jarjestelma, Sivu, Tila
from ehoks.ui.cas import mark
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import kayttaja_of, show, staff_page, with_query
from ehoks.ui.templatetags.muotoilu import aika
from hoks import access
from hoks.api.tiedonsiirrot import csv_text
from hoks.errors import NoAccess
from hoks.presenters import virheet
from hoks.presenters.nimet import organisaatioiden_nimet
from hoks.services import siirrot
from hoks.ui import organisaatiot
from hoks.ui.texts import SIIRROT

PAGE = 50
SHOWN = 5  # violations of one refusal; the rest are counted


@require_safe
@staff_page
def transfers(request: HttpRequest) -> HttpResponse:
    """A page of the transfer log, open refusals unless another state is asked for."""
    kayttaja, lang = kayttaja_of(request), find_kieli(request)
    haku = _read(request)
    try:
        page = siirrot.list_siirrot(kayttaja, haku)
        systems = siirrot.list_jarjestelmat(kayttaja)
    except NoAccess:  # a role that reads nothing sees an empty log
        page, systems = siirrot.NOTHING, []
    audit.record("read-tiedonsiirrot", mark(request, kayttaja), audit.Kohde(haku=_asked(haku)))
    if request.GET.get("muoto") == "csv":
        return _csv(page)
    schools = organisaatiot.list_oppilaitokset(kayttaja, lang)
    context = {
        "paikka": "tiedonsiirrot",
        "schools": schools,
        "school": organisaatiot.chosen(request, schools),
        "rivit": _lines(page.rows, kayttaja, lang),
        "lukitukset": [_lock(count, lang) for count in siirrot.list_lukitukset(kayttaja)],
        "jarjestelmat": [_system(system, lang) for system in _worst_first(systems)],
        "haku": haku,
        "tilat": _states(request, haku, lang),
        "seuraava": with_query(request, ennen=page.seuraava, lang=None) if page.seuraava else "",
        "csv": with_query(request, muoto="csv", lang=None),
    }
    return show(request, "virkailija/tiedonsiirrot.html", SIIRROT, context)


def _csv(page: Sivu) -> HttpResponse:
    headers = {"Content-Disposition": 'attachment; filename="tiedonsiirrot.csv"'}
    kind = "text/csv; charset=utf-8"
    return HttpResponse(csv_text(page.rows), content_type=kind, headers=headers)


def _read(request: HttpRequest) -> Haku:
    """What the address asks for; what it cannot be is as if it were not there."""
    tila, oid = request.GET.get("tila", Tila.AVOIN), request.GET.get("oikeus", "").strip()
    ennen = request.GET.get("ennen", "")
    return Haku(
        tila=Tila(tila) if tila in set(Tila) else None,
        opiskeluoikeus_oid=oid[:100].replace("\x00", "") or None,
        ennen_id=int(ennen) if ennen.isascii() and ennen.isdigit() and len(ennen) < 19 else None,
        raja=PAGE,
    )


def _asked(haku: Haku) -> str:
    asked = {"tila": haku.tila, "oikeus": haku.opiskeluoikeus_oid, "ennen": haku.ennen_id}
    return urlencode({key: value for key, value in asked.items() if value is not None})


def _states(request: HttpRequest, haku: Haku, lang: str) -> list[dict[str, Any]]:
    states: list[tuple[str, Tila | None]] = [(tila, tila) for tila in Tila]
    return [
        {
            "nimi": SIIRROT[f"tila_{name}"].say(lang),
            "href": with_query(request, tila=name, ennen=None, lang=None),
            "is_chosen": haku.tila is tila,
        }
        for name, tila in [*states, ("kaikki", None)]
    ]


def _lines(rows: Any, kayttaja: Kayttaja, lang: str) -> list[dict[str, Any]]:
    """Rows with all that is asked of other tables asked at once."""
    oids = {row.opiskeluoikeus_oid for row in rows if row.opiskeluoikeus_oid}
    students = dict(Opiskeluoikeus.objects.filter(pk__in=oids).values_list("oid", "oppija__nimi"))
    organisations = {row.organisaatio_oid for row in rows if row.organisaatio_oid}
    names = organisaatioiden_nimet(organisations, lang)
    may = {oid for oid in organisations if access.may(kayttaja, Oikeus.UPDATE, oid)}
    return [
        _line(row, lang)
        | {
            "opiskelija": students.get(row.opiskeluoikeus_oid, ""),
            "organisaatio": names.get(row.organisaatio_oid, ""),
            "may_settle": row.avoin and row.organisaatio_oid in may,
        }
        for row in rows
    ]


def _line(row: Tiedonsiirto, lang: str) -> dict[str, Any]:
    known = virheet.advice(lang)
    remarks = row.virheet if not row.hyvaksytty else row.varoitukset
    found = [
        {
            "teksti": remark[lang],
            "kohta": remark["pointer"],
            "apu": _help(remark["code"], lang),
            **{key: known.get(remark["code"], {}).get(key, "") for key in ("who", "how")},
        }
        for remark in remarks[:SHOWN]
    ]
    return {
        "rivi": row,
        "operaatio": SIIRROT.get(f"op_{row.operaatio}", SIIRROT["op_other"]).say(lang),
        "huomiot": found,
        "lisaa": max(len(remarks) - SHOWN, 0),
    }


def _help(code: str, lang: str) -> str:
    return f"{reverse('help')}?lang={lang}#{code}"


def _lock(count: Luku, lang: str) -> dict[str, Any]:
    key = "lock_on" if count.lukittu_asti else "lock_near"
    values = {"n": count.virheita, "asti": aika(count.lukittu_asti), "eniten": MAX_INVALID}
    return {"tiedot": count, "teksti": SIIRROT[key].format(**values).say(lang)}


def _worst_first(systems: Iterable[Jarjestelma]) -> list[Jarjestelma]:
    return sorted(systems, key=lambda system: system.kunto == "kunnossa")


def _system(system: Jarjestelma, lang: str) -> dict[str, Any]:
    is_locked = system.viimeisin_koodi == AccountLocked.code
    return {"tiedot": system, "kunto": "lukittu" if is_locked else system.kunto}


@require_POST
@staff_page
def settle(request: HttpRequest, row_id: int) -> HttpResponse:
    """Settle a refusal that nobody is going to send again."""
    kayttaja, lang = kayttaja_of(request), find_kieli(request)
    siirrot.dismiss_refusal(row_id=row_id, kayttaja=kayttaja, tekija=mark(request, kayttaja))
    messages.success(request, SIIRROT["settled"].say(lang))
    return HttpResponseRedirect(reverse("tiedonsiirrot"))
