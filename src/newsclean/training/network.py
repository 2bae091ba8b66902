"""Trains the networks that `cleaning/network.py` runs: labelled pages in, a weights file out.

It knows nothing of where the features come from, so the model of plain text and the model of
HTML are both made here. Pages that are variants of one page (another view, a crop, a clean copy)
share a `group`; each epoch takes one variant of each group, so that no page weighs more than
another. Needs torch, which newsclean itself does not.
"""

from __future__ import annotations

import math
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from newsclean.cleaning import network
from newsclean.training.network_modules import Net, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.cleaning.network import Bag, Floats

_WORD_CAP = 100
_LOG_BEYOND = 5.0
_LONGEST = 400
_SCALED_ON = 2000
_LINES_A_BATCH = 4000


@dataclass(frozen=True, slots=True)
class Page:
    """One labelled page (or variant of one).

    `features` is `[lines, width]`; `keep` says which lines are the article's body; `words` is
    how many words each line has. `article` is None where it is not known whether the page is an
    article; a page that is none has `keep` all false, and only teaches that.
    """

    group: str
    domain: str
    features: Floats
    bag: Bag
    keep: npt.NDArray[np.bool_]
    words: npt.NDArray[np.float32]
    article: bool | None = True
    share: float = 1.0
    """How often this variant is drawn among those of its group, relative to the others."""
    weight: float = 1.0
    """Of its lines in the loss; 0 for a page that is there to tell articles from others."""
    view: str = ""


@dataclass(frozen=True, slots=True)
class Scaling:
    """How features become inputs, and which hashed words have a vector."""

    log: npt.NDArray[np.bool_]
    center: Floats
    scale: Floats
    vocabulary: network.Hashes

    def reader(self) -> network.Network:
        """A network without nets: it standardises features and looks words up."""
        return network.Network(
            len(self.center), self.log, self.center, self.scale, self.vocabulary, ()
        )


@dataclass(slots=True)
class _Prepared:
    inputs: npt.NDArray[np.float16]
    words: network.Indices
    lines: network.Indices
    targets: Floats
    """`[lines, 3]`: keep, before, after."""
    weights: Floats
    article: float
    group: str
    share: float


