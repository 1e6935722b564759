"""Opintopolku on your desk: its services answer as the real ones do."""
