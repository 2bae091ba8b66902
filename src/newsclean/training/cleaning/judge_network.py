"""Trains the judge's network over the lines at an article (`cleaning/judge/network.py`).

Pages stand one after the other in a batch, with gaps as wide as a line can see. Beside whether a
reader keeps a line the net learns of what kind a struck one is; that is not exported. Needs torch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn

from newsclean.cleaning.judge import judge as judging
from newsclean.cleaning.judge import network
from newsclean.training.cleaning import fitting
from newsclean.training.cleaning.judge_rows import CLEAN, REASONS
from newsclean.training.cleaning.judge_table import FOLDS, Table
from newsclean.training.cleaning.network_modules import Block, normalise

CLEAN_SHARE, SEEDS = 0.35, (0, 1)
"""So many of the clean bodies are learned from, and so many nets there are."""

Numbers = Any


@dataclass(frozen=True, slots=True)
class Settings:
    """How a net is built and trained; the defaults are what was best on other domains."""

    hidden: int = 80
    dilations: tuple[int, ...] = (1, 2, 4)
    epochs: int = 7
    rate: float = 3e-3
    decay: float = 0.05
    input_dropout: float = 0.15
    dropout: float = 0.3
    kind_weight: float = 0.3
    pages: int = 12
    """Of a batch."""
    lines: float = 60.0
    """The loss of a batch is the sum over its lines divided by this."""


class Lines(NamedTuple):
    """The lines of all pages, one after the other."""

    values: Numbers
    kept: Numbers
    own: Numbers
    """Which are the article's."""
    kinds: Numbers
    """For each the number of its kind; 0 of those of the article."""
    weights: Numbers
    """How much each counts; 0 where nothing is known of it."""
    starts: Sequence[int]
    """Where each page begins; one more, where the last ends."""


class Batch(NamedTuple):
    """Some pages; -1 in `index` is a gap."""

    index: Numbers
    page: torch.Tensor
    pages: int
    real: torch.Tensor
    kept: torch.Tensor

    def of(self, values: Numbers) -> torch.Tensor:
        """The values of the lines, 0 in the gaps."""
        out = values[self.index]
        out[self.index < 0] = 0
        return torch.from_numpy(out)


class Net(nn.Module):
    """Lines of some pages in; for each the log-odds that it is kept, and of what kind it is."""

    def __init__(self, width: int, kinds: int, settings: Settings) -> None:
        """`width` numbers a line, and `kinds` of lines."""
        super().__init__()
        hidden = settings.hidden
        self.enter = nn.Linear(width, hidden)
        self.blocks = nn.ModuleList(
            [
                Block(hidden, dilation, nn.Dropout(settings.dropout))
                for dilation in settings.dilations
            ]
        )
        self.about = nn.Linear(2 * hidden, hidden)
        self.out = nn.Linear(2 * hidden, 1 + kinds)
        self.before = nn.Dropout(settings.input_dropout)
        self.dropout = nn.Dropout(settings.dropout)

    def forward(self, inputs: torch.Tensor, batch: Batch) -> torch.Tensor:
        """`[lines, 1 + kinds]`."""
        entered = torch.relu(self.enter(self.before(inputs)))
        state = entered
        for index, block in enumerate(self.blocks):
            state = block(state[None], batch.real[None])[0]
            if not index:
                means = [_mean(entered, some, batch) for some in (batch.kept, batch.real)]
                state = state + self.about(torch.cat(means, 1))[batch.page]
        return self.out(self.dropout(torch.cat([entered, normalise(state)], 1)))


def _mean(state: torch.Tensor, some: torch.Tensor, batch: Batch) -> torch.Tensor:
    """The mean of some lines of each page."""
    sums = torch.zeros(batch.pages, state.shape[1]).index_add(0, batch.page, state * some)
    counts = torch.zeros(batch.pages, 1).index_add(0, batch.page, some)
    return sums / counts.clamp(min=1)


def batches(
    lines: Lines, pages: Numbers, settings: Settings, rng: np.random.Generator
) -> Iterator[Batch]:
    """The pages of these numbers in random order."""
    order = rng.permutation(pages)
    gap = np.full(max(settings.dilations), -1)
    for at in range(0, len(order), settings.pages):
        parts = [
            np.concatenate([np.arange(lines.starts[page], lines.starts[page + 1]), gap])
            for page in order[at : at + settings.pages]
        ]
        index = np.concatenate(parts)
        page = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
        real = (index >= 0).astype(np.float32)[:, None]
        kept = real * lines.kept[index][:, None]
        yield Batch(
            index,
            torch.from_numpy(page),
            len(parts),
            torch.from_numpy(real),
            torch.from_numpy(kept.astype(np.float32)),
        )


