"""Sentences -> quotes with their speakers."""

from newsclean.quotes.find import find

__all__ = ["find"]
