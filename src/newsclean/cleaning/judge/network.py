"""A network over the lines at the article: what it says of a line hangs on those around it.

Trees ask of each line alone. Here each line sees its neighbours (three residual steps of the
networks that chose the article) and the mean of what is kept and of all lines, so that a run of
captions, or the items of a list, are one decision. `newsclean.training.cleaning.judge` fits it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from newsclean.cleaning.model import layers
from newsclean.cleaning.model.layers import Linear
from newsclean.cleaning.model.text_network import Scaling, arrays_of, scaling_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsclean.arrays import Floats
    from newsclean.cleaning.model.layers import Block

PREFIX = "scaling "
"""What the names of the scaling's arrays begin with in the file of the judge."""
_LINES_AT_ONCE = 1_000
"""Of a longer page a part is read at a time: its numbers and states take 4 kB a line."""


class Net(NamedTuple):
    """One trained net."""

    enter: Linear
    blocks: tuple[Block, ...]
    about: Linear
    """What the mean of the kept lines, and of all, say to each."""
    out: Linear

    def entered(self, inputs: Floats) -> Floats:
        """What the numbers of the lines become, each by itself."""
        return layers.relu(self.enter(inputs))

    def __call__(self, entered: Floats, means: Floats) -> Any:
        """For each line the log-odds that a reader keeps it.

        Args:
            entered: what the numbers of the lines became.
            means: the mean of that over the kept lines of the page, and over all.
        """
        state = entered
        for index, block in enumerate(self.blocks):
            state = block(state)
            if not index:
                state += self.about(means[None])[0]  # in blocks: no threads
        both = np.concatenate([entered, layers.rms_norm(state)], axis=1)
        return self.out(both)[:, 0]

    def reach(self) -> int:
        """So far a line sees up and down, beside the means."""
        return sum(block.dilation for block in self.blocks)

    def arrays(self) -> dict[str, Any]:
        """The weights as a file keeps them, for `net_of`."""
        out: dict[str, Any] = {"dilations": [block.dilation for block in self.blocks]}
        every = {"in": self.enter, "about": self.about, "out": self.out}
        for index, block in enumerate(self.blocks):
            every[f"block{index}.conv"] = Linear(np.concatenate(block.around), block.bias)
            every[f"block{index}.mix"] = block.mix
        for name, layer in every.items():
            out[f"{name}.w"], out[f"{name}.b"] = layer
        return out


class Network(NamedTuple):
    """Some nets that read the same numbers; the mean of what they say counts."""

    scaling: Scaling
    nets: tuple[Net, ...]

    def __call__(self, values: Floats, place: Floats, kept: Any) -> Any:
        """For each line the log-odds that a reader keeps it.

        Args:
            values: the rows of the lines.
            place: what stands behind each row.
            kept: which are kept; one at least.
        """
        count = len(values)

        def inputs(lines: slice) -> Floats:
            return self.scaling(np.concatenate([values[lines], place[lines]], axis=1))

        if count <= _LINES_AT_ONCE:
            whole = inputs(slice(count))
            entered = [net.entered(whole) for net in self.nets]
            means = [
                np.concatenate([layers.mean(state[kept]), layers.mean(state)]) for state in entered
            ]
            heard = [net(*each) for net, *each in zip(self.nets, entered, means, strict=True)]
            return np.sum(heard, axis=0) / len(self.nets)
        return np.sum([_by_parts(net, inputs, kept) for net in self.nets], axis=0) / len(self.nets)

    def arrays(self) -> dict[str, Any]:
        """What the nets share, as a file keeps it."""
        shared = arrays_of(self.scaling._replace(columns=()))
        return {f"{PREFIX}{name}": value for name, value in shared.items()}


def _by_parts(net: Net, inputs: Callable[[slice], Floats], kept: Any) -> Any:
    """What a net says of the lines of a long page, of which a part is read at a time.

    Each part is read with the lines beside it that its own see; the means are those of the page.
    """
    count, reach = len(kept), net.reach()
    parts = [slice(at, min(count, at + _LINES_AT_ONCE)) for at in range(0, count, _LINES_AT_ONCE)]
    sums = np.zeros((2, net.enter.bias.size), np.float32)
    for part in parts:
        entered = net.entered(inputs(part))
        sums += [np.add.reduce(entered[kept[part]], axis=0), np.add.reduce(entered, axis=0)]
    means: Floats = np.concatenate(sums / np.array([[kept.sum()], [count]], np.float32))
    heard = []
    for part in parts:
        first = max(0, part.start - reach)
        said = net(net.entered(inputs(slice(first, min(count, part.stop + reach)))), means)
        heard.append(said[part.start - first :][: part.stop - part.start])
    return np.concatenate(heard)


def net_of(arrays: dict[str, Any]) -> Net:
    """The net of the arrays that training exports."""
    return Net(
        layers.linear(arrays, "in"),
        tuple(
            layers.block(arrays, index, dilation)
            for index, dilation in enumerate(arrays["dilations"])
        ),
        layers.linear(arrays, "about"),
        layers.linear(arrays, "out"),
    )


def network_of(shared: dict[str, Any], nets: Sequence[dict[str, Any]]) -> Network:
    """The network of what a file has."""
    scaling = {
        name[len(PREFIX) :]: value for name, value in shared.items() if name.startswith(PREFIX)
    }
    return Network(scaling_of(scaling), tuple(net_of(net) for net in nets))
