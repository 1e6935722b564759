"""Which rights follow from which roles, and where they hold."""

import pytest

from ehoks.auth.privileges import OPH_ROOT, Kayttaja, Oikeus, Rooli, parse_roles

PROVIDER, SCHOOL, UNIT = (f"1.2.246.562.10.{n}" for n in (100, 200, 300))
WRITING = {Oikeus.READ, Oikeus.WRITE, Oikeus.UPDATE, Oikeus.DELETE}
RIGHTS = {
    "CRUD": WRITING,
    "OPHPAAKAYTTAJA": WRITING,
    "READ": {Oikeus.READ},
    "HOKS_DELETE": {Oikeus.HOKS_DELETE},
    "TIEDONSIIRTO": set(),
    "crud": set(),
}


def caller(*roles, tyyppi="PALVELU"):
    return Kayttaja(None, "x", tyyppi, parse_roles(roles))


@pytest.mark.parametrize("name", RIGHTS)
@pytest.mark.parametrize("oikeus", Oikeus)
def test_a_role_gives_its_rights_and_no_others(name, oikeus):
    kayttaja = caller(f"ROLE_APP_EHOKS_{name}_{SCHOOL}")
    assert kayttaja.has(oikeus, [SCHOOL]) is (oikeus in RIGHTS[name])
    assert kayttaja.has_somewhere(oikeus) is (oikeus in RIGHTS[name])


@pytest.mark.parametrize(
    "role",
    [
        "ROLE_APP_EHOKS",
        "ROLE_APP_EHOKS_CRUD",
        f"ROLE_APP_KOSKI_CRUD_{SCHOOL}",
        f"ROLE_APP_EHOKS_CRUD_{SCHOOL}x",
        f"xROLE_APP_EHOKS_CRUD_{SCHOOL}",
        f"ROLE_APP_EHOKS_CRUD_{SCHOOL}\n",
        "ROLE_APP_EHOKS_CRUD_1.2.246.562.99.200",
        "ROLE_APP_EHOKS_CRUD_1.2.246.562.10.",
        "ROLE_APP_EHOKS_CRUD_1.2.246.562.10.٢",
        "",
    ],
)
def test_what_only_resembles_a_role_gives_nothing(role):
    assert parse_roles([role]) == ()


def test_a_right_holds_in_everything_below():
    kayttaja = caller(f"ROLE_APP_EHOKS_READ_{SCHOOL}")
    assert kayttaja.has(Oikeus.READ, [UNIT, SCHOOL, PROVIDER, OPH_ROOT])
    assert kayttaja.has(Oikeus.READ, [SCHOOL, PROVIDER, OPH_ROOT])


def test_a_right_does_not_hold_above_or_beside():
    kayttaja = caller(f"ROLE_APP_EHOKS_READ_{SCHOOL}")
    assert not kayttaja.has(Oikeus.READ, [PROVIDER, OPH_ROOT])
    assert not kayttaja.has(Oikeus.READ, ["1.2.246.562.10.201", PROVIDER, OPH_ROOT])
    assert not kayttaja.has(Oikeus.READ, [])


def test_the_rights_of_several_roles_add_up():
    kayttaja = caller(f"ROLE_APP_EHOKS_READ_{SCHOOL}", f"ROLE_APP_EHOKS_HOKS_DELETE_{PROVIDER}")
    path = [SCHOOL, PROVIDER]
    assert kayttaja.has(Oikeus.READ, path)
    assert kayttaja.has(Oikeus.HOKS_DELETE, path)
    assert not kayttaja.has(Oikeus.UPDATE, path)


def test_a_right_of_one_organisation_is_none_in_another():
    kayttaja = caller(f"ROLE_APP_EHOKS_READ_{SCHOOL}", f"ROLE_APP_EHOKS_CRUD_{UNIT}")
    assert not kayttaja.has(Oikeus.UPDATE, [SCHOOL, PROVIDER, OPH_ROOT])


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (f"ROLE_APP_EHOKS_OPHPAAKAYTTAJA_{OPH_ROOT}", True),
        (f"ROLE_APP_EHOKS_OPHPAAKAYTTAJA_{SCHOOL}", False),
        (f"ROLE_APP_EHOKS_CRUD_{OPH_ROOT}", False),
    ],
)
def test_ophs_main_user_is_one_on_the_root_only(role, expected):
    assert caller(role).is_super is expected


def test_a_service_account_is_no_person():
    assert caller().is_service
    assert not caller(tyyppi="VIRKAILIJA").is_service


def test_a_role_knows_its_name_and_place():
    assert parse_roles([f"ROLE_APP_EHOKS_HOKS_DELETE_{SCHOOL}"]) == (Rooli("HOKS_DELETE", SCHOOL),)
