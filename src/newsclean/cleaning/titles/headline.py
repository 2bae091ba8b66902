"""Which line is the headline: small networks over the lines before the body.

`headline_features` says what is asked of each line. The weights are learned
(`newsclean.training.fields.headline`); a softmax over the candidates and "none of them"
decides. Where the page states its title, the line that says the same is the headline.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.lines import encyclopaedias
from newsclean.cleaning.lines.bylines import read_name
from newsclean.cleaning.lines.credits import SEEN
from newsclean.cleaning.lines.page import find_title_line
from newsclean.cleaning.lines.wires import is_filed, is_firm
from newsclean.cleaning.titles.beside import is_beside
from newsclean.cleaning.titles.headline_features import (
    FEATURES,
    RELEASE_NOTE,
    Candidates,
    list_candidates,
)
from newsclean.cleaning.titles.headline_told import told_headline
from newsclean.cleaning.titles.headline_words import SharedWords
from newsclean.cleaning.titles.opening_line import opens_text
from newsclean.languages import function_words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.arrays import Floats
    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord

_GAP, _STRAY = 12, 0.2
"""After a stray line come so many that are not kept; it is less than this share of the body."""
_BODY_WORDS = 15
_NOTE = lazy_regex(r"Eds:|Editors:|Eds\.:|\(?(?:ATTN|Achtung)\b", re.IGNORECASE)
_STAMP_WORDS = 4
_SENDER = lazy_regex(
    r"(?:株式会社|有限会社|合同会社|(?:一般|公益)?(?:社団|財団)法人)[^\s、。「」]{1,20}"
    r"|[^\s、。「」]{1,20}(?:株式会社|有限会社|有限公司)"
)
"""Who sends a release, above its headline."""
_FEWEST_LOWER = 2
"""A section's name has fewer words in lower case (a guess)."""
_FEWEST_WORDS, _JOINING_CHARS, _ACRONYM, _STOPS = 3, 3, 4, (".", ":", "。", "।")
_PLACED = 0.8
"""So sure is a headline that stands where its form says, whatever the networks say (a guess)."""
_DEFINED_NEAR = 3
"""So near the body stands the title of an article in an encyclopaedia: notes stand between."""
_WHOLLY_QUOTED = lazy_regex('["“„«][^"“”„«»|\\n]{12,100}["”“»]')

_BEHIND_CAPTION = lazy_regex(r"\s?[/|(\[©–—-]|\.?\s(?:[Ff]oto|[Pp]hoto|[Ii]mage|[Bb]ild|Фото)\b")
"""What parts the caption of a picture from who took it."""
_NAME_CHARS, _OVER = 40, 3
"""So long is a photographer's name at most, and so far above the text of a picture the headline,
where that stands twice (guesses)."""
_FAR, _UNSURE, _SECTION_WORDS = 30, 0.4, 3
"""A line in capitals of so few words, so far above the text, of which the networks are so unsure,
is a section's name and no headline (guesses)."""
_LONG_DECK, _LONGER, _KICKER_WORDS = 75, 1.5, 6
"""So many characters are a deck rather than a headline, so many times those of a headline are its
words, and so many has a kicker at most (guesses)."""
_OVER_DECK, _SECTION_ABOVE = (0.1, 0.5), (3, 5)
"""So likely, as a share of a long deck or a shorter one, and of so many words, below a path of
sections or anywhere, is the headline above it: on 1,613 train texts four such lines stand above
what the networks take, of which one is no headline ("Get in touch with ..."). A kicker or a caption
is as short, above a headline as long: "The war in the north"."""
_PATH = lazy_regex(r"\S\s?[/>›»|→]\s?\S")
_DECK_CHARS = 60
"""So many characters has a deck without a stop, in scripts with capitals (a guess)."""
_DOUBT, _UNSPACED_CHARS, _MENU_WORDS, _OF_MENUS, _TITLE_CASE = 0.27, 8, 3, 0.4, 0.6
"""So likely, as a share of its deck, is a headline told by its form; so many characters has it
where no blanks part its words, and menus, of lines of few words, have a smaller share of them. A
line of which a larger share begins with a capital is in title case (guesses, tried on train
pages)."""
_OTHER = 0.3
"""So sure is another line the headline where the best one is the text of a picture (a guess)."""


def body_start(record: PageRecord) -> int | None:
    """The first kept line of some length, None where nothing is kept."""
    first = None
    for index in itertools.compress(range(len(record.kept)), record.kept):
        first = index if first is None else first
        if _is_long(record.page, index):
            return index
    return first


