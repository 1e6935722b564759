"""The plan over HTTP: create, read, replace, patch, and its way back from a study right."""

import re
from collections.abc import Callable
from typing import Any

import orjson
from django.db import IntegrityError
from django.http import HttpResponse
from pydantic_core import PydanticCustomError
from rest_framework.request import Request

from ehoks.audit import log as audit
from ehoks.auth.privileges import Oikeus
from ehoks.common.errors import EhoksError
from ehoks.oppijaindex.services import list_hankintakoulutukset
from ehoks.rest import etags
from ehoks.rest.errors import InvalidParameter
from ehoks.rest.idempotency import Key, read_key
from ehoks.rest.views import EhoksViewSet
from ehoks.rest.wire import bytes_response, empty_response, json_response, parse_json, read_body
from hoks import access
from hoks.api import operations
from hoks.errors import ArchivedHoksExists, HoksExists, HoksNotFound, NoHoksOfOpiskeluoikeus
from hoks.schema.fields import ListOf
from hoks.schema.objects import HOKS
from hoks.schema.scalars import OPISKELUOIKEUS_OID
from hoks.services import checks, read
from hoks.services.archive import archive_hoks, restore_hoks
from hoks.services.poisto import explain
from hoks.services.read import StoredHoks
from hoks.services.save import (
    Asiakas,
    Saved,
    Sent,
    create_hoks,
    patch_hoks,
    replace_hoks,
    upsert_hoks,
)
from hoks.services.siirrot import record_accepted, record_refused

_OPERATIONS = {
    "GET": "read",
    "HEAD": "read",
    "POST": "create",
    "PUT": "overwrite",
    "DELETE": "delete",
}
_SPACE = re.compile(r"[ \t]")
_LISTS = [f.key for f in HOKS if isinstance(f.type, ListOf)]


class HoksView(EhoksViewSet):
    """What the views of a plan share: who asks, what they sent, and the mark of a refusal."""

    kohde = audit.Kohde()
    operaatio = ""  # what the logs call it, where the method does not tell
    is_transfer = True  # whether writes stand in the transfer log

    def asiakas(self) -> Asiakas:
        """Who asks."""
        assert self.tekija
        return Asiakas(self.kayttaja, self.tekija)

    def sent(self) -> Sent:
        """The body."""
        return Sent(read_body(self.request), parse_json)

    def handle_exception(self, exc: Exception) -> HttpResponse:  # type: ignore[override]
        """Of a plan that was deleted for good it is told, to those who may know."""
        if self.tekija and isinstance(exc, (HoksNotFound, NoHoksOfOpiskeluoikeus)):
            address = self.kwargs
            exc = explain(exc, self.kayttaja, address.get("hoks_id"), address.get("oid"))
        return super().handle_exception(exc)

    def note_refusal(self, error: EhoksError, tekija: audit.Tekija) -> None:
        """A known caller that was refused leaves a mark, after the transaction is rolled back."""
        operation = self.operaatio or _OPERATIONS.get(self.request.method or "", "update")
        if self.is_transfer and operation != "read":
            record_refused(operation, tekija, self.kayttaja, self.kohde, error)
        else:
            audit.record(operation, tekija, self.kohde, koodi=error.code)

    def read_open(self, stored: StoredHoks) -> StoredHoks:
        """The plan, once it is clear that the caller may read it; the look is logged."""
        self.kohde = stored.kohde
        asiakas = self.asiakas()
        checks.require_open(stored, asiakas.kayttaja, Oikeus.READ)
        reader = access.as_reader(asiakas.tekija, asiakas.kayttaja, stored.oppilaitos_oid)
        audit.record("read", reader, self.kohde)
        return stored


