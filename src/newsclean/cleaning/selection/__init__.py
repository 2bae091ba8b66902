"""Probabilities -> which lines are kept: evidence, decoding, overrides, sanity."""
