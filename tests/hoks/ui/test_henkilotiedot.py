"""Where a student lives, as Oppijanumerorekisteri tells it: on which pages, to whom, and to whom not."""

import io
import logging
import re
from html import unescape

import orjson
import pypdf
import pytest
from django.db import connection

from ehoks.integrations import http, tahti
from ehoks.simulator.web import Response
from hoks import access
from hoks.models import Hoks
from hoks.services import omat
from tests.hoks.plans import DUPLICATE, LEMPI, MASTER_OID, Owner, plan
from tests.hoks.ui.conftest import eid_of
from tests.hoks.ui.test_hoks import two  # noqa: F401 -- a fixture
from tests.staff import as_citizen
from tests.statements import statements

SALLA = Owner("1.2.246.562.24.10000000605", "1.2.246.562.15.10000002807")  # protected
HOME = ("Tapionraitti 27", "99903 Pohjola", "040 555 0002")
SALLAS = ("Lemminkäisen puistotie", "99902", "040 555 0007")
ASKING = ["", "tulosta/", "hoks.pdf"]
OF_STUDENT = ["tavoitteeni/", "tulosta/", "hoks.pdf", "hoks.json"]
ORDER = "Ei näytetä, koska opiskelijalla on turvakielto"
SILENT = "Ei saatu Oppijanumerorekisteristä, yritä myöhemmin uudelleen"


@pytest.fixture(autouse=True)
def register(simulator, monkeypatch):
    """A register that nobody has asked yet."""
    monkeypatch.setattr(http, "PAUSE_SECONDS", (0, 0))
    http.clear_caches()
    return simulator


@pytest.fixture
def calls(register, monkeypatch):
    """What the register is asked."""
    seen = []
    answer = register.answer

    def counted(request):
        path = request.environ["PATH_INFO"]
        if "/henkilo/" in path:
            seen.append(path.partition("/henkilo/")[2])
        return answer(request)

    monkeypatch.setattr(register, "answer", counted)
    return seen


def text_of(answer):
    assert answer.status_code == 200, answer.content.decode()
    content = answer.content
    if answer.headers["Content-Type"] == "application/pdf":
        content = " ".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(content)).pages)
    else:
        content = unescape(re.sub(r"<[^>]*>", " ", content.decode()))
    return re.sub(r"\s+", " ", content)


def staff_sees(client, hoks_id, tab=""):
    return text_of(client.get(f"/virkailija/hoks/{eid_of(hoks_id)}/{tab}"))


def student_sees(owner, hoks_id, tab="tavoitteeni/"):
    tunnus = omat.tunnus_of(eid_of(hoks_id))
    return text_of(as_citizen(owner.oppija).get(f"/oppija/hoks/{tunnus}/{tab}"))


def tells(register, monkeypatch, oid, **fields):
    """The register tells these things of that number, whatever they are."""
    answer = register.answer

    def changed(request):
        found = answer(request)
        if not request.environ["PATH_INFO"].endswith(f"/henkilo/{oid}"):
            return found
        return Response(200, orjson.dumps(orjson.loads(found.body) | fields))

    monkeypatch.setattr(register, "answer", changed)


# --- Who sees it ------------------------------------------------------------------------------------


@pytest.mark.parametrize("tab", ASKING)
def test_staff_of_the_school_see_where_a_student_lives(sis, vaino, tab):
    text = staff_sees(vaino, sis.create(plan()), tab)
    assert [
        told for told in (*HOME, "Osoite", "Postiosoite", "Kotikunta") if told not in text
    ] == []


@pytest.mark.parametrize("tab", OF_STUDENT)
def test_a_student_sees_it(sis, tab):
    text = student_sees(LEMPI, sis.create(plan()), tab)
    assert [told for told in HOME if told not in text] == []


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("sv", ("Adress", "Postadress", "Hemkommun")),
        ("en", ("Address", "Postal address", "Municipality of residence")),
    ],
)
def test_in_every_language(sis, vaino, lang, words):
    text = staff_sees(vaino, sis.create(plan()), f"?lang={lang}")
    assert [word for word in (*words, *HOME) if word not in text] == []


