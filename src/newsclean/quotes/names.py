"""Words -> names.

No model of named entities: runs of capitals, the honorifics and roles around them, first names,
and where else in the article a word stands with or without its capital.
"""

from __future__ import annotations

from itertools import compress
from operator import itemgetter

from newsclean.quotes.lexicon import Lexicon, first_names, name_suffixes
from newsclean.quotes.mentions import Mention, bare, is_body, is_role
from newsclean.quotes.words import Words

_MAX_RUN = 9
_OPENING = frozenset("\"“„«»‘'([—–-:•*…")


def find_names(words: Words, lexicon: Lexicon) -> list[Mention]:
    """The names in an article, outside and inside quotes, in order."""
    return _names(words, lexicon, _runs(words, lexicon))


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
    for first in compress(range(size), map(str.isupper, map(itemgetter(0), text))):
        word = text[first]
        if first < index or (word[0] == "I" and word[1:2] in ("'", "’")):
            continue
        index = first + 1
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
    while head > name and low[head] in name_suffixes():
        head -= 1
    return Mention(name, last, "name", gender, person, bare(low[head]), name - first)


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
