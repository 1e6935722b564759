"""Writes `demo.json`: `python -m ehoks.simulator.facts.generate`. Same input, same bytes."""

import orjson

from ehoks.simulator.facts import DEMO_FILE, kayttajat, koodistot, opiskelijat
from ehoks.simulator.facts.joukko import joukko
from ehoks.simulator.facts.organisaatiot import organisaatiot
from ehoks.simulator.facts.tutkinnot import tutkinnot


def generate() -> bytes:
    """The whole file."""
    crowd, rights = joukko()
    users = kayttajat.kayttajat()
    facts = {
        "organisaatiot": organisaatiot(),
        "henkilot": [*opiskelijat.henkilot(), *crowd],
        "kayttajat": users,
        "opiskeluoikeudet": [*opiskelijat.opiskeluoikeudet(), *rights],
        "tutkinnot": tutkinnot(),
        "koodistot": koodistot.koodistot(),
    }
    return orjson.dumps(facts, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


if __name__ == "__main__":
    DEMO_FILE.write_bytes(generate())
