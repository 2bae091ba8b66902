"""Names in a case that no subject is in -> the office they belong to: "сказал глава Газпрома".

Russian, Ukrainian, Polish and Czech have no article and no "of": a name behind an office is its
bearer ("министр Петров") or the body that the bearer is of ("глава Газпрома"), and the ending
tells. Where it leaves that open, the name is read as the body's: then office and name are printed
together, which is right either way.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.mentions.nominative import is_aide, is_in_genitive, is_of_kin, is_whole
from newsclean.quotes.mentions.recipients import without_told
from newsclean.quotes.text.everywhere import everywhere
from newsclean.quotes.text.lexicon import Lexicon, first_names
from newsclean.quotes.text.morphology import past_gender, stem
from newsclean.quotes.text.words import Words

_MAX_OFFICE_WORDS = 6
"""The most words between an office and a name that belongs to it; a guess."""
_MAX_NOUNS = 3
"""The most words without a capital that end the name of a body: "Белого дома"; a guess."""
_MIN_CHARS = 4
"""The shortest name whose ending says anything: "Рима"."""
_MIN_TOLD_CHARS = 6
"""The same for one who is told something, if nothing else shows it: "Интерфаксу"; a guess, as
shorter family names end so ("Шойгу")."""

_DASHES = frozenset("-–—―")

_FEMININE = {"а": "ыи", "a": "y"}
"""Ending of a subject -> what shows in the same text that it is one: "Обама" beside "Обамы"."""


class Cases(NamedTuple):
    """The names that may be subjects, and what the others are part of."""

    names: list[Mention]
    offices: list[Mention]
    """Descriptions that hold an office and the name of what it is of."""
    told: frozenset[int]
    """The words that name who is told something: "сообщил Интерфаксу представитель ..."."""


def by_case(words: Words, lexicon: Lexicon, names: list[Mention]) -> Cases:
    """Parts the names of an article by their cases; in other languages all may be subjects."""
    if not lexicon.oblique_endings:
        kept, hearers = without_told(words, lexicon, names)
        return Cases(kept, [], hearers)
    sure = _subjects(words, lexicon, names)
    subjects: list[Mention] = []
    offices: list[Mention] = []
    told: set[int] = set()
    for name in names:
        if words.quote[name.first] >= 0:
            subjects.append(name)
            continue
        if _is_of_hearer(words, lexicon, name):
            told.update(range(name.first, name.last))
            continue
        first = _behind_told(words, lexicon, name, sure)
        told.update(range(name.first, first))
        if first == name.last:
            continue
        last = _before_told(words, lexicon, name)
        told.update(range(last, name.last))
        name.last, name.head = last, words.bare_low(last - 1) if last < name.last else name.head
        if first > name.first:
            name.first, name.title, name.person = first, 0, None
        office = _office_of(words, lexicon, name)
        before = words.low[name.first - 1] if name.first else ""
        if office < 0:
            placed = before in lexicon.within or _is_outlet(before, lexicon)
            cut = _where_bearer_begins(words, lexicon, name) if placed else 0
            if cut > name.first:  # "prezes Związku w Krakowie Alicja Nowak"
                name.first, name.person = cut, True
            subjects.append(name)
            continue
        if before in lexicon.within:
            last = name.last
            while last > name.first + 1 and words.text[last - 1].endswith(lexicon.dative_endings):
                last -= 1
            told.update(range(last, name.last))
            offices.append(_office(words, lexicon, office, last))
            continue
        cut = _where_bearer_begins(words, lexicon, name)
        if cut > name.first:
            name.first, name.person = cut, True
            subjects.append(name)
        elif _is_oblique(words, lexicon, name, office, sure):
            offices.append(_office(words, lexicon, office, _behind_nouns(words, lexicon, name)))
        else:
            subjects.append(name)
    return Cases(subjects, offices, frozenset(told))


def _office(words: Words, lexicon: Lexicon, first: int, last: int) -> Mention:
    """The description that an office and the name of what it is of make."""
    word = words.low[first]
    head = word if word in words.roles else _named_office(word, lexicon) or word
    gender = lexicon.roles.get(head, "")
    return Mention(first, last, "description", gender, person=True, head=head, office=True)


def _subjects(words: Words, lexicon: Lexicon, names: list[Mention]) -> set[str]:
    """Last words of names that the article has as a subject or behind a first name."""
    givens = first_names()
    found = set()
    for name in names:
        if name.last - name.first > 1:
            plain = not _looks_oblique(words.text[name.first], lexicon)
            if plain or words.low[name.first] in givens:
                found.add(words.text[name.last - 1])
        if words.bounds[words.sentence[name.first]][0] == name.first:
            after = words.low[name.last] if name.last < len(words.low) else ""
            did = len(after) > 2 and after.endswith(tuple(lexicon.past_genders))
            if after in lexicon.cues or did:  # "Роналду забил"
                found.add(words.text[name.last - 1])
        if name.last - name.first == 1 and _has_said(words, lexicon, name):
            found.add(words.text[name.first])
    return found


def _has_said(words: Words, lexicon: Lexicon, name: Mention) -> bool:
    """Whether a name alone stands behind the verb of a quote: "...“ dodal Fiala."."""
    cue, after = name.first - 1, name.last
    if cue < 1 or words.low[cue] not in lexicon.cues or name.title:
        return False
    if words.quote[cue - 1] < 0 and words.text[cue - 1] not in _DASHES:
        return False
    told = words.text[name.first].endswith(lexicon.dative_endings)
    return not told and (after >= len(words.text) or words.text[after] in ".,")


def _is_of_hearer(words: Words, lexicon: Lexicon, name: Mention) -> bool:
    """Whether an agency in capitals stands behind who hears: "с корреспондентом ИА NORVIK"."""
    word = words.text[name.first]
    if name.first < 2 or not (len(word) > 1 and word.isupper()):
        return False
    before = words.text[name.first - 1]
    quoted = words.low[name.first - 2] in lexicon.cues  # "цитирует политика УНИАН"
    hears = before.islower() and before not in words.roles and not quoted
    return hears and (
        before.startswith(tuple(everywhere("presenters"))) or bool(_named_office(before, lexicon))
    )


def _behind_told(words: Words, lexicon: Lexicon, name: Mention, sure: set[str]) -> int:
    """The first word of a name behind the one who is told something; its end where that is all.

    "рассказал Интерфаксу Петров", "сообщил Интерфаксу источник".
    """
    at = name.first
    word = words.text[at]
    behind = words.low[at + 1 : at + 2]
    titled = at + 1 == name.last and not lexicon.titles.keys().isdisjoint(behind)
    # "mówił PAP prof. Jan Lis"
    outlet = (titled and word.isupper()) or _is_outlet(words.low[at], lexicon)
    told = outlet or (word.endswith(lexicon.dative_endings) and len(word) >= _MIN_CHARS)
    if not told or name.title or word in sure or words.low[at] in first_names():
        return at
    before = at - 1
    while before > 0 and words.low[before] in lexicon.adverbs:
        before -= 1
    if before < 0 or words.low[before] not in lexicon.cues:
        return at
    if at + 1 < name.last:
        named = not words.text[name.last - 1].endswith(lexicon.dative_endings)
        return at + 1 if named else name.last
    if outlet:
        return name.last
    following = words.text[at + 1 : at + 2]
    noun = bool(following) and following[0][0].isalpha()
    noun = noun and words.low[at + 1] not in lexicon.stops | lexicon.cues
    return name.last if noun or len(word) >= _MIN_TOLD_CHARS else at


def _before_told(words: Words, lexicon: Lexicon, name: Mention) -> int:
    """Where a name ends before who is told: "сказал Петров Интерфаксу"."""
    last = name.last - 1
    behind = name.first > 0 and words.low[name.first - 1] in lexicon.cues
    if not behind or name.title or last == name.first:
        return name.last
    if _is_outlet(words.low[last], lexicon):
        return last
    told = words.text[last].endswith(lexicon.dative_endings)
    given = words.low[name.first] in first_names()
    family = words.text[name.first].endswith(lexicon.dative_endings)
    return last if told and not (given or family) and last - name.first == 1 else name.last


def _is_outlet(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a body in another case: "řekla Deníku", "powiedziała Gazecie"."""
    return word in lexicon.adverbs or (
        word not in lexicon.groups and stem(word, lexicon) in _stems_of_groups(lexicon)
    )


