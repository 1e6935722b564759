"""Plans for tests: people with study rights, parts that break no rule, comparisons."""

from contextlib import contextmanager
from typing import Any, NamedTuple

from django.apps import apps

from ehoks.common.dates import now
from hoks.models import Hoks
from tests.conftest import payload


class Owner(NamedTuple):
    """A learner and a study right of theirs."""

    oppija: str
    oikeus: str


PEKKA = Owner("1.2.246.562.24.12312312319", "1.2.246.562.15.10000000009")
LEMPI = Owner("1.2.246.562.24.27182818287", "1.2.246.562.15.27182818289")
MINTTU = Owner("1.2.246.562.24.31415926531", "1.2.246.562.15.31415926539")
TUISKU = Owner("1.2.246.562.24.16180339889", "1.2.246.562.15.16180339885")  # TUVA
ERONNUT = Owner("1.2.246.562.24.10000010006", "1.2.246.562.15.10000001007")
VALMISTUNUT = Owner("1.2.246.562.24.10000010103", "1.2.246.562.15.10000001106")
KATSOTAAN_ERONNEEKSI = Owner("1.2.246.562.24.10000010404", "1.2.246.562.15.10000001403")
PERUUTETTU = Owner("1.2.246.562.24.10000010501", "1.2.246.562.15.10000001502")
KESKEYTYNYT = Owner("1.2.246.562.24.10000010608", "1.2.246.562.15.10000001601")
LOMALLA = Owner("1.2.246.562.24.10000010705", "1.2.246.562.15.10000001700")
TELMA = Owner("1.2.246.562.24.10000010802", "1.2.246.562.15.10000001809")
LUKIO = Owner("1.2.246.562.24.10000010909", "1.2.246.562.15.10000001908")
OSTAJA = Owner("1.2.246.562.24.10000011005", "1.2.246.562.15.10000002005")
OSTETTU = Owner("1.2.246.562.24.10000011005", "1.2.246.562.15.10000002104")  # part of OSTAJA's
MITATOITY = Owner("1.2.246.562.24.10000011102", "1.2.246.562.15.10000002203")
EROAA_2030 = Owner("1.2.246.562.24.10000011209", "1.2.246.562.15.10000002302")
DATELESS = Owner("1.2.246.562.24.10000011306", "1.2.246.562.15.10000002401")
STATELESS = Owner("1.2.246.562.24.10000011403", "1.2.246.562.15.10000002500")
DUPLICATE = Owner("1.2.246.562.24.10000000508", "1.2.246.562.15.10000002609")
MASTER_OID = "1.2.246.562.24.10000000401"
UNKNOWN_PERSON = Owner("1.2.246.562.24.10000000702", "1.2.246.562.15.10000002708")
OLD_DIGIT = Owner("1.2.246.562.24.200000000810", "1.2.246.562.15.200000000410")
AINO_AT_POHJOLA = Owner("1.2.246.562.24.10000000100", "1.2.246.562.15.10000000306")

LISTS = (
    "aiemmin-hankitut-ammat-tutkinnon-osat",
    "aiemmin-hankitut-yhteiset-tutkinnon-osat",
    "aiemmin-hankitut-paikalliset-tutkinnon-osat",
    "opiskeluvalmiuksia-tukevat-opinnot",
    "oppimisen-tuki",
    "hankittavat-ammat-tutkinnon-osat",
    "hankittavat-yhteiset-tutkinnon-osat",
    "hankittavat-paikalliset-tutkinnon-osat",
    "hankittavat-koulutuksen-osat",
)
AMMAT, PAIKALLISET, YHTEISET = LISTS[5], LISTS[7], LISTS[6]
OPINNOT, TUKI, KOULUTUKSEN_OSAT = LISTS[3], LISTS[4], LISTS[8]
TAVAT, NAYTOT, ALUEET = "osaamisen-hankkimistavat", "osaamisen-osoittaminen", "osa-alueet"


def plan(owner=LEMPI, **root: Any):
    """The smallest plan of a learner; `root` adds fields (`_` for `-`)."""
    base = {
        "oppija-oid": owner.oppija,
        "opiskeluoikeus-oid": owner.oikeus,
        "ensikertainen-hyvaksyminen": "2024-08-15",
        "osaamisen-hankkimisen-tarve": True,
    }
    return base | wired(root)


def full_plan():
    """A plan with every kind of part, Lempi's."""
    return payload("maximal")


def wired(fields):
    """Python names as wire keys; None takes a key away."""
    return {k.replace("_", "-"): v for k, v in fields.items() if v is not None}


def osa(koodi="tutkinnonosat_100000", **more):
    """A vocational unit."""
    base = {"tutkinnon-osa-koodi-uri": koodi, "tutkinnon-osa-koodi-versio": 2}
    return base | wired(more)


