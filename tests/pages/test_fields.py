"""The page of fields tells of every field what the declaration says, and finds what one looks for."""

import re
from functools import cache
from html import unescape

import pytest
from django.db import OperationalError

from ehoks.page_texts import LANGUAGES
from hoks.presenters import kentat
from hoks.presenters.words import PERUSTEET
from hoks.rules.judge import ALL_RULES
from hoks.schema import objects
from hoks.schema.fields import ListOf, ObjectType, Operation
from koodisto import lookup
from tests.contract.answers import contract
from tests.pages.fields import FIELDS, codes, places, whole

METHODS = ("POST", "PUT", "PATCH", "GET", "TILASTO")
# Parts that have an address of their own, typed by hand; there PATCH works.
ADDRESSED = {
    "hankittavat-ammat-tutkinnon-osat",
    "hankittavat-paikalliset-tutkinnon-osat",
    "hankittavat-yhteiset-tutkinnon-osat",
    "aiemmin-hankitut-ammat-tutkinnon-osat",
    "aiemmin-hankitut-paikalliset-tutkinnon-osat",
    "aiemmin-hankitut-yhteiset-tutkinnon-osat",
    "opiskeluvalmiuksia-tukevat-opinnot",
    "hankittavat-paikalliset-tutkinnon-osat.osaamisen-osoittaminen",
    "hankittavat-ammat-tutkinnon-osat.osaamisen-hankkimistavat",
    "hankittavat-paikalliset-tutkinnon-osat.osaamisen-hankkimistavat",
    "hankittavat-yhteiset-tutkinnon-osat.osa-alueet.osaamisen-hankkimistavat",
}
MERGED = "tarkentavat-tiedot-osaamisen-arvioija"
# What the statistics feed leaves out, and below what it tells nothing.
NO_STATISTICS = {"sahkoposti", "puhelinnumero", "jarjestajan-edustaja", "hankkijan-edustaja"}
ONLY_NAMED = "vastuullinen-tyopaikka-ohjaaja"


@pytest.fixture(autouse=True)
def known_codes(monkeypatch):
    monkeypatch.setattr(lookup, "luettelot", codes)


def declared(kind=objects.HOKS, way=()):
    """Every field of the declaration with the fields that lead to it."""
    for field in kind:
        here = (*way, field)
        yield here
        item = field.type.item if isinstance(field.type, ListOf) else field.type
        if isinstance(item, ObjectType):
            yield from declared(item, here)


WAYS = list(declared())


def name(way):
    return ".".join(field.key for field in way)


# --- Every field, every method -----------------------------------------------------------------------


def written(way, position):
    """What the letters of POST or PUT say; nothing reaches what stands below an excluded key."""
    *above, field = way
    if any(f.access[position] == "X" for f in above):
        return "ei-hyvaksyta"
    letter, shown = field.access[position], field.access[Operation.GET] != "X"
    if letter == "X":
        gone_back = position != Operation.POST and shown and not isinstance(field.type, ListOf)
        return "sivuutetaan" if gone_back else "ei-hyvaksyta"
    if not shown:
        return "sivuutetaan"
    return {"R": "pakollinen", "O": "vapaaehtoinen"}[letter]


def patched(way):
    """PATCH goes to the root or to a part's own address; what stands below is replaced."""
    starts = [n for n in range(len(way)) if n == 0 or name(way[:n]) in ADDRESSED]
    below = way[starts[-1] :]
    *above, field = below
    if starts[-1] == 0 and len(way) > 1:
        return "ei-hyvaksyta"  # below the root's own lists, without an address
    if all(f.key == MERGED for f in above):
        as_put = written((field,), Operation.PATCH)
        return "vapaaehtoinen" if as_put == "pakollinen" else as_put
    return written((field,), Operation.PUT)


def answered(way):
    field = way[-1]
    if field.access[Operation.GET] == "X":
        return "ei-nayteta"
    always = isinstance(field.type, ListOf) or field.key in ("id", MERGED)
    return "aina" if always or field.access[Operation.GET] == "R" else "jos-on"


def counted(way):
    *above, field = way
    keys = {f.key for f in above}
    letter = field.access[Operation.VIPUNEN]
    if letter == "X" or ONLY_NAMED in keys or NO_STATISTICS & keys:
        return "ei-nayteta"
    if field.key in NO_STATISTICS:
        return "ei-nayteta"
    return {"R": "aina", "O": "jos-on"}[letter]


