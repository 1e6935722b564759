"""The public pages: their words, their links, and how they look and work in a browser."""
