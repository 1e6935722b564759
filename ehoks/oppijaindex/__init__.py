"""Local copies of learners and study rights: never masters, refreshed on every save."""
