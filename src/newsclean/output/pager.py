"""Text that is longer than the terminal goes through the user's pager, as git's does.

`PAGER` names it, else it is `less`; empty or `cat` is none. `LESS=FRX` (leave where all fits, keep
colours, keep the screen) is set for it unless the user has set `LESS`.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from types import TracebackType
from typing import Self

from newsclean.errors import ClosedPipeError
from newsclean.output import stream

_DEFAULT = "less"
_NONE = ("", "cat")
_FOR_LESS = {"LESS": "FRX", "LV": "-c"}


class Pager:
    """Takes text for standard output; a pager is started once it is longer than the screen."""

    def __init__(self, *, wanted: bool, environ: Mapping[str, str]) -> None:
        """Page if that is `wanted`, standard output is a terminal, and there is a pager."""
        self._environ = environ
        command = shlex.split(environ.get("PAGER", _DEFAULT)) if wanted else []
        usable = bool(command) and command[0] not in _NONE and stream.is_terminal()
        self._command = command if usable and shutil.which(command[0]) else []
        self._held: list[str] = []
        self._lines = 0
        self._process: subprocess.Popen[bytes] | None = None

    def write(self, text: str) -> None:
        """Write some of the text.

        Raises:
            ClosedPipeError: the user has left the pager.
        """
        if not self._command:
            stream.write_stdout(text)
            return
        self._held.append(text)
        self._lines += text.count("\n")
        if self._process or self._lines >= shutil.get_terminal_size((80, 24)).lines:
            self._send()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Print what is short as it is, or wait until the user has read."""
        if self._process is None:
            stream.write_stdout("".join(self._held))
            return
        assert self._process.stdin  # noqa: S101 - it was opened as a pipe
        # Ctrl-C is the pager's, which ends a search with it, until the user leaves
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            self._process.stdin.close()
        except OSError:
            pass  # the user has left before the end
        finally:
            self._process.wait()
            signal.signal(signal.SIGINT, before)

    def _send(self) -> None:
        if self._process is None:
            sys.stdout.flush()
            environment = _FOR_LESS | dict(self._environ)
            self._process = subprocess.Popen(  # noqa: S603 - it is the user's own command
                self._command, stdin=subprocess.PIPE, env=environment
            )
        assert self._process.stdin  # noqa: S101
        data = "".join(self._held).encode("utf-8", "backslashreplace")
        self._held.clear()
        try:
            self._process.stdin.write(data)
            self._process.stdin.flush()
        except BrokenPipeError:
            raise ClosedPipeError from None


def show(text: str, *, wanted: bool) -> None:
    """Print a whole text, through the pager where it is long."""
    with Pager(wanted=wanted, environ=os.environ) as pager:
        pager.write(text)
