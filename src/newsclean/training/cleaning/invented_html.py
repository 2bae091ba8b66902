"""Invented pages as HTML: the elements of one layout, marked up as one site or another would.

Some sites name their classes for what they hold, others have names that a program made, some none.
What every element holds is known from the layout, not from the mark-up.
"""

from __future__ import annotations

import html
import itertools
import random
from collections.abc import Callable, Iterator, Sequence

from newsclean.training.cleaning.invented import Element

_NAMES = {
    "kicker": ("kicker", "article__label", "overline"),
    "headline": ("headline", "entry-title", "article__title"),
    "deck": ("deck", "article__lead", "standfirst", "subtitle"),
    "byline": ("byline", "author", "article__authors"),
    "date": ("date", "article__date", "published"),
    "hour": ("time", "entry__time", "timestamp"),
    "share": ("share", "social-buttons", "sharing"),
    "caption": ("image", "article__photo", "media"),
    "pull": ("pullquote", "quote-box", "highlight"),
    "link": ("related", "read-more", "article__links"),
    "teaser": ("card", "teaser", "story-preview"),
    "box": ("box", "widget", "promo", "article__aside"),
    "notes": ("note", "correction", "article__note"),
    "closing": ("end", "article__foot", "disclaimer"),
    "bio": ("author-bio", "about-author", "author-card"),
    "tags": ("tags", "topics", "article__tags"),
    "comments": ("comments", "discussion", "reactions"),
    "footer": ("footer", "site-footer", "bottom"),
    "menu": ("menu", "main-nav", "navigation"),
}
_LISTS = frozenset(("menu", "tags", "share", "footer"))
"""What is marked up as a list of links."""
_SHARES = (0.25, 0.4, 0.35)
"""How many sites have no classes, made ones, named ones (guesses, like all shares here)."""


def marked_up(elements: Sequence[Element], rng: random.Random) -> str:
    """The page of some elements, as HTML."""
    site = _Site(rng)
    body = []
    for kind, group in itertools.groupby(
        (element for element in elements if element.lines), key=lambda element: element.kind
    ):
        some = list(group)
        if kind == "li":
            items = "".join(f"<li>{_escaped(element.lines[0])}</li>" for element in some)
            body.append(f"<{site.list}>{items}</{site.list}>")
        else:
            body += [site.of(element) for element in some]
    title = next((element.lines[0] for element in elements if element.kind == "headline"), "")
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{_escaped(title)}</title></head>'
        f"<body><{site.outer}>{chr(10).join(body)}</{site.outer}></body></html>"
    )


def _escaped(text: str) -> str:
    return html.escape(" ".join(text.split()))


class _Site:
    """How one site marks up what it prints."""

    def __init__(self, rng: random.Random) -> None:
        self._naming = rng.choices(("none", "made", "named"), _SHARES)[0]
        self._classes: dict[str, str] = {}
        self._rng = rng
        self.outer = rng.choice(("article", "div", "main"))
        self.list = rng.choice(("ul", "ul", "ol"))
        self._paragraph = rng.choice(("<p>{}</p>", "<p>{}</p>", "<p>{}</p>", "<div>{}</div>"))
        self._heading = rng.choice(("<h2>{}</h2>", "<h3>{}</h3>", "<p><strong>{}</strong></p>"))
        self._deck = rng.choice(("p", "p", "h2", "div"))
        self._title = rng.choice(("<h3>{}</h3>", "<h4>{}</h4>", "<p><strong>{}</strong></p>"))
        self._group = rng.choice(("div", "div", "aside", "section"))
        self._caption: Callable[[Element], str] = rng.choice(
            (self._figure, self._figure, self._pictured)
        )

    def of(self, element: Element) -> str:
        """An element, marked up."""
        lines = [_escaped(line) for line in element.lines]
        kind = element.kind
        if kind == "p":
            return self._paragraph.format(lines[0])
        if kind == "h":
            return self._heading.format(lines[0])
        if kind == "headline":
            return f"<h1{self._named(kind)}>{lines[0]}</h1>"
        if kind == "deck":
            return f"<{self._deck}{self._named(kind)}>{lines[0]}</{self._deck}>"
        if kind == "caption":
            return self._caption(element)
        group = "ul" if kind in _LISTS else self._group
        return f"<{group}{self._named(kind)}>{''.join(self._within(kind, lines))}</{group}>"

    def _within(self, kind: str, lines: Sequence[str]) -> Iterator[str]:
        for number, line in enumerate(lines):
            link = f'<a href="/{kind}/{self._rng.randrange(10**6)}">{line}</a>'
            if kind in _LISTS:
                yield f"<li>{link}</li>"
            elif kind == "teaser" and number == 0:
                yield self._title.format(link)
            elif number == 0 and len(lines) > 1:
                yield self._title.format(line)
            elif kind == "link":
                yield f"<p>{link}</p>"
            elif kind == "box" and number == len(lines) - 1 and number:
                yield self._rng.choice((f"<p>{link}</p>", f"<button>{line}</button>"))
            else:
                yield f"<p>{line}</p>"

    def _figure(self, element: Element) -> str:
        said = " ".join(f"<span>{_escaped(line)}</span>" for line in element.lines)
        return (
            f'<figure{self._named("caption")}><img src="/p.jpg"><figcaption>{said}</figcaption>'
            "</figure>"
        )

    def _pictured(self, element: Element) -> str:
        said = "".join(f"<p>{_escaped(line)}</p>" for line in element.lines)
        return f'<div{self._named("caption")}><img src="/p.jpg">{said}</div>'

    def _named(self, kind: str) -> str:
        """The class of a kind of element, as an attribute."""
        if self._naming == "none":
            return ""
        if kind not in self._classes:
            made = "".join(self._rng.choices("abcdefghkmnprstvwxyz0123456789", k=6))
            self._classes[kind] = (
                self._rng.choice(_NAMES[kind]) if self._naming == "named" else f"c{made}"
            )
        return f' class="{self._classes[kind]}"'
