"""`Digest` -> Markdown (CommonMark).

Every character of the article that means something to Markdown is escaped, so that an article
can neither format nor link.
"""

from __future__ import annotations

import re

from newsclean.document import Digest
from newsclean.output import parts
from newsclean.output.safe import printable

_MEANS_SOMETHING = re.compile(r"([\\`*_\[\]<>|~])")
_OPENS_BLOCK = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+=](?=[\s=-]|$)|\d{1,9}(?=[.)](?:\s|$)))")


def render(digest: Digest, show: tuple[str, ...] = parts.PARTS) -> str:
    """The digest as Markdown, ending in a line break."""
    blocks = []
    if title := parts.title(digest):
        blocks.append(f"# {_escape(title)}")
    blocks.append(f"*{_escape(' · '.join(parts.facts(digest)))}*")
    for part in show:
        blocks += _BLOCKS[part](digest)
    return printable("\n\n".join(blocks)) + "\n"


def _escape(text: str) -> str:
    text = _MEANS_SOMETHING.sub(r"\\\1", text.replace("&", "&amp;"))
    opening = _OPENS_BLOCK.match(text)
    if not opening:
        return text
    if opening[2].isdigit():
        return text[: opening.end()] + "\\" + text[opening.end() :]
    return opening[1] + "\\" + text[opening.end(1) :]


def _article(digest: Digest) -> list[str]:
    prefix = {"heading": "### ", "list": "- ", "quote": "> "}
    return [prefix.get(p.kind, "") + _escape(p.text) for p in digest.article.paragraphs]


def _quotes(digest: Digest) -> list[str]:
    blocks = []
    for quote in parts.key_quotes(digest):
        who = parts.attribution(quote)
        blocks.append(
            f"> {_escape(parts.quoted(quote))}" + (f"\n>\n> — {_escape(who)}" if who else "")
        )
    return ["## Key quotes", *blocks] if blocks else []


def _summary(digest: Digest) -> list[str]:
    return ["## Summary", _escape(digest.summary.text)]


_BLOCKS = {"article": _article, "quotes": _quotes, "summary": _summary}
