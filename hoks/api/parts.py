"""Parts of a plan under addresses of their own: today's names, and the old ones beside them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import orjson
from django.db import IntegrityError
from django.http import HttpResponse
from rest_framework.request import Request

from ehoks.audit import log as audit
from ehoks.auth.privileges import Oikeus
from ehoks.rest import etags
from ehoks.rest.idempotency import Key, read_key
from ehoks.rest.wire import empty_response, json_response
from hoks import errors
from hoks.api.hoks import HoksView, document_response
from hoks.api.legacy import Translated, tell_successors, translate
from hoks.api.part_table import (
    NAYTOT,
    OLD_PARENT,
    PAIKALLINEN,
    PAIKALLISEN_NAYTTO,
    PAIKALLISET,
    PARENT,
    PARTS,
    TAPA,
)
from hoks.schema import objects
from hoks.schema.fields import ObjectType, Operation
from hoks.schema.osaaminen import LISTS, OLEMASSA_OLEVA_OSAAMINEN
from hoks.services import checks, read
from hoks.services.parts import PartKind, PartWrite, require_own
from hoks.services.siirrot import record_accepted
from hoks.services.store import Saved

Document = dict[str, Any]

MAX_DIGITS = 20  # more than an id has; an endless number costs nothing


class PartView(HoksView):
    """What the views of parts share: the plan's document, the body in today's words, the answer."""

    kind: ObjectType
    old_words = False  # whether the path is an old one, where old field names are understood too
    translated: Translated | None = None
    sent_value: Any = None

    def read_document(self, hoks_id: int) -> tuple[Document, str]:
        """The plan, once it is clear that the caller may read it, and its ETag."""
        stored = self.read_open(read.get_stored(hoks_id))
        return stored.document, stored.etag

    def shown(self, found: Any, etag: str) -> HttpResponse:
        """What was found in the plan; only that it is there, if the caller knows this version."""
        known, headers = etags.known_etags(self.request), {"ETag": etags.quoted(etag)}
        if etag in known or known == ["*"]:
            return empty_response(304, headers)
        return document_response(orjson.dumps(found), headers)

    def write(self, request: Request, hoks_id: int) -> PartWrite:
        """The write that the request asks for."""
        self.kohde = audit.Kohde(hoks_id)
        precondition = etags.precondition(request)
        return PartWrite(hoks_id, self.sent(), self.asiakas(), precondition, self.understood)

    def understood(self, value: Any) -> Any:
        """The body in today's words."""
        if not self.old_words:
            return value
        self.sent_value = value
        self.translated = translate(self.kind, value)
        return self.translated.value

    def handle_exception(self, exc: Exception) -> HttpResponse:  # type: ignore[override]
        """What is refused is reported under the names that were sent."""
        if isinstance(exc, errors.InvalidHoks) and self.translated:
            exc = exc.renamed(self.translated.as_sent, self.sent_value)
            tell_successors(exc.extra["violations"])
        return super().handle_exception(exc)

    def create_once(
        self, request: Request, hoks_id: int, store: Callable[[PartWrite], tuple[Saved, int]]
    ) -> HttpResponse:
        """A create; under a key that was used before, the answer that it got then."""
        write = self.write(request, hoks_id)
        write.sent.value  # noqa: B018 -- a body that is no JSON is told first
        key = read_key(request, self.kayttaja, write.sent.raw)
        if key and (replayed := self._replay(key)):
            return replayed
        path = request.path.rstrip("/")
        if key:
            write = replace(
                write,
                remember=lambda saved, part_id: key.keep_receipt(
                    hoks_id, f"{path}/{part_id}", saved.etag
                ),
            )
        try:
            saved, part_id = store(write)
        except IntegrityError:  # a twin with the same key was first by a moment
            if key and (replayed := self._replay(key)):
                return replayed
            raise
        return _created(f"{path}/{part_id}", saved.etag)

    def _replay(self, key: Key) -> HttpResponse | None:
        receipt = key.find_receipt()
        if receipt is None:
            return None
        stored, asiakas = read.get_stored(receipt.hoks_id), self.asiakas()
        checks.require_open(stored, asiakas.kayttaja, Oikeus.WRITE)
        self.kohde = stored.kohde
        document = stored.document
        record_accepted("create", asiakas.tekija, self.kohde, stored.oppilaitos_oid, document)
        return _created(receipt.uri, receipt.etag)

    def changed(self, saved: Saved) -> HttpResponse:
        """The answer to a change."""
        return empty_response(204, {"ETag": etags.quoted(saved.etag)})


def _created(uri: str, etag: str) -> HttpResponse:
    """The answer to a create: id and address, in the words of the path that was used."""
    headers = {"Location": uri, "ETag": etags.quoted(etag)}
    own_id = int(uri.rpartition("/")[2])
    return json_response({"meta": {"id": own_id}, "data": {"uri": uri}}, headers=headers)


