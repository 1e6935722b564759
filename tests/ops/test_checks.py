"""The service refuses to serve with settings that would let strangers in, or cannot be meant."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from ehoks.checks import require_safe_settings, settings_are_safe
from ehoks.environment import Environment
from tests.ops.processes import program

env = Environment()
SECRET = "$vY-3kq8RbW2uTz6Lx1Nf0Jm5Hs9Pd4Gc7Ae-bnXoKiUyQwErTz"


@pytest.fixture
def production(settings):
    settings.DEMO = False
    settings.OPINTOPOLKU_URL = "https://opintopolku.example"
    settings.EPERUSTEET_URL = settings.VIESTINVALITYS_URL = settings.OPINTOPOLKU_URL
    settings.BASE_URL = "https://ehoks.example"
    settings.ALLOWED_HOSTS = ["ehoks.example", "127.0.0.1"]
    settings.SECRET_KEY = SECRET
    settings.SERVICE_PASSWORD = "x"
    return settings


def found():
    return [error.id for error in settings_are_safe()]


def test_production_settings_pass(production):
    assert found() == []
    require_safe_settings()


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("OPINTOPOLKU_URL", "", "E001"),
        ("OPINTOPOLKU_URL", "http://opintopolku.example", "E005"),
        ("OPINTOPOLKU_URL", "opintopolku.example", "E005"),
        ("BASE_URL", "https://", "E005"),
        ("SECRET_KEY", "", "E002"),
        ("SECRET_KEY", "short", "E008"),
        ("SECRET_KEY", "ab" * 50, "E008"),
        ("SERVICE_PASSWORD", "", "E007"),
        ("PORT", 70000, "E003"),
        ("POOL_SIZE", 0, "E004"),
        ("SUPPORT_EMAIL", "helpdesk", "E006"),
        ("DEBUG", True, "E009"),
        ("ALLOWED_HOSTS", ["*", "ehoks.example"], "E010"),
        ("ALLOWED_HOSTS", ["127.0.0.1"], "E010"),
    ],
)
def test_what_would_be_a_mistake_stops_the_start_with_a_hint(production, name, value, error):
    setattr(production, name, value)
    assert f"ehoks.{error}" in found()
    assert all(message.hint for message in settings_are_safe())


def test_the_simulator_serves_in_a_demonstration(production):
    production.OPINTOPOLKU_URL = ""
    production.DEMO = True
    assert found() == []


def test_every_reason_is_told_at_once(production):
    production.OPINTOPOLKU_URL = production.SECRET_KEY = ""
    with pytest.raises(ImproperlyConfigured, match=r"OPINTOPOLKU_URL.*SECRET_KEY"):
        require_safe_settings()


def test_the_web_server_does_not_load_unsafe_settings():
    with program("-c", "import ehoks.wsgi", SECRET_KEY="x", DATABASE_URL="postgres:///x") as server:
        _, errors = server.communicate(timeout=30)
        assert server.returncode == 1
        assert "the simulator is for demonstrations only" in errors


def test_what_a_deployment_is_asked_is_answered(tmp_path):
    """Django's own list of questions, with secrets from files, as containers get them."""
    for name, secret in (("key", SECRET), ("password", "x")):
        (tmp_path / name).write_text(f"{secret}\n")
    with program(
        *("manage.py", "check", "--deploy", "--fail-level", "WARNING"),
        SECRET_KEY_FILE=str(tmp_path / "key"),
        EHOKS_SERVICE_PASSWORD_FILE=str(tmp_path / "password"),
        DATABASE_PASSWORD_FILE=str(tmp_path / "password"),
        DATABASE_URL="postgres://ehoks@db:5432/ehoks",
        OPINTOPOLKU_URL="https://opintopolku.example",
        EHOKS_BASE_URL="https://ehoks.example",
        EHOKS_TRUSTED_PROXY="1",
    ) as check:
        output, errors = check.communicate(timeout=60)
    assert check.returncode == 0, output + errors


def test_over_tls_a_cookie_is_of_this_host_alone():
    names = "s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE"
    where = {"DATABASE_URL": "postgres:///x", "EHOKS_BASE_URL": "https://ehoks.example"}
    with program("-c", f"from ehoks import settings as s; print({names})", **where) as shown:
        output, errors = shown.communicate(timeout=30)
    assert output.strip() == "__Host-ehoks_istunto __Host-ehoks_csrf True", errors


# --- Reading the environment ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [("1", True), ("TRUE", True), ("off", False), ("", False)],
)
def test_a_flag(monkeypatch, text, told):
    monkeypatch.setenv("X", text)
    assert env.bool("X", default=False) is told


@pytest.mark.parametrize(("read", "kind"), [(env.bool, "1 .yes."), (env.int, "a whole number")])
def test_a_mistake_is_told_by_the_name_of_its_variable(monkeypatch, read, kind):
    monkeypatch.setenv("X", "ture7")
    with pytest.raises(ImproperlyConfigured, match=f"X must be {kind}") as told:
        read("X", default=0)
    assert "ture7" not in str(told.value)


def test_a_list_and_a_secret_are_taken_as_they_are(monkeypatch):
    monkeypatch.setenv("X", "a, b,")
    monkeypatch.setenv("Y", SECRET)
    assert env.list("X", default=[]) == ["a", "b"]
    assert env("Y", default="") == SECRET


@pytest.mark.parametrize("there", [True, False])
def test_a_secret_in_a_file(monkeypatch, tmp_path, there):
    monkeypatch.setenv("X_FILE", str(tmp_path / "x"))
    if there:
        (tmp_path / "x").write_text("hush\n")
        assert env("X", default="") == "hush"
        monkeypatch.setenv("X", "hush")
        reason = "both set"
    else:
        reason = "X_FILE names a file that is no use: No such file"
    with pytest.raises(ImproperlyConfigured, match=reason):
        env("X", default="")


@pytest.mark.parametrize("address", ["mysql://a@b/c", "postgres://a@b:five/c", "sqlite:///x"])
def test_only_a_postgresql_is_a_database(monkeypatch, address):
    monkeypatch.setenv("X", address)
    with pytest.raises(ImproperlyConfigured, match="X must be as postgres://"):
        env.database("X", "", "")


@pytest.mark.parametrize(("own", "used"), [("", "beside"), (":own", "own")])
def test_a_password_beside_the_address_is_for_those_without_one(monkeypatch, own, used):
    monkeypatch.setenv("X", f"postgres://ehoks{own}@db/ehoks")
    assert env.database("X", "", "beside")["PASSWORD"] == used


def test_a_wrong_setting_ends_a_command_in_one_line():
    with program("manage.py", "check", EHOKS_DEMO="ys") as check:
        _, errors = check.communicate(timeout=30)
    assert check.returncode == 1
    assert errors.strip() == "Settings: EHOKS_DEMO must be 1 (yes) or 0 (no)."
