"""Files that are compressed with gzip, bzip2 or xz, opened as if they were not."""

from __future__ import annotations

from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def unpacked(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """The content of a file that can be read from its beginning again.

    Reading it raises OSError, EOFError or zlib.error where it is damaged.
    """
    head = file.read(6)
    file.seek(0)
    if head.startswith(b"\x1f\x8b"):
        import gzip

        with gzip.GzipFile(fileobj=file) as opened:
            yield cast("IO[bytes]", opened)
    elif head.startswith(b"BZh"):
        import bz2

        with bz2.BZ2File(file) as opened_bz2:
            yield cast("IO[bytes]", opened_bz2)
    elif head.startswith(b"\xfd7zXZ"):
        import lzma

        try:
            with lzma.LZMAFile(file) as opened_xz:
                yield cast("IO[bytes]", opened_xz)
        except lzma.LZMAError as error:
            raise OSError(str(error)) from error
    else:
        yield file
