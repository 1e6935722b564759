"""Small open routes that tools and clients look at: alive, which build, which addresses."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ehoks.rest.wire import json_response

LOGIN_RETURN = "/ehoks-virkailija-backend/api/v1/virkailija/session/opintopolku"
OPPIJA_RETURN = "/ehoks-oppija-backend/api/v1/oppija/session/opintopolku/"


@require_safe
def healthcheck(request: HttpRequest) -> HttpResponse:
    """Always `{}`: that the process answers. Whether it can serve is told by /health/ready."""
    return json_response({})


@require_safe
def buildversion(request: HttpRequest) -> HttpResponse:
    """Which build runs, as text."""
    lines = (
        "artifactId=ehoks",
        f"buildNumber={settings.VERSION}",
        f"vcsRevision={settings.REVISION}",
        f"buildTime={settings.BUILD_TIME}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def environment(request: HttpRequest) -> HttpResponse:
    """The addresses of the services around this one, for user interfaces."""
    outside = settings.OPINTOPOLKU_URL or f"{settings.BASE_URL}/simulator"
    oppija, base = f"{outside}/cas-oppija", settings.BASE_URL
    login = {
        f"cas-oppija-login-url-{lang}": f"{oppija}/login?locale={lang}&valtuudet=false"
        f"&service={base}{OPPIJA_RETURN}"
        for lang in ("fi", "sv")
    }
    logout = {
        f"cas-oppija-logout-url-{lang}": f"{oppija}/logout?service={base}/ehoks?lang={lang}"
        for lang in ("fi", "sv")
    }
    data = {
        "eperusteet-peruste-url": f"{settings.EPERUSTEET_URL or outside}/#/fi/kooste/",
        "virkailija-login-url": f"{outside}/cas/login?service={base}{LOGIN_RETURN}",
        **login,
        **logout,
        "raamit-url": f"{outside}/virkailija-raamit/apply-raamit.js",
    }
    return json_response({"meta": {}, "data": data})
