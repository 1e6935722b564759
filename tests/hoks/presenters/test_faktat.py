"""The facts of a plan's parts: the same on page, print page and PDF, whatever they are made of."""

import io
import re
from html import unescape

import pypdf
import pytest
from django.template import Context, Template

from ehoks.common.vieras import Vieras, join
from hoks.presenters import nakyma, paperi, pdf, sivu
from hoks.presenters.aikajana import paperi as aikajana_paperi
from hoks.presenters.aikajana.suunnitelma import draw_whole
from hoks.presenters.faktat import Kertoja
from hoks.presenters.kortti import Fakta, Kortti, Linkki, Pala, Tunniste
from hoks.presenters.tila import Tila
from hoks.ui.texts import HOKS
from koodisto import lookup
from koodisto.koodistot import TUTKINNONOSAT
from koodisto.services import sync_koodistot
from tests.conftest import payload
from tests.hoks.plans import LISTS, full_plan
from tests.hoks.presenters.test_pdf import HOSTILE, NOW, Nimet, bare, tags, text_of
from tests.hoks.ui.conftest import eid_of
from tests.staff import log_in

T = {key: text.fi for key, text in HOKS.items()}
XSS = """<script>alert("x")</script> & 'y' {{ t }}"""


def view_of(document, nimet=None):
    return nakyma.build(
        dict.fromkeys(LISTS, ()) | document, Nimet() if nimet is None else nimet, NOW.date()
    )


def facts_of(kertoja):
    """Every fact of every part and piece, in order."""
    cards = [*map(kertoja.osa, kertoja.nakyma.osat), *map(kertoja.aiempi, kertoja.nakyma.aiemmat)]
    pieces = [pala for kortti in cards for pala in kortti.palat]
    return [fakta for part in (*cards, *pieces) for fakta in part.faktat]


# --- The same everywhere -----------------------------------------------------------------------------


@pytest.fixture
def vaino(db):
    return log_in("vaino")


@pytest.fixture
def eid(sis):
    """A plan with everything in it, whose units are known to require something."""
    sync_koodistot([TUTKINNONOSAT])
    lookup.forget()
    return eid_of(sis.create(full_plan()))


def texts(html):
    """What a reader reads of the parts of a plan, ways to share them aside, piece by piece."""
    html = html.partition("<main")[2].partition("</main>")[0]
    html = re.sub(r'<a class="ds-link"\s+href="[^"]*moduuli=.*?</a>', "", html, flags=re.DOTALL)
    html = re.sub(r"<summary>.*?</summary>", "", html, flags=re.DOTALL)
    html = re.sub(r'<span class="ds-sr-only">.*?</span>', "", html, flags=re.DOTALL)
    lists = re.findall(r'<ul class="(?:hoks-osat|hoks-lista)">(.*?)\n *</ul>', html, re.DOTALL)
    pieces = re.split(r"</?(?:li|dt|dd|h\d|p|div|br)\b[^>]*>", " ".join(lists))
    plain = (unescape(re.sub(r"<[^>]+>|\s+", " ", piece)) for piece in pieces)
    return [bare(piece) for piece in plain if bare(piece)]


def pages(client, eid):
    """The texts of the tabs, of the print page, and all text of the PDF."""
    base = f"/virkailija/hoks/{eid}/"
    tabs = [client.get(f"{base}{tab}/") for tab in ("osaaminen", "opiskelusuunnitelma")]
    page = [text for tab in tabs for text in texts(tab.content.decode())]
    printed = texts(client.get(f"{base}tulosta/").content.decode())
    reader = pypdf.PdfReader(io.BytesIO(client.get(f"{base}hoks.pdf").content))
    feet = re.compile(r"LempiOrvokkiLeipuri·\d+\.\d+\.\d{4}\d+/\d+")
    return page, printed, feet.sub("", text_of(reader))


def test_page_print_page_and_pdf_tell_the_same(vaino, eid, monkeypatch):
    for module in (sivu, aikajana_paperi):  # a sheet has pictures of what the facts say
        monkeypatch.setattr(module, "draw_parts", lambda *_: {})
    page, printed, paper = pages(vaino, eid)
    numbers = [i for i, text in enumerate(printed) if text == bare(T["diaarinro"])]
    only_on_paper = {i + n for i in numbers for n in (0, 1)}
    assert len(numbers) == 2
    assert [text for i, text in enumerate(printed) if i not in only_on_paper] == page
    told = paper.rpartition(bare(T["osaaminen"]))[2].partition(bare(T["retrieved"][:20]))[0]
    for heading in (*(f"{T['tavat']}:{T[tila].lower()}" for tila in Tila), T["tuki"], T["opinnot"]):
        told = re.sub(rf"{re.escape(bare(heading))}(\(\d\)|(?=•))", "", told, count=1)
    told = told.replace(bare(T["empty_group"]), "")
    marks = re.compile("[•·]")
    assert marks.sub("", told) == marks.sub("", "".join(printed))


