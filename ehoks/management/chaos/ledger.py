"""What the register must hold after a fault, and what of it it does not."""

from collections.abc import Iterator

from ehoks.management.chaos.clients import Stubborn
from ehoks.management.chaos.house import House
from ehoks.management.load.clients import differences

# Each call that changed a plan made one version; a call that came twice, no second one.
_VERSIONS = "SELECT hoks_id, count(*) FROM hoks_versiot WHERE hoks_id = ANY(%s) GROUP BY hoks_id"
_LOGGED = "SELECT request_id FROM audit_tapahtumat WHERE request_id = ANY(%s)"


def wrongs(house: House, clients: list[Stubborn]) -> Iterator[str]:
    """Each thing that is lost, doubled or not in the log, in words."""
    for client in clients:
        yield from (f"not answered: {call}" for call in client.given_up)
        yield from differences(client)
    yield from _doubled(house, clients)
    yield from _unlogged(house, clients)


def _doubled(house: House, clients: list[Stubborn]) -> Iterator[str]:
    plans = {
        plan.id: plan.versio
        for client in clients
        for system in client.systems
        for plan in system.plans
    }
    for hoks_id, versions in house.ask(_VERSIONS, list(plans)):
        if versions != plans[hoks_id]:
            yield f"plan {hoks_id}: {plans[hoks_id]} changes were answered, {versions} were made"


def _unlogged(house: House, clients: list[Stubborn]) -> Iterator[str]:
    names = [name for client in clients for name, _ in client.answered]
    logged = {name for (name,) in house.ask(_LOGGED, names)}
    if lost := len(set(names) - logged):
        yield f"{lost} answers are not in the audit log"
