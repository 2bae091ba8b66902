"""Trains the networks that `cleaning/markup_network.py` runs: labelled pages in, a file out.

Each epoch takes one variant of each page, as it is or tightly cropped; a net's weights are a
running average over its last steps. Needs torch, which newsclean itself does not.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from newsclean.cleaning.model.markup_network import GROUPS, Reader
from newsclean.training.cleaning import fitting
from newsclean.training.cleaning.html_batches import (
    Batch,
    Prepared,
    Settings,
    batches,
    make_batch,
)
from newsclean.training.cleaning.network_modules import (
    Block,
    ChannelDropout,
    normalise,
    remember,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.arrays import Bag, Floats
    from newsclean.cleaning.features.markup import Marked


@dataclass(frozen=True, slots=True)
class Page:
    """One labelled page, or a variant of one; variants share a `group`."""

    group: str
    domain: str
    features: Floats
    bag: Bag
    marked: Marked
    keep: npt.NDArray[np.bool_]
    words: Floats
    variant: bool = False
    weight: float = 1.0


def reader(pages: Sequence[Page], settings: Settings, columns: tuple[str, ...] = ()) -> Reader:
    """Feature scaling and vocabularies, from the training pages alone."""
    whole = [page for page in pages if not page.variant]
    rows = [np.concatenate([page.features, page.marked.features], axis=1) for page in whole]
    words = [(page.bag, page.domain) for page in whole]
    names = [(page.marked.names, page.domain) for page in whole]
    least = settings.least_domains
    return Reader(
        fitting.scaling(np.concatenate(rows), columns),
        fitting.vocabulary(words, least, settings.most_words),
        fitting.vocabulary(names, least, settings.most_names),
    )


def prepare(pages: Sequence[Page], read: Reader) -> list[Prepared]:
    """Pages as the nets read them."""
    return [
        Prepared(
            read(page.features, page.bag, page.marked, page.words),
            fitting.targets(page.keep),
            fitting.line_weights(page.keep, page.words) * np.float32(page.weight),
            page.group,
            page.variant,
        )
        for page in pages
    ]


class _Pool(nn.Module):
    def __init__(self, hidden: int, dropout: float) -> None:
        super().__init__()
        self.said = nn.Linear(hidden, hidden)
        self.mix = nn.Linear(len(GROUPS) * hidden, hidden)
        self.dropout = nn.Dropout(dropout)

    def forward(self, state: torch.Tensor, batch: Batch) -> torch.Tensor:
        said = torch.relu(self.said(normalise(state[batch.mask]))) * batch.weights
        means = []
        for group in batch.groups:
            count = int(group.max()) + 1
            sums = said.new_zeros(count, said.shape[1]).index_add_(0, group, said)
            weights = said.new_zeros(count, 1).index_add_(0, group, batch.weights)
            means.append((sums / weights)[group])
        out = torch.zeros_like(state)
        out[batch.mask] = self.mix(self.dropout(torch.cat(means, 1)))
        return state + out


class _Net(nn.Module):
    def __init__(self, read: Reader, settings: Settings) -> None:
        super().__init__()
        hidden, size = settings.hidden, settings.embedding
        self.page_after = settings.page_after
        self.words = nn.EmbeddingBag(len(read.words), size, mode="sum", include_last_offset=True)
        self.names = nn.EmbeddingBag(len(read.names), size, mode="sum", include_last_offset=True)
        for table in (self.words, self.names):
            nn.init.normal_(table.weight, 0, 0.1)
        self.input = nn.Linear(len(read.scaling.center) + 4 * size, hidden)
        self.mix = nn.Linear(hidden, hidden)
        self.blocks = nn.ModuleList(
            [
                Block(hidden, dilation, ChannelDropout(settings.dropout))
                for dilation in settings.dilations
            ]
        )
        self.pools = nn.ModuleDict(
            {str(index): _Pool(hidden, settings.dropout) for index in settings.pool_after}
        )
        self.notice = nn.Linear(hidden, settings.noticed)
        self.page = nn.Linear(3 * settings.noticed, hidden)
        self.out = nn.Linear(hidden, 3)
        self.dropout = nn.Dropout(settings.dropout)

    def forward(self, batch: Batch) -> torch.Tensor:
        parts = [batch.features, self.dropout(_mean(self.words, batch.words, batch.word_offsets))]
        vectors = self.dropout(_mean(self.names, batch.names, batch.name_offsets))
        vectors = torch.cat([vectors, vectors.new_zeros(1, vectors.shape[1])])
        around = vectors[batch.paths]
        heights = (batch.paths[:, 2:] < len(vectors) - 1).sum(1).clamp(min=1).sqrt()[:, None]
        parts += [around[:, 0], around[:, 1], around[:, 2:].sum(1) / heights]
        flat = self.mix(self.dropout(torch.relu(self.input(torch.cat(parts, 1)))))
        state = flat.new_zeros(*batch.mask.shape, flat.shape[1])
        state[batch.mask] = flat
        real = batch.mask[:, :, None].float()
        for index, block in enumerate(self.blocks):
            state = block(state, real)
            if str(index) in self.pools:
                state = self.pools[str(index)](state, batch)
            if index == self.page_after:
                state = state + torch.relu(self.page(remember(self.notice(state), real)))
        return self.out(self.dropout(normalise(state[batch.mask])))  # type: ignore[no-any-return]


def _mean(table: nn.EmbeddingBag, bag: torch.Tensor, offsets: torch.Tensor) -> torch.Tensor:
    counts = (offsets[1:] - offsets[:-1]).clamp(min=1).float().sqrt()[:, None]
    return table(bag, offsets) / counts  # type: ignore[no-any-return]


def fit(pages: list[Prepared], read: Reader, settings: Settings, seed: int) -> dict[str, Any]:
    """One trained net, as the arrays that `cleaning/markup_network.py` reads."""
    rng = fitting.begin(seed)
    whole = [page for page in pages if not page.variant]
    variants: dict[str, list[Prepared]] = defaultdict(list)
    for page in pages:
        if page.variant:
            variants[page.group].append(page)
    net = _Net(read, settings)

    def epoch() -> list[list[Prepared]]:
        share = settings.variants
        return batches([_draw(page, variants.get(page.group), share, rng) for page in whole], rng)

    def loss(some: list[Prepared]) -> torch.Tensor:
        batch = make_batch(some, settings, rng)
        return _loss(net(batch), batch, settings)

    return _export(fitting.descend(net, settings, epoch, loss, f"seed {seed}"), settings)


def _draw(
    page: Prepared, variants: list[Prepared] | None, share: float, rng: np.random.Generator
) -> Prepared:
    if variants and rng.random() < share:
        return variants[int(rng.integers(len(variants)))]
    return page


def _loss(lines: torch.Tensor, batch: Batch, settings: Settings) -> torch.Tensor:
    each = fitting.loss_of_lines(lines, batch.targets, settings.smoothing)
    each = each * batch.losses[:, None]
    return (each[:, 0].sum() + settings.region_weight * each[:, 1:].sum()) / batch.pages


def _export(state: dict[str, torch.Tensor], settings: Settings) -> dict[str, Any]:
    names = {"in": "input", **{name: name for name in ("mix", "notice", "page", "out")}}
    for index in range(len(settings.dilations)):
        names |= {f"block{index}.{part}": f"blocks.{index}.{part}" for part in ("conv", "mix")}
    for index in settings.pool_after:
        names |= {f"pool{index}.{part}": f"pools.{index}.{part}" for part in ("said", "mix")}
    return {
        **fitting.layers(state, names),
        **{name: state[f"{name}.weight"].numpy() for name in ("words", "names")},
        "dilations": settings.dilations,
        "pool_after": settings.pool_after,
        "page_after": (settings.page_after,),
    }
