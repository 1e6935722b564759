"""Every page speaks one language, the reader's, and says so of each word that is another's.

The texts of the catalogues and the names of codes come out with their language written on them; what
then has none is either what people wrote, or a text that was never translated.
"""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.conf import settings

from ehoks.common import vieras
from ehoks.common.texts import Texts
from ehoks.oppijaindex.models import Opiskeluoikeus, Oppija
from ehoks.simulator.facts import load_facts
from ehoks.tiedonsiirto.models import Tiedonsiirto
from ehoks.ui.kieli import KIELET
from hoks.models import HoksVersio
from hoks.ui.raporttien_rivit import RAPORTIT
from koodisto import lookup
from koodisto.services import sync_koodistot
from tests.hoks.plans import full_plan
from tests.permissions import matrix
from tests.permissions.world import World, address, build, enter

pytestmark = pytest.mark.django_db

MARK = re.compile(r"⟦(fi|sv|en)(\*?):([^⟦⟧]*)[⟧…]")  # the star is a name's
WORD = re.compile(r"[^\W\d_]{2,}")
SPOKEN = ("aria-label", "title", "alt", "placeholder", "data-kopioitu")
BARE = {"title", "option", "text", "textarea"}
EMPTY = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
SILENT = {"script", "style", "code"}  # identifiers stand in code
ASKED = {
    "kohta": "/hankittavat-ammat-tutkinnon-osat/0/tutkinnon-osa-koodi-uri",
    "alku": "1.1.2024",
    "loppu": "31.12.2026",
}
PAPERS = ("virkailija/yllapito/hallinta/",)  # Django's own pages, which are in English
READERS = {"vaatimukset": "lempi", "virkailija": "louhi", "oppija": "lempi", "jako": "onni"}
NAMES = (
    *("eHOKS", "ePerusteet", "PostgreSQL", "Python", "Django", "Opintopolku", "vaino", "louhi"),
    *("Ohjaaja, Onni", "onni@example.org", "Lempi Leipuri", "Pekka Juhani Pullanen", "Miksi?"),
    *("unknown", "simulator", "MB"),
)
CODE = re.compile(r"[a-z]+: [A-Z0-9]+")  # of a code without a name, its set and its value


@pytest.fixture
def _marked(monkeypatch):
    """Every text says which language it is in, and every name is in another than the reader's."""
    say, choose = Texts.say, vieras.choose

    def chosen(names, kieli):
        other = "fi" if kieli == "sv" else "sv"
        nimi = next(filter(None, names.values()), "")
        return choose({other: f"⟦{other}*:{nimi}⟧"}, kieli) if nimi else ""

    monkeypatch.setattr(Texts, "say", lambda text, kieli: f"⟦{kieli}:{say(text, kieli)}⟧")
    monkeypatch.setattr(vieras, "choose", chosen)