def expected(way):
    return {
        "POST": written(way, Operation.POST),
        "PUT": written(way, Operation.PUT),
        "PATCH": patched(way),
        "GET": answered(way),
        "TILASTO": counted(way),
    }


def test_every_field_of_the_declaration_has_its_place_and_nothing_else_has():
    assert len(WAYS) > 400
    assert list(whole()) == [name(way) for way in WAYS]


@pytest.mark.parametrize("way", WAYS, ids=name)
def test_the_requirement_shown_is_the_declarations(way):
    shown = whole()[name(way)].marks
    found = {method: kind for kind, methods in shown.items() for method in methods}
    statistics = found.pop("tilasto")
    assert found | {"TILASTO": statistics} == expected(way)
    for method in METHODS:
        place = whole(f"?metodi={method}")[name(way)]
        assert list(place.marks) == [expected(way)[method]], method


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_its_name_and_form_in_every_language(language):
    page = whole(f"?lang={language}")
    for way in WAYS:
        place = page[name(way)]
        assert way[-1].key in place.head
        assert getattr(way[-1].label, language) in place.head
        if way[-1].explanation:
            assert getattr(way[-1].explanation, language) in place.body
        form = re.search(r'<p class="muoto">\s*([^<]+?)[,\s]*<', place.body)
        assert form, name(way)
        marks = re.findall(r'<span class="(lakisaateinen|suositeltava)">([^<]+)<', place.head)
        peruste = way[-1].peruste
        told = [(peruste, getattr(PERUSTEET[peruste], language))] if peruste else []
        assert marks == told, name(way)


@cache
def components(method):
    """Of each object drawn for a method: its component in the contract."""
    found = {}
    for place, told in whole(f"?metodi={method}").items():
        if match := re.search(r"<dt>Rajapintakuvauksessa</dt><dd>\s*<code>(\w+)</code>", told.body):
            found[place] = contract()["components"]["schemas"][match[1]]
    return found


@pytest.mark.parametrize("method", METHODS)
def test_the_page_and_the_contract_agree(method):
    """Which keys an object has, which are required, for the component that the page names."""
    assert len(components(method)) > 20
    for parent, component in components(method).items():
        below = {
            place.rpartition(".")[2]: told
            for place, told in whole(f"?metodi={method}").items()
            if place.rpartition(".")[0] == parent
        }
        gone = {"ei-hyvaksyta", "ei-nayteta"}
        assert {k for k, told in below.items() if not gone & set(told.marks)} == set(
            component["properties"]
        ), parent
        required = {k for k, told in below.items() if {"pakollinen", "aina"} & set(told.marks)}
        assert required == set(component.get("required", ())), parent


# --- Rules, codes, examples ---------------------------------------------------------------------------


def test_every_rule_binds_a_field_and_leads_to_its_help(client):
    help_page = "/ehoks-virkailija-backend/ohje/virheet"
    linked = {
        code
        for told in whole("?lang=sv").values()
        for code in re.findall(rf'href="{help_page}\?lang=sv#([\w-]+)"', told.body)
    }
    assert linked == {rule.code for rule in ALL_RULES}
    assert all(f'id="{code}"' in client.get(help_page).content.decode() for code in linked)


def test_a_rule_stands_at_every_field_it_reads():
    tapa = "hankittavat-ammat-tutkinnon-osat.osaamisen-hankkimistavat"
    bound = {place for place, told in whole().items() if "missing-tyopaikan-y-tunnus" in told.body}
    assert {place for place in bound if place.startswith(tapa)} == {
        f"{tapa}.osaamisen-hankkimistapa-koodi-uri",
        f"{tapa}.loppu",
        f"{tapa}.tyopaikalla-jarjestettava-koulutus.tyopaikan-y-tunnus",
    }


def test_a_short_code_set_is_listed_with_names_and_a_long_one_is_named():
    page = whole("?lang=en")
    unit = "hankittavat-ammat-tutkinnon-osat"
    way = page[f"{unit}.osaamisen-hankkimistavat.osaamisen-hankkimistapa-koodi-uri"].body
    assert "osaamisenhankkimistapa_oppisopimus" in way
    assert "Apprenticeship agreement" in way
    osa = page[f"{unit}.tutkinnon-osa-koodi-uri"].body
    assert "Units of qualifications, tutkinnonosat" in osa
    assert "<details" not in osa


