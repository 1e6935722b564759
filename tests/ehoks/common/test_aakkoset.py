"""Names in the order of the Finnish alphabet, the same in Python and in SQL."""

import random

import pytest
from django.db import connection

from ehoks.common.aakkoset import sql_key, to_key

IN_ORDER = [
    "Aho Pekka",
    "Ahola Aino",
    "Châtelet",
    "Vaara",
    "Waaralinna",
    "Vanhanen",
    "Wuori",
    "Väänänen",
    "Übermark",
    "Ylönen",
    "Yxskog",
    "Zetterberg",
    "Åkerman",
    "Äijälä",
    "Æsop",
    "Öberg",
    "Ørsted",
]


def test_in_python():
    mixed = random.Random(1).sample(IN_ORDER, len(IN_ORDER))
    assert sorted(mixed, key=to_key) == IN_ORDER


@pytest.mark.django_db
def test_in_sql():
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT t FROM (SELECT unnest(%s::text[]) AS t) x ORDER BY {sql_key('t')}",
            [IN_ORDER[::-1]],
        )
        assert [row[0] for row in cursor.fetchall()] == IN_ORDER
