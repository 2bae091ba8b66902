"""A language code -> what is known of who says what in that language.

One JSON file a language in `data/quotes/`; only the one asked for is read. A language without a
file gets an empty lexicon: then quotation marks and rules that hold in any language must do.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsclean.languages import function_words, read_data

_ELIDED = r"[^\W\d_]{1,2}|qu|(?:lors|puis|jus|quoi)qu|(?:[dnsc]|su|co)?(?:ell|all)|dell|sull|un"
"""What stands before an apostrophe in French and Italian: "l'", "qu'", "dell'"."""


class Lexicon(NamedTuple):
    """The words of one language that tell quotes and speakers; all in lower case."""

    cues: frozenset[str]
    """Verbs (every form) that say somebody speaks."""
    weak: frozenset[str]
    """Verbs that often do, and have other uses: call, believe, praise."""
    strength: dict[str, int]
    """Cue -> 2 where it is in `cues`, 1 in `weak`, 4 in `after`."""
    sources: frozenset[tuple[str, ...]]
    """Words before a speaker: "according to"."""
    after: frozenset[str]
    """Words after a speaker that do the same: German "zufolge"."""
    pronouns: dict[str, str]
    """Pronoun -> m, f, p (plural), i (the speaker), n."""
    subjects: frozenset[str]
    honorifics: dict[str, str]
    """Words before a name that are no part of it -> gender or ""."""
    roles: dict[str, str]
    """What a person can be -> gender or ""."""
    titles: dict[str, str]
    """`honorifics` and `roles`."""
    role_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    """Endings of common nouns, where these have a capital."""
    groups: frozenset[str]
    """What a body of people or a document can be."""
    bodies: frozenset[str]
    """`groups`, and the last words of names of places and things: no person has them."""
    plural: frozenset[str]
    people: frozenset[str]
    """Plural descriptions that stand for a named person "and colleagues"."""
    unnamed: frozenset[str]
    """Descriptions that stand for nobody with a name: "source"."""
    definite: frozenset[str]
    indefinite: frozenset[str]
    owners: frozenset[str]
    determiners: frozenset[str]
    """`definite`, `indefinite` and `owners`."""
    openers: frozenset[str]
    """Words that a description or a pronoun may begin with: determiners, pronouns, plurals."""
    stops: frozenset[str]
    """Words that end a noun phrase."""
    prepositions: frozenset[str]
    joiners: frozenset[str]
    """Words inside the name of a body: "of"."""
    links: frozenset[str]
    """Words inside it after a joiner: "Bureau of Fisheries and Aquatic Resources"."""
    particles: frozenset[str]
    labels: frozenset[str]
    """Words before a title or a term in quotation marks: "called", "the album"."""
    complementisers: frozenset[str]
    adverbs: frozenset[str]
    never: frozenset[str]
    """Words with a capital that are no names: months, days."""
    no_names: frozenset[str]
    """`never` and adverbs: no name is one of them alone."""
    unnamed_first: frozenset[str]
    """Words that no name begins with: `never`, articles."""
    fillers: frozenset[str]
    """Words with a capital at the head of a sentence that belong to no name after them."""
    phrase_ends: frozenset[str]
    """Words that end a description: `cues`, `definite`, `adverbs`."""
    clauses: frozenset[str]
    """Words that a whole clause has and a fragment seldom: "I", "we're", "is"."""
    abbreviations: frozenset[str]
    """Words whose full stop ends no sentence, besides honorifics."""
    case_endings: tuple[str, ...]
    """What names take on in other cases, longest first: "Lindholms", "Соколова"."""
    drops: bool
    """True where a verb needs no subject (Spanish): "...", afirmó."""
    common: frozenset[str]
    dull: frozenset[str]
    """`common` and `cues`: they say nothing of a text's subject."""
    token: re.Pattern[str]
    """A word with the blanks before it: what `findall` gives is the whole text."""
    capitals: bool
    """True where every noun has a capital (German)."""


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; an empty one where there is no file."""
    try:
        data = read_data(f"quotes/{language}.json")
    except FileNotFoundError:
        data = {}

    def words(name: str) -> frozenset[str]:
        return frozenset(data.get(name, "").split())

    def gendered(name: str) -> dict[str, str]:
        groups = data.get(name, {})
        return {word: gender for gender in groups for word in groups[gender].split()}

    cues, weak, after = words("cues"), words("weak"), words("after")
    pronouns, honorifics, roles = gendered("pronouns"), gendered("honorifics"), gendered("roles")
    stops, adverbs, plural = words("stops"), words("adverbs"), words("plural")
    definite, never, common = words("definite"), words("names_never"), function_words(language)
    determiners = definite | words("indefinite") | words("owners")
    return Lexicon(
        cues=cues,
        weak=weak,
        strength={**dict.fromkeys(after, 4), **dict.fromkeys(weak, 1), **dict.fromkeys(cues, 2)},
        sources=frozenset(tuple(source.split()) for source in data.get("sources", ())),
        after=after,
        pronouns=pronouns,
        subjects=words("subjects"),
        honorifics=honorifics,
        roles=roles,
        titles={**roles, **honorifics},
        role_endings=tuple(data.get("role_endings", "").split()),
        noun_endings=tuple(data.get("noun_endings", "").split()),
        groups=words("groups"),
        bodies=words("groups") | words("places"),
        plural=plural,
        people=words("people"),
        unnamed=words("unnamed"),
        definite=definite,
        indefinite=words("indefinite"),
        owners=words("owners"),
        determiners=determiners,
        openers=determiners | plural | pronouns.keys(),
        stops=stops,
        prepositions=words("prepositions"),
        joiners=words("joiners"),
        links=words("links"),
        particles=words("particles"),
        labels=words("labels"),
        complementisers=words("complementisers"),
        adverbs=adverbs,
        never=never,
        no_names=never | adverbs,
        unnamed_first=never | definite,
        fillers=(stops | determiners | adverbs | pronouns.keys() | cues)
        | (common - first_names().keys()),
        phrase_ends=cues | definite | adverbs,
        clauses=words("clauses"),
        abbreviations=words("abbreviations"),
        case_endings=tuple(sorted(data.get("case_endings", "").split(), key=lambda end: -len(end))),
        drops=data.get("drops", False),
        common=common,
        dull=common | cues,
        token=_token_pattern(data.get("clitics", "").split(), elides=data.get("elides", False)),
        capitals=language == "de",
    )


def _token_pattern(clitics: list[str], *, elides: bool) -> re.Pattern[str]:
    """A word, an abbreviation of single letters, or one other character; blanks before it."""
    tail = "|".join(re.escape(clitic) for clitic in sorted(clitics, key=len, reverse=True))
    joint = r"-\w++" if elides else r"[-’'&]\w++"
    if tail:
        joint = rf"(?!(?:{tail})\b){joint}"
    letters = r"[^\W\d_]\.(?:(?:[^\W\d_]\.)+|(?=\s[^\W\d_]))"
    word = rf"\w{{2,}}+(?:{joint})*+|[^\w\s]|{letters}|\w(?:{joint})*+"
    if tail:
        word = rf"(?:{tail})\b|{word}"
    if elides:
        word = rf"(?i:{_ELIDED})[’'](?=\w)|{word}"
    return re.compile(rf"\s*+(?:{word})")


@cache
def first_names() -> dict[str, str]:
    """Common first names of many languages, lower case -> m, f, or u (either)."""
    data: dict[str, str] = read_data("quotes/first_names.json")
    return {name: gender for gender in ("u", "m", "f") for name in data[gender].split()}


@cache
def name_suffixes() -> frozenset[str]:
    """What may follow a family name: "jr"."""
    return frozenset(read_data("quotes/first_names.json")["suffixes"].split())
