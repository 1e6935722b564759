"""The doors to Opintopolku: right answers, wrong answers and none at all."""
