"""Trains the network of `newsclean.summary.ranking.network`.

Needs torch, which newsclean itself does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from newsclean.summary.ranking import readers
from newsclean.summary.ranking.network import Network
from newsclean.training.summary.words import Seen

INNER, EPOCHS, BATCH = 48, 20, 16
RATE, DECAY, INPUT_DROPOUT, DROPOUT = 2e-3, 0.02, 0.1, 0.3
_POOL = 8
"""Batches whose articles are sorted by length together, so that little is padded."""

Numbers = Any


class Module(nn.Module):
    """The network of `newsclean.summary.ranking.network`, for many articles at once."""

    def __init__(self, width: int, kinds: int) -> None:
        """`width` numbers of a sentence go in."""
        super().__init__()
        self.linear = nn.Linear(width, kinds)
        self.before = nn.Dropout(INPUT_DROPOUT)
        self.inner = nn.Linear(width, INNER)
        self.near = nn.Conv1d(INNER, INNER, 3, padding=1)
        self.whole = nn.Linear(2 * INNER, INNER)
        self.drop = nn.Dropout(DROPOUT)
        self.out = nn.Linear(INNER, kinds)
        nn.init.zeros_(self.out.weight)

    def forward(self, values: Numbers, mask: Numbers) -> Numbers:
        """`[articles, sentences, width]` to log-odds; `mask` is 1 where there is a sentence."""
        state = self.drop(functional.relu(self.inner(self.before(values)))) * mask[..., None]
        every = torch.cat([state.sum(1) / mask.sum(1, keepdim=True), state.amax(1)], 1)
        near = self.near(state.transpose(1, 2)).transpose(1, 2)
        seen = functional.relu(near + self.whole(every)[:, None])
        return self.linear(values) + self.out(state + self.drop(seen))

    def network(self) -> Network:
        """The same for numpy."""
        found = {name: value.detach().numpy() for name, value in self.named_parameters()}
        near = found["near.weight"]
        return Network(
            linear=found["linear.weight"].T,
            linear_bias=found["linear.bias"],
            inner=found["inner.weight"].T,
            inner_bias=found["inner.bias"],
            near=np.concatenate([near[:, :, step].T for step in range(3)]),
            near_bias=found["near.bias"],
            whole=found["whole.weight"].T,
            whole_bias=found["whole.bias"],
            out=found["out.weight"].T,
            out_bias=found["out.bias"],
        )


def fit_network(articles: Sequence[Seen], seed: int) -> Network:
    """A network, from articles whose `values` are in standard deviations and tell of words too."""
    torch.manual_seed(seed)
    draw = np.random.default_rng(seed)
    module = Module(articles[0].values.shape[1], len(readers.KINDS))
    steps = EPOCHS * len(_batches([1] * len(articles), np.random.default_rng(0)))
    optimizer = torch.optim.AdamW(module.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1)
    sizes = [len(one.values) for one in articles]
    for _ in range(EPOCHS):
        for batch in _batches(sizes, draw):
            values, mask, said = _padded([articles[number] for number in batch])
            odds = module(values, mask)
            share = mask / mask.sum(1, keepdim=True).sqrt()
            each = functional.binary_cross_entropy_with_logits(odds, said, reduction="none")
            loss = (each.sum(2) * share).sum() / (len(batch) * (1 + len(readers.KINDS)))
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(module.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return module.network()


def _batches(sizes: Sequence[int], draw: np.random.Generator) -> list[list[int]]:
    order = draw.permutation(len(sizes))
    pools = np.array_split(order, max(1, len(order) // (BATCH * _POOL)))
    lengths = np.array(sizes)
    found = []
    for pool in pools:
        ordered = pool[np.argsort(lengths[pool], kind="stable")]
        found += [ordered[at : at + BATCH].tolist() for at in range(0, len(ordered), BATCH)]
    draw.shuffle(found)
    return found


def _padded(articles: Sequence[Seen]) -> tuple[Numbers, Numbers, Numbers]:
    longest = max(len(one.values) for one in articles)
    values = np.zeros((len(articles), longest, articles[0].values.shape[1]), np.float32)
    said = np.zeros((len(articles), longest, articles[0].said.shape[1]), np.float32)
    mask = np.zeros((len(articles), longest), np.float32)
    for number, one in enumerate(articles):
        size = len(one.values)
        values[number, :size], said[number, :size], mask[number, :size] = one.values, one.said, 1.0
    return torch.from_numpy(values), torch.from_numpy(mask), torch.from_numpy(said)
