"""The pages of staff: their students, the plans, reports, and what became of transfers."""
