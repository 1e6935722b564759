"""The pages of who shares: both sides make shares, see each other's, and end their own."""

import datetime as dt
import re

import pytest

from ehoks.audit.models import AuditTapahtuma
from ehoks.common.dates import today
from ehoks.ui.templatetags.muotoilu import paiva
from hoks.models import Hoks
from sharing.models import Jako, Suostumus
from sharing.services.jakaminen import create_jako
from tests.hoks.plans import AMMAT, LEMPI, plan
from tests.hoks.ui.test_lista import SCHOOL
from tests.sharing.conftest import (
    LOPPU,
    aino_plan,
    link,
    module,
    show,
    stored,
    tunnus,
    wanted,
    work,
)
from tests.sharing.mails import waiting
from tests.staff import identify, log_in

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def rooms(hoks):
    """Each side's browser and the address of its shares."""
    return {
        "virkailija": (log_in("vaino"), f"/virkailija/hoks/{hoks.eid}/jaot/"),
        "oppija": (identify("aino"), f"/oppija/hoks/{tunnus(hoks)}/jaot/"),
    }


def form(**more):
    base = {
        "kenelle": "0", "sahkoposti": "onni@example.org", "kieli": "fi",
        "alku": paiva(today()), "loppu": paiva(LOPPU),
    }  # fmt: skip
    return base | more


@pytest.mark.parametrize("door", ["virkailija", "oppija"])
def test_share_see_and_revoke(hoks, door):
    both = rooms(hoks)
    client, base = both.pop(door)
    ((other, others_base),) = both.values()
    new = f"{base}uusi/?moduuli={module(hoks)}"
    page = client.get(new).content.decode()
    assert "Ohjaaja, Onni" in page
    assert paiva(LOPPU) in page
    made = client.post(new, form())
    assert made.status_code == 302
    (jako,) = Jako.objects.all()
    assert len(waiting()) == 1
    one = made.headers["Location"]
    assert one == f"{base}{jako.pk}/"
    assert link(jako) in client.get(one).content.decode()
    assert link(jako) not in client.get(one).content.decode()  # shown once
    assert other.get(others_base).content.decode().count('data-testid="jako-rivi"') == 1
    ohjaaja = identify("ohjaaja")
    ohjaaja.post(link(jako))
    ohjaaja.get(f"/jako/tiedot/{jako.pk}/")
    for who, address in ((client, one), (other, f"{others_base}{jako.pk}/")):
        assert "Onni Ohjaaja" in who.get(address).content.decode()
    assert "Perutaanko" in client.get(f"{one}peru/").content.decode()
    assert client.post(f"{one}peru/").status_code == 302
    assert 'data-tila="peruttu"' in client.get(base).content.decode()
    assert ohjaaja.get(f"/jako/tiedot/{jako.pk}/").status_code == 410


def test_faults_stand_beside_their_fields(hoks):
    client, base = rooms(hoks)["oppija"]
    new = f"{base}uusi/?moduuli={module(hoks)}"
    faulty = form(kenelle="muu", sahkoposti="x", loppu="huomenna", viesti="säilyy")
    answer = client.post(new, faulty)
    assert answer.status_code == 400
    html = answer.content.decode()
    for field in ("nimi", "sahkoposti", "loppu", "suostumus"):
        assert f'id="{field}-virhe"' in html
    assert "säilyy" in html
    assert Jako.objects.count() == 0


def test_consent_of_the_student_and_its_withdrawal(hoks):
    client, base = rooms(hoks)["oppija"]
    new = f"{base}uusi/?moduuli={module(hoks)}"
    answer = client.post(new, form(kenelle="muu", nimi="Täti, Tilda", suostumus="1"))
    assert answer.status_code == 302
    assert "Suostun siihen" in Suostumus.objects.get().teksti
    assert "Peru kaikki suostumukset" in client.get(base).content.decode()
    assert client.post(f"{base}suostumukset/").status_code == 302
    assert Suostumus.objects.get().peruttu
    assert "Peru kaikki suostumukset" not in client.get(base).content.decode()