def test_as_data_it_stands_apart_from_the_plan(sis):
    found = student_sees(LEMPI, sis.create(plan()), "hoks.json")
    assert orjson.loads(found)["yhteystiedot"] == {
        "osoite": "Tapionraitti 27",
        "postiosoite": "99903 Pohjola",
        "kotikunta": "Pohjola",
        "puhelinnumero": "040 555 0002",
    }


@pytest.mark.parametrize("tab", ["", "hoks.pdf"])
def test_the_number_in_the_plan_comes_first(sis, vaino, tab):
    text = staff_sees(vaino, sis.create(plan(puhelinnumero="040 555 7777")), tab)
    assert "040 555 7777" in text
    assert HOME[2] not in text


def test_of_a_person_with_two_numbers_the_main_one_tells(sis, vaino):
    hoks_id = sis.create(plan(DUPLICATE))
    Hoks.objects.filter(pk=hoks_id).update(oppija_oid=DUPLICATE.oppija)
    text = staff_sees(vaino, hoks_id)
    assert "Aallottarenranta 66" in text
    assert "Vipusenkuja" not in text
    assert access.may_know_home(MASTER_OID, is_self=False, is_own=True)


@pytest.mark.parametrize("tab", [*ASKING, "osaaminen/", "opiskelusuunnitelma/", "aikajana/"])
def test_another_provider_is_told_nothing_and_nobody_is_asked(two, vaino, calls, tab):  # noqa: F811
    _, other = two
    calls.clear()
    http.clear_caches()
    text = text_of(vaino.get(f"/virkailija/hoks/{other}/{tab}"))
    assert [told for told in (*HOME, ORDER, SILENT) if told in text] == []
    # as before, only whether the student is protected
    assert calls.count(LEMPI.oppija) <= 1


@pytest.mark.parametrize("tab", ["osaaminen/", "opiskelusuunnitelma/", "aikajana/", "tapahtumat/"])
def test_a_page_that_does_not_show_it_does_not_ask(sis, vaino, calls, tab):
    hoks_id = sis.create(plan())
    calls.clear()
    http.clear_caches()
    text = staff_sees(vaino, hoks_id, tab)
    assert ([told for told in HOME if told in text], calls) == ([], [])


# --- A person under a non-disclosure order ----------------------------------------------------------


@pytest.mark.parametrize("tab", ASKING)
def test_staff_are_told_in_words_that_a_protected_students_home_is_not_shown(sis, vaino, tab):
    text = staff_sees(vaino, sis.create(plan(SALLA)), tab)
    assert [told for told in SALLAS if told in text] == []
    assert ORDER in text


@pytest.mark.parametrize("tab", OF_STUDENT)
def test_a_protected_student_sees_it(sis, tab):
    text = student_sees(SALLA, sis.create(plan(SALLA)), tab)
    assert [told for told in SALLAS if told not in text] == []
    assert ORDER not in text


def test_one_protected_number_protects_the_person(sis, vaino, register, monkeypatch):
    hoks_id = sis.create(plan(DUPLICATE))
    http.clear_caches()
    tells(register, monkeypatch, DUPLICATE.oppija, turvakielto=True)
    text = staff_sees(vaino, hoks_id)
    assert "Aallottarenranta" not in text
    assert ORDER in text


# --- The register fails, or lies ---------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["500", "timeout", "404", "broken"])
@pytest.mark.parametrize("tab", ASKING)
def test_without_the_register_the_page_is_there_and_says_so(sis, vaino, register, tab, mode):
    hoks_id = sis.create(plan(sahkoposti="lempi@example.fi"))
    http.clear_caches()
    register.set_fault("onr", mode)
    text = staff_sees(vaino, hoks_id, tab)
    assert "lempi@example.fi" in text
    assert SILENT in text
    assert HOME[0] not in text


@pytest.mark.parametrize("tab", OF_STUDENT)
def test_nor_does_a_students_page_need_it(sis, monkeypatch, register, tab):
    hoks_id = sis.create(plan())
    register.set_fault("onr", "500")
    monkeypatch.setattr(omat, "find_oma", lambda *_: stored_of(hoks_id))  # which asks it, too
    http.clear_caches()
    text = student_sees(LEMPI, hoks_id, tab)
    assert HOME[0] not in text
    assert (SILENT in text) is (tab != "hoks.json")
    if tab == "hoks.json":
        assert orjson.loads(text)["yhteystiedot"] is None


