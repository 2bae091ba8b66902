"""`Digest` -> Markdown (CommonMark).

Every character of the article that means something to Markdown is escaped, so that an article
can neither format nor link.
"""

from __future__ import annotations

import re

from newsclean.document import Digest, Paragraph
from newsclean.output import parts
from newsclean.output.safe import printable

_MEANS_SOMETHING = re.compile(r"([\\`*_\[\]<>|~])")
_OPENS_BLOCK = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+=](?=[\s=-]|$)|\d{1,9}(?=[.)](?:\s|$)))")

_BULLET = re.compile(r"\A[*+•◦▪‣·●○–—-]\s+")
_NUMBER = re.compile(r"\A(\d{1,9}[.)])\s+")
_QUOTE_MARK = re.compile(r"\A(?:>\s*)+")


def render(digest: Digest, show: tuple[str, ...] = parts.PARTS) -> str:
    """The digest as Markdown, ending in a line break."""
    blocks = []
    if title := parts.title(digest):
        blocks.append(f"# {escape(title)}")
    blocks.append(f"*{escape(' · '.join(parts.facts(digest)))}*")
    for part in show:
        blocks += _BLOCKS[part](digest)
    return printable("\n\n".join(blocks)) + "\n"


def escape(text: str) -> str:
    r"""`text` for a line of Markdown that is to show it as it stands.

    >>> escape("1. *Rain*")
    '1\\. \\*Rain\\*'
    """
    text = _MEANS_SOMETHING.sub(r"\\\1", text.replace("&", "&amp;"))
    opening = _OPENS_BLOCK.match(text)
    if not opening:
        return text
    if opening[2].isdigit():
        return text[: opening.end()] + "\\" + text[opening.end() :]
    return opening[1] + "\\" + text[opening.end(1) :]


def _article(digest: Digest) -> list[str]:
    return [_paragraph(paragraph) for paragraph in digest.article.paragraphs]


def _paragraph(paragraph: Paragraph) -> str:
    """A paragraph with the mark of its kind; one that it has in the article is not kept beside."""
    text = paragraph.text
    if paragraph.kind == "heading":
        return f"### {escape(text)}"
    if paragraph.kind == "quote":
        return f"> {escape(_QUOTE_MARK.sub('', text))}"
    if paragraph.kind == "list":
        number = _NUMBER.match(text)
        mark = f"{number[1]} " if number else "- "
        return mark + escape(text[number.end() :] if number else _BULLET.sub("", text))
    return escape(text)


def _quotes(digest: Digest) -> list[str]:
    blocks = []
    for quote in parts.key_quotes(digest):
        who = parts.attribution(quote)
        blocks.append(
            f"> {escape(parts.quoted(quote))}" + (f"\n>\n> — {escape(who)}" if who else "")
        )
    return ["## Key quotes", *blocks] if blocks else []


def _summary(digest: Digest) -> list[str]:
    return ["## Summary", escape(digest.summary.text)]


_BLOCKS = {"article": _article, "quotes": _quotes, "summary": _summary}
