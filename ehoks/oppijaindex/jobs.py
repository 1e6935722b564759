"""The job that keeps the copies of study rights fresh."""

from collections.abc import Iterable

from ehoks.common.texts import Texts
from ehoks.integrations.errors import KoskiUnavailable
from ehoks.oppijaindex import paivitys
from ehoks.tyot.karsivallisyys import Karsivallisyys
from ehoks.tyot.tyo import Ajo, tyo


@tyo(
    "paivita-opiskeluoikeudet",
    cron="0 20 * * *",
    otsikko=Texts(
        "Opiskeluoikeuksien päivitys", "Uppdatering av studierätter", "Study right update"
    ),
    kuvaus=Texts(
        "Lukee Koskesta hakemistoon jatkuvat opiskeluoikeudet joka yö ja päättyneet kerran "
        "kuukaudessa. Opiskeluoikeus, jota Koskessa ei enää ole, merkitään.",
        "Läser pågående studierätter från Koski till registret varje natt och avslutade en gång i "
        "månaden. En studierätt som inte längre finns i Koski märks ut.",
        "Reads study rights that go on from Koski into the index every night, and those that have "
        "ended once a month. One that Koski no longer has is marked.",
    ),
)
def refresh_due(ajo: Ajo) -> None:
    """Ask Koski of all that is due."""
    _refresh(ajo, paivitys.list_due())


def _refresh(ajo: Ajo, batches: Iterable[paivitys.Batch]) -> None:
    patience = Karsivallisyys(ajo)
    for batch in batches:
        try:
            told, missing = paivitys.refresh(batch)
        except KoskiUnavailable as error:
            patience.bear(error)
            continue
        patience.rest()
        ajo.step(tehty=told + missing, ei_koskessa=missing)


@tyo(
    "paivita-toimijan-opiskeluoikeudet",
    cron=None,
    otsikko=Texts(
        "Koulutustoimijan opiskeluoikeuksien päivitys",
        "Uppdatering av en utbildningsaktörs studierätter",
        "Study right update of a provider",
    ),
    kuvaus=Texts(
        "Lukee Koskesta yhden koulutustoimijan opiskeluoikeudet. Käynnistetään oppijahakemiston "
        "sivulta.",
        "Läser en utbildningsaktörs studierätter från Koski. Startas på studeranderegistrets sida.",
        "Reads the study rights of one provider from Koski. Started on the page of the index.",
    ),
)
def refresh_of_toimija(ajo: Ajo, oid: str) -> None:
    """Ask Koski of all study rights of a provider."""
    ajo.expect(paivitys.count_of_toimija(oid))
    _refresh(ajo, paivitys.list_of_toimija(oid))
