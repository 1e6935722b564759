"""Shares for the student's own session, in the shapes of old: `/oppija/jaot`.

A browser's session opens these, so a page of somebody else's must not be able to call them: each
call bears a header that no foreign page can send without asking, and nobody is let ask.
"""

import uuid
from typing import Any

from django.http import HttpResponse
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request

from ehoks.audit import log as audit
from ehoks.auth.errors import CallerIdMissing
from ehoks.common.errors import EhoksError
from ehoks.oppijaindex.models import Opiskeluoikeus
from ehoks.rest.views import EhoksViewSet
from ehoks.rest.wire import empty_response, json_response, parse_json, read_body
from ehoks.ui import session
from ehoks.ui.cas import mark
from ehoks.ui.session import Henkilo
from hoks import access
from hoks.rules.konteksti import Konteksti
from hoks.schema.fields import Operation
from hoks.services import checks, omat
from hoks.services.read import StoredHoks
from sharing.api import contract
from sharing.api.jaot import made, to_pyynto
from sharing.errors import JakoNotFound, SessionMissing
from sharing.models import Jako, Luoja, ModuulinTyyppi
from sharing.schema import OPPIJAN_JAKO
from sharing.services import avaaminen, jakaminen
from sharing.services.jakaminen import Jakaja
from sharing.sisalto import NAYTOT, TAVAT, Kohde, cut
from sharing.ui.texts import SUOSTUMUS
from sharing.ui.tyopaikka import marked

Document = dict[str, Any]


class OppijaSession(BaseAuthentication):
    """The session of an identified person, and the header `caller-id`."""

    def authenticate(self, request: Request) -> tuple[Henkilo, audit.Tekija]:
        """Who it is, and the mark it leaves in the log.

        Raises:
            CallerIdMissing, SessionMissing.
        """
        if request.META.get("HTTP_CALLER_ID") is None:
            raise CallerIdMissing
        henkilo = session.find_henkilo(request._request.session)  # noqa: SLF001 -- Django's own
        if henkilo is None:
            raise SessionMissing
        return henkilo, mark(request._request, henkilo)  # noqa: SLF001

    def authenticate_header(self, request: Request) -> str:
        """What a 401 offers."""
        return "CAS"


class OppijaSessionScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """The cookie of the session beside the header of every call."""

    target_class = "sharing.api.oppija.OppijaSession"
    name = ["istunto", "kutsuja"]

    def get_security_definition(self, auto_schema: Any) -> list[Document]:
        """The cookie and the header."""
        return [
            {
                "type": "apiKey",
                "in": "cookie",
                "name": "ehoks_istunto",
                "description": "The session of a person identified at Suomi.fi",
            },
            {
                "type": "apiKey",
                "in": "header",
                "name": "caller-id",
                "description": "The calling system: <OID of its organisation>.<name>",
            },
        ]


class _OppijaView(EhoksViewSet):
    """Who asks is an identified person."""

    authentication_classes = (OppijaSession,)
    permission_classes = ()

    @property
    def henkilo(self) -> Henkilo:
        """Who asks."""
        found: Henkilo = self.kayttaja  # type: ignore[assignment]
        return found

    @property
    def jakaja(self) -> Jakaja:
        """The student, sharing."""
        assert self.tekija
        return Jakaja(Luoja.OPPIJA, self.henkilo.oid, self.henkilo.nimi, self.tekija)

    def own(self, eid: str) -> StoredHoks:
        """The student's own living plan of that external identifier.

        Raises:
            JakoNotFound: there is none, or it is somebody else's.
        """
        stored = omat.find_oma(self.henkilo.oid, omat.tunnus_of(eid))
        if stored is None:
            raise JakoNotFound
        return stored

    def find_own(self, jako_id: uuid.UUID) -> tuple[Jako, StoredHoks] | None:
        """A share of a plan of the student's own, and the plan."""
        jako = Jako.objects.select_related("hoks").filter(pk=jako_id).first()
        stored = jako and omat.find_oma(self.henkilo.oid, omat.tunnus_of(jako.hoks.eid))
        return (jako, stored) if jako and stored else None

    def note_refusal(self, error: EhoksError, tekija: audit.Tekija) -> None:
        """A person who was refused leaves a mark; opening leaves its own."""
        audit.record("share", tekija, audit.Kohde(), koodi=error.code)


