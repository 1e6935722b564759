"""Jobs that keep the code sets fresh while nobody thinks of them."""

from ehoks.common.texts import Texts
from ehoks.tyot.tyo import Ajo, tyo
from koodisto.services import Tulos, Vaihe, sync_koodistot

NIGHTLY = "20 2 * * *"  # UTC: between four and five in the morning in Finland


class NotAllSynchronised(Exception):
    """Koodisto or ePerusteet did not answer for some of the sets, which are named."""


@tyo(
    "sync_koodistot",
    cron=NIGHTLY,
    otsikko=Texts("Koodistojen päivitys", "Uppdatering av kodverk", "Code set update"),
    kuvaus=Texts(
        "Lukee koodistot Koodistopalvelusta ja puuttuvat nimet ePerusteista. Koodisto, joka on "
        "luettu viimeksi kuluneen kuuden tunnin aikana, jätetään rauhaan.",
        "Läser kodverken från Kodtjänsten och namn som saknas från eGrunder. Ett kodverk som har "
        "lästs under de senaste sex timmarna lämnas i fred.",
        "Reads the code sets from the code set service and missing names from ePerusteet. A set "
        "that was read within the last six hours is left alone.",
    ),
)
def sync_koodistot_job(ajo: Ajo) -> None:
    """Bring the code sets up to date; sets that were read are left alone by the next try.

    Raises:
        NotAllSynchronised: some could not be read; the job comes again by itself.
    """

    def follow(vaihe: Vaihe) -> None:
        ajo.step(tehty=1, muuttui=vaihe.muuttui)

    steps = sync_koodistot(progress=follow)
    silent = [step.nimi for step in steps if step.tulos is Tulos.UNAVAILABLE]
    if silent:
        raise NotAllSynchronised(", ".join(silent))