def test_a_code_that_the_field_would_refuse_is_not_offered():
    body = whole()["urasuunnitelma-koodi-uri"].body
    assert "urasuunnitelma_0005" in body
    assert "urasuunnitelma_004" not in body


def test_codes_are_read_in_one_question_for_all_fields(
    db, monkeypatch, client, django_assert_num_queries
):
    monkeypatch.undo()
    kentat.puu.cache_clear()
    lookup.forget()
    with django_assert_num_queries(3):  # what there is, and then all codes and all requirements
        client.get(FIELDS)
    with django_assert_num_queries(0):
        client.get(f"{FIELDS}?metodi=PUT")


def test_without_the_database_all_but_the_codes_is_there(monkeypatch, client):
    def away(*_):
        raise OperationalError

    monkeypatch.setattr(lookup, "luettelot", away)
    found = places(client.get(FIELDS).content.decode())
    assert list(found) == list(whole())
    assert "koodisto" in found["urasuunnitelma-koodi-uri"].body.casefold()


def test_a_tree_is_drawn_once(client):
    client.get(f"{FIELDS}?lang=en&metodi=GET")
    drawn = kentat.puu.cache_info().misses
    for query in ("", "&haku=alku", "&auki=1"):
        client.get(f"{FIELDS}?lang=en&metodi=GET{query}")
    assert kentat.puu.cache_info().misses == drawn
    assert kentat.puu.cache_info().maxsize == len(LANGUAGES) * (len(METHODS) + 1)


# --- Search ---------------------------------------------------------------------------------------


def search(client, haku, **more):
    response = client.get(FIELDS, {"haku": haku, **more})
    assert response.status_code == 200
    return places(response.content.decode())


def hits(found):
    return [place for place, told in found.items() if "osuma" in told.css]


NAYTTO = "hankittavat-ammat-tutkinnon-osat.osaamisen-osoittaminen"


@pytest.mark.parametrize(
    ("haku", "place"),
    [
        ("ensikertainen-hyvaksyminen", "ensikertainen-hyvaksyminen"),
        ("DIAARINUMERO perusteiden", f"{NAYTTO.split('.')[0]}.tutkinnon-osan-perusteen-diaarinro"),
        ("saavuttamisen-pvm-out-of-range", "osaamisen-saavuttamisen-pvm"),
        ("urasuunnitelma_0003", "urasuunnitelma-koodi-uri"),
        ("Karriärplan", "urasuunnitelma-koodi-uri"),
        ("keskeiset-tyotehtavat-naytto", f"{NAYTTO}.sisallon-kuvaus"),
        (f"{NAYTTO}.alku", f"{NAYTTO}.alku"),
        ("/hankittavat-ammat-tutkinnon-osat/0/osaamisen-osoittaminen/12/alku", f"{NAYTTO}.alku"),
    ],
)
def test_a_field_is_found_by_key_name_rule_code_old_name_path_or_pointer(client, haku, place):
    found = search(client, haku)
    assert place in hits(found)
    assert len(hits(found)) < 20


def test_what_is_found_stands_opened_in_its_tree(client):
    html = client.get(FIELDS, {"haku": f"{NAYTTO}.alku"}).content.decode()
    assert list(places(html)) == [*(NAYTTO.split(".")[:1]), NAYTTO, f"{NAYTTO}.alku"]
    assert html.count('<li class=""><details open>') == 2
    assert "Löytyi: 1." in html


def test_an_object_that_is_found_keeps_what_stands_in_it(client):
    found = search(client, "hankittavat-koulutuksen-osat")
    assert hits(found) == ["hankittavat-koulutuksen-osat"]
    assert "hankittavat-koulutuksen-osat.laajuus" in found


def test_nothing_found_says_what_to_search_by(client):
    html = client.get(FIELDS, {"haku": "eiole", "lang": "en"}).content.decode()
    assert not places(html)
    assert "Nothing was found." in html


@pytest.mark.parametrize(
    "haku",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "' autofocus onfocus=alert(1) '",
        "{{ t.heading }}{% debug %}",
        "%s %(x)s {0} {n}",
        "\x00\x07\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
        "(((((a+)+)+)+)+$",
        "/0/0/0/0" * 50,
        "." * 5000,
    ],
)
def test_a_hostile_search_is_only_text(client, haku):
    response = client.get(FIELDS, {"haku": haku})
    assert response.status_code == 200
    html = response.content.decode()
    assert "<script" not in html
    assert "<img src=x" not in html
    value = re.search(r'name="haku"[^>]*?value="([^"]*)"', html)
    assert value
    assert unescape(value[1]) == haku[:200].strip()


