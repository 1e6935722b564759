"""The one application: finds the service that a path belongs to and lets it answer."""

from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

from ehoks.simulator import faults, pages
from ehoks.simulator.cas import Cas
from ehoks.simulator.cas_oppija import CasOppija
from ehoks.simulator.eperusteet import Eperusteet
from ehoks.simulator.facts import load_facts
from ehoks.simulator.hairiot import Hairiot
from ehoks.simulator.koodisto import Koodisto
from ehoks.simulator.koski import Koski
from ehoks.simulator.oppijanumerorekisteri import Oppijanumerorekisteri
from ehoks.simulator.organisaatio import Organisaatiopalvelu
from ehoks.simulator.state import State
from ehoks.simulator.viestinvalitys import Lahtevat, Viestinvalitys
from ehoks.simulator.web import HTML, Request, Response, Service, text

FAULTY_SERVICES = (
    "cas", "koski", "onr", "organisaatio", "koodisto", "eperusteet", "viestinvalitys",
)  # fmt: skip


class Simulator:
    """Opintopolku as a WSGI callable; all memory is in the state folder, none in the process."""

    def __init__(self, facts_file: Path | None, state_folder: Path) -> None:
        self.facts = load_facts(facts_file)
        self._state = State(state_folder)
        cas = Cas(self.facts, self._state)
        self._services: dict[str, Service] = {
            "cas": cas,
            "cas-oppija": CasOppija(self.facts, self._state),
            "koski": Koski(self.facts),
            "oppijanumerorekisteri-service": Oppijanumerorekisteri(self.facts, cas),
            "organisaatio-service": Organisaatiopalvelu(self.facts),
            "koodisto-service": Koodisto(self.facts),
            "eperusteet-service": Eperusteet(self.facts),
            "lahetys": Viestinvalitys(self._state, cas),
            "viestit": Lahtevat(self._state),
            "hairiot": Hairiot(self),
        }

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        return self.answer(Request(environ)).send(start_response)

    def answer(self, request: Request) -> Response:
        """The answer to a request, through the service's fault if it has one."""
        first, *rest = request.path
        if not first:
            page = pages.front(pages.language(request.query))
            return Response(200, page.encode(), HTML, pages.HEADERS)
        service = self._services.get(first)
        if service is None:
            return text("Not found", 404)
        mode = self._state.fault(service.name)
        if mode is not None:
            in_process = faults.IN_PROCESS in request.environ
            answer = faults.act_out(mode, in_process=in_process)
            if answer is not None:
                return answer
        return service.answer(request, tuple(rest)) or text("Not found", 404)

    # --- Faults ----------------------------------------------------------------------------------

    def set_fault(self, service: str, mode: str) -> None:
        """Put a service out of order, for every process; ValueError when there is no such thing."""
        if service not in FAULTY_SERVICES or mode not in faults.MODES:
            raise ValueError(f"no such fault: {service} {mode}")
        self._state.set_fault(service, mode)

    def clear_faults(self, service: str | None = None) -> None:
        """Mend one service, or all of them."""
        self._state.clear_faults(service)

    def faults(self) -> dict[str, str]:
        """Each service and how it does: a mode of fault, or `ok`."""
        return {name: self._state.fault(name) or "ok" for name in FAULTY_SERVICES}
