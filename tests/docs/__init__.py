"""What the papers of the house promise is there and works."""
