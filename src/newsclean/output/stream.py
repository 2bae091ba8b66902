"""Where output goes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

from newsclean.errors import ClosedPipeError, InputError, UsageError


def write_stdout(text: str) -> None:
    """Write text to standard output as UTF-8, at once.

    Raises:
        ClosedPipeError: nobody reads any more.
    """
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python flushes once more at exit and would complain about the pipe again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise ClosedPipeError from None


def write_file(path: Path, text: str) -> None:
    """Write `path` by way of a temporary file beside it, so that no half file is ever seen.

    Raises:
        InputError: it cannot be written there.
    """
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise InputError(f"{path}: cannot write: {error.strerror}") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(path)
    except OSError as error:
        raise InputError(f"{path}: cannot write: {error.strerror}") from None
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(temporary).unlink()


def refuse_overwriting(path: Path, inputs: Iterable[str]) -> None:
    """See to it that the output is none of the inputs.

    Raises:
        UsageError: it is one.
    """
    for name in inputs:
        with contextlib.suppress(OSError, ValueError):
            if path.exists() and path.samefile(name):
                raise UsageError(f"{path}: is an input; choose another name for the output")


def wants_color(when: str, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether to colour: `--color` first, then NO_COLOR, FORCE_COLOR, TERM=dumb, then the stream.

    Source: no-color.org, force-color.org.
    """
    if when != "auto":
        return when == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return environ.get("TERM") != "dumb" and stream.isatty()


def terminal_width() -> int:
    """Columns of the terminal; the COLUMNS variable wins."""
    return shutil.get_terminal_size((80, 24)).columns
