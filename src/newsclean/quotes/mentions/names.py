"""Words -> names.

No model of named entities: runs of capitals, the honorifics and roles around them, first names,
and where else in the article a word stands with or without its capital.
"""

from __future__ import annotations

from typing import NamedTuple

from newsclean.patterns import lazy_regex
from newsclean.quotes.mentions.degrees import is_brand, is_degree, last_of_name
from newsclean.quotes.mentions.leads import (
    are_abbreviations,
    are_initials,
    as_addressed,
    is_bearer,
    is_of_office,
    strip_nouns,
    strip_others,
)
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.mentions.roles import last_office
from newsclean.quotes.mentions.runs import find_headings, find_runs, is_short_initial
from newsclean.quotes.text.given_names import given_name, name_suffixes
from newsclean.quotes.text.lexicon import Lexicon, first_names
from newsclean.quotes.text.words import Words

_BEFORE_INITIAL = lazy_regex("[\"“„«»‘'(\\[—–\\-:•*….!?]")
_MAX_NAME_WORDS, _ACRONYM_CHARS = 4, (2, 3)
"""The longest name that "Per" begins, and how long an acronym is ("TED"); guesses."""
_INHABITANTS = ("er", "an", "ese", "ish", "ien", "ienne", "ais", "aise", "ois", "oise", "are", "bo")
"""What words for people of a place end with: "Londoner", "Texan", "Parisien", "Göteborgare"."""
_AGES = frozenset(("young", "jeune", "joven", "jovem", "giovane", "jonge", "ung"))
"""The adjectives before them: others say how somebody feels who has a name, "a tired Miller"."""
_PARTS = frozenset({"st", "mt", "ft"})
"""Words that begin names and are none."""


class _Capitals(NamedTuple):
    """What an article's words with a capital tell of one another."""

    initial: set[int]
    """Where a capital may be from its place: first in a sentence, a quote, a line."""
    inside: set[str]
    """Words whose capital is not from their place."""
    known: set[str]
    """Family names and first names of the names of several words, filled as these are read."""


def find_names(words: Words, lexicon: Lexicon) -> list[Mention]:
    """The names in an article, outside and inside quotes; those of several words come first."""
    text, bares = words.text, words.bares
    initial = {begin for begin, _ in words.bounds}
    initial.update([sign.end() for sign in _BEFORE_INITIAL.finditer(words.initials)])
    runs = find_runs(words, lexicon)
    headings = set() if lexicon.capitals else find_headings(words)
    inside: set[str] = set()
    for first, last in runs:
        if words.sentence[first] in headings:
            continue
        if last - first > 1 or first not in initial:
            inside.update(text[first + (first in initial) : last])
    seen = _Capitals(initial, set(map(bares.get, inside, inside)), set())
    found, single = _names(words, lexicon, runs, seen, headings)
    found += [
        _single(words, lexicon, index)
        for index in single
        if _is_single_name(words, lexicon, index, seen)
    ]
    return as_addressed(words, lexicon, found)


def _names(
    words: Words,
    lexicon: Lexicon,
    runs: list[tuple[int, int]],
    seen: _Capitals,
    headings: set[int],
) -> tuple[list[Mention], list[int]]:
    """The runs that are names, without honorifics, roles and adjectives; and single words."""
    text, low, roles = words.text, words.low, words.roles
    givens = first_names()
    found: list[Mention] = []
    single: list[int] = []
    doubtful: list[Mention] = []
    for first, last in runs:
        start = first
        if words.sentence[first] in headings and not _is_plainly_named(words, first, last, seen):
            continue
        while start + 1 < last and _is_adjective(text[start]):
            start += 1  # "Inverness-born Ann Lee"
        while start < last and _is_filler(words, lexicon, start, seen):
            if _begins_body(words, lexicon, start, last):
                break
            start += 1
        if start + 1 < last and low[start] in lexicon.links:
            start += 1  # "Are Ann Lee And Tom Reed ...?" in a heading
        if start == last:
            continue
        if low[last - 1] in roles and _after_determiner(words, lexicon, start):
            degree = is_degree(text[last - 1])  # "of the PAC Ann Lee MP"
            near = low[start:last] if degree else low[max(start, last - 2) : last - 1]
            if givens.keys().isdisjoint(near):
                continue  # but "die Ministerin Ann Lehmann"
        if last - start == 1:
            single.append(start)
            continue
        mention = _parse(words, lexicon, start, last, givens, seen)
        if mention is None:
            continue
        if mention.last - mention.first > 1:
            plain = lexicon.capitals and not (mention.person or low[mention.first] in givens)
            if plain and not _is_plain_name(words, lexicon, mention):
                continue
            if plain:
                doubtful.append(mention)
            rare = mention.last - mention.first == 2 and low[mention.first] not in words.forms
            plain = rare and mention.person is not False and not lexicon.capitals
            if low[mention.first] in givens or (plain and low[mention.first] not in lexicon.common):
                seen.known.add(text[mention.first])
        elif lexicon.capitals and _is_noun_after_role(words, lexicon, low[mention.first]):
            continue
        seen.known.add(words.bare(last_of_name(words, mention.first, mention.last) - 1))
        found.append(mention)
    if lexicon.capitals:
        strip_nouns(words, lexicon, found, doubtful)
    else:
        strip_others(words, lexicon, found)
    return found, single


