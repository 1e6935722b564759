"""Operations: the database that comes along, `manage.py up`, health, and the topology file."""
