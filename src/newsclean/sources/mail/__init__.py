"""E-mail and saved pages (MIME) -> `Document`."""

from newsclean.sources.mail.message import read, unflow

__all__ = ["read", "unflow"]
