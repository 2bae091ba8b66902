"""The convolution over lines that `training/cleaning/text_network.py` trains, as torch modules.

`cleaning/network.py` runs the same arithmetic in numpy; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import nn

_EPSILON = 1e-5


@dataclass(frozen=True, slots=True)
class Settings:
    """How a net is built and trained; the defaults are what was best on held-out domains."""

    hidden: int = 80
    embedding: int = 16
    noticed: int = 32
    dilations: tuple[int, ...] = (1, 2, 4, 8, 16, 1)
    page_after: int = 2
    epochs: int = 18
    rate: float = 3e-3
    dropout: float = 0.2
    word_dropout: float = 0.2
    noise: float = 0.1
    feature_dropout: float = 0.05
    smoothing: float = 0.01
    region_weight: float = 0.3
    article_weight: float = 0.4
    average: float = 0.995
    least_domains: int = 6
    most_words: int = 14_000


class ChannelDropout(nn.Module):
    """Drops a channel for all lines of a page at once: cheaper than lines apart, and as good."""

    def __init__(self, share: float) -> None:
        """`share` of the channels is dropped in training."""
        super().__init__()
        self.share = share

    def forward(self, state: torch.Tensor) -> torch.Tensor:
        """`state` [pages, lines, channels], or [pages, channels]; the same shape comes out."""
        if not self.training or not self.share:
            return state
        shape = (state.shape[0], 1, state.shape[2]) if state.dim() == 3 else state.shape
        return state * (torch.rand(shape) > self.share).float().div(1 - self.share)


def normalise(state: torch.Tensor) -> torch.Tensor:
    """Each line's numbers over their root mean square (Zhang and Sennrich 2019, RMSNorm)."""
    return state * torch.rsqrt(state.square().mean(-1, keepdim=True) + _EPSILON)


class Block(nn.Module):
    """A residual step: each line looks at two others, `dilation` lines above and below it."""

    def __init__(self, hidden: int, dilation: int, dropout: nn.Module) -> None:
        """`hidden` channels, in and out; `dropout` is what drops some of them in training."""
        super().__init__()
        self.dilation = dilation
        self.conv = nn.Linear(3 * hidden, hidden)
        self.mix = nn.Linear(hidden, hidden)
        self.dropout = dropout

    def forward(self, state: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
        """`state` [pages, lines, channels]; `real` [pages, lines, 1] is 0 beyond a page's end."""
        reach, count = self.dilation, state.shape[1]
        wide = nn.functional.pad(normalise(state) * real, (0, 0, reach, reach))
        seen = [wide[:, at : at + count] for at in (0, reach, 2 * reach)]
        hidden = torch.relu(self.conv(torch.cat(seen, 2)))
        return state + self.mix(self.dropout(hidden))  # type: ignore[no-any-return]


class Net(nn.Module):
    """Lines of a page in, for each line three log-odds out, and one for the page."""

    def __init__(self, width: int, vocabulary: int, settings: Settings) -> None:
        """`width` numbers a line, and words out of `vocabulary`."""
        super().__init__()
        hidden = settings.hidden
        self.page_after = settings.page_after
        self.words = nn.EmbeddingBag(
            vocabulary, settings.embedding, mode="sum", include_last_offset=True
        )
        nn.init.normal_(self.words.weight, 0, 0.1)
        self.input = nn.Linear(width + settings.embedding, hidden)
        self.mix = nn.Linear(hidden, hidden)
        self.blocks = nn.ModuleList(
            [
                Block(hidden, dilation, ChannelDropout(settings.dropout))
                for dilation in settings.dilations
            ]
        )
        self.notice = nn.Linear(hidden, settings.noticed)
        self.page = nn.Linear(3 * settings.noticed, hidden)
        self.out = nn.Linear(hidden, 3)
        self.article = nn.Linear(2 * hidden, 1)
        self.dropout = ChannelDropout(settings.dropout)

    def forward(
        self,
        inputs: torch.Tensor,
        words: torch.Tensor,
        offsets: torch.Tensor,
        mask: torch.Tensor,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Log-odds [pages, lines, 3] and [pages]; `mask` [pages, lines] is true for real lines."""
        counts = (offsets[1:] - offsets[:-1]).clamp(min=1).float().sqrt()[:, None]
        vectors = inputs.new_zeros(*mask.shape, self.words.embedding_dim)
        vectors[mask] = self.words(words, offsets) / counts
        real = mask[:, :, None].float()
        state = torch.cat([inputs, self.dropout(vectors)], 2)
        state = self.mix(self.dropout(torch.relu(self.input(state))))
        for index, block in enumerate(self.blocks):
            state = block(state, real)
            if index == self.page_after:
                state = state + torch.relu(self.page(remember(self.notice(state), real)))
        state = normalise(state)
        article = self.article(self.dropout(pool(state, real))).squeeze(1)
        return self.out(self.dropout(state)), article


def remember(noticed: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
    """What was noticed on the page so far, in the rest of it, and on average."""
    noticed = torch.relu(noticed) * real
    above = torch.cummax(noticed, 1).values
    below = torch.cummax(noticed.flip(1), 1).values.flip(1)
    mean = noticed.sum(1, keepdim=True) / real.sum(1, keepdim=True)
    return torch.cat([above, below, mean.expand_as(noticed)], 2)


def pool(state: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
    """Highest and mean state of the lines of each page [pages, 2 x channels]."""
    mean = (state * real).sum(1) / real.sum(1)
    highest = state.masked_fill(real == 0, -1e4).max(1).values
    return torch.cat([mean, highest], 1)
