"""How competence is acquired: a period of learning, at a workplace or elsewhere."""

from dataclasses import replace

from ehoks.common.texts import Texts
from hoks.schema.fields import Field, ListOf, ObjectType, Peruste, by_law
from hoks.schema.henkilot import OPPILAITOSHENKILO, VASTUULLINEN_TYOPAIKKAOHJAAJA
from hoks.schema.scalars import (
    HANKKIMISTAPA_URI,
    INT,
    OPPIMISYMPARISTO_URI,
    OPPISOPIMUS_PERUSTA_URI,
    TEKSTI,
    TUNNISTE,
    Y_TUNNUS,
)
from hoks.schema.shared import ALKU, LEGACY_ID, LOPPU, MODULE_ID, OPTIONAL_LOPPU, ROW_ID, koodi

TYOPAIKALLA_JARJESTETTAVA_KOULUTUS = ObjectType(
    name="TyopaikallaJarjestettavaKoulutus",
    label=Texts(
        "Työpaikalla järjestettävä koulutus",
        "Utbildning som ordnas på en arbetsplats",
        "Training at a workplace",
    ),
    fields=(
        LEGACY_ID,
        Field(
            "vastuullinen-tyopaikka-ohjaaja",
            VASTUULLINEN_TYOPAIKKAOHJAAJA,
            "RRRRR",
            VASTUULLINEN_TYOPAIKKAOHJAAJA.label,
            explanation=Texts(
                "Työpaikan nimeämä ohjaaja. Palautetta voi pyytää vain, jos hänellä on sähköposti "
                "tai puhelinnumero.",
                "Handledaren som arbetsplatsen har utsett. Respons kan begäras bara om "
                "handledaren har e-post eller telefonnummer.",
                "The instructor named by the workplace. Feedback can be asked for only if there "
                "is an email or a phone number.",
            ),
            peruste=Peruste.LAKI,
            lyhyt=Texts("Työpaikkaohjaaja", "Arbetsplatshandledare", "Workplace instructor"),
        ),
        Field(
            "tyopaikan-nimi",
            TEKSTI,
            "RRRRR",
            Texts("Työpaikan nimi", "Arbetsplatsens namn", "Name of the workplace"),
            example="Pullapaja Oy",
            lyhyt=Texts("Työpaikka", "Arbetsplats", "Workplace"),
        ),
        Field(
            "tyopaikan-y-tunnus",
            Y_TUNNUS,
            "OOOOO",
            Texts("Työpaikan Y-tunnus", "Arbetsplatsens FO-nummer", "Business ID of the workplace"),
            explanation=Texts(
                "Tunnus, jolla työpaikka löytyy Yritys- ja yhteisötietojärjestelmästä.",
                "Numret som arbetsplatsen har i Företags- och organisationsdatasystemet.",
                "The number of the workplace in the Business Information System.",
            ),
        ),
        Field(
            "keskeiset-tyotehtavat",
            ListOf(TEKSTI),
            "RRRRR",
            Texts("Keskeiset työtehtävät", "Centrala arbetsuppgifter", "Main work tasks"),
            explanation=Texts(
                "Mitä työpaikalla tehdään, yksi tehtävä kussakin kohdassa.",
                "Vad som görs på arbetsplatsen, en uppgift per post.",
                "What is done at the workplace, one task an item.",
            ),
            example=["taikinan valmistus", "uunien käyttö"],
            peruste=Peruste.LAKI,
            ohje=Texts(
                "Mitä työpaikalla tehdään, yksi tehtävä kullakin rivillä.",
                "Vad som görs på arbetsplatsen, en uppgift på varje rad.",
                "What is done at the workplace, one task on each line.",
            ),
        ),
    ),
)

MUU_OPPIMISYMPARISTO = ObjectType(
    name="MuuOppimisymparisto",
    label=Texts("Muu oppimisympäristö", "Annan lärmiljö", "Other learning environment"),
    fields=(
        *koodi(
            "oppimisymparisto-koodi",
            OPPIMISYMPARISTO_URI,
            "RRRRR",
            Texts("Oppimisympäristö", "Lärmiljö", "Learning environment"),
            explanation=Texts(
                "Millaisessa paikassa osaamista hankitaan.",
                "I hurdan miljö kunnandet förvärvas.",
                "In what kind of place the competence is acquired.",
            ),
        ),
        by_law(ALKU),
        by_law(LOPPU),
    ),
)