@cache
def _stems_of_groups(lexicon: Lexicon) -> frozenset[str]:
    """What is left of each body without an ending."""
    return frozenset(stem(group, lexicon) for group in lexicon.groups if len(group) > _MIN_CHARS)


def _office_of(words: Words, lexicon: Lexicon, name: Mention) -> int:
    """The word of the office that a name stands behind, -1 for none: "министр обороны Германии"."""
    at = name.first - 1
    begin = words.bounds[words.sentence[name.first]][0]
    if at - 1 > begin and words.low[at] in lexicon.within:
        return at - 1 if words.low[at - 1] in words.roles else -1
    source = _sourced(words, lexicon, begin, name.first)
    if source >= 0:
        return source
    for place in range(at, max(begin, at - _MAX_OFFICE_WORDS) - 1, -1):
        word, low = words.text[place], words.low[place]
        if low in lexicon.honorifics:
            return -1
        if low in words.roles or low in lexicon.plural:
            return place
        if low in lexicon.cues:
            after = place + 1
            while after < name.first and words.low[after] in lexicon.adverbs:
                after += 1
            noun = after < name.first and words.text[after].islower()
            return after if noun and not words.low[after].endswith(lexicon.noun_cases) else -1
        ends = words.quote[place] >= 0 or not word[0].isalpha() or low in lexicon.stops
        if ends or (word[0].isupper() and not _looks_oblique(word, lexicon)):
            return -1
    return -1


