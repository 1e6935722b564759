"""What is marked as statutory is what the law lists, point by point, and nothing else."""

from hoks.schema import objects as o
from hoks.schema.fields import ObjectType, Peruste

OSAT = (
    o.HANKITTAVA_AMMAT_TUTKINNON_OSA,
    o.HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA,
    o.HANKITTAVAN_YHTEISEN_TUTKINNON_OSAN_OSA_ALUE,
)
AIEMMAT = (
    o.AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA,
    o.AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA,
    o.AIEMMIN_HANKITUN_YHTEISEN_TUTKINNON_OSAN_OSA_ALUE,
)
YHTEISET = (o.HANKITTAVA_YHTEINEN_TUTKINNON_OSA, o.AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA)


def on(kinds, *keys):
    return {(kind.name, key) for kind in kinds for key in keys}


# The points of the act on national study and degree registers, section 9, by what they are about.
LAKI = {
    "approved and updated": on([o.HOKS], "ensikertainen-hyvaksyminen", "hyvaksytty", "paivitetty"),
    "units to complete, units recognised, other competence": {
        *on([o.HOKS], *(f.key for f in o.HOKS if f.key.startswith(("hankittavat", "aiemmin")))),
        *on([OSAT[0], AIEMMAT[0], *YHTEISET], "tutkinnon-osa-koodi-uri"),
        *on([OSAT[1], AIEMMAT[1]], "nimi"),
        *on(YHTEISET, "osa-alueet"),
        *on([OSAT[2], AIEMMAT[2]], "osa-alue-koodi-uri"),
        *on([o.HANKITTAVA_KOULUTUKSEN_OSA], "koulutuksen-osa-koodi-uri"),
    },
    "sent to assessors": {
        *on([*AIEMMAT, YHTEISET[1]], "tarkentavat-tiedot-osaamisen-arvioija"),
        *on([o.TODENNETTU_ARVIOINTI_LISATIEDOT], "lahetetty-arvioitavaksi"),
    },
    "deviations": on(
        [*OSAT, *AIEMMAT, o.OSAAMISEN_OSOITTAMINEN], "vaatimuksista-tai-tavoitteista-poikkeaminen"
    ),
    "need of training": on([o.HOKS], "osaamisen-hankkimisen-tarve"),
    "another essential circumstance": on([*OSAT, *AIEMMAT], "olennainen-seikka"),
    "studies that support study skills": on([o.HOKS], "opiskeluvalmiuksia-tukevat-opinnot"),
    "demonstrations": {
        *on(OSAT, "osaamisen-osoittaminen"),
        *on([*AIEMMAT, YHTEISET[1]], "tarkentavat-tiedot-naytto"),
        *on([o.OSAAMISEN_OSOITTAMINEN], "alku", "loppu", "sisallon-kuvaus"),
        *on([o.OSAAMISEN_OSOITTAMINEN], "nayttoymparisto", "jarjestaja"),
        *on([o.NAYTTOYMPARISTO], "nimi"),
    },
    "individual assessment": on([o.OSAAMISEN_OSOITTAMINEN], "yksilolliset-kriteerit"),
    "assessors": {
        *on([o.OSAAMISEN_OSOITTAMINEN], "koulutuksen-jarjestaja-osaamisen-arvioijat"),
        *on([o.OSAAMISEN_OSOITTAMINEN], "tyoelama-osaamisen-arvioijat"),
        *on([o.TODENNETTU_ARVIOINTI_LISATIEDOT], "aiemmin-hankitun-osaamisen-arvioijat"),
        *on([o.KOULUTUKSEN_JARJESTAJA_ARVIOIJA, o.TYOELAMA_OSAAMISEN_ARVIOIJA], "nimi"),
    },
    "goal of the career plan": on([o.HOKS], "urasuunnitelma-koodi-uri"),
    "acquiring: objectives, contents, teaching, ways, times": {
        *on([OSAT[1]], "tavoitteet-ja-sisallot"),
        *on(OSAT, "opetus-ja-ohjaus-maara", "osaamisen-hankkimistavat"),
        *on([o.OSAAMISEN_HANKKIMISTAPA], "osaamisen-hankkimistapa-koodi-uri", "alku", "loppu"),
        *on([o.OSAAMISEN_HANKKIMISTAPA], "muut-oppimisymparistot"),
        *on([o.MUU_OPPIMISYMPARISTO, o.HANKITTAVA_KOULUTUKSEN_OSA], "alku", "loppu"),
    },
    "at a workplace: instructor, teacher, purchaser, tasks": {
        *on([o.TYOPAIKALLA_JARJESTETTAVA_KOULUTUS], "vastuullinen-tyopaikka-ohjaaja"),
        *on([o.TYOPAIKALLA_JARJESTETTAVA_KOULUTUS], "keskeiset-tyotehtavat"),
        *on([o.VASTUULLINEN_TYOPAIKKAOHJAAJA], "nimi", "sahkoposti", "puhelinnumero"),
        *on([o.OSAAMISEN_HANKKIMISTAPA], "jarjestajan-edustaja", "hankkijan-edustaja"),
        *on([o.OPPILAITOSHENKILO], "nimi"),
    },
}


def test_the_law_decides_what_is_marked():
    marked = {
        (kind.name, f.key)
        for kind in vars(o).values()
        if isinstance(kind, ObjectType)
        for f in kind
        if f.peruste is Peruste.LAKI
    }
    assert marked == set().union(*LAKI.values())
