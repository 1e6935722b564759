"""The doors to Opintopolku: one room for each service that we ask, nothing else speaks HTTP out."""
