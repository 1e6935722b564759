"""Paths of the staff pages, below `/virkailija/`."""

from typing import Any

from django.urls import include, path

from hoks.ui import hoks, lista, muistutukset, raportit, selvitykset, siirrot
from hoks.ui.syotto import aloitus, haku, kopiointi, luonnos, tarkistus, tehtavat
from hoks.ui.yllapito import urls as yllapito_urls

urlpatterns: list[Any] = [
    path("yllapito/", include(yllapito_urls.urlpatterns)),
    path("", lista.home, name="virkailija"),
    path("oppilaitos/", lista.choose, name="valitse-oppilaitos"),
    path("<str:oppilaitos>/opiskelijat/", lista.students, name="opiskelijat"),
    path("tiedonsiirrot/", siirrot.transfers, name="tiedonsiirrot"),
    path("tiedonsiirrot/<int:row_id>/kuittaa/", siirrot.settle, name="kuittaa"),
    path("selvityspyynnot/", selvitykset.cases, name="selvitykset"),
    path("selvityspyynnot/ilmoitukset/", selvitykset.order, name="selvitysilmoitukset"),
    path("selvityspyynnot/<int:case_id>/", selvitykset.case, name="selvitys"),
    path("raportit/", raportit.home, name="raportit-virkailija"),
    path("<str:oppilaitos>/raportit/", raportit.index, name="raportit"),
    path("<str:oppilaitos>/raportit/<str:nimi>/", raportit.report, name="raportti"),
    path(
        "<str:oppilaitos>/raportit/paattyvat-jaksot/muistutus/",
        muistutukset.change,
        name="muistutus",
    ),
    path("oppija/<str:oppija>/", hoks.plans, name="oppija"),
    path("hoks/<str:eid>/", hoks.tab, {"nimi": "tavoite"}, name="hoks-tavoite"),
    *(
        path(f"hoks/<str:eid>/{nimi}/", hoks.tab, {"nimi": nimi}, name=f"hoks-{nimi}")
        for nimi in hoks.TABS[1:]
    ),
    path("hoks/<str:eid>/tulosta/", hoks.printed, name="hoks-tulosta"),
    path("hoks/<str:eid>/hoks.pdf", hoks.document, name="hoks-pdf"),
    path("hoks/<str:eid>/passivoi/", hoks.archive, name="hoks-passivoi"),
    path("hoks/<str:eid>/palauta/", hoks.restore, name="hoks-palauta"),
    path("hoks/<str:eid>/muokkaa/", aloitus.edit, name="hoks-muokkaa"),
    path("<str:oppilaitos>/hoks/uusi/", aloitus.new, name="hoks-uusi"),
    path("<str:oppilaitos>/luonnokset/", aloitus.drafts, name="luonnokset"),
    path("luonnos/<str:tunnus>/", tehtavat.hub, name="luonnos"),
    path("luonnos/<str:tunnus>/sivu/<str:nimi>/", luonnos.page, name="luonnos-sivu"),
    path("luonnos/<str:tunnus>/osat/<str:laji>/", tehtavat.change_list, name="luonnos-osat"),
    path("luonnos/<str:tunnus>/osat/<str:laji>/<int:numero>/", luonnos.part, name="luonnos-osa"),
    path("luonnos/<str:tunnus>/hae/", haku.look_up, name="luonnos-hae"),
    path("luonnos/<str:tunnus>/kopioi/", kopiointi.copy, name="luonnos-kopioi"),
    path("luonnos/<str:tunnus>/tarkista/", tarkistus.review, name="luonnos-tarkista"),
    path("luonnos/<str:tunnus>/laheta/", tarkistus.hand_in, name="luonnos-laheta"),
    path("luonnos/<str:tunnus>/hylkaa/", tarkistus.discard, name="luonnos-hylkaa"),
    path("luonnos/<str:tunnus>/ristiriita/", tarkistus.conflict, name="luonnos-ristiriita"),
    path("luonnos/<str:tunnus>/sovita/", tarkistus.settle, name="luonnos-sovita"),
    path("haku/<str:laji>/", haku.suggest, name="haku"),
]
