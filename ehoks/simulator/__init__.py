"""Opintopolku on your desk: its services in one small WSGI application over one file of facts."""

from pathlib import Path

from ehoks.simulator.application import Simulator
from ehoks.simulator.cas import Cas
from ehoks.simulator.desk import SERVICE_TICKET_SECONDS
from ehoks.simulator.faults import SimulatedTimeout
from ehoks.simulator.state import State
from ehoks.simulator.tickets import Tickets

__all__ = ["SimulatedTimeout", "Simulator", "create_app", "give_tickets"]


def create_app(facts: Path | None, state: Path) -> Simulator:
    """The simulator as a WSGI application.

    `facts` is the file of facts (None: the demo's), `state` the folder of its SQLite file. All
    processes that name the same folder are one and the same Opintopolku.
    """
    return Simulator(facts, state)


def give_tickets(state: Path) -> Tickets:
    """The CAS of staff and of service users where it only gives service tickets.

    Whoever names the same folder of state is the same CAS, and honours them.
    """
    return Tickets(State(state), Cas.name, SERVICE_TICKET_SECONDS)
