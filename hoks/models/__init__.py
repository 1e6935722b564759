"""What is true: one door to the tables of a plan.

Order of dependence: base → hoks → haku, luonnokset, puuttuva_osaaminen, olemassa_oleva_osaaminen →
tyopaikkajaksot, naytot. The rows are a pure function of the plan's newest version
(`hoks.services.rows`): they answer questions, the version is what is served.
"""

from hoks.models.elinkaari import PoistettuHoks, PoistonSyy, Yhteystietotarkistus
from hoks.models.haku import HakuRivi
from hoks.models.hoks import (
    Hoks,
    HoksVersio,
    HoksVipunen,
    OpiskeluvalmiuksiaTukevatOpinnot,
    OppimisenTuki,
)
from hoks.models.luonnokset import HoksLuonnos
from hoks.models.muistutukset import Muistutustilaus
from hoks.models.naytot import OsaamisenOsoittaminen
from hoks.models.olemassa_oleva_osaaminen import AiemminHankittuOsa
from hoks.models.puuttuva_osaaminen import HankittavaKoulutuksenOsa, HankittavaOsa
from hoks.models.selvitykset import Selvityspyynto, Selvitystilaus
from hoks.models.tyopaikkajaksot import OsaamisenHankkimistapa

__all__ = [
    "AiemminHankittuOsa",
    "HakuRivi",
    "HankittavaKoulutuksenOsa",
    "HankittavaOsa",
    "Hoks",
    "HoksLuonnos",
    "HoksVersio",
    "HoksVipunen",
    "Muistutustilaus",
    "OpiskeluvalmiuksiaTukevatOpinnot",
    "OppimisenTuki",
    "OsaamisenHankkimistapa",
    "OsaamisenOsoittaminen",
    "PoistettuHoks",
    "PoistonSyy",
    "Selvityspyynto",
    "Selvitystilaus",
    "Yhteystietotarkistus",
]
