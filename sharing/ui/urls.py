"""Paths of the pages of shares: for the recipient, for staff and for the student."""

from django.urls import URLPattern, path

from ehoks.ui.ovet import OPPIJA, VIRKAILIJA
from sharing.ui import asetukset, jaot, tyopaikka, uusi


def _room(door: str) -> list[URLPattern]:
    """The shares of a plan, below `/<door>/`."""
    below = "hoks/<str:tunnus>/jaot/"
    one = f"{below}<uuid:jako_id>/"
    return [
        path(below, jaot.listing[door], name=f"jaot-{door}"),
        path(f"{below}uusi/", uusi.new[door], name=f"jako-uusi-{door}"),
        path(f"{below}suostumukset/", jaot.withdraw[door], name=f"jako-suostumukset-{door}"),
        path(one, jaot.one[door], name=f"jako-{door}"),
        path(f"{one}peru/", jaot.revoke[door], name=f"jako-peru-{door}"),
    ]


tyopaikka_patterns = [
    path("", tyopaikka.mine, name="jako-minulle"),
    path("tiedot/<uuid:jako_id>/", tyopaikka.shared, name="jako-tiedot"),
    path(
        "tiedot/<uuid:jako_id>/tulosta/",
        tyopaikka.shared,
        {"muoto": "tulosta"},
        name="jako-tulosta",
    ),
    path("tiedot/<uuid:jako_id>/jako.pdf", tyopaikka.shared, {"muoto": "pdf"}, name="jako-pdf"),
    path("<str:token>/", tyopaikka.link, name="jako-linkki"),
]
virkailija_patterns = [
    *_room(VIRKAILIJA.nimi),
    path("<str:oppilaitos>/automaattinen-jakaminen/", asetukset.automatic, name="jakoasetus"),
]
oppija_patterns = [*_room(OPPIJA.nimi), path("jaot/", jaot.own, name="omat-jaot")]
