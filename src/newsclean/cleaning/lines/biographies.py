"""Lines that begin with a name and tell of the person: who wrote it, or whom it is about."""

from __future__ import annotations

from newsclean.cleaning.lines.bylines import is_known_first_name, read_names, words
from newsclean.patterns import lazy_regex

_MOST_BIOGRAPHY_WORDS = 20
"""Within so many words a line about an author says what that is (a guess)."""
_MOST_NAME_TOKENS = 4
_BEHIND_NAME = lazy_regex(
    r"(?P<name>[^\s(),]{1,24}(?:\s[^\s(),]{1,24}){1,3})"
    r"(?:\s\([^()]{1,40}\),?|,\s(?:Ph\.?D\.?|[A-Z]{2,5}|[A-Z]\.[A-Z]\.),?){1,3}(?=\s)"
)
"""A name with an account, other names or a degree behind it: "Anna Berg (@aberg) is a reporter"."""
_FULL_NAME = 2
_WRITES = ("writ", "schreib", "écrit", "escrib")
"""What the verb begins with that needs no role beside it."""


def goes_on(text: str, names: str, language: str) -> bool:
    """Does a line go on as prose behind the names at its start?

    "Anna Berg on what the vote means", "The mayor, Anna Berg, at her desk": of whom it tells, not
    who wrote it. A role, an outlet, a date or a button may follow a name.
    """
    at = text.rfind(names.rsplit(", ", maxsplit=1)[-1].rsplit(maxsplit=1)[-1])
    rest = [word for word in text[at:].split()[1:] if word not in "-–—"] if at >= 0 else []
    known = words(language)
    plain = [word.strip(".,;:()").lower() for word in rest if word[:1].islower()]
    lower = [word for word in plain if word not in known.roles | known.particles]
    told = bool(rest) and (rest[0][:1].islower() or "," in text[:at])
    return told and len(lower) > 1 and known.stops.pattern.match(rest[0]) is None


def read_biography(text: str, language: str, *, labelled: bool = False) -> str | None:
    """The author whom a line tells of: "Anna Berg is a reporter for the Harbour Post".

    A line that stands under a label ("About the author") is one whatever it says of the name.
    """
    known = words(language)
    if found := _BEHIND_NAME.match(text):
        text = found["name"] + text[found.end() :]
    tokens = text.split(maxsplit=_MOST_BIOGRAPHY_WORDS)[:_MOST_BIOGRAPHY_WORDS]
    plain = [token.strip(".,;:()|").lower() for token in tokens]
    first = next((at for at, word in enumerate(plain) if word not in known.titles), 0)
    for at in range(first, min(first + _MOST_NAME_TOKENS + 1, len(tokens))):
        if plain[at] in known.biography_verbs and tokens[at][0].islower():
            break
        if not (tokens[at][0].isupper() or plain[at] in known.particles):
            return None
    else:
        return None
    name = " ".join(tokens[first:at]).strip(",")
    if at - first < _FULL_NAME or read_names(name, language) != name:
        return None
    writes = known.biography_roles.isdisjoint(plain[at:])
    if writes and not (labelled or plain[at].startswith(_WRITES)):
        return None
    return name if labelled or is_known_first_name(name) else None
