"""Parts of a plan under addresses of their own: today's names, and the old ones beside them.

One table says it all: which list, which path, which old paths, and what is answered when there is
no such part. Paths, views and the contract are made from it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
from django.http import HttpResponse
from rest_framework.request import Request

from ehoks.audit import log as audit
from ehoks.rest import etags
from ehoks.rest.wire import empty_response, json_response
from hoks import errors
from hoks.api.hoks import HoksView, document_response
from hoks.api.legacy import Translated, translate
from hoks.schema import objects
from hoks.schema.fields import ObjectType, Operation
from hoks.schema.osaaminen import LISTS, OLEMASSA_OLEVA_OSAAMINEN
from hoks.services import read
from hoks.services.parts import PartKind, PartWrite, list_kind, require_own
from hoks.services.store import Saved

Document = dict[str, Any]


@dataclass(frozen=True)
class PartSpec:
    """A kind of part with its addresses."""

    part: PartKind
    segment: str
    aliases: tuple[str, ...] = ()


def _spec(segment: str, key: str, kind: ObjectType, missing: str, *aliases: str) -> PartSpec:
    return PartSpec(list_kind(key, kind, missing), segment, aliases)


PARTS = (
    _spec(
        "hankittava-ammat-tutkinnon-osa",
        "hankittavat-ammat-tutkinnon-osat",
        objects.HANKITTAVA_AMMAT_TUTKINNON_OSA,
        "Hankittava ammatillinen tutkinnon osa not found",
        "puuttuva-ammatillinen-osaaminen",
    ),
    _spec(
        "hankittava-paikallinen-tutkinnon-osa",
        "hankittavat-paikalliset-tutkinnon-osat",
        objects.HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA,
        "Hankittava paikallinen tutkinnon osa not found",
        "puuttuva-paikallinen-tutkinnon-osa",
    ),
    _spec(
        "hankittava-yhteinen-tutkinnon-osa",
        "hankittavat-yhteiset-tutkinnon-osat",
        objects.HANKITTAVA_YHTEINEN_TUTKINNON_OSA,
        "HYTO not found with given HYTO ID",
        "puuttuvat-yhteiset-tutkinnon-osat",
        "puuttuvat-yhteisen-tutkinnon-osat",
    ),
    _spec(
        "aiemmin-hankittu-ammat-tutkinnon-osa",
        "aiemmin-hankitut-ammat-tutkinnon-osat",
        objects.AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA,
        "Olemassa oleva ammatillinen tutkinnon osa not found",
        "olemassa-olevat-ammatilliset-tutkinnon-osat",
    ),
    _spec(
        "aiemmin-hankittu-paikallinen-tutkinnon-osa",
        "aiemmin-hankitut-paikalliset-tutkinnon-osat",
        objects.AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA,
        "Aiemmin hankittu paikallinen tutkinnon osa not found",
        "olemassa-olevat-paikalliset-tutkinnon-osat",
    ),
    _spec(
        "aiemmin-hankittu-yhteinen-tutkinnon-osa",
        "aiemmin-hankitut-yhteiset-tutkinnon-osat",
        objects.AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA,
        "Aiemmin hankitun yhteinen tutkinnon osa not found",
        "olemassa-olevat-yhteiset-tutkinnon-osat",
    ),
    _spec(
        "opiskeluvalmiuksia-tukevat-opinnot",
        "opiskeluvalmiuksia-tukevat-opinnot",
        objects.OPISKELUVALMIUKSIA_TUKEVAT_OPINNOT,
        "OTO not found with given OTO ID",
    ),
)

MAX_DIGITS = 20  # more than an id has; an endless number costs nothing
PAIKALLISET = "hankittavat-paikalliset-tutkinnon-osat"
NAYTOT = "osaamisen-osoittaminen"
PARENT = "hankittava-paikallinen-tutkinnon-osa-id"
OLD_PARENT = "puuttuva-paikallinen-tutkinnon-osa-id"
PAIKALLINEN = PARTS[1].part
PAIKALLISEN_NAYTTO = PartKind(
    objects.OSAAMISEN_OSOITTAMINEN,
    lambda document: [osa[NAYTOT] for osa in document[PAIKALLISET]],
    "Osaamisen osoittaminen not found",
)


class PartView(HoksView):
    """What the views of parts share: the plan's document, the body in today's words, the answer."""

    kind: ObjectType
    old_words = False  # whether the path is an old one, where old field names are understood too
    translated: Translated | None = None
    sent_value: Any = None

    def read_document(self, hoks_id: int) -> tuple[Document, dict[str, str]]:
        """The plan, once it is clear that the caller may read it, and its ETag as a header."""
        stored = self.read_open(read.get_stored(hoks_id))
        headers = {"ETag": etags.quoted(stored.etag)}
        return orjson.loads(stored.sisalto or "{}"), headers

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
        return super().handle_exception(exc)

    def created(self, request: Request, part_id: int, saved: Saved) -> HttpResponse:
        """The answer to a create: id and address, in the words of the path that was used."""
        uri = f"{request.path.rstrip('/')}/{part_id}"
        headers = {"Location": uri, "ETag": etags.quoted(saved.etag)}
        return json_response({"meta": {"id": part_id}, "data": {"uri": uri}}, headers=headers)

    def changed(self, saved: Saved) -> HttpResponse:
        """The answer to a change."""
        return empty_response(204, {"ETag": etags.quoted(saved.etag)})


class PartViewSet(PartView):
    """One kind of part: its list, and each on its own."""

    part: PartKind = PARTS[0].part

    def index(self, request: Request, hoks_id: int) -> HttpResponse:
        """All parts of the kind, with their ids."""
        document, headers = self.read_document(hoks_id)
        found = [part for siblings in self.part.lists(document) for part in siblings]
        return document_response(orjson.dumps(found), headers)

    def create(self, request: Request, hoks_id: int) -> HttpResponse:
        """Add a part."""
        siblings = self.siblings(request)
        saved, part_id = self.write(request, hoks_id).create(self.part, siblings)
        return self.created(request, part_id, saved)

    def siblings(self, request: Request) -> Callable[[Document], list[Document]]:
        """The list that a new part joins."""
        return lambda document: self.part.lists(document)[0]

    def retrieve(self, request: Request, hoks_id: int, part_id: int) -> HttpResponse:
        """One part."""
        document, headers = self.read_document(hoks_id)
        return document_response(orjson.dumps(self.part.get(document, part_id)), headers)

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
        document, headers = self.read_document(hoks_id)
        naytto = self.part.get(document, part_id)
        osa = next(osa for osa in document[PAIKALLISET] if naytto in osa[NAYTOT])
        return document_response(orjson.dumps(naytto | {PARENT: osa["id"]}), headers)


def _number(value: object) -> int:
    """An id as a query or a body gives it; what is none names no part."""
    text = str(value)[:MAX_DIGITS]
    return int(text) if text.isascii() and text.isdigit() else -1


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
        document, headers = self.read_document(hoks_id)
        require_own(hoks_id, own_id)
        found = {"id": hoks_id} | {key: document[key] for key in LISTS}
        return document_response(orjson.dumps(found), headers)

    def create(self, request: Request, hoks_id: int) -> HttpResponse:
        """Replace the lists that are sent: sent twice, they stand there once."""
        saved = self.write(request, hoks_id).put_osaaminen(Operation.POST, hoks_id)
        return self.created(request, hoks_id, saved)

    def update(self, request: Request, hoks_id: int, own_id: int) -> HttpResponse:
        """Replace all three lists."""
        write = self.write(request, hoks_id)
        return self.changed(write.put_osaaminen(Operation.PUT, own_id))

    def partial_update(self, request: Request, hoks_id: int, own_id: int) -> HttpResponse:
        """Replace the lists that are sent."""
        write = self.write(request, hoks_id)
        return self.changed(write.put_osaaminen(Operation.PATCH, own_id))
