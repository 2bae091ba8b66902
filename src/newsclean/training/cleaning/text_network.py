"""Trains the networks that `cleaning/text_network.py` runs: labelled pages in, a weights file out.

It knows nothing of where the features come from, so the model of plain text and the model of
HTML are both made here. Pages that are variants of one page (another view, a crop, a clean copy)
share a `group`; each epoch takes one variant of each group, so that no page weighs more than
another. Needs torch, which newsclean itself does not.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from newsclean import weights_file
from newsclean.cleaning.model import text_network
from newsclean.cleaning.model.embedding import Vocabulary
from newsclean.training.cleaning import fitting
from newsclean.training.cleaning.network_modules import Net, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.arrays import Bag, Floats, Indices

_SCALED_ON = 2000


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


class Known(NamedTuple):
    """How pages become inputs: the scaling of features, and which hashed words have a vector."""

    scaling: text_network.Scaling
    vocabulary: Vocabulary


@dataclass(slots=True)
class _Prepared:
    inputs: npt.NDArray[np.float16]
    words: Indices
    lines: Indices
    targets: Floats
    """`[lines, 3]`: keep, before, after."""
    weights: Floats
    article: float
    group: str
    share: float


def know(pages: Sequence[Page], settings: Settings, columns: tuple[str, ...] = ()) -> Known:
    """Feature scaling and the vocabulary, from the training pages alone.

    `columns` are the names of the features.
    """
    some = pages[:: max(1, len(pages) // _SCALED_ON)]
    bags = [(page.bag, page.domain) for page in pages]
    return Known(
        fitting.scaling(np.concatenate([page.features for page in some]), columns),
        fitting.vocabulary(bags, settings.least_domains, settings.most_words),
    )


def fit(
    pages: Sequence[Page],
    *,
    settings: Settings,
    seeds: Iterable[int],
    earlier: bytes | None = None,
    stays: float = 0.0,
    note: str = "",
    columns: tuple[str, ...] = (),
) -> bytes:
    """The weights file of an ensemble, one net for each seed; prints a line for each epoch.

    `earlier` is a weights file whose nets are gone on from; of their weights the share `stays`
    is mixed with those that they have in the end, which keeps them sure on pages unlike the new
    ones (Wortsman et al., "Robust fine-tuning of zero-shot models", CVPR 2022).
    """
    known, begun = know(pages, settings, columns), dict[int, dict[str, Any]]()
    if earlier:
        known, several = go_on(earlier, known, seed=0)
        begun = dict(enumerate(several))
    prepared = prepare(pages, known)
    nets = []
    for at, seed in enumerate(seeds):
        net = export(fit_one(prepared, known, settings, seed, begun.get(at)), settings)
        nets.append(_mixed(net, begun[at], stays) if stays and at in begun else net)
    return text_network.dump(known.scaling, known.vocabulary, nets, note)


def prepare(pages: Sequence[Page], known: Known) -> list[_Prepared]:
    """Pages as the nets read them."""
    out = []
    for page in pages:
        words, met = known.vocabulary(page.bag.hashes)
        out.append(
            _Prepared(
                known.scaling(page.features).astype(np.float16),
                words,
                page.bag.lines[met],
                fitting.targets(page.keep),
                fitting.line_weights(page.keep, page.words) * page.weight,
                math.nan if page.article is None else float(page.article),
                page.group,
                page.share,
            )
        )
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
    start, end = fitting.window(page.targets[:, 0], rng)
    if end - start == len(page.inputs):
        return page
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


def _loss(batch: _Batch, net: Net, settings: Settings) -> torch.Tensor:
    lines, article = net(batch.inputs, batch.words, batch.offsets, batch.mask)
    each = fitting.loss_of_lines(lines, batch.targets, settings.smoothing)
    each = each * batch.weights[:, :, None]
    total = each[:, :, 0].sum() + settings.region_weight * each[:, :, 1:].sum()
    known = ~torch.isnan(batch.article)
    if known.any():
        of_page = nn.functional.binary_cross_entropy_with_logits(
            article[known], batch.article[known], reduction="sum"
        )
        total = total + settings.article_weight * of_page
    return total / len(batch.article)


def fit_one(
    pages: list[_Prepared],
    known: Known,
    settings: Settings,
    seed: int,
    begin: dict[str, Any] | None = None,
) -> Net:
    """One trained net; `begin` are the arrays of one to go on from (see `go_on`)."""
    rng = fitting.begin(seed)
    groups: dict[str, list[_Prepared]] = defaultdict(list)
    for page in pages:
        groups[page.group].append(page)
    net = Net(len(known.scaling.center), len(known.vocabulary), settings)
    if begin:
        _load(net, begin, settings)

    def epoch() -> list[list[_Prepared]]:
        drawn = [_draw(variants, rng) for variants in groups.values()]
        counts = [len(page.inputs) for page in drawn]
        return [[drawn[index] for index in some] for some in fitting.by_length(counts, rng)]

    def loss(some: list[_Prepared]) -> torch.Tensor:
        return _loss(_batch(some, settings, rng), net, settings)

    net.load_state_dict(fitting.descend(net, settings, epoch, loss, f"seed {seed}"))
    return net.eval()


def _draw(variants: list[_Prepared], rng: np.random.Generator) -> _Prepared:
    shares = np.array([page.share for page in variants])
    return variants[int(rng.choice(len(variants), p=shares / shares.sum()))]


def _mixed(net: dict[str, Any], earlier: dict[str, Any], stays: float) -> dict[str, Any]:
    """The weights of a net, with a share of those that it was gone on from."""
    return {
        name: stays * np.asarray(earlier[name], np.float32) + (1 - stays) * value
        if isinstance(value, np.ndarray) and value.dtype.kind == "f"
        else value
        for name, value in net.items()
    }


def go_on(data: bytes, known: Known, seed: int) -> tuple[Known, list[dict[str, Any]]]:
    """What to train nets with that go on from those of an earlier weights file.

    The columns that the file knows keep their scaling and their weights; those that stand after
    them begin with weights of zero. Words that the file has vectors for keep them.

    Args:
        data: the earlier file.
        known: scaling and vocabulary for the pages that are now trained on.
        seed: of the vectors of words that are new.
    """
    shared, nets = weights_file.loads(text_network.MAGIC, data)
    old = text_network.scaling_of(shared)
    width, scaling = len(old.center), known.scaling
    joined = text_network.Scaling(
        np.concatenate([old.log, scaling.log[scaling.log >= width]]),
        np.concatenate([old.center, scaling.center[width:]]),
        np.concatenate([old.scale, scaling.scale[width:]]),
        scaling.columns,
    )
    rows, met = Vocabulary(shared["words"])(known.vocabulary.hashes)
    rng = np.random.default_rng(seed)
    begun = []
    for net in nets:
        enter, words = net["in.w"], net["words"]
        new = np.zeros((len(scaling.center) - width, enter.shape[1]), np.float32)
        table = rng.normal(0, 0.1, (len(met), words.shape[1])).astype(np.float32)
        table[met] = words[rows]
        entered = np.concatenate([enter[:width], new, enter[width:]])
        begun.append({**net, "in.w": entered, "words": table})
    return Known(joined, known.vocabulary), begun


def _load(net: Net, arrays: dict[str, Any], settings: Settings) -> None:
    """Give a net the weights of exported arrays."""
    state = {"words.weight": arrays["words"]}
    for ours, theirs in _names(settings).items():
        state[f"{theirs}.weight"] = arrays[f"{ours}.w"].T
        state[f"{theirs}.bias"] = arrays[f"{ours}.b"]
    net.load_state_dict(
        {name: torch.tensor(np.asarray(value, np.float32)) for name, value in state.items()}
    )


def export(net: Net, settings: Settings) -> dict[str, Any]:
    """A trained net's arrays under the names that `cleaning/text_network.py` reads."""
    state = net.state_dict()
    return {
        **fitting.layers(state, _names(settings)),
        "words": state["words.weight"].numpy(),
        "dilations": settings.dilations,
        "page_after": (settings.page_after,),
    }


def _names(settings: Settings) -> dict[str, str]:
    """The names of the layers in a weights file, and in a net."""
    parts = ("mix", "notice", "page", "out", "article")
    names = {"in": "input", **{name: name for name in parts}}
    for index in range(len(settings.dilations)):
        names |= {f"block{index}.{part}": f"blocks.{index}.{part}" for part in ("conv", "mix")}
    return names
