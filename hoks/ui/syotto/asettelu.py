"""How forms lay out what the declaration declares: order, groups, what is folded away, advice.

Every field that people may write stands here once; a test holds this against the declaration.
"""

from typing import NamedTuple

from ehoks.common.texts import Texts
from hoks.schema import objects as o
from hoks.schema.fields import Field, ObjectType, Operation


class Ryhma(NamedTuple):
    """Fields that stand together. One that is `taitettu` is folded away while nothing is in it."""

    otsikko: Texts | None
    kentat: tuple[str, ...]
    taitettu: bool = False


# What the service or the choice of the student says: no field of a form.
JARJESTELMAN = frozenset(
    {"id", "module-id", "eid", "poistettu", "manuaalisyotto", "yksiloiva-tunniste"}
    | {"oppija-oid", "opiskeluoikeus-oid"}
)

_MUUTA = Texts("Muut tiedot", "Övriga uppgifter", "Other information")
_POIKKEAMINEN, _SEIKKA = "vaatimuksista-tai-tavoitteista-poikkeaminen", "olennainen-seikka"
_JARJESTAJA, _DIAARI = "koulutuksen-jarjestaja-oid", "tutkinnon-osan-perusteen-diaarinro"
_PROSESSI = "valittu-todentamisen-prosessi-koodi-uri"
_TODENTAMINEN = (
    Ryhma(
        Texts(
            "Jos arvioijat todensivat osaamisen",
            "Om bedömare verifierade kunnandet",
            "If assessors verified the competence",
        ),
        ("tarkentavat-tiedot-osaamisen-arvioija",),
        taitettu=True,
    ),
    Ryhma(
        Texts(
            "Jos osaaminen osoitettiin näytössä",
            "Om kunnandet visades i ett yrkesprov",
            "If the competence was shown in a demonstration",
        ),
        ("tarkentavat-tiedot-naytto",),
        taitettu=True,
    ),
)
_HANKKIMINEN = (
    Ryhma(None, ("osaamisen-hankkimistavat",)),
    Ryhma(None, ("osaamisen-osoittaminen",)),
)
_HANKITTAVAN_MUUTA = Ryhma(
    _MUUTA, ("opetus-ja-ohjaus-maara", _JARJESTAJA, _SEIKKA, _POIKKEAMINEN), taitettu=True
)
_PAIKALLINEN = Ryhma(None, ("nimi", "laajuus", "amosaa-tunniste", "tavoitteet-ja-sisallot"))
_AIEMMAN_MUUTA = Ryhma(_MUUTA, (_JARJESTAJA, _SEIKKA, _POIKKEAMINEN), taitettu=True)

PERUSTIEDOT = (
    Ryhma(
        None,
        ("ensikertainen-hyvaksyminen", "osaamisen-hankkimisen-tarve", "urasuunnitelma-koodi-uri"),
    ),
    Ryhma(
        Texts("Opiskelijan yhteystiedot", "Den studerandes kontaktuppgifter", "Student’s contacts"),
        ("sahkoposti", "puhelinnumero"),
    ),
    Ryhma(
        Texts("Muut päivät ja tunnisteet", "Övriga datum och koder", "Other dates and identifiers"),
        (
            "osaamisen-saavuttamisen-pvm",
            "hyvaksytty",
            "paivitetty",
            "tuva-opiskeluoikeus-oid",
            "versio",
        ),
        taitettu=True,
    ),
)
SIVUJEN_LISTAT = (
    "hankittavat-ammat-tutkinnon-osat",
    "hankittavat-yhteiset-tutkinnon-osat",
    "hankittavat-paikalliset-tutkinnon-osat",
    "hankittavat-koulutuksen-osat",
    "aiemmin-hankitut-ammat-tutkinnon-osat",
    "aiemmin-hankitut-yhteiset-tutkinnon-osat",
    "aiemmin-hankitut-paikalliset-tutkinnon-osat",
    "oppimisen-tuki",
    "opiskeluvalmiuksia-tukevat-opinnot",
)

