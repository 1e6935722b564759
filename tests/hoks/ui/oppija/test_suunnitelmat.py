"""A student's own plans on pages, paper and as data: all of it, and no name that systems call it by."""

import io
import re
from html import unescape
from urllib.parse import unquote

import pypdf
import pytest
from django.conf import settings

from ehoks.audit.models import AuditTapahtuma
from ehoks.integrations import http
from hoks.models import Hoks
from hoks.services import omat
from tests.conftest import payload
from tests.hoks.plans import DUPLICATE, LEMPI, MASTER_OID, PEKKA, Owner, archive, full_plan, plan
from tests.hoks.ui.test_hoks import strings
from tests.staff import as_citizen, browser, cas_ticket, identify, log_in, service
from tests.statements import statements

TABS = ["", "tavoitteeni/", "osaamiseni/", "aikajana/", "tulosta/", "hoks.pdf", "hoks.json"]
PAGES = TABS[:5]


def text_of(answer):
    if answer.headers["Content-Type"] == "application/pdf":
        reader = pypdf.PdfReader(io.BytesIO(answer.content))
        return " ".join(page.extract_text() for page in reader.pages)
    return unescape(re.sub(r"\s+", " ", answer.content.decode()))


def see(client, hoks, tab="", status=200):
    answer = client.get(f"/oppija/hoks/{omat.tunnus_of(hoks.eid)}/{tab}")
    assert answer.status_code == status, answer.content.decode()
    return text_of(answer)


@pytest.fixture
def hoks(sis):
    """Lempi's plan with everything in it, under an id that no other number of it is like."""
    own_id = sis.create(full_plan())
    Hoks.objects.filter(pk=own_id).update(tuva_opiskeluoikeus_oid="1.2.246.562.15.16180339885")
    return Hoks.objects.get(pk=own_id)


@pytest.fixture
def lempi(db):
    return as_citizen(LEMPI.oppija)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("name", ["maximal", "typical", "tuva", "minimal"])
def test_every_kind_of_plan_has_every_page_in_every_language(sis, name, lang):
    document = payload(name)
    hoks = Hoks.objects.get(pk=sis.create(document))
    client = as_citizen(document["oppija-oid"])
    assert f'<html lang="{lang}">' in client.get(f"/oppija/?lang={lang}").content.decode()
    for tab in PAGES:
        text = see(client, hoks, f"{tab}?lang={lang}")
        assert f'<html lang="{lang}">' in text
        assert "1.2.246.562.10." not in text
        assert not re.search(r">\s*(tutkinnonosat|osaamisenhankkimistapa|oppimisymparistot)_", text)


def test_no_page_paper_or_data_tells_the_names_that_systems_use(hoks, lempi):
    told = {
        tab: see(lempi, hoks, tab) + str(lempi.get("/oppija/").content, "utf-8") for tab in TABS
    }
    for tab, text in told.items():
        assert hoks.eid not in text, tab
        assert "1.2.246.562.15." not in text, tab
        assert not re.search(r"\beHOKS[- ]id\b", text, re.IGNORECASE), tab
    data = lempi.get(f"/oppija/hoks/{omat.tunnus_of(hoks.eid)}/hoks.json").json()
    assert {"id", "eid", "opiskeluoikeus-oid", "tuva-opiskeluoikeus-oid"}.isdisjoint(keys(data))


def keys(value):
    match value:
        case dict():
            return {*value, *(key for inner in value.values() for key in keys(inner))}
        case list():
            return {key for inner in value for key in keys(inner)}
    return set()


