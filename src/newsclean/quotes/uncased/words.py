"""A language without capitals -> its words of speech and of names, and a text's words.

Spellings that differ by a mark alone (أحمد, احمد) are one. The lists stand under "patterns" in
`data/quotes/LANGUAGE.json`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from newsclean.languages import read_data
from newsclean.patterns import lazy_regex

_VOWELS = (
    "\u0900-\u0903\u093a-\u094d\u0981-\u0983\u09bc-\u09cd\u09d7"
    "\u064b-\u0652\u0670\u0640\u05b0-\u05c7"
)
_LETTERS = f"(?:[^\\W\\d_][{_VOWELS}]*)+"
"""Letters with their vowel marks."""
_WORD = lazy_regex(f"{_LETTERS}(?:[\u200c'’׳״\"-]{_LETTERS})*['׳]?")
_SAME = str.maketrans(
    {**dict.fromkeys("أإآٱ", "ا"), "ك": "ک", "ي": "ی", "ۀ": "ه", "״": '"', "׳": "'"}
    | {chr(mark): None for mark in (*range(0x64B, 0x653), 0x640, 0x670, *range(0x5B0, 0x5C8))}
)
"""One letter for those that are mixed up, and none for vowel marks."""


class Word(NamedTuple):
    """A word of a text."""

    low: str
    """As lists have it."""
    start: int
    end: int


class Language(NamedTuple):
    """What is known of one language, all as `plain` writes it."""

    verb_first: bool
    """A subject follows its verb: Arabic, and Hebrew behind a quote."""
    verb_last: bool
    """It begins the sentence: Persian, and Hebrew before a quote."""
    cues: Mapping[tuple[str, ...], str]
    """Verb of speech, of one word or several -> m, f, p (several), "" (any)."""
    opens: Mapping[str, tuple[tuple[str, ...], ...]]
    """Its first word -> those of several words, the longest first."""
    joined: Mapping[str, str]
    """What goes on with the subject before: "adding", "in her words"."""
    sources: tuple[tuple[str, ...], ...]
    """Words before a speaker: "according to"."""
    prefixes: tuple[str, ...]
    """What "and" is before a verb, in one word with it."""
    leads: frozenset[str]
    """Words between the verb and a quote: "that"."""
    stops: frozenset[str]
    """Words that end who somebody is."""
    pronouns: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    deputies: frozenset[str]
    """Roles that another role follows: "deputy head"."""
    others: frozenset[str]
    """Words right before a name that is not the one who speaks: wives, lawyers, offices."""
    formers: frozenset[str]
    """Words behind a role that was held before."""
    particles: frozenset[str]
    """Words inside a name: "ben"."""
    article: str
    """What "the" is before a noun, in one word with it."""
    name_last: bool
    """A name ends the words for somebody: Hindi "डॉक्टर अनिल वर्मा ने"."""
    marker: frozenset[str]
    """Words behind a subject and before what else its verb has: Hindi "ने"."""
    toward: frozenset[str]
    """Words behind who is no subject: "to", "from"."""
    oblique: tuple[str, ...]
    """What ends a name that is no subject: Bengali "-কে" ("to"), "-র" ("of")."""
    families: frozenset[str]
    """Family names, where these tell a name."""
    manner: frozenset[str]
    """Words right before a verb of speech that say how, or "on": "laughing"."""
    topics: frozenset[str]
    """Words before whom a sentence is about: "as for"."""
    given: Mapping[str, str]
    """First name -> m, f."""
    names: frozenset[str]
    """First and family names, and what is inside names."""

    def bare(self, word: str) -> frozenset[str]:
        """A word, and what it is without an article."""
        return frozenset((word, word.removeprefix(self.article)))


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch."""
    found = _WORD.finditer(text, start, end)
    return [Word(one[0].translate(_SAME), one.start(), one.end()) for one in found]


@cache
def language(code: str) -> Language:
    """What is known of a language, read once."""
    data: dict[str, Any] = read_data(f"quotes/{code}.json")["patterns"]
    cues = dict.fromkeys(_phrases(data, "phrases"), "")
    for gender in ("m", "f", "p"):
        cues |= dict.fromkeys(((word,) for word in _words(data, gender)), gender)
    joined = {word: gender for gender in "mf" for word in _words(data, f"joined_{gender}")}
    given = {word: gender for gender in "mf" for word in _words(data["given"], gender)}
    families = frozenset(_words(data, "families"))
    return Language(
        verb_first="verb last" not in data["order"],
        verb_last=data["order"] != "verb first",
        name_last="name last" in data["order"],
        marker=frozenset(_words(data, "marker")),
        toward=frozenset(_words(data, "toward")),
        oblique=tuple(_words(data, "oblique")),
        families=families,
        cues=cues,
        opens={
            first: tuple(one for one in cues if one[0] == first and len(one) > 1)
            for first in {one[0] for one in cues if len(one) > 1}
        },
        joined=joined,
        sources=_phrases(data, "sources"),
        prefixes=tuple(_words(data, "prefixes")),
        leads=frozenset(_words(data, "leads")),
        stops=frozenset(_words(data, "stops")),
        pronouns=frozenset(_words(data, "pronouns")),
        titles=frozenset(_words(data, "titles")),
        roles=frozenset(_words(data, "roles")),
        deputies=frozenset(_words(data, "deputies")),
        others=frozenset(_words(data, "others")),
        formers=frozenset(_words(data, "formers")),
        particles=frozenset(_words(data, "particles")),
        manner=frozenset(_words(data, "manner")),
        topics=frozenset(_words(data, "topics")),
        article=data.get("article", "").translate(_SAME),
        given=given,
        names=families.union(given, _words(data, "particles")),
    )


def _words(data: Mapping[str, str], name: str) -> list[str]:
    return data.get(name, "").translate(_SAME).split()


def _phrases(data: Mapping[str, str], name: str) -> tuple[tuple[str, ...], ...]:
    found = (tuple(phrase.split()) for phrase in data.get(name, "").translate(_SAME).split("|"))
    return tuple(sorted((one for one in found if one), key=len, reverse=True))
