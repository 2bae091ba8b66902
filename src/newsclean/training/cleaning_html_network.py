"""Trains the networks that `cleaning/markup_network.py` runs: labelled pages in, a file out.

Each epoch takes one variant of each page, as it is or tightly cropped; a net's weights are a
running average over its last steps. Needs torch, which newsclean itself does not.
"""

from __future__ import annotations

import math
import time
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from newsclean.cleaning.markup_network import GROUPS, Reader
from newsclean.cleaning.vocabulary import Vocabulary
from newsclean.training.cleaning_html_batches import (
    Batch,
    Prepared,
    Settings,
    batches,
    make_batch,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.markup_features import Marked
    from newsclean.cleaning.network import Bag, Floats

_WORD_CAP = 100
_LOG_BEYOND = 5.0


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


def reader(pages: Sequence[Page], settings: Settings) -> Reader:
    """Feature scaling and vocabularies, from the training pages alone."""
    whole = [page for page in pages if not page.variant]
    rows = np.concatenate(
        [np.concatenate([page.features, page.marked.features], axis=1) for page in whole]
    ).astype(np.float32)
    log: npt.NDArray[np.bool_] = np.quantile(np.abs(rows), 0.99, axis=0) > _LOG_BEYOND
    rows[:, log] = np.sign(rows[:, log]) * np.log1p(np.abs(rows[:, log]))
    center, scale = rows.mean(axis=0), 1 / (rows.std(axis=0) + 1e-3)
    words = [(page.bag, page.domain) for page in whole]
    names = [(page.marked.names, page.domain) for page in whole]
    return Reader(
        log,
        center.astype(np.float32),
        scale.astype(np.float32),
        Vocabulary(_vocabulary(words, settings.least_domains, settings.most_words)),
        Vocabulary(_vocabulary(names, settings.least_domains, settings.most_names)),
    )


def _vocabulary(bags: list[tuple[Bag, str]], least: int, most: int) -> npt.NDArray[np.uint32]:
    """The hashes that stand on most domains."""
    domains: dict[int, set[str]] = defaultdict(set)
    for bag, domain in bags:
        for word in np.unique(bag.hashes).tolist():
            domains[word].add(domain)
    order = sorted((-len(where), word) for word, where in domains.items() if len(where) >= least)
    return np.array(sorted(word for _, word in order[:most]), np.uint32)


def prepare(pages: Sequence[Page], read: Reader) -> list[Prepared]:
    """Pages as the nets read them."""
    return [
        Prepared(
            read(page.features, page.bag, page.marked, page.words),
            _targets(page.keep),
            _weights(page) * np.float32(page.weight),
            page.group,
            page.variant,
        )
        for page in pages
    ]


def _targets(keep: npt.NDArray[np.bool_]) -> Floats:
    targets = np.zeros((len(keep), 3), np.float32)
    targets[:, 0] = keep
    if keep.any():
        kept = np.flatnonzero(keep)
        targets[: kept[0], 1] = 1
        targets[kept[-1] + 1 :, 2] = 1
    return targets


def _weights(page: Page) -> Floats:
    """Lines weigh by their words, pages alike."""
    capped = np.minimum(page.words, _WORD_CAP) + 2
    body = float((capped * page.keep).sum())
    out: Floats = (capped / max(body, 0.25 * float(capped.sum()), 60.0)).astype(np.float32)
    return out


class _Block(nn.Module):
    def __init__(self, hidden: int, dilation: int, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(hidden)
        self.conv = nn.Conv1d(hidden, hidden, 3, padding=dilation, dilation=dilation)
        self.mix = nn.Linear(hidden, hidden)
        self.dropout = nn.Dropout(dropout)

    def forward(self, state: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
        seen = (self.norm(state) * real).transpose(1, 2)
        hidden = torch.relu(self.conv(seen).transpose(1, 2))
        return state + self.mix(self.dropout(hidden))  # type: ignore[no-any-return]


class _Pool(nn.Module):
    def __init__(self, hidden: int, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(hidden)
        self.said = nn.Linear(hidden, hidden)
        self.mix = nn.Linear(len(GROUPS) * hidden, hidden)
        self.dropout = nn.Dropout(dropout)

    def forward(self, state: torch.Tensor, batch: Batch) -> torch.Tensor:
        said = torch.relu(self.said(self.norm(state[batch.mask]))) * batch.weights
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
        self.input = nn.Linear(len(read.center) + 4 * size, hidden)
        self.mix = nn.Linear(hidden, hidden)
        self.blocks = nn.ModuleList(
            [_Block(hidden, dilation, settings.dropout) for dilation in settings.dilations]
        )
        self.pools = nn.ModuleDict(
            {str(index): _Pool(hidden, settings.dropout) for index in settings.pool_after}
        )
        self.notice = nn.Linear(hidden, settings.noticed)
        self.page = nn.Linear(3 * settings.noticed, hidden)
        self.end = nn.LayerNorm(hidden)
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
                noticed = torch.relu(self.notice(state)) * real
                state = state + torch.relu(self.page(_remember(noticed, real)))
        return self.out(self.dropout(self.end(state[batch.mask])))  # type: ignore[no-any-return]


def _mean(table: nn.EmbeddingBag, bag: torch.Tensor, offsets: torch.Tensor) -> torch.Tensor:
    counts = (offsets[1:] - offsets[:-1]).clamp(min=1).float().sqrt()[:, None]
    return table(bag, offsets) / counts  # type: ignore[no-any-return]


def _remember(noticed: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
    above = noticed.cummax(1).values
    below = noticed.flip(1).cummax(1).values.flip(1)
    mean = (noticed.sum(1) / real.sum(1))[:, None].expand_as(noticed)
    return torch.cat([above, below, mean], 2)


def fit(pages: list[Prepared], read: Reader, settings: Settings, seed: int) -> dict[str, Any]:
    """One trained net, as the arrays that `cleaning/markup_network.py` reads."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    rng = np.random.default_rng(seed)
    whole = [page for page in pages if not page.variant]
    variants: dict[str, list[Prepared]] = defaultdict(list)
    for page in pages:
        if page.variant:
            variants[page.group].append(page)
    net = _Net(read, settings)
    tables = [*net.words.parameters(), *net.names.parameters()]
    known = {id(table) for table in tables}
    rest = [weight for weight in net.parameters() if id(weight) not in known]
    optimizer = torch.optim.AdamW(
        [{"params": rest, "weight_decay": 0.02}, {"params": tables, "weight_decay": 0.05}],
        lr=settings.rate,
        betas=(0.9, 0.98),
    )
    averaged = {name: value.clone() for name, value in net.state_dict().items()}
    step, began = 0, time.process_time()
    for epoch in range(settings.epochs):
        drawn = [_draw(page, variants.get(page.group), settings.variants, rng) for page in whole]
        some_batches = batches(drawn, rng)
        lost = 0.0
        for some in some_batches:
            for group in optimizer.param_groups:
                group["lr"] = _rate(step / (len(some_batches) * settings.epochs), settings.rate)
            batch = make_batch(some, settings, rng)
            loss = _loss(net(batch), batch, settings)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            step += 1
            lost += loss.item()
            decay = min(settings.average, (1 + step) / (10 + step))
            for name, value in net.state_dict().items():
                averaged[name].lerp_(value, 1 - decay)
        took = time.process_time() - began
        print(f"seed {seed} epoch {epoch + 1} loss {lost / len(some_batches):.4f} {took:.0f} s")
    return _export(averaged, settings)


def _draw(
    page: Prepared, variants: list[Prepared] | None, share: float, rng: np.random.Generator
) -> Prepared:
    if variants and rng.random() < share:
        return variants[int(rng.integers(len(variants)))]
    return page


def _rate(done: float, highest: float) -> float:
    """The learning rate: a short rise, then a cosine down."""
    return highest * min(1.0, done / 0.08) * 0.5 * (1 + math.cos(math.pi * min(done, 1.0))) + 1e-5


def _loss(lines: torch.Tensor, batch: Batch, settings: Settings) -> torch.Tensor:
    soft = batch.targets * (1 - 2 * settings.smoothing) + settings.smoothing
    each = nn.functional.binary_cross_entropy_with_logits(lines, soft, reduction="none")
    each = each * batch.losses[:, None]
    return (each[:, 0].sum() + settings.region_weight * each[:, 1:].sum()) / batch.pages


def _export(state: dict[str, torch.Tensor], settings: Settings) -> dict[str, Any]:
    values = {name: value.detach().numpy() for name, value in state.items()}
    arrays: dict[str, Any] = {"words": values["words.weight"], "names": values["names.weight"]}

    def linear(ours: str, theirs: str) -> None:
        arrays[f"{ours}.w"] = values[f"{theirs}.weight"].T
        arrays[f"{ours}.b"] = values[f"{theirs}.bias"]

    def norm(ours: str, theirs: str) -> None:
        arrays[f"{ours}.g"], arrays[f"{ours}.o"] = (
            values[f"{theirs}.weight"],
            values[f"{theirs}.bias"],
        )

    for ours, theirs in (("in", "input"), ("mix", "mix"), ("notice", "notice"), ("page", "page")):
        linear(ours, theirs)
    linear("out", "out")
    norm("end", "end")
    for index in range(len(settings.dilations)):
        kernel = values[f"blocks.{index}.conv.weight"]  # out, in, place
        arrays[f"block{index}.conv.w"] = kernel.transpose(2, 1, 0).reshape(-1, kernel.shape[0])
        arrays[f"block{index}.conv.b"] = values[f"blocks.{index}.conv.bias"]
        linear(f"block{index}.mix", f"blocks.{index}.mix")
        norm(f"block{index}", f"blocks.{index}.norm")
    for index in settings.pool_after:
        linear(f"pool{index}.said", f"pools.{index}.said")
        linear(f"pool{index}.mix", f"pools.{index}.mix")
        norm(f"pool{index}", f"pools.{index}.norm")
    return {
        **arrays,
        "dilations": settings.dilations,
        "pool_after": settings.pool_after,
        "page_after": (settings.page_after,),
    }
