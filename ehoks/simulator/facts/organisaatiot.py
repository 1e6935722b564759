"""The organisations of the demo: OPH, four providers besides the demo's own, their schools."""

from typing import Any

OPH = "1.2.246.562.10.00000000001"
KALEVALA = "1.2.246.562.10.31415926539"
POHJOLA = "1.2.246.562.10.51230000011"
SAIMAA = "1.2.246.562.10.51230000022"
RANNIKKO = "1.2.246.562.10.51230000033"
LAPPI = "1.2.246.562.10.51230000044"

# school → its unit where teaching happens, None when it has no units of its own
SCHOOLS: dict[str, dict[str, str | None]] = {
    KALEVALA: {
        "1.2.246.562.10.27182818289": "1.2.246.562.10.2013061512345678901234",
        "1.2.246.562.10.41421356233": "1.2.246.562.10.41421356244",
        "1.2.246.562.10.200000000410": None,
    },
    POHJOLA: {
        "1.2.246.562.10.51230000111": "1.2.246.562.10.51230000112",
        "1.2.246.562.10.51230000121": None,
    },
    SAIMAA: {"1.2.246.562.10.51230000211": "1.2.246.562.10.51230000212"},
    RANNIKKO: {"1.2.246.562.10.51230000311": "1.2.246.562.10.51230000312"},
    LAPPI: {"1.2.246.562.10.51230000411": None},
}

_NAMES = {
    OPH: ("Opetushallitus", "Utbildningsstyrelsen", "Finnish National Agency for Education"),
    KALEVALA: (
        "Kalevalan koulutuskuntayhtymä",
        "Kalevala utbildningssamkommun",
        "Kalevala Education Consortium",
    ),
    "1.2.246.562.10.27182818289": (
        "Kalevalan ammattiopisto",
        "Kalevala yrkesinstitut",
        "Kalevala Vocational College",
    ),
    "1.2.246.562.10.2013061512345678901234": (
        "Kalevalan ammattiopisto, Leipurinkadun toimipiste",
        "Kalevala yrkesinstitut, Bagargatans verksamhetsställe",
        "Kalevala Vocational College, Leipurinkatu Campus",
    ),
    "1.2.246.562.10.41421356233": (
        "Väinölän aikuisopisto",
        "Väinölä vuxeninstitut",
        "Väinölä Adult Education Centre",
    ),
    "1.2.246.562.10.41421356244": (
        "Väinölän aikuisopisto, Sammonkadun toimipiste",
        "Väinölä vuxeninstitut, Sampogatans verksamhetsställe",
        "Väinölä Adult Education Centre, Sammonkatu Campus",
    ),
    "1.2.246.562.10.200000000410": (
        "Kalevalan oppisopimuskeskus",
        "Kalevala läroavtalscentral",
        "Kalevala Apprenticeship Centre",
    ),
    POHJOLA: ("Pohjolan koulutus Oy", "Pohjola utbildning Ab", "Pohjola Education Ltd"),
    "1.2.246.562.10.51230000111": (
        "Pohjolan ammattiopisto",
        "Pohjola yrkesinstitut",
        "Pohjola Vocational College",
    ),
    "1.2.246.562.10.51230000112": (
        "Pohjolan ammattiopisto, Kivimäen toimipiste",
        "Pohjola yrkesinstitut, Stenbackens verksamhetsställe",
        "Pohjola Vocational College, Kivimäki Campus",
    ),
    "1.2.246.562.10.51230000121": (
        "Sariolan palvelualan oppilaitos",
        "Sariola läroanstalt för servicebranschen",
        "Sariola Service School",
    ),
    SAIMAA: (
        "Saimaanrannan koulutussäätiö sr",
        "Stiftelsen för utbildning vid Saimen sr",
        "Saimaanranta Education Foundation",
    ),
    "1.2.246.562.10.51230000211": (
        "Saimaanrannan ammattiopisto",
        "Saimaanranta yrkesinstitut",
        "Saimaanranta Vocational College",
    ),
    "1.2.246.562.10.51230000212": (
        "Saimaanrannan ammattiopisto, Satamakadun toimipiste",
        "Saimaanranta yrkesinstitut, Hamngatans verksamhetsställe",
        "Saimaanranta Vocational College, Satamakatu Campus",
    ),
    RANNIKKO: (
        "Etelärannikon koulutuskuntayhtymä",
        "Sydkustens samkommun för utbildning",
        "South Coast Education Consortium",
    ),
    "1.2.246.562.10.51230000311": (
        "Etelärannikon ammattiopisto",
        "Sydkustens yrkesinstitut",
        "South Coast Vocational College",
    ),
    "1.2.246.562.10.51230000312": (
        "Etelärannikon ammattiopisto, Fyrvägenin toimipiste",
        "Sydkustens yrkesinstitut, Fyrvägens verksamhetsställe",
        "South Coast Vocational College, Fyrvägen Campus",
    ),
    LAPPI: (
        "Tunturi-Lapin kunnat, koulutusyhtymä",
        "Fjäll-Lapplands utbildningssamkommun",
        "Fell Lapland Education Consortium",
    ),
    "1.2.246.562.10.51230000411": (
        "Tunturi-Lapin ammattiopisto",
        "Fjäll-Lapplands yrkesinstitut",
        "Fell Lapland Vocational College",
    ),
}


def organisaatiot() -> list[dict[str, Any]]:
    """The tree, parents before children."""
    rows = [_row(OPH, None, "organisaatiotyyppi_05")]
    for provider, schools in SCHOOLS.items():
        rows.append(_row(provider, OPH, "organisaatiotyyppi_01"))
        for school, unit in schools.items():
            rows.append(_row(school, provider, "organisaatiotyyppi_02"))
            if unit:
                rows.append(_row(unit, school, "organisaatiotyyppi_03"))
    return rows


def _row(oid: str, parent: str | None, tyyppi: str) -> dict[str, Any]:
    nimi = dict(zip(("fi", "sv", "en"), _NAMES[oid], strict=True))
    return {"oid": oid, "nimi": nimi, "parent": parent, "tyypit": [tyyppi]}
