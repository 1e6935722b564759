"""Opintopolku on your desk: its services in one small WSGI application over one file of facts."""

from pathlib import Path

from ehoks.simulator.application import Simulator
from ehoks.simulator.faults import SimulatedTimeout

__all__ = ["SimulatedTimeout", "Simulator", "create_app"]


def create_app(facts: Path | None, state: Path) -> Simulator:
    """The simulator as a WSGI application.

    `facts` is the file of facts (None: the demo's), `state` the folder of its SQLite file. All
    processes that name the same folder are one and the same Opintopolku.
    """
    return Simulator(facts, state)
