"""Sentences -> summary."""

from newsclean.summary.summarize import METHODS, summarize

__all__ = ["METHODS", "summarize"]
