"""The article's body as HTML: paragraphs with marks in place, removals folded between them.

Marks may cross (a sentence of the summary may begin inside a quote), so a paragraph is cut at
every edge of a mark, and each piece carries the marks that hold there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from newsclean.document import Article, Digest, Paragraph, Quote, Removal
from newsclean.languages import count_words
from newsclean.output.html_parts import escape, language_of
from newsclean.output.interface import Interface
from newsclean.patterns import lazy_regex

_BULLET = lazy_regex(r"[•◦▪‣·●○*–—-]\s+")
_MAP_STEPS = 1000


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch to be marked: the running number of a summary sentence or of a quote, from 1."""

    start: int
    end: int
    kind: str
    number: int
    label: str = ""


def render(digest: Digest, ui: Interface) -> str:
    """The body, from the first removal to the last."""
    article = digest.article
    marks = _marks(digest)
    blocks: list[str] = []
    for is_paragraph, run in groupby(_in_order(article), lambda p: isinstance(p, Paragraph)):
        pieces = list(run)
        if is_paragraph:
            blocks += _paragraphs([p for p in pieces if isinstance(p, Paragraph)], article, marks)
        else:
            blocks.append(_folded([p for p in pieces if isinstance(p, Removal)], ui))
    text = "\n".join(blocks)
    return f"<article {language_of(article.language)}>\n{text}\n</article>"


def _in_order(article: Article) -> list[Paragraph | Removal]:
    return sorted((*article.paragraphs, *article.removals), key=lambda piece: piece.start)


def _marks(digest: Digest) -> dict[int, list[_Mark]]:
    """The marks in each paragraph, by the paragraph's start; one that crosses over is in both."""
    marks = [
        _Mark(scored.sentence.start, scored.sentence.end, "sum", number)
        for number, scored in enumerate(digest.summary.sentences, 1)
    ]
    for number, quote in enumerate(digest.quotes, 1):
        marks.append(_Mark(quote.start, quote.end, "said", number, _speaker(quote)))
    starts = [paragraph.start for paragraph in digest.article.paragraphs]
    found: dict[int, list[_Mark]] = {}
    for mark in marks:
        first = max(bisect_right(starts, mark.start) - 1, 0)
        for start in starts[first : bisect_left(starts, mark.end)]:
            found.setdefault(start, []).append(mark)
    return found


def _speaker(quote: Quote) -> str:
    if not quote.speaker:
        return ""
    name = f"<b>{escape(quote.speaker)}</b>"
    if not quote.role:
        return name
    return f'{name}<span class="comma">, </span><span class="role">{escape(quote.role)}</span>'


def _paragraphs(
    run: Sequence[Paragraph], article: Article, marks: Mapping[int, Sequence[_Mark]]
) -> Iterator[str]:
    """Paragraphs that stand together, list items gathered into lists."""
    for is_list, group in groupby(run, lambda paragraph: paragraph.kind == "list"):
        blocks = [_paragraph(each, article, marks.get(each.start, ())) for each in group]
        yield from ["<ul>", *blocks, "</ul>"] if is_list else blocks


def _paragraph(paragraph: Paragraph, article: Article, marks: Sequence[_Mark]) -> str:
    if paragraph.kind == "code":
        return f'<pre dir="ltr">{escape(paragraph.text)}</pre>'
    bullet = _BULLET.match(paragraph.text) if paragraph.kind == "list" else None
    text = "".join(_pieces(paragraph, article.flow, marks, bullet.end() if bullet else 0))
    if paragraph.kind == "list":
        bare = "" if bullet else ' class="plain"'
        return f'<li dir="auto"{bare}>{text}</li>'
    if paragraph.kind == "heading":
        return f'<h2 dir="auto">{text}</h2>'
    text = f'<p dir="auto">{text}</p>'
    if paragraph.kind == "quote":
        text = f"<blockquote>{text}</blockquote>"
    # Each speaker once a paragraph, as in a printed play.
    labels = dict.fromkeys(mark.label for mark in marks if mark.label)
    if not labels:
        return text
    who = "".join(f'<span dir="auto">{label}</span>' for label in labels)
    return f'<div class="said-here"><div class="who">{who}</div>{text}</div>'


