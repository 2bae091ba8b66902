"""The parts of a mail beside what it carries: its header, the note above, quoted mails, its foot.

Takes the lines of a text; gives those that are of the mail and not of what it carries. A header
counts only under "Forwarded message", at the very top, or where it is complete, and only where
most of the text stands below it: an article may quote a mail. The words are in
`data/cleaning/mail.json`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines import bylines
from newsclean.cleaning.lines.page import find_title_line
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.cleaning.record import Mail
from newsclean.document import Document, Field, Metadata
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause, PageRecord
    from newsclean.document import Line

_TOP = 40
"""A header begins among so many first lines."""
_NOTE = 0.25
"""The share of the text that may stand above the header."""
_COMPLETE = 3
"""How many kinds of header lines need nobody to announce them."""
_PROSE_WORDS, _FEWEST_PROSE, _ANNOUNCING_WORDS = 10, 2, 5
"""An article that quotes a mail has so many paragraphs above it, and a sentence with a colon."""
_FOOT, _FOOT_LINES = 0.5, 12
"""The foot of a mail is in its second half; below a signature's dashes stand so many lines."""
_MASTHEAD = 12
"""The lines between header and headline have so many words at most."""
_NAME = 30
"""The colon after a header's name stands among so many first characters."""
_HEADER = lazy_regex(r"[>*\s]*([^\W\d_][^:：\d]{0,20}?)[*\s]*[:：][*\s]*(?=\S)")
_AGAIN = lazy_regex(r"([^\W\d_]{1,12})\s*[:：]\s*")
_ADDRESS = lazy_regex(r"[<\[(]?(?:mailto:)?[^\s<>\[\]()]+@[^\s<>\[\]()]+[>\])]?")
_TAG = r"\[[^\[\]]{1,40}\]\s*(?=\S)"
"""What a list puts before a subject: "[harbour]"."""
_LEAVING = 8
"""The line that tells how to leave a list has so many words at most."""
_HISTORY = 0.5
"""Quoted mails are less than this share of a text, else they are what it carries."""


def strip_mail(record: PageRecord) -> PageRecord:
    """The record with what is known of the mail around the article, whose lines are not kept.

    Lines that the user wants to keep stay.
    """
    document = record.document
    delivered = document.kind == "email" and document.tree is None
    mail = read_mail(record.page, delivered=delivered)
    if document.parts:
        known = _stated(document, record.page)
        above = next((i for i in range(len(record.page.lines)) if i not in known), 0)
        mail = mail._replace(
            email_furniture={**mail.email_furniture, **known}, end=max(mail.end, above)
        )
    forced = {index for index, override in enumerate(record.overrides) if override.keep}
    if document.kind == "email" and mail.end and mail.sender:
        # what the mail itself states is of who passed it on
        record = record._replace(metadata=_inner(record, mail))
    return record._replace(mail=mail).without(mail.email_furniture, spared=forced)


def _inner(record: PageRecord, mail: Mail) -> Metadata:
    """Metadata with the sender, if it is a person, subject and date of what was passed on."""
    outer, language = record.metadata, record.page.language
    name = mail.sender.value if mail.sender else ""
    said, known = normalized_words(name), bylines.words(language)
    house = bylines.names_team(said, language) or not known.outlet_ends.isdisjoint(said)
    person = not house and bylines.read_name(name, language) is not None
    return replace(
        outer,
        title=mail.subject or outer.title,
        byline=mail.sender if person else None,
        date=mail.date or outer.date,
    )


def _stated(document: Document, page: PageLines) -> dict[int, Cause]:
    """The lines that the source of the text knows not to be of the article, and why."""
    found: dict[int, Cause] = {}
    for index, line in enumerate(page.lines):
        for part in document.parts:
            if part.start <= line.start and line.end <= part.end:
                found[index] = part.reason, part.evidence
    return found


def read_mail(page: PageLines, *, delivered: bool = False) -> Mail:
    """The lines of the mail around the article, and its subject.

    `delivered` says that the text is a mail's, whose own header was read before.
    """
    block = _header(page)
    email_furniture = _history(page)
    if block is None:
        if delivered:
            email_furniture |= _foot_lines(page, 0)
        return Mail(email_furniture)
    start, end, kinds = block
    for index in range(start):
        email_furniture[index] = "boilerplate", "stands above a mail's header"
    for index in range(start, end):
        email_furniture[index] = "boilerplate", "a line of a mail's header"
    subject = _subject(page.lines[kinds["subject"]]) if "subject" in kinds else None
    headline = find_title_line(subject.value, page, end + _TOP, end) if subject else None
    if headline is not None:
        for index in range(end, headline):
            if len(page.words[index]) <= _MASTHEAD:
                email_furniture[index] = (
                    "boilerplate",
                    "stands between a mail's header and the headline",
                )
    email_furniture |= _foot_lines(page, end)
    date = _date(page, kinds["date"]) if "date" in kinds else None
    sender = _sender(page.lines[kinds["from"]]) if "from" in kinds else None
    return Mail(email_furniture, subject, date, end, sender)


