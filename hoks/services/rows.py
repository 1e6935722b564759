"""The rows of a plan as a pure function of its document, and back.

The document is what GET answers, with the ids of all parts. `to_rows` gives every row of every
table; `to_document` builds the same document from the rows. One of them is always enough to
rebuild the other, and a test holds them equal.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from hoks.schema import objects
from hoks.schema.compile import validate
from hoks.schema.fields import ObjectType, Operation

Document = dict[str, Any]
Row = dict[str, Any]
Rows = dict[str, list[Row]]

HANKITTAVAT, AIEMMIN = "hankittavat_osat", "aiemmin_hankitut_osat"
HANKKIMISTAVAT, OSOITTAMISET = "osaamisen_hankkimistavat", "osaamisen_osoittamiset"
KOULUTUKSEN_OSAT, TUKI = "hankittavat_koulutuksen_osat", "oppimisen_tuki"
OPINNOT, HOKSIT = "opiskeluvalmiuksia_tukevat_opinnot", "hoksit"

# Column → wire key. What has no line here is set by the code below.
_ID = {"id": "id"}
_MODUULI = {"id": "id", "module_id": "module-id"}
_DATES = {"alku": "alku", "loppu": "loppu"}
_POIKKEAMINEN = {"poikkeaminen": "vaatimuksista-tai-tavoitteista-poikkeaminen"}
_TUTKINNON_OSA = {
    **_MODUULI,
    **_POIKKEAMINEN,
    "koulutuksen_jarjestaja_oid": "koulutuksen-jarjestaja-oid",
    "olennainen_seikka": "olennainen-seikka",
}
_KOODI = {"koodi_uri": "tutkinnon-osa-koodi-uri", "koodi_versio": "tutkinnon-osa-koodi-versio"}
_OSA_ALUE = {"koodi_uri": "osa-alue-koodi-uri", "koodi_versio": "osa-alue-koodi-versio"}
_PAIKALLINEN = {
    "nimi": "nimi",
    "laajuus": "laajuus",
    "tavoitteet_ja_sisallot": "tavoitteet-ja-sisallot",
    "amosaa_tunniste": "amosaa-tunniste",
}
_DIAARINRO = {"perusteen_diaarinro": "tutkinnon-osan-perusteen-diaarinro"}
_MAARA = {"opetus_ja_ohjaus_maara": "opetus-ja-ohjaus-maara"}
_PROSESSI = {
    "todentamisen_prosessi_koodi_uri": "valittu-todentamisen-prosessi-koodi-uri",
    "todentamisen_prosessi_koodi_versio": "valittu-todentamisen-prosessi-koodi-versio",
    "osaamisen_arvioija": "tarkentavat-tiedot-osaamisen-arvioija",
}

HANKITTAVA_COLUMNS = {
    "ammatillinen": {**_TUTKINNON_OSA, **_KOODI, **_DIAARINRO, **_MAARA},
    "paikallinen": {**_TUTKINNON_OSA, **_PAIKALLINEN, **_MAARA},
    "yhteinen": {**_TUTKINNON_OSA, **_KOODI},
    "osa_alue": {**_TUTKINNON_OSA, **_OSA_ALUE, **_MAARA},
}
AIEMMIN_COLUMNS = {
    "ammatillinen": {**_TUTKINNON_OSA, **_KOODI, **_DIAARINRO, **_PROSESSI},
    "paikallinen": {**_TUTKINNON_OSA, **_PAIKALLINEN, **_PROSESSI},
    "yhteinen": {**_TUTKINNON_OSA, **_KOODI, **_PROSESSI},
    "osa_alue": {**_TUTKINNON_OSA, **_OSA_ALUE, **_PROSESSI},
}
HANKKIMISTAPA_COLUMNS = {
    **_MODUULI,
    **_DATES,
    "yksiloiva_tunniste": "yksiloiva-tunniste",
    "ajanjakson_tarkenne": "ajanjakson-tarkenne",
    "hankkimistapa_koodi_uri": "osaamisen-hankkimistapa-koodi-uri",
    "hankkimistapa_koodi_versio": "osaamisen-hankkimistapa-koodi-versio",
    "osa_aikaisuustieto": "osa-aikaisuustieto",
    "oppisopimuksen_perusta_koodi_uri": "oppisopimuksen-perusta-koodi-uri",
    "oppisopimuksen_perusta_koodi_versio": "oppisopimuksen-perusta-koodi-versio",
    "jarjestajan_edustaja": "jarjestajan-edustaja",
    "hankkijan_edustaja": "hankkijan-edustaja",
    "muut_oppimisymparistot": "muut-oppimisymparistot",
    "keskeytymisajanjaksot": "keskeytymisajanjaksot",
}
KOULUTUS, OHJAAJA = "tyopaikalla-jarjestettava-koulutus", "vastuullinen-tyopaikka-ohjaaja"
KOULUTUS_COLUMNS = {
    "tyopaikan_nimi": "tyopaikan-nimi",
    "tyopaikan_y_tunnus": "tyopaikan-y-tunnus",
    "keskeiset_tyotehtavat": "keskeiset-tyotehtavat",
}
OHJAAJA_COLUMNS = {
    "ohjaaja_nimi": "nimi",
    "ohjaaja_sahkoposti": "sahkoposti",
    "ohjaaja_puhelinnumero": "puhelinnumero",
}
OSOITTAMINEN_COLUMNS = {
    **_MODUULI,
    **_DATES,
    **_POIKKEAMINEN,
    "nayttoymparisto": "nayttoymparisto",
    "osa_alueet": "osa-alueet",
    "sisallon_kuvaus": "sisallon-kuvaus",
    "yksilolliset_kriteerit": "yksilolliset-kriteerit",
    "koulutuksen_jarjestaja_arvioijat": "koulutuksen-jarjestaja-osaamisen-arvioijat",
    "tyoelama_arvioijat": "tyoelama-osaamisen-arvioijat",
}
KOULUTUKSEN_OSA_COLUMNS = {
    **_ID,
    **_DATES,
    "koodi_uri": "koulutuksen-osa-koodi-uri",
    "koodi_versio": "koulutuksen-osa-koodi-versio",
    "laajuus": "laajuus",
}
OPINTO_COLUMNS = {**_ID, **_DATES, "nimi": "nimi", "kuvaus": "kuvaus"}
TUKI_COLUMNS = {
    **_DATES,
    "tyyppi_koodi_uri": "oppimisen-tuen-tyyppi-koodi-uri",
    "tutkinnon_osan_tyyppi_koodi_uri": "tutkinnon-osan-tyyppi-koodi-uri",
}
HOKS_COLUMNS = {f.key.replace("-", "_"): f.key for f in objects.HOKS if hasattr(f.type, "check")}
HOKS_COLUMNS.pop("poistettu")

_TYYPIT = {"ammatillinen": "ammat", "paikallinen": "paikalliset", "yhteinen": "yhteiset"}
HANKITTAVA_LISTS = {t: f"hankittavat-{w}-tutkinnon-osat" for t, w in _TYYPIT.items()}
AIEMMIN_LISTS = {t: f"aiemmin-hankitut-{w}-tutkinnon-osat" for t, w in _TYYPIT.items()}
SMALL_LISTS = (
    (KOULUTUKSEN_OSAT, "hankittavat-koulutuksen-osat", KOULUTUKSEN_OSA_COLUMNS),
    (OPINNOT, "opiskeluvalmiuksia-tukevat-opinnot", OPINTO_COLUMNS),
    (TUKI, "oppimisen-tuki", TUKI_COLUMNS),
)
NAYTOT, TAVAT, OSA_ALUEET = "osaamisen-osoittaminen", "osaamisen-hankkimistavat", "osa-alueet"
TARKENTAVAT = "tarkentavat-tiedot-naytto"


def _copy(columns: dict[str, str], part: Document) -> Row:
    return {column: part[key] for column, key in columns.items() if key in part}


def to_rows(document: Document, beside: Document | None = None) -> Rows:
    """All rows of a document's parts, by table; the plan's own row is `hoks_row`.

    Units that stand in `beside` just so, at the same place, are left out.
    """
    rows: Rows = defaultdict(list)
    hoks = document["id"]
    for tyyppi, key in HANKITTAVA_LISTS.items():
        for n, osa in _differing(document, beside, key):
            _hankittava_rows(rows, osa, tyyppi, {"hoks_id": hoks, "jarjestys": n})
    for tyyppi, key in AIEMMIN_LISTS.items():
        for n, osa in _differing(document, beside, key):
            _aiemmin_rows(rows, osa, tyyppi, {"hoks_id": hoks, "jarjestys": n})
    for table, key, columns in SMALL_LISTS:
        for n, part in enumerate(document[key]):
            rows[table].append({"hoks_id": hoks, "jarjestys": n, **_copy(columns, part)})
    return rows


def _differing(
    document: Document, beside: Document | None, key: str
) -> Iterator[tuple[int, Document]]:
    others = beside[key] if beside else ()
    for n, osa in enumerate(document[key]):
        if n >= len(others) or osa != others[n]:
            yield n, osa


def differing_rows(old: Document, new: Document) -> tuple[Rows, Rows]:
    """The rows of two versions of a plan, but for those of units that are the same in both."""
    return to_rows(old, beside=new), to_rows(new, beside=old)


def hoks_row(document: Document) -> Row:
    """The root's own columns."""
    return _copy(HOKS_COLUMNS, document)


