"""The qualifications of the demo, with their names, competence areas and units."""

from typing import Any

_COMMON = "106727 106728 106729"

# koodi | peruste | diaarinumero | laajuus | fi | sv | en | units
_TUTKINNOT = f"""
331101 | 6582100 | OPH-5410-2021 | 180 | Liiketoiminnan perustutkinto | Grundexamen i affärsverksamhet | Vocational Qualification in Business | 200101 200102 200103 {_COMMON}
371101 | 6582200 | OPH-2524-2017 | 180 | Sosiaali- ja terveysalan perustutkinto | Grundexamen inom social- och hälsovårdsbranschen | Vocational Qualification in Social and Health Care | 200201 200202 200203 {_COMMON}
341101 | 6582300 | OPH-1117-2019 | 180 | Tieto- ja viestintätekniikan perustutkinto | Grundexamen inom informations- och kommunikationsteknik | Vocational Qualification in Information and Communications Technology | 200301 200302 200303 {_COMMON}
351301 | 6582400 | OPH-2762-2017 | 180 | Autoalan perustutkinto | Grundexamen inom bilbranschen | Vocational Qualification in the Vehicle Sector | 200401 200402 {_COMMON}
352201 | 6582500 | OPH-2654-2017 | 180 | Rakennusalan perustutkinto | Grundexamen inom byggnadsbranschen | Vocational Qualification in Construction | 200501 200502 {_COMMON}
351407 | 6582600 | OPH-2661-2017 | 180 | Sähkö- ja automaatioalan perustutkinto | Grundexamen inom el- och automationsbranschen | Vocational Qualification in Electrical Engineering and Automation Technology | 200601 200602 {_COMMON}
352101 | 6582700 | OPH-1492-2024 | 180 | Elintarvikealan perustutkinto | Grundexamen inom livsmedelsbranschen | Vocational Qualification in Food Production | 106901 106902 100000 100001 100002 100003 100004 100005 {_COMMON} 400000 400001 400002
381141 | 6582800 | OPH-2760-2017 | 180 | Ravintola- ja catering-alan perustutkinto | Grundexamen inom restaurang- och cateringbranschen | Vocational Qualification in Restaurant and Catering Services | 200701 200702 {_COMMON}
381304 | 6582900 | OPH-2655-2017 | 180 | Hius- ja kauneudenhoitoalan perustutkinto | Grundexamen inom hår- och skönhetsbranschen | Vocational Qualification in the Hairdressing and Beauty Care Sector | 200801 200802 {_COMMON}
361902 | 6583000 | OPH-2756-2017 | 180 | Luonto- ja ympäristöalan perustutkinto | Grundexamen inom natur- och miljöbranschen | Vocational Qualification in Natural and Environmental Protection | 200901 {_COMMON} 400012 400013 400014
334114 | 6583100 | OPH-2506-2017 | 150 | Lähiesihenkilötyön ammattitutkinto | Yrkesexamen i arbete som närchef | Further Vocational Qualification in First-line Management | 201001
437109 | 6583200 | OPH-2507-2017 | 180 | Johtamisen ja yritysjohtamisen erikoisammattitutkinto | Specialyrkesexamen i ledarskap och företagsledning | Specialist Vocational Qualification in Leadership and Business Management | 201101
999908 | 6583300 | OPH-1488-2021 | 38 | Tutkintokoulutukseen valmentava koulutus (TUVA) | Utbildning som handleder för examensutbildning (Hux) | Preparatory Education for Upper Secondary Qualifications | -
999903 | 6583400 | OPH-2729-2017 | 60 | Työhön ja itsenäiseen elämään valmentava koulutus (TELMA) | Utbildning som handleder för arbete och ett självständigt liv (Telma) | Preparatory Education for Work and Independent Living | -
309902 | 6583500 | OPH-2263-2019 | 150 | Lukion oppimäärä | Gymnasiets lärokurs | General Upper Secondary School Syllabus | -
"""

