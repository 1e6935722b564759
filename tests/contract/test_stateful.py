"""The links of the contract are walked: from each answer to where it leads, with real plans.

A walk begins in an empty register with a plan that is accepted, and goes on by the links alone. What
is sent is mostly such as is accepted, so that the walk leads somewhere; the rest is whatever the
contract admits, which is refused nearly always.
"""

import copy
import itertools
import re
from collections import Counter
from typing import Any
from unittest import mock

import pytest
from django.db import transaction
from hypothesis import Phase
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test
from schemathesis import GenerationMode
from schemathesis.generation.stateful.control import TransitionController
from schemathesis.specs.openapi import stateful
from schemathesis.specs.openapi.checks import ensure_resource_availability, use_after_free

from hoks.api.links import LINKS
from koodisto import lookup
from tests.conftest import Sis
from tests.contract.generated import (
    ACCEPTED,
    LEFT_OUT,
    PLANS,
    ROOT_OIDS,
    headers,
    name_of,
    operations,
    sparing,
)

WALKS, STEPS = 24, 40
STARTS = {
    *("createHoks", "upsertHoks", "validateHoks", "reconcileHoksit"),
    *("listHoksit", "listHoksPaged", "listTiedonsiirrot"),
}
OPH = {"listHoksPaged", "getHankkimistapa"}  # what only Opetushallitus may do
PRECONDITIONS = ("If-Match", "If-None-Match")  # a random one is never met
OWNERS = {plan["opiskeluoikeus-oid"]: plan["oppija-oid"] for plan in PLANS}
PAGED = {"listHoksit": ["alkaen-id"], "listTiedonsiirrot": ["ennen-id", "opiskeluoikeus-oid"]}
FOUND = {"createHoks", "upsertHoks"}

linked = operations()
linked.config.generation.update(modes=[GenerationMode.POSITIVE])
linked.config.phases.stateful.inference.algorithms = []  # no links but those that are told
NAMES = {
    found.ok().label: found.ok().definition.raw["operationId"]
    for found in linked.get_all_operations()
}


@linked.hook
def before_generate_body(context, strategy):
    """Seven bodies out of eight are of the kind that is accepted."""
    good = ACCEPTED.get(NAMES[context.operation.label])
    return (
        strategy if good is None else st.integers(0, 7).flatmap(lambda n: good if n else strategy)
    )


class Control(TransitionController):
    """Lets a walk begin where something comes of it, and archive what it stands on only late."""

    def __init__(self, transitions, roots):
        super().__init__(transitions, roots)
        self.max_operations_per_source = 1  # the same step twice tells less than another one
        self.has_plan, self.steps = False, 0

    def allow_root_transition(self, source, bundles):
        return NAMES[source] == "createHoks" or (self.has_plan and self._root_calls(source) < 2)

    def record_step(self, given, recorder):
        self.steps += 1
        super().record_step(given, recorder)

    def allow_transition(self, source, target):
        may = self.steps > STEPS // 2 or NAMES[target] != "archiveHoks"
        return may and super().allow_transition(source, target)


def is_start(operation, *_):
    return NAMES[operation.label] in STARTS


with mock.patch.object(stateful, "is_likely_root_transition", is_start):
    Linked: Any = linked.as_state_machine()


