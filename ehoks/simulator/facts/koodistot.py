"""The code sets of the demo: every set that a HOKS refers to, as code, then fi, sv and en."""

from typing import Any

_OSAAMISEN_HANKKIMISTAPA = """
koulutussopimus | Koulutussopimus | Utbildningsavtal | Training agreement
oppisopimus | Oppisopimus | Läroavtal | Apprenticeship agreement
oppilaitosmuotoinenkoulutus | Oppilaitosmuotoinen koulutus | Läroanstaltsbaserad utbildning | Institution-based education
muu | Muu osaamisen hankkimistapa | Annat sätt att förvärva kunnande | Other way of acquiring competence
"""
_OPPISOPIMUKSEN_PERUSTA = """
01 | Työsopimus | Arbetsavtal | Employment contract
02 | Virkasuhde | Tjänsteförhållande | Public-service employment relationship
03 | Yrittäjä | Företagare | Entrepreneur
"""
_OPPIMISYMPARISTOT = """
0001 | Luokkahuone tai auditorio | Klassrum eller auditorium | Classroom or auditorium
0002 | Työsali tai laboratorio | Arbetssal eller laboratorium | Workshop or laboratory
0003 | Verkko-oppimisympäristö | Lärmiljö på nätet | Online learning environment
0004 | Simulaattori | Simulator | Simulator
0005 | Itsenäinen opiskelu | Självständiga studier | Independent study
0006 | Luonto ja maasto | Natur och terräng | Outdoors
"""
_OSAAMISEN_TODENTAMISEN_PROSESSI = """
0001 | Todennettu suoraan | Verifierat direkt | Verified directly
0002 | Todennettu arvioijien kautta | Verifierat via bedömare | Verified by assessors
0003 | Ohjattu näyttöön | Hänvisad till yrkesprov | Guided to a competence demonstration
"""
_URASUUNNITELMA = """
0001 | Jatko-opinnot | Fortsatta studier | Further studies
0002 | Työelämään siirtyminen | Övergång till arbetslivet | Transition to working life
0003 | Työuralla eteneminen | Avancemang i arbetslivet | Advancing in one's career
0005 | Opintojen jatkaminen | Fortsättning av studierna | Continuing the studies
"""
_KOULUTUKSEN_OSAT_TUVA = """
101 | Opiskelu- ja urasuunnittelutaidot | Studiefärdigheter och karriärplanering | Study and career planning skills
102 | Työelämätaidot ja työpaikalla tapahtuva oppiminen | Arbetslivsfärdigheter och lärande på arbetsplatsen | Working life skills and learning at the workplace
103 | Arjen ja yhteiskunnallisen osallisuuden taidot | Färdigheter för vardagen och delaktighet i samhället | Skills for everyday life and participation in society
104 | Valinnaiset koulutuksen osat | Valfria utbildningsdelar | Optional parts of the education
105 | Ammatillisen koulutuksen opinnot ja niihin valmentautuminen | Studier i yrkesutbildning och förberedelse för dem | Vocational studies and preparation for them
106 | Lukiokoulutuksen opinnot ja niihin valmentautuminen | Gymnasiestudier och förberedelse för dem | General upper secondary studies and preparation for them
107 | Perustaitojen vahvistaminen | Stärkande av grundläggande färdigheter | Strengthening basic skills
"""
_OPPIMISEN_TUEN_TYYPPI = """
01 | Tukiopetus | Stödundervisning | Remedial teaching
02 | Erityinen tuki | Särskilt stöd | Special needs support
03 | Vaativa erityinen tuki | Krävande särskilt stöd | Demanding special needs support
"""
_TUTKINNON_OSAN_RYHMA = """
1 | Ammatilliset tutkinnon osat | Yrkesinriktade examensdelar | Vocational units
2 | Yhteiset tutkinnon osat | Gemensamma examensdelar | Common units
"""
_OPPIAINEET = """
VVAI | Viestintä ja vuorovaikutus äidinkielellä | Kommunikation och interaktion på modersmålet | Communication and interaction in the mother tongue
VVAI22 | Viestintä ja vuorovaikutus äidinkielellä, saame | Kommunikation och interaktion på modersmålet, samiska | Communication and interaction in the mother tongue, Sámi
VVTD | Viestintä ja vuorovaikutus digitaalisessa ympäristössä | Kommunikation och interaktion i en digital miljö | Communication and interaction in a digital environment
VVTK | Viestintä ja vuorovaikutus toisella kotimaisella kielellä | Kommunikation och interaktion på det andra inhemska språket | Communication and interaction in the second national language
VVVK | Viestintä ja vuorovaikutus vieraalla kielellä | Kommunikation och interaktion på främmande språk | Communication and interaction in a foreign language
VVTL | Taide ja luova ilmaisu | Konst och kreativt uttryck | Art and creative expression
MLMA | Matematiikka ja matematiikan soveltaminen | Matematik och tillämpning av matematik | Mathematics and its applications
MLFK | Fysikaaliset ja kemialliset ilmiöt ja niiden soveltaminen | Fysikaliska och kemiska fenomen och tillämpning av dem | Physical and chemical phenomena and their applications
YTYY | Yhteiskunnassa ja kansalaisena toimiminen | Att verka i samhället och som medborgare | Acting in society and as a citizen
YTTT | Työelämässä toimiminen | Att verka i arbetslivet | Acting in working life
YTOU | Opiskelu- ja urasuunnitteluvalmiudet | Studie- och karriärplaneringsfärdigheter | Study and career planning capabilities
YTYR | Yrittäjyys ja yrittäjämäinen toiminta | Företagsamhet och företagsam verksamhet | Entrepreneurship and entrepreneurial activity
YTTH | Työkyvyn ja hyvinvoinnin ylläpitäminen | Upprätthållande av arbetsförmåga och välbefinnande | Maintaining work ability and well-being
YTKK | Kestävän kehityksen edistäminen | Främjande av hållbar utveckling | Promoting sustainable development
ETK | Etiikka | Etik | Ethics
PSK | Psykologia | Psykologi | Psychology
"""
_TUTKINNON_OSAT = """
100000 | Elintarvikealalla toimiminen | Att arbeta inom livsmedelsbranschen | Working in the food industry
100001 | Leipomotuotteiden valmistaminen | Tillverkning av bageriprodukter | Producing bakery products
100002 | Kahvileivän leipominen | Bakning av kaffebröd | Baking pastries
100003 | Elintarvikkeiden pakkaaminen | Förpackning av livsmedel | Packing food products
100004 | Tuotekehitys leipomossa | Produktutveckling i bageri | Product development in a bakery
100005 | Myymälässä toimiminen | Att arbeta i butik | Working in a shop
106901 | Ruokaleivän leipominen | Bakning av matbröd | Baking bread
106902 | Konditoriatuotteiden valmistaminen | Tillverkning av konditoriprodukter | Producing confectionery
106725 | Yrityksessä toimiminen | Att verka i ett företag | Working in an enterprise
106727 | Viestintä- ja vuorovaikutusosaaminen | Kunnande i kommunikation och interaktion | Communication and interaction competence
106728 | Matemaattis-luonnontieteellinen osaaminen | Kunnande i matematik och naturvetenskap | Competence in mathematics and science
106729 | Yhteiskunta- ja työelämäosaaminen | Kunnande om samhället och arbetslivet | Citizenship and working life competence
400000 | Viestintä- ja vuorovaikutusosaaminen, laaja | Kunnande i kommunikation och interaktion, omfattande | Communication and interaction competence, extended
400001 | Matemaattis-luonnontieteellinen osaaminen, laaja | Kunnande i matematik och naturvetenskap, omfattande | Competence in mathematics and science, extended
400002 | Yhteiskunta- ja työelämäosaaminen, laaja | Kunnande om samhället och arbetslivet, omfattande | Citizenship and working life competence, extended
400012 | Viestintä- ja vuorovaikutusosaaminen | Kunnande i kommunikation och interaktion | Communication and interaction competence
400013 | Matemaattis-luonnontieteellinen osaaminen | Kunnande i matematik och naturvetenskap | Competence in mathematics and science
400014 | Yhteiskunta- ja työelämäosaaminen | Kunnande om samhället och arbetslivet | Citizenship and working life competence
200101 | Asiakaspalvelu | Kundservice | Customer service
200102 | Työyhteisössä toimiminen | Att verka i en arbetsgemenskap | Acting in a work community
200103 | Taloushallinnon palvelut | Ekonomiförvaltningstjänster | Financial administration services
200201 | Kasvun ja osallisuuden edistäminen | Främjande av tillväxt och delaktighet | Promoting growth and participation
200202 | Hyvinvoinnin ja toimintakyvyn edistäminen | Främjande av välbefinnande och funktionsförmåga | Promoting well-being and functional capacity
200203 | Ikääntyvien osallisuuden edistäminen | Främjande av äldres delaktighet | Promoting the participation of older people
200301 | Palvelinympäristön ylläpitäminen | Upprätthållande av servermiljö | Maintaining a server environment
200302 | Ohjelmointi | Programmering | Programming
200303 | Tietoverkkojen rakentaminen | Byggande av datanät | Building data networks
200401 | Ajoneuvon huoltaminen | Underhåll av fordon | Servicing a vehicle
200402 | Ajoneuvon korjaaminen | Reparation av fordon | Repairing a vehicle
200501 | Perustusvaiheen töissä toimiminen | Att arbeta i grundläggningsskedet | Working on foundations
200502 | Runkovaiheen töissä toimiminen | Att arbeta i stomskedet | Working on frames
200601 | Sähköasennusten tekeminen | Utförande av elinstallationer | Carrying out electrical installations
200602 | Automaatioasennusten tekeminen | Utförande av automationsinstallationer | Carrying out automation installations
200701 | Lounasruokien valmistus | Tillredning av lunchrätter | Preparing lunch dishes
200702 | Annosruokien valmistus | Tillredning av portionsrätter | Preparing à la carte dishes
200801 | Hiusten leikkaaminen | Klippning av hår | Cutting hair
200802 | Hiusten värjääminen | Färgning av hår | Colouring hair
200901 | Ympäristön hoitaminen | Skötsel av miljön | Taking care of the environment
201001 | Lähiesihenkilönä toimiminen | Att verka som närchef | Working as a line manager
201101 | Johtaminen ja strateginen suunnittelu | Ledarskap och strategisk planering | Leadership and strategic planning
"""

