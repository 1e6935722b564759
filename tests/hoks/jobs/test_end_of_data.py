"""When time is up: contact data go from every version, plans go whole, and each goes once."""

import dataclasses
import datetime as dt

import orjson
import pytest
from django.apps import apps
from django.db import connection

from ehoks.audit.log import Tekija
from ehoks.audit.models import AuditTapahtuma
from ehoks.auth.privileges import OPH_ROOT, Kayttaja, Rooli
from ehoks.integrations import koski
from ehoks.integrations.errors import KoskiUnavailable
from ehoks.oppijaindex.models import Opiskeluoikeus, Oppija
from hoks import jobs
from hoks.errors import HoksNotFound, NoAccess
from hoks.models import (
    Hoks,
    HoksVersio,
    HoksVipunen,
    OsaamisenHankkimistapa,
    PoistettuHoks,
    PoistonSyy,
)
from hoks.services.poisto import Poisto, purge_hoks
from hoks.services.store import Asiakas
from tests.hoks import plans
from tests.hoks.plans import AMMAT, LEMPI, TAVAT, jakso, osa, plan, refused
from tests.hoks.stored import rows_are_the_document
from tests.hoks.threads import together

pytestmark = pytest.mark.django_db

TODAY = dt.date(2025, 9, 1)  # three months after the end of `jakso`
CONTACTS = {"sahkoposti": "onni.ohjaaja@pullapaja.example", "puhelinnumero": "+358 40 1234567"}
STUDENT = {"sahkoposti": "lempi@koti.example", "puhelinnumero": "+358 50 7654321"}


@pytest.fixture
def on(monkeypatch):
    """Move the calendar."""
    return lambda day: monkeypatch.setattr("ehoks.common.dates.today", lambda: day)


def period(tunniste, **more):
    found = jakso(tunniste, **more)
    found["tyopaikalla-jarjestettava-koulutus"]["vastuullinen-tyopaikka-ohjaaja"] |= CONTACTS
    return found


def with_periods(*periods, **root):
    return plan(**root) | {AMMAT: [osa() | {TAVAT: list(periods)}]}


def touched(hoks_id, day):
    moment = dt.datetime.combine(day, dt.time(12), dt.UTC)
    assert Hoks.objects.filter(pk=hoks_id).update(updated_at=moment) == 1
    return moment


def versions(hoks_id):
    rows = HoksVersio.objects.filter(hoks_id=hoks_id).order_by("id")
    return [orjson.loads(row.sisalto) for row in rows]


def told(value):
    """How often contact data stand anywhere in a document."""
    text = orjson.dumps(value).decode()
    return sum(text.count(word) for word in (*CONTACTS.values(), *STUDENT.values()))


def ended(monkeypatch, day):
    """Koski says that studies ended on that day; of None, that there never were any."""
    ask = koski.get_opiskeluoikeus

    def answer(oid):
        return day and dataclasses.replace(ask(oid), paattymispaiva=day.isoformat())

    monkeypatch.setattr(koski, "get_opiskeluoikeus", answer)
    changes = {"paattymispaiva": day} if day else {"koski404": True}
    Opiskeluoikeus.objects.update(**changes)


# --- Contact data ----------------------------------------------------------------------------------


def test_contacts_of_periods_that_are_over_go_from_every_version(sis, on):
    later = period("b", alku="2025-08-01", loppu="2026-05-30")
    hoks_id = sis.create(with_periods(period("a"), later))
    sis.put(hoks_id, with_periods(period("a"), later, versio=2))
    etag, moment = sis.get(hoks_id)["ETag"], Hoks.objects.get().updated_at
    on(TODAY - dt.timedelta(days=2))
    assert jobs.remove_instructors_contacts.run().huomiot == {}, "the day has not come"
    on(TODAY)
    assert jobs.remove_instructors_contacts.run().huomiot == {"poistettu": 1}
    documents = versions(hoks_id)
    assert [told(document) for document in documents] == [2, 2]
    assert "Ohjaaja, Onni" in str(documents[0][AMMAT][0][TAVAT][0])
    rows_are_the_document(hoks_id)
    assert OsaamisenHankkimistapa.objects.get(yksiloiva_tunniste="a").ohjaaja_sahkoposti is None
    answer = sis.get(hoks_id)
    assert answer["ETag"] != etag
    assert answer.json()["data"] == documents[-1]
    assert Hoks.objects.get().updated_at == moment
    assert HoksVipunen.objects.get().etag == answer["ETag"].strip('"')
    (mark,) = AuditTapahtuma.objects.filter(operaatio="remove-contacts")
    assert (mark.hoks_id, mark.kayttaja, mark.kanava) == (hoks_id, "ehoks", "tyo")
    assert jobs.remove_instructors_contacts.run().tehty == 0, "once is enough"


