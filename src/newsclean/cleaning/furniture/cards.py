"""Cards and widgets that stand within the text on pages in any language.

A card of another article has a shape of its own: a label of related articles, a section in
capitals, a title, a deck; or a title with its own byline and date, or with day and hour; or, below
the text, dates and titles by turns. The words of widgets are in `data/cleaning/boxes.json`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.furniture.asides import headings_of_related
from newsclean.cleaning.lines.partial_dates import said_back
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause, PageRecord

_FEWEST = 4
"""A text of fewer kept lines may be the card and nothing else."""
_SECTION_WORDS, _DECK_WORDS = 3, 70
_TITLE_WORDS = (3, 26)
_LIKELY = 0.95
"""A line that is as likely of the body is none of a card, whatever stands above (a guess)."""
_TOLD = 0.7
"""A sentence that is as likely of the body begins like a request and tells something (a guess)."""
_DATE_WORDS, _BYLINE_WORDS = 4, 6
_STAMP_WORDS, _MOST_STAMPED, _PROSE_WORDS = 4, 3, 12
"""A line of day and hour has so few words; more titles above such lines are the entries of a
chronicle; a paragraph has so many words (guesses)."""
_STAMP_BESIDE = 8
"""Day and hour apart, such a line has so few characters (a guess)."""
_HOUR = lazy_regex(r"\d(?<!\d\d)\d?[:.h]\d\d(?![\d.])")
_APART = 3
"""In a list of dated cards a date stands so near each line."""
_ASK_WORDS = 25
_PAGER_CHARS = 40
_STOPS, _CLOSING = (".", "!", "…", "。", "！", "।", "۔"), "'\"”’»)]」』】"
_NAME = lazy_regex(
    r"[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|de|del|von|van|der|la|al)){1,3}"
)
_COUNTER = lazy_regex(r"(?<!\d)\d{1,3}\s?[/|]\s?\d{1,3}(?!\d)")


def cards(record: PageRecord, known: Container[int]) -> dict[int, Cause]:
    """Line index -> why a kept line is of a card or a widget."""
    kept = [at for at, keep in enumerate(record.kept) if keep and at not in known]
    found: dict[int, Cause] = {}
    if len(kept) < _FEWEST or record.document.tree is not None:
        return found
    for part in (_labelled, _signed, _stamped, _dated, _widgets):
        for at, cause in part(record, kept):
            found.setdefault(at, cause)
    return found


def _labelled(record: PageRecord, kept: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """Below a label of related articles: a section or a writer, a title, a deck."""
    page, staying = record.page, set(kept)
    for head in headings_of_related(page):
        if not kept[0] < head < kept[-1]:
            continue
        cause = ("related articles", f"the card below '{page.texts[head]}'")
        card = _card(page, head + 1)
        for at in card:
            if at in staying and record.probabilities[at] < _LIKELY:
                yield at, cause


def _card(page: PageLines, at: int) -> list[int]:
    """The lines of a card from `at` on: those of a section and a title, or a title and a writer."""
    if at + 2 >= len(page.texts):
        return []
    section = page.texts[at].isupper() and len(page.words[at]) <= _SECTION_WORDS
    if section and _is_title(page, at + 1):
        deck = [at + 2] if len(page.words[at + 2]) <= _DECK_WORDS else []
        return [at, at + 1, *deck]
    if _is_title(page, at) and _is_name(page.texts[at + 1]):
        deck = [at + 2] if _is_title(page, at + 2) else []
        return [at, at + 1, *deck]
    return []


def _is_name(text: str) -> bool:
    """Is it a writer's name? The pattern takes small letters beyond a to z for capitals."""
    small = (word for word in text.split() if not word.isascii() and not word[0].isupper())
    return _NAME.fullmatch(text) is not None and text[0].isupper() and not any(small)


def _is_title(page: PageLines, at: int) -> bool:
    """Is it of a title's length, and no sentence?"""
    size = len(page.words[at])
    text = page.texts[at].rstrip(_CLOSING)
    return _TITLE_WORDS[0] <= size <= _TITLE_WORDS[1] and not text.endswith((*_STOPS, ":", ","))


