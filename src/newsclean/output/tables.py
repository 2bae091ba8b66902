"""Articles, quotes and voices -> rows of CSV and TSV, for spreadsheets, pandas and databases.

Quoting is that of Python's csv module (RFC 4180), in UTF-8, with a line feed behind each row. The
columns and their order are part of the interface: new ones are only ever added at the end.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from newsclean.document import Digest, value_of
from newsclean.patterns import lazy_regex

Cell = str | int | float | None
Row = Sequence[Cell]

DELIMITERS = {"csv": ",", "tsv": "\t"}
"""The formats that are tables, and what stands between two of their cells."""
ARTICLES = (
    *("file", "title", "byline", "date", "site", "language", "words", "kept", "quotes"),
    *("summary", "story"),
)
QUOTES = (
    *("file", "date", "site", "speaker", "role", "kind", "quote", "cue", "start", "end"),
    *("confidence", "key"),
)
VOICES = ("speaker", "quotes", "articles", "words", "roles", "files")
STORIES = (
    *("story", "version", "file", "title", "date", "site", "words"),
    *("earliest", "longest", "in_longest", "of_longest"),
)
BYTE_ORDER_MARK = "\ufeff"

# What makes a spreadsheet run a cell (OWASP, "CSV injection"), in its full width too, which
# Japanese and Chinese versions read alike.
_FORMULA = lazy_regex(r"[=+\-@\t\r\n＝＋－＠]")
_LETTERS = lazy_regex(r"[\W_]+")
_FILES_SHOWN = 10


@dataclass(slots=True)
class Writer:
    """Makes rows. `guarded` counts the cells that begin with an apostrophe now."""

    output_format: str
    raw: bool = False
    """Leave cells that a spreadsheet would run as they are."""
    bom: bool = False
    """Begin with a byte order mark, by which Excel knows UTF-8."""
    guarded: int = 0
    _buffer: io.StringIO = field(default_factory=io.StringIO, repr=False)

    def head(self, columns: Sequence[str]) -> str:
        """The row of column names, which comes first."""
        return (BYTE_ORDER_MARK if self.bom else "") + self.row(columns)

    def row(self, cells: Row) -> str:
        """One row, ended by a line feed."""
        self._buffer.seek(0)
        self._buffer.truncate()
        # its own CRLF makes the csv module quote a lone CR too
        writer = csv.writer(
            self._buffer, delimiter=DELIMITERS[self.output_format], lineterminator="\r\n"
        )
        writer.writerow([self._cell(cell) for cell in cells])
        return self._buffer.getvalue().removesuffix("\r\n") + "\n"

    def rows(self, rows: Iterable[Row]) -> str:
        """Several rows."""
        return "".join(map(self.row, rows))

    def note(self) -> str:
        """What a user should be told of the cells that were guarded."""
        cells = "1 cell begins" if self.guarded == 1 else f"{self.guarded:,} cells begin"
        return (
            f"{cells} with an apostrophe now, as a spreadsheet would run "
            f"{'it' if self.guarded == 1 else 'them'}; --raw-csv leaves such cells as they are"
        )

    def _cell(self, cell: Cell) -> Cell:
        if not isinstance(cell, str):
            return cell
        # no reader of CSV takes a NUL, and UTF-8 has no lone surrogates
        cell = cell.replace("\0", "\\x00").encode("utf-8", "backslashreplace").decode()
        if self.raw or not _FORMULA.match(cell):
            return cell
        self.guarded += 1
        return f"'{cell}"


def article_cells(digest: Digest, story: int | None = None) -> dict[str, Cell]:
    """An article's row, by column."""
    article, metadata = digest.article, digest.article.metadata
    return {
        "file": digest.document.name,
        "title": value_of(metadata.title),
        "byline": value_of(metadata.byline),
        "date": value_of(metadata.date),
        "site": value_of(metadata.site),
        "language": article.language,
        "words": article.words_read,
        "kept": article.words_kept,
        "quotes": len(digest.quotes),
        "summary": digest.summary.text.replace("\n", " "),
        "story": story,
    }