def test_the_same_body_sent_again_does_not_bring_them_back(sis, on):
    sent = with_periods(period("a"))
    hoks_id = sis.create(sent)
    on(TODAY)
    jobs.remove_instructors_contacts.run()
    assert sis.put(hoks_id, sent).status_code == 204
    assert [told(document) for document in versions(hoks_id)] == [0]


def test_what_only_older_versions_tell_goes_when_the_plan_has_rested(sis, on):
    hoks_id = sis.create(with_periods(period("a", loppu="2027-05-30"), **STUDENT))
    sis.put(hoks_id, plan())
    moment = touched(hoks_id, dt.date(2025, 6, 1))
    on(dt.date(2025, 9, 1))
    assert jobs.remove_instructors_contacts.run().tehty == 0
    on(dt.date(2025, 9, 2))
    assert jobs.remove_instructors_contacts.run().huomiot == {"poistettu": 1}
    assert [told(document) for document in versions(hoks_id)] == [0, 0]
    assert Hoks.objects.get().updated_at == moment
    assert jobs.remove_instructors_contacts.run().tehty == 0


@pytest.mark.parametrize(
    ("end", "last_change", "goes"),
    [
        (dt.date(2025, 5, 31), dt.date(2025, 5, 31), True),
        (None, dt.date(2025, 5, 31), True),  # Koski does not know it any more
        (dt.date(2025, 6, 1), dt.date(2025, 5, 31), False),
        (dt.date(2025, 5, 31), dt.date(2025, 6, 2), False),
    ],
)
def test_a_students_contacts_go_after_the_studies(sis, on, monkeypatch, end, last_change, goes):
    hoks_id = sis.create(with_periods(period("a"), **STUDENT))
    sis.patch(hoks_id, {"versio": 2})
    plans.archive(hoks_id)
    ended(monkeypatch, end)
    moment = touched(hoks_id, last_change)
    on(TODAY)
    assert jobs.remove_students_contacts.run().huomiot == ({"poistettu": 1} if goes else {})
    left = [{key for key in STUDENT if key in document} for document in versions(hoks_id)]
    assert left == ([set(), set()] if goes else [STUDENT.keys(), STUDENT.keys()])
    rows_are_the_document(hoks_id)
    assert Hoks.objects.get().updated_at == moment


# --- Plans -----------------------------------------------------------------------------------------


def everything_but_logs():
    """All that our tables hold, as one text."""
    logs = ("audit_tapahtumat", "tiedonsiirrot")
    ours = [
        m for app in ("hoks", "oppijaindex", "rest") for m in apps.get_app_config(app).get_models()
    ]
    text = ""
    with connection.cursor() as cursor:
        for table in {m._meta.db_table for m in ours} - set(logs):
            cursor.execute(f"SELECT row_to_json(t)::text FROM {table} t")
            text += "".join(row for (row,) in cursor.fetchall())
    return text


def test_five_years_after_the_studies_nothing_is_left_but_a_tombstone(sis, on, monkeypatch):
    hoks_id = sis.create(plans.full_plan())
    other = sis.create(plan(plans.PEKKA))
    sis.patch(hoks_id, {"versio": 9})
    Opiskeluoikeus.objects.filter(pk=LEMPI.oikeus).update(paattymispaiva=dt.date(2025, 8, 31))
    ask = koski.get_opiskeluoikeus
    end = {"day": "2030-01-01"}
    monkeypatch.setattr(
        koski,
        "get_opiskeluoikeus",
        lambda oid: dataclasses.replace(ask(oid), paattymispaiva=end["day"]),
    )
    on(dt.date(2030, 9, 1))
    assert jobs.purge_old.run().huomiot == {}, "Koski knows better than the index"
    end["day"] = "2025-08-31"
    Opiskeluoikeus.objects.filter(pk=LEMPI.oikeus).update(paattymispaiva=dt.date(2025, 8, 31))
    assert jobs.purge_old.run().huomiot == {"poistettu": 1}
    grave = PoistettuHoks.objects.get()
    assert (grave.pk, grave.syy, grave.poistaja) == (hoks_id, PoistonSyy.SAILYTYSAIKA, "ehoks")
    left = everything_but_logs()
    assert LEMPI.oppija not in left
    assert LEMPI.oikeus not in left
    assert not Oppija.objects.filter(pk=LEMPI.oppija).exists()
    assert list(Hoks.objects.values_list("pk", flat=True)) == [other]
    assert refused(sis.get(hoks_id), 404, "hoks-purged")["syy"] == "sailytysaika-paattyi"
    assert jobs.purge_old.run().tehty == 0


