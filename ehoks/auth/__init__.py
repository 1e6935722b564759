"""Who is calling, and which rights their roles give in which organisations."""
