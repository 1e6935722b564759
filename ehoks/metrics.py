"""`/metrics`: the counts of all web processes here and what the database knows, for Prometheus."""

import hmac
import os
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead
from prometheus_client.registry import Collector

from ehoks import vitals
from ehoks.common.replica import is_configured
from ehoks.rest.views import not_found


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """The text that Prometheus reads; for all but operators there is no such page."""
    if not _is_for(request):
        return not_found(request)
    text = generate_latest(_processes()) + generate_latest(_database())
    return HttpResponse(text, content_type=CONTENT_TYPE_LATEST)


def _is_for(request: HttpRequest) -> bool:
    """Whoever has the token; without one set, callers on this machine that no proxy speaks for."""
    if settings.METRICS_TOKEN:
        sent = request.headers.get("Authorization", "")
        return hmac.compare_digest(sent.encode(), f"Bearer {settings.METRICS_TOKEN}".encode())
    address = request.META.get("REMOTE_ADDR") or ""
    return "X-Forwarded-For" not in request.headers and _is_here(address)


def _is_here(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _processes() -> CollectorRegistry:
    if not settings.METRICS_DIR:
        return REGISTRY  # this process is the only one
    _forget_the_dead(Path(settings.METRICS_DIR))
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return registry


def _forget_the_dead(folder: Path) -> None:
    """What a process that was killed had open is not open; what it counted still counts."""
    for file in folder.glob("gauge_live*_*.db"):
        pid = int(file.stem.rpartition("_")[2])
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            mark_process_dead(pid, str(folder))  # type: ignore[no-untyped-call]


def _database() -> CollectorRegistry:
    registry = CollectorRegistry()
    registry.register(_Database())
    return registry


class _Database(Collector):
    """Asked anew each time."""

    def collect(self) -> Iterator[Metric]:
        try:
            found = [*_gauges()]
            up = 1
        except DatabaseError:
            found, up = [], 0
        yield GaugeMetricFamily("ehoks_database_up", "Whether the database answers.", up)
        yield from found


def _gauges() -> Iterator[Metric]:
    jobs, unsent = vitals.jobs(), vitals.unsent()
    waiting = GaugeMetricFamily("ehoks_jobs", "Jobs that are not done.", labels=["status"])
    for status in ("todo", "doing", "failed"):
        waiting.add_metric([status], getattr(jobs, status))
    yield waiting
    for name, text, value in (
        ("ehoks_jobs_lag_seconds", "For how long a job has waited that could begin.", jobs[3]),
        ("ehoks_locked_callers", "Callers that are locked out now.", vitals.locked_callers()),
        ("ehoks_audit_unsent_entries", "Entries of the audit log not exported.", unsent.entries),
        ("ehoks_audit_unsent_seconds", "Age of the oldest of them.", unsent.age_seconds),
    ):
        yield GaugeMetricFamily(name, text, value)
    replica = vitals.replica()
    if replica.listening or is_configured():
        yield GaugeMetricFamily("ehoks_replicas", "Replicas that listen.", replica.listening)
        yield GaugeMetricFamily("ehoks_replica_lag_seconds", "Behind.", replica.lag_seconds)
        yield GaugeMetricFamily("ehoks_replica_lag_bytes", "Behind.", replica.lag_bytes)
