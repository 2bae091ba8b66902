"""Boosted trees as flat arrays: all trees are walked at once, for all rows.

A sum of small regression trees (Friedman 2001, "Greedy function approximation") is fitted by
`newsclean.training.cleaning.judge`; here it is only read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.arrays import Floats, Indices

_MOST_ROWS = 500
"""So many rows are walked at once: a bound on the memory, 1 kB a row and sixteen trees."""


class Trees(NamedTuple):
    """The nodes of all trees. The children of a node stand side by side, behind it.

    A row goes to the first child where its feature is at most the threshold, else to the second. A
    leaf has an endless threshold and leads to itself, so that each walk has as many steps.
    """

    feature: Indices
    threshold: Floats
    child: Indices
    value: Floats
    """What a leaf adds."""
    roots: Indices
    """`[outputs, trees]`: where each tree begins."""
    depth: int
    base: Floats
    """What each output is without any tree."""

    def __call__(self, rows: Floats) -> Any:
        """The sums over the trees, `[rows, outputs]`."""
        if len(rows) > _MOST_ROWS:
            parts = np.split(rows, range(_MOST_ROWS, len(rows), _MOST_ROWS))
            return np.concatenate([self(part) for part in parts])
        count, width = rows.shape
        flat = np.ascontiguousarray(rows, np.float32).ravel()
        starts = np.repeat(np.arange(count) * width, self.roots.size)
        at = np.tile(self.roots.ravel(), count)
        for _ in range(self.depth):
            value = flat.take(starts + self.feature.take(at))
            at = self.child.take(at) + (value > self.threshold.take(at))
        leaves = self.value.take(at).reshape(count, *self.roots.shape)
        return leaves.sum(axis=2) + self.base

    def arrays(self) -> dict[str, Any]:
        """The nodes as a file keeps them."""
        whole = {"feature": self.feature, "child": self.child, "roots": self.roots}
        return {
            **{name: value.astype(np.uint32) for name, value in whole.items()},
            "depth": np.array([self.depth], np.uint32),
            "threshold": self.threshold,
            "value": self.value,
            "base": self.base,
        }


def trees_of(arrays: Mapping[str, Any]) -> Trees:
    """The trees of what `arrays` gave."""
    feature, child, roots = (
        arrays[name].astype(np.int64) for name in ("feature", "child", "roots")
    )
    return Trees(
        feature,
        arrays["threshold"],
        child,
        arrays["value"],
        roots,
        int(arrays["depth"][0]),
        arrays["base"],
    )
