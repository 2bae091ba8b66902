"""What repeats the article above its first paragraph.

A summary that folds up ("In short", some sentences, "Show less"), and the headline among the kept
lines. The words are in `data/cleaning/foldups.json`, for all languages at once.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines.phrases import normalized_words, normalized_words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause, PageRecord

_REACH = 12
"""A summary that folds up has so few lines, and stands so near the first kept line (guesses)."""
_POINT_WORDS, _ABOVE_WORDS = 40, 8
_MOST_OF_BODY = 3
"""It has so small a part of the article's words at most: a third (a guess)."""
_TITLE_WORDS = 3
_MOST_ABOVE, _SECTION_WORDS = 2, 4
"""So many lines of so few words above a headline are paper and section (guesses)."""
_STOPS, _CLOSING = (".", "。", "।", "۔", ",", ";", ":", "："), "'\"”’»«“‘)]」』 "
_FEW_AROUND, _NEAR, _SURE = 5, 3, 0.75
"""A page with so many lines around its article, or with a date or byline so near, has a
headline; a line that the network is as sure of as that is a paragraph (guesses)."""


def foldups(record: PageRecord) -> dict[int, Cause]:
    """Line index -> why it is not of the article, for the lines of such boxes.

    Those that are not kept have a cause too: no later step brings half of a box back.
    """
    wanted = [at for at, keep in enumerate(record.kept) if keep]
    found = dict(_summary(record.page, wanted))
    told = sum(len(record.page.words[at]) for at in wanted if at in found)
    # "Read more" far below a heading "Key points" folds nothing up: between them is the article
    whole = sum(len(record.page.words[at]) for at in wanted)
    return found if _MOST_OF_BODY * told <= whole else {}


def heads_summary(page: PageLines, at: int) -> bool:
    """Is a line only the heading of a summary: "Key takeaways"?"""
    return page.phrases[at] in _lists().heads and page.texts[at][-1].isalnum()


def without_title(record: PageRecord) -> PageRecord:
    """The record without a kept line that says only what the headline does, above all prose.

    What short lines stand above it go too: they are the page's.
    """
    title = record.metadata.title
    said = normalized_words(title.value) if title else []
    page = record.page
    if not said or (len(said) < _TITLE_WORDS and not _is_defined(page, said)):
        return record
    around = sum(
        not keep and words != [] for keep, words in zip(record.kept, page.words, strict=True)
    )
    causes: dict[int, Cause] = {}
    short: list[int] = []
    for at, keep in enumerate(record.kept):
        if not keep:
            continue
        if page.words[at] == said and _is_headline(record, at, around):
            causes[at] = ("headline", "the line is the headline")
            causes |= dict.fromkeys(short, ("navigation", "a short line above the headline"))
            short = []
        elif len(page.words[at]) >= _ABOVE_WORDS:
            break
        else:
            short.append(at)
    return record.without_causes(causes)


def _is_headline(record: PageRecord, at: int, around: int) -> bool:
    """Is a line with the words of the title the headline, and no first line of a clean text?

    `around` is how many lines of the page go.

    A text without anything around it has lent its first line for the title: that is the headline
    where it ends as no sentence does and prose stands below.
    """
    if _is_on_top(record, at):
        return True
    if any(role == "headline" for other, role in record.roles.items() if other != at):
        return True
    title = record.metadata.title
    if title is not None and title.origin != "text":
        return True
    beside = range(at - _NEAR, at + _NEAR + 1)
    signed = any(record.roles.get(near) in ("date", "byline") for near in beside)
    sure = record.probabilities[at] >= _SURE
    return (around >= _FEW_AROUND or signed) and not sure


def _is_on_top(record: PageRecord, at: int) -> bool:
    """Is a line the first of the page, no sentence and no salutation, and heads a paragraph?

    The names of paper and section may stand above it.
    """
    page = record.page
    above = [words for words in page.words[:at] if words]
    if len(above) > _MOST_ABOVE or any(len(words) > _SECTION_WORDS for words in above):
        return False
    if page.texts[at].rstrip(_CLOSING).endswith(_STOPS):
        return False
    below = next((near for near in range(at + 1, len(page.texts)) if page.words[near]), at)
    return record.kept[below] and below > at and len(page.words[below]) >= _ABOVE_WORDS


def _is_defined(page: PageLines, said: Sequence[str]) -> bool:
    """Is a title of few words what the paragraph below it says what it is: "The Wear is ..."?"""
    if said not in page.words:
        return False
    at = page.words.index(list(said))
    below = next((words for words in page.words[at + 1 :] if words), [])
    begins = list(said) in (below[: len(said)], below[1 : len(said) + 1])
    return begins and len(below) >= _ABOVE_WORDS


def _summary(page: PageLines, wanted: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """The lines between "In short" and "Show less", or the note on the program that wrote them."""
    known = _lists()
    first = next((at for at in wanted if len(page.words[at]) >= _ABOVE_WORDS), None)
    if first is None:
        return
    for head in range(max(0, first - _REACH), min(len(page.texts), first + _REACH)):
        if page.phrases[head] not in known.heads:
            continue
        end = None
        for at in range(head + 1, min(len(page.texts), head + 1 + _REACH)):
            phrase = page.phrases[at]
            made = any(" ".join(page.words[at][:size]) in known.made for size in range(2, 7))
            if phrase in known.folds or made:
                end = at
            elif len(page.words[at]) > _POINT_WORDS or end is not None:
                break
        if end is not None:
            evidence = f"between '{page.texts[head]}' and '{page.texts[end]}'"
            for at in range(head, end + 1):
                yield at, ("standfirst", evidence)
            return


class _Lists(NamedTuple):
    heads: frozenset[str]
    """What stands above a summary that folds up."""
    folds: frozenset[str]
    """The button below it."""
    made: frozenset[str]
    """How a note begins on the program that wrote the summary."""


@cache
def _lists() -> _Lists:
    data = languages.read_data("cleaning/foldups.json")
    return _Lists(
        *(
            frozenset(map(" ".join, normalized_words_of(data[name].split(" | "))))
            for name in _Lists._fields
        )
    )