# tutkinto | koodi | fi | sv | en
_OSAAMISALAT = """
331101 | 1622 | Asiakaspalvelun ja myynnin osaamisala | Kompetensområdet för kundservice och försäljning | Competence Area in Customer Service and Sales
331101 | 1623 | Taloushallinnon osaamisala | Kompetensområdet för ekonomiförvaltning | Competence Area in Financial Administration
371101 | 1691 | Lasten ja nuorten kasvatuksen ja hoidon osaamisala | Kompetensområdet för fostran av och vård för barn och unga | Competence Area in Children's and Youth Care and Education
371101 | 1693 | Sairaanhoidon ja huolenpidon osaamisala | Kompetensområdet för sjukvård och omsorg | Competence Area in Nursing and Care
341101 | 1544 | Ohjelmistokehityksen osaamisala | Kompetensområdet för programvaruutveckling | Competence Area in Software Development
341101 | 1545 | Tietoverkkojen osaamisala | Kompetensområdet för datanät | Competence Area in Data Networks
351301 | 1525 | Ajoneuvotekniikan osaamisala | Kompetensområdet för fordonsteknik | Competence Area in Vehicle Technology
352201 | 3170 | Talonrakennuksen osaamisala | Kompetensområdet för husbyggnad | Competence Area in Building Construction
351407 | 1533 | Sähkö- ja automaatiotekniikan osaamisala | Kompetensområdet för el- och automationsteknik | Competence Area in Electrical and Automation Technology
352101 | 1531 | Leipomoalan osaamisala | Kompetensområdet för bageribranschen | Competence Area in Bakery
352101 | 1530 | Elintarviketeknologian osaamisala | Kompetensområdet för livsmedelsteknologi | Competence Area in Food Technology
381141 | 1651 | Ruokapalvelun osaamisala | Kompetensområdet för matservice | Competence Area in Food Services
381304 | 1664 | Hiusalan osaamisala | Kompetensområdet för hårbranschen | Competence Area in Hairdressing
361902 | 1589 | Ympäristöalan osaamisala | Kompetensområdet för miljöbranschen | Competence Area in Environmental Care
"""

# osaamisala | fi | sv | en: what one is called who has the qualification with that competence area
_TUTKINTONIMIKKEET = """
1622 | Merkonomi | Merkonom | Business College Graduate
1623 | Merkonomi | Merkonom | Business College Graduate
1691 | Lähihoitaja | Närvårdare | Practical Nurse
1693 | Lähihoitaja | Närvårdare | Practical Nurse
1544 | Ohjelmistokehittäjä | Programutvecklare | Software Developer
1545 | IT-tukihenkilö | IT-stödperson | IT Support Specialist
1525 | Ajoneuvoasentaja | Fordonsmekaniker | Vehicle Mechanic
3170 | Talonrakentaja | Husbyggare | Builder
1533 | Sähköasentaja | Elmontör | Electrician
1531 | Leipuri-kondiittori | Bagare-konditor | Baker-Confectioner
1530 | Elintarvikkeiden valmistaja | Livsmedelstillverkare | Food Processor
1651 | Kokki | Kock | Cook
1664 | Parturi-kampaaja | Frisör | Hairdresser
1589 | Ympäristönhoitaja | Miljövårdare | Environmental Worker
"""

TUVA, TELMA, LUKIO = "999908", "999903", "309902"


def tutkinnot() -> list[dict[str, Any]]:
    """The qualifications, ready for the file of facts."""
    return [_tutkinto(*_cells(line)) for line in _TUTKINNOT.strip().splitlines()]


def ammatilliset() -> list[tuple[str, list[str]]]:
    """The codes of the vocational qualifications, each with its competence areas."""
    preparing = {TUVA, TELMA, LUKIO}
    rows = [row for row in tutkinnot() if row["koodi"] not in preparing]
    return [(row["koodi"], list(row["osaamisalat"])) for row in rows]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _tutkinto(
    koodi: str, peruste: str, diaari: str, laajuus: str, fi: str, sv: str, en: str, osat: str
) -> dict[str, Any]:
    uris = [f"tutkinnonosat_{arvo}" for arvo in osat.split() if arvo != "-"]
    if koodi == TUVA:
        uris = [f"koulutuksenosattuva_{arvo}" for arvo in range(101, 108)]
    return {
        "koodi": koodi,
        "nimi": {"fi": fi, "sv": sv, "en": en},
        "peruste": int(peruste),
        "diaarinumero": diaari,
        "laajuus": int(laajuus),
        "osaamisalat": _osaamisalat(koodi),
        "tutkinnon_osat": uris,
        "tutkintonimikkeet": _nimikkeet(koodi),
    }


def _nimikkeet(tutkinto: str) -> dict[str, dict[str, str]]:
    areas = _osaamisalat(tutkinto)
    rows = map(_cells, _TUTKINTONIMIKKEET.strip().splitlines())
    return {koodi: {"fi": fi, "sv": sv, "en": en} for koodi, fi, sv, en in rows if koodi in areas}


def _osaamisalat(tutkinto: str) -> dict[str, dict[str, str]]:
    rows = map(_cells, _OSAAMISALAT.strip().splitlines())
    return {
        koodi: {"fi": fi, "sv": sv, "en": en} for of, koodi, fi, sv, en in rows if of == tutkinto
    }
