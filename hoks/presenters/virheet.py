"""Every error the service can answer with, sorted and worded for people."""

from functools import cache
from typing import Any

from django.conf import settings

from ehoks.auth import errors as auth_errors
from ehoks.common.errors import EhoksError, Fixer
from ehoks.help_texts import ADVICE, ERROR_GROUPS, FIXERS
from ehoks.integrations import errors as integration_errors
from ehoks.rest import errors as rest_errors
from hoks import errors as hoks_errors
from hoks.rules import koodit
from hoks.rules.judge import ALL_RULES
from hoks.schema.texts import CATALOGUE

# The room an error is declared in tells its group, but for these.
_BY_ROOM = {
    rest_errors.__name__: "kutsu",
    auth_errors.__name__: "oikeudet",
    integration_errors.__name__: "rekisterit",
    "sharing.errors": "jaot",  # a floor above this one
    hoks_errors.__name__: "hoks",
}
_BY_CODE = {
    "no-privilege": "oikeudet",
    "id-mismatch": "kutsu",
    "version-mismatch": "kutsu",
    "opiskeluoikeus-not-found": "rekisterit",
    "oppija-not-found": "rekisterit",
    "opiskeluoikeus-of-another": "rekisterit",
    "opiskeluoikeus-linked": "rekisterit",
    "opiskeluoikeus-finished": "rekisterit",
    "opiskeluoikeus-not-indexed": "omat",
    "unexpected-error": "omat",
    "database-unavailable": "omat",
}
# What a person who fills in a plan cannot get wrong: only the program that sends it can.
_OF_PROGRAMS = frozenset(
    {"unknown-key", "not-an-object", "not-a-list", "not-a-string", "not-an-integer", "too-many"}
    | {"not-a-number", "not-a-boolean", "not-a-date", "not-a-timestamp", "invalid-timestamp"}
    | {"invalid-uuid", "invalid-koodi", "invalid-character", "empty-tunniste", "out-of-range"}
    | {"missing-yksiloiva-tunniste"}
)

Entry = dict[str, Any]


class _Dots(dict[str, object]):
    """Stands for parameters whose values are not known here."""

    def __missing__(self, key: str) -> str:
        return "…"


def groups(lang: str, fixer: Fixer | None = None) -> list[dict[str, Any]]:
    """The groups in the page's order, each with its entries; those of one fixer only, if asked."""
    entries = [*_errors(lang), *_violations(lang)]
    return _grouped([e for e in entries if fixer is None or e["fixer"] is fixer], lang)


def group_of(code: str, lang: str) -> list[dict[str, Any]]:
    """The group of one code with its entry alone; none of a code that there is not."""
    entries = [*_errors(lang), *_violations(lang)]
    return _grouped([entry for entry in entries if entry["code"] == code], lang)


def _grouped(wanted: list[Entry], lang: str) -> list[dict[str, Any]]:
    return [
        {"id": name, "heading": head.say(lang), "intro": intro.say(lang), "entries": found}
        for name, (head, intro) in ERROR_GROUPS.items()
        if (found := [e for e in wanted if e["group"] == name])
    ]


@cache
def advice(lang: str) -> dict[str, Entry]:
    """By code: who can put an error right (`who`) and how (`how`)."""
    return {entry["code"]: entry for entry in (*_violations(lang), *_errors(lang))}


def _errors(lang: str) -> list[Entry]:
    """One entry a code; conditions that share a code are told together."""
    found: dict[str, Entry] = {}
    for kind in sorted(_all_kinds(EhoksError), key=lambda kind: kind.code):
        entry = found.setdefault(
            kind.code, _entry(kind.code, _group(kind), kind.fixer, lang, texts=[], literals=[])
        )
        text = _fill(kind.texts.say(lang))
        if text not in entry["texts"]:
            entry["texts"].append(text)
        literal = {"status": kind.status, "text": _literal(kind)}
        if literal not in entry["literals"]:
            entry["literals"].append(literal)
    return list(found.values())


def _violations(lang: str) -> list[Entry]:
    kinds = [("saannot", rule.code, rule.texts) for rule in ALL_RULES]
    kinds += [("kentat", code, texts) for code, texts in (CATALOGUE | koodit.TEXTS).items()]
    found = {}
    for group, code, texts in sorted(kinds, key=lambda kind: kind[1]):
        fixer = Fixer.SYSTEM if code in _OF_PROGRAMS else Fixer.SCHOOL
        literals = [{"status": 400, "text": f'"violations": [{{"code": "{code}"}}]'}]
        text = _fill(texts.say(lang))
        found[code] = _entry(code, group, fixer, lang, texts=[text], literals=literals)
    return list(found.values())


def _entry(code: str, group: str, fixer: Fixer, lang: str, **more: Any) -> Entry:
    who, how = FIXERS[fixer].say(lang), ADVICE[fixer].say(lang)
    return {"code": code, "group": group, "fixer": fixer, "who": who, "how": how, **more}


def _group(kind: type[EhoksError]) -> str:
    return _BY_CODE.get(kind.code) or _BY_ROOM.get(kind.__module__, "hoks")


def _literal(kind: type[EhoksError]) -> str:
    """The key and the text that a program compares."""
    text = "{…}" if kind.key == "errors" else f'"{_fill(kind.literal)}"'
    return f'"{kind.key}": {text}'


def _fill(text: str) -> str:
    """What is the same for everybody is told; what varies is three dots."""
    megabytes = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // (1024 * 1024)
    service = f"{settings.BASE_URL}/ehoks-virkailija-backend/cas-security-check"
    return text.format_map(_Dots(megatavua=megabytes, service=service))


def _all_kinds(base: type[EhoksError]) -> list[type[EhoksError]]:
    own = [base] if hasattr(base, "code") else []
    return own + [found for kind in base.__subclasses__() for found in _all_kinds(kind)]
