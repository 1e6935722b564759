"""Each link of the contract leads where it says, one by one: from a good answer to another."""

import copy
from typing import Any

import pytest
from schemathesis.generation.stateful.state_machine import StepOutput

from ehoks.common.dates import today
from hoks.api.links import LINKS
from tests.conftest import Sis
from tests.contract.generated import PLANS, headers, known_ids, name_of, operations
from tests.hoks.api.parts.kinds import KINDS
from tests.hoks.plans import AMMAT, LEMPI, TAVAT, naytto
from tests.sharing.conftest import LOPPU, aino_plan

linked = operations()
linked.config.phases.stateful.inference.algorithms = []  # no links but those that are told
told = [
    link
    for transitions in linked.as_state_machine()._transitions.operations.values()
    for link in transitions.outgoing
]
MAXIMAL = PLANS[0]
ROOT = {k: v for k, v in MAXIMAL.items() if k not in ("oppija-oid", "opiskeluoikeus-oid")}
OPH = {"listHoksPaged", "getHankkimistapa"}  # what only Opetushallitus may do
ALONE = {"createHoks", "validateHoks"}  # good as long as there is no plan
OTHER_DIGEST = {"opiskeluoikeus-oid": LEMPI.oikeus, "tiiviste": "0" * 64}
BODIES: dict[str, Any] = {
    **dict.fromkeys(("createHoks", "upsertHoks", "validateHoks"), MAXIMAL),
    "replaceHoks": ROOT,
    "patchHoks": {"versio": 4},
    "reconcileHoksit": {"hoksit": [OTHER_DIGEST]},
    **{f"{verb}OlemassaOlevaOsaaminen": {} for verb in ("set", "replace", "patch")},
    **{f"{v}{k.type.name}": k.sample() for k in KINDS.values() for v in ("create", "replace")},
    **{f"patch{kind.type.name}": {} for kind in KINDS.values()},
    "replaceOsaamisenHankkimistapa": MAXIMAL[KINDS["HATO"].key][0]["osaamisen-hankkimistavat"][0],
    "patchOsaamisenHankkimistapa": {"osa-aikaisuustieto": 50},
    **{f"{v}PaikallisenTutkinnonOsanNaytto": naytto() for v in ("create", "replace", "patch")},
    "patchJako": {"voimassaolo-loppu": LOPPU.isoformat()},
}
SHARED = {"listJaot", "createJako", "patchJako"}  # of a plan whose period goes on today
FIRST_PAGE = {name: {"raja": 1} for name in ("listTiedonsiirrot", "listHoksit")}


def prepared(operation, **parts):
    """A call with the body that is good for it."""
    name = operation.definition.raw["operationId"]
    body = parts.pop("body", None) or copy.deepcopy(BODIES.get(name))
    more = {} if body is None else {"body": body, "media_type": "application/json"}
    return operation.Case(**parts, **more)


def call(case):
    user = "oph-palvelu" if name_of(case) in OPH else "sampo"
    return case.call(headers=headers(Sis(user)))


def share_of(document):
    """The body with which the period of Aino's plan is shared with its instructor."""
    unit = document[AMMAT][0]
    return {
        "tutkinnonosa-module-uuid": unit["module-id"],
        "tutkinnonosa-tyyppi": "HankittavaAmmatillinenTutkinnonOsa",
        "shared-module-uuid": unit[TAVAT][0]["module-id"],
        "shared-module-tyyppi": "osaamisenhankkiminen",
        "voimassaolo-alku": today().isoformat(),
        "voimassaolo-loppu": LOPPU.isoformat(),
        "vastaanottaja": {"nimi": "Ohjaaja, Onni", "rooli": "ohjaaja"},
    }


def first_step(sis, link):
    """A call with the answer that the link goes out from."""
    name = link.source.definition.raw["operationId"]
    document, more = None, {}
    if name not in ALONE or link.status_code != "200":
        plan = aino_plan() if name in SHARED else MAXIMAL
        document = sis.document(sis.create(plan))
    if name in SHARED:
        body = share_of(document)
        made = sis.call("POST", f"/hoks/{document['id']}/jaot", body).json()
        more = {"jako_id": made["meta"]["uuid"]} if name == "patchJako" else {}
    if name == "listTiedonsiirrot":
        sis.patch(document["id"], {"versio": 5})  # a second row, for a second page
    if name == "restoreHoks":
        assert sis.call("DELETE", f"/hoks/{document['id']}").status_code == 204
    body = share_of(document) if name == "createJako" else None
    case = prepared(link.source, query=FIRST_PAGE.get(name), body=body)
    case.path_parameters = (known_ids(case, document) if document else {}) | more
    return StepOutput(call(case), case)


def test_all_links_are_told():
    assert len(told) == len(LINKS)


def words(link):
    return f"{link.source.definition.raw['operationId']} {link.status_code} {link.name}"


@pytest.mark.usefixtures("kept_connection")
@pytest.mark.parametrize("link", told, ids=words)
def test_a_link_leads_to_a_good_answer(sis, link):
    output = first_step(sis, link)
    assert str(output.response.status_code) == link.status_code, output.response.content
    found = link.extract(output)
    values = {
        place: {name: one.value.ok() for name, one in named.items()}
        for place, named in found.parameters.items()
    }
    assert all(value is not None for named in values.values() for value in named.values())
    body = found.request_body.value.ok() if found.request_body else None
    answer = call(prepared(link.target, **values, body=body))
    assert answer.status_code in (200, 204), answer.content
