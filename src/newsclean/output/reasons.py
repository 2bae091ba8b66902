"""`Digest` -> why each sentence of the summary is in it."""

from __future__ import annotations

from newsclean.document import Digest, ScoredSentence
from newsclean.output.safe import printable


def render(digest: Digest) -> str:
    """Each summary sentence with its score, its rank among all, and what moved it most."""
    total = len(digest.sentences)
    return "".join(_explain(scored, total) for scored in digest.summary.sentences)


def _explain(scored: ScoredSentence, total: int) -> str:
    moved = ", ".join(f"{name} {value:+.2f}" for name, value in scored.features)
    place = f"score {scored.score:.2f}, rank {scored.rank} of {total}"
    return f"{printable(scored.sentence.text)}\n    {place}" + (f": {moved}\n" if moved else "\n")
