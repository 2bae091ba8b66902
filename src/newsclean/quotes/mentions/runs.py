"""Words -> runs of capitals that may be names, and the headings in which a capital says nothing."""

from __future__ import annotations

from itertools import compress

from newsclean.quotes.text.given_names import (
    given_name,
    name_particles,
    name_prefixes,
    particles_of,
)
from newsclean.quotes.text.lexicon import Lexicon, first_names
from newsclean.quotes.text.words import Words

_MAX_NAME_WORDS = 9
"""The longest run of capitals that is read, titles included: a bound on the time."""
_MAX_NICKNAME_WORDS = 3
_INITIAL_CHARS = 2
_SHORT_TITLES = frozenset(["del", "asm", "atty", "ald", "cmdr", "pfc", "spc", "dep", "amb", "msgr"])
"""English titles that are words or names of their own without the full stop: "Del. Ann Lee"."""
_APOSTROPHES = ("'", "’")
_ELIDED = frozenset(["d'", "d’"])
"""What begins a word in languages that have no elision: "Marc d'Arcy"."""
_NICKNAME_MARKS = frozenset("“”\"„«»‘’'")
_ANDS = {"e": "pt", "y": "es"}
"""What joins two family names of one person, and in which language."""
_JOINING_SIGNS = _NICKNAME_MARKS.union(_ANDS, ".&")
"""What a name may go on with besides capitals and particles."""
_PLURAL_VERBS = ("n", "m")
"""What verbs of several end with there: "dijeron", "disseram"."""
_MIN_OWNER_CHARS = 3
"""The shortest name that a German genitive is read from: "Livs Rückkehr"."""
_MIN_HEADING_WORDS, _HEADING_SHARE = 4, 0.75
"""A heading has so many words with a capital, of those with more than three letters."""