def test_the_id_of_a_plan_is_on_no_page(hoks, lempi, sis):
    """With an id that stands out: the page of a plan numbered 2 has many a 2."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT setval(pg_get_serial_sequence('hoksit', 'id'), 918273644)")
    other = Hoks.objects.get(pk=sis.create(plan(PEKKA)))
    assert other.pk == 918273645
    client = as_citizen(PEKKA.oppija)
    for tab in TABS:
        assert "918273645" not in see(client, other, tab)
    assert "918273645" not in client.get("/oppija/").content.decode()


def test_the_printed_page_and_the_data_have_every_text_that_was_written(hoks, lempi):
    for told in (see(lempi, hoks, "tulosta/"), see(lempi, hoks, "hoks.json")):
        missing = [s for s in strings(full_plan()) if s not in told and s.strip()]
        names = {t["yksiloiva-tunniste"] for t in tavat(full_plan()) if "yksiloiva-tunniste" in t}
        assert not [s for s in missing if not s.startswith("OPH-") and s not in names]


def tavat(value):
    match value:
        case dict():
            found = [tapa for inner in value.values() for tapa in tavat(inner)]
            return [*value.get("osaamisen-hankkimistavat", ()), *found]
        case list():
            return [tapa for inner in value for tapa in tavat(inner)]
    return []


def test_the_first_page_has_each_plan_with_what_comes_next(hoks, lempi):
    text = text_of(lempi.get("/oppija/"))
    assert "Hei, Lempi Leipuri!" in text
    assert text.count('data-testid="suunnitelma"') == 1
    assert f"/oppija/hoks/{omat.tunnus_of(hoks.eid)}/" in text


def test_who_has_no_plan_is_told_what_to_do(db):
    text = text_of(as_citizen("1.2.246.562.24.10000000304", "Onni Ohjaaja").get("/oppija/"))
    assert "Sinulle ei löytynyt suunnitelmia" in text
    assert 'data-testid="suunnitelma"' not in text


def test_that_there_is_no_plan_is_not_said_while_it_is_not_known(db, simulator):
    http.clear_caches()
    simulator.set_fault("onr", "500")
    answer = as_citizen(LEMPI.oppija).get("/oppija/")
    assert answer.status_code == 503
    assert "Oppijanumerorekisteri" in answer.content.decode()


def test_a_protected_student_is_told_what_is_not_shown_to_others(sis):
    protected = Owner("1.2.246.562.24.10000000605", "1.2.246.562.15.10000002807")
    hoks = Hoks.objects.get(pk=sis.create(plan(protected, sahkoposti="salla@example.fi")))
    client = as_citizen(protected.oppija, "Salla Turvaste")
    assert "Sinulla on turvakielto" in text_of(client.get("/oppija/"))
    assert "salla@example.fi" in see(client, hoks, "tavoitteeni/")


# --- Whose it is ------------------------------------------------------------------------------------


@pytest.mark.parametrize("tab", TABS)
def test_anothers_plan_looks_like_no_plan(hoks, tab):
    pekka = as_citizen(PEKKA.oppija)
    hidden, missing = (
        pekka.get(f"/oppija/hoks/{name}/{tab}") for name in (omat.tunnus_of(hoks.eid), "0" * 20)
    )
    strip = re.compile(r"<code>[0-9a-f]{32}</code>|hoks/[^/\"]+|csrfmiddlewaretoken.*?>")
    assert hidden.status_code == missing.status_code == 404
    assert strip.sub("", hidden.content.decode()) == strip.sub("", missing.content.decode())
    assert not AuditTapahtuma.objects.filter(hoks_id=hoks.id, operaatio="read").exists()


def test_staff_and_strangers_do_not_get_in(hoks):
    for client in (log_in("vaino"), browser()):
        for tab in TABS:
            answer = client.get(f"/oppija/hoks/{omat.tunnus_of(hoks.eid)}/{tab}")
            assert answer.status_code == 302
            assert "/cas-oppija/login" in answer.headers["Location"]


def test_nor_who_acts_for_the_student(db):
    client = browser()
    client.get("/kirjaudu/oppija/")
    ticket = cas_ticket("huoltaja", service("oppija"), "cas-oppija")
    refused = client.get("/cas/oppija/", {"ticket": ticket})
    assert refused.status_code == 403
    html = refused.content.decode()
    assert "ilman valtuuksia" in html
    assert "Kirjauduit toisen puolesta" in html
    assert "Aino" not in html
    out = re.search(r'href="([^"]+/cas-oppija/logout\?service=[^"]+)"', html)
    assert out
    assert unquote(out[1]).endswith(f"service={settings.BASE_URL}/")
    assert client.get("/oppija/").status_code == 302


def test_the_door_leads_to_the_plans(db):
    client = identify("aino", wanted="/oppija/")
    assert "Aino" in client.get("/oppija/").content.decode()


def test_a_plan_stored_under_an_older_number_is_the_students(hoks):
    Hoks.objects.filter(pk=hoks.pk).update(oppija_oid=DUPLICATE.oppija)
    see(as_citizen(MASTER_OID, "Yksi Pääoidinen"), hoks)


def test_an_archived_plan_is_not_shown(hoks, lempi):
    archive(hoks.id)
    see(lempi, hoks, status=404)
    assert 'data-testid="tyhja"' in text_of(lempi.get("/oppija/"))


# --- What it costs and leaves behind ------------------------------------------------------------------


@pytest.mark.parametrize("tab", ["", "tavoitteeni/", "tulosta/", "hoks.pdf", "hoks.json"])
def test_a_page_takes_few_statements(hoks, lempi, tab):
    see(lempi, hoks, tab)
    assert len(statements(lambda: see(lempi, hoks, tab))) <= 12


def test_every_look_is_in_the_audit_log(hoks, lempi):
    for tab in TABS:
        see(lempi, hoks, tab)
    rows = AuditTapahtuma.objects.filter(hoks_id=hoks.id, kanava="oppija", operaatio="read")
    assert rows.count() == len(TABS)
    assert {row.kayttaja_oid for row in rows} == {LEMPI.oppija}
    lempi.get("/oppija/")
    assert AuditTapahtuma.objects.filter(operaatio="list", oppija_oid=LEMPI.oppija).count() == 1


def test_nothing_is_kept_by_browsers_or_proxies(hoks, lempi):
    for tab in TABS:
        answer = lempi.get(f"/oppija/hoks/{omat.tunnus_of(hoks.eid)}/{tab}")
        assert answer.headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
