"""Shares of a plan for the provider's own systems: `/hoks/{id}/jaot`."""

import datetime as dt
import uuid
from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request

from ehoks.audit import log as audit
from ehoks.auth.privileges import Oikeus
from ehoks.rest.wire import empty_response, json_response
from hoks import access
from hoks.api.hoks import HoksView
from hoks.rules.konteksti import Konteksti
from hoks.schema.fields import Operation
from hoks.services import checks, read
from hoks.services.read import StoredHoks
from sharing import linkki
from sharing.api import contract
from sharing.errors import JakoNotFound, NoSuchPart
from sharing.models import Jako, Luoja
from sharing.schema import JAKO, LAHETYS
from sharing.services import jakaminen, luettelo
from sharing.services.jakaminen import Jakaja, Pyynto
from sharing.services.luettelo import Rivi
from sharing.sisalto import find_kohde
from sharing.voimassaolo import Aika

Document = dict[str, Any]


class _JaotView(HoksView):
    """A plan of a school where the caller has the right."""

    is_transfer = False

    def opened(self, hoks_id: int, oikeus: Oikeus) -> StoredHoks:
        """The plan with its document. Raises as `checks.require_open`."""
        stored = read.get_stored(hoks_id)
        self.kohde = stored.kohde
        checks.require_open(stored, self.kayttaja, oikeus)
        return stored

    def mark_on(self, stored: StoredHoks) -> audit.Tekija:
        """The mark of the system: its provider, and the ground that the student is told."""
        return access.as_reader(self.asiakas().tekija, self.kayttaja, stored.oppilaitos_oid)

    def jakaja(self, stored: StoredHoks) -> Jakaja:
        """The system shares in the provider's name."""
        kayttaja = self.kayttaja
        return Jakaja(Luoja.PALVELU, kayttaja.oid, kayttaja.username, self.mark_on(stored))


class JaotViewSet(_JaotView):
    """`/hoks/{id}/jaot`."""

    @contract.list_jaot
    def index(self, request: Request, hoks_id: int) -> HttpResponse:
        """All shares of the plan."""
        self.operaatio = "list-shares"
        stored = self.opened(hoks_id, Oikeus.READ)
        found = [told(rivi) for rivi in luettelo.list_jaot(stored)]
        audit.record("list-shares", self.mark_on(stored), stored.kohde)
        return json_response({"meta": {}, "data": found})

    @contract.create_jako
    def create(self, request: Request, hoks_id: int) -> HttpResponse:
        """Share with whom the part names."""
        self.operaatio = "share"
        sent = self.sent().value
        stored = self.opened(hoks_id, Oikeus.WRITE)
        body = checks.require_valid(JAKO, Operation.POST, sent, Konteksti())
        jako = jakaminen.create_jako(
            stored=stored, pyynto=to_pyynto(stored, body), jakaja=self.jakaja(stored)
        )
        return made(request, jako)


class JakoViewSet(_JaotView):
    """`/hoks/{id}/jaot/{share-id}`."""

    @contract.get_jako
    def retrieve(self, request: Request, hoks_id: int, jako_id: uuid.UUID) -> HttpResponse:
        """How it stands."""
        self.operaatio = "list-shares"
        stored = self.opened(hoks_id, Oikeus.READ)
        rivi = _found(stored, jako_id)
        audit.record("list-shares", self.mark_on(stored), stored.kohde)
        return json_response({"meta": {}, "data": told(rivi)})

    @contract.patch_jako
    def partial_update(self, request: Request, hoks_id: int, jako_id: uuid.UUID) -> HttpResponse:
        """Another last day; a body without one changes nothing."""
        self.operaatio = "extend-share"
        sent = self.sent().value
        stored = self.opened(hoks_id, Oikeus.WRITE)
        rivi = _found(stored, jako_id)
        body = checks.require_valid(JAKO, Operation.PATCH, sent, Konteksti())
        if "voimassaolo-loppu" in body:
            loppu = dt.date.fromisoformat(body["voimassaolo-loppu"])
            jakaminen.extend_jako(
                stored=stored, jako=rivi.jako, loppu=loppu, jakaja=self.jakaja(stored)
            )
        return empty_response(204)

    @contract.revoke_jako
    def destroy(self, request: Request, hoks_id: int, jako_id: uuid.UUID) -> HttpResponse:
        """End it."""
        self.operaatio = "revoke-share"
        stored = self.opened(hoks_id, Oikeus.WRITE)
        jakaminen.revoke_jako(
            stored=stored, jako=_found(stored, jako_id).jako, jakaja=self.jakaja(stored)
        )
        return empty_response(204)


