"""How the program ends when something goes wrong: one line on stderr, and the documented code."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import sys
from typing import TYPE_CHECKING

from newsclean.errors import ClosedPipeError, ExitCode, NewscleanError

if TYPE_CHECKING:
    import typer

_REFUSALS = frozenset((errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN))
"""No more open files, memory, processes: the caller's limits, and no fault of the program."""

_BY_SIGNAL, _SOON_S = 128, 0.05
"""The exit codes of signals begin above; when one that was dropped is sent again."""

_NO_ROOM = ("failed to map segment", "annot allocate memory")
"""What the loader of glibc says of a library for which there is no memory."""


def _lacked_room(error: BaseException | None) -> bool:
    """Was a library not loaded for want of memory? numpy says so in what its error comes from."""
    while error is not None:
        if any(said in str(error) for said in _NO_ROOM):
            return True
        error = error.__cause__ or error.__context__
    return False


def complain(message: object) -> None:
    """Print one line on standard error, without control characters."""
    from newsclean.output.safe import printable

    try:
        shown = printable(str(message))
    except MemoryError:  # not even a pattern can be compiled any more
        shown = str(message).encode("unicode_escape").decode("ascii")
    tell("newsclean: " + " ".join(shown.split()))


def tell(line: str) -> None:
    """Print a line of the program's own on standard error."""
    with contextlib.suppress(OSError):  # standard error is closed: there is nowhere to say so
        print(line, file=sys.stderr, flush=True)  # noqa: T201 - this is the place


def _end_on_signals() -> None:
    """Let a closed terminal and `kill` end the program by way of all that it has to put away."""

    def end(number: int, _frame: object) -> None:
        sys.exit(_BY_SIGNAL + number)

    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:  # else `nohup`
            signal.signal(number, end)
    dropped = sys.unraisablehook

    def again(seen: sys.UnraisableHookArgs) -> None:
        """Send a signal once more whose exception Python drops: it came within a callback."""
        code = getattr(seen.exc_value, "code", None)
        if seen.exc_type is SystemExit and isinstance(code, int) and code > _BY_SIGNAL:
            number = code - _BY_SIGNAL
        elif seen.exc_type is KeyboardInterrupt:
            number = int(signal.SIGINT)
        else:
            dropped(seen)
            return
        import threading

        threading.Timer(_SOON_S, os.kill, (os.getpid(), number)).start()

    sys.unraisablehook = again


def run(app: typer.Typer) -> None:
    """Run `app` on the program's arguments and exit."""
    from typer.exceptions import TyperException

    from newsclean.output.stream import open_standard_streams

    open_standard_streams()
    _end_on_signals()
    debug, short = "--debug" in sys.argv, False
    try:
        code = app(standalone_mode=False, prog_name="newsclean") or ExitCode.OK
    except ClosedPipeError as error:
        code = error.exit_code
    except NewscleanError as error:
        if debug:
            raise
        complain(error)
        code = error.exit_code
    except TyperException as error:
        at = getattr(error, "ctx", None)
        complain(f"{error.format_message()} Try '{at.command_path if at else 'newsclean'} --help'.")
        code = ExitCode.USAGE
    except MemoryError:
        if debug:
            raise
        short = True  # said below, when what took the memory is gone with the exception
        code = ExitCode.SOME_FAILED
    except Exception as error:
        if debug:
            raise
        if isinstance(error, ImportError) and _lacked_room(error):
            complain("too little memory to load a library; see `ulimit -v`")
            sys.exit(ExitCode.SOME_FAILED)
        if isinstance(error, OSError) and error.errno in _REFUSALS:
            complain(f"the system refuses: {error.strerror}; see `ulimit -a`")
            sys.exit(ExitCode.SOME_FAILED)
        complain(f"unexpected {type(error).__name__}: {error}")
        complain("this is a bug; please report it with what the same command prints with --debug")
        code = ExitCode.SOME_FAILED
    if short:
        complain("out of memory; see `ulimit -v`, or give it less at once")
    sys.exit(int(code))
