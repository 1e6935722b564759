"""The URL table of the whole service."""

from django.urls import include, path
from drf_spectacular.views import (
    SpectacularAPIView,
    SpectacularJSONAPIView,
    SpectacularSwaggerSplitView,
)

from ehoks import health, metrics, pages, service_routes
from ehoks.ui import cas, galleria, tiedot
from ehoks.ui.ovet import OPPIJA, VIRKAILIJA
from hoks.api import urls as hoks_urls
from hoks.ui import urls as page_urls
from hoks.ui import vaatimukset
from hoks.ui.oppija import urls as oppija_urls
from sharing.api import urls as jako_api
from sharing.ui import urls as jako_urls

API = "ehoks-virkailija-backend"
ALIAS = "ehoks-backend"
CONTRACT = SpectacularAPIView.as_view()
DOC = SpectacularSwaggerSplitView.as_view(url_name="openapi", template_name_js="doc/swagger_ui.js")

handler404 = "ehoks.ui.eksynyt.not_found"
handler500 = "ehoks.rest.views.server_error"

urlpatterns = [
    # First what information systems call all night: the table is read from its beginning.
    *(
        path(
            f"{prefix}/api/v1/",
            include([*hoks_urls.urlpatterns, *hoks_urls.aliases, *jako_api.transfer_patterns]),
        )
        for prefix in (API, ALIAS)
    ),
    path("", pages.front, name="front"),
    *(
        route
        for ovi in (VIRKAILIJA, OPPIJA)
        for route in (
            path(f"kirjaudu/{ovi.nimi}/", cas.log_in, {"ovi": ovi}, name=ovi.kirjautuminen),
            path(f"cas/{ovi.nimi}/", cas.come_back, {"ovi": ovi}, name=ovi.paluu),
        )
    ),
    path("kirjaudu-ulos/", cas.log_out, name="logout"),
    path("ulkoasu/", galleria.gallery, name="galleria"),
    path("istunto/", cas.keep_alive, name="istunto"),
    path("virkailija/", include([*page_urls.urlpatterns, *jako_urls.virkailija_patterns])),
    *(path(f"{nimi}/", tiedot.tietosivu, {"nimi": nimi}, name=nimi) for nimi in tiedot.SIVUT),
    path("vaatimukset/<str:koodi>/", vaatimukset.requirements, name="vaatimukset"),
    path("oppija/", include([*oppija_urls.urlpatterns, *jako_urls.oppija_patterns])),
    path("jako/", include(jako_urls.tyopaikka_patterns)),
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
    path("metrics", metrics.metrics, name="metrics"),
    path(f"{API}/doc", DOC, name="doc"),
    path(f"{ALIAS}/doc", DOC),
    path(f"{API}/doc/openapi.yaml", CONTRACT, name="openapi"),
    path(f"{API}/ohje/virheet", pages.help_on_errors, name="help"),
    path(f"{API}/ohje/virheet/<slug:koodi>", pages.help_on_error, name="help-one"),
    *(
        route
        for prefix in (API, ALIAS)
        for route in (
            path(f"{prefix}/buildversion.txt", service_routes.buildversion),
            path(f"{prefix}/doc/", DOC),
            path(f"{prefix}/doc/index.html", DOC),
            path(
                f"{prefix}/json-viewer/index.html",
                pages.fields,
                name="fields" if prefix == API else None,
            ),
            path(f"{prefix}/json-viewer", pages.to_fields),
            path(f"{prefix}/json-viewer/", pages.to_fields),
            path(f"{prefix}/hoks-doc/index.html", pages.to_fields),
            path(f"{prefix}/doc/swagger.json", SpectacularJSONAPIView.as_view()),
            path(f"{prefix}/api/v1/healthcheck", service_routes.healthcheck),
            path(f"{prefix}/api/v1/healthcheck/", service_routes.healthcheck),
            path(f"{prefix}/api/v1/misc/environment", service_routes.environment),
        )
    ),
    path("ehoks-oppija-backend/api/v1/oppija/jaot/", include(jako_api.oppija_patterns)),
]