def test_a_broken_address_is_only_text_too(client):
    response = client.get(f"{FIELDS}?haku=%ED%A0%80%00&metodi=%FF&lang=%00&auki=%F0")
    assert response.status_code == 200


# --- The page --------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["?metodi=DELETE", "?metodi=post", "?metodi=", "?lang=xx"])
def test_an_unknown_method_or_language_is_as_if_none_was_asked(client, query):
    html = client.get(FIELDS + query).content.decode()
    assert places(html) == whole()
    assert '<html lang="fi">' in html


@pytest.mark.parametrize("prefix", ["ehoks-virkailija-backend", "ehoks-backend"])
def test_it_is_served_under_both_prefixes_and_other_addresses_lead_there(client, prefix):
    address = f"/{prefix}/json-viewer/index.html"
    html = client.get(address).content.decode()
    assert places(html) == whole()
    assert f'action="{address}"' in html
    for other in ("json-viewer", "json-viewer/", "hoks-doc/index.html"):
        response = client.get(f"/{prefix}/{other}?lang=sv&haku=a%26b")
        assert response.status_code == 302
        assert response.headers["Location"] == f"{address}?lang=sv&haku=a%26b"


@pytest.mark.parametrize("path", ["basic.html", "index.html/", "css/main.css", "..%2findex.html"])
def test_there_is_nothing_else_below_it(client, path):
    response = client.get(f"/ehoks-virkailija-backend/json-viewer/{path}")
    assert response.status_code == 404
    assert response.json()["code"] == "route-not-found"


def test_only_reading_is_offered(client):
    assert client.head(FIELDS).status_code == 200
    assert not client.head(FIELDS).content
    assert client.post(FIELDS).status_code == 405
    assert client.post("/ehoks-backend/json-viewer").status_code == 405


def test_nothing_runs_and_its_form_asks_only_us(client):
    response = client.get(FIELDS)
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "form-action 'self'" in policy
    assert "script-src" not in policy
    html = response.content.decode()
    assert "<script" not in html
    assert "style=" not in html
    assert not re.search(r'(src|href|action)="(https?:)?//', html)
    assert "form-action 'none'" in client.get("/").headers["Content-Security-Policy"]


def test_language_method_and_search_keep_each_other(client):
    html = unescape(client.get(f"{FIELDS}?lang=en&metodi=PUT&haku=loppu").content.decode())
    assert f'href="{FIELDS}?lang=sv&metodi=PUT&haku=loppu"' in html
    assert f'href="{FIELDS}?lang=en&metodi=PATCH&haku=loppu"' in html
    assert f'href="{FIELDS}?lang=en&metodi=PUT"' in html
    assert '<input type="hidden" name="metodi" value="PUT">' in html
    assert '<input type="hidden" name="lang" value="en">' in html


def test_everything_can_be_opened_and_closed_at_once(client):
    shut = unescape(client.get(FIELDS).content.decode())
    assert '<li class=""><details open>' not in shut
    assert f'href="{FIELDS}?auki=1"' in shut
    wide = client.get(f"{FIELDS}?auki=1").content.decode()
    assert '<li class=""><details>' not in wide
    assert f'href="{FIELDS}"' in wide


def test_it_travels_small(client):
    response = client.get(FIELDS, headers={"accept-encoding": "gzip"})
    assert response.headers["Content-Encoding"] == "gzip"
    assert {"Accept-Encoding", "Accept-Language"} <= set(response.headers["Vary"].split(", "))
    assert len(response.content) < 60_000


@pytest.mark.parametrize("page", ["/", "/ehoks-virkailija-backend/ohje/virheet"])
def test_the_other_pages_lead_here(client, page):
    html = client.get(f"{page}?lang=sv").content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    assert f'href="{FIELDS}?lang=sv"' in main


def test_the_help_on_a_rule_leads_to_the_fields_it_binds(client):
    html = unescape(client.get("/ehoks-virkailija-backend/ohje/virheet").content.decode())
    assert f'href="{FIELDS}?lang=fi&haku=dates-reversed"' in html
    found = search(client, "dates-reversed")
    assert {place.rpartition(".")[2] for place in hits(found)} == {"alku", "loppu"}
