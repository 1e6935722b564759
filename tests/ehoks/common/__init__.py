"""What everybody leans on."""
