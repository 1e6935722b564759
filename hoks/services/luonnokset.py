"""Drafts of plans: begin, save, hand in; what was typed is kept whatever happens around it.

A draft belongs to one person. Every save names the version that the page had seen: when another
tab has saved since, nothing is written and whoever asked gets both to look at. A page that saves
by itself may do so again, as its answers can get lost on the way.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import transaction
from django.db.models import QuerySet

from ehoks.auth.privileges import Kayttaja, Oikeus
from ehoks.common.dates import as_utc, now
from ehoks.integrations.koski import Opiskeluoikeus
from hoks import access, errors
from hoks.models import HoksLuonnos, HoksVersio
from hoks.rules.judge import Verdict
from hoks.rules.konteksti import AMMATILLINEN, TUVA, Konteksti
from hoks.schema.fields import Operation
from hoks.services import checks, read, save
from hoks.services.read import StoredHoks
from hoks.services.siirrot import SYSTEMS
from hoks.services.store import Asiakas, Saved, Sent
from hoks.services.valmiiksi import Valmis, finish, give_tunnisteet

Document = dict[str, Any]

KEPT = dt.timedelta(days=30)


class LuonnosOnMuuttunut(Exception):
    """Somebody, perhaps the same person in another tab, has saved or handed in the draft since."""

    def __init__(self, luonnos: HoksLuonnos) -> None:
        self.luonnos = luonnos
        super().__init__(str(luonnos))


@dataclass(frozen=True)
class Tiedot:
    """The study right of a draft as Koski told it when the draft began."""

    tyyppi: str
    alkamispaiva: str | None
    arvioitu_paattymispaiva: str | None
    tila: str | None
    suoritustyypit: Sequence[str]
    tutkinto_nimi: dict[str, str]
    osaamisala_nimi: dict[str, str]
    tuva_oikeudet: Sequence[str] = ()  # the student's rights to preparatory education

    @property
    def is_tuva(self) -> bool:
        """Preparatory education."""
        return self.tyyppi == TUVA


def tiedot_of(luonnos: HoksLuonnos) -> Tiedot:
    """The study right of a draft."""
    return Tiedot(**luonnos.opiskeluoikeus)


def _tiedot(oikeus: Opiskeluoikeus, held: Sequence[Opiskeluoikeus] = ()) -> dict[str, Any]:
    keys = {f.name for f in dataclasses.fields(Tiedot)} - {"tuva_oikeudet"}
    tuva = [o.oid for o in held if o.tyyppi == TUVA and o.oid != oikeus.oid]
    return {key: getattr(oikeus, key) for key in keys} | {"tuva_oikeudet": tuva}


# --- Begin -----------------------------------------------------------------------------------------


def start_new(
    *, oppija_oid: str, opiskeluoikeus_oid: str, by: Asiakas, alusta: bool = False
) -> tuple[HoksLuonnos, bool]:
    """A draft of a new plan, and whether it is new.

    One that was begun before goes on, unless all is to begin from the start (`alusta`).

    Raises:
        OpiskeluoikeusNotFound, NoAccess, WrongKindOfOpiskeluoikeus, OppijaNotFound,
        OpiskeluoikeusOfAnother, OpiskeluoikeusIsLinked, OpiskeluoikeusIsFinished, HoksExists,
        ArchivedHoksExists, or 503.
    """
    oikeus = checks.get_opiskeluoikeus(opiskeluoikeus_oid)
    access.require(by.kayttaja, Oikeus.WRITE, oikeus.oppilaitos_oid)
    if oikeus.tyyppi not in (AMMATILLINEN, TUVA):
        raise errors.WrongKindOfOpiskeluoikeus(oid=oikeus.oid)
    oppija = checks.require_oppija(oppija_oid, oikeus)
    if checks.is_finished(oikeus):
        raise errors.OpiskeluoikeusIsFinished(oid=oikeus.oid)
    save.require_no_plan(oikeus, by.kayttaja)
    fresh = {
        "oppilaitos_oid": oikeus.oppilaitos_oid,
        "oppija_oid": oppija_oid,
        "oppija_nimi": f"{oppija.henkilo.etunimet} {oppija.henkilo.sukunimi}".strip(),
        "opiskeluoikeus": _tiedot(oikeus, oppija.opiskeluoikeudet),
        "hoks": None,
        "etag": "",
        "sisalto": {"oppija-oid": oppija_oid, "opiskeluoikeus-oid": oikeus.oid},
    }
    return _begin(by.kayttaja, oikeus.oid, fresh, alusta=alusta)


def start_edit(
    *, stored: StoredHoks, nimi: str, by: Asiakas, alusta: bool = False
) -> tuple[HoksLuonnos, bool]:
    """A draft of a change to a plan that was typed in; one that was begun before as in `start_new`.

    `stored` has its document. `nimi` is the student's.

    Raises:
        HoksNotFound, HoksIsArchived, NoAccess, HoksIsTransferred, HoksIsTakenOver,
        OpiskeluoikeusNotFound, OpiskeluoikeusIsLinked, OpiskeluoikeusIsFinishedForUpdate, or 503.
    """
    checks.require_open(stored, by.kayttaja, Oikeus.UPDATE)
    require_typed(stored)
    oikeus = checks.get_opiskeluoikeus(stored.opiskeluoikeus_oid)
    checks.require_writable(oikeus, oikeus.oid)
    fresh = {
        "oppilaitos_oid": stored.oppilaitos_oid,
        "oppija_oid": stored.oppija_oid,
        "oppija_nimi": nimi,
        "opiskeluoikeus": _tiedot(oikeus),
        "hoks_id": stored.id,
        "etag": stored.etag,
        "sisalto": stored.document,
    }
    return _begin(by.kayttaja, stored.opiskeluoikeus_oid, fresh, alusta=alusta)


def may_edit(kayttaja: Kayttaja, stored: StoredHoks) -> bool:
    """Whether a page may offer to change the plan; `stored` has its document.

    One that an information system has taken over is offered too: whoever tries is told why not.
    """
    is_typed = bool(stored.document.get("manuaalisyotto")) and not stored.deleted_at
    return is_typed and access.may(kayttaja, Oikeus.UPDATE, stored.oppilaitos_oid)


def require_typed(stored: StoredHoks) -> None:
    """The plan is written by hand, and by nobody else.

    Raises:
        HoksIsTransferred, HoksIsTakenOver.
    """
    if not stored.document.get("manuaalisyotto"):
        raise errors.HoksIsTransferred
    if HoksVersio.objects.filter(hoks_id=stored.id, kanava__in=SYSTEMS).exists():
        raise errors.HoksIsTakenOver


def _begin(
    kayttaja: Kayttaja, oikeus_oid: str, fresh: dict[str, Any], *, alusta: bool
) -> tuple[HoksLuonnos, bool]:
    """The open draft of the person and the study right, or a row for a new one."""
    # no page that is open somewhere may go on saving into what begins now
    times = {"paivitetty": now(), "vanhenee": now() + KEPT, "sivu": ""}
    who = {"omistaja_oid": owner_of(kayttaja), "opiskeluoikeus_oid": oikeus_oid}
    with transaction.atomic():
        luonnos, is_new = HoksLuonnos.objects.select_for_update().get_or_create(
            **who, defaults=fresh | times
        )
        if not is_new and (alusta or not luonnos.is_open or luonnos.vanhenee < now()):
            is_new = True
            for name, value in (fresh | times).items():
                setattr(luonnos, name, value)
            luonnos.versio += 1
            luonnos.save()
    return luonnos, is_new


def owner_of(kayttaja: Kayttaja) -> str:
    """Whose a draft is: the person's number, or the account where CAS tells none."""
    return kayttaja.oid or kayttaja.username


