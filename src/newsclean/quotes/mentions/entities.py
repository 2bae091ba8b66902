"""Mentions -> who is who: names that mean the same one are joined, the fullest form leads.

"Lavrov" is the latest "Sergei Lavrov", "Laura" the one whose first name it is, an acronym the
body it abbreviates. Roles come from the words before a name and from an apposition after it.
"""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from newsclean.quotes.mentions.bearers import (
    MOST_BEARERS,
    Entity,
    bearer_of,
    family_of,
    is_polite,
    is_wife_of,
    note_called,
)
from newsclean.quotes.mentions.cases import by_case
from newsclean.quotes.mentions.credits import without_credits
from newsclean.quotes.mentions.degrees import last_of_name
from newsclean.quotes.mentions.descriptions import find_descriptions
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.mentions.names import find_names
from newsclean.quotes.mentions.places import without_places
from newsclean.quotes.mentions.roles import closes, role_after, role_before
from newsclean.quotes.text.given_names import name_particles, name_suffixes
from newsclean.quotes.text.lexicon import Lexicon, first_names
from newsclean.quotes.text.morphology import folded
from newsclean.quotes.text.words import Words

_CONTRACTIONS = frozenset(["im", "ins", "am", "zum", "zur", "vom", "beim"])
"""German prepositions with an article, which no name of a person has."""
_MAX_INITIAL_CHARS = 2
_MAX_WHERE_WORDS = 3
"""The most words before a place at the head of a sentence: "Somewhere just past"; a guess."""
_MAX_NAMED_WORDS, _MAX_AGE_DIGITS = 4, 3
_MAX_WORDS_TO_AGE = 4
"""The most words between a name and its age: "pastor reformado de 83 anos"; a guess."""
_NUMERAL_ENDINGS = ("tausend", "hundert", "zig", "zehn")


class People(NamedTuple):
    """Mentions, the entity of each (-1 for none), and the entities."""

    mentions: list[Mention]
    entity_of: list[int]
    entities: list[Entity]
    told: frozenset[int] = frozenset()
    """Words that name who is told something, where the case shows it."""


def identify(words: Words, lexicon: Lexicon, *, everywhere: bool = False) -> People:
    """Finds all mentions of one article and joins its names into entities.

    Pronouns and descriptions are read near quotes only, unless `everywhere`.
    """
    found = without_credits(words, lexicon, find_names(words, lexicon))
    named, offices, told = by_case(words, lexicon, without_places(words, lexicon, found))
    others = find_descriptions(words, lexicon, named + offices, everywhere=everywhere)
    others = [other for other in others if other.last - 1 not in told]  # "στον Σκάι"
    mentions = sorted(named + offices + others, key=attrgetter("first", "last"))
    entities: list[Entity] = []
    entity_of = [-1] * len(mentions)
    by_word: dict[str, list[int]] = {}
    noted: set[tuple[str, int]] = set()
    names = [place for place, mention in enumerate(mentions) if mention.kind == "name"]
    keys = {place: _key(words, mentions[place]) for place in names}
    folds = {key: _fold(key, lexicon) for key in set(keys.values())}
    for place in names:
        key = keys[place]
        if len(key) < 2:
            continue
        folded = folds[key]
        which = _same(entities, by_word, folded)
        if which < 0:
            which = len(entities)
            entities.append(Entity(key, folded))
        elif len(key) > len(entities[which].name) or _spells_out(key, entities[which].name):
            entities[which].name, entities[which].folded = key, folded
        elif folded == entities[which].folded and key != entities[which].name:
            entities[which].name = min(entities[which].name, key, key=_length)
        for word in folded:
            if (word, which) not in noted:
                noted.add((word, which))
                by_word.setdefault(word, []).append(which)
        entity_of[place] = which
        _learn(entities[which], mentions[place], place, gender=True)
    note_called(words, lexicon, entities, by_word)
    acronyms = {_initials(entity.name): which for which, entity in enumerate(entities)}
    for place in names:
        key = keys[place]
        if len(key) != 1:
            continue
        folded = folds[key]
        choices = list(by_word.get(folded[0], ())[-MOST_BEARERS:])
        if is_polite(words, lexicon, mentions[place]):
            gender = mentions[place].gender  # "Mrs Lee" is not Jon Lee
            choices = [one for one in choices if {entities[one].gender, gender} != {"m", "f"}]
        elif any(len(entities[one].name) > 1 for one in choices):  # "Orme": Jane, not "Mr Orme"
            choices = [one for one in choices if len(entities[one].name) > 1]
        choices = [one for one in choices if not is_wife_of(entities[one], key[0], lexicon)]
        which = bearer_of(lexicon, entities, mentions, choices, folded[0], place)
        if which < 0 and len(key[0]) > 1:
            which = acronyms.get(key[0], -1)
        if which < 0:
            which = len(entities)
            entities.append(Entity(key, folded))
            by_word.setdefault(folded[0], []).append(which)
        entity = entities[which]
        shorter = folded[0] == entity.folded[-1] and len(key[0]) < len(entity.name[-1])
        shorter = shorter and bool(lexicon.case_endings) and not lexicon.oblique_endings
        owns = shorter and key[0].lower() not in first_names()
        if len(entity.name) == 1 or (owns and not _says(words, lexicon, entity, mentions)):
            entity.name = min(entity.name, (*entity.name[:-1], *key), key=_length)  # no ending
        entity_of[place] = which
        own = len(entity.name) == 1 or entity.folded[0] == folded[0]
        _learn(entity, mentions[place], place, gender=own or mentions[place].title > 0)
    listed = {
        mentions[place].first - mentions[place].title
        for place in names
        if len(keys[place]) > 1
        and words.low[mentions[place].last - 1] not in words.roles
        and closes(words, lexicon, mentions[place].last)
    }
    persons = {
        mentions[place].first - mentions[place].title
        for place in names
        if len(keys[place]) > 1
        and mentions[place].person is not False
        and (mentions[place].person or words.low[mentions[place].first] in first_names())
    }
    for place in names:
        _roles(words, lexicon, mentions[place], entities[entity_of[place]], listed, persons)
    for entity in entities:
        entity.mentions.sort()
        _settle(words, lexicon, entity)
        if entity.person is None:
            entity.person = _looks_like_person(words, lexicon, entity, mentions)
    people = People(mentions, entity_of, entities, told)
    _join_appositions(words, lexicon, people)
    return people


