"""The pages of those who keep the service: OPH's main users."""
