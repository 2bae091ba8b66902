"""Whether a line that stands where a headline does is the article's first paragraph.

Networks take a short first paragraph for the headline of a text that has none: above all one that
quotes somebody. A headline is no two sentences with a full stop at the end, and no long sentence
with one; of 450 training pages one has a headline that ends so and is neither stated nor has date
or byline below, and that is of five words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from newsclean.cleaning.lines.page import PageLines

_NEAR = 4
"""So many lines below a headline its date or byline stands."""
_SENTENCE_WORDS, _SENTENCE_CHARS = 11, 28
"""A headline of one sentence with a full stop has fewer words, or characters where they are not
spaced (guesses)."""
_BROKEN_WORDS, _BROKEN_MORE = 8, 20
"""Two lines of so many words may be of one sentence that was broken at the edge of a window, where
the lower one is not so many characters longer (guesses)."""
_STOPS, _CLOSING = (".", "。", "।", "۔"), "'\"”’»«“‘)]」』 "
_ENDS = frozenset(".!?…。！？")
_INNER = lazy_regex(
    r"[^\W\d_]{3}[.!?…]['\"”’»“]{0,2}\s['\"“„«‘»]{0,2}[^\W\d_a-zß-ÿа-я]|[。！？][」』”]?\S"
)
"""The end of a sentence and the beginning of the next; no initial and no short form."""
_MARKS = lazy_regex("[“”„«»]")


def opens_text(page: PageLines, at: int) -> bool:
    """Is a line a paragraph by its form, and has neither a date nor a byline right below?"""
    text = page.texts[at]
    if not _is_paragraph(page, at, text):
        return False
    below = range(at + 1, min(at + 1 + _NEAR, len(page.texts)))
    return not any(page.dates(near) or page.byline(near) is not None for near in below)


def _is_paragraph(page: PageLines, at: int, text: str) -> bool:
    several = not _ENDS.isdisjoint(text) and _INNER.search(text) is not None
    if text[-1] in _CLOSING and len(page.words[at]) < _SENTENCE_WORDS and not _is_cut(text):
        return _goes_on(page, at)  # Mayor: "It is over. We are closing."
    if not text.rstrip(_CLOSING).endswith(_STOPS):
        return (several and _is_cut(text)) or _goes_on(page, at)
    if page.is_unspaced(at):
        return several or len(text) >= _SENTENCE_CHARS
    return several or len(page.words[at]) >= _SENTENCE_WORDS


def _goes_on(page: PageLines, at: int) -> bool:
    """Does the line below begin in the middle of a sentence, in a text of broken lines?"""
    below = page.texts[at + 1] if at + 1 < len(page.texts) else ""
    if not below[:1].islower() or len(below) > len(page.texts[at]) + _BROKEN_MORE:
        return False
    return min(len(page.words[at]), len(page.words[at + 1])) >= _BROKEN_WORDS


def _is_cut(text: str) -> bool:
    """Does a quotation begin that does not end on the line?

    “ closes what „ opened, and » may open what « closes: each mark but „ ends what is open.
    """
    is_open = False
    for mark in _MARKS.findall(text):
        is_open = mark == "„" or not is_open
    return is_open or text.count('"') % 2 == 1
