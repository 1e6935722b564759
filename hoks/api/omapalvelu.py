"""What a provider and its system can find out for themselves, so that nobody has to ask support."""

from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request

from ehoks.audit import log as audit
from ehoks.auth.privileges import Kayttaja
from ehoks.common.dates import as_utc
from ehoks.integrations import organisaatio
from ehoks.rest.errors import InvalidQuery
from ehoks.rest.wire import json_response
from hoks import access, errors
from hoks.api import operations
from hoks.api.hoks import HoksView
from hoks.rules.konteksti import Konteksti
from hoks.schema.fields import Operation
from hoks.schema.printing import quote
from hoks.schema.tasmaytys import TASMAYTYS
from hoks.services import checks, read
from hoks.services.luettelo import Rivi, list_hoksit
from hoks.services.save import validate_hoks
from hoks.services.tasmaytys import Ero, Oma, Osuus, find_differences


class ValidointiViewSet(HoksView):
    """`/validointi`: what a create would say, without storing anything."""

    is_transfer = False

    def lets_in(self, kayttaja: Kayttaja) -> bool:
        """People who write plans too: nothing is stored."""
        return kayttaja.is_service or access.may_write_somewhere(kayttaja)

    @operations.validate_hoks
    def create(self, request: Request) -> HttpResponse:
        """Run every check of a create."""
        sent = self.sent()
        self.kohde = audit.Kohde(opiskeluoikeus_oid=checks.well_formed_oid(sent.value))
        warnings = validate_hoks(sent=sent, by=self.asiakas())
        return json_response({"meta": {"varoitukset": warnings}, "data": {}})


class LuetteloViewSet(HoksView):
    """`/hoks/luettelo`: the caller's plans, a line each, so that lost ids are found in one call."""

    @operations.list_hoksit
    def retrieve(self, request: Request) -> HttpResponse:
        """Plans by id, after the one that the caller names."""
        after, limit = _number(request, "alkaen-id", 0), _number(request, "raja", 1000)
        asiakas = self.asiakas()
        rows = list_hoksit(asiakas.kayttaja, after, limit)
        audit.record("list", asiakas.tekija, audit.Kohde(haku=f"alkaen-id={after}&raja={limit}"))
        last = {"viimeinen-id": rows[-1].id} if rows else {}
        return json_response({"meta": last, "data": [_line(row) for row in rows]})


def _line(row: Rivi) -> dict[str, Any]:
    return {
        "id": row.id,
        "opiskeluoikeus-oid": row.opiskeluoikeus_oid,
        "oppija-oid": row.oppija_oid,
        "oppilaitos-oid": row.oppilaitos_oid,
        "tila": "passivoitu" if row.deleted_at else "voimassa",
        "muuttunut": as_utc(row.updated_at),
    }


def _number(request: Request, name: str, default: int) -> int:
    text = request.GET.get(name, "")
    if not text and name not in request.GET:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise InvalidQuery(name, f"(not (integer? {quote(text[:19])}))")
    return int(text)


class TasmaytysViewSet(HoksView):
    """`/hoks/tasmaytys`: the caller's list against ours."""

    is_transfer = False

    @operations.reconcile
    def create(self, request: Request) -> HttpResponse:
        """Only the differences."""
        asiakas = self.asiakas()
        sent = self.sent().value
        lista = checks.require_valid(TASMAYTYS, Operation.POST, sent, Konteksti())
        omat = [
            Oma(rivi["opiskeluoikeus-oid"], rivi.get("tiiviste"), rivi.get("oppija-oid"))
            for rivi in lista["hoksit"]
        ]
        kattaa = (
            Osuus(lista.get("jalkeen", ""), lista.get("asti")) if lista.get("kattava") else None
        )
        found, is_cut = find_differences(asiakas.kayttaja, omat, kattaa)
        audit.record("list", asiakas.tekija, audit.Kohde(haku=f"hoksit={len(omat)}"))
        meta = {"katkaistu": True} if is_cut else {}
        return json_response({"meta": meta, "data": [_ero(ero) for ero in found]})


def _ero(ero: Ero) -> dict[str, Any]:
    found = {
        "opiskeluoikeus-oid": ero.opiskeluoikeus_oid,
        "ero": ero.ero,
        "id": ero.hoks_id,
        "oppija-oid": ero.oppija_oid,
    }
    return {key: value for key, value in found.items() if value is not None}


class HankkimistapaViewSet(HoksView):
    """`/hoks/osaamisen-hankkimistapa/{id}`: one period by its id alone, for Opetushallitus."""

    @operations.get_hankkimistapa
    def retrieve(self, request: Request, oht_id: int) -> HttpResponse:
        """The period, in whichever plan it stands."""
        asiakas = self.asiakas()
        if not access.may_export(asiakas.kayttaja):
            raise errors.NoAccess
        found = read.find_hankkimistapa(oht_id)
        if found is None:
            raise errors.PartNotFound(missing="No osaamisen hankkimistapa found with given ID")
        stored, tapa = found
        reader = access.as_reader(asiakas.tekija, asiakas.kayttaja, stored.oppilaitos_oid)
        audit.record("read", reader, stored.kohde)
        return json_response({"meta": {}, "data": tapa})


class AuthCheckViewSet(HoksView):
    """`/auth-check`: who the service takes the caller for, and what that caller may do where."""

    @operations.auth_check
    def retrieve(self, request: Request) -> HttpResponse:
        """Name, type, roles and rights."""
        kayttaja = self.kayttaja
        roles = [
            {
                "nimi": rooli.name,
                "organisaatio-oid": rooli.organisaatio_oid,
                "oikeudet": sorted(rooli.oikeudet),
                "organisaatio": _nimi(rooli.organisaatio_oid),
            }
            for rooli in kayttaja.roolit
        ]
        data = {
            "kayttaja": kayttaja.username,
            "oid": kayttaja.oid,
            "tyyppi": kayttaja.tyyppi,
            "roolit": roles,
        }
        return json_response({"meta": {}, "data": data})


def _nimi(oid: str) -> dict[str, str]:
    found = organisaatio.get_organisaatio(oid)
    return found.nimi if found else {}
