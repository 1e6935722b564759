"""Paths of the data-transfer API, below `/<prefix>/api/v1/`."""

from django.urls import path

from hoks.api.hoks import HankintakoulutuksetViewSet, HoksViewSet, OpiskeluoikeusViewSet

create = HoksViewSet.as_view({"post": "create"})
one = HoksViewSet.as_view({"get": "retrieve", "put": "update", "patch": "partial_update"})

urlpatterns = [
    path("hoks", create),
    path("hoks/<int:hoks_id>", one),
    path(
        "hoks/<int:hoks_id>/hankintakoulutukset",
        HankintakoulutuksetViewSet.as_view({"get": "retrieve"}),
    ),
    path("hoks/opiskeluoikeus/<str:oid>", OpiskeluoikeusViewSet.as_view({"get": "retrieve"})),
]

# A client may also write the collection's address with a slash; the contract names the other.
aliases = [path("hoks/", create)]
