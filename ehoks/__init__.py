"""The service: settings, doors and pipes; what a HOKS is lives in the `hoks` package."""
