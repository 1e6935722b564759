"""The service in processes of its own: two webs and a worker over one database, hurt and whole again."""

import re
import shutil
import ssl
import subprocess
from contextlib import closing, contextmanager, nullcontext
from http.client import HTTPConnection, HTTPSConnection
from io import StringIO

import orjson
import pytest
import yaml
from django.core.management import CommandError, call_command

from ehoks.management.chaos import faults, ledger
from ehoks.management.chaos.clients import NEW_PLANS, Stubborn
from ehoks.management.chaos.house import own_house
from ehoks.management.commands import chaos
from ehoks.management.commands.load import PAYLOAD
from ehoks.management.load.clients import EXPECTED, HOKS, System
from ehoks.management.load.service import LoadError, free_port
from tests.ops.processes import ROOT, eventually

pytestmark = [pytest.mark.server, pytest.mark.xdist_group("chaos")]
FAULTS = {fault.name: fault for fault in faults.ALL}
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
OPENSSL = shutil.which("openssl")


@pytest.fixture(scope="module")
def house():
    with own_house(4, chaos.rights_for(4)) as found:
        yield found


@pytest.fixture(scope="module")
def clients(house):
    found = chaos.ready_clients(house)
    yield found
    for client in found:
        client.connection.close()


def ask(house, client, door, path, ticket=None):
    system = client.systems[0]
    headers = {"ticket": ticket or client._ticket(system), "Caller-Id": "load"}
    with closing(HTTPConnection("127.0.0.1", house.ports[door], timeout=10)) as connection:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers


def test_two_webs_are_one_service(house, clients):
    client = clients[0]
    path = f"{HOKS}/{client.systems[0].plans[0].id}"
    here, there = ask(house, client, 0, path), ask(house, client, 1, path)
    assert here[:2] == there[:2]
    assert here[2]["ETag"] == there[2]["ETag"]
    ticket = client._ticket(client.systems[0])
    assert ask(house, client, 0, path, ticket)[0] == 200
    assert ask(house, client, 1, path, ticket)[0] == 401  # used up, whoever is asked


def test_the_worker_does_what_a_web_asks_for(house):
    job = faults.defer_sync(house)
    # It asks for hundreds of names: seconds on a machine of its own, a minute on a busy one.
    assert eventually(lambda: faults.is_done(house, job), 90)


def test_a_worker_that_loses_its_database_says_so(house):
    house.keep_worker()
    job = faults.defer_sync(house)
    assert eventually(lambda: faults.is_done(house, job), 90)  # it is at work
    house.kill_database()
    try:
        assert house.worker.wait(60) == 1  # a failure, so that every kind of keeper starts another
    finally:
        house.revive_database()
    job = faults.defer_sync(house)
    assert eventually(lambda: faults.is_done(house, job), 90)


@pytest.mark.parametrize("name", ["a web process killed", "the database killed"])
def test_nothing_is_lost_or_doubled(house, clients, name):
    told = StringIO()
    assert chaos.Command(stdout=told).hurt(house, clients, FAULTS[name]) == []
    (row,) = re.findall(
        rf"^\| {name} \| (\d+) \| (?:0|\d+: [\w ,]+) \| [\d.]+ \| [\d.]+ \| – \|$",
        told.getvalue(),
        re.M,
    )
    assert int(row) > len(clients)


def test_what_is_wrong_is_found(house, clients):
    client = clients[0]
    plan = client.systems[0].plans[0]
    client.forget()
    assert list(ledger.wrongs(house, [client])) == []
    client.answered.append(("never-logged", 0))
    plan.versio += 1
    client.given_up.append("PUT: 503")
    found = list(ledger.wrongs(house, [client]))
    plan.versio -= 1
    assert len(found) == 4
    assert found[0] == "not answered: PUT: 503"
    assert "plans are not as they were left (another versio)" in found[1]
    assert (
        found[2]
        == f"plan {plan.id}: {plan.versio + 1} changes were answered, {plan.versio} were made"
    )
    assert found[3] == "1 answers are not in the audit log"


def test_a_fault_that_cannot_be_made_is_told(house, clients, monkeypatch, tmp_path):
    monkeypatch.setattr(faults, "FAKETIME", tmp_path / "none")
    told = StringIO()
    assert chaos.Command(stdout=told).hurt(house, clients, FAULTS["the year ends"]) == []
    assert "SKIPPED: libfaketime is not installed" in told.getvalue()


def test_a_wrong_ends_the_command_with_an_error(monkeypatch):
    monkeypatch.setattr(chaos, "require_nothing_real", lambda: None)
    monkeypatch.setattr(chaos.Command, "run", lambda *_: ["a web process killed: 1 plans lost"])
    with pytest.raises(CommandError, match="1 plans lost"):
        call_command("chaos")


# --- The clients ----------------------------------------------------------------------------------

