"""The names of the columns that a network reads, and what to say where they are others.

A network is trained on columns in one order. Its file has their names, so that a feature that was
inserted, renamed or moved is found out before a page is misread.
"""

from __future__ import annotations

from functools import cache

_SHOWN_NAMES = 5
"""So many names are in the message at most."""


@cache
def numbered(rows: tuple[tuple[str, int], ...]) -> tuple[str, ...]:
    """The name of each column, where a name may stand for several rows.

    >>> numbered((("depth", 1), ("near", 2)))
    ('depth', 'near.0', 'near.1')
    """
    return tuple(
        name if count == 1 else f"{name}.{row}" for name, count in rows for row in range(count)
    )


def compare(trained_on: tuple[str, ...], columns: tuple[str, ...]) -> None:
    """Pass where `columns` are those that the network was `trained_on`.

    Raises:
        ValueError: they are not; the message names those that are missing, new, or out of place.
    """
    if trained_on == columns:
        return
    missing = [name for name in trained_on if name not in columns]
    new = [name for name in columns if name not in trained_on]
    moved = [one for one, other in zip(trained_on, columns, strict=False) if one != other]
    told = [("missing", missing), ("not trained on", new)]
    if not missing and not new:
        told = [("out of place", moved)]
    parts = [f"{what}: {', '.join(names[:_SHOWN_NAMES])}" for what, names in told if names]
    raise ValueError(
        f"the network was trained on {len(trained_on)} features, given {len(columns)}; "
        f"{'; '.join(parts) or 'a name stands there twice'}; train it anew"
    )
