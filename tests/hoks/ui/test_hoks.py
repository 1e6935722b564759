"""A student's plans on the pages of staff: what is shown, to whom, and what they may do."""

import io
import json
import re
from html import unescape

import pypdf
import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings

from ehoks.audit.models import AuditTapahtuma
from ehoks.auth.privileges import OPH_ROOT
from ehoks.oppijaindex.models import Opiskeluoikeus
from hoks import access
from hoks.models import Hoks, HoksVersio
from koodisto import lookup
from koodisto.koodistot import TUTKINNONOSAT
from koodisto.services import sync_koodistot
from tests.conftest import Sis, payload
from tests.hoks.plans import (
    AMMAT,
    LEMPI,
    LISTS,
    NAYTOT,
    OPINNOT,
    PAIKALLISET,
    archive,
    full_plan,
    naytto,
    osa,
    plan,
)
from tests.hoks.strategies import documents
from tests.hoks.ui.conftest import eid_of
from tests.staff import log_in
from tests.statements import statements

KALEVALA = "1.2.246.562.10.31415926539"  # the provider in whose name vaino works
TABS = ["", "osaaminen/", "opiskelusuunnitelma/", "aikajana/", "tapahtumat/", "tulosta/"]


def page(client, eid, tab="", status=200):
    answer = client.get(f"/virkailija/hoks/{eid}/{tab}")
    assert answer.status_code == status, answer.content.decode()
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def eid(sis):
    """A plan with everything in it."""
    return eid_of(sis.create(payload("maximal")))


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("name", ["maximal", "typical", "tuva", "minimal"])
def test_every_kind_of_plan_has_every_page_in_every_language(sis, vaino, name, tab, lang):
    found = eid_of(sis.create(payload(name)))
    text = page(vaino, found, f"{tab}?lang={lang}")
    assert f'<html lang="{lang}">' in text
    assert "1.2.246.562.10." not in re.sub(r"/virkailija/[^\"]*|value=\"[^\"]*\"", "", text)
    assert not re.search(r">\s*(tutkinnonosat|osaamisenhankkimistapa|oppimisymparistot)_", text)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_no_plan_that_was_accepted_is_too_odd_for_a_page(sis, vaino, document):
    """What is optional is missing in some of them: a page that counts on it would fall."""
    hoks = Hoks.objects.filter(opiskeluoikeus_oid=LEMPI.oikeus).first()
    hoks_id = hoks.pk if hoks else sis.create(plan(LEMPI))
    assert sis.put(hoks_id, document).status_code == 204
    for tab in TABS:
        page(vaino, eid_of(hoks_id), tab)


def test_an_assessor_of_no_known_school_is_named_all_the_same(sis, vaino):
    arvioija = {"nimi": "Opettaja, Oili", "organisaatio": {}}
    assessed = {"koulutuksen-jarjestaja-osaamisen-arvioijat": [arvioija]}
    unit = osa("tutkinnonosat_106901") | {NAYTOT: [naytto(**assessed)]}
    found = eid_of(sis.create(plan(LEMPI) | {AMMAT: [unit]}))
    assert "Opettaja, Oili" in page(vaino, found, "opiskelusuunnitelma/")