def _join_appositions(words: Words, lexicon: Lexicon, people: People) -> None:
    """Makes "the mayor of Oslo" in "Ann Lee, the mayor of Oslo, ..." a mention of Ann Lee."""
    for place, (name, other) in enumerate(pairwise(people.mentions)):
        which = people.entity_of[place]
        if _explains(words, lexicon, name, other) and people.entities[which].person is not False:
            people.entity_of[place + 1] = which


def _explains(words: Words, lexicon: Lexicon, name: Mention, other: Mention) -> bool:
    """Whether a description goes on from a name after a comma."""
    if name.kind != "name" or other.kind != "description" or name.last != other.first - 1:
        return False
    if words.low[name.last] != "," or not other.definite:
        return False
    begin = name.first - name.title
    before = words.low[begin - 1] if begin else ""
    led = begin > words.bounds[words.sentence[begin]][0]
    if led and not lexicon.cues.isdisjoint(words.low[other.last : other.last + 1]):
        return False  # "Addressing Trigg, the judge said"
    return before != "," and before not in lexicon.stops  # "in Salem, Ohio, the mayor ..."


def _says(words: Words, lexicon: Lexicon, entity: Entity, mentions: list[Mention]) -> bool:
    """Whether the whole name is the subject of a verb of speech: "sagte Anna Peters"."""
    for place in entity.mentions:
        mention = mentions[place]
        whole = mention.last - mention.first > 1
        if whole and words.low[mention.first - mention.title - 1] in lexicon.cues:
            return True
    return False


def _key(words: Words, mention: Mention) -> tuple[str, ...]:
    if mention.last - mention.first == 1:
        return (words.bare(mention.first),)
    name = words.text[mention.first : last_of_name(words, mention.first, mention.last)]
    key = [word for word in name if word != "."]
    key[-1] = words.bares.get(key[-1], key[-1])  # but "Women's Institute"
    plain = all(word[0].isalnum() or word == "&" for word in key)
    return tuple(key) if plain else _with_nickname(key)


def _with_nickname(words: list[str]) -> tuple[str, ...]:
    """The words of a name, with the marks joined to the nickname between them."""
    key: list[str] = []
    inside = joins = False
    for word in words:
        if word[0].isalnum():
            key.append(key.pop() + word if joins else word)
            joins = False
        elif inside:
            key[-1] += word
            inside = False
        else:
            key.append(word)
            inside = joins = True
    return tuple(key)


