"""The fixture `koodistot`: the demo's code sets, for a register that cannot ask Koodisto.

`manage.py loaddata koodistot` puts it in the database; `manage.py write_koodistot_fixture`
makes it anew from what the simulator says.
"""

from pathlib import Path
from typing import Any

import orjson

from koodisto import services
from koodisto.koodistot import KOODISTOT
from koodisto.models import Koodi

FILE = Path(__file__).parent / "fixtures" / "koodistot.json"
# Long ago: the sets are whole, but the first synchronisation reads them all the same.
_MADE_AT = "2018-01-01T00:00:00Z"


def generate() -> bytes:
    """The fixture's content, one object to a line. Raises KoodistoUnavailable."""
    objects = [found for name in KOODISTOT for found in _objects(name)]
    return b"[\n" + b",\n".join(orjson.dumps(found) for found in objects) + b"\n]\n"


def _objects(name: str) -> list[dict[str, Any]]:
    koodit = services.fetch(name)
    koodisto = {
        "nimet": KOODISTOT[name]._asdict(),
        "lkm": len(koodit),
        "started_at": _MADE_AT,
        "finished_at": _MADE_AT,
        "complete": True,
        "changed_at": _MADE_AT,
    }
    head = {"model": "koodisto.koodisto", "pk": name, "fields": koodisto}
    return [head, *map(_koodi, koodit.values())]


def _koodi(koodi: Koodi) -> dict[str, Any]:
    fields = {
        "koodisto": koodi.koodisto_id,
        "arvo": koodi.arvo,
        "versio": koodi.versio,
        "nimi": koodi.nimi,
        "voimassa_alku": koodi.voimassa_alku,
        "voimassa_loppu": koodi.voimassa_loppu,
    }
    return {"model": "koodisto.koodi", "pk": koodi.uri, "fields": fields}
