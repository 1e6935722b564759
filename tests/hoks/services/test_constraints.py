"""The database's own law: what no row may say, whoever writes it."""

import datetime as dt
import uuid

import psycopg
import pytest
from django.apps import apps
from django.db import IntegrityError, InternalError, ProgrammingError, connection, transaction

from ehoks.common.dates import now
from ehoks.oppijaindex.models import Opiskeluoikeus, Oppija
from ehoks.rest.models import Kuitti
from hoks.models import (
    AiemminHankittuOsa,
    HankittavaKoulutuksenOsa,
    HankittavaOsa,
    Hoks,
    HoksLuonnos,
    Muistutustilaus,
    OppimisenTuki,
    OsaamisenHankkimistapa,
    OsaamisenOsoittaminen,
    Selvityspyynto,
    Selvitystilaus,
)
from tests.hoks.plans import LEMPI, PEKKA

pytestmark = pytest.mark.django_db

DAY = dt.date(2025, 1, 1)
TUKIOPETUS = "ammatillinenkoulutusoppimisentuentyyppi_01"


def hoks(owner=LEMPI):
    return Hoks.objects.create(
        oppija_oid=owner.oppija,
        opiskeluoikeus_oid=owner.oikeus,
        ensikertainen_hyvaksyminen=DAY,
        osaamisen_hankkimisen_tarve=True,
        created_at=now(),
        updated_at=now(),
    )


def place(plan=None):
    return {"hoks": plan or hoks(), "jarjestys": 0}


def module():
    return {"module_id": uuid.uuid4()}


def unit(model=HankittavaOsa, **more):
    usual = {"tyyppi": "ammatillinen", "koodi_uri": "tutkinnonosat_1", "koodi_versio": 1}
    plan = more.get("hoks") or hoks()
    return model.objects.create(**(place(plan) | module() | usual | more))


def period(**more):
    osa = unit()
    usual = {"alku": DAY, "loppu": DAY, "hankkimistapa_koodi_uri": "x"}
    usual["hankkimistapa_koodi_versio"] = 1
    return OsaamisenHankkimistapa.objects.create(
        **(place(osa.hoks) | module() | {"osa": osa} | usual | more)
    )


def demonstration(**more):
    usual = {"alku": DAY, "loppu": DAY, "nayttoymparisto": {}, "sisallon_kuvaus": []}
    usual["yksilolliset_kriteerit"] = []
    return OsaamisenOsoittaminen.objects.create(**(place() | module() | usual | more))


def support(**more):
    return OppimisenTuki.objects.create(**(place() | more))


def tuva_part(**more):
    usual = {"koodi_uri": "x", "koodi_versio": 1, "alku": DAY, "loppu": DAY, "laajuus": 1}
    return HankittavaKoulutuksenOsa.objects.create(**(place() | usual | more))


def receipt(**more):
    usual = {"kayttaja": "a", "polku": "/", "avain": "k", "runko_tiiviste": "", "hoks_id": 1}
    return Kuitti.objects.create(**(usual | {"uri": "", "etag": "", "luotu": now()} | more))


def draft():
    usual = {"omistaja_oid": "a", "oppilaitos_oid": "o", "oppija_oid": "b", "oppija_nimi": ""}
    more = {"opiskeluoikeus_oid": "c", "opiskeluoikeus": {}, "paivitetty": now()}
    return HoksLuonnos.objects.create(**usual, **more, vanhenee=now())


def reminder():
    days = {"tilattu": DAY, "paattyy": DAY, "katsottu": DAY}
    usual = {"kayttaja_oid": "a", "oppilaitos_oid": "o", "sahkoposti": "", "kieli": "fi"}
    return Muistutustilaus.objects.create(**usual, **days)


def notice():
    usual = {"kayttaja_oid": "a", "organisaatio_oid": "o", "sahkoposti": "", "kieli": "fi"}
    return Selvitystilaus.objects.create(**usual, paattyy=DAY)


def question(**more):
    usual = {"oppija_oid": "a", "vastuullinen_oid": "o", "katselu": "k", "paiva": DAY}
    look = {"kanava": "", "operaatio": "", "avattu": now(), "viesti": ""}
    return Selvityspyynto.objects.create(hoks_id=1, **usual, **look, **more)


def twice(make, **more):
    make(**more)
    make(**more)