ASETTELU: dict[ObjectType, tuple[Ryhma, ...]] = {
    o.HOKS: (*PERUSTIEDOT, *(Ryhma(None, (key,)) for key in SIVUJEN_LISTAT)),
    o.HANKITTAVA_AMMAT_TUTKINNON_OSA: (
        Ryhma(None, ("tutkinnon-osa-koodi-uri",)),
        *_HANKKIMINEN,
        _HANKITTAVAN_MUUTA._replace(kentat=(_DIAARI, *_HANKITTAVAN_MUUTA.kentat)),
    ),
    o.HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA: (_PAIKALLINEN, *_HANKKIMINEN, _HANKITTAVAN_MUUTA),
    o.HANKITTAVA_YHTEINEN_TUTKINNON_OSA: (
        Ryhma(None, ("tutkinnon-osa-koodi-uri",)),
        Ryhma(None, ("osa-alueet",)),
        Ryhma(_MUUTA, (_JARJESTAJA,), taitettu=True),
    ),
    o.HANKITTAVAN_YHTEISEN_TUTKINNON_OSAN_OSA_ALUE: (
        Ryhma(None, ("osa-alue-koodi-uri",)),
        *_HANKKIMINEN,
        _HANKITTAVAN_MUUTA,
    ),
    o.AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA: (
        Ryhma(None, ("tutkinnon-osa-koodi-uri", _PROSESSI)),
        *_TODENTAMINEN,
        _AIEMMAN_MUUTA._replace(kentat=(_DIAARI, *_AIEMMAN_MUUTA.kentat)),
    ),
    o.AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA: (
        _PAIKALLINEN._replace(kentat=(*_PAIKALLINEN.kentat, _PROSESSI)),
        *_TODENTAMINEN,
        _AIEMMAN_MUUTA,
    ),
    o.AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA: (
        Ryhma(None, ("tutkinnon-osa-koodi-uri", _PROSESSI)),
        Ryhma(None, ("osa-alueet",)),
        *_TODENTAMINEN,
        Ryhma(_MUUTA, (_JARJESTAJA,), taitettu=True),
    ),
    o.AIEMMIN_HANKITUN_YHTEISEN_TUTKINNON_OSAN_OSA_ALUE: (
        Ryhma(None, ("osa-alue-koodi-uri", _PROSESSI)),
        *_TODENTAMINEN,
        _AIEMMAN_MUUTA,
    ),
    o.TODENNETTU_ARVIOINTI_LISATIEDOT: (
        Ryhma(None, ("lahetetty-arvioitavaksi", "aiemmin-hankitun-osaamisen-arvioijat")),
    ),
    o.OSAAMISEN_HANKKIMISTAPA: (
        Ryhma(None, ("osaamisen-hankkimistapa-koodi-uri", "alku", "loppu")),
        Ryhma(
            None,
            (
                "tyopaikalla-jarjestettava-koulutus",
                "osa-aikaisuustieto",
                "oppisopimuksen-perusta-koodi-uri",
            ),
        ),
        Ryhma(
            Texts("Edustajat", "Representanter", "Representatives"),
            ("jarjestajan-edustaja", "hankkijan-edustaja"),
            taitettu=True,
        ),
        Ryhma(
            Texts(
                "Tarkenne, keskeytykset ja muut oppimisympäristöt",
                "Precisering, avbrott och andra lärmiljöer",
                "Details, interruptions and other learning environments",
            ),
            ("ajanjakson-tarkenne", "keskeytymisajanjaksot", "muut-oppimisymparistot"),
            taitettu=True,
        ),
    ),
    o.TYOPAIKALLA_JARJESTETTAVA_KOULUTUS: (
        Ryhma(
            None,
            (
                "tyopaikan-nimi",
                "tyopaikan-y-tunnus",
                "vastuullinen-tyopaikka-ohjaaja",
                "keskeiset-tyotehtavat",
            ),
        ),
    ),
    o.VASTUULLINEN_TYOPAIKKAOHJAAJA: (Ryhma(None, ("nimi", "sahkoposti", "puhelinnumero")),),
    o.OPPILAITOSHENKILO: (Ryhma(None, ("nimi", "rooli", "oppilaitos-oid")),),
    o.MUU_OPPIMISYMPARISTO: (Ryhma(None, ("oppimisymparisto-koodi-uri", "alku", "loppu")),),
    o.KESKEYTYMISAJANJAKSO: (Ryhma(None, ("alku", "loppu")),),
    o.OSAAMISEN_OSOITTAMINEN: (
        Ryhma(None, ("alku", "loppu", "nayttoymparisto", "sisallon-kuvaus")),
        Ryhma(
            Texts("Arvioijat", "Bedömare", "Assessors"),
            ("koulutuksen-jarjestaja-osaamisen-arvioijat", "tyoelama-osaamisen-arvioijat"),
            taitettu=True,
        ),
        Ryhma(
            _MUUTA,
            ("jarjestaja", "osa-alueet", "yksilolliset-kriteerit", _POIKKEAMINEN),
            taitettu=True,
        ),
    ),
    o.NAYTTOYMPARISTO: (Ryhma(None, ("nimi", "y-tunnus", "kuvaus")),),
    o.NAYTON_JARJESTAJA: (Ryhma(None, ("oppilaitos-oid",)),),
    o.KOULUTUKSEN_JARJESTAJA_ARVIOIJA: (Ryhma(None, ("nimi", "organisaatio")),),
    o.KOULUTUKSEN_JARJESTAJA_ORGANISAATIO: (Ryhma(None, ("oppilaitos-oid",)),),
    o.TYOELAMA_OSAAMISEN_ARVIOIJA: (Ryhma(None, ("nimi", "organisaatio")),),
    o.TYOELAMA_ORGANISAATIO: (Ryhma(None, ("nimi", "y-tunnus")),),
    o.KOODISTO_KOODI: (Ryhma(None, ("koodi-uri",)),),
    o.HANKITTAVA_KOULUTUKSEN_OSA: (
        Ryhma(None, ("koulutuksen-osa-koodi-uri", "alku", "loppu", "laajuus")),
    ),
    o.OPPIMISEN_TUKI: (
        Ryhma(
            None,
            (
                "oppimisen-tuen-tyyppi-koodi-uri",
                "alku",
                "loppu",
                "tutkinnon-osan-tyyppi-koodi-uri",
            ),
        ),
    ),
    o.OPISKELUVALMIUKSIA_TUKEVAT_OPINNOT: (Ryhma(None, ("nimi", "kuvaus", "alku", "loppu")),),
}

