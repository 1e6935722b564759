"""The template tag that draws the bars of a row as SVG; by templates, hundreds of them are slow."""

from collections.abc import Iterator, Mapping

from django import template
from django.template.context import Context
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from ehoks.ui.templatetags.muotoilu import jakso
from ehoks.ui.templatetags.muotoilu import unlocal as luku
from hoks.presenters.aikajana.kuva import Rivi
from hoks.presenters.aikajana.palkit import Laji, Palkki

register = template.Library()
HEIGHT = 17
_DIAMOND = "M0 .5 8 8.5 0 16.5-8 8.5Z"


@register.simple_tag(takes_context=True)
def palkit(context: Context, rivi: Rivi) -> SafeString:
    """The bars of a row; `t` and `lajien_nimet` are the page's, and so are the signs (`#aj-…`)."""
    words, kinds = context["t"], context["lajien_nimet"]
    drawn = (
        f'<g class="kuva-palkki"><title>{escape(_told(p, words, kinds))}</title>'
        f"{''.join(_pieces(p))}</g>"
        for p in rivi.palkit
    )
    return mark_safe("".join(drawn))  # noqa: S308 -- every text in it is escaped


def _told(palkki: Palkki, words: Mapping[str, str], kinds: Mapping[str, str]) -> str:
    bar = palkki.jakso
    name = f", {bar.nimi}" if bar.nimi else ""
    outside = "".join(f". {words[f'ulkona_{end}']}" for end in palkki.ulkona)
    return f"{kinds[bar.laji]} {jakso(bar.alku, bar.loppu)}{name}{outside}"


def _pieces(palkki: Palkki) -> Iterator[str]:
    """The bar itself, then what lies on it."""
    laji, y = palkki.jakso.laji, luku(palkki.y)
    if palkki.jakso.is_vinonelio:
        place = f"translate({luku(palkki.keski)} {y})"
        yield f'<path class="kuva-naytto" transform="{place}" d="{_DIAMOND}"/>'
    else:
        round_ = 8 if laji is Laji.NAYTTO else 3
        yield _rect(f"kuva-{laji}", (palkki.x, palkki.leveys), palkki.y, HEIGHT, f' rx="{round_}"')
    for tauko in palkki.tauot:
        yield _rect("kuva-tauko", tauko, palkki.y, HEIGHT)
    for viiva in palkki.viivat:
        yield _rect("kuva-ymparisto", viiva, palkki.y + 18.2, 2.6)
    if palkki.has_merkki:
        yield _use(laji, palkki.merkki_x, y)
    for end in palkki.jatkuu:
        yield _use(end, palkki.x if end == "alku" else palkki.oikea, y)
    if palkki.teksti:
        look = "kuva-vieressa" if palkki.is_vieressa else f"kuva-palkissa-{laji}"
        place = f'x="{luku(palkki.teksti_x)}" y="{y}" dy="12.8"'
        yield f'<text class="{look}" {place}>{escape(str(palkki.teksti))}</text>'
    if palkki.varoitus_x is not None:
        yield _use("varoitus", palkki.varoitus_x, y)


def _rect(look: str, ends: tuple[float, float], y: float, height: float, more: str = "") -> str:
    x, width = map(luku, ends)
    return f'<rect class="{look}" x="{x}" y="{luku(y)}" width="{width}" height="{height}"{more}/>'


def _use(sign: str, x: float, y: str) -> str:
    return f'<use href="#aj-{sign}" x="{luku(x)}" y="{y}"/>'