KESKEYTYMISAJANJAKSO = ObjectType(
    name="Keskeytymisajanjakso",
    label=Texts("Keskeytymisajanjakso", "Avbrottsperiod", "Interruption"),
    fields=(
        replace(ALKU, example="2025-02-17"),
        replace(
            OPTIONAL_LOPPU,
            explanation=Texts(
                "Keskeytyksen viimeinen päivä. Puuttuu, jos keskeytys jatkuu yhä.",
                "Avbrottets sista dag. Saknas om avbrottet ännu pågår.",
                "The last day of the interruption. Left out while the interruption goes on.",
            ),
            example="2025-02-21",
            ohje=None,
        ),
    ),
    yksi=Texts("Keskeytys", "Avbrott", "Interruption"),
)

OSAAMISEN_HANKKIMISTAPA = ObjectType(
    name="OsaamisenHankkimistapa",
    label=Texts(
        "Osaamisen hankkimistapa",
        "Sätt att förvärva kunnandet",
        "Way of acquiring the competence",
    ),
    fields=(
        ROW_ID,
        MODULE_ID,
        by_law(ALKU),
        by_law(LOPPU),
        Field(
            "yksiloiva-tunniste",
            TUNNISTE,
            "OOOOO",
            Texts(
                "Jakson yksilöivä tunniste",
                "Periodens unika identifierare",
                "Unique identifier of the period",
            ),
            explanation=Texts(
                "Järjestelmäsi oma tunniste jaksolle. Pidä se samana, kun jakso muuttuu: siitä "
                "jakso ja sen palaute tunnetaan HOKSin seuraavissa versioissa. HOKSin sisällä "
                "kullakin jaksolla on omansa.",
                "Ditt systems egen identifierare för perioden. Ändra den inte när perioden "
                "ändras: på den känns perioden och dess respons igen i planens följande "
                "versioner. Inom planen har varje period sin egen.",
                "Your system’s own key for the period. Keep it when the period changes: by it the "
                "period and its feedback are recognised in later versions of the plan. Within the "
                "plan each period has its own.",
            ),
            lyhyt=Texts("Yksilöivä tunniste", "Identifierare", "Identifier"),
        ),
        Field(
            "ajanjakson-tarkenne",
            TEKSTI,
            "OOOOO",
            Texts("Ajanjakson tarkenne", "Precisering av perioden", "Details of the period"),
            explanation=Texts(
                "Mitä päivät eivät kerro, esimerkiksi työvuorot.",
                "Det som datumen inte berättar, till exempel arbetsskift.",
                "What the dates do not tell, shifts for example.",
            ),
            example="Aamuvuorot, arkipäivät",
        ),
        *koodi(
            "osaamisen-hankkimistapa-koodi",
            HANKKIMISTAPA_URI,
            "RRRRR",
            Texts(
                "Osaamisen hankkimistapa",
                "Sätt att förvärva kunnandet",
                "Way of acquiring the competence",
            ),
            explanation=Texts(
                "Missä osaamista hankitaan. Koulutussopimus ja oppisopimus tekevät jaksosta "
                "työpaikkajakson, jolla on omat sääntönsä.",
                "Var kunnandet förvärvas. Utbildningsavtal och läroavtal gör perioden till en "
                "arbetsplatsperiod, som har egna regler.",
                "Where the competence is acquired. A training agreement or an apprenticeship "
                "makes the period a workplace period, which has rules of its own.",
            ),
            peruste=Peruste.LAKI,
        ),
        Field(
            "jarjestajan-edustaja",
            OPPILAITOSHENKILO,
            "OOOOO",
            Texts(
                "Koulutuksen järjestäjän edustaja",
                "Utbildningsanordnarens representant",
                "Representative of the education provider",
            ),
            explanation=Texts(
                "Kuka oppilaitoksessa vastaa jaksosta.",
                "Vem vid läroanstalten som ansvarar för perioden.",
                "Who at the school answers for the period.",
            ),
            peruste=Peruste.LAKI,
        ),
        Field(
            "hankkijan-edustaja",
            OPPILAITOSHENKILO,
            "OOOOO",
            Texts(
                "Koulutuksen hankkijan edustaja",
                "Representant för den som köper utbildningen",
                "Representative of the purchaser of the training",
            ),
            explanation=Texts(
                "Kuka edustaa sitä, joka hankkii oppisopimuskoulutuksen toiselta järjestäjältä.",
                "Vem som företräder den som köper läroavtalsutbildningen av en annan anordnare.",
                "Who represents the one that purchases apprenticeship training from another "
                "provider.",
            ),
            peruste=Peruste.LAKI,
            lyhyt=Texts(
                "Hankkivan koulutuksen järjestäjän edustaja",
                "Representant för den upphandlande utbildningsanordnaren",
                "Representative of the purchasing provider",
            ),
        ),
        Field(
            "tyopaikalla-jarjestettava-koulutus",
            TYOPAIKALLA_JARJESTETTAVA_KOULUTUS,
            "OOOOO",
            TYOPAIKALLA_JARJESTETTAVA_KOULUTUS.label,
            explanation=Texts(
                "Työpaikka, ohjaaja ja tehtävät, kun osaamista hankitaan työssä.",
                "Arbetsplatsen, handledaren och uppgifterna, när kunnandet förvärvas i arbete.",
                "The workplace, the instructor and the tasks, when the competence is acquired at "
                "work.",
            ),
        ),
        Field(
            "muut-oppimisymparistot",
            ListOf(MUU_OPPIMISYMPARISTO),
            "OOOOO",
            Texts("Muut oppimisympäristöt", "Andra lärmiljöer", "Other learning environments"),
            explanation=Texts(
                "Missä muualla opiskelija jakson aikana oppii.",
                "Var studeranden annars lär sig under perioden.",
                "Where else the student learns during the period.",
            ),
            peruste=Peruste.LAKI,
        ),
        Field(
            "osa-aikaisuustieto",
            INT,
            "OOOOO",
            Texts(
                "Osa-aikaisuus (prosenttia kokoaikaisesta)",
                "Deltid (procent av heltid)",
                "Part-time share (per cent of full time)",
            ),
            explanation=Texts(
                "Paljonko täydestä työajasta opiskelija on työpaikalla: 100 on kokoaikainen, 50 "
                "puolet. Lyhyitä ja pitkiä jaksoja verrataan palautteessa sen avulla.",
                "Hur stor del av full arbetstid studeranden är på arbetsplatsen: 100 är heltid, "
                "50 hälften. Med den jämförs perioder av olika längd i responsen.",
                "How much of full working hours the student is at the workplace: 100 is full "
                "time, 50 half. By it periods are weighed against each other in the feedback.",
            ),
            example=80,
            lyhyt=Texts("Osa-aikaisuus", "Deltid", "Part-time"),
        ),
        *koodi(
            "oppisopimuksen-perusta-koodi",
            OPPISOPIMUS_PERUSTA_URI,
            "OOOOO",
            Texts("Oppisopimuksen perusta", "Grund för läroavtalet", "Basis of the apprenticeship"),
            explanation=Texts(
                "Mihin suhteeseen oppisopimus perustuu.",
                "Vilket förhållande läroavtalet grundar sig på.",
                "What relationship the apprenticeship rests on.",
            ),
        ),
        Field(
            "keskeytymisajanjaksot",
            ListOf(KESKEYTYMISAJANJAKSO),
            "OOOOO",
            Texts("Keskeytymisajanjaksot", "Avbrottsperioder", "Interruptions"),
            explanation=Texts(
                "Milloin jakso on ollut keskeytyneenä.",
                "När perioden har varit avbruten.",
                "When the period was interrupted.",
            ),
            lyhyt=Texts("Keskeytymiset", "Avbrott", "Interruptions"),
        ),
    ),
    yksi=Texts("Hankkimistapa", "Sätt att förvärva", "Way of acquiring"),
)
