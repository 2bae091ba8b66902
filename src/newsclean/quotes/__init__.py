"""Sentences -> quotes with their speakers."""

from newsclean.quotes.find import find, knows_speakers

__all__ = ["find", "knows_speakers"]
