"""What units require, in the forms that ePerusteet has had."""

import pytest

from ehoks.integrations.eperusteet import read_vaatimukset


def fi(text):
    return {"fi": text, "_id": "1", "_tunniste": "x"}


GENERIC = {
    "kohde": fi("Toteutus"),
    "_arviointiAsteikko": "3",
    "osaamistasonKriteerit": [
        {"_osaamistaso": 9, "kriteerit": [fi("itsenäisesti")]},
        {"_osaamistaso": 5, "kriteerit": [fi("ohjattuna"), {"fi": ""}]},
        {"_osaamistaso": 6, "kriteerit": []},
    ],
}
REQUIRED = {
    "kohde": fi("Osaa"),
    "vaatimukset": [
        {"vaatimus": fi("<p>leipoa &amp; myydä</p>")},
        {"koodi": {"nimi": fi("taikoa")}},
    ],
    "kohdealueet": [{"kuvaus": fi("Uunilla"), "vaatimukset": [{"vaatimus": fi("polttaa")}]}],
}
OLD = {
    "arvioinninKohdealueet": [
        {
            "otsikko": fi("Työprosessi"),
            "arvioinninKohteet": [
                {
                    "otsikko": fi("Leipoo"),
                    "_arviointiAsteikko": "1",
                    "osaamistasonKriteerit": [{"_osaamistaso": "1", "kriteerit": [fi("hyvin")]}],
                }
            ],
        }
    ]
}


@pytest.mark.parametrize(
    ("osa", "told"),
    [
        (
            {"ammattitaitovaatimukset2019": REQUIRED, "geneerinenArviointiasteikko": GENERIC},
            [
                ("Osaa", [("", "leipoa & myydä"), ("", "taikoa")]),
                ("Uunilla", [("", "polttaa")]),
                ("Toteutus", [("1", "ohjattuna"), ("5", "itsenäisesti")]),
            ],
        ),
        ({"arviointi": OLD}, [("Leipoo", [("", "hyvin")])]),
        (
            {"pakollisetOsaamistavoitteet": {"laajuus": 4, "tavoitteet": REQUIRED}},
            [("Osaa", [("", "leipoa & myydä"), ("", "taikoa")]), ("Uunilla", [("", "polttaa")])],
        ),
        ({}, []),
        ({"arviointi": "x", "ammattitaitovaatimukset2019": None}, []),
    ],
)
def test_every_form_is_told_alike(osa, told):
    found = [
        (aihe["otsikko"]["fi"], [(taso, names["fi"]) for taso, names in aihe["rivit"]])
        for aihe in read_vaatimukset(osa)
    ]
    assert found == told
