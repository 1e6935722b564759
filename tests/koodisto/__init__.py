"""The code sets: kept up to date, looked up from memory, and told of in three languages."""
