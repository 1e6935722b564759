"""The national code sets: our own copy, so that no transfer of data waits for the original."""