def _sourced(words: Words, lexicon: Lexicon, begin: int, end: int) -> int:
    """The office behind "according to", which is in another case: "по словам главы Газпрома"."""
    for place in range(end - 1, max(begin, end - _MAX_OFFICE_WORDS), -1):
        if not words.text[place].islower() or words.low[place] in lexicon.stops:
            return -1
        if _named_office(words.low[place], lexicon) and any(
            tuple(words.low[place - gap - len(source) : place - gap]) == source
            for source in lexicon.sources
            for gap in (0, 1)
        ):
            return place
    return -1


def _named_office(word: str, lexicon: Lexicon) -> str:
    """The office that a word is in another case, as a subject has it; "" for none."""
    return (
        _stems(lexicon).get(stem(word, lexicon).rstrip("ь"), "") if len(word) > _MIN_CHARS else ""
    )


@cache
def _stems(lexicon: Lexicon) -> dict[str, str]:
    """What is left of each office without an ending, and the office."""
    return {stem(role, lexicon).rstrip("ь"): role for role in lexicon.roles}


def _where_bearer_begins(words: Words, lexicon: Lexicon, name: Mention) -> int:
    """The first word of the bearer's name behind a body's: "šéf Gazpromu Alexej Miller"."""
    text = words.text
    if name.last - name.first < 3 or words.low[name.first] in first_names():
        return name.first
    for at in range(name.first + 1, name.last - 1):
        before = words.low[name.first - 1]
        # "w Krakowie Alicja Nowak", "serveru Novinky Jana Malá"
        placed = before in lexicon.within or _is_outlet(before, lexicon)
        if words.low[at] in first_names() and (placed or _looks_oblique(text[name.first], lexicon)):
            return at
    return name.first


def _is_oblique(words: Words, lexicon: Lexicon, name: Mention, office: int, sure: set[str]) -> bool:
    """Whether a name behind an office is not its bearer."""
    text = words.text[name.first : name.last]
    if not all(_looks_oblique(word, lexicon) for word in text):
        return False
    if words.low[office] not in words.roles and all(map(str.isupper, text)):
        return False  # "цитирует политика УНИАН"
    last = text[-1]
    if words.low[office] in lexicon.plural:
        return True  # "критики Ивана Петрова"
    if is_in_genitive(words, office, lexicon.language) and is_whole(text, lexicon.language):
        return is_aide(words.low[office], lexicon.language)
    before = words.low[max(0, office - 2) : office]  # "её старшая сестра Арина"
    own = office != name.first - 1 or not lexicon.owners.isdisjoint(before)
    if not own and is_of_kin(words.low[office], text, lexicon.language):
        return True
    given = first_names().get(words.low[name.first], "")
    if given:
        of_him = given == "f" and words.low[name.first][:-1] in first_names()
        of_him = of_him and _gender_of_verb(words, lexicon, office, name.last) == "m"
        return len(text) > 1 and (of_him or last.endswith(lexicon.adjective_endings))
    if last.endswith(lexicon.feminine_names):
        verb = _gender_of_verb(words, lexicon, office, name.last)
        his = last[:-1] in words.counts or last[:-1] in words.text  # "Круглов"
        return verb == "m" or (not verb and his and last not in sure)
    if last in sure:
        return False
    declined = _FEMININE.get(last[-1], "")
    return not any(last[:-1] + ending in words.forms for ending in declined)


def _looks_oblique(word: str, lexicon: Lexicon) -> bool:
    """Whether a word ends as a subject seldom does, or is an acronym, which has no endings."""
    if word.isupper():
        return len(word) > 1
    if len(word) < _MIN_CHARS or word.endswith(lexicon.subject_endings):
        return False
    return word.endswith(lexicon.oblique_endings)


def _gender_of_verb(words: Words, lexicon: Lexicon, first: int, last: int) -> str:
    """The gender of a verb of speech beside a phrase, by its ending: f for "сказала"; or ""."""
    before = first - 1
    while before > 0 and words.low[before] in lexicon.adverbs:
        before -= 1
    beside = (words.low[at] for at in (before, last) if 0 <= at < len(words.low))
    found = (past_gender(word, lexicon) for word in beside if word in lexicon.cues)
    return next(filter(None, found), "")


def _behind_nouns(words: Words, lexicon: Lexicon, name: Mention) -> int:
    """Where a body's name ends whose noun has no capital: "Белого дома"."""
    last = name.last
    if not words.text[last - 1].endswith(lexicon.adjective_endings):
        return last
    end = min(words.bounds[words.sentence[last - 1]][1], last + _MAX_NOUNS)
    while last < end and words.text[last].islower() and words.text[last].isalpha():
        if words.low[last] in lexicon.stops or words.low[last] in lexicon.phrase_ends:
            break
        last += 1
    return last
