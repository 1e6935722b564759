"""The tools of maintenance: for OPH's main users alone, in three languages, each look and act logged."""

import datetime as dt
import re

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse
from procrastinate.contrib.django import app

from ehoks.audit.models import AuditTapahtuma
from ehoks.common.dates import now
from ehoks.integrations import http, organisaatio
from ehoks.integrations.cache import TtlCache
from ehoks.oppijaindex.models import Opiskeluoikeus, Oppija
from ehoks.tyot.models import Tyoajo
from ehoks.tyot.tyo import TYOT
from ehoks.ui import tila
from ehoks.ui.models import PalvelunTila
from hoks.models import Hoks, PoistettuHoks
from hoks.services.poisto import find_grave
from hoks.ui.yllapito.nimet import MUUT_TYOT
from hoks.ui.yllapito.texts import TYOKALUT, T
from tests.ehoks.tyot.working import execute, forget_jobs, jobs_of, work
from tests.hoks import plans
from tests.hoks.plans import LEMPI, PEKKA, plan
from tests.staff import browser, cas_ticket, log_in, service
from tests.statements import statements

pytestmark = pytest.mark.django_db

HUB = "/virkailija/yllapito/"
PAGES = [*(reverse(name) for name in TYOKALUT), HUB, f"{HUB}tyot/siivoa-kuitit/"]
TABLES = [
    f"{HUB}hallinta/{table}/"
    for table in (
        *("koodisto/koodisto", "koodisto/koodi", "procrastinate/procrastinatejob", "tyot/tyoajo"),
        *("ui/palveluntila", "hoks/poistettuhoks", "hoks/hoks", "oppijaindex/opiskeluoikeus"),
    )
]


@pytest.fixture
def louhi(db):
    """A main user of OPH."""
    return log_in("louhi")


def text_of(answer, status=200):
    assert answer.status_code == status, answer.content.decode()
    return re.sub(r"\s+", " ", answer.content.decode())


# --- The gate --------------------------------------------------------------------------------------


@pytest.mark.parametrize("username", ["vaino", "lukija", "ilmari"])
def test_for_others_it_does_not_exist(db, username):
    client = log_in(username)
    for page in [*PAGES, f"{HUB}poista/1/", f"{HUB}hallinta/hoks/hoks/"]:
        assert client.get(page).status_code == 404, page
    assert client.post(f"{HUB}tyot/siivoa-kuitit/").status_code == 404
    assert "Ylläpito" not in client.get("/virkailija/", follow=True).content.decode()
    marks = AuditTapahtuma.objects.filter(operaatio__startswith="yllapito")
    assert {mark.koodi for mark in marks} == {"page-not-found"}
    assert marks.count() == len(PAGES) + 3


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_page_speaks_one_language(louhi, lang):
    louhi.cookies["ehoks_kieli"] = lang
    others = [text for texts in T.values() for text in texts if text != texts.say(lang)]
    own = {texts.say(lang) for texts in T.values()}
    for page in PAGES:
        text = text_of(louhi.get(page))
        if "/hallinta/" in page:
            continue
        assert f'<html lang="{lang}">' in text
        headings = re.findall(r"<h[12][^>]*>\s*([^<]+?)\s*<", text)
        assert headings
        assert not [h for h in headings if h in others and h not in own]
        assert T["title"].say(lang) in text
    assert AuditTapahtuma.objects.filter(operaatio="yllapito-katselu").count() == len(PAGES)


# --- Finding, restoring, deleting ------------------------------------------------------------------


def test_a_plan_is_found_by_whatever_is_known_of_it(louhi, sis):
    hoks_id = sis.create(plan())
    sis.create(plan(PEKKA))
    eid = Hoks.objects.get(pk=hoks_id).eid
    for known in (hoks_id, eid, LEMPI.oikeus, LEMPI.oppija, f"  {hoks_id} "):
        text = text_of(louhi.get(f"{HUB}hae/", {"tunnus": known}))
        assert text.count('data-testid="suunnitelma"') == 1
        assert f"HOKS {hoks_id}" in text
    assert AuditTapahtuma.objects.filter(operaatio="read", hoks_id=hoks_id).count() == 5
    for unknown in ("999999", "1.2.3", "9" * 30, "<script>", "\x00"):
        text = text_of(louhi.get(f"{HUB}hae/", {"tunnus": unknown}))
        assert "<script>" not in text
        assert "suunnitelma&quot;" not in text


