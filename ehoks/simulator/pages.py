"""The simulator's few web pages: choosing a user, saying goodbye, switching faults."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from urllib.parse import quote

from ehoks.common.texts import Texts
from ehoks.simulator.facts import Kayttaja

_CSS = (Path(__file__).parent / "pages.css").read_text("utf-8")
_CSS_HASH = base64.b64encode(hashlib.sha256(_CSS.encode()).digest()).decode()
HEADERS = (
    ("Content-Security-Policy", f"default-src 'none'; style-src 'sha256-{_CSS_HASH}'"),
    ("X-Content-Type-Options", "nosniff"),
)
_LANGUAGES = {"fi": "Suomeksi", "sv": "På svenska", "en": "In English"}

_TITLES = {
    "cas": Texts("Kirjaudu Opintopolkuun", "Logga in i Studieinfo", "Log in to Studyinfo"),
    "cas-oppija": Texts("Kirjaudu opiskelijana", "Logga in som studerande", "Log in as a student"),
}
_INTRO = Texts(
    "Tämä on Opintopolun simulaattori. Kaikki henkilöt ja organisaatiot ovat keksittyjä.",
    "Det här är Studieinfos simulator. Alla personer och organisationer är påhittade.",
    "This is a simulator of Studyinfo. All persons and organisations are made up.",
)
_CHOOSE = Texts("Valitse, kuka olet", "Välj vem du är", "Choose who you are")
_GROUPS = {
    "VIRKAILIJA": Texts("Henkilökunta", "Personal", "Staff"),
    "PALVELU": Texts("Palvelukäyttäjät", "Tjänsteanvändare", "Service users"),
    "OPPIJA": Texts("Kansalaiset", "Medborgare", "Citizens"),
}
_WRONG = Texts(
    "Käyttäjää ei ole tai salasana on väärä. Valitse käyttäjä luettelosta.",
    "Användaren finns inte eller lösenordet är fel. Välj en användare i listan.",
    "There is no such user, or the password is wrong. Choose a user from the list.",
)
_BAD_SERVICE = Texts(
    "Palvelun osoite (service) ei kelpaa: sen pitää alkaa http:// tai https://.",
    "Tjänstens adress (service) duger inte: den ska börja med http:// eller https://.",
    "The address of the service is not valid: it must begin with http:// or https://.",
)
_LOGGED_IN = Texts(
    "Olet kirjautunut käyttäjänä {username}. Palvelua, johon palata, ei annettu.",
    "Du har loggat in som {username}. Ingen tjänst att återvända till angavs.",
    "You have logged in as {username}. No service to return to was given.",
)
_LOGGED_OUT = Texts("Olet kirjautunut ulos.", "Du har loggat ut.", "You have logged out.")
_FRONT = Texts("Opintopolku pöydälläsi", "Studieinfo på ditt bord", "Studyinfo on your desk")
_FRONT_LINKS = {
    "cas/login": _TITLES["cas"],
    "cas-oppija/login": _TITLES["cas-oppija"],
    "viestit": Texts("Lähetetyt viestit", "Skickade meddelanden", "Sent mails"),
    "hairiot": Texts(
        "Häiriöt: pane palvelu epäkuntoon",
        "Störningar: sätt en tjänst ur funktion",
        "Faults: put a service out of order",
    ),
}
_FAULTS = Texts("Häiriöt", "Störningar", "Faults")
_SWITCH = Texts("Vaihda", "Byt", "Switch")
_MODE = Texts("tila", "läge", "mode")


def language(query: Mapping[str, str]) -> str:
    """The language asked for (`lang`, or `locale` as in CAS-oppija); Finnish by default."""
    lang = query.get("lang") or query.get("locale") or "fi"
    return lang if lang in _LANGUAGES else "fi"


def front(lang: str) -> str:
    """What there is to see here."""
    links = "".join(
        f'<li><a href="{path}?lang={lang}">{say(title, lang)}</a></li>'
        for path, title in _FRONT_LINKS.items()
    )
    return page(say(_FRONT, lang), f"<p>{say(_INTRO, lang)}</p><ul>{links}</ul>", lang)


def login(
    desk: str, kayttajat: Iterable[Kayttaja], service: str, lang: str, *, wrong: bool = False
) -> str:
    """The users to choose from, each with what it may do."""
    everyone = list(kayttajat)
    groups = "".join(
        _group(title, [k for k in everyone if k.tyyppi == tyyppi], lang)
        for tyyppi, title in _GROUPS.items()
    )
    error = f'<p role="alert" class="error">{say(_WRONG, lang)}</p>' if wrong else ""
    return page(
        say(_TITLES[desk], lang),
        f"<p>{say(_INTRO, lang)}</p>{error}"
        f'<form method="post" action="login?lang={lang}">'
        f'<input type="hidden" name="service" value="{escape(service)}">'
        f"<h2>{say(_CHOOSE, lang)}</h2>{groups}</form>",
        lang,
        service,
    )


def _group(title: Texts, kayttajat: list[Kayttaja], lang: str) -> str:
    if not kayttajat:
        return ""
    items = "".join(
        f'<li><button name="username" value="{escape(k.username)}">'
        f"<strong>{escape(k.nimi)}</strong> <code>{escape(k.username)}</code>"
        f"<span>{escape(k.kuvaus[lang])}</span></button></li>"
        for k in kayttajat
    )
    return f"<h3>{say(title, lang)}</h3><ul>{items}</ul>"


def bad_service(lang: str) -> str:
    """The service asked for a way back that is no web address."""
    return _message(say(_BAD_SERVICE, lang), lang)


def logged_in(username: str, lang: str) -> str:
    """Logged in, with nowhere to go."""
    return _message(say(_LOGGED_IN.format(username=username), lang), lang)


def logged_out(lang: str) -> str:
    """Goodbye."""
    return _message(say(_LOGGED_OUT, lang), lang)


def faults(now: Mapping[str, str], modes: Iterable[str], lang: str) -> str:
    """A row for each service: how it does and the other ways it could."""
    all_modes = list(modes)
    rows = "".join(_fault_row(service, mode, all_modes, lang) for service, mode in now.items())
    return page(say(_FAULTS, lang), f"<p>{say(_INTRO, lang)}</p>{rows}", lang)


def _fault_row(service: str, current: str, modes: list[str], lang: str) -> str:
    options = "".join(
        f"<option{' selected' if mode == current else ''}>{mode}</option>" for mode in modes
    )
    return (
        f'<form method="post" class="row"><input type="hidden" name="service" value="{service}">'
        f'<label for="{service}">{service}: {say(_MODE, lang)}</label>'
        f'<select id="{service}" name="mode">{options}</select>'
        f"<button>{say(_SWITCH, lang)} <span class='hidden'>{service}</span></button></form>"
    )


def _message(message: str, lang: str) -> str:
    return page("Opintopolku", f"<p>{message}</p>", lang)


def page(title: str, content: str, lang: str, service: str = "") -> str:
    """A whole page; `title` and `content` are HTML already."""
    back = f"&amp;service={quote(service, safe='')}" if service else ""
    languages = " ".join(
        f'<a href="?lang={code}{back}" lang="{code}" hreflang="{code}"'
        f"{' aria-current=true' if code == lang else ''}>{name}</a>"
        for code, name in _LANGUAGES.items()
    )
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title} – Opintopolku-simulaattori</title><style>{_CSS}</style></head>"
        f'<body><header><nav aria-label="Kieli / Språk / Language">{languages}</nav></header>'
        f"<main><h1>{title}</h1>{content}</main></body></html>"
    )


def say(texts: Texts, lang: str) -> str:
    """The words in one language, as HTML."""
    return escape(texts.say(lang))
