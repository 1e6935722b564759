"""The link under attack: it tells nothing to strangers, not even by how much work they cause."""

import datetime as dt
import re

import pytest
import time_machine

from ehoks.audit.models import AuditTapahtuma
from ehoks.common.dates import now, today
from hoks.models import Hoks
from koodisto import lookup
from koodisto.koodistot import TUTKINNONOSAT
from koodisto.services import sync_koodistot
from sharing import linkki
from sharing.models import Avaus, Jako, Yritykset
from sharing.services import avaaminen, jakaminen
from sharing.services.jakaminen import create_jako
from tests.hoks.plans import AINO_AT_POHJOLA, AMMAT, NAYTOT, TAVAT, archive
from tests.sharing.conftest import (
    ALKU,
    LOPPU,
    OHJAAJA,
    SALAISUUDET,
    aino_plan,
    link,
    module,
    show,
    stored,
    tunnus,
    wanted,
    work,
)
from tests.sharing.mails import tekija
from tests.staff import browser, identify, log_in
from tests.statements import statements

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
UNKNOWN = f"/jako/{'A' * 43}/"


@pytest.fixture
def ohjaaja(db):
    """The instructor, identified."""
    return identify("ohjaaja")


def without_noise(answer):
    """A page without what differs each time: the number for support, the form's token."""
    html = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
    html = re.sub(r"/jako/[^\"?]*", "/jako/…", html)
    return re.sub(r"<code>[0-9a-f]{32}</code>|[0-9a-f]{8}-[0-9a-f-]{27}", "", html)


def opened(client, jako):
    answer = client.post(link(jako))
    assert answer.status_code == 302, answer.content.decode()
    assert answer.headers["Location"] == f"/jako/tiedot/{jako.pk}/"
    return client.get(answer.headers["Location"])


# --- Looking at the link ------------------------------------------------------------------------------


def test_a_look_at_the_link_opens_and_tells_nothing(jako, ohjaaja):
    for client in (browser(), ohjaaja):
        known, unknown = client.get(link(jako)), client.get(UNKNOWN)
        assert known.status_code == unknown.status_code == 200
        assert without_noise(known) == without_noise(unknown)
        assert known.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert client.head(link(jako)).status_code == 200
    assert "Aino" not in known.content.decode()
    assert not AuditTapahtuma.objects.filter(operaatio__in=("read", "bind-share")).exists()
    assert Jako.objects.get().sidottu_oid is None


def test_a_look_at_the_link_asks_the_database_nothing_about_it(jako):
    address = link(jako)
    assert statements(lambda: browser().get(address)) == []


def test_whoever_is_not_identified_is_sent_to_suomi_fi_and_back_to_the_link(jako):
    answer = browser().post(link(jako))
    assert answer.status_code == 302
    assert "/cas-oppija/login" in answer.headers["Location"]
    identify("ohjaaja", link(jako))  # asserts where it ends


def test_a_member_of_staff_is_nobody_here(jako):
    answer = log_in("vaino").post(link(jako))
    assert "/cas-oppija/login" in answer.headers["Location"]


# --- Opening ------------------------------------------------------------------------------------------


def test_it_shows_what_is_shared_and_leaves_its_mark(jako, ohjaaja):
    html = opened(ohjaaja, jako).content.decode()
    for told in ("Aino Marjatta Kalevatar", "Pullapaja Oy", "Ohjaaja, Onni", "taikinan valmistus"):
        assert told in html
    for hidden in (*SALAISUUDET, "Salainen osa", "Toinen, Tuure", "Korvapuustikeskus", "Mestari"):
        assert hidden not in html
    (avaus,) = Avaus.objects.all()
    assert (avaus.henkilo_oid, avaus.henkilo_nimi) == (OHJAAJA.oid, "Onni Ohjaaja")
    (row,) = AuditTapahtuma.objects.filter(operaatio="read", kanava="tyopaikka")
    assert (row.kayttaja, row.oppija_oid, row.tulos) == (
        "Onni Ohjaaja", jako.hoks.oppija_oid, "succeeded"
    )  # fmt: skip


