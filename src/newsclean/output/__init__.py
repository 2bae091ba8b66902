"""`Digest` -> terminal, plain text, Markdown, JSON, HTML. One module a format, all one shape."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from newsclean.document import Digest

SUFFIXES = {
    "text": ".txt",
    "markdown": ".md",
    "json": ".json",
    "jsonl": ".jsonl",
    "html": ".html",
}
"""The formats `render` knows, and the suffix of a file in each."""

_RENDERERS = {
    "text": ("newsclean.output.text", "render"),
    "markdown": ("newsclean.output.markdown", "render"),
    "json": ("newsclean.output.json", "render"),
    "jsonl": ("newsclean.output.json", "render_line"),
    "html": ("newsclean.output.html", "render"),
}


def render(digest: Digest, output_format: str) -> str:
    """A digest as one document that ends in a line break; `output_format` is a key of `SUFFIXES`.

    Raises:
        KeyError: there is no such format.
    """
    module, function = _RENDERERS[output_format]
    return cast("Callable[[Digest], str]", getattr(import_module(module), function))(digest)