def ordered(kind: ObjectType, part: Document) -> Document:
    """The same part with its keys in the order of the declaration."""
    return {f.key: part[f.key] for f in kind if f.key in part}


def _hankittava_rows(rows: Rows, osa: Document, tyyppi: str, place: Row) -> None:
    rows[HANKITTAVAT].append({**place, "tyyppi": tyyppi, **_copy(HANKITTAVA_COLUMNS[tyyppi], osa)})
    hoks = place["hoks_id"]
    for n, alue in enumerate(osa.get(OSA_ALUEET, ())):
        below = {"hoks_id": hoks, "jarjestys": n, "yhteinen_id": osa["id"]}
        _hankittava_rows(rows, alue, "osa_alue", below)
    for n, tapa in enumerate(osa.get(TAVAT, ())):
        below = {"hoks_id": hoks, "jarjestys": n, "osa_id": osa["id"]}
        rows[HANKKIMISTAVAT].append(below | _hankkimistapa_row(tapa))
    for n, naytto in enumerate(osa.get(NAYTOT, ())):
        below = {"hoks_id": hoks, "jarjestys": n, "hankittava_osa_id": osa["id"]}
        rows[OSOITTAMISET].append(below | _osoittaminen_row(naytto))


def _aiemmin_rows(rows: Rows, osa: Document, tyyppi: str, place: Row) -> None:
    rows[AIEMMIN].append({**place, "tyyppi": tyyppi, **_copy(AIEMMIN_COLUMNS[tyyppi], osa)})
    hoks = place["hoks_id"]
    for n, alue in enumerate(osa.get(OSA_ALUEET, ())):
        below = {"hoks_id": hoks, "jarjestys": n, "yhteinen_id": osa["id"]}
        _aiemmin_rows(rows, alue, "osa_alue", below)
    for n, naytto in enumerate(osa[TARKENTAVAT]):
        below = {"hoks_id": hoks, "jarjestys": n, "aiemmin_hankittu_osa_id": osa["id"]}
        rows[OSOITTAMISET].append(below | _osoittaminen_row(naytto))


