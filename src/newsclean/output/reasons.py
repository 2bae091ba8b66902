"""`Digest` -> why each sentence of the summary is in it."""

from __future__ import annotations

from newsclean.document import Digest, ScoredSentence
from newsclean.output.safe import printable
from newsclean.output.wrap import hanging, wrap

_INDENT = 4


def render(digest: Digest, *, width: int | None = None) -> str:
    """Each summary sentence with its score, its rank among all, and what moved it most."""
    total = len(digest.sentences)
    return "".join(
        "\n".join(wrap(printable(scored.sentence.text), width))
        + "\n"
        + reason(scored, total, width)
        for scored in digest.summary.sentences
    )


def reason(scored: ScoredSentence, total: int, width: int | None) -> str:
    """An indented line on one of `total` sentences."""
    moved = ", ".join(f"{name} {value:+.2f}" for name, value in scored.features)
    place = f"score {scored.score:.2f}, rank {scored.rank} of {total}"
    return hanging("", place + (f": {moved}" if moved else ""), width, _INDENT)
