"""Where a batch writes: a folder with a ledger, or a stream.

Files come into being by renaming, so none is ever half there. Only the process that runs the
batch writes; workers give back what is to be written.
"""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from newsclean.batch import formats
from newsclean.batch.disk import open_kept, open_new, write_all, write_new, writing
from newsclean.batch.formats import Format, Kept
from newsclean.batch.ledger import LEDGER, Entry, Ledger
from newsclean.batch.notes import Note
from newsclean.batch.tasks import Result
from newsclean.errors import InputError, UsageError
from newsclean.output.tables import Writer

LINES = ".newsclean-lines.jsonl"
_PART = ".newsclean-part"
_BESIDE = (".part", ".lines", ".ledger")
"""What these three are called beside the one file that a batch writes."""
_BEFORE_NOTE = "\t"
"""What stands between an article's line and its note: JSON has a tab in neither."""


class Store(Protocol):
    """What the runner needs of a place to write to."""

    def unchanged(self, key: str, state: str) -> Entry | None:
        """What is known of an article that need not be done again, None if it must be."""

    def put(self, key: str, state: str, result: Result) -> None:
        """Write what came of an article.

        Raises:
            InputError: it cannot be written under its name.
            DiskError: nothing can be.
        """

    def notes(self, keys: Sequence[str]) -> Iterator[Note]:
        """What is noted of the articles, in the order of `keys`."""

    def finish(self, keys: Sequence[str], stories: Mapping[int, Mapping[str, Any]]) -> None:
        """Write the files over all articles, in the order of `keys`.

        `stories` has what is said of an article's story, by its place among those that have one.
        """

    def write(self, name: str, text: str) -> None:
        """Write a file of the batch's own beside the others."""

    def close(self) -> None:
        """Let go of the files."""


class _Files(NamedTuple):
    """What a batch writes for itself: where, the files over all articles, and its own three."""

    folder: Path
    wholes: Mapping[str, formats.Write]
    part: Path
    lines: Path
    ledger: Path


def _files(
    out: Path, output_format: str, table: Writer | None = None, interface: str = "en"
) -> _Files:
    formats.named(output_format)
    alone = formats.single(out, output_format) is not None
    wholes = formats.wholes(
        output_format, table or Writer(output_format), alone=alone, interface=interface
    )
    folder, names = out, [_PART, LINES, LEDGER]
    if alone:
        folder, names = out.parent, [f".{out.name}{suffix}" for suffix in _BESIDE]
        wholes = dict.fromkeys([out.name], *wholes.values())
    part, lines, ledger = (folder / name for name in names)
    return _Files(folder, wholes, part, lines, ledger)


def own_files(out: Path, output_format: str) -> tuple[Path, ...]:
    """The files that a batch writes to `out` whatever its inputs are called."""
    files = _files(out, output_format)
    wholes = (files.folder / name for name in files.wholes)
    return (*wholes, files.part, files.lines, files.ledger)


def beside_whole(out: Path, output_format: str, name: str) -> Path:
    """Where a file of the batch's own goes: into the folder, or beside the one file."""
    if formats.single(out, output_format):
        return out.with_name(f"{out.stem}.{name}")
    return out / name