def test_opening_takes_few_statements(sis, hoks, jako, ohjaaja):
    assert len(statements(lambda: ohjaaja.post(link(jako)))) <= 8
    address = f"/jako/tiedot/{jako.pk}/"
    assert len(statements(lambda: ohjaaja.get(address))) <= 8
    sis.put(hoks.pk, aino_plan(naytot=[show()]) | {"versio": 2})
    assert len(statements(lambda: ohjaaja.get(address))) <= 8


def test_it_tells_what_the_unit_requires_and_how_it_is_judged(jako, ohjaaja):
    sync_koodistot([TUTKINNONOSAT])
    lookup.forget()
    opened(ohjaaja, jako)
    address = f"/jako/tiedot/{jako.pk}/"
    shown, printed = (ohjaaja.get(address + way).content.decode() for way in ("", "tulosta/"))
    for html in (shown, printed):
        assert "Ammattitaitovaatimukset ja arviointikriteerit" in html
        assert "Opiskelija osaa" in html
        assert "Arvosana 5" in html
    assert '<details class="ds-details" open>' in re.sub(r"\s+>", ">", printed)
    assert len(statements(lambda: ohjaaja.get(address))) <= 8


def test_a_read_that_fails_leaves_no_opening(jako, ohjaaja, monkeypatch):
    opened(ohjaaja, jako)
    monkeypatch.setattr(avaaminen, "cut", lambda *_, **__: 1 / 0)
    assert ohjaaja.get(f"/jako/tiedot/{jako.pk}/").status_code == 500
    assert Avaus.objects.count() == 1


def test_only_the_first_to_open_it_may_open_it(jako, ohjaaja):
    opened(ohjaaja, jako)
    with pytest.raises(avaaminen.errors.JakoNotFound):
        bind(jako, "1.2.246.562.24.12312312319")
    assert bind(jako, OHJAAJA.oid).pk == jako.pk


def bind(jako, oid, token=None):
    henkilo = avaaminen.Henkilo(oid, "Joku Muu")
    token = token or link(jako).split("/")[2]
    return avaaminen.bind(token=token, henkilo=henkilo, tekija=tekija())


def test_of_two_who_open_at_once_one_is_bound(jako, monkeypatch):
    read = avaaminen._read

    def first_somebody_else(found):
        Jako.objects.filter(pk=jako.pk).update(sidottu_oid="1.2.3", sidottu_aika=now())
        return read(found)

    monkeypatch.setattr(avaaminen, "_read", first_somebody_else)
    with pytest.raises(avaaminen.errors.JakoNotFound):
        bind(jako, OHJAAJA.oid)
    assert Jako.objects.get().sidottu_oid == "1.2.3"


def test_the_student_does_not_take_the_link_from_the_instructor(jako, ohjaaja):
    assert identify("aino").post(link(jako)).status_code == 404
    assert opened(ohjaaja, jako).status_code == 200


# --- Strangers ----------------------------------------------------------------------------------------


def strangers_links(hoks, koulu, jako):
    """Links that must all look alike to somebody else: none, and shares in every state."""
    token = link(jako).split("/")[2]
    yield from (f"/jako/{t}/" for t in (token[:-1], token + "A", token.swapcase(), "x", "%00"))
    yield UNKNOWN
    yield f"/jako/{jako.pk}/"
    states = {
        "valid": {},
        "coming": {"voimassa_alku": LOPPU, "voimassa_loppu": LOPPU},
        "expired": {"voimassa_alku": ALKU, "voimassa_loppu": today() - DAY},
        "revoked": {"paatetty": now(), "paattymisen_syy": "peruttu"},
    }
    for values in states.values():
        other = create_jako(stored=stored(hoks), pyynto=wanted(hoks), jakaja=koulu)
        bound = {"sidottu_oid": "1.2.3", "sidottu_aika": now()}
        Jako.objects.filter(pk=other.pk).update(**bound, **values)
        yield link(other)


