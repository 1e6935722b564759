"""The list of students: found by what one remembers, in alphabetical order, page by page."""

import re

import pytest

from ehoks.audit.models import AuditTapahtuma
from ehoks.oppijaindex.models import Opiskeluoikeus, Oppija
from hoks.models import Hoks
from tests.hoks.plans import AINO_AT_POHJOLA, LEMPI, MINTTU, PEKKA, archive, plan
from tests.staff import log_in
from tests.statements import statements

SCHOOL = "1.2.246.562.10.27182818289"
LIST = f"/virkailija/{SCHOOL}/opiskelijat/"
NAME = re.compile(r'data-testid="lista-rivi">.*?<a[^>]*>([^<]*)</a>', re.DOTALL)


def names(client, **query):
    page = client.get(LIST, query)
    assert page.status_code == 200, page.content.decode()
    return [name.strip() for name in NAME.findall(page.content.decode())]


def rename(owner, given, family):
    Oppija.objects.filter(pk=owner.oppija).update(nimi=f"{given} {family}", sukunimi=family)


@pytest.fixture
def three(sis):
    """Plans of three students of one school; their ids."""
    found = [sis.create(plan(owner)) for owner in (LEMPI, PEKKA, MINTTU)]
    Opiskeluoikeus.objects.update(oppilaitos_oid=SCHOOL)
    rename(LEMPI, "Åsa Maria", "Öberg")
    rename(PEKKA, "Eero", "Åkerman")
    rename(MINTTU, "Äijö Eero", "Zetterberg")
    return found


@pytest.mark.django_db
def test_without_plans_home_says_so():
    page = log_in("vaino").get("/virkailija/")
    assert page.status_code == 200
    assert "ei ole vielä yhtään HOKSia" in page.content.decode()


def test_home_leads_to_the_school_that_was_chosen_last(vaino, three):
    assert vaino.get("/virkailija/").headers["Location"] == LIST
    other = "1.2.246.562.10.10000000105"
    Opiskeluoikeus.objects.filter(pk=PEKKA.oikeus).update(oppilaitos_oid=other)
    assert vaino.get("/virkailija/").headers["Location"] == LIST


def test_in_the_order_of_the_finnish_alphabet(vaino, three):
    assert names(vaino) == ["Zetterberg, Äijö Eero", "Åkerman, Eero", "Öberg, Åsa Maria"]
    assert names(vaino, suunta="laskeva")[0] == "Öberg, Åsa Maria"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("eero", 2),
        ("EERO åker", 1),
        ("åkerman eero", 1),
        ("eero, åkerman", 1),
        ("ÖBE", 1),
        ("eero öberg", 0),
        ("leipomo", 0),
        ("%", 0),
        ("_", 0),
        ("' OR 1=1 --", 0),
        ("", 3),
        ("   ", 3),
    ],
)
def test_words_in_any_order(vaino, three, text, found):
    Opiskeluoikeus.objects.update(tutkinto_nimi={"fi": "X"}, osaamisala_nimi={})
    assert len(names(vaino, haku=text)) == found


def test_by_qualification_and_competence_area_in_any_language(vaino, three):
    Opiskeluoikeus.objects.update(tutkinto_nimi={"fi": "X"}, osaamisala_nimi={})
    Opiskeluoikeus.objects.filter(pk=LEMPI.oikeus).update(
        tutkinto_nimi={"fi": "Autoala", "sv": "Bilbranschen"}, osaamisala_nimi={"fi": "Maalaus"}
    )
    for word in ("autoal", "BILBRA", "maalaus"):
        assert names(vaino, haku=word) == ["Öberg, Åsa Maria"]


def test_by_number(vaino, three):
    lempi = Hoks.objects.get(pk=three[0])
    for number in (lempi.id, lempi.eid, LEMPI.oppija, LEMPI.oikeus):
        assert names(vaino, haku=str(number)) == ["Öberg, Åsa Maria"]
    assert names(vaino, haku="9" * 40) == []


def test_archived_and_ended_ones_have_lists_of_their_own(vaino, three):
    archive(three[0])
    Opiskeluoikeus.objects.filter(pk=PEKKA.oikeus).update(tila="eronnut")
    assert names(vaino) == ["Zetterberg, Äijö Eero"]
    assert names(vaino, tila="arkisto") == ["Öberg, Åsa Maria"]
    assert names(vaino, tila="paattyneet") == ["Åkerman, Eero"]
    assert len(names(vaino, tila="kaikki")) == 2


def test_typed_ones_alone(vaino, three):
    Hoks.objects.filter(pk=three[0]).update(manuaalisyotto=True)
    assert names(vaino, kasin="1") == ["Öberg, Åsa Maria"]


def test_plans_of_others_for_whom_the_school_gives_a_part(vaino, three):
    Opiskeluoikeus.objects.filter(pk=PEKKA.oikeus).update(
        oppilaitos_oid=AINO_AT_POHJOLA.oppija, hankintakoulutus_opiskeluoikeus_oid=None
    )
    Opiskeluoikeus.objects.filter(pk=MINTTU.oikeus).update(
        hankintakoulutus_opiskeluoikeus_oid=PEKKA.oikeus
    )
    assert names(vaino, tila="hankinta") == ["Åkerman, Eero"]


