"""`Digest` -> terminal, plain text, Markdown, JSON, HTML. One module a format."""
