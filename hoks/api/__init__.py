"""The data-transfer API of plans: HTTP in, services, HTTP out."""
