"""Drafts: whose they are, two tabs, what becomes of them, and who may not begin one."""

import datetime as dt
import json
import re
from html import unescape
from threading import Barrier

import pytest

from ehoks.audit.models import AuditTapahtuma
from ehoks.common.dates import now
from ehoks.tiedonsiirto.models import Tiedonsiirto
from hoks.jobs import remove_old_drafts
from hoks.models import Hoks, HoksLuonnos, HoksVersio
from hoks.services import luonnokset, read, save
from tests.conftest import payload
from tests.hoks.plans import (
    LEMPI,
    LUKIO,
    MINTTU,
    OSTETTU,
    PEKKA,
    VALMISTUNUT,
    archive,
    jakso,
    opetus,
    osa,
    plan,
)
from tests.hoks.services.test_statements import MOST_OF_A_WRITE
from tests.hoks.threads import together
from tests.hoks.ui.syotto.kirjoittaja import SCHOOL, Kirjoittaja
from tests.staff import log_in
from tests.statements import statements

pytestmark = pytest.mark.django_db
BASICS = {"/ensikertainen-hyvaksyminen": "17.8.2026", "/osaamisen-hankkimisen-tarve": "true"}
NEW = f"/virkailija/{SCHOOL}/hoks/uusi/"


def text_of(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def draft(kirjoittaja):
    kirjoittaja.begin(*MINTTU, SCHOOL)
    return kirjoittaja


@pytest.fixture
def typed(draft):
    """A plan that was typed in, and the draft that it was."""
    draft.press("palaa", fields=BASICS)
    draft.eid = draft.hand_in()
    return draft


def edit(kirjoittaja):
    """Open the plan again; leads to the task list."""
    kirjoittaja.post(f"/virkailija/hoks/{kirjoittaja.eid}/muokkaa/", {})
    kirjoittaja.draft = kirjoittaja.address
    return kirjoittaja


# --- Beginning ---------------------------------------------------------------------------------------


def test_a_plan_is_begun_left_found_and_finished(draft):
    assert draft.address.endswith("/sivu/perustiedot/")
    draft.press("auto", fields={"/sahkoposti": "minttu@example.fi"}, status=200)
    another = Kirjoittaja(log_in("vaino"))
    listed = text_of(another.client.get(f"/virkailija/{SCHOOL}/luonnokset/"))
    assert "Minttu Elina Pieninen" in listed
    home = text_of(another.client.get("/virkailija/"))  # no plan in any school yet
    assert "Luonnokset (1)" in home
    assert "/hoks/uusi/" in home
    another.begin(*MINTTU, SCHOOL, luonnos="jatka")
    assert "Jatkat aiemmin" in text_of(another.client.get(another.address))
    another.address += "sivu/perustiedot/"
    assert another.get(another.address).fields["/sahkoposti"] == "minttu@example.fi"
    another.press("palaa", fields=BASICS)
    stored = read.find_by_eid(another.hand_in())
    assert stored.document["manuaalisyotto"] is True
    assert HoksVersio.objects.get().kanava == "virkailija"
    listed = f"/virkailija/{SCHOOL}/opiskelijat/"
    assert f"/virkailija/hoks/{stored.eid}/muokkaa/" in text_of(another.client.get(listed))
    assert "/muokkaa/" not in text_of(log_in("lukija").get(listed))
    student = text_of(another.client.get(f"/virkailija/oppija/{MINTTU.oppija}/"))
    assert f"{NEW}?oppija={MINTTU.oppija}" in student
    looks = AuditTapahtuma.objects.filter(operaatio="draft")
    assert {look.oppija_oid for look in looks} == {MINTTU.oppija}
    assert AuditTapahtuma.objects.filter(operaatio="create", hoks_id=stored.id).exists()


def test_a_draft_from_before_goes_on_or_gives_way(draft):
    draft.press("auto", fields={"/sahkoposti": "old@example.fi"}, status=200)
    form = draft.get(draft.address)
    again = {"oppija": MINTTU.oppija, "opiskeluoikeus": MINTTU.oikeus}
    told = text_of(draft.post(NEW, again, status=200))
    assert "Jatka luonnosta" in told
    assert "Aloita alusta" in told
    assert HoksLuonnos.objects.get().sisalto["sahkoposti"] == "old@example.fi"
    draft.begin(*MINTTU, SCHOOL, luonnos="alusta")
    assert draft.get(draft.address).fields["/sahkoposti"] == ""
    late = form.fields | {"toiminto": "auto"}  # a page of what was there before is still open
    assert "toisessa välilehdessä" in text_of(draft.post(form.action, late, status=200))
    assert "sahkoposti" not in HoksLuonnos.objects.get().sisalto


def test_a_change_from_before_goes_on_or_gives_way(typed):
    edit(typed)
    typed.address = f"{typed.draft}sivu/perustiedot/"
    typed.press("tallenna", fields={"/sahkoposti": "old@example.fi"})
    address = f"/virkailija/hoks/{typed.eid}/muokkaa/"
    assert "Aloita alusta" in text_of(typed.post(address, {}, status=200))
    typed.post(address, {"luonnos": "jatka"})
    assert HoksLuonnos.objects.get().sisalto["sahkoposti"] == "old@example.fi"
    typed.post(address, {"luonnos": "alusta"})
    assert "sahkoposti" not in HoksLuonnos.objects.get().sisalto


OBSTACLES = {
    "exists": (LEMPI, "Opiskeluoikeudella on jo HOKS."),
    "archived": (PEKKA, "passivoitu HOKS. Palauta se"),
    "kind": (LUKIO, "Opiskeluoikeuden tyypin on oltava"),
    "purchased": (OSTETTU, "sisältyy toiseen opiskeluoikeuteen"),
    "ended": (VALMISTUNUT, "Opiskeluoikeus on päättynyt"),
}


@pytest.mark.parametrize("why", OBSTACLES)
def test_no_plan_where_none_can_be(sis, why):
    owner, said = OBSTACLES[why]
    client = log_in("louhi")  # who writes everywhere: the purchased studies are elsewhere
    if why in ("exists", "archived"):
        hoks_id = sis.create(plan(owner))
        if why == "archived":
            archive(hoks_id)
    asked = client.get(NEW, {"haku": owner.oppija})
    told = text_of(asked)
    card = next(c for c in told.split('data-testid="opiskeluoikeus"') if owner.oikeus in c)
    assert said in card
    assert "Aloita HOKS" not in card
    assert ("Avaa HOKS" in card) is (why in ("exists", "archived"))
    sent = {"oppija": owner.oppija, "opiskeluoikeus": owner.oikeus}
    assert client.post(NEW, sent).status_code == 400
    assert not HoksLuonnos.objects.exists()


def test_students_are_found_by_number_and_known_ones_by_name(vaino, sis):
    sis.create(plan(PEKKA))
    found = text_of(vaino.get(NEW, {"haku": MINTTU.oppija}))
    assert MINTTU.oikeus in found
    assert "uuden opiskeluoikeuden ja uuden HOKSin" in found
    assert PEKKA.oppija in text_of(vaino.get(NEW, {"haku": "pullanen"}))
    assert "ei löytynyt" in text_of(vaino.get(NEW, {"haku": "1.2.246.562.24.10000000207"}))


def test_who_may_not_write_begins_nothing(sis):
    hoks_id = sis.create(plan(LEMPI))
    eid = Hoks.objects.get(pk=hoks_id).eid
    for username, status in (("lukija", 403), ("ilmari", 404)):
        client = log_in(username)
        sent = {"oppija": MINTTU.oppija, "opiskeluoikeus": MINTTU.oikeus}
        assert client.get(NEW).status_code == 403
        assert client.post(NEW, sent).status_code == 403
        assert client.post(f"/virkailija/hoks/{eid}/muokkaa/").status_code == status
        if username == "lukija":
            assert "Uusi HOKS" not in text_of(client.get(f"/virkailija/{SCHOOL}/opiskelijat/"))


def test_a_draft_is_its_owners_alone(draft):
    for username in ("louhi", "lukija"):
        assert log_in(username).get(draft.draft).status_code == 404
    assert log_in("vaino").get("/virkailija/luonnos/nonsense/").status_code == 404


# --- Two tabs ----------------------------------------------------------------------------------------


def test_a_second_tab_sees_both_and_loses_nothing(draft):
    other = Kirjoittaja(draft.client)
    other.draft, other.address = draft.draft, draft.address
    form = other.get(other.address)
    draft.press("tallenna", fields={"/sahkoposti": "first@example.fi"})
    late = form.fields | {"/sahkoposti": "second@example.fi", "toiminto": "tallenna"}
    told = text_of(other.post(form.action, late, status=409))
    assert "toisessa välilehdessä" in told
    assert "first@example.fi" in told
    assert 'value="second@example.fi"' in told
    saves_itself = '"toiminto": "auto"'
    assert saves_itself not in told  # a person chooses which one counts
    assert saves_itself in text_of(draft.client.get(draft.address))
    assert draft.get(draft.address).fields["/sahkoposti"] == "first@example.fi"
    again = re.search(r'name="nahty" value="(\d+)"', told)[1]
    other.post(form.action, late | {"nahty": again})
    assert draft.get(draft.address).fields["/sahkoposti"] == "second@example.fi"


def test_a_page_that_saves_by_itself_is_no_second_tab(draft):
    form = draft.get(draft.address)
    for n in range(2):  # the answer of the first got lost: the page still knows the old version
        sent = form.fields | {"toiminto": "auto", "/sahkoposti": f"{n}@example.fi"}
        assert "Luonnos tallennettu" in text_of(draft.post(form.action, sent, status=200))
    draft.post(
        form.action, form.fields | {"toiminto": "tallenna", "/sahkoposti": "last@example.fi"}
    )
    late = form.fields | {"toiminto": "auto", "/sahkoposti": "late@example.fi"}
    assert "toisessa välilehdessä" in text_of(draft.post(form.action, late, status=200))
    assert draft.get(draft.address).fields["/sahkoposti"] == "last@example.fi"


def test_what_is_typed_after_the_plan_was_stored_elsewhere_is_kept(typed):
    edit(typed)
    address = f"{typed.draft}sivu/perustiedot/"
    form = typed.get(address)
    typed.post(f"{typed.draft}laheta/", {})
    late = form.fields | {"/sahkoposti": "late@example.fi", "toiminto": "palaa"}
    told = text_of(typed.post(address, late, status=409))
    assert 'value="late@example.fi"' in told
    assert "toisessa välilehdessä" in told


def test_a_plan_that_somebody_else_changed_meanwhile(typed, monkeypatch):
    edit(typed)
    hoks = Hoks.objects.get()
    typed.address = f"{typed.draft}sivu/perustiedot/"
    typed.press("tallenna", fields={"/sahkoposti": "mine@example.fi"})
    other = Kirjoittaja(log_in("louhi"))
    other.eid = typed.eid
    edit(other)
    other.address = f"{other.draft}sivu/perustiedot/"
    other.press("valmis", fields={"/puhelinnumero": "0401", "/sahkoposti": "x@example.fi"})
    typed.post(f"{typed.draft}laheta/", {})
    assert typed.address.endswith("/ristiriita/")
    told = text_of(typed.client.get(typed.address))
    assert "0401" in told
    assert "mine@example.fi" in told
    typed.post(f"{typed.draft}sovita/", {})
    typed.post(f"{typed.draft}laheta/", {})
    document = read.get_stored(hoks.id).document
    assert (document["sahkoposti"], document.get("puhelinnumero")) == ("mine@example.fi", None)


# --- While one types ----------------------------------------------------------------------------------

TAPA = "/hankittavat-ammat-tutkinnon-osat/0/osaamisen-hankkimistavat/0"
TYPED = {
    "alku": "31.7.2026",
    "loppu": "6.6.2029",
    "tyopaikalla-jarjestettava-koulutus/tyopaikan-y-tunnus": "1618033-4",
    "keskeytymisajanjaksot/0/alku": "1.10.2026",
    "keskeytymisajanjaksot/0/loppu": "10.10.2026",
    "keskeytymisajanjaksot/1/alku": "5.10.2026",
}


def test_what_is_wrong_is_told_beside_the_field_as_the_api_tells_it(draft, sis):
    """Outside the study right, by the wrong check digit, and of a list: all before anybody saves."""
    draft.press("seuraava", fields=BASICS)
    for _ in range(2):
        draft.press(f"lisaa:{TAPA}/keskeytymisajanjaksot")
    tapa = f"{TAPA}/osaamisen-hankkimistapa-koodi-uri"
    typed = {f"{TAPA}/{key}": text for key, text in TYPED.items()}
    told = draft.press(
        "auto", typed | {tapa: "osaamisenhankkimistapa_koulutussopimus"}, status=200
    ).content.decode()
    beside = dict(re.findall(r"""oob="outerHTML:\[id='([^']+)-virhe'\]">([^<]+)</p>""", told))
    refused = sis.post(HoksLuonnos.objects.get().sisalto).json()["violations"]
    by_api = {v["fi"] for v in refused}
    wrong = ("alku", "loppu", "tyopaikalla-jarjestettava-koulutus/tyopaikan-y-tunnus")
    for key in (*wrong, "keskeytymisajanjaksot"):
        assert unescape(beside[f"{TAPA}/{key}"]) in by_api
    assert len(beside) == 4
    assert "Korjattavaa: 4" in told


# --- Handing in --------------------------------------------------------------------------------------


def test_a_change_of_one_field_changes_that_and_the_moment(typed, sis):
    hoks = Hoks.objects.get()
    before = read.get_stored(hoks.id).document
    edit(typed)
    typed.address = f"{typed.draft}sivu/perustiedot/"
    typed.press("tallenna", fields={"/sahkoposti": "new@example.fi"})
    typed.post(f"{typed.draft}laheta/", {})
    after = read.get_stored(hoks.id).document
    assert after.pop("paivitetty")[:10] == f"{now():%Y-%m-%d}"
    assert after == before | {"sahkoposti": "new@example.fi"}


def test_an_unfinished_plan_is_not_stored_and_says_why(draft):
    draft.press("valmis")
    assert draft.address.endswith("/tarkista/")
    told = text_of(draft.client.get(draft.address))
    assert "Ensimmäisen hyväksymisen päivä” puuttuu" in told
    assert f"{draft.draft}sivu/perustiedot/?virheet=1#/ensikertainen-hyvaksyminen" in told
    part = osa(osaamisen_hankkimistavat=[opetus(), jakso("a") | {"osa-aikaisuustieto": "x"}])
    HoksLuonnos.objects.update(sisalto=plan(MINTTU, hankittavat_ammat_tutkinnon_osat=[part]))
    told = text_of(draft.client.get(f"{draft.draft}tarkista/"))
    assert re.search(
        "Elintarvikealalla toimiminen, Hankkimistapa 2: <a[^>]*> ?Kirjoita ”Osa-aik", told
    )
    answer = draft.post(f"{draft.draft}laheta/", {}, status=400)
    assert "Korjaa nämä" in text_of(answer)
    assert AuditTapahtuma.objects.filter(operaatio="create", koodi="invalid-document").exists()
    assert not Hoks.objects.exists()


def test_somebody_else_stored_the_plan_first(draft, sis):
    draft.press("palaa", fields=BASICS)
    assert "kymmenen arkipäivän" in text_of(draft.client.get(f"{draft.draft}tarkista/"))
    hoks_id = sis.create(plan(MINTTU))
    told = text_of(draft.post(f"{draft.draft}laheta/", {}, status=400))
    assert f"/virkailija/hoks/{Hoks.objects.get(pk=hoks_id).eid}/" in told
    assert HoksLuonnos.objects.get().is_open


@pytest.mark.parametrize("is_edit", [False, True], ids=["new", "edit"])
@pytest.mark.django_db(transaction=True)
def test_two_hand_in_the_same_draft_at_once(draft, monkeypatch, is_edit):
    """Both have seen the draft open; one plan comes of it, and both are led to that."""
    draft.press("palaa", fields=BASICS)
    if is_edit:
        draft.eid = draft.hand_in()
        edit(draft)
        draft.address = f"{draft.draft}sivu/perustiedot/"
        draft.press("tallenna", fields={"/sahkoposti": "x@example.fi"})
    before = HoksVersio.objects.count()
    clients, gate, submit = [log_in("vaino"), log_in("vaino")], Barrier(2), luonnokset.submit

    def together_only(**given):
        gate.wait(timeout=10)
        return submit(**given)

    monkeypatch.setattr(luonnokset, "submit", together_only)
    answers = together(2, lambda n: clients[n].post(f"{draft.draft}laheta/"))
    hoks = Hoks.objects.get()
    address = f"/virkailija/hoks/{hoks.eid}/"
    # whoever clicks twice sees the answer to the second click: both lead to the plan
    assert [(a.status_code, address in a.headers["Location"]) for a in answers] == [(302, True)] * 2
    assert HoksVersio.objects.count() == before + 1
    assert not HoksLuonnos.objects.get().is_open


def test_what_breaks_while_storing_leaves_no_plan_and_the_draft_open(draft, monkeypatch):
    draft.press("palaa", fields=BASICS)
    close = luonnokset._close

    def close_and_break(*given):
        close(*given)
        assert Hoks.objects.exists()
        raise OSError("the process is gone")

    monkeypatch.setattr(luonnokset, "_close", close_and_break)
    draft.post(f"{draft.draft}laheta/", {}, status=500)
    assert not Hoks.objects.exists()
    assert HoksLuonnos.objects.get().is_open
    monkeypatch.undo()
    assert draft.hand_in()


def test_storing_is_one_service_call_and_costs_what_a_put_does(typed, monkeypatch):
    """The budget of a PUT; beyond it the session and the draft are found, and the plan to lead to."""
    calls, replace = [], save.replace_hoks
    monkeypatch.setattr(save, "replace_hoks", lambda **given: calls.append(1) or replace(**given))
    body = plan(MINTTU) | {"hankittavat-ammat-tutkinnon-osat": [osa()] * 3}
    edit(typed)
    HoksLuonnos.objects.update(sisalto=body | {"sahkoposti": "x@example.fi"})
    said = statements(lambda: typed.post(f"{typed.draft}laheta/", {}))
    assert len(calls) == 1
    assert len(said) == MOST_OF_A_WRITE, said


def test_a_draft_that_was_thrown_away_is_gone_but_its_plan_is_not(typed):
    edit(typed)
    typed.post(f"{typed.draft}hylkaa/", {})
    assert "Luonnos on suljettu" in text_of(typed.client.get(typed.draft))
    assert Hoks.objects.filter(eid=typed.eid, deleted_at=None).exists()
    assert edit(typed).get(typed.address)


def test_a_draft_is_forgotten_after_thirty_days(draft):
    HoksLuonnos.objects.update(vanhenee=now() - dt.timedelta(seconds=1))
    assert "vanhentunut" in text_of(draft.client.get(draft.draft))
    draft.get(draft.draft, status=404)
    assert remove_old_drafts.run().huomiot == {"poistettu": 1}
    assert not HoksLuonnos.objects.exists()


# --- From hand to transfer ---------------------------------------------------------------------------


def test_a_plan_that_came_from_a_system_is_not_for_hands(vaino, sis):
    eid = Hoks.objects.get(pk=sis.create(plan(LEMPI))).eid
    assert "/muokkaa/" not in text_of(vaino.get(f"/virkailija/hoks/{eid}/"))
    answer = vaino.post(f"/virkailija/hoks/{eid}/muokkaa/")
    assert answer.status_code == 409
    assert "tietojärjestelmästä" in text_of(answer)


def test_a_system_takes_over_and_both_ways_at_once_are_warned_of(typed, sis):
    hoks = Hoks.objects.get()
    edit(typed)
    assert sis.patch(hoks.id, {"versio": 7}).status_code == 204
    warned = Tiedonsiirto.objects.filter(hoks_id=hoks.id).latest("id").varoitukset
    warned = json.loads(warned) if isinstance(warned, str) else warned
    assert "typed-and-transferred" in [w["code"] for w in warned]
    assert sis.document(hoks.id)["manuaalisyotto"] is True
    refused = typed.post(f"{typed.draft}laheta/", {}, status=409)
    assert "tietojärjestelmä on sittemmin" in text_of(refused)
    answer = typed.client.post(f"/virkailija/hoks/{typed.eid}/muokkaa/")
    assert (answer.status_code, read.get_stored(hoks.id).document["versio"]) == (409, 7)


# --- Rows, search, copies ----------------------------------------------------------------------------


def test_rows_are_added_copied_and_taken_away_without_scripts(draft):
    draft.post(f"{draft.draft}osat/hankittava-ammatillinen/", {"toiminto": "lisaa", "nahty": 1})
    tavat = "/hankittavat-ammat-tutkinnon-osat/0/osaamisen-hankkimistavat"
    draft.press(f"lisaa:{tavat}", fields={f"{tavat}/0/alku": "1.9.2026"})
    draft.press(
        "tallenna", fields={f"{tavat}/1/alku": "2.9.2026", f"{tavat}/1/ajanjakson-tarkenne": "b"}
    )
    draft.press(f"poista:{tavat}/0")
    draft.press(f"kopioi:{tavat}/0")
    form = draft.get(draft.address)
    assert form.fields[f"{tavat}#"] == "2"
    assert form.fields[f"{tavat}/0/alku"] == "2.9.2026"
    assert form.fields[f"{tavat}/1/alku"] == ""
    assert form.fields[f"{tavat}/1/ajanjakson-tarkenne"] == "b"
    nimi = f"{tavat}/0/tyopaikalla-jarjestettava-koulutus/tyopaikan-nimi"
    draft.press(f"eitiedossa:{nimi}")
    assert draft.get(draft.address).fields[nimi] == "Ei tiedossa"


def test_parts_of_another_plan_are_copied_as_new_ones(kirjoittaja, sis):
    body = payload("maximal")
    sis.create(body)
    Hoks.objects.update(oppija_oid=MINTTU.oppija)
    kirjoittaja.begin(*MINTTU, SCHOOL)
    address = f"{kirjoittaja.draft}kopioi/"
    page = kirjoittaja.client.get(address).content.decode()
    chosen = [v for v in re.findall(r'name="osa"\s+value="([^"]+)"', page) if "ammat" in v]
    assert len(chosen) == 2
    kirjoittaja.post(address, {"osa": chosen, "nahty": 1})
    sisalto = HoksLuonnos.objects.get().sisalto
    text = json.dumps(sisalto)
    assert not re.search('"(id|module-id|yksiloiva-tunniste)":', text)
    (uusi,) = sisalto["hankittavat-ammat-tutkinnon-osat"]
    assert len(uusi["osaamisen-hankkimistavat"]) == 3
    assert "alku" not in uusi["osaamisen-hankkimistavat"][0]
    (aiempi,) = sisalto["aiemmin-hankitut-ammat-tutkinnon-osat"]
    assert aiempi["tarkentavat-tiedot-naytto"][0]["alku"] == "2024-09-02"


NONSENSE = [
    "lisaa:/hankittavat-ammat-tutkinnon-osat/0/foo",
    "lisaa:/hankittavat-ammat-tutkinnon-osat/0/osaamisen-hankkimistavat/99999999/muut-oppimisymparistot",
    "lisaa:/hankittavat-ammat-tutkinnon-osat/0/tutkinnon-osa-koodi-uri",
    "poista:/hankittavat-ammat-tutkinnon-osat/0/osaamisen-hankkimistavat/7",
    "poista:/hankittavat-ammat-tutkinnon-osat/0",
    "kopioi:/hankittavat-ammat-tutkinnon-osat/0/osaamisen-hankkimistavat/x",
    "eitiedossa:/hankittavat-ammat-tutkinnon-osat/0/tutkinnon-osa-koodi-uri",
    "lisaa:/oppimisen-tuki",
    "tuhoa:\x00",
]


def test_buttons_that_no_page_has_do_nothing(draft):
    draft.post(f"{draft.draft}osat/hankittava-ammatillinen/", {"toiminto": "lisaa", "nahty": 1})
    before = HoksLuonnos.objects.get().sisalto
    address = draft.address
    for toiminto in NONSENSE:
        draft.press(toiminto)
        assert HoksLuonnos.objects.get().sisalto == before, toiminto
        draft.address = address
    far = f"{draft.draft}osat/hankittava-ammatillinen/99999999/"
    assert draft.client.get(far).status_code == 302
    assert draft.client.post(far, {"toiminto": "tallenna", "nahty": "x"}).status_code == 409
    for kohta in ("", "/", "/nonsense", "/hankittavat-ammat-tutkinnon-osat/0/alku", "\x00"):
        assert draft.client.get(f"{draft.draft}hae/", {"kohta": kohta}).status_code == 404
    missing = "/hankittavat-ammat-tutkinnon-osat/9/koulutuksen-jarjestaja-oid"
    chosen = draft.client.post(f"{draft.draft}hae/?kohta={missing}", {"arvo": "x", "nahty": "2"})
    assert chosen.status_code == 404
    assert draft.client.get(NEW, {"oppija": "\x00", "haku": "\x00 \x00"}).status_code == 200
    assert HoksLuonnos.objects.get().sisalto == before
