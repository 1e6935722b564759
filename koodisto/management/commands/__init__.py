"""What `manage.py` can do with code sets."""
