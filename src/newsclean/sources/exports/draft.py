"""An article of an export while it is read: its lines, with what each is, and its fields."""

from __future__ import annotations

import re

from newsclean import languages
from newsclean.document import Field, Metadata
from newsclean.markup import Part
from newsclean.patterns import lazy_regex
from newsclean.sources.dates import read_date
from newsclean.sources.record import Record
from newsclean.sources.text import normalize

_BLANKS = "\u00a0\u200b\ufeff\u00ad"
_NUMBER = lazy_regex(r"\d[\d.,\u00a0\u202f ]*")
_OFF_WORDS, _OFF_SHARE = 25, 0.25
"""A count of words that is off by more than both is told: databases count headlines and labels."""


class Draft:
    """The lines of an article in their order; what has no reason is a paragraph of the body."""

    def __init__(self, database: str) -> None:
        """`database` is what to call the source of the fields, "nexis"."""
        self._database = database
        self._lines: list[tuple[str, str, str]] = []
        self._fields: dict[str, Field] = {}
        self._length: int | None = None

    def add(self, text: str, reason: str, evidence: str = "") -> None:
        """Put a line at the end; nothing is added where there is nothing but white space."""
        line = collapse_whitespace(text)
        if line:
            self._lines.append((line, reason, evidence or f"a field of the export ({reason})"))

    def body(self, text: str) -> None:
        """Put a paragraph of the body at the end."""
        line = collapse_whitespace(text)
        if line:
            self._lines.append((line, "", ""))

    def label(self, text: str, label: str, reason: str = "boilerplate") -> None:
        """Put a line at the end that the export marks with a label."""
        self.add(text, reason, f"the export's label '{label.strip()}'")

    def state(self, name: str, value: str, label: str) -> None:
        """Give a field of `Metadata` a value, unless it has one."""
        value = collapse_whitespace(value)
        if name == "date":
            value = read_date(value, month=True) or ""
        elif name == "language":
            value = language_code(value) or ""
        if value:
            self._fields.setdefault(name, Field(value, f"{self._database}:{label.strip()}"))

    def has(self, name: str) -> bool:
        """Whether a field has a value."""
        return name in self._fields

    @property
    def has_body(self) -> bool:
        """Whether there is a paragraph of the body."""
        return any(not reason for _, reason, _ in self._lines)

    def count(self, stated: str) -> None:
        """Take the number of words that the export states ("1,204 words")."""
        found = _NUMBER.search(stated)
        digits = re.sub(r"\D", "", found[0]) if found else ""
        if digits and len(digits) < 7:
            self._length = int(digits)

    def record(self, name: str) -> Record:
        """The record of the article."""
        parts, at = [], 0
        for line, reason, evidence in self._lines:
            parts.append(Part(at, at + len(line), reason, evidence))
            at += len(line) + 1
        text = "\n".join(line for line, _, _ in self._lines)
        return Record(
            name,
            text.encode(),
            "export",
            "utf-8",
            Metadata(**self._fields),
            parts=tuple(parts),
            notes=self._notes(),
        )

    def _notes(self) -> tuple[str, ...]:
        """What to say where the body has another length than the export states."""
        text = "\n".join(line for line, reason, _ in self._lines if not reason)
        if self._length is None or not text:
            return ()
        words = len(text.split())
        counted = languages.count_words(text)
        off = min(abs(words - self._length), abs(counted - self._length))
        if counted != words or off <= max(_OFF_WORDS, _OFF_SHARE * self._length):
            return ()
        return (f"the export states {self._length} words, the body has {words}",)


def collapse_whitespace(text: str) -> str:
    """`text` on one line, with single blanks and without invisible characters at its ends."""
    return " ".join(normalize(text).replace("\u00ad", "").split()).strip(_BLANKS + " ")


def language_code(name: str) -> str | None:
    """The code of a language that an export names: "ENGLISH", "GERMAN; DEUTSCH", "fr".

    >>> language_code("GERMAN; DEUTSCH"), language_code("Klingon")
    ('de', None)
    """
    from newsclean.errors import UsageError

    for word in re.split(r"[;,/()\s]+", name):
        try:
            return languages.normalise(word)
        except UsageError:
            continue
    return None