def quote_rows(digest: Digest) -> list[list[Cell]]:
    """A row for each quote of an article, in its order."""
    metadata = digest.article.metadata
    about = [digest.document.name, value_of(metadata.date), value_of(metadata.site)]
    return [
        [
            *about,
            quote.speaker,
            quote.role,
            quote.kind,
            quote.text,
            quote.cue,
            quote.start,
            quote.end,
            round(float(quote.confidence), 6),
            quote.key,
        ]
        for quote in digest.quotes
    ]


@dataclass(slots=True)
class _Voice:
    quotes: int = 0
    words: int = 0
    files: list[str] = field(default_factory=list)
    roles: Counter[str] = field(default_factory=Counter)


class Voices:
    """Who is quoted, over many articles.

    A person of two articles is one only where the articles give the same full name: two words or
    more. A name of one word ("Marsh", "Lula") counts for its own article alone. Words that stand
    in several articles, as in copies, count once.
    """

    def __init__(self) -> None:
        """Begin with nobody."""
        self._voices: dict[tuple[str, str], _Voice] = {}
        self._names: dict[tuple[str, str], str] = {}
        self._said: set[int] = set()
        self.unattributed = 0

    def add(self, rows: Iterable[Row]) -> None:
        """Take in rows of quotes, as `quote_rows` gives them."""
        from newsclean.languages import count_words

        for cells in rows:
            said = dict(zip(QUOTES, cells, strict=False))
            speaker, file = said["speaker"], str(said["file"])
            if not speaker:
                self.unattributed += 1
                continue
            role, text = str(said["role"] or ""), str(said["quote"])
            # a copy of an article says nothing that was not said
            saying = hash((_key(str(speaker), file), _LETTERS.sub("", text).casefold()))
            new = saying not in self._said
            self._said.add(saying)
            self.add_voice(file, str(speaker), int(new), role, count_words(text) if new else 0)

    def add_voice(
        self, file: str, speaker: str, quotes: int, role: str = "", words: int = 0
    ) -> None:
        """Take in so many quotes of somebody in an article."""
        key = _key(speaker, file)
        self._names.setdefault(key, " ".join(speaker.split()))
        voice = self._voices.setdefault(key, _Voice())
        voice.quotes += quotes
        voice.words += words
        if not voice.files or voice.files[-1] != file:
            voice.files.append(file)
        if role:
            voice.roles[role] += max(quotes, 1)

    def rows(self) -> list[list[Cell]]:
        """A row for each voice, the one with the most quotes first."""
        order = sorted(
            self._voices.items(),
            key=lambda item: (-item[1].quotes, -len(item[1].files), item[0]),
        )
        return [
            [
                self._names[key],
                voice.quotes,
                len(voice.files),
                voice.words,
                "; ".join(role for role, _ in voice.roles.most_common()),
                "; ".join(voice.files[:_FILES_SHOWN])
                + (f"; and {more} more" if (more := len(voice.files) - _FILES_SHOWN) > 0 else ""),
            ]
            for key, voice in order
        ]


def ordered(cells: Mapping[str, Any], columns: Sequence[str]) -> list[Cell]:
    """The cells of a row in the order of its columns."""
    return [cells[column] for column in columns]


def _key(speaker: str, file: str) -> tuple[str, str]:
    """What makes two speakers one: the full name, or the name and the article."""
    name = " ".join(speaker.split())
    full = " " in name or _is_unspaced_name(name)
    return name.casefold(), "" if full else file


def _is_unspaced_name(name: str) -> bool:
    """Whether a name is one that no blank parts: a Chinese, Japanese or Korean one."""
    if all("\uac00" <= letter <= "\ud7a3" for letter in name):
        return len(name) > 2
    return len(name) > 1 and all("\u3005" <= letter <= "\u9fff" for letter in name)
