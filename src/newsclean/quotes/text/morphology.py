"""Words of a text by their form: genitives, case endings, and words that name a role."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from unicodedata import combining, normalize

from newsclean.quotes.text.given_names import given_name
from newsclean.quotes.text.lexicon import Lexicon

_LAST_LATIN = "\u024f"
_MIN_STEM_CHARS = 4
"""The least that is left of a name without its ending."""
_MIN_ADJECTIVE_CHARS = 3
"""The same of a name that is an adjective, whose endings are plainer: "Tiché"."""
_MAX_OWNED_ADJECTIVES = 2
"""The most adjectives between a genitive and its noun; a guess."""
_DEPUTIES = ("vice", "wice", "vize", "více", "вице", "віце")
"""What stands before an office as part of its word: "vicesindaco"."""
_FORMER = "ex"
"""The same of one who was: "exalcalde"."""
_PREFIXES = (*_DEPUTIES, _FORMER)
_INITIALS = frozenset(prefix[0] for prefix in _PREFIXES)
_GENITIVES = ("’s", "'s", "’S", "'S", "s’", "s'", "x’", "x'", "z’", "z'", "ß’", "ß'")
_OWNERS = ("’s", "'s", "’S", "'S")
_MIN_GENITIVE_CHARS = 4
"""The shortest word whose apostrophe ends a genitive: French "s'" is none."""


def without_genitive(words: Collection[str]) -> dict[str, str]:
    """The words in a genitive with "'s" or "'", each with what it is without; lower case too."""
    found = [
        word
        for word in words
        if word.endswith(_GENITIVES) and (len(word) >= _MIN_GENITIVE_CHARS or word[-1] in "sS")
    ]
    return {word: word.rstrip("sS")[:-1] for word in (*found, *map(str.lower, found))}


def owners_among(
    texts: Sequence[str],
    low: Sequence[str],
    forms: Collection[str],
    roles: Collection[str],
    lexicon: Lexicon,
) -> dict[str, str]:
    """The names in a genitive without an apostrophe, each without its ending; lower case too.

    "Lindholms mångåriga granne": what somebody is to its bearer follows at least once, and never
    what follows a name that is a subject.
    """
    if lexicon.suffixed:
        cut = [(word, word.replace("’", "'").partition("'")[0]) for word in forms if _is_cut(word)]
        return {form: bare for pair in cut for form, bare in (pair, tuple(map(str.lower, pair)))}
    if not lexicon.owner_endings:
        return {}
    ended = {
        word
        for word in forms
        if word.endswith(lexicon.owner_endings) and _may_own(word, forms, lexicon)
    }
    if not ended:
        return {}
    owners: set[str] = set()
    for at in [at for at, word in enumerate(texts) if word in ended]:
        word = texts[at]
        if word in ended and not _owns(texts, low, at, lexicon):
            ended.remove(word)
        elif _leads_to_kin(texts, low, at, roles, lexicon):
            owners.add(word)
    found = [(word, word[:-1]) for word in owners & ended]
    return {form: bare for pair in found for form, bare in (pair, tuple(map(str.lower, pair)))}


def _is_cut(word: str) -> bool:
    """Whether an apostrophe parts an ending from a name: "Aksoy'a", but not "D'Angelo"."""
    name, mark, ending = word.replace("’", "'").partition("'")
    return len(name) > 1 and word[0].isupper() and mark != "" and ending.islower()


def _may_own(word: str, forms: Collection[str], lexicon: Lexicon) -> bool:
    """Whether a word with the ending of a genitive can be a name's: no word of the language's."""
    low = word.lower()
    plain = low in forms or low in lexicon.stops or low in lexicon.common or low in lexicon.adverbs
    plain = plain or low in lexicon.determiners or low in lexicon.pronouns
    plain = plain or word[-2] == word[-1] or bool(given_name(low))  # "Moss"
    return word[0].isupper() and len(word) > _MIN_STEM_CHARS and not plain


def _owns(texts: Sequence[str], low: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a word stands as a genitive does: a noun follows, no article is before it."""
    if at + 1 >= len(low) or not low[at + 1][0].isalpha():
        return False
    noun = lexicon.capitals or texts[at + 1][0].islower()
    follows = low[at + 1] in lexicon.cue_kinds or low[at + 1] in lexicon.stops
    follows = follows or low[at + 1] in lexicon.adverbs
    led = at > 0 and low[at - 1] in lexicon.determiners
    return noun and not follows and not led


def _leads_to_kin(
    texts: Sequence[str], low: Sequence[str], at: int, roles: Collection[str], lexicon: Lexicon
) -> bool:
    """Whether a role or kinship follows a word, behind adjectives: "mångåriga granne"."""
    for one in range(at + 1, min(len(low), at + 2 + _MAX_OWNED_ADJECTIVES)):
        if low[one] in lexicon.kin or low[one] in roles:
            return True
        if not texts[one].islower() or low[one] in lexicon.stops:
            return False
    return False


