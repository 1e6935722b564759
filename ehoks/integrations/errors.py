"""A service that we lean on does not answer: 503, when to try again, and which one it was."""

from typing import Any, ClassVar

from ehoks.common import counts
from ehoks.common.errors import EhoksError, Fixer
from ehoks.common.texts import Texts

RETRY_AFTER_SECONDS = 30
_LINKED_SYSTEM = (
    "(transient?) failure in call to a linked system, maybe downtime.  "
    "If this doesn't go away, contact eHOKS support."
)


class ServiceUnavailable(EhoksError):
    """Base of all here. `reason` says in a few plain words what went wrong, never whose data."""

    status: ClassVar[int] = 503
    literal: ClassVar[str] = _LINKED_SYSTEM
    fixer: ClassVar[Fixer] = Fixer.WAIT

    def __init__(self, reason: str, **params: Any) -> None:
        self.reason = reason
        counts.OUTSIDE_FAILURES.labels(self.code.removesuffix("-unavailable")).inc()
        headers = {"Retry-After": str(RETRY_AFTER_SECONDS)}
        super().__init__(headers=headers, reason=reason, **params)


def _texts(fi: str, sv: str, en: str) -> Texts:
    return Texts(
        f"{fi} ei juuri nyt vastaa, joten pyyntöä ei voitu käsitellä. Mitään ei tallennettu. "
        "Yritä hetken kuluttua uudelleen.",
        f"{sv} svarar inte just nu, så begäran kunde inte behandlas. Inget sparades. "
        "Försök på nytt om en stund.",
        f"{en} does not answer just now, so the request could not be handled. Nothing was saved. "
        "Try again in a moment.",
    )


class CasUnavailable(ServiceUnavailable):
    """Nobody can be identified without CAS."""

    code = "cas-unavailable"
    texts = _texts(
        "Opintopolun kirjautumispalvelu (CAS)",
        "Studieinfos inloggningstjänst (CAS)",
        "The login service of Studyinfo (CAS)",
    )


class KoskiUnavailable(ServiceUnavailable):
    """Koski cannot be reached, or what it says cannot be read."""

    code = "koski-unavailable"
    literal = "Error while contacting Koski: {reason}"
    texts = _texts("Koski", "Koski", "Koski")


class KoskiRefused(KoskiUnavailable):
    """Koski answered, but with an error that we have no use for."""

    literal = (
        "Error while fetching opiskeluoikeus `{oid}` from Koski. "
        "Got response with HTTP status {status} and Koski-virhekoodi `{key}`."
    )


class OppijanumerorekisteriUnavailable(ServiceUnavailable):
    """The register of persons does not answer about this one."""

    code = "oppijanumerorekisteri-unavailable"
    literal = "Error while fetching oppija `{oid}` from Oppijanumerorekisteri"
    texts = _texts(
        "Oppijanumerorekisteri", "Studentnummerregistret", "The National Learner ID Register"
    )


class OrganisaatioUnavailable(ServiceUnavailable):
    """The tree of organisations, and so the extent of rights, cannot be known."""

    code = "organisaatio-unavailable"
    texts = _texts("Organisaatiopalvelu", "Organisationstjänsten", "The organisation service")


class KoodistoUnavailable(ServiceUnavailable):
    """The code sets cannot be read."""

    code = "koodisto-unavailable"
    texts = _texts("Koodistopalvelu", "Kodtjänsten", "The code set service")


class ViestinvalitysUnavailable(ServiceUnavailable):
    """No mail can be handed over just now."""

    code = "viestinvalitys-unavailable"
    texts = _texts("Viestinvälityspalvelu", "Meddelandeförmedlingen", "The mail service")


class EperusteetUnavailable(ServiceUnavailable):
    """The requirements of qualifications cannot be read."""

    code = "eperusteet-unavailable"
    texts = _texts("ePerusteet", "eGrunder", "ePerusteet")
