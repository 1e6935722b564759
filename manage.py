#!/usr/bin/env python
"""Django's command line; gives the command a database of its own when DATABASE_URL is unset."""

import os
import sys


def main() -> None:
    """Run one management command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ehoks.settings")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    from ehoks import embedded_pg

    try:
        embedded_pg.ensure_database_url(sys.argv[1] if len(sys.argv) > 1 else "help")
        settings.INSTALLED_APPS  # noqa: B018 -- reads them all: a mistake is told in one line
    except embedded_pg.EmbeddedPostgresError as error:
        sys.exit(f"No database: {error}")
    except ImproperlyConfigured as error:
        sys.exit(f"Settings: {error}")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