class JakolinkitViewSet(_OppijaView):
    """`/oppija/jaot/jakolinkit`."""

    @contract.create_linkki
    def create(self, request: Request) -> HttpResponse:
        """Share; whoever does so by an own session consents."""
        sent = parse_json(read_body(request))
        body = checks.require_valid(OPPIJAN_JAKO, Operation.POST, sent, Konteksti())
        stored = self.own(body["hoks-eid"])
        pyynto = to_pyynto(stored, _named(body), suostumus=SUOSTUMUS.fi)
        jako = jakaminen.create_jako(stored=stored, pyynto=pyynto, jakaja=self.jakaja)
        return made(request, jako)


def _named(body: Document) -> Document:
    """A link that was made for nobody by name is for whoever the student gives it to."""
    unnamed = {"nimi": "Linkin saaja", "rooli": "muu"}
    return {"vastaanottaja": unnamed} | body


class JakolinkkiViewSet(_OppijaView):
    """`/oppija/jaot/jakolinkit/{uuid}`."""

    @contract.get_linkki
    def retrieve(self, request: Request, jako_id: uuid.UUID) -> HttpResponse:
        """What is shared: for the student whose it is, and for who has opened the link."""
        assert self.tekija
        own = self.find_own(jako_id)
        if own:
            return self._own(*own)
        tekija = marked(request._request, self.henkilo)  # noqa: SLF001 -- Django's own
        nahty = avaaminen.look(jako_id=jako_id, henkilo=self.henkilo, tekija=tekija)
        data = _shown(nahty.jako, nahty.kohde, nahty.document, nahty.oikeus)
        return json_response({"meta": {}, "data": data | {"voimassaolo-loppu": nahty.loppu}})

    def _own(self, jako: Jako, stored: StoredHoks) -> HttpResponse:
        assert self.tekija
        kohde, oikeus, loppu = avaaminen.require_open(jako, self.tekija)
        where = access.may_know_where(stored.oppija_oid, is_own=False)
        audit.record("read", self.tekija, stored.kohde)
        data = _shown(jako, kohde, cut(kohde, where=where), oikeus)
        return json_response({"meta": {}, "data": data | {"voimassaolo-loppu": loppu}})

    @contract.delete_linkki
    def destroy(self, request: Request, jako_id: uuid.UUID) -> HttpResponse:
        """End it."""
        own = self.find_own(jako_id)
        if own is None:
            raise JakoNotFound
        jako, stored = own
        jakaminen.revoke_jako(stored=stored, jako=jako, jakaja=self.jakaja)
        return empty_response(200)


class ModuulitViewSet(_OppijaView):
    """`/oppija/jaot/moduulit/{module-uuid}`."""

    @contract.list_moduulit
    def index(self, request: Request, module_id: uuid.UUID) -> HttpResponse:
        """The shares of a part of the student's own plans."""
        assert self.tekija
        ids = [plan.id for plan in omat.list_omat(self.henkilo.oid)]
        found = Jako.objects.filter(module_id=module_id, hoks_id__in=ids).order_by("luotu", "pk")
        audit.record("list-shares", self.tekija, audit.Kohde(oppija_oid=self.henkilo.oid))
        data = [
            {
                "share-id": jako.pk,
                "voimassaolo-alku": jako.voimassa_alku,
                "voimassaolo-loppu": jako.voimassa_loppu,
            }
            for jako in found
        ]
        return json_response({"meta": {}, "data": data})


def _shown(jako: Jako, kohde: Kohde, document: Document, oikeus: Opiskeluoikeus | None) -> Document:
    osa = next(osa for lista in document.values() for osa in lista)
    if kohde.ylaosa is not None:
        (osa,) = osa["osa-alueet"]
    tavat, naytot = osa.pop(TAVAT), osa.pop(NAYTOT)
    if kohde.moduuli_tyyppi is ModuulinTyyppi.OSA:
        osa = osa | {TAVAT: tavat, NAYTOT: naytot}
        tavat = naytot = []
    return {
        "oppija-nimi": oikeus.oppija.nimi if oikeus else "",
        "tutkinto-nimi": oikeus.tutkinto_nimi if oikeus else {},
        "osaamisala-nimi": oikeus.osaamisala_nimi if oikeus else {},
        "voimassaolo-alku": jako.voimassa_alku,
        "tutkinnonosa-tyyppi": jako.osa_tyyppi,
        "tutkinnonosa": osa,
        "osaamisen-hankkimistapa": next(iter(tavat), None),
        "osaamisen-osoittaminen": next(iter(naytot), None),
    }
