"""The operations of the data-transfer API, told in the contract."""

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema

from ehoks.rest.schema import errors, reference
from hoks.api.telling import (
    CREATED,
    ETAG,
    HOKS_ID,
    IDEMPOTENCY_KEY,
    IF_MATCH,
    IF_NONE_MATCH,
    NO_CONTENT,
    NOT_MODIFIED,
    PART_CREATED,
    PREFER,
    REMARKS,
    WHOLE,
    WRITE_ERRORS,
    Schema,
    answer,
    envelope,
    operation,
    path_id,
    query,
)
from hoks.schema.scalars import AIKALEIMA, OPISKELUOIKEUS_OID

OIKEUS_OID = OpenApiParameter(
    "oid",
    OPISKELUOIKEUS_OID.json_schema,
    OpenApiParameter.PATH,
    description="OID of the study right",
)

create_hoks = operation(
    "createHoks",
    "Store a new plan",
    {200: answer("Stored", CREATED), **errors(400, 401, 403, 413, 415, 422, 503)},
    [IDEMPOTENCY_KEY, PREFER, ETAG],
    "HOKSLuonti",
)
get_hoks = operation(
    "getHoks",
    "Read a plan",
    {200: WHOLE, 304: NOT_MODIFIED, **errors(400, 401, 403, 404, 503)},
    [HOKS_ID, IF_NONE_MATCH, ETAG],
)
replace_hoks = operation(
    "replaceHoks",
    "Replace a plan; parts that live on keep their ids",
    {200: WHOLE, 204: NO_CONTENT, **errors(400, 401, 403, 404, 412, 413, 415, 503)},
    [HOKS_ID, IF_MATCH, PREFER, ETAG],
    "HOKSKorvaus",
)
patch_hoks = operation(
    "patchHoks",
    "Change fields of a plan's root",
    {200: WHOLE, 204: NO_CONTENT, **errors(400, 401, 403, 404, 412, 413, 415, 503)},
    [HOKS_ID, IF_MATCH, PREFER, ETAG],
    "HOKSPaivitys",
)
get_hoks_by_opiskeluoikeus = operation(
    "getHoksByOpiskeluoikeus",
    "Find the plan of a study right: its root, without parts",
    {
        200: answer("The plan's root", envelope(reference("HOKSPerustiedot"))),
        304: NOT_MODIFIED,
        **errors(400, 401, 403, 404, 503),
    },
    [
        OIKEUS_OID,
        IF_NONE_MATCH,
        ETAG,
    ],
)
list_hankintakoulutukset = operation(
    "listHankintakoulutukset",
    "Study rights that are purchased parts of the plan's study right",
    {
        200: answer(
            "OIDs of study rights",
            {"type": "array", "items": {"type": "string"}},
        ),
        **errors(400, 401, 403, 404, 503),
    },
    [HOKS_ID],
)


archive_hoks = operation(
    "archiveHoks",
    "Archive a plan: nobody sees it any more, its study right stays reserved",
    {
        204: OpenApiResponse(None, "Archived"),
        **errors(400, 401, 403, 404, 412, 503),
    },
    [HOKS_ID, IF_MATCH],
)
restore_hoks = operation(
    "restoreHoks",
    "Bring an archived plan back under its old id",
    {204: OpenApiResponse(None, "Restored"), **errors(400, 401, 403, 404, 503)},
    [HOKS_ID, ETAG],
)
upsert_hoks = operation(
    "upsertHoks",
    "Store the plan of a study right, whether it is there already or not",
    {200: answer("Stored", PART_CREATED), **errors(*WRITE_ERRORS)},
    [
        OIKEUS_OID,
        IF_MATCH,
        ETAG,
    ],
    "HOKSLuonti",
)
_WARNED: Schema = {
    "type": "object",
    "properties": {"varoitukset": REMARKS},
    "required": ["varoitukset"],
    "additionalProperties": False,
}
validate_hoks = operation(
    "validateHoks",
    "Every check of a create, without storing anything; a refusal tells the warnings too",
    {
        200: answer("The plan would be stored", envelope({"type": "object"}, _WARNED)),
        **errors(400, 401, 403, 413, 415, 503),
    },
    [],
    "HOKSLuonti",
)