class Walker(Linked):  # type: ignore[misc]
    """Walks along the links; each walk leaves the register as it found it."""

    walked: Counter[tuple[str, int]] = Counter()  # which link, and the status it led to

    def setup(self):
        self.control = Control(self._transitions, self._root_labels)
        self.users = {name: Sis(name) for name in ("sampo", "oph-palvelu")}
        self.unused, self.archived = copy.deepcopy(PLANS), set()
        self.creates = itertools.count(1)
        self.register = transaction.atomic()
        self.register.__enter__()

    def teardown(self):
        transaction.set_rollback(True)
        self.register.__exit__(None, None, None)
        super().teardown()

    def step(self, given):
        self.lay_ground(given)
        output = super().step(given)
        status = output.response.status_code
        if given.transition and given.is_applied:
            self.walked[given.transition.id, status] += 1
        self.note(name_of(given.case), given.case.path_parameters.get("hoks_id"), status)
        return output

    def note(self, name, hoks_id, status):
        """What a plan's state tells of the answers that may come."""
        if status >= 300:
            return
        if name in FOUND:
            self.control.has_plan = True
        elif name == "archiveHoks":
            self.archived.add(hoks_id)
        elif name == "restoreHoks":
            self.archived.discard(hoks_id)
        assert name == "archiveHoks" or hoks_id not in self.archived, "an archived plan answers"

    def lay_ground(self, given):
        """What makes a call likely to be good.

        A create is mostly for a learner without a plan, an upsert sends the plan of its path, and
        pages are small, so that there is a next one.
        """
        case, name = given.case, name_of(given.case)
        for header in PRECONDITIONS:
            case.headers.pop(header, None)
        if name == "createHoks" and self.unused and next(self.creates) % 3:
            case.body = self.unused.pop(0)
        if name in PAGED and isinstance(case.query, dict):
            case.query = {k: v for k, v in case.query.items() if k in PAGED[name]} | {"raja": 1}
        if name == "upsertHoks" and isinstance(case.body, dict):
            oid = case.path_parameters["oid"] if given.transition else case.body.get(ROOT_OIDS[1])
            if oid in OWNERS:
                case.path_parameters["oid"] = oid
                case.body |= dict(zip(ROOT_OIDS, (OWNERS[oid], oid), strict=True))

    def get_call_kwargs(self, case):
        user = "oph-palvelu" if name_of(case) in OPH else "sampo"
        return {"headers": headers(self.users[user])}

    def validate_response(self, response, case, additional_checks=None, **kwargs):
        # What was archived may have been restored since, what was added replaced: `note` and the
        # count of good steps see to that, these checks look at no more than two calls.
        checks: list[Any] = [*LEFT_OUT, use_after_free, ensure_resource_availability]
        case.validate_response(
            response, excluded_checks=checks, transport_kwargs=kwargs, recorder=self.recorder
        )


# The links as the library names them: from which operation to which.
LINK_OF = {
    link.full_name: (NAMES[link.source.label], NAMES[link.target.label])
    for transitions in Walker._transitions.operations.values()
    for link in transitions.outgoing
}


def test_every_link_can_be_walked():
    assert len(LINK_OF) == len(LINKS)


VERBS = {
    **dict.fromkeys(("create", "upsert", "set", "validate"), "store"),
    **dict.fromkeys(("get", "list", "reconcile"), "read"),
    **dict.fromkeys(("replace", "patch", "dismiss"), "change"),
    **dict.fromkeys(("archive", "restore", "revoke"), "archive"),
}
# Good steps from one kind of operation to another: about a third of what there are today.
FLOORS = {
    ("store", "store"): 50,
    ("store", "read"): 40,
    ("store", "change"): 20,
    ("read", "read"): 10,
    ("read", "change"): 4,
    ("change", "read"): 4,
    ("store", "archive"): 2,
    ("archive", "archive"): 1,
}
LINKS_WALKED = 50


def kind_of(transition):
    """From what kind of operation to what kind."""
    names = LINK_OF[transition]
    return tuple(VERBS[re.match("[a-z]+", name)[0]] for name in names)


@pytest.mark.usefixtures("kept_connection")
def test_walks_along_the_links_keep_the_contract():
    lookup.check([])
    walks = sparing(WALKS, stateful_step_count=STEPS, phases=[Phase.generate])
    run_state_machine_as_test(Walker, settings=walks)
    good = {k: n for k, n in Walker.walked.items() if k[1] < 300}
    steps: Counter[Any] = Counter()
    for (transition, _), count in good.items():
        steps[kind_of(transition)] += count
    few = {kind: steps[kind] for kind, floor in FLOORS.items() if steps[kind] < floor}
    assert not few, f"too few good steps: {few} of {steps}"
    assert len(good) > LINKS_WALKED
