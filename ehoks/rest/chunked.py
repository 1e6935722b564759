"""Bodies that come in chunks, and so without a length: Django would read nothing of them."""

import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

ENDLESS = "application/x-ndjson"  # read line by line, as it comes


def give_length(environ: "WSGIEnvironment", limit: int) -> None:
    """Give a body in chunks the length that Django goes by; leave other bodies alone.

    A body is read here, but never more of it than the limit and one: that it is too large is then
    found out where it always is. An endless one is not read here.
    """
    if environ.get("HTTP_TRANSFER_ENCODING", "").strip().lower() != "chunked":
        return
    if environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() == ENDLESS:
        environ["CONTENT_LENGTH"] = str(sys.maxsize)
        return
    body = environ["wsgi.input"].read(limit + 1)
    environ["wsgi.input"] = io.BytesIO(body)
    environ["CONTENT_LENGTH"] = str(len(body))
