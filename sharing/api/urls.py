"""Paths of shares over HTTP: below the data-transfer API, and below that of students."""

from django.urls import path

from sharing.api.jaot import JakoViewSet, JaotViewSet, LahetysViewSet
from sharing.api.oppija import JakolinkitViewSet, JakolinkkiViewSet, ModuulitViewSet

transfer_patterns = [
    path("hoks/<int:hoks_id>/jaot", JaotViewSet.as_view({"get": "index", "post": "create"})),
    path(
        "hoks/<int:hoks_id>/jaot/<uuid:jako_id>",
        JakoViewSet.as_view({"get": "retrieve", "patch": "partial_update", "delete": "destroy"}),
    ),
    path(
        "hoks/<int:hoks_id>/jaot/<uuid:jako_id>/lahetys",
        LahetysViewSet.as_view({"post": "create"}),
    ),
]
oppija_patterns = [
    path("jakolinkit", JakolinkitViewSet.as_view({"post": "create"})),
    path(
        "jakolinkit/<uuid:jako_id>",
        JakolinkkiViewSet.as_view({"get": "retrieve", "delete": "destroy"}),
    ),
    path("moduulit/<uuid:module_id>", ModuulitViewSet.as_view({"get": "index"})),
]
