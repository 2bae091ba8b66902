"""A sentence -> whether somebody says it whom it does not name, as in "..., she said".

Such a sentence leans on the one that names them, whatever it opens with: of 81 English ones that
readers labelled and that nothing else tells, 72 do. Verbs of speech are those by which quotes find
their speakers (`data/quotes/LANG.json`), pronouns those of `data/summary/standing.json`.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from newsclean import languages
from newsclean.patterns import lazy_regex

NOUNS_CAPITALISED = ("de", "lb")
"""Languages in which a capital is no sign of a name."""
_CLAUSE = lazy_regex(r"([,”\"»“’?!—–]|\s-)\s+([^\W\d_][\w'’-]*)(?:\s+([^\W\d_][\w'’-]*))?")
"""The first two words behind a mark with which what is said may end."""
_LAST = lazy_regex(r"[,”\"»“’?!—–]\s+([^.,”\"»“’?!—–:;]{2,60})[.…]?\s*$")
"""The last clause of a sentence, without its full stop."""
_NAME = lazy_regex(r"[^\W\d_]['’,)]* (?=[^\W\d_])(\w)")
"""The first letter of every word but the first."""
_MOST_ALONE = 3
"""Words of a last clause in which nobody is named but by the verb: "ha spiegato poi"."""
_DASHES = ("—", "–", " -")
"""Behind one, "she" may well be somebody of the same sentence: "his daughter - she told"."""
_IMPERSONAL = frozenset(("it", "es", "het", "det"))
"""Subjects that are often nobody: "heißt es"."""


class Sayers(NamedTuple):
    """The words of one language, lower case."""

    subjects: frozenset[str]
    verbs: frozenset[str]
    beside: frozenset[str]
    """What may stand beside a verb that needs no subject: "ha", "también"."""
    endings: tuple[str, ...]
    """How a verb ends that has its subject behind a hyphen: "dit-il"."""
    drops: bool
    """Whether a verb may do without a subject."""


@cache
def sayers(language: str, subjects: frozenset[str]) -> Sayers | None:
    """The words with which somebody unnamed says something; None where none are known."""
    try:
        table = languages.read_data(f"quotes/{language}.json")
    except FileNotFoundError:
        return None
    subjects -= _IMPERSONAL
    return Sayers(
        subjects,
        frozenset(table.get("cues", "").split()),
        frozenset(table.get("adverbs", "").split()),
        tuple(f"-{subject}" for subject in sorted(subjects)) if language == "fr" else (),
        bool(table.get("drops")),
    )


def says_unnamed(text: str, language: str, subjects: frozenset[str]) -> bool:
    """Whether "he", "she" or nobody at all is said to say a sentence that names nobody before."""
    if "," not in text and '"' not in text and text.isascii():
        return False
    known = sayers(language, subjects)
    if known is None:
        return False
    at = _clause(text, known)
    return at >= 0 and not _names(text[:at], nouns=language in NOUNS_CAPITALISED)


def _clause(text: str, known: Sayers) -> int:
    """Where the clause begins that says so, or -1."""
    for match in _CLAUSE.finditer(text):
        first, second = match[2].lower().replace("’", "'"), (match[3] or "").lower()
        if known.endings and first.endswith(known.endings):
            verb = first.partition("-")[0]
            if verb in known.verbs or second in known.verbs:
                return match.start()
            continue
        if first in known.verbs and second in known.subjects:
            return match.start()
        if first in known.subjects and second in known.verbs and match[1] not in _DASHES:
            return match.start()
    if known.drops and (last := _LAST.search(text)):
        words = last[1].lower().split()
        if (
            len(words) <= _MOST_ALONE
            and not known.verbs.isdisjoint(words)
            and known.verbs.union(known.beside).issuperset(words)
        ):
            return last.start()
    return -1


def _names(text: str, *, nouns: bool) -> bool:
    """Whether somebody is named in a text: by a capital behind its first word.

    Where `nouns` have one too, by a first name before another word with one.
    """
    if nouns:
        known = first_names()
        return any(
            word.istitle() and after[:1].isupper() and word.lower() in known
            for word, after in pairwise(text.split())
        )
    return any(match[1].isupper() for match in _NAME.finditer(text))


@cache
def first_names() -> frozenset[str]:
    """First names of many languages, lower case."""
    table: dict[str, str] = languages.read_data("quotes/first_names.json")
    return frozenset(" ".join(table[kind] for kind in ("m", "f", "u")).split())
