"""Boxes that say where they end, and what repeats the article above its first paragraph.

A summary that folds up ("In short", some sentences, "Show less"), the headline among the kept
lines, and what stands between "Skip most read and continue reading" and "End of most read". The
words are in `data/cleaning/foldups.json`, for all languages at once.
"""

from __future__ import annotations

from functools import cache
from itertools import compress
from operator import not_
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines.page import ends_sentence, once_a_page
from newsclean.cleaning.lines.phrases import (
    normalized_words,
    normalized_words_of,
    phrasebook,
    summary_headings,
)
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause, PageRecord

_MOST_WORDS, _REACH = 21, 12
"""No longer line is asked whether it tells of mails; a summary that folds up has so few lines, and
stands so near the first kept line (guesses)."""
_BOX_LINES, _LINK_CHARS, _END_WORDS, _BOX_TITLE = 30, 120, 12, 20
"""How long a box is, the link past it, its last line and a title in it at most (guesses)."""
_POINT_WORDS, _ABOVE_WORDS, _HEADING_WORDS, _PROSE_WORDS = 40, 8, 14, 15
_FIELD_WORDS, _NOTE_WORDS, _DOUBTED, _PARAGRAPH = 6, 7, 0.8, 0.9
"""So many words have a field or button and the name of a letter, and the note below; the network
doubts them, and is of no line of such a box as sure as that (guesses)."""
_BUTTONS = ("login or paywall", "form or button")
_VERB_LAST = frozenset(("de", "nl", "tr", "hu", "fi", "ja", "ko", "hi", "fa"))
"""Where what a button does may stand at its end; in English that is "Bus check", too."""
_BRACKETED = lazy_regex(r"\S\s?[(\[（【]([^()]{2,30})[)\]）】]$")
"""What stands in brackets at the end of a heading."""
_MOST_OF_BODY = 3
"""It has so small a part of the article's words at most: a third (a guess)."""
_TITLE_WORDS = 3
_MOST_ABOVE, _SECTION_WORDS = 2, 4
"""So many lines of so few words above a headline are paper and section (guesses)."""
_STOPS, _CLOSING = (".", "。", "।", "۔", ",", ";", ":", "："), "'\"”’»«“‘)]」』 "
_FEW_AROUND, _NEAR, _SURE = 5, 3, 0.75
"""A page with so many lines around its article, or with a date or byline so near, has a
headline; a line that the network is as sure of as that is a paragraph (guesses)."""
_NO_HEADING = 0.2
"""Less likely of the article is the title of such a box, hardly a sub-heading (a guess)."""


def foldups(record: PageRecord) -> dict[int, Cause]:
    """Line index -> why it is not of the article, for the lines of such boxes.

    Those that are not kept have a cause too: no later step brings half of a box back.
    """
    wanted = [at for at, keep in enumerate(record.kept) if keep]
    found = dict(_summary(record.page, wanted))
    boxes: dict[int, Cause] = {}
    for start, end in ended_boxes(record.page).items():
        evidence = f"in the box that ends with '{record.page.texts[end]}'"
        boxes |= dict.fromkeys(range(start, end + 1), ("related articles", evidence))
    boxes |= _sponsored(record, wanted) | _newsletters(record, wanted)
    told = sum(len(record.page.words[at]) for at in wanted if at in found)
    # "Read more" far below a heading "Key points" folds nothing up: between them is the article
    whole = sum(len(record.page.words[at]) for at in wanted)
    return boxes | (found if _MOST_OF_BODY * told <= whole else {})


def heads_summary(page: PageLines, at: int) -> bool:
    """Is a line only the heading of a summary: "Key takeaways"?"""
    return page.phrases[at] in summary_headings() and page.texts[at][-1].isalnum()


def without_title(record: PageRecord) -> PageRecord:
    """The record without a kept line that says only what the headline does, above all prose.

    What short lines stand above it go too: they are the page's.
    """
    title = record.metadata.title
    said = normalized_words(title.value) if title else []
    page = record.page
    if not said or (len(said) < _TITLE_WORDS and not _is_defined(page, said)):
        return record
    causes: dict[int, Cause] = {}
    short: list[int] = []
    for at, keep in enumerate(record.kept):
        if not keep:
            continue
        if page.words[at] == said and _is_headline(record, at):
            causes[at] = ("headline", "the line is the headline")
            causes |= dict.fromkeys(short, ("navigation", "a short line above the headline"))
            short = []
        elif len(page.words[at]) >= _ABOVE_WORDS:
            break
        else:
            short.append(at)
    return record.without_causes(causes)


