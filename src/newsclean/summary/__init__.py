"""Sentences -> summary."""

from newsclean.summary.summarize import METHODS, headline, summarize, summarize_together

__all__ = ["METHODS", "headline", "summarize", "summarize_together"]
