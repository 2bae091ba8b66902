"""What the trainings of all networks over lines share: scaling, targets, batches, the descent.

It knows nothing of a net but its parameters, and nothing of a page but its lines. Needs torch.
"""

from __future__ import annotations

import math
import time
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from newsclean.cleaning.model.embedding import Vocabulary
from newsclean.cleaning.model.text_network import Scaling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsclean.arrays import Bag, Floats

B = TypeVar("B")

LONGEST = 400
"""Lines of a page that are trained on at once."""
_LINES_A_BATCH = 4000
_WORD_CAP, _WORDS_MORE = 40, 12
"""A line weighs by its words up to so many, and so many more: a reader misses a lost sub-heading
as much as a lost sentence. With 100 and 2 captions and short lines hardly counted."""
_LOG_BEYOND = 12.0


class Course(Protocol):
    """How a net descends: part of the settings of each kind of net."""

    @property
    def epochs(self) -> int:
        """How often each page is seen."""

    @property
    def rate(self) -> float:
        """The highest learning rate."""

    @property
    def average(self) -> float:
        """How much of the running average of the weights stays at each step."""


def scaling(rows: Floats, columns: tuple[str, ...] = ()) -> Scaling:
    """How features become inputs; columns of large numbers by their logarithms."""
    rows = rows.astype(np.float32)
    log = np.flatnonzero(np.quantile(np.abs(rows), 0.99, axis=0) > _LOG_BEYOND)
    rows[:, log] = np.sign(rows[:, log]) * np.log1p(np.abs(rows[:, log]))
    return Scaling(log, rows.mean(axis=0), 1 / (rows.std(axis=0) + np.float32(1e-3)), columns)


def vocabulary(bags: Iterable[tuple[Bag, str]], least: int, most: int) -> Vocabulary:
    """The hashes on most domains: `least` domains or more, at `most` so many hashes.

    `bags` are those of pages, each with its domain.
    """
    domains: dict[int, set[str]] = defaultdict(set)
    for bag, domain in bags:
        for word in np.unique(bag.hashes).tolist():
            domains[word].add(domain)
    order = sorted((-len(where), word) for word, where in domains.items() if len(where) >= least)
    return Vocabulary(np.array(sorted(word for _, word in order[:most]), np.uint32))


def targets(keep: npt.NDArray[np.bool_]) -> Floats:
    """`[lines, 3]`: kept, before all that is kept, after all of it."""
    out = np.zeros((len(keep), 3), np.float32)
    out[:, 0] = keep
    if keep.any():
        kept = np.flatnonzero(keep)
        out[: kept[0], 1] = 1
        out[kept[-1] + 1 :, 2] = 1
    return out


def line_weights(keep: npt.NDArray[np.bool_], words: Floats) -> Floats:
    """Lines weigh by their words, pages alike: a long page is one page."""
    capped = np.minimum(words, _WORD_CAP) + _WORDS_MORE
    body = float((capped * keep).sum())
    out: Floats = (capped / max(body, 0.25 * float(capped.sum()), 60.0)).astype(np.float32)
    return out


def by_length(counts: Sequence[int], rng: np.random.Generator) -> list[list[int]]:
    """Numbers of pages in batches of about the same length, the batches in random order.

    `counts` is how many lines each page has.
    """
    lengths = [min(count, LONGEST) for count in counts]
    jitter = rng.random(len(lengths)) * 20
    batches: list[list[int]] = []
    current: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda index: lengths[index] + jitter[index]):
        if current and (len(current) + 1) * lengths[index] > _LINES_A_BATCH:
            batches.append(current)
            current = []
        current.append(index)
    batches.append(current)
    return [batches[index] for index in rng.permutation(len(batches))]


def window(keep: Floats, rng: np.random.Generator) -> tuple[int, int]:
    """Start and end of the lines of a page to train on; of long ones half begin at the body."""
    count = len(keep)
    if count <= LONGEST:
        return 0, count
    start = int(rng.integers(0, count - LONGEST + 1))
    kept = np.flatnonzero(keep > 0.5)
    if len(kept) and rng.random() < 0.5:
        start = min(max(0, int(kept[0]) - LONGEST // 4), count - LONGEST)
    return start, start + LONGEST


def loss_of_lines(lines: torch.Tensor, wanted: torch.Tensor, smoothing: float) -> torch.Tensor:
    """The loss of each log-odds, of the shape of `wanted`."""
    soft = wanted * (1 - 2 * smoothing) + smoothing
    return nn.functional.binary_cross_entropy_with_logits(lines, soft, reduction="none")


def begin(seed: int) -> np.random.Generator:
    """A source of chance; torch is told the same seed, and takes one core."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    return np.random.default_rng(seed)


def descend(
    net: nn.Module,
    course: Course,
    batches: Callable[[], Sequence[B]],
    loss: Callable[[B], torch.Tensor],
    note: str,
) -> dict[str, torch.Tensor]:
    """The state of a trained net, a running average over its last steps; `net` is changed.

    Args:
        net: its tables of word vectors are `nn.EmbeddingBag`, which decay faster.
        course: how long and how fast.
        batches: makes those of an epoch, as many each time.
        loss: of the net on one of them.
        note: what to call it in the line that is printed for each epoch.
    """
    optimizer = _optimizer(net, course.rate)
    averaged = {name: value.clone() for name, value in net.state_dict().items()}
    step, began = 0, time.process_time()
    for epoch in range(course.epochs):
        some = batches()
        lost = 0.0
        for batch in some:
            for group in optimizer.param_groups:
                group["lr"] = _rate(step / (len(some) * course.epochs), course.rate)
            found = loss(batch)
            optimizer.zero_grad()
            found.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            step += 1
            lost += found.item()
            decay = min(course.average, (1 + step) / (10 + step))
            for name, value in net.state_dict().items():
                averaged[name].lerp_(value, 1 - decay)
        took = time.process_time() - began
        print(f"{note} epoch {epoch + 1} loss {lost / len(some):.4f} {took:.0f} s", flush=True)
    return averaged


def _optimizer(net: nn.Module, rate: float) -> torch.optim.Optimizer:
    bags = [module for module in net.modules() if isinstance(module, nn.EmbeddingBag)]
    tables = [table for bag in bags for table in bag.parameters()]
    known = {id(table) for table in tables}
    rest = [weight for weight in net.parameters() if id(weight) not in known]
    return torch.optim.AdamW(
        [{"params": rest, "weight_decay": 0.02}, {"params": tables, "weight_decay": 0.05}],
        lr=rate,
        betas=(0.9, 0.98),
    )


def _rate(done: float, highest: float) -> float:
    """The learning rate: a short rise, then a cosine down."""
    return highest * min(1.0, done / 0.08) * 0.5 * (1 + math.cos(math.pi * min(done, 1.0))) + 1e-5


def layers(state: dict[str, torch.Tensor], names: dict[str, str]) -> dict[str, Any]:
    """The arrays of linear layers under the names of `cleaning/layers.py`.

    Args:
        state: that of a trained net.
        names: ours, and those that the net has.
    """
    out = {}
    for ours, theirs in names.items():
        out[f"{ours}.w"] = state[f"{theirs}.weight"].numpy().T
        out[f"{ours}.b"] = state[f"{theirs}.bias"].numpy()
    return out
