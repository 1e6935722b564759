"""The document that GET gives, apart from the identifiers that the service invents."""

import uuid

from tests.verdicts.tables import OBJECTS, Json, is_list, item

MASK = {"id": "<id>", "eid": "<uuid>", "module-id": "<uuid>"}


def masked(document: Json, name: str = "HOKS") -> Json:
    """Identifiers checked for their form and replaced; numbers of the parts may be there or not."""
    return {
        key: _masked(value, name, key)
        for key, value in document.items()
        if key != "id" or name == "HOKS" or not isinstance(value, int)
    }


def _masked(value: Json, name: str, key: str) -> Json:
    if key == "id":
        return MASK[key] if isinstance(value, int) else value
    if key in MASK:
        return MASK[key] if str(uuid.UUID(value)) == value else value
    kind = OBJECTS[name][key].kind
    if is_list(kind) and item(kind) in OBJECTS:
        return [masked(element, item(kind)) for element in value]
    return masked(value, kind) if kind in OBJECTS else value


def differences(expected: Json, got: Json, place: str = "") -> list[str]:
    """Where two JSON values differ; 30 and 30.0 do."""
    if isinstance(expected, dict) and isinstance(got, dict):
        return [
            found
            for key in sorted({*expected, *got})
            for found in differences(
                expected.get(key, "(absent)"), got.get(key, "(absent)"), f"{place}/{key}"
            )
        ]
    if isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got):
        pairs = enumerate(zip(expected, got, strict=True))
        return [found for n, pair in pairs for found in differences(*pair, f"{place}/{n}")]
    same = type(expected) is type(got) and expected == got
    return [] if same else [f"{place}: expected {expected!r}, got {got!r}"]
