"""What everybody of the permission matrix looks at, and its names in addresses."""

import datetime as dt
import re
from typing import Any, NamedTuple

from ehoks.audit.models import AuditTapahtuma
from ehoks.common.dates import today
from ehoks.oppijaindex.models import Opiskeluoikeus
from ehoks.tiedonsiirto.models import Tiedonsiirto
from ehoks.ui.templatetags.muotoilu import paiva
from hoks.models import Hoks, HoksLuonnos, OsaamisenHankkimistapa, Selvityspyynto
from hoks.services import omat
from hoks.services import read as hoks_read
from koodisto import lookup
from koodisto.koodistot import TUTKINNONOSAT
from koodisto.services import sync_koodistot
from sharing import linkki
from sharing.models import Jako
from sharing.sisalto import list_kohteet
from tests.hoks.plans import LEMPI, PEKKA, full_plan
from tests.hoks.ui.test_lista import SCHOOL
from tests.permissions import matrix
from tests.permissions.matrix import STAFF
from tests.staff import as_citizen, browser, log_in

SHOWN = next(part for part in matrix.PARTS if "<int:osa_id>" in part)
CITIZEN_OIDS = {
    "lempi": LEMPI.oppija,
    "aino": "1.2.246.562.24.10000000100",
    "onni": "1.2.246.562.24.10000000304",
}


KNOWN = "tutkinnonosat_106901"  # of this unit it is known what it requires


class World(NamedTuple):
    """What holes of an address are filled with: everywhere, of a draft, of Lempi's own pages."""

    values: dict[str, Any]
    draft: dict[str, Any]
    own: dict[str, Any]
    parts: dict[str, int]


def enter(who):
    """The browser of somebody of the cast."""
    if who in STAFF:
        return log_in(who)
    return as_citizen(CITIZEN_OIDS[who]) if who in CITIZEN_OIDS else browser()


def build(sis):
    """A plan with every part, a draft of Väinö's, an open refusal, a share that Onni has opened, a
    question of Lempi's; their names in addresses."""
    own_id = sis.create(full_plan())
    sync_koodistot([TUTKINNONOSAT])
    lookup.forget()
    Opiskeluoikeus.objects.update(oppilaitos_oid=SCHOOL)
    sis.put(own_id, {"versio": "x"})
    vaino = log_in("vaino")
    begun = {"oppija": PEKKA.oppija, "opiskeluoikeus": PEKKA.oikeus}
    vaino.post(f"/virkailija/{SCHOOL}/hoks/uusi/", begun)
    draft = HoksLuonnos.objects.get()
    added = {"toiminto": "lisaa", "nahty": draft.versio}
    vaino.post(f"/virkailija/luonnos/{draft.pk}/osat/hankittava-ammatillinen/", added)
    hoks = Hoks.objects.get(pk=own_id)
    tapa = OsaamisenHankkimistapa.objects.filter(hoks=hoks).first()
    parts = {part: part_id(sis, own_id, part) for part in matrix.PARTS if "<" not in part}
    local = parts["hankittava-paikallinen-tutkinnon-osa"]
    shown = f"hankittava-paikallinen-tutkinnon-osa/{local}/osaamisen-osoittaminen"
    parts |= {SHOWN: part_id(sis, own_id, shown), "osaamisen-hankkimistapa": tapa.id}
    values = {
        "hoks_id": own_id,
        "eid": hoks.eid,
        "oppija": LEMPI.oppija,
        "oid": LEMPI.oikeus,
        "oppilaitos": SCHOOL,
        "row_id": Tiedonsiirto.objects.filter(hyvaksytty=False).latest("id").id,
        "oht_id": tapa.id,
        "osa_id": local,
        "nimi": "mitatoidyt",
        "laji": "tutkinnonosat",
        "numero": 0,
        "koodi": KNOWN,
    }
    values |= share_of(hoks) | question_about(hoks)
    drafted = {"tunnus": draft.pk, "nimi": "perustiedot", "laji": "hankittava-ammatillinen"}
    return World(
        values=values,
        draft=drafted,
        own={"tunnus": omat.tunnus_of(hoks.eid)},
        parts=parts,
    )


def share_of(hoks):
    """Lempi has shown a part to Onni, who has opened the link."""
    lempi = as_citizen(LEMPI.oppija)
    parts = list_kohteet(hoks_read.find_by_eid(hoks.eid).document)
    kohde = next(part for part in parts if part.moduuli_tyyppi == "osaamisenhankkiminen")
    first, last = today(), today() + dt.timedelta(days=9)
    wanted = {
        "kenelle": "muu",
        "nimi": "Ohjaaja, Onni",
        "sahkoposti": "onni@example.org",
        "alku": paiva(first),
        "loppu": paiva(last),
        "suostumus": "1",
    }
    new = f"/oppija/hoks/{omat.tunnus_of(hoks.eid)}/jaot/uusi/?moduuli={kohde.module_id}"
    assert lempi.post(new, wanted).status_code == 302
    jako = Jako.objects.get()
    token = linkki.token_of(jako.siemen)
    assert enter("onni").post(f"/jako/{token}/").status_code == 302
    body = {
        "hoks-eid": hoks.eid,
        "tutkinnonosa-module-uuid": kohde.osa["module-id"],
        "tutkinnonosa-tyyppi": kohde.osa_tyyppi,
        "shared-module-uuid": kohde.module_id,
        "shared-module-tyyppi": kohde.moduuli_tyyppi,
        "voimassaolo-alku": first.isoformat(),
        "voimassaolo-loppu": last.isoformat(),
    }
    return {"jako_id": jako.pk, "token": token, "module_id": kohde.module_id, "jako": body}


def question_about(hoks):
    """Väinö has looked, and Lempi asks why."""
    log_in("vaino").get(f"/virkailija/hoks/{hoks.eid}/")
    row = AuditTapahtuma.objects.filter(kayttaja="vaino", hoks_id=hoks.pk, operaatio="read").first()
    address = f"/oppija/katselut/{row.pk}/en-tunnista/"
    assert as_citizen(LEMPI.oppija).post(address, {"viesti": "Miksi?"}).status_code == 302
    return {"look_id": row.pk, "case_id": Selvityspyynto.objects.get().pk}


def part_id(sis, hoks_id, part):
    """The id of a part that is there."""
    answer = sis.call("GET", f"/hoks/{hoks_id}/{part}", contract=False)
    assert answer.status_code == 200, part
    data = answer.json()["data"]
    return (data[0] if isinstance(data, list) else data).get("id", hoks_id)


def address(path, world):
    """The address of a page of the matrix, below `/`."""
    values = dict(world.values) | {"tunnus": world.values["eid"]}
    if path.startswith(matrix.DRAFT):
        values |= world.draft
    elif path.startswith(matrix.KEEPING):
        values["nimi"] = "muistuta-jaksoista"
    elif path.startswith("oppija/katselut/"):
        values["row_id"] = world.values["look_id"]
    elif path.startswith(matrix.OWN):
        values |= world.own
    for part, own_id in world.parts.items():
        if f"/{part}/<int:" in path:
            values |= {"part_id": own_id, "own_id": own_id}
    if "/<int:osa_id>/" in path:
        values["part_id"] = world.parts[SHOWN]
    return re.sub(r"<\w+:(\w+)>", lambda hole: str(values[hole[1]]), path)
