"""What a speaker can be read from: a name, a pronoun or a description; and words that tell them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["name", "pronoun", "description"]


@dataclass(slots=True, eq=False, repr=False)
class Mention:
    """Words `first` to `last` (exclusive) that name, or stand for, somebody."""

    first: int
    last: int
    kind: Kind
    gender: str = ""
    """m, f, p (plural), i (the one who speaks), n (a thing), or "" where nothing tells."""
    person: bool | None = None
    head: str = ""
    """The noun of a description; the last word of a name, in lower case."""
    title: int = 0
    """How many words before `first` are honorifics or roles with a capital."""
    definite: bool = True
    office: bool = False
    """Whether it is an office with the name of what it is of, in another case: "глава Газпрома"."""
