"""Who may do what: every address of the service against everybody of the cast."""
