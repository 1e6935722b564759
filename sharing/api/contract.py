"""The words with which the operations on shares are told in the contract."""

from functools import partial
from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from ehoks.rest.schema import errors
from hoks.api.schema import collect
from hoks.api.telling import HOKS_ID, answer, envelope, operation
from hoks.schema.fields import Operation
from sharing.models import Lahetys, Luoja, ModuulinTyyppi, OsanTyyppi, Peruste, Rooli
from sharing.schema import JAKO, LAHETYS, OPPIJAN_JAKO
from sharing.voimassaolo import Tila

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_DAY: Schema = {"type": "string", "format": "date"}
_UUID: Schema = {"type": "string", "format": "uuid"}
_MOMENT: Schema = {"type": ["string", "null"], "format": "date-time"}


def _one_of(values: Any) -> Schema:
    return {"type": "string", "enum": [str(value) for value in values]}


def _object(properties: Schema, optional: tuple[str, ...] = ()) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if key not in optional],
        "additionalProperties": False,
    }


TOLD = _object(
    {
        "share-id": _UUID,
        "tutkinnonosa-module-uuid": _UUID,
        "tutkinnonosa-tyyppi": _one_of(OsanTyyppi),
        "shared-module-uuid": _UUID,
        "shared-module-tyyppi": _one_of(ModuulinTyyppi),
        "voimassaolo-alku": _DAY,
        "voimassaolo-loppu": _DAY,
        "tila": _one_of(Tila),
        "peruste": _one_of(Peruste),
        "vastaanottaja": _object(
            {"nimi": _TEXT, "rooli": _one_of(Rooli), "sahkoposti": _TEXT, "organisaatio": _TEXT}
        ),
        "luoja": _one_of(Luoja),
        "luotu": {"type": "string", "format": "date-time"},
        "lahetys": _one_of(Lahetys),
        "avauksia": {"type": "integer"},
        "viimeksi-avattu": _MOMENT,
    }
)
_NAMES: Schema = {"type": "object", "additionalProperties": _TEXT}
_FREE: Schema = {"type": ["object", "null"], "description": "What is shared of it, and no more"}
SHOWN = _object(
    {
        "oppija-nimi": _TEXT,
        "tutkinto-nimi": _NAMES,
        "osaamisala-nimi": _NAMES,
        "voimassaolo-alku": _DAY,
        "voimassaolo-loppu": _DAY,
        "tutkinnonosa-tyyppi": _one_of(OsanTyyppi),
        "tutkinnonosa": _FREE,
        "osaamisen-hankkimistapa": _FREE,
        "osaamisen-osoittaminen": _FREE,
    }
)
_MADE = envelope(
    _object({"uri": _TEXT}),
    _object(
        {
            "uuid": _UUID,
            "linkki": _TEXT
            | {"description": "The link for the recipient; told only where no mail is sent"},
        },
        optional=("linkki",),
    ),
)
_JAKO_ID = OpenApiParameter(
    "jako_id", _UUID, OpenApiParameter.PATH, description="The share's `share-id`"
)
_OF_PLAN = (400, 401, 403, 404, 503)
_WRITTEN = (413, 415, *_OF_PLAN)
_DONE = OpenApiResponse(None, "Done")


def add_components(result: Schema, generator: Any, request: Any, public: Any) -> Schema:
    """Postprocessing hook: the bodies that make and change shares."""
    schemas = result.setdefault("components", {}).setdefault("schemas", {})
    schemas |= collect(JAKO, Operation.POST) | collect(JAKO, Operation.PATCH)
    schemas |= collect(OPPIJAN_JAKO, Operation.POST) | collect(LAHETYS, Operation.POST)
    result["components"]["schemas"] = dict(sorted(schemas.items()))
    return result


_describe = partial(operation, tag="jaot")

list_jaot = _describe(
    "listJaot",
    "Shares of a plan, whoever made them",
    {
        200: answer("The newest first", envelope({"type": "array", "items": TOLD})),
        **errors(*_OF_PLAN),
    },
    [HOKS_ID],
)
create_jako = _describe(
    "createJako",
    "Share a part with an instructor or an assessor whom the part names; a mail with the link is sent",
    {200: answer("The share", _MADE), **errors(*_WRITTEN)},
    [HOKS_ID],
    "JakoLuonti",
)
get_jako = _describe(
    "getJako",
    "How a share stands",
    {200: answer("The share", envelope(TOLD)), **errors(*_OF_PLAN)},
    [HOKS_ID, _JAKO_ID],
)
patch_jako = _describe(
    "patchJako",
    "Give a share another last day",
    {204: _DONE, **errors(*_WRITTEN)},
    [HOKS_ID, _JAKO_ID],
    "JakoPaivitys",
)
send_jako = _describe(
    "sendJako",
    "Send the link again, to another address if that one was wrong",
    {204: _DONE, **errors(*_WRITTEN)},
    [HOKS_ID, _JAKO_ID],
    "JaonLahetysLuonti",
)
revoke_jako = _describe(
    "revokeJako",
    "End a share at once",
    {204: _DONE, **errors(*_OF_PLAN)},
    [HOKS_ID, _JAKO_ID],
)

# --- The student's own ------------------------------------------------------------------------------

_OWN = (401, 404, 503)
create_linkki = _describe(
    "createJakolinkki",
    "The student shares a part of an own plan; to do so is to consent",
    {200: answer("The share", _MADE), **errors(400, 413, 415, *_OWN)},
    [],
    "OppijanJakoLuonti",
)
get_linkki = _describe(
    "getJakolinkki",
    "What is shared, for the student and for the person who has opened the link",
    {200: answer("What is shared", envelope(SHOWN)), **errors(410, 423, 429, *_OWN)},
    [_JAKO_ID],
)
delete_linkki = _describe(
    "deleteJakolinkki",
    "The student ends an own share",
    {200: OpenApiResponse(None, "Ended"), **errors(403, *_OWN)},
    [_JAKO_ID],
)
list_moduulit = _describe(
    "listJakolinkit",
    "The student's shares of a part",
    {
        200: answer(
            "Ended ones too; empty when there are none",
            envelope(
                {
                    "type": "array",
                    "items": _object(
                        {"share-id": _UUID, "voimassaolo-alku": _DAY, "voimassaolo-loppu": _DAY}
                    ),
                }
            ),
        ),
        **errors(*_OWN),
    },
    [
        OpenApiParameter(
            "module_id", _UUID, OpenApiParameter.PATH, description="The part's `module-id`"
        )
    ],
)
