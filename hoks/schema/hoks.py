"""The root of a HOKS."""

from typing import Any

from ehoks.common.texts import Texts
from hoks.schema.aiemmin_hankitut import (
    AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA,
    AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA,
    AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA,
)
from hoks.schema.fields import Field, ListOf, ObjectType, Peruste
from hoks.schema.hankittavat import (
    HANKITTAVA_AMMAT_TUTKINNON_OSA,
    HANKITTAVA_KOULUTUKSEN_OSA,
    HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA,
    HANKITTAVA_YHTEINEN_TUTKINNON_OSA,
)
from hoks.schema.henkilot import PUHELINNUMERO_LABEL, SAHKOPOSTI
from hoks.schema.scalars import (
    AIKALEIMA,
    INT,
    OPISKELUOIKEUS_OID,
    OPPIJA_OID,
    PVM,
    TEKSTI,
    TEKSTI256,
    TOTUUS,
    URASUUNNITELMA_URI,
)
from hoks.schema.shared import koodi
from hoks.schema.tuki import OPISKELUVALMIUKSIA_TUKEVAT_OPINNOT, OPPIMISEN_TUKI


def _parts(
    key: str,
    item: ObjectType,
    label: Texts,
    explanation: Texts,
    example: Any = None,
    peruste: Peruste | None = Peruste.LAKI,
) -> Field:
    """A list of the root; PATCH changes what the plan says of itself, never its lists."""
    return Field(
        key, ListOf(item), "OOXOO", label, explanation=explanation, example=example, peruste=peruste
    )


