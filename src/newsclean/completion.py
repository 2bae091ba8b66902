"""What a shell offers for an option's value after the Tab key.

Each function takes what has been typed and gives the values that begin with it. Imports stand
inside the functions: whoever presses Tab waits for them.
"""

from __future__ import annotations

from collections.abc import Iterable


def methods(incomplete: str) -> list[str]:
    """Values of --method."""
    from newsclean.summary import METHODS

    return _beginning(incomplete, METHODS)


def formats(incomplete: str) -> list[str]:
    """Values of --format for one article."""
    from newsclean.request import OUTPUT_FORMATS

    return _beginning(incomplete, OUTPUT_FORMATS)


def batch_formats(incomplete: str) -> list[str]:
    """Values of --format for a batch."""
    from newsclean.batch.formats import FORMATS

    return _beginning(incomplete, FORMATS)


def favours(incomplete: str) -> list[str]:
    """Values of --favour."""
    return _choices("favour", incomplete)


def colors(incomplete: str) -> list[str]:
    """Values of --color."""
    return _choices("color", incomplete)


def kinds(incomplete: str) -> list[str]:
    """Values of --from."""
    from newsclean.sources.read import KINDS

    return _beginning(incomplete, KINDS)


def parts(incomplete: str) -> list[str]:
    """Values of --show: a further part behind each comma.

    >>> parts("article,s")
    ['article,summary']
    """
    from newsclean.output.parts import PARTS

    before, comma, _ = incomplete.rpartition(",")
    named = before.split(",")
    return _beginning(incomplete, (f"{before}{comma}{part}" for part in PARTS if part not in named))


def topics(incomplete: str) -> list[str]:
    """Topics of `newsclean help`."""
    from newsclean.manual import topics as known

    return _beginning(incomplete, known())


def _choices(option: str, incomplete: str) -> list[str]:
    from newsclean.config import KEYS

    return _beginning(incomplete, KEYS[option].choices)


def _beginning(incomplete: str, known: Iterable[str]) -> list[str]:
    return [word for word in known if word.startswith(incomplete)]