def test_a_plan_leads_back_to_the_list_and_to_those_beside_it(vaino, three):
    names(vaino, jarjesta="nimi", suunta="laskeva", koko="1", sivu="2")
    eids = {h.oppija_oid: h.eid for h in Hoks.objects.all()}
    oberg, akerman, zetterberg = (eids[o.oppija] for o in (LEMPI, PEKKA, MINTTU))
    address = f"/virkailija/hoks/{akerman}/opiskelusuunnitelma/?rivi="

    def links(place):
        page = vaino.get(address + place).content.decode().replace("&amp;", "&")
        assert f'href="{LIST}?jarjesta=nimi&suunta=laskeva&koko=1&sivu=2"' in page
        nav = page.partition('class="hoks-vieressa"')[2].partition("</nav>")[0]
        return re.findall(r'href="/virkailija/hoks/([^/"]+)/opiskelusuunnitelma/([^"]*)"', nav)

    assert links("2") == [(oberg, "?rivi=1"), (zetterberg, "?rivi=3")]
    assert links("1") == links("3") == links("x") == links("9" * 9) == []  # not its place
    assert (
        f"/virkailija/hoks/{akerman}/aikajana/?rivi=2" in vaino.get(address + "2").content.decode()
    )


def test_page_by_page_without_gaps_or_repeats(vaino, three):
    found = [names(vaino, koko="1", sivu=str(n)) for n in (1, 2, 3)]
    assert [name for page in found for name in page] == names(vaino)
    assert names(vaino, koko="1", sivu="99") == found[-1]
    page = vaino.get(LIST, {"koko": "1", "haku": "e"}).content.decode()
    assert re.search(r'href="[^"]*haku=e[^"]*sivu=2"', page.replace("&amp;", "&"))


@pytest.mark.parametrize(
    "query",
    [{"sivu": "x"}, {"sivu": "-1"}, {"sivu": "9" * 30}, {"tila": "x"}, {"jarjesta": "id;"},
     {"koko": "0"}, {"koko": "999999"}, {"haku": "\x00"}, {"haku": "a " * 5000}],
)  # fmt: skip
def test_nonsense_in_the_address_is_passed_over(vaino, three, query):
    assert vaino.get(LIST, query).status_code == 200


@pytest.mark.parametrize(
    "order", ["nimi", "tutkinto", "osaamisala", "id", "hyvaksytty", "paivitetty"]
)
@pytest.mark.parametrize("way", ["nouseva", "laskeva"])
def test_every_order(vaino, three, order, way):
    assert len(names(vaino, jarjesta=order, suunta=way)) == 3


def test_competence_areas_in_the_alphabet_of_the_readers_language(vaino, three):
    """One without a name in that language stands by its Finnish one, one without any first."""
    lempi, pekka, minttu = "Öberg, Åsa Maria", "Åkerman, Eero", "Zetterberg, Äijö Eero"
    areas = {
        LEMPI: {"fi": "Äänitys", "sv": "Akustik"},
        PEKKA: {"fi": "åänitys", "sv": ""},
        MINTTU: {},
    }
    for owner, area in areas.items():
        Opiskeluoikeus.objects.filter(pk=owner.oikeus).update(osaamisala_nimi=area)
    order = {"jarjesta": "osaamisala"}
    assert names(vaino, **order) == [minttu, pekka, lempi]
    assert names(vaino, **order, suunta="laskeva") == [lempi, pekka, minttu]
    assert names(vaino, **order, lang="sv") == [minttu, lempi, pekka]
    assert names(vaino, **order, lang="en") == [minttu, pekka, lempi]


def test_what_is_looked_for_is_shown_as_text(vaino, three):
    page = vaino.get(LIST, {"haku": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in page


def test_a_piece_for_those_who_have_the_page(vaino, three):
    piece = vaino.get(LIST, headers={"HX-Request": "true", "HX-Target": "tulokset"})
    assert "<html" not in piece.content.decode()
    assert "lista-rivi" in piece.content.decode()


def test_a_list_is_in_the_audit_log_with_what_was_asked(vaino, three):
    names(vaino, haku="eero")
    found = AuditTapahtuma.objects.latest("id")
    assert (found.operaatio, found.kayttaja) == ("list", "vaino")
    assert found.haku == f"{SCHOOL}?haku=eero"


@pytest.mark.parametrize("school", ["1.2.246.562.10.10000000105", "x", SCHOOL[:-1]])
def test_another_school_is_refused(three, school):
    client = log_in("vaino")
    assert client.get(f"/virkailija/{school}/opiskelijat/").status_code == 403


def test_another_providers_staff_see_none_of_it(three, other_sis):
    other_sis.create(plan(AINO_AT_POHJOLA))
    client = log_in("ilmari")
    assert client.get(LIST).status_code == 403


def test_the_list_takes_the_same_statements_for_one_row_and_for_many(vaino, three):
    names(vaino)

    def count(**query):
        found = []
        said = statements(lambda: found.extend(names(vaino, **query)))
        assert found
        return len(said)

    assert count() == count(koko="1") <= 8