def _hankkimistapa_row(tapa: Document) -> Row:
    row = _copy(HANKKIMISTAPA_COLUMNS, tapa)
    if koulutus := tapa.get(KOULUTUS):
        row |= _copy(KOULUTUS_COLUMNS, koulutus) | _copy(OHJAAJA_COLUMNS, koulutus[OHJAAJA])
    return row


def _osoittaminen_row(naytto: Document) -> Row:
    row = _copy(OSOITTAMINEN_COLUMNS, naytto)
    if jarjestaja := naytto.get("jarjestaja"):
        row["jarjestaja_oppilaitos_oid"] = jarjestaja["oppilaitos-oid"]
    return row


# --- and back ---------------------------------------------------------------------------------


def _uncopy(columns: dict[str, str], row: Row, **lists: Any) -> Document:
    """A part from its row."""
    found = {key: row[column] for column, key in columns.items() if row.get(column) is not None}
    return found | {key: value for key, value in lists.items() if value is not None}


def to_document(hoks: Row, rows: Rows) -> Document:
    """The document of a plan from its rows, as GET serves it.

    Rows may come from the database as JSON: the declaration gives keys their order and values
    their form again.
    """
    return validate(objects.HOKS, Operation.GET, _Rebuild(rows).document(hoks))


class _Rebuild:
    """Children by their parent, each list in its order."""

    def __init__(self, rows: Rows) -> None:
        self.children: dict[tuple[str, str, int], list[Row]] = defaultdict(list)
        self.rows = {
            table: sorted(found, key=lambda row: int(row["jarjestys"]))
            for table, found in rows.items()
        }
        for table, columns in (
            (HANKITTAVAT, ("yhteinen_id",)),
            (AIEMMIN, ("yhteinen_id",)),
            (HANKKIMISTAVAT, ("osa_id",)),
            (OSOITTAMISET, ("hankittava_osa_id", "aiemmin_hankittu_osa_id")),
        ):
            for row in self.rows.get(table, ()):
                for column in columns:
                    if row.get(column) is not None:
                        self.children[table, column, row[column]].append(row)

    def document(self, hoks: Row) -> Document:
        lists: Document = {}
        for tyyppi, key in HANKITTAVA_LISTS.items():
            lists[key] = [self.hankittava(r) for r in self._top(HANKITTAVAT, tyyppi)]
        for tyyppi, key in AIEMMIN_LISTS.items():
            lists[key] = [self.aiemmin(r) for r in self._top(AIEMMIN, tyyppi)]
        for table, key, columns in SMALL_LISTS:
            lists[key] = [_uncopy(columns, r) for r in self.rows.get(table, ())]
        return _uncopy(HOKS_COLUMNS, hoks, **lists)

    def _top(self, table: str, tyyppi: str) -> Iterator[Row]:
        return (row for row in self.rows.get(table, ()) if row["tyyppi"] == tyyppi)

    def hankittava(self, row: Row) -> Document:
        kind, own = row["tyyppi"], row["id"]
        lists: Document = {}
        if kind == "yhteinen":
            alueet = self.children[HANKITTAVAT, "yhteinen_id", own]
            lists[OSA_ALUEET] = [self.hankittava(r) for r in alueet]
        else:
            tavat = self.children[HANKKIMISTAVAT, "osa_id", own]
            lists[TAVAT] = [_hankkimistapa(r) for r in tavat]
            naytot = self.children[OSOITTAMISET, "hankittava_osa_id", own]
            lists[NAYTOT] = [_osoittaminen(r) for r in naytot]
        return _uncopy(HANKITTAVA_COLUMNS[kind], row, **lists)

    def aiemmin(self, row: Row) -> Document:
        kind, own = row["tyyppi"], row["id"]
        naytot = self.children[OSOITTAMISET, "aiemmin_hankittu_osa_id", own]
        lists: Document = {TARKENTAVAT: [_osoittaminen(r) for r in naytot]}
        if kind == "yhteinen":
            alueet = self.children[AIEMMIN, "yhteinen_id", own]
            lists[OSA_ALUEET] = [self.aiemmin(r) for r in alueet]
        return _uncopy(AIEMMIN_COLUMNS[kind], row, **lists)


def _hankkimistapa(row: Row) -> Document:
    koulutus = None
    if row.get("tyopaikan_nimi") is not None:
        koulutus = _uncopy(KOULUTUS_COLUMNS, row, **{OHJAAJA: _uncopy(OHJAAJA_COLUMNS, row)})
    return _uncopy(HANKKIMISTAPA_COLUMNS, row, **{KOULUTUS: koulutus})


def _osoittaminen(row: Row) -> Document:
    oid = row.get("jarjestaja_oppilaitos_oid")
    jarjestaja = None if oid is None else {"oppilaitos-oid": oid}
    return _uncopy(OSOITTAMINEN_COLUMNS, row, jarjestaja=jarjestaja)
