"""What an encyclopaedia that its readers write prints in and around an entry.

"[edit]" behind a heading or on the line below it, the numbers of notes, remarks such as "[citation
needed]", and lines about the page. The words are in `data/cleaning/encyclopaedias.json`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines.page import ends_sentence, once_a_page
from newsclean.cleaning.lines.phrases import as_compared, normalized_words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from newsclean.cleaning.lines.page import PageLines

_MARK = lazy_regex(r"\[([^\[\]]{2,60})\]$")
_PARTS = lazy_regex(r"\s?[|·/]\s?")
_MARKS = lazy_regex(
    r" ?\[(?:(?:note|nb|n|N|Anm\.|注釈?|註) ?)?\d{1,3}\](?:,(?= ?\[\d))?|(?<=\S)\[[a-z]\]"
    r"| ?\[(?P<said>[^\[\]\n]{2,60})\]"
)
_MORE = lazy_regex(r"(?: ?\[[^\[\]\n]{1,60}\])+")
_QUALIFIED = lazy_regex(r"\s?[(（]")
"""What stands in brackets behind a title tells it from others: "Mercury (planet)"."""
_COUNTED = lazy_regex(r"\[\d{1,3}\]")
_IN_REMARKS = lazy_regex(r"[ \xa0]*\d+[ \xa0]*|[ \xa0]+")
_FEW_NOTES, FEW_MARKS = 3, 2
NO_ROOM = "\N{WORD JOINER}"
_TITLE_WORDS, _OPENING_WORDS, _OPENING_CHARS, _WORDS_BETWEEN = 12, 8, 20, 4
"""How long a title and the paragraph that says what it names are, and how many other words stand
in that before the last of the title (guesses)."""
_LABEL_WORDS = 4
_PROSE_WORDS = 20
_NOTE = lazy_regex(r"(?:\d{1,3}\.\s)?[\^↑]\s?\S")


@once_a_page
def is_encyclopaedia(page: PageLines) -> bool:
    """Has the page "[edit]" on several headings, or notes and a line that says what it is?

    Journals have numbers of notes too, and news speaks of encyclopaedias: the line stands above or
    below the text.
    """
    if len(_marked(page)) >= FEW_MARKS:
        return True
    if not has_notes(page) or not (told := about_page(page)):
        return False
    prose = [at for at, words in enumerate(page.words) if len(words) >= _PROSE_WORDS]
    return not prose or any(at < prose[0] or at > prose[-1] for at in told)


@once_a_page
def has_notes(page: PageLines) -> bool:
    """Are numbers of notes in the page's lines, as journals and encyclopaedias have them?

    Or the notes themselves below, where a copy has lost the brackets: "↑ Town archive, box 12".
    """
    if "↑" in page.whole and sum("↑" in text[:4] for text in page.texts) >= _FEW_NOTES - 1:
        return True
    return sum(len(_COUNTED.findall(text)) for text in page.texts if "]" in text) >= _FEW_NOTES


def headings(page: PageLines) -> dict[int, int]:
    """The line with "[edit]" -> the line of the heading that it belongs to, which may be above."""
    return {at: at if start else at - 1 for at, start in _marked(page) if start or at}


def _marked(page: PageLines) -> list[tuple[int, int]]:
    ended = ((at, text) for at, text in enumerate(page.texts) if text[-1] == "]")
    starts = ((at, _mark_start(text)) for at, text in ended)
    return [(at, start) for at, start in starts if start is not None]


def _mark_start(text: str) -> int | None:
    """Where "[edit]" begins at the end of a heading; None where there is none."""
    mark = _MARK.search(text) if text.endswith("]") else None
    if mark is None:
        return None
    parts = (" ".join(normalized_words(part)) for part in _PARTS.split(mark[1]))
    return mark.start() if _lists().marks.issuperset(parts) else None


def ends_entry(page: PageLines, heading: int) -> bool:
    """Is a line the heading of the notes, or of other things below the entry?"""
    return _bare(page, heading) in _lists().ends


def about_page(page: PageLines) -> set[int]:
    """The lines that speak of the page: "From Gardenpedia, the free encyclopedia"."""
    return page.saying(_lists().lines)


def notes(page: PageLines) -> Iterator[int]:
    """The notes themselves: "↑ Town archive, box 12", "3. ^ The same"."""
    return (at for at, text in enumerate(page.texts) if _NOTE.match(text))


def contents(page: PageLines) -> list[int]:
    """The lines above the first section that name the sections, and the one above these."""
    heads = set(headings(page).values())
    named = {page.phrases[at] for at in heads} | {_bare(page, at) for at in heads}
    listed = [at for at in range(min(heads, default=0)) if page.phrases[at] in named]
    if listed and listed[0] and len(page.words[listed[0] - 1]) < _LABEL_WORDS:
        listed.insert(0, listed[0] - 1)
    return listed


def infobox(page: PageLines) -> Iterator[int]:
    """The rows between the title and the first paragraph: "Founded 1938", "Gauge: 1,000 mm".

    Without "[edit]" a title may be any heading of a paper with notes, and its paragraph far below.
    """
    marked = headings(page)
    titles = [
        at for at in range(min(marked.values(), default=len(page.texts))) if opening(page, at)
    ]
    lead = opening(page, titles[-1]) if titles else None
    if not marked and sum(len(words) >= _PROSE_WORDS for words in page.words[:lead]) > 1:
        return
    for at in range(titles[-1] + 1, lead) if lead is not None else ():
        if len(page.words[at]) < _OPENING_WORDS and not ends_sentence(
            without_marks(page.texts[at])
        ):
            yield at


def _bare(page: PageLines, heading: int) -> str:
    return " ".join(normalized_words(without_marks(page.texts[heading])))


def opening(page: PageLines, title: int, end: int | None = None) -> int | None:
    """The paragraph above the first section that says what the title names, None if none does."""
    first = min(headings(page).values(), default=len(page.texts))
    text = _QUALIFIED.split(page.texts[title])[0]
    words = normalized_words(text)
    if not words or len(words) > _TITLE_WORDS:
        return None
    for at in range(title + 1, min(first, end or first)):
        if page.is_unspaced(at):
            told = text in page.texts[at] and len(page.texts[at]) >= _OPENING_CHARS
        else:
            lead = page.words[at]
            near = set(lead[: len(words) + _WORDS_BETWEEN])
            told = len(lead) >= _OPENING_WORDS and near.issuperset(words)
        if told and ends_sentence(without_marks(page.texts[at])):
            return at
    return None


def without_marks(text: str) -> str:
    """A line without "[edit]", the numbers of notes and remarks, unless nothing is left.

    >>> without_marks("It closed in 1931.[4],[5] It opened again.[6][citation needed]")
    'It closed in 1931. It opened again.'
    >>> without_marks("It has 310 houses. [2] Two are empty [note 3].")
    'It has 310 houses. Two are empty.'
    """
    if "[" not in text:
        return text.strip() or text
    return _MARKS.sub(_without_mark, text).strip() or text


def with_blanks(text: str) -> str:
    """A text as long as before, with blanks for "[edit]", the numbers of notes and remarks.

    Before a full stop stands what takes no room and is no blank.
    """
    return _MARKS.sub(_blank, text) if "[" in text else text


def _without_mark(found: re.Match[str]) -> str:
    return "" if _is_mark(found) else found[0]


def _blank(found: re.Match[str]) -> str:
    if not _is_mark(found):
        return found[0]
    more = _MORE.match(found.string, found.end())
    after = more.end() if more else found.end()
    below = found.string[after : after + 1]
    return (" " if below.isalnum() or below.isspace() else NO_ROOM) * len(found[0])


def _is_mark(found: re.Match[str]) -> bool:
    """Is it the number of a note, "[edit]" at a line's end, or one of the remarks?

    "[source not named 12 days]" is one whatever its number.
    """
    if found["said"] is None:
        return True
    said = found["said"].casefold().replace("–", "-").replace("—", "-")
    if _IN_REMARKS.sub(" ", said).strip() in _lists().remarks:
        return True
    return found.end() == len(found.string) and _mark_start(found[0]) is not None


class _Lists(NamedTuple):
    marks: frozenset[str]
    ends: frozenset[str]
    lines: frozenset[str]
    remarks: frozenset[str]


@cache
def _lists() -> _Lists:
    data = languages.read_data("cleaning/encyclopaedias.json")
    listed = {name: data[name].split(" | ") for name in _Lists._fields}
    remarks = frozenset(listed.pop("remarks"))
    compared = {name: frozenset(as_compared(each)) for name, each in listed.items()}
    return _Lists(**compared, remarks=remarks)
