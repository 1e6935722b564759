"""What this process counts of its own doings, for operators (`/metrics`)."""

from prometheus_client import Counter, Gauge, Histogram, disable_created_metrics

disable_created_metrics()  # type: ignore[no-untyped-call] # times that nobody looks at, one more line a figure

REQUESTS = Counter("ehoks_requests_total", "Requests answered.", ("method", "route", "status"))
SECONDS = Histogram(
    "ehoks_request_seconds",
    "Time until the answer began.",
    ("method", "route"),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
STATEMENTS = Counter(
    "ehoks_statements_total", "Statements said to the database.", ("method", "route")
)
OUTSIDE_FAILURES = Counter(
    "ehoks_outside_failures_total",
    "Questions to a service outside that had no useful answer, after the second try too.",
    ("service",),
)
DATABASE_FAILURES = Counter(
    "ehoks_database_failures_total", "Requests that the database failed.", ("kind",)
)
LOCKOUTS = Counter("ehoks_lockouts_total", "Callers locked out for their invalid tickets.")

POOL = Gauge(
    "ehoks_pool_connections", "Connections of the web processes.", multiprocess_mode="livesum"
)
POOL_FREE = Gauge(
    "ehoks_pool_free_connections", "Those that nobody uses.", multiprocess_mode="livesum"
)
POOL_WAITING = Gauge(
    "ehoks_pool_waiting_requests", "Requests that wait for one.", multiprocess_mode="livesum"
)
