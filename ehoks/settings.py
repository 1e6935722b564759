"""Every setting, read from the environment; a wrong value stops the start."""

from pathlib import Path
from urllib.parse import urlsplit

from ehoks.environment import Environment

env = Environment()
BASE_DIR = Path(__file__).resolve().parent.parent

# --- Where we are ------------------------------------------------------------------------------

DEMO = env.bool("EHOKS_DEMO", default=False)
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="demo-only-not-secret" if DEMO else "")
PORT = env.int("PORT", default=8000)
BASE_URL = env("EHOKS_BASE_URL", default=f"http://127.0.0.1:{PORT}").rstrip("/")
TRUSTED_PROXY = env.bool("EHOKS_TRUSTED_PROXY", default=False)  # it tells the caller's address
_HERE = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[urlsplit(BASE_URL).hostname or "", *_HERE])
ROOT_URLCONF = "ehoks.urls"
WSGI_APPLICATION = "ehoks.wsgi.application"
VERSION = "0.1.0"
REVISION = env("EHOKS_REVISION", default="unknown")  # of the source, told by the build
BUILD_TIME = env("EHOKS_BUILD_TIME", default="unknown")

# --- Opintopolku: the real one by its address, or the simulator when there is none --------------

OPINTOPOLKU_URL = env("OPINTOPOLKU_URL", default="").rstrip("/")
EPERUSTEET_URL = env("EPERUSTEET_URL", default=OPINTOPOLKU_URL).rstrip("/")
VIESTINVALITYS_URL = env("VIESTINVALITYS_URL", default=OPINTOPOLKU_URL).rstrip("/")
SIMULATOR_FACTS = env("EHOKS_SIMULATOR_FACTS", default="")
SIMULATOR_STATE = Path(env("EHOKS_SIMULATOR_STATE", default=str(BASE_DIR / ".simulator")))
SERVICE_USERNAME = env("EHOKS_SERVICE_USERNAME", default="ehoks")
SERVICE_PASSWORD = env("EHOKS_SERVICE_PASSWORD", default="ehoks" if not OPINTOPOLKU_URL else "")
CALLER_ID = env("EHOKS_CALLER_ID", default="1.2.246.562.10.00000000001.ehoks")

# --- What the register insists on ---------------------------------------------------------------

ENFORCE_OPISKELUOIKEUS_MATCH = env.bool("EHOKS_ENFORCE_OPISKELUOIKEUS_MATCH", default=True)
PREVENT_FINISHED_UPDATES = env.bool("EHOKS_PREVENT_FINISHED_UPDATES", default=True)
SUPPORT_EMAIL = env("EHOKS_SUPPORT_EMAIL", default="")

# --- The building --------------------------------------------------------------------------------

INSTALLED_APPS = [
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",  # the admin wants its tables; nobody logs in by it
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "procrastinate.contrib.django",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "ehoks",
    "ehoks.tyot",
    "ehoks.audit",
    "ehoks.tiedonsiirto",
    "ehoks.auth",
    "ehoks.rest",
    "ehoks.ui",
    "ehoks.oppijaindex",
    "koodisto",
    "hoks",
    "sharing",
]

MIDDLEWARE = [
    "ehoks.rest.middleware.request_frame",
    "ehoks.rest.request_log.request_log",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ehoks.ui.tila.follow",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
APPEND_SLASH = False

POOL_SIZE = env.int("DATABASE_POOL_SIZE", default=8)
DATABASE_PASSWORD = env("DATABASE_PASSWORD", default="")  # for addresses that have none in them
DATABASES = {"default": env.database("DATABASE_URL", "postgres:///ehoks", DATABASE_PASSWORD)}
DATABASES["default"]["OPTIONS"] = {
    # merged, not replaced: the address of a unix socket also lives here
    **DATABASES["default"].get("OPTIONS", {}),
    "pool": {"min_size": 1, "max_size": POOL_SIZE, "timeout": 10},
    "server_side_binding": True,
    "prepare_threshold": 2,  # Django's own default switches prepared statements off
    # Nobody waits for ever: for a lock, for a server that does not answer, for one that is gone.
    # No statement of ours is worth a second process: starting one takes longer than it saves.
    "options": "-c lock_timeout=10s -c max_parallel_workers_per_gather=0",
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}
# A streaming replica answers pages, reports and the statistics feed; `ehoks.common.replica` says when.
if env("DATABASE_REPLICA_URL", default=""):
    _replica = env.database("DATABASE_REPLICA_URL", "", DATABASE_PASSWORD)
    DATABASES["replica"] = {
        **_replica,
        "OPTIONS": {
            **DATABASES["default"]["OPTIONS"],
            **_replica.get("OPTIONS", {}),
            "pool": {**DATABASES["default"]["OPTIONS"]["pool"], "min_size": 0, "timeout": 1},
        },
    }
    DATABASE_ROUTERS = ["ehoks.common.replica.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": [
                "django.templatetags.static",
                "django_cotton.templatetags.cotton",
                "ehoks.ui.templatetags.muotoilu",
                "hoks.presenters.tagit",
                "hoks.presenters.aikajana.tagit",
            ],
        },
    }
]

