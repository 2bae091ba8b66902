"""Whether the article tells of its headline: a check of what the networks took for the headline.

A button, a price, the sizes of letters, the caption of a picture or the headline of another article
may stand where a headline does. Of such a line the text has hardly a word, while of the right one
near it the text has most. The figures are guesses, tried on labelled training pages.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.lines.bylines import is_known_first_name, names_outlet, read_name
from newsclean.cleaning.lines.calendars import weekdays
from newsclean.cleaning.lines.personal_names import is_given_name
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.cleaning.lines.wires import is_filed, is_slug
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord

_LITTLE, _MUCH = 0.1, 0.6
"""The article tells so little of a wrong headline, and so much of the right one: of five lines that
differ so on labelled pages, none was the headline."""
_SOME = 0.2
"""So much is enough for a line near what can be no headline at all."""
_LINES_ABOVE = 14
"""So far above the text a headline is looked for."""
_FEWEST_WORDS, _MOST_WORDS, _FEWEST_CHARS, _MOST_CHARS = 3, 22, 8, 70
_SECTION_WORDS, _BUTTONS = 2, ("comments", "share buttons")
_STEM_CHARS = 5
"""What of a word is the same in every case and number, in most languages."""
_FEWEST_STEMS = 3
_FEWEST_LOUD, _MOST_DECK = 4, 5
"""So many words of content has a headline in capitals above a deck, which is so far below it."""
_TELLING_CHARS = 3
_BODY_LINES = 40
_SIZES = lazy_regex(r"(?:\w\s?[+-]?\s?){1,4}")
_FEWEST_TAGS, _TAG_SIGNS = 3, lazy_regex(r"\s?[,/|·•#;]\s?")
_OUTLET_WORDS = 4
"""So many words has an outlet's name, so far below the headline (guesses)."""
_TRAIL = lazy_regex(r"\s?[>›»→]\s?|\s[/|]\s")
_SCORE = lazy_regex(r"[^\d\n]{3,30}\s\d{1,2}(?:\s?[-–:]\s?\d{1,2})?\s[^\d\n]{3,30}(?:\s\d{1,2})?")
_JOINED = lazy_regex(r",\s|;\s|\s(?:&|[^\W\d_]{1,3})\s")
"""What stands between two names: a comma, "and", "et", "i"."""
_PRICE = lazy_regex(r"[^\d]{0,8}\d[\d.,]*\s?[€$£₽₴¥₺]|[€$£¥]\s?\d[\d.,]*")
_PICTURED = lazy_regex(
    r"[.!?]\s(?:Фото|ФОТО|Fot|Foto|Photo|Φωτο|Снимка)(?:\s|[.:]\s?)(?:с сайта\s)?"
    r"\S[^.]{1,40}(?:\.\w{2,4})?$"
)


def told_headline(record: PageRecord, found: int, start: int, low: int) -> int | None:
    """The line `found`, or a better one near it; None where it can be none and no other is one."""
    page = record.page
    if _is_tags(page, found, start) or _is_trail(page, found, start):
        return found + 1
    body = _body_stems(record)
    if found > low and _SCORE.fullmatch(page.texts[found]) and _may_head(page, found - 1):
        return found - (_share(page, found - 1, body) >= _SOME)  # "Rovers 3 Town 2" is below it
    if (above := _above_outlet(page, found, low, body)) is not None:
        return above
    nothing = _is_nothing(page.texts[found]) or _names_authors(page, found)
    nothing = (
        nothing
        or _is_button(page, found)
        or (_is_section(page, found) and _share(page, found, body) == 0.0)
    )
    if not nothing and _share(page, found, body) >= _LITTLE:
        return _above_deck(record, found, low, body)
    best, most = None if nothing else found, _SOME if nothing else _MUCH
    for at in range(max(low, start - _LINES_ABOVE), start):
        if at == found or record.kept[at] or not _may_head(page, at):
            continue
        share = _share(page, at, body)
        if share >= most and len(_stems(page, at)) >= _FEWEST_STEMS:
            best, most = at, share
    return best


def _above_outlet(page: PageLines, found: int, low: int, body: AbstractSet[str]) -> int | None:
    """The headline above an outlet's name, which stands below it or below its author."""
    text = page.texts[found]
    ends = normalized_words(text)[-1:]
    if (
        len(text.split()) > _OUTLET_WORDS
        or not ends
        or not names_outlet(f"The {ends[0]}", page.language)
    ):
        return None
    for at in range(found - 1, max(low, found - _OUTLET_WORDS) - 1, -1):
        told = len(page.words[at]) > _OUTLET_WORDS and _share(page, at, body) >= _SOME
        if told and _may_head(page, at):
            return at
    return None


def _is_tags(page: PageLines, at: int, start: int) -> bool:
    """Is a line what the article is about, in capitals, above its headline?

    Signs stand between its words, or the headline has half of them; no deck says so much again.
    """
    text, below = page.texts[at], page.texts[at + 1] if at < start else ""
    if (
        not text.isupper()
        or below.isupper()
        or len(below) < len(text)
        or not _may_head(page, at + 1)
    ):
        return False
    parts = [part.split() for part in _TAG_SIGNS.split(text)]
    if len(parts) >= _FEWEST_TAGS and all(0 < len(part) <= _SECTION_WORDS for part in parts):
        return True
    own, other = _stems(page, at), _stems(page, at + 1)
    plain = len(own) == len(page.words[at]) >= _FEWEST_TAGS
    return plain and 2 * len(own & other) >= len(own)


