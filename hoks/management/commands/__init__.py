"""What `manage.py` can do with plans."""
