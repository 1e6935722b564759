"""Rules that hold the parts of a plan against the type of its study right."""

from ehoks.common.texts import Texts
from hoks.rules.konteksti import AMMATILLINEN, TUVA, Konteksti
from hoks.rules.rule import Document, Rule
from hoks.schema import objects
from hoks.schema.fields import ObjectType
from hoks.schema.printing import STRING, not_allowed, object_class


def is_not_tuva(_: Document, konteksti: Konteksti) -> bool:
    """Units of a qualification do not belong to preparatory education."""
    return not konteksti.is_tuva


def is_tuva(_: Document, konteksti: Konteksti) -> bool:
    """Parts of preparatory education belong to it only."""
    return konteksti.opiskeluoikeus is None or konteksti.is_tuva


def has_no_tuva_beside_tuva(hoks: Document, konteksti: Konteksti) -> bool:
    """The parallel TUVA study right is named by the vocational plan, not by the TUVA plan."""
    return "tuva-opiskeluoikeus-oid" not in hoks or not konteksti.is_tuva


def has_opiskeluoikeus_of_right_type(hoks: Document, konteksti: Konteksti) -> bool:
    """A plan is made for vocational or preparatory education only."""
    return (
        "opiskeluoikeus-oid" not in hoks
        or konteksti.opiskeluoikeus is None
        or konteksti.opiskeluoikeus.tyyppi in (AMMATILLINEN, TUVA)
    )


TUTKINNON_OSA = Texts(
    "Ota tutkinnonosa pois, koska opiskeluoikeus on TUVA.",
    "Ta bort examensdelen, eftersom studierätten är av typen Hux.",
    "Remove the unit, because the study right is of the type TUVA.",
)
OPINNOT = Texts(
    "Ota tukevat opinnot pois, koska opiskeluoikeus on TUVA.",
    "Ta bort de stödjande studierna, eftersom studierätten är av typen Hux.",
    "Remove the supporting studies, because the study right is of the type TUVA.",
)
KOULUTUKSEN_OSA = Texts(
    "Ota koulutuksenosa pois, koska opiskeluoikeus ei ole TUVA.",
    "Ta bort utbildningsdelen, eftersom studierätten inte är av typen Hux.",
    "Remove the part of education, because the study right is not of the type TUVA.",
)
RINNAKKAINEN = Texts(
    "Ota tuva-opiskeluoikeus-oid pois, koska se on sallittu vain TUVA-opiskeluoikeuden kanssa "
    "rinnakkaiselle opiskeluoikeudelle, ei TUVA-opiskeluoikeudelle.",
    "Ta bort tuva-opiskeluoikeus-oid: den får anges bara för en studierätt som löper parallellt "
    "med en Hux-studierätt, inte för själva Hux-studierätten.",
    "Remove tuva-opiskeluoikeus-oid: it is allowed only for a study right that runs beside a "
    "TUVA study right, not for the TUVA study right itself.",
)
TYYPPI = Texts(
    'Opiskeluoikeuden tyypin on oltava joko "Ammatillinen koulutus" tai '
    '"Tutkintokoulutukseen valmentava koulutus (TUVA)".',
    'Studierättens typ ska vara antingen "Yrkesutbildning" eller "Utbildning som handleder för '
    'examensutbildning (Hux)".',
    "The type of the study right must be either vocational education or preparatory education "
    "for an upper secondary qualification (TUVA).",
)


def _part_rule(code: str, on: ObjectType, texts: Texts, *, tuva: bool) -> Rule:
    return Rule(
        code=code,
        on=on,
        reads=(),
        leaf=lambda part: not_allowed(texts.fi, object_class(part)),
        texts=texts,
        holds=is_tuva if tuva else is_not_tuva,
    )


TUTKINNON_OSAT = (
    objects.HANKITTAVA_AMMAT_TUTKINNON_OSA,
    objects.HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA,
    objects.HANKITTAVA_YHTEINEN_TUTKINNON_OSA,
    objects.AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA,
    objects.AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA,
    objects.AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA,
)

RULES = (
    *(
        _part_rule("tutkinnon-osa-on-tuva", osa, TUTKINNON_OSA, tuva=False)
        for osa in TUTKINNON_OSAT
    ),
    _part_rule(
        "tukevat-opinnot-on-tuva",
        objects.OPISKELUVALMIUKSIA_TUKEVAT_OPINNOT,
        OPINNOT,
        tuva=False,
    ),
    _part_rule(
        "koulutuksen-osa-not-tuva", objects.HANKITTAVA_KOULUTUKSEN_OSA, KOULUTUKSEN_OSA, tuva=True
    ),
    Rule(
        code="tuva-opiskeluoikeus-on-tuva",
        on=objects.HOKS,
        place="tuva-opiskeluoikeus-oid",
        reads=("tuva-opiskeluoikeus-oid",),
        leaf=lambda _: not_allowed(RINNAKKAINEN.fi, STRING),
        texts=RINNAKKAINEN,
        holds=has_no_tuva_beside_tuva,
    ),
    Rule(
        code="wrong-opiskeluoikeus-type",
        on=objects.HOKS,
        place="opiskeluoikeus-oid",
        reads=("opiskeluoikeus-oid",),
        leaf=lambda _: not_allowed(TYYPPI.fi, STRING),
        texts=TYYPPI,
        holds=has_opiskeluoikeus_of_right_type,
    ),
)
