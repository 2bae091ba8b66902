"""Archives (zip, tar) -> records: each member that may hold text, and the records of collections.

Sizes are watched while a member is unpacked, so that a small file cannot fill the memory, and
names are made safe before anything is named after them.
"""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO

from newsclean.errors import InputError
from newsclean.sources.limits import MAX_BYTES, read_at_most
from newsclean.sources.names import NO_ARTICLE, safe_path
from newsclean.sources.record import Record

MAX_TOTAL_BYTES = 2_000_000_000
"""What all members may have together when unpacked."""
MAX_MEMBERS = 200_000
_RATIO, _SMALL = 200, 1_000_000
"""A member of over a megabyte that unpacks to so many times its size is a bomb."""

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
"""What Python's reader raises for a damaged member."""

Expand = Callable[[bytes, str], Iterator[Record] | None]
"""The records of a collection in memory, None for one document."""


def of_zip(file: IO[bytes], name: str, expand: Expand) -> Iterator[Record]:
    """The articles of a zip archive.

    Raises:
        InputError: damaged, a bomb, or without anything that may be read.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
            _check(len(infos), sum(info.file_size for info in infos), name)
            members = _zip_members(archive, infos)
            yield from _records(members, name, expand)
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError) as error:
        raise InputError(f"{name}: a damaged archive: {error}") from error


def _zip_members(
    archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]
) -> Iterator[tuple[str, bytes | str]]:
    for info in infos:
        if not _is_wanted(info.filename):
            continue
        if info.flag_bits & 1:
            yield info.filename, "needs a password"
        elif info.file_size > _SMALL and info.file_size > _RATIO * max(1, info.compress_size):
            yield info.filename, "unpacks to hundreds of times its size"
        else:
            try:
                with archive.open(info) as member:
                    yield info.filename, read_at_most(member, MAX_BYTES + 1)
            except _DAMAGED:
                yield info.filename, "damaged"


def of_tar(file: IO[bytes], name: str, expand: Expand) -> Iterator[Record]:
    """The articles of a tar archive, whose compression is undone already.

    Raises:
        InputError: damaged, or too big.
    """
    try:
        with tarfile.open(fileobj=file, mode="r:") as archive:
            yield from _records(_tar_members(archive, name), name, expand)
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise InputError(f"{name}: a damaged archive: {error}") from error


def _tar_members(archive: tarfile.TarFile, name: str) -> Iterator[tuple[str, bytes | str]]:
    total = 0
    for number, info in enumerate(archive, 1):
        if not info.isfile() or not _is_wanted(info.name):
            continue
        total += info.size
        _check(number, total, name)
        member = archive.extractfile(info)
        if member is not None:
            yield info.name, read_at_most(member, MAX_BYTES + 1)


def _is_wanted(path: str) -> bool:
    """False for hidden files, what systems add, and what holds no text."""
    parts = path.replace("\\", "/").split("/")
    hidden = any(part.startswith(".") and part.strip(".") for part in parts)
    return not hidden and "__MACOSX" not in parts and NO_ARTICLE.search(path) is None


def _check(members: int, total: int, name: str) -> None:
    if members > MAX_MEMBERS or total > MAX_TOTAL_BYTES:
        raise InputError(
            f"{name}: an archive of more than {MAX_MEMBERS:,} files or "
            f"{MAX_TOTAL_BYTES // 1_000_000} MB; unpack it and use `newsclean batch`"
        )


def _records(
    members: Iterator[tuple[str, bytes | str]], name: str, expand: Expand
) -> Iterator[Record]:
    count = 0
    seen: dict[str, int] = {}
    for path, data in members:
        count += 1
        safe = safe_path(path)
        seen[safe.casefold()] = seen.get(safe.casefold(), 0) + 1
        if seen[safe.casefold()] > 1:
            safe = f"{safe}~{seen[safe.casefold()]}"
        label = f"{name}#{safe}"
        if isinstance(data, str):
            yield Record(label, error=data)
        elif len(data) > MAX_BYTES:
            yield Record(label, error=f"larger than {MAX_BYTES // 1_000_000} MB when unpacked")
        elif data.strip():
            yield from _expanded(data, label, expand)
    if not count:
        raise InputError(f"{name}: an archive with nothing in it that is read")


def _expanded(data: bytes, label: str, expand: Expand) -> Iterator[Record]:
    try:
        inner = expand(data, label)
        if inner is None:
            yield Record(label, data)
        else:
            yield from inner
    except InputError as error:
        yield Record(label, error=str(error).removeprefix(f"{label}: "))