_LINE: Schema = {
    "type": "object",
    "properties": {
        "id": {"type": "integer"},
        "opiskeluoikeus-oid": {"type": "string"},
        "oppija-oid": {"type": "string"},
        "oppilaitos-oid": {"type": "string"},
        "tila": {"type": "string", "enum": ["voimassa", "passivoitu"]},
        "muuttunut": {"type": "string", "format": "date-time"},
    },
    "required": ["id", "opiskeluoikeus-oid", "oppija-oid", "oppilaitos-oid", "tila", "muuttunut"],
    "additionalProperties": False,
}
list_hoksit = operation(
    "listHoksit",
    "The plans of the caller's organisations, a line each: finds lost ids in one call",
    {
        200: answer(
            "Plans by id; `viimeinen-id` is where the next page begins",
            envelope(
                {"type": "array", "items": _LINE},
                {
                    "type": "object",
                    "properties": {"viimeinen-id": {"type": "integer"}},
                    "additionalProperties": False,
                },
            ),
        ),
        **errors(400, 401, 403, 503),
    },
    [
        query("alkaen-id", "Plans with a greater id than this", type="integer", minimum=0),
        query("raja", "How many at most (1000; no more than 5000)", type="integer", minimum=0),
    ],
)
list_hoks_paged = operation(
    "listHoksPaged",
    "The statistics feed: redacted plans by id, archived ones marked; for OPH's own accounts",
    {
        200: answer(
            "A page; the next one begins after `last-id`",
            envelope(
                {
                    "type": "object",
                    "properties": {
                        "result": {"type": "array", "items": reference("HOKSVipunen")},
                        "failed-ids": {"type": "array", "items": {"type": "integer"}},
                        "last-id": {"type": "integer"},
                    },
                    "required": ["result", "failed-ids", "last-id"],
                    "additionalProperties": False,
                }
            ),
        ),
        **errors(400, 401, 403, 503),
    },
    [
        query("amount", "How many plans (500; from 1 to 1000)", type="integer"),
        query("from-id", "Plans with a greater id than this (0)", type="integer"),
        query(
            "updated-after",
            "Plans changed after this moment, in UTC if it has no offset",
            **AIKALEIMA.json_schema,
        ),
    ],
)
_TEXTS: Schema = {"type": "object", "additionalProperties": {"type": "string"}}
auth_check = operation(
    "checkAuth",
    "Who the service takes the caller for, and what that caller may do where",
    {
        200: answer(
            "The caller",
            envelope(
                {
                    "type": "object",
                    "properties": {
                        "kayttaja": {"type": "string"},
                        "oid": {"type": ["string", "null"]},
                        "tyyppi": {"type": "string"},
                        "roolit": {
                            "type": "array",
                            "items": {
                                "type": "object",
                                "properties": {
                                    "nimi": {"type": "string"},
                                    "organisaatio-oid": {"type": "string"},
                                    "oikeudet": {"type": "array", "items": {"type": "string"}},
                                    "organisaatio": _TEXTS,
                                },
                                "required": ["nimi", "organisaatio-oid", "oikeudet"],
                                "additionalProperties": False,
                            },
                        },
                    },
                    "required": ["kayttaja", "oid", "tyyppi", "roolit"],
                    "additionalProperties": False,
                }
            ),
        ),
        **errors(401, 403, 503),
    },
    [],
)


def _line_verdict() -> Schema:
    return {
        "type": "object",
        "properties": {
            "rivi": {"type": "integer"},
            "opiskeluoikeus-oid": {"type": ["string", "null"]},
            "tulos": {"type": "string", "enum": ["tallennettu", "hylatty"]},
            "id": {"type": "integer"},
            "status": {"type": "integer"},
            "virhe": reference("Virhe"),
        },
        "required": ["rivi", "opiskeluoikeus-oid", "tulos"],
        "additionalProperties": False,
    }


store_many = extend_schema(
    operation_id="storeMany",
    summary="Create or replace many plans: a JSON document a line in, a verdict a line out",
    tags=["hoks"],
    request={"application/x-ndjson": reference("HOKSLuonti")},
    responses={
        (200, "application/x-ndjson"): OpenApiResponse(_line_verdict(), "A verdict for each line"),
        **errors(401, 403, 415, 503),
    },
)


_ERO: Schema = {
    "type": "object",
    "properties": {
        "opiskeluoikeus-oid": {"type": "string"},
        "ero": {
            "type": "string",
            "enum": [
                "puuttuu-taalta",
                "puuttuu-sielta",
                "eroaa",
                "passivoitu",
                "mitatoity",
                "yhdistetty",
            ],
        },
        "id": {"type": "integer"},
        "oppija-oid": {"type": "string"},
    },
    "required": ["opiskeluoikeus-oid", "ero"],
    "additionalProperties": False,
}
reconcile = operation(
    "reconcileHoksit",
    "The caller's list of plans against ours: only the differences",
    {
        200: answer(
            "Differences; `katkaistu` when the list lacks more plans than are told at once",
            envelope(
                {"type": "array", "items": _ERO},
                {
                    "type": "object",
                    "properties": {"katkaistu": {"type": "boolean"}},
                    "additionalProperties": False,
                },
            ),
        ),
        **errors(400, 401, 403, 413, 415, 503),
    },
    [],
    "TasmaytysLuonti",
)

get_hankkimistapa = operation(
    "getHankkimistapa",
    "One way of acquiring by its id alone; for Opetushallitus",
    {
        200: answer("The period", envelope(reference("OsaamisenHankkimistapa"))),
        **errors(400, 401, 403, 404, 503),
    },
    [path_id("oht_id", "The period's id")],
)