def test_an_archived_one_is_brought_back(louhi, sis, other_sis):
    hoks_id = sis.create(plan())
    plans.archive(hoks_id)
    execute("UPDATE hoksit SET passivoinnin_syy = 'muu', passivoinnin_selite = 'vahinko'")
    assert "Muu syy: vahinko" in text_of(louhi.get(f"{HUB}hae/", {"tunnus": hoks_id}))
    back = louhi.post(f"{HUB}palauta/", {"hoks": hoks_id}, follow=True)
    assert f"HOKS {hoks_id} on palautettu" in text_of(back)
    assert sis.get(hoks_id).status_code == 200
    for wrong in ("7777777", "abc", ""):
        text = text_of(louhi.post(f"{HUB}palauta/", {"hoks": wrong}, follow=True))
        assert 'data-color="danger"' in text


def log_in_again(client, path):
    """By the link of the page, as CAS does it when it asks for the password."""
    asked = client.get("/kirjaudu/virkailija/", {"next": path, "uudelleen": "1"})
    assert "renew=true" in asked.headers["Location"]
    back = client.get("/cas/virkailija/", {"ticket": cas_ticket("louhi", service())})
    assert back.headers["Location"] == path


def test_deleting_for_good_takes_a_fresh_login_a_reason_and_the_id(louhi, sis):
    hoks_id = sis.create(plan())
    page = f"{HUB}poista/{hoks_id}/"
    text = text_of(louhi.get(page))
    assert "uudelleen=1" in text
    whole = {"syy": "tallennettu-vaaralle", "selite": "OPH-1", "tunnus": hoks_id}
    assert "uudelleen=1" in text_of(louhi.post(page, whole)), "not by an old login"
    log_in_again(louhi, page)
    text = text_of(louhi.get(page))
    assert LEMPI.oikeus in text
    assert 'name="syy"' in text
    for wrong in (
        {},
        {"syy": "muu"},
        {"syy": "sailytysaika-paattyi"},
        whole | {"selite": "a" * 201},
    ):
        assert 'role="alert"' in text_of(louhi.post(page, wrong), 400)
    first = {"syy": whole["syy"], "selite": whole["selite"]}
    assert 'name="tunnus"' in text_of(louhi.post(page, first))
    for wrong in ("", str(hoks_id + 1), LEMPI.oikeus):
        assert "Mitään ei poistettu" in text_of(louhi.post(page, first | {"tunnus": wrong}), 400)
    assert Hoks.objects.count() == 1
    done = louhi.post(page, whole, follow=True)
    text = text_of(done)
    assert f"HOKS {hoks_id} on poistettu pysyvästi" in text
    assert "OPH-1" in text
    grave = find_grave(hoks_id)
    assert (grave.poistaja, grave.selite, Hoks.objects.count()) == ("louhi", "OPH-1", 0)
    assert louhi.get(page).status_code == 404
    assert f">{hoks_id}<" in text_of(louhi.get(f"{HUB}poistetut/"))
    assert sis.create(plan()) != hoks_id


def test_a_fresh_login_is_fresh_for_a_quarter_of_an_hour(louhi, sis):
    page = f"{HUB}poista/{sis.create(plan())}/"
    log_in_again(louhi, page)
    session = SessionStore(louhi.cookies["ehoks_istunto"].value)
    session["tuore"] = (now() - dt.timedelta(minutes=15, seconds=1)).timestamp()
    session.save()
    assert "uudelleen=1" in text_of(louhi.get(page))
    assert PoistettuHoks.objects.count() == 0


def test_cas_is_asked_whether_it_asked_for_the_password(louhi, simulator, monkeypatch):
    """A ticket by an older login at CAS must not pass for a fresh one."""
    seen, ask = [], http.get_once

    def get_once(cas, path, query):
        seen.append(query)
        return ask(cas, path, query)

    monkeypatch.setattr(http, "get_once", get_once)
    log_in_again(louhi, HUB)
    assert [query.get("renew") for query in seen] == ["true"]
    log_in("louhi")
    assert [query.get("renew") for query in seen] == ["true", None]


# --- Index, caches, figures ------------------------------------------------------------------------