_SETS = {
    "osaamisenhankkimistapa": _OSAAMISEN_HANKKIMISTAPA,
    "oppisopimuksenperusta": _OPPISOPIMUKSEN_PERUSTA,
    "oppimisymparistot": _OPPIMISYMPARISTOT,
    "osaamisentodentamisenprosessi": _OSAAMISEN_TODENTAMISEN_PROSESSI,
    "urasuunnitelma": _URASUUNNITELMA,
    "koulutuksenosattuva": _KOULUTUKSEN_OSAT_TUVA,
    "ammatillinenkoulutusoppimisentuentyyppi": _OPPIMISEN_TUEN_TYYPPI,
    "ammatillisentutkinnonosanryhma": _TUTKINNON_OSAN_RYHMA,
    "ammatillisenoppiaineet": _OPPIAINEET,
    "tutkinnonosat": _TUTKINNON_OSAT,
}
# Extents in competence points, which ePerusteet tells: of units, and of what is compulsory in a subject.
_LAAJUUDET = {
    "tutkinnonosat": """
        100000 30, 100001 40, 100002 25, 100003 10, 100004 15, 100005 15, 106901 30, 106902 25,
        106725 15, 106727 11, 106728 6, 106729 18, 400000 11, 400001 6, 400002 18, 400012 11,
        400013 6, 400014 18, 200101 50, 200102 50, 200103 45, 200201 50, 200202 55, 200203 40,
        200301 50, 200302 50, 200303 45, 200401 75, 200402 70, 200501 75, 200502 70, 200601 75,
        200602 70, 200701 75, 200702 70, 200801 75, 200802 70, 200901 145, 201001 150, 201101 180
    """,
    "ammatillisenoppiaineet": """
        VVAI 4, VVAI22 4, VVTD 2, VVTK 1, VVVK 3, VVTL 1, MLMA 4, MLFK 2, YTYY 2, YTTT 2, YTOU 1,
        YTYR 1, YTTH 2, YTKK 1, ETK 3, PSK 3
    """,
}
_BORN = {
    "koulutuksenosattuva": "2022-08-01",
    "ammatillinenkoulutusoppimisentuentyyppi": "2026-06-01",
}
_VERSIONS = {("tutkinnonosat", "106901"): 2}


