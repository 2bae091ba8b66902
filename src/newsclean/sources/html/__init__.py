"""HTML -> `Document`: the page, its tree, its metadata, titles and dates."""

from newsclean.sources.html.page import decode, looks_like_html, read, repair_mojibake

__all__ = ["decode", "looks_like_html", "read", "repair_mojibake"]