def strings(value):
    """Every text of a document that people wrote."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if not key.endswith(("-uri", "-oid", "-versio", "-id")):
                yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str) and not re.match(r"\d{4}-\d\d-\d\d", value):
        yield value


def test_the_printed_page_has_every_text_that_was_written(vaino, eid):
    text = unescape(page(vaino, eid, "tulosta/"))
    missing = [s for s in strings(payload("maximal")) if s not in text]
    assert not [s for s in missing if not s.startswith("OPH-")]  # requirements are for systems


def test_names_for_codes_and_schools(vaino, eid):
    text = page(vaino, eid, "opiskelusuunnitelma/")
    assert "koulutussopimus" in text.lower()
    assert "Kalevalan ammattiopisto" in text


def test_the_id_is_there_to_copy(vaino, eid):
    assert f'<span class="hoks-id" id="hoks-id">{Hoks.objects.get(eid=eid).id}</span>' in page(
        vaino, eid
    )


def test_a_look_is_in_the_audit_log_of_the_plan(vaino, eid):
    page(vaino, eid)
    found = AuditTapahtuma.objects.latest("id")
    assert (found.operaatio, found.kayttaja, found.tulos) == ("read", "vaino", "succeeded")
    assert (found.hoks_id, found.oppija_oid) == (Hoks.objects.get().id, LEMPI.oppija)
    assert (found.osio, found.peruste) == ("tavoite", "oma-oppilaitos")
    assert found.organisaatio_oid == KALEVALA


def test_the_log_tells_when_it_is_opetushallitus_that_looks(eid):
    page(log_in("louhi"), eid, "tulosta/")
    found = AuditTapahtuma.objects.latest("id")
    assert (found.osio, found.peruste) == ("tuloste", "opetushallitus")
    assert found.organisaatio_oid == OPH_ROOT


@pytest.mark.parametrize("tab", TABS)
def test_a_page_takes_few_statements(vaino, sis, tab):
    found = eid_of(sis.create(full_plan()))
    page(vaino, found, tab)
    assert len(statements(lambda: page(vaino, found, tab))) <= 12


# --- Who sees what ----------------------------------------------------------------------------------

MATRIX = {  # username: may see, may archive
    "vaino": (True, True),
    "lukija": (True, False),
    "louhi": (True, True),
    "ilmari": (False, False),
}


@pytest.mark.parametrize("username", MATRIX)
def test_pages_and_api_agree_on_who_may_do_what(eid, username):
    may_see, may_archive = MATRIX[username]
    client = log_in(username)
    for tab in TABS:
        page(client, eid, tab, 200 if may_see else 404)
    button = f"/virkailija/hoks/{eid}/passivoi/"
    assert (button in client.get(f"/virkailija/hoks/{eid}/").content.decode()) is may_archive
    expected = 200 if may_archive else 403 if may_see else 404
    assert client.get(button).status_code == expected
    assert client.post(f"/virkailija/hoks/{eid}/palauta/").status_code in (302, expected)
    student = client.get(f"/virkailija/oppija/{LEMPI.oppija}/")
    assert student.status_code == (200 if may_see else 404)


def test_a_plan_that_is_not_there_looks_like_one_that_is_not_yours(eid):
    ilmari = log_in("ilmari")
    hidden, missing = (ilmari.get(f"/virkailija/hoks/{e}/") for e in (eid, "nobody"))
    strip = re.compile(r"<code>[0-9a-f]{32}</code>|hoks/[^/\"]+|csrfmiddlewaretoken.*?>")
    assert hidden.status_code == missing.status_code == 404
    assert strip.sub("", hidden.content.decode()) == strip.sub("", missing.content.decode())


@pytest.fixture
def two(sis):
    """A plan at one provider, and another of the same student elsewhere; their names."""
    own = eid_of(sis.create(plan()))
    other = Hoks.objects.get(pk=sis.create(plan(*_another())))
    Hoks.objects.filter(pk=other.pk).update(oppija_oid=LEMPI.oppija)
    Opiskeluoikeus.objects.filter(pk=other.opiskeluoikeus_oid).update(
        oppija_id=LEMPI.oppija, oppilaitos_oid="1.2.246.562.10.00000000002"
    )
    return own, other.eid


def _another():
    from tests.hoks.plans import PEKKA

    return (PEKKA,)


def test_another_providers_plan_is_seen_while_the_student_studies_here(two, vaino):
    own, other = two
    assert "/passivoi/" not in page(vaino, other)
    found = AuditTapahtuma.objects.latest("id")
    assert (found.peruste, found.organisaatio_oid) == ("opiskelee-myos", KALEVALA)
    assert other in vaino.get(f"/virkailija/oppija/{LEMPI.oppija}/").content.decode()
    page(vaino, own)


def test_and_no_longer_when_studies_here_have_ended(two, vaino, monkeypatch):
    own, other = two
    from hoks.services import nakyvyys

    monkeypatch.setattr(nakyvyys, "_goes_on", lambda _: False)
    page(vaino, other, status=404)
    page(vaino, own)


def test_nor_when_koski_cannot_be_asked(two, vaino, simulator):
    own, other = two
    simulator.set_fault("koski", "500")
    page(vaino, other, status=404)
    page(vaino, own)


@pytest.fixture
def protected(two, monkeypatch):
    """Own and another provider's plan, that with everything in it, of a student under a non-disclosure order."""
    own, other = two
    document = {key: [] for key in LISTS} | full_plan()
    HoksVersio.objects.filter(hoks__eid=other).update(sisalto=json.dumps(document))
    monkeypatch.setattr(access, "is_protected", lambda _: True)
    return own, other


@pytest.mark.parametrize("tab", [tab for tab in TABS if tab != "tapahtumat/"])
def test_another_provider_is_not_told_where_a_protected_student_is(protected, vaino, tab):
    own, other = protected
    text = unescape(page(vaino, other, tab))
    assert [s for s in whereabouts(full_plan()) if s in text] == []
    assert "1.2.246.562.15." not in text
    assert ("Opiskelijalla on turvakielto" in text) is (tab != "tulosta/")
    page(vaino, own, tab)


def test_nor_on_paper_nor_in_the_list_of_plans(protected, vaino):
    _, other = protected
    listed = vaino.get(f"/virkailija/oppija/{LEMPI.oppija}/").content.decode()
    card = listed.partition(other)[0].rpartition("<li")[2]
    assert "opisto" not in card
    document = vaino.get(f"/virkailija/hoks/{other}/hoks.pdf")
    paper = " ".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(document.content)).pages)
    assert [s for s in whereabouts(full_plan()) if s in paper] == []
    assert "1.2.246.562.15." not in paper


def whereabouts(document):
    """Every text that people wrote; names of parts and studies aside, and a word of ours."""
    lists = (PAIKALLISET, "aiemmin-hankitut-paikalliset-tutkinnon-osat", OPINNOT)
    names = {part["nimi"] for key in lists for part in document.get(key, ())}
    names.add("Oppilaitos")
    return [s for s in strings(document) if s not in names and len(s) > 4]


