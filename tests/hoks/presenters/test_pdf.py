"""A plan as a PDF document: what it says, how it is tagged, what hostile text can do to it."""

import datetime as dt
import io
import itertools
import random
import re
from pathlib import Path
from types import MappingProxyType

import pypdf
import pytest

from hoks.presenters import nakyma, paperi, pdf
from hoks.presenters.aikajana.suunnitelma import draw_whole
from hoks.ui.texts import HOKS
from tests.conftest import payload
from tests.hoks.plans import LISTS, opetus, opinto, osa, paikallinen, plan
from tests.hoks.ui.test_hoks import strings

NOW = dt.datetime(2025, 9, 15, 6, 5, tzinfo=dt.UTC)
HOSTILE = [
    '#read("/etc/passwd")',
    "#sys.inputs",
    "$x$ *lihava* _kursiivi_ `koodi` = otsikko",
    "#pagebreak() @viite <nimi> \\u{41} // kommentti /* ja toinen",
    '"}, {"a": "\\n"] --- ~ %s {{ x }}',
    "%PDF-1.7 endobj << /JS (app.alert(1)) >>",
]


class Nimet(dict):
    """Every code has a name that tells which it is."""

    def get(self, key, default=None):
        return f"Nimi {key.rpartition('_')[2].upper()}"


def data_of(document, lang="fi", nimi="Lempi Leipuri", rajat=MappingProxyType({})):
    document = dict.fromkeys(LISTS, ()) | document
    view = nakyma.build(document, Nimet(), NOW.date(), rajat=rajat)
    ids = paperi.Tunnisteet(4711, "1.2.15.1")
    kansi = paperi.Kansi(nimi, "Leipuri", "Leipomo", "Kalevala", "1.2.24.1", NOW, ids)
    words = {key: text.say(lang) for key, text in HOKS.items()}
    return paperi.to_data(view, draw_whole(view), kansi, words, lang)


def made(document, lang="fi", **more):
    return pypdf.PdfReader(io.BytesIO(pdf.to_pdf(data_of(document, lang, **more))))


def text_of(reader):
    """All of its text. Where lines end is the typesetter's matter, so there are no spaces in it."""
    return bare(" ".join(page.extract_text() for page in reader.pages))


def bare(text):
    return re.sub(r"[\s\u200b]+", "", text)


