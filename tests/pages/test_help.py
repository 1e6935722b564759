"""The help on errors has every code, says who can put it right, and names what programs match."""

import re
from html import unescape

import pytest

from ehoks.common.errors import EhoksError, Fixer
from ehoks.help_texts import ADVICE, ERROR_GROUPS, FIXERS
from ehoks.page_texts import LANGUAGES
from hoks.presenters import virheet
from hoks.rules.violations import TEXTS

HELP = "/ehoks-virkailija-backend/ohje/virheet"


def read(client, query=""):
    response = client.get(HELP + query)
    assert response.status_code == 200
    return unescape(response.content.decode())


def articles(html):
    return re.findall(r'<article id="([\w-]+)"', html)


def all_codes():
    kinds = [EhoksError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    ours = (k for k in kinds if k.__module__.startswith(("ehoks.", "hoks.", "sharing.")))
    return {k.code for k in ours if hasattr(k, "code")} | set(TEXTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_place_once_in_every_language(client, language):
    html = read(client, f"?lang={language}")
    ids = re.findall(r' id="([\w-]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(articles(html)) == all_codes()
    assert "{" not in re.sub(r"<code>.*?</code>", "", html)


def test_every_code_has_a_page_of_its_own_that_leads_to_all(client):
    for code in all_codes():
        html = read(client, f"/{code}")
        assert articles(html) == [code]
        assert f"<title>{code} – " in html
        assert re.search(rf"<h1>[^<]+: {code}</h1>", html)
        assert f'href="{HELP}"' in html
    assert client.get(f"{HELP}/no-such-code").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_one_code_speaks_each_language(client, language):
    html = read(client, f"/hoks-exists?lang={language}")
    entry = virheet.group_of("hoks-exists", language)[0]["entries"][0]
    for text in (*entry["texts"], entry["who"], entry["how"]):
        assert text in html


def test_the_anchor_in_an_error_answer_is_on_the_page(client):
    answer = client.post("/ehoks-virkailija-backend/api/v1/hoks", {}, "application/json").json()
    path, _, anchor = answer["help"].partition("#")
    assert path.endswith(HELP)
    assert anchor in articles(read(client))


def test_the_literals_of_all_conditions_that_share_a_code_are_there(client):
    html = read(client)
    article = html[html.index('<article id="hoks-not-found"') :].partition("</article>")[0]
    assert '"error": "HOKS not found"' in article
    assert '"error": "No HOKS found with given opiskeluoikeus"' in article
    assert '"message": "Malformed application/json in :muuntaja/decode"' in html
    assert '"violations": [{"code": "dates-reversed"}]' in html


def test_what_is_the_same_for_everybody_is_told_and_what_varies_is_dots():
    entries = {e["code"]: e for g in virheet.groups("en") for e in g["entries"]}
    assert "5 megabytes" in entries["body-too-large"]["texts"][0]
    assert "/cas-security-check" in entries["ticket-invalid"]["texts"][0]
    assert entries["opiskeluoikeus-not-found"]["literals"] == [
        {"status": 400, "text": '"error": "Opiskeluoikeus `…` not found in Koski"'}
    ]


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("malformed-json", "kutsu"),
        ("caller-id-missing", "oikeudet"),
        ("no-privilege", "oikeudet"),
        ("hoks-exists", "hoks"),
        ("dates-reversed", "saannot"),
        ("missing-key", "kentat"),
        ("koski-unavailable", "rekisterit"),
        ("oppija-not-found", "rekisterit"),
        ("unexpected-error", "omat"),
    ],
)
def test_an_error_stands_where_one_would_look_for_it(code, group):
    found = [g["id"] for g in virheet.groups("fi") if code in {e["code"] for e in g["entries"]}]
    assert found == [group]


def test_every_group_holds_something():
    assert [g["id"] for g in virheet.groups("sv")] == list(ERROR_GROUPS)


def test_the_page_can_be_narrowed_to_who_puts_it_right(client):
    everything = set(articles(read(client)))
    parts = [set(articles(read(client, f"?kuka={fixer}"))) for fixer in Fixer]
    assert all(parts)
    assert set().union(*parts) == everything
    assert sum(map(len, parts)) == len(everything)
    assert set(articles(read(client, "?kuka=somebody"))) == everything


def test_the_narrowing_and_the_language_keep_each_other(client):
    html = read(client, "?lang=en&kuka=wait")
    assert f'href="{HELP}?lang=sv&kuka=wait"' in html
    assert f'href="{HELP}?lang=en&kuka=school"' in html
    assert f'href="{HELP}?lang=en"' in html


def test_each_fixer_has_a_name_and_advice():
    assert set(FIXERS) == set(ADVICE) == set(Fixer)


def test_nobody_is_sent_to_a_teacher_for_what_only_a_program_gets_wrong():
    entries = {e["code"]: e["fixer"] for g in virheet.groups("fi") for e in g["entries"]}
    assert entries["not-a-list"] is Fixer.SYSTEM
    assert entries["dates-reversed"] is Fixer.SCHOOL
    assert set(entries) >= virheet._OF_PROGRAMS