def test_staff_cannot_share_with_whom_they_like(hoks):
    client, base = rooms(hoks)["virkailija"]
    new = f"{base}uusi/?moduuli={module(hoks)}"
    for kenelle in ("muu", "", "1", "99999", "x"):
        answer = client.post(new, form(kenelle=kenelle, nimi="Täti, Tilda", suostumus="1"))
        assert answer.status_code == 400
    assert client.post(f"{base}suostumukset/").status_code == 403
    assert Jako.objects.count() == 0


def test_extending_and_sending_again(hoks, jako):
    client, base = rooms(hoks)["virkailija"]
    one = f"{base}{jako.pk}/"
    later = LOPPU + 20 * DAY
    assert client.post(one, {"toimi": "jatka", "loppu": paiva(later)}).status_code == 302
    assert Jako.objects.get().voimassa_loppu == later
    for bad in ("", "huomenna", paiva(LOPPU + 40 * DAY), paiva(today() - DAY)):
        assert client.post(one, {"toimi": "jatka", "loppu": bad}).status_code == 400
    assert client.post(one, {"toimi": "laheta", "sahkoposti": "x"}).status_code == 400
    assert client.post(one, {"toimi": "laheta", "sahkoposti": "o@example.org"}).status_code == 302
    assert len(waiting()) == 2


def test_the_student_cannot_end_what_the_school_shared(hoks, jako):
    client, base = rooms(hoks)["oppija"]
    one = f"{base}{jako.pk}/"
    assert "Peru jako" not in client.get(one).content.decode()
    assert client.post(f"{one}peru/").status_code == 403
    assert client.post(one, {"toimi": "laheta", "sahkoposti": "o@example.org"}).status_code == 400
    assert Jako.objects.get().paatetty is None


def test_others_find_nothing(hoks, jako):
    staff = f"/virkailija/hoks/{hoks.eid}/jaot/"
    student = f"/oppija/hoks/{tunnus(hoks)}/jaot/"
    below = ("", "uusi/", f"{jako.pk}/", f"{jako.pk}/peru/")
    for client, base in ((log_in("ilmari"), staff), (identify("ohjaaja"), student)):
        for path in below:
            assert client.get(base + path).status_code == 404
            assert client.post(base + path).status_code == (404 if path else 405)
    assert identify("aino").get(f"/oppija/hoks/{hoks.eid}/jaot/").status_code == 404
    assert Jako.objects.get().paatetty is None


def test_a_share_of_another_plan_is_not_found_here(sis, hoks, jako):
    sis.create(plan())
    other = Hoks.objects.exclude(pk=hoks.pk).get()
    assert log_in("vaino").get(f"/virkailija/hoks/{other.eid}/jaot/{jako.pk}/").status_code == 404


def test_a_part_of_another_plan_is_not_shared_here(sis, hoks):
    other = Hoks.objects.get(pk=sis.create(plan(LEMPI) | {AMMAT: aino_plan()[AMMAT]}))
    for client, base in rooms(hoks).values():
        address = f"{base}uusi/?moduuli={module(other)}"
        assert client.get(address).status_code == 404
        assert client.post(address, form()).status_code == 404
    assert Jako.objects.count() == 0


def test_what_can_be_shared_is_offered_part_by_part(hoks):
    client, base = rooms(hoks)["virkailija"]
    html = client.get(f"{base}uusi/").content.decode().rpartition('data-testid="ajankohtaiset"')[2]
    html = html.partition("</section>")[2]
    assert len(re.findall(r"uusi/\?moduuli=", html)) == 5
    assert client.get(f"{base}uusi/?moduuli=x").status_code == 404