class PartViewSet(PartView):
    """One kind of part: its list, and each on its own."""

    part: PartKind = PARTS[0].part

    def index(self, request: Request, hoks_id: int) -> HttpResponse:
        """All parts of the kind, with their ids."""
        document, etag = self.read_document(hoks_id)
        return self.shown([p for siblings in self.part.lists(document) for p in siblings], etag)

    def create(self, request: Request, hoks_id: int) -> HttpResponse:
        """Add a part."""
        siblings = self.siblings(request)
        return self.create_once(request, hoks_id, lambda write: write.create(self.part, siblings))

    def siblings(self, request: Request) -> Callable[[Document], list[Document]]:
        """The list that a new part joins."""
        return lambda document: self.part.lists(document)[0]

    def retrieve(self, request: Request, hoks_id: int, part_id: int) -> HttpResponse:
        """One part."""
        document, etag = self.read_document(hoks_id)
        return self.shown(self.part.get(document, part_id), etag)

    def update(self, request: Request, hoks_id: int, part_id: int) -> HttpResponse:
        """Replace a part."""
        return self.changed(self.write(request, hoks_id).replace(self.part, part_id))

    def partial_update(self, request: Request, hoks_id: int, part_id: int) -> HttpResponse:
        """Change fields of a part."""
        return self.changed(self.write(request, hoks_id).merge(self.part, part_id))


class NaytotOfOsaViewSet(PartViewSet):
    """Demonstrations of one local unit."""

    part = PAIKALLISEN_NAYTTO
    kind = objects.OSAAMISEN_OSOITTAMINEN

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """The unit that the path names narrows where the demonstration may hang."""
        super().initial(request, *args, **kwargs)
        osa_id = self.kwargs.pop("osa_id")
        self.part = PartKind(
            self.kind,
            lambda document: [PAIKALLINEN.get(document, osa_id)[NAYTOT]],
            PAIKALLISEN_NAYTTO.missing,
        )


class NaytotViewSet(PartViewSet):
    """Demonstrations of local units under one flat, old address."""

    part = PAIKALLISEN_NAYTTO
    kind = objects.OSAAMISEN_OSOITTAMINEN
    old_words = True
    parent_in_body: Any = None

    def siblings(self, request: Request) -> Callable[[Document], list[Document]]:
        """Those of the unit that the query or the body names; else of the only local unit."""
        named = request.GET.get(PARENT) or request.GET.get(OLD_PARENT)

        def pick(document: Document) -> list[Document]:
            osat = document[PAIKALLISET]
            osa_id = named or self.parent_in_body
            if osa_id is None and len(osat) != 1:
                raise errors.ParentUnclear(maara=len(osat))
            osa = osat[0] if osa_id is None else PAIKALLINEN.get(document, _number(osa_id))
            found: list[Document] = osa[NAYTOT]
            return found

        return pick

    def understood(self, value: Any) -> Any:
        """The unit may be named in the body too, as GET names it; it is no field of its own."""
        if isinstance(value, dict):
            for key in (PARENT, OLD_PARENT):
                self.parent_in_body = value.pop(key, self.parent_in_body)
        return super().understood(value)

    def retrieve(self, request: Request, hoks_id: int, part_id: int) -> HttpResponse:
        """One demonstration, and the unit it belongs to."""
        document, etag = self.read_document(hoks_id)
        naytto = self.part.get(document, part_id)
        osa = next(osa for osa in document[PAIKALLISET] if naytto in osa[NAYTOT])
        return self.shown(naytto | {PARENT: osa["id"]}, etag)


def _number(value: object) -> int:
    """An id as a query or a body gives it; what is none names no part."""
    text = str(value)[:MAX_DIGITS]
    return int(text) if text.isascii() and text.isdigit() else -1


class HankkimistavatViewSet(PartViewSet):
    """Ways of acquiring of the whole plan, each on its own; they come and go with their units."""

    part = TAPA
    kind = TAPA.kind

    def partial_update(self, request: Request, hoks_id: int, part_id: int) -> HttpResponse:
        """Change fields of one."""
        return self.changed(self.write(request, hoks_id).merge_bound(self.part, part_id))


class OsaaminenViewSet(PartView):
    """Prior competence as a whole: one for each plan, so it goes by the plan's own id."""

    kind = OLEMASSA_OLEVA_OSAAMINEN
    old_words = True

    def retrieve_own(self, request: Request, hoks_id: int, own_id: int) -> HttpResponse:
        """The three lists, by an id that can only be the plan's own."""
        return self._read(hoks_id, own_id)

    def retrieve(self, request: Request, hoks_id: int) -> HttpResponse:
        """The three lists."""
        return self._read(hoks_id, hoks_id)

    def _read(self, hoks_id: int, own_id: int) -> HttpResponse:
        document, etag = self.read_document(hoks_id)
        require_own(hoks_id, own_id)
        return self.shown({"id": hoks_id} | {key: document[key] for key in LISTS}, etag)

    def create(self, request: Request, hoks_id: int) -> HttpResponse:
        """Replace the lists that are sent: sent twice, they stand there once."""
        return self.create_once(
            request,
            hoks_id,
            lambda write: (write.put_osaaminen(Operation.POST, hoks_id), hoks_id),
        )

    def update(self, request: Request, hoks_id: int, own_id: int) -> HttpResponse:
        """Replace all three lists."""
        write = self.write(request, hoks_id)
        return self.changed(write.put_osaaminen(Operation.PUT, own_id))

    def partial_update(self, request: Request, hoks_id: int, own_id: int) -> HttpResponse:
        """Replace the lists that are sent."""
        write = self.write(request, hoks_id)
        return self.changed(write.put_osaaminen(Operation.PATCH, own_id))