class HoksViewSet(HoksView):
    """`/hoks` and `/hoks/{id}`."""

    @operations.create_hoks
    def create(self, request: Request) -> HttpResponse:
        """Store a new plan."""
        sent, asiakas = self.sent(), self.asiakas()
        self.kohde = audit.Kohde(opiskeluoikeus_oid=checks.well_formed_oid(sent.value))
        key = read_key(request, asiakas.kayttaja, sent.raw)
        if key and (replayed := self._replay(key, asiakas)):
            return replayed
        path = request.path.rstrip("/")
        try:
            saved = create_hoks(sent=sent, by=asiakas, remember=_keeper(key, path))
        except (HoksExists, IntegrityError) as clash:
            # A twin with the same key may have been first by a moment: then this is a replay.
            if key and (replayed := self._replay(key, asiakas)):
                return replayed
            if isinstance(clash, HoksExists) and (hoks_id := clash.extra.get("hoks-id")):
                clash.extra["uri"] = f"{path}/{hoks_id}"
            raise
        return self._created(saved.id, f"{path}/{saved.id}", saved.etag, saved.sisalto)

    def _replay(self, key: Key, asiakas: Asiakas) -> HttpResponse | None:
        receipt = key.find_receipt()
        if receipt is None:
            return None
        stored = read.get_stored(receipt.hoks_id)
        self.kohde = stored.kohde
        if stored.deleted_at:  # as a create without a key would be told
            raise ArchivedHoksExists(extra={"hoks-id": stored.id})
        checks.require_open(stored, asiakas.kayttaja, Oikeus.WRITE)
        document = stored.document
        record_accepted("create", asiakas.tekija, self.kohde, stored.oppilaitos_oid, document)
        # With the document its own ETag must go; without it the first answer is repeated as it was.
        etag = stored.etag if self._wants_representation() else receipt.etag
        return self._created(stored.id, receipt.uri, etag, stored.sisalto)

    def _created(self, hoks_id: int, uri: str, etag: str, sisalto: bytes | None) -> HttpResponse:
        data: dict[str, Any] = {"uri": uri}
        headers = {"Location": uri, "ETag": etags.quoted(etag)}
        if self._wants_representation():
            data["hoks"] = orjson.Fragment(sisalto or b"null")
            headers["Preference-Applied"] = "return=representation"
        return json_response({"meta": {"id": hoks_id}, "data": data}, headers=headers)

    @operations.get_hoks
    def retrieve(self, request: Request, hoks_id: int) -> HttpResponse:
        """Read a plan."""
        known = etags.known_etags(request)
        stored = self.read_open(read.get_stored(hoks_id, known))
        headers = {"ETag": etags.quoted(stored.etag)}
        if stored.etag in known or known == ["*"]:
            return empty_response(304, headers)
        return document_response(stored.sisalto, headers)

    @operations.replace_hoks
    def update(self, request: Request, hoks_id: int) -> HttpResponse:
        """Replace a plan."""
        self.kohde = audit.Kohde(hoks_id)
        saved = replace_hoks(
            hoks_id=hoks_id,
            sent=self.sent(),
            by=self.asiakas(),
            precondition=etags.precondition(request),
        )
        return self._updated(saved)

    @operations.patch_hoks
    def partial_update(self, request: Request, hoks_id: int) -> HttpResponse:
        """Change fields of a plan's root."""
        self.kohde = audit.Kohde(hoks_id)
        saved = patch_hoks(
            hoks_id=hoks_id,
            sent=self.sent(),
            by=self.asiakas(),
            precondition=etags.precondition(request),
        )
        return self._updated(saved)

    @operations.archive_hoks
    def destroy(self, request: Request, hoks_id: int) -> HttpResponse:
        """Archive a plan."""
        self.kohde = audit.Kohde(hoks_id)
        precondition = etags.precondition(request)
        archive_hoks(hoks_id=hoks_id, by=self.asiakas(), precondition=precondition)
        return empty_response(204)

    def _updated(self, saved: Saved) -> HttpResponse:
        headers = {"ETag": etags.quoted(saved.etag)}
        if not self._wants_representation():
            return empty_response(204, headers)
        headers["Preference-Applied"] = "return=representation"
        sisalto = saved.sisalto or read.get_stored(saved.id).sisalto
        return document_response(sisalto, headers)

    def _wants_representation(self) -> bool:
        """As RFC 7240 writes it: quotes and parameters are allowed, and mean nothing here."""
        preferences = self.request.META.get("HTTP_PREFER", "").lower().split(",")
        wanted = (_SPACE.sub("", p.partition(";")[0]) for p in preferences)
        return any(p in ("return=representation", 'return="representation"') for p in wanted)