HOKS = ObjectType(
    name="HOKS",
    label=Texts(
        "Henkilökohtainen osaamisen kehittämissuunnitelma (HOKS)",
        "Personlig utvecklingsplan för kunnandet (PUK)",
        "Personal competence development plan (HOKS)",
    ),
    fields=(
        Field(
            "id",
            INT,
            "XOORR",
            Texts("HOKSin tunnistenumero", "Planens nummer", "Number of the plan"),
            explanation=Texts(
                "Palvelu antaa sen tallennuksessa; se on myös HOKSin osoitteen loppuosa. Rungossa "
                "sen voi jättää pois, mutta toista numeroa siinä ei saa olla.",
                "Tjänsten ger det när planen sparas; det är också slutet på planens adress. Det "
                "kan lämnas bort i innehållet, men något annat nummer får inte stå där.",
                "Given by the service when the plan is stored; it also ends the plan’s address. A "
                "body may leave it out, but may not have another number.",
            ),
            example=201,
            lyhyt=Texts("eHOKS-id", "ePUK-id", "eHOKS id"),
        ),
        Field(
            "eid",
            TEKSTI,
            "XXXRR",
            Texts("HOKSin eID", "Planens eID", "eID of the plan"),
            explanation=Texts(
                "HOKSin ulkoinen tunniste, jonka palvelu antaa. Se ei muutu.",
                "Planens externa identifierare, som tjänsten ger. Den ändras inte.",
                "The external identifier of the plan, given by the service. It does not change.",
            ),
            example="7c9e6679-7425-40de-944b-e07fc1f90ae7",
        ),
        Field(
            "oppija-oid",
            OPPIJA_OID,
            "ROOOO",
            Texts("Oppijanumero (OID)", "Studentnummer (OID)", "Learner number (OID)"),
            explanation=Texts(
                "Kenen HOKS tämä on: numero Oppijanumerorekisterissä. Opiskeluoikeuden pitää olla "
                "hänen omansa. Numeron voi vaihtaa vain saman henkilön uudempaan numeroon, eikä "
                "PUT poista sitä.",
                "Vems plan det är: numret i Studentnummerregistret. Studierätten ska vara "
                "personens egen. Numret kan bytas bara mot ett nyare nummer för samma person, och "
                "PUT tar inte bort det.",
                "Whose plan it is: the number in Oppijanumerorekisteri. The study right must be "
                "that person’s own. It can be changed only to a newer number of the same person, "
                "and PUT does not remove it.",
            ),
            lyhyt=Texts("Oppijanumero", "Studerandenummer", "Learner number"),
        ),
        Field(
            "sahkoposti",
            TEKSTI,
            "OOOOO",
            Texts("Opiskelijan sähköposti", "Studerandens e-post", "Email of the student"),
            explanation=Texts(
                "Osoite, johon opiskelijan palautekyselyt lähetetään. Muotoa ei tarkisteta.",
                "Adressen dit studerandens responsenkäter skickas. Formen kontrolleras inte.",
                "Where the student’s feedback surveys are sent. Its form is not checked.",
            ),
            example="lempi.leipuri@example.fi",
            peruste=Peruste.SUOSITUS,
            ohje=Texts(
                "Osoite, johon opiskelijan palautekyselyt lähetetään.",
                "Adressen dit den studerandes responsenkäter skickas.",
                "Where the student’s feedback surveys are sent.",
            ),
            lyhyt=SAHKOPOSTI,
        ),
        Field(
            "puhelinnumero",
            TEKSTI256,
            "OOOOO",
            Texts(
                "Opiskelijan puhelinnumero",
                "Studerandens telefonnummer",
                "Phone number of the student",
            ),
            explanation=Texts(
                "Numero, johon opiskelijan palautekyselyt voidaan lähettää.",
                "Numret dit studerandens responsenkäter kan skickas.",
                "Where the student’s feedback surveys can be sent.",
            ),
            example="+358 40 1234567",
            lyhyt=PUHELINNUMERO_LABEL,
        ),
        Field(
            "opiskeluoikeus-oid",
            OPISKELUOIKEUS_OID,
            "ROOOO",
            Texts("Opiskeluoikeus (OID)", "Studierätt (OID)", "Study right (OID)"),
            explanation=Texts(
                "Opiskeluoikeus Koskessa, jota HOKS koskee. Yhdellä opiskeluoikeudella on yksi "
                "HOKS, eikä HOKSia voi siirtää toiselle. PUT ei poista sitä.",
                "Den studierätt i Koski som planen gäller. En studierätt har en enda plan, och "
                "planen kan inte flyttas till en annan. PUT tar inte bort den.",
                "The study right in Koski that the plan is for. One study right has one plan, and "
                "the plan cannot be moved to another. PUT does not remove it.",
            ),
            lyhyt=Texts("Opiskeluoikeuden OID", "Studierättens OID", "OID of the study right"),
        ),
        Field(
            "tuva-opiskeluoikeus-oid",
            OPISKELUOIKEUS_OID,
            "OOOOO",
            Texts(
                "TUVA-opiskeluoikeus (OID)",
                "Studierätt i Hux-utbildning (OID)",
                "Study right in preparatory education (TUVA, OID)",
            ),
            explanation=Texts(
                "Opiskelijan TUVA-opiskeluoikeus, joka on voimassa ammatillisen rinnalla. "
                "TUVA-koulutuksen omassa HOKSissa sitä ei käytetä.",
                "Studerandens Hux-studierätt, som gäller vid sidan av den yrkesinriktade. I "
                "Hux-utbildningens egen plan används den inte.",
                "The student’s TUVA study right that runs beside the vocational one. The plan of "
                "the TUVA education itself does not use it.",
            ),
            example="1.2.246.562.15.16180339885",
            lyhyt=Texts(
                "TUVA-opiskeluoikeuden OID",
                "OID för Hux-studierätten",
                "OID of the TUVA study right",
            ),
        ),
        *koodi(
            "urasuunnitelma-koodi",
            URASUUNNITELMA_URI,
            "OOOOO",
            Texts("Urasuunnitelma", "Karriärplan", "Career plan"),
            explanation=Texts(
                "Mihin opiskelija tähtää.",
                "Vad studeranden siktar på.",
                "What the student aims at.",
            ),
            peruste=Peruste.LAKI,
            lyhyt=Texts("Urasuunnitelman päämäärä", "Karriärplanens mål", "Aim of the career plan"),
            oma=Texts(
                "Urasuunnitelmani päämäärä", "Målet för min karriärplan", "Aim of my career plan"
            ),
        ),
        Field(
            "versio",
            INT,
            "OOOOO",
            Texts("HOKSin versio", "Planens version", "Version of the plan"),
            explanation=Texts(
                "Järjestelmän oma versionumero. Palvelu pitää sen sellaisena kuin se lähetettiin.",
                "Systemets eget versionsnummer. Tjänsten bevarar det så som det sändes.",
                "A version number of your own. The service keeps it as it was sent.",
            ),
            example=3,
            ohje=Texts(
                "Oma versionumero, jos sellaista käytetään.",
                "Ett eget versionsnummer, om ett sådant används.",
                "A version number of your own, if you use one.",
            ),
        ),
        Field(
            "ensikertainen-hyvaksyminen",
            PVM,
            "RRORR",
            Texts(
                "Ensimmäisen hyväksymisen päivä",
                "Datum för det första godkännandet",
                "Date of the first approval",
            ),
            explanation=Texts(
                "Milloin HOKS hyväksyttiin ensimmäisen kerran. Päivä pysyy samana myöhemmissä "
                "versioissa; opintojen alun palautekysely perustuu siihen.",
                "När planen godkändes första gången. Dagen är densamma i senare versioner; "
                "responsenkäten i början av studierna utgår från den.",
                "When the plan was first approved. The day stays the same in later versions; the "
                "feedback survey at the start of the studies goes by it.",
            ),
            example="2024-08-15",
            peruste=Peruste.LAKI,
            lyhyt=Texts("Ens. hyväksytty", "Först godkänd", "First approved"),
        ),
        Field(
            "hyvaksytty",
            AIKALEIMA,
            "OOOOO",
            Texts("Hyväksytty", "Godkänd", "Approved"),
            explanation=Texts(
                "Milloin tämä versio hyväksyttiin.",
                "När den här versionen godkändes.",
                "When this version was approved.",
            ),
            peruste=Peruste.LAKI,
            ohje=Texts(
                "Milloin tämä versio hyväksyttiin, esimerkiksi 15.8.2026 12.30.",
                "När denna version godkändes, till exempel 15.8.2026 12.30.",
                "When this version was approved, for example 15.8.2026 12.30.",
            ),
        ),
        Field(
            "paivitetty",
            AIKALEIMA,
            "OOOOO",
            Texts("Päivitetty", "Uppdaterad", "Updated"),
            explanation=Texts(
                "Milloin HOKSia viimeksi muutettiin järjestelmässäsi. Palvelu ei täytä sitä itse.",
                "När planen senast ändrades i ditt system. Tjänsten fyller inte i den själv.",
                "When the plan was last changed in your system. The service does not fill it in "
                "by itself.",
            ),
            example="2025-01-02T12:00:00Z",
            peruste=Peruste.LAKI,
            ohje=Texts(
                "Jätä ennalleen, niin muutoksen hetki täyttyy itsestään.",
                "Lämna som det är, så fylls tidpunkten för ändringen i av sig själv.",
                "Leave it as it is, and the moment of the change is filled in by itself.",
            ),
        ),
        Field(
            "poistettu",
            AIKALEIMA,
            "XXXXO",
            Texts("Poistettu", "Raderad", "Deleted"),
            explanation=Texts(
                "Milloin HOKS passivoitiin. Vain tilastosyötteessä.",
                "När planen passiverades. Endast i statistikflödet.",
                "When the plan was archived. In the statistics feed only.",
            ),
        ),
        Field(
            "osaamisen-saavuttamisen-pvm",
            PVM,
            "OOOOO",
            Texts(
                "Osaamisen saavuttamisen päivä",
                "Datum då kunnandet har uppnåtts",
                "Date when the competence was achieved",
            ),
            explanation=Texts(
                "Milloin kaikki HOKSiin suunniteltu osaaminen saavutettiin; opintojen lopun "
                "palautekysely perustuu siihen.",
                "När allt kunnande i planen har uppnåtts; responsenkäten i slutet av studierna "
                "utgår från dagen.",
                "When all the competence of the plan was achieved; the feedback survey at the end "
                "of the studies goes by it.",
            ),
            example="2025-06-05",
            lyhyt=Texts(
                "Sovittu osaaminen saavutettu",
                "Avtalat kunnande uppnått",
                "Agreed competence reached",
            ),
        ),
        Field(
            "osaamisen-hankkimisen-tarve",
            TOTUUS,
            "RROOO",
            Texts(
                "Osaamisen hankkimisen tarve",
                "Behov av att förvärva kunnande",
                "Need to acquire competence",
            ),
            explanation=Texts(
                "true, kun opiskelija hankkii puuttuvaa osaamista koulutuksessa; false, kun hän "
                "siirtyy suoraan näyttöihin.",
                "true, när studeranden förvärvar kunnande i utbildning; false, när studeranden "
                "går direkt till yrkesprov.",
                "true, when the student acquires competence in education; false, when the student "
                "goes straight to demonstrations.",
            ),
            peruste=Peruste.LAKI,
            ohje=Texts(
                "Kyllä, kun opiskelija hankkii puuttuvaa osaamista koulutuksessa. Ei, kun hän "
                "siirtyy suoraan näyttöihin. Opiskelijapalaute perustuu tähän.",
                "Ja, när den studerande förvärvar kunnande i utbildning. Nej, när den studerande "
                "går direkt till yrkesprov. Studeranderesponsen utgår från detta.",
                "Yes, when the student acquires competence in education. No, when the student "
                "goes straight to demonstrations. Student feedback goes by this.",
            ),
            oma=Texts(
                "Hankin lisää osaamista", "Jag förvärvar mer kunnande", "I acquire more competence"
            ),
        ),
        Field(
            "manuaalisyotto",
            TOTUUS,
            "XXXOO",
            Texts("Syötetty käsin", "Inmatad för hand", "Entered by hand"),
            explanation=Texts(
                "true, kun HOKS on kirjoitettu käsin eikä tullut tietojärjestelmästä.",
                "true, när planen har skrivits in för hand och inte kommit från ett "
                "informationssystem.",
                "true, when the plan was typed in by hand and did not come from an information "
                "system.",
            ),
            example=False,
            lyhyt=Texts(
                "Mistä tiedot tulevat", "Varifrån uppgifterna kommer", "Where the data is from"
            ),
        ),
        _parts(
            "aiemmin-hankitut-ammat-tutkinnon-osat",
            AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA,
            Texts(
                "Aiemmin hankitut ammatilliset tutkinnon osat",
                "Tidigare förvärvade yrkesinriktade examensdelar",
                "Previously acquired vocational units",
            ),
            explanation=Texts(
                "Ammatilliset tutkinnon osat, jotka opiskelija jo osaa ja jotka tunnustetaan.",
                "Yrkesinriktade examensdelar som studeranden redan kan och som erkänns.",
                "Vocational units that the student knows already and that are recognised.",
            ),
        ),
        _parts(
            "aiemmin-hankitut-yhteiset-tutkinnon-osat",
            AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA,
            Texts(
                "Aiemmin hankitut yhteiset tutkinnon osat",
                "Tidigare förvärvade gemensamma examensdelar",
                "Previously acquired common units",
            ),
            explanation=Texts(
                "Yhteiset tutkinnon osat, jotka tunnustetaan kokonaan tai osa-alueittain.",
                "Gemensamma examensdelar som erkänns helt eller delområde för delområde.",
                "Common units that are recognised, whole or by sub-area.",
            ),
        ),
        _parts(
            "aiemmin-hankitut-paikalliset-tutkinnon-osat",
            AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA,
            Texts(
                "Aiemmin hankitut paikalliset tutkinnon osat",
                "Tidigare förvärvade lokala examensdelar",
                "Previously acquired local units",
            ),
            explanation=Texts(
                "Tunnustettavat osat, joilla ei ole valtakunnallista koodia.",
                "Delar som erkänns och som inte har någon nationell kod.",
                "Recognised units that have no national code.",
            ),
        ),
        _parts(
            "opiskeluvalmiuksia-tukevat-opinnot",
            OPISKELUVALMIUKSIA_TUKEVAT_OPINNOT,
            OPISKELUVALMIUKSIA_TUKEVAT_OPINNOT.label,
            explanation=Texts(
                "Opinnot, joilla vahvistetaan opiskelutaitoja. Elokuusta 2026 alkaen tuki "
                "kirjataan kohtaan oppimisen-tuki.",
                "Studier som stärker studiefärdigheterna. Från augusti 2026 antecknas stödet i "
                "oppimisen-tuki.",
                "Studies that strengthen study skills. From August 2026 support is told in "
                "oppimisen-tuki.",
            ),
        ),
        _parts(
            "oppimisen-tuki",
            OPPIMISEN_TUKI,
            OPPIMISEN_TUKI.label,
            explanation=Texts(
                "Tuki, jota opiskelija saa oppimiseensa, elokuusta 2026 alkaen.",
                "Stödet som studeranden får för sitt lärande, från augusti 2026.",
                "The support that the student gets for learning, from August 2026.",
            ),
            peruste=None,
        ),
        _parts(
            "hankittavat-ammat-tutkinnon-osat",
            HANKITTAVA_AMMAT_TUTKINNON_OSA,
            Texts(
                "Hankittavat ammatilliset tutkinnon osat",
                "Yrkesinriktade examensdelar som ska förvärvas",
                "Vocational units to be acquired",
            ),
            explanation=Texts(
                "Ammatilliset tutkinnon osat, jotka opiskelija vielä suorittaa: missä, milloin ja "
                "miten.",
                "Yrkesinriktade examensdelar som studeranden ännu ska avlägga: var, när och hur.",
                "Vocational units that the student still completes: where, when and how.",
            ),
        ),
        _parts(
            "hankittavat-yhteiset-tutkinnon-osat",
            HANKITTAVA_YHTEINEN_TUTKINNON_OSA,
            Texts(
                "Hankittavat yhteiset tutkinnon osat",
                "Gemensamma examensdelar som ska förvärvas",
                "Common units to be acquired",
            ),
            explanation=Texts(
                "Yhteiset tutkinnon osat, jotka opiskelija vielä suorittaa, osa-alueittain.",
                "Gemensamma examensdelar som studeranden ännu ska avlägga, delområde för "
                "delområde.",
                "Common units that the student still completes, by sub-area.",
            ),
        ),
        _parts(
            "hankittavat-paikalliset-tutkinnon-osat",
            HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA,
            Texts(
                "Hankittavat paikalliset tutkinnon osat",
                "Lokala examensdelar som ska förvärvas",
                "Local units to be acquired",
            ),
            explanation=Texts(
                "Suoritettavat osat, joilla ei ole valtakunnallista koodia.",
                "Delar som ska avläggas och som inte har någon nationell kod.",
                "Units to be completed that have no national code.",
            ),
        ),
        _parts(
            "hankittavat-koulutuksen-osat",
            HANKITTAVA_KOULUTUKSEN_OSA,
            Texts(
                "Hankittavat TUVA-koulutuksen osat",
                "Delar av Hux-utbildningen som ska förvärvas",
                "Parts of preparatory education (TUVA) to be acquired",
            ),
            explanation=Texts(
                "TUVA-koulutuksen osat. Vain kun opiskeluoikeus on TUVA.",
                "Hux-utbildningens delar. Endast när studierätten är av typen Hux.",
                "Parts of TUVA education. Only when the study right is of the type TUVA.",
            ),
            example=[],
        ),
    ),
)
