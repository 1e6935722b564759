"""What deep code may know of the request being served: its id, for logs and answers."""

from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="-")
