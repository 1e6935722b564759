"""A simulated Finland with as many providers, schools and information systems as a load needs."""

from pathlib import Path
from typing import Any

import orjson

from ehoks.simulator.facts import DEMO_FILE
from ehoks.simulator.facts.oids import henkilo_oid, opiskeluoikeus_oid

OPH = "1.2.246.562.10.00000000001"
PATTERN = "1.2.246.562.15.10000000009"  # the study right of the demo that every learner here has
FIRST = 4_000_000_000  # identifiers that the demo does not use

Row = dict[str, Any]
Right = dict[str, str]  # `oppija-oid` and `opiskeluoikeus-oid`, as a plan has them


def write_finland(file: Path, systems: int, rights: int) -> dict[str, list[Right]]:
    """Write the facts: the demo's, and for each system a provider with so many study rights.

    Returns each system's user name, and the study rights that it may store plans for.
    """
    facts = orjson.loads(DEMO_FILE.read_bytes())
    for oikeus in facts["opiskeluoikeudet"]:
        oikeus.pop("seed", None)  # the register is empty at first
    found = {}
    for number in range(systems):
        username = f"jarjestelma-{number + 1:03}"
        own = [_right(number * rights + n) for n in range(rights)]
        _add_provider(facts, number, username)
        _add_learners(facts, _school(number), own)
        found[username] = own
    file.write_bytes(orjson.dumps(facts))
    return found


def _right(number: int) -> Right:
    return {
        "oppija-oid": henkilo_oid(FIRST + number),
        "opiskeluoikeus-oid": opiskeluoikeus_oid(FIRST + number),
    }


def _provider(number: int) -> str:
    return f"1.2.246.562.10.6{number:08}00"


def _school(number: int) -> str:
    return f"1.2.246.562.10.6{number:08}01"


def _add_provider(facts: dict[str, list[Row]], number: int, username: str) -> None:
    provider = _provider(number)
    for oid, parent, tyyppi in ((provider, OPH, "01"), (_school(number), provider, "02")):
        nimi = f"{username} {tyyppi}"
        facts["organisaatiot"].append(
            {
                "oid": oid,
                "parent": parent,
                "tyypit": [f"organisaatiotyyppi_{tyyppi}"],
                "nimi": {"fi": nimi, "sv": nimi, "en": nimi},
            }
        )
    facts["kayttajat"].append(
        {
            "username": username,
            "oid": henkilo_oid(FIRST + 1_000_000_000 + number),
            "nimi": username,
            "tyyppi": "PALVELU",
            "kuvaus": {"fi": username, "sv": username, "en": username},
            "roles": [f"ROLE_APP_EHOKS_CRUD_{provider}"],
        }
    )


def _add_learners(facts: dict[str, list[Row]], school: str, rights: list[Right]) -> None:
    pattern = next(row for row in facts["opiskeluoikeudet"] if row["oid"] == PATTERN)
    person = next(row for row in facts["henkilot"] if row["oid"] == pattern["oppija"])
    pattern = {key: value for key, value in pattern.items() if key != "toimipiste"}
    for right in rights:
        oid, oppija = right["opiskeluoikeus-oid"], right["oppija-oid"]
        facts["henkilot"].append(person | {"oid": oppija})
        facts["opiskeluoikeudet"].append(
            pattern | {"oid": oid, "oppija": oppija, "oppilaitos": school}
        )
