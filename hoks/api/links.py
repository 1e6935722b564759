"""Where an answer leads: the links of the contract, from one operation to the next by their names.

A link bears the name of the operation that it leads to, so its summary is the link's too.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from hoks.api.schema import PART_KINDS, Schema
from hoks.schema.objects import OSAAMISEN_HANKKIMISTAPA, OSAAMISEN_OSOITTAMINEN

# Where the values of a link come from: what was asked, or what was answered.
NEW_ID, FIRST_ID = "$response.body#/meta/id", "$response.body#/data/0/id"
SENT = "$request.body"


class Link(NamedTuple):
    """From an answer of one operation to another operation."""

    source: str
    status: int
    target: str
    parameters: dict[str, str] = {}
    body: str | None = None


def _asked(name: str) -> dict[str, str]:
    """The same id as in the path of the call."""
    return {name: f"$request.path.{name}"}


def _answered(name: str, at: str) -> dict[str, str]:
    return {name: f"$response.body#/{at}"}


_BELOW = (OSAAMISEN_OSOITTAMINEN, OSAAMISEN_HANKKIMISTAPA)  # below a part, told on their own
KINDS = [kind.name for kind in PART_KINDS if kind not in _BELOW]
TAPA = OSAAMISEN_HANKKIMISTAPA.name
LOCAL, NAYTTO, OSAAMINEN = (
    "HankittavaPaikallinenTutkinnonOsa",
    "PaikallisenTutkinnonOsanNaytto",
    "OlemassaOlevaOsaaminen",
)
OWN = _asked("hoks_id")
OF_HOKS = ("getHoks", "replaceHoks", "patchHoks", "archiveHoks", "listHankintakoulutukset")


def _of_plans() -> Iterator[Link]:
    """From a stored plan to all that can be done with it; from a list to what it lists."""
    of_new = [*OF_HOKS, *(f"create{name}" for name in KINDS), f"set{OSAAMINEN}"]
    for target in of_new:
        yield Link("createHoks", 200, target, {"hoks_id": NEW_ID})
        yield Link("upsertHoks", 200, target, {"hoks_id": NEW_ID})
    yield Link("createHoks", 400, "getHoks", _answered("hoks_id", "hoks-id"))
    yield Link("validateHoks", 200, "createHoks", body=SENT)
    of_oid = {"opiskeluoikeus-oid": f"{SENT}#/opiskeluoikeus-oid"}
    for status in (200, 400):
        yield Link("createHoks", status, "listTiedonsiirrot", of_oid)
    yield Link("createHoks", 200, "listHoksit")
    for source, status in (("replaceHoks", 204), ("patchHoks", 204), ("restoreHoks", 204)):
        yield Link(source, status, "getHoks", OWN)
    yield Link("archiveHoks", 204, "restoreHoks", OWN)
    yield Link("getHoks", 200, "replaceHoks", OWN)
    oid = _answered("oid", "data/opiskeluoikeus-oid")
    yield Link("getHoks", 200, "getHoksByOpiskeluoikeus", oid)
    period = "data/hankittavat-ammat-tutkinnon-osat/0/osaamisen-hankkimistavat/0/id"
    yield Link("getHoks", 200, "getHankkimistapa", _answered("oht_id", period))
    yield Link("getHoksByOpiskeluoikeus", 200, "getHoks", _answered("hoks_id", "data/id"))
    yield Link("getHoksByOpiskeluoikeus", 200, "upsertHoks", _asked("oid"))
    for source in ("listHoksit", "reconcileHoksit"):
        yield Link(source, 200, "getHoks", {"hoks_id": FIRST_ID})
    yield Link("listHoksit", 200, "listHoksit", _answered("alkaen-id", "meta/viimeinen-id"))
    yield Link("listHoksPaged", 200, "listHoksPaged", _answered("from-id", "data/last-id"))
    next_page = _answered("ennen-id", "meta/seuraava")
    yield Link("listTiedonsiirrot", 200, "listTiedonsiirrot", next_page)
    yield Link("listTiedonsiirrot", 200, "dismissRefusal", {"row_id": FIRST_ID})


def _of_parts(name: str, above: dict[str, str]) -> Iterator[Link]:
    """From a new part to what can be done with it, and from a change to what became of it."""
    new, own = above | {"part_id": NEW_ID}, above | _asked("part_id")
    for verb in ("get", "replace", "patch"):
        yield Link(f"create{name}", 200, f"{verb}{name}", new)
    yield Link(f"create{name}", 200, f"list{name}", above)
    yield Link(f"list{name}", 200, f"get{name}", above | {"part_id": FIRST_ID})
    for verb in ("replace", "patch"):
        yield Link(f"{verb}{name}", 204, f"get{name}", own)


def _of_naytot() -> Iterator[Link]:
    above = OWN | {"osa_id": NEW_ID}
    for target in (f"create{NAYTTO}", f"list{NAYTTO}"):
        yield Link(f"create{LOCAL}", 200, target, above)


def _of_tavat() -> Iterator[Link]:
    first = OWN | {"part_id": FIRST_ID}
    yield Link("getHoks", 200, f"list{TAPA}", OWN)
    for verb in ("get", "replace", "patch"):
        yield Link(f"list{TAPA}", 200, f"{verb}{TAPA}", first)
    for verb in ("replace", "patch"):
        yield Link(f"{verb}{TAPA}", 204, f"get{TAPA}", OWN | _asked("part_id"))


def _of_osaaminen() -> Iterator[Link]:
    new, own = OWN | {"own_id": NEW_ID}, OWN | _asked("own_id")
    yield Link(f"set{OSAAMINEN}", 200, f"get{OSAAMINEN}", OWN)
    for target in (f"get{OSAAMINEN}ById", f"replace{OSAAMINEN}", f"patch{OSAAMINEN}"):
        yield Link(f"set{OSAAMINEN}", 200, target, new)
    for verb in ("replace", "patch"):
        yield Link(f"{verb}{OSAAMINEN}", 204, f"get{OSAAMINEN}ById", own)


def _of_jaot() -> Iterator[Link]:
    """From a plan to its shares, and from a share to what can be done with it."""
    yield Link("createHoks", 200, "listJaot", {"hoks_id": NEW_ID})
    yield Link("getHoks", 200, "listJaot", OWN)
    yield Link("listJaot", 200, "getJako", OWN | _answered("jako_id", "data/0/share-id"))
    for target in ("getJako", "patchJako", "revokeJako"):
        yield Link("createJako", 200, target, OWN | _answered("jako_id", "meta/uuid"))
    yield Link("patchJako", 204, "getJako", OWN | _asked("jako_id"))


LINKS = (
    *_of_plans(),
    *(link for name in KINDS for link in _of_parts(name, OWN)),
    *_of_naytot(),
    *_of_parts(NAYTTO, OWN | _asked("osa_id")),
    *_of_tavat(),
    *_of_osaaminen(),
    *_of_jaot(),
)


def add_links(result: Schema, generator: Any, request: Any, public: Any) -> Schema:
    """Postprocessing hook: the links of each answer."""
    answers = {
        operation["operationId"]: operation["responses"]
        for item in result["paths"].values()
        for operation in item.values()
    }
    for link in LINKS:
        told: Schema = {"operationId": link.target}
        if link.parameters:
            told["parameters"] = link.parameters
        if link.body:
            told["requestBody"] = link.body
        answers[link.source][str(link.status)].setdefault("links", {})[link.target] = told
    return result
