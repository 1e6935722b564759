"""Paths of maintenance, below `/virkailija/yllapito/`."""

from typing import Any

from django.urls import path

from hoks.ui.yllapito import etusivu, haku, indeksi, poisto, tiedote, tyot
from hoks.ui.yllapito.hallinta import HALLINTA

urlpatterns: list[Any] = [
    path("", etusivu.hub, name="yllapito"),
    path("hae/", haku.find, name="yllapito-hae"),
    path("palauta/", haku.restore, name="yllapito-palauta"),
    path("poista/<int:hoks_id>/", poisto.purge, name="yllapito-poista"),
    path("poistetut/", haku.graves, name="yllapito-poistetut"),
    path("tilastot/", etusivu.figures, name="yllapito-tilastot"),
    path("indeksi/", indeksi.index, name="yllapito-indeksi"),
    path("valimuisti/", etusivu.caches, name="yllapito-valimuisti"),
    path("tyot/", tyot.jobs, name="yllapito-tyot"),
    path("tyot/<str:nimi>/", tyot.job, name="yllapito-tyo"),
    path("tiedote/", tiedote.notice, name="yllapito-tiedote"),
    path("jarjestelma/", etusivu.system, name="yllapito-jarjestelma"),
    path("hallinta/", HALLINTA.urls),
]