def tags(reader):
    """Every element of the structure tree, in reading order."""

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for inner in node:
                yield from walk(inner)
        elif isinstance(node, dict):
            if "/S" in node:
                yield node
            if "/K" in node:
                yield from walk(node["/K"])

    return list(walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"]))


@pytest.fixture(scope="module")
def full():
    return made(payload("maximal"))


def test_every_text_that_was_written_is_there(full):
    text = text_of(full)
    assert not [s for s in strings(payload("maximal")) if bare(s) not in text]


def test_names_stand_for_codes(full):
    text = text_of(full)
    assert not re.search(r"(tutkinnonosat|osaamisenhankkimistapa|oppimisymparistot)_", text)
    for code in ("106901", "OPPISOPIMUS", "ETK", "0002", "03"):
        assert f"Nimi{code}" in text


def test_interruptions_dates_and_numbers_are_as_finns_write_them(full):
    text = text_of(full)
    for wanted in ("17.2.2025–21.2.2025", "26.5.2025–", "212,5tuntia", "5osp", "80%"):
        assert wanted in text


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_it_is_tagged_has_a_language_and_a_title(lang):
    reader = made(payload("typical"), lang)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == lang
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == f"{HOKS['document'].say(lang)} – Lempi Leipuri"
    marker = re.search(rb"pdfuaid:part\W+(\d)", root["/Metadata"].get_data())
    assert marker
    assert marker[1] == b"1"
    assert bare(HOKS["tavat"].say(lang)) in text_of(reader)


def test_pictures_have_words_and_tables_have_headings(full):
    found = tags(full)
    kinds = [tag["/S"] for tag in found]
    pictures = [tag["/Alt"] for tag in found if tag["/S"] == "/Figure"]
    assert pictures[0] == "Opintojen eteneminen: Valmiit 0 %, Aikataulutetut 100 %, Valitut 0 %"
    assert pictures[1].startswith("Aikajana 1.8.2024 – 30.6.2026.")
    assert len(pictures) == 2  # of parts that were never stored there is none
    assert kinds.count("/TH") == 5
    assert kinds.count("/TD") == 5 * 9  # every bar of the picture is a row


def test_headings_go_down_one_step_at_a_time(full):
    levels = [int(t["/S"][2:]) for t in tags(full) if re.fullmatch(r"/H\d", t["/S"])]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert set(levels) == {1, 2, 3, 4}
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_order_is_that_of_the_pages(full):
    text = text_of(full)
    order = ("progress", "aikajana", "osaaminen", "tavat", "tuki", "opinnot", "retrieved")
    headings = [bare(HOKS[key].fi.partition(" {")[0]) for key in order]
    assert re.search(".*".join(map(re.escape, headings)), text)


def test_pages_are_numbered_and_name_the_student(full):
    pages = [bare(page.extract_text()) for page in full.pages]
    for n, text in enumerate(pages, 1):
        assert f"{n}/{len(pages)}" in text
        assert "LempiLeipuri·15.9.2025" in text


def test_only_the_timeline_lies_on_its_side(full):
    wide = [page.mediabox.width > page.mediabox.height for page in full.pages]
    assert wide[:3] == [False, True, True]  # the picture, and the end of its table
    assert not any(wide[3:])


def test_every_stored_part_has_a_small_picture():
    document = payload("maximal")
    document["hankittavat-ammat-tutkinnon-osat"][0]["module-id"] = "m1"
    reader = made(document)
    pictures = [tag["/Alt"] for tag in tags(reader) if tag["/S"] == "/Figure"]
    assert pictures[2:] == ["Osan ajat suunnitelman aikajanalla: 15.8.2024 – 13.5.2026"]


def test_a_small_picture_stays_with_the_name_of_its_part():
    rows = [
        osa(**{"module-id": f"m{n}", "osaamisen-hankkimistavat": [opetus()]}) for n in range(40)
    ]
    reader = made(plan(**{"hankittavat-ammat-tutkinnon-osat": rows}))
    tops = [page.extract_text().split("\n")[0].strip() for page in reader.pages]
    assert len(tops) > 5
    assert not [top for top in tops if re.fullmatch(r"(\d{4}\s*)+", top)]


def test_the_timeline_warns_and_tells_all_that_is_in_its_table():
    text = text_of(made(payload("maximal"), rajat={"loppu": dt.date(2026, 3, 31)}))
    for wanted in (
        "2 tutkinnon osaa, 1 osa-alue, 4 työpaikkajaksoa, 3 näyttöä, 15.8.2024 – 13.5.2026",
        "1 jakso on osin tai kokonaan opiskeluoikeuden ulkopuolella.",
        "! Päättyy opiskeluoikeuden jälkeen",
        "Keskeytys 17.2.2025 – 21.2.2025",
        "Opiskeluoikeuden arvioitu loppu 31.3.2026",
    ):
        assert bare(wanted) in text


def test_the_fonts_are_those_that_come_with_typst(full):
    names = {str(f["/BaseFont"]) for p in full.pages for f in _fonts(p)}
    assert names
    assert all(re.search("LibertinusSerif|NewCM|DejaVuSansMono", name) for name in names), names


def _fonts(page):
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]


@pytest.mark.parametrize("name", ["typical", "tuva", "minimal"])
def test_every_kind_of_plan_can_be_set(name):
    text = text_of(made(payload(name)))
    assert bare("Ei oppimisen tukea.") in text or payload(name).get("oppimisen-tuki")


def test_an_empty_plan_says_so():
    text = text_of(made(plan()))
    for key in ("no_dates", "no_aiemmat", "empty_group", "no_tuki", "no_opinnot", "none_stored"):
        assert bare(HOKS[key].fi) in text


def test_parts_without_dates_are_told_beside_the_picture():
    parts = {"hankittavat-paikalliset-tutkinnon-osat": [paikallinen("Ilman aikaa")]}
    more = {"opiskeluvalmiuksia-tukevat-opinnot": [opinto()]}
    assert bare("Ei aikataulua: Ilman aikaa") in text_of(made(plan() | parts | more))


# --- Hostile text ---------------------------------------------------------------------------------


def everywhere(value, text):
    """A document in which everything that a person may write is this text."""
    if isinstance(value, dict):
        return {
            k: v if k.endswith(("-uri", "-oid")) else everywhere(v, text) for k, v in value.items()
        }
    if isinstance(value, list):
        return [everywhere(inner, text) for inner in value]
    is_date = isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\d", value)
    return text if isinstance(value, str) and not is_date else value


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_markup_is_shown_as_it_was_written(text):
    document = everywhere(payload("maximal"), text)
    reader = made(document, nimi=text)
    assert text_of(reader).count(bare(text)) >= len(list(strings(document)))
    assert reader.metadata.title.endswith(text)
    assert "root:x" not in text_of(reader)


LONG = ["ä" * 5000, "sana " * 1000, "a-b." * 1250, "rivi\n" * 1000, "\u200b" * 5000]


