"""The extent of a plan in words: chosen, done, recognised, of how much, unknown, too much."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ehoks.ui.templatetags.muotoilu import luku
from hoks.presenters.nakyma import Nakyma
from hoks.presenters.tila import Tila

TUVA_VIIKOT = Decimal(38)  # all that preparatory education has


def tell_pisteet(view: Nakyma, t: Mapping[str, str]) -> Iterator[str]:
    """Sentences: points of a qualification, of preparatory education weeks.

    What is aimed at is told where it is known; of units beyond it, that they may need a plan of
    their own.
    """
    told, yksikko = view.eteneminen, t["weeks" if view.is_tuva else "osp"]
    if not told.yhteensa:
        return
    yield t["points"].format(
        kaikki=luku(told.yhteensa - told.tunnustettu),
        valmis=luku(told.pisteet[Tila.VALMIS]),
        yksikko=yksikko,
    )
    if told.tunnustettu:
        yield t["points_recognised"].format(tunnustettu=luku(told.tunnustettu), yksikko=yksikko)
    if told.tavoite:
        yield t["points_target"].format(
            kaikki=luku(told.yhteensa), tavoite=luku(told.tavoite), yksikko=yksikko
        )
    if told.laajuus_puuttuu:
        yield t["points_unknown"].format(n=told.laajuus_puuttuu)
    if told.tavoite and told.yhteensa > told.tavoite and not view.is_tuva:
        yield t["points_over"]
