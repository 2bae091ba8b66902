"""Sentences -> summary, by the method that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from itertools import repeat, takewhile
from typing import TYPE_CHECKING

from newsclean.deferred import defer
from newsclean.document import ScoredSentence, Sentence, Summary
from newsclean.errors import UsageError
from newsclean.suggest import did_you_mean
from newsclean.summary.length import AUTO, Budget, budget, is_auto

if TYPE_CHECKING:
    from newsclean.summary.lists.unheaded import Point
    from newsclean.summary.text.terms import Floats

Reasons = tuple[tuple[str, float], ...]
"""(group of features, what it adds to the score of a sentence), the largest first."""
_MAX_HEADLINE_CHARS = 150
"""The longest first line that is taken for the headline: a guess, news sites stay under 120."""
_BODY_SENTENCES = 3
"""So many sentences must follow a headline."""
_OPENING = 2
"""Sentences at the beginning of an article that may have a dateline."""
MOST_SENTENCES = 10_000
"""So many are read for a summary, a book's; each takes 3 kB while it is compared with others."""

METHODS: dict[str, str] = {
    "newsclean": "our own ranker: starts from the lead, leaves it for a set that is clearly better",
    "lead": "the first sentences",
    "lexrank": "sumy: sentences that many others resemble (Erkan and Radev 2004)",
    "textrank": "sumy: the same on shared words (Mihalcea and Tarau 2004)",
    "lsa": "sumy: topics by singular value decomposition (Steinberger and Jezek 2004)",
    "luhn": "sumy: clusters of frequent words (Luhn 1958)",
    "sumbasic": "sumy: frequent words, each counted once (Nenkova and Vanderwende 2005)",
    "kl": "sumy: words distributed as in the article (Haghighi and Vanderwende 2009)",
    "reduction": "sumy: sentences tied to many others by words (Allahyari 2013)",
    "edmundson": "sumy: cue words, title and place (Edmundson 1969)",
}
"""Name and one line on each method."""


def summarize(
    sentences: Sequence[Sentence],
    *,
    language: str = "en",
    length: str = AUTO,
    method: str = "newsclean",
    title: str | None = None,
    focus: str | None = None,
    headings: Collection[int] = (),
    time_limit: float | None = None,
) -> Summary:
    """The sentences that say most of the article, in its order.

    Args:
        sentences: all sentences of the article, in order.
        language: ISO 639-1 code.
        length: "3" sentences, "20%" of them, "100w" words or "600c" characters at most; "auto" is
            3 to 6 sentences, or the points of an article that is a list.
        method: a key of `METHODS`.
        title: the headline.
        focus: words that the summary should be about (method `newsclean` only).
        headings: the numbers of the paragraphs that the page marks as sub-headings.
        time_limit: seconds after which a slow method is given up; None is 60.

    Raises:
        UsageError: an unknown method, a wrong length, a focus for another method.
        TimeLimitError: the method took too long.
    """
    check_method(method)
    if focus and method != "newsclean":
        raise UsageError(f"--focus works with the method newsclean only, not with {method}")
    if beyond := method == "newsclean" and len(sentences) > MOST_SENTENCES:
        sentences = sentences[:MOST_SENTENCES]
    room = budget(length, sentences)
    if not sentences:
        return Summary(method, ())
    if method == "lead":
        return _lead(sentences, room, language)
    if method == "newsclean":
        marked = headings if is_auto(length) and not focus else None
        told = (f"the summary is of the first {MOST_SENTENCES:,} sentences",) if beyond else ()
        return _ranked(sentences, room, language, title, focus, told, marked)
    return _by_sumy(sentences, room, method, language, title, time_limit)


def check_method(name: str) -> None:
    """See to it that there is a method of that name.

    Raises:
        UsageError: there is none; it names the nearest.
    """
    if name not in METHODS:
        raise UsageError(f"no such method: {name!r}; {did_you_mean(name, METHODS)}")


def summarize_together(
    groups: Sequence[tuple[str, Sequence[Sentence], str | None]],
    *,
    language: str = "en",
    length: str = AUTO,
    focus: str | None = None,
) -> Summary:
    """One summary of several articles, in their order, each sentence with its source.

    Args:
        groups: (name, sentences, title) of each article.
        language: ISO 639-1 code of all of them.
        length: as for one article; a share is of all sentences.
        focus: words that the summary should be about.

    Raises:
        UsageError: a wrong length.
    """
    from newsclean.summary.together import summarize_all

    return summarize_all(groups, language, length, focus)


def headline(
    sentences: Sequence[Sentence], title: str | None = None, *, language: str = "en"
) -> str:
    """One line for an article: its title, else its best sentence, shortened where that is safe.

    Empty where there is neither.
    """
    from newsclean.summary.headlines import line

    return line(sentences, title, language)


def _lead(sentences: Sequence[Sentence], room: Budget, language: str) -> Summary:
    from newsclean.summary.choose import fill, word_sets
    from newsclean.summary.text.words import words

    distinct = word_sets(lambda number: words(sentences[number].text, language))
    chosen = fill(range(len(sentences)), room, distinct, skip=False)
    scores = [round(1 / (1 + i), 4) for i in range(len(sentences))]
    return _summary("lead", sentences, scores, chosen, room, language)


