"""The shell of every page for people who log in: sessions, languages, dates and the look."""
