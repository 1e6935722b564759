"""Prior competence as one object: the three lists of recognised units under one address."""

from ehoks.common.texts import Texts
from hoks.schema.fields import Field, ListOf, ObjectType
from hoks.schema.objects import HOKS
from hoks.schema.scalars import INT

LISTS = (
    "aiemmin-hankitut-ammat-tutkinnon-osat",
    "aiemmin-hankitut-yhteiset-tutkinnon-osat",
    "aiemmin-hankitut-paikalliset-tutkinnon-osat",
)


def _list_field(key: str) -> Field:
    field = HOKS.field(key)
    assert field is not None
    assert isinstance(field.type, ListOf)
    # An absent list is left as it is, except by PUT: nothing may be filled in beforehand.
    return Field(key, ListOf(field.type.item, always_shown=False), "OOOOO", field.label)


OLEMASSA_OLEVA_OSAAMINEN = ObjectType(
    name="OlemassaOlevaOsaaminen",
    label=Texts("Aiemmin hankittu osaaminen", "Tidigare förvärvat kunnande", "Prior competence"),
    fields=(
        Field("id", INT, "XOORX", Texts("HOKSin tunniste", "Planens identifierare", "Plan id")),
        *map(_list_field, LISTS),
    ),
)
