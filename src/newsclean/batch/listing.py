"""Paths, and names from standard input -> files in a fixed order, each with its output's key.

A key is the output's path below the output folder, without suffix, with "/" between its parts.
A file that was named gives its stem; one found in a folder its place in that folder; a name
read from standard input its whole relative path, so that the tree is mirrored.
"""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newsclean.batch.ledger import LEDGER
from newsclean.errors import UsageError
from newsclean.patterns import lazy_regex
from newsclean.sources import collections
from newsclean.sources.names import NO_ARTICLE
from newsclean.sources.record import Record

_SUFFIX = lazy_regex(r"(?<=[^/.])\.[A-Za-z][A-Za-z0-9]{0,7}\Z")
_COMPRESSED = lazy_regex(r"\.(?:gz|bz2|xz)\Z", re.IGNORECASE)
_COLLECTION = lazy_regex(
    r"\.(?:(?:jsonl|ndjson|jl|warc|parquet|mbox|rss|atom|epub|csv|tsv|zip|tar)(?:\.(?:gz|bz2|xz))?"
    r"|tgz|tbz2|txz)\Z",
    re.IGNORECASE,
)
_SHOWN = 4
"""Suffixes of files that are passed over, as many as are named."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read, and the key of its output."""

    path: str
    key: str
    whole: str = ""
    """The key with the suffix, for where another input has the same one without."""
    text_column: str | None = None

    @property
    def many(self) -> bool:
        """Whether its name says that it holds many articles."""
        return _COLLECTION.search(self.path) is not None

    def holds_many(self) -> bool:
        """Whether its content does."""
        return collections.is_collection(self.path, self.text_column)

    def records(self) -> Iterator[Record]:
        """The records in it; errors as `collections.records`."""
        return collections.records(self.path, self.text_column)


def sources(
    paths: Iterable[str],
    names: Iterable[str] = (),
    *,
    out: Path | None = None,
    complain: Callable[[str], None] = lambda _message: None,
    note: Callable[[str], None] = lambda _message: None,
    text_column: str | None = None,
) -> list[Source]:
    """Every file that `paths` and `names` stand for, once each, in a fixed order.

    Args:
        paths: files, and folders that are searched to any depth; hidden files, what belongs to
            saved pages but is no text (pictures, scripts), and folders of outputs are passed over.
        names: files named on standard input.
        out: the output folder; it is never searched.
        complain: is told of folders that cannot be read.
        note: is told how many files are passed over, which is no failure.
        text_column: the column of the texts in a table; None takes one of a known name.
    """
    found: dict[str, Source] = {}
    passed: list[str] = []
    listed = (*_of_paths(paths, out, complain, passed), *_of_names(names, out, complain, passed))
    for source in listed:
        found.setdefault(os.path.abspath(source.path), source)
    if passed:
        note(_passed_over(passed))
    return [replace(source, text_column=text_column) for source in _apart(list(found.values()))]


def _apart(listed: list[Source]) -> list[Source]:
    """The inputs, those that would have the same output named by their whole names."""
    count = Counter(source.key.casefold() for source in listed)
    return [
        replace(source, key=source.whole)
        if count[source.key.casefold()] > 1 and source.whole
        else source
        for source in listed
    ]


def _passed_over(names: list[str]) -> str:
    """What to say of the files that hold no text: how many, and of which kinds."""
    kinds = Counter(Path(name).suffix.lower() for name in names).most_common()
    shown = ", ".join(f"{count} {suffix}" for suffix, count in kinds[:_SHOWN])
    more = ", …" if len(kinds) > _SHOWN else ""
    files = "1 file that holds" if len(names) == 1 else f"{len(names)} files that hold"
    return f"passed over: {files} no text ({shown}{more})"


