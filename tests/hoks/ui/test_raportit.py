"""The reports of a school: found from the menu, asked by a form, the same on the page and as CSV."""

import csv
import datetime as dt
import io
import re
from html import unescape

import pytest
from django.core.management import call_command

from ehoks.audit.models import AuditTapahtuma
from ehoks.common.dates import today
from ehoks.oppijaindex.models import Opiskeluoikeus
from hoks.models import Hoks, OsaamisenHankkimistapa
from hoks.ui.kysymys import read_twelve_months
from hoks.ui.raporttien_rivit import RAPORTIT
from koodisto import lookup
from tests.hoks.plans import AMMAT, LEMPI, PEKKA, TAVAT, archive, jakso, osa, plan
from tests.hoks.services.test_raportit import three_kinds
from tests.hoks.ui.test_lista import SCHOOL, rename
from tests.staff import log_in
from tests.statements import statements

HOME = f"/virkailija/{SCHOOL}/raportit/"
YEAR = {"alku": "2025-01-01", "loppu": "2025-12-31"}
ASKED = {"tyopaikkajaksot": YEAR, "paattyvat-jaksot": {}, "mitatoidyt": {}, "ajantasaisuus": {}}
every_report = pytest.mark.parametrize("nimi", ASKED)


def page(client, nimi, status=200, **query):
    answer = client.get(f"{HOME}{nimi}/", query or ASKED[nimi])
    assert answer.status_code == status, answer.content.decode()
    return re.sub(r"\s+", " ", unescape(answer.content.decode()))


def rows(text):
    """The rows of the page, each as its text."""
    found = re.findall(r'data-testid="raportti-rivi">(.*?)</tr>', text)
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)) for row in found]


def table(client, nimi, **query):
    answer = client.get(f"{HOME}{nimi}/", (query or ASKED[nimi]) | {"muoto": "csv"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert answer["Content-Disposition"] == f'attachment; filename="{nimi}.csv"'
    text = answer.content.decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";"))


@pytest.fixture
def stored(sis):
    """A plan with a row in every report."""
    soon = (today() + dt.timedelta(days=3)).isoformat()
    own = three_kinds()
    own[AMMAT][0][TAVAT].append(jakso("soon", alku=today().isoformat(), loppu=soon))
    found = sis.create(own)
    Opiskeluoikeus.objects.update(koski404=True)
    return found


def test_the_menu_leads_to_the_reports_of_the_chosen_school(vaino, stored):
    assert 'href="/virkailija/raportit/"' in vaino.get(HOME).content.decode()
    assert vaino.get("/virkailija/raportit/").headers["Location"] == HOME
    chosen = vaino.post("/virkailija/oppilaitos/", {"oppilaitos": SCHOOL, "paikka": "raportit"})
    assert chosen.headers["Location"] == HOME


@pytest.mark.django_db
def test_without_plans_it_says_so():
    text = log_in("vaino").get("/virkailija/raportit/").content.decode()
    assert "ei ole vielä yhtään HOKSia" in text


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_report_is_told_and_opens_in_every_language(vaino, stored, lang):
    text = vaino.get(HOME, {"lang": lang}).content.decode()
    addresses = re.findall(rf'href="({HOME}[^"?]+)"', text)
    assert addresses == [f"{HOME}{nimi}/" for nimi in ASKED]
    assert set(ASKED) == set(RAPORTIT)
    for nimi, address in zip(ASKED, addresses, strict=True):
        answer = vaino.get(address, ASKED[nimi] | {"lang": lang})
        assert f'<html lang="{lang}">' in answer.content.decode()
        assert 'data-testid="raportti-rivi"' in answer.content.decode()


