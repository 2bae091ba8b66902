"""`Digest` -> every stretch of the input in order: kept, or removed and why."""

from __future__ import annotations

from functools import partial

from newsclean.document import Digest, Field, Paragraph, Removal
from newsclean.output.safe import printable
from newsclean.output.wrap import hanging

_MARGIN = 20
_DAY_CHARS = len("2026-03-04")
_GREEN, _RED, _DIM = "32", "31", "2"


def pieces(digest: Digest) -> list[Paragraph | Removal]:
    """Paragraphs and removals as they stand in the input."""
    return sorted(
        [*digest.article.paragraphs, *digest.article.removals], key=lambda piece: piece.start
    )


def render(digest: Digest, *, color: bool = False, width: int | None = None) -> str:
    """The fields, then a line for each stretch: `kept` or the reason, and the evidence.

    Without a `width` nothing is wrapped, so that `grep` and `less -S` work; `color` dims what was
    removed.
    """
    said = "".join(_line(piece, color=color, width=width) for piece in pieces(digest))
    return _fields(digest, width) + said


def _fields(digest: Digest, width: int | None) -> str:
    """Title, byline and date: each with where it was read, and what else could have been taken."""
    metadata, lines = digest.article.metadata, []
    for name in ("title", "byline", "date"):
        known: Field | None = getattr(metadata, name)
        if known is not None:
            size = _DAY_CHARS if name == "date" else None
            told = "; or ".join(_told(each, size) for each in (known, *known.runners_up))
            lines.append(hanging(name, told, width, _MARGIN))
    return "".join(lines)


def _told(field: Field, size: int | None) -> str:
    value = " ".join(printable(field.value[:size]).split())
    return f"{value}  [{printable(field.origin)}]"


def _line(piece: Paragraph | Removal, *, color: bool, width: int | None) -> str:
    text = " ".join(printable(piece.text).split())
    if isinstance(piece, Paragraph):
        green = partial(_styled, code=_GREEN, color=color)
        return hanging("kept", text, width, _MARGIN, paint_label=green)
    evidence = f"[{printable(piece.evidence)}; {piece.confidence:.0%} sure]"
    return hanging(
        piece.reason,
        f"{text}  {evidence}",
        width,
        _MARGIN,
        paint_label=partial(_styled, code=_RED, color=color),
        paint_text=partial(_styled, code=_DIM, color=color),
    )


def _styled(text: str, code: str, *, color: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if color else text
