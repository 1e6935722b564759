"""Who may share what with whom and for how long, and what ends it."""

import datetime as dt

import pytest
from django.db import transaction

from ehoks.audit.models import AuditTapahtuma
from ehoks.common.dates import today
from ehoks.oppijaindex.models import Opiskeluoikeus
from hoks.models import Hoks
from sharing import errors, linkki
from sharing.models import Jako, Suostumus, Syy
from sharing.services import jakaminen, luettelo, siivous
from sharing.services.jakaminen import create_jako
from sharing.voimassaolo import Aika, Tila
from tests.hoks.plans import AMMAT, TAVAT, archive
from tests.sharing.conftest import ALKU, LOPPU, aino_plan, module, show, stored, wanted, work
from tests.sharing.mails import waiting

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def refusal(hoks, jakaja, **more):
    faults = jakaminen.find_faults(stored(hoks), wanted(hoks, **more), jakaja)
    return [type(fault) for fault in faults]


def tila(hoks, jako):
    found = luettelo.find_jako(stored(hoks), jako.pk)
    assert found
    return found.tila


# --- Making ------------------------------------------------------------------------------------------


def test_a_share_of_the_school_rests_on_the_instructors_task(hoks, koulu, jako):
    assert (jako.peruste, jako.rooli, jako.luoja) == ("tyopaikkaohjaaja", "ohjaaja", "virkailija")
    assert not Suostumus.objects.exists()
    (row,) = AuditTapahtuma.objects.filter(operaatio="share")
    assert (row.hoks_id, row.haku) == (hoks.pk, f"jako {jako.pk}")
    assert tila(hoks, jako) is Tila.VOIMASSA


def test_token_is_nowhere_in_the_database(jako):
    token = linkki.token_of(jako.siemen)
    assert len(token) == 43
    (row,) = Jako.objects.values()
    assert token not in str(row)
    assert token not in str(waiting())
    assert row["token_tiiviste"] == linkki.digest_of(token)


def test_the_seed_alone_makes_no_token(jako, settings):
    before = linkki.token_of(jako.siemen)
    settings.SECRET_KEY = "another"
    assert linkki.token_of(jako.siemen) != before


def test_mail_waits_only_if_the_share_was_made(hoks, koulu):
    with transaction.atomic():
        create_jako(stored=stored(hoks), pyynto=wanted(hoks), jakaja=koulu)
        assert len(waiting()) == 1
        transaction.set_rollback(True)
    assert waiting() == []


def test_the_school_shares_only_with_those_named_in_the_part(hoks, koulu, oppija):
    stranger = {"nimi": "Tuntematon, Tatu", "rooli": "muu"}
    assert refusal(hoks, koulu, **stranger) == [errors.NotNamed]
    assert refusal(hoks, koulu, nimi="Mestari, Manu", rooli="arvioija") == [errors.NotNamed]
    assert refusal(hoks, koulu, nimi="Toinen, Tuure") == [errors.NotNamed]  # of another part
    assert refusal(hoks, koulu, nimi=" ohjaaja,  ONNI ") == []
    naytto = {"module_id": module(hoks, "osaamisenosoittaminen")}
    assert refusal(hoks, koulu, nimi="Mestari, Manu", rooli="arvioija", **naytto) == []
    assert refusal(hoks, oppija, **stranger) == [errors.NoConsent]
    assert refusal(hoks, oppija, **stranger, suostumus="Suostun.") == []


def test_a_consent_is_a_record_of_its_own(hoks, oppija):
    asked = wanted(hoks, nimi="Täti, Tilda", rooli="muu", suostumus="Suostun tähän.")
    jako = create_jako(stored=stored(hoks), pyynto=asked, jakaja=oppija)
    consent = Suostumus.objects.get(jako=jako)
    assert (consent.teksti, consent.oppija_oid) == ("Suostun tähän.", hoks.oppija_oid)
    jakaminen.revoke_jako(stored=stored(hoks), jako=jako, jakaja=oppija)
    consent.refresh_from_db()
    assert consent.peruttu
    assert Jako.objects.get(pk=jako.pk).paattymisen_syy == Syy.SUOSTUMUS


