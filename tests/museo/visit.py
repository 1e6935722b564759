"""A visit to an exhibit: its calls are made one after another, and the answers remembered.

Numbers and UUIDs that the service makes differ each time. In an exhibit stands `<id>` or `<uuid>`
for them; where they are sent, what was last read at the same address and place is put in.
"""

import json
import re
from typing import Any

from tests.conftest import API, Sis
from tests.museo.exhibits import NDJSON, Call

ID, UUID, ETAG = "<id>", "<uuid>", "<etag>"
ABSENT: Any = object()


class Visit:
    """One walk through an exhibit."""

    def __init__(self, sis: Sis) -> None:
        self.sis = sis
        self.ids: dict[str, int] = {}
        self.seen: dict[str, Any] = {}  # what was last read, by address
        self.etag = ""

    def address(self, template: str) -> str:
        """A path with the ids that it names."""
        path = template.format(**self.ids)
        return path if path.startswith("/ehoks") else API + path

    def call(self, method: str, path: str, **what: Any) -> Any:
        """One call, with a ticket for the prefix of its path."""
        prefix = "/" + path.split("/")[1]
        answer = self.sis.call(method, path, ticket=self.sis.ticket(prefix), **what)
        if answer.headers.get("Content-Type") == NDJSON:
            answer.lines = [json.loads(line) for line in answer.getvalue().splitlines()]
        self.etag = answer.headers.get("ETag", self.etag)
        return answer

    def send(self, call: Call) -> Any:
        """Make a call of the exhibit; its answer."""
        path = self.address(call.path)
        answer = self.call(call.method, path, **self._content(call, path))
        if answer.status_code == 200 and (name := call.label.get("as")):
            self._remember_ids(name, answer)
        return answer

    def _content(self, call: Call, path: str) -> dict[str, Any]:
        if "text" in call.label:
            return {"raw": call.document.encode()}
        if "lines" in call.label:
            lines = b"\n".join(json.dumps(line).encode() for line in call.document)
            return {"raw": lines, "content_type": NDJSON, "contract": False}
        if not call.is_sent_at_all:
            return {}
        return {"body": self.filled(call.document, self._seen(call, path))}

    def _seen(self, call: Call, path: str) -> Any:
        """What was last read where the call is read; nothing before there was anything."""
        try:
            return self.seen.get(self.address(call.label.get("at", path)), ABSENT)
        except KeyError:
            return ABSENT

    def filled(self, value: Any, seen: Any) -> Any:
        """What is sent, with ids and UUIDs of today."""
        if isinstance(value, dict):
            return {k: self.filled(v, _below(seen, k)) for k, v in value.items()}
        if isinstance(value, list):
            return [self.filled(v, _below(seen, n)) for n, v in enumerate(value)]
        if value in (ID, UUID):
            assert seen is not ABSENT, "a placeholder without a value of today"
            return seen
        if value == ETAG:
            return self.etag.strip('"')
        name = isinstance(value, str) and re.fullmatch(r"\{(\w+)\}", value)
        return self.ids[name[1]] if name else value

    def _remember_ids(self, name: str, answer: Any) -> None:
        if lines := told_lines(answer):
            for verdict in lines:
                self.ids[f"{name}{verdict['rivi']}"] = verdict["id"]
            return
        self.ids[name] = answer.json()["meta"]["id"]

    def read(self, call: Call, answer: Any) -> Any:
        """What is served after a call where it says, else at the address that was answered."""
        path = call.label.get("at") or self._told(answer) or call.path.partition("?")[0]
        path = self.address(path)
        found = self.call("GET", path)
        assert found.status_code == 200, found.content.decode()
        self.seen[path] = found.json()["data"]
        if name := call.label.get("first"):
            self.ids[name] = self.seen[path][0]["id"]
        return self.seen[path]

    @staticmethod
    def _told(answer: Any) -> str | None:
        if answer.status_code == 204:
            return None
        data = answer.json()["data"]
        return data.get("uri") if isinstance(data, dict) else None


def _below(seen: Any, step: Any) -> Any:
    try:
        return seen[step]
    except (KeyError, IndexError, TypeError):
        return ABSENT


def told_lines(answer: Any) -> list[Any]:
    """The lines of an answer of lines."""
    return list(getattr(answer, "lines", []))


def masked(value: Any, key: str = "") -> Any:
    """The same on every day: numbers and UUIDs that the service makes become placeholders."""
    if isinstance(value, dict):
        return {k: masked(v, k) for k, v in value.items()}
    if isinstance(value, list):
        # Warnings hang on which code sets have been read by now.
        return [] if key == "varoitukset" else [masked(v) for v in value]
    if key in ("eid", "module-id"):
        return UUID
    if key == "uri":
        return re.sub(r"/\d+", f"/{ID}", value)
    return ID if key.split("-")[-1] == "id" and isinstance(value, int) else value
