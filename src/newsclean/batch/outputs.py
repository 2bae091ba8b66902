"""Which output belongs to which input: the one check that no two inputs have the same.

Files are checked before any work. How many records a collection has is known only once it is
read, so each of its records is checked when it comes; none overwrites the output of a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsclean.batch.listing import Source
from newsclean.errors import UsageError

_OWN = "newsclean's own file"
_SHOWN = 3
"""Clashes that a message names."""


class Outputs:
    """The outputs of a batch by the names that they have below the output folder."""

    def __init__(self, suffix: str, own: Iterable[str]) -> None:
        """Outputs end in `suffix`; the files called `own` are the batch's own."""
        self._suffix = suffix
        self._files = dict.fromkeys(map(str.casefold, own), _OWN)
        self._folders: dict[str, str] = {}
        self._collections: dict[str, str] = {}

    def claim(self, listed: Sequence[Source]) -> None:
        """Give every input its output.

        Raises:
            UsageError: two would have the same, or one needs a folder where another has a file.
        """
        clashes = [(other, source.path) for source in listed if (other := self._give(source))]
        clashes += self._records(listed)
        if clashes:
            raise UsageError(_told(clashes))

    def taken(self, key: str) -> str | None:
        """The input that has the output of `key`, a record of a collection, if one has."""
        name = f"{key}{self._suffix}".casefold()
        return self._files.get(name) or self._folders.get(name)

    def _give(self, source: Source) -> str | None:
        """Note the output of an input; the input that stands in its way, if there is one."""
        # a collection has no file of its own, but a folder
        name = (source.key if source.many else f"{source.key}{self._suffix}").casefold()
        rivals = [self._files.get(name), *map(self._files.get, _above(name))]
        if source.many:
            rivals.append(self._collections.get(name))
            self._collections.setdefault(name, source.path)
            self._folders.setdefault(name, source.path)
        else:
            rivals.append(self._folders.get(name))
            self._files.setdefault(name, source.path)
        for folder in _above(name):
            self._folders.setdefault(folder, source.path)
        return next(filter(None, rivals), None)

    def _records(self, listed: Sequence[Source]) -> Iterator[tuple[str, str]]:
        """Collections and the files that have the outputs of their records."""
        numbered: dict[str, Source] = {}
        for source in listed:
            folder, _, last = source.key.casefold().rpartition("/")
            if last.isdecimal() and not source.many:
                numbered.setdefault(folder, source)
        for source in listed:
            other = numbered.get(source.key.casefold())
            if other is not None and source.holds_many():
                yield source.path, other.path


def _above(name: str) -> Iterator[str]:
    """The folders that a name stands in.

    >>> list(_above("a/b/c.json"))
    ['a/b', 'a']
    """
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def _told(clashes: Sequence[tuple[str, str]]) -> str:
    shown = "; ".join(" and ".join(pair) for pair in clashes[:_SHOWN])
    more = f"; and {len(clashes) - _SHOWN} more" if len(clashes) > _SHOWN else ""
    return (
        f"these inputs would have the same output: {shown}{more}; "
        "rename them, or write them to different folders"
    )
