"""What a batch has done already, on disk: one line of JSON for each finished article.

A line is appended in one write, after the article's output is in place, so a process killed at
any moment leaves at most one torn line. Each line carries a checksum: what is torn or was changed
is not read, and its article is done again. The state of an article is a hash of its bytes and of
everything that decides its output; another state means it is done again.
"""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from newsclean.batch.disk import open_kept, open_new, write_all, writing
from newsclean.errors import InputError, UsageError

LEDGER = ".newsclean-ledger.jsonl"
"""Its name in a folder of outputs."""

_DIGEST_BYTES = 12
_ENCODER = json.JSONEncoder(separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A finished article: its state, outcome, the size of its page, and where its line is kept.

    `size` is -1 without a page, `start` and `end` are offsets into the store of lines, 0 and 0
    without a line, `crc` is the line's checksum (CRC-32). `message` says why there is no article.
    """

    state: str
    outcome: str
    size: int = -1
    start: int = 0
    end: int = 0
    crc: int = 0
    message: str = ""


def state(fingerprint: bytes, *parts: bytes) -> str:
    """A hash of an article's bytes and of what decides its output."""
    hashed = blake2b(fingerprint, digest_size=_DIGEST_BYTES)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "little"))
        hashed.update(part)
    return hashed.hexdigest()


class Ledger:
    """The entries of an output folder by key. One process at a time may hold it."""

    def __init__(self, path: Path) -> None:
        """Read what `path` has, and open it for more.

        Raises:
            UsageError: another run is writing there.
            InputError: it cannot be written.
        """
        self._path = path
        try:
            self._file = open_kept(path, os.O_APPEND)
        except OSError as error:
            raise InputError(f"{path}: cannot write: {error.strerror or error}") from None
        try:
            _lock(self._file, path)
            with os.fdopen(self._file, "rb", closefd=False) as file:
                data = file.read()
        except BaseException:
            os.close(self._file)
            raise
        self._entries = dict(filter(None, map(_parse, data.split(b"\n"))))
        if data and not data.endswith(b"\n"):
            self._append(b"\n")

    def get(self, key: str) -> Entry | None:
        """What is known of an article."""
        return self._entries.get(key)

    def keep(self, key: str, entry: Entry) -> None:
        """Note that an article is done; its output must be in place."""
        self._append(_line(key, entry))
        self._entries[key] = entry

    def stored_end(self) -> int:
        """The offset behind the last line that any entry keeps."""
        return max((entry.end for entry in self._entries.values()), default=0)

    def compact(self) -> None:
        """Rewrite the file with one line an article, in the order of their keys."""
        temporary = self._path.with_name(f"{self._path.name}.new")
        with writing(self._path, needed=True):
            with open_new(temporary) as file:
                for key in sorted(self._entries):
                    file.write(_line(key, self._entries[key]))
            temporary.replace(self._path)

    def forget_lines_after(self, end: int) -> None:
        """Forget the articles whose lines are not in a store that ends there."""
        self._entries = {key: entry for key, entry in self._entries.items() if entry.end <= end}

    def _append(self, line: bytes) -> None:
        with writing(self._path, needed=True):
            write_all(self._file, line)

    def close(self) -> None:
        """Let others have it."""
        with contextlib.suppress(OSError):
            os.close(self._file)


def _line(key: str, entry: Entry) -> bytes:
    # `asdict` copies deeply, and takes ten times as long
    record: dict[str, Any] = {"key": key}
    record |= {name: getattr(entry, name) for name in entry.__slots__}
    return _ENCODER.encode({**record, "sum": _sum(record)}).encode() + b"\n"


def _sum(record: Mapping[str, Any]) -> int:
    return zlib.crc32(_ENCODER.encode(record).encode())


def _parse(line: bytes) -> tuple[str, Entry] | None:
    """What a line says; None where it is torn, changed, or of another version."""
    try:
        record = json.loads(line)
        if record.pop("sum") != _sum(record):
            return None
        return record.pop("key"), Entry(**record)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _lock(file: int, path: Path) -> None:
    """Hold the file for this process alone, where the system can do that."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise UsageError(f"{path.parent}: another run of newsclean is writing there") from None
