"""The plumbing of the API, where the behaviour of one verb does not show it."""
