"""Every exhibit is sent again: it is accepted, comes back as it did, and stays what it is."""

from typing import Any

import orjson
import pytest

from hoks.models import Hoks, HoksVersio
from hoks.schema.compile import validate
from hoks.schema.fields import Operation
from hoks.schema.objects import HOKS
from hoks.schema.vipunen import HOKS_VIPUNEN
from hoks.services.vipunen import to_vipunen
from tests.hoks.plans import bare, nothing_written
from tests.hoks.stored import rows_are_the_document
from tests.museo.exhibits import Exhibit, read_exhibits
from tests.museo.visit import ID, Visit, masked, told_lines
from tests.verdicts.shape import differences

pytestmark = pytest.mark.django_db
EXHIBITS = read_exhibits()


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.name)
def test_an_exhibit_is_accepted_and_served_as_ever(sis, exhibit: Exhibit) -> None:
    visit = Visit(sis)
    for call in exhibit.calls:
        answer = visit.send(call)
        assert answer.status_code == call.status, answer.content.decode()
        is_answered(call.label, answer)
        if "served" in call.label:
            found = masked(visit.read(call, answer))
            assert differences(call.label["served"], found) == []
    for hoks_id in Hoks.objects.filter(deleted_at=None).values_list("id", flat=True):
        is_sound(hoks_id)
        is_unchanged_by_itself(visit, f"/hoks/{hoks_id}")
    for path, seen in visit.seen.items():
        if visit.call("GET", path).status_code == 200 and not is_list_or_root(path):
            is_unchanged_by_itself(visit, path, seen)


def is_answered(label: Any, answer: Any) -> None:
    """The answer's own body: as the exhibit says, else an id and an address, or nothing."""
    if "answer" in label:
        found = told_lines(answer) or answer.json()
        assert differences(label["answer"], masked(found)) == []
    elif answer.status_code == 200:
        body = masked(answer.json())
        assert body["meta"] == {"id": ID}
        assert answer.headers["Location"] == answer.json()["data"]["uri"]
    else:
        assert answer.content == b""


def is_list_or_root(path: str) -> bool:
    """Whether an address serves something that cannot be sent back there."""
    return not path.rsplit("/", 1)[1].isdigit()


def is_sound(hoks_id: int) -> None:
    """Each stored version fits today's declaration as it was stored, and today's statistics."""
    rows_are_the_document(hoks_id)
    for version in HoksVersio.objects.filter(hoks_id=hoks_id):
        document = orjson.loads(version.sisalto)
        assert validate(HOKS, Operation.GET, document) == document
        assert bare(validate(HOKS, Operation.PUT, document)) == bare(document)
        told = to_vipunen(orjson.loads(version.sisalto))
        assert told is not None
        redacted = orjson.loads(told)
        assert validate(HOKS_VIPUNEN, Operation.VIPUNEN, redacted) == redacted


def is_unchanged_by_itself(visit: Visit, path: str, body: Any = None) -> None:
    """What is served, sent back to where it came from, is no change."""
    path = visit.address(path)
    before = visit.call("GET", path)
    with nothing_written():
        answer = visit.call("PUT", path, body=before.json()["data"])
        assert answer.status_code == 204, answer.content.decode()
    after = visit.call("GET", path)
    assert (after.content, after.headers["ETag"]) == (before.content, before.headers["ETag"])
