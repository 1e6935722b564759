"""The frame around every request: its id, and headers that every answer carries."""

import re
import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from ehoks.common.requests import request_id

_ACCEPTED = re.compile(r"[A-Za-z0-9._-]{1,64}")


def request_frame(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """A caller may name its own request id; else the service makes one."""

    def middleware(request: HttpRequest) -> HttpResponse:
        sent = request.META.get("HTTP_X_REQUEST_ID", "")
        own = sent if _ACCEPTED.fullmatch(sent) else uuid.uuid4().hex
        token = request_id.set(own)
        try:
            response = get_response(request)
        finally:
            request_id.reset(token)
        response.headers["X-Request-Id"] = own
        response.headers.setdefault("Cache-Control", "no-cache, max-age=0")
        response.headers.setdefault("Expires", "0")
        return response

    return middleware
