"""The transfer log for people: open refusals first, what to do about each, settling, CSV."""

import csv
import io
import re

import pytest

from ehoks.audit.models import AuditTapahtuma
from ehoks.auth import lockout
from ehoks.tiedonsiirto.models import Tiedonsiirto
from tests.conftest import Sis
from tests.hoks.plans import LEMPI, MINTTU, PEKKA, plan
from tests.staff import browser, log_in
from tests.statements import statements

pytestmark = pytest.mark.django_db
PATH = "/virkailija/tiedonsiirrot/"


def page(client, **query):
    answer = client.get(PATH, query)
    assert answer.status_code == 200, answer.content.decode()
    return re.sub(r"\s+", " ", answer.content.decode())


def rows(text):
    return text.count('data-testid="siirto"')


@pytest.fixture
def log(sis):
    """An accepted write, a refusal that was put right, and one that is open."""
    first = sis.create(plan())
    sis.put(first, plan(versio="x"))
    sis.put(first, plan(versio=2))
    sis.create(plan(PEKKA))
    sis.post(plan(MINTTU, sahkoposti=1, versio="x"))


def test_open_refusals_come_first_and_say_what_to_do(vaino, log):
    text = page(vaino)
    assert rows(text) == 1
    assert "<code>/sahkoposti</code>" in text
    assert "Kuka korjaa" in text
    assert "/ohje/virheet?lang=fi#not-a-string" in text.replace("&amp;", "&")
    assert MINTTU.oikeus in text


def test_in_swedish_too(vaino, log):
    text = page(vaino, lang="sv")
    assert "Öppna avslag" in text
    assert "Vem rättar" in text


@pytest.mark.parametrize(
    ("tila", "count"), [("avoin", 1), ("hylatty", 2), ("hyvaksytty", 3), ("kaikki", 5), ("x", 5)]
)
def test_other_states(vaino, log, tila, count):
    assert rows(page(vaino, tila=tila)) == count


def test_of_one_study_right(vaino, log):
    assert rows(page(vaino, tila="kaikki", oikeus=LEMPI.oikeus)) == 3
    assert rows(page(vaino, tila="kaikki", oikeus="1.2.3")) == 0


@pytest.mark.parametrize("query", [{"ennen": "x"}, {"ennen": "9" * 30}, {"oikeus": "\x00" * 300}])
def test_nonsense_in_the_address_is_passed_over(vaino, log, query):
    page(vaino, **query)


def test_older_rows_are_a_link_away(vaino, sis, monkeypatch):
    from hoks.ui import siirrot

    monkeypatch.setattr(siirrot, "PAGE", 2)
    hoks_id = sis.create(plan())
    for versio in (1, 2, 3, 4):
        sis.put(hoks_id, plan(versio=versio))
    seen, query = [], {"tila": "kaikki"}
    for _ in range(3):
        text = page(vaino, **query)
        seen.append(rows(text))
        older = re.search(r'ennen=(\d+)[^"]*">Vanhemmat', text)
        query["ennen"] = older[1] if older else None
    assert seen == [2, 2, 1]
    assert query["ennen"] is None


def test_a_refusal_is_settled_by_a_button(vaino, log):
    row = Tiedonsiirto.objects.filter(hyvaksytty=False).latest("id")
    assert f"{PATH}{row.id}/kuittaa/" in page(vaino)
    done = vaino.post(f"{PATH}{row.id}/kuittaa/", follow=True)
    assert "Hylkäys merkittiin käsitellyksi." in done.content.decode()
    assert rows(page(vaino)) == 0
    found = Tiedonsiirto.objects.latest("id")
    assert (found.operaatio, found.jarjestelma, found.kanava) == (
        "dismiss", "vaino", row.kanava,
    )  # fmt: skip


