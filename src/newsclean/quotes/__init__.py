"""Sentences -> quotes with their speakers."""

from newsclean.quotes.bound import MOST_MARKS, end_of_first
from newsclean.quotes.find import find, knows_speakers

__all__ = ["MOST_MARKS", "end_of_first", "find", "knows_speakers"]
