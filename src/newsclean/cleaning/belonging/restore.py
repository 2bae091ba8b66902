"""Lines that were to go though something on the page says that they are of the article: they stay.

The heading of an entry in a live blog or of an encyclopaedia's section, the list that a sentence
with a colon announces, a heading that only sounds like a request, and paragraphs that follow the
last kept one and name whom the article names. The limits are guesses, tried on training pages.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from newsclean.cleaning.belonging.code_lines import code_elements, code_lines
from newsclean.cleaning.belonging.facts import facts, last_paragraph
from newsclean.cleaning.belonging.last_lines import (
    CHARS_OF_A_WORD,
    PROSE,
    PROSE_WORDS,
    before_end,
    farewell,
    is_prose,
    tail,
)
from newsclean.cleaning.belonging.verdicts import verdicts
from newsclean.cleaning.furniture.contents import named_headings
from newsclean.cleaning.furniture.foldups import ended_boxes, heads_summary
from newsclean.cleaning.furniture.genres import (
    ADDRESS,
    entries,
    farewells,
    has_prose,
    heads_questions,
)
from newsclean.cleaning.lines import encyclopaedias
from newsclean.cleaning.lines.page import CLOSING, ends_sentence
from newsclean.cleaning.selection.series import series
from newsclean.cleaning.selection.siblings import alike
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord

_HEADING_WORDS = 14
_REQUESTS = ("donation appeal", "advertisement")
_MENU_WORDS = ("navigation", "copyright", "comments")
_MENU_WORD, _SURE = 0.06, 0.8
"""The lowest probability of a heading that is a word of menus, and of the paragraph below it: on
1,834 marked pages all nine such lines of copied text are the article's."""
_RELATED_WORD = 0.15
"""The same of one that is a label of related articles: four that are, on these pages, are below."""
_LIKELY = 0.2
"""The lowest probability of a heading in which a phrase is a small part."""
_LISTED_WORDS = 8
"""So few words has an item among others that is a word of menus: "Education" (a guess)."""
_SECTION_WORDS = 6
"""So many words has a sentence of an encyclopaedia's section (a guess)."""
_ANNOUNCING_WORDS, _ITEM_WORDS, _FEWEST_ITEMS, _MOST_ITEMS = 4, 20, 2, 20
_FIRST_ITEM, _ITEM, _ITEMS_MEAN = 0.2, 0.05, 0.1
_FEWEST_CUT, _CUT_ITEM, _CUT_MEAN = 3, 0.3, 0.4
"""So many items, so likely each and all, go on a list of which the first ones are kept: on 2,261
labelled train pages of copied text no three lines below such a list are (guesses)."""
_SUMMARY = 0.05
"""The lowest probability of "Key takeaways" right above the first kept line: 10 of the 14 that come
back are of the article, on labelled train pages of copied text."""
_COUNTED = lazy_regex(r"(\d{1,2}|[一二三四五六七八九十])(\.\s|\)\s?|[、．．）]\s?)(?=\S)")
"""The number of an item, and what stands behind it."""
_CHINESE = "一二三四五六七八九十"
_COLONS, _ANNOUNCING = (":", "："), 0.3
"""A line with a colon below the last kept one announces counted items where it is as likely."""


def belonging(record: PageRecord, vouched: Collection[int] | None = None) -> set[int]:
    """The lines that were to go and are of the article, on evidence that a person can check.

    `vouched` is what `vouched_for` gives, where it is known.
    """
    kept = [at for at, keep in enumerate(record.kept) if keep]
    if not kept:
        return set()
    found = set(_behind_boxes(record, kept[0]))
    found |= set(_headings_with_phrases(record)) | set(code_lines(record)) | series(record)
    found.update(vouched_for(record) if vouched is None else vouched)
    if record.document.tree is None:
        found |= set(_announced(record, kept[-1]))
        above = kept[0] - 1  # HTML's network knows the heading of a summary by its element
        if above >= 0 and record.probabilities[above] >= _SUMMARY:
            found |= {above} if heads_summary(record.page, above) else set()
        found |= set(_counted(record))
        found |= set(tail(record, max(kept[-1], *found, -1)))
    else:
        found |= set(code_elements(record))
    found |= set(farewell(record, max(kept[-1], *found, -1) + 1))
    found |= set(before_end(record, kept[-1]))
    return {at for at in found if not record.kept[at] and not record.is_settled(at)}


def vouched_for(record: PageRecord) -> set[int]:
    """Lines that stay whatever a model says, kept or not: sub-headings and rows of facts.

    Others of their shape on the page tell the headings, or its box of contents, the hours of a live
    blog or the marks of an encyclopaedia, and the names in the article tell the rows.
    """
    first = record.kept.index(True)
    heads = [at for at, role in record.roles.items() if role == "headline" and at < first]
    top = max(heads, default=first)
    told, rows = alike(record), set[int]()
    if record.document.tree is None:  # the network for HTML knows headings by their elements
        told = told.union(named_headings(record))
        rows = facts(record, last_paragraph(record) + 1)
    found = {at for at in told if at > top and not record.is_settled(at)}
    found |= verdicts(record)
    told = {*_of_entries(record), *_of_encyclopaedia(record)}
    found |= {at for at in told if not record.is_settled(at)}
    return found if any(map(record.is_settled, rows)) else found | rows