# --- Find ------------------------------------------------------------------------------------------


def find_own(tunnus: str, kayttaja: Kayttaja) -> HoksLuonnos | None:
    """The person's own draft, one that is closed included."""
    own = HoksLuonnos.objects.filter(omistaja_oid=owner_of(kayttaja), vanhenee__gt=now())
    return own.filter(pk=tunnus).first()


def _own(kayttaja: Kayttaja) -> QuerySet[HoksLuonnos]:
    own = HoksLuonnos.objects.filter(omistaja_oid=owner_of(kayttaja), sisalto__isnull=False)
    return own.filter(vanhenee__gt=now())


def list_own(kayttaja: Kayttaja) -> list[HoksLuonnos]:
    """The person's open drafts, the newest first."""
    return list(_own(kayttaja).order_by("-paivitetty"))


def count_own(kayttaja: Kayttaja) -> int:
    """How many open drafts the person has."""
    return _own(kayttaja).count()


# --- Save ------------------------------------------------------------------------------------------


def save_draft(
    luonnos: HoksLuonnos, sisalto: Document, nahty: int, sivu: str, *, auto: bool
) -> None:
    """Keep what was typed; `nahty` is the version that the page had seen, `sivu` names the page.

    Raises:
        LuonnosOnMuuttunut: another page has saved since, or the draft is closed.
    """
    with transaction.atomic():
        row = HoksLuonnos.objects.select_for_update().get(pk=luonnos.pk)
        by_this_page = bool(sivu) and row.sivu == sivu
        if not row.is_open or (row.versio != nahty and not by_this_page):
            raise LuonnosOnMuuttunut(row)
        row.sisalto = sisalto
        row.versio += 1
        row.sivu = sivu if auto else ""
        row.paivitetty, row.vanhenee = now(), now() + KEPT
        row.save()
    luonnos.__dict__.update(row.__dict__)