def _ranked(
    sentences: Sequence[Sentence],
    room: Budget,
    language: str,
    title: str | None,
    focus: str | None,
    notes: tuple[str, ...],
    marked: Collection[int] | None,
) -> Summary:
    """By our own ranker; with the points of a list unless `marked` is None."""
    from newsclean.summary.choose import best_first, fill, word_sets
    from newsclean.summary.lists.above import introduction
    from newsclean.summary.lists.points import points
    from newsclean.summary.ranking import ranker
    from newsclean.summary.ranking.features import extract
    from newsclean.summary.ranking.interview import without_guest

    selects = room.most is not None or room.sentences < len(sentences)
    headed = title is None and selects and _is_headed(sentences)
    every = sentences
    if headed:
        title, sentences = sentences[0].text, sentences[1:]
        room = room._replace(costs=room.costs[1:])
    features = extract(sentences, language, title)
    if marked is not None:
        features, most = without_guest(features)
        room = room.at_most(most)
    listed = [] if marked is None else points(sentences, features, language, title, marked)
    scores = ranker.score(features)
    distinct = word_sets(features.terms.words)
    relevance = ranker.about(features, focus, language) if focus else None
    if relevance is not None and not relevance.any():
        notes += (f"nothing in the article is about {focus!r}: the summary is of the whole",)
        relevance = None
    if listed:
        chosen = introduction(sentences, features, listed, title or "")
    elif relevance is None:
        chosen = ranker.choose(features, scores, room, distinct)
    else:
        scores = ranker.focus_scores(scores, relevance)
        texts = [sentence.text for sentence in sentences]
        chosen = fill(best_first(scores, texts), room, distinct)
    rounded = scores.round(4).tolist()
    if headed:
        rounded = [min(rounded) - 1, *rounded]
        chosen, listed = [number + 1 for number in chosen], [point.moved(1) for point in listed]
        room = room._replace(costs=(0, *room.costs))
    reasons = partial(_reasons, features.values, headed)
    return _summary("newsclean", every, rounded, chosen, room, language, reasons, notes, listed)


def _reasons(values: Floats, headed: bool, numbers: Sequence[int]) -> list[Reasons]:  # noqa: FBT001 - a part of it is called by place
    """Why sentences scored as they did; a headline in front of them is numbered, and not scored."""
    from newsclean.summary.ranking import explain

    found = iter(explain.contributions(values, [n - headed for n in numbers if n >= headed]))
    return [next(found) if number >= headed else () for number in numbers]


def _is_headed(sentences: Sequence[Sentence]) -> bool:
    """Whether a text without a title begins with its headline: a line that no full stop ends."""
    from newsclean.summary.choose import is_statement

    first, *rest = sentences[:4]
    return (
        len(rest) == _BODY_SENTENCES
        and first.paragraph != rest[0].paragraph
        and not is_statement(first.text)
        and len(first.text) <= _MAX_HEADLINE_CHARS
        and all(is_statement(sentence.text) for sentence in rest)
    )


def _by_sumy(
    sentences: Sequence[Sentence],
    room: Budget,
    method: str,
    language: str,
    title: str | None,
    time_limit: float | None,
) -> Summary:
    from newsclean.summary import sumy_methods
    from newsclean.summary.choose import best_first, fill, word_sets
    from newsclean.summary.text.words import words

    scores = sumy_methods.rate(
        method, sentences, language=language, title=title, time_limit=time_limit
    )
    distinct = word_sets(lambda number: words(sentences[number].text, language))
    texts = [sentence.text for sentence in sentences]
    chosen = fill(best_first(scores, texts), room, distinct)
    rounded = [round(score, 4) for score in scores]
    return _summary(method, sentences, rounded, chosen, room, language)


def _opening(sentences: Sequence[Sentence]) -> int:
    """How many sentences may have a dateline: two, or up to the first that ends as one does."""
    from newsclean.summary.choose import is_statement

    above = takewhile(lambda one: not is_statement(one.text), sentences)
    return max(_OPENING, sum(1 for _ in above) + 1)


def _summary(
    method: str,
    sentences: Sequence[Sentence],
    scores: Sequence[float],
    chosen: Sequence[int],
    room: Budget,
    language: str,
    reasons: Callable[[Sequence[int]], list[Reasons]] | None = None,
    notes: tuple[str, ...] = (),
    listed: Sequence[Point] = (),
) -> Summary:
    from newsclean.summary.shown import as_point, as_printed

    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    ranks = [0] * len(order)
    for rank, number in enumerate(order, 1):
        ranks[number] = rank
    shown = sorted({*chosen, *(point.number for point in listed)})
    told: Sequence[Reasons] = reasons(shown) if reasons else [()] * len(shown)
    scored = {
        number: ScoredSentence(sentences[number], scores[number], ranks[number], why)
        for number, why in zip(shown, told, strict=True)
    }
    opening = _opening(sentences)
    printed = tuple(
        as_printed(scored[i], language, alone=i > 0 and i - 1 not in chosen, opening=i < opening)
        for i in chosen
    )
    printed += tuple(as_point(scored[i], at, end) for i, at, end in listed)
    if not room.fits(chosen):
        notes = (*notes, "the shortest summary possible is longer than was asked for")
    summary = Summary(method, printed, (), notes)
    # most outputs show the chosen sentences alone
    defer(summary, "scores", partial(_scored, sentences, scores, ranks, reasons))
    return summary


def _scored(
    sentences: Sequence[Sentence],
    scores: Sequence[float],
    ranks: Sequence[int],
    reasons: Callable[[Sequence[int]], list[Reasons]] | None,
) -> tuple[ScoredSentence, ...]:
    """Every sentence with its score."""
    told = reasons(range(len(sentences))) if reasons else repeat(())
    return tuple(map(ScoredSentence, sentences, scores, ranks, told))
