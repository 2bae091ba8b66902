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
    from collections.abc import Sequence

    from newsclean.arrays import Floats
    from newsclean.cleaning.model.layers import Block

PREFIX = "scaling "
"""What the names of the scaling's arrays begin with in the file of the judge."""
_LINES_AT_ONCE = 1_000
"""The numbers of a line take ten times as much memory as what the nets make of them."""


class Net(NamedTuple):
    """One trained net."""

    enter: Linear
    blocks: tuple[Block, ...]
    about: Linear
    """What the mean of the kept lines, and of all, say to each."""
    out: Linear

    def __call__(self, entered: Floats, kept: Any) -> Any:
        """For each line the log-odds that a reader keeps it, given what its numbers became."""
        state = entered
        for index, block in enumerate(self.blocks):
            state = block(state)
            if not index:
                means = np.concatenate([layers.mean(entered[kept]), layers.mean(entered)])
                state += self.about(means[None])[0]  # in blocks: no threads
        both = np.concatenate([entered, layers.rms_norm(state)], axis=1)
        return self.out(both)[:, 0]

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
        parts = []
        for first in range(0, len(values), _LINES_AT_ONCE):
            some = slice(first, first + _LINES_AT_ONCE)
            inputs = self.scaling(np.concatenate([values[some], place[some]], axis=1))
            parts.append([layers.relu(net.enter(inputs)) for net in self.nets])
        entered = map(np.concatenate, zip(*parts, strict=True))
        heard = [net(state, kept) for net, state in zip(self.nets, entered, strict=True)]
        return np.sum(heard, axis=0) / len(self.nets)

    def arrays(self) -> dict[str, Any]:
        """What the nets share, as a file keeps it."""
        shared = arrays_of(self.scaling._replace(columns=()))
        return {f"{PREFIX}{name}": value for name, value in shared.items()}


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