def test_who_only_reads_has_no_button(log):
    reader = log_in("lukija")
    row = Tiedonsiirto.objects.filter(hyvaksytty=False).latest("id")
    text = page(reader)
    assert rows(text) == 1
    assert "/kuittaa/" not in text
    assert reader.post(f"{PATH}{row.id}/kuittaa/").status_code in (401, 403)
    assert rows(page(reader)) == 1


def test_others_see_nothing_of_it(log):
    other = log_in("ilmari")
    row = Tiedonsiirto.objects.latest("id")
    assert rows(page(other, tila="kaikki")) == 0
    assert other.post(f"{PATH}{row.id}/kuittaa/").status_code == 404


def test_settling_takes_a_form_of_our_own(log):
    client = log_in("vaino", client=browser(enforce_csrf_checks=True))
    row = Tiedonsiirto.objects.filter(hyvaksytty=False).latest("id")
    assert client.post(f"{PATH}{row.id}/kuittaa/").status_code == 403
    assert rows(page(client)) == 1


def test_each_system_shows_how_it_does(vaino, log):
    text = page(vaino)
    assert text.count('data-testid="jarjestelma"') == 1
    assert "Viimeisin hylättiin" in text
    Sis("sampo").post(plan(MINTTU))
    assert "Viimeisin hylättiin" not in page(vaino)


def test_a_lockout_is_told_on_top(vaino, log):
    sis = Sis("sampo")
    for _ in range(21):
        sis.http.get(
            "/ehoks-virkailija-backend/api/v1/hoks/1",
            headers={"ticket": "ST-wrong", "caller-id": "1.2.246.562.10.31415926539.sis"},
        )
    assert Tiedonsiirto.objects.filter(koodi="account-locked").exists()
    assert "siirrot-lukittu" in page(vaino)


def test_the_csv_has_the_same_rows(vaino, log):
    answer = vaino.get(PATH, {"tila": "kaikki", "muoto": "csv"})
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["Content-Disposition"]
    found = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert len(found) == 5
    assert {row["jarjestelma"] for row in found} == {"sampo"}


def test_what_was_sent_is_shown_as_text(vaino, sis):
    sis.post(plan() | {"<script>alert(1)</script>": 1})
    assert "<script>alert" not in page(vaino)


def test_a_look_is_audited(vaino, log):
    page(vaino, tila="hylatty")
    found = AuditTapahtuma.objects.latest("id")
    assert (found.operaatio, found.kayttaja, found.haku) == (
        "read-tiedonsiirrot", "vaino", "tila=hylatty",
    )  # fmt: skip


def test_few_statements_however_many_rows(vaino, sis):
    hoks_id = sis.create(plan())
    page(vaino)

    def count():
        return len(statements(lambda: page(vaino, tila="kaikki")))

    first = count()
    for versio in range(8):
        sis.put(hoks_id, plan(versio=versio))
    assert count() == first <= 10


def test_without_anything_sent_all_is_well(vaino):
    assert "Ei avoimia hylkäyksiä" in page(vaino)


# --- Failed tickets ----------------------------------------------------------------------------------

OWN, OTHERS = "1.2.246.562.10.27182818289.sampo", "1.2.246.562.10.51230000111.muu"


def locks(client):
    return re.findall(r'data-testid="lukko"> <code>([^<]+)</code>.*?<br> ([^<]+?)\.', page(client))


def test_failing_and_locked_callers_of_own_schools_stand_on_top(vaino, db):
    assert locks(vaino) == []
    for caller, times in ((OWN, 20), (f"{OWN}.2", 3), (OTHERS, 20), ("x", 20)):
        for _ in range(times):
            lockout.note_invalid("10.0.0.7", caller)
    (first, locked), (second, near) = locks(vaino)
    assert (first, second) == (OWN, f"{OWN}.2")
    assert locked.startswith("Lukittu ")
    assert near == "Vääriä tikettejä viiden viime minuutin aikana: 3"
    assert len(locks(log_in("louhi"))) == 3
    lockout.note_valid("10.0.0.7", f"{OWN}.2")
    assert [caller for caller, _ in locks(vaino)] == [OWN]
