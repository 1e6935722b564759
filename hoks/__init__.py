"""The plan: what a HOKS is, the law it must keep, where it is stored, and its REST face."""