def _is_headline(record: PageRecord, at: int) -> bool:
    """Is a line with the words of the title the headline, and no first line of a clean text?

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
    around = sum(map(bool, compress(record.page.words, map(not_, record.kept))))
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
        if page.phrases[head] not in summary_headings():
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


def _newsletters(record: PageRecord, wanted: Sequence[int]) -> dict[int, Cause]:
    """The boxes around a button, or a field for an address, of which more lines tell of mails.

    "Morning post", "What matters, at seven", "Your e-mail", "Sign me up", "You can leave at any
    time.": each alone says little, so one that goes takes the others with it.
    """
    page = record.page
    found: dict[int, Cause] = {}
    if not wanted or record.document.tree is not None:
        return found  # the network for HTML knows such boxes by their elements
    read = wanted[0]
    for at in range(wanted[0] + 1, wanted[-1]):
        if at <= read or record.kept[at] or not tells_of_mails(page, at, _FIELD_WORDS):
            continue
        top = end = at
        while tells_of_mails(page, top - 1, _BOX_TITLE):
            top -= 1
        while tells_of_mails(page, end + 1, _BOX_TITLE):
            end += 1
        read = end  # every line of a run finds the same box
        titled = _is_brief(record, top - 2, _FIELD_WORDS, stopped=False)
        if titled and _is_brief(record, top - 1, _BOX_TITLE, stopped=True):
            top -= 2
        elif ends_sentence(page.texts[top]) and _is_brief(
            record, top - 1, _FIELD_WORDS, stopped=False
        ):
            top -= 1
        sure = any(record.probabilities[line] >= _PARAGRAPH for line in range(top, end + 1))
        asking = [line for line in range(top, end + 1) if tells_of_mails(page, line, _FIELD_WORDS)]
        # sentences that tell of mails, below a sub-heading or not, are the article's
        field = any(
            not ends_sentence(page.texts[line])
            and (line > top or (record.probabilities[line] < _NO_HEADING and page.hits(line)))
            for line in asking
        )
        known = field or any(hit.where == "line" for line in asking for hit in page.hits(line))
        if len(asking) > 1 and known and not sure:
            end += _is_brief(record, end + 1, _NOTE_WORDS, stopped=True)
            evidence = f"in the box with '{page.texts[at]}'"
            found |= dict.fromkeys(range(top, end + 1), ("newsletter", evidence))
    return found


def tells_of_mails(page: PageLines, at: int, most: int) -> bool:
    """Tells a line of so many words at most of mails, or is it a button that signs up for them?"""
    return at in _of_mails(page) and page.sizes[at] <= most


@once_a_page
def _of_mails(page: PageLines) -> frozenset[int]:
    """The lines of a few words that tell of mails, and such buttons."""
    mails = [*page.written(_lists().mails, _MOST_WORDS), *_leaves(page)]
    brief = [at for at, size in enumerate(page.sizes) if 0 < size <= _MOST_WORDS]
    lower = page.lower if mails else ()
    found = {at for at in brief if lower and any(map(lower[at].__contains__, mails))}
    found |= {
        at
        for at in brief
        for hit in page.hits(at)
        if hit.reason == "newsletter" or (hit.where == "line" and hit.reason in _BUTTONS)
    }
    return frozenset(at for at in found if "@" not in page.texts[at])


@once_a_page
def _leaves(page: PageLines) -> list[str]:
    """What stands in lines that say how to be sent no more mails, where it stands on the page."""
    return page.written(_lists().leaves, _MOST_WORDS)


@once_a_page
def leaving(page: PageLines) -> list[int]:
    """The lines that say how to be sent no more mails."""
    lines = enumerate(page.lower) if (said := _leaves(page)) else ()
    return [at for at, line in lines if any(map(line.__contains__, said))]


def presses(page: PageLines, at: int) -> bool:
    """Does a line begin with what is done with a button, "Compare now", or end so, "Mehr lesen"?"""
    words = page.words[at]
    ends = words[:1] + words[-1:] if page.language in _VERB_LAST else words[:1]
    return not _lists().presses.isdisjoint(ends)


def _is_brief(record: PageRecord, at: int, most: int, *, stopped: bool) -> bool:
    """Has a line so few words, is it doubted, and is it a sentence or not, as asked?"""
    page = record.page
    if not 0 <= at < len(page.texts) or not 0 < page.sizes[at] <= most:
        return False
    return record.probabilities[at] < _DOUBTED and ends_sentence(page.texts[at]) == stopped


def _sponsored(record: PageRecord, wanted: Sequence[int]) -> dict[int, Cause]:
    """The sections between a heading that says so, "Ash glaze (Sponsored)", and the next one."""
    found: dict[int, Cause] = {}
    page, known = record.page, phrasebook(record.page.language).whole
    for head in wanted[1:]:
        mark = _BRACKETED.search(page.texts[head]) if page.texts[head][-1] in ")]）】" else None
        if mark is None or len(page.words[head]) > _HEADING_WORDS:
            continue
        hits = known.get(" ".join(normalized_words(mark[1])), ())
        if any(hit.reason == "advertisement" for hit in hits):
            below = range(head + 2, min(len(page.texts) - 1, head + _BOX_LINES))
            end = next((at for at in below if _heads_prose(page, at)), head)
            evidence = f"in the section below '{page.texts[head]}'"
            found |= dict.fromkeys(range(head, end), ("advertisement", evidence))
    return found


def _heads_prose(page: PageLines, at: int) -> bool:
    """Is a short line without a stop right above a paragraph?"""
    short = 0 < len(page.words[at]) <= _HEADING_WORDS and not page.texts[at].endswith(_STOPS)
    return short and (len(page.words[at + 1]) >= _PROSE_WORDS or page.is_unspaced(at + 1))


@once_a_page
def ended_boxes(page: PageLines) -> dict[int, int]:
    """The first line -> the last line of each box that says where it ends.

    What leads past it says where it begins, or its name does ("Recommended" and "End of
    recommended"), or the heading of other articles above the end of a list.
    """
    found: dict[int, int] = {}
    known = _lists()
    for at in page.ending_or_beginning(known.edges):
        if _leads_past(page, at):
            end = next((below for below in _below(page, at) if _ends(page, at, below)), at)
            # a sentence may speak of it: "Skip the queue and continue reading, the sign says."
            if end > at or not page.texts[at].endswith("."):
                found[at] = end
        elif _named(page, at) is not None and not any(
            start <= at <= end for start, end in found.items()
        ):
            start = _start(page, at)
            if start is not None:
                found[start] = at
    return found


def _below(page: PageLines, at: int) -> range:
    return range(at + 1, min(len(page.texts), at + 1 + _BOX_LINES))


def _leads_past(page: PageLines, at: int) -> bool:
    """Is a line a link past a box: "Skip podcast promotion and continue reading"?"""
    line = page.lower[at]
    return len(line) <= _LINK_CHARS and any(
        past in line and on in line for past, on in _lists().skips
    )


def _named(page: PageLines, at: int) -> str | None:
    """What a line says that something ends of: "End of recommended"; None where it says nothing."""
    words = page.words[at]
    if not 0 < len(words) <= _END_WORDS or page.texts[at].endswith("."):
        return None
    for size in range(min(3, len(words)), 0, -1):
        if " ".join(words[:size]) in _lists().ends:
            return " ".join(words[size:])
        if " ".join(words[-size:]) in _lists().ends:
            return " ".join(words[:-size])
    return None


def _ends(page: PageLines, past: int, at: int) -> bool:
    """Ends a line the box that the link above leads past: does it name what that names?"""
    name = _named(page, at)
    return name is not None and (not name or not set(name.split()).isdisjoint(page.words[past]))


def _start(page: PageLines, end: int) -> int | None:
    """Where the box begins that a line ends, with nothing but titles between them."""
    name = _named(page, end)
    alone = page.phrases[end] in _lists().ends_alone
    for at in range(end - 1, max(-1, end - _BOX_LINES), -1):
        if name and page.phrases[at] == name:
            return at
        if alone and any(hit.reason == "related articles" for hit in page.hits(at)):
            return at
        if len(page.words[at]) > _BOX_TITLE or page.texts[at].endswith("."):
            break
    return end if alone else None


class _Lists(NamedTuple):
    folds: frozenset[str]
    """The button below it."""
    made: frozenset[str]
    """How a note begins on the program that wrote the summary."""
    ends: frozenset[str]
    """What the last line of a box begins or ends with, and what such a line is as a whole."""
    ends_alone: frozenset[str]
    skips: tuple[tuple[str, str], ...]
    mails: tuple[str, ...]
    """What stands in lines that tell of mails."""
    leaves: tuple[str, ...]
    """What tells how to be sent no more of them."""
    presses: frozenset[str]
    """The verbs of buttons."""
    edges: frozenset[str]
    """The words that such lines begin or end with."""


@cache
def _lists() -> _Lists:
    data = languages.read_data("cleaning/foldups.json")
    listed = {
        name: frozenset(map(" ".join, normalized_words_of(data[name].split(" | "))))
        for name in ("folds", "made", "ends", "ends_alone")
    }
    skips = [pair.partition(" … ") for pair in data["skips"].split(" | ")]
    edges = normalized_words_of([text for past, _, on in skips for text in (past, on)])
    ends = [phrase.split() for phrase in listed["ends"]]
    return _Lists(
        **listed,
        skips=tuple((past, on) for past, _, on in skips),
        mails=tuple(data["mails"].split(" | ")),
        leaves=tuple(data["leaves"].split(" | ")),
        presses=frozenset(normalized_words(data["presses"])),
        edges=frozenset(word for own in (*edges, *ends) for word in (own[0], own[-1])),
    )