def _is_plainly_named(words: Words, first: int, last: int, seen: _Capitals) -> bool:
    """Whether a run in a heading is a name: it begins with a given name and is short."""
    text = words.text
    known = all(text[at] in seen.inside or len(text[at]) < 3 for at in range(first, last))
    return last - first <= 3 and (known or words.low[first] in first_names())


def _is_plain_name(words: Words, lexicon: Lexicon, mention: Mention) -> bool:
    """Whether words without a sign of a person are a name, where all nouns have capitals."""
    if words.quote[mention.first] >= 0:
        return False
    last = words.bare_low(mention.last - 1)
    if last.endswith(lexicon.noun_endings) or last in lexicon.names_never:
        return False
    if _after_determiner(words, lexicon, mention.first):
        mention.gender, mention.person, mention.title = "", False, 0
    return True


def _is_noun_after_role(words: Words, lexicon: Lexicon, word: str) -> bool:
    """Whether a role has no name after it: "des Präsidenten Stellung", "der Trainer Ghanas"."""
    genitive = word.endswith("s") and word[:-1] in words.counts
    return genitive or words.bares.get(word, word).endswith(lexicon.noun_endings)


def _is_filler(words: Words, lexicon: Lexicon, index: int, seen: _Capitals) -> bool:
    """Whether a capital at the head of a run is no part of a name ("But Trump", "On Monday")."""
    word = words.bare_low(index)
    if word in lexicon.unnamed_first or index not in seen.initial:
        return word in lexicon.unnamed_first
    if word in lexicon.fillers:
        return True
    named = word in first_names()
    if word in lexicon.source_openers and not (named and _is_said_by(words, lexicon, index)):
        return True  # "Zdaniem Jochena Stadta"
    plain = not named and word not in lexicon.titles and words.text[index] not in seen.inside
    return plain and word.endswith(lexicon.participle_endings)


def _is_said_by(words: Words, lexicon: Lexicon, index: int) -> bool:
    """Whether a verb of speech follows a name: "Per Mertesacker said", but "Per Ann Lee, the"."""
    end = words.bounds[words.sentence[index]][1]
    at = index + 1
    while at < min(end, index + _MAX_NAME_WORDS) and words.text[at][0].isupper():
        at += 1
    return index + 1 < at < end and words.low[at] in lexicon.cues


def _begins_body(words: Words, lexicon: Lexicon, at: int, last: int) -> bool:
    """Whether a common word at the head of a sentence is half of a body's name: "Home Office"."""
    if at + 1 >= last or words.low[at + 1] not in lexicon.groups:
        return False
    word = words.low[at]
    return word not in lexicon.role_ends and word not in lexicon.no_names


def _single(words: Words, lexicon: Lexicon, index: int) -> Mention:
    """A name of one word."""
    word, low, bare = words.text[index], words.low[index], words.bare_low(index)
    body = word.isupper() or is_brand(word) or bare in lexicon.bodies
    gender = "" if body else first_names().get(low, "")
    person = False if body else None
    return Mention(index, index + 1, "name", "" if gender == "u" else gender, person, bare)


