"""What is true: one door to the tables of a plan.

Order of dependence: base → hoks → puuttuva_osaaminen, olemassa_oleva_osaaminen →
tyopaikkajaksot, naytot. The rows are a pure function of the plan's newest version
(`hoks.services.rows`): they answer questions, the version is what is served.
"""

from hoks.models.hoks import Hoks, HoksVersio, OpiskeluvalmiuksiaTukevatOpinnot, OppimisenTuki
from hoks.models.naytot import OsaamisenOsoittaminen
from hoks.models.olemassa_oleva_osaaminen import AiemminHankittuOsa
from hoks.models.puuttuva_osaaminen import HankittavaKoulutuksenOsa, HankittavaOsa
from hoks.models.tyopaikkajaksot import OsaamisenHankkimistapa

__all__ = [
    "AiemminHankittuOsa",
    "HankittavaKoulutuksenOsa",
    "HankittavaOsa",
    "Hoks",
    "HoksVersio",
    "OpiskeluvalmiuksiaTukevatOpinnot",
    "OppimisenTuki",
    "OsaamisenHankkimistapa",
    "OsaamisenOsoittaminen",
]
