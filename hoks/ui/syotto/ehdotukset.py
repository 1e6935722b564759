"""What could be meant by what was typed: codes, and organisations here and in all of Finland."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ehoks.auth.privileges import Kayttaja
from ehoks.common.aakkoset import to_key
from ehoks.common.texts import Texts
from ehoks.integrations import organisaatio
from ehoks.integrations.errors import OrganisaatioUnavailable
from ehoks.integrations.tunnisteet import is_oid
from ehoks.oppijaindex.oppilaitokset import list_oppilaitokset
from hoks.presenters.nimet import in_kieli, organisaatioiden_nimet
from hoks.schema.scalars import TEKSTI
from hoks.ui.syotto import arvot
from hoks.ui.syotto.texts import SYOTTO
from koodisto import lookup

LAJIT = (*arvot.LONG_SETS, arvot.ORGANISAATIOT)
_TUTKINNON_OSAT = arvot.LONG_SETS[0]


class Ehdotukset(NamedTuple):
    """The choices, as forms show them, and why there are fewer than there should be."""

    arvot: list[str]
    huomautus: str = ""


def find(
    kayttaja: Kayttaja, laji: str, teksti: str, kieli: str, raja: int, osa: str = ""
) -> Ehdotukset:
    """What could be meant. `osa` is the common unit, as typed, whose subjects are wanted."""
    if laji == arvot.ORGANISAATIOT:
        found, why = _organisations(kayttaja, teksti, kieli, raja)
    else:
        alueet = _subjects(osa, kieli) if laji == arvot.OSA_ALUEET else ()
        found = dict(lookup.etsi(laji, teksti, kieli, raja, alueet))
        why = SYOTTO["no_such_area"] if alueet and not found else None
    shown = [arvot.show(TEKSTI, arvo, found, haku=laji) for arvo in found]
    return Ehdotukset(shown, why.say(kieli) if why else "")


def _subjects(osa: str, kieli: str) -> tuple[str, ...]:
    """Those of the common unit; none, and so no limit, where the unit or its subjects are unknown."""
    uri = arvot.read(TEKSTI, osa, haku=_TUTKINNON_OSAT, kieli=kieli)
    return lookup.osa_alueet(uri) if uri else ()


# --- Organisations -----------------------------------------------------------------------------------


def _organisations(
    kayttaja: Kayttaja, teksti: str, kieli: str, raja: int
) -> tuple[dict[str, str], Texts | None]:
    """Name by OID: first those known here, then the rest that Organisaatiopalvelu finds by name."""
    if is_oid(teksti):
        names = organisaatioiden_nimet([teksti], kieli)
        return {oid: nimi for oid, nimi in names.items() if nimi != oid}, None
    found = _by_name(_known_here(kayttaja, teksti, kieli))
    if len(found) >= raja:
        return dict(found[:raja]), None
    try:
        told = organisaatio.search_organisaatiot(teksti)
    except OrganisaatioUnavailable:
        return dict(found), SYOTTO["organisations_away"]
    everywhere = {osuma.oid: in_kieli(osuma.nimi, kieli) for osuma in told}
    return dict([*found, *_by_name(everywhere, but=dict(found))][:raja]), None


def _known_here(kayttaja: Kayttaja, teksti: str, kieli: str) -> dict[str, str]:
    """The caller's own organisations and the schools with study rights here."""
    oids = [*(rooli.organisaatio_oid for rooli in kayttaja.roolit), *list_oppilaitokset()]
    names = organisaatioiden_nimet(dict.fromkeys(oids), kieli)
    words = teksti.lower().split()
    return {
        oid: nimi
        for oid, nimi in names.items()
        if nimi != oid and all(word in nimi.lower() for word in words)
    }


def _by_name(names: Mapping[str, str], but: Iterable[str] = ()) -> list[tuple[str, str]]:
    return sorted(
        ((oid, nimi) for oid, nimi in names.items() if nimi and oid not in but),
        key=lambda hit: to_key(hit[1]),
    )
