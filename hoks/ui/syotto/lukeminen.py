"""What was sent of a form, read over the document: what the form does not show stays untouched.

So does a value whose text was left as it was shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from hoks.schema.fields import Field, ListOf, ObjectType
from hoks.schema.scalars import Scalar
from hoks.services.valmiiksi import says_something
from hoks.ui.syotto import arvot
from hoks.ui.syotto.asettelu import ASETTELU, Ryhma
from koodisto import lookup

Document = dict[str, Any]

MOST_ROWS = 500  # of one list: more cannot be typed, and would only cost time


@dataclass
class Lukija:
    """Reads what a browser sent over what the document said before."""

    form: QueryDict
    kieli: str
    nimet: Mapping[str, str]

    def read(
        self, kind: ObjectType, nimi: str, old: Document, ryhmat: tuple[Ryhma, ...] | None = None
    ) -> Document:
        """The object at `nimi` with what the form says of it."""
        new = dict(old)
        for key in (key for ryhma in ryhmat or ASETTELU[kind] for key in ryhma.kentat):
            f = kind.field(key)
            if f is None:
                continue
            value = self._field(kind, f, f"{nimi}/{key}", old.get(key))
            if value is None:
                new.pop(key, None)
            else:
                new[key] = value
            self._follow(kind, f, old, new)
        return new

    def _follow(self, kind: ObjectType, f: Field, old: Document, new: Document) -> None:
        """The version of a code goes with the code."""
        versio = f.key.removesuffix("-uri") + "-versio"
        if not f.key.endswith("-uri") or kind.field(versio) is None:
            return
        uri = new.get(f.key)
        if uri == old.get(f.key) and uri is not None:
            return
        newest = lookup.versio(uri) if isinstance(uri, str) else None
        if newest is None:
            new.pop(versio, None)
        else:
            new[versio] = newest

    def _field(self, kind: ObjectType, f: Field, nimi: str, old: Any) -> Any:
        match f.type:
            case ListOf(ObjectType() as item):
                return self._rows(item, nimi, old)
            case ListOf():
                return self._lines(nimi, old)
            case ObjectType() as inner:
                found = self.read(inner, nimi, old or {})
                return found if says_something(found) else {} if old == {} else None
            case Scalar() as scalar:
                return self._scalar(scalar, arvot.find_haku(kind, f), nimi, old)

    def _scalar(self, scalar: Scalar, haku: str, nimi: str, old: Any) -> Any:
        text = self.form.get(nimi)
        if text is None or _same(text, arvot.show(scalar, old, self.nimet, haku=haku)):
            return old
        new = arvot.read(scalar, text, haku=haku, kieli=self.kieli)
        is_same_code = haku and isinstance(old, str) and str(new).lower() == old.lower()
        return old if is_same_code else new

    def _lines(self, nimi: str, old: list[str] | None) -> list[str] | None:
        text = self.form.get(nimi)
        if text is None or _same(text, "\n".join(map(str, old or []))):
            return old
        lines = text.replace("\x00", "").splitlines()
        return [line.strip() for line in lines if line.strip()]

    def _rows(self, item: ObjectType, nimi: str, old: list[Document] | None) -> Any:
        text = self.form.get(f"{nimi}#", "")
        if not (text.isascii() and text.isdigit()):
            return old
        count = min(int(text), MOST_ROWS + len(old or []))
        before = [*(old or []), *([{}] * count)]
        rows = [self.read(item, f"{nimi}/{n}", before[n]) for n in range(count)]
        return rows or ([] if old is not None else None)


def _same(text: str, shown: str) -> bool:
    """Browsers write line breaks as two characters, and a field of one line loses them."""
    shown = shown.replace("\r\n", "\n")
    alike = (shown, shown.removeprefix("\n"), shown.replace("\n", ""))
    return text.replace("\r\n", "\n") in alike