def _parse(
    words: Words,
    lexicon: Lexicon,
    first: int,
    last: int,
    givens: dict[str, str],
    seen: _Capitals,
) -> Mention | None:
    """Splits a run of several words into what stands before the name and the name itself."""
    low = words.low
    name = first
    gender = office = ""
    person: bool | None = None
    is_body = [words.bare_low(index) in lexicon.bodies for index in range(first, last)]
    bodies = [index for index in range(first + 1, last) if is_body[index - first]]
    for index in range(bodies[-1] + 1 if bodies else first, last - 1):
        word = low[index]
        role = lexicon.titles.get(word)
        if word in givens and index == last - 2:
            continue  # "Dean Nelson" is a name, "Dean Ann Nelson" has a title
        if lexicon.family_first and index == last - 2 and low[last - 1] in givens:
            continue  # "mondta Bíró Anna"
        if word in lexicon.nobles and index > first and low[index - 1] not in lexicon.titles:
            continue  # "Anna Gräfin Hohenwart"
        further = person is True and index == name and word in lexicon.of_offices
        if (
            role is not None
            or word in words.roles
            or further
            or _is_agent(words, lexicon, index, seen)
        ):
            name, person = index + 1, True
            gender = lexicon.honorifics.get(word) or gender
            office = lexicon.roles.get(word) or office  # "ministro Ann Lee" is a woman
            if name < last - 1 and words.text[name] == ".":
                name += 1
    alone = name == last - 1 > first  # "Menteri Kesehatan"
    if alone and (low[name] in lexicon.of_offices or (person and low[name] in lexicon.honorifics)):
        return None
    if alone and low[name - 1] in lexicon.of_offices and words.text[last : last + 1] == [","]:
        return None  # "Kepala Desa Sukamaju, Asep Hidayat"
    for index in range(name, last):
        given = given_name(low[index])
        if not given or _is_acronym(words, index, last):
            continue
        if any(is_body[index - first :]):
            break
        known = any(words.text[at] in seen.inside for at in range(name, index))
        placing = lexicon.prepositions - (set() if lexicon.genitive_endings else lexicon.toward)
        strips = not person and (
            lexicon.capitals
            or any(is_body[name - first : index - first])  # "Tribunal Supremo Ángel Hurtado"
            or (name in seen.initial and not known)
            or index - name > 1
            or (lexicon.case_endings and not words.roles.isdisjoint(_before(words, first)))
            or is_of_office(words, lexicon, first)
            or (name == first > 0 and low[first - 1] in placing)
        )  # "президент России Анна Ли", "στην Αθήνα Άννα Βέργου"
        strips = not are_initials(words, name, index) and (
            strips
            or are_abbreviations(words, lexicon, name, index)
            or (index - name == 1 and person is True and low[name].endswith(lexicon.agent_endings))
            or (person is True and bool(lexicon.oblique_endings))
            or (first > 0 and low[first - 1] in words.roles and _is_owner(lexicon, low[name:index]))
        )  # "Head Blender Joe Lee", "starostka Zdolic Jitka Nová", "δήμαρχος Πέτρας Άννα Βέργου"
        if last - index > 1:
            person = True
            name = index if strips else name
        elif lexicon.family_first and index > name:
            person = True
        if last - index > 1 or person:
            gender = gender or (given if given != "u" else "")
        break
    gender = gender or office
    led = bool(person) or is_body[0] or (first > 0 and low[first - 1] in words.roles)
    for at in range(name + 1, last - 2):
        if led and words.text[at + 1] == "." and is_short_initial(words.text[at]):
            name, person = at, True  # "υπουργός Υγείας Αν. Λοβέρδος"
            break
    if "&" in words.text[first:last]:
        offices = last_office(words, first, last)  # "Gardener & Baker Ann Lee"
        name, person = (offices, True) if offices > first else (first, False)
        gender = gender if person else ""
    if person is None and any(is_body[name - first :]):
        person = False
    if (
        last - name == 2
        and person is None
        and name in seen.initial
        and givens.get(low[last - 1])
        and words.text[name] not in seen.inside
        and len(words.text[name]) > 2
    ):
        name, gender = last - 1, givens[low[last - 1]].replace("u", "")  # "Selvom Stine"
    head = last_of_name(words, name, last) - 1  # "Kelly Jones MS", "Margaret Hodge MP"
    while head > name and low[head] in name_suffixes():
        head -= 1
    if not person and is_bearer(words, lexicon, first, last):
        name, person = first + 1, True
    title = name - first
    titled = any(low[at] in lexicon.titles or low[at] in words.roles for at in range(first, name))
    if title and not titled and is_of_office(words, lexicon, first):
        title = 0  # "el alcalde de Vigo Ana Gil", "Minister for Finance Ann Lee"
    if title and low[name - 1] in lexicon.joiners and low[first] in lexicon.plural:
        title = 0  # "Critics of Ann Lee say"
    return Mention(name, last, "name", gender, person, words.bare_low(head), title)