def koodistot() -> dict[str, list[dict[str, Any]]]:
    """Each set's codes."""
    sets = {name: [_koodi(name, line) for line in _lines(table)] for name, table in _SETS.items()}
    # the one code that has been withdrawn, so that somebody sees what that looks like
    sets["urasuunnitelma"].append(
        {
            "arvo": "004",
            "versio": 1,
            "nimi": {"fi": "Muu suunnitelma", "sv": "Annan plan", "en": "Other plan"},
            "alku": "2018-01-01",
            "loppu": "2019-07-31",
            "tila": "PASSIIVINEN",
        }
    )
    return sets


def _lines(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def _laajuudet(koodisto: str) -> dict[str, int]:
    pairs = (pair.split() for pair in _LAAJUUDET.get(koodisto, "").split(",") if pair.strip())
    return {arvo: int(points) for arvo, points in pairs}


def _koodi(koodisto: str, cells: list[str]) -> dict[str, Any]:
    arvo, *names = cells
    laajuus = _laajuudet(koodisto).get(arvo)
    return {
        **({"laajuus": laajuus} if laajuus else {}),
        "arvo": arvo,
        "versio": _VERSIONS.get((koodisto, arvo), 1),
        "nimi": dict(zip(("fi", "sv", "en"), names, strict=True)),
        "alku": _BORN.get(koodisto, "2018-01-01"),
    }
