"""Runs the trained networks over the lines of a page: numbers and words in, log-odds out.

A small dilated convolution over the lines (Yu and Koltun 2016, "Multi-scale context aggregation
by dilated convolutions") that sees the page as a whole half-way through. numpy alone runs it;
`training/cleaning/text_network.py` makes the file that it reads.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache, partial
from typing import Any, NamedTuple

import numpy as np

from newsclean import weights_file
from newsclean.arrays import Bag, Floats, Indices, probability, product
from newsclean.cleaning.model import layers
from newsclean.cleaning.model.embedding import Vocabulary, embed
from newsclean.cleaning.model.layers import Block, Linear

MAGIC = b"NCN2"
CLIP = 5.0
_WORD_CAP = 60
_IN_DOUBT = 0.15
"""Beyond this doubt all nets are asked: on one dev page of six. From .1 on it would be one of
three, and F1 is the same on 283 dev pages of copied text (.927)."""


class Logits(NamedTuple):
    """What the networks say of a page, all of it as log-odds.

    `keep`, `before` and `after` have one number a line: that it is of the article's body, that
    the body has yet to begin, that it has ended. `article` is of the page: that it is an article.
    """

    keep: Floats
    before: Floats
    after: Floats
    article: float


class Scaling(NamedTuple):
    """How features become what the nets read: centred, scaled, clipped."""

    log: Indices
    """Columns that are read as their signed logarithm."""
    center: Floats
    scale: Floats
    columns: tuple[str, ...] = ()
    """The names of the features, in order."""

    def __call__(self, features: Floats) -> Floats:
        """The inputs, `[lines, width]`.

        Raises:
            ValueError: the features are not as many as the networks were trained on.
        """
        if features.shape[1] != len(self.center):
            raise ValueError(f"{features.shape[1]} features, trained on {len(self.center)}")
        # feature by feature, as they were made: in memory the values of each stand together
        values: Floats = np.array(features.T, np.float32, order="C")
        if len(self.log):
            some = values[self.log]
            values[self.log] = np.sign(some) * np.log1p(np.abs(some))
        values -= self.center[:, None]
        values *= self.scale[:, None]
        np.maximum(values, -CLIP, out=values)
        return np.minimum(values, CLIP, out=values).T


def arrays_of(scaling: Scaling) -> dict[str, Any]:
    """The scaling as arrays, and names, for a file."""
    return {**scaling._asdict(), "log": scaling.log.astype(np.uint32)}


def scaling_of(arrays: dict[str, Any]) -> Scaling:
    """The scaling of the arrays in a file."""
    names = tuple(map(sys.intern, arrays["columns"]))  # interned, they are compared by identity
    return Scaling(arrays["log"].astype(np.int64), arrays["center"], arrays["scale"], names)


class PageContext(NamedTuple):
    """What was noticed on the page so far, in the rest of it, and on average."""

    notice: Linear
    page: Linear

    def __call__(self, state: Floats) -> Floats:
        """What is to be added to the `state` of the lines."""
        noticed = layers.relu(self.notice(state))
        split = 2 * noticed.shape[1]
        heard = layers.running_max(noticed)
        whole = layers.mean(noticed) @ self.page.weights[split:] + self.page.bias
        return layers.relu(product(heard, self.page.weights[:split]) + whole)


def page_context(arrays: dict[str, Any]) -> PageContext:
    """The page_context in the arrays of a net."""
    return PageContext(layers.linear(arrays, "notice"), layers.linear(arrays, "page"))


class Net(NamedTuple):
    """One trained net."""

    words: Floats
    enter: Linear
    mix: Linear
    blocks: tuple[Block, ...]
    page_after: int
    page_context: PageContext
    out: Linear
    article: Linear

    def __call__(self, inputs: Floats, rows: Indices, lines: Indices) -> tuple[Floats, float]:
        """Log-odds `[lines, 3]` of the lines and of the page; `rows[i]` is in line `lines[i]`."""
        state = np.concatenate([inputs, embed(self.words, rows, lines, len(inputs))], axis=1)
        state = self.mix(layers.relu(self.enter(state)))
        for index, block in enumerate(self.blocks):
            state = block(state)
            if index == self.page_after:
                state += self.page_context(state)
        state = layers.rms_norm(state)
        pooled = np.concatenate([layers.mean(state), np.maximum.reduce(state, axis=0)])
        return self.out(state), float(self.article(pooled)[0])


def net_of(arrays: dict[str, Any]) -> Net:
    """The net of the arrays that training exports."""
    return Net(
        words=np.asarray(arrays["words"], np.float32),  # once, and not for each page's words anew
        enter=layers.linear(arrays, "in"),
        mix=layers.linear(arrays, "mix"),
        blocks=tuple(
            layers.block(arrays, index, dilation)
            for index, dilation in enumerate(arrays["dilations"])
        ),
        page_after=arrays["page_after"][0],
        page_context=page_context(arrays),
        out=layers.linear(arrays, "out"),
        article=layers.linear(arrays, "article"),
    )


class Network(NamedTuple):
    """An ensemble of nets of one architecture that read the same features and words.

    The first is asked about every page, the others only where it is in doubt: the mean of all
    is better there, and hardly differs elsewhere (a cascade, as in Viola and Jones 2001).
    """

    scaling: Scaling
    vocabulary: Vocabulary
    nets: tuple[Callable[[], Net], ...]
    """Each gives a net, which it makes when first asked: most pages need but one."""

    def __call__(self, features: Floats, bag: Bag, words: Floats, *, alone: bool = False) -> Logits:
        """Log-odds for the lines of one page.

        Args:
            features: `[lines, width]`.
            bag: the hashed words.
            words: how many words each line has.
            alone: ask the first net only, however much it is in doubt.

        Raises:
            ValueError: the features are not as many as the networks were trained on.
        """
        inputs = self.scaling(features)
        rows, known = self.vocabulary(bag.hashes)
        lines = bag.lines[known]
        first, *others = self.nets[:1] if alone else self.nets
        of_lines, of_page = first()(inputs, rows, lines)
        if others and expected_error(of_lines[:, 0], words) > _IN_DOUBT:
            for net in others:
                more, of_more = net()(inputs, rows, lines)
                of_lines += more
                of_page += of_more
            of_lines /= len(self.nets)
            of_page /= len(self.nets)
        keep, before, after = of_lines.T
        return Logits(keep, before, after, of_page)


def expected_error(odds: Floats, words: Floats) -> float:
    """The words that are probably misjudged, for each word that is probably of the body."""
    capped = np.minimum(words, _WORD_CAP)
    probabilities = probability(odds)
    wrong = float(np.minimum(probabilities, 1 - probabilities) @ capped)
    return wrong / max(_WORD_CAP, float(probabilities @ capped))


def dump(scaling: Scaling, vocabulary: Vocabulary, nets: list[dict[str, Any]], note: str) -> bytes:
    """The file of an ensemble, of the arrays of its nets."""
    return weights_file.dump(MAGIC, {**arrays_of(scaling), "words": vocabulary.hashes}, nets, note)


def loads(data: weights_file.Data) -> Network:
    """The ensemble in the bytes that `dump` made.

    Raises:
        ValueError: they are something else.
    """
    shared, nets = weights_file.loads(MAGIC, data)
    made = tuple(cache(partial(net_of, arrays)) for arrays in nets)
    return Network(scaling_of(shared), Vocabulary(shared["words"]), made)


@cache
def load(name: str) -> Network:
    """The ensemble in the file `name` of the package's `data/cleaning` folder."""
    return loads(weights_file.read(f"cleaning/{name}"))