@pytest.mark.parametrize(
    ("aika", "error"),
    [
        (lambda: (ALKU, today() - DAY), [errors.EndsInPast]),
        (lambda: (LOPPU, LOPPU - DAY), [errors.EndsBeforeStart]),
        (lambda: (today(), LOPPU + 31 * DAY), [errors.EndsTooLate]),
        (lambda: (today(), LOPPU + 30 * DAY), []),
        (lambda: (ALKU, today()), []),
    ],
)
def test_limits_of_time(hoks, koulu, aika, error):
    """Today is asked when the test runs: tests are collected before, and midnight may be between."""
    assert refusal(hoks, koulu, aika=Aika(*aika())) == error


def test_a_consent_may_last_a_year(hoks, oppija):
    free = {"nimi": "Täti, Tilda", "rooli": "muu", "suostumus": "Suostun."}
    year = Aika(today(), today() + 365 * DAY)
    assert refusal(hoks, oppija, aika=year, **free) == []
    assert refusal(hoks, oppija, aika=year._replace(loppu=year.loppu + DAY), **free) == [
        errors.EndsTooLate
    ]


@pytest.mark.parametrize(
    "address", ["x", "a@b", "a@b.fi, c@d.fi", "ä@example.org", "a@b.fi\nBcc:x"]
)
def test_address_must_be_one(hoks, koulu, address):
    assert refusal(hoks, koulu, sahkoposti=address) == [errors.BadAddress]


def test_name_and_part_must_be_there(hoks, koulu):
    assert errors.NoName in refusal(hoks, koulu, nimi=" ")
    assert errors.NoName in refusal(hoks, koulu, nimi="x" * 201)
    for unknown in ("", "x", "00000000-0000-0000-0000-000000000000", "\x00"):
        assert refusal(hoks, koulu, module_id=unknown) == [errors.NoSuchPart]


def test_when_the_studies_have_ended_only_the_student_shares(hoks, koulu, oppija, jako):
    Opiskeluoikeus.objects.filter(pk=hoks.opiskeluoikeus_oid).update(paattymispaiva=today() - DAY)
    assert refusal(hoks, koulu) == [errors.StudiesEnded]
    assert refusal(hoks, oppija) == []
    assert tila(hoks, jako) is Tila.VANHENTUNUT


# --- Changing and ending -----------------------------------------------------------------------------


def test_revoking_twice_is_revoking_once(hoks, koulu, jako):
    for _ in range(2):
        jakaminen.revoke_jako(stored=stored(hoks), jako=jako, jakaja=koulu)
    assert tila(hoks, jako) is Tila.PERUTTU
    assert AuditTapahtuma.objects.filter(operaatio="revoke-share").count() == 1
    with pytest.raises(errors.JakoIsOver):
        jakaminen.extend_jako(stored=stored(hoks), jako=jako, loppu=LOPPU, jakaja=koulu)
    with pytest.raises(errors.JakoIsOver):
        jakaminen.resend_jako(stored=stored(hoks), jako=jako, sahkoposti="", jakaja=koulu)


def test_the_student_sees_the_schools_share_but_does_not_end_it(hoks, oppija, jako):
    assert [rivi.jako.pk for rivi in luettelo.list_jaot(stored(hoks))] == [jako.pk]
    with pytest.raises(errors.NotYoursToRevoke):
        jakaminen.revoke_jako(stored=stored(hoks), jako=jako, jakaja=oppija)


def test_the_last_day_moves_within_the_limits(hoks, koulu, jako):
    jakaminen.extend_jako(stored=stored(hoks), jako=jako, loppu=LOPPU + 30 * DAY, jakaja=koulu)
    with pytest.raises(errors.EndsTooLate):
        jakaminen.extend_jako(stored=stored(hoks), jako=jako, loppu=LOPPU + 31 * DAY, jakaja=koulu)
    jako.refresh_from_db()
    assert jako.voimassa_loppu == LOPPU + 30 * DAY


