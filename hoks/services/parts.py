"""Changes of one part of a plan: the same checks and the same transaction as for the whole.

A part is found by its id in the plan that the path names, never elsewhere. Where it hangs is told
by a function from a document to the lists that may hold it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ehoks.auth.privileges import Oikeus
from ehoks.integrations.koski import Opiskeluoikeus
from hoks import errors
from hoks.rules.konteksti import Konteksti
from hoks.schema.fields import ObjectType, Operation
from hoks.schema.osaaminen import LISTS, OLEMASSA_OLEVA_OSAAMINEN
from hoks.services import checks, store
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
    """One write on a part: on which plan, what was sent, by whom, on what condition."""

    hoks_id: int
    sent: Sent
    by: Asiakas
    precondition: Precondition | None = None

    def create(
        self, part_kind: PartKind, siblings: Callable[[Document], list[Document]]
    ) -> tuple[Saved, int]:
        """Add a part at the end of the list that `siblings` picks; the new part's id comes too.

        Raises:
            What `replace_hoks` raises, and PartNotFound by `siblings`.
        """
        stored, oikeus = open_for_update(self.hoks_id, self.sent, self.by, Oikeus.WRITE)
        part = self._checked(part_kind.kind, Operation.POST, oikeus)
        part.pop("id", None)

        def add(base: Document, _: Document) -> Document:
            siblings(base).append(part)
            return base

        saved, document = self._store(stored, oikeus, "create", add)
        return saved, int(siblings(document)[-1]["id"])

    def replace(self, part_kind: PartKind, part_id: int) -> Saved:
        """Make the part what was sent: fields and lists that are left out are gone.

        Raises:
            What `replace_hoks` raises, and PartNotFound, IdMismatch.
        """
        stored, oikeus = open_for_update(self.hoks_id, self.sent, self.by, Oikeus.UPDATE)
        part = self._checked(part_kind.kind, Operation.PUT, oikeus, part_id)

        def put(base: Document, _: Document) -> Document:
            siblings, n = part_kind.find(base, part_id)
            siblings[n] = {"id": part_id} | part
            return base

        return self._store(stored, oikeus, "overwrite", put)[0]

    def merge(self, part_kind: PartKind, part_id: int) -> Saved:
        """Change the fields that were sent; a list that was sent replaces the old one.

        Raises:
            As `replace`.
        """
        stored, oikeus = open_for_update(self.hoks_id, self.sent, self.by, Oikeus.UPDATE)
        part = self._checked(part_kind.kind, Operation.PATCH, oikeus, part_id)

        def patch(base: Document, _: Document) -> Document:
            siblings, n = part_kind.find(base, part_id)
            siblings[n] = ordered(part_kind.kind, _merged(siblings[n], part))
            return base

        return self._store(stored, oikeus, "update", patch)[0]

    def put_osaaminen(self, operation: Operation) -> Saved:
        """Replace lists of prior competence: all three by PUT, otherwise those that were sent.

        Raises:
            What `replace_hoks` raises.
        """
        right = Oikeus.WRITE if operation is Operation.POST else Oikeus.UPDATE
        stored, oikeus = open_for_update(self.hoks_id, self.sent, self.by, right)
        lists = self._checked(OLEMASSA_OLEVA_OSAAMINEN, operation, oikeus, self.hoks_id)
        lists.pop("id", None)
        if operation is Operation.PUT:
            lists = {key: lists.get(key, []) for key in LISTS}
        operaatio = {Operation.POST: "create", Operation.PUT: "overwrite"}.get(operation, "update")
        return self._store(stored, oikeus, operaatio, lambda base, _: base | lists)[0]

    def _checked(
        self,
        kind: ObjectType,
        operation: Operation,
        oikeus: Opiskeluoikeus,
        own_id: int | None = None,
    ) -> Document:
        part = checks.require_valid(kind, operation, self.sent.value, Konteksti(oikeus))
        if own_id is not None and part.get("id", own_id) != own_id:
            raise errors.IdMismatch
        checks.require_writable(oikeus, oikeus.oid)
        return part

    def _store(
        self,
        stored: StoredHoks,
        oikeus: Opiskeluoikeus,
        operaatio: str,
        change: Callable[[Document, Document], Document],
    ) -> tuple[Saved, Document]:
        update = store.Update(stored, oikeus, self.by, operaatio, change, self.precondition)
        return update.run()


def _merged(old: Document, sent: Document) -> Document:
    """Field by field; the assessor details are merged one level down."""
    if LISATIEDOT in sent:
        sent = sent | {LISATIEDOT: old[LISATIEDOT] | sent[LISATIEDOT]}
    return old | sent
