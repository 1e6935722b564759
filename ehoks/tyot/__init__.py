"""Jobs that go by the clock: how one is declared, how far it has got, how the last ones went."""