def _signed(record: PageRecord, kept: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """A title with a byline and a date below it, between paragraphs."""
    page, staying = record.page, set(kept)
    for at in kept[1:]:
        if at + 2 >= len(page.texts) or not at < kept[-1] or not _is_bare_date(page, at + 2):
            continue
        if len(page.words[at + 1]) > _BYLINE_WORDS or not _is_title(page, at):
            continue
        if page.texts[at + 1].endswith(_STOPS) or page.byline(at + 1) is None:
            continue
        for line in (at, at + 1, at + 2):
            if line in staying:
                yield line, ("related articles", "a title with its own byline and date")


def _stamped(record: PageRecord, kept: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """A title with day and hour right below it, between paragraphs: "yesterday 14:40"."""
    page, staying = record.page, set(kept)
    titles = [
        at
        for at in range(kept[0] + 1, kept[-1] - 1)
        if _is_hour_of_day(page, at + 1)
        and _is_title(page, at)
        and any(
            below in staying and len(page.words[below]) >= _PROSE_WORDS
            for below in (at + 2, at + 3)  # the next sub-heading may stand between
        )
    ]
    prose = next((at for at in kept if len(page.words[at]) >= _PROSE_WORDS), kept[-1])
    for at in titles if len(titles) <= _MOST_STAMPED else ():
        if at > prose:
            cause = ("related articles", "a title with its own day and hour")
            yield from ((line, cause) for line in (at, at + 1) if line in staying)


def _is_hour_of_day(page: PageLines, at: int) -> bool:
    """Is a line a day and an hour, and no more: "31. 10. 2025 17:46", "včera 14:40"?"""
    text = page.texts[at]
    if len(page.words[at]) > _STAMP_WORDS or not (hour := _HOUR.search(text)):
        return False
    dates = page.dates(at)
    if not dates:
        return said_back(page, at) is not None
    return len(text) - len(hour[0]) - (dates[-1].end - dates[0].start) <= _STAMP_BESIDE


def _dated(record: PageRecord, kept: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """Below the text and a heading of related articles: dates, titles and decks by turns."""
    page = record.page
    for head in headings_of_related(page):
        below = [at for at in kept if at > head]
        above = [at for at in kept if at < head]
        if not below or 2 * len(below) > len(above):
            continue
        dates = [at for at in range(head + 1, below[-1] + 1) if _is_bare_date(page, at)]
        # below one title with its date the article goes on
        listed = len(dates) > 1 or dates == [head + 1]
        if listed and all(any(0 <= at - date < _APART for date in dates) for at in below):
            for at in below:
                yield at, ("related articles", f"in the dated list below '{page.texts[head]}'")


def _is_bare_date(page: PageLines, at: int) -> bool:
    return len(page.words[at]) <= _DATE_WORDS and bool(page.dates(at))


def _widgets(record: PageRecord, kept: Sequence[int]) -> Iterator[tuple[int, Cause]]:
    """Requests for pictures and corrections, thanks for a vote, the counter of a gallery."""
    page, known = record.page, _lists()
    for at in kept:
        words, text = page.words[at], page.texts[at]
        counts = ("/" in text or "|" in text) and len(text) <= _PAGER_CHARS
        if counts and _COUNTER.search(text) and words:
            if known.pager.issuperset(words):
                yield at, ("navigation", "the number of a page between its buttons")
            continue
        if not 1 < len(words) <= _ASK_WORDS or words[0] not in known.first:
            continue
        opened = (" ".join(words[:size]) for size in range(2, 6))
        label = next((one for one in opened if one in known.asks), "")
        if label and not (_tells(text) and record.probabilities[at] >= _TOLD):
            yield at, ("form or button", f"the line begins with '{label}'")


def _tells(text: str) -> bool:
    """Is a line a sentence that asks nothing: "Send us we will, said the clerk."?"""
    return "?" not in text and "!" not in text and text.rstrip(_CLOSING).endswith(".")


class _Lists(NamedTuple):
    asks: frozenset[str]
    first: frozenset[str]
    pager: frozenset[str]


@cache
def _lists() -> _Lists:
    data = languages.read_data("cleaning/boxes.json")
    asks = frozenset(
        " ".join(normalized_words(phrase))
        for listed in data["widgets"].values()
        for phrase in listed.split(" | ")
    )
    return _Lists(
        asks,
        frozenset(phrase.partition(" ")[0] for phrase in asks),
        frozenset(data["pager"].split()),
    )
