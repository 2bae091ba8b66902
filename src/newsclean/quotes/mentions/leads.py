"""Capitals beside a name that are no part of it: what an office is of, "CEO", nouns, other names.

Initials are a part of it.
"""

from __future__ import annotations

from itertools import pairwise

from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.text.lexicon import Lexicon, first_names
from newsclean.quotes.text.morphology import stem
from newsclean.quotes.text.words import Words, places

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
    for mention in doubtful:
        family = stem(words.bare(mention.last - 1), lexicon)
        before = words.low[max(0, mention.first - 2) : mention.first]
        if before[1:] == [","] and before[0] in lexicon.kin:
            continue  # "sagte seine Frau, Swantje Lee"
        if is_called(words, lexicon, words.low[mention.last - 2]):
            continue  # "Liv Lee", called Liv
        if family in families:
            said = before[-1:] != [] and before[-1] in lexicon.cues  # "sagte Köhler Iwo Lee"
            known = said or (family, text[mention.last - 2]) in persons
            whole = mention.last - mention.first > 2 and known
            mention.first = mention.last - (2 if whole else 1)
            mention.person = None
    for name in names:
        if _ends_with_noun(words, lexicon, name):
            name.last, name.head = name.last - 1, words.low[name.first]


def _ends_with_noun(words: Words, lexicon: Lexicon, name: Mention) -> bool:
    """Whether a first name, used alone elsewhere, has a noun behind it: "Hier hatte Liv Glück"."""
    low = words.low
    given, noun = low[name.first], low[name.last - 1]
    if name.last - name.first != 2 or words.counts[noun] < 2:
        return False
    named = given in first_names() and words.counts[given] >= _MIN_TIMES_ALONE
    if not named and not is_called(words, lexicon, given):
        return False
    beside = [low[at - 1] for at in places(low, (noun,)) if at]
    before_nouns = lexicon.determiners | _QUANTITIES
    return beside.count(given) == 1 and not before_nouns.isdisjoint(beside)


def is_called(words: Words, lexicon: Lexicon, name: str) -> bool:
    """Whether somebody is called by a word alone again and again, which is no noun: "Liv"."""
    if words.counts[name] < _MIN_TIMES_ALONE:
        return False
    found = places(words.low, (name,))
    alone = sum(not words.initials[at + 1 : at + 2].isupper() for at in found)
    beside = {words.low[at - 1] for at in found if at}
    return alone >= _MIN_TIMES_ALONE and beside.isdisjoint(lexicon.determiners | _QUANTITIES)


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