# --- Archive and restore -----------------------------------------------------------------------------


def test_archiving_asks_first_and_restoring_brings_back(vaino, eid, sis):
    hoks = Hoks.objects.get(eid=eid)
    asked = page(vaino, eid, "passivoi/")
    assert str(hoks.id) in asked
    assert hoks.opiskeluoikeus_oid in asked
    assert Hoks.objects.get(eid=eid).deleted_at is None
    why = {"syy": "muu", "selite": "Kirjattu väärälle <henkilölle>"}
    done = vaino.post(f"/virkailija/hoks/{eid}/passivoi/", why, follow=True)
    assert "HOKS passivoitiin." in done.content.decode()
    assert Hoks.objects.get(eid=eid).deleted_at
    gone = sis.get(hoks.id)
    assert (gone.status_code, gone.json()["syy"]) == (404, "muu")
    shown = page(vaino, eid)
    assert "passivoitu" in shown
    assert "Syy: Muu syy: Kirjattu väärälle &lt;henkilölle&gt;" in shown
    back = vaino.post(f"/virkailija/hoks/{eid}/palauta/", follow=True)
    assert "HOKS palautettiin." in back.content.decode()
    assert sis.get(hoks.id).status_code == 200
    kept = Hoks.objects.get(eid=eid)
    assert (kept.passivoinnin_syy, kept.passivoinnin_selite) == (None, None)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({}, "Valitse, miksi HOKS passivoidaan."),
        ({"syy": "kiusa"}, "Valitse, miksi HOKS passivoidaan."),
        ({"syy": "muu", "selite": " \x00 "}, "Kerro muu syy muutamalla sanalla."),
        ({"syy": "muu", "selite": "x" * 201}, "enintään 200 merkkiä"),
    ],
)
def test_archiving_wants_a_reason(eid, vaino, form, said):
    asked = vaino.post(f"/virkailija/hoks/{eid}/passivoi/", form)
    assert asked.status_code == 400
    assert said in asked.content.decode()
    assert Hoks.objects.get(eid=eid).deleted_at is None


def test_an_information_system_gives_no_reason(eid, vaino):
    hoks = Hoks.objects.get(eid=eid)
    archive(hoks.id)  # an information system gives no reason
    assert Hoks.objects.get(eid=eid).passivoinnin_syy is None
    assert "Syy:" not in page(vaino, eid)


def test_archiving_takes_a_form_of_our_own(eid):
    from tests.staff import browser

    client = log_in("vaino", client=browser(enforce_csrf_checks=True))
    assert client.post(f"/virkailija/hoks/{eid}/passivoi/").status_code == 403
    assert Hoks.objects.get(eid=eid).deleted_at is None


def test_an_archived_plan_of_another_provider_is_not_shown(two, vaino):
    _, other = two
    archive(Hoks.objects.get(eid=other).id)
    page(vaino, other, status=404)


def test_the_service_account_of_the_api_has_no_pages(eid):
    answer = Sis("sampo").call("GET", f"/virkailija/hoks/{eid}/", contract=False)
    assert answer.status_code in (302, 404)


# --- What Koski and ePerusteet add --------------------------------------------------------------------


def test_the_goal_its_title_its_extent_and_what_units_require(sis, vaino, eid):
    sync_koodistot([TUTKINNONOSAT])
    lookup.forget()
    text = page(vaino, eid)
    assert "Leipuri-kondiittori" in text
    assert re.search(r"<dt>Laajuus</dt> <dd> 180 osp", text)
    text = page(vaino, eid, "opiskelusuunnitelma/")
    assert "kun koko laajuus on 180 osp" in text
    link = re.search(r'href="(/vaatimukset/tutkinnonosat_106901/)"', text).group(1)
    required = vaino.get(link).content.decode()
    assert "Opiskelija osaa" in required
    assert "Arvosana 5" in required
    assert 'class="kehys-valikko"' in required  # in the frame of who reads
    assert 'class="kehys-valikko"' not in Client().get(link).content.decode()
    assert vaino.get("/vaatimukset/tutkinnonosat_999999/").status_code == 404
    assert "Opiskeluoikeus alkaa 5.8.2024" in page(vaino, eid, "aikajana/")


def test_preparatory_education_has_weeks_and_leads_to_eperusteet(sis, vaino):
    own = eid_of(sis.create(payload("tuva")))
    assert re.search(r"<dt>Laajuus</dt> <dd> 38 viikkoa", page(vaino, own))
    text = page(vaino, own, "opiskelusuunnitelma/")
    assert "kun koko laajuus on 38 viikkoa" in text
    assert "https://eperusteet.opintopolku.fi/#/fi" in text


def test_of_a_part_of_a_qualification_no_extent_is_aimed_at(sis, vaino, eid):
    sync_koodistot([TUTKINNONOSAT])
    lookup.forget()
    Opiskeluoikeus.objects.update(osittainen=True)
    assert re.search(r"<dt>Laajuus</dt> <dd> Ei tiedossa", page(vaino, eid))
    assert "koko laajuus" not in page(vaino, eid, "opiskelusuunnitelma/")
