"""Services out of order: what each kind of fault does to an answer."""

import time

from ehoks.simulator.web import HTML, Response, text

IN_PROCESS = "ehoks.in_process"  # WSGI key: the caller shares our process and can be told at once
SLOW_SECONDS = 1.0
TIMEOUT_SECONDS = 30  # longer than any client of ours waits

MODES = ("timeout", "500", "404", "slow", "broken")


class SimulatedTimeout(Exception):
    """The in-process way to say: an answer would not have come in time."""


def act_out(mode: str, *, in_process: bool) -> Response | None:
    """Behave as out of order; None when the true answer may still follow.

    Raises SimulatedTimeout instead of waiting when the caller is in this process.
    """
    if mode == "slow":
        time.sleep(SLOW_SECONDS)
        return None
    if mode == "timeout":
        if in_process:
            raise SimulatedTimeout
        time.sleep(TIMEOUT_SECONDS)
        return text("Gateway timeout", 504)
    if mode == "404":
        return Response(404, b"<html><body><h1>404 Not Found</h1></body></html>", HTML)
    if mode == "broken":
        return Response(200, b'<cas:serviceResponse>{"oid": "1.2.246.562', "application/json")
    return text("Internal Server Error", 500)