def test_a_silent_koski_takes_nothing_away(sis, on, monkeypatch):
    for owner in (LEMPI, plans.PEKKA, plans.MINTTU):
        sis.create(plan(owner))
    Opiskeluoikeus.objects.update(paattymispaiva=dt.date(2020, 1, 1))
    tried = []

    def silent(oid):
        tried.append(oid)
        raise KoskiUnavailable("no answer")

    monkeypatch.setattr(koski, "get_opiskeluoikeus", silent)
    assert jobs.purge_old.run().huomiot == {"ohitettu": 3}
    assert len(tried) == 3
    monkeypatch.setattr("ehoks.tyot.karsivallisyys.IN_A_ROW", 2)
    with pytest.raises(KoskiUnavailable):
        jobs.purge_old.run()
    assert len(tried) == 5, "a dead service is not asked about every plan"
    assert Hoks.objects.count() == 3


# --- By hand ---------------------------------------------------------------------------------------


def asiakas(*roolit):
    who = Kayttaja("1.2.246.562.24.10000000304", "louhi", "VIRKAILIJA", roolit)
    return Asiakas(who, Tekija("virkailija", who.oid, who.username))


LOUHI = asiakas(Rooli("OPHPAAKAYTTAJA", OPH_ROOT))
WHY = Poisto(PoistonSyy.VAARA, "Väärä opiskelija")


def test_a_person_of_oph_deletes_a_plan_and_its_school_learns_of_it(sis, other_sis):
    hoks_id = sis.create(plans.full_plan())
    plans.archive(hoks_id)
    for nobody in (asiakas(Rooli("CRUD", OPH_ROOT)), asiakas(Rooli("OPHPAAKAYTTAJA", "1.2.3"))):
        with pytest.raises(NoAccess):
            purge_hoks(hoks_id=hoks_id, by=nobody, poisto=WHY)
    grave = purge_hoks(hoks_id=hoks_id, by=LOUHI, poisto=WHY)
    assert (grave.poistaja, grave.opiskeluoikeus_oid) == ("louhi", LEMPI.oikeus)
    by_right = f"/hoks/opiskeluoikeus/{LEMPI.oikeus}"
    for answer in (sis.get(hoks_id), sis.put(hoks_id, plan()), sis.call("GET", by_right)):
        body = refused(answer, 404, "hoks-purged")
        assert (body["tila"], body["hoks-id"]) == ("poistettu", hoks_id)
        assert "louhi" not in str(body)
        assert WHY.selite not in str(body)
    for answer in (other_sis.get(hoks_id), other_sis.call("GET", by_right)):
        body = refused(answer, 404, "hoks-not-found")
        assert "tila" not in body
    new_id = sis.create(plan())
    assert new_id != hoks_id
    assert sis.call("GET", by_right).json()["data"]["id"] == new_id
    with pytest.raises(HoksNotFound):
        purge_hoks(hoks_id=hoks_id, by=LOUHI, poisto=WHY)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_delete_it_once(sis):
    hoks_id = sis.create(plans.full_plan())

    def delete(_):
        try:
            return purge_hoks(hoks_id=hoks_id, by=LOUHI, poisto=WHY).pk
        except HoksNotFound:
            return None

    assert sorted(together(3, delete), key=str) == [hoks_id, None, None]
    assert PoistettuHoks.objects.count() == 1
    assert AuditTapahtuma.objects.filter(operaatio="purge").count() == 1


@pytest.mark.django_db(transaction=True)
def test_deleting_and_storing_another_plan_of_the_learner_at_once(sis):
    """The learner's name in the index belongs to both: it must be there for the one that stays."""
    second = plans.Owner(LEMPI.oppija, LEMPI.oikeus)
    hoks_id = sis.create(plan())

    def act(n):
        if n == 0:
            return purge_hoks(hoks_id=hoks_id, by=LOUHI, poisto=WHY).pk
        answer = sis.post(plan(second))
        return answer.status_code

    gone, status = together(2, act)
    assert gone == hoks_id
    assert status in (200, 400), "stored, or refused because the first was still there"
    assert Hoks.objects.count() == (status == 200)
    assert Oppija.objects.filter(pk=LEMPI.oppija).exists() == (status == 200)
