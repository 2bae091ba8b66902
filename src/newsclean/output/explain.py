"""`Digest` -> every stretch of the input in order: kept, or removed and why."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.document import Digest, Paragraph, Removal
from newsclean.output.safe import printable

_MARGIN = 20


def pieces(digest: Digest) -> list[Paragraph | Removal]:
    """Paragraphs and removals as they stand in the input."""
    return sorted(
        [*digest.article.paragraphs, *digest.article.removals], key=lambda piece: piece.start
    )


def render(digest: Digest, *, color: bool = False) -> str:
    """One line for each stretch: `kept` or the reason, the text, and the evidence for a removal.

    Nothing is wrapped, so that `grep` and `less -S` work; `color` dims what was removed.
    """
    return "".join(_lines(digest, color=color))


def _lines(digest: Digest, *, color: bool) -> Iterator[str]:
    for piece in pieces(digest):
        text = " ".join(printable(piece.text).split())
        if isinstance(piece, Paragraph):
            yield _styled("kept".ljust(_MARGIN), "32", color=color) + f"{text}\n"
        else:
            reason = _styled(piece.reason.ljust(_MARGIN), "31", color=color)
            evidence = f"[{printable(piece.evidence)}; {piece.confidence:.0%} sure]"
            yield reason + _styled(f"{text}  {evidence}", "2", color=color) + "\n"


def _styled(text: str, code: str, *, color: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if color else text
