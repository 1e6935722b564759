"""What a write leaves in the database, and how many statements it takes."""
