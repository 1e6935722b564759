"""The PDF of a plan over HTTP: to whom, under which name, at what cost."""

import io
import re

import pypdf
import pytest

from ehoks.audit.models import AuditTapahtuma
from ehoks.oppijaindex.models import Oppija
from hoks.models import Hoks
from hoks.presenters import pdf
from tests.conftest import payload
from tests.hoks.plans import LEMPI, archive, full_plan
from tests.hoks.ui.conftest import eid_of
from tests.hoks.ui.test_hoks import MATRIX
from tests.staff import browser, log_in
from tests.statements import statements


def fetch(client, eid, lang="fi", status=200):
    answer = client.get(f"/virkailija/hoks/{eid}/hoks.pdf?lang={lang}")
    assert answer.status_code == status, answer.content[:2000]
    return answer


def text_of(answer):
    reader = pypdf.PdfReader(io.BytesIO(answer.content))
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


@pytest.fixture
def eid(sis):
    """A plan with everything in it."""
    return eid_of(sis.create(full_plan()))


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        ("fi", "Osaamisen hankkimisen tarve"),
        ("sv", "Behov av att förvärva kunnande"),
        ("en", "Need to acquire competence"),
    ],
)
@pytest.mark.parametrize("name", ["maximal", "typical", "tuva", "minimal"])
def test_every_kind_of_plan_in_every_language(sis, vaino, name, lang, word):
    answer = fetch(vaino, eid_of(sis.create(payload(name))), lang)
    text = text_of(answer)
    assert word.replace(" ", "") in text.replace(" ", "")
    assert "1.2.246.562.10." not in text  # schools by name
    assert not re.search("(tutkinnonosat|osaamisenhankkimistapa|oppimisymparistot)_", text)


def test_it_is_shown_in_the_browser_under_a_name_of_its_own_and_kept_nowhere(vaino, eid):
    answer = fetch(vaino, eid)
    assert answer["Content-Type"] == "application/pdf"
    assert re.fullmatch(
        r'inline; filename="hoks-leipuri-\d{4}-\d\d-\d\d\.pdf"', answer["Content-Disposition"]
    )
    assert answer["Cache-Control"] == "no-store"
    assert answer.content.startswith(b"%PDF-1.7")


def test_any_family_name_makes_a_header(vaino, eid):
    Oppija.objects.filter(pk=LEMPI.oppija).update(sukunimi='Ä"\r\nSet-Cookie: a=b;漢')
    name = fetch(vaino, eid)["Content-Disposition"]
    assert re.fullmatch(r'inline; filename="hoks-a-set-cookie-a-b-[\d-]{10}\.pdf"', name)


@pytest.mark.parametrize(
    ("lang", "name"),
    [("fi", "PDF (suomeksi)"), ("sv", "PDF (på svenska)"), ("en", "PDF (in English)")],
)
def test_every_tab_links_to_it_by_format_and_language(vaino, eid, lang, name):
    for tab in ("", "aikajana/"):
        page = vaino.get(f"/virkailija/hoks/{eid}/{tab}?lang={lang}").content.decode()
        link = rf'href="/virkailija/hoks/{eid}/hoks.pdf">[^<]*{re.escape(name)}</a>'
        assert re.search(link, page)


@pytest.mark.parametrize("username", MATRIX)
def test_whoever_sees_the_plan_gets_it_and_nobody_else(eid, username):
    may_see, _ = MATRIX[username]
    answer = fetch(log_in(username), eid, status=200 if may_see else 404)
    assert (answer["Content-Type"] == "application/pdf") is may_see


def test_whoever_has_not_logged_in_is_sent_to_do_so(eid):
    assert fetch(browser(), eid, status=302)["Location"]


def test_there_is_none_of_a_plan_that_is_not_there(vaino):
    fetch(vaino, "nobody", status=404)


@pytest.mark.parametrize("username", MATRIX)
def test_an_archived_plan_is_for_those_who_see_its_pages(eid, username):
    archive(Hoks.objects.get(eid=eid).id)
    client = log_in(username)
    fetch(client, eid, status=client.get(f"/virkailija/hoks/{eid}/").status_code)


def test_a_look_is_in_the_audit_log(vaino, eid):
    before = AuditTapahtuma.objects.count()
    fetch(vaino, eid)
    assert AuditTapahtuma.objects.count() == before + 1
    found = AuditTapahtuma.objects.latest("id")
    assert (found.operaatio, found.kayttaja, found.oppija_oid) == ("read", "vaino", LEMPI.oppija)


def test_it_takes_few_statements(vaino, eid):
    fetch(vaino, eid)
    assert len(statements(lambda: fetch(vaino, eid))) <= 12


def test_what_cannot_be_set_is_told_in_words(vaino, eid, monkeypatch):
    monkeypatch.setattr(pdf, "_MOST", 10)
    page = fetch(vaino, eid, status=500).content.decode()
    assert "Suunnitelmasta ei voitu tehdä PDF-tiedostoa." in page
