"""Names that are told something -> no speakers: Hungarian "mondta a Déli Lapnak".

A case shows them (Hungarian, Finnish, Turkish) or a preposition ("disse ao Estadão"). They stand
right beside the verb, often with nothing between them and who tells: "mondta a Déli Lapnak Nagy
Anna", "sanoo Anna Niemi Ylelle", "ha detto a Repubblica Anna Rossi".
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.text.lexicon import Lexicon, first_names
from newsclean.quotes.text.words import Words

_MIN_STEM_CHARS = 2
"""The least that is left of a name without the ending: "Ylelle"."""
_MAX_OPENING_WORDS = 6
"""The most words of an opening up to a paper: "In a long interview with"; a guess."""
_PERSON_WORDS = 2
"""The fewest words of a person's name before the one who is told."""


def without_told(
    words: Words, lexicon: Lexicon, names: list[Mention]
) -> tuple[list[Mention], frozenset[int]]:
    """The names that may speak, without those who are told something; and the words of these."""
    names = _without_interviewers(words, lexicon, names)
    if lexicon.toward:
        return _without_led(words, lexicon, names)
    if not lexicon.dative_endings:
        return names, frozenset()
    kept: list[Mention] = []
    told: set[int] = set()
    for name in names:
        at = _told_at(words, lexicon, name)
        if at < 0 or words.quote[name.first] >= 0:
            kept.append(name)
            continue
        first = _where_told_begins(words, lexicon, name, at)
        if first == name.first and not _beside_verb(words, lexicon, name, at):
            kept.append(name)
            continue
        told.update(range(first, at + 1))
        if first > name.first:
            name.last = first
            name.head = words.bare_low(first - 1)
            kept.append(name)
        elif at + 1 < name.last:
            name.first, name.title, name.person = at + 1, 0, None
            kept.append(name)
    return kept, frozenset(told)


def _without_interviewers(words: Words, lexicon: Lexicon, names: list[Mention]) -> list[Mention]:
    """The names without papers, whom somebody talks to: "In an interview with Tatler, the actor".

    They are one word, no first name, named there alone; a comma ends what opens the sentence, and
    behind it nothing says who that is.
    """
    phrases = [
        phrase for phrase in lexicon.interviews if all(map(words.counts.__contains__, phrase))
    ]
    return [name for name in names if not (phrases and _interviews(words, lexicon, name, phrases))]


def _interviews(
    words: Words, lexicon: Lexicon, name: Mention, phrases: Sequence[tuple[str, ...]]
) -> bool:
    """Whether one of the phrases leads to a name, before which its sentence has no subject."""
    low, begin = words.low, name.first - name.title
    if name.person or words.text[name.last : name.last + 1] != [","]:
        return False
    if name.last - begin > 1 or low[begin] in first_names() or words.counts[low[begin]] > 1:
        return False
    if _is_explained(words, lexicon, name.last + 1):
        return False
    article = low[begin - 1] in lexicon.definite
    end = begin - article
    led = [end - len(one) for one in phrases if tuple(low[max(0, end - len(one)) : end]) == one]
    first = words.bounds[words.sentence[name.first]][0]
    if not led or begin - first > _MAX_OPENING_WORDS:
        return False
    return first in led or low[first] in lexicon.prepositions or words.text[min(led) - 1] == ","


def _is_explained(words: Words, lexicon: Lexicon, begin: int) -> bool:
    """Whether somebody is told of behind a comma: "with Quist, a potter", "with Quist, who"."""
    low = words.low
    opens = low[begin : begin + 1]
    if not lexicon.relatives.isdisjoint(opens) or not lexicon.indefinite.isdisjoint(opens):
        return True
    for at in range(begin, min(len(low), begin + _MAX_OPENING_WORDS)):
        if low[at] in lexicon.cues:
            return False
        if low[at] in ",.":
            return True
    return False