class Spoken(HTMLParser):
    """What a page says to somebody who reads or listens, with the language around it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        # of each letter the first of its language, a capital where no element can stand
        self.text, self.langs = "", ""
        self.markup: list[str] = []  # where no element can stand
        self.feed(html)

    @property
    def lang(self) -> str:
        return self.open[-1][1] if self.open else "-"

    @property
    def is_bare(self) -> bool:
        """Whether no element can stand here."""
        return any(tag in BARE for tag, _ in self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        lang = found.get("lang") or self.lang
        self.markup += [value for value in found.values() if "<span" in value]
        if self.is_bare and tag not in BARE:
            self.markup.append(tag)
        spoken = [found[key] for key in SPOKEN if key in found]
        if found.get("type") in ("submit", "button"):
            spoken.append(found.get("value", "") if tag == "input" else "")
        for text in spoken:
            self._say(text, lang.upper())
        if tag not in EMPTY:
            self.open.append((tag, lang))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not SILENT & {tag for tag, _ in self.open}:
            self._say(data, self.lang.upper() if self.is_bare else self.lang)

    def _say(self, text: str, lang: str) -> None:
        self.text += f"{text}\n"
        self.langs += lang[0] * (len(text) + 1)

    def wrong(self, own: str, facts: list[str]) -> Iterator[str]:
        """Texts whose language the page does not tell; `facts` are what is no text of ours."""
        text = self.text
        for fact in facts:
            text = text.replace(fact, " " * len(fact))
        while found := MARK.search(text):
            told = self.langs[found.start()]
            if told.lower() != found[1][0] and not (found[2] and told.isupper()):
                yield f"not said to be {found[1]}: {found[3].strip()[:60]}"
            text = text.replace(found[0], " " * len(found[0]), 1)
        for word in WORD.finditer(CODE.sub(lambda code: " " * len(code[0]), text)):
            yield f"of no catalogue: {text[max(0, word.start() - 20) : word.end() + 20].strip()}"


def texts_in(value: object) -> Iterator[str]:
    """Every text of a document."""
    match value:
        case str():
            yield value
        case dict():
            yield from texts_in(list(value.values()))
        case list():
            for inner in value:
                yield from texts_in(inner)


def facts_of(lang: str) -> list[str]:
    """What people and systems have written, names of people and of things; long ones first."""
    found = [*KIELET.values(), *NAMES, settings.VERSION]
    for versio in HoksVersio.objects.all():
        found += texts_in(json.loads(versio.sisalto))
    for siirto in Tiedonsiirto.objects.all():
        found += [virhe[lang] for virhe in siirto.virheet]
        found += filter(None, (siirto.jarjestelma, siirto.caller_id))
    for oppija in Oppija.objects.all():
        found += [
            oppija.nimi,
            f"{oppija.sukunimi}, {oppija.nimi.removesuffix(oppija.sukunimi).strip()}",
        ]
    found += homes()
    return sorted(set(filter(None, found)), key=len, reverse=True)


def homes() -> Iterator[str]:
    """Streets and towns as the register of persons has them: proper names, of no language."""
    for henkilo in load_facts().henkilot.values():
        for ryhma in henkilo.yhteystiedot:
            yield from ryhma["arvot"].values()


def pages(world: World) -> dict[str, list[str]]:
    """Every page of the matrix that somebody reads, by who reads it."""
    found: dict[str, list[str]] = {}
    for method, path in matrix.PAGES:
        if method == "GET" and not path.startswith(PAPERS):
            reader = READERS[path.partition("/")[0]]
            if path.startswith(matrix.DRAFT):
                reader = "vaino"
            found.setdefault(reader, []).append(f"/{address(path, world)}")
    some = next(where for where in found["louhi"] if where.endswith("/raportit/mitatoidyt/"))
    found["louhi"] += [some.replace("mitatoidyt", nimi) for nimi in RAPORTIT]
    return found


def change(sis, world: World) -> None:
    """The history has something to tell of every kind, and the reports find the plan."""
    hoks_id = world.values["hoks_id"]
    body = full_plan() | {"id": hoks_id, "hankittavat-yhteiset-tutkinnon-osat": []}
    (unit,) = body["hankittavat-ammat-tutkinnon-osat"]
    unit["olennainen-seikka"] = False
    unit.pop("koulutuksen-jarjestaja-oid", None)
    answer = sis.put(hoks_id, body)
    assert answer.status_code == 204, answer.content.decode()
    Opiskeluoikeus.objects.update(koski404=True)


@pytest.mark.usefixtures("_marked")
@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_no_page_mixes_languages(sis, lang):
    sync_koodistot()
    lookup.forget()
    world = build(sis)
    change(sis, world)
    facts, wrong = facts_of(lang), []
    for reader, addresses in pages(world).items():
        client = enter(reader)
        for where in addresses:
            answer = client.get(where, ASKED | {"lang": lang})
            assert answer.status_code in (200, 302, 403), where
            if answer.status_code != 302 and "html" in answer["Content-Type"]:
                spoken = Spoken(answer.content.decode())
                wrong += [f"{where} {fault}" for fault in spoken.wrong(lang, facts)]
                wrong += [f"{where} markup in {value}" for value in spoken.markup]
    assert not wrong, "\n".join(wrong)
