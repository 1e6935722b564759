"""The seven kinds of parts, written down by hand, and the calls that the tests make of them."""

from typing import Any, NamedTuple

from hoks.schema import objects
from hoks.schema.fields import ObjectType
from tests.conftest import API
from tests.hoks.plans import full_plan
from tests.hoks.strategies import filled


class Kind(NamedTuple):
    """A kind of part: where it lives, what is said of one that is not there."""

    segment: str
    key: str
    type: ObjectType
    missing: str
    text: str  # a field that every kind can lose
    aliases: tuple[str, ...] = ()

    @property
    def lists(self) -> list[str]:
        """The lists of parts directly below."""
        return [key for key, value in self.sample().items() if isinstance(value, list)]

    def sample(self) -> dict[str, Any]:
        """A part with nearly everything, without identifiers."""
        found: dict[str, Any] = full_plan()[self.key][0]
        return found

    def required(self) -> dict[str, Any]:
        """The same with only what a part must have."""
        must = {f.key for f in self.type if f.access[0] == "R"}
        found = {k: v for k, v in self.sample().items() if k in must}
        return found | {k: [] for k in must if isinstance(found[k], list)}


JARJESTAJA = "koulutuksen-jarjestaja-oid"
KINDS = {
    "HATO": Kind(
        "hankittava-ammat-tutkinnon-osa",
        "hankittavat-ammat-tutkinnon-osat",
        objects.HANKITTAVA_AMMAT_TUTKINNON_OSA,
        "Hankittava ammatillinen tutkinnon osa not found",
        JARJESTAJA,
        ("puuttuva-ammatillinen-osaaminen",),
    ),
    "HPTO": Kind(
        "hankittava-paikallinen-tutkinnon-osa",
        "hankittavat-paikalliset-tutkinnon-osat",
        objects.HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA,
        "Hankittava paikallinen tutkinnon osa not found",
        JARJESTAJA,
        ("puuttuva-paikallinen-tutkinnon-osa",),
    ),
    "HYTO": Kind(
        "hankittava-yhteinen-tutkinnon-osa",
        "hankittavat-yhteiset-tutkinnon-osat",
        objects.HANKITTAVA_YHTEINEN_TUTKINNON_OSA,
        "HYTO not found with given HYTO ID",
        JARJESTAJA,
        ("puuttuvat-yhteiset-tutkinnon-osat", "puuttuvat-yhteisen-tutkinnon-osat"),
    ),
    "AHATO": Kind(
        "aiemmin-hankittu-ammat-tutkinnon-osa",
        "aiemmin-hankitut-ammat-tutkinnon-osat",
        objects.AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA,
        "Olemassa oleva ammatillinen tutkinnon osa not found",
        JARJESTAJA,
        ("olemassa-olevat-ammatilliset-tutkinnon-osat",),
    ),
    "AHPTO": Kind(
        "aiemmin-hankittu-paikallinen-tutkinnon-osa",
        "aiemmin-hankitut-paikalliset-tutkinnon-osat",
        objects.AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA,
        "Aiemmin hankittu paikallinen tutkinnon osa not found",
        JARJESTAJA,
        ("olemassa-olevat-paikalliset-tutkinnon-osat",),
    ),
    "AHYTO": Kind(
        "aiemmin-hankittu-yhteinen-tutkinnon-osa",
        "aiemmin-hankitut-yhteiset-tutkinnon-osat",
        objects.AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA,
        "Aiemmin hankitun yhteinen tutkinnon osa not found",
        JARJESTAJA,
        ("olemassa-olevat-yhteiset-tutkinnon-osat",),
    ),
    "OTO": Kind(
        "opiskeluvalmiuksia-tukevat-opinnot",
        "opiskeluvalmiuksia-tukevat-opinnot",
        objects.OPISKELUVALMIUKSIA_TUKEVAT_OPINNOT,
        "OTO not found with given OTO ID",
        "kuvaus",
    ),
}
NAYTTO = "osaamisen-osoittaminen"
FLAT_NAYTTO = "hankitun-paikallisen-osaamisen-naytto"
OSAAMINEN = "olemassa-oleva-osaaminen"
ALIASES = [(name, alias) for name, kind in KINDS.items() for alias in kind.aliases]


def shown(name: str, part: dict[str, Any]) -> Any:
    """A part as GET shows it, identifiers aside."""
    return filled(KINDS[name].type, part)


class Parts:
    """One caller's calls on the parts of one plan; kinds go by their short names."""

    def __init__(self, sis: Any, hoks_id: int) -> None:
        self.sis, self.hoks_id = sis, hoks_id

    def path(self, name: str, part_id: object = None) -> str:
        """The address of a kind or of a part; a name that is no kind is the address itself."""
        segment = KINDS[name].segment if name in KINDS else name
        end = "" if part_id is None else f"/{part_id}"
        return f"/hoks/{self.hoks_id}/{segment}{end}"

    def call(self, method: str, name: str, part_id: object = None, body=None, **more: Any) -> Any:
        return self.sis.call(method, self.path(name, part_id), body, **more)

    def post(self, name: str, body: object, **more: Any) -> Any:
        return self.call("POST", name, None, body, **more)

    def put(self, name: str, part_id: object, body: object, **more: Any) -> Any:
        return self.call("PUT", name, part_id, body, **more)

    def patch(self, name: str, part_id: object, body: object, **more: Any) -> Any:
        return self.call("PATCH", name, part_id, body, **more)

    def get(self, name: str, part_id: object = None, **more: Any) -> Any:
        return self.call("GET", name, part_id, **more)

    def add(self, name: str, body: object) -> int:
        """The id of a new part."""
        answer = self.post(name, body)
        assert answer.status_code == 200, answer.content.decode()
        return int(answer.json()["meta"]["id"])

    def read(self, name: str, part_id: object = None) -> Any:
        """A part, or all of its kind."""
        answer = self.get(name, part_id)
        assert answer.status_code == 200, answer.content.decode()
        assert answer.json()["meta"] == {}
        return answer.json()["data"]

    def first(self, name: str) -> int:
        """The id of the plan's first part of a kind."""
        return int(self.read(name)[0]["id"])

    def uri(self, name: str, part_id: object) -> str:
        return API + self.path(name, part_id)
