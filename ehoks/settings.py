"""Every setting, read from the environment; a wrong value stops the start."""

from pathlib import Path

import environ

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent

# --- Where we are ------------------------------------------------------------------------------

DEMO = env.bool("EHOKS_DEMO", default=False)
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="demo-only-not-secret" if DEMO else "")
PORT = env.int("PORT", default=8000)
BASE_URL = env("EHOKS_BASE_URL", default=f"http://127.0.0.1:{PORT}").rstrip("/")
TRUSTED_PROXY = env.bool("EHOKS_TRUSTED_PROXY", default=False)  # it tells the caller's address
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
ROOT_URLCONF = "ehoks.urls"
WSGI_APPLICATION = "ehoks.wsgi.application"
VERSION = "0.1.0"
REVISION = env("EHOKS_REVISION", default="unknown")  # of the source, told by the build
BUILD_TIME = env("EHOKS_BUILD_TIME", default="unknown")

# --- Opintopolku: the real one by its address, or the simulator when there is none --------------

OPINTOPOLKU_URL = env("OPINTOPOLKU_URL", default="").rstrip("/")
EPERUSTEET_URL = env("EPERUSTEET_URL", default=OPINTOPOLKU_URL).rstrip("/")
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
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "ehoks",
    "ehoks.audit",
    "ehoks.tiedonsiirto",
    "ehoks.auth",
    "ehoks.rest",
    "ehoks.oppijaindex",
    "koodisto",
    "hoks",
]

MIDDLEWARE = [
    "ehoks.rest.middleware.request_frame",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
]
APPEND_SLASH = False

DATABASES = {"default": env.db("DATABASE_URL", default="postgres:///ehoks")}
DATABASES["default"]["OPTIONS"] = {
    # merged, not replaced: the address of a unix socket also lives here
    **DATABASES["default"].get("OPTIONS", {}),
    "pool": {"min_size": 1, "max_size": env.int("DATABASE_POOL_SIZE", default=8), "timeout": 10},
    "server_side_binding": True,
    "prepare_threshold": 2,  # Django's own default switches prepared statements off
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
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

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"

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
    "DESCRIPTION": "Data transfer API of the national HOKS register.",
    "VERSION": VERSION,
    "OAS_VERSION": "3.1.1",
    "COMPONENT_SPLIT_PATCH": False,
    "PREPROCESSING_HOOKS": ["ehoks.rest.schema.only_canonical"],
    "POSTPROCESSING_HOOKS": [
        "ehoks.rest.schema.add_error_component",
        "hoks.api.schema.add_components",
    ],
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_AUTHENTICATION": [],
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}

# The audit log goes to its table and, a JSON line an entry, to this file; without one, to stderr.
AUDIT_LOG = env("EHOKS_AUDIT_LOG", default="")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "{levelname} {name}: {message}", "style": "{"},
        "bare": {"format": "{message}", "style": "{"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain"},
        "audit": {
            "formatter": "bare",
            **(
                {"class": "logging.handlers.WatchedFileHandler", "filename": AUDIT_LOG}
                if AUDIT_LOG
                else {"class": "logging.StreamHandler"}
            ),
        },
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "audit": {"handlers": ["audit"], "level": "INFO", "propagate": False},
        # A refused request is in its answer and in the audit log; its path may name a person.
        "django.request": {"level": "CRITICAL"},
        "django.security": {"level": "CRITICAL"},
        # A refusal inside a pipeline makes psycopg speak of it again when the pipeline closes.
        "psycopg": {"level": "ERROR"},
    },
}
