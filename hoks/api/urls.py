"""Paths of the data-transfer API, below `/<prefix>/api/v1/`."""

from typing import Any

from django.urls import URLPattern, path

from hoks.api.hoks import (
    HankintakoulutuksetViewSet,
    HoksViewSet,
    OpiskeluoikeusViewSet,
    PalautusViewSet,
)
from hoks.api.joukko import JoukkoViewSet
from hoks.api.omapalvelu import (
    AuthCheckViewSet,
    HankkimistapaViewSet,
    LuetteloViewSet,
    TasmaytysViewSet,
    ValidointiViewSet,
)
from hoks.api.paged import PagedViewSet
from hoks.api.part_operations import (
    describe_naytot_of_osa,
    describe_osaaminen,
    describe_part,
    undescribed,
)
from hoks.api.part_table import HANKKIMISTAPA, PARTS, TAPA, PartSpec
from hoks.api.parts import (
    HankkimistavatViewSet,
    NaytotOfOsaViewSet,
    NaytotViewSet,
    OsaaminenViewSet,
    PartViewSet,
)
from hoks.api.tiedonsiirrot import KuittausViewSet, TiedonsiirrotViewSet

Actions = dict[str, Any]

COLLECTION: Actions = {"get": "index", "post": "create"}
ONE: Actions = {"get": "retrieve", "put": "update", "patch": "partial_update"}
UMBRELLA: Actions = {"get": "retrieve", "post": "create"}

create = HoksViewSet.as_view({"post": "create"})
one = HoksViewSet.as_view(ONE | {"delete": "destroy"})


def _pair(below: str, view_set: Any, collection: Actions, own: str) -> list[URLPattern]:
    """A collection and its members below a plan."""
    return [
        path(f"hoks/<int:hoks_id>/{below}", view_set.as_view(collection)),
        path(f"hoks/<int:hoks_id>/{below}/<int:{own}>", view_set.as_view(ONE)),
    ]


def _view_of(spec: PartSpec, *, old_words: bool) -> type[PartViewSet]:
    attributes = {"part": spec.part, "kind": spec.part.kind, "old_words": old_words}
    return type(f"{spec.part.kind.name}ViewSet", (PartViewSet,), attributes)


def _slashed(patterns: list[URLPattern]) -> list[URLPattern]:
    """The same with a slash at the end, as some clients write them."""
    return [path(f"{pattern.pattern}/", pattern.callback) for pattern in patterns]


NAYTOT_OF_OSA = "hankittava-paikallinen-tutkinnon-osa/<int:osa_id>/osaamisen-osoittaminen"
OSAAMINEN = "olemassa-oleva-osaaminen"

parts = [
    *(
        pattern
        for spec in PARTS
        for pattern in _pair(
            spec.segment,
            describe_part(_view_of(spec, old_words=False), spec.part.kind),
            COLLECTION,
            "part_id",
        )
    ),
    *_pair(
        HANKKIMISTAPA,
        describe_part(HankkimistavatViewSet, TAPA.kind),
        {"get": "index"},
        "part_id",
    ),
    *_pair(NAYTOT_OF_OSA, describe_naytot_of_osa(NaytotOfOsaViewSet), COLLECTION, "part_id"),
    path(
        f"hoks/<int:hoks_id>/{OSAAMINEN}",
        describe_osaaminen(OsaaminenViewSet).as_view(UMBRELLA),
    ),
    path(
        f"hoks/<int:hoks_id>/{OSAAMINEN}/<int:own_id>",
        OsaaminenViewSet.as_view(ONE | {"get": "retrieve_own"}),
    ),
]

old_names = [
    *(
        pattern
        for spec in PARTS
        for alias in spec.aliases
        for pattern in _pair(
            alias, undescribed(_view_of(spec, old_words=True)), COLLECTION, "part_id"
        )
    ),
    *_pair(
        "hankitun-paikallisen-osaamisen-naytto", undescribed(NaytotViewSet), COLLECTION, "part_id"
    ),
]

urlpatterns = [
    path("hoks", create),
    path("hoks/paged", PagedViewSet.as_view({"get": "index"})),
    path("hoks/<int:hoks_id>", one),
    path(
        "hoks/<int:hoks_id>/hankintakoulutukset",
        HankintakoulutuksetViewSet.as_view({"get": "retrieve"}),
    ),
    path(
        "hoks/opiskeluoikeus/<str:oid>",
        OpiskeluoikeusViewSet.as_view({"get": "retrieve", "put": "update"}),
    ),
    path(
        "hoks/osaamisen-hankkimistapa/<int:oht_id>",
        HankkimistapaViewSet.as_view({"get": "retrieve"}),
    ),
    path("hoks/joukko", JoukkoViewSet.as_view({"post": "create"})),
    path("tiedonsiirrot", TiedonsiirrotViewSet.as_view({"get": "retrieve"})),
    path("tiedonsiirrot/<int:row_id>/kuittaus", KuittausViewSet.as_view({"post": "create"})),
    path("hoks/tasmaytys", TasmaytysViewSet.as_view({"post": "create"})),
    path("hoks/luettelo", LuetteloViewSet.as_view({"get": "retrieve"})),
    path("hoks/<int:hoks_id>/palautus", PalautusViewSet.as_view({"post": "create"})),
    path("validointi", ValidointiViewSet.as_view({"post": "create"})),
    path("auth-check", AuthCheckViewSet.as_view({"get": "retrieve"})),
    *parts,
]

# Other ways to write the same addresses; the contract tells the ones above.
aliases = [
    path("hoks/", create),
    path("validointi/", ValidointiViewSet.as_view({"post": "create"})),
    *old_names,
    *_slashed([*parts, *old_names]),
]
