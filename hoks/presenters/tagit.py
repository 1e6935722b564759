"""Template tags that tell the parts of a plan: cards, what is in a card as HTML, lists beside them.

Not by templates what a page has hundreds of: those are a tenth as quick.
"""

from collections.abc import Iterable

from django import template
from django.template.context import Context
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from hoks.presenters.faktat import Kertoja
from hoks.presenters.kortti import Arvo, Fakta, Kortti, Luettelo, Pala
from hoks.presenters.nakyma import AiempiOsa, Osa

register = template.Library()
_PALA = '<div class="hoks-{}"><h{} class="hoks-valiotsikko">{}</h{}>{}{}</div>'
_JAA = (
    '<p class="hoks-jaa"><a class="ds-link" href="{}?moduuli={}">'
    '{}<span class="ds-sr-only">: {}</span></a></p>'
)


@register.simple_tag(takes_context=True)
def kortit(context: Context, osat: Iterable[Osa | AiempiOsa]) -> list[Kortti]:
    """The cards of parts; `nakyma`, `t`, `lang`, `tunnisteet` and `auki` are the page's."""
    kertoja = _kertoja(context)
    return [kertoja.osa(osa) if isinstance(osa, Osa) else kertoja.aiempi(osa) for osa in osat]


@register.simple_tag(takes_context=True)
def luettelot(context: Context) -> tuple[Luettelo, ...]:
    """What stands beside the parts."""
    return _kertoja(context).luettelot()


def _kertoja(context: Context) -> Kertoja:
    return Kertoja(
        context["nakyma"], context["t"], str(context.get("lang", "")),
        tunnisteet=bool(context.get("tunnisteet")),
        paperilla=bool(context.get("auki")),
    )  # fmt: skip


@register.simple_tag
def faktat(found: Iterable[Fakta]) -> SafeString:
    """A list of terms; nothing of none."""
    html = "".join(
        f"<div><dt>{conditional_escape(nimi)}</dt><dd>{_arvo(arvo)}</dd></div>"
        for nimi, arvo in found
    )
    return mark_safe(f'<dl class="hoks-tiedot">{html}</dl>' if html else "")  # noqa: S308 -- every text in it is escaped


@register.simple_tag(takes_context=True)
def palat(context: Context, kortti: Kortti, taso: int) -> SafeString:
    """The pieces of a card, each under a heading of that level; `jaa` is where they are shared."""
    jaa, nimi = context.get("jaa"), context["t"].get("share_this")
    html = "".join(
        format_html(_PALA, p.laji, taso, p.otsikko, taso, faktat(p.faktat), _jaa(p, jaa, nimi))
        for p in kortti.palat
    )
    return mark_safe(html)  # noqa: S308 -- made of what format_html gave


def _jaa(pala: Pala, jaa: str | None, nimi: str) -> SafeString | str:
    if not (jaa and pala.module_id):
        return ""
    return format_html(_JAA, jaa, pala.module_id, nimi, pala.otsikko)


def _arvo(arvo: Arvo) -> str:
    if isinstance(arvo, str):
        return conditional_escape(arvo)
    lines = "".join(f"<li>{conditional_escape(line)}</li>" for line in arvo)
    return f"<ul>{lines}</ul>"
