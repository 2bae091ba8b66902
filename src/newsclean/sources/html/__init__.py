"""HTML -> `Document`: the page, its tree, its metadata, titles and dates."""

from newsclean.sources.html.page import decode, read

__all__ = ["decode", "read"]
