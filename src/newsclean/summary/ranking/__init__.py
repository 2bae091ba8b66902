"""Sentences -> how readers would judge them and sets of them, and the set that is taken."""
