"""Measures whole requests through the WSGI application beside a floor in bare psycopg.

Runs in a database of its own, in the same cluster and with the same settings as the service.
Every call carries a fresh ticket (made outside the clock) and leaves its audit entry. Blocks
of calls and floors alternate, so that all meet the same noise; what counts is their ratio.
"""

import io
import os
import platform
import statistics
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import orjson
import psycopg
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from ehoks.auth.privileges import OPH_ROOT, Kayttaja, Rooli
from ehoks.integrations import http
from ehoks.management import bench_export
from ehoks.rest.authentication import service_address
from ehoks.ui import session

API = "/ehoks-virkailija-backend/api/v1/hoks"
PAYLOAD = settings.BASE_DIR / "tests" / "payloads" / "typical.json"
BLOCK = 10
NOISE = 1.05  # medians of equal calls differ by this much on a shared machine
WARM_UP_BLOCKS = 2
NOT_COUNTED = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")

Answer = tuple[int, dict[str, str], bytes]
Request = tuple[str, str, bytes, dict[str, str]]


class Sis:
    """An information system that calls the WSGI application directly."""

    def __init__(self, user: str = "sampo") -> None:
        from ehoks.wsgi import application

        self.application = application
        self.user = user
        self.tgt = ""

    def ticket(self) -> str:
        """A fresh ticket from the simulator."""
        if not self.tgt:
            form = f"username={self.user}&password={self.user}".encode()
            answer = self._send(http.simulator(), _environ("POST", "/cas/v1/tickets", form))
            self.tgt = answer[1]["location"].split("/cas/")[1]
        form = f"service={service_address(API)}".encode()
        return self._send(http.simulator(), _environ("POST", f"/cas/{self.tgt}", form))[2].decode()

    def prepare(self, request: Request) -> dict[str, Any]:
        """Everything the call needs, its ticket included."""
        method, path, body, headers = request
        path, _, query = path.partition("?")
        environ = _environ(method, path, body) | {"QUERY_STRING": query}
        environ["CONTENT_TYPE"] = "application/json"
        sent = {"ticket": self.ticket(), "caller-id": "bench"} | headers
        return environ | {f"HTTP_{k.upper().replace('-', '_')}": v for k, v in sent.items()}

    def send(self, environ: dict[str, Any]) -> Answer:
        """The call itself."""
        return self._send(self.application, environ)

    def stream(self, environ: dict[str, Any]) -> Iterator[bytes]:
        """The pieces of an answer's body, none of them kept."""
        application: Any = self.application
        answer = application(environ, lambda *_: None)
        yield from answer
        answer.close()

    @staticmethod
    def _send(application: Any, environ: dict[str, Any]) -> Answer:
        started: list[Any] = []
        chunks = application(
            environ, lambda status, headers, exc=None: started.extend([status, headers])
        )
        body = b"".join(chunks)
        if hasattr(chunks, "close"):
            chunks.close()
        headers = {name.lower(): value for name, value in started[1]}
        return int(started[0][:3]), headers, body


def _environ(method: str, path: str, body: bytes) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }


class Floor:
    """The least a database can do: the same document as JSONB, one statement, committed."""

    def __init__(self, document: bytes) -> None:
        self.document = document.decode()
        parameters = connection.get_connection_params()
        names = ("host", "port", "user", "password", "dbname")
        self.connection = psycopg.connect(
            **{n: parameters[n] for n in names if parameters.get(n)},
            autocommit=True,
            prepare_threshold=0,
        )
        self.connection.execute("CREATE TABLE floor (id int PRIMARY KEY, sisalto jsonb)")
        self.connection.execute("INSERT INTO floor VALUES (1, %s::jsonb)", [self.document])

    def write(self) -> None:
        """One committed UPDATE."""
        self.connection.execute(
            "UPDATE floor SET sisalto = %s::jsonb WHERE id = 1", [self.document]
        )

    def read(self) -> None:
        """One SELECT, as text: parsing it would only make the floor higher."""
        self.connection.execute("SELECT sisalto::text FROM floor WHERE id = 1").fetchone()


@dataclass
class Measure:
    """One kind of call, its limits, and what was measured."""

    name: str
    make: Callable[[], Request]
    floor: Callable[[], None]
    status: int
    limit: float | None = None
    statements_limit: int = 16
    before: Callable[[], None] = lambda: None  # outside the clock
    after: Callable[[], None] = lambda: None
    times: list[float] = field(default_factory=list)
    floors: list[float] = field(default_factory=list)
    statements: int = 0

    @property
    def median(self) -> float:
        """Milliseconds."""
        return statistics.median(self.times)

    @property
    def ratio(self) -> float:
        """Median over the median of the floor in the same rounds."""
        return self.median / statistics.median(self.floors)

    def row(self) -> str:
        """A line of the table."""
        p95 = statistics.quantiles(self.times, n=20)[-1]
        limit = f"≤ {self.limit:g}" if self.limit else "–"
        floor = statistics.median(self.floors)
        return (
            f"| {self.name} | {self.statements} | {self.median:.2f} | {p95:.2f} | {floor:.2f} "
            f"| {self.ratio:.1f} × | {limit} |"
        )


