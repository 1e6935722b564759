"""Holds every answer that a test gets against `docs/openapi.yaml`."""

import re
from functools import cache
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

CONTRACT = Path(__file__).parents[2] / "docs" / "openapi.yaml"
ALIAS = ("/ehoks-backend/", "/ehoks-virkailija-backend/")


@cache
def contract():
    return yaml.load(CONTRACT.read_text(), Loader=yaml.CSafeLoader)


@cache
def _routes():
    """Path patterns, the most literal first."""
    paths = sorted(contract()["paths"].items(), key=lambda item: item[0].count("{"))
    return [(re.compile(re.sub(r"\{\w+\}", "[^/]+", path)), item) for path, item in paths]


def find_operation(method, path):
    """The operation of the contract and its pointer, or None when the contract has no such."""
    path = path.partition("?")[0].replace(*ALIAS).rstrip("/")
    for pattern, item in _routes():
        if pattern.fullmatch(path) and method.lower() in item:
            return item[method.lower()]
    return None


def check_answer(method, path, answer):
    """Assert that the contract knows the status and that the body is of its schema.

    404 of unknown addresses, 405 and OPTIONS are promised for all addresses at once.
    """
    operation = find_operation("GET" if method == "HEAD" else method, path)
    if operation is None or method in ("HEAD", "OPTIONS"):
        return
    status = str(answer.status_code)
    assert status in operation["responses"], f"{method} {path}: {status} is not in the contract"
    content = operation["responses"][status].get("content")
    if content is None:
        assert not answer.content, f"{method} {path} {status}: a body that the contract lacks"
        return
    if "text/csv" in content and answer["Content-Type"] == "text/csv; charset=utf-8":
        return
    assert answer["Content-Type"] == "application/json; charset=utf-8"
    check_body(content["application/json"]["schema"], answer.json())


def check_body(schema, body):
    """Assert that a body is of a schema of the contract."""
    validator = Draft202012Validator({**schema, "components": contract()["components"]})
    faults = [f"{fault.json_path}: {fault.message[:200]}" for fault in validator.iter_errors(body)]
    assert not faults, "\n".join(faults)
