"""Health of one process: is it alive, and is it ready to serve."""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from psycopg_pool import PoolTimeout

from ehoks import vitals
from ehoks.common import replica

LATE_JOBS_SECONDS = 15 * 60
LATE_REPLICA_SECONDS = 60

# Migrations are only ever added by a new release, so "all applied" stays true for this process.
_migrated = False


@require_safe
@never_cache
def live(request: HttpRequest) -> JsonResponse:
    """200 whenever the process answers at all."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """200 when the database answers and its tables are up to date, else 503 with what is missing.

    Late jobs and a replica that is behind are told, but taking web processes away would mend
    neither. The body names the part only; why it fails is for the logs of the part itself.
    """
    missing = _missing_part()
    if missing is None:
        return JsonResponse({"status": "ok", "jobs": _told(_jobs), "replica": _told(_replica)})
    return JsonResponse(
        {"status": "unavailable", "missing": missing}, status=503, headers={"Retry-After": "5"}
    )


def pending_migrations() -> list[str]:
    """The migrations the database lacks, as `app.name`, in the order they will run."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def _missing_part() -> str | None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return None if _is_migrated() else "migrations"
    except (DatabaseError, PoolTimeout):
        return "database"


def _is_migrated() -> bool:
    global _migrated
    if not _migrated:
        _migrated = not pending_migrations()
    return _migrated


def _told(look: Callable[[], str]) -> str:
    try:
        return look()
    except DatabaseError:
        return "unknown"


def _jobs() -> str:
    return "ok" if vitals.jobs().lag_seconds <= LATE_JOBS_SECONDS else "late"


def _replica() -> str:
    if not replica.is_configured():
        return "none"
    found = vitals.replica()
    if not found.listening:
        return "gone"
    return "ok" if found.lag_seconds <= LATE_REPLICA_SECONDS else "late"
