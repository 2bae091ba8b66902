"""Pages in 39 languages, invented for newsclean and laid out anew for each copy.

Labelled pages of most languages are not to be had. What `tests/benchmarks/labels/invented` has are
the parts of pages: headline, deck, paragraphs, captions, boxes, links, comments. Here they are put
together in many orders, as sites differ, and what each line is follows from where it came from.
"""

from __future__ import annotations

import itertools
import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

PAGES = Path(__file__).parents[4] / "tests" / "benchmarks" / "labels" / "invented"
"""They are not shipped: training runs from a checkout."""

_HEADS = (
    ("kicker", "headline", "deck", "byline", "date", "share", "caption"),
    ("kicker", "headline", "byline", "date", "share", "deck", "caption"),
    ("date", "kicker", "headline", "deck", "caption", "byline"),
    ("kicker", "headline", "deck", "caption", "byline", "date", "share"),
    ("headline", "date", "byline", "caption", "deck"),
    ("caption", "kicker", "headline", "deck", "date"),
    ("kicker", "headline", "deck", "share", "date", "caption"),
)
"""What stands above an article, in the orders of different sites."""
_OFTEN = {
    "kicker": 0.8,
    "deck": 0.85,
    "byline": 0.85,
    "date": 0.9,
    "share": 0.4,
    "caption": 0.6,
    "closing": 0.25,
}
"""How many sites print a part, where a page has it (guesses, like all shares here)."""


_HOUR = re.compile(r"\W*(?:\w{1,8}\.?,? )?(?:[01]?\d|2[0-4]) ?[:.hH時点點시] ?[0-5]\d\D{0,8}")
"""The hour above an entry of a live blog, which is no part of its text."""
_SHORT_CHARS = 70
"""Below a shorter line of the article some sites leave no blank line."""


class Element(NamedTuple):
    """Lines that stand together, of what kind they are, and whether they are the article's."""

    kind: str
    lines: Sequence[str]
    own: bool = False


Span = tuple[int, int, Element]
"""An element from where to where in a text."""


class Page(NamedTuple):
    """A page that somebody invented: its parts as written, its language, its number there."""

    parts: dict[str, Any]
    language: str
    number: int

    @property
    def domain(self) -> str:
        """The name of a site of its own."""
        return f"invented {self.language} {self.number}"


def invented(part: str, folder: Path = PAGES) -> list[Page]:
    """The invented pages of a part, "train" or "dev", by language and number.

    `folder` is where both parts are, for tests of an installed package.
    """
    return [
        Page(parts, path.stem, number)
        for path in sorted((folder / part).glob("*.json"))
        for number, parts in enumerate(json.loads(path.read_text(encoding="utf-8")))
    ]


def texts(page: Page, others: Sequence[Page], count: int) -> Iterator[tuple[str, list[Span]]]:
    """The page laid out `count` times, and where each element stands.

    Boxes and links of `others` stand among its own.
    """
    rng = random.Random(page.domain)  # noqa: S311 - no secret
    for _ in range(count):
        yield rendered(list(laid_out(page, others, rng)), rng)


