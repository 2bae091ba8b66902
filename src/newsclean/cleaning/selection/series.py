"""Lines that belong together and of which most are kept: the others stay too.

The seventh of ten numbered headings, the last items of a list, a row of a table, "Price | $20" of
one product among many: a network judges each line by itself, and now and then it is just below the
limit. What a group is, is said by `features`; here it is decided as one, by how many of its
lines are kept and by the mean of their log-odds. The limits were set on half of the train pages
that readers marked, with networks that had not seen them, and tried on the other half: of the
lines that stay, nine of ten are of the article on either.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from newsclean.cleaning.features import groups
from newsclean.cleaning.features.series import counted, may_count
from newsclean.cleaning.lines.page import ends_sentence
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from newsclean.cleaning.record import PageRecord


class _Limits(NamedTuple):
    """When the lines of a group that were to go stay."""

    size: int
    """The group has so many lines at least."""
    share: float
    """So many of them are kept."""
    mean: float
    """The mean log-odds of all of them, that they are of the body, is at least this."""
    lowest: float
    """The lowest probability of a line that stays."""
    beside: bool
    """The line stands beside one that is kept, or that stays before it."""


_COUNTED = _Limits(3, 0.5, 0.0, 0.03, beside=False)
_SURE = _Limits(4, 0.75, 0.0, 0.03, beside=False)
_NUMBER_CHARS = 12
"""The number of a line stands among its first characters."""
_LABELLED = _Limits(3, 0.3, -0.7, 0.1, beside=False)
_BULLETED = _Limits(3, 0.5, -1.0, 0.05, beside=True)
_LOOKS = _Limits(4, 0.35, -1.0, 0.15, beside=True)
_ITEMS = _Limits(3, 0.66, -1.0, 0.15, beside=True)
_BARE = lazy_regex(r"\W*\w{1,3}\W*")
"""A number and nothing else: of a page, a picture or a rank."""
_FEWEST_KEPT = 2
_FAINT = 0.05
"""A line below this probability is not looked for: there must be one above it, to begin with."""
_BELOW = 40
"""So many lines below the last kept one are looked at."""
_LINKED = 0.5
_PROSE_WORDS, _PROSE = 8, 0.1
"""A paragraph below a counted line that stays has so many words, and this probability."""
_MOST_BELOW = 4


def series(record: PageRecord) -> set[int]:
    """The lines that were to go and belong to others that are kept."""
    kept = [at for at, keep in enumerate(record.kept) if keep]
    if len(kept) < _FEWEST_KEPT or not record.probabilities:
        return set()
    first = kept[0]
    places = _places(record, first, kept[-1])
    if not any(not record.kept[at] and record.probabilities[at] > _FAINT for at in places):
        return set()
    stay = _members(record, first, kept[-1])
    texts = record.page.texts
    doubted = list(_doubted(record, places, _LABELLED.lowest))
    for group in groups.labelled(texts, places) if doubted else ():
        stay |= _missing(record, group, _LABELLED, stay)
    places = [at for at in places if at > first]
    tree = record.tree
    if tree is None:
        for group in groups.bulleted(texts, places):
            stay |= _missing(record, group, _BULLETED, stay)
        return stay
    lost = (
        at for at in places if not record.kept[at] and _ITEMS.lowest <= record.probabilities[at]
    )
    for group in groups.items(tree, places, lost):
        stay |= _missing(record, group, _ITEMS, stay)
    short = _short(record, places)
    lengths = list(map(len, texts))
    for group in groups.looks(tree, short, lengths, places):
        if short[group[0]]:
            stay |= _missing(record, group, _LOOKS, stay)
    return stay


def _places(record: PageRecord, first: int, last: int) -> list[int]:
    """The lines that are looked at, from above the first to below the last kept one."""
    words = record.page.words
    below = min(len(words), last + 1 + _BELOW)
    return [at for at in range(max(0, first - 1), below) if words[at]]


def _doubted(record: PageRecord, places: Sequence[int], lowest: float) -> Iterator[int]:
    """The lines that were to go and are as likely as that: without one, nothing is missing."""
    return (at for at in places if not record.kept[at] and record.probabilities[at] >= lowest)


def _members(record: PageRecord, first: int, last: int) -> set[int]:
    """Lines that count, with the paragraphs below them, as far as they count on."""
    stay: set[int] = set()
    texts, places = record.page.texts, _places(record, first, last)
    if not any(may_count(texts[at]) for at in _doubted(record, places, _COUNTED.lowest)):
        return stay
    for group in _counted(texts, places):
        found = _missing(record, group, _COUNTED, stay)
        stay |= found
        stay |= set(_blocks(record, found))
    end = max(stay, default=last)
    return stay | _members(record, first, end) if end > last else stay


def of_counts(record: PageRecord, gone: Collection[int], share: float = _SURE.share) -> set[int]:
    """Those of the lines that are to go which are members of a count of which that share stays.

    "64. 'Do less' (Ada Berg)" looks like a caption, and yet it is one of ninety-nine tips.
    """
    texts = record.page.texts
    if not any(map(str.isdigit, "".join(texts[at][:_NUMBER_CHARS] for at in gone))):
        return set()
    found: set[int] = set()
    places = [at for at, keep in enumerate(record.kept) if keep]
    for group in _counted(texts, places):
        going = [at for at in group if at in gone]
        if len(group) >= _SURE.size and len(going) <= (1 - share) * len(group):
            found.update(going)
    return found


def _counted(texts: Sequence[str], places: Sequence[int]) -> list[list[int]]:
    """The series that count up or down."""
    found: dict[int, list[int]] = {}
    for at, member in counted([texts[at] for at in places]).items():
        if not _BARE.fullmatch(texts[places[at]]):
            found.setdefault(member.series, []).append(places[at])
    return [sorted(group) for group in found.values()]


def _short(record: PageRecord, places: Sequence[int]) -> list[bool]:
    page = record.page
    short = [False] * len(page.texts)
    for at in places:
        unspaced = page.is_unspaced(at)
        short[at] = groups.is_short(page.texts[at], len(page.words[at]), unspaced=unspaced)
    return short


def _missing(record: PageRecord, group: Sequence[int], limits: _Limits, stay: set[int]) -> set[int]:
    """Those of a group that were to go, where the group as a whole is of the article."""
    count = sum(record.kept[at] for at in group)
    if count == len(group) or len(group) < limits.size:
        return set()
    if count < min(_FEWEST_KEPT, len(group) - 1) or count < limits.share * len(group):
        return set()
    if sum(map(_odds, (record.probabilities[at] for at in group))) < limits.mean * len(group):
        return set()
    found: set[int] = set()
    sure = limits is _COUNTED and len(group) >= _SURE.size and count >= _SURE.share * len(group)
    for at in group:
        if record.kept[at] or record.probabilities[at] < limits.lowest:
            continue
        if not _is_free(record, at, sure=sure, linked=limits is _ITEMS):
            continue
        if limits.beside and not _is_beside(record, at, stay | found):
            continue
        found.add(at)
    return found


def _odds(probability: float) -> float:
    clipped = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(clipped / (1 - clipped))


def _is_free(record: PageRecord, at: int, *, sure: bool = False, linked: bool = False) -> bool:
    """Does nothing that a person can check speak against the line?

    Where it is `sure` that it is one of a series, a phrase in it does not: "9. Donate it", "10.
    Contact us early". Nor does a link, where it is `linked` as its like may be.
    """
    tree, page = record.tree, record.page
    if record.is_settled(at) or (page.hits(at) and not sure):
        return False
    if tree is None or linked:
        return True
    return tree.markup[at].link_chars <= _LINKED * len(page.texts[at])


def _is_beside(record: PageRecord, at: int, stay: set[int]) -> bool:
    return any(
        0 <= near < len(record.kept) and (record.kept[near] or near in stay)
        for near in (at - 1, at + 1)
    )


def _blocks(record: PageRecord, heads: set[int]) -> Iterator[int]:
    """The paragraphs below counted lines that stay."""
    page = record.page
    for head in heads:
        for at in range(head + 1, min(len(page.texts), head + 1 + _MOST_BELOW)):
            prose = ends_sentence(page.texts[at])
            long = len(page.words[at]) >= _PROSE_WORDS or page.is_unspaced(at)
            likely = record.probabilities[at] >= _PROSE and _is_free(record, at)
            if record.kept[at] or not (prose and long and likely):
                break
            yield at
