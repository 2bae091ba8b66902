"""Where output goes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from newsclean.errors import ClosedPipeError, OutputError, UsageError
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_STDOUT = ("-", "/dev/stdout")
_OTHERS = lazy_regex(
    r"\.(?:pdf|docx?|odt|rtf|epub|tex|xlsx?|ods|xml|ya?ml|parquet|gz|zip|png|jpe?g|svg)"
)
"""Suffixes that promise a format which is not written: text under such a name misleads."""


class _Output(io.FileIO):
    """Standard output that raises errors of ours.

    After the first error it accepts everything: Python writes once more at exit and would complain.
    """

    _failed = False

    def write(self, data: ReadableBuffer, /) -> int:
        if not self._failed:
            try:
                return super().write(data)
            except BrokenPipeError:
                self._failed = True
                raise ClosedPipeError from None
            except OSError as error:
                self._failed = True
                why = "closed" if error.errno == errno.EBADF else error.strerror
                raise OutputError(f"standard output: cannot write: {why}") from None
        return memoryview(data).nbytes


def open_standard_streams() -> None:
    """Open standard streams that the caller closed, so that they can be used.

    Otherwise the next file to be opened would get the number of the closed stream, and output
    would go into it. Reading or writing a stream that was closed still fails.
    """
    if os.name != "posix":
        return
    for number, mode in ((0, os.O_WRONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            filler = os.open(os.devnull, mode)
            if filler != number:
                os.dup2(filler, number)
                os.close(filler)
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = io.TextIOWrapper(
        io.BufferedWriter(_Output(1, "w", closefd=False)),
        encoding=sys.stdout.encoding if sys.stdout else "utf-8",
        errors="backslashreplace",
    )


def write_stdout(text: str) -> None:
    """Write text to standard output as UTF-8, at once.

    Raises:
        ClosedPipeError: the reader is gone.
        OutputError: it is full or closed.
    """
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def place(name: str | Path | None) -> Path | None:
    """The file that a user named for output; None is standard output, which may be named too."""
    return None if name is None or str(name) in _STDOUT else Path(name)


def write(path: Path | None, text: str) -> None:
    """Write text to a file or, with None, to standard output.

    A new file is written beside its place and then renamed, so that nobody ever sees half a file;
    it keeps the mode of the one it replaces. A link stays a link. A FIFO, a device or a process
    substitution is written to.

    Raises:
        ClosedPipeError: the reader is gone.
        OutputError: the file cannot be written.
    """
    if path is None:
        write_stdout(text)
        return
    data = text.encode("utf-8", "backslashreplace")
    try:
        before = path.stat() if path.exists() else None
        if before is None or stat.S_ISREG(before.st_mode):
            _replace(Path(os.path.realpath(path)), data, before)
        else:
            with open(path, "wb") as stream:
                stream.write(data)
    except BrokenPipeError:
        raise ClosedPipeError from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise OutputError(f"{path}: cannot write: {why}") from None


def _replace(path: Path, data: bytes, before: os.stat_result | None) -> None:
    """Put a file with `data` in the place of `path`; `before` is what is known of the old one."""
    if before and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".newsclean-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if before:
            with contextlib.suppress(OSError):  # another's file, which may become ours
                os.chown(temporary, before.st_uid, before.st_gid)
            os.chmod(temporary, stat.S_IMODE(before.st_mode))
        else:
            mask = os.umask(0)
            os.umask(mask)
            os.chmod(temporary, 0o666 & ~mask)
        os.replace(temporary, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)


def refuse_overwriting(path: Path | None, inputs: Iterable[str]) -> None:
    """Check that the output is not one of the inputs; "-" is standard input.

    Raises:
        UsageError: it is one.
    """
    if path is None or not os.path.isfile(path):
        return
    for name in inputs:
        with contextlib.suppress(OSError, ValueError):
            own = os.fstat(0) if name == "-" else os.stat(name)
            if os.path.samestat(path.stat(), own):
                raise UsageError(f"{path}: is an input; choose another name for the output")


def refuse_suffix(output: Path, written: str, others: str = "") -> None:
    """See to it that the name of an output promises no format that is not written.

    Raises:
        UsageError: it does; `others` are suffixes that this command does not write either.
    """
    suffix = output.suffix.lower()
    if _OTHERS.fullmatch(suffix) or suffix in others.split():
        raise UsageError(
            f"{output}: {suffix} is not written; {written} are, and --format writes to any name"
        )


def wants_color(when: str, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether to colour: `--color` first, then NO_COLOR, FORCE_COLOR, TERM=dumb, then the stream.

    Source: no-color.org, force-color.org; Node's programs ignore FORCE_COLOR=0, and so does this.
    """
    if when != "auto":
        return when == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return environ.get("TERM") != "dumb" and stream.isatty()


def is_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def terminal_width() -> int:
    """Columns of the terminal; the COLUMNS variable wins."""
    return shutil.get_terminal_size((80, 24)).columns
