"""A file of trained weights -> the weights, if they are of the features that the code makes.

A linear model that reads features by name silently loses those that were renamed. So each model
declares its names as families (`"{region} rank{rank}"`), the file has the families it was trained
with, and a difference is an error when the file is read. What the values are, tests hold.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from newsclean.languages import read_data


def read_weights(path: str, families: Sequence[str]) -> Mapping[str, float]:
    """The weights in a file of the package's data folder, by the name of the feature.

    Raises:
        ValueError: the file was trained with other families.
    """
    data = read_data(path)
    if data["families"] != list(families):
        raise ValueError(f"{path} was trained with other features; train it again")
    weights: Mapping[str, float] = data["weights"]
    return weights


def written(families: Sequence[str], weights: Mapping[str, float]) -> str:
    """The text of a weights file."""
    record = {"families": list(families), "weights": dict(sorted(weights.items()))}
    return json.dumps(record, ensure_ascii=False, indent=0) + "\n"
