"""A plan without what tells where its student can be found: contact data, schools, workplaces, people."""

from typing import Any

import orjson

from hoks.services.read import StoredHoks

# What another provider needs to see what the student can do and is to learn, and when. Whatever is
# not named here goes, every free text too: nobody has read what it tells.
_KEPT = {
    *("id", "eid", "module-id", "oppija-oid", "versio", "manuaalisyotto"),
    *("ensikertainen-hyvaksyminen", "hyvaksytty", "paivitetty", "osaamisen-saavuttamisen-pvm"),
    *("osaamisen-hankkimisen-tarve", "olennainen-seikka"),
    *("hankittavat-ammat-tutkinnon-osat", "hankittavat-yhteiset-tutkinnon-osat"),
    *("hankittavat-paikalliset-tutkinnon-osat", "hankittavat-koulutuksen-osat"),
    *("aiemmin-hankitut-ammat-tutkinnon-osat", "aiemmin-hankitut-yhteiset-tutkinnon-osat"),
    *("aiemmin-hankitut-paikalliset-tutkinnon-osat", "osa-alueet"),
    *("opiskeluvalmiuksia-tukevat-opinnot", "oppimisen-tuki"),
    *("osaamisen-hankkimistavat", "osaamisen-osoittaminen", "tarkentavat-tiedot-naytto"),
    *("keskeytymisajanjaksot", "muut-oppimisymparistot"),
    *("nimi", "laajuus", "opetus-ja-ohjaus-maara", "osa-aikaisuustieto", "alku", "loppu"),
}
_CODES = ("koodi-uri", "koodi-versio")


def hide_where(stored: StoredHoks) -> StoredHoks:
    """The plan for who may not know where the student is (`hoks.access.may_know_where`)."""
    document = orjson.dumps(_without(stored.document))
    return stored._replace(sisalto=document, oppilaitos_oid=None)


def _without(value: Any) -> Any:
    match value:
        case dict():
            kept = {k: inner for k, inner in value.items() if k in _KEPT or k.endswith(_CODES)}
            return {k: _without(inner) for k, inner in kept.items()}
        case list():
            return [_without(inner) for inner in value]
        case _:
            return value
