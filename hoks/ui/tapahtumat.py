"""What became of a plan: its versions with what each changed, and who has looked at it."""

import datetime as dt
from typing import Any, NamedTuple

from django.http import HttpRequest

from ehoks.audit import rows as audit
from ehoks.audit.models import AuditTapahtuma
from hoks.presenters.erot import find_erot
from hoks.presenters.katselut import told
from hoks.presenters.muutokset import Ryhma, tell
from hoks.presenters.nimet import find_nimet
from hoks.services import historia
from hoks.services.historia import Versio
from hoks.services.read import StoredHoks
from hoks.ui.sivut import list_pages, page_number
from hoks.ui.texts import KANAVAT, OPERAATIOT, TAPAHTUMAT

TOLD = 60  # statements of a version; a plan written anew may have thousands
LOOKS = 20


class Tapahtuma(NamedTuple):
    """An entry of the history. `lisaa` tells how many differences are not told."""

    aika: dt.datetime
    kuka: str
    kanava: str
    otsikko: str
    laji: str
    ryhmat: list[Ryhma]
    lisaa: str = ""
    huomio: str = ""


def build(request: HttpRequest, stored: StoredHoks, lang: str) -> dict[str, Any]:
    """What the tab shows, a page of the history and the latest looks."""
    page = historia.find_sivu(stored.id, page_number(request.GET.get("sivu", "")))
    nimet = find_nimet([[v.sisalto, v.edellinen] for v in page.versiot], lang)
    versions = [_version(versio, nimet, lang) for versio in page.versiot]
    events = [*versions, *(_mark(row, lang) for row in page.merkinnat)]
    return {
        "tapahtumat": sorted(events, key=lambda event: event.aika, reverse=True),
        "sivu": page,
        "sivut": list(list_pages(request, page.sivu, page.sivuja)),
        "katsojat": [_look(row, lang) for row in audit.list_latest(stored.id, LOOKS)],
    }


def _version(versio: Versio, nimet: dict[str, str], lang: str) -> Tapahtuma:
    kanava = _kanava(versio.kanava, lang)
    if versio.edellinen is None:
        created = TAPAHTUMAT["created"].say(lang)
        return Tapahtuma(versio.tallennettu, versio.tallentaja, kanava, created, "luotu", [])
    erot = find_erot(versio.edellinen, versio.sisalto)
    more = len(erot) - TOLD
    return Tapahtuma(
        versio.tallennettu,
        versio.tallentaja,
        kanava,
        TAPAHTUMAT["changed"].say(lang),
        "muutettu",
        tell(erot, nimet, lang, TOLD),
        TAPAHTUMAT["more"].format(n=more).say(lang) if more > 0 else "",
        "" if erot else TAPAHTUMAT["nothing"].say(lang),
    )


def _mark(row: AuditTapahtuma, lang: str) -> Tapahtuma:
    kanava, what = _kanava(row.kanava, lang), TAPAHTUMAT[f"event_{row.operaatio}"].say(lang)
    return Tapahtuma(row.aika, row.kayttaja or "", kanava, what, row.operaatio, [])


def _look(row: AuditTapahtuma, lang: str) -> dict[str, Any]:
    known = OPERAATIOT.get(row.operaatio)
    return {
        "aika": row.aika,
        "kuka": row.kayttaja or "",
        "kanava": _kanava(row.kanava, lang),
        "mita": told(known.say(lang) if known else row.operaatio, row.osio, lang),
    }


def _kanava(kanava: str, lang: str) -> str:
    """The door by its name; one that has none as the log has it."""
    known = KANAVAT.get(kanava)
    return known.say(lang) if known else kanava