def test_to_a_stranger_every_link_is_the_same_404_by_the_same_way(hoks, koulu, jako, ohjaaja):
    pages, ways = set(), set()
    for address in [*strangers_links(hoks, koulu, jako)]:
        Yritykset.objects.all().delete()
        answers = []
        said = statements(lambda: answers.append(ohjaaja.post(address)))  # noqa: B023
        assert answers[0].status_code == 404, address
        pages.add(without_noise(answers[0]))
        ways.add(tuple(re.sub(r"'[^']*'|\d+|NULL|ARRAY\[.*?\]", "?", s)[:200] for s in said))
    assert len(pages) == 1
    assert len(ways) == 1, ways


@pytest.mark.parametrize("path", ["", "tulosta/", "jako.pdf"])
def test_the_id_of_a_share_opens_nothing_for_others(jako, path):
    Jako.objects.update(sidottu_oid="1.2.3", sidottu_aika=now())
    other = identify("ohjaaja")
    known = other.get(f"/jako/tiedot/{jako.pk}/{path}")
    unknown = other.get(f"/jako/tiedot/00000000-0000-0000-0000-000000000000/{path}")
    assert known.status_code == unknown.status_code == 404
    assert without_noise(known) == without_noise(unknown)
    assert not Avaus.objects.exists()


def test_guessing_is_stopped_for_a_while_even_with_the_right_link(jako, ohjaaja):
    for n in range(10):
        assert ohjaaja.post(f"/jako/{n:043d}/").status_code == 404
    answer = ohjaaja.post(link(jako))
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 15 * 60
    assert Jako.objects.get().sidottu_oid is None
    with time_machine.travel(now() + dt.timedelta(minutes=16)):
        assert opened(ohjaaja, jako).status_code == 200


def test_guesses_from_one_address_are_stopped_whoever_guesses(jako):
    for n in range(50):
        with pytest.raises(avaaminen.errors.JakoNotFound):
            bind(jako, f"1.2.246.562.24.{n}", "x")
    with pytest.raises(avaaminen.errors.TooManyTries):
        bind(jako, OHJAAJA.oid)


def test_headers_that_speak_of_another_address_do_not_begin_the_count_anew(jako, ohjaaja):
    for n in range(10):
        spoofed = {"x-forwarded-for": f"10.9.8.{n}", "forwarded": f"for=10.9.8.{n}"}
        assert ohjaaja.post(f"/jako/{n:043d}/", headers=spoofed).status_code == 404
    answer = ohjaaja.post(link(jako), headers={"x-forwarded-for": "10.9.9.9"})
    assert answer.status_code == 429
    assert {row.kuka for row in Yritykset.objects.all()} == {
        f"henkilo {OHJAAJA.oid}", "osoite 127.0.0.1"
    }  # fmt: skip


@pytest.mark.parametrize("header", ["x-forwarded-host", "x-forwarded-prefix", "x-original-url"])
def test_no_header_moves_the_way_back_from_identification(jako, header):
    value = "/jako/other/" if header == "x-original-url" else "evil.example"
    answer = browser().post(link(jako), headers={header: value})
    assert "evil.example" not in str(answer.headers)
    assert "/cas-oppija/login" in answer.headers["Location"]
    assert answer.wsgi_request.path == link(jako)


def test_the_method_of_a_form_is_the_one_that_opens(jako, ohjaaja):
    for override in ({"x-http-method-override": "POST"}, {"x-http-method": "POST"}):
        assert ohjaaja.get(link(jako), headers=override).status_code == 200
        assert ohjaaja.get(f"{link(jako)}?_method=POST").status_code == 200
    assert Jako.objects.get().sidottu_oid is None
    assert not Avaus.objects.exists()


def test_host_and_forwarding_headers_change_no_link(hoks, koulu, jako, settings):
    assert linkki.address_of(jako.siemen) == settings.BASE_URL + link(jako)
    evil = browser().get(link(jako), headers={"x-forwarded-host": "evil.example"})
    assert b"evil.example" not in evil.content
    assert browser().get(link(jako), headers={"host": "evil.example"}).status_code == 400


def test_opening_needs_the_forms_own_token(jako):
    client = identify("ohjaaja")
    client.handler.enforce_csrf_checks = True
    assert client.post(link(jako)).status_code == 403
    assert Jako.objects.get().sidottu_oid is None


# --- The states, to who may know ----------------------------------------------------------------------


