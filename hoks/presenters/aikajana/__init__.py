"""The timeline of a plan: what is on it, where it is drawn, how it is told in words and on paper."""