def check_overwriting(
    listed: Sequence[Source],
    paths: Iterable[str],
    out: Path,
    suffix: str | None,
    own: Iterable[Path],
) -> None:
    """See to it that no output takes the place of an input, in this run or in the next one.

    Args:
        listed: the inputs.
        paths: the files and folders that were named.
        out: the output folder, or the file over all articles.
        suffix: that of an article's own output, if there is one.
        own: the files that the batch writes for itself.

    Raises:
        UsageError: one does, or outputs go into a folder that is searched for inputs.
    """
    inputs = {identity: source.path for source in listed if (identity := _identity(source.path))}
    for path in own:
        _refuse_overwriting(path, inputs)
    if suffix:
        for source in listed:
            _refuse_overwriting(out / f"{source.key}{'' if source.many else suffix}", inputs)
    for name in paths:
        if os.path.isdir(name) and os.path.realpath(name) == os.path.realpath(out):
            raise UsageError(
                f"{name}: is read and would be written to, and the next run would read what "
                "this one wrote; choose another folder for -o"
            )


def _refuse_overwriting(output: Path, inputs: Mapping[tuple[int, int], str]) -> None:
    identity = _identity(output)
    if identity and identity in inputs:
        raise UsageError(
            f"{inputs[identity]}: is an input and would be overwritten; "
            "choose another folder for -o"
        )


def _identity(path: str | Path) -> tuple[int, int] | None:
    """What tells a file from every other, whatever it is called; None where there is none."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def stdin_names(data: bytes, *, null: bool) -> list[str]:
    """The file names in what was read from standard input, ended by NUL bytes or line feeds."""
    ends = b"\0" if null else b"\n"
    pieces = (piece if null else piece.rstrip(b"\r") for piece in data.split(ends))
    return [os.fsdecode(piece) for piece in pieces if piece]


def stem(name: str) -> str:
    """`name` without the suffix of its kind (and `.gz`).

    >>> stem("news/rain.html.gz"), stem("news/2026.03.01"), stem(".profile")
    ('news/rain', 'news/2026.03.01', '.profile')
    """
    return _SUFFIX.sub("", _COMPRESSED.sub("", name))


def _of_paths(
    paths: Iterable[str], out: Path | None, complain: Callable[[str], None], passed: list[str]
) -> Iterator[Source]:
    for path in paths:
        if os.path.isdir(path):
            yield from _below(path, "", out, complain, passed)
        else:
            yield _source(path, os.path.basename(os.path.abspath(path)))


def _of_names(
    names: Iterable[str], out: Path | None, complain: Callable[[str], None], passed: list[str]
) -> Iterator[Source]:
    here = Path.cwd()
    for name in names:
        whole = Path(os.path.abspath(name))
        inside = whole.relative_to(here) if whole.is_relative_to(here) else None
        mirrored = inside or whole.relative_to(whole.anchor)
        if os.path.isdir(whole):
            yield from _below(name, mirrored.as_posix(), out, complain, passed)
        else:
            yield _source(name, mirrored.as_posix())


def _below(
    folder: str,
    prefix: str,
    out: Path | None,
    complain: Callable[[str], None],
    passed: list[str],
) -> Iterator[Source]:
    skipped = os.path.realpath(out) if out else None
    base = "" if prefix in ("", ".") else f"{prefix}/"

    def unreadable(error: OSError) -> None:
        complain(f"{error.filename}: {error.strerror or error}")

    for place, folders, files in os.walk(folder, onerror=unreadable):
        if LEDGER in files and place != folder:
            folders.clear()  # what a batch wrote is no input, unless it is named
            continue
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and os.path.realpath(os.path.join(place, name)) != skipped
        )
        inner = Path(place).relative_to(folder).as_posix()
        inner = "" if inner == "." else f"{inner}/"
        for name in sorted(files):
            path = os.path.join(place, name)
            if name.startswith(".") or not _is_file(path):
                continue
            if NO_ARTICLE.search(name):
                passed.append(name)
            else:
                yield _source(path, f"{base}{inner}{name}")


def _is_file(path: str) -> bool:
    """False for a FIFO, socket or device: to read one may never end. A dead link is told later."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return True


def _source(path: str, mirrored: str) -> Source:
    """A collection keeps its suffix in its key, as its articles go into a folder of that name."""
    return Source(path, mirrored if _COLLECTION.search(path) else stem(mirrored), mirrored)
