"""`Digest` -> a terminal, with Rich: a narrow page, set like a newspaper's.

Weight and indentation carry the meaning and colour only accompanies it, so that the page reads
the same on dark and light backgrounds and with `NO_COLOR`. Article text is put into `Text`
objects after `printable`, so neither Rich markup nor escape codes in it do anything.
"""

from __future__ import annotations

import io

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from newsclean.document import Digest, Paragraph
from newsclean.output import parts
from newsclean.output.safe import RIGHT_TO_LEFT, printable
from newsclean.output.wrap import within


def render(
    digest: Digest,
    show: tuple[str, ...] = parts.PARTS,
    *,
    width: int = 80,
    color: bool = True,
) -> str:
    """The digest as terminal text of at most `width` (and never over 100) columns.

    Without `color` there is no escape sequence in it at all.
    """
    out = io.StringIO()
    console = Console(
        file=out,
        width=within(width),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=False,  # that was decided before, by --color first
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    _head(console, digest)
    for part in show:
        _PARTS[part](console, digest)
    return out.getvalue()


def _text(value: str, style: str = "") -> Text:
    return Text(printable(value), style=style)


def _head(console: Console, digest: Digest) -> None:
    if title := parts.title(digest):
        console.print(_text(title, "bold"))
    console.print(_text(" · ".join(parts.facts(digest)), "dim"))


def _label(console: Console, name: str) -> None:
    console.print()
    console.print(Rule(Text(name, style="bold"), align="left", style="dim", characters="─"))
    console.print()


def _article(console: Console, digest: Digest) -> None:
    _label(console, "Article")
    chosen = [scored.sentence for scored in digest.summary.sentences]
    for number, paragraph in enumerate(digest.article.paragraphs):
        if number:
            console.print()
        body = _paragraph(paragraph, italics=digest.article.language not in RIGHT_TO_LEFT)
        for sentence in chosen:
            if paragraph.start <= sentence.start < paragraph.end:
                shown = printable(sentence.text)
                at = body.plain.find(shown)
                if at >= 0:
                    body.stylize("bold", at, at + len(shown))
        indent = 2 if paragraph.kind in ("list", "quote") else 0
        console.print(Padding(body, (0, 0, 0, indent)))


def _paragraph(paragraph: Paragraph, *, italics: bool) -> Text:
    heading = "italic" if italics else "underline"
    return _text(paragraph.text, heading if paragraph.kind == "heading" else "")


def _quotes(console: Console, digest: Digest) -> None:
    quotes = parts.key_quotes(digest)
    if not quotes:
        return
    _label(console, "Key quotes")
    for number, quote in enumerate(quotes):
        if number:
            console.print()
        console.print(Padding(_text(parts.quoted(quote)), (0, 0, 0, 2)))
        if who := quote.speaker:
            line = Text("— ", style="cyan") + _text(who, "cyan")
            if quote.role:
                line += _text(f", {quote.role}", "dim")
            console.print(Padding(line, (0, 0, 0, 4)))


def _summary(console: Console, digest: Digest) -> None:
    _label(console, "Summary")
    console.print(_text(digest.summary.text))


_PARTS = {"article": _article, "quotes": _quotes, "summary": _summary}