def test_sent_again_the_link_is_the_same_but_to_another_address_it_is_new(hoks, koulu, jako):
    first = linkki.token_of(jako.siemen)
    jakaminen.resend_jako(stored=stored(hoks), jako=jako, sahkoposti="", jakaja=koulu)
    jako.refresh_from_db()
    assert linkki.token_of(jako.siemen) == first
    jakaminen.resend_jako(stored=stored(hoks), jako=jako, sahkoposti="o@example.org", jakaja=koulu)
    jako.refresh_from_db()
    assert linkki.token_of(jako.siemen) != first
    assert jako.token_tiiviste == linkki.digest_of(linkki.token_of(jako.siemen))
    assert [args["lahetys"] for args in waiting()] == [1, 2, 3]


def test_withdrawn_consents_end_the_shares_that_rest_on_them_alone(hoks, oppija, jako):
    asked = wanted(hoks, nimi="Täti, Tilda", rooli="muu", suostumus="Suostun.")
    free = create_jako(stored=stored(hoks), pyynto=asked, jakaja=oppija)
    assert jakaminen.withdraw_suostumukset(stored=stored(hoks), jakaja=oppija) == 1
    assert tila(hoks, free) is Tila.PERUTTU
    assert tila(hoks, jako) is Tila.VOIMASSA


# --- The plan lives on -------------------------------------------------------------------------------


def test_a_replacement_that_keeps_the_part_keeps_the_share(sis, hoks, jako):
    body = aino_plan(naytot=[show()])
    body[AMMAT][0][TAVAT][0]["loppu"] = (LOPPU + 3 * DAY).isoformat()
    assert sis.put(hoks.pk, body).status_code == 204
    assert tila(hoks, jako) is Tila.VOIMASSA
    assert siivous.end_without_part() == 0


def test_a_part_that_is_removed_ends_its_shares_and_says_so(sis, hoks, jako):
    assert sis.put(hoks.pk, aino_plan(work("jakso-2", ALKU - DAY))).status_code == 204
    assert tila(hoks, jako) is Tila.OSA_POISTETTU
    assert siivous.end_without_part() == 1
    assert Jako.objects.get(pk=jako.pk).paattymisen_syy == Syy.OSA_POISTETTU
    assert siivous.end_without_part() == 0
    assert sis.put(hoks.pk, aino_plan(naytot=[show()])).status_code == 204
    assert tila(hoks, jako) is Tila.OSA_POISTETTU  # what came back is another part


def test_archived_and_restored(hoks, jako):
    archive(hoks.pk)
    assert tila(hoks, jako) is Tila.PASSIVOITU
    Hoks.objects.filter(pk=hoks.pk).update(deleted_at=None)
    assert tila(hoks, jako) is Tila.VOIMASSA


def test_nothing_outlives_the_plan(hoks, oppija):
    asked = wanted(hoks, nimi="Täti, Tilda", rooli="muu", suostumus="Suostun.")
    create_jako(stored=stored(hoks), pyynto=asked, jakaja=oppija)
    hoks.delete()
    assert (Jako.objects.count(), Suostumus.objects.count()) == (0, 0)


def test_contact_data_go_three_months_after_the_end(hoks, jako):
    Jako.objects.update(voimassa_alku=ALKU - 200 * DAY, voimassa_loppu=today() - 90 * DAY)
    assert siivous.forget_contacts() == 0
    Jako.objects.update(voimassa_alku=ALKU - 200 * DAY, voimassa_loppu=today() - 94 * DAY)
    assert siivous.forget_contacts() == 1
    jako.refresh_from_db()
    assert (jako.vastaanottaja_sahkoposti, jako.viesti) == ("", "")
    assert jako.vastaanottaja_nimi == "Ohjaaja, Onni"
    assert siivous.forget_contacts() == 0
