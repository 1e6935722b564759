"""The shell of the pages of people."""