def test_periods_with_names_and_finnish_dates(vaino, stored):
    text = page(vaino, "tyopaikkajaksot")
    first, local, area = rows(text)
    assert "Pullapaja Oy" in first
    assert "1618033-3" in first
    assert "Ohjaaja, Onni" in first
    assert "7.1.2025 1.3.2025" in first
    assert "80 %" in first
    assert "Hapanjuuri" in local
    assert "Yhteisen osa-alue" in area
    assert not re.search("tutkinnonosat_|osaamisenhankkimistapa_|ammatillisenoppiaineet_", text)
    assert f"/virkailija/hoks/{Hoks.objects.get().eid}/" in text


def test_the_order_is_shown_and_turned(vaino, stored):
    for query, way in [({}, "ascending"), ({"suunta": "laskeva"}, "descending")]:
        text = page(vaino, "tyopaikkajaksot", **YEAR, **query)
        (shown,) = re.findall(r'<th scope="col" aria-sort="(\w+)"> <a href="([^"]+)"', text)
        assert shown[0] == way
        assert "jarjesta=loppu" in shown[1]
        assert ("suunta=laskeva" in shown[1]) is (way == "ascending")
    assert "1.3.2025" in rows(text)[-1]


def test_codes_by_their_names(vaino, stored):
    call_command("sync_koodistot")
    lookup.forget()
    for lang, agreement in [("fi", "Koulutussopimus"), ("sv", "Utbildningsavtal")]:
        (first, _, area) = rows(page(vaino, "tyopaikkajaksot", **YEAR, lang=lang))
        assert agreement in first
        assert not re.search("tutkinnonosat|osaamisenhankkimistapa|oppiaineet", first + area)


def test_only_those_without_the_part_time_share(vaino, stored):
    assert rows(page(vaino, "tyopaikkajaksot", **YEAR, vain="1")) == []
    OsaamisenHankkimistapa.objects.filter(loppu="2025-03-02").update(osa_aikaisuustieto=None)
    (row,) = rows(page(vaino, "tyopaikkajaksot", **YEAR, vain="1"))
    assert "Hapanjuuri" in row
    assert "puuttuu" in row


def test_what_is_missing_of_periods_that_end_soon(vaino, stored):
    (row,) = rows(page(vaino, "paattyvat-jaksot"))
    assert "ohjaajan sähköposti, ohjaajan puhelinnumero " in row
    periods = OsaamisenHankkimistapa.objects.tyopaikkajaksot()
    periods.update(ohjaaja_sahkoposti="o@example.fi", osa_aikaisuustieto=None)
    (row,) = rows(page(vaino, "paattyvat-jaksot"))
    assert "ohjaajan puhelinnumero, osa-aikaisuustieto " in row
    periods.update(ohjaaja_puhelinnumero="050 1", osa_aikaisuustieto=0)
    assert "Kaikki kunnossa" in page(vaino, "paattyvat-jaksot")


@pytest.mark.parametrize(("paivia", "count"), [("2", 0), ("3", 1), ("365", 1)])
def test_the_days_are_chosen(vaino, stored, paivia, count):
    assert len(rows(page(vaino, "paattyvat-jaksot", paivia=paivia))) == count


@pytest.mark.parametrize(("username", "may"), [("vaino", True), ("lukija", False)])
def test_void_plans_lead_to_archiving_for_those_who_may(stored, username, may):
    client = log_in(username)
    text = page(client, "mitatoidyt")
    (row,) = rows(text)
    assert LEMPI.oikeus in row
    address = f"/virkailija/hoks/{Hoks.objects.get().eid}/passivoi/"
    assert (address in text) is may
    assert ("Sinulla ei ole oikeutta passivoida" in text) is not may
    assert client.get(address).status_code == (200 if may else 403)


def test_the_picture_shows_the_figures_of_the_table(vaino, stored):
    text = page(vaino, "ajantasaisuus")
    (row,) = rows(text)
    month = f"{today().month}/{today().year}"
    days = (today() - dt.date(2024, 8, 15)).days
    assert row.split() == [month, "1", "0", "0", "0", "0", "1", str(days)]
    (picture,) = re.findall(r"<figure.*?</figure>", text)
    assert f">{month}</text>" in picture
    assert re.findall(r'<rect class="(viive-\d)" x="58" y="3" width="200"', picture) == ["viive-4"]
    assert "Yli 30 pv" in picture


