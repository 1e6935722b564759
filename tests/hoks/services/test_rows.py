"""Documents and rows say the same, whatever is sent in whatever order."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hoks.models import HoksVersio
from hoks.schema.objects import HOKS
from tests.hoks.plans import bare, full_plan, identities, plan
from tests.hoks.stored import rows_are_the_document
from tests.hoks.strategies import documents, filled, root_fields

pytestmark = pytest.mark.django_db

few = settings(
    max_examples=25,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


class Undone:
    """What happens inside is taken back: each example begins with the same database."""

    def __enter__(self):
        self.block = transaction.atomic()
        self.block.__enter__()

    def __exit__(self, *error):
        transaction.set_rollback(True)
        self.block.__exit__(*error)


@few
@given(sent=documents())
def test_nothing_is_lost_on_the_way_in_and_out(sis, sent):
    with Undone():
        hoks_id = sis.create(sent)
        document = sis.document(hoks_id)
        assert bare(document) == filled(HOKS, sent)
        assert rows_are_the_document(hoks_id) == document
        ids = [own for own, _ in identities(document)]
        assert len(set(ids)) == len(ids)


@few
@given(
    steps=st.lists(
        st.tuples(st.just("put"), documents()) | st.tuples(st.just("patch"), root_fields()),
        min_size=1,
        max_size=4,
    )
)
def test_rows_follow_the_document_through_any_changes(sis, steps):
    with Undone():
        hoks_id = sis.create(plan())
        for method, sent in steps:
            before = bare(sis.document(hoks_id))
            answer = getattr(sis, method)(hoks_id, sent)
            assert answer.status_code == 204, answer.content.decode()
            document = rows_are_the_document(hoks_id)
            assert document == sis.document(hoks_id)
            expected = filled(HOKS, sent) if method == "put" else before | sent
            assert bare(document) == expected


@few
@given(old=documents(), new=documents())
def test_a_plan_sent_back_as_read_keeps_every_identity(sis, old, new):
    with Undone():
        hoks_id = sis.create(old)
        assert sis.put(hoks_id, new).status_code == 204
        document = sis.document(hoks_id)
        versions = HoksVersio.objects.count()
        assert sis.put(hoks_id, document).status_code == 204
        assert sis.document(hoks_id) == document
        assert HoksVersio.objects.count() == versions


def test_the_fullest_plan_is_its_rows(sis):
    hoks_id = sis.create(full_plan())
    document = rows_are_the_document(hoks_id)
    assert document == sis.document(hoks_id)


def test_rows_are_emptied_as_well_as_filled(sis):
    hoks_id = sis.create(full_plan())
    for sent in (plan(), full_plan(), plan(versio=1)):
        assert sis.put(hoks_id, sent).status_code == 204
        rows_are_the_document(hoks_id)
