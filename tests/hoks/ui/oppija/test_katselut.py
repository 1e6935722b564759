"""Who has looked at a student's plans: told to the student, asked about, answered by the school."""

import re
from html import unescape

import pytest

from ehoks.audit import log
from ehoks.audit.models import AuditTapahtuma
from ehoks.oppijaindex.models import Opiskeluoikeus
from hoks.models import Hoks, Selvityspyynto
from hoks.services import omat
from tests.hoks.plans import DUPLICATE, LEMPI, MASTER_OID, PEKKA, archive, plan
from tests.staff import as_citizen, browser, log_in
from tests.statements import statements

LOOKS = "/oppija/katselut/"


def see(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()
    return unescape(re.sub(r"\s+", " ", answer.content.decode()))


def entries(text):
    return re.findall(r'<li class="ds-card" data-testid="katselu">(.*?)</li>', text)


@pytest.fixture
def hoks(sis):
    return Hoks.objects.get(pk=sis.create(plan(LEMPI)))


@pytest.fixture
def lempi(db):
    return as_citizen(LEMPI.oppija)


@pytest.fixture
def looked(hoks):
    """Väinö has looked at two tabs, and one of them twice."""
    vaino = log_in("vaino")
    for tab in ("aikajana/", "aikajana/", ""):
        assert vaino.get(f"/virkailija/hoks/{hoks.eid}/{tab}").status_code == 200
    return vaino


def question(lempi):
    """Where the newest look that is not the student's own is asked about."""
    return re.search(r'href="(/oppija/katselut/\d+/en-tunnista/)"', see(lempi, LOOKS)).group(1)


def test_the_organisation_the_parts_and_the_ground_are_told_but_no_name(looked, lempi):
    first, *_ = entries(see(lempi, LOOKS))
    assert "Kalevalan koulutuskuntayhtymä, henkilökunta" in first
    assert "Katsoi: Aikajana, Tavoite ja perustiedot" in first
    assert "(3 kertaa)" in first
    assert "Vastaa suunnitelmastasi" in first
    assert "vaino" not in see(lempi, LOOKS).lower()
    assert "Väinö" not in see(lempi, LOOKS)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_look_of_a_system_and_of_opetushallitus_too(hoks, sis, lempi, lang):
    sis.get(hoks.id)
    log_in("louhi").get(f"/virkailija/hoks/{hoks.eid}/")
    text = see(lempi, f"{LOOKS}?lang={lang}")
    who = [re.search("<strong>(.*?)</strong>", entry).group(1) for entry in entries(text)]
    assert len(set(who)) == 3  # the one that stored the plan names no organisation: its school's
    assert f'<html lang="{lang}">' in text
    assert "1.2.246" not in text
    assert hoks.eid not in text


def test_every_door_of_staff_tells_whose_look_it_was_and_by_which_right(sis, lempi):
    """Maintenance, drafts, the list of shares: each by its own way into the log."""
    hoks = Hoks.objects.get(pk=sis.create(plan(LEMPI)))
    school = Opiskeluoikeus.objects.get(pk=hoks.opiskeluoikeus_oid).oppilaitos_oid
    louhi, vaino = log_in("louhi"), log_in("vaino")
    assert louhi.get(f"/virkailija/yllapito/hae/?tunnus={hoks.pk}").status_code == 200
    assert louhi.get(f"/virkailija/yllapito/poista/{hoks.pk}/").status_code == 200
    assert (
        louhi.get(f"/virkailija/yllapito/hallinta/hoks/hoks/{hoks.pk}/change/").status_code == 200
    )
    assert vaino.get(f"/virkailija/{school}/hoks/uusi/?oppija={LEMPI.oppija}").status_code == 200
    assert vaino.get(f"/virkailija/hoks/{hoks.eid}/jaot/").status_code == 200
    sis.call("GET", f"/hoks/{hoks.pk}/jaot")
    told = "\n".join(entries(see(lempi, LOOKS)))
    assert told.count("<strong>") == 5  # and that it was stored
    assert told.count("Ylläpitää rekisteriä") == 1  # the looks of maintenance are told as one
    assert told.count("<strong>Opetushallitus, henkilökunta<") == 1
    assert told.count("Vastaa suunnitelmastasi") == 3
    assert told.count("<strong>Kalevalan koulutuskuntayhtymä, henkilökunta<") == 2
    assert told.count("<strong>Kalevalan koulutuskuntayhtymä, tietojärjestelmä<") == 1


def test_own_visits_are_shown_when_wanted(hoks, lempi):
    see(lempi, f"/oppija/hoks/{omat.tunnus_of(hoks.eid)}/")
    assert not any("Sinä itse" in entry for entry in entries(see(lempi, LOOKS)))
    assert any("Sinä itse" in entry for entry in entries(see(lempi, f"{LOOKS}?omat=1")))
    assert "/en-tunnista/" not in "".join(
        entry for entry in entries(see(lempi, f"{LOOKS}?omat=1")) if "Sinä itse" in entry
    )


def test_looks_at_any_number_of_the_person_are_told(hoks):
    log.record("read", log.Tekija("virkailija", "1.2.3"), log.Kohde(oppija_oid=DUPLICATE.oppija))
    assert len(entries(see(as_citizen(MASTER_OID), LOOKS))) == 1
    assert len(entries(see(as_citizen(DUPLICATE.oppija), LOOKS))) == 1


def test_refusals_and_looks_at_others_are_not_told(hoks, sis, other_sis, lempi):
    before = len(entries(see(lempi, LOOKS)))
    other_sis.get(hoks.id)
    sis.create(plan(PEKKA))
    assert len(entries(see(lempi, LOOKS))) == before


def test_a_page_of_looks_takes_few_statements(looked, lempi):
    see(lempi, LOOKS)
    assert len(statements(lambda: see(lempi, LOOKS))) <= 12


def test_a_long_history_comes_in_pages(hoks, lempi):
    for number in range(45):
        tekija = log.Tekija("virkailija", f"1.2.{number}", organisaatio_oid=f"1.2.3.{number}")
        log.record("read", tekija, log.Kohde(hoks.id, LEMPI.oppija))
    pages = [entries(see(lempi, f"{LOOKS}?sivu={n}")) for n in (1, 2, 3, 4)]
    assert list(map(len, pages)) == [20, 20, 6, 0]
    assert see(lempi, f"{LOOKS}?sivu=x")


# --- A question and its answer -------------------------------------------------------------------------


def test_a_student_asks_the_school_answers_the_student_sees_it(looked, lempi, hoks):
    address = question(lempi)
    assert "Etkö tunnista" in see(lempi, address)
    asked = lempi.post(address, {"viesti": "Miksi? <b>\x00"}, follow=True)
    assert "Selvityspyyntö lähetettiin" in asked.content.decode()
    case = Selvityspyynto.objects.get()
    assert (case.oppija_oid, case.hoks_id) == (LEMPI.oppija, hoks.id)
    assert "Odottaa vastausta" in see(lempi, LOOKS)
    assert "Selvitystä pyydetty" in see(lempi, LOOKS)

    lukija = log_in("lukija")
    assert f"/virkailija/selvityspyynnot/{case.id}/" in see(lukija, "/virkailija/selvityspyynnot/")
    page = see(lukija, f"/virkailija/selvityspyynnot/{case.id}/")
    assert "Miksi? <b>" in page
    assert page.count("<strong>vaino</strong>") == 3
    nothing = lukija.post(f"/virkailija/selvityspyynnot/{case.id}/", {"vastaus": " "})
    assert nothing.status_code == 400
    done = lukija.post(
        f"/virkailija/selvityspyynnot/{case.id}/", {"vastaus": "Opon työtä."}, follow=True
    )
    assert "Vastaus lähetettiin" in done.content.decode()
    text = see(lempi, LOOKS)
    assert "Opon työtä." in text
    assert "lukija" not in text
    assert "Luki selvityspyyntösi" in text
    kinds = AuditTapahtuma.objects.filter(oppija_oid=LEMPI.oppija).values_list(
        "operaatio", flat=True
    )
    assert {"selvityspyynto", "read-selvitys", "selvitys", "read-katselut"} <= set(kinds)


@pytest.fixture
def case(looked, lempi):
    lempi.post(question(lempi), {"viesti": ""})
    return Selvityspyynto.objects.get()


def test_asking_again_asks_nothing_new(case, lempi):
    row = AuditTapahtuma.objects.filter(kayttaja="vaino", operaatio="read").earliest("id")
    assert lempi.post(f"/oppija/katselut/{row.id}/en-tunnista/").status_code == 302
    assert Selvityspyynto.objects.count() == 1


def test_nobody_explains_their_own_look(case, looked):
    page = see(looked, f"/virkailija/selvityspyynnot/{case.id}/")
    assert "Pyyntö koskee omaa katseluasi" in page
    answer = looked.post(f"/virkailija/selvityspyynnot/{case.id}/", {"vastaus": "Kaikki hyvin"})
    assert answer.status_code == 403
    case.refresh_from_db()
    assert case.vastattu is None


def test_the_second_of_two_answers_is_told_so(case):
    for status in (302, 409):
        answer = log_in("lukija").post(
            f"/virkailija/selvityspyynnot/{case.id}/", {"vastaus": f"Vastaus {status}"}
        )
        assert answer.status_code == status
    case.refresh_from_db()
    assert case.vastaus == "Vastaus 302"


@pytest.mark.parametrize("username", ["ilmari"])
def test_another_school_sees_no_question(case, username):
    client = log_in(username)
    see(client, f"/virkailija/selvityspyynnot/{case.id}/", 404)
    assert f"/{case.id}/" not in see(client, "/virkailija/selvityspyynnot/")
    post = client.post(f"/virkailija/selvityspyynnot/{case.id}/", {"vastaus": "x"})
    assert post.status_code == 404


def test_after_the_studies_opetushallitus_answers(looked, lempi, hoks):
    Opiskeluoikeus.objects.filter(pk=hoks.opiskeluoikeus_oid).update(tila="valmistunut")
    lempi.post(question(lempi), {"viesti": ""})
    found = Selvityspyynto.objects.get()
    see(log_in("lukija"), f"/virkailija/selvityspyynnot/{found.id}/", 404)
    see(log_in("louhi"), f"/virkailija/selvityspyynnot/{found.id}/")


def test_what_was_looked_at_before_the_plan_was_archived_can_be_asked_about(looked, lempi, hoks):
    archive(hoks.id)
    assert lempi.post(question(lempi), {"viesti": ""}).status_code == 302
    assert Selvityspyynto.objects.get().hoks_id == hoks.id


def test_only_looks_at_ones_own_data_are_asked_about(looked, lempi, sis):
    pekka = as_citizen(PEKKA.oppija)
    for client in (pekka, browser()):
        status = 404 if client is pekka else 302
        for method in ("get", "post"):
            assert getattr(client, method)(question(lempi)).status_code == status
    see(pekka, f"/oppija/katselut/{2**70}/en-tunnista/", 404)
    own = AuditTapahtuma.objects.filter(kayttaja_oid=LEMPI.oppija).latest("id")
    see(lempi, f"/oppija/katselut/{own.id}/en-tunnista/", 404)
    assert not Selvityspyynto.objects.exists()


def test_a_message_is_no_book(looked, lempi):
    answer = lempi.post(question(lempi), {"viesti": "x" * 1001})
    assert answer.status_code == 400
    assert "enintään 1000 merkkiä" in answer.content.decode()
    assert not Selvityspyynto.objects.exists()


def test_a_question_takes_a_form_of_our_own(looked, lempi):
    address = question(lempi)
    strict = browser(enforce_csrf_checks=True)
    strict.cookies = lempi.cookies
    assert strict.post(address, {"viesti": ""}).status_code == 403
    assert not Selvityspyynto.objects.exists()
