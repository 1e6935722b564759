"""The service as a Django application."""

from django.apps import AppConfig


class EhoksConfig(AppConfig):
    """Registers the checks of the settings."""

    name = "ehoks"

    def ready(self) -> None:
        """Import what registers itself."""
        from ehoks import checks  # noqa: F401
