"""newsclean: the article out of a messy page, its key quotes, and a short summary."""

from __future__ import annotations

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