def test_the_last_twelve_months(monkeypatch):
    from django.http import QueryDict

    from hoks.ui import kysymys

    for day, first in [("2026-12-31", "2026-01-01"), ("2026-01-15", "2025-02-01")]:
        monkeypatch.setattr(kysymys, "today", lambda day=day: dt.date.fromisoformat(day))
        asked = read_twelve_months(QueryDict(""))
        assert (asked.alku.isoformat(), asked.loppu.isoformat()) == (first, day)


# --- The form ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("nimi", ["tyopaikkajaksot", "ajantasaisuus"])
def test_dates_the_wrong_way_round_are_told_beside_the_field(vaino, stored, nimi):
    query = {"alku": "2025-12-31", "loppu": "2025-01-01"}
    before = AuditTapahtuma.objects.count()
    text = page(vaino, nimi, **query)
    assert "Aikaväli loppuu ennen kuin alkaa" in text
    assert 'aria-invalid="true"' in text
    assert rows(text) == []
    page(vaino, nimi, 400, **query, muoto="csv")
    assert AuditTapahtuma.objects.count() == before  # nothing was looked at


@pytest.mark.parametrize("text", ["x", "2025-02-30", "31.2.2025", "<b>", "\x00", "9" * 500])
def test_what_is_no_date_is_told_beside_the_field(vaino, stored, text):
    shown = page(vaino, "tyopaikkajaksot", alku=text)
    assert "ei ole päivämäärä" in shown
    assert "”<b>” ei" not in vaino.get(HOME + "tyopaikkajaksot/", {"alku": text}).content.decode()


def test_dates_as_finns_write_them(vaino, stored):
    assert len(rows(page(vaino, "tyopaikkajaksot", alku="2.3.2025", loppu="03.03.2025"))) == 2


@pytest.mark.parametrize("text", ["x", "-1", "366", "1e3", "", "٣", "9" * 30])
def test_what_is_no_number_of_days_is_told_beside_the_field(vaino, stored, text):
    assert "Kirjoita päivien määrä" in page(vaino, "paattyvat-jaksot", paivia=text)


@every_report
@pytest.mark.parametrize(
    "query",
    [{"sivu": "x"}, {"sivu": "-1"}, {"sivu": "9" * 30}, {"jarjesta": "id;"}, {"muoto": "x"},
     {"vain": "2"}, {"suunta": "\x00"}, {"x": "a" * 5000}],
)  # fmt: skip
def test_other_nonsense_in_the_address_is_passed_over(vaino, stored, nimi, query):
    assert len(rows(page(vaino, nimi, **ASKED[nimi], **query))) >= 1


def test_the_first_and_the_last_day_of_the_calendar(vaino, stored):
    text = page(vaino, "tyopaikkajaksot", alku="0001-01-01", loppu="9999-12-31")
    assert len(rows(text)) == 4


# --- Who, how often, and what is noted --------------------------------------------------------------


@every_report
@pytest.mark.parametrize("school", ["1.2.246.562.10.10000000105", "x", SCHOOL[:-1]])
def test_another_school_is_refused(stored, nimi, school):
    client = log_in("vaino")
    for muoto in ("", "csv"):
        address = f"/virkailija/{school}/raportit/{nimi}/"
        assert client.get(address, {"muoto": muoto}).status_code == 403
    assert client.get(f"/virkailija/{school}/raportit/").status_code == 403


@every_report
def test_another_providers_staff_are_refused(stored, nimi):
    assert log_in("ilmari").get(f"{HOME}{nimi}/").status_code == 403


def test_there_is_no_other_report(vaino, stored):
    assert vaino.get(f"{HOME}x/").status_code == 404


