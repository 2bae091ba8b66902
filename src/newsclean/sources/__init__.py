"""Bytes -> `Document`: encodings, plain text, HTML, e-mail, PDF, URL."""
