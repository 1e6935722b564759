"""All that the simulator remembers: one SQLite file, shared by every process and thread."""

import fcntl
import os
import secrets
import sqlite3
import threading
import time
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import orjson

WRONG_PASSWORDS_TO_LOCK = 5
LOCKED_SECONDS = 300
MAILS_KEPT = 500

_TABLES = """
CREATE TABLE IF NOT EXISTS signing_key (id INTEGER PRIMARY KEY CHECK (id = 1), key BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS spent (nonce BLOB PRIMARY KEY, expires INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS fault (service TEXT PRIMARY KEY, mode TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS wrong_password
  (username TEXT PRIMARY KEY, count INTEGER NOT NULL, locked_until INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS viesti
  (id INTEGER PRIMARY KEY AUTOINCREMENT, lahetys TEXT UNIQUE NOT NULL, avain TEXT UNIQUE,
   osoite TEXT NOT NULL, sent INTEGER NOT NULL, document BLOB NOT NULL);
"""


class Mail(NamedTuple):
    """A mail in the outbox; `document` is what was posted."""

    id: int
    lahetys: str
    osoite: str
    sent: int  # seconds since the epoch
    document: dict[str, Any]


class State:
    """Spent tickets, fault switches, wrong passwords and mails, in the folder given."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._local = threading.local()

    @property
    def _db(self) -> sqlite3.Connection:
        local = self._local
        # a connection must not be carried over a fork, so it belongs to a process and a thread
        if getattr(local, "pid", None) != os.getpid():
            local.connection = self._connect()
            local.pid = os.getpid()
        connection: sqlite3.Connection = local.connection
        return connection

    def _connect(self) -> sqlite3.Connection:
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / "lock").open("w") as lock:
            # two processes that start at once must not both switch the journal mode
            fcntl.flock(lock, fcntl.LOCK_EX)
            db = sqlite3.connect(
                self._folder / "opintopolku.sqlite3", isolation_level=None, timeout=10
            )
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=OFF")  # a power cut may forget a demo's tickets
            db.executescript(_TABLES)
            db.execute(
                "INSERT OR IGNORE INTO signing_key VALUES (1, ?)", (secrets.token_bytes(32),)
            )
        return db

    @cached_property
    def signing_key(self) -> bytes:
        """The key of all tickets; born with the file and never changed."""
        key: bytes = self._db.execute("SELECT key FROM signing_key").fetchone()[0]
        return key

    # --- Tickets ---------------------------------------------------------------------------------

    def spend(self, nonce: bytes, expires: int) -> bool:
        """Use a ticket up; False when somebody has used it before."""
        try:
            self._db.execute("INSERT INTO spent VALUES (?, ?)", (nonce, expires))
        except sqlite3.IntegrityError:
            return False
        if nonce < b"\x00\x10":  # now and then, sweep away what has expired anyway
            self._db.execute("DELETE FROM spent WHERE expires < ?", (int(time.time()),))
        return True

    # --- Faults ----------------------------------------------------------------------------------

    def fault(self, service: str) -> str | None:
        """How the service is out of order, None when it works."""
        row = self._db.execute("SELECT mode FROM fault WHERE service = ?", (service,)).fetchone()
        return row[0] if row else None

    def set_fault(self, service: str, mode: str) -> None:
        """Put a service out of order."""
        self._db.execute("INSERT OR REPLACE INTO fault VALUES (?, ?)", (service, mode))

    def clear_faults(self, service: str | None = None) -> None:
        """Mend one service, or all of them."""
        self._db.execute("DELETE FROM fault WHERE ?1 IS NULL OR service = ?1", (service,))

    # --- Passwords -------------------------------------------------------------------------------

    def locked_for(self, username: str) -> int:
        """For how many seconds yet the user is locked out; 0 when not at all."""
        row = self._db.execute(
            "SELECT locked_until FROM wrong_password WHERE username = ?", (username,)
        ).fetchone()
        return max(0, row[0] - int(time.time())) if row else 0

    def count_wrong_password(self, username: str) -> None:
        """Count one wrong password; the fifth in a row locks the user out."""
        self._db.execute(
            "INSERT INTO wrong_password VALUES (?1, 1, 0)"
            " ON CONFLICT (username) DO UPDATE SET"
            " count = CASE WHEN count >= ?2 THEN 1 ELSE count + 1 END,"
            " locked_until = CASE WHEN count + 1 = ?2 THEN ?3 ELSE 0 END",
            (username, WRONG_PASSWORDS_TO_LOCK, int(time.time()) + LOCKED_SECONDS),
        )

    def forget_wrong_passwords(self, username: str) -> None:
        """A right password starts the count anew."""
        self._db.execute("DELETE FROM wrong_password WHERE username = ?", (username,))

    # --- The outbox ------------------------------------------------------------------------------

    def add_mail(self, lahetys: str, avain: str | None, document: dict[str, Any]) -> Mail:
        """Put a mail into the outbox; under a key that was used before, the mail that has it."""
        osoite = document["vastaanottajat"][0]["sahkopostiOsoite"]
        self._db.execute(
            "INSERT OR IGNORE INTO viesti (lahetys, avain, osoite, sent, document)"
            " VALUES (?, ?, ?, ?, ?)",
            (lahetys, avain, osoite, int(time.time()), orjson.dumps(document)),
        )
        self._db.execute(
            "DELETE FROM viesti WHERE id <= (SELECT max(id) FROM viesti) - ?", (MAILS_KEPT,)
        )
        (mail,) = self._mails("WHERE lahetys = ? OR avain = ? ORDER BY id LIMIT 1", lahetys, avain)
        return mail

    def mails(self) -> list[Mail]:
        """The outbox, newest first."""
        return self._mails("ORDER BY id DESC")

    def mail(self, lahetys: str) -> Mail | None:
        """The mail of this sending."""
        return next(iter(self._mails("WHERE lahetys = ?", lahetys)), None)

    def _mails(self, where: str, *params: object) -> list[Mail]:
        rows = self._db.execute(
            f"SELECT id, lahetys, osoite, sent, document FROM viesti {where}",  # noqa: S608
            params,
        )
        return [
            Mail(id_, lahetys, osoite, sent, orjson.loads(document))
            for id_, lahetys, osoite, sent, document in rows
        ]
