"""Where a student lives, as Oppijanumerorekisteri tells it beside the plan: to whom, in which words."""

from dataclasses import dataclass

from ehoks.integrations import http, oppijanumerorekisteri
from ehoks.integrations.errors import RETRY_AFTER_SECONDS, ServiceUnavailable
from ehoks.integrations.tahti import Tahti
from ehoks.integrations.yhteystiedot import Yhteystiedot
from hoks import access

# A register that is down keeps a page waiting for so long; the pages after it do not ask again.
PATIENCE_SECONDS = 2.0
TAHTI = Tahti(most=10_000, seconds=1)


@dataclass(frozen=True, slots=True)
class Henkilotiedot:
    """What is told. `syy` is the key of the words that say why nothing is, where there are any."""

    kohdat: tuple[tuple[str, str], ...] = ()  # the key of a term's words, and what it says
    puhelin: str = ""  # shown where the plan has no number
    syy: str = ""


def find(oppija_oid: str, *, is_self: bool, is_own: bool) -> Henkilotiedot:
    """What this reader is shown; nothing, and why, while the register does not answer.

    `is_self`: the reader is the learner; `is_own`: staff who may read plans in the plan's school.
    Nothing of it is stored, and nobody else is told anything, not even that it is not shown.
    """
    if not (is_self or is_own):
        return Henkilotiedot()
    if not TAHTI.may():
        return Henkilotiedot(syy="onr_ei_saatu")
    try:
        with http.hurried(PATIENCE_SECONDS):
            henkilo = oppijanumerorekisteri.get_main_henkilo(oppija_oid)
    except ServiceUnavailable:
        TAHTI.rest(RETRY_AFTER_SECONDS)
        return Henkilotiedot(syy="onr_ei_saatu")
    if henkilo is None:
        return Henkilotiedot()
    if access.may_know_home(oppija_oid, is_self=is_self, is_own=is_own):
        return _told(henkilo.yhteystiedot)
    is_protected = access.is_protected(oppija_oid)
    return Henkilotiedot(syy="onr_turvakielto" if is_protected else "onr_ei_saatu")


def _told(tiedot: Yhteystiedot) -> Henkilotiedot:
    post = " ".join(filter(None, (tiedot.postinumero, tiedot.postitoimipaikka)))
    kohdat = (
        ("osoite", tiedot.osoite),
        ("postiosoite", post),
        ("kotikunta", tiedot.kotikunta),
    )
    return Henkilotiedot(tuple(kohta for kohta in kohdat if kohta[1]), tiedot.puhelin)