def scaling(pages: Sequence[Page], settings: Settings) -> Scaling:
    """Feature scaling and the vocabulary, from the training pages alone."""
    some = pages[:: max(1, len(pages) // _SCALED_ON)]
    rows = np.concatenate([page.features for page in some]).astype(np.float32)
    log: npt.NDArray[np.bool_] = np.quantile(np.abs(rows), 0.99, axis=0) > _LOG_BEYOND
    rows[:, log] = np.sign(rows[:, log]) * np.log1p(np.abs(rows[:, log]))
    center = rows.mean(axis=0)
    scale = 1 / (rows.std(axis=0) + 1e-3)
    domains: dict[int, set[str]] = defaultdict(set)
    for page in pages:
        for word in np.unique(page.bag.hashes).tolist():
            domains[word].add(page.domain)
    counts = Counter({word: len(where) for word, where in domains.items()})
    often = [
        word
        for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if count >= settings.least_domains
    ]
    vocabulary = np.array(sorted(often[: settings.most_words]), np.uint32)
    return Scaling(log, center.astype(np.float32), scale.astype(np.float32), vocabulary)


def fit(
    pages: Sequence[Page],
    *,
    settings: Settings,
    seeds: Iterable[int],
    shared: Scaling | None = None,
    note: str = "",
) -> bytes:
    """The weights file of an ensemble, one net for each seed; prints a line for each epoch."""
    known = shared or scaling(pages, settings)
    prepared = prepare(pages, known)
    nets = [export(fit_one(prepared, known, settings, seed), settings) for seed in seeds]
    return network.dump(known.log, known.center, known.scale, known.vocabulary, nets, note)


def prepare(pages: Sequence[Page], known: Scaling) -> list[_Prepared]:
    """Pages as the nets read them."""
    reader = known.reader()
    out = []
    for page in pages:
        words, lines = reader.look_up(page.bag)
        out.append(
            _Prepared(
                reader.standardise(page.features).astype(np.float16),
                words,
                lines,
                _targets(page),
                _weights(page) * page.weight,
                math.nan if page.article is None else float(page.article),
                page.group,
                page.share,
            )
        )
    return out


def _targets(page: Page) -> Floats:
    targets = np.zeros((len(page.keep), 3), np.float32)
    targets[:, 0] = page.keep
    if page.keep.any():
        kept = np.flatnonzero(page.keep)
        targets[: kept[0], 1] = 1
        targets[kept[-1] + 1 :, 2] = 1
    return targets


def _weights(page: Page) -> Floats:
    """Lines weigh by their words, pages alike: a long page is one page."""
    capped = np.minimum(page.words, _WORD_CAP) + 2
    body = float((capped * page.keep).sum())
    out: Floats = (capped / max(body, 0.25 * float(capped.sum()), 60.0)).astype(np.float32)
    return out


@dataclass(slots=True)
class _Batch:
    inputs: torch.Tensor
    words: torch.Tensor
    offsets: torch.Tensor
    mask: torch.Tensor
    targets: torch.Tensor
    weights: torch.Tensor
    article: torch.Tensor


def _batch(pages: list[_Prepared], settings: Settings, rng: np.random.Generator) -> _Batch:
    """Pages of about the same length side by side; long ones are cut to a window."""
    cut = [_window(page, rng) for page in pages]
    longest = max(len(page.inputs) for page in cut)
    mask = np.zeros((len(cut), longest), bool)
    targets = np.zeros((len(cut), longest, 3), np.float32)
    weights = np.zeros((len(cut), longest), np.float32)
    words, counts = [], []
    for row, page in enumerate(cut):
        count = len(page.inputs)
        mask[row, :count] = True
        targets[row, :count] = page.targets
        weights[row, :count] = page.weights
        stay = rng.random(len(page.words)) > settings.word_dropout
        words.append(page.words[stay])
        counts.append(np.bincount(page.lines[stay], minlength=count))
    inputs = rng.standard_normal((*mask.shape, cut[0].inputs.shape[1]), np.float32)
    inputs *= settings.noise
    for row, page in enumerate(cut):
        inputs[row, : len(page.inputs)] += page.inputs
    if settings.feature_dropout:
        inputs *= rng.random((len(cut), 1, inputs.shape[2])) > settings.feature_dropout
    offsets = np.concatenate([[0], np.cumsum(np.concatenate(counts))])
    return _Batch(
        torch.from_numpy(inputs),
        torch.from_numpy(np.concatenate(words)),
        torch.from_numpy(offsets),
        torch.from_numpy(mask),
        torch.from_numpy(targets),
        torch.from_numpy(weights),
        torch.tensor([page.article for page in cut]),
    )


def _window(page: _Prepared, rng: np.random.Generator) -> _Prepared:
    count = len(page.inputs)
    if count <= _LONGEST:
        return page
    start = int(rng.integers(0, count - _LONGEST + 1))
    kept = np.flatnonzero(page.targets[:, 0])
    if len(kept) and rng.random() < 0.5:
        start = min(max(0, int(kept[0]) - _LONGEST // 4), count - _LONGEST)
    end = start + _LONGEST
    inside = (page.lines >= start) & (page.lines < end)
    return replace(
        page,
        inputs=page.inputs[start:end],
        words=page.words[inside],
        lines=page.lines[inside] - start,
        targets=page.targets[start:end],
        weights=page.weights[start:end],
        article=math.nan,
    )


def _batches(pages: list[_Prepared], rng: np.random.Generator) -> list[list[_Prepared]]:
    lengths = [min(len(page.inputs), _LONGEST) for page in pages]
    jitter = rng.random(len(pages)) * 20
    order = sorted(range(len(pages)), key=lambda index: lengths[index] + jitter[index])
    batches: list[list[_Prepared]] = []
    current: list[_Prepared] = []
    for index in order:
        if current and (len(current) + 1) * lengths[index] > _LINES_A_BATCH:
            batches.append(current)
            current = []
        current.append(pages[index])
    batches.append(current)
    return [batches[index] for index in rng.permutation(len(batches))]


def _loss(
    batch: _Batch, lines: torch.Tensor, article: torch.Tensor, settings: Settings
) -> torch.Tensor:
    soft = batch.targets * (1 - 2 * settings.smoothing) + settings.smoothing
    each = nn.functional.binary_cross_entropy_with_logits(lines, soft, reduction="none")
    each = each * batch.weights[:, :, None]
    total = each[:, :, 0].sum() + settings.region_weight * each[:, :, 1:].sum()
    known = ~torch.isnan(batch.article)
    if known.any():
        of_page = nn.functional.binary_cross_entropy_with_logits(
            article[known], batch.article[known], reduction="sum"
        )
        total = total + settings.article_weight * of_page
    return total / len(batch.article)


def fit_one(pages: list[_Prepared], known: Scaling, settings: Settings, seed: int) -> Net:
    """One trained net; the returned weights are a running average over the last steps."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    rng = np.random.default_rng(seed)
    groups: dict[str, list[_Prepared]] = defaultdict(list)
    for page in pages:
        groups[page.group].append(page)
    net = Net(len(known.center), len(known.vocabulary), settings)
    table: list[torch.Tensor] = []
    rest: list[torch.Tensor] = []
    for name, weight in net.named_parameters():
        (table if name.startswith("words") else rest).append(weight)
    optimizer = torch.optim.AdamW(
        [{"params": rest, "weight_decay": 0.02}, {"params": table, "weight_decay": 0.05}],
        lr=settings.rate,
        betas=(0.9, 0.98),
    )
    averaged = {name: value.clone() for name, value in net.state_dict().items()}
    step, began = 0, time.process_time()
    for epoch in range(settings.epochs):
        drawn = [_draw(variants, rng) for variants in groups.values()]
        batches = _batches(drawn, rng)
        total = len(batches) * settings.epochs
        lost = 0.0
        for some in batches:
            for group in optimizer.param_groups:
                group["lr"] = _rate(step / total, settings.rate)
            batch = _batch(some, settings, rng)
            lines, article = net(batch.inputs, batch.words, batch.offsets, batch.mask)
            loss = _loss(batch, lines, article, settings)
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
        print(
            f"seed {seed} epoch {epoch + 1} loss {lost / len(batches):.4f} {took:.0f} s",
            flush=True,
        )
    net.load_state_dict(averaged)
    return net.eval()


def _draw(variants: list[_Prepared], rng: np.random.Generator) -> _Prepared:
    shares = np.array([page.share for page in variants])
    return variants[int(rng.choice(len(variants), p=shares / shares.sum()))]


def _rate(done: float, highest: float) -> float:
    """The learning rate: a short rise, then a cosine down."""
    return highest * min(1.0, done / 0.08) * 0.5 * (1 + math.cos(math.pi * done)) + 1e-5


def export(net: Net, settings: Settings) -> dict[str, Any]:
    """A trained net's arrays under the names that `cleaning/network.py` reads."""
    state = {name: value.detach().numpy() for name, value in net.state_dict().items()}
    arrays: dict[str, Any] = {"words": state["words.weight"]}
    for ours, theirs in (
        ("in", "input"),
        ("mix", "mix"),
        ("notice", "notice"),
        ("page", "page"),
        ("out", "out"),
        ("article", "article"),
    ):
        arrays[f"{ours}.w"] = state[f"{theirs}.weight"].T
        arrays[f"{ours}.b"] = state[f"{theirs}.bias"]
    arrays["end.g"], arrays["end.o"] = state["end.weight"], state["end.bias"]
    for index in range(len(settings.dilations)):
        of_block = f"blocks.{index}"
        arrays[f"block{index}.conv.w"] = state[f"{of_block}.conv.weight"].T
        arrays[f"block{index}.conv.b"] = state[f"{of_block}.conv.bias"]
        arrays[f"block{index}.mix.w"] = state[f"{of_block}.mix.weight"].T
        arrays[f"block{index}.mix.b"] = state[f"{of_block}.mix.bias"]
        arrays[f"block{index}.g"] = state[f"{of_block}.norm.weight"]
        arrays[f"block{index}.o"] = state[f"{of_block}.norm.bias"]
    return {**arrays, "dilations": settings.dilations, "page_after": settings.page_after}