def _spells_out(key: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a name has the first name whose initial another has: "Richard Lee", "R. Lee"."""
    initial = name[0].rstrip(".")
    short = len(initial) == 1 or (len(initial) == _MAX_INITIAL_CHARS and not initial.isascii())
    short = short and len(key[0]) > _MAX_INITIAL_CHARS
    return len(key) == len(name) and short and key[1:] == name[1:]


def _length(name: tuple[str, ...]) -> int:
    return sum(map(len, name))


def _initials(name: tuple[str, ...]) -> str:
    return "".join(word[0] for word in name if word[0].isupper())


def _fold(key: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """A name as `folded` has its words, particles in small."""
    particles = name_particles()  # "De la Fuente" is María de la Fuente
    words = [folded(word, lexicon) for word in key]
    return tuple([low if (low := word.lower()) in particles else word for word in words])


def _same(entities: list[Entity], by_word: dict[str, list[int]], key: tuple[str, ...]) -> int:
    """The entity whose name holds all of `key`, or the other way round, family name included."""
    family, whole, first = family_of(key), set(key), key[0]
    plain, others = family.lower() not in name_suffixes(), whole - {family}
    brief = first[-1] == "." or len(first) <= _MAX_INITIAL_CHARS
    for which in by_word.get(family, ())[: -MOST_BEARERS - 1 : -1]:
        name = entities[which].folded
        own = name[0]
        short = own[0] == first[0] and (brief or own[-1] == "." or len(own) <= _MAX_INITIAL_CHARS)
        if others and not short and own != family and others.isdisjoint(name):
            continue  # most: there are as many names in an article to be compared
        if len(name) < 2 or not ((plain and name[-1] == family) or family_of(name) == family):
            continue
        if (short and _is_short_for(key, name)) or whole.issubset(name) or whole.issuperset(name):
            return which
    if key[-1].lower() in name_suffixes():
        for which in by_word.get(key[0], ())[:MOST_BEARERS]:
            if whole.issubset(entities[which].folded):
                return which
    return -1


def _is_short_for(key: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether one of two names has but the beginning of a first name: "J. Lee", "Τζ. Λι"."""
    if not len(key) == len(name) == 2:
        return False
    short, long = sorted((key[0].rstrip("."), name[0].rstrip(".")), key=len)
    return len(short) <= 2 < len(long) and long.startswith(short)


def _learn(entity: Entity, mention: Mention, place: int, *, gender: bool) -> None:
    entity.mentions.append(place)
    if mention.person is not None and (entity.person is None or mention.person):
        entity.person = mention.person
    if gender and mention.gender in ("m", "f") and (not entity.gender or mention.title):
        entity.gender = mention.gender


def _roles(
    words: Words,
    lexicon: Lexicon,
    mention: Mention,
    entity: Entity,
    listed: set[int],
    persons: set[int],
) -> None:
    """Finds what the words beside a mention say of who it is.

    Another whole name (it begins at one of `listed`) is the next of a list, no apposition; those of
    persons begin at `persons`, and no role of somebody holds one.
    """
    if words.quote[mention.first] >= 0:
        return
    before = role_before(words, lexicon, mention, mention.first)
    if before is None and mention.title:  # "the councillor for culture, Mr Lobatón"
        before = role_before(words, lexicon, mention, mention.first - mention.title)
    own = mention.first - mention.title
    if before is not None and not any(at in persons and at != own for at in range(*before)):
        entity.roles.append(before)  # but "Mayor Ann Lee, Councillor Tom Reed"
    if entity.person is None and _has_age(words, lexicon, mention):
        entity.person = True
    after = role_after(words, lexicon, mention)
    if after is not None and _is_where(words, lexicon, mention, entity, after):
        return
    if after is not None and after[0] not in listed:
        entity.roles.append(_before_next(words, lexicon, after, persons))


def _is_where(
    words: Words, lexicon: Lexicon, mention: Mention, entity: Entity, after: tuple[int, int]
) -> bool:
    """Whether a name says where somebody is, who follows it: "Just past Stoke, a boy stood up"."""
    begin = words.bounds[words.sentence[mention.first]][0]
    led = words.low[begin : mention.first]
    opens = 0 < len(led) <= _MAX_WHERE_WORDS and words.low[after[0]] in lexicon.indefinite
    place = opens and mention.title == 0 and entity.person is None and len(entity.name) <= 2
    if not place or words.low[mention.first] in first_names() or words.roles & set(led):
        return False
    closed = words.text[after[1] : after[1] + 1] == [","]
    follows = {word.partition("’")[0] for word in words.low[after[1] + 1 : after[1] + 3]}
    if closed and lexicon.relatives.isdisjoint(follows):
        return False  # "For Madonna, a singer of 65, it was the last"
    plain = lexicon.cues.isdisjoint(led) and all(word[0].isalpha() for word in led)
    beside = not lexicon.beside.isdisjoint(led)  # not "But Stoke, a farmer who ..."
    return beside and plain and not any(tuple(led[-len(one) :]) == one for one in lexicon.sources)


def _has_age(words: Words, lexicon: Lexicon, mention: Mention) -> bool:
    """Whether an age follows a name in commas: "Ana Gil, 71,", "Ana Gil, padeira de 71 anos,"."""
    low, at = words.low, mention.last
    named = 1 < mention.last - mention.first <= _MAX_NAMED_WORDS and not lexicon.capitals
    if not named or at >= len(low) or low[at] != ",":
        return False
    for of in range(at + 1, min(len(low) - 1, at + 1 + _MAX_WORDS_TO_AGE)):
        led = low[of] in lexicon.prepositions
        if led and low[of + 1].isdecimal() and (of == at + 1 or low[of] in lexicon.joiners):
            at = of
        if led or not low[of].isalpha() or low[of] in lexicon.bodies:
            break
    at += 1
    age = "".join(low[at : at + 1])
    if not (age.isdecimal() and age.isascii() and len(age) <= _MAX_AGE_DIGITS):
        return False
    behind = low[at + 1 : at + 2]
    return behind == [","] or not lexicon.years.isdisjoint(behind)


def _before_next(
    words: Words, lexicon: Lexicon, role: tuple[int, int], listed: set[int]
) -> tuple[int, int]:
    """A role up to "and" and the next of a list: "Ann Lee, head of tests and Tom Reed, ..."."""
    first, last = role
    named = lexicon.definite | lexicon.prepositions  # "of the Milton Clinic"
    following = (at for at in range(first + 1, last) if at in listed)
    last = next((at for at in following if words.low[at - 1] not in named), last)
    while last > first + 1 and words.low[last - 1] in lexicon.links:
        last -= 1
    return first, last


def _looks_like_person(
    words: Words, lexicon: Lexicon, entity: Entity, mentions: list[Mention]
) -> bool | None:
    """Whether two words are later one, the last ("Monty Williams", "Williams"), without "the"."""
    short = False
    for place in entity.mentions:
        mention = mentions[place]
        first = mention.first - mention.title
        if first and words.low[first - 1] in lexicon.definite and not lexicon.capitals:
            return False
        short = short or (
            mention.last - mention.first == 1 and mention.head == entity.name[-1].lower()
        )
    if lexicon.capitals and not any(word.lower() in first_names() for word in entity.name):
        named = (mentions[place].first for place in entity.mentions)
        if any(_begins_with_noun(words, lexicon, at) for at in named):
            return None  # "Richtung Ukraine", then "Ukraine"
    return True if short and len(entity.name) in (2, 3) else None


def _begins_with_noun(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Whether a German word is a noun by its ending, or as a number or "im" stands before it."""
    if words.low[at].endswith(lexicon.noun_endings):
        return True
    before = words.low[at - 1] if at else ""
    return before.isdigit() or before in _CONTRACTIONS or before.endswith(_NUMERAL_ENDINGS)


def _settle(words: Words, lexicon: Lexicon, entity: Entity) -> None:
    """Takes from the roles that an entity is a person, and of what gender."""
    if entity.person is False and (
        entity.name[0].isupper() or any(word.lower() in lexicon.groups for word in entity.name)
    ):
        return
    for first, last in entity.roles:
        for index in range(first, last):
            if words.low[index] not in words.roles:
                continue
            entity.person = True
            gender = lexicon.roles.get(words.low[index], "") or _by_family_name(entity, lexicon)
            if gender and not entity.gender:
                entity.gender = gender
            break


def _by_family_name(entity: Entity, lexicon: Lexicon) -> str:
    """The gender m where a family name has the form that men's have: "Лапшин"; or ""."""
    his = tuple(one[:-1] for one in lexicon.feminine_names if one.endswith("а"))  # Cyrillic
    family = entity.name[-1]
    return "m" if his and family.endswith((*his, *lexicon.subject_endings)) else ""
