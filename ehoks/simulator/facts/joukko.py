"""The many: some three hundred learners, made by combination, the same ones every time."""

from collections.abc import Iterator
from typing import Any

from ehoks.simulator.facts.oids import henkilo_oid, opiskeluoikeus_oid
from ehoks.simulator.facts.organisaatiot import KALEVALA, LAPPI, POHJOLA, RANNIKKO, SAIMAA, SCHOOLS
from ehoks.simulator.facts.osoitteet import osoite
from ehoks.simulator.facts.tutkinnot import TUVA, ammatilliset

# provider → how many learners, and how many of them get a plan in the demo
CROWD = {
    KALEVALA: (150, 50),
    POHJOLA: (70, 62),
    SAIMAA: (50, 44),
    RANNIKKO: (30, 26),
    LAPPI: (20, 18),
}
_FIRST = (
    "Eeva", "Onni", "Sofia", "Eino", "Helmi", "Veikko", "Aada", "Leo", "Venla", "Elias", "Siiri",
    "Oliver", "Aino-Maria", "Noel", "Kerttu", "Toivo", "Linnea", "Otso", "Saga", "Hugo", "Elsa",
    "Arvo", "Amina", "Mohamed", "Alva", "Edvin", "Ritva", "Kalle", "Nea", "Joona", "Peppi",
)  # fmt: skip
_SECOND = (
    "Maria", "Juhani", "Anneli", "Johannes", "Kaarina", "Olavi", "Helena", "Antero", "Sofia",
    "Tapani", "Inkeri", "Kalevi", "Tuulikki",
)  # fmt: skip
_SURNAMES = (
    "Korpela", "Niemelä", "Lehtola", "Rantala", "Mäkikoski", "Salmela", "Haapala", "Kuusisto",
    "Laaksola", "Heikkilä", "Karjala", "Toivola", "Ahola", "Peltola", "Virtaranta", "Koivula",
    "Lindqvist", "Sjöholm", "Backlund", "Nyström", "Harjula", "Kallioniemi", "Suvela", "Tammela",
    "Aikio", "Hietala", "Joutsela", "Kangasniemi", "Lampinen", "Myllylä", "Nurmela", "Ojala",
    "Pihlaja", "Rautio", "Saarela", "Tuominiemi", "Uotila", "Vainiola", "Ylitalo", "Äijälä",
    "Öhman",
)  # fmt: skip
_YEARS = (
    ("2024-08-05", "2027-06-04"),
    ("2025-08-04", "2028-06-02"),
    ("2026-08-03", "2029-06-01"),
    ("2025-01-07", "2027-12-17"),
    ("2026-01-07", "2028-12-15"),
)


def joukko() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The learners and their study rights, one each, ready for the file of facts."""
    places = list(_places())
    henkilot = [_henkilo(number) for number in range(len(places))]
    oikeudet = [_oikeus(number, *place) for number, place in enumerate(places)]
    return henkilot, oikeudet


def _places() -> Iterator[tuple[str, str | None, bool]]:
    """School, unit and whether a plan is made for the demo, for each learner in turn."""
    for provider, (learners, seeded) in CROWD.items():
        schools = list(SCHOOLS[provider].items())
        for number in range(learners):
            # spread evenly: every school gets seeded and free learners
            seed = (number + 1) * seeded // learners > number * seeded // learners
            yield *schools[(number + number // len(schools)) % len(schools)], seed


def _henkilo(number: int) -> dict[str, Any]:
    first = _FIRST[number * 5 % len(_FIRST)]
    row: dict[str, Any] = {
        "oid": _oppija(number),
        "etunimet": f"{first} {_SECOND[number * 3 % len(_SECOND)]}",
        "kutsumanimi": first,
        "sukunimi": _SURNAMES[number * 11 % len(_SURNAMES)],
    }
    return row | ({"yhteystiedot": osoite(100 + number)} if number % 3 == 1 else {})


def _oppija(number: int) -> str:
    return henkilo_oid(2_000_000_000 + number * 21_563_087)


def _oikeus(number: int, school: str, unit: str | None, seed: bool) -> dict[str, Any]:  # noqa: FBT001
    alku, loppu = _YEARS[number * 3 % len(_YEARS)]
    row: dict[str, Any] = {
        "oid": opiskeluoikeus_oid(2_000_000_000 + number * 23_456_791),
        "oppija": _oppija(number),
        "oppilaitos": school,
        "alkamispaiva": alku,
        "arvioitu_paattymispaiva": loppu,
        "suorituskieli": "SV" if number % 8 == 3 else "FI",
        **_jaksot(number, alku, seed=seed),
        **_tutkinto(number),
    }
    if unit:
        row["toimipiste"] = unit
    if seed:
        row["seed"] = True
    return row


def _tutkinto(number: int) -> dict[str, Any]:
    if number % 17 == 5:
        return {"tyyppi": "tuva", "suoritus": "tuvakoulutuksensuoritus", "tutkinto": TUVA}
    everything = ammatilliset()
    koodi, osaamisalat = everything[number * 7 % len(everything)]
    row = {
        "tyyppi": "ammatillinenkoulutus",
        "suoritus": "ammatillinentutkinto",
        "tutkinto": koodi,
    }
    if osaamisalat:
        row["osaamisala"] = osaamisalat[number % len(osaamisalat)]
    return row


def _jaksot(number: int, alku: str, *, seed: bool) -> dict[str, Any]:
    """The states: most are present; who gets a plan is not yet finished."""
    turn = number % 20
    if turn == 7:
        return {"jaksot": [[alku, "lasna"], ["2026-09-14", "valiaikaisestikeskeytynyt"]]}
    if turn == 11:
        return {"jaksot": [[alku, "lasna"], ["2026-09-07", "loma"], ["2026-10-05", "lasna"]]}
    if turn in (13, 17) and not seed:
        tila = "eronnut" if turn == 13 else "valmistunut"
        jaksot = [[alku, "lasna"], ["2026-10-16", tila]]
        return {"jaksot": jaksot, "paattymispaiva": "2026-10-16"}
    return {"jaksot": [[alku, "lasna"]]}
