"""What a page states about itself, doubted: a site's name is no title, a menu's entry no author.

Mark-up is mostly right and is believed, unless the text speaks clearly against it. What can not
be true is taken out, so that the text can fill the gap.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.authors.people import is_on_card, is_owner
from newsclean.cleaning.authors.printed import RECORDS
from newsclean.cleaning.lines import bylines
from newsclean.cleaning.lines.page import find_title_line
from newsclean.cleaning.lines.personal_names import is_any_given_name
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.cleaning.lines.reporters import read_reporters
from newsclean.cleaning.metadata.standfirst import is_row
from newsclean.document import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord
    from newsclean.cleaning.titles.headline import HeadlineSearch
    from newsclean.document import Metadata

_LIKELY = 0.55
_SHARED = 0.3
_GUESSED = "author element"
"""Where an element's class says that it holds the author, and it may hold anything."""

_SITE_WORDS = 4
"""So many words behind the title are the site's name (a guess)."""
_BODY = "json-ld organization"
"""Where JSON-LD says that the author is no person."""

MADE = "pdf:CreationDate"
"""When a file was made: its article's date only where nothing else is."""


def drop_implausible(record: PageRecord, start: int, headlines: HeadlineSearch) -> Metadata:
    """The metadata of a record without a title or byline that can not be the article's.

    `start` is the first line of the body.
    """
    metadata, page = record.metadata, record.page
    if metadata.byline and metadata.byline.origin == _GUESSED:
        said = metadata.byline.value.split(", ")
        other = _is_of_card(record, said[0], start)
        names = "" if other else _read_each(said, page.language)
        metadata = replace(metadata, byline=Field(names, _GUESSED) if names else None)
    if metadata.title and _is_of_site(record, start, headlines):
        metadata = replace(metadata, title=None)
    return metadata


def doubt_deck(metadata: Metadata) -> Metadata:
    """The metadata without a standfirst that is a row of tags or says the title again."""
    deck, title = metadata.standfirst, metadata.title
    if deck is None or deck.origin.startswith(RECORDS):
        return metadata
    said, headed = normalized_words(deck.value), normalized_words(title.value if title else "")
    again = bool(headed) and said[: len(headed)] == headed
    again = again and len(said) - len(headed) <= _SITE_WORDS
    return replace(metadata, standfirst=None) if again or is_row(deck.value) else metadata


def _read_each(said: Sequence[str], language: str) -> str:
    """The names in the parts of an author's element; behind the first, persons alone."""
    found: list[str] = []
    for part in said:
        names = read_reporters(part) or bylines.read_byline(part, language)
        names = names or bylines.read_name(part, language, sure=not found)
        if names and (not found or is_any_given_name(names.partition(" ")[0])):
            found.append(names)
    return ", ".join(dict.fromkeys(found))


def _is_of_card(record: PageRecord, name: str, start: int) -> bool:
    """Does a name stand below the body alone, each time beside the link of another article?"""
    texts, tree = record.page.texts, record.tree
    places = [at for at, text in enumerate(texts) if name in text]
    end = max(itertools.compress(itertools.count(), record.kept), default=start)
    below = tree is not None and bool(places) and places[0] > end
    return below and all(is_on_card(record.page, tree, at) for at in places)


def weak_byline(metadata: Metadata, page: PageLines) -> Field | None:
    """The stated byline, where a person whom the text names is more likely the author.

    Such are the site itself, the name of an account, what somebody is (editor), and who is named
    as the editor in the text.
    """
    if metadata.byline is None:
        return None
    value, words = metadata.byline.value, normalized_words(metadata.byline.value)
    known = bylines.words(page.language)
    account = " " not in value and (value.islower() or not value.isalpha()) and value.isascii()
    office = not known.roles.isdisjoint(words) and known.offices.issuperset(words)
    editor = any(line[0] in known.editors and line[1:] == words for line in page.words if line)
    body = metadata.byline.origin == _BODY
    owner = is_owner(value, metadata)
    return metadata.byline if body or owner or account or office or editor else None


def _is_of_site(record: PageRecord, start: int, headlines: HeadlineSearch) -> bool:
    """Has the title nothing to do with the article, while a headline below it has?"""
    metadata, page = record.metadata, record.page
    title = normalized_words(metadata.title.value) if metadata.title else []
    # a title that is kept is no part of the body
    kept = itertools.compress(page.words[start:], record.kept[start:])
    body = frozenset[str]().union(*kept)
    site = metadata.site is not None and title == normalized_words(metadata.site.value)
    if not title or (_share(title, body, page.language) > 0 and not site):
        return False
    found = headlines.find(start)
    if found is None or found[1] < _LIKELY:
        return False
    line = find_title_line(" ".join(title), page, start)
    words = page.words[found[0]]
    return (line is None or line < found[0]) and _share(words, body, page.language) > _SHARED


def _share(words: Sequence[str], body: frozenset[str], language: str) -> float:
    """The share of the words of content that the body has."""
    content = frozenset(words) - languages.function_words(language)
    return len(content & body) / len(content) if content else 0.0
