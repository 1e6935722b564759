"""What the tests that generate calls share: the operations, headers, and bodies that are accepted."""

import copy
import json

import schemathesis
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import (
    ignored_auth,
    positive_data_acceptance,
    unsupported_method,
)

from ehoks.wsgi import application
from hoks.api.schema import PART_KINDS
from hoks.schema import objects
from tests.conftest import payload
from tests.contract.answers import contract
from tests.hoks import strategies
from tests.hoks.api.parts.kinds import KINDS
from tests.hoks.plans import LEMPI
from tests.staff import as_citizen

NDJSON = "application/x-ndjson"
# The contract cannot say everything (check digits, dates beside the study right, who may write):
# input that it admits may get a documented refusal. Tickets are single-use, so the check of
# ignored credentials is a test of our own, as is that of wrong methods.
LEFT_OUT = [positive_data_acceptance, ignored_auth, unsupported_method]
ROOT_OIDS = ("oppija-oid", "opiskeluoikeus-oid")


def without_credentials(description):
    """Tickets are the test's own business: each call gets a fresh one."""
    operations = {
        path: {verb: {k: v for k, v in op.items() if k != "security"} for verb, op in item.items()}
        for path, item in description["paths"].items()
    }
    return description | {"paths": operations}


def operations():
    """Calls on all operations of the contract."""
    found = schemathesis.openapi.from_dict(without_credentials(contract()))
    found.app = application
    return found


def sparing(examples, **more):
    """So many calls of each operation, the same ones each time."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
        **more,
    )


def known_ids(case, document):
    """Ids of a whole plan and of the first part that the path of a call may mean."""
    local = document[KINDS["HPTO"].key][0]
    ids = {"hoks_id": document["id"], "own_id": document["id"], "osa_id": local["id"]}
    ids["oid"] = document["opiskeluoikeus-oid"]
    ids["module_id"] = local["module-id"]
    path = case.operation.path
    segment = path.split("/{hoks_id}/")[-1].split("/")[0]
    if "{osa_id}" in path:
        ids["part_id"] = local["osaamisen-osoittaminen"][0]["id"]
    elif segment == "osaamisen-hankkimistapa":
        ids["part_id"] = document[KINDS["HATO"].key][0]["osaamisen-hankkimistavat"][0]["id"]
    elif key := next((kind.key for kind in KINDS.values() if kind.segment == segment), None):
        ids["part_id"] = document[key][0]["id"]
    return {name: value for name, value in ids.items() if f"{{{name}}}" in path}


CALLER = {"caller-id": "1.2.246.562.10.1.test", "Host": "localhost"}  # whose cookies are kept


def headers(sis):
    """A ticket of its own for each call."""
    return CALLER | {"ticket": sis.ticket()}


def credentials(sis, case):
    """A ticket, or at the student's own addresses a session."""
    if not case.operation.path.startswith("/ehoks-oppija-backend/"):
        return {"headers": headers(sis)}
    cookies = as_citizen(LEMPI.oppija).cookies
    return {"headers": CALLER, "cookies": {name: found.value for name, found in cookies.items()}}


def name_of(case):
    """The operation's name in the contract."""
    return case.operation.definition.raw["operationId"]


# --- Bodies that are accepted ----------------------------------------------------------------------

PLANS = [payload(name) for name in ("maximal", "typical", "tuva", "minimal")]


def plans():
    """Whole plans: those of the examples, each of another learner, and sometimes random ones."""
    examples = st.sampled_from(PLANS).map(copy.deepcopy)
    return st.integers(0, 3).flatmap(lambda n: examples if n else strategies.documents())


def _without_owner(document):
    return {key: value for key, value in document.items() if key not in ROOT_OIDS}


def _osaaminen():
    kinds = {KINDS[name].key: KINDS[name].type for name in ("AHATO", "AHYTO", "AHPTO")}
    lists = {key: st.lists(strategies.parts(kind), max_size=2) for key, kind in kinds.items()}
    return st.fixed_dictionaries({}, optional=lists)


def _own_plans():
    other = {"tiiviste": "0" * 64}
    lines = st.sampled_from(PLANS).map(lambda p: {ROOT_OIDS[1]: p[ROOT_OIDS[1]]} | other)
    return st.fixed_dictionaries(
        {"hoksit": st.lists(lines, max_size=3)}, optional={"kattava": st.booleans()}
    )


def _parts():
    for kind in PART_KINDS:
        is_naytto = kind is objects.OSAAMISEN_OSOITTAMINEN
        name = "PaikallisenTutkinnonOsanNaytto" if is_naytto else kind.name
        for verb in ("create", "replace", "patch"):
            yield f"{verb}{name}", strategies.parts(kind)


ACCEPTED = {
    **dict.fromkeys(("createHoks", "validateHoks", "upsertHoks"), plans()),
    "replaceHoks": plans().map(_without_owner),
    "patchHoks": strategies.root_fields(),
    "reconcileHoksit": _own_plans(),
    **dict(_parts()),
    **dict.fromkeys(
        (f"{v}OlemassaOlevaOsaaminen" for v in ("set", "replace", "patch")), _osaaminen()
    ),
}


# --- Plans a line each -----------------------------------------------------------------------------


def _in_lines(lines):
    return b"\n".join(
        line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines
    )


def _any_json():
    leaves = st.none() | st.booleans() | st.integers() | st.text(max_size=9)
    return st.recursive(leaves, lambda below: st.lists(below, max_size=2) | _objects(below))


def _objects(below):
    return st.dictionaries(st.sampled_from([*ROOT_OIDS, "id", "x"]), below, max_size=3)


# A schema cannot tell of lines: they are made here, some of them good, some of them anything.
schemathesis.openapi.media_type(
    NDJSON, st.lists(plans() | _any_json() | st.binary(max_size=9), max_size=5).map(_in_lines)
)
