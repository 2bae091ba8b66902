"""What the splitter knows of one language: abbreviations, commonest words, Punkt's parameters.

Read from `data/sentences` when a text in that language first comes along, one language at a
time; a language without parameters of its own gets empty sets and is split by general rules.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from newsclean import languages
from newsclean.sentences.punkt import Punkt


class Knowledge(NamedTuple):
    """Words are lower case, abbreviations without their last full stop."""

    language: str
    inner: frozenset[str]
    """Abbreviations after which the sentence goes on: Dr, Sig.ra, e.g, bzw."""
    numbers: frozenset[str]
    """Abbreviations that a number follows: No, p, Art. Some are words where none follows."""
    either: frozenset[str]
    """Abbreviations that may also end a sentence: etc, Inc, a.m."""
    abbreviations: frozenset[str]
    """Inner, either, and those that Punkt found."""
    common: frozenset[str]
    """The commonest words: with a capital, they begin a sentence."""
    lower: frozenset[str]
    """Words that inside a sentence are written in lower case."""
    hours: frozenset[str]
    """Those that end a time of day: p.m."""
    after_hours: frozenset[str]
    """What may still belong to it: Monday, EST."""
    months: frozenset[str]
    """What may belong to it where a number follows: Nov. 3."""
    says: frozenset[str]
    """Verbs of speech that follow a name."""
    blanks: bool
    """Whether words have blanks between them."""
    ordinals: bool
    """Whether a full stop makes a number an ordinal: 12. Juni."""
    colons: bool
    """Whether a colon or a semicolon may end a sentence."""
    labels: bool
    """Whether the label of a list item, `1.`, is a sentence: so in the Ukrainian treebank."""
    stops: str
    """What else ends a sentence, as `:` in Armenian."""
    before_names: frozenset[str]
    """Abbreviations in their own letters that stand before a name, here with a capital: TP, ThS."""
    words: frozenset[str]
    """Abbreviations that are words as well when they begin in lower case."""
    punkt: Punkt


@cache
def of(language: str) -> Knowledge:
    """What is known of `language`, any tag for it: `de`, `de-AT`."""
    return _known(languages.canonical(language))


@cache
def _known(language: str) -> Knowledge:
    lists: dict[str, Any] = _read(f"abbreviations/{language}") or {}
    trained: dict[str, Any] = _read(f"punkt/{language}") or {}
    inner, numbers, either, found = (
        frozenset(source.get(key, "").split())
        for source, key in (
            (lists, "inner"),
            (lists, "number"),
            (lists, "either"),
            (trained, "abbreviations"),
        )
    )
    orthography = {
        word: int(flags)
        for flags, words in trained.get("orthography", {}).items()
        for word in words.split()
    }
    words = frozenset(trained.get("words", "").split())
    abbreviations = inner | either | found
    return Knowledge(
        language=language,
        inner=inner,
        numbers=numbers,
        either=either,
        abbreviations=abbreviations,
        common=languages.function_words(language) - frozenset(trained.get("capital", "").split()),
        lower=frozenset(trained.get("lower", "").split()),
        hours=frozenset(lists.get("hour", "").split()),
        after_hours=frozenset(lists.get("after hour", "").split()),
        months=frozenset(lists.get("month", "").split()),
        says=frozenset(lists.get("says", "").split()),
        blanks=not lists.get("no blanks"),
        ordinals=bool(lists.get("ordinals")),
        colons=not lists.get("no colon ends"),
        labels=bool(lists.get("labels end")),
        stops=lists.get("stops", ""),
        before_names=frozenset(lists.get("before names", "").split()),
        words=words,
        punkt=Punkt(
            abbreviations=abbreviations | numbers,
            collocations=frozenset(
                (first, second) for first, second in map(str.split, trained.get("collocations", ()))
            ),
            starters=frozenset(trained.get("starters", "").split()),
            orthography=orthography,
        ),
    )


def has_parameters(language: str) -> bool:
    """Whether newsclean has sentence parameters of its own for `language`."""
    return _read(f"abbreviations/{languages.canonical(language)}") is not None


@cache
def _read(name: str) -> Any:
    try:
        return languages.read_data(f"sentences/{name}.json")
    except FileNotFoundError:
        return None
