"""The load of a night: a service of its own, a Finland of its own, and systems that call it."""
