"""newsclean: the article out of a messy page, its key quotes, and a short summary.

The names below are imported when they are first used (PEP 562): `newsclean --help` and shell
completion need none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.document import (
        Article,
        Digest,
        Document,
        Field,
        Metadata,
        Paragraph,
        Quote,
        Removal,
        ScoredSentence,
        Sentence,
        Summary,
    )
    from newsclean.errors import (
        InputError,
        MissingExtraError,
        NewscleanError,
        NoArticleError,
        TimeLimitError,
        UsageError,
    )
    from newsclean.options import Options
    from newsclean.pipeline import clean, digest, find_quotes, split_sentences, summarize

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Digest",
    "Document",
    "Field",
    "InputError",
    "Metadata",
    "MissingExtraError",
    "NewscleanError",
    "NoArticleError",
    "Options",
    "Paragraph",
    "Quote",
    "Removal",
    "ScoredSentence",
    "Sentence",
    "Summary",
    "TimeLimitError",
    "UsageError",
    "__version__",
    "clean",
    "digest",
    "find_quotes",
    "split_sentences",
    "summarize",
]

_HOMES = {
    "newsclean.pipeline": ("clean", "digest", "find_quotes", "split_sentences", "summarize"),
    "newsclean.options": ("Options",),
    "newsclean.errors": tuple(name for name in __all__ if name.endswith("Error")),
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'newsclean' has no attribute {name!r}")
    home = next((home for home, names in _HOMES.items() if name in names), "newsclean.document")
    return getattr(import_module(home), name)