def test_a_fact_that_is_added_is_everywhere_at_once(vaino, eid, monkeypatch):
    one, other = Kertoja.naytto, Kertoja._sisalto
    added = Fakta("Uusi", ("Lisätty näyttöön",))
    monkeypatch.setattr(
        Kertoja, "naytto", lambda *a: one(*a)._replace(faktat=(*one(*a).faktat, added))
    )
    monkeypatch.setattr(Kertoja, "_sisalto", lambda *a: [*other(*a), ("kind", "Lisätty osaan")])
    page, printed, paper = pages(vaino, eid)
    for text in map(bare, ("Lisätty osaan", "Lisätty näyttöön")):
        assert page.count(text) == printed.count(text) == paper.count(text) > 2


def test_what_is_told_to_some_only_is_declared():
    view = view_of(payload("maximal"))
    plain = facts_of(Kertoja(view, T, "fi"))
    staff = facts_of(Kertoja(view, T, "fi", tunnisteet=True))
    paper = facts_of(Kertoja(view, T, "fi", paperilla=True))
    assert {f.nimi for f in staff if f not in plain} == {T["tunniste"]}
    assert {f.nimi for f in paper if f not in plain} == {T["diaarinro"]}
    assert all(fakta in staff and fakta in paper for fakta in plain)


def test_nothing_is_told_of_what_there_is_not():
    assert facts_of(Kertoja(view_of(payload("maximal")), T, "fi"))
    for name in ("maximal", "typical", "tuva", "minimal"):
        for fakta in facts_of(Kertoja(view_of(payload(name)), T, "fi", tunnisteet=True)):
            assert fakta.arvo
            assert all(fakta.arvo)


def test_support_without_dates_goes_on_as_long_as_the_studies():
    kind = "ammatillinenkoulutusoppimisentuentyyppi_02"
    support = {"oppimisen-tuki": [{"oppimisen-tuen-tyyppi-koodi-uri": kind}]}
    document = dict.fromkeys(LISTS, ()) | support
    dates = {"alku": NOW.date().replace(month=8), "loppu": None}
    view = nakyma.build(document, Nimet(), NOW.date(), rajat=dates)
    (told,) = Kertoja(view, T, "fi").luettelot()[0].rivit
    assert told == ("Nimi 02", ("15.8.2025 –",))
    (told,) = Kertoja(view_of(support), T, "fi").luettelot()[0].rivit
    assert told.tiedot == ()


def test_only_what_can_be_shared_has_a_link_to_share_it():
    document = payload("maximal")
    naytto = document["aiemmin-hankitut-ammat-tutkinnon-osat"][0]["tarkentavat-tiedot-naytto"][0]
    naytto["module-id"] = "aiempi"
    tuva = payload("tuva")
    tuva["hankittavat-koulutuksen-osat"][0]["module-id"] = "tuva"
    kertoja = Kertoja(view_of(document), T, "fi")
    assert not [
        p for osa in kertoja.nakyma.aiemmat for p in kertoja.aiempi(osa).palat if p.module_id
    ]
    kertoja = Kertoja(view_of(tuva), T, "fi")
    assert not [o for o in kertoja.nakyma.osat if kertoja.osa(o).module_id]


def test_a_part_alone_tells_neither_state_nor_dates_of_the_whole_part():
    view = view_of(payload("maximal"))
    kansi = paperi.Kansi("Lempi", "", "", "", "", NOW, None)
    data = paperi.osa_to_data(view, kansi, [], T | {"part": "Jaettu"}, "fi")
    whole = [Kertoja(view, T, "fi", paperilla=True).osa(osa) for osa in view.osat]
    for told, kortti in zip(data["osiot"][0]["osat"], whole, strict=True):
        assert (told["otsikko"], told["tilan_nimi"]) == (kortti.otsikko, "")
        assert kortti.aika not in told["rivit"]


# --- Whatever they are made of ---------------------------------------------------------------------

VALUES = {
    "text": XSS,
    "of a language": Vieras(XSS, "sv"),
    "put together": join(", ", [Vieras(XSS, "sv"), XSS]),
    "lines": (XSS, Vieras(XSS, "sv")),
    "identifier": Tunniste(XSS),
    "odd language": Vieras("x", XSS),
}


