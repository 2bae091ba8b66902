"""Words -> pronouns and descriptions ("the minister", "a source close to the family").

A description is a noun phrase whose head can speak, or beside which a cue stands.
"""

from __future__ import annotations

from newsclean.quotes.lexicon import Lexicon
from newsclean.quotes.mentions import Mention, bare, is_role
from newsclean.quotes.words import Words

_MAX_DESCRIPTION = 7


def find_descriptions(
    words: Words, lexicon: Lexicon, names: list[Mention], *, everywhere: bool
) -> list[Mention]:
    """Pronouns and descriptions ("the minister", "a source close to the family") outside quotes."""
    taken = {index for name in names for index in range(name.first - name.title, name.last)}
    near = set(words.paragraph_of) if everywhere else _near_quotes(words)
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
                    mention = mention._replace(first=mention.first - 1)
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
