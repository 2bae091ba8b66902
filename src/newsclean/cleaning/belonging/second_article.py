"""Where another article begins below the first: "Up next", a headline, a byline, a date, its text.

Sites load the next article below the one that is asked for, or print two on a page. A card between
paragraphs has a headline, a byline and a date too; but below it the text goes on with what it told
above. So the text below has to be of what that headline says, and the text above must not.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.lines.page import ends_sentence, find_title_line
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord

_FEWEST, _MOST = 3, 2
"""So many paragraphs stand above the headline and below it; a page with more headlines is a live
blog, a journal or a list of articles."""
_PROSE_WORDS, _PROSE_CHARS = 10, 25
"""A paragraph has so many words, or characters where words are not spaced."""
_TITLE_WORDS, _TITLE_CHARS = (3, 26), (6, 60)
_FIELD_WORDS = 9
_HEAD_LINES = 4
"""So many lines below the headline stand byline and date, a standfirst among them."""
_STEM_CHARS, _TELLING_CHARS = 5, 4
"""What of a word is the same in most of its forms; a shorter word tells little."""
_TOLD_BELOW, _TOLD_ABOVE = 0.5, 0.34
"""So much of what the headline says the text below it says, and so much at most the text above."""
_PARTS = (
    *("part", "teil", "partie", "parte", "deel", "del", "osa"),
    *("część", "část", "časť", "часть", "частина"),
)
_NAME = lazy_regex(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")


def without_second_article(record: PageRecord) -> PageRecord:
    """The record without the articles below its own, where there are some."""
    page = record.page
    prose = [
        at for at in itertools.compress(range(len(record.kept)), record.kept) if _is_prose(page, at)
    ]
    if len(prose) < 2 * _FEWEST:
        return record
    heads = _heads(record, range(prose[_FEWEST - 1] + 1, prose[-_FEWEST]))
    told = (at for at in heads if _is_told(page, at, prose) and not _is_part(record, at))
    first = next(told, None)
    if first is None or len(heads) > _MOST or not _is_signed_above(record, first):
        return record
    cause = ("related articles", f"of another article: '{page.texts[first]}'")
    below = range(first, len(record.kept))
    return record.without_causes(dict.fromkeys((at for at in below if record.kept[at]), cause))


def _is_signed_above(record: PageRecord, head: int) -> bool:
    """Has the page's own article a byline or a date above that headline, as the other has?"""
    roles = record.roles.items()
    return any(at < head and role in ("byline", "date") for at, role in roles)


def _is_part(record: PageRecord, head: int) -> bool:
    """Heads a line a part of the article, a letter or a speech that it prints: "Part two: ..."?

    In HTML another article has a headline of the first rank. A letter has its writer in the title.
    """
    page, tree = record.page, record.tree
    words = page.words[head]
    if words[:1] and words[0] in _PARTS:
        return True
    if tree is not None:
        block = tree.markup[head].block
        if block < 0 or tree.nodes[block].tag != "h1":
            return True
    names = (page.byline(at) or page.texts[at] for at in range(head + 1, head + 1 + _HEAD_LINES))
    signed = {word for name in names if _NAME.fullmatch(name) for word in name.lower().split()}
    return not signed.isdisjoint(words)


def _heads(record: PageRecord, between: Iterable[int]) -> list[int]:
    """The headlines below the page's own, each above its byline and date."""
    page = record.page
    short = (at for at in between if len(page.words[at]) <= _FIELD_WORDS and page.dates(at))
    dated = [at for at in short if _is_field(page, at) and any(map(str.isdigit, page.texts[at]))]
    if not dated or page.entry_times:
        return []
    title = record.metadata.title
    own = find_title_line(title.value, page, len(page.texts)) if title else None
    low = -1 if own is None else own
    found = {_head_above(page, at) for at in dated}
    return sorted(at for at in found if at is not None and at > low)


def _is_prose(page: PageLines, at: int) -> bool:
    if page.is_unspaced(at):
        return len(page.texts[at]) >= _PROSE_CHARS
    return len(page.words[at]) >= _PROSE_WORDS


def _is_field(page: PageLines, at: int) -> bool:
    """Is a line as short as a byline or a date, and no sentence?"""
    return len(page.words[at]) <= _FIELD_WORDS and not ends_sentence(page.texts[at])


def _head_above(page: PageLines, dated: int) -> int | None:
    """The headline above a date, where a byline stands beside it."""
    signed = page.byline(dated) is not None or _is_signed(page, dated + 1)
    for at in range(dated - 1, max(-1, dated - 1 - _HEAD_LINES), -1):
        if _is_signed(page, at):
            signed = True
        elif signed and _is_title(page, at):
            return at
        elif not _is_prose(page, at) and not page.dates(at):
            return None
    return None


def _is_signed(page: PageLines, at: int) -> bool:
    if at >= len(page.texts) or not _is_field(page, at):
        return False
    return page.byline(at) is not None or _NAME.fullmatch(page.texts[at]) is not None


def _is_title(page: PageLines, at: int) -> bool:
    """Is a line of a headline's length, and no sentence?"""
    unspaced = page.is_unspaced(at)
    size = len(page.texts[at]) if unspaced else len(page.words[at])
    low, high = _TITLE_CHARS if unspaced else _TITLE_WORDS
    return low <= size <= high and not page.texts[at].rstrip("'\"”’»").endswith((".", "。", ":"))


def _is_told(page: PageLines, head: int, prose: Sequence[int]) -> bool:
    """Is the text below a headline of what it says, and the text above it not?"""
    common = languages.function_words(page.language)
    said = _stems(page, [head], common)
    above = [at for at in prose if at < head]
    below = [at for at in prose if at > head]
    if not said or min(len(above), len(below)) < _FEWEST:
        return False
    shares = (len(said & _stems(page, lines, common)) / len(said) for lines in (below, above))
    return next(shares) >= _TOLD_BELOW and next(shares) <= _TOLD_ABOVE


def _stems(page: PageLines, lines: Sequence[int], common: frozenset[str]) -> set[str]:
    """How the telling words of some lines begin."""
    return {
        word[:_STEM_CHARS]
        for at in lines
        for word in page.terms(at)
        if (len(word) >= _TELLING_CHARS or page.is_unspaced(at)) and word not in common
    }