# The plan that is replaced and patched has this study right; those that are created, the other.
LIVING = {
    "oppija-oid": "1.2.246.562.24.12312312319",
    "opiskeluoikeus-oid": "1.2.246.562.15.10000000009",
}
CREATED = {
    "oppija-oid": "1.2.246.562.24.27182818287",
    "opiskeluoikeus-oid": "1.2.246.562.15.27182818289",
}


class Bench:
    """The calls that are measured, over one plan that lives on and many that are created."""

    def __init__(self, rounds: int) -> None:
        self.rounds = rounds
        self.sis = Sis()
        self.payload = orjson.loads(PAYLOAD.read_bytes()) | LIVING
        self.numbers = count(1)
        created = self._send(("POST", API, orjson.dumps(self.payload), {}))
        self.path = orjson.loads(created[2])["data"]["uri"]
        self.etag, document = self._read()
        self.floor = Floor(document)
        part = self.payload["hankittavat-ammat-tutkinnon-osat"][0]
        eid = orjson.loads(document)["data"]["eid"]
        self.page = f"/virkailija/hoks/{eid}/opiskelusuunnitelma/"
        self.cookie = logged_in(Rooli("OPHPAAKAYTTAJA", OPH_ROOT))
        self.new_part = part | {"tutkinnon-osa-koodi-uri": "tutkinnonosat_999999"}

    def _send(self, request: Request) -> Answer:
        answer = self.sis.send(self.sis.prepare(request))
        assert answer[0] < 300, answer[2]
        return answer

    def _read(self) -> tuple[str, bytes]:
        _, headers, body = self._send(("GET", self.path, b"", {}))
        return headers["etag"], body

    def _free_the_right(self) -> None:
        """Let the newest plan have an invented study right, so that the real one is free again."""
        oid = CREATED["opiskeluoikeus-oid"]
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE hoksit SET opiskeluoikeus_oid = opiskeluoikeus_oid || '-' || id::text "
                "WHERE opiskeluoikeus_oid = %s",
                [oid],
            )

    def _settle(self) -> None:
        self._send(self.put_identical())

    def _put(self, document: dict[str, Any]) -> Request:
        return "PUT", self.path, orjson.dumps(document), {}

    def post(self) -> Request:
        """A typical plan."""
        return "POST", API, orjson.dumps(self.payload | CREATED), {}

    def put_one_field(self) -> Request:
        """The whole plan with one new number."""
        return self._put(self.payload | {"versio": next(self.numbers)})

    def put_one_part(self) -> Request:
        """The whole plan with one more unit, or with one less, in turns."""
        key = "hankittavat-ammat-tutkinnon-osat"
        more = [self.new_part] if next(self.numbers) % 2 else []
        return self._put(self.payload | {key: [*self.payload[key], *more]})

    def put_identical(self) -> Request:
        """The same bytes as before."""
        return self._put(self.payload)

    def patch(self) -> Request:
        """One field of the root."""
        return "PATCH", self.path, orjson.dumps({"versio": next(self.numbers)}), {}

    def get(self) -> Request:
        """The plan."""
        return "GET", self.path, b"", {}

    def get_known(self) -> Request:
        """The plan, when the caller has it already."""
        return "GET", self.path, b"", {"if-none-match": self._read()[0]}

    def hoks_page(self) -> Request:
        """The plan as a member of staff sees it."""
        return "GET", self.page, b"", {"cookie": self.cookie}

    def measures(self) -> list[Measure]:
        """What is measured, and what it may cost."""
        write, read = self.floor.write, self.floor.read
        return [
            Measure("POST", self.post, write, 200, 15, after=self._free_the_right),
            Measure("PUT, one field", self.put_one_field, write, 204, 12),
            Measure("PUT, one part added or removed", self.put_one_part, write, 204, 12),
            Measure("PUT, identical bytes", self.put_identical, write, 204, before=self._settle),
            Measure("PATCH, one field", self.patch, write, 204, 8),
            Measure("GET", self.get, read, 200, 8, statements_limit=4),
            Measure("GET, 304", self.get_known, read, 304, 8, statements_limit=4),
            Measure("HOKS page", self.hoks_page, read, 200, statements_limit=12),
        ]

    def run(self, measures: Iterable[Measure]) -> None:
        """Blocks of each kind of call in turn, beside a block of its floor; statements at the end.

        What is compared must be measured close together: a shared machine is never the same
        twice. Within a block the caches are as warm as under a steady load.
        """
        for n in range(WARM_UP_BLOCKS + self.rounds // BLOCK):
            for measure in measures:
                measure.before()
                floors = [_timed(measure.floor) for _ in range(BLOCK)]
                times = [self._call(measure, self._prepared(measure)) for _ in range(BLOCK)]
                if n >= WARM_UP_BLOCKS:
                    measure.floors += floors
                    measure.times += times
        for measure in measures:
            for _ in range(2):  # a part is added and removed in turns: the dearer counts
                measure.before()
                found = self._count(self._prepared(measure))
                measure.statements = max(measure.statements, found)
                measure.after()

    def _count(self, environ: dict[str, Any]) -> int:
        with CaptureQueriesContext(connection) as queries:
            self.sis.send(environ)
        return sum(not q["sql"].startswith(NOT_COUNTED) for q in queries)

    def _prepared(self, measure: Measure) -> dict[str, Any]:
        return self.sis.prepare(measure.make())

    def _call(self, measure: Measure, environ: dict[str, Any]) -> float:
        start = time.perf_counter()
        status, _, body = self.sis.send(environ)
        taken = (time.perf_counter() - start) * 1000
        assert status == measure.status, (status, body)
        measure.after()
        return taken


def logged_in(*roles: Rooli) -> str:
    """The cookie of somebody with these roles, who has come in by the door of staff."""
    request = RequestFactory().get("/")
    request.session = SessionStore()
    session.log_in(request, Kayttaja(None, "bench", "VIRKAILIJA", roles), "bench")
    return f"{settings.SESSION_COOKIE_NAME}={request.session.session_key}"


def _timed(call: Callable[[], None]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


@contextmanager
def own_database() -> Iterator[None]:
    """A database for the measuring alone, gone afterwards."""
    own = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.close_pool()  # type: ignore[attr-defined]  # PostgreSQL's wrapper has it
        connection.creation.destroy_test_db(own, verbosity=0)


def _misses(measures: dict[str, Measure]) -> list[str]:
    """What was promised and not kept."""
    found = [
        f"{m.name}: {m.ratio:.1f} ×" for m in measures.values() if m.limit and m.ratio > m.limit
    ]
    found += [
        f"{m.name}: {m.statements} statements"
        for m in measures.values()
        if m.statements > m.statements_limit
    ]
    cheaper = measures["PUT, one field"].median / measures["PUT, identical bytes"].median
    if cheaper < 3:
        found.append(f"identical PUT only {cheaper:.1f} × cheaper")
    if measures["GET, 304"].median > measures["GET"].median * NOISE:
        found.append("304 slower than GET")
    return found


class Command(BaseCommand):
    """`make bench`."""

    help = "Measure whole requests beside a floor in bare psycopg."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many rounds of each call."""
        parser.add_argument("--rounds", type=int, default=200)

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the table; end with an error when a limit is not kept."""
        with own_database():
            bench = Bench(options["rounds"])
            self.stdout.write(_heading(bench))
            measures = {m.name: m for m in bench.measures()}
            bench.run(measures.values())
            for measure in measures.values():
                self.stdout.write(measure.row())
            identical = measures["PUT, identical bytes"].median
            cheaper = measures["PUT, one field"].median / identical
            self.stdout.write(f"\nIdentical bytes are {cheaper:.1f} × cheaper than one new field.")
            bench.floor.connection.close()
            oph = Sis("oph-palvelu")
            slow_feed = bench_export.measure(
                int(bench.path.rpartition("/")[2]),
                lambda path: oph.stream(oph.prepare(("GET", API + path, b"", {}))),
                self.stdout.write,
            )
        if misses := _misses(measures) + slow_feed:
            raise CommandError("Not reached: " + "; ".join(misses))
        self.stdout.write("Every limit is kept.")


def _heading(bench: Bench) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT version(), current_setting('fsync')")
        version, fsync = cursor.fetchone()
    size = len(orjson.dumps(bench.payload)) / 1000
    return (
        f"{version.split(' on ')[0]}, fsync {fsync}, Python {platform.python_version()}, "
        f"{os.cpu_count()} cores. Document {size:.1f} kB, {bench.rounds} rounds.\n\n"
        "| call | statements | median ms | p95 ms | floor ms | ratio | limit |\n"
        "|---|---|---|---|---|---|---|"
    )