def _is_trail(page: PageLines, at: int, start: int) -> bool:
    """Is a line the way from the first page to the article, above its headline?"""
    *above, last = (part.split() for part in _TRAIL.split(page.texts[at]))
    if not above or at >= start or not _may_head(page, at + 1) or len(above) > _MOST_DECK:
        return False
    longest = _SECTION_WORDS + (1 if len(above) == 1 else _MOST_DECK)
    sections = all(0 < len(part) <= _SECTION_WORDS for part in above)
    return sections and len(last) <= longest and len(page.words[at + 1]) > _FEWEST_WORDS


def _above_deck(record: PageRecord, found: int, low: int, body: AbstractSet[str]) -> int:
    """The headline in capitals above a line that is its deck; without one that line.

    What a section or series is called has fewer words, and the article has fewer of them.
    """
    page, loud = record.page, list[int]()
    if record.document.tree is None and not page.texts[found].isupper():
        for at in range(found - 1, max(low, found - _MOST_DECK) - 1, -1):
            text = page.texts[at]
            if text.isupper() and not page.dates(at) and not (is_filed(text) or is_slug(text)):
                loud.append(at)
                if page.lines[at].blank_before:
                    break
            elif loud:
                break
    stems = set[str]().union(*[_stems(page, at) for at in loud])
    told = len(stems) >= _FEWEST_LOUD and len(stems & body) >= _MUCH * len(stems)
    return loud[-1] if told and all(_may_head(page, at) for at in loud) else found


def _is_nothing(text: str) -> bool:
    """Is it the sizes of letters, a price, or a caption with its credit?"""
    if (text[:2] == "« ") != (text[-2:] == " »") and text.count("«") + text.count("»") == 1:
        return True  # "« The boat sails again" leads to the entry before
    return bool(_SIZES.fullmatch(text) or _PRICE.fullmatch(text) or _PICTURED.search(text))


def _is_button(page: PageLines, at: int) -> bool:
    """Is a line only a day, or a phrase of comments or for sharing?"""
    days = page.dates(at)
    text = page.texts[at]
    rest = text[: days[0].start] + text[days[0].end :] if days else text
    alone = days and weekdays(page.language).keys() >= frozenset(normalized_words(rest))
    pressed = (hit.reason in _BUTTONS and hit.where == "line" for hit in page.hits(at))
    return bool(alone) or any(pressed)


def _is_section(page: PageLines, at: int) -> bool:
    """Is a line of two words in capitals printed again without them?"""
    text, count = page.texts[at], len(page.words[at])
    return (
        text.isupper()
        and count == _SECTION_WORDS
        and any(
            line == page.lower[at] and page.texts[other] != text
            for other, line in enumerate(page.lower)
        )
    )


def _names_authors(page: PageLines, at: int) -> bool:
    """Is a line the full names of two people or more and nothing else: "Anna Berg1, Tom Hall2"?"""
    text = page.texts[at]
    if not any(map(is_given_name, page.words[at])) or not _JOINED.search(text):
        return False
    names = (read_name(text, page.language) or "").split(", ")
    said = sum(len(normalized_words(name)) for name in names)
    few_others = len(page.words[at]) - said < len(names)
    return len(names) > 1 and few_others and all(map(is_known_first_name, names))


def _may_head(page: PageLines, at: int) -> bool:
    text = page.texts[at]
    if page.is_unspaced(at):
        long_enough = _FEWEST_CHARS <= len(text) <= _MOST_CHARS
    else:
        long_enough = _FEWEST_WORDS <= len(page.words[at]) <= _MOST_WORDS
    free = not any(hit.where in ("line", "start") for hit in page.hits(at))
    return long_enough and free and not page.dates(at) and not _is_nothing(text)


def _share(page: PageLines, at: int, body: AbstractSet[str]) -> float:
    """The share of the words of content that the article has."""
    own = _stems(page, at)
    return len(own & body) / len(own) if own else 0.0


def _stems(page: PageLines, at: int) -> set[str]:
    if page.is_unspaced(at):
        return {term for term in page.terms(at) if len(term) > 1}
    return _stems_of(page.words[at], page.language)


def _stems_of(words: Iterable[str], language: str) -> set[str]:
    function_words = languages.function_words(language)
    return {
        word[:_STEM_CHARS]
        for word in words
        if len(word) >= _TELLING_CHARS and word not in function_words
    }


def _body_stems(record: PageRecord) -> set[str]:
    kept = itertools.compress(range(len(record.kept)), record.kept)
    page, lines = record.page, list(itertools.islice(kept, _BODY_LINES))
    if any(map(page.is_unspaced, lines)):
        return set(itertools.chain.from_iterable(_stems(page, at) for at in lines))
    # each word once, which half of them are
    return _stems_of(set().union(*[page.words[at] for at in lines]), page.language)