def stored_of(hoks_id):
    from hoks.services import read

    return read.find_by_eid(eid_of(hoks_id))


def test_a_register_that_is_down_keeps_only_one_page_waiting(
    sis, vaino, register, calls, monkeypatch
):
    hoks_id = sis.create(plan())
    http.clear_caches()
    calls.clear()
    register.set_fault("onr", "500")
    for _ in range(3):
        assert SILENT in staff_sees(vaino, hoks_id)
    assert len(calls) == 1
    register.clear_faults()
    now = tahti.time.monotonic()
    monkeypatch.setattr(tahti.time, "monotonic", lambda: now + 31)
    assert HOME[0] in staff_sees(vaino, hoks_id)


def test_a_person_the_register_does_not_know_keeps_nobody_from_being_asked_about(
    sis, vaino, register
):
    unknown = sis.create(plan())
    Hoks.objects.filter(pk=unknown).update(oppija_oid="1.2.246.562.24.10000000702")
    text = staff_sees(vaino, unknown)
    assert [told for told in ("Kotikunta", ORDER, SILENT) if told in text] == []
    Hoks.objects.filter(pk=unknown).update(oppija_oid=LEMPI.oppija)
    assert HOME[0] in staff_sees(vaino, unknown)


def test_each_question_is_asked_once(sis, vaino, calls):
    hoks_id = sis.create(plan())
    http.clear_caches()
    calls.clear()
    for tab in ASKING:
        staff_sees(vaino, hoks_id, tab)
    assert sorted(calls) == sorted(LEMPI.oppija + end for end in ("", "/master", "/slaves"))


def test_the_database_is_asked_nothing_more(sis, vaino, register):
    hoks_id = sis.create(plan())
    staff_sees(vaino, hoks_id)
    with_it = statements(lambda: staff_sees(vaino, hoks_id))
    http.clear_caches()
    register.set_fault("onr", "500")
    assert len(statements(lambda: staff_sees(vaino, hoks_id))) == len(with_it)


HOSTILE = "<script>alert(1)</script>\u202e\"'&{{ t }}"


@pytest.mark.parametrize("tab", ["", "tulosta/"])
def test_what_the_register_tells_is_text(sis, vaino, register, monkeypatch, tab):
    hoks_id = sis.create(plan())
    http.clear_caches()
    tells(register, monkeypatch, LEMPI.oppija, yhteystiedotRyhma=[hostile()])
    answer = vaino.get(f"/virkailija/hoks/{eid_of(hoks_id)}/{tab}")
    html = answer.content.decode()
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;{{ t }}") == 5
    assert "alert(1)" not in html.replace("&lt;script&gt;alert(1)&lt;/script&gt;", "")
    assert "\u202e" not in html


def test_also_on_paper(sis, vaino, register, monkeypatch):
    hoks_id = sis.create(plan())
    http.clear_caches()
    own = hostile("#set page(width: 1pt) $x$ @y /* \\ ] [")
    tells(register, monkeypatch, LEMPI.oppija, yhteystiedotRyhma=[own])
    assert "#set page(width: 1pt) $x$ @y" in staff_sees(vaino, hoks_id, "hoks.pdf")


def hostile(value=HOSTILE):
    kinds = ("KATUOSOITE", "POSTINUMERO", "KUNTA", "MATKAPUHELINNUMERO")
    rows = [{"yhteystietoTyyppi": f"YHTEYSTIETO_{k}", "yhteystietoArvo": value} for k in kinds]
    return {"id": 1, "yhteystieto": rows}


# --- Nothing of it stays ----------------------------------------------------------------------------


def test_it_is_neither_stored_nor_logged(sis, vaino, caplog):
    caplog.set_level(logging.DEBUG)
    hoks_id = sis.create(plan())
    for tab in ASKING:
        assert HOME[0] in staff_sees(vaino, hoks_id, tab)
    for tab in OF_STUDENT:
        assert HOME[0] in student_sees(LEMPI, hoks_id, tab)
    assert [told for told in HOME if told in caplog.text] == []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(
                f'SELECT count(*) FROM "{table}" x WHERE x::text LIKE %s', [f"%{HOME[0]}%"]
            )
            assert cursor.fetchone() == (0,), table
