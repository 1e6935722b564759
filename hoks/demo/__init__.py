"""The demonstration's register: plans made up for the learners of the simulated Finland."""