def past_gender(word: str, lexicon: Lexicon) -> str:
    """The gender in the ending of a verb of the past, as in Polish: f for "dodała"; or ""."""
    genders = lexicon.past_genders.items()
    return next((gender for ending, gender in genders if word.endswith(ending)), "")


def folded(word: str, lexicon: Lexicon) -> str:
    """A word of a name without its ending, or its accents where names have no cases.

    >>> folded("Colón", lexicon("en"))
    'Colon'
    """
    if lexicon.case_endings:
        return stem(word, lexicon)
    if word.isascii() or word[0] > _LAST_LATIN:
        return word
    return "".join(one for one in normalize("NFD", word) if not combining(one))


def stem(word: str, lexicon: Lexicon) -> str:
    """A word of a name without the ending that it takes on in another case."""
    for ending, own in lexicon.case_forms:
        if len(word) - len(ending) >= _MIN_ADJECTIVE_CHARS and word.endswith(ending):
            return word[: -len(ending)] + own
    for ending in lexicon.case_endings if word.endswith(lexicon.case_endings) else ():
        if len(word) - len(ending) >= _MIN_STEM_CHARS and word.endswith(ending):
            return word[: -len(ending)]
    return word


def is_role(word: str, lexicon: Lexicon) -> bool:
    """Whether a word names what a person can be; German by its ending ("SPD-Politiker")."""
    if word in lexicon.roles:
        return True
    if "-" in word and word.rsplit("-", 1)[-1] in lexicon.roles:
        return True
    if word.startswith(_DEPUTIES) and word[4:] in lexicon.roles:
        return True
    if word.startswith(_FORMER) and word[2:] in lexicon.roles:
        return True
    return bool(lexicon.role_endings) and word.endswith(lexicon.role_endings)


def trades_among(low: Sequence[str], words: Collection[str], lexicon: Lexicon) -> set[str]:
    """The trades that an article has before a first name and no family has: "Schäfer Jan Ott"."""
    known = lexicon.trades.intersection(words)
    if not known:
        return set()
    beside = [pair for pair in pairwise(low) if not known.isdisjoint(pair)]
    families = {family for given, family in beside if given_name(given)}
    return {trade for trade, given in beside if trade in known and given_name(given)} - families


def declined_among(
    texts: Sequence[str], low: Sequence[str], words: Collection[str], lexicon: Lexicon
) -> set[str]:
    """German roles and trades between an article and a name: "des Humoristen Lario"."""
    if not lexicon.capitals:
        return set()
    known, endings = lexicon.trades | lexicon.roles.keys(), lexicon.role_endings
    found = {
        word
        for word in words
        if word in lexicon.trades
        or word.endswith(lexicon.agent_endings)
        or (word[-1] == "s" and (word[:-1] in known or word[:-1].endswith(endings)))
    }
    articles = lexicon.definite | lexicon.indefinite
    return {
        low[at]
        for at in range(1, len(low) - 1)
        if low[at] in found and low[at - 1] in articles and texts[at][0].isupper()
        if texts[at + 1].istitle() and not low[at + 1].endswith(lexicon.noun_endings)
    }


def roles_among(words: Mapping[str, int], joined: Collection[str], lexicon: Lexicon) -> set[str]:
    """An article's different words, with and without a genitive's ending, that are a role.

    Those are in lower case; `joined` are those that a hyphen or an apostrophe is in, as they are.
    Asked for all at once, as that takes the time of some fifty single questions.
    """
    roles, endings = lexicon.roles, lexicon.role_endings
    found = roles.keys() & words.keys()
    compounds = [word.lower() for word in joined if "-" in word]
    genitives = [word[:-2].lower() for word in joined if word.endswith(_OWNERS)]
    prefixed = [word for word in words if word[0] in _INITIALS and word.startswith(_PREFIXES)]
    found.update([word for word in compounds + genitives + prefixed if is_role(word, lexicon)])
    if endings:
        size = min(map(len, endings))
        tails = {ending[-size:] for ending in endings}
        found.update(word for word in words if word[-size:] in tails and word.endswith(endings))
    return found


def definites_among(
    words: Collection[str], roles: Collection[str], lexicon: Lexicon
) -> dict[str, str]:
    """An article's words that are a role with the ending of the definite, each without it.

    Where no noun has an article, each role is its own.
    """
    if lexicon.bare:
        return dict(zip(roles, roles, strict=True))
    return {
        word: word.removesuffix(ending)
        for ending in lexicon.definite_endings
        for word in words
        if word.endswith(ending)
        and word not in lexicon.groups
        and is_role(word.removesuffix(ending), lexicon)
    }


def may_be_verb(word: str, lexicon: Lexicon) -> bool:
    """Whether a word behind a quote may be a verb of speech that no list has: "grunted"."""
    small = word in lexicon.stops or word in lexicon.prepositions or word in lexicon.common
    known = small or word in lexicon.adverbs or word in lexicon.pronouns or word in lexicon.titles
    return not known and word.islower() and word.isalpha()
