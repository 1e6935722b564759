"""The exhibits on their shelf: reading them, their digests, and what is sent by which route."""

import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.urls import ResolverMatch, resolve

from tests.conftest import API

FOLDER = Path(__file__).parent
DIGESTS = FOLDER / "sha256.txt"
NDJSON = "application/x-ndjson"
DOCUMENTS = ("body", "text", "lines")  # the ways to put what is sent into an exhibit


@dataclass(frozen=True)
class Call:
    """One write of an exhibit: what is sent, and what must come of it."""

    send: str
    status: int
    label: dict[str, Any] = field(repr=False)

    @property
    def method(self) -> str:
        return self.send.split(" ")[0]

    @property
    def path(self) -> str:
        """The address, `{name}` standing for an id that was answered before."""
        path = self.send.split(" ")[1]
        return path if path.startswith("/ehoks") else API + path

    @property
    def document(self) -> Any:
        """What is sent; a text is sent as it is, byte for byte."""
        return next((self.label[key] for key in DOCUMENTS if key in self.label), None)

    @property
    def values(self) -> list[Any]:
        """What is sent, parsed: the lines of a body of lines, else the one value."""
        if "lines" in self.label:
            return list(self.label["lines"])
        text = self.label.get("text")
        return [json.loads(text.removeprefix("\ufeff")) if text else self.document]

    @property
    def is_sent_at_all(self) -> bool:
        return any(key in self.label for key in DOCUMENTS)

    @property
    def match(self) -> ResolverMatch:
        """The row of the URL table that answers it."""
        return resolve(re.sub(r"\{\w+\}", "1", self.path).partition("?")[0])

    @property
    def view(self) -> Any:
        """The class of views that answers it."""
        return vars(self.match.func)["cls"]


@dataclass(frozen=True)
class Exhibit:
    """A file of the museum."""

    name: str
    what: str
    calls: tuple[Call, ...]

    @property
    def digest(self) -> str:
        """Of what is sent, and where to; the words of the label and what comes back are not in."""
        sent = [[call.send, call.document] for call in self.calls]
        return hashlib.sha256(json.dumps(sent, ensure_ascii=False).encode()).hexdigest()


def to_exhibit(name: str, content: Any) -> Exhibit:
    """An exhibit from the parsed content of its file."""
    calls = tuple(Call(call["send"], call["status"], call) for call in content["calls"])
    return Exhibit(name, content["what"], calls)


def read_exhibits() -> list[Exhibit]:
    """All of them, the oldest first."""
    paths = sorted(FOLDER.glob("*.json"), key=lambda path: path.stem)
    return [to_exhibit(path.stem, json.loads(path.read_text("utf-8"))) for path in paths]


def read_digests() -> dict[str, str]:
    """The digest of each exhibit by its name, as it was when it came here."""
    lines = DIGESTS.read_text("utf-8").splitlines()
    return {name: digest for digest, name in (line.split() for line in lines)}