def find_runs(words: Words, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Stretches of words with a capital, joined over particles and initials."""
    text, low, quote, ends, bares = words.text, words.low, words.quote, words.ends, words.bares
    size = len(text)
    honorifics, fillers = lexicon.honorifics, lexicon.fillers
    particles = particles_of(lexicon)
    found: list[tuple[int, int]] = []
    openings = words.openings()
    beginnings = {begin for begin, _ in words.bounds}
    prefixed = _prefixed(words)
    signs = _JOINING_SIGNS | prefixed
    polite = lexicon.addressed if lexicon.capitals else frozenset[str]()
    initials = words.initials
    firsts = list(compress(range(size), map(str.isupper, initials)))
    if prefixed:
        firsts = sorted([*firsts, *(at for at in range(size) if text[at] in prefixed)])
    index = 0
    for first in firsts:
        word = text[first]
        if first < index or (word[0] == "I" and word[1:2] in _APOSTROPHES):
            continue
        if word[-1] in _APOSTROPHES and word not in bares:
            continue  # "D'Alto said"
        if low[first] in polite:
            continue
        index = first + 1
        if len(word) == _INITIAL_CHARS and word[1] == "." and first and text[first - 1].islower():
            more = text[index] if index < size else ""
            if not (len(more) == _INITIAL_CHARS and more[1] == "." and more[0].isupper()):
                continue  # "a grade A. He", but "wrote J. R. Lee"
        alone = index < size and not (
            initials[index].isupper() or text[index] in signs or low[index] in particles
        )
        while not alone and index < size and index - first < _MAX_NAME_WORDS:
            following = text[index]
            nickname = _after_nickname(words, index, particles)
            if nickname > index and low[index - 1] not in fillers:
                index = nickname
                continue
            if quote[index] != quote[first]:
                break
            if following in _ANDS and _is_second(words, lexicon, first, index):
                index += 2
                continue
            capital = following[0].isupper() or following in prefixed
            if not (capital or following in ".&" or low[index] in particles) or index in openings:
                break
            if low[index] in polite:
                break  # "Warum hat Ann Lee Sie angerufen?"
            before = text[index - 1]
            opens = first in beginnings and index - first == 1
            if opens and low[index] in lexicon.pronouns and len(following) == 1:
                break  # "Ultimately I tell them"
            if before in bares and low[index] not in lexicon.groups:
                break  # but "the Sheriff's Office"
            gap = ends[index] - len(following) - ends[index - 1]
            if low[index] in lexicon.heading_words and text[index + 1 : index + 2] != ["."]:
                heading = index + 1 < size and text[index + 1][0].isupper()
                inner = low[index] in lexicon.definite or low[index] in name_particles()
                inner = inner and not lexicon.past_endings  # "Jean Le Pen", "Anna Della Seta"
                inner = inner or following.endswith(_APOSTROPHES)  # "Awa N'Dory"
                if capital and heading and not inner:
                    break  # "Are Ann Lee and Tom Reed Still Together?"
            elided = index - 1 > first and before[1:].endswith(_APOSTROPHES)  # "Marco D'Alto"
            if capital and (
                gap == 1 or (not gap and (elided or low[index - 1] in name_particles()))
            ):
                index += 1
            elif (
                following == "&"
                and gap == 1
                and text[index + 1 : index + 2]
                and (text[index + 1][0].isupper() and words.start(index + 1) - ends[index] == 1)
            ):
                index += 2  # "Bed Bath & Beyond"
            elif (
                following == "."
                and gap == 0
                and index + 1 < size
                and index + 1 not in openings
                and text[index + 1][0].isupper()
                and words.start(index + 1) - ends[index] == 1
                and (
                    (low[index - 1] in honorifics and low[index - 1] not in lexicon.nobles)
                    or len(before) == 1
                    or is_short_initial(before)
                    or (low[index - 1] in _SHORT_TITLES and index - first == 1)
                )
                and low[index + 1] not in fillers  # "said the Pope. He ..."
            ):
                index += 2
            elif gap == 1 and low[index] in particles:
                reach = index + 1
                while reach < size and reach < index + 4 and _is_inner(words, reach, particles):
                    reach += 1
                if reach >= size or not text[reach][0].isupper():
                    break
                if low[index] == "in" and low[index + 2 : index + 3] != ["t"]:
                    break  # "in 't Veld", but "zegt Jan in de Volkskrant"
                article = low[index + 1] in lexicon.definite and text[index + 1][0].isupper()
                if article and low[index] in lexicon.joiners:
                    break  # "dijo Ana de La Voz"
                body = low[reach] in words.roles or low[reach] in lexicon.bodies
                if lexicon.capitals and body and (reach - index > 1 or low[index] == "vom"):
                    break  # "sagt Jana Roth vom Versicherer Norvik"
                named = not text[reach].isupper() and _is_given(words, lexicon, first, index)
                named = named or _is_double(words, lexicon, first, index, reach)
                if not named and not _joins(words, lexicon, first, index):
                    break  # but "João da Silva", "María del Carmen de la Fuente"
                index = reach + 1
            else:
                break
        found.append((first, index))
    return _without_owners(words, found) if lexicon.capitals else found


def _is_second(words: Words, lexicon: Lexicon, first: int, at: int) -> bool:
    """Whether "e" or "y" joins two family names of one person: "disse Ana Sousa e Silva".

    So it does behind a particle, or where a verb before it speaks of one: no first name follows.
    """
    low, text = words.low, words.text
    if _ANDS[low[at]] != lexicon.language or at + 1 >= len(low) or at - first < 2:
        return False  # the name has a first name
    second = text[at + 1]
    named = given_name(low[at - 1 - (at - first > 2)]) or given_name(low[first])
    plain = second[0].isupper() and second[1:].islower() and not given_name(low[at + 1])
    plain = plain and low[at + 1] not in lexicon.bodies and low[at + 1] not in words.roles
    follows = low[at + 2] if at + 2 < len(low) else "."
    ends = not follows[0].isalpha() or follows in lexicon.prepositions - lexicon.joiners
    if not (named and plain and ends):
        return False  # "disse Ana Sousa e Benfica ganhou"
    begin = first - 1
    while begin > 0 and (low[begin] in words.roles or low[begin] in lexicon.definite):
        begin -= 1
    one = low[begin] in lexicon.cues and not low[begin].endswith(_PLURAL_VERBS)
    return one or any(low[index] in name_particles() for index in range(first + 1, at))


def _is_double(words: Words, lexicon: Lexicon, first: int, at: int, reach: int) -> bool:
    """Whether a second family name goes on to a third: "Ana Ruiz de la Prada y Mena"."""
    low = words.low
    joined = reach + 1 < len(low) and _ANDS.get(low[reach + 1]) == lexicon.language
    inner = low[at + 1] in lexicon.definite and low[reach] not in lexicon.bodies
    return (
        joined
        and inner
        and bool(given_name(low[first]))
        and _is_second(words, lexicon, first, reach + 1)
    )


def _without_owners(words: Words, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs that end behind a German genitive: "Livs Rückkehr", "Karl Lees Lieblingsclub".

    The article has the name without the ending as well. Nouns before it go, too: "Spendentopf
    Lees". Where an office follows, the run stays: "Lees Anwalt Jan Roth".
    """
    text, low = words.text, words.low
    names = {text[last - 1] for _, last in runs}
    found: list[tuple[int, int]] = []
    for begin, last in runs:
        first = begin
        for at in range(begin, last):
            owner = text[at][:-1] if text[at][-1] == "s" else ""
            known = low[at] in words.roles or low[at] in first_names()
            if known or len(owner) < _MIN_OWNER_CHARS or owner not in names:
                continue
            if at + 1 < last and low[at + 1] in words.roles:
                break
            if not any(word in words.roles or word in first_names() for word in low[first:at]):
                found.append((first, at))
                first = at
            found.append((first, at + 1))
            first = at + 1
        found.append((first, last))
    return [run for run in found if run[0] < run[1]]


def _prefixed(words: Words) -> set[str]:
    """The words that are a family name with a particle in lower case before it: "al-Masri"."""
    prefixes = name_prefixes()
    found = set()
    for word in words.joined:
        if "-" in word and word[0].islower():
            prefix, _, rest = word.partition("-")
            if prefix in prefixes and rest[:1].isupper():
                found.add(word)
        elif word[:2] in _ELIDED and word[2:3].isupper():
            found.add(word)
    return found


def _is_inner(words: Words, at: int, particles: frozenset[str]) -> bool:
    """Whether a word goes on from a particle: "de la", "van 't", whose mark is a word."""
    if words.text[at] in _APOSTROPHES:
        return words.low[at + 1 : at + 2] == ["t"]
    if words.low[at] == "und" and words.low[at + 1] in particles:
        return True  # "von und zu"
    return words.low[at] in particles or (words.low[at] == "t" and words.touches(at))


def _after_nickname(words: Words, at: int, particles: frozenset[str]) -> int:
    """The word behind the nickname in marks that begins at `at`; `at` itself for none."""
    text = words.text
    if text[at] not in _NICKNAME_MARKS or (words.quote[at] >= 0 and not _is_short_quote(words, at)):
        return at
    for close in range(at + 2, min(at + 2 + _MAX_NICKNAME_WORDS, len(text) - 1)):
        closes = words.touches(close) or (text[at], text[close]) == ("«", "»")
        if text[close] in _NICKNAME_MARKS and closes:
            follows = text[close + 1][0].isupper() or words.low[close + 1] in particles
            return close + 1 if follows else at
        if not text[close][0].isalpha():
            return at
    return at


def _is_short_quote(words: Words, at: int) -> bool:
    """Whether a quote begins at a word that may be a nickname: a first name stands before it.

    Or a word with a capital, and the name behind it is in the article again.
    """
    first, last = words.quotes[words.quote[at]]
    short = first == at > 0 and last - first <= _MAX_NICKNAME_WORDS + 1 and last < len(words.low)
    again = short and words.counts[words.low[last]] > 1 and words.text[at - 1].istitle()
    return short and (again or bool(given_name(words.low[at - 1])))


def _before_nickname(words: Words, first: int, last: int) -> int:
    """The end of a name without the nickname in marks that ends before `last`."""
    if words.text[last - 1] not in _NICKNAME_MARKS:
        return last
    marks = (at for at in range(last - 2, first, -1) if words.text[at] in _NICKNAME_MARKS)
    return next(marks, last)


def is_short_initial(word: str) -> bool:
    """Whether two letters are an initial in Greek or Cyrillic: "Τζ.", "Дж."."""
    return len(word) == 2 and not word.isascii() and word[1].islower()


def _joins(words: Words, lexicon: Lexicon, first: int, at: int) -> bool:
    """Whether the particle at `at` goes on with a name: "von", "d'" always, "of" after a body only.

    After first names alone so does what is "of" and begins family names: "Ana de Miguel".
    """
    low = words.low
    word = low[at]
    if word.endswith(_APOSTROPHES) or (word not in lexicon.joiners and word not in lexicon.links):
        return (
            not lexicon.capitals or bool(given_name(low[at - 1])) or low[at - 1] in lexicon.nobles
        )
    if word in lexicon.links and not any(low[i] in lexicon.joiners for i in range(first, at)):
        return False
    group = next(
        (index for index in range(at - 1, first - 1, -1) if low[index] in lexicon.groups), -1
    )
    # "Senators Ann Lee of Ohio": a person's name ends there
    return group >= 0 and first_names().keys().isdisjoint(low[group + 1 : at])


def _is_given(words: Words, lexicon: Lexicon, first: int, at: int) -> bool:
    """Whether the particle at `at` has but first names and particles before it, behind offices.

    Or a word that stands once, where an office is before it or what follows is in names only:
    "el alcalde Nivaldo de la Cruz", "Joke van den Berg".
    """
    low = words.low
    if low[at] not in name_particles() or low[at] in lexicon.links:
        return False
    begin = _before_nickname(words, first, at)
    names = 0
    while begin > first and (given_name(low[begin - 1]) or low[begin - 1] in name_particles()):
        begin -= 1
        names = 0 if low[begin] in name_particles() else names + 1
        if names > 1 and lexicon.elides:
            return False  # French pairs have a hyphen: "Paul Martin de Lyon"
    if begin < at:
        opens = begin == first + 1 and words.bounds[words.sentence[first]][0] == first
        opens = opens and low[first] not in lexicon.bodies  # "Habló Ana de la Vega"
        return begin == first or opens or low[begin - 1] in words.roles
    if at - first > 1 or words.counts[low[first]] > 1 or not first:
        return False
    apart = (lexicon.definite, lexicon.joiners)
    inner = low[at + 1] in lexicon.particles and not any(low[at + 1] in one for one in apart)
    return inner or low[first - 1] in words.roles


def find_headings(words: Words) -> set[int]:
    """The sentences that Write Most Words With a Capital and have no stop: headings, captions."""
    found: set[int] = set()
    for number, (begin, end) in enumerate(words.bounds):
        if words.text[end - 1] in '.!?…”"' or not _MIN_HEADING_WORDS <= end - begin <= 40:
            continue
        letters = [word for word in words.text[begin:end] if len(word) > 3 and word[0].isalpha()]
        capitals = sum(word[0].isupper() for word in letters)
        if len(letters) >= _MIN_HEADING_WORDS and capitals >= _HEADING_SHARE * len(letters):
            found.add(number)
    return found
