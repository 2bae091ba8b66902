"""A description -> its own words, with what belongs to it: "a source close to the family"."""

from __future__ import annotations

from newsclean.quotes.context.context import AttributionContext
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.text.everywhere import everywhere
from newsclean.quotes.text.lexicon import CueKind, Lexicon
from newsclean.quotes.text.words import Words

_GENITIVES = frozenset(["eines", "einer"])
"""German articles in the genitive: "ein Vertreter eines Verbandes"."""
_MAX_DESCRIPTION_WORDS = 14
_MAX_NICKNAME_WORDS = 3


def own_words(context: AttributionContext, mention: Mention) -> str:
    """A description with what belongs to it: "a source close to the family"."""
    words, lexicon = context.words, context.lexicon
    last, apart = mention.last, everywhere("to whom")
    stop = min(
        words.bounds[words.sentence[mention.first]][1], mention.first + _MAX_DESCRIPTION_WORDS
    )
    reach = last
    source = mention.head in lexicon.unnamed and words.low[reach : reach + 1] != []
    inside = source and words.low[reach] in lexicon.within  # "источник в ведомстве"
    about = reach + 1 < stop and words.low[reach] in lexicon.joiners
    about = about and bool(lexicon.owned.get(words.low[reach + 1]))  # "said the mayor of his plan"
    if reach < stop and (about or not (inside or _goes_on(words.low[reach], lexicon))):
        stop = reach
    while reach < stop and words.quote[reach] < 0:
        word = words.low[reach]
        if word == "." and words.low[reach - 1] in lexicon.polite:
            reach += 1  # "Mr."
            continue
        genitive = lexicon.capitals and word in lexicon.definite  # "der Polizei"
        subject = word in lexicon.subjects and not genitive
        if not word[0].isalnum() or context.cue[reach] or subject or word in apart:
            break
        led = words.low[reach - 1] in lexicon.prepositions
        if genitive and word in lexicon.toward and not led:
            break  # "der Sprecher dem Tagesspiegel"
        if word in lexicon.clauses:
            break
        within = word in lexicon.prepositions and word not in lexicon.joiners
        if within and not lexicon.issued.isdisjoint(words.low[reach + 1 : reach + 3]):
            break  # "el sindicato en un comunicado"
        reach += 1
    closed = reach < stop and (words.low[reach] in ",.:" or words.low[reach] in apart)
    closed = closed or (reach < stop and words.low[reach] in lexicon.toward)
    closed = closed or (reach < stop and words.low[reach] in lexicon.prepositions)
    if words.low[reach : reach + 1] == [":"]:
        reach = _before_verb(words, lexicon, mention, reach)
        last = min(last, reach)
    if reach < stop and (context.cue[reach] or closed):
        last = reach
        while last > mention.last and (
            _trails(words.low[last - 1], lexicon)
            or (lexicon.capitals and words.text[last - 1].islower())
        ):
            last -= 1  # "ein Sprecher aus Bonn kurz verlauten"
    end = words.ends[last - 1]
    called = _called(context, mention)
    phrase = " ".join(context.text[words.start(mention.first) : called or end].split())
    if mention.office and words.low[mention.first] != mention.head:
        phrase = " ".join((mention.head, *phrase.split()[1:]))  # "по словам главы Газпрома"
    closed = bool(called) and not phrase[-1].isalnum()
    return phrase[:-1].rstrip(".,") + phrase[-1] if closed else phrase


def _before_verb(words: Words, lexicon: Lexicon, mention: Mention, colon: int) -> int:
    """Where who somebody is ends before a verb that no list has: "a man with a hat (nodded):"."""
    led = lexicon.prepositions | lexicon.joiners | lexicon.particles | lexicon.links
    heads = [at for at in range(mention.first, colon) if words.low[at] == mention.head]
    for at in range(heads[-1] + 1 if heads else colon, colon):
        word = words.text[at]
        past = bool(lexicon.past_endings) and word.endswith(lexicon.past_endings)
        verb = lexicon.capitals and word.endswith("t") and word not in lexicon.stops
        behind = words.low[at + 1]
        last = behind == ":" or behind in lexicon.owners or behind in lexicon.definite
        if word.islower() and last and (past or verb):
            return at
        thing = words.low[at] in lexicon.owners or words.low[at] in lexicon.definite
        if thing and at - 1 > heads[-1] and words.low[at - 1] not in led:
            return at - 1  # "shook his head", "mueve la cabeza"
    return colon


def _called(context: AttributionContext, mention: Mention) -> int:
    """Where marks end that hold what somebody is called: "a man who goes by “Shorty”"; 0."""
    words, lexicon, at = context.words, context.lexicon, mention.last
    end = min(words.bounds[words.sentence[mention.first]][1], at + _MAX_DESCRIPTION_WORDS)
    if at < end and words.text[at] == ",":
        at += 1  # "ein Mann, der sich „Shorty“ nennt"
    if at >= end or not (words.low[at] in lexicon.relatives or _is_told_of(words, lexicon, at)):
        return 0
    while at < end and words.quote[at] < 0:
        if context.cue[at] == CueKind.SPEECH or not words.low[at][0].isalnum():
            return 0
        at += 1
    if at >= end:
        return 0
    first, last = words.quotes[words.quote[at]]
    if last - first - 2 > _MAX_NICKNAME_WORDS:
        return 0
    behind = next((one for one in range(last, end) if not words.text[one].islower()), end)
    closed = lexicon.verb_second and last < behind <= last + _MAX_NICKNAME_WORDS
    # "ein Mann, der sich „Shorty“ nennen lässt"
    return words.ends[behind - 1] if closed else context.marked[words.quote[at]].outer[1]


def _is_told_of(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Whether a participle and a preposition tell of somebody: "a man known to all as “Shorty”"."""
    participle = words.low[at - 1]
    told = participle in everywhere("known as") or participle.endswith(lexicon.passive_endings)
    return told and words.low[at] in lexicon.prepositions


def _trails(word: str, lexicon: Lexicon) -> bool:
    """Whether no phrase ends with a word: "a critic in the" before "comments"."""
    return word in lexicon.adverbs or word in lexicon.stops or word in lexicon.determiners


def _goes_on(word: str, lexicon: Lexicon) -> bool:
    """Whether a description goes on with a word: "of the union", "who saw it"."""
    return (
        word in lexicon.prepositions
        or word in lexicon.joiners
        or word in lexicon.relatives
        or word in lexicon.attached
        or (lexicon.capitals and (word in lexicon.definite or word in _GENITIVES))
    )
