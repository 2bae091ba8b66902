"""Sentences right below the last kept line, which close the article: they stay.

"Nobody clapped.", "The new fares apply from Monday.", the one-word answer to the last question. The
networks find a short sentence at the end unlikely, whatever it says. What stands between the last
paragraph and the first line of the page's furniture, and tells something, is the article's: on
1,129 training pages of copied text 7 of 10 such sentences are, and most of the rest are told by how
they begin ("Learn how ...") or by naming the article itself ("This story was ...").
"""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.belonging.interrupted import is_free
from newsclean.cleaning.furniture.buttons import addresses
from newsclean.cleaning.lines.personal_names import is_given_name
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord

_FEWEST, _MOST, _MOST_WORDS = 3, 4, 40
"""A text of fewer kept lines has no end to tell; so many lines come back, of so many words each."""
_STOPS, _ASKS, _CLOSING = (".", "。", "।", "۔"), ("?", "？", "!", "！"), "'\"”’»“)]」』"
_NO_SENTENCE = lazy_regex(r"(?:^|[\s.])[^\W\d_]\.$|(?<!\.)\.{2,}$")
"""A name with initials, or three points."""
_NAME_WORDS, _GREETING_WORDS = 4, 6
"""So few words that all have a capital are a name; so few has the greeting above one."""
_STARTS = lazy_regex(r"[^\W_]|[\"“„«'‘「『¿¡(–—-]")
_ADDRESS = lazy_regex(r"@|https?://|www\.|\w\.(?:com|org|net|example)\b")
_LABEL = lazy_regex(r"^[^.:]{1,40}:\s")
"""A label, or an author before a title: "Ann Weir: The Quiet Coast."."""
_WORD = lazy_regex(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff])*")
_YEAR = lazy_regex(r"\b(1[789]\d\d|20\d\d)\b")
_LIFE, _LIFE_WORDS = (10, 115), 16
"""Between birth and death lie so many years; the line that tells both has so many words."""
_SIBLINGS = 3
"""So many kept lines in one element make it the one that holds the article."""
_LINKED = 0.4


def closing(record: PageRecord) -> set[int]:
    """The lines that were to go and close the article."""
    page = record.page
    kept = list(itertools.compress(range(len(record.kept)), record.kept))
    if len(kept) < _FEWEST:
        return set()
    first = kept[-1] + 1
    if _signs(record, first):
        return {first}
    if not page.texts[kept[-1]].rstrip(_CLOSING).endswith((*_STOPS, *_ASKS)):
        return set()
    if record.tree is not None:
        return {first} if first < len(page.texts) and _ends_element(record, kept) else set()
    found: set[int] = set()
    for at in range(first, min(len(page.texts), first + _MOST)):
        told = tells(page, at) or _is_life(page, kept, at) or _goes_on_labelled(page, at)
        if not is_free(record, at) or not told:
            break
        found.add(at)
    return found


def _signs(record: PageRecord, at: int) -> bool:
    """Is a line the name below "Yours, with love,", which is kept?"""
    page, above = record.page, at - 1
    short = at < len(page.texts) and 0 < len(page.words[at]) <= _NAME_WORDS
    if not short or not page.texts[above].endswith(",") or len(page.words[above]) > _GREETING_WORDS:
        return False
    linked = record.tree is not None and record.tree.markup[at].link_chars > 0
    names = page.texts[at].split()
    byline = record.metadata.byline
    known = is_given_name(names[0]) or (byline is not None and names[0] in byline.value.split())
    free = not linked and not record.is_settled(at) and not page.hits(at)
    return free and known and page.texts[at].istitle()


def tells(page: PageLines, at: int) -> bool:
    """Is a line a sentence that says something of the world, and not of the page?"""
    text = page.texts[at]
    end = text.rstrip(_CLOSING)
    if not end.endswith(_STOPS) or _NO_SENTENCE.search(end) or not _STARTS.match(text):
        return False
    words = page.words[at]
    if not 0 < len(words) <= _MOST_WORDS or text[0].islower() or text.isupper():
        return False
    if len(words) > 1 and _is_title(page, at):
        return False
    return not (_ADDRESS.search(text) or _LABEL.match(text) or _is_of_page(page, at))


