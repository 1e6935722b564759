"""The switchboard of faults: who is out of order, and how, by HTTP."""

from typing import Protocol

from ehoks.simulator import faults, pages
from ehoks.simulator.web import HTML, Request, Response, json


class Switches(Protocol):
    """What the switchboard needs of the simulator."""

    def faults(self) -> dict[str, str]: ...
    def set_fault(self, service: str, mode: str) -> None: ...
    def clear_faults(self, service: str | None = None) -> None: ...


class Hairiot:
    """`GET` tells how every service does; `POST service=…&mode=…` changes it (mode `ok` mends)."""

    name = "hairiot"  # never out of order itself

    def __init__(self, switches: Switches) -> None:
        self._switches = switches

    def answer(self, request: Request, path: tuple[str, ...]) -> Response | None:
        match request.method, *path:
            case ("GET",):
                return self._show(request)
            case ("POST",):
                return self._switch(request)
        return None

    def _show(self, request: Request) -> Response:
        now = self._switches.faults()
        if not request.wants_html:
            return json(now)
        page = pages.faults(now, ("ok", *faults.MODES), pages.language(request.query))
        return Response(200, page.encode(), HTML, pages.HEADERS)

    def _switch(self, request: Request) -> Response:
        form = request.form
        service, mode = form.get("service", ""), form.get("mode", "")
        if mode == "ok":
            self._switches.clear_faults(None if service == "all" else service)
        else:
            try:
                self._switches.set_fault(service, mode)
            except ValueError as error:
                return json({"error": str(error)}, 400)
        if request.wants_html:
            return Response(303, headers=(("Location", f"{request.base}/hairiot"),))
        return json(self._switches.faults())
