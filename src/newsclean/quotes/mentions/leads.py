"""Capitals beside a name that are no part of it: what an office is of, "CEO", nouns, other names.

Initials are a part of it.
"""

from __future__ import annotations

from collections import Counter
from itertools import compress, pairwise
from typing import TYPE_CHECKING

from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.text.lexicon import Lexicon, first_names
from newsclean.quotes.text.morphology import stem
from newsclean.quotes.text.words import Words, places

if TYPE_CHECKING:
    from collections.abc import Collection

_OF_BODIES = frozenset({"of"})
"""English: "the head of Jones Lang Lasalle", whom nobody would call "Lang Lasalle"."""
_OFFICE_WORDS = 3
"""A place or a field and a name of two words behind an office."""
_INITIAL_CHARS = 2
"""The most characters of an initial: "Τζ"."""
_MIN_TIMES_ALONE = 3
"""So often a first name is in an article that calls somebody so; a guess."""
_MIN_OTHER_WORDS = 2
"""The fewest words of another name that a family name can be glued to; a guess."""
_QUANTITIES = frozenset(["viel", "mehr", "wenig", "weniger", "etwas", "genug", "solch"])
"""German words that a noun stands behind, and hardly a name."""


def is_bearer(words: Words, lexicon: Lexicon, first: int, last: int) -> bool:
    """Whether two of three words are who has an office: "exalcalde de Riomar Vicent Gual".

    So it is where the text has the family name elsewhere without the first name.
    """
    low = words.low
    of = first > 1 and low[first - 1] not in _OF_BODIES
    if last - first != _OFFICE_WORDS or not of or not is_of_office(words, lexicon, first):
        return False
    if lexicon.capitals or not all(word[1:].islower() for word in words.text[first:last]):
        return False
    if not lexicon.bodies.isdisjoint(low[first:last]):
        return False
    alone = (word == low[last - 1] and before != low[last - 2] for before, word in pairwise(low))
    return any(alone)


def is_of_office(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Whether what begins at a word is what an office is of: "Minister for Finance"."""
    low = words.low
    at -= at > 2 and low[at - 1] in lexicon.definite  # "ministre de la Justice"
    return at > 1 and low[at - 2] in words.roles and low[at - 1] in lexicon.joiners


def are_abbreviations(words: Words, lexicon: Lexicon, first: int, last: int) -> bool:
    """Whether words before a name are no part of it: "CEO", "of the PAC", "ЦИК РФ", not "JD"."""
    text = [
        word
        for at, word in enumerate(words.text[first:last], first)
        if words.low[at] not in lexicon.stops
    ]
    return any(len(word) > 2 for word in text) and all(map(str.isupper, text))


def are_initials(words: Words, first: int, last: int) -> bool:
    """Whether a name begins with initials, so that none of it is cut off: "J. Robert"."""
    return first < last and all(len(word.rstrip(".")) <= 1 for word in words.text[first:last])


def strip_nouns(
    words: Words, lexicon: Lexicon, names: list[Mention], doubtful: list[Mention]
) -> None:
    """Takes German nouns from before and behind names: "Absetzung Ann Lees", "des Falls Lee"."""
    text = words.text
    persons = {
        (stem(words.bare(name.last - 1), lexicon), text[name.last - 2])
        for name in names
        if name.person and name.last - name.first > 1
    }
    families = {family for family, _ in persons}
    known_alone: frozenset[str] | None = None
    for mention in doubtful:
        family = stem(words.bare(mention.last - 1), lexicon)
        before = words.low[max(0, mention.first - 2) : mention.first]
        if before[1:] == [","] and before[0] in lexicon.kin:
            continue  # "sagte seine Frau, Swantje Lee"
        if family in families:
            known_alone = called(words, lexicon) if known_alone is None else known_alone
            if words.low[mention.last - 2] in known_alone:
                continue  # "Liv Lee", called Liv
            said = before[-1:] != [] and before[-1] in lexicon.cues  # "sagte Köhler Iwo Lee"
            known = said or (family, text[mention.last - 2]) in persons
            whole = mention.last - mention.first > 2 and known
            mention.first = mention.last - (2 if whole else 1)
            mention.person = None
    pairs = {
        (words.low[name.first], words.low[name.last - 1])
        for name in names
        if name.last - name.first == 2
    }
    if any(words.counts[noun] > 1 for _, noun in pairs) and known_alone is None:
        known_alone = called(words, lexicon)
    ended = {pair for pair in pairs if _ends_with_noun(words, lexicon, *pair, known_alone or ())}
    for name in names:
        if (words.low[name.first], words.low[name.last - 1]) in ended:
            name.last, name.head = name.last - 1, words.low[name.first]


def _ends_with_noun(
    words: Words, lexicon: Lexicon, given: str, noun: str, known_alone: Collection[str]
) -> bool:
    """Whether a first name, used alone elsewhere, has a noun behind it: "Hier hatte Liv Glück"."""
    listed = given in first_names() and words.counts[given] >= _MIN_TIMES_ALONE
    if words.counts[noun] < 2 or not (listed or given in known_alone):
        return False
    beside = [words.low[at - 1] for at in places(words.low, (noun,)) if at]
    before_nouns = lexicon.determiners | _QUANTITIES
    return beside.count(given) == 1 and not before_nouns.isdisjoint(beside)


def called(words: Words, lexicon: Lexicon) -> frozenset[str]:
    """The words by which somebody is called alone again and again, and which are no noun: "Liv"."""
    before_nouns = lexicon.determiners | _QUANTITIES
    alone: Counter[str] = Counter()
    nouns: set[str] = set()
    initials = words.initials
    for at in compress(range(len(initials)), map(str.isupper, initials)):
        if not initials[at + 1 : at + 2].isupper():
            alone[words.low[at]] += 1
        if at and words.low[at - 1] in before_nouns:
            nouns.add(words.low[at])
    return frozenset(word for word, times in alone.items() if times >= _MIN_TIMES_ALONE) - nouns


def strip_others(words: Words, lexicon: Lexicon, names: list[Mention]) -> None:
    """Takes another name from before a family name: "told the Daily Mail Lee was there".

    An article or a verb leads to it: "Tom Lee and Zethu Xaba Lee" are two of a family.
    """
    givens, low = first_names(), words.low
    families = {
        words.bare_low(name.last - 1)
        for name in names
        if name.last - name.first > 1 and low[name.first] in givens
    }
    for name in names:
        between = [word for word in low[name.first : name.last - 1] if len(word) > _INITIAL_CHARS]
        if len(between) < _MIN_OTHER_WORDS or low[name.last - 1] not in families:
            continue
        begin = name.first - name.title
        led = begin > 0 and (low[begin - 1] in lexicon.definite or low[begin - 1] in lexicon.cues)
        if led and not name.person and givens.keys().isdisjoint(between):
            name.first, name.title = name.last - 1, 0


def as_addressed(words: Words, lexicon: Lexicon, names: list[Mention]) -> list[Mention]:
    """Names, as people's where a pronoun that is an honorific leads to them: "ông Hải".

    Others tell no gender there: "Anh" and "Gia" are women's elsewhere.
    """
    addressed = lexicon.pronouns.keys() & lexicon.honorifics.keys()
    for name in names if addressed else ():
        at = name.first - name.title - 1
        name.gender = name.gender if name.title else ""
        if at >= 0 and words.low[at] in addressed and words.quote[at] == words.quote[name.first]:
            name.person, name.gender = True, name.gender or lexicon.honorifics[words.low[at]]
    return names
