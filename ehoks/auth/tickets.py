"""A service ticket becomes a caller with fresh rights; nothing is kept between calls."""

from ehoks.auth.errors import TicketInvalid
from ehoks.auth.privileges import Kayttaja, parse_roles
from ehoks.integrations import cas
from ehoks.integrations.cas import CasHenkilo


def get_kayttaja(ticket: str, service: str, *, renew: bool = False) -> Kayttaja:
    """Ask CAS who holds the ticket that was made for `service`.

    `renew`: only a ticket counts for which the password was asked for.

    Raises:
        TicketInvalid: CAS does not accept it.
        EhoksError: CAS does not answer (503).
    """
    found = cas.validate_ticket(ticket, service, renew=renew)
    if found is None:
        raise TicketInvalid(service=service)
    return Kayttaja(found.oid, found.username, found.tyyppi, parse_roles(found.roles))


def get_henkilo(ticket: str, service: str) -> CasHenkilo:
    """Ask CAS-oppija who holds the ticket that was made for `service`; errors as above."""
    found = cas.validate_oppija_ticket(ticket, service)
    if found is None:
        raise TicketInvalid(service=service)
    return found