@pytest.mark.parametrize("bound", [True, False])
@pytest.mark.parametrize(
    ("values", "status", "code"),
    [
        ({"voimassa_alku": LOPPU, "voimassa_loppu": LOPPU}, 423, "share-not-yet-active"),
        ({"voimassa_alku": ALKU, "voimassa_loppu": today() - DAY}, 410, "share-expired"),
        ({"paatetty": now(), "paattymisen_syy": "peruttu"}, 410, "share-revoked"),
        ({"paatetty": now(), "paattymisen_syy": "osa-poistettu"}, 410, "share-part-removed"),
    ],
)
def test_the_holder_learns_how_it_stands(jako, ohjaaja, bound, values, status, code):
    if bound:
        opened(ohjaaja, jako)
    Jako.objects.update(**values)
    answers = [ohjaaja.post(link(jako))]
    if bound:
        answers.append(ohjaaja.get(f"/jako/tiedot/{jako.pk}/"))
    for answer in answers:
        assert answer.status_code == status
        assert code in answer.content.decode()
        assert "Aino" not in answer.content.decode()
    assert AuditTapahtuma.objects.filter(koodi=code, hoks_id=jako.hoks_id).count() == len(answers)
    assert (Jako.objects.get().sidottu_oid is not None) == bound


def test_both_days_are_included(jako, ohjaaja):
    Jako.objects.update(voimassa_alku=today(), voimassa_loppu=today())
    assert opened(ohjaaja, jako).status_code == 200


def test_after_revocation_nothing_can_be_replayed(hoks, koulu, jako, ohjaaja):
    opened(ohjaaja, jako)
    jakaminen.revoke_jako(stored=stored(hoks), jako=jako, jakaja=koulu)
    for path in ("", "tulosta/", "jako.pdf"):
        assert ohjaaja.get(f"/jako/tiedot/{jako.pk}/{path}").status_code == 410
    assert "Aino" not in ohjaaja.get("/jako/").content.decode()


def test_an_archived_plan_shows_nothing(hoks, jako, ohjaaja):
    opened(ohjaaja, jako)
    archive(hoks.pk)
    assert ohjaaja.get(f"/jako/tiedot/{jako.pk}/").status_code == 410
    assert "Aino" not in ohjaaja.get("/jako/").content.decode()


# --- The plan changes ----------------------------------------------------------------------------------


def test_a_write_that_keeps_the_part_keeps_the_link_working(sis, hoks, jako, ohjaaja):
    """By its own identifier, with other dates, and then with another unit before its own."""
    opened(ohjaaja, jako)
    body = aino_plan(work(loppu=LOPPU + DAY), naytot=[show()])
    body[AMMAT].insert(0, {**body[AMMAT][0], "tutkinnon-osa-koodi-uri": "tutkinnonosat_106902"})
    body[AMMAT][0] = {k: v for k, v in body[AMMAT][0].items() if k not in (TAVAT, NAYTOT)}
    assert sis.put(hoks.pk, body).status_code == 204
    html = ohjaaja.get(f"/jako/tiedot/{jako.pk}/").content.decode()
    assert "taikinan valmistus" in html
    assert ohjaaja.post(link(jako)).status_code == 302


@pytest.mark.parametrize("is_bound", [True, False])
def test_a_part_that_goes_ends_its_share_with_the_write_and_both_sides_read_why(
    sis, hoks, jako, ohjaaja, is_bound
):
    """No night comes between."""
    if is_bound:
        opened(ohjaaja, jako)
    assert sis.put(hoks.pk, aino_plan(work("jakso-2", ALKU - DAY))).status_code == 204
    answers = [ohjaaja.post(link(jako))]
    if is_bound:
        paths = ("", "tulosta/", "jako.pdf")
        answers += [ohjaaja.get(f"/jako/tiedot/{jako.pk}/{path}") for path in paths]
    for answer in answers:
        assert answer.status_code == 410
        assert "Jaettu osa on poistettu suunnitelmasta" in answer.content.decode()
        assert "Aino" not in answer.content.decode()
    assert "jako-rivi" not in ohjaaja.get("/jako/").content.decode()
    makers = (
        (log_in("vaino"), f"/virkailija/hoks/{hoks.eid}/jaot/"),
        (identify("aino"), f"/oppija/hoks/{tunnus(hoks)}/jaot/"),
    )
    for client, address in makers:
        assert 'data-tila="osa-poistettu"' in client.get(address).content.decode()
        one = client.get(f"{address}{jako.pk}/").content.decode()
        assert "Jaettu osa on poistettu suunnitelmasta, joten jako on päättynyt" in one
        assert "Muuta voimassaoloa" not in one
    other = identify("aino", client=None)
    assert other.post(link(jako)).status_code == 404


