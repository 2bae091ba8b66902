"""Words -> mentions: every name, pronoun and description that a speaker could be read from.

No model of named entities: runs of capitals, the honorifics and roles around them, first names,
and where else in the article a word stands with or without its capital.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from newsclean.quotes.lexicon import Lexicon, first_names
from newsclean.quotes.words import Words

Kind = Literal["name", "pronoun", "description"]
_MAX_RUN = 9
_MAX_DESCRIPTION = 7
SUFFIXES = frozenset({"jr", "sr", "snr", "jnr", "ii", "iii", "iv", "md", "phd", "."})
"""What may follow a family name."""
_OPENING = frozenset("\"“„«»‘'([—–-:•*…")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` to `last` (exclusive) that name, or stand for, somebody."""

    first: int
    last: int
    kind: Kind
    gender: str = ""
    """m, f, p (plural), i (the one who speaks), n (a thing), or "" where nothing tells."""
    person: bool | None = None
    head: str = ""
    """The noun of a description; the last word of a name, in lower case."""
    title: int = 0
    """How many words before `first` are honorifics or roles with a capital."""
    definite: bool = True


def find_mentions(words: Words, lexicon: Lexicon, *, everywhere: bool = False) -> list[Mention]:
    """All names, and the pronouns and descriptions near quotes or `everywhere`, in order."""
    runs = _runs(words, lexicon)
    names = _names(words, lexicon, runs)
    taken = {index for name in names for index in range(name.first - name.title, name.last)}
    near = set(words.paragraph_of) if everywhere else _near_quotes(words)
    others = _others(words, lexicon, taken, near)
    return sorted(names + others, key=lambda mention: (mention.first, mention.last))


def bare(word: str) -> str:
    """A word without the genitive's "'s"."""
    return word[:-2] if word.endswith(("’s", "'s", "’S", "'S")) else word


def _initial(words: Words, index: int) -> bool:
    """Whether a word has its capital from its place: first in a sentence, a quote, a line."""
    if words.bounds[words.sentence[index]][0] == index:
        return True
    before = words.text[index - 1]
    return before in _OPENING or before in ".!?"


