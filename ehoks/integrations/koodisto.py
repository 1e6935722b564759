"""Koodisto: the national code sets, read whole; our own copy of them is kept elsewhere."""

import re
from dataclasses import dataclass
from typing import Any

from ehoks.integrations import http
from ehoks.integrations.errors import KoodistoUnavailable

KOODISTO = http.Service("/koodisto-service/rest", 10, KoodistoUnavailable)
_NAME = re.compile(r"[a-z0-9]{1,100}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Koodi:
    """One code; names by language, validity as ISO dates, None where there is no limit."""

    uri: str
    arvo: str
    versio: int
    nimi: dict[str, str]
    voimassa_alku: str | None
    voimassa_loppu: str | None


def list_koodit(koodisto: str) -> list[Koodi]:
    """All codes of a set, an empty list when there is no such set. Raises KoodistoUnavailable."""
    if not _NAME.fullmatch(koodisto):
        return []
    answer = http.get(KOODISTO, f"/json/{koodisto}/koodi")
    if http.is_missing(answer):
        return []
    if answer.status != 200:
        raise http.unexpected(KOODISTO, answer)
    with http.reading(KOODISTO):
        return [_koodi(raw) for raw in http.json_of(answer)]


def _koodi(raw: dict[str, Any]) -> Koodi:
    return http.made(
        Koodi,
        uri=str(raw["koodiUri"]),
        arvo=str(raw["koodiArvo"]),
        versio=int(raw["versio"]),
        nimi={
            entry["kieli"].lower(): entry["nimi"] for entry in raw["metadata"] if entry.get("nimi")
        },
        voimassa_alku=http.pvm(raw.get("voimassaAlkuPvm")),
        voimassa_loppu=http.pvm(raw.get("voimassaLoppuPvm")),
    )
