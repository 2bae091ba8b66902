"""Regular expressions that are compiled when they are first used.

A page uses a third of the patterns that its rooms have. To compile all of them takes longer than
to read the page, and the shell loop (one process an article) would pay it each time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


def lazy_regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Give what `re.compile` gives, compiled when one of its methods is first asked for."""
    return cast("re.Pattern[AnyStr]", _LazyRegex(source, flags))


class Opened(NamedTuple):
    """A pattern that is asked only where a text has the first two letters of what it finds.

    Signs may stand before these. That most lines begin otherwise is told in a tenth of the time.
    """

    pattern: re.Pattern[str]
    openings: frozenset[str]

    @classmethod
    def of(cls, pattern: re.Pattern[str], phrases: Iterable[str]) -> Opened:
        """A pattern that finds what begins with one of the phrases, which are in lower case."""
        return cls(pattern, frozenset(phrase[:2] for phrase in phrases))

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """What the pattern finds in a text at a place."""
        found = _OPENING.match(text, at)
        if found and found[1].isascii() and found[1].lower() not in self.openings:
            return None
        return self.pattern.match(text, at)


class _LazyRegex:
    """Stands for a compiled pattern, and has its methods as its own once it is compiled.

    After the first use a call costs what it costs on the pattern itself. Two threads that use it
    first at the same moment compile the same pattern twice; either may stay.
    """

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    if not TYPE_CHECKING:  # a type checker would take every attribute for one that exists

        def __getattr__(self, name: str) -> Any:
            """Compile the pattern. Python asks here for what the object does not have yet."""
            if name.startswith("__"):  # what copies and pickles ask for
                raise AttributeError(name)
            compiled = re.compile(self.pattern, self._flags)
            vars(self).update({method: getattr(compiled, method) for method in _METHODS})
            return getattr(compiled, name)


_OPENING = lazy_regex(r"\W{0,6}(\w\w)")
