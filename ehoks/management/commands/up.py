"""Everything `make run` does after the installation: database, demonstration data, web server."""

import ctypes
import gc
import signal
import sys
import time
from collections.abc import Callable
from io import StringIO
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, CommandParser, call_command, get_commands
from django.core.management.base import BaseCommand
from django.db import connection

from ehoks import embedded_pg
from ehoks.checks import require_safe_settings
from ehoks.management import children, locks, server, static_files, worker
from ehoks.management.welcome import welcome

PR_SET_PDEATHSIG = 1
LOOK = 0.5  # seconds between two looks at the processes


class Command(BaseCommand):
    """Start the service on this machine and stay until told to stop."""

    help = "Start the whole service on 127.0.0.1:$PORT: database, demonstration data, web server."
    # Those of Django load every view, and are for `make check`; what matters here is asked below.
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Tell whose death ends the service."""
        parser.add_argument(
            "--with-parent",
            action="store_true",
            help="stop also when the process that started this one is gone",
        )

    def handle(self, *args: Any, with_parent: bool, **options: Any) -> None:
        """Run the steps, serve, and end quietly on Ctrl-C or SIGTERM."""
        _stop_on_signals(with_parent=with_parent)
        try:
            require_safe_settings()
            server.require_free_port(settings.PORT)
            self.prepare()
            self.serve()
        except (ImproperlyConfigured, server.ServerError) as error:
            raise CommandError(str(error)) from None

    def prepare(self) -> None:
        """Make the database and the static files ready."""
        self.step("Database", _database)
        self.step("Migrations", _migrate)
        self.step("Static files", static_files.gather)
        if settings.DEMO:
            self.step("Code sets", _sync_koodistot)
            self.step("Demo register", _seed)
        # The web server has connections of its own; ours would only take up room.
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined] # PostgreSQL has one

    def serve(self) -> None:
        """Start the web server and the worker, and stay with them."""
        with server.serving(settings.PORT) as process:
            self.step("Web server", lambda: server.wait_until_ready(process, settings.PORT))
            self.stdout.write(welcome(settings.BASE_URL, demo=settings.DEMO))
            self.stdout.flush()
            with worker.working() as jobs:
                while not children.has_ended(process):
                    jobs.keep()
                    time.sleep(LOOK)
        raise server.ServerError("The web server stopped by itself; the reason is above.")

    def step(self, name: str, work: Callable[[], str]) -> None:
        """Do one step, and tell how it went and how long it took."""
        self.stdout.write(f"  {name:<14}", ending="")
        self.stdout.flush()
        started = time.monotonic()
        outcome = work()
        self.stdout.write(f"{outcome} ({time.monotonic() - started:.2f} s)")
        self.stdout.flush()


def _stop_on_signals(*, with_parent: bool) -> None:
    for number in children.STOPPING:
        signal.signal(number, _stop)
    if with_parent and sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _stop(*_: object) -> None:
    # Leaving takes a moment; a second Ctrl-C must not cut it short.
    for number in children.STOPPING:
        signal.signal(number, signal.SIG_IGN)
    # At its end the interpreter looks through all that it ever loaded for garbage. On a busy
    # machine that took ten seconds, and everything else one.
    gc.freeze()
    sys.exit(0)


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        (version,) = cursor.fetchone()
    return f"PostgreSQL {version}, {embedded_pg.whereabouts()}"


def _migrate() -> str:
    answer = StringIO()
    call_command("migrate_locked", stdout=answer)
    return answer.getvalue().strip()


def _sync_koodistot() -> str:
    """Read those that are not fresh. Without Koodisto the service starts all the same."""
    answer = StringIO()
    try:
        call_command("sync_koodistot", stdout=answer)
    except CommandError:
        return "not all of them; run manage.py sync_koodistot later"
    return "fresh" if "fresh" in answer.getvalue() else "synchronised"


def _seed() -> str:
    if "seed_demo" not in get_commands():
        return "nothing to seed"
    with locks.advisory_lock(locks.DEMO_REGISTER):
        if apps.get_model("hoks", "Hoks").objects.exists():
            return "there already"
        call_command("seed_demo", stdout=StringIO())
    return "seeded"