def later_start(record: PageRecord, start: int) -> int | None:
    """Where the body starts if what is kept at `start` is a stray line, a summary in a menu."""
    page, kept = record.page, record.kept
    long = [
        index
        for index in itertools.compress(range(start, len(kept)), kept[start:])
        if _is_long(page, index)
    ]
    size = 0
    for index, after in itertools.pairwise(long):
        size += len(page.texts[index])
        if after - index > _GAP:
            return after if size < _STRAY * sum(len(page.texts[at]) for at in long) else None
    return None


def _is_long(page: PageLines, index: int) -> bool:
    text = page.texts[index]
    return (
        len(text) > 100
        or (len(text) > 40 and page.is_unspaced(index))
        or len(text.split()) >= _BODY_WORDS
    )


class HeadlineSearch:
    """The search for the headline of a page.

    What the model says is worked out once for each stretch of lines that is searched.
    """

    def __init__(self, record: PageRecord) -> None:
        """`record` says which lines are kept."""
        self._record = record
        self._likeliest: dict[tuple[int, int], tuple[int, float] | None] = {}

    def find(self, start: int, title: str | None = None, low: int = 0) -> tuple[int, float] | None:
        """The index of the headline's line and how sure that is, None where no line is one.

        `start` is where the body starts. `title` is what the page says of itself; a line that
        says the same is taken. No line above `low` is one.
        """
        page = self._record.page
        if title and (same := find_title_line(title, page, start, low)) is not None:
            return same, 0.98
        if (start, low) not in self._likeliest:
            found = self._defined(start, low) or self._searched(start, low)
            if found is not None and opens_text(page, found[0]):
                found = None
            self._likeliest[start, low] = found
        return self._likeliest[start, low]

    def _searched(self, start: int, low: int) -> tuple[int, float] | None:
        """What the networks say; where they say that no line is one, what its place says."""
        page = self._record.page
        if low < page.entries_begin < start:
            start = page.entries_begin  # what heads an entry is not what heads the blog
        candidates = list_candidates(self._record, start, low)
        found = _likeliest(candidates)
        if found is not None and _is_pictured(page, found[0]):
            other = _likeliest(_without_pictures(candidates, page))
            if other is not None and other[1] >= _OTHER and self._may_head(other[0], found[0]):
                found = other
        if found is not None and self._record.document.tree is None:
            found = _above_deck(page, candidates, found)
        if found is None or (start - found[0] > _FAR and _is_section(page, found)):
            return self._of_a_release(start, low) or self._on_top(start, low)
        if found[0] + 1 < start and is_sender(page, found[0]):
            found = (found[0] + 1, found[1])
        if is_filed(page.texts[found[0]]):
            found = (_below_slug(page, found[0], start), found[1])
        quoted = found[0] - 1
        if quoted >= low and _is_quotation(page, quoted):
            return quoted, found[1]  # of an interview; what the networks took stands under it
        told = told_headline(self._record, found[0], start, low)
        if told is None:
            return self._on_top(start, low)
        return found if told == found[0] else (told, _PLACED)

    def _may_head(self, other: int, pictured: int) -> bool:
        """May another line be the headline, and not that which seems the text of a picture?

        A headline may be printed twice, too, with its author below; it has more of the article's
        words than the line of a section above it.
        """
        page = self._record.page
        if is_beside(page, pictured):
            return abs(pictured - other) <= _OVER
        if not _is_captioned(page, pictured):
            return True
        shared = SharedWords(page, self._record.kept, (other, pictured))
        near = 0 < pictured - other <= _OVER
        return near and shared(other).common >= max(1, shared(pictured).common)

    def _defined(self, start: int, low: int) -> tuple[int, float] | None:
        """What an encyclopaedia's body begins with, where a line above says it.

        It says it twice (in a menu, too), or right above the body.
        """
        page = self._record.page
        if not encyclopaedias.is_encyclopaedia(page):
            return None  # elsewhere such a line is a menu's: 17 of 17 on training pages
        times = Counter(tuple(words) for words in page.words[low:start])
        for at in range(low, start):
            lead = encyclopaedias.opening(page, at, start + 1)
            if lead is None:
                continue
            words = page.words[at]
            near = lead - at <= _DEFINED_NEAR or at == low
            if times[tuple(words)] > 1 or (len(words) > 1 and near) or page.is_unspaced(at):
                return at, _PLACED
        return None

    def _on_top(self, start: int, low: int) -> tuple[int, float] | None:
        """The first line that is kept, if it is no sentence and stands above the text."""
        page = self._record.page
        first = next((at for at in range(low, start) if self._record.kept[at]), None)
        if first is None or not _FEWEST_WORDS <= len(page.words[first]) <= _BODY_WORDS:
            return None
        return None if page.texts[first].endswith((*_STOPS, "?")) else (first, _PLACED)

    def _of_a_release(self, start: int, low: int) -> tuple[int, float] | None:
        """The first line below the notes that open a press release, as its headline must be."""
        page, causes = self._record.page, self._record.causes
        notes = [at for at in range(low, start) if causes.get(at, ("",))[0] == RELEASE_NOTE]
        if not notes:
            return None
        lines: Iterable[int] = range(notes[-1] + 1, start)
        lines = (at for at in lines if page.words[at] and not _NOTE.match(page.texts[at]))
        below = next((at for at in lines if not _is_stamp(page, at)), None)
        if below is None or not _FEWEST_WORDS <= len(page.words[below]) <= _BODY_WORDS:
            return None
        return None if page.texts[below].endswith(_STOPS) else (below, _PLACED)


