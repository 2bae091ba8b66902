"""Every error newsclean raises on purpose, and the exit code each one ends the program with."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes, as documented in `--help`, the README and `newsclean help exit-codes`."""

    OK = 0
    SOME_FAILED = 1
    USAGE = 2
    NO_ARTICLE = 3
    TIME_LIMIT = 124
    INTERRUPTED = 130
    CLOSED_PIPE = 141


class NewscleanError(Exception):
    """Anything that the user gets in one line instead of a traceback."""

    exit_code: ExitCode = ExitCode.SOME_FAILED


class UsageError(NewscleanError):
    """An option, a value or a configuration key is invalid."""

    exit_code = ExitCode.USAGE


class InputError(NewscleanError):
    """An input cannot be read: missing, a folder, binary, not decodable."""

    exit_code = ExitCode.SOME_FAILED


class OutputError(NewscleanError):
    """An output cannot be written: a full disk, a closed stream, no permission."""


class MissingExtraError(UsageError):
    """An input or output needs an extra that is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        """`what` needs the optional dependency group `extra`."""
        super().__init__(f"{what} needs an extra: pip install 'newsclean[{extra}]'")


class NoArticleError(NewscleanError):
    """Nothing in the input looks like an article."""

    exit_code = ExitCode.NO_ARTICLE


class TimeLimitError(NewscleanError):
    """A time limit ran out."""

    exit_code = ExitCode.TIME_LIMIT


class ClosedPipeError(NewscleanError):
    """The reader of the output is gone (`| head -1`): stop, and say nothing."""

    exit_code = ExitCode.CLOSED_PIPE