def test_what_goes_on_is_offered_first_and_the_student_is_reminded_until_it_is_shared(
    sis, hoks, koulu
):
    later = aino_plan(work(), work("myohempi", LOPPU + 40 * DAY, LOPPU + 60 * DAY), naytot=[show()])
    assert sis.put(hoks.pk, later).status_code == 204
    address = f"/oppija/hoks/{tunnus(hoks)}/jaot/uusi/?moduuli="
    aino, now = identify("aino"), [module(hoks), module(hoks, "osaamisenosoittaminen")]

    def offered(page, mark):
        html = client_of[page].get(page).content.decode()
        part = html.partition(f'data-testid="{mark}"')[2].partition("</ul>")[0]
        return re.findall(r"moduuli=([0-9a-f-]+)", part), html

    staff = f"/virkailija/hoks/{hoks.eid}/jaot/uusi/"
    client_of = {"/oppija/": aino, address.partition("?")[0]: aino, staff: log_in("vaino")}
    assert set(now) < set(offered("/oppija/", "jaettavaa")[0])
    for page in (address.partition("?")[0], staff):
        found, html = offered(page, "ajankohtaiset")
        assert found[-1] == now[1]  # what begins last
        assert now[0] in found
        assert module(hoks, n=1) not in found  # begins too late
        assert ">jaettu<" not in html
    create_jako(stored=stored(hoks), pyynto=wanted(hoks), jakaja=koulu)
    left, _ = offered("/oppija/", "jaettavaa")
    assert now[0] not in left
    assert now[1] in left
    for page in (address.partition("?")[0], staff):
        assert ">jaettu<" in offered(page, "ajankohtaiset")[1]


def test_own_shares_of_all_plans(hoks, jako):
    html = identify("aino").get("/oppija/jaot/").content.decode()
    assert html.count('data-testid="jako-rivi"') == 1
    assert AuditTapahtuma.objects.filter(operaatio="list-shares", kanava="oppija").count() == 1


def test_protected_students_places_are_not_in_the_preview_or_the_share(hoks, jako, monkeypatch):
    monkeypatch.setattr("hoks.access.is_protected", lambda _: True)
    client, base = rooms(hoks)["virkailija"]
    page = client.get(f"{base}uusi/?moduuli={module(hoks)}").content.decode()
    preview = page[page.index('id="esikatselu"') : page.index("hoks-kysymys")]
    ohjaaja = identify("ohjaaja")
    ohjaaja.post(link(jako))
    shared = ohjaaja.get(f"/jako/tiedot/{jako.pk}/").content.decode()
    listed = ohjaaja.get("/jako/").content.decode()
    for html in (preview, shared, listed):
        assert "Pullapaja" not in html
        assert "ammattiopisto" not in html
    assert "taikinan valmistus" in shared


def test_a_protected_students_demonstration_opens_with_the_names_of_assessors_alone(
    sis, hoks, koulu, monkeypatch
):
    arvioija = {"nimi": "Opettaja, Oili", "organisaatio": {"oppilaitos-oid": SCHOOL}}
    body = aino_plan(naytot=[show(**{"koulutuksen-jarjestaja-osaamisen-arvioijat": [arvioija]})])
    assert sis.put(hoks.pk, body).status_code == 204
    whom = {"nimi": "Mestari, Manu", "rooli": "arvioija"}
    whom |= {"module_id": module(hoks, "osaamisenosoittaminen")}
    jako = create_jako(stored=stored(hoks), pyynto=wanted(hoks, **whom), jakaja=koulu)
    monkeypatch.setattr("hoks.access.is_protected", lambda _: True)
    ohjaaja = identify("ohjaaja")
    ohjaaja.post(link(jako))
    for path in ("", "tulosta/"):
        html = ohjaaja.get(f"/jako/tiedot/{jako.pk}/{path}").content.decode()
        assert "Opettaja, Oili" in html
        assert "Mestari, Manu" in html
        for place in ("ammattiopisto", "Korvapuustikeskus", "Leipurimestarit"):
            assert place not in html
    assert ohjaaja.get(f"/jako/tiedot/{jako.pk}/jako.pdf").content.startswith(b"%PDF")
