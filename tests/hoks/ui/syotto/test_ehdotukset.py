"""What is offered while somebody types: codes in force, subjects of the unit, all organisations."""

import datetime as dt
import re

import pytest

from ehoks.common.dates import today
from ehoks.integrations import http
from hoks.models import HoksLuonnos
from koodisto import lookup
from koodisto.models import Koodi
from tests.hoks.plans import MINTTU
from tests.hoks.ui.syotto.kirjoittaja import SCHOOL
from tests.staff import log_in

pytestmark = pytest.mark.django_db
YHTEINEN = "/hankittavat-yhteiset-tutkinnon-osat/0"
KIVIMAKI = "Pohjolan ammattiopisto, Kivimäen toimipiste (1.2.246.562.10.51230000112)"


def text_of(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def draft(kirjoittaja):
    kirjoittaja.begin(*MINTTU, SCHOOL)
    return kirjoittaja


def test_a_code_is_looked_up_on_a_page(draft):
    draft.post(f"{draft.draft}osat/hankittava-ammatillinen/", {"toiminto": "lisaa", "nahty": 1})
    kohta = "/hankittavat-ammat-tutkinnon-osat/0/tutkinnon-osa-koodi-uri"
    draft.press(f"hae:{kohta}", fields={kohta: "leiv"})
    page = draft.client.get(draft.address)
    choices = re.findall(r'name="arvo"\s+value="([^"]+)"', page.content.decode())
    assert choices
    assert all("leiv" in choice.lower() for choice in choices)
    nahty = re.search(r'name="nahty" value="(\d+)"', text_of(page))[1]
    draft.post(draft.address, {"arvo": choices[0], "nahty": nahty})
    osa = HoksLuonnos.objects.get().sisalto["hankittavat-ammat-tutkinnon-osat"][0]
    assert re.fullmatch(r"tutkinnonosat_\d+", osa["tutkinnon-osa-koodi-uri"])
    assert osa["tutkinnon-osa-koodi-versio"] >= 1
    assert draft.get(draft.address.split("?")[0]).fields[kohta] == choices[0].replace("&amp;", "&")


def test_suggestions_are_for_those_who_write(draft):
    def suggest(client, laji, q):
        return client.get(f"/virkailija/haku/{laji}/", {"q": q})

    found = suggest(draft.client, "ammatillisenoppiaineet", "viest").json()["valinnat"]
    assert found
    schools = suggest(draft.client, "organisaatiot", "kaleva").json()["valinnat"]
    assert "Kalevalan koulutuskuntayhtymä (1.2.246.562.10.31415926539)" in [
        s["arvo"] for s in schools
    ]
    assert suggest(draft.client, "urasuunnitelma", "x").status_code == 404
    assert suggest(log_in("lukija"), "organisaatiot", "x").status_code == 403


def test_a_code_that_is_no_longer_in_force_is_no_choice(draft):
    def suggested():
        lookup.forget()
        answer = draft.client.get("/virkailija/haku/tutkinnonosat/", {"q": "leiv"})
        return [choice["arvo"] for choice in answer.json()["valinnat"]]

    before = suggested()
    arvo = re.search(r"\((\d+)\)$", before[0])[1]
    Koodi.objects.filter(pk=f"tutkinnonosat_{arvo}").update(
        voimassa_loppu=today() - dt.timedelta(days=1)
    )
    assert suggested() == before[1:]
    page = draft.client.get(draft.address).content.decode()
    assert "urasuunnitelma_0001" in page
    assert "urasuunnitelma_004" not in page


def test_a_field_of_something_that_is_not_there_yet_can_be_looked_up(draft):
    draft.post(f"{draft.draft}osat/hankittava-ammatillinen/", {"toiminto": "lisaa", "nahty": 1})
    kohta = (
        "/hankittavat-ammat-tutkinnon-osat/0/osaamisen-hankkimistavat/0"
        "/jarjestajan-edustaja/oppilaitos-oid"
    )
    school = f"Kalevalan ammattiopisto ({SCHOOL})"
    draft.post(f"{draft.draft}hae/?kohta={kohta}", {"arvo": school, "nahty": "2"})
    assert draft.get(draft.address.split("?")[0]).fields[kohta] == school


def suggested(client, laji, **asked):
    answer = client.get(f"/virkailija/haku/{laji}/", asked).json()
    return [choice["arvo"] for choice in answer["valinnat"]], answer["huomautus"]


def test_organisations_that_are_unknown_here_are_found_by_name(draft):
    assert suggested(draft.client, "organisaatiot", q="kivimäen") == ([KIVIMAKI], "")
    own, *_ = suggested(draft.client, "organisaatiot", q="toimipiste")
    assert len(own) > 3


def test_while_the_register_of_organisations_is_down_the_known_ones_and_oids_still_do(
    draft, simulator
):
    http.clear_caches()
    draft.client.get("/virkailija/haku/organisaatiot/", {"q": "kalevala"})  # names are remembered
    draft.get(draft.address)  # and so is who may do what in the school
    simulator.set_fault("organisaatio", "500")
    found, why = suggested(draft.client, "organisaatiot", q="kalevalan")
    assert found == ["Kalevalan koulutuskuntayhtymä (1.2.246.562.10.31415926539)"]
    assert "ei juuri nyt vastaa" in why
    kohta = f"{YHTEINEN}/koulutuksen-jarjestaja-oid"
    draft.post(f"{draft.draft}osat/hankittava-yhteinen/", {"toiminto": "lisaa", "nahty": 1})
    page = draft.client.get(f"{draft.draft}hae/", {"kohta": kohta, "q": "kivimäen"})
    assert "ei juuri nyt vastaa" in text_of(page)
    oid = "1.2.246.562.10.51230000112"
    draft.press("tallenna", fields={kohta: oid})
    osa = HoksLuonnos.objects.get().sisalto["hankittavat-yhteiset-tutkinnon-osat"][0]
    assert osa["koulutuksen-jarjestaja-oid"] == oid


def test_only_the_subjects_of_the_chosen_unit_are_offered(draft):
    maths, laji = "Matemaattis-luonnontieteellinen osaaminen (106728)", "ammatillisenoppiaineet"
    found, why = suggested(draft.client, laji, q="", osa=maths)
    assert (sorted(re.findall(r"\((\w+)\)", " ".join(found))), why) == (["mlfk", "mlma"], "")
    assert suggested(draft.client, laji, q="etiikka", osa=maths)[1].startswith("Valitussa")
    for unknown in ("", "Leipominen (100002)", "tutkinnonosat_1"):
        assert len(suggested(draft.client, laji, q="", osa=unknown)[0]) == 12


def test_the_page_of_subjects_keeps_to_the_unit_too(draft):
    draft.post(f"{draft.draft}osat/hankittava-yhteinen/", {"toiminto": "lisaa", "nahty": 1})
    draft.press("tallenna", fields={f"{YHTEINEN}/tutkinnon-osa-koodi-uri": "106728"})
    kohta = f"{YHTEINEN}/osa-alueet/0/osa-alue-koodi-uri"
    page = draft.client.get(f"{draft.draft}hae/", {"kohta": kohta}).content.decode()
    assert len(re.findall(r'name="arvo"', page)) == 2
    form = draft.client.get(draft.address).content.decode()
    assert f'data-rajaus="{YHTEINEN}/tutkinnon-osa-koodi-uri"' in form