def _is_acronym(words: Words, index: int, last: int) -> bool:
    """Whether capitals before a plain word are no first name: "TED Talent Search"."""
    word = words.text[index]
    short = word.isupper() and len(word) in _ACRONYM_CHARS and word.capitalize() not in words.forms
    return short and index + 1 < last and words.text[index + 1].istitle()


def _before(words: Words, at: int) -> list[str]:
    """The word before, and the one before that if a noun follows it: "starosta obce"."""
    low, begin = words.low, words.bounds[words.sentence[at]][0]
    noun = at - 2 >= begin and words.text[at - 1].islower()
    return low[at - 1 - noun : at] if at else []


def _is_owner(lexicon: Lexicon, low: list[str]) -> bool:
    """Whether words in the genitive stand before a name: "of Athens"."""
    return bool(low) and low[-1].endswith(lexicon.genitive_endings)


def _after_determiner(words: Words, lexicon: Lexicon, index: int) -> bool:
    return index > 0 and words.low[index - 1] in lexicon.determiners


def _is_single_name(words: Words, lexicon: Lexicon, index: int, seen: _Capitals) -> bool:
    """Whether one word with a capital, without any title, is a name."""
    low, word = words.bare_low(index), words.bare(index)
    never = low in lexicon.no_names and (low not in lexicon.generic or not word.isupper())  # "MAN"
    if never or len(word) < 2 or _is_adjective(word) or low in _PARTS:
        return False
    cut = low.replace("’", "'").partition("'")[0]
    if cut in lexicon.pronouns or (cut != low and cut in lexicon.generic):
        return False  # "She'd", "You've"
    if lexicon.capitals and words.text[index - 1] == "-" and words.touches(index):
        return False  # the "Müll"-Fauxpas
    if word in seen.known or (low in first_names() and words.text[index - 1] in "—–―"):
        return True
    if words.text[index - 1] == "." and words.low[index - 2] in lexicon.honorifics:
        return words.touches(index)  # "ο κ.Τσιόδρας"
    if lexicon.capitals:
        if low in lexicon.groups or low in words.roles or low.endswith(lexicon.noun_endings):
            return False
        beside = _beside_cue(words, lexicon, index) and not _after_determiner(words, lexicon, index)
        return word.isupper() or beside
    if index not in seen.initial:
        return low not in words.roles and not _is_one_of_many(words, lexicon, index)
    definite = low in words.roles and low.endswith(lexicon.subject_nouns)  # "Primarul"
    if definite or low in words.forms:  # without its capital, elsewhere
        return False
    if _beside_cue(words, lexicon, index):
        return True
    after = words.low[index + 1] if index + 1 < len(words.low) else ""
    return low not in words.roles and (word in seen.inside or after in lexicon.weak)


def _is_one_of_many(words: Words, lexicon: Lexicon, index: int) -> bool:
    """Whether a word that is there once has an indefinite article: "said a young Londoner"."""
    low = words.low
    if words.counts[low[index]] > 1:
        return False
    at = index - 1
    aged = low[at] in _AGES or low[at][0].isdigit()
    if aged and not low[index].endswith(_INHABITANTS):
        return False
    at -= aged
    article = at >= 0 and low[at] in lexicon.indefinite and low[index] not in first_names()
    return article and low[at - 1] not in lexicon.prepositions  # "in a statement Quist said"


def _is_agent(words: Words, lexicon: Lexicon, index: int, seen: _Capitals) -> bool:
    """Whether a capital at the head of a sentence begins a role that no list has.

    "Housecleaner Ann Lee" is one where the article has "housecleaner" as well.
    """
    low, word = words.low[index], words.text[index]
    return (
        low.endswith(lexicon.agent_endings)
        and index in seen.initial
        and low in words.forms
        and word not in seen.inside
        and low not in first_names()
    )


def _is_adjective(word: str) -> bool:
    """Whether a name is but the beginning of a word: "AI-generated"."""
    return word.rpartition("-")[2].islower()


def _beside_cue(words: Words, lexicon: Lexicon, index: int) -> bool:
    """Whether a verb of speech stands beside a word."""
    low, cues = words.low, lexicon.cues
    if index and low[index - 1] in cues:
        return True
    return index + 1 < len(low) and (low[index + 1] in cues or low[index + 1] in lexicon.after)