def _without_led(
    words: Words, lexicon: Lexicon, names: list[Mention]
) -> tuple[list[Mention], frozenset[int]]:
    """The same where a preposition leads to who is told. A person of these may speak elsewhere."""
    kept: list[Mention] = []
    told: set[int] = set()
    givens = first_names()
    for name in names:
        begin = name.first - name.title
        at = begin - 1
        while at > 0 and words.low[at] in lexicon.definite and words.low[at] not in lexicon.toward:
            at -= 1
        led = at > 0 and words.low[at] in lexicon.toward and words.quote[at] < 0
        if not led or not _behind_verb(words, lexicon, at):
            kept.append(name)
            continue
        given = range(begin + 1, name.last - 1)
        first = next((one for one in given if words.low[one] in givens), name.last)
        whole = words.low[begin] in givens or name.title > 0
        first = name.last if whole else first
        told.update(range(at, first))
        if first < name.last:
            name.first, name.title, name.person = first, 0, True
            name.gender = givens[words.low[first]].replace("u", "")
            kept.append(name)
        elif whole:
            kept.append(name)
    return kept, frozenset(told)


def _behind_verb(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Whether a verb of speech stands right before a word, but for adverbs."""
    before = at - 1
    while before >= 0 and words.low[before] in lexicon.adverbs:
        before -= 1
    return before >= 0 and words.low[before] in lexicon.cues and words.quote[before] < 0


def _told_at(words: Words, lexicon: Lexicon, name: Mention) -> int:
    """The last word of a name that is in the case of who is told; -1 for none."""
    for at in range(name.last - 1, name.first - 1, -1):
        word = words.text[at].replace("’", "'")
        ending = next((one for one in lexicon.dative_endings if word.endswith(one)), "")
        if ending and len(word) - len(ending) >= _MIN_STEM_CHARS:
            foreign = at > name.first and words.low[at - 1] in lexicon.particles  # "de Gaulle"
            named = foreign or words.low[at] in first_names()
            return -1 if named or _only_looks_so(words, lexicon, name, at, ending) else at
    return -1


def _only_looks_so(words: Words, lexicon: Lexicon, name: Mention, at: int, ending: str) -> bool:
    """Whether a family name looks like a case: "mondta Vanek Péter", "sanoo Ville Salle".

    It is one of two words right behind the verb or an office, and the other is a first name.
    """
    likely = lexicon.family_first or bool(lexicon.genitive_endings)
    if not likely or name.last - name.first != _PERSON_WORDS:
        return False
    before = name.first - name.title - 1
    told = before >= 0 and words.low[before] in lexicon.cues
    office = name.title > 0 or (before >= 0 and words.low[before] in words.roles)
    if not (told or office) or words.low[at].removesuffix(ending) in words.counts:
        return False
    other = name.first if at > name.first else at + 1
    known = words.low[other] in first_names()
    return known or (lexicon.family_first and words.counts[words.low[other]] > 1)


def _where_told_begins(words: Words, lexicon: Lexicon, name: Mention, at: int) -> int:
    """Where who is told begins, behind a person's first and family name: "Anna Niemi Ylelle"."""
    given = words.low[name.first] in first_names()
    if not given or at - name.first < _PERSON_WORDS or at + 1 < name.last:
        return name.first
    endings = lexicon.genitive_endings
    two = not endings or words.low[at - 1].endswith(endings)  # "Helsingin Sanomille"
    return at - 1 if two and at - 1 - name.first >= _PERSON_WORDS else at


def _beside_verb(words: Words, lexicon: Lexicon, name: Mention, at: int) -> bool:
    """Whether a verb of speech stands before or behind who is told, or right before who tells."""
    if words.low[name.last : name.last + 1] and words.low[name.last] in lexicon.after:
        return False  # "Ayşe Demir'e göre"
    low = words.low
    skipped = lexicon.adverbs | lexicon.determiners | lexicon.subjects
    before = name.first - name.title - 1
    while before >= 0 and low[before] in skipped:
        before -= 1
    if before >= 0 and low[before] in lexicon.cues and words.quote[before] < 0:
        return True
    after = at + 1
    while after < len(low) and (low[after] in lexicon.adverbs or words.quote[after] >= 0):
        after = words.quotes[words.quote[after]][1] if words.quote[after] >= 0 else after + 1
    return after < len(low) and low[after] in lexicon.cues
