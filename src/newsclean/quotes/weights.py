"""A file of trained weights -> the weights, if they are of the features that the code makes.

A linear model that reads features by name silently loses those that were renamed. So each model
declares its names as families (`"{region} rank{rank}"`) over values, the file has the families it
was trained with, and a difference is an error when the file is read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import product

from newsclean.languages import read_data
from newsclean.patterns import lazy_regex

_VALUE = lazy_regex(r"\{(\w+)\}")


def vocabulary(families: Sequence[str], values: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Every name that the families give with these values.

    >>> sorted(vocabulary(["{side} gap{size}"], {"side": "LR", "size": "01"}))
    ['L gap0', 'L gap1', 'R gap0', 'R gap1']
    """
    names: set[str] = set()
    for family in families:
        template = _VALUE.sub("%s", family)
        choices = [values[name] for name in _VALUE.findall(family)]
        names.update(template % choice for choice in product(*choices))
    return frozenset(names)


def read_weights(
    path: str, families: Sequence[str], values: Mapping[str, Sequence[str]]
) -> Mapping[str, float]:
    """The weights in a file of the package's data folder, by the name of the feature.

    Raises:
        ValueError: the file was trained with other families, or has a name that they do not give.
    """
    data = read_data(path)
    if data["families"] != list(families):
        raise ValueError(f"{path} was trained with other features; train it again")
    weights: Mapping[str, float] = data["weights"]
    unknown = sorted(weights.keys() - vocabulary(families, values))
    if unknown:
        raise ValueError(f"{path} has weights of unknown features: {', '.join(unknown[:5])}")
    return weights


def written(families: Sequence[str], weights: Mapping[str, float]) -> str:
    """The text of a weights file."""
    record = {"families": list(families), "weights": dict(sorted(weights.items()))}
    return json.dumps(record, ensure_ascii=False, indent=0) + "\n"
