"""The transaction of a save: rows, the version that will be served, the index, the audit entry.

Everything here is written together or not at all. What may be written is decided in `save` and
`parts` beforehand.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.db import transaction

from ehoks.audit import log as audit
from ehoks.auth.privileges import Kayttaja
from ehoks.common.dates import now
from ehoks.integrations.koski import Opiskeluoikeus
from ehoks.integrations.oppijanumerorekisteri import Henkilo
from ehoks.oppijaindex import services as index
from hoks.errors import VersionMismatch
from hoks.schema.objects import HOKS
from hoks.services import checks, read, sql, versions
from hoks.services.checks import Oppijatiedot
from hoks.services.identity import identify
from hoks.services.read import StoredHoks
from hoks.services.rows import differing_rows, hoks_row, ordered, to_rows
from hoks.services.siirrot import record_accepted
from hoks.services.versions import Fingerprint
from hoks.services.vipunen import keep_vipunen

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asiakas:
    """Who writes: the rights by which it is judged and the mark it leaves in the audit log."""

    kayttaja: Kayttaja
    tekija: audit.Tekija


# The service itself, where a job works: it has no rights of its own and asks for none.
EHOKS = Asiakas(
    Kayttaja(None, "ehoks", "JARJESTELMA", ()), audit.Tekija(kanava="tyo", kayttaja="ehoks")
)


class Sent:
    """A body as it came; it is parsed when somebody looks at its value.

    `warnings` are what the checks found odd in it without refusing it, shaped as violations are.
    """

    def __init__(self, raw: bytes, parse: Callable[[bytes], object]) -> None:
        self.raw = raw
        self.warnings: list[Document] = []
        self._parse = parse

    @cached_property
    def value(self) -> Any:
        """The JSON value. Raises what the parser raises."""
        return self._parse(self.raw)

    def with_value(self, value: object) -> "Sent":
        """The same bytes, understood otherwise."""
        return Sent(self.raw, lambda _: value)


class Saved(NamedTuple):
    """What a write left: the plan's id, its ETag, the document if it was touched at all."""

    id: int
    etag: str
    sisalto: bytes | None


Precondition = Callable[[str], bool]  # given the current ETag: may the write go on?


def insert(
    document: Document,
    oikeus: Opiskeluoikeus,
    oppija: Oppijatiedot,
    by: Asiakas,
    fingerprint: Fingerprint,
    remember: Callable[[Saved], None] | None = None,
    warnings: Sequence[Document] = (),
) -> Saved:
    """Write a new plan; `warnings` are told in the transfer log beside those of the plan itself.

    `fingerprint` is of the body: as a PUT, the same bytes would say the same.
    """
    document = ordered(HOKS, {"id": 0} | document)
    content = versions.content_digest(document)
    fresh = identify(document, None)
    with transaction.atomic():
        document["id"], ids = sql.next_hoks_and_osa_ids(len(fresh))
        _give_ids(fresh, ids)
        with sql.pipeline():
            sql.insert_hoks({**hoks_row(document), "created_at": now(), "updated_at": now()})
            sql.insert_parts(to_rows(document))
            saved = add_version(document, content, by, fingerprint, judged=True)
            index.refresh_oppija(document["oppija-oid"], oppija.henkilo)
            purchased = [o for o in oppija.opiskeluoikeudet if o.sisaltyy_oid == oikeus.oid]
            index.refresh_opiskeluoikeudet(document["oppija-oid"], [oikeus, *purchased])
            record_accepted(
                "create", by.tekija, _target(document), oikeus.oppilaitos_oid, document, warnings
            )
            if remember:
                remember(saved)
    return saved


