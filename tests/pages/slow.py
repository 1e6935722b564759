"""Pages that come late and in two pieces: a browser test that does not wait for the whole then always fails.

`EHOKS_SLOW_PAGES=0.4 make test PYTEST_ARGS="-m 'browser and not server'"` finds what otherwise fails
once in a thousand runs.
"""

import os
import time

from django.http import StreamingHttpResponse

PAUSE = float(os.environ.get("EHOKS_SLOW_PAGES", "0"))  # seconds


def in_pieces(get_response):
    """Middleware for what a browser asks over HTTP; a test's own client reads `content`, and gets it whole."""

    def answer(request):
        response = get_response(request)
        page = response.headers.get("Content-Type", "").startswith("text/html")
        if response.streaming or not page or "SERVER_SOFTWARE" not in request.META:
            return response
        slow = StreamingHttpResponse(_pieces(response.content), status=response.status_code)
        slow.headers, slow.cookies = response.headers, response.cookies
        return slow

    return answer


def _pieces(content):
    """The first piece is enough for a browser to be at the new address, with the page still to come."""
    time.sleep(PAUSE)
    yield content[:400]
    time.sleep(PAUSE)
    yield content[400:]
