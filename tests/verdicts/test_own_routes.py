"""The observed verdicts over HTTP on what hangs below parts, and on prior competence as a whole."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from hoks.schema.osaaminen import LISTS
from tests.hoks.api.parts.kinds import KINDS, NAYTTO, OSAAMINEN, Parts
from tests.hoks.plans import NAYTOT, TAVAT, full_plan, jakso
from tests.verdicts.tables import Json
from tests.verdicts.test_observed import SEEN, Seen
from tests.verdicts.tree import matches

pytestmark = pytest.mark.django_db
TIEDOT = "tarkentavat-tiedot-naytto"
TAPA = "osaamisen-hankkimistapa"


class Below(NamedTuple):
    """An observed fault of something below a part: where that stands, itself, its errors."""

    seen: Seen
    where: tuple[str | int, ...]
    value: Json
    errors: Json

    def errors_of(self, operation: str) -> Json:
        """A patch leaves as it is what it leaves out, and of a whole more keys are printed."""
        if operation != "PATCH":
            return self.errors
        is_own_key = len(self.seen.where) == len(self.where) + 1
        if is_own_key and self.seen.name.endswith(": delete"):
            return None
        is_whole = isinstance(self.errors, str)
        return self.errors.replace("PersistentArrayMap", "…") if is_whole else self.errors


def below(*lists: str) -> Iterator[Below]:
    """The observations of items of these lists."""
    for seen in SEEN:
        key = next((key for key in lists if key in seen.where[:-2]), None)
        if key is not None:
            where = seen.where[: seen.where.index(key) + 2]
            errors = None if seen.errors is None else at(seen.errors, where)
            yield Below(seen, where, at(seen.plan, where), errors)


def at(tree: Any, where: tuple[str | int, ...]) -> Any:
    for step in where:
        tree = tree[step]
    return tree


def assert_answered(found: list[tuple[str, Json, Any]]) -> None:
    """Each call's name, the errors that it must be refused with or None, and its answer."""
    wrong = []
    for name, expected, answer in found:
        got = answer.json().get("errors") if answer.status_code == 400 else None
        if answer.status_code not in (200, 204, 400) or not matches(expected, got):
            wrong.append(f"{name}\n    expected {expected}\n    got      {answer.content!r}")
    assert not wrong, "\n".join(wrong)


@pytest.fixture
def whole(sis):
    """The parts of a plan that has everything."""
    return Parts(sis, sis.create(full_plan()))


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_a_fault_of_a_way_of_acquiring(whole, method: str) -> None:
    cases = list(below(TAVAT))
    document = whole.sis.document(whole.hoks_id)

    def send(case: Below) -> Any:
        own_id = at(document, case.where)["id"]
        return whole.call(method, TAPA, own_id, raw=json.dumps(case.value).encode())

    assert_answered([(c.seen.name, c.errors_of(method), send(c)) for c in cases])
    assert len(cases) > 60
    assert sum(case.errors is None for case in cases) > 10


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_a_fault_of_a_demonstration(whole, method: str) -> None:
    cases = list(below(NAYTOT, TIEDOT))
    osa_id = whole.first("HPTO")
    path = f"{KINDS['HPTO'].segment}/{osa_id}/{NAYTTO}"
    own_id = None if method == "POST" else whole.read(path)[0]["id"]

    def send(case: Below) -> Any:
        return whole.call(method, path, own_id, raw=json.dumps(case.value).encode())

    assert_answered([(c.seen.name, c.errors_of(method), send(c)) for c in cases])
    assert len(cases) > 40
    assert sum(case.errors is None for case in cases) > 5


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_a_fault_of_prior_competence(whole, method: str) -> None:
    cases = [s for s in SEEN if s.where[0] in LISTS][::3]
    own_id = None if method == "POST" else whole.hoks_id

    def send(seen: Seen) -> Any:
        sent = {seen.where[0]: seen.plan[seen.where[0]]} if seen.where[0] in seen.plan else {}
        return whole.call(method, OSAAMINEN, own_id, raw=json.dumps(sent).encode())

    assert_answered([(s.name, s.errors, send(s)) for s in cases])
    assert len(cases) > 15


def test_a_way_of_acquiring_is_not_made_out_of_a_fault(whole) -> None:
    """What is judged is what becomes of it: a patch cannot take away what a period must have."""
    period = whole.read(TAPA)[0]
    before = whole.sis.get(whole.hoks_id).content
    answer = whole.patch(TAPA, period["id"], {TAVAT: [jakso("x")]})
    assert answer.json()["errors"] == {TAVAT: "disallowed-key"}
    assert whole.sis.get(whole.hoks_id).content == before
