"""Starting and keeping the service: what `manage.py` can do besides Django's own commands."""
