"""Where a batch writes: a folder with a ledger, or a stream.

Files come into being by renaming, so none is ever half there. Only the process that runs the
batch writes; workers give back what is to be written.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Protocol

from newsclean.batch import formats
from newsclean.batch.formats import Format
from newsclean.batch.ledger import Entry, Ledger
from newsclean.batch.tasks import Result
from newsclean.errors import InputError, UsageError

LEDGER = ".newsclean-ledger.jsonl"
LINES = ".newsclean-lines.jsonl"
_PART = ".newsclean-part"
_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)


class DiskError(InputError):
    """Nothing more can be written, whatever it is called."""


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

    def finish(self, keys: Sequence[str]) -> None:
        """Write the file over all articles, in the order of `keys`."""

    def close(self) -> None:
        """Let go of the files."""


class FolderStore:
    """An output folder (or, for a file over all articles, a file's name) and its ledger."""

    def __init__(self, out: Path, output_format: str) -> None:
        """Open `out`, which is made if need be.

        Raises:
            UsageError: it is a file, or another run is writing there.
            InputError: it cannot be written.
        """
        self._output_format = output_format
        self._shape: Format = formats.named(output_format)
        whole = self._shape.whole
        prefix = ""
        if whole and not self._shape.suffix and out.suffix == Path(whole).suffix:
            out, whole, prefix = out.parent, out.name, f".{out.name}"
        self._folder, self._whole = out, whole
        try:
            out.mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            raise UsageError(f"{out}: is a file; batch writes to a folder") from None
        except OSError as error:
            raise InputError(f"{out}: cannot write: {error.strerror}") from None
        self._part = out / f"{prefix}{_PART}"
        self._lines_path = out / f"{prefix}{LINES}"
        self._ledger = Ledger(out / f"{prefix}{LEDGER}")
        self._lines: IO[bytes] | None = None
        self._lines_end = 0
        if self._whole:
            self._open_lines()

    def unchanged(self, key: str, state: str) -> Entry | None:
        """See `Store`; an output that was removed or cut since then is made again."""
        entry = self._ledger.get(self._entry_key(key))
        if entry is None or entry.state != state:
            return None
        if entry.size >= 0 and _size(self._page(key)) != entry.size:
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
        start = end = 0
        if result.line is not None and self._lines is not None:
            start = self._lines_end
            self._lines.write(result.line.encode() + b"\n")
            self._lines.flush()
            end = self._lines_end = self._lines.tell()
        if result.outcome != "failed":
            self._ledger.keep(
                self._entry_key(key), Entry(state, result.outcome, size, start, end, result.message)
            )

    def finish(self, keys: Sequence[str]) -> None:
        """See `Store`; the ledger is put in order too."""
        if self._whole:
            with self._part.open("wb") as file:
                formats.write_whole(self._output_format, self._kept(keys), file)
            self._part.replace(self._folder / self._whole)
        self._ledger.compact()

    def close(self) -> None:
        """See `Store`."""
        if self._lines:
            self._lines.close()
        self._ledger.close()
        with contextlib.suppress(FileNotFoundError):
            self._part.unlink()

    def _entry_key(self, key: str) -> str:
        return f"{key}{self._shape.suffix or f'@{self._output_format}'}"

    def _page(self, key: str) -> Path:
        return self._folder / f"{key}{self._shape.suffix}"

    def _write(self, path: Path, text: str) -> int:
        data = text.encode("utf-8", "backslashreplace")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._part.write_bytes(data)
            self._part.replace(path)
        except OSError as error:
            kind = DiskError if error.errno in _DISK else InputError
            raise kind(f"{path}: cannot write: {error.strerror}") from None
        return len(data)

    def _open_lines(self) -> None:
        """Open the store of lines behind the last one that the ledger knows."""
        self._lines = self._lines_path.open("ab+")
        self._ledger.forget_lines_after(self._lines.seek(0, os.SEEK_END))
        end = self._ledger.stored_end()
        self._lines.truncate(end)
        self._lines_end = self._lines.seek(end)

    def _kept(self, keys: Iterable[str]) -> Iterator[bytes]:
        with self._lines_path.open("rb") as file:
            for key in keys:
                entry = self._ledger.get(self._entry_key(key))
                if entry and entry.end:
                    file.seek(entry.start)
                    yield file.read(entry.end - entry.start).rstrip(b"\n")


class StreamStore:
    """A stream: each article's line as soon as it is done; nothing is kept."""

    def __init__(self, write: Callable[[str], None]) -> None:
        """Give lines to `write`."""
        self._write = write

    def unchanged(self, key: str, state: str) -> Entry | None:
        """See `Store`: everything is done."""
        del key, state
        return None

    def put(self, key: str, state: str, result: Result) -> None:
        """See `Store`."""
        del key, state
        if result.line is not None:
            self._write(f"{result.line}\n")

    def finish(self, keys: Sequence[str]) -> None:
        """See `Store`: nothing is left to do."""

    def close(self) -> None:
        """See `Store`."""


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