def fit_lines(
    lines: Lines, pages: Numbers, settings: Settings | None = None, seeds: Sequence[int] = SEEDS
) -> network.Network:
    """Nets fitted to the pages of these numbers, one for each seed."""
    settings = settings or Settings()
    torch.set_num_threads(1)
    chosen = np.concatenate([np.arange(lines.starts[at], lines.starts[at + 1]) for at in pages])
    scaling = fitting.scaling(lines.values[chosen])
    inputs = scaling(lines.values)
    nets = [export(trained(lines, inputs, pages, settings, seed), settings) for seed in seeds]
    return network.Network(scaling, tuple(map(network.net_of, nets)))


def trained(lines: Lines, inputs: Numbers, pages: Numbers, settings: Settings, seed: int) -> Net:
    """One net, fitted."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    net = Net(inputs.shape[1], int(lines.kinds.max()) + 1, settings)
    descent = torch.optim.AdamW(net.parameters(), settings.rate, weight_decay=settings.decay)
    steps = settings.epochs * -(-len(pages) // settings.pages)
    rates = torch.optim.lr_scheduler.OneCycleLR(
        descent, settings.rate, total_steps=steps + 1, pct_start=0.15
    )
    own, weights = lines.own.astype(np.float32), lines.weights.astype(np.float32)
    for _ in range(settings.epochs):
        for batch in batches(lines, pages, settings, rng):
            said = net(batch.of(inputs), batch)
            loss = nn.functional.binary_cross_entropy_with_logits(
                said[:, 0], batch.of(own), reduction="none"
            )
            loss = loss + settings.kind_weight * nn.functional.cross_entropy(
                said[:, 1:], batch.of(lines.kinds), reduction="none"
            )
            descent.zero_grad()
            total = (loss * batch.of(weights)).sum() / settings.lines
            total.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            descent.step()
            rates.step()
    return net


def export(net: Net, settings: Settings) -> dict[str, Any]:
    """The arrays that `cleaning.judge.network.net_of` reads."""
    named: list[tuple[str, Any]] = [("in", net.enter), ("about", net.about)]
    for index, block in enumerate(net.blocks):
        named += [(f"block{index}.conv", block.conv), (f"block{index}.mix", block.mix)]
    out: dict[str, Any] = {"dilations": settings.dilations}
    for name, layer in named:
        out[f"{name}.w"] = layer.weight.detach().numpy().T.copy()
        out[f"{name}.b"] = layer.bias.detach().numpy().copy()
    out["out.w"] = net.out.weight.detach().numpy()[:1].T.copy()
    out["out.b"] = net.out.bias.detach().numpy()[:1].copy()
    return {
        name: value.astype(np.float16).astype(np.float32) if hasattr(value, "dtype") else value
        for name, value in out.items()
    }


def fit(table: Table, rows: Numbers, pages: Numbers) -> network.Network:
    """The nets that read the lines of a page together, fitted to the pages of these numbers."""
    names = sorted(set(REASONS.values()))
    number = {name: at for at, name in enumerate(names, 1)}
    kinds = [number.get(REASONS.get(kind, ""), 0) for each in table.pages for kind in each.kinds]
    of_kind = np.where(table.own, 0, np.where(kinds, kinds, len(names) + 1))
    weights = table.weights * (table.known & (table.kept | ~table.ruled | table.light))
    lines = Lines(placed(table, rows), table.kept, table.own, of_kind, weights, table.starts)
    plain = np.array([each.kind == CLEAN for each in table.pages])
    lots = np.random.default_rng(7).random(len(plain))
    return fit_lines(lines, pages[~plain[pages] | (lots[pages] < CLEAN_SHARE)])


def placed(table: Table, rows: Numbers) -> Numbers:
    """The rows as the network reads them."""
    pairs = zip(table.starts, table.starts[1:], strict=False)
    return np.concatenate(
        [judging.with_places(rows[first:last], table.kept[first:last]) for first, last in pairs]
    )


def heard(table: Table, rows: Numbers, folds: Numbers) -> Numbers:
    """What nets say of each line that were not fitted to its fold."""
    odds, of_page = np.zeros(len(table.page)), folds[np.array(table.starts[:-1])]
    for fold in range(FOLDS):
        net = fit(table, rows, np.flatnonzero(of_page != fold))
        for page in np.flatnonzero(of_page == fold).tolist():
            here = slice(table.starts[page], table.starts[page + 1])
            kept = table.kept[here]
            odds[here] = net(rows[here], judging.place_columns(kept), kept)
    return odds