class LahetysViewSet(_JaotView):
    """`/hoks/{id}/jaot/{share-id}/lahetys`."""

    @contract.send_jako
    def create(self, request: Request, hoks_id: int, jako_id: uuid.UUID) -> HttpResponse:
        """Send the link again."""
        self.operaatio = "resend-share"
        sent = self.sent().value
        stored = self.opened(hoks_id, Oikeus.WRITE)
        rivi = _found(stored, jako_id)
        body = checks.require_valid(LAHETYS, Operation.POST, sent, Konteksti())
        address = body.get("sahkoposti") or ""
        jakaminen.resend_jako(
            stored=stored, jako=rivi.jako, sahkoposti=address, jakaja=self.jakaja(stored)
        )
        return empty_response(204)


def _found(stored: StoredHoks, jako_id: uuid.UUID) -> Rivi:
    rivi = luettelo.find_jako(stored, jako_id)
    if rivi is None:
        raise JakoNotFound
    return rivi


def to_pyynto(stored: StoredHoks, body: Document, suostumus: str = "") -> Pyynto:
    """What a body asks for.

    Raises:
        NoSuchPart: the plan has no such part, or it is of another type or unit than was said.
    """
    kohde = find_kohde(stored.document, body["shared-module-uuid"].lower())
    if (
        kohde is None
        or kohde.moduuli_tyyppi != body["shared-module-tyyppi"]
        or kohde.osa_tyyppi != body["tutkinnonosa-tyyppi"]
        or kohde.osa["module-id"] != body["tutkinnonosa-module-uuid"].lower()
    ):
        raise NoSuchPart
    to = body.get("vastaanottaja") or {}
    days = (dt.date.fromisoformat(body[f"voimassaolo-{end}"]) for end in ("alku", "loppu"))
    return Pyynto(
        module_id=kohde.module_id,
        aika=Aika(*days),
        rooli=to.get("rooli", "muu"),
        nimi=to.get("nimi", ""),
        sahkoposti=to.get("sahkoposti", ""),
        organisaatio=to.get("organisaatio", ""),
        kieli=body["kieli"] if body.get("kieli") in ("fi", "sv", "en") else "fi",
        viesti=body.get("viesti", ""),
        suostumus=suostumus,
    )


def made(request: Request, jako: Jako) -> HttpResponse:
    """The share's id and address; the link itself only where no mail brings it."""
    meta = {"uuid": str(jako.pk)}
    if not jako.vastaanottaja_sahkoposti:
        meta["linkki"] = linkki.address_of(jako.siemen)
    uri = f"{request.path.rstrip('/')}/{jako.pk}"
    return json_response({"meta": meta, "data": {"uri": uri}}, headers={"Location": uri})


def told(rivi: Rivi) -> Document:
    """A share as its makers see it."""
    jako = rivi.jako
    return {
        "share-id": jako.pk,
        "tutkinnonosa-module-uuid": jako.osa_module_id,
        "tutkinnonosa-tyyppi": jako.osa_tyyppi,
        "shared-module-uuid": jako.module_id,
        "shared-module-tyyppi": jako.moduuli_tyyppi,
        "voimassaolo-alku": jako.voimassa_alku,
        "voimassaolo-loppu": jako.voimassa_loppu,
        "tila": rivi.tila,
        "peruste": jako.peruste,
        "vastaanottaja": {
            "nimi": jako.vastaanottaja_nimi,
            "rooli": jako.rooli,
            "sahkoposti": jako.vastaanottaja_sahkoposti,
            "organisaatio": jako.vastaanottaja_organisaatio,
        },
        "luoja": jako.luoja,
        "luotu": jako.luotu,
        "lahetys": jako.lahetys,
        "avauksia": rivi.avauksia,
        "viimeksi-avattu": rivi.viimeksi,
    }
