"""Lists of words of many languages that are asked for whatever an article is written in."""

from __future__ import annotations

from functools import cache

from newsclean.languages import read_data


@cache
def everywhere(name: str) -> frozenset[str]:
    """The words of one list of `quotes/everywhere.json`, which says what each is."""
    return frozenset(read_data("quotes/everywhere.json")[name]["words"].split())
