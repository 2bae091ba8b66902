"""What the record of a database, a feed or a book states of its article: it knows, a text is read.

But for what is no statement: the name of an account, of the outlet or an agency as the author, a
word that stands where nothing is known ("None", "Untitled"), a day that no article has.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsclean.cleaning.authors.people import is_house
from newsclean.cleaning.authors.printed import RECORDS
from newsclean.cleaning.lines.bylines import names_nobody, read_name, read_names, words
from newsclean.cleaning.lines.dates import find_dates
from newsclean.cleaning.metadata.validate import weak_byline
from newsclean.cleaning.titles.title_text import bare_title
from newsclean.languages import count_words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from newsclean.cleaning.lines.page import PageLines
    from newsclean.document import Field, Metadata

BOOK = "epub:creator"
"""Who made a book, of which each chapter may be an article of somebody else."""
_NAME_WORDS, _TITLE_WORDS = 2, 3
"""Words of a person's full name, and of a title that is surely one: "Document 17" is none."""
_ISO = lazy_regex(r"\d{4}-\d\d-\d\d(?:[T ].*)?")
_OF_RECORD = ("created", "timestamp")
"""What the names of fields have that tell when a record was made: its article's day only where the
text prints none."""
_FIRST_DAYS = ("0001-01-01", "1900-01-01", "1970-01-01")
"""Days on which calendars of machines begin: what they give where there is no day."""


def as_recorded(metadata: Metadata, stated: Metadata, page: PageLines) -> Metadata:
    """The metadata with what a record states; what was read stays where that is no statement."""
    title, byline, date = (
        each if each and each.origin.startswith(RECORDS) else None
        for each in (stated.title, stated.byline, stated.date)
    )
    return replace(
        metadata,
        title=(title and _title(title, metadata, page)) or metadata.title,
        byline=_stated_or_read(byline, metadata.byline, stated, page),
        date=(date and _day(date, page)) or metadata.date,
    )


def _stated_or_read(
    byline: Field | None, read: Field | None, stated: Metadata, page: PageLines
) -> Field | None:
    """A record's author before the one that is read; a book's only where a chapter names none."""
    if read and byline and byline.origin == BOOK:
        return read
    return (byline and _author(byline, stated, page)) or read


def _title(title: Field, metadata: Metadata, page: PageLines) -> Field | None:
    bare = bare_title(title.value, page)
    read = metadata.title and metadata.title.value
    told = count_words(bare) >= _TITLE_WORDS or read is None or bare in (read, *page.texts)
    return replace(title, value=bare) if told else None


def _author(byline: Field, stated: Metadata, page: PageLines) -> Field | None:
    byline = replace(byline, value=_names(byline.value, page.language))
    nobody = (
        weak_byline(replace(stated, byline=byline), page)
        or names_nobody(byline.value, page.language)
        or is_house(byline.value, stated)
    )
    name = None if nobody else read_name(byline.value, page.language)
    return byline if name and len(name.split()) >= _NAME_WORDS else None


def _names(value: str, language: str) -> str:
    """The names alone in "By Anna Berg, Staff Writer" and "Anna Berg; Tom Hall".

    Of others the database knows more than can be read: "Ana de la Cruz y Rueda".
    """
    names = read_names(value, language) or value
    full = ";" in value and ", " in names and all(" " in name for name in names.split(", "))
    return names if full or words(language).by.match(value) else value


def _day(date: Field, page: PageLines) -> Field | None:
    if any(word in date.origin.lower() for word in _OF_RECORD):
        return None
    if _ISO.fullmatch(date.value):
        return None if date.value.startswith(_FIRST_DAYS) else date
    days = {each.iso for each in find_dates(date.value, page.language)}
    return replace(date, value=days.pop()) if len(days) == 1 else None