NONE = faults.Named("none", lambda _house: nullcontext())


def wait_to_be_stopped(client):
    client.tries.update({"no ticket": 2, "503": 1})
    client.stop.wait()


def test_what_ended_a_client_is_told_at_once(house, clients, monkeypatch):
    monkeypatch.setattr(clients[1], "act", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        chaos._through(house, clients, NONE)


def test_who_is_not_answered_is_told_and_what_came_instead(house, clients, monkeypatch):
    monkeypatch.setattr(chaos, "RECOVERY_SECONDS", 0.1)
    monkeypatch.setattr(clients[2], "work", lambda: wait_to_be_stopped(clients[2]))
    with pytest.raises(LoadError, match=r"1 clients, .*: 3: no ticket 2, 503 1\.$"):
        chaos._through(house, clients, NONE)


def test_a_client_never_runs_out_of_study_rights(monkeypatch):
    kinds = []

    def answered(_system, method, *_):
        kinds.append(method)
        return EXPECTED[method], "a name", b'{"meta": {"id": 1}}'

    free = [{"opiskeluoikeus-oid": str(n)} for n in range(chaos.rights_for(3))]
    client = Stubborn(
        0, [1, 2], [System("a", free, granting="/")], orjson.loads(PAYLOAD.read_bytes())
    )
    monkeypatch.setattr(client, "_try", answered)
    for _ in range(chaos.FIRST_PLANS):
        client.store(client.systems[0])
    for _ in range(3):
        client.forget()
        kinds.clear()
        for _ in range(80 * NEW_PLANS):  # one in twenty is a POST while it may be
            client.act()
        assert kinds.count("POST") == NEW_PLANS
    assert not free


# --- Behind the proxy ----------------------------------------------------------------------------


@contextmanager
def proxy(house, home):
    """The proxy of the topology file, with this machine's ports in the place of its own."""
    conf = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["configs"]["proxy"]["content"]
    tls, plain = free_port(), free_port()
    for old, new in (
        ("web-1:8000", f"127.0.0.1:{house.ports[0]}"),
        ("web-2:8000", f"127.0.0.1:{house.ports[1]}"),
        ("listen 8443", f"listen 127.0.0.1:{tls}"),
        ("listen 8080", f"listen 127.0.0.1:{plain}"),
        ("/run/secrets", str(home)),
        ("${EHOKS_BASE_URL:-https://localhost:8443}", f"https://127.0.0.1:{tls}"),
        ("$$", "$"),
    ):
        assert old in conf
        conf = conf.replace(old, new)
    subprocess.run(
        [OPENSSL, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost",
         "-keyout", home / "tls_key", "-out", home / "tls_certificate"],
        check=True, capture_output=True,
    )  # fmt: skip
    temporary = "".join(
        f"{kind}_temp_path {home}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (home / "nginx.conf").write_text(
        f"daemon off; pid {home}/pid; error_log {home}/log; events {{}} http {{ {temporary} {conf} }}"
    )
    with subprocess.Popen(
        [NGINX, "-p", home, "-e", home / "log", "-c", home / "nginx.conf"]
    ) as process:
        try:
            assert eventually(lambda: (home / "pid").exists() or process.poll() is not None)
            assert process.poll() is None, (home / "log").read_text()
            yield tls, plain
        finally:
            process.terminate()


def through(port, path, **headers):
    unproven = ssl._create_unverified_context()
    with closing(HTTPSConnection("127.0.0.1", port, timeout=10, context=unproven)) as connection:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read()


def test_behind_the_proxy_they_are_one_too(house, clients, tmp_path):
    if not (NGINX and OPENSSL):
        pytest.skip("NO NGINX OR NO OPENSSL HERE: the proxy of the topology is not tested")
    tmp_path.chmod(0o755)
    client = clients[1]
    plan = client.systems[0].plans[0]
    with proxy(house, tmp_path) as (tls, plain):
        for _ in range(4):  # in turn
            headers = {"ticket": client._ticket(client.systems[0]), "Caller-Id": "load"}
            status, body = through(tls, f"{HOKS}/{plan.id}", **headers)
            assert status == 200
            assert orjson.loads(body)["data"]["versio"] == plan.versio
        assert through(tls, "/metrics")[0] == 404
        with closing(HTTPConnection("127.0.0.1", plain, timeout=10)) as connection:
            connection.request("GET", "/virkailija/?nimi=x")
            answer = connection.getresponse()
        assert (answer.status, answer.headers["Location"]) == (
            301,
            f"https://127.0.0.1:{tls}/virkailija/?nimi=x",
        )
        house.kill_web(house.ports[1])
        assert {through(tls, "/health/ready")[0] for _ in range(4)} == {200}
        house.start_web(house.ports[1])
        house.wait_for(lambda: house.is_ready(house.ports[1]), "the web to come back")