AREA = {"tyyppi": "osa_alue", "koodi_uri": "ammatillisenoppiaineet_a"}
LOCAL = {"tyyppi": "paikallinen", "koodi_uri": None, "koodi_versio": None}
BREAKS = {
    "hoksit_opiskeluoikeus_oid_unique": [lambda: twice(hoks)],
    "hankittavat_osat_koodi": [
        lambda: unit(koodi_uri="ammatillisenoppiaineet_a"),
        lambda: unit(koodi_uri=None),
        lambda: unit(koodi_versio=None),
        lambda: unit(**AREA | {"koodi_uri": "tutkinnonosat_1", "yhteinen_id": 1}),
        lambda: unit(**LOCAL | {"koodi_uri": "tutkinnonosat_1"}),
        lambda: unit(tyyppi="muu"),
    ],
    "hankittavat_osat_yhteinen": [
        lambda: unit(**AREA),
        lambda: unit(yhteinen_id=1),
    ],
    "hankittavat_osat_paikallisen_kentat": [
        lambda: unit(nimi="x"),
        lambda: unit(laajuus=1),
        lambda: unit(amosaa_tunniste="x"),
        lambda: unit(tavoitteet_ja_sisallot="x"),
    ],
    "hankittavat_osat_maara": [lambda: unit(opetus_ja_ohjaus_maara=-1)],
    "aiemmin_hankitut_osat_koodi": [lambda: unit(AiemminHankittuOsa, koodi_uri=None)],
    "aiemmin_hankitut_osat_yhteinen": [lambda: unit(AiemminHankittuOsa, yhteinen_id=1)],
    "aiemmin_hankitut_osat_paikallisen_kentat": [lambda: unit(AiemminHankittuOsa, nimi="x")],
    "aiemmin_hankitut_osat_prosessi": [lambda: unit(AiemminHankittuOsa, **LOCAL)],
    "osaamisen_hankkimistavat_paivat": [lambda: period(loppu=DAY - dt.timedelta(days=1))],
    "osaamisen_hankkimistavat_tyopaikka": [
        lambda: period(tyopaikan_nimi="x"),
        lambda: period(ohjaaja_sahkoposti="x"),
        lambda: period(tyopaikan_nimi="x", ohjaaja_nimi="y"),
        lambda: period(keskeiset_tyotehtavat=[]),
    ],
    "osaamisen_osoittamiset_osa": [
        demonstration,
        lambda: demonstration(hankittava_osa_id=1, aiemmin_hankittu_osa_id=1),
    ],
    "oppimisen_tuki_tukiopetuksen_tiedot": [
        lambda: support(tyyppi_koodi_uri=TUKIOPETUS),
        lambda: support(tyyppi_koodi_uri=TUKIOPETUS[:-1] + "2", alku=DAY),
        lambda: support(tyyppi_koodi_uri="muu"),
    ],
    "hankittavat_koulutuksen_osat_laajuus": [lambda: tuva_part(laajuus=-0.5)],
    "kuitit_avain": [lambda: twice(receipt)],
    "hoks_luonnokset_yksi": [lambda: twice(draft)],
    "muistutustilaukset_yksi": [lambda: twice(reminder)],
    "selvitystilaukset_yksi": [lambda: twice(notice)],
    "selvityspyynnot_katselu_unique": [lambda: twice(question)],
    "selvityspyynnot_vastattu_kokonaan": [
        lambda: question(vastattu=now()),
        lambda: question(vastaaja="a", vastaus="b"),
    ],
}
CASES = [(name, n) for name, breaks in BREAKS.items() for n in range(len(breaks))]


@pytest.mark.parametrize(("name", "number"), CASES)
def test_a_row_against_the_law_is_refused(name, number):
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        BREAKS[name][number]()
    cause = error.value.__cause__
    assert isinstance(cause, psycopg.Error)
    assert cause.diag.constraint_name == name


def test_every_named_constraint_is_tried():
    rooms = [apps.get_app_config(app) for app in ("hoks", "rest", "oppijaindex", "audit")]
    ours = [model for room in rooms for model in room.get_models()]
    named = {c.name for m in ours for c in m._meta.constraints}
    assert named == set(BREAKS)


def test_identifiers_are_unique():
    one, other = hoks(), hoks(PEKKA)
    with pytest.raises(IntegrityError), transaction.atomic():
        Hoks.objects.filter(id=other.id).update(eid=one.eid)
    osa = unit(hoks=one)
    with pytest.raises(IntegrityError), transaction.atomic():
        unit(hoks=one, module_id=osa.module_id)


def test_parts_go_with_their_plan():
    tapa = period()
    Hoks.objects.filter(id=tapa.hoks_id).delete()
    assert not OsaamisenHankkimistapa.objects.exists()
    assert not HankittavaOsa.objects.exists()


def check_now():
    """Do what a commit would do first."""
    with transaction.atomic():
        connection.check_constraints()


def test_a_part_needs_its_plan():
    osa = unit()
    HankittavaOsa.objects.filter(id=osa.id).update(hoks_id=999_999)
    with pytest.raises(IntegrityError):
        check_now()
    HankittavaOsa.objects.all().delete()


def test_a_study_right_in_the_index_needs_its_learner():
    assert not Oppija.objects.exists()
    stray = Opiskeluoikeus(oid="1", oppija_id="x", tyyppi="y", updated_at=now())
    stray.save(force_insert=True)
    with pytest.raises(IntegrityError):
        check_now()
    stray.delete()


@pytest.mark.parametrize("operation", ["UPDATE audit_tapahtumat SET koodi = 'x'", "DELETE FROM audit_tapahtumat"])  # fmt: skip
def test_the_audit_log_only_grows(operation):
    with (
        pytest.raises((InternalError, ProgrammingError), match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(operation)
