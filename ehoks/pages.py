"""Pages that anyone may open: the front page and the help on errors."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ehoks.common.errors import EhoksError
from hoks.rules.violations import TEXTS


def front(request: HttpRequest) -> HttpResponse:
    """What this service is and where to go."""
    return render(request, "etusivu.html", {"demo": settings.DEMO, "base": settings.BASE_URL})


def help_on_errors(request: HttpRequest) -> HttpResponse:
    """Every error code: what it means, who can put it right and how."""
    errors = sorted({e.code: e for e in _all_errors(EhoksError)}.values(), key=lambda e: e.code)
    violations = sorted(TEXTS.items())
    return render(request, "ohje/virheet.html", {"errors": errors, "violations": violations})


def _all_errors(base: type[EhoksError]) -> list[type[EhoksError]]:
    own = [base] if hasattr(base, "code") else []
    return own + [found for kind in base.__subclasses__() for found in _all_errors(kind)]
