"""The doors into the pages: which CAS lets whom in, and what is behind."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ovi:
    """A door: the CAS in front of it, where that sends people back to, and the room behind.

    `paluu`, `kirjautuminen` and `koti` are names of addresses; `kehys` the frame of the pages.
    """

    nimi: str
    cas: str
    paluu: str
    kirjautuminen: str
    koti: str
    kehys: str


VIRKAILIJA = Ovi(
    "virkailija",
    cas="cas",
    paluu="cas-virkailija",
    kirjautuminen="login-virkailija",
    koti="virkailija",
    kehys="virkailija/kehys.html",
)
OPPIJA = Ovi(
    "oppija",
    cas="cas-oppija",
    paluu="cas-oppija",
    kirjautuminen="login-oppija",
    koti="oppija-koti",
    kehys="oppija/kehys.html",
)
