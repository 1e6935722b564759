"""The pages of the outbox: the mails that would have left, each readable as its recipient gets it."""

import re
from collections.abc import Iterable
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from ehoks.common.texts import Texts
from ehoks.simulator import pages
from ehoks.simulator.state import Mail

_TITLE = Texts("Lähetetyt viestit", "Skickade meddelanden", "Sent mails")
_NONE = Texts(
    "Yhtään viestiä ei ole lähetetty.", "Inga meddelanden har skickats.", "No mail has been sent."
)
_TO = Texts("Vastaanottaja", "Mottagare", "To")
_SENT = Texts("Lähetetty", "Skickat", "Sent")
_BACK = Texts("Kaikki viestit", "Alla meddelanden", "All mails")
_LINK = re.compile(r"https?://[^\s<>\"&]+(?:&amp;[^\s<>\"&]+)*")
_HELSINKI = ZoneInfo("Europe/Helsinki")


def listing(mails: Iterable[Mail], lang: str) -> str:
    """Every mail, newest first: when, to whom, about what."""
    rows = "".join(
        f'<li><a href="viestit/{mail.lahetys}?lang={lang}">{escape(mail.document["otsikko"])}</a>'
        f"<span>{_when(mail)} · {escape(mail.osoite)}</span></li>"
        for mail in mails
    )
    content = f"<ul class='mails'>{rows}</ul>" if rows else f"<p>{pages.say(_NONE, lang)}</p>"
    return pages.page(pages.say(_TITLE, lang), content, lang)


def one(mail: Mail, lang: str) -> str:
    """One mail; the addresses in it are links."""
    document = mail.document
    body = _LINK.sub(lambda found: f'<a href="{found[0]}">{found[0]}</a>', _text(document))
    (kieli, *_) = document["kielet"]
    return pages.page(
        escape(document["otsikko"]),
        f"<dl><dt>{pages.say(_TO, lang)}</dt><dd>{escape(mail.osoite)}</dd>"
        f"<dt>{pages.say(_SENT, lang)}</dt><dd>{_when(mail)}</dd></dl>"
        f'<div class="mail" lang="{escape(kieli)}">{body}</div>'
        f'<p><a href="../viestit?lang={lang}">{pages.say(_BACK, lang)}</a></p>',
        lang,
    )


def _text(document: dict[str, str]) -> str:
    """The body as text, escaped; of one in HTML, its source."""
    return escape(document["sisalto"])


def _when(mail: Mail) -> str:
    sent = datetime.fromtimestamp(mail.sent, _HELSINKI)
    return f"{sent.day}.{sent.month}.{sent.year} {sent:%H.%M}"
