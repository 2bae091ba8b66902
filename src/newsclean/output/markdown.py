"""`Digest` -> Markdown (CommonMark).

Links, emphasis and code are kept where the source of the article has them as mark-up. Every
character of its text that means something to Markdown is escaped, so that a text can neither
format nor link.
"""

from __future__ import annotations

import json
from itertools import groupby

from newsclean.document import Digest, Paragraph, value_of
from newsclean.output import parts
from newsclean.output.markdown_inline import Marked
from newsclean.output.safe import printable
from newsclean.patterns import lazy_regex

_MEANS_SOMETHING = lazy_regex(r"([\\`*_\[\]<>|~])")
_OPENS_BLOCK = lazy_regex(r"^(\s*)(#{1,6}(?=\s|$)|[-+=](?=[\s=-]|$)|\d{1,9}(?=[.)](?:\s|$)))")

_ISO_DATE = lazy_regex(r"\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?")
_NOT_IN_YAML = lazy_regex("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")

_BULLET = lazy_regex(r"\A[*+•◦▪‣·●○–—-]\s+")
_TICKS = lazy_regex("`+")
_NUMBER = lazy_regex(r"\A(\d{1,9}[.)])\s+")
_QUOTE_MARK = lazy_regex(r"\A(?:>\s*)+")


def render(
    digest: Digest, show: tuple[str, ...] = parts.PARTS, *, front_matter: bool = True
) -> str:
    """The digest as Markdown, ending in a line break.

    Args:
        digest: the article.
        show: the parts that are wanted.
        front_matter: begin with what is known of the article as YAML, as site generators and
            note-taking programs read it; without it that is a line below the headline.
    """
    blocks = [_front_matter(digest)] if front_matter else []
    if title := parts.title(digest):
        blocks.append(f"# {escape(title)}")
    if not front_matter:
        blocks.append(f"*{escape(' · '.join(parts.facts(digest)))}*")
    for part in show:
        blocks += _BLOCKS[part](digest)
    return printable("\n\n".join(blocks)) + "\n"


def _front_matter(digest: Digest) -> str:
    """What is known of the article, as YAML; what is unknown is left out."""
    document, metadata = digest.document, digest.article.metadata
    values: dict[str, object] = {
        "title": value_of(metadata.title),
        "author": value_of(metadata.byline),
        "date": value_of(metadata.date),
        "site": value_of(metadata.site),
        "source": value_of(metadata.url) or document.name,
        "language": digest.article.language,
        "words": digest.article.words_kept,
        "tags": list(document.tree.keywords) if document.tree else [],
    }
    lines = [f"{name}: {_yaml(value)}" for name, value in values.items() if value not in (None, [])]
    return "\n".join(("---", *lines, "---"))


def _yaml(value: object) -> str:
    """A value as YAML: JSON is part of it, and a date needs no quotation marks to be one."""
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        return value
    return _NOT_IN_YAML.sub(
        lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False)
    )


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
    marked = Marked(digest.document)
    return [_paragraph(paragraph, marked) for paragraph in digest.article.paragraphs]


def _paragraph(paragraph: Paragraph, marked: Marked) -> str:
    """A paragraph with the mark of its kind; one that it has in the article is not kept beside."""
    text = paragraph.text
    if paragraph.kind == "code":
        fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(text)), default=0))
        return f"{fence}\n{text}\n{fence}"
    if paragraph.kind == "heading":
        return f"### {marked.render(paragraph, text, escape)}"
    if paragraph.kind == "quote":
        return f"> {marked.render(paragraph, _QUOTE_MARK.sub('', text), escape)}"
    if paragraph.kind == "list":
        number = _NUMBER.match(text)
        mark = f"{number[1]} " if number else "- "
        item = text[number.end() :] if number else _BULLET.sub("", text)
        return mark + marked.render(paragraph, item, escape)
    return marked.render(paragraph, text, escape)


def _item(text: str) -> str:
    """The point of a list, with its own number or a dash."""
    number = _NUMBER.match(text)
    return f"{number[1]} {escape(text[number.end() :])}" if number else f"- {escape(text)}"


def _quotes(digest: Digest) -> list[str]:
    blocks = []
    for quote in parts.key_quotes(digest):
        who = parts.attribution(quote)
        blocks.append(
            f"> {escape(parts.quoted(quote))}" + (f"\n>\n> — {escape(who)}" if who else "")
        )
    return ["## Key quotes", *blocks] if blocks else []


def _summary(digest: Digest) -> list[str]:
    """The sentences as paragraphs, the points of a list as its items."""
    blocks = ["## Summary"]
    for is_list, run in groupby(digest.summary.sentences, key=lambda scored: scored.point):
        if is_list:
            blocks.append("\n".join(_item(scored.text) for scored in run))
        else:
            blocks.append(" ".join(escape(scored.text) for scored in run))
    return blocks


_BLOCKS = {"article": _article, "quotes": _quotes, "summary": _summary}