def _keeper(key: Key | None, path: str) -> Callable[[Saved], None] | None:
    if key is None:
        return None
    return lambda saved: key.keep_receipt(saved.id, f"{path}/{saved.id}", saved.etag)


def document_response(sisalto: bytes | None, headers: dict[str, str]) -> HttpResponse:
    """The stored bytes in the wire's envelope."""
    return bytes_response(b'{"meta":{},"data":%b}' % (sisalto or b"null"), headers=headers)


class OpiskeluoikeusViewSet(HoksView):
    """`/hoks/opiskeluoikeus/{oid}`: the way back to a plan whose id was lost."""

    @operations.get_hoks_by_opiskeluoikeus
    def retrieve(self, request: Request, oid: str) -> HttpResponse:
        """Read the root of the plan of a study right, without its parts."""
        self.kohde = audit.Kohde(opiskeluoikeus_oid=_opiskeluoikeus_oid(oid))
        known = etags.known_etags(request)
        stored = self.read_open(read.get_by_opiskeluoikeus(oid, known))
        headers = {"ETag": etags.quoted(stored.etag)}
        if stored.etag in known or known == ["*"]:
            return empty_response(304, headers)
        document = stored.document
        for key in _LISTS:
            del document[key]
        return document_response(orjson.dumps(document), headers)

    @operations.upsert_hoks
    def update(self, request: Request, oid: str) -> HttpResponse:
        """Store the plan of a study right, new or not; the answer tells its id."""
        self.kohde = audit.Kohde(opiskeluoikeus_oid=_opiskeluoikeus_oid(oid))
        saved = upsert_hoks(
            opiskeluoikeus_oid=oid,
            sent=self.sent(),
            by=self.asiakas(),
            precondition=etags.precondition(request),
        )
        uri = f"{request.path.split('/opiskeluoikeus/')[0]}/{saved.id}"
        headers = {"Location": uri, "ETag": etags.quoted(saved.etag)}
        return json_response({"meta": {"id": saved.id}, "data": {"uri": uri}}, headers=headers)


def _opiskeluoikeus_oid(oid: str) -> str:
    try:
        return str(OPISKELUOIKEUS_OID.check(oid))
    except PydanticCustomError as error:
        raise InvalidParameter("opiskeluoikeus-oid", (error.context or {})["leaf"]) from None


class PalautusViewSet(HoksView):
    """`/hoks/{id}/palautus`: an archived plan comes back."""

    @operations.restore_hoks
    def create(self, request: Request, hoks_id: int) -> HttpResponse:
        """Restore a plan; one that is not archived stays as it is."""
        self.kohde = audit.Kohde(hoks_id)
        stored = restore_hoks(hoks_id=hoks_id, by=self.asiakas())
        return empty_response(204, {"ETag": etags.quoted(stored.etag)})


class HankintakoulutuksetViewSet(HoksView):
    """`/hoks/{id}/hankintakoulutukset`: study rights that are purchased parts of the plan's."""

    @operations.list_hankintakoulutukset
    def retrieve(self, request: Request, hoks_id: int) -> HttpResponse:
        """OIDs of the study rights, as a bare array."""
        stored = self.read_open(read.get_stored(hoks_id, with_document=False))
        return json_response(list_hankintakoulutukset(stored.opiskeluoikeus_oid))
