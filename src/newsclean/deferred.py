"""A part of a frozen record that is worked out when somebody first reads it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Deferring:
    """A record of which one part may be deferred: its slot stays empty until it is read."""

    __slots__ = ("_deferred",)

    if not TYPE_CHECKING:  # a type checker would take every attribute for one that exists

        def __getattr__(self, name: str) -> Any:
            """Work out the part that was deferred. Python asks here where a slot is empty."""
            try:
                part, make = object.__getattribute__(self, "_deferred")
            except AttributeError:  # nothing was deferred, or a copy is being filled
                part = None
            if part != name:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            value = make()
            object.__setattr__(self, name, value)
            # What `make` held is free now. Another thread that found the slot empty gets the value.
            object.__setattr__(self, "_deferred", (name, partial(_same, value)))
            return value


def defer(record: Deferring, part: str, make: Callable[[], object]) -> None:
    """Let `make` give the `part` of a record that nobody else has yet.

    It is called once, or by each of two threads that read the part at the same moment.
    """
    object.__delattr__(record, part)
    object.__setattr__(record, "_deferred", (part, make))


def _same(value: object) -> object:
    return value
