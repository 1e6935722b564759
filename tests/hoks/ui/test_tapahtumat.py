"""What became of a plan, as staff read it: versions with what they changed, and who has looked."""

import datetime as dt
import re
from html import unescape

import pytest

from ehoks.audit.models import AuditTapahtuma
from ehoks.oppijaindex.models import Opiskeluoikeus
from ehoks.ui.texts import SHELL
from hoks.models import Hoks, HoksVersio
from hoks.presenters import katselut
from hoks.presenters.erot import find_erot
from hoks.presenters.muutokset import LONGEST, tell
from hoks.ui import tapahtumat
from hoks.ui.texts import HOKS, OPERAATIOT, TAPAHTUMAT
from tests.conftest import payload
from tests.hoks.plans import AMMAT, LEMPI, NAYTOT, PEKKA, TAVAT, jakso, naytto, osa, plan
from tests.hoks.ui.conftest import eid_of
from tests.staff import log_in
from tests.statements import statements


def page(client, hoks_id, query="", status=200):
    answer = client.get(f"/virkailija/hoks/{eid_of(hoks_id)}/tapahtumat/{query}")
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def read(html):
    """The words of a piece of a page, in one line."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).strip()


def events(client, hoks_id, query=""):
    """The entries of the history, as words."""
    found = re.split(r'<li class="ds-card tapahtuma"', page(client, hoks_id, query))[1:]
    return [read(one.partition(">")[2].partition("</ol>")[0]) for one in found]


def looks(client, hoks_id):
    """The rows of the table of looks."""
    body = page(client, hoks_id).partition('data-testid="katsojat"')[2].partition("<tbody>")[2]
    return [read(row) for row in body.partition("</tbody>")[0].split("<tr>")[1:]]


@pytest.fixture
def hoks_id(sis):
    """A plan with a unit that is learned at a workplace."""
    unit = osa(osaamisen_hankkimistavat=[jakso("j1", "2025-01-07", "2025-05-30")])
    return sis.create(plan(hankittavat_ammat_tutkinnon_osat=[unit]))


def replace(sis, hoks_id, change):
    """A PUT of the plan, changed."""
    document = sis.document(hoks_id)
    change(document)
    assert sis.put(hoks_id, document).status_code == 204


# --- What changed -------------------------------------------------------------------------------------


def test_a_new_plan_was_created(vaino, hoks_id):
    (created,) = events(vaino, hoks_id)
    assert re.search(r"HOKS luotiin \d+\.\d+\.\d{4} \d+\.\d\d · sampo, tiedonsiirto$", created)


def test_a_period_that_got_longer_is_told_with_its_unit_and_the_words_for_people(
    sis, vaino, hoks_id
):
    replace(sis, hoks_id, lambda d: d[AMMAT][0][TAVAT][0].update(loppu="2025-06-06"))
    changed, created = events(vaino, hoks_id)
    assert "HOKS luotiin" in created
    assert "HOKSia muutettiin" in changed
    assert "Hankittava ammatillinen tutkinnon osa: " in changed
    assert "7.1.2025 – 6.6.2025, Pullapaja Oy" in changed
    assert "Muutettu Loppupäivä: ennen 30.5.2025 → , nyt 6.6.2025" in changed
    assert "tutkinnonosat_" not in changed
    assert changed.count("Muutettu ") == 1


def test_what_came_and_what_went(sis, vaino, hoks_id):
    shown = naytto("2025-11-03", "2025-11-05")
    replace(sis, hoks_id, lambda d: d[AMMAT][0].update({NAYTOT: [shown], TAVAT: []}))
    changed = events(vaino, hoks_id)[0]
    added = "Lisätty Näyttö tai muu osaamisen osoittaminen: 3.11.2025 – 5.11.2025, Pullapaja Oy"
    assert added in changed
    assert re.search(r"Poistettu Osaamisen hankkimistapa: .*7\.1\.2025 – 30\.5\.2025", changed)


def test_what_the_plan_says_of_itself(sis, vaino, hoks_id):
    sis.patch(hoks_id, {"id": hoks_id, "sahkoposti": "a@example.fi"})
    sis.patch(hoks_id, {"id": hoks_id, "osaamisen-hankkimisen-tarve": False})
    newest, older, _ = events(vaino, hoks_id)
    assert "Suunnitelman tiedot Muutettu Osaamisen hankkimisen tarve" in newest
    assert "ennen kyllä → , nyt ei" in newest
    assert "Lisätty Opiskelijan sähköposti: a@example.fi" in older


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("sv", ("PUK ändrades", "Tillagt Studerandens e-post")),
        ("en", ("was changed", "Added Email")),
    ],
)
def test_in_the_readers_language(sis, vaino, hoks_id, lang, words):
    sis.patch(hoks_id, {"id": hoks_id, "sahkoposti": "a@example.fi"})
    changed = events(vaino, hoks_id, f"?lang={lang}")[0]
    assert all(word in changed for word in words)


def test_what_people_wrote_is_text_and_not_markup(sis, vaino, hoks_id):
    sis.patch(hoks_id, {"id": hoks_id, "sahkoposti": "<script>alert(1)</script>"})
    assert "<script>alert" not in page(vaino, hoks_id)
    assert "&lt;script&gt;alert(1)" in page(vaino, hoks_id)


def test_of_very_many_changes_the_first_are_told_and_the_rest_counted(
    sis, vaino, hoks_id, monkeypatch
):
    monkeypatch.setattr(tapahtumat, "TOLD", 2)
    sis.patch(hoks_id, {"id": hoks_id, "sahkoposti": "a", "puhelinnumero": "1", "versio": 4})
    changed = events(vaino, hoks_id)[0]
    assert changed.count("Lisätty") == 2
    assert "ja 1 muuta muutosta" in changed


def test_a_version_that_says_nothing_new_says_so(vaino, hoks_id):
    same = HoksVersio.objects.get(hoks_id=hoks_id)
    same.pk, same.kanava, same.tallentaja = None, "korjaus", "ehoks"
    same.save()
    newest = events(vaino, hoks_id)[0]
    assert "Mikään tieto ei muuttunut." in newest
    assert "ehoks, palvelun oma korjaus" in newest


def test_long_texts_are_cut_and_times_past_all_clocks_are_told_as_they_are():
    old = {"sahkoposti": "x" * 400, "hyvaksytty": "2024-01-02T10:00:00Z"}
    new = {"sahkoposti": "y", "hyvaksytty": "9999-12-31T23:59:59Z"}
    ((_, (mail, moment)),) = tell(find_erot(old, new), {}, "fi", 9)
    assert len(mail.ennen) == LONGEST + 1
    assert (moment.ennen, moment.jalkeen) == ("2.1.2024 12.00", "31.12.9999 23.59")


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("name", ["maximal", "typical", "tuva"])
def test_everything_in_a_plan_can_be_told(name, lang):
    full = payload(name)
    erot = [*find_erot({}, full), *find_erot(full, {})]
    told = [m for ryhma in tell(erot, {}, lang, 10_000) for m in ryhma.muutokset]
    assert len(told) == len(erot)
    assert all(m.nimi and (m.ennen or m.jalkeen or ":" in m.nimi) for m in told)


def test_a_part_with_an_identifier_is_called_by_its_name():
    unit = {"id": 1, "amosaa-tunniste": "4711", "nimi": "Hapanjuuri"}
    erot = find_erot({}, {"hankittavat-paikalliset-tutkinnon-osat": [unit]})
    ((_, (added,)),) = tell(erot, {}, "fi", 9)
    assert added.nimi == "Hankittava paikallinen tutkinnon osa: Hapanjuuri"


# --- Archived and restored ----------------------------------------------------------------------------


def test_archiving_and_restoring_stand_in_the_same_history(sis, vaino, hoks_id):
    address = f"/virkailija/hoks/{eid_of(hoks_id)}"
    vaino.post(f"{address}/passivoi/", {"syy": "tallennettu-aiheetta"})
    vaino.post(f"{address}/palauta/")
    sis.patch(hoks_id, {"id": hoks_id, "sahkoposti": "a@example.fi"})
    told = [e.partition(" · ") for e in events(vaino, hoks_id)]
    order = ["HOKSia muutettiin", "HOKS palautettiin", "HOKS passivoitiin", "HOKS luotiin"]
    assert [re.sub(r" \d.*", "", head) for head, _, _ in told] == order
    assert told[1][2] == told[2][2] == "vaino, virkailijan sivut"


def test_no_word_of_the_tab_takes_the_place_of_one_around_it(vaino, hoks_id):
    assert not TAPAHTUMAT.keys() & (HOKS.keys() | SHELL.keys())
    vaino.post(f"/virkailija/hoks/{eid_of(hoks_id)}/passivoi/", {"syy": "tallennettu-aiheetta"})
    assert "Palauta HOKS" in page(vaino, hoks_id)


# --- Pages --------------------------------------------------------------------------------------------


@pytest.fixture
def long_history(hoks_id):
    """Twelve versions, a minute apart: the last two on a page of their own; one archiving long ago."""
    first = HoksVersio.objects.get(hoks_id=hoks_id)
    start = first.tallennettu - dt.timedelta(days=1)
    HoksVersio.objects.filter(pk=first.pk).update(tallennettu=start)
    for n in range(1, 12):
        first.pk, first.sisalto = None, re.sub(r"}$", f',"versio":{n}}}', first.sisalto)
        first.tallennettu = start + dt.timedelta(minutes=n)
        first.save()
    mark = AuditTapahtuma.objects.filter(hoks_id=hoks_id).first()
    mark.pk, mark.operaatio, mark.aika = None, "delete", start + dt.timedelta(seconds=30)
    mark.save()
    return hoks_id


def test_ten_versions_a_page(vaino, long_history):
    first, second = events(vaino, long_history), events(vaino, long_history, "?sivu=2")
    assert len(first) == 10
    assert "nyt 11" in first[0]
    assert "ennen 1 → , nyt 2" in first[-1]
    heads = [re.sub(r" \d.*", "", e) for e in second]
    assert heads == ["HOKSia muutettiin", "HOKS passivoitiin", "HOKS luotiin"]
    links = page(vaino, long_history, "?sivu=2").partition('class="kehys-sivut"')[2]
    assert (
        read(re.search(r'<a [^>]*aria-current="page">(.*?)</a>', links, re.DOTALL)[1]) == "Sivu 2"
    )


@pytest.mark.parametrize("sivu", ["0", "-1", "99", "x", "9" * 30])
def test_a_page_that_cannot_be_is_the_nearest(vaino, long_history, sivu):
    assert events(vaino, long_history, f"?sivu={sivu}")


@pytest.mark.parametrize("query", ["", "?sivu=2"])
def test_few_statements_and_no_documents_of_other_pages(vaino, long_history, query):
    page(vaino, long_history, query)
    said = statements(lambda: page(vaino, long_history, query))
    assert len(said) <= 12
    (documents,) = [q for q in said if '"hoks_versiot"."sisalto"' in q]
    assert "LIMIT 11" in documents


# --- Who has looked -----------------------------------------------------------------------------------


def test_looks_and_changes_the_newest_first_and_ones_own(sis, vaino, hoks_id):
    vaino.get(f"/virkailija/hoks/{eid_of(hoks_id)}/")
    sis.patch(hoks_id, {"id": hoks_id, "sahkoposti": "a@example.fi"})
    sis.get(hoks_id)
    found = [re.sub(r"^\d+\.\d+\.\d{4} \d+\.\d\d ", "", row) for row in looks(vaino, hoks_id)]
    assert found == [
        "vaino Katsoi: Muutoshistoria virkailijan sivut",
        "sampo Katsoi tiedonsiirto",
        "sampo Muutti tiedonsiirto",
        "vaino Katsoi: Tavoite ja perustiedot virkailijan sivut",
        "sampo Tallensi uutta tiedonsiirto",
    ]


def test_refusals_are_left_out_and_so_is_all_but_the_user_name(other_sis, vaino, hoks_id):
    assert other_sis.get(hoks_id).status_code == 401
    rows = AuditTapahtuma.objects.filter(hoks_id=hoks_id)
    assert rows.filter(tulos="failed", kayttaja="muu-palvelu").exists()
    text = page(vaino, hoks_id)
    assert "muu-palvelu" not in text
    entry = rows.filter(kayttaja="vaino").latest("id")
    assert entry.operaatio == "read"
    assert entry.kayttaja_oid not in text
    assert entry.request_id not in text


def test_twenty_at_most(sis, vaino, hoks_id):
    for _ in range(21):
        sis.get(hoks_id)
    assert len(looks(vaino, hoks_id)) == 20


# --- To whom ------------------------------------------------------------------------------------------


def test_another_providers_plan_does_not_tell_what_became_of_it(sis, vaino, hoks_id):
    other = Hoks.objects.get(pk=sis.create(plan(PEKKA)))
    Hoks.objects.filter(pk=other.pk).update(oppija_oid=LEMPI.oppija)
    Opiskeluoikeus.objects.filter(pk=other.opiskeluoikeus_oid).update(
        oppija_id=LEMPI.oppija, oppilaitos_oid="1.2.246.562.10.00000000002"
    )
    seen = vaino.get(f"/virkailija/hoks/{other.eid}/")
    assert seen.status_code == 200
    assert "/tapahtumat/" not in seen.content.decode()
    before = AuditTapahtuma.objects.count()
    page(vaino, other.pk, status=404)
    assert AuditTapahtuma.objects.count() == before
    assert "/tapahtumat/" in vaino.get(f"/virkailija/hoks/{eid_of(hoks_id)}/").content.decode()


def test_a_reader_of_the_school_sees_it_and_a_stranger_does_not(hoks_id):
    assert len(events(log_in("lukija"), hoks_id)) == 1
    page(log_in("ilmari"), hoks_id, status=404)


def test_what_is_told_to_staff_is_told_to_students_and_the_other_way_round():
    """An entry of a plan without words would stand in the table as the name that programs use."""
    only_staff = {"read-tiedonsiirrot", "dismiss"}  # about transfers, of no one student
    only_students = {"list"}  # of all plans of the student, so of no one plan
    assert set(OPERAATIOT) - only_staff == set(katselut.OPERAATIOT) - only_students