def reopen(luonnos: HoksLuonnos) -> None:
    """Go on from what is stored now, after the draft was handed in or thrown away in another tab."""
    stored = read.find_stored(luonnos.hoks_id) if luonnos.hoks_id else None
    begun = {"oppija-oid": luonnos.oppija_oid, "opiskeluoikeus-oid": luonnos.opiskeluoikeus_oid}
    luonnos.sisalto, luonnos.etag = (stored.document, stored.etag) if stored else (begun, "")
    luonnos.versio += 1
    luonnos.sivu = ""
    luonnos.paivitetty, luonnos.vanhenee = now(), now() + KEPT
    luonnos.save()


def discard(luonnos: HoksLuonnos) -> None:
    """Throw a draft away; what is stored stays as it is."""
    _close(luonnos, luonnos.hoks_id, luonnos.etag)


def _close(luonnos: HoksLuonnos, hoks_id: int | None, etag: str) -> None:
    same = HoksLuonnos.objects.filter(pk=luonnos.pk, versio=luonnos.versio)
    closed = {"hoks_id": hoks_id, "etag": etag, "sivu": "", "versio": luonnos.versio + 1}
    if not same.update(sisalto=None, paivitetty=now(), **closed):
        raise LuonnosOnMuuttunut(HoksLuonnos.objects.get(pk=luonnos.pk))


def take_etag(luonnos: HoksLuonnos, stored: StoredHoks) -> None:
    """From now on the draft is a change to the plan as it is stored now."""
    luonnos.etag = stored.etag
    luonnos.versio += 1
    luonnos.save(update_fields=["etag", "versio"])


# --- Judge and hand in -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Arvio:
    """What the law says of a draft as it stands."""

    valmis: Valmis
    verdict: Verdict


def judge_draft(luonnos: HoksLuonnos, stored: StoredHoks | None) -> Arvio:
    """Hold a draft against the declaration and the law; `stored` is the plan that it changes."""
    valmis = finish(luonnos.sisalto or {})
    konteksti = Konteksti(tiedot_of(luonnos), vaadi_tunniste=False)
    operation = Operation.PUT if luonnos.hoks_id else Operation.POST
    return Arvio(valmis, checks.judge_document(operation, valmis.sisalto, konteksti, stored))


def submit(*, luonnos: HoksLuonnos, by: Asiakas) -> Saved:
    """Make the draft a plan, or a change of one, and close it in the same transaction.

    Raises:
        LuonnosOnMuuttunut; VersionMismatch when the plan has changed since the draft was begun;
        HoksIsTransferred, HoksIsTakenOver; and what `create_hoks` and `replace_hoks` raise.
    """
    closed: list[Saved] = []

    def close(saved: Saved, *_: object) -> None:
        _close(luonnos, saved.id, saved.etag)
        closed.append(saved)

    if luonnos.hoks_id is None:
        return save.create_hoks(
            sent=_sent(luonnos, None), by=by, manuaalisyotto=True, remember=close
        )
    stored = read.get_stored(luonnos.hoks_id)
    require_typed(stored)
    saved = save.replace_hoks(
        hoks_id=stored.id,
        sent=_sent(luonnos, stored.document),
        by=by,
        precondition=lambda etag: etag == luonnos.etag,
        remember=close,
    )
    if not closed:
        close(saved)
    return saved


def _sent(luonnos: HoksLuonnos, before: Document | None) -> Sent:
    document = finish(luonnos.sisalto or {}).sisalto
    give_tunnisteet(document)
    if before and document.get("paivitetty") == before.get("paivitetty") and document != before:
        document["paivitetty"] = as_utc(now())
    return Sent(orjson.dumps(document), orjson.loads)
