"""Words of a text by their form: genitives, case endings, and words that name a role."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import filterfalse, pairwise

from newsclean.quotes.text.given_names import given_name
from newsclean.quotes.text.lexicon import Lexicon

_MIN_STEM_CHARS = 4
"""The least that is left of a name without its ending."""
_DEPUTIES = ("vice", "wice", "vize", "více", "вице", "віце")
"""What stands before an office as part of its word: "vicesindaco"."""
_FORMER = "ex"
"""The same of one who was: "exalcalde"."""
_GENITIVES = ("’s", "'s", "’S", "'S")


def without_genitive(words: Collection[str]) -> dict[str, str]:
    """The words that end in the genitive's "'s", each with what it is without; lower case too."""
    found = [word for word in filterfalse(str.isalnum, words) if word.endswith(_GENITIVES)]
    return {word: word[:-2] for word in (*found, *map(str.lower, found))}


def past_gender(word: str, lexicon: Lexicon) -> str:
    """The gender in the ending of a verb of the past, as in Polish: f for "dodała"; or ""."""
    genders = lexicon.past_genders.items()
    return next((gender for ending, gender in genders if word.endswith(ending)), "")


def stem(word: str, lexicon: Lexicon) -> str:
    """A word of a name without the ending that it takes on in another case."""
    for ending in lexicon.case_endings:
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


def roles_among(words: Collection[str], lexicon: Lexicon) -> set[str]:
    """An article's different words, with and without a genitive's ending, that are a role.

    Asked for all at once, as that takes the time of some fifty single questions.
    """
    roles, endings = lexicon.roles, lexicon.role_endings
    found = set(filter(roles.__contains__, words))
    joined = list(filterfalse(str.isalnum, words))
    compounds = [word for word in joined if "-" in word]
    genitives = [word[:-2] for word in joined if word.endswith(("’s", "'s"))]
    found.update(word for word in compounds + genitives if is_role(word, lexicon))
    found.update(word for word in words if word[:4] in _DEPUTIES and word[4:] in roles)
    found.update(word for word in words if word[:2] == _FORMER and word[2:] in roles)
    if endings:
        size = min(map(len, endings))
        tails = {ending[-size:] for ending in endings}
        found.update(word for word in words if word[-size:] in tails and word.endswith(endings))
    return found
