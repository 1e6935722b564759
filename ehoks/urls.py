"""The URL table of the whole service."""

from django.urls import include, path
from drf_spectacular.views import (
    SpectacularAPIView,
    SpectacularJSONAPIView,
    SpectacularSwaggerSplitView,
)

from ehoks import health, pages, service_routes
from hoks.api import urls as hoks_urls

API = "ehoks-virkailija-backend"
ALIAS = "ehoks-backend"
CONTRACT = SpectacularAPIView.as_view()
DOC = SpectacularSwaggerSplitView.as_view(url_name="openapi")

handler404 = "ehoks.rest.views.not_found"
handler500 = "ehoks.rest.views.server_error"

urlpatterns = [
    path("", pages.front, name="front"),
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
    path(f"{API}/doc", DOC, name="doc"),
    path(f"{API}/doc/", DOC),
    path(f"{API}/doc/openapi.yaml", CONTRACT, name="openapi"),
    path(f"{API}/ohje/virheet", pages.help_on_errors, name="help"),
    *(
        route
        for prefix in (API, ALIAS)
        for route in (
            path(f"{prefix}/buildversion.txt", service_routes.buildversion),
            path(f"{prefix}/doc/swagger.json", SpectacularJSONAPIView.as_view()),
            path(f"{prefix}/api/v1/healthcheck", service_routes.healthcheck),
            path(f"{prefix}/api/v1/healthcheck/", service_routes.healthcheck),
            path(f"{prefix}/api/v1/misc/environment", service_routes.environment),
        )
    ),
    *(
        path(f"{prefix}/api/v1/", include([*hoks_urls.urlpatterns, *hoks_urls.aliases]))
        for prefix in (API, ALIAS)
    ),
]
