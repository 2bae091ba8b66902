"""Files of a batch's own in the output folder: opened so that nothing there leads them astray.

The output folder may belong to somebody else, or be unpacked from somewhere. A link under the
name of the ledger is not followed, a FIFO is not waited for, and every failure is one message.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from newsclean.errors import InputError

_FULL = frozenset(
    (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EFBIG, errno.EMFILE, errno.ENFILE)
)
"""What no other name would help against: no room, no write access, no more open files."""
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)


class DiskError(InputError):
    """Nothing more can be written, whatever it is called."""


@contextlib.contextmanager
def writing(path: Path, *, needed: bool = False) -> Iterator[None]:
    """Turn what the system says of a failed write to `path` into an error of ours.

    Args:
        path: what is written.
        needed: whether the batch cannot go on without it.

    Raises:
        DiskError: nothing more can be written.
        InputError: this file cannot.
    """
    try:
        yield
    except OSError as error:
        kind = DiskError if needed or error.errno in _FULL else InputError
        raise kind(f"{path}: cannot write: {error.strerror or error}") from None


def open_kept(path: Path, flags: int = 0) -> int:
    """Open a file that stays between runs, for reading and writing; it is made if need be.

    Raises:
        OSError: it cannot be opened, it is a link, or no regular file.
    """
    file = os.open(path, os.O_RDWR | os.O_CREAT | _NO_FOLLOW | _NO_WAIT | flags, 0o666)
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise OSError(errno.EINVAL, "it is no regular file")
    return file


def open_new(path: Path) -> IO[bytes]:
    """Open a file that replaces whatever has its name; a link there goes, not what it leads to."""
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb")


def write_new(path: Path, data: bytes) -> None:
    """Write a file that replaces whatever has its name."""
    with open_new(path) as file:
        file.write(data)


def write_all(file: int, data: bytes) -> None:
    """Write all of `data`; the system may take a part at a time."""
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]