def _header(page: PageLines) -> tuple[int, int, dict[str, int]] | None:
    """The last header in the first lines: its first line, the one after it, kind -> line."""
    found = None
    index, above, size = 0, 0, sum(map(len, page.texts))
    while index < min(_TOP, len(page.texts)) and above <= _NOTE * size:
        if _kind(page.texts[index]) is None:
            above, index = above + len(page.texts[index]), index + 1
            continue
        kinds: dict[str, int] = {}
        end = index
        while end < len(page.texts) and (kind := _kind(page.texts[end])):
            kinds.setdefault(kind, end)
            end += 1
        announced = index > 0 and _is_announced(page, index - 1)
        enough = len(kinds) >= _COMPLETE and "subject" in kinds
        enough = enough and (announced or not _is_quoted(page, index))
        if enough or (len(kinds) > 1 and (announced or index == 0)):
            found = index - announced, end, kinds
        above += sum(map(len, page.texts[index:end]))
        index = end
    return found


def _is_quoted(page: PageLines, index: int) -> bool:
    """Stands the header within an article: below its prose, the last of which announces it?"""
    prose = sum(len(words) >= _PROSE_WORDS for words in page.words[:index])
    above = page.texts[index - 1] if index else ""
    announces = above.endswith((":", "：")) and len(page.words[index - 1]) >= _ANNOUNCING_WORDS
    return announces and prose >= _FEWEST_PROSE


def _kind(text: str) -> str | None:
    """Which line of a header it is: from, date, to, copy or subject."""
    if ":" not in text[:_NAME] and "：" not in text[:_NAME]:
        return None
    found = _HEADER.match(text)
    return _words().headers.get(" ".join(normalized_words(found[1]))) if found else None


def _is_announced(page: PageLines, index: int) -> bool:
    """Does a line say that a forwarded message follows?"""
    line = " ".join(page.words[index])
    return any(phrase in line for phrase in _words().forwarded) and len(line) < _TOP


def _subject(line: Line) -> Field | None:
    """The value of a subject line, without what forwarding and answering put before it."""
    value = line.text[found.end() :] if (found := _HEADER.match(line.text)) else line.text
    while (again := _AGAIN.match(value)) and again[1].lower() in _words().again:
        value = value[again.end() :]
    value = re.sub(_TAG, "", value, count=1) if value.startswith("[") else value
    return Field(value, "header:Subject", line.start, line.end) if value else None


def _sender(line: Line) -> Field | None:
    """The name in a header's line, without the address."""
    found = _HEADER.match(line.text)
    value = _ADDRESS.sub("", line.text[found.end() :] if found else "").strip(" \"'*")
    return Field(value, "header:From", line.start, line.end) if value else None


def _date(page: PageLines, index: int) -> Field | None:
    """The first day in a header's line."""
    line = page.lines[index]
    days = (Field(day.iso, "header:Date", line.start, line.end) for day in page.dates(index))
    return next(days, None)


def _history(page: PageLines) -> dict[int, Cause]:
    """The lines of earlier mails: each block of marked lines below "... wrote:"."""
    texts = page.texts
    found: dict[int, Cause] = {}
    for index in range(1, len(texts)) if "\n>" in page.whole else ():
        if not texts[index].startswith(">") or texts[index - 1].startswith(">"):
            continue
        if not _says_wrote(page, index - 1):
            continue
        end = index
        while end < len(texts) and texts[end].startswith(">"):
            end += 1
        # a wrapped line has the name above it
        first = index - 2 if len(page.words[index - 1]) == 1 and index > 1 else index - 1
        found |= dict.fromkeys(range(first, end), ("boilerplate", "an earlier mail, quoted"))
    size = sum(len(texts[at]) for at in found)
    return found if size < _HISTORY * sum(map(len, texts)) else {}


def _says_wrote(page: PageLines, index: int) -> bool:
    """Does a line say that somebody wrote what follows?"""
    ends = page.texts[index].endswith((":", "："))
    return ends and " ".join(page.words[index]).endswith(_words().wrote)


def _foot_lines(page: PageLines, start: int) -> dict[int, Cause]:
    """The lines of the foot of a mail whose text begins at `start`."""
    foot = range(_foot(page, start), len(page.texts))
    return dict.fromkeys(foot, ("newsletter", "in the foot of a mail"))


def _foot(page: PageLines, start: int) -> int:
    """Where the foot begins: at a signature's dashes, or where it says why the mail came."""
    count, words = len(page.texts), _words()
    half = start + int(_FOOT * (count - start))
    for index in range(start + 1, count):
        if page.texts[index] == "--" and count - index <= _FOOT_LINES:
            return index
        line = page.words[index]
        leaves = len(line) <= _LEAVING and " ".join(line).startswith(words.leave)
        if index >= half and (leaves or " ".join(line).startswith(words.footer)):
            return index
    return count


class _MailWords(NamedTuple):
    headers: dict[str, str]
    forwarded: tuple[str, ...]
    again: frozenset[str]
    footer: tuple[str, ...]
    leave: tuple[str, ...]
    wrote: tuple[str, ...]


@cache
def _words() -> _MailWords:
    data = languages.read_data("cleaning/mail.json")
    return _MailWords(
        headers={
            name: kind for kind, names in data["headers"].items() for name in names.split(" | ")
        },
        forwarded=tuple(data["forwarded"].split(" | ")),
        again=frozenset(data["again"].split(" | ")),
        footer=tuple(data["footer"].split(" | ")),
        leave=tuple(data["leave"].split(" | ")),
        wrote=tuple(data["wrote"].split(" | ")),
    )
