"""Types plans into the pages as a person would, without a browser: form by form, field by field."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from hoks.schema import objects
from hoks.schema.fields import ListOf, ObjectType
from hoks.ui.syotto import arvot
from hoks.ui.syotto.arvot import find_haku
from hoks.ui.syotto.asettelu import laid_out
from hoks.ui.syotto.sivut import LAJIT, LISTASIVUT, PERUSTIEDOT_SIVU
from tests.pages.browser import assert_accessible

SCHOOL = "1.2.246.562.10.27182818289"


class Kentat(HTMLParser):
    """The successful controls of the last form on a page, by name."""

    def __init__(self, html):
        super().__init__()
        self.action, self.fields, self.radios, self._text, self._select = "", {}, set(), None, None
        self.feed(html.partition("<footer")[0])  # after it come forms that every page has

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        name = found.get("name")
        if tag == "form":
            self.action, self.fields = found.get("action", ""), {}
        elif tag == "input" and name:
            if found.get("type") == "radio":
                self.radios.add(name)
            if self._is_sent(found):
                self.fields[name] = found.get("value", "")
        elif tag == "textarea":
            self._text, self.fields[name] = name, ""
        elif tag == "select":
            self._select, self.fields[name] = name, ""
        elif tag == "option" and "selected" in found and self._select:
            self.fields[self._select] = found["value"]

    def _is_sent(self, found):
        return found.get("type") not in ("radio", "checkbox") or "checked" in found

    def handle_data(self, data):
        if self._text:
            self.fields[self._text] += data.removeprefix("\n")

    def handle_endtag(self, tag):
        if tag in ("textarea", "select"):
            self._text = self._select = None


def values(kind, nimi, body, ryhmat=None):
    """What one types to say what the body says: text by the name of its field."""
    keys = {key for ryhma in ryhmat for key in ryhma.kentat} if ryhmat else None
    for f in laid_out(kind):
        value = body.get(f.key)
        if value is None or (keys is not None and f.key not in keys):
            continue
        yield from _values(kind, f, f"{nimi}/{f.key}", value)


def _values(kind, f, nimi, value):
    match f.type:
        case ListOf(ObjectType() as item):
            for n, row in enumerate(value):
                yield from values(item, f"{nimi}/{n}", row)
        case ListOf():
            if value:
                yield nimi, "\n".join(value)
        case ObjectType() as inner:
            yield from values(inner, nimi, value)
        case scalar:
            haku = find_haku(kind, f)
            yield nimi, arvot.show(scalar, value, {}, haku=haku)


def rows(kind, nimi, body):
    """The lists with rows, each with its number of rows, outermost first."""
    for f in kind:
        value = body.get(f.key)
        if isinstance(f.type, ListOf) and isinstance(f.type.item, ObjectType) and value:
            yield f"{nimi}/{f.key}", len(value)
            for n, row in enumerate(value):
                yield from rows(f.type.item, f"{nimi}/{f.key}/{n}", row)
        elif isinstance(f.type, ObjectType) and value:
            yield from rows(f.type, f"{nimi}/{f.key}", value)


def pages(document):
    """What is typed on which page: its name or kind, its root, its object type and its groups."""
    yield "perustiedot", "", objects.HOKS, PERUSTIEDOT_SIVU.ryhmat, document
    for laji in LAJIT.values():
        for n, osa in enumerate(document.get(laji.avain, [])):
            yield laji, f"/{laji.avain}/{n}", laji.kind, None, osa
    for nimi, avain in LISTASIVUT.items():
        if document.get(avain):
            yield nimi, "", objects.HOKS, None, {avain: document[avain]}


class Kirjoittaja:
    """A person at a browser without scripts, with one draft open."""

    def __init__(self, client):
        self.client = client
        self.address = ""

    def get(self, address, status=200):
        answer = self.client.get(address)
        assert answer.status_code == status, answer.content.decode()
        self.address = address
        return Kentat(answer.content.decode())

    def post(self, address, fields, status=302):
        answer = self.client.post(address, fields)
        assert answer.status_code == status, re.sub(r"\s+", " ", answer.content.decode())
        if status == 302:
            self.address = answer.headers["Location"]
        return answer

    def begin(self, oppija, oikeus, oppilaitos, **more):
        """Choose the student and the study right; leads to the basic data."""
        address = f"/virkailija/{oppilaitos}/hoks/uusi/"
        self.post(address, {"oppija": oppija, "opiskeluoikeus": oikeus} | more)
        self.draft = "/".join(self.address.split("/")[:4]) + "/"
        return self.draft

    def press(self, toiminto, fields=None, status=302):
        """Fill fields of the page that is open and press a button."""
        form, typed = self.get(self.address), fields or {}
        assert not set(typed) - {*form.fields, *form.radios}
        return self.post(
            urlsplit(form.action).path, form.fields | typed | {"toiminto": toiminto}, status
        )

    def add_rows(self, kind, juuri, body):
        for nimi, count in rows(kind, juuri, body):
            while int(self.get(self.address).fields.get(f"{nimi}#", 0)) < count:
                self.press(f"lisaa:{nimi}")

    def type_plan(self, document):
        """Type all of a document into the pages of the draft."""
        for what, juuri, kind, ryhmat, body in pages(document):
            if isinstance(what, str):
                self.address = f"{self.draft}sivu/{what}/"
            else:
                hub = self.get(self.draft)
                nahty = hub.fields.get("nahty") or self._nahty()
                self.post(f"{self.draft}osat/{what.nimi}/", {"toiminto": "lisaa", "nahty": nahty})
            if what != "perustiedot":
                self.add_rows(kind, juuri, body)
            self.press("palaa", fields=dict(values(kind, juuri, body, ryhmat)))

    def _nahty(self):
        html = self.client.get(self.draft).content.decode()
        return re.search(r'name="nahty" value="(\d+)"', html)[1]

    def hand_in(self):
        """Store the plan; gives its external identifier."""
        self.post(f"{self.draft}laheta/", {})
        return re.search("/hoks/([^/]+)/", self.address)[1]


def check(page):
    """No fault by axe, with everything unfolded, and nothing over the edge."""
    for details in page.locator("details").all():
        details.evaluate("element => { element.open = true }")
    assert_accessible(page)