def _is_stamp(page: PageLines, at: int) -> bool:
    """Is a line the place and the day of a release, above its headline?"""
    return bool(page.dates(at)) and len(page.words[at]) <= _STAMP_WORDS


def is_sender(page: PageLines, at: int) -> bool:
    """Is a line who sends a release, its headline being the next?"""
    text = page.texts[at]
    if _SENDER.fullmatch(text) or not is_firm(text):
        return _SENDER.fullmatch(text) is not None
    if any(word.islower() and len(word) > _JOINING_CHARS for word in text.split()):
        return False  # "Town buys Marlo Ferries Ltd"
    dated = page.dates(at + 1) or (at and page.dates(at - 1))
    title = page.words[at + 1]
    return bool(dated) and _FEWEST_WORDS <= len(title) <= _BODY_WORDS and not page.dates(at + 1)


def _below_slug(page: PageLines, slug: int, start: int) -> int:
    """The headline below a slug and the notes to editors; the slug where there is none."""
    for at in range(slug + 1, min(start, slug + 1 + _OVER)):
        text = page.texts[at]
        if text[0] in "([" or _NOTE.match(text) or text.isupper() or is_filed(text):
            continue
        sized = _FEWEST_WORDS <= len(page.words[at]) <= _BODY_WORDS
        return at if sized and not text.endswith(_STOPS) and page.byline(at) is None else slug
    return slug


def _is_quotation(page: PageLines, at: int) -> bool:
    """Are these somebody's words, as headlines of interviews are, and no arrows to other entries?

    "« Garlic soup | Main | Bay leaves »" and "« Previous story Next story »" have none.
    """
    return bool(_WHOLLY_QUOTED.fullmatch(page.texts[at])) and not page.hits(at)


def _is_pictured(page: PageLines, at: int) -> bool:
    """Is a line a picture's text: below what is to be seen, or said again with who took it?"""
    text, below = page.texts[at], page.texts[at + 1] if at + 1 < len(page.texts) else ""
    credited = below.startswith(text) and _BEHIND_CAPTION.match(below, len(text)) is not None
    above = page.texts[at - 1] if at else ""
    seen = SEEN.match(above) is not None and not above.endswith(_STOPS)
    played = " ".join(page.words[at - 1]) in _playing() if at else False
    return credited or seen or played or _is_captioned(page, at) or is_beside(page, at)


@cache
def _playing() -> frozenset[str]:
    """What a player says above the title of the clip that it shows."""
    return frozenset(languages.read_data("cleaning/headline_parts.json")["playing"].split(" | "))


def _is_captioned(page: PageLines, at: int) -> bool:
    """Is it printed twice, as the text of a picture and its caption, with a name right below?"""
    texts = page.texts
    again = at + 1 if texts[at + 1 : at + 2] == [texts[at]] else at
    if again + 1 >= len(texts) or texts[max(0, again - 1)] != texts[again]:
        return False
    name = texts[again + 1]
    return len(name) <= _NAME_CHARS and read_name(name, page.language) == name


def _without_pictures(candidates: Candidates, page: PageLines) -> Candidates:
    left = [row for row, at in enumerate(candidates.places) if not _is_pictured(page, at)]
    return Candidates([candidates.places[row] for row in left], candidates.table[left])