def _heads(record: PageRecord, at: int) -> bool:
    """Is a line of a heading's size right above a kept one?"""
    below = at + 1
    return (
        0 < len(record.page.words[at]) <= _HEADING_WORDS
        and below < len(record.kept)
        and record.kept[below]
    )


def _of_entries(record: PageRecord) -> Iterator[int]:
    """What stands in a live blog between the hour of an entry and its first paragraph.

    And the text of an entry beside one of which a line is kept.
    """
    page, kept = record.page, record.kept
    blog = entries(page)
    stay = [any(kept[at] for at in entry) for entry in blog]
    last_words = set(farewells(page, page.entry_times)) if blog else set()
    for number, entry in enumerate(blog):
        told: list[int] = []
        if not stay[number]:
            told = [at for at in entry if at not in last_words and _is_told(record, at)]
            stay[number] = any(stay[max(0, number - 1) : number + 2]) and has_prose(page, told)
            if not stay[number]:
                continue
            yield from told
        head, below = entry.start, entry.start + 1
        sized = 0 < len(page.words[head]) <= _HEADING_WORDS
        if (
            head not in last_words
            and sized
            and below in entry
            and (kept[below] or below in told or page.byline(below))
        ):
            yield head


def _is_told(record: PageRecord, at: int) -> bool:
    """Does a line end as a sentence does, and speaks nothing against it?"""
    page = record.page
    ends = ends_sentence(encyclopaedias.without_marks(page.texts[at]))
    return ends and not page.hits(at) and not record.is_settled(at)


def _of_encyclopaedia(record: PageRecord) -> Iterator[int]:
    """The headings "History[edit]" of sections, and those above the headings of their parts.

    And the paragraphs that say what the entry is about.
    """
    page = record.page
    if not encyclopaedias.is_encyclopaedia(page):
        return
    marked = encyclopaedias.headings(page)
    heads, below = set(marked.values()), False
    told = set(_of_sections(record, marked))
    yield from told
    for at in range(len(page.texts) - 1, -1, -1):
        if below and at in heads:
            yield at
        elif record.kept[at] or at in told:
            below = True
        elif marked.get(at, at) == at:  # else the mark stands on a line of its own
            below = False
    title = next((at for at, role in record.roles.items() if role == "headline"), None)
    lead = None if title is None else encyclopaedias.opening(page, title)
    if lead is not None:
        end = min((at for at in heads if at > lead), default=lead + 1)
        yield from itertools.takewhile(lambda at: _is_told(record, at), range(lead, end))


def _of_sections(record: PageRecord, marked: Mapping[int, int]) -> Iterator[int]:
    """The sentences of the entry's sections, up to the one that the notes stand in."""
    page, inside = record.page, False
    for at in range(min(marked, default=len(page.texts)), len(page.texts)):
        if at in marked:
            inside = True
            if encyclopaedias.ends_entry(page, marked[at]):
                return
        elif inside and _is_told(record, at) and len(page.words[at]) >= _SECTION_WORDS:
            yield at


def _behind_boxes(record: PageRecord, first: int) -> Iterator[int]:
    """The paragraphs right behind a box that says where it ends."""
    for end in ended_boxes(record.page).values():
        below = range(end + 1, len(record.kept)) if end > first else ()
        yield from itertools.takewhile(lambda at: is_prose(record, at, PROSE_WORDS, PROSE), below)


def _headings_with_phrases(record: PageRecord) -> Iterator[int]:
    """A heading alone between paragraphs that a request could begin like, or that heads questions.

    "Help Us Grow This Work", "Frequently Asked Questions".
    """
    page = record.page
    for at in range(1, len(page.texts) - 1):
        if record.kept[at] or not (record.kept[at - 1] and _heads(record, at)):
            continue
        if heads_questions(page, at):
            if page.texts[at + 1].rstrip(CLOSING).endswith(("?", "？")):
                yield at
            continue
        hits, small = page.hits(at), _has_small_hits(page, at)
        if hits and _is_word_of_menus(record, at):
            yield at
            continue
        likely = record.document.tree is None and record.probabilities[at] >= _LIKELY
        likely = likely and all(hit.reason in _REQUESTS for hit in hits)
        prose = len(page.words[at + 1]) > _HEADING_WORDS
        if hits and small and likely and prose and page.texts[at][-1].isalnum():
            yield at


