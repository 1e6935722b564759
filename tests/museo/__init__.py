"""A museum of documents: what the API has ever accepted, it accepts for ever."""