class FolderStore:
    """An output folder (or, for a file over all articles, a file's name) and its ledger."""

    def __init__(
        self,
        out: Path,
        output_format: str,
        table: Writer | None = None,
        *,
        notes: bool = False,
        interface: str = "en",
    ) -> None:
        """Open `out`, which is made if need be.

        Args:
            out: the folder, or the one file.
            output_format: a key of `formats.FORMATS`.
            table: makes the rows of tables.
            notes: whether there will be notes to keep.
            interface: the language of a report's own words.

        Raises:
            UsageError: it is a file, or another run is writing there.
            InputError: it cannot be written.
        """
        self._output_format = output_format
        self._shape: Format = formats.named(output_format)
        files = _files(out, output_format, table, interface)
        self._folder, self._wholes = files.folder, files.wholes
        self._out = out
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            raise UsageError(f"{self._folder}: is a file; batch writes to a folder") from None
        except OSError as error:
            raise InputError(f"{self._folder}: cannot write: {error.strerror}") from None
        self._part, self._lines_path = files.part, files.lines
        self._ledger = Ledger(files.ledger)
        self._lines: int | None = None
        self._lines_end = 0
        if self._wholes or notes:
            try:
                self._open_lines()
            except BaseException:
                self.close()
                raise

    def unchanged(self, key: str, state: str) -> Entry | None:
        """See `Store`; an output that was removed or cut since then is made again."""
        entry = self._ledger.get(self._entry_key(key))
        if entry is None or entry.state != state:
            return None
        if entry.size >= 0 and _size(self._page(key)) != entry.size:
            return None
        if entry.end and zlib.crc32(self._line(entry)) != entry.crc:
            return None
        return entry

    def put(self, key: str, state: str, result: Result) -> None:
        """See `Store`; what failed leaves no trace, so that the next run tries it again."""
        size = -1
        if result.page is not None:
            size = self._write(self._page(key), result.page)
        elif self._shape.suffix:
            with contextlib.suppress(OSError):
                self._page(key).unlink()
        start = end = crc = 0
        if (result.line is not None or result.note is not None) and self._lines is not None:
            note = "" if result.note is None else f"{_BEFORE_NOTE}{result.note}"
            line = f"{result.line or ''}{note}\n".encode()
            with writing(self._lines_path, needed=True):
                write_all(self._lines, line)
            start, crc = self._lines_end, zlib.crc32(line)
            end = self._lines_end = start + len(line)
        if result.outcome != "failed":
            entry = Entry(state, result.outcome, size, start, end, crc, result.message)
            self._ledger.keep(self._entry_key(key), entry)

    def notes(self, keys: Sequence[str]) -> Iterator[Note]:
        """See `Store`."""
        for line in self._kept(keys):
            yield json.loads(line.partition(_BEFORE_NOTE.encode())[2])

    def finish(self, keys: Sequence[str], stories: Mapping[int, Mapping[str, Any]]) -> None:
        """See `Store`; the ledger is put in order too."""

        def kept() -> Iterator[Kept]:
            for place, line in enumerate(self._kept(keys)):
                yield Kept(line.partition(_BEFORE_NOTE.encode())[0], stories.get(place))

        for name, write in self._wholes.items():
            whole = self._folder / name
            with writing(whole, needed=True):
                with open_new(self._part) as file:
                    write(kept, file)
                self._part.replace(whole)
        self._ledger.compact()

    def write(self, name: str, text: str) -> None:
        """See `Store`; beside a file alone, its name stands before."""
        self._write(beside_whole(self._out, self._output_format, name), text)

    def close(self) -> None:
        """See `Store`."""
        if self._lines is not None:
            with contextlib.suppress(OSError):
                os.close(self._lines)
        self._ledger.close()
        with contextlib.suppress(OSError):
            self._part.unlink()

    def _entry_key(self, key: str) -> str:
        return f"{key}{self._shape.suffix or f'@{self._output_format}'}"

    def _page(self, key: str) -> Path:
        return self._folder / f"{key}{self._shape.suffix}"

    def _write(self, path: Path, text: str) -> int:
        data = text.encode("utf-8", "backslashreplace")
        with writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_new(self._part, data)
            self._part.replace(path)
        return len(data)

    def _open_lines(self) -> None:
        """Open the store of lines behind the last one that the ledger knows."""
        with writing(self._lines_path, needed=True):
            self._lines = open_kept(self._lines_path, os.O_APPEND)
            self._ledger.forget_lines_after(os.fstat(self._lines).st_size)
            end = self._lines_end = self._ledger.stored_end()
            os.ftruncate(self._lines, end)

    def _kept(self, keys: Iterable[str]) -> Iterator[bytes]:
        for key in keys:
            entry = self._ledger.get(self._entry_key(key))
            if entry and entry.end:
                yield self._line(entry).rstrip(b"\n")

    def _line(self, entry: Entry) -> bytes:
        """The line that is kept of an article; less where the store of lines is damaged."""
        try:
            with self._lines_path.open("rb") as file:
                file.seek(entry.start)
                return file.read(entry.end - entry.start)
        except OSError:
            return b""


class StreamStore:
    """A stream: each article's line as soon as it is done; nothing is kept."""

    def __init__(self, write: Callable[[str], None]) -> None:
        """Give lines to `write`."""
        self._write = write
        self._notes: list[Note] = []

    def unchanged(self, key: str, state: str) -> Entry | None:
        """See `Store`: everything is done."""
        del key, state
        return None

    def put(self, key: str, state: str, result: Result) -> None:
        """See `Store`."""
        del key, state
        if result.line is not None:
            self._write(f"{result.line}\n")
        if result.note is not None:
            self._notes.append(json.loads(result.note))

    def notes(self, keys: Sequence[str]) -> Iterator[Note]:
        """See `Store`; they are in the order in which articles were done."""
        del keys
        return iter(self._notes)

    def finish(self, keys: Sequence[str], stories: Mapping[int, Mapping[str, Any]]) -> None:
        """See `Store`: nothing is left to do."""

    def write(self, name: str, text: str) -> None:
        """See `Store`: a stream has no place for files."""

    def close(self) -> None:
        """See `Store`."""


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