def laid_out(page: Page, others: Sequence[Page], rng: random.Random) -> Iterator[Element]:
    """The elements of the page in one order."""
    parts = page.parts
    strangers = [rng.choice(others).parts] if others and rng.random() < 0.5 else []
    boxes, links = (
        [Element(kind, some) for source in (parts, *strangers) for some in source[name]]
        for kind, name in (("box", "boxes"), ("link", "related"))
    )
    labels = [link.lines[0] for link in links if len(link.lines) > 1]
    teasers = [
        Element("teaser", [rng.choice(labels), *some] if labels and rng.random() < 0.4 else some)
        for source in (parts, *strangers)
        for some in source.get("teasers", ())
    ]
    captions = [_caption(some, rng) for some in parts["captions"]]
    for some in (boxes, links, captions, teasers):
        rng.shuffle(some)
    end = rng.choices(("whole", "closing", "teaser", "bare"), (0.55, 0.15, 0.1, 0.2))[0]
    if end != "bare" and rng.random() < 0.7:
        menu = parts["menu"]
        yield Element("menu", menu[: rng.randint(1, len(menu))] if menu else ())
    yield from _head(parts, captions, rng)
    body = [
        Element("hour", (text,)) if _HOUR.fullmatch(text) else Element(kind, (text,), own=True)
        for kind, text in parts["body"]
    ]
    if rng.random() < 0.85:
        between = captions[: rng.randint(0, 2)] + teasers[: rng.choice((0, 0, 0, 1))]
        between += links[: rng.choice((0, 0, 1, 1, 2))] + boxes[: rng.choice((0, 0, 1, 1, 2))]
        if parts.get("pull") and rng.random() < 0.5:
            between.append(Element("pull", [line for line in parts["pull"] if line]))
        _put_between(body, between, rng)
        links, boxes, teasers = links[2:], boxes[2:], teasers[1:]
    yield from body
    if rng.random() < 0.15:
        yield Element("byline", parts["byline"])
    closings = [Element("closing", some) for some in parts.get("closings", ())]
    closings += [Element(name, parts[name]) for name in ("notes", "bio")]
    rng.shuffle(closings)
    if end == "closing":
        yield from closings[:1]
    elif end == "teaser":
        yield from (*boxes[:1], *(teasers or links)[:1])
    elif end == "whole":
        yield from _tail(parts, closings, links, boxes, teasers, rng)


def _tail(
    parts: dict[str, Any],
    closings: list[Element],
    links: list[Element],
    boxes: list[Element],
    teasers: list[Element],
    rng: random.Random,
) -> Iterator[Element]:
    tail = [element for element in closings if rng.random() < _OFTEN.get(element.kind, 0.7)]
    tail += [Element("tags", parts["tags"])] if rng.random() < 0.7 else []
    tail += links[: rng.randint(0, 3)] + boxes[: rng.randint(0, 2)] + teasers[: rng.randint(0, 3)]
    if rng.random() < 0.3:
        rng.shuffle(tail)
    yield from tail
    for name, share in (("share", 0.3), ("comments", 0.5), ("footer", 0.7)):
        if rng.random() < share:
            yield Element(name, parts[name])


def _head(parts: dict[str, Any], captions: list[Element], rng: random.Random) -> Iterator[Element]:
    for name in rng.choice(_HEADS):
        if rng.random() >= _OFTEN.get(name, 0.95):
            continue
        if name == "caption":
            if captions:
                yield captions.pop()
            continue
        said = parts.get(name) or ()
        yield Element(name, [said] if isinstance(said, str) else said)


def _caption(some: Sequence[str | None], rng: random.Random) -> Element:
    text, credit = some
    if not credit or rng.random() < 0.15:
        return Element("caption", [str(text)])
    joined = rng.choice(
        (f"{text} {credit}", f"{text} ({credit})", f"{text} | {credit}", None, None)
    )
    return Element("caption", [joined] if joined else [str(text), credit])


def _put_between(body: list[Element], between: list[Element], rng: random.Random) -> None:
    """Put elements between paragraphs of the body, none between a sub-heading and its text."""
    for element in between:
        places = [at for at in range(1, len(body)) if not _belong_together(body[at - 1], body[at])]
        body.insert(rng.choice(places) if places else len(body), element)


def _belong_together(above: Element, below: Element) -> bool:
    return above.kind == "h" or above.kind == below.kind == "li"


def rendered(elements: Sequence[Element], rng: random.Random) -> tuple[str, list[Span]]:
    """The text of elements, with or without blank lines, and where each stands in it."""
    within, around = rng.choice((("\n", "\n\n"), ("\n\n", "\n\n"), ("\n", "\n"), ("\n", "\n\n")))
    glues = rng.random() < 0.4
    printed = [element for element in elements if element.lines]
    pieces: list[str] = []
    spans: list[Span] = []
    at = 0
    for element, below in itertools.zip_longest(printed, printed[1:]):
        text = within.join(" ".join(line.split()) for line in element.lines)
        short = element.own and below is not None and below.own and len(text) < _SHORT_CHARS
        tight = element.kind == "li" and rng.random() < 0.5
        tight |= glues and short and rng.random() < 0.6
        spans.append((at, at + len(text), element))
        pieces.append(text + ("\n" if tight else around))
        at += len(pieces[-1])
    return "".join(pieces), spans
