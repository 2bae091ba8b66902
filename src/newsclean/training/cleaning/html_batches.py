"""Batches of labelled HTML pages for training, and the settings they are made with."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from newsclean.cleaning.model.markup_network import GROUPS, Inputs
from newsclean.training.cleaning import fitting

if TYPE_CHECKING:
    from newsclean.arrays import Floats


@dataclass(frozen=True, slots=True)
class Settings:
    """How a net is built and trained."""

    hidden: int = 64
    embedding: int = 16
    dilations: tuple[int, ...] = (1, 2, 4, 8, 16, 1)
    pool_after: tuple[int, ...] = (1, 3)
    page_after: int = 2
    noticed: int = 32
    epochs: int = 12
    rate: float = 3e-3
    dropout: float = 0.2
    word_dropout: float = 0.2
    noise: float = 0.1
    smoothing: float = 0.01
    region_weight: float = 0.3
    variants: float = 0.22
    """How often a variant of a page takes its place."""
    average: float = 0.995
    least_domains: int = 6
    most_words: int = 10_000
    most_names: int = 5_000


@dataclass(slots=True)
class Prepared:
    """A page as the nets read it, with what they should say."""

    inputs: Inputs
    targets: Floats
    """`[lines, 3]`: keep, before the body, after it."""
    weights: Floats
    group: str
    variant: bool


@dataclass(slots=True)
class Batch:
    """Several pages as tensors; `mask` is `[pages, longest]`, all else is flat over lines."""

    features: torch.Tensor
    words: torch.Tensor
    word_offsets: torch.Tensor
    names: torch.Tensor
    name_offsets: torch.Tensor
    paths: torch.Tensor
    groups: torch.Tensor
    weights: torch.Tensor
    mask: torch.Tensor
    targets: torch.Tensor
    losses: torch.Tensor
    pages: int


def batches(pages: list[Prepared], rng: np.random.Generator) -> list[list[Prepared]]:
    """Pages of about the same length together, in random order."""
    counts = [len(page.targets) for page in pages]
    return [[pages[index] for index in some] for some in fitting.by_length(counts, rng)]


def make_batch(pages: list[Prepared], settings: Settings, rng: np.random.Generator) -> Batch:
    """Pages of about the same length side by side; long ones are cut to a window."""
    spans = [fitting.window(page.targets[:, 0], rng) for page in pages]
    longest = max(end - start for start, end in spans)
    mask = np.zeros((len(pages), longest), bool)
    parts: dict[str, list[Any]] = defaultdict(list)
    kinds = 0
    offsets = np.zeros(len(GROUPS), np.int64)
    for row, (page, (start, end)) in enumerate(zip(pages, spans, strict=True)):
        mask[row, : end - start] = True
        inputs, cut = page.inputs, slice(start, end)
        parts["features"].append(inputs.features[cut])
        inside = (inputs.lines >= start) & (inputs.lines < end)
        inside &= rng.random(len(inside)) > settings.word_dropout
        parts["words"].append(inputs.words[inside])
        counts = np.bincount(inputs.lines[inside] - start, minlength=end - start)
        parts["word_counts"].append(counts)
        count = int(inputs.paths.max()) + 1
        stay = rng.random(len(inputs.names)) > settings.word_dropout
        parts["names"].append(inputs.names[stay])
        parts["name_counts"].append(np.bincount(inputs.kinds[stay], minlength=count))
        path = inputs.paths[:, cut].T
        parts["paths"].append(np.where(path >= 0, path + kinds, -1))
        kinds += count
        parts["groups"].append(inputs.groups[:, cut] + offsets[:, None])
        offsets += inputs.groups.max(axis=1) + 1
        parts["weights"].append(inputs.weights[cut])
        parts["targets"].append(page.targets[cut])
        parts["losses"].append(page.weights[cut])
    joined = {name: np.concatenate(some) for name, some in parts.items() if name != "groups"}
    features = joined["features"]
    features = features + rng.normal(0, settings.noise, features.shape).astype(np.float32)
    tensor = torch.from_numpy
    return Batch(
        tensor(features.astype(np.float32)),
        tensor(joined["words"]),
        tensor(np.concatenate([[0], np.cumsum(joined["word_counts"])])),
        tensor(joined["names"]),
        tensor(np.concatenate([[0], np.cumsum(joined["name_counts"])])),
        tensor(np.where(joined["paths"] >= 0, joined["paths"], kinds)),
        tensor(np.concatenate(parts["groups"], axis=1)),
        tensor(joined["weights"]),
        tensor(mask),
        tensor(joined["targets"]),
        tensor(joined["losses"]),
        len(pages),
    )