LANGUAGE_CODE = "fi"
LANGUAGES = [("fi", "suomi"), ("sv", "svenska"), ("en", "English")]
TIME_ZONE = "Europe/Helsinki"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static" / "collected"

# A typical plan is 36 kB: five megabytes leave room for a hundred times as much.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a form of one part with a year of short periods has 3000

# Sessions of people end by themselves; `ehoks.ui.session` says when.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BASE_URL.startswith("https://")
# A browser takes a cookie of such a name only from this very host, over TLS.
_HOST = "__Host-" if SESSION_COOKIE_SECURE else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_HOST}ehoks_istunto", f"{_HOST}ehoks_csrf"
SESSION_COOKIE_AGE = 4 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Behind TLS nobody talks to us without it, but for probes on the machine itself.
SECURE_SSL_REDIRECT = BASE_URL.startswith("https://")
SECURE_REDIRECT_EXEMPT = [r"^health/", r"^metrics$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SECURE_SSL_REDIRECT else 0
if TRUSTED_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Subdomains and browsers' lists are promises of whoever keeps the domain, not ours to make.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
# Django's admin knows people by our own sessions: `hoks.ui.yllapito.hallinta`.
SILENCED_SYSTEM_CHECKS += ["admin.E402", "admin.E408"]

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["ehoks.rest.authentication.ServiceTicketAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_PARSER_CLASSES": ["ehoks.rest.wire.RawJSONParser"],
    "DEFAULT_RENDERER_CLASSES": ["ehoks.rest.wire.OrjsonRenderer"],
    "DEFAULT_SCHEMA_CLASS": "ehoks.rest.schema.EhoksSchema",
    "DEFAULT_METADATA_CLASS": None,
    "EXCEPTION_HANDLER": "ehoks.rest.exceptions.to_response",
    "UNAUTHENTICATED_USER": None,
}

SPECTACULAR_SETTINGS = {
    "TITLE": "eHOKS",
    "TAGS": [
        {"name": "hoks", "description": "Plans, their parts, and who may do what"},
        {"name": "tiedonsiirrot", "description": "The transfer log of the caller's organisations"},
        {"name": "jaot", "description": "Shares of parts of a plan"},
    ],
    "VERSION": VERSION,
    "OAS_VERSION": "3.1.1",
    "COMPONENT_SPLIT_PATCH": False,
    "PREPROCESSING_HOOKS": ["ehoks.rest.schema.only_canonical"],
    "POSTPROCESSING_HOOKS": [
        "ehoks.rest.schema.add_error_component",
        "hoks.api.schema.add_components",
        "hoks.api.introduction.introduce",
        "sharing.api.contract.add_components",
        "hoks.api.links.add_links",
    ],
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_AUTHENTICATION": [],
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}

# Jobs wait in the database and are done by `manage.py worker`.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

# What operators see. The folder is where the web processes of one server keep their common counts.
METRICS_TOKEN = env("EHOKS_METRICS_TOKEN", default="")
METRICS_DIR = env("PROMETHEUS_MULTIPROC_DIR", default="")
REQUEST_LOG = env("EHOKS_REQUEST_LOG", default="")  # a file; without one, the standard error

# The audit log goes to its table and, a JSON line an entry, to this file; without one, to stderr.
AUDIT_LOG = env("EHOKS_AUDIT_LOG", default="")


def _to(file: str) -> dict[str, str]:
    """A handler that writes into the file, which may be rotated, or else to the standard error."""
    if file:
        return {"class": "logging.handlers.WatchedFileHandler", "filename": file}
    return {"class": "logging.StreamHandler"}


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "{levelname} {name}: {message}", "style": "{"},
        "bare": {"format": "{message}", "style": "{"},
        "json": {"()": "ehoks.common.logs.JsonLines"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain" if DEMO else "json"},
        "audit": {
            "formatter": "bare",
            **_to(AUDIT_LOG),
        },
        "requests": {
            "formatter": "json",
            **_to(REQUEST_LOG),
        },
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "audit": {"handlers": ["audit"], "level": "INFO", "propagate": False},
        "ehoks.requests": {"handlers": ["requests"], "level": "INFO", "propagate": False},
        # A refused request is in its answer and in the audit log; its path may name a person.
        "django.request": {"level": "CRITICAL"},
        "django.security": {"level": "CRITICAL"},
        # A refusal inside a pipeline makes psycopg speak of it again when the pipeline closes.
        "psycopg": {"level": "ERROR"},
    },
}
