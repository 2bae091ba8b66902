"""Sentences -> summary."""

from newsclean.summary.summarize import (
    METHODS,
    check_method,
    headline,
    summarize,
    summarize_together,
)

__all__ = ["METHODS", "check_method", "headline", "summarize", "summarize_together"]
