"""Django's PostgreSQL, whose pool gives no connection that the server has closed meanwhile."""