def test_parts_of_the_index_are_read_anew(louhi, sis):
    sis.create(plan())
    school = Opiskeluoikeus.objects.get().koulutustoimija_oid
    Opiskeluoikeus.objects.update(tila="?")
    Oppija.objects.update(nimi="?")

    def act(laji, oid):
        return text_of(louhi.post(f"{HUB}indeksi/", {"laji": laji, "oid": oid}, follow=True))

    assert "on luettu Koskesta" in act("opiskeluoikeus", LEMPI.oikeus)
    assert "on päivitetty" in act("oppija", LEMPI.oppija)
    assert Opiskeluoikeus.objects.get().tila == "lasna"
    assert Oppija.objects.get().nimi != "?"
    for laji, oid in (("opiskeluoikeus", "1.2.3"), ("oppija", "1.2.3"), ("", "x"), ("oppija", "")):
        assert 'data-color="danger"' in act(laji, oid)
    assert "Hakemistossa on 1 " in text_of(louhi.get(f"{HUB}indeksi/", {"toimija": school}))
    Opiskeluoikeus.objects.all().delete()
    assert "on luettu Koskesta" in act("opiskeluoikeus", LEMPI.oikeus)
    assert sis.call("GET", f"/hoks/opiskeluoikeus/{LEMPI.oikeus}").status_code == 200


def test_clearing_reaches_this_process_and_the_others(louhi):
    organisaatio.get_organisaatio("1.2.246.562.10.00000000001")
    assert TtlCache.count_all() > 0
    assert louhi.post(f"{HUB}valimuisti/").status_code == 302
    assert TtlCache.count_all() == 0
    organisaatio.get_organisaatio("1.2.246.562.10.00000000001")
    tila.remember(tila.Tila(), 0)  # another process, whose time to look has come
    browser().get("/")
    assert TtlCache.count_all() == 0
    organisaatio.get_organisaatio("1.2.246.562.10.00000000001")
    tila.forget()
    browser().get("/")
    assert TtlCache.count_all() > 0, "once is enough"


def test_figures_are_those_of_the_register(louhi, sis):
    sis.create(plan())
    plans.archive(sis.create(plan(PEKKA)))
    text = text_of(louhi.get(f"{HUB}tilastot/"))
    assert re.search(r"Suunnitelmia yhteensä</dt> <dd> 2 ", text)
    assert re.search(r"joista passivoituja</dt> <dd> 1 ", text)


# --- The notice ------------------------------------------------------------------------------------

NOTICE = {
    "fi": "Huolto <klo> 16",
    "sv": "Underhåll kl 16",
    "en": "Maintenance at 4",
    "vakavuus": "hairio",
}


def test_a_notice_is_on_every_page_in_its_language_until_taken_away(louhi):
    text = text_of(louhi.post(f"{HUB}tiedote/", NOTICE, follow=True))
    assert "Huolto &lt;klo&gt; 16" in text
    for page in ("/", "/ehoks-virkailija-backend/ohje/virheet"):
        assert "Huolto &lt;klo&gt; 16" in text_of(browser().get(page))
        assert "Underhåll kl 16" in text_of(browser().get(f"{page}?lang=sv"))
    assert 'data-vari="danger"' in text_of(log_in("lukija").get("/virkailija/tiedonsiirrot/"))
    louhi.post(f"{HUB}tiedote/", {"poista": "1"})
    assert "Huolto" not in text_of(browser().get("/"))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"sv": " "}, "kaikilla kolmella"),
        ({"en": "x" * 501}, "enintään 500"),
        ({"alku": "huomenna"}, "Kirjoita aika näin"),
        ({"alku": "2.1.2027 12.00", "loppu": "1.1.2027 12:00"}, "Loppu on ennen alkua"),
    ],
)
def test_a_faulty_notice_is_not_shown(louhi, change, fault):
    text = text_of(louhi.post(f"{HUB}tiedote/", NOTICE | change), 400)
    assert fault in text
    assert "Underhåll kl 16" in text or "sv" in change
    assert not PalvelunTila.objects.exists()


def test_a_notice_has_its_time(louhi):
    def shown(**times):
        louhi.post(f"{HUB}tiedote/", NOTICE | times)
        return tila.current().is_shown

    assert shown(alku="1.1.2020 8.00")
    assert not shown(loppu="1.1.2020 8.00")
    assert not shown(alku="1.1.2999 8.00")
    assert shown(alku="1.1.2020 klo 8.00", loppu="1.1.2999 8.00")


