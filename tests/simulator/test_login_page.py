"""The login pages: everybody who may log in, in three languages, and the way back."""

import base64
import hashlib
import re
from urllib.parse import parse_qs, urlsplit

import pytest

SERVICE = "http://127.0.0.1:8000/session?next=%2Fa"
USERS = re.compile(r'name="username" value="([^"]+)"')


def test_staff_and_service_users_log_in_at_cas_and_citizens_at_cas_oppija(caller):
    staff = USERS.findall(caller.get("/cas/login", query={"service": SERVICE}).text)
    citizens = USERS.findall(caller.get("/cas-oppija/login", query={"service": SERVICE}).text)

    assert staff == [
        "vaino", "lukija", "ilmari", "louhi", "rooliton",
        "sampo", "sampo-luku", "muu-palvelu", "oph-palvelu", "ehoks",
    ]  # fmt: skip
    assert citizens == ["aino", "huoltaja", "ohjaaja"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [("fi", "Valitse, kuka olet"), ("sv", "Välj vem du är"), ("en", "Choose who you are")],
)
def test_page_speaks_the_language_asked_for(caller, lang, words):
    for key in ("lang", "locale"):
        page = caller.get("/cas/login", query={"service": SERVICE, key: lang}).text
        assert f'<html lang="{lang}">' in page
        assert words in page


def test_unknown_language_is_finnish(caller):
    assert '<html lang="fi">' in caller.get("/cas/login", query={"lang": "xx"}).text


def test_choice_leads_back_with_a_ticket_for_that_service(caller):
    answer = caller.post("/cas/login?lang=sv", form={"service": SERVICE, "username": "vaino"})

    assert answer.status == 302
    location = answer.headers["Location"]
    assert location.startswith(SERVICE + "&ticket=ST-")
    (ticket,) = parse_qs(urlsplit(location).query)["ticket"]
    assert "<cas:user>vaino</cas:user>" in caller.validate(ticket, SERVICE).text


def test_service_in_the_address_counts_too(caller):
    answer = caller.post(f"/cas/login?service={SERVICE}", form={"username": "vaino"})

    assert answer.status == 302


def test_wrong_password_and_unknown_user_see_the_page_again(caller):
    wrong = caller.post(
        "/cas/login", form={"service": SERVICE, "username": "vaino", "password": "x"}
    )
    unknown = caller.post("/cas/login", form={"service": SERVICE, "username": "nobody"})

    assert (wrong.status, unknown.status) == (401, 401)
    assert 'role="alert"' in wrong.text


@pytest.mark.parametrize(
    "service", ["javascript:alert(1)", "http://a\r\nX: y", "/local", "ftp://a"]
)
def test_service_must_be_a_web_address(caller, service):
    assert caller.get("/cas/login", query={"service": service}).status == 400
    posted = caller.post("/cas/login", form={"service": service, "username": "vaino"})
    assert "Location" not in posted.headers


def test_what_the_caller_sends_is_escaped(caller):
    page = caller.get("/cas/login", query={"service": 'http://a/"><script>x</script>'}).text

    assert "<script>" not in page


def test_page_brings_no_script_and_its_policy_allows_its_own_style_only(caller):
    page = caller.get("/cas/login", query={"service": SERVICE})

    (style,) = re.findall("<style>(.*?)</style>", page.text, re.DOTALL)
    sha = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = page.headers["Content-Security-Policy"]
    assert policy == f"default-src 'none'; style-src 'sha256-{sha}'"


def test_login_without_service_says_so(caller):
    answer = caller.post("/cas/login?lang=en", form={"username": "vaino"})

    assert answer.status == 200
    assert "No service to return to" in answer.text


def test_front_page_leads_to_both_logins_to_the_mails_and_to_the_faults(caller):
    page = caller.get("/", query={"lang": "sv"}).text

    links = re.findall(r'<li><a href="([^"?]+)', page)
    assert links == ["cas/login", "cas-oppija/login", "viestit", "hairiot"]
    for link in links:
        assert caller.get(f"/{link}", query={"lang": "sv"}, accept="text/html").status == 200


def test_logout_leads_back_or_says_goodbye(caller):
    back = caller.get("/cas/logout", query={"service": SERVICE})
    goodbye = caller.get("/cas-oppija/logout", query={"lang": "en"})

    assert (back.status, back.headers["Location"]) == (302, SERVICE)
    assert "You have logged out" in goodbye.text


def test_student_is_known_by_person_oid(caller):
    ticket = _ticket(caller, "aino")

    answer = caller.validate(ticket, SERVICE, desk="/cas-oppija").text
    assert "<cas:personOid>1.2.246.562.24.10000000100</cas:personOid>" in answer
    assert "impersonator" not in answer


def test_guardian_acts_for_the_student(caller):
    answer = caller.validate(_ticket(caller, "huoltaja"), SERVICE, desk="/cas-oppija").text

    assert "<cas:personOid>1.2.246.562.24.10000000100</cas:personOid>" in answer
    assert (
        "<cas:impersonatorPersonOid>1.2.246.562.24.10000000207</cas:impersonatorPersonOid>"
        in answer
    )
    assert "<cas:impersonatorDisplayName>" in answer


def test_ticket_of_a_student_is_nothing_to_the_cas_of_staff(caller):
    assert 'code="INVALID_TICKET"' in caller.validate(_ticket(caller, "aino"), SERVICE).text


def _ticket(caller, username):
    form = {"service": SERVICE, "username": username}
    location = caller.post("/cas-oppija/login", form=form).headers["Location"]
    return parse_qs(urlsplit(location).query)["ticket"][0]