def _is_word_of_menus(record: PageRecord, at: int) -> bool:
    """Is a line only a word that menus have too, above a paragraph of the article or in a list?

    "Resources", "Trademarks", "Komentarz", "Empfehlungen".
    """
    page, text = record.page, record.page.texts[at]
    if not (text[0].isalnum() and text[-1].isalnum()) or record.is_settled(at):
        return False
    if record.tree is not None and record.tree.markup[at].link_chars > 0:
        return False
    likely = record.probabilities[at] >= _MENU_WORD and record.probabilities[at + 1] >= _SURE
    long = len(page.words[at + 1]) >= PROSE_WORDS or page.is_unspaced(at + 1)
    if not (likely and long) and not _is_item(record, at):
        return False
    related = record.probabilities[at] >= _RELATED_WORD
    return all(
        hit.reason in _MENU_WORDS
        or (related and hit.where == "line" and hit.reason == "related articles")
        for hit in page.hits(at)
    )


def _is_item(record: PageRecord, at: int) -> bool:
    """Stands a line in a list of kept items, two above it and one below, each a few words?"""
    page, kept = record.page, record.kept
    return all(
        (kept[line] or line == at)
        and 0 < len(page.words[line]) <= _LISTED_WORDS
        and page.texts[line][-1].isalnum()
        for line in range(max(0, at - 2), at + 2)
    )


def _has_small_hits(page: PageLines, at: int) -> bool:
    """Is no phrase of requests and menus half of the line?"""
    return all(hit.where != "line" and 2 * hit.words < len(page.words[at]) for hit in page.hits(at))


def _cut(record: PageRecord, last: int) -> list[int]:
    """The items below the last kept line, where that is one of a list below a colon."""
    page = record.page
    for head in range(last - 1, max(-1, last - 1 - _MOST_ITEMS), -1):
        if page.texts[head].endswith(_COLONS):
            break
        if len(page.words[head]) > _ITEM_WORDS or not record.kept[head]:
            return []
    items = 0 < len(page.words[last]) <= _ITEM_WORDS and last > 0
    if not items or not page.texts[head].endswith(_COLONS) or page.hits(head):
        return []
    below = range(last + 1, min(len(page.texts), last + 1 + _MOST_ITEMS))
    rest = [
        *itertools.takewhile(
            lambda at: (
                record.probabilities[at] >= _CUT_ITEM
                and 0 < len(page.words[at]) <= _ITEM_WORDS
                and not record.is_settled(at)
                and not (page.hits(at) or ADDRESS.search(page.texts[at]))
            ),
            below,
        )
    ]
    likely = sum(record.probabilities[at] for at in rest)
    return rest if len(rest) >= _FEWEST_CUT and likely >= _CUT_MEAN * len(rest) else []


def _announced(record: PageRecord, last: int) -> list[int]:
    """The items below the last kept line, which ends in a colon, or below one that does."""
    if cut := _cut(record, last):
        return cut
    page, head = record.page, last
    if not page.texts[last].rstrip().endswith(_COLONS):
        head = last + 1  # "Experts advise:", which the network doubts as it does the items
        if head >= len(page.texts) or record.probabilities[head] < _ANNOUNCING:
            return []
    text = page.texts[head].rstrip()
    if not text.endswith(_COLONS) or page.hits(head) or record.is_settled(head):
        return []
    size = len(text) // CHARS_OF_A_WORD if page.is_unspaced(head) else len(page.words[head])
    if size < _ANNOUNCING_WORDS:
        return []
    items: list[int] = []
    counting = _counts_from_one(page, head + 1)
    for at in range(head + 1, min(len(page.texts), head + 1 + _MOST_ITEMS)):
        if not 0 < len(page.words[at]) <= _ITEM_WORDS or record.is_settled(at):
            break
        if not _has_small_hits(page, at):
            break
        if record.probabilities[at] < (_ITEM if items or counting else _FIRST_ITEM):
            break
        items.append(at)
    if any(ADDRESS.search(page.texts[at]) for at in items):
        return []
    if head > last and not counting:
        return []
    likely = sum(record.probabilities[at] for at in items)
    enough = likely >= (_ITEM if counting else _ITEMS_MEAN) * len(items)
    above = [] if head == last else [head]
    return above + items if len(items) >= _FEWEST_ITEMS and enough else []


def _counts_from_one(page: PageLines, at: int) -> bool:
    """Begin the line and the one below it with one and two, in digits or in Chinese?"""
    marks = [_COUNTED.match(text) for text in page.texts[at : at + 2]]
    numbers = [mark[1] for mark in marks if mark is not None]
    return numbers in (["1", "2"], ["一", "二"])


def _counted(record: PageRecord) -> Iterator[int]:
    """The items that go on counting where a kept one ends: "3. ...", then "4. ..."."""
    page, before = record.page, None
    for at, text in enumerate(page.texts):
        may_count = text[0].isdigit() or text[0] in _CHINESE
        item = _COUNTED.match(text) if may_count else None
        if item is None:
            before = None
            continue
        number = int(item[1]) if item[1].isdecimal() else 1 + _CHINESE.index(item[1])
        follows = before == (number - 1, item[2])
        likely = record.probabilities[at] >= _ITEM and not record.is_settled(at)
        if record.kept[at]:
            before = (number, item[2])
        elif follows and likely and _has_small_hits(page, at):
            yield at
            before = (number, item[2])
        else:
            before = None