def _pieces(paragraph: Paragraph, flow: str, marks: Sequence[_Mark], skip: int) -> Iterator[str]:
    """The paragraph's text from `skip` on, cut at the edges of marks."""
    text, places = paragraph.text, _places(paragraph, flow)

    def at(offset: int) -> int:
        inside = min(max(offset, paragraph.start), paragraph.end) - paragraph.start
        return max(places[inside], skip)

    spans = [(at(mark.start), at(mark.end), mark) for mark in marks]
    spans = sorted((span for span in spans if span[0] < span[1]), key=lambda span: span[:2])
    edges = sorted({skip, len(text), *(a for a, _, _ in spans), *(b for _, b, _ in spans)})
    waiting, open_here = deque(spans), list[tuple[int, int, _Mark]]()
    for start, end in pairwise(edges):
        open_here = [span for span in open_here if span[1] > start]
        while waiting and waiting[0][0] <= start:
            open_here.append(waiting.popleft())
        piece = escape(text[start:end])
        for kind, tag in (("said", "span"), ("sum", "mark")):
            holds = [
                # An anchor stands once: where the mark begins, not where it goes on.
                (begin == start and mark.start >= paragraph.start, mark)
                for begin, _, mark in open_here
                if mark.kind == kind
            ]
            if holds:
                anchors = [_anchor(mark) for first, mark in holds if first]
                others = "".join(f"<span{anchor}></span>" for anchor in anchors[1:])
                anchor = anchors[0] if anchors else ""
                piece = f'{others}<{tag} class="{kind}"{anchor}>{piece}</{tag}>'
        yield piece


def _anchor(mark: _Mark) -> str:
    return f' id="{"s" if mark.kind == "sum" else "q"}{mark.number}"'


def _places(paragraph: Paragraph, flow: str) -> Sequence[int]:
    """For each offset into the paragraph's span, where it is in the paragraph's text.

    The text may lack characters of the flow (blanks at a line's end, the hyphen of a broken
    word); those stand where the next one that is left stands.
    """
    span, text = flow[paragraph.start : paragraph.end], paragraph.text
    if span == text:
        return range(len(text) + 1)
    places, at = [], 0
    for character in span:
        places.append(at)
        if at < len(text) and (
            text[at] == character or (text[at].isspace() and character.isspace())
        ):
            at += 1
    return [*places, len(text)]


def _folded(run: Sequence[Removal], ui: Interface) -> str:
    """Removals that stand together, closed, with their reasons on the outside."""
    reasons = ", ".join(dict.fromkeys(escape(ui.reason(removal.reason)) for removal in run))
    words = sum(count_words(removal.text) for removal in run)
    items = "\n".join(
        f'<li><span class="reason">{escape(ui.reason(reason))}</span>\n{_left_out(group, ui)}</li>'
        for reason, group in groupby(run, lambda removal: removal.reason)
    )
    return (
        f'<details class="gone"><summary><span class="many">{escape(ui.count("left_out", words))}'
        f'</span> <span class="why">{reasons}</span></summary>\n<ul>\n{items}\n</ul></details>'
    )


def _left_out(group: Iterable[Removal], ui: Interface) -> str:
    """Pieces that went for one reason, each beside its evidence; equal evidence is given once."""
    pieces = []
    for (evidence, confidence), same in groupby(group, lambda r: (r.evidence, r.confidence)):
        text = escape("\n".join(removal.text.strip() for removal in same))
        sure = escape(ui.tell("sure", share=ui.percent(round(100 * confidence))))
        pieces.append(
            f'<div><span class="text" dir="auto">{text}</span>\n'
            f'<span class="evidence">{escape(evidence)} · {sure}</span></div>'
        )
    return "\n".join(pieces)


def strip(digest: Digest, ui: Interface) -> str:
    """The input from left to right as a strip, the article dark, the summary in its colour."""
    length = max(len(digest.document.text), 1)

    def rects(name: str, spans: Sequence[tuple[int, int]]) -> str:
        cells = sorted({(_MAP_STEPS * a // length, -(-_MAP_STEPS * b // length)) for a, b in spans})
        merged: list[tuple[int, int]] = []
        for start, end in cells:
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(merged[-1][1], end))
            else:
                merged.append((start, end))
        return "".join(
            f'<rect class="{name}" x="{start}" width="{end - start}" height="10"/>'
            for start, end in merged
        )

    kept = rects("part", [(p.start, p.end) for p in digest.article.paragraphs])
    brief = rects("sum", [(s.sentence.start, s.sentence.end) for s in digest.summary.sentences])
    return (
        f'<svg class="strip" viewBox="0 0 {_MAP_STEPS} 10" preserveAspectRatio="none" role="img"'
        f' aria-label="{escape(ui.tell("strip"))}">'
        f'<rect class="rest" width="{_MAP_STEPS}" height="10"/>{kept}{brief}</svg>'
    )
