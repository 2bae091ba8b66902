"""The page's own style sheets -> which classes and ids no reader sees.

Only plain rules are read: one class or id (a tag before it is allowed), outside of `@media`. A
name that another rule shows again counts as seen: a script switches it, as it does with tabs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_MOST_CHARS = 200_000
"""So much of the style sheets is read (a guess: larger ones are those of whole sites)."""
_FOR_READING_ALOUD = frozenset(
    (
        *(".sr-only", ".sr_only", ".screen-reader-text", ".screen-reader-only"),
        *(".screenreader-only", ".visually-hidden", ".visuallyhidden", ".u-visually-hidden"),
        *(".visually-hidden-text", ".is-visually-hidden", ".a11y-hidden", ".hidden-visually"),
        *(".element-invisible", ".assistive-text"),
    )
)
"""Classes by which frameworks and sites call text that is for screen readers only."""
_BRACE = re.compile(r"[{}]")
_COMMENT = re.compile(r"/\*[^*]*(?:\*(?!/)[^*]*)*\*/")
_HIDES = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SHOWS = re.compile(r"(?:^|[;\s])(?:display\s*:|visibility\s*:\s*visible)", re.IGNORECASE)
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SIMPLE = re.compile(r"[a-z0-9]*([.#][\w-]+)", re.IGNORECASE)
_NAME = re.compile(r"[.#][\w-]+")


def hidden_names(styles: str) -> frozenset[str]:
    """`.class` and `#id`, in lower case, of elements that are not shown.

    >>> sorted(hidden_names(".a {display: none} .b {display:none} .b.on {display: block}") - {
    ...     name for name in hidden_names("")})
    ['.a']
    """
    if "none" not in styles and "hidden" not in styles:
        return _FOR_READING_ALOUD
    hidden: set[str] = set()
    shown: set[str] = set()
    for selectors, rules in _plain_rules(_COMMENT.sub(" ", styles[:_MOST_CHARS])):
        if _HIDES.search(rules):
            for selector in selectors.split(","):
                if found := _SIMPLE.fullmatch(selector.strip()):
                    hidden.add(found[1].lower())
        elif _SHOWS.search(rules):
            shown.update(name.lower() for name in _NAME.findall(selectors))
    return _FOR_READING_ALOUD | (hidden - shown)


def _plain_rules(styles: str) -> Iterator[tuple[str, str]]:
    """The selectors and declarations of the rules that stand in no block of another."""
    depth, start, opened = 0, 0, 0
    for brace in _BRACE.finditer(styles):
        if brace[0] == "{":
            if depth == 0:
                opened = brace.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                selectors, rules = styles[start:opened], styles[opened + 1 : brace.start()]
                if "@" not in selectors and "{" not in rules:
                    yield selectors, rules
                start = brace.end()
        else:
            start = brace.end()


def _own_names(attributes: Mapping[str, str]) -> list[str]:
    """The classes of an element as `.name`, and its id as `#name`, in lower case."""
    names = [f".{name}" for name in attributes.get("class", "").lower().split()]
    if own := attributes.get("id"):
        names.append(f"#{own.lower()}")
    return names


def is_unseen(attributes: Mapping[str, str], names: frozenset[str]) -> bool:
    """Is an element not shown, by its attributes or because it has one of the hidden `names`?"""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if not names.isdisjoint(_own_names(attributes)):
        return True
    style = attributes.get("style")
    return bool(style and _UNSEEN_STYLE.search(style))
