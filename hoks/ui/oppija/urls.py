"""Paths of the students' pages, below `/oppija/`."""

from django.urls import path

from hoks.ui.oppija import asetukset, katselut, suunnitelmat

urlpatterns = [
    path("", suunnitelmat.home, name="oppija-koti"),
    *(
        path(f"hoks/<str:tunnus>/{osa}", suunnitelmat.tab, {"nimi": nimi}, name=f"oma-{nimi}")
        for nimi, osa in suunnitelmat.TABS.items()
    ),
    path("asetukset/", asetukset.settings, name="oppija-asetukset"),
    path("asetukset/opastus-luettu/", asetukset.hide_guide, name="oppija-opastus-luettu"),
    path("katselut/", katselut.looks, name="oppija-katselut"),
    path("katselut/<int:row_id>/en-tunnista/", katselut.ask, name="oppija-en-tunnista"),
    path("hoks/<str:tunnus>/tulosta/", suunnitelmat.printed, name="oma-tulosta"),
    path("hoks/<str:tunnus>/hoks.pdf", suunnitelmat.document, name="oma-pdf"),
    path("hoks/<str:tunnus>/hoks.json", suunnitelmat.data, name="oma-json"),
]