# Objects that read as fields of the one they stand in: no frame of their own.
UPOTETUT = frozenset(
    {o.KOULUTUKSEN_JARJESTAJA_ORGANISAATIO, o.TYOELAMA_ORGANISAATIO, o.NAYTON_JARJESTAJA}
)
PITKAT = frozenset({_POIKKEAMINEN, "tavoitteet-ja-sisallot"})  # texts of several lines

# Where the official guidance lets one write that the school does not know.
EI_TIEDOSSA = "Ei tiedossa"
SAA_OLLA_EI_TIEDOSSA = frozenset(
    {
        (o.TYOPAIKALLA_JARJESTETTAVA_KOULUTUS, "tyopaikan-nimi"),
        (o.TYOPAIKALLA_JARJESTETTAVA_KOULUTUS, "keskeiset-tyotehtavat"),
        (o.VASTUULLINEN_TYOPAIKKAOHJAAJA, "nimi"),
    }
)


def laid_out(kind: ObjectType) -> list[Field]:
    """The fields of a form in the order they stand there."""
    keys = [key for ryhma in ASETTELU[kind] for key in ryhma.kentat]
    return [f for key in keys if (f := kind.field(key))]


def writable(kind: ObjectType) -> list[str]:
    """The keys that people may write: the version of a code follows from its choice."""
    return [
        f.key
        for f in kind
        if f.key not in JARJESTELMAN
        and not f.key.endswith("-versio")
        and {f.letter(Operation.POST), f.letter(Operation.PUT)} != {"X"}
    ]