def kortti_of(arvo):
    facts = (Fakta(XSS, arvo),)
    text = arvo if isinstance(arvo, str) else arvo[0]
    return Kortti(
        otsikko=text, laajuus=text, tila=Tila.VALMIS, tilan_nimi=XSS, tilan_pvm=XSS, ylaosa=text,
        aika=text, huomaa=text, faktat=facts, palat=(Pala("tapa", text, facts, XSS),),
        linkit=(Linkki(text, f'/"{XSS}'),), sisus=text, ankkuri=XSS, module_id=XSS,
    )  # fmt: skip


@pytest.mark.parametrize("folded", [True, False])
@pytest.mark.parametrize("arvo", VALUES.values(), ids=VALUES)
def test_html_in_any_kind_of_value_is_text(arvo, folded):
    kortti = kortti_of(arvo)._replace(**{} if folded else {"sisus": ""})
    context = {"kortti": kortti, "t": T, "jaa": f'/"{XSS}'}
    html = Template('{% include "hoks/_kortti.html" %}').render(Context(context))
    assert "<script" not in html
    assert html.count("&lt;script&gt;alert(&quot;x&quot;)") > 10
    assert set(re.findall(r"[ \n]([a-z-]+)=", re.sub(r'"[^"]*"', '""', html))) == {
        *("class", "id", "data-testid", "data-tila", "data-size", "href"),
        *(("aria-hidden",) if folded else ()), "data-color",
        *(("lang",) if "lang=" in html else ()),
    }  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kieli", ["sv", "x) #read(", ""])
def test_markup_of_typst_in_names_of_any_language_is_text(text, kieli):
    class Hostile(dict):
        def get(self, key, default=None):
            return Vieras(text, kieli)

    view = view_of(payload("maximal"), Hostile())
    view = nakyma.build(
        dict.fromkeys(LISTS, ()) | payload("maximal"), Hostile(), NOW.date(),
        vaadittavat={nakyma.koodi_of(osa.tiedot) for osa in view.osat},
    )  # fmt: skip
    words = T | {"requirements": text, "provider": text}
    kansi = paperi.Kansi("Lempi", Vieras(text, kieli), "", "", "1", NOW, None)
    reader = pypdf.PdfReader(io.BytesIO(pdf.to_pdf(paperi.to_data(view, None, kansi, words, "fi"))))
    assert text_of(reader).count(bare(text)) > 20
    assert "root:x" not in text_of(reader)


def test_the_language_of_a_name_is_told_in_the_pdf():
    class Ruotsiksi(Nimet):
        def get(self, key, default=None):
            found = super().get(key)
            return Vieras(found, "sv") if key.endswith("_106901") else found

    def languages(nimet):
        view = view_of(payload("maximal"), nimet)
        kansi = paperi.Kansi("Lempi", "", "", "", "1", NOW, None)
        data = paperi.to_data(view, draw_whole(view), kansi, T, "fi")
        reader = pypdf.PdfReader(io.BytesIO(pdf.to_pdf(data)))
        content = b"".join(page.get_contents().get_data() for page in reader.pages)
        in_text = re.findall(rb"/Lang ?\((\w+)\)", content)
        return {tag["/Lang"] for tag in tags(reader) if "/Lang" in tag} | {
            *map(bytes.decode, in_text)
        }

    assert languages(Nimet()) == {"fi"}
    assert languages(Ruotsiksi()) == {"fi", "sv"}


def test_a_link_of_our_own_is_whole_in_the_pdf(settings):
    settings.BASE_URL = "https://ehoks.example"
    document = dict.fromkeys(LISTS, ()) | payload("maximal")
    koodi = document["hankittavat-ammat-tutkinnon-osat"][0]["tutkinnon-osa-koodi-uri"]
    prior = document["aiemmin-hankitut-ammat-tutkinnon-osat"][0]["tutkinnon-osa-koodi-uri"]
    view = nakyma.build(document, Nimet(), NOW.date(), vaadittavat={koodi, prior})
    kansi = paperi.Kansi("Lempi", "", "", "", "1", NOW, None)
    made = pdf.to_pdf(paperi.to_data(view, None, kansi, T, "fi"))
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    links = [a.get_object()["/A"]["/URI"] for page in pages for a in page.get("/Annots", ())]
    assert set(links) == {f"https://ehoks.example/vaatimukset/{k}/" for k in (koodi, prior)}