# --- Again --------------------------------------------------------------------------------------------


def test_what_has_changed_since_the_last_visit_is_told(sis, hoks, jako, ohjaaja):
    opened(ohjaaja, jako)
    again = ohjaaja.get(f"/jako/tiedot/{jako.pk}/").content.decode()
    assert "Mikään ei ole muuttunut" in again
    body = aino_plan(work(ajanjakson_tarkenne="Iltavuorot"), naytot=[show()])
    body[AMMAT][0][TAVAT][0]["hankkijan-edustaja"] = {
        "nimi": "Hankkija, Hilla", "oppilaitos-oid": "1.2.246.562.10.27182818289",
    }  # fmt: skip
    assert sis.put(hoks.pk, body | {"sahkoposti": "uusi@example.org"}).status_code == 204
    html = ohjaaja.get(f"/jako/tiedot/{jako.pk}/").content.decode()
    assert "Muuttunut edellisen käyntisi jälkeen" in html
    assert html.count("Iltavuorot") == 2
    assert "Hankkija, Hilla" not in html
    assert "uusi@example.org" not in html
    assert "Muuttunut" not in ohjaaja.get(f"/jako/tiedot/{jako.pk}/").content.decode()


def test_list_has_what_can_be_opened_today(hoks, koulu, jako, ohjaaja):
    assert "jako-rivi" not in ohjaaja.get("/jako/").content.decode()
    opened(ohjaaja, jako)
    html = ohjaaja.get("/jako/").content.decode()
    assert html.count("jako-rivi") == 1
    assert f"/jako/tiedot/{jako.pk}/" in html
    assert AuditTapahtuma.objects.filter(operaatio="list-shares", kanava="tyopaikka").count() == 2


def test_the_list_has_the_shares_of_every_provider(other_sis, hoks, koulu, jako, ohjaaja):
    elsewhere = aino_plan() | {
        "oppija-oid": AINO_AT_POHJOLA.oppija, "opiskeluoikeus-oid": AINO_AT_POHJOLA.oikeus,
    }  # fmt: skip
    other = Hoks.objects.get(pk=other_sis.create(elsewhere))
    second = create_jako(stored=stored(other), pyynto=wanted(other), jakaja=koulu)
    for one in (jako, second):
        assert opened(ohjaaja, one).status_code == 200
    html = ohjaaja.get("/jako/").content.decode()
    assert html.count("jako-rivi") == 2
    assert all(f"/jako/tiedot/{one.pk}/" in html for one in (jako, second))


def test_print_and_pdf_are_logged_looks(jako, ohjaaja):
    opened(ohjaaja, jako)
    assert ohjaaja.get(f"/jako/tiedot/{jako.pk}/tulosta/").status_code == 200
    answer = ohjaaja.get(f"/jako/tiedot/{jako.pk}/jako.pdf")
    assert answer.content.startswith(b"%PDF")
    assert Avaus.objects.count() == 3


@pytest.mark.parametrize("laji", ["tutkinnonosa", "osaamisenosoittaminen"])
def test_whole_units_and_demonstrations_can_be_shared_too(hoks, koulu, ohjaaja, laji):
    whom = {"nimi": "Mestari, Manu", "rooli": "arvioija", "module_id": module(hoks, laji)}
    jako = create_jako(stored=stored(hoks), pyynto=wanted(hoks, **whom), jakaja=koulu)
    html = opened(ohjaaja, jako).content.decode()
    assert "Korvapuustikeskus" in html
    assert ("taikinan valmistus" in html) == (laji == "tutkinnonosa")
    assert not any(secret in html for secret in (*SALAISUUDET, "Salainen osa"))
