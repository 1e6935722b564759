"""Making, ending and opening shares: the one way in for every change of them."""
