"""Rights: read from the roles that CAS tells, valid in an organisation and all below it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

OPH_ROOT = "1.2.246.562.10.00000000001"


class Oikeus(StrEnum):
    """A right in an organisation."""

    READ = "read"
    WRITE = "write"
    UPDATE = "update"
    DELETE = "delete"
    HOKS_DELETE = "hoks_delete"


_ALL = frozenset({Oikeus.READ, Oikeus.WRITE, Oikeus.UPDATE, Oikeus.DELETE})
_RIGHTS = {
    "CRUD": _ALL,
    "OPHPAAKAYTTAJA": _ALL,
    "READ": frozenset({Oikeus.READ}),
    "HOKS_DELETE": frozenset({Oikeus.HOKS_DELETE}),
}
_ROLE = re.compile(r"ROLE_APP_EHOKS_(\w+)_(1\.2\.246\.562\.10\.[0-9]+)")


@dataclass(frozen=True, slots=True)
class Rooli:
    """One eHOKS role in one organisation."""

    name: str
    organisaatio_oid: str

    @property
    def oikeudet(self) -> frozenset[Oikeus]:
        """The rights of the role; a role we do not know gives none."""
        return _RIGHTS.get(self.name, frozenset())


def parse_roles(roles: Iterable[str]) -> tuple[Rooli, ...]:
    """The eHOKS roles among all that CAS tells; those of other services are passed over."""
    return tuple(Rooli(*m.groups()) for role in roles if (m := _ROLE.fullmatch(role)))


@dataclass(frozen=True, slots=True)
class Kayttaja:
    """Who calls: a service account of an information system, or a person."""

    oid: str | None
    username: str
    tyyppi: str
    roolit: tuple[Rooli, ...]

    is_authenticated = True  # what Django REST framework asks of a user

    def has(self, oikeus: Oikeus, path: Iterable[str]) -> bool:
        """Whether a role in the organisation, or in one above it, gives the right.

        `path` is the organisation's own OID and those of all its parents.
        """
        above = set(path)
        return any(r.organisaatio_oid in above and oikeus in r.oikeudet for r in self.roolit)

    def has_somewhere(self, oikeus: Oikeus) -> bool:
        """Whether any role gives the right."""
        return any(oikeus in r.oikeudet for r in self.roolit)

    @property
    def is_service(self) -> bool:
        """A service account, not a person."""
        return self.tyyppi == "PALVELU"

    @property
    def is_super(self) -> bool:
        """OPH's main user: the role counts on the root only."""
        return Rooli("OPHPAAKAYTTAJA", OPH_ROOT) in self.roolit