def _runs(words: Words, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Stretches of words with a capital, joined over particles and initials."""
    text, low, start, end, quote = words.text, words.low, words.start, words.end, words.quote
    size = len(text)
    honorifics, particles = lexicon.honorifics, lexicon.particles
    found: list[tuple[int, int]] = []
    index = 0
    while index < size:
        word = text[index]
        if not word[0].isupper() or (word[0] == "I" and word[1:2] in ("'", "’")):
            index += 1
            continue
        first, index = index, index + 1
        if len(word) == 2 and word[1] == "." and first and text[first - 1].islower():
            continue
        while index < size and index - first < _MAX_RUN:
            if quote[index] != quote[first]:
                break
            if text[index - 1] != bare(text[index - 1]) and low[index] not in lexicon.groups:
                break  # but "the Sheriff's Office"
            gap = start[index] - end[index - 1]
            following = text[index]
            if following[0].isupper() and gap == 1:
                index += 1
            elif (
                following == "."
                and gap == 0
                and index + 1 < size
                and text[index + 1][0].isupper()
                and start[index + 1] - end[index] == 1
                and (low[index - 1] in honorifics or len(text[index - 1]) == 1)
            ):
                index += 2
            elif gap == 1 and low[index] in particles and following.islower():
                reach = index + 1
                while reach < size and reach < index + 3 and low[reach] in particles:
                    reach += 1
                if reach >= size or not text[reach][0].isupper() or quote[reach] != quote[first]:
                    break
                if not _joins(words, lexicon, first, index):
                    break
                index = reach + 1
            else:
                break
        found.append((first, index))
    return found


def _joins(words: Words, lexicon: Lexicon, first: int, at: int) -> bool:
    """Whether the particle at `at` goes on with a name: always "de", after a body only "of"."""
    low = words.low
    word = low[at]
    if word not in lexicon.joiners and word not in lexicon.links:
        return not lexicon.capitals or low[at - 1] in first_names()
    if word in lexicon.links and not any(low[i] in lexicon.joiners for i in range(first, at)):
        return False
    return any(low[index] in lexicon.groups for index in range(first, at))


def _names(words: Words, lexicon: Lexicon, runs: list[tuple[int, int]]) -> list[Mention]:
    """The runs that are names, without the honorifics, roles and adjectives before them."""
    text, low = words.text, words.low
    seen = set(text)
    inside = {
        bare(text[index])
        for first, last in runs
        for index in range(first if not _initial(words, first) else first + 1, last)
    }
    known: set[str] = set()
    found: list[Mention] = []
    doubtful: list[int] = []
    givens = first_names()
    for first, last in runs:
        start = first
        while start < last and _is_filler(words, lexicon, start, last):
            start += 1
        if start == last:
            continue
        if is_role(low[last - 1], lexicon) and _after_determiner(words, lexicon, start):
            continue
        mention = _parse(words, lexicon, start, last, givens, inside)
        if mention is None:
            continue
        size = mention.last - mention.first
        if size > 1:
            word = low[mention.first]
            plain = lexicon.capitals and not (mention.person or word in givens)
            if plain and words.quote[mention.first] >= 0:
                continue
            if plain and bare(low[mention.last - 1]).endswith(lexicon.noun_endings):
                continue
            if plain and _after_determiner(words, lexicon, mention.first):
                mention = Mention(
                    mention.first, mention.last, "name", "", person=False, head=mention.head
                )
            known.add(bare(text[mention.last - 1]))
            if low[mention.first] in givens:
                known.add(text[mention.first])
            found.append(mention)
        elif mention.person or mention.title:
            known.add(bare(text[mention.first]))
            found.append(mention)
        else:
            doubtful.append(len(found))
            found.append(mention)
    drop = {
        place
        for place in doubtful
        if not _is_single_name(words, lexicon, found[place], seen, inside, known)
    }
    return [mention for place, mention in enumerate(found) if place not in drop]


def _is_filler(words: Words, lexicon: Lexicon, index: int, last: int) -> bool:
    """Whether a capital at the head of a run is no part of a name ("But Trump", "On Monday")."""
    word = bare(words.low[index])
    if word in lexicon.never or word in lexicon.definite:
        return True
    if not _initial(words, index):
        return False
    if word in lexicon.stops or word in lexicon.indefinite or word in lexicon.owners:
        return True
    return (
        word in lexicon.adverbs
        or word in lexicon.pronouns
        or word in lexicon.cues
        or (word in lexicon.common and word not in first_names() and index < last)
    )


def _parse(
    words: Words,
    lexicon: Lexicon,
    first: int,
    last: int,
    givens: dict[str, str],
    inside: set[str],
) -> Mention | None:
    """Splits a run into what stands before the name and the name itself."""
    low = words.low
    if last - first == 1:
        word = words.text[first]
        body = (word.isupper() and len(word) > 1) or is_body(low[first], lexicon)
        own = "" if body else givens.get(low[first], "")
        gender = own if own != "u" else ""
        return Mention(first, last, "name", gender, False if body else None, bare(low[first]))
    name = first
    gender = ""
    person: bool | None = None
    bodies = [index for index in range(first + 1, last) if is_body(low[index], lexicon)]
    for index in range(bodies[-1] + 1 if bodies else first, last - 1):
        word = low[index]
        role = lexicon.honorifics.get(word, lexicon.roles.get(word))
        if role is None and is_role(word, lexicon):
            role = ""
        if role is not None:
            name, gender, person = index + 1, role or gender, True
            if name < last - 1 and words.text[name] == ".":
                name += 1
    if low[last - 1] in lexicon.honorifics and last - 1 > first and person and name == last - 1:
        return None
    for index in range(name, last):
        given = givens.get(low[index])
        if given is None:
            continue
        if any(is_body(low[at], lexicon) for at in range(index, last)):
            break
        known = any(words.text[at] in inside for at in range(name, index))
        strips = not person and (lexicon.capitals or (_initial(words, name) and not known))
        if last - index > 1:
            person = True
            name = index if strips else name
        if last - index > 1 or index == first or person:
            gender = gender or (given if given != "u" else "")
        break
    if person is None and (
        any(is_body(low[at], lexicon) for at in range(name, last))
        or (last - name == 1 and words.text[name].isupper() and len(words.text[name]) > 1)
    ):
        person = False
    head = last - 1
    while head > name and low[head] in SUFFIXES:
        head -= 1
    return Mention(name, last, "name", gender, person, bare(low[head]), name - first)


def is_body(word: str, lexicon: Lexicon) -> bool:
    """Whether a word in a name says that it is no person's: "Council", "Bay"."""
    return bare(word) in lexicon.bodies


def is_role(word: str, lexicon: Lexicon) -> bool:
    """Whether a word names what a person can be; German by its ending ("SPD-Politiker")."""
    if word in lexicon.roles:
        return True
    if "-" in word and word.rsplit("-", 1)[-1] in lexicon.roles:
        return True
    return bool(lexicon.role_endings) and word.endswith(lexicon.role_endings)


def _after_determiner(words: Words, lexicon: Lexicon, index: int) -> bool:
    if index == 0:
        return False
    before = words.low[index - 1]
    return before in lexicon.definite or before in lexicon.indefinite or before in lexicon.owners


def _is_single_name(
    words: Words,
    lexicon: Lexicon,
    mention: Mention,
    seen: set[str],
    inside: set[str],
    known: set[str],
) -> bool:
    """Whether one word with a capital, without any title, is a name."""
    index = mention.first
    low = bare(words.low[index])
    word = bare(words.text[index])
    if low in lexicon.never or low in lexicon.adverbs or len(word) < 2:
        return False
    if word in known:
        return True
    before = words.low[index - 1] if index else ""
    after = words.low[index + 1] if index + 1 < len(words.low) else ""
    beside = before in lexicon.cues or after in lexicon.cues or after in lexicon.after
    if lexicon.capitals:
        if low in lexicon.groups or is_role(low, lexicon) or low.endswith(lexicon.noun_endings):
            return False
        return word.isupper() or (beside and not _after_determiner(words, lexicon, index))
    if is_role(low, lexicon) and not beside:
        return False
    if not _initial(words, index):
        return True
    if low in seen:
        return False
    return word in inside or beside or after in lexicon.weak


def _others(words: Words, lexicon: Lexicon, taken: set[int], near: set[int]) -> list[Mention]:
    """Pronouns and descriptions ("the minister", "a source close to the family") outside quotes."""
    found: list[Mention] = []
    low, text, quote = words.low, words.text, words.quote
    pronouns, definite = lexicon.pronouns, lexicon.definite
    openers = definite | lexicon.indefinite | lexicon.owners
    for sentence, (begin, end) in enumerate(words.bounds):
        if words.paragraph_of[sentence] not in near:
            continue
        index = begin
        while index < end:
            word = low[index]
            if quote[index] >= 0 or (index in taken and bare(word) == word):
                index += 1
                continue
            if word in pronouns and (len(word) == 1 or not text[index].isupper()):
                gender = pronouns[word]
                found.append(Mention(index, index + 1, "pronoun", gender, gender != "n", word))
                if word not in definite:
                    index += 1
                    continue
            opens = word in openers or index in taken
            if (
                opens
                or word in lexicon.plural
                or (text[index][0].isupper() and is_role(word, lexicon))
            ):
                mention = _description(words, lexicon, index, taken, opens=opens)
                while mention is not None and mention.first - 1 in taken and index in taken:
                    mention = replace(mention, first=mention.first - 1)
                if mention is not None:
                    found.append(mention)
                    index = mention.last
                    continue
            index += 1
    return found


def _near_quotes(words: Words) -> set[int]:
    """The paragraphs whose pronouns and descriptions may matter: quotes, and what leads to them."""
    return {
        words.paragraph_of[words.sentence[first]] + step
        for first, _ in words.quotes
        for step in (-3, -2, -1, 0, 1)
    }


def _capital(words: Words, index: int) -> bool:
    return words.text[index][0].isupper()


def _description(
    words: Words, lexicon: Lexicon, index: int, taken: set[int], *, opens: bool
) -> Mention | None:
    """The noun phrase that begins at `index`, if its head can speak or a cue stands beside it."""
    low, text, quote = words.low, words.text, words.quote
    reach = index + 1 if opens else index
    limit = min(len(low), reach + _MAX_DESCRIPTION)
    begin = reach
    while reach < limit and quote[reach] < 0:
        word = low[reach]
        if (word in lexicon.stops and reach not in taken) or not text[reach][0].isalnum():
            break
        if reach > begin and (
            word in lexicon.cues
            or word in lexicon.definite
            or word in lexicon.adverbs
            or word.partition("’")[0].partition("'")[0] in lexicon.subjects
        ):
            break
        if (
            lexicon.capitals
            and reach > begin
            and _capital(words, reach - 1)
            and not _capital(words, reach)
        ):
            break
        reach += 1
    if reach == begin:
        return None
    if (reach - 1) in taken and not is_role(low[reach - 1], lexicon):
        return None
    head, at = low[reach - 1], reach - 1
    for place in range(reach - 1, begin - 1, -1):
        if is_role(low[place], lexicon) or low[place] in lexicon.groups:
            head, at = low[place], place
            break
    role = is_role(head, lexicon)
    group = head in lexicon.groups
    if index in taken and not role:
        return None
    if not (role or group) and not _beside_cue(words, lexicon, index, reach):
        return None
    if lexicon.capitals and not (role or group) and not _capital(words, at):
        return None
    plural = head in lexicon.plural
    gender = "p" if plural else lexicon.roles.get(head, "") if role else "n" if group else ""
    person = True if role or plural else False if group else None
    definite = opens and low[index] not in lexicon.indefinite
    return Mention(index, reach, "description", gender, person, bare(head), 0, definite)


def _beside_cue(words: Words, lexicon: Lexicon, first: int, last: int) -> bool:
    low = words.low
    after = low[last] if last < len(low) else ""
    before = low[first - 1] if first else ""
    return (after in lexicon.cues or before in lexicon.cues or after in lexicon.after) or (
        first > 1 and (low[first - 2], before) in lexicon.sources
    )
