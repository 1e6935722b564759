"""How much of a plan is chosen, scheduled and done: counts, percentages and competence points."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from hoks.presenters.tila import Tila

# Who gets a percentage point that rounding leaves over, where the claims are equal.
_FIRST = (Tila.VALMIS, Tila.AIKATAULUTETTU, Tila.SUUNNITELTU)


def to_percents(counts: Mapping[Tila, int]) -> dict[Tila, int]:
    """Whole percentages that make a hundred together, by largest remainder; zeros of nothing."""
    total = sum(counts.values())
    if total == 0:
        return dict.fromkeys(Tila, 0)
    whole = {tila: counts.get(tila, 0) * 100 // total for tila in Tila}
    rest = {tila: counts.get(tila, 0) * 100 % total for tila in Tila}
    for tila in sorted(_FIRST, key=lambda tila: -rest[tila])[: 100 - sum(whole.values())]:
        whole[tila] += 1
    return whole


@dataclass(frozen=True)
class Pala:
    """What progress needs to know of a part: its state, and its extent if that is known."""

    tila: Tila
    laajuus: Decimal | None


@dataclass(frozen=True)
class Eteneminen:
    """The progress of a plan.

    `tunnustettu` are the points of prior competence, `tavoite` those of the qualification, None
    when they are not known.
    """

    maarat: dict[Tila, int]
    prosentit: dict[Tila, int]
    pisteet: dict[Tila, Decimal]
    tunnustettu: Decimal
    tavoite: Decimal | None
    laajuus_puuttuu: int  # parts whose extent is not known

    @property
    def yhteensa(self) -> Decimal:
        """All points that the plan has."""
        return sum(self.pisteet.values(), self.tunnustettu)

    @property
    def asteikko(self) -> Decimal:
        """What the whole bar stands for: a plan above its target shows as what it is."""
        return max(self.tavoite or Decimal(0), self.yhteensa)

    @property
    def puuttuu(self) -> Decimal:
        """Points to the target that nothing in the plan stands for."""
        return self.asteikko - self.yhteensa


def find_eteneminen(
    palat: Iterable[Pala],
    tunnustettu: Decimal = Decimal(0),
    tavoite: Decimal | None = None,
) -> Eteneminen:
    """The progress that the parts make."""
    parts = list(palat)
    of = {tila: [pala for pala in parts if pala.tila is tila] for tila in Tila}
    counts = {tila: len(found) for tila, found in of.items()}
    points = {
        tila: sum((p.laajuus for p in found if p.laajuus), Decimal(0)) for tila, found in of.items()
    }
    return Eteneminen(
        counts,
        to_percents(counts),
        points,
        tunnustettu,
        tavoite,
        sum(pala.laajuus is None for pala in parts),
    )
