"""What stands on the pages of writing in one language: their words, the declaration's labels, the law's."""

import json
import re
from functools import cache
from typing import NamedTuple

from hoks.rules.judge import ALL_RULES
from hoks.schema import objects
from hoks.schema.fields import ObjectType
from hoks.schema.texts import CATALOGUE
from hoks.ui.syotto.sivut import LAJIT
from hoks.ui.syotto.texts import SYOTTO
from hoks.ui.texts import HOKS
from tests.ops.processes import ROOT

TAPA = objects.OSAAMISEN_HANKKIMISTAPA
TYOPAIKKA = objects.TYOPAIKALLA_JARJESTETTAVA_KOULUTUS
OHJAAJA = TYOPAIKKA["vastuullinen-tyopaikka-ohjaaja"]
OSA = objects.HANKITTAVA_AMMAT_TUTKINNON_OSA


class Sanat(NamedTuple):
    """What a person looks for on the pages in this language."""

    lang: str

    def say(self, name: str) -> str:
        """A word of these pages."""
        return SYOTTO[name].say(self.lang)

    def yes(self, answer: bool) -> str:
        """The answer to a question."""
        return HOKS["yes" if answer else "no"].say(self.lang)

    def field(self, kind: ObjectType, key: str) -> str:
        """What a field is called in a form."""
        return kind[key].label.say(self.lang)

    def one(self, kind: ObjectType, n: int | None = None) -> str:
        """What a row of a list is called, and which of them."""
        return kind.lyhyt.say(self.lang) + (f" {n}" if n else "")

    def part(self, nimi: str) -> str:
        """What a kind of part is called."""
        return LAJIT[nimi].kind.label.say(self.lang)

    def code(self, uri: str) -> str:
        """What a code is called; the database cannot be asked beside a browser."""
        return _codes()[uri][self.lang]

    def law(self, code: str) -> str:
        """What a rule says when it is broken."""
        return next(rule for rule in ALL_RULES if rule.code == code).texts.say(self.lang)

    def fault(self, code: str, kind: ObjectType, key: str) -> re.Pattern[str]:
        """What is said of a field that does not hold a value of its kind."""
        text = CATALOGUE[code].say(self.lang).format(kentta=self.field(kind, key))
        return re.compile(re.escape(text.partition(". ")[0]))


@cache
def _codes() -> dict[str, dict[str, str]]:
    stored = json.loads((ROOT / "koodisto/fixtures/koodistot.json").read_text("utf-8"))
    return {row["pk"]: row["fields"]["nimi"] for row in stored if row["model"] == "koodisto.koodi"}
