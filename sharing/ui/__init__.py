"""The pages of shares: for who shares, and for who is shown something."""