@every_report
@pytest.mark.parametrize("muoto", ["", "&muoto=csv"])
def test_a_look_is_in_the_audit_log_with_what_was_asked(vaino, stored, nimi, muoto):
    vaino.get(f"{HOME}{nimi}/?sivu=1{muoto}")
    found = AuditTapahtuma.objects.latest("id")
    assert (found.operaatio, found.kayttaja, found.tulos) == ("report", "vaino", "succeeded")
    assert found.haku == f"{SCHOOL}/{nimi}?sivu=1{muoto}"


@every_report
def test_archived_plans_are_absent(vaino, stored, nimi):
    assert rows(page(vaino, nimi))
    archive(stored)
    assert rows(page(vaino, nimi)) == table(vaino, nimi) == []
    assert 'class="kehys-tyhja"' in page(vaino, nimi)


@every_report
def test_a_report_takes_the_same_statements_for_one_row_and_for_many(vaino, sis, nimi):
    def add(owner, count):
        soon = (today() + dt.timedelta(days=3)).isoformat()
        days = [("2025-01-07", "2025-03-01"), (today().isoformat(), soon)]
        periods = [
            jakso(f"t{n}{end}", alku=begin, loppu=end, ajanjakson_tarkenne=str(n))
            for n in range(count)
            for begin, end in days
        ]
        sis.create(plan(owner) | {AMMAT: [osa() | {TAVAT: periods}]})
        Opiskeluoikeus.objects.update(koski404=True, oppilaitos_oid=SCHOOL)

    def count():
        found = []
        said = statements(lambda: found.extend(rows(page(vaino, nimi))))
        assert found
        return len(said)

    add(LEMPI, 1)
    page(vaino, nimi)
    one = count()
    add(PEKKA, 40)
    assert count() == one <= 8


# --- CSV --------------------------------------------------------------------------------------------


@every_report
def test_csv_has_the_rows_of_the_page_and_every_value(vaino, stored, nimi):
    shown, kept = rows(page(vaino, nimi)), table(vaino, nimi)
    assert len(kept) == len(shown) >= 1
    for row, text in zip(kept, shown, strict=True):
        assert len(row) >= 7
        assert all(row.keys())
        missing = [value for value in row.values() if value not in text]
        assert not missing


def test_csv_has_all_pages(vaino, sis):
    periods = [jakso(f"t{n}", ajanjakson_tarkenne=str(n)) for n in range(30)]
    sis.create(plan() | {AMMAT: [osa() | {TAVAT: periods}]})
    assert [len(rows(page(vaino, "tyopaikkajaksot", **YEAR, sivu=n))) for n in ("1", "2")] == [
        25,
        5,
    ]
    assert len(table(vaino, "tyopaikkajaksot", **YEAR, sivu="2")) == 30
    text = page(vaino, "tyopaikkajaksot", **YEAR, jarjesta="nimi")
    assert re.search(r'href="[^"]*alku=2025-01-01[^"]*jarjesta=nimi[^"]*sivu=2"', text)


@pytest.mark.parametrize("text", ["=1+1", "+358 1", "-1", "@SUM(A1)", "Paja;=1", "Paja,=1"])
def test_csv_holds_no_formula(vaino, stored, text):
    OsaamisenHankkimistapa.objects.filter(loppu="2025-03-02").update(tyopaikan_nimi=text)
    rename(LEMPI, "Lempi", "=cmd|' /C calc'!A0")
    found = table(vaino, "tyopaikkajaksot")
    assert {row["Opiskelija"][0] for row in found} == {"'"}
    (place,) = (row["Työpaikka"] for row in found if row["Tutkinnon osa"] == "Hapanjuuri")
    assert place == (text.replace("=", "'=") if text[0] == "P" else f"'{text}")


def test_what_people_wrote_is_shown_as_text(vaino, stored):
    periods = OsaamisenHankkimistapa.objects.tyopaikkajaksot()
    periods.update(tyopaikan_nimi="<script>alert(1)</script>")
    answer = vaino.get(f"{HOME}tyopaikkajaksot/", YEAR).content.decode()
    assert "<script>alert" not in answer
