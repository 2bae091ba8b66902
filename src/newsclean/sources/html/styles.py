"""The page's own style sheets -> which classes and ids no reader sees.

Only plain rules are read: one class or id (a tag before it is allowed), outside of `@media`. A
name that another rule shows again counts as seen: a script switches it, as it does with tabs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newsclean.patterns import lazy_regex

_MOST_CHARS = 200_000
"""So much of the style sheets is read (a guess: larger ones are those of whole sites)."""
_FOR_READING_ALOUD = frozenset(
    (
        *(".sr-only", ".sr_only", ".screen-reader-text", ".screen-reader-only"),
        *(".screenreader-only", ".visually-hidden", ".visuallyhidden", ".u-visually-hidden"),
        *(".visually-hidden-text", ".is-visually-hidden", ".a11y-hidden", ".hidden-visually"),
        *(".element-invisible", ".assistive-text", ".offscreen", ".off-screen", ".show-for-sr"),
        *(".sr-only-focusable", ".visually-hidden-focusable", ".u-sr-only", ".u-visuallyhidden"),
        *(".u-hidden-visually", ".screenreader", ".blind", ".is-hidden", ".u-hidden"),
    )
)
"""Classes by which frameworks and sites call text that is for screen readers only."""
_COMMENT = lazy_regex(r"/\*[^*]*(?:\*(?!/)[^*]*)*\*/")
_OFF_SCREEN = (
    r"display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\((?:\s*,?\s*[01](?:px)?){4}\s*\)"
    r"|clip-path\s*:\s*inset\((?:50|100)%\)|(?:left|top)\s*:\s*-\d{4,5}(?:px)?\b"
)
"""Not shown, cut to a point, or moved off the screen: the ways to speak to screen readers alone."""
_HIDES = lazy_regex(rf"[;\s](?:{_OFF_SCREEN})")
_SHOWS = lazy_regex(r"[;\s](?:display\s*:|visibility\s*:\s*visible)")
"""In declarations in lower case with ";" before the first."""
_UNSEEN_STYLE = lazy_regex(rf"(?<![\w-])(?:{_OFF_SCREEN})", re.IGNORECASE)
_SIMPLE = lazy_regex(r"[a-z0-9]*([.#][\w-]+)", re.IGNORECASE)
_NAME = lazy_regex(r"[.#][\w-]+")
_HIDING_WORDS = ("none", "hidden", "clip", "left:-", "left: -", "top:-", "top: -")
_TELLING_WORDS = ("display", "visibility", *_HIDING_WORDS[2:])
_ON_FOCUS = ":focus"
"""What only who moves by keyboard sees, no reader sees."""


def hidden_names(styles: str) -> frozenset[str]:
    """`.class` and `#id`, in lower case, of elements that are not shown.

    >>> sorted(hidden_names(".a {display: none} .b {display:none} .b.on {display: block}") - {
    ...     name for name in hidden_names("")})
    ['.a']
    """
    if not any(map(styles.__contains__, _HIDING_WORDS)):
        return _FOR_READING_ALOUD
    hidden: set[str] = set()
    others: list[tuple[str, str]] = []
    read = styles[:_MOST_CHARS].lower()
    for selectors, rules in _plain_rules(_COMMENT.sub(" ", read) if "/*" in read else read):
        if any(map(rules.__contains__, _HIDING_WORDS)) and _HIDES.search(rules):
            for selector in selectors.split(","):
                if found := _SIMPLE.fullmatch(selector.strip()):
                    hidden.add(found[1])
        elif _ON_FOCUS not in selectors:
            others.append((selectors, rules))
    whole = "\n".join([selectors for selectors, _ in others])
    again = [name for name in hidden if name in whole]  # few: what the others do is asked of these
    shown = [
        selectors
        for selectors, rules in others
        if any(map(selectors.__contains__, again)) and _SHOWS.search(rules)
    ]
    return _FOR_READING_ALOUD | hidden.difference(_NAME.findall("\n".join(shown)))


def _plain_rules(styles: str) -> Iterator[tuple[str, str]]:
    """The selectors and declarations (";" first) of rules that stand in no block of another."""
    depth = 0
    for piece in styles.split("}")[:-1]:
        opened = piece.count("{")
        if depth or opened != 1:
            depth = max(0, depth + opened - 1)
        elif any(map(piece.__contains__, _TELLING_WORDS)):
            selectors, _, rules = piece.partition("{")
            if "@" not in selectors:
                yield selectors, f";{rules}"


class Unseen:
    """Which elements of a page are not shown."""

    def __init__(self, styles: str) -> None:
        """`styles` are the style sheets of the page."""
        self._names = hidden_names(styles)
        self._classes = frozenset(name[1:] for name in self._names if name[0] == ".")

    def by_class(self, classes: str) -> bool:
        """Is an element with this class attribute not shown?"""
        return not self._classes.isdisjoint(classes.lower().split())

    def by_others(self, attributes: Mapping[str, str]) -> bool:
        """Do its other attributes say that an element is not shown?"""
        get = attributes.get
        if "hidden" in attributes or get("aria-hidden") == "true":
            return True
        # what AMP shows until the rest is loaded; a form's own placeholder has words
        if get("placeholder") == "" or get("fallback") == "":
            return True
        if (own := get("id")) and f"#{own.lower()}" in self._names:
            return True
        style = get("style")
        return bool(style and _UNSEEN_STYLE.search(style))
