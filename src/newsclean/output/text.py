"""`Digest` -> plain text for pipes and files: no escape, no wrapping, one paragraph a line."""

from __future__ import annotations

from newsclean.document import Digest
from newsclean.output import parts
from newsclean.output.safe import printable


def render(digest: Digest, show: tuple[str, ...] = parts.PARTS) -> str:
    """The digest's headline, facts and the parts asked for, ending in a line break.

    Where the one part asked for is empty, as the quotes of an article without any, so is the text.
    """
    blocks = [block for part in show for block in _BLOCKS[part](digest, len(show) > 1)]
    if len(show) > 1:
        blocks.insert(0, _head(digest))
    text = "\n\n".join(block for block in blocks if block)
    return printable(text) + "\n" if text else ""


def _head(digest: Digest) -> str:
    title = parts.title(digest)
    facts = " · ".join(parts.facts(digest))
    return f"{title}\n{facts}" if title else facts


def _article(digest: Digest, _headed: bool) -> list[str]:  # noqa: FBT001 - one shape for all parts
    return [paragraph.text for paragraph in digest.article.paragraphs]


def _quotes(digest: Digest, headed: bool) -> list[str]:  # noqa: FBT001
    lines = []
    for quote in parts.key_quotes(digest):
        who = parts.attribution(quote)
        lines.append(parts.quoted(quote) + (f" — {who}" if who else ""))
    if headed:
        return ["Key quotes", *lines] if lines else []
    return ["\n".join(lines)]


def _summary(digest: Digest, headed: bool) -> list[str]:  # noqa: FBT001
    return ["Summary", digest.summary.text] if headed else [digest.summary.text]


_BLOCKS = {"article": _article, "quotes": _quotes, "summary": _summary}