def paikallinen(nimi="Hapanjuuri", **more):
    """A local unit."""
    return {"nimi": nimi, "laajuus": 5} | wired(more)


def yhteinen(*alueet, koodi="tutkinnonosat_106727", **more):
    """A common unit and its subject areas."""
    base = {"tutkinnon-osa-koodi-uri": koodi, "tutkinnon-osa-koodi-versio": 1}
    return base | {"osa-alueet": list(alueet)} | wired(more)


def alue(koodi="ammatillisenoppiaineet_vvai", **more):
    """A subject area of a common unit."""
    return {"osa-alue-koodi-uri": koodi, "osa-alue-koodi-versio": 1} | wired(more)


def opetus(alku="2025-01-07", loppu="2025-05-30", **more):
    """A period at school."""
    base = {
        "alku": alku,
        "loppu": loppu,
        "osaamisen-hankkimistapa-koodi-uri": "osaamisenhankkimistapa_oppilaitosmuotoinenkoulutus",
        "osaamisen-hankkimistapa-koodi-versio": 1,
    }
    return base | wired(more)


def jakso(tunniste, alku="2025-01-07", loppu="2025-05-30", **more):
    """A period at a workplace."""
    base = opetus(
        alku,
        loppu,
        yksiloiva_tunniste=tunniste,
        osa_aikaisuustieto=80,
        tyopaikalla_jarjestettava_koulutus={
            "tyopaikan-nimi": "Pullapaja Oy",
            "tyopaikan-y-tunnus": "1618033-3",
            "vastuullinen-tyopaikka-ohjaaja": {"nimi": "Ohjaaja, Onni"},
            "keskeiset-tyotehtavat": ["taikinan valmistus"],
        },
    )
    koodi = "osaamisenhankkimistapa_koulutussopimus"
    return base | {"osaamisen-hankkimistapa-koodi-uri": koodi} | wired(more)


def naytto(alku="2026-05-11", loppu="2026-05-13", paikka="Pullapaja Oy", **more):
    """A demonstration."""
    base = {"alku": alku, "loppu": loppu, "nayttoymparisto": {"nimi": paikka}}
    return base | {"sisallon-kuvaus": ["leipoo"]} | wired(more)


def opinto(nimi="Opiskelutekniikat", alku="2024-08-19", loppu="2024-09-27", **more):
    """Supporting studies."""
    return {"nimi": nimi, "kuvaus": "Ajanhallinta", "alku": alku, "loppu": loppu} | wired(more)


def koulutuksen_osa(koodi="koulutuksenosattuva_101", alku="2026-08-20", **more):
    """A part of preparatory education."""
    base = {"koulutuksen-osa-koodi-uri": koodi, "koulutuksen-osa-koodi-versio": 1, "alku": alku}
    return base | {"loppu": "2026-10-16", "laajuus": 8} | wired(more)


def archive(hoks_id):
    """Passivate a plan, as the pages will."""
    assert Hoks.objects.filter(id=hoks_id).update(deleted_at=now()) == 1


# --- Comparing -----------------------------------------------------------------------------------

READ_ONLY = {"id", "eid", "module-id", "manuaalisyotto"}


def bare(value):
    """Without identifiers and what only the service writes."""
    if isinstance(value, dict):
        return {k: bare(v) for k, v in value.items() if k not in READ_ONLY}
    return [bare(v) for v in value] if isinstance(value, list) else value


def identities(value):
    """Every (id, module-id) in the order of the document, the plan's own left out."""
    found = []
    if isinstance(value, dict):
        if "id" in value and "eid" not in value:
            found.append((value["id"], value.get("module-id")))
        for child in value.values():
            found += identities(child)
    if isinstance(value, list):
        for child in value:
            found += identities(child)
    return found


# --- Counting ------------------------------------------------------------------------------------


def counts(*, but=("audit_tapahtumat",)):
    """How many rows each of our tables has, the audit log's aside."""
    ours = ("hoks", "rest", "audit", "oppijaindex")
    models = [m for app in ours for m in apps.get_app_config(app).get_models()]
    return {
        m._meta.db_table: m._default_manager.count() for m in models if m._meta.db_table not in but
    }


@contextmanager
def nothing_written():
    """No table but the audit log has a row more or less afterwards."""
    before = counts()
    yield
    after = counts()
    more = {table: after[table] - before[table] for table in after if after[table] != before[table]}
    assert not more, f"rows more or less: {more}"


def refused(answer, status, code=None):
    """The error body of an answer that must be this refusal, in the one model of errors."""
    assert answer.status_code == status, answer.content.decode()
    body = answer.json()
    assert {"code", "title", "detail", "request-id", "help"} <= body.keys()
    assert {"error", "message", "reason", "errors"} & body.keys()
    assert body["detail"].keys() == {"fi", "sv", "en"}
    assert "value" not in body
    if code is not None:
        assert body["code"] == code
    return body