def _is_of_page(page: PageLines, at: int) -> bool:
    """Does a line with words speak to the reader, or of the article, its authors or the outlet?"""
    known, said = _known(), f" {page.phrases[at]} "
    return (
        addresses(page, at)
        or _first_word(page.texts[at]) in _asking(page)
        or any(phrase in said for phrase in known.of_page)
        or any(phrase in page.texts[at] for phrase in known.unspaced)
    )


def _is_title(page: PageLines, at: int) -> bool:
    """Has every word a capital: a name, or, but for "of" and the like, a title with a stop?"""
    text = page.texts[at]
    small = [word for word in text.split() if word[0].islower()]
    if not small:
        return len(page.words[at]) <= _NAME_WORDS and text.istitle()
    return len(page.words[at]) - len(small) > 2 and _known().small.issuperset(small)


def _goes_on_labelled(page: PageLines, at: int) -> bool:
    """Is a line a label and its value, below another: "Referee: P Lomax.", below the teams?"""
    text = page.texts[at]
    label = _LABEL.match(text)
    if label is None or _LABEL.match(page.texts[at - 1]) is None or _ADDRESS.search(text):
        return False
    return text.endswith(_STOPS) and _first_word(text) not in _asking(page)


def _first_word(text: str) -> str:
    """The first word with its vowel signs, which some scripts write above and below letters."""
    word = _WORD.search(text.lower())
    return word.group() if word else ""


def _asking(page: PageLines) -> frozenset[str]:
    begin = _known().begin
    return begin.get(page.language, begin["en"])


def _is_life(page: PageLines, kept: Sequence[int], at: int) -> bool:
    """Is a line the name that the article begins with, with the years of birth and death?"""
    years = [int(year) for year in _YEAR.findall(page.texts[at])]
    if len(years) != len(_LIFE) or not _LIFE[0] <= years[1] - years[0] <= _LIFE[1]:
        return False
    words = page.words[at]
    told = frozenset(itertools.chain.from_iterable(page.words[each] for each in kept))
    return 1 < len(words) <= _LIFE_WORDS and {words[0], words[1]} <= told


def _ends_element(record: PageRecord, kept: Sequence[int]) -> bool:
    """Is the line of HTML below the kept ones the last in their element, one like them, no link?

    Where more stands below it there, the network, which sees the elements, is right: of six such
    lines on training pages four are not of the article.
    """
    tree, page, at = record.tree, record.page, kept[-1] + 1
    if tree is None or tree.markup[at].link_chars > _LINKED * len(page.texts[at]):
        return False
    if not is_free(record, at) or not (tells(page, at) or _is_life(page, kept, at)):
        return False
    blocks = [tree.nodes[mark.block] for mark in tree.markup]
    alike = sum(blocks[line] == blocks[at] for line in kept)
    below = blocks[at + 1].parent if at + 1 < len(blocks) else -1
    return alike >= _SIBLINGS and below != blocks[at].parent


class _Known(NamedTuple):
    begin: dict[str, frozenset[str]]
    """By language, how requests begin, and sentences that name who worked on the text."""
    of_page: tuple[str, ...]
    """What the page calls itself, with a blank on both sides."""
    unspaced: tuple[str, ...]
    small: frozenset[str]
    """What has no capital in an English title."""


@cache
def _known() -> _Known:
    data = languages.read_data("cleaning/closing.json")
    return _Known(
        {code: frozenset(map(_first_word, each.split())) for code, each in data["begin"].items()},
        tuple(
            f" {' '.join(normalized_words(phrase))} "
            for listed in data["of_page"].values()
            for phrase in listed.split(" | ")
        ),
        tuple(data["unspaced"].split(" | ")),
        frozenset(data["small"].split()),
    )
