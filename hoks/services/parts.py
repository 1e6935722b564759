"""Changes of one part of a plan: the same checks and the same transaction as for the whole.

A part is found by its id in the plan that the path names, never elsewhere. Where it hangs is told
by a function from a document to the lists that may hold it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ehoks.auth.privileges import Oikeus
from ehoks.integrations.koski import Opiskeluoikeus
from hoks import errors
from hoks.rules.konteksti import Konteksti
from hoks.schema.fields import ObjectType, Operation
from hoks.schema.objects import TODENNETTU_ARVIOINTI_LISATIEDOT
from hoks.schema.osaaminen import LISTS, OLEMASSA_OLEVA_OSAAMINEN
from hoks.services import checks, read, store
from hoks.services.read import StoredHoks
from hoks.services.rows import ordered
from hoks.services.save import open_for_update
from hoks.services.store import Asiakas, Precondition, Saved, Sent

Document = dict[str, Any]
LISATIEDOT = "tarkentavat-tiedot-osaamisen-arvioija"


@dataclass(frozen=True)
class PartKind:
    """Parts of one kind: their type, where they hang, what is said when there is no such part."""

    kind: ObjectType
    lists: Callable[[Document], Sequence[list[Document]]]
    missing: str

    def find(self, document: Document, part_id: int) -> tuple[list[Document], int]:
        """The list that holds the part, and its place there.

        Raises:
            PartNotFound: the plan has no such part of this kind.
        """
        for siblings in self.lists(document):
            for n, part in enumerate(siblings):
                if part["id"] == part_id:
                    return siblings, n
        raise errors.PartNotFound(missing=self.missing)

    def get(self, document: Document, part_id: int) -> Document:
        """The part itself. Raises PartNotFound."""
        siblings, n = self.find(document, part_id)
        return siblings[n]


def list_kind(key: str, kind: ObjectType, missing: str) -> PartKind:
    """Parts that hang in one list of the root."""
    return PartKind(kind, lambda document: [document[key]], missing)


@dataclass(frozen=True)
class PartWrite:
    """One write on a part: on which plan, what was sent, by whom, on what condition.

    `understood` turns what was sent into today's words; it is asked when the caller may write.
    """

    hoks_id: int
    sent: Sent
    by: Asiakas
    precondition: Precondition | None = None
    understood: Callable[[Any], Any] = lambda value: value
    remember: Callable[[Saved, int], None] | None = None  # in the transaction of a create

    def create(
        self, part_kind: PartKind, siblings: Callable[[Document], list[Document]]
    ) -> tuple[Saved, int]:
        """Add a part at the end of the list that `siblings` picks; the new part's id comes too.

        Raises:
            What `replace_hoks` raises, and PartNotFound by `siblings`.
        """
        stored, oikeus = open_for_update(self.hoks_id, self.sent, self.by, Oikeus.WRITE)
        part = self._checked(part_kind.kind, Operation.POST, stored, oikeus)
        part.pop("id", None)

        def add(base: Document) -> Document:
            siblings(base).append(part)
            return base

        def new_id(document: Document) -> int:
            return int(siblings(document)[-1]["id"])

        saved, document = self._store(stored, oikeus, "create", add, new_id)
        return saved, new_id(document)

    def replace(self, part_kind: PartKind, part_id: int) -> Saved:
        """Make the part what was sent: fields and lists that are left out are gone.

        Raises:
            What `replace_hoks` raises, and PartNotFound, IdMismatch.
        """
        stored, oikeus = open_for_update(self.hoks_id, self.sent, self.by, Oikeus.UPDATE)
        part = self._checked(part_kind.kind, Operation.PUT, stored, oikeus, part_id)

        def put(base: Document) -> Document:
            siblings, n = part_kind.find(base, part_id)
            siblings[n] = _with_ids_of(siblings[n], {"id": part_id} | part)
            return base

        return self._store(stored, oikeus, "overwrite", put)[0]

    def merge(self, part_kind: PartKind, part_id: int) -> Saved:
        """Change the fields that were sent; a list that was sent replaces the old one.

        Raises:
            As `replace`.
        """
        stored, oikeus = open_for_update(self.hoks_id, self.sent, self.by, Oikeus.UPDATE)
        part = self._checked(part_kind.kind, Operation.PATCH, stored, oikeus, part_id)

        def patch(base: Document) -> Document:
            siblings, n = part_kind.find(base, part_id)
            merged = _merged(siblings[n], part)
            siblings[n] = ordered(part_kind.kind, _with_ids_of(siblings[n], merged))
            return base

        return self._store(stored, oikeus, "update", patch)[0]

    def merge_bound(self, part_kind: PartKind, part_id: int) -> Saved:
        """As `merge`, of a part whose fields rules bind together, such as its first and last day.

        What becomes of the part is judged as a whole: before the write, so that all its faults are
        told, and once more under the plan's lock, as somebody may have changed it in between.

        Raises:
            As `replace`.
        """
        stored, oikeus = open_for_update(self.hoks_id, self.sent, self.by, Oikeus.UPDATE)
        value = self.understood(self.sent.value)
        old = part_kind.get(read.get_stored(self.hoks_id).document, part_id)
        whole = {**old, **value} if isinstance(value, dict) else value
        part = checks.require_valid(
            part_kind.kind, Operation.PUT, whole, Konteksti(oikeus), stored, self.sent.warnings
        )
        if part.get("id", part_id) != part_id:
            raise errors.IdMismatch
        checks.require_writable(oikeus, oikeus.oid)
        changes = {key: part[key] for key in value if key in part}

        def patch(base: Document) -> Document:
            siblings, n = part_kind.find(base, part_id)
            merged = siblings[n] | changes
            if siblings[n] != old:
                checks.require_valid(part_kind.kind, Operation.PUT, merged, Konteksti(oikeus))
            siblings[n] = ordered(part_kind.kind, _with_ids_of(siblings[n], merged))
            return base

        return self._store(stored, oikeus, "update", patch)[0]

    def put_osaaminen(self, operation: Operation, own_id: int) -> Saved:
        """Replace lists of prior competence: all three by PUT, otherwise those that were sent.

        Raises:
            What `replace_hoks` raises, and PartNotFound, IdMismatch.
        """
        right = Oikeus.WRITE if operation is Operation.POST else Oikeus.UPDATE
        stored, oikeus = open_for_update(self.hoks_id, self.sent, self.by, right)
        lists = self._checked(OLEMASSA_OLEVA_OSAAMINEN, operation, stored, oikeus, own_id)
        lists.pop("id", None)
        if operation is Operation.PUT:
            lists = {key: lists.get(key, []) for key in LISTS}
        operaatio = {Operation.POST: "create", Operation.PUT: "overwrite"}.get(operation, "update")

        def put(base: Document) -> Document:
            require_own(self.hoks_id, own_id)
            return base | _with_ids_of({key: base[key] for key in lists}, lists)

        return self._store(stored, oikeus, operaatio, put, lambda _: own_id)[0]

    def _checked(
        self,
        kind: ObjectType,
        operation: Operation,
        stored: StoredHoks,
        oikeus: Opiskeluoikeus,
        own_id: int | None = None,
    ) -> Document:
        value = self.understood(self.sent.value)
        part = checks.require_valid(
            kind, operation, value, Konteksti(oikeus), stored, self.sent.warnings
        )
        if own_id is not None and part.get("id", own_id) != own_id:
            raise errors.IdMismatch
        checks.require_writable(oikeus, oikeus.oid)
        return part

    def _store(
        self,
        stored: StoredHoks,
        oikeus: Opiskeluoikeus,
        operaatio: str,
        change: Callable[[Document], Document],
        new_id: Callable[[Document], int] | None = None,
    ) -> tuple[Saved, Document]:
        remember = self.remember
        update = store.Update(
            stored,
            oikeus,
            self.by,
            operaatio,
            lambda _, copy: change(copy()),
            self.precondition,
            warnings=self.sent.warnings,
            remember=remember and new_id and (lambda saved, new: remember(saved, new_id(new))),
        )
        return update.run()


def require_own(hoks_id: int, own_id: int) -> None:
    """Raises PartNotFound unless the id of prior competence as a whole is the plan's own."""
    if own_id != hoks_id:
        raise errors.PartNotFound(missing="Olemassa oleva osaaminen not found")


def _with_ids_of(old: Document, new: Document) -> Document:
    """The new part without ids that the old one did not have.

    An id from elsewhere in the plan would take the identity of a part that nobody sent.
    """
    found: Document = _only_ids(new, set(_ids(old)))
    return found


def _ids(value: Any) -> Iterator[int]:
    if isinstance(value, dict):
        if "id" in value:
            yield value["id"]
        value = list(value.values())
    if isinstance(value, list):
        for child in value:
            yield from _ids(child)


def _only_ids(value: Any, known: set[int]) -> Any:
    if isinstance(value, list):
        return [_only_ids(child, known) for child in value]
    if not isinstance(value, dict):
        return value
    kept = {k: v for k, v in value.items() if k != "id" or v in known}
    return {k: _only_ids(v, known) for k, v in kept.items()}


def _merged(old: Document, sent: Document) -> Document:
    """Field by field; the assessor details are merged one level down."""
    if LISATIEDOT in sent:
        merged = old[LISATIEDOT] | sent[LISATIEDOT]
        sent = sent | {LISATIEDOT: ordered(TODENNETTU_ARVIOINTI_LISATIEDOT, merged)}
    return old | sent