@dataclass
class Update:
    """A change of a plan that is allowed already, waiting to be made under the plan's lock.

    `change(old, copy)` returns the new document: it leaves `old` alone, and may change and return
    what `copy()` gives. `parts` says whether anything below the root may differ, `judged` whether
    all that is new below it has just passed the law as parts of a whole plan. `remember` runs
    inside the transaction, for a caller that keeps receipts.
    """

    seen: StoredHoks  # as it was when the change was allowed
    oikeus: Opiskeluoikeus
    by: Asiakas
    operaatio: str
    change: Callable[[Document, Callable[[], Document]], Document]
    precondition: Precondition | None = None
    new_oppija: Henkilo | None = None
    parts: bool = True
    judged: bool = False
    fingerprint: Fingerprint | None = None
    warnings: Sequence[Document] = ()  # told in the transfer log beside those of the plan itself
    remember: Callable[[Saved, Document], None] | None = None

    def run(self) -> tuple[Saved, Document]:
        """Write it; nothing but the audit entry when the plan says the same already.

        Raises:
            VersionMismatch: the plan is not what the caller's precondition names, or it has moved
                to another learner number since the change was allowed.
            HoksNotFound, HoksIsArchived: it was archived since then.
        """
        with transaction.atomic():
            stored = read.get_locked(self.seen.id)
            self._require_as_seen(stored)
            require_precondition(self.precondition, stored)
            old = stored.document
            new = ordered(HOKS, self.change(old, lambda: stored.document))
            content = versions.content_digest(new)
            if content == stored.sisalto_tiiviste:
                new = old
                saved = unchanged(self.operaatio, stored, self.by, old, self.warnings)
            else:
                saved = self._write(old, new, content)
            if self.remember:
                self.remember(saved, new)
            return saved, new

    def _require_as_seen(self, stored: StoredHoks) -> None:
        checks.require_alive(stored, self.by.kayttaja)
        if stored.oppija_oid != self.seen.oppija_oid:
            require_precondition(lambda _: False, stored)

    def _write(self, old: Document, new: Document, content: str) -> Saved:
        if self.parts and (fresh := identify(new, old)):
            _give_ids(fresh, sql.next_osa_ids(len(fresh)))
        with sql.pipeline():
            sql.update_hoks({**hoks_row(new), "updated_at": now()})
            if self.parts:
                sql.update_parts(new["id"], *differing_rows(old, new))
            saved = add_version(new, content, self.by, self.fingerprint, judged=self.judged)
            if self.new_oppija:
                index.refresh_oppija(new["oppija-oid"], self.new_oppija)
            index.refresh_opiskeluoikeudet(new["oppija-oid"], [self.oikeus])
            school = self.oikeus.oppilaitos_oid
            record_accepted(
                self.operaatio, self.by.tekija, _target(new), school, new, self.warnings
            )
        return saved


def _give_ids(fresh: list[Document], ids: Iterable[int]) -> None:
    for part, own_id in zip(fresh, ids, strict=True):
        part["id"] = own_id


def require_precondition(precondition: Precondition | None, stored: StoredHoks) -> None:
    """Raises VersionMismatch, with the current ETag, when the precondition does not hold."""
    if precondition and not precondition(stored.etag):
        raise VersionMismatch(headers={"ETag": f'"{stored.etag}"'})


def unchanged(
    operaatio: str,
    stored: StoredHoks,
    by: Asiakas,
    document: Document | None = None,
    warnings: Sequence[Document] = (),
) -> Saved:
    """Note a write that had nothing to change.

    `document` is the plan; without it nothing is looked at, and the log repeats no warnings: they
    stand beside the write that brought these very bytes.
    """
    school = stored.oppilaitos_oid
    record_accepted(operaatio, by.tekija, stored.kohde, school, document or {}, warnings)
    return Saved(stored.id, stored.etag, None)


def add_version(
    document: Document,
    content: str,
    by: Asiakas,
    fingerprint: Fingerprint | None,
    *,
    judged: bool = False,
) -> Saved:
    """Add a version with its copy for the statistics feed; `judged` as in `to_vipunen`."""
    sisalto = versions.to_bytes(document)
    saved = Saved(document["id"], versions.digest(sisalto), sisalto)
    sql.insert_versio(
        {
            "hoks_id": saved.id,
            "tallennettu": now(),
            "tallentaja": by.kayttaja.username,
            "kanava": by.tekija.kanava,
            "sisalto": sisalto.decode(),
            "etag": saved.etag,
            "sisalto_tiiviste": content,
            "runko_tiiviste": fingerprint and fingerprint.runko,
            "konteksti_tiiviste": fingerprint and fingerprint.konteksti,
        }
    )
    keep_vipunen(saved.id, saved.etag, document, judged=judged)
    return saved


def _target(document: Document) -> audit.Kohde:
    return audit.Kohde(document["id"], document["oppija-oid"], document["opiskeluoikeus-oid"])
