"""A family name alone -> with the first name that the page has before it.

The article may have it in another case only ("podle ministra Petra Nového"), or it stands in the
headline or the standfirst. Other lines of the page tell none: they name its author as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.document import Span
from newsclean.patterns import lazy_regex
from newsclean.quotes.context.context import AttributionContext
from newsclean.quotes.draft import QuoteDraft
from newsclean.quotes.mentions.bearers import Entity
from newsclean.quotes.mentions.nominative import given_as_subject
from newsclean.quotes.text.lexicon import Lexicon, first_names
from newsclean.quotes.text.morphology import is_role, past_gender

_MIN_FAMILY_CHARS = 3
"""The shortest family name that is sought."""
_MAX_SEEN = 40
"""So many places of a name are looked at: a bound on the time."""
_MAX_CHARS_BEFORE = 60
"""How far before a family name its first names are sought; a guess."""
_TOKEN = lazy_regex(r"[^\W\d_][\w’'-]*\.?")
_CAPITALS = lazy_regex(r"(?: [^\W\d_a-z][\w’'-]*){1,3}")
"""What the name of a thing goes on with: "Ann Vell High School"."""
_INITIAL_CHARS = 2
_VOWELS = "aáeéěiíoóuúůyýаеёиоуыэюяйіїє"
"""What Slavic family names may end with that another case takes away: "Nový", "Straka"."""


class _Half(NamedTuple):
    """A family name alone, and what is known of whose it is."""

    name: str
    gender: str
    titled: bool
    """Whether the article has an office for it."""


def in_full(
    context: AttributionContext,
    spans: Sequence[Span],
    quotes: list[QuoteDraft],
    title: str | None,
    standfirst: str | None,
) -> list[QuoteDraft]:
    """The quotes, their speakers with a first name where the page tells it and no other one."""
    verbs = {quote.speaker: quote.cue or "" for quote in quotes if quote.speaker}
    above = f"{title or ''}\n{standfirst or ''}"
    whole: dict[str | None, str] = {}
    alone: dict[str, Entity] = {}
    for one in context.people.entities:
        if len(one.name) == 1 and (one.person is not False or one.name[0] not in alone):
            alone[one.name[0]] = one
    for name, verb in verbs.items():
        entity = alone.get(name, Entity((name,), (name,)))  # a label is no name of the text
        if entity.person is False or " " in name:
            continue
        if len(name) < _MIN_FAMILY_CHARS or not name.istitle() or name.lower() in first_names():
            continue
        gender = _gender(entity, context.lexicon, verb)
        whole[name] = _whole(context, spans, _Half(name, gender, bool(entity.roles)), above)
    return [
        quote._replace(speaker=whole[quote.speaker]) if quote.speaker in whole else quote
        for quote in quotes
    ]


def _gender(entity: Entity, known: Lexicon, verb: str) -> str:
    """The gender of a person, by the text, the verb or the form of the name; "" unknown."""
    gender = entity.gender or past_gender(verb, known)
    name = entity.name[0]
    if gender or not known.oblique_endings:
        return gender
    return "f" if name.endswith(known.feminine_names) else "" if name[-1] in _VOWELS else "m"


def _whole(context: AttributionContext, spans: Sequence[Span], half: _Half, above: str) -> str:
    """The name with the first name that stands before it; alone where none or several do.

    "President Lee" is not his son, of whom another line tells without an office.
    """
    text, known = context.text, context.lexicon
    wanted = half.titled and above.count(half.name) > 1
    told = _given_before(known, half, above, (0, len(above)), titled=wanted)
    if not told:
        told = {one for span in spans for one in _given_before(known, half, text, span)}
    return f"{told.pop()} {half.name}" if len(told) == 1 else half.name


def _given_before(
    known: Lexicon, half: _Half, text: str, span: Span, *, titled: bool = False
) -> set[str]:
    """The first names before a family name within a span, which may be in another case.

    With `titled`, only those with an office before them.
    """
    root = half.name.rstrip(_VOWELS) if known.oblique_endings else half.name
    root = root if len(root) >= _MIN_FAMILY_CHARS else half.name
    endings = {"", half.name.removeprefix(root), *known.case_endings, *known.oblique_endings}
    found: set[str] = set()
    at = text.find(root, *span)
    for _ in range(_MAX_SEEN):
        if at < 0:
            break
        family = _TOKEN.match(text, at, span[1])
        word = re.split("['’]", family[0].rstrip("."))[0] if family else ""
        if word.removeprefix(root) in endings and not text[at - 1 : at].isalnum():
            begin = max(span[0], text.rfind("\n", 0, at) + 1, at - _MAX_CHARS_BEFORE)
            tokens = [*_TOKEN.finditer(text, begin, at)]
            names = _givens(known, half, text[:at], tokens, as_subject=word == half.name)
            before = tokens[-1][0].lower().rstrip(".") if tokens else ""
            if family and _is_things(known, before, text, family.end()):
                names = []
            if names and (not titled or is_role(before, known) or before in known.honorifics):
                found.add(" ".join(names))
        at = text.find(root, at + 1, span[1])
    return found


def _is_things(known: Lexicon, before: str, text: str, end: int) -> bool:
    """Whether a name that ends at `end`, behind a word, is a thing's: "the Ann Vell Bridge"."""
    behind = _CAPITALS.match(text, end)
    named = [word.lower() for word in behind[0].split() if word[0].isupper()] if behind else []
    return bool(named) and (before in known.definite or not known.bodies.isdisjoint(named))


def _givens(
    known: Lexicon, half: _Half, text: str, tokens: list[re.Match[str]], *, as_subject: bool
) -> list[str]:
    """The first names that `text` ends with, taken from `tokens`: those no list has after offices.

    Initials are none by themselves.
    """
    names: list[str] = []
    end = len(text)
    while tokens and not text[tokens[-1].end() : end].strip() and tokens[-1][0][0].isupper():
        word = tokens[-1][0]
        named = set[str]()
        if as_subject or not known.oblique_endings:
            sex = first_names().get(word.lower().partition("-")[0], "?")
            named = set() if {sex, half.gender} == {"m", "f"} or sex == "?" else {word}
        if not named and known.oblique_endings:
            named = given_as_subject(word, known.language, half.gender)
        if word.lower() in known.stops or word.lower() in known.source_openers:
            break
        initial = len(word) == _INITIAL_CHARS and word[1] == "."
        if len(named) != 1 and not initial:
            break
        names.insert(0, next(iter(named), word))
        end = tokens.pop().start()
    if not names and len(tokens) > 1 and as_subject and not known.capitals:
        office, given = tokens[-2:]
        near = end - given.end() == given.start() - office.end() == 1
        plain = given[0].istitle() and not is_role(given[0].lower(), known)
        if near and plain and is_role(office[0].lower(), known):
            names = [tokens.pop()[0]]
    return names if any(len(name) > _INITIAL_CHARS for name in names) else []
