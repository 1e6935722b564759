"""The WSGI entry point that granian serves: the service, and in a demonstration the simulator."""

import gc
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ehoks.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from ehoks.checks import require_safe_settings
from ehoks.integrations.http import simulator
from ehoks.rest.chunked import give_length
from ehoks.rest.unread import answer_when_read

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

SIMULATOR_PREFIX = "/simulator"

require_safe_settings()
service = get_wsgi_application()
if not settings.OPINTOPOLKU_URL:
    simulator()  # now: threads that come at the same moment would each read all of its facts
gc.set_threshold(20_000)  # a request makes hundreds of objects, and next to none go in circles
gc.freeze()  # what lives as long as the process need not be looked through at every collection


def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """One request: to the simulator below its prefix, when there is one, else to the service."""
    path = environ.get("PATH_INFO", "")
    if not settings.OPINTOPOLKU_URL and path.startswith(f"{SIMULATOR_PREFIX}/"):
        environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + SIMULATOR_PREFIX
        environ["PATH_INFO"] = path.removeprefix(SIMULATOR_PREFIX)
        return simulator()(environ, start_response)
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    give_length(environ, limit)
    return answer_when_read(service, environ, start_response, limit)
