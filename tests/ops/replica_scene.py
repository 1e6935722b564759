"""A play on two servers, a primary and its streaming standby: prints what happened, a line each.

Run by `test_replica` as a program of its own: its Django has two databases, the tests' has one.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ehoks import embedded_pg
from ehoks.embedded_pg import Cluster

SCHOOL = "1.2.246.562.10.27182818289"
LIST = f"/virkailija/{SCHOOL}/opiskelijat/"
REPORT = f"/virkailija/{SCHOOL}/raportit/mitatoidyt/"
PAGED = "/hoks/paged"


def main(home):
    binaries = embedded_pg.find_binaries()
    primary, standby = Cluster(home / "a", binaries), Cluster(home / "b", binaries)
    os.environ["DATABASE_URL"] = embedded_pg.join(primary)
    os.environ["DATABASE_REPLICA_URL"] = standby.url
    os.environ["DJANGO_SETTINGS_MODULE"] = "ehoks.settings"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    copy_to(standby, primary, binaries)
    embedded_pg.join(standby)
    for scene in scenes(standby):
        sys.stdout.write(f"{scene}\n")


def copy_to(standby, primary, binaries):
    standby.root.mkdir(mode=0o700)
    subprocess.run(
        [
            *(binaries / "pg_basebackup", "-D", standby.root / "data", "-h", primary.sockets),
            *("-U", "postgres", "-R", "-X", "stream", "-c", "fast"),
        ],
        check=True,
    )


def scenes(standby):
    from django.db import connections
    from django.test.utils import CaptureQueriesContext

    from ehoks.audit.models import AuditTapahtuma
    from ehoks.common import replica
    from hoks.models import Hoks
    from koodisto import lookup
    from tests.conftest import Sis
    from tests.hoks.plans import LEMPI, PEKKA, plan
    from tests.staff import log_in

    def on_replica(call):
        """What the call answers, and how many questions the replica answered, the first aside."""
        with CaptureQueriesContext(connections["replica"]) as asked:
            answer = call()
        assert answer.status_code == 200, answer.content.decode()
        return answer, max(len(asked) - 1, 0)

    def tell_replica(sql):
        with connections["replica"].cursor() as cursor:
            cursor.execute(sql)

    def catch_up():
        after = replica.position()
        deadline = time.monotonic() + 20
        while not replica._is_fresh(after):
            assert time.monotonic() < deadline, "the standby does not follow"
            time.sleep(0.02)

    lookup.check([])
    sis = Sis("sampo")
    lempi, _ = (sis.create(plan(owner)) for owner in (LEMPI, PEKKA))
    eid = Hoks.objects.get(pk=lempi).eid
    catch_up()
    vaino, other = log_in("vaino"), log_in("vaino")

    for name, call in (
        ("list", lambda: vaino.get(LIST)),
        ("report", lambda: vaino.get(REPORT)),
        ("plan", lambda: vaino.get(f"/virkailija/hoks/{eid}/")),
    ):
        before = AuditTapahtuma.objects.count()
        _, asked = on_replica(call)
        assert AuditTapahtuma.objects.using("default").count() > before, name
        yield f"{name}: the replica is asked: {asked > 0}"
    _, asked = on_replica(lambda: sis.get(lempi))
    yield f"a system's GET: the replica is asked: {asked > 0}"

    # a write that the replica has not heard of yet
    tell_replica("SELECT pg_wal_replay_pause()")
    done = vaino.post(f"/virkailija/hoks/{eid}/passivoi/", {"syy": "opiskeluoikeus-mitatoity"})
    assert done.status_code == 302, done.content.decode()
    page, asked = on_replica(lambda: vaino.get(LIST))
    yield f"who wrote: the replica is asked: {asked > 0}, sees it: {eid not in page.content.decode()}"
    page, asked = on_replica(lambda: other.get(LIST))
    yield f"others: the replica is asked: {asked > 0}, see it: {eid not in page.content.decode()}"
    feed = Sis("oph-palvelu").call("GET", PAGED)
    yield f"feed: shows the replica's state: {b'poistettu' not in feed.getvalue()}"
    fresh, replica._IS_FRESH = replica._IS_FRESH, replica._IS_FRESH.replace("10 sec", "0 sec")
    page, asked = on_replica(lambda: other.get(LIST))
    yield f"too late: the replica is asked: {asked > 0}, see it: {eid not in page.content.decode()}"
    replica._IS_FRESH = fresh
    tell_replica("SELECT pg_wal_replay_resume()")
    catch_up()
    page, asked = on_replica(lambda: vaino.get(LIST))
    yield f"later: the replica is asked: {asked > 0}, sees it: {eid not in page.content.decode()}"

    # the replica goes, and comes back
    embedded_pg.leave(standby)
    answer = vaino.get(LIST)
    yield f"gone: {answer.status_code}"
    started = time.monotonic()
    answer = vaino.get(LIST)
    yield f"gone: {answer.status_code}, left alone: {time.monotonic() - started < 1}"
    answer = Sis("oph-palvelu").call("GET", PAGED)
    yield f"gone: {answer.status_code}"
    embedded_pg.join(standby)
    replica._left_alone_until = 0.0
    catch_up()
    _, asked = on_replica(lambda: vaino.get(LIST))
    yield f"back: the replica is asked: {asked > 0}"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="ehoks-two-") as folder:
        try:
            main(Path(folder))
        finally:
            for cluster in reversed(embedded_pg._joined.copy()):
                embedded_pg.leave(cluster)