@pytest.mark.parametrize("text", LONG, ids=["word", "words", "marks", "lines", "nothing"])
def test_long_texts_and_words_fit(text):
    document = payload("maximal")
    unit = document["hankittavat-paikalliset-tutkinnon-osat"][0]
    unit |= {"nimi": text, "tavoitteet-ja-sisallot": text}
    unit["osaamisen-osoittaminen"][0]["nayttoymparisto"]["nimi"] = text
    reader = made(document, nimi=text)
    start = bare(text)[:4]  # four places; where a page ends, its foot is in between
    assert text_of(reader).count(start) >= 3 * bare(text).count(start)
    for page in reader.pages:
        ends = []
        page.extract_text(visitor_text=lambda t, _cm, tm, *_: ends.append((t, tm[4])))  # noqa: B023
        assert all(x < page.mediabox.width for t, x in ends if t.strip())


ODD = "漢字 😀 אבג عربى ก็ \u202e \x00\x07 e\u0301 \u0e33\u0301 \ud7ff \ufffe \U000e0001 \r\t \u2028"


def test_letters_that_no_font_has_do_not_stop_it():
    text = text_of(made(everywhere(payload("maximal"), ODD), nimi=ODD))
    assert "\ufffd" in text
    assert "é" in text  # written as two characters


def test_every_letter_that_is_let_through_can_be_set():
    known = [chr(n) for n in range(0x110000) if not 0xD800 <= n < 0xE000]
    known = [c for c in known if not pdf._UNKNOWN.match(c)]
    assert {*"åäöÅÄÖšžčđŋŧéüßŁЖя–’€•…"} <= set(known)
    random.Random(1).shuffle(known)
    text = " ".join("".join(known[n : n + 8]) for n in range(0, len(known), 8))
    assert made(plan(opiskeluvalmiuksia_tukevat_opinnot=[opinto(text)]))


def test_a_template_reaches_no_other_file(monkeypatch):
    assert [path.name for path in pdf._ROOT.iterdir()] == ["hoks.typ"]
    assert b"#import" not in pdf._template()
    for path in ("/etc/passwd", "../pdf.py", str(Path(pdf.__file__))):
        monkeypatch.setattr(pdf, "_template", lambda path=path: f'#read("{path}")'.encode())
        with pytest.raises(pdf.PdfNotMade):
            pdf.to_pdf({})


def test_a_document_without_measure_is_refused():
    with pytest.raises(pdf.PdfNotMade):
        made(plan(opiskeluvalmiuksia_tukevat_opinnot=[opinto("x " * 500_000)]))


def test_a_panic_is_an_error_like_others_and_tells_no_text(monkeypatch, caplog):
    class PanicException(BaseException):
        pass

    def panic(text):
        raise PanicException(text)

    monkeypatch.setattr(pdf, "_compile", panic)
    with pytest.raises(pdf.PdfNotMade):
        made(plan(), nimi="Salainen")
    assert "PanicException" in caplog.text
    assert "Salainen" not in caplog.text


def test_whoever_stops_the_process_is_heard(monkeypatch):
    def stop(text):
        raise KeyboardInterrupt

    monkeypatch.setattr(pdf, "_compile", stop)
    with pytest.raises(KeyboardInterrupt):
        made(plan())


@pytest.mark.parametrize(
    ("sukunimi", "expected"),
    [
        ("Leipuri", "hoks-leipuri-2025-09-15.pdf"),
        ("Öhman-Åström", "hoks-ohman-astrom-2025-09-15.pdf"),
        ("", "hoks-2025-09-15.pdf"),
        ("漢字", "hoks-2025-09-15.pdf"),
        ('x"; filename=../../etc/passwd\r\nSet-Cookie: a=b', None),
        ("a" * 500, None),
    ],
)
def test_the_name_of_the_file_is_safe(sukunimi, expected):
    name = pdf.filename(sukunimi, NOW.date())
    assert re.fullmatch(r"hoks-[a-z0-9-]{1,80}-2025-09-15\.pdf|hoks-2025-09-15\.pdf", name)
    assert expected in (None, name)


def test_a_unit_with_no_name_still_has_a_heading():
    document = plan(hankittavat_ammat_tutkinnon_osat=[osa()])
    view = nakyma.build(dict.fromkeys(LISTS, ()) | document, {}, NOW.date())
    assert view.osat[0].nimi == ""
    words = {key: text.fi for key, text in HOKS.items()}
    kansi = paperi.Kansi("", "", "", "", "1", NOW, None)
    data = paperi.to_data(view, None, kansi, words, "fi")
    reader = pypdf.PdfReader(io.BytesIO(pdf.to_pdf(data)))
    assert bare(HOKS["no_name"].fi) in text_of(reader)
