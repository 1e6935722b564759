"""What reports find: the right rows, at the right days, of the right school."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ehoks.oppijaindex.models import Opiskeluoikeus
from hoks.models import Hoks, HoksVersio, OsaamisenHankkimistapa
from hoks.services.raportit import (
    Osio,
    Rajaus,
    list_jaksot,
    list_kuukaudet,
    list_mitatoidyt,
)
from tests.hoks.plans import (
    AMMAT,
    LEMPI,
    MINTTU,
    PAIKALLISET,
    PEKKA,
    TAVAT,
    YHTEISET,
    alue,
    archive,
    jakso,
    opetus,
    osa,
    paikallinen,
    plan,
    yhteinen,
)
from tests.hoks.ui.test_lista import SCHOOL, rename

FIRST, LAST = dt.date(2025, 1, 1), dt.date(2025, 12, 31)


def jaksot(rajaus=Rajaus.KAIKKI, alku=FIRST, loppu=LAST, school=SCHOOL, **osio):
    return list_jaksot(school, alku, loppu, rajaus, Osio(**osio))


def three_kinds(owner=LEMPI):
    """A plan with a period at a workplace in each kind of unit, and one at school."""
    return plan(owner) | {
        AMMAT: [osa() | {TAVAT: [jakso("a", loppu="2025-03-01"), opetus()]}],
        PAIKALLISET: [paikallinen() | {TAVAT: [jakso("p", loppu="2025-03-02")]}],
        YHTEISET: [yhteinen(alue() | {TAVAT: [jakso("y", loppu="2025-03-03")]})],
    }


@pytest.fixture
def stored(sis):
    return sis.create(three_kinds())


def test_periods_of_every_kind_of_unit(stored):
    found = jaksot()
    assert (found.yhteensa, found.sivu, found.sivuja) == (3, 1, 1)
    assert [row.osan_tyyppi for row in found.rivit] == ["ammatillinen", "paikallinen", "osa_alue"]
    units = [(row.osan_koodi, row.osan_nimi, row.yhteisen_koodi) for row in found.rivit]
    assert units == [
        ("tutkinnonosat_100000", None, None),
        (None, "Hapanjuuri", None),
        ("ammatillisenoppiaineet_vvai", None, "tutkinnonosat_106727"),
    ]
    first = found.rivit[0]
    assert (first.hoks_id, first.oppija_oid) == (stored, LEMPI.oppija)
    assert (first.tyopaikka, first.y_tunnus) == ("Pullapaja Oy", "1618033-3")
    assert (first.ohjaaja, first.sahkoposti, first.puhelin) == ("Ohjaaja, Onni", "", "")
    assert (first.alku, first.loppu) == (dt.date(2025, 1, 7), dt.date(2025, 3, 1))
    assert first.osa_aikaisuus == 80


@pytest.mark.parametrize(
    ("alku", "loppu", "count"),
    [
        ("2025-03-01", "2025-03-03", 3),
        ("2025-03-02", "2025-03-02", 1),
        ("2025-03-03", "2025-12-31", 1),
        ("2025-01-01", "2025-02-28", 0),
        ("2025-03-04", "2025-12-31", 0),
        ("2025-12-31", "2025-01-01", 0),
    ],
)
def test_both_days_are_included(stored, alku, loppu, count):
    found = jaksot(alku=dt.date.fromisoformat(alku), loppu=dt.date.fromisoformat(loppu))
    assert len(found.rivit) == found.yhteensa == count


def period(tunniste, sahkoposti, puhelin, share):
    found = jakso(tunniste, osa_aikaisuustieto=share or 80)
    ohjaaja = found["tyopaikalla-jarjestettava-koulutus"]["vastuullinen-tyopaikka-ohjaaja"]
    contact = {"sahkoposti": sahkoposti, "puhelinnumero": puhelin}
    ohjaaja |= {key: value for key, value in contact.items() if value}
    return found


MAIL, PHONE = "onni.ohjaaja@example.fi", "+358401234567"


def test_what_lacks_something(sis):
    cases = {
        "whole": (MAIL, PHONE, 80),
        "no-mail": (None, PHONE, 80),
        "no-phone": (MAIL, None, 80),
        "no-share": (MAIL, PHONE, None),
    }
    periods = [period(name, *case) for name, case in cases.items()]
    sis.create(plan() | {AMMAT: [osa() | {TAVAT: periods}]})
    whose = OsaamisenHankkimistapa.objects.filter(yksiloiva_tunniste="no-share")
    assert whose.update(osa_aikaisuustieto=None) == 1  # as in plans of old

    def shown(rajaus):
        found = jaksot(rajaus).rivit
        return {(row.sahkoposti, row.puhelin, row.osa_aikaisuus) for row in found}

    assert len(shown(Rajaus.KAIKKI)) == 4
    assert shown(Rajaus.ILMAN_OSA_AIKAISUUTTA) == {(MAIL, PHONE, None)}
    assert shown(Rajaus.PUUTTEELLISET) == {
        ("", PHONE, 80), (MAIL, "", 80), (MAIL, PHONE, None),
    }  # fmt: skip


def test_archived_plans_and_other_schools_are_absent(stored, sis):
    assert jaksot(school="1.2.246.562.10.10000000105").yhteensa == 0
    Opiskeluoikeus.objects.update(koski404=True)
    assert list_mitatoidyt(SCHOOL, Osio()).yhteensa == 1
    assert list_mitatoidyt("1.2.246.562.10.10000000105", Osio()).rivit == []
    assert kuukaudet()
    archive(stored)
    assert jaksot().rivit == list_mitatoidyt(SCHOOL, Osio()).rivit == kuukaudet() == []


def test_in_the_orders_of_the_columns(sis):
    for owner, day, place in [(LEMPI, "01", "Öljy"), (PEKKA, "03", "Auto"), (MINTTU, "02", "Äes")]:
        one = jakso("t", alku=f"2026-09-{day}", loppu=f"2026-10-{day}")
        one["tyopaikalla-jarjestettava-koulutus"]["tyopaikan-nimi"] = place
        sis.create(plan(owner) | {AMMAT: [osa() | {TAVAT: [one]}]})
    Opiskeluoikeus.objects.update(oppilaitos_oid=SCHOOL)
    rename(LEMPI, "Åsa", "Öberg")
    rename(PEKKA, "Eero", "Åkerman")
    rename(MINTTU, "Eero", "Aho")

    def order(**osio):
        return [row.tyopaikka for row in jaksot(loppu=dt.date(2026, 12, 31), **osio).rivit]

    assert order() == order(jarjestys="loppu") == order(jarjestys="alku") == ["Öljy", "Äes", "Auto"]
    assert order(laskeva=True) == ["Auto", "Äes", "Öljy"]
    assert order(jarjestys="nimi") == ["Äes", "Auto", "Öljy"]
    assert order(jarjestys="tyopaikka") == ["Auto", "Äes", "Öljy"]
    assert order(jarjestys="tyopaikka", laskeva=True) == ["Öljy", "Äes", "Auto"]
    assert order(jarjestys="id; DROP TABLE hoksit") == order()


def test_page_by_page_without_gaps_or_repeats(sis):
    periods = [jakso(f"t{n}", ajanjakson_tarkenne=str(n)) for n in range(60)]
    sis.create(plan() | {AMMAT: [osa() | {TAVAT: periods}]})
    pages = [jaksot(sivu=n) for n in (1, 2, 3)]
    assert [len(page.rivit) for page in pages] == [25, 25, 10]
    assert {(page.yhteensa, page.sivuja) for page in pages} == {(60, 3)}
    whole = jaksot(sivu=None)
    assert len(whole.rivit) == whole.yhteensa == 60
    assert [row for page in pages for row in page.rivit] == whole.rivit
    assert jaksot(sivu=99) == pages[2]


def test_void_study_rights_alone(sis):
    for owner in (LEMPI, PEKKA):
        sis.create(plan(owner))
    Opiskeluoikeus.objects.filter(pk=PEKKA.oikeus).update(
        koski404=True, oppilaitos_oid=SCHOOL, tutkinto_nimi={"fi": "Autoala"}
    )
    (row,) = list_mitatoidyt(SCHOOL, Osio()).rivit
    assert (row.opiskeluoikeus_oid, row.tutkinto_nimi) == (PEKKA.oikeus, {"fi": "Autoala"})
    assert row.ensikertainen_hyvaksyminen == dt.date(2024, 8, 15)


# --- How late plans come ----------------------------------------------------------------------------


def kuukaudet(alku=dt.date(2000, 1, 1), loppu=dt.date(2100, 1, 1), **osio):
    return list_kuukaudet(SCHOOL, alku, loppu, Osio(**osio)).rivit


def stored_at(moment, approved, count=1):
    """Plans with a first version of that moment, and a second one later."""
    time = dt.datetime.fromisoformat(moment)
    for _ in range(count):
        n = Hoks.objects.count()
        oikeus = Opiskeluoikeus.objects.create(
            oid=f"o{n}", oppija_id=LEMPI.oppija, tyyppi="x", oppilaitos_oid=SCHOOL, updated_at=time
        )
        hoks = Hoks.objects.create(
            oppija_oid=LEMPI.oppija, opiskeluoikeus_oid=oikeus.oid,
            ensikertainen_hyvaksyminen=approved, osaamisen_hankkimisen_tarve=True,
            created_at=time, updated_at=time,
        )  # fmt: skip
        for when in (time, time + dt.timedelta(days=90)):
            HoksVersio.objects.create(
                hoks=hoks, tallennettu=when, tallentaja="x", kanava="x", sisalto="{}",
                etag="x", sisalto_tiiviste="x",
            )  # fmt: skip


@pytest.fixture
def learner(sis):
    """A learner in the index, whose plan is out of the way."""
    archive(sis.create(plan()))


def test_delays_by_month_and_class(learner):
    for approved in ("2025-03-10", "2025-03-20", "2025-03-05", "2025-02-24"):  # 0, -10, 5, 14 days
        stored_at("2025-03-10T12:00Z", approved)
    for approved in ("2025-02-23", "2025-02-08", "2025-02-07"):  # 15, 30, 31 days
        stored_at("2025-03-10T12:00Z", approved)
    stored_at("2025-05-02T12:00Z", "2025-05-01")
    march, may = kuukaudet()
    assert (march.kuukausi, march.yhteensa) == (dt.date(2025, 3, 1), 7)
    assert (march.luokat, march.mediaani) == ((2, 1, 1, 2, 1), 14)
    assert (may.yhteensa, may.luokat, may.mediaani) == (1, (0, 1, 0, 0, 0), 1)
    assert kuukaudet(laskeva=True) == [may, march]


def test_days_are_those_of_finland(learner):
    stored_at("2025-03-31T22:30Z", "2025-04-01")
    (found,) = kuukaudet()
    assert (found.kuukausi, found.luokat[0]) == (dt.date(2025, 4, 1), 1)
    assert kuukaudet(alku=dt.date(2025, 4, 1), loppu=dt.date(2025, 4, 1)) == [found]
    assert kuukaudet(loppu=dt.date(2025, 3, 31)) == kuukaudet(alku=dt.date(2025, 4, 2)) == []


def test_each_report_is_one_statement_and_three_when_there_is_no_such_page(stored):
    asks = [
        lambda sivu: jaksot(sivu=sivu),
        lambda sivu: list_mitatoidyt(SCHOOL, Osio(sivu)),
        lambda sivu: kuukaudet(sivu=sivu),
    ]
    for ask in asks:
        for sivu, most in ((1, 1), (None, 1), (99, 3)):
            with CaptureQueriesContext(connection) as captured:
                ask(sivu)
            assert len(captured) == most
