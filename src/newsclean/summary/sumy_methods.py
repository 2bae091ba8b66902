"""sumy's algorithms on our own sentences, words, stop words and stems.

Nothing of nltk's data is needed, and sumy and nltk are imported only when one of these is asked
for. sumy gives back chosen sentences only; the ratings behind them are caught on their way.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from newsclean import languages
from newsclean.deadlines import interrupt
from newsclean.document import Sentence
from newsclean.summary.text.words import words

_CLASSES = {
    "lexrank": ("lex_rank", "LexRankSummarizer"),
    "textrank": ("text_rank", "TextRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "sumbasic": ("sum_basic", "SumBasicSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
    "edmundson": ("edmundson", "EdmundsonSummarizer"),
}
_SNOWBALL = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
}
_STEM_LETTERS = 6
"""Letters kept as the stem in a language that Snowball does not know."""
TIME_LIMIT_S = 60.0
"""Seconds that a method of sumy's may take unless told otherwise."""


class _Tokenizer:
    """What sumy's sentences ask for: words of a text."""

    def __init__(self, language: str) -> None:
        self._language = language

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(words(text, self._language))


def rate(
    method: str,
    sentences: Sequence[Sentence],
    *,
    language: str,
    title: str | None,
    time_limit: float | None,
) -> list[float]:
    """The rating sumy's `method` gives each of `sentences`; repeated ones get the same.

    Raises:
        TimeLimitError: it took longer than `time_limit` seconds.
    """
    texts = list(dict.fromkeys(sentence.text for sentence in sentences))
    if len(texts) == 1:
        return [1.0] * len(sentences)
    module, name = _CLASSES[method]
    # before the clock starts: an import that is interrupted leaves nltk broken in this process
    summarizer_class = getattr(import_module(f"sumy.summarizers.{module}"), name)
    seconds = time_limit or TIME_LIMIT_S
    message = f"{method} took over {seconds:g} s; try --method newsclean"
    with interrupt(seconds, message), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ratings = _ratings(summarizer_class, method, sentences, texts, language, title)
    if not all(map(math.isfinite, ratings)):  # LexRank divides by the likeness of empty sentences
        ratings = [rating if math.isfinite(rating) else 0.0 for rating in ratings]
    by_text = dict(zip(texts, ratings, strict=True))
    return [by_text[sentence.text] for sentence in sentences]


def _ratings(
    summarizer_class: Any,
    method: str,
    sentences: Sequence[Sentence],
    texts: list[str],
    language: str,
    title: str | None,
) -> list[float]:
    summarizer = summarizer_class(_stemmer(language, numbered=method not in ("luhn", "edmundson")))
    _give_words(summarizer, method, language)
    caught: list[float] = []

    def catch(rated: Sequence[Any], _count: int, rating: Any, *args: Any) -> tuple[()]:
        rate_one = rating.__getitem__ if isinstance(rating, dict) else rating
        caught.extend(float(rate_one(sentence, *args)) for sentence in rated)
        return ()

    summarizer._get_best_sentences = catch  # noqa: SLF001 - sumy gives the ratings nowhere else
    summarizer(_document(sentences, set(texts), language, title), len(texts))
    return caught or [0.0] * len(texts)


def _document(
    sentences: Sequence[Sentence], texts: set[str], language: str, title: str | None
) -> Any:
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as SumySentence

    tokenizer = _Tokenizer(language)
    paragraphs: dict[int, list[Any]] = {}
    if title:
        paragraphs[-1] = [SumySentence(title, tokenizer, is_heading=True)]
    left = set(texts)
    for sentence in sentences:
        if sentence.text in left:
            left.remove(sentence.text)
            paragraphs.setdefault(sentence.paragraph, []).append(
                SumySentence(sentence.text, tokenizer)
            )
    if title and len(paragraphs) > 1:  # the heading belongs to the first paragraph
        heading = paragraphs.pop(-1)
        first = next(iter(paragraphs))
        paragraphs[first] = heading + paragraphs[first]
    return ObjectDocumentModel([Paragraph(group) for group in paragraphs.values()])


def _give_words(summarizer: Any, method: str, language: str) -> None:
    stop = languages.function_words(language)
    if method == "edmundson":
        cues = languages.read_data("summary/cue_words.json")
        known = cues.get(language, cues["en"])
        summarizer.bonus_words = known["bonus"].split()
        summarizer.stigma_words = known["stigma"].split()
        summarizer.null_words = sorted(stop) or ["-"]
    elif method == "lsa":
        summarizer.stop_words = stop
        order = summarizer._create_dictionary  # noqa: SLF001

        def in_order(document: Any) -> dict[Any, int]:
            """Rows in one order whatever the hash seed: the last digits hang on it."""
            return {term: row for row, term in enumerate(sorted(order(document)))}

        summarizer._create_dictionary = in_order  # noqa: SLF001
    else:
        summarizer.stop_words = stop


def _stemmer(language: str, *, numbered: bool) -> Callable[[str], Any]:
    """Word -> stem, or the stem's number, so that sets of stems have one order in any process."""
    if language in _SNOWBALL:
        from nltk.stem.snowball import SnowballStemmer

        cut: Callable[[str], str] = SnowballStemmer(_SNOWBALL[language]).stem
    else:

        def cut(word: str) -> str:
            return word[:_STEM_LETTERS]

    stems: dict[str, str] = {}
    numbers: dict[str, int] = {}

    def stem(word: str) -> Any:
        if word not in stems:
            stems[word] = cut(word)
        if numbered:
            return numbers.setdefault(stems[word], len(numbers))
        return stems[word]

    return stem
