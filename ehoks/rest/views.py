"""The base of all API views, and the plain answers of addresses that hold nothing."""

from typing import Any

from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse
from rest_framework import exceptions as drf
from rest_framework.request import Request
from rest_framework.views import APIView
from rest_framework.viewsets import ViewSetMixin

from ehoks.audit.log import Tekija
from ehoks.auth.privileges import Kayttaja
from ehoks.common.errors import EhoksError
from ehoks.common.requests import request_id
from ehoks.rest.errors import RouteNotFound, Unexpected
from ehoks.rest.exceptions import error_response
from ehoks.rest.wire import empty_response


class EhoksViewSet(ViewSetMixin, APIView):
    """A wrong method is told before the caller is asked who it is; OPTIONS needs no caller."""

    kayttaja: Kayttaja  # who calls, once that is known
    tekija: Tekija | None = None  # the mark of the call in the audit log

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """What happens before the handler: method, then authentication."""
        handler = getattr(self, (request.method or "").lower(), None)
        if handler is None or request.method not in self.allowed_methods:
            raise drf.MethodNotAllowed(request.method or "")
        if request.method != "OPTIONS":
            super().initial(request, *args, **kwargs)
            self.kayttaja, self.tekija = request.user, request.auth  # type: ignore[assignment]

    def lets_in(self, kayttaja: Kayttaja) -> bool:
        """Which accounts may call: those of information systems."""
        return kayttaja.is_service

    def perform_content_negotiation(
        self,
        request: Request,
        force: bool = False,  # noqa: FBT001, FBT002 -- as the framework calls it
    ) -> tuple[Any, str]:
        """Answers are JSON, whatever is asked: a client that asks for another kind reads it too."""
        renderer = self.get_renderers()[0]
        return renderer, renderer.media_type

    def options(  # type: ignore[override]
        self, request: Request, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Which methods the address has."""
        return empty_response(204)

    def handle_exception(self, exc: Exception) -> HttpResponse:  # type: ignore[override]
        """Every exception becomes an answer; of a refusal a mark is left first, or no answer goes."""
        if isinstance(exc, EhoksError) and self.tekija:
            try:
                self.note_refusal(exc, self.tekija)
            except DatabaseError as error:
                exc = error
        response = self.settings.EXCEPTION_HANDLER(exc, None)
        response.exception = True
        return response  # type: ignore[no-any-return]

    def note_refusal(self, error: EhoksError, tekija: Tekija) -> None:
        """What a view wants to remember of refusing a known caller."""


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Any address that is not there."""
    return error_response(RouteNotFound())


def server_error(request: HttpRequest) -> HttpResponse:
    """What no view caught."""
    return error_response(Unexpected(request_id=request_id.get()))
