"""Sentences of an article below what interrupts it: a request, cards, a caption, links.

The networks and the choice of stretches take what stands below a box for a part of it, above all on
a short page. A sentence that tells something, has no phrase of furniture in it, does not speak to
the reader and is not what a card says of its title is the article's. How likely the network has to
find it hangs on how much of the page there is: on 552 training pages of up to 140 lines of copied
text, hardly one that is removed rightly is likelier than `_LIKELY`.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from newsclean.cleaning.furniture.buttons import addresses
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord

_LIKELY, _LIKELY_ABOVE = 0.65, 0.7
"""A sentence that is so likely stays wherever it stands below the headline: within and below what
is kept, and above it, where a standfirst is."""
_SMALL_LINES, _SMALL_LIKELY, _SMALL_BESIDE = 36, 0.1, 0.25
"""A page of so few lines has hardly a list of other articles: there a sentence is enough that is
so likely, and a shorter one that is likelier (guesses)."""
_REACH, _ABOVE_REACH = 14, 12
"""So many lines below the last kept one, and above the first."""
_WORDS, _FEW_WORDS = 8, 5
_TITLE_WORDS, _HEADING_WORDS, _STEM_CHARS, _TELLING_CHARS = 16, 2, 5, 4
"""A title of a card and the heading of a box have so many words; what of a word is the same in most
of its forms."""
_STOPS, _ASKS, _CLOSING = (".", "…", "。", "।", "۔"), ("?", "？", "!", "！"), "'\"”’»“)]」』"
_ADDRESS = lazy_regex(r"@|https?://|www\.|\w\.(?:com|org|net|example)\b|[+(]?\d[\d ()/–-]{7,}\d")
_CONTACT = lazy_regex(r"\w@\w|\+?\d(?:[ ()./–-]{0,2}\d){8}")
"""Below the address of a press office stand its notes to newsdesks."""
_END_REASONS = ("comments", "copyright", "author biography")
"""Below a line that says one of these there is nothing of the article."""
_COUNTED = lazy_regex(r"[\d(\[•·*–—>»#^↑※-]")


def interrupted(record: PageRecord) -> set[int]:
    """The lines of copied text that were to go, and tell what the article tells."""
    kept = list(itertools.compress(range(len(record.kept)), record.kept))
    if record.tree is not None or not kept:
        return set()
    heads = [at for at, role in record.roles.items() if role in ("headline", "byline", "date")]
    above = max((at for at in heads if at < kept[0]), default=kept[0])
    low = max(above + 1, kept[0] - _ABOVE_REACH)
    found: set[int] = set()
    small = len(record.page.texts) <= _SMALL_LINES
    for at in range(low, min(len(record.kept), kept[-1] + 1 + _REACH)):
        if record.kept[at]:
            continue
        below = at > kept[-1]
        if below and _ends(record.page, at):
            break
        small = small and not _CONTACT.search(record.page.texts[at])
        least = (_SMALL_LIKELY, _SMALL_BESIDE) if small and below else None
        if _tells(record, at, least, below=below) and is_free(record, at):
            found.add(at)
    return found


def _ends(page: PageLines, at: int) -> bool:
    """Does what is below the article begin: comments, rights, the author?"""
    return any(hit.where == "line" and hit.reason in _END_REASONS for hit in page.hits(at))


def is_free(record: PageRecord, at: int) -> bool:
    """Does nothing speak against a line but its place and what the networks say?"""
    if record.is_settled(at) or record.page.hits(at):
        return False
    byline = record.metadata.byline
    names = re.split(r"[,;&]\s*", byline.value) if byline else ()
    return not any(name and record.page.texts[at].startswith(name) for name in names)


def _tells(record: PageRecord, at: int, least: tuple[float, float] | None, *, below: bool) -> bool:
    """Is a line a sentence that tells something, and likely enough?

    `least` is how likely a long and a short one is where little is enough.
    """
    page, likely = record.page, record.probabilities[at]
    sure = likely >= (_LIKELY if below else _LIKELY_ABOVE)
    text = page.texts[at]
    end = text.rstrip(_CLOSING)
    if not (end.endswith(_STOPS) or (sure and end.endswith(_ASKS))):
        return False
    size = page.sizes[at]
    if size < _FEW_WORDS or _COUNTED.match(text) or _ADDRESS.search(text) or addresses(page, at):
        return False
    if sure and size >= _WORDS:
        return True
    if least is None or is_glued(record, at) or is_of_card(page, at) or _is_headed(record, at):
        return False
    return likely >= least[size < _WORDS]


def _is_headed(record: PageRecord, at: int) -> bool:
    """Stands right above a line, or above the title there, what only heads a box: "Weather"?"""
    for above in range(at - 1, max(-1, at - 3), -1):
        text, count = record.page.texts[above].rstrip(_CLOSING), len(record.page.words[above])
        if record.kept[above] or text.endswith((*_STOPS, *_ASKS)) or count > _TITLE_WORDS:
            return False
        if count <= _HEADING_WORDS and not record.page.is_unspaced(above):
            return True
    return False


def is_glued(record: PageRecord, at: int) -> bool:
    """Stands a line right below one that goes, on a page with blanks between its paragraphs?"""
    page = record.page
    if record.kept[at - 1] or page.lines[at].blank_before:
        return False
    kept = list(itertools.compress(page.lines, record.kept))
    return 2 * sum(line.blank_before > 0 for line in kept) > len(kept)


def is_of_card(page: PageLines, at: int) -> bool:
    """Stands above a line a title that it tells of, which is no sentence?"""
    title = page.texts[at - 1].rstrip(_CLOSING)
    if title.endswith((*_STOPS, ":", "：")) or not 1 < len(page.words[at - 1]) <= _TITLE_WORDS:
        return False
    stems = (
        {word[:_STEM_CHARS] for word in page.words[line] if len(word) >= _TELLING_CHARS}
        for line in (at - 1, at)
    )
    return not set.isdisjoint(*stems)