def _is_section(page: PageLines, found: tuple[int, float]) -> bool:
    """Is a line that may be a headline in capitals and short, and the networks unsure of it?"""
    text = page.texts[found[0]]
    return found[1] < _UNSURE and text.isupper() and len(text.split()) <= _SECTION_WORDS


def _above_deck(
    page: PageLines, candidates: Candidates, found: tuple[int, float]
) -> tuple[int, float]:
    """The line right above what the networks took, where that reads like the deck below it."""
    deck, at = found[0], found[0] - 1
    below = page.texts[deck]
    loud = sum(token[0].isupper() for token in below.split())
    headed = ":" in below or loud >= _TITLE_CASE * len(below.split())  # as no deck is
    if headed or at not in candidates.places or page.hits(at):
        return found
    chance = _chances(candidates)[candidates.places.index(at)]
    text, words = page.texts[at], page.texts[at].split()
    told = below.endswith(_STOPS) or below.lower() == below.upper()
    if chance >= (_DOUBT if told else _OVER_DECK[1]) * found[1] and _is_above_deck(page, at, deck):
        return at, found[1]
    below_path = at > 0 and _PATH.search(page.texts[at - 1]) is not None
    sized = len(words) >= _SECTION_ABOVE[not below_path]
    if not sized or len(below.split()) < _LONGER * len(words):
        return found
    label = not below_path and sum(word[0].islower() for word in words) < _FEWEST_LOWER
    if label or text.endswith((*_STOPS, "!")) or _PATH.search(text):
        return found
    if page.phrases[at] in page.phrases[deck]:
        return found
    long = len(below) >= _LONG_DECK and (below_path or len(words) > _KICKER_WORDS)
    return (at, _PLACED) if chance >= _OVER_DECK[not long] * found[1] else found


def _is_above_deck(page: PageLines, at: int, deck: int) -> bool:
    """Is a line a headline by its form, above a longer one?

    What a section or a series is called has few words, none of them "the" or "is", or they stand
    in menus, too.
    """
    text, below = page.texts[at], page.texts[deck]
    words, common = page.words[at], function_words(page.language)
    if len(text) >= len(below) or text.endswith(_STOPS):
        return False
    told = below.endswith(_STOPS) or len(below) >= _DECK_CHARS
    if not told and below.lower() != below.upper():
        return False  # as short is a headline below a section's name
    label = text.split()[0]
    if text[0] in "([" or (label.isupper() and len(label) > _ACRONYM):
        return False  # "COMMENT The mayor has to go", of which this is a part
    if page.is_unspaced(at):
        named = len(text) >= _UNSPACED_CHARS
    else:
        uncased = text.lower() == text.upper()
        small = not common.isdisjoint(text.split())  # no "Televisions Home Theater"
        named = len(words) > _FEWEST_WORDS and (uncased or small)
    if not named or page.dates(at):
        return False
    menus = set(itertools.chain(*(own for own in page.words[:at] if len(own) <= _MENU_WORDS)))
    return sum(map(menus.__contains__, words)) < _OF_MENUS * len(words)


def _likeliest(candidates: Candidates) -> tuple[int, float] | None:
    """The line of the best candidate and its probability, None where "none of them" is better."""
    if not candidates.places:
        return None
    chances = _chances(candidates)
    best = int(chances.argmax())
    none = best == len(candidates.places)
    return None if none else (candidates.places[best], float(chances[best]))


def _chances(candidates: Candidates) -> Floats:
    """How likely each of the candidates is the headline, and that none is."""
    import numpy as np

    rows, nets = candidates.table, _networks()
    table = np.zeros((len(rows) + 1, len(FEATURES)))
    table[:-1], table[-1, 0] = rows, 1.0
    table -= nets["mean"]
    table /= nets["scale"]
    inner = np.maximum(table @ nets["hidden"] + nets["bias"], 0.0)
    scores = table @ nets["linear"] + inner @ nets["out"]
    raised = np.exp(scores - scores.max())
    chances: Floats = raised / raised.sum()
    return chances


@cache
def _networks() -> dict[str, Floats]:
    """The arrays of the networks, which are read side by side as one."""
    import numpy as np

    data = languages.read_data("cleaning/headline.json")
    if tuple(data["features"]) != FEATURES:
        raise ValueError("data/cleaning/headline.json was trained on other features; train it anew")
    return {name: np.array(value) for name, value in data.items() if name != "features"}