def test_pages_ask_for_the_notice_now_and_then_only(louhi):
    tila.forget()
    first = statements(lambda: louhi.get(HUB))
    again = statements(lambda: louhi.get(HUB))
    assert len(first) == len(again)
    asked = []
    tila.forget()
    with pytest.MonkeyPatch.context() as patch:
        look = tila._look
        patch.setattr(tila, "_look", lambda: asked.append(1) or look())
        for _ in range(3):
            browser().get("/")
    assert asked == [1]


# --- Jobs ------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_a_job_is_run_now_and_its_history_told(louhi):
    forget_jobs()
    tyo = TYOT["siivoa-kuitit"]
    page = f"{HUB}tyot/{tyo.nimi}/"
    assert "Ei vielä koskaan" in text_of(louhi.get(page))
    assert "alkaa, kun" in text_of(louhi.post(page, follow=True))
    assert "odottaa jo" in text_of(louhi.post(page, follow=True))
    assert len(jobs_of(tyo)) == 1
    work()
    text = text_of(louhi.get(page))
    assert text.count('data-testid="kerta"') == 1
    assert "Valmis" in text
    (job,) = jobs_of(tyo)
    Tyoajo.objects.filter(pk=job.id).update(
        tehty=3, kaikkiaan=10, huomiot={"poistettu": 3}, virhe="ValueError"
    )
    execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE id = %s", job.id)
    text = text_of(louhi.get(page))
    for told in ("Epäonnistui", "poistettu: 3", "ValueError", "3 / 10"):
        assert told in text
    assert "Epäonnistunut työ: <a" in text_of(louhi.get(HUB))
    assert text_of(louhi.get(f"{HUB}tyot/")).count('data-testid="tyo"') == len(TYOT)
    assert louhi.get(f"{HUB}tyot/none/").status_code == 404
    toimija = "1.2.246.562.10.22222222220"
    louhi.post(f"{HUB}indeksi/", {"laji": "toimija", "oid": toimija})
    assert toimija in text_of(louhi.get(f"{HUB}tyot/paivita-toimijan-opiskeluoikeudet/"))
    work()
    (job,) = jobs_of(TYOT["paivita-toimijan-opiskeluoikeudet"])
    assert job.status == "succeeded"


# --- Django's admin --------------------------------------------------------------------------------


def test_tables_are_looked_at_and_never_changed(louhi, sis):
    hoks_id = sis.create(plan())
    for page in TABLES:
        answer = louhi.get(page)
        text = text_of(answer)
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
        assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=", text), page
        assert louhi.get(f"{page}add/").status_code == 404
    one = f"{HUB}hallinta/hoks/hoks/{hoks_id}/change/"
    text = text_of(louhi.get(one))
    assert LEMPI.oikeus in text
    assert 'name="_save"' not in text
    assert AuditTapahtuma.objects.filter(operaatio="read", hoks_id=hoks_id).count() == 1
    before = Hoks.objects.values().get()
    for act in (one, f"{HUB}hallinta/hoks/hoks/{hoks_id}/delete/", f"{HUB}hallinta/hoks/hoks/"):
        data = {
            "versio": 9,
            "action": "delete_selected",
            "_selected_action": hoks_id,
            "post": "yes",
        }
        assert louhi.post(act, data).status_code in (200, 302, 404)
    assert Hoks.objects.values().get() == before
    assert louhi.get(f"{HUB}hallinta/", headers={"accept-language": "sv"}).status_code == 200


TAULUJEN_NIMET = [
    ("fi", "HOKSit", "Opiskeluoikeudet"),
    ("sv", "Planer", "Studierätter"),
    ("en", "Plans", "Study rights"),
]


@pytest.mark.parametrize(("lang", "plans", "rights"), TAULUJEN_NIMET)
def test_tables_are_called_by_words_of_the_language(louhi, lang, plans, rights):
    text = text_of(louhi.get(f"{HUB}hallinta/", headers={"accept-language": lang}))
    for name in (plans, rights):
        assert re.search(rf">\s*{name}\s*<", text), name
    assert "Hokss" not in text


def test_every_job_is_called_by_words():
    ours = {name for name in app.tasks if "builtin" not in name}
    assert ours <= {*TYOT, *MUUT_TYOT}


def test_what_the_build_has_not_told_is_said_in_words(louhi):
    text = text_of(louhi.get(f"{HUB}jarjestelma/"))
    assert "Ei tiedossa" in text
    assert "unknown" not in text


def test_nobody_logs_in_by_django(db):
    for name in ("login", "logout", "password_change"):
        assert browser().get(f"{HUB}hallinta/{name}/").status_code == 404
