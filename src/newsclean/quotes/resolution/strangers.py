"""Pronouns -> somebody without a name whom the text before them is about: "a neighbour".

"One wholesaler, who asked not to be named, sees it coming. "...," he says. ... "...," he adds."
"""

from __future__ import annotations

from typing import NamedTuple

from newsclean.quotes.context.context import AttributionContext
from newsclean.quotes.context.voices import NOT_KNOWN, Speaker, Voices
from newsclean.quotes.resolution.told_of import sentence_before
from newsclean.quotes.text.morphology import is_role

STRANGER, SPEAKS_ON = 0.8, 0.66
"""How sure it is that "he" is "a wholesaler" of the sentence before, or one who spoke since anybody
was named; guesses."""
_MAX_SENTENCES_BACK = 8
"""How far before a pronoun one without a name is sought: a bound on the time."""
_MAX_PHRASE_WORDS = 6
"""The most words from the article to the noun: "a long-standing British wholesaler"; a guess."""


class _Phrase(NamedTuple):
    """A person without a name at the head of a sentence."""

    first: int
    head: int


def stranger_before(context: AttributionContext, word: int, gender: str) -> Speaker | None:
    """Whom the sentence before `word`, a pronoun or a verb, begins with, if that has no name."""
    words, people, lexicon = context.words, context.people, context.lexicon
    sentence = sentence_before(context, word)
    phrase = _phrase(context, sentence) if sentence >= 0 else None
    if phrase is None and sentence >= 0:
        phrase = _behind_opening(context, sentence)
    if phrase is None or words.low[phrase.head + 1] in lexicon.passives:
        return None  # "A man was killed."
    for place in context.by_sentence.get(sentence, ()):
        which, name = people.entity_of[place], people.mentions[place]
        if which < 0 or phrase.first < name.first < phrase.head:
            continue
        person = people.entities[which].person
        led = words.low[name.first - 1] in lexicon.prepositions  # "a bakery on Depot"
        led = led or name.last < phrase.first  # "Just past Stoke, a boy stood up"
        if person or (person is None and not led):
            return None
    head = words.low[phrase.head]
    own = lexicon.roles.get(head, "")
    if gender and own and own != gender:
        return None
    text = " ".join(context.text[words.start(phrase.first) : words.ends[phrase.head]].split())
    return Speaker(-1, text, head, person=True, gender=own or gender)


def _phrase(context: AttributionContext, sentence: int) -> _Phrase | None:
    """An indefinite article and what a person can be, as the first words of a sentence."""
    begin, end = context.words.bounds[sentence]
    head = _head_of(context, begin, end)
    return _Phrase(begin, head) if head >= 0 else None


def _behind_opening(context: AttributionContext, sentence: int) -> _Phrase | None:
    """The same behind a few words and a comma: "Somewhere past Stoke, a boy stood up."."""
    words = context.words
    begin, end = words.bounds[sentence]
    comma = next((at for at in range(begin, end) if words.text[at] == ","), end)
    head = _head_of(context, comma + 1, end) if comma - begin <= _MAX_PHRASE_WORDS else -1
    closed = head >= 0 and words.text[head + 1] == "," and head + 2 < end
    if closed and not _is_who(context, head + 2):
        return None  # "For Renard, a cook, it was late"
    return _Phrase(comma + 1, head) if head >= 0 else None


def _is_who(context: AttributionContext, at: int) -> bool:
    """Whether a word is "who", if with a verb: "who'd"."""
    return context.words.low[at].replace("’", "'").partition("'")[0] in context.lexicon.relatives


def _head_of(context: AttributionContext, begin: int, end: int) -> int:
    """The noun of an indefinite article that begins at a word, if it is a person; -1."""
    words, lexicon = context.words, context.lexicon
    opens = words.low[begin] if begin < end else ""
    if opens not in lexicon.indefinite or opens in lexicon.plural:
        return -1
    for at in range(begin + 1, min(begin + _MAX_PHRASE_WORDS, end - 1)):
        low = words.low[at]
        if words.quote[at] >= 0 or not low[0].isalnum() or low in lexicon.stops:
            return -1
        known = low in lexicon.strangers or low in lexicon.kin or is_role(low, lexicon)
        if known and not is_role(words.low[at + 1], lexicon):
            return at
    return -1


def speaks_on(
    context: AttributionContext, place: int, word: int, found: int, gender: str, spoken: Voices
) -> tuple[Speaker, float] | None:
    """The one without a name who spoke last, where `found` was not named since.

    `word` is the pronoun or the verb, and `place` the first mention from there on. Nobody is given
    where the sentence before is of another one without a name.
    """
    if not _has_last_word(context, place, found, gender, spoken):
        return None
    sentence = sentence_before(context, word)
    another = sentence >= 0 and _phrase(context, sentence) is not None
    return (NOT_KNOWN, 0.0) if another else (spoken.last, SPEAKS_ON)


def _has_last_word(
    context: AttributionContext, place: int, found: int, gender: str, spoken: Voices
) -> bool:
    """Whether the last voice has no name, may be meant, and spoke since `found` was named."""
    voice = spoken.last
    opening = voice.text.partition(" ")[0].lower()
    if voice.entity >= 0 or not voice.person or opening not in context.lexicon.indefinite:
        return False
    if gender and voice.gender and voice.gender != gender:
        return False
    words, people = context.words, context.people
    mentions = people.entities[found].mentions if found >= 0 else []
    here = max(0, min(place, len(people.mentions) - 1))
    paragraph = words.paragraph_of[words.sentence[people.mentions[here].first]]
    if paragraph - voice.paragraph > 1:
        return False
    return not any(
        words.paragraph_of[words.sentence[people.mentions[at].first]] >= voice.paragraph
        and words.quote[people.mentions[at].first] < 0
        for at in mentions
        if at < place
    )


def passes_by(context: AttributionContext, word: int, found: int, gender: str) -> bool:
    """Whether somebody without a name is told of since `found` was named.

    In this paragraph or the one before: "The treasurer, a woman of forty, paid. ..., she says."
    """
    words, people = context.words, context.people
    here = words.sentence[word]
    if _opens_on_another(context, here, found, gender) or _is_beside(context, word, found):
        return True
    for sentence in range(here - 1, max(-1, here - 1 - _MAX_SENTENCES_BACK), -1):
        if context.narrated[here][1] - context.narrated[sentence][1] > 1:
            break
        begin, end = words.bounds[sentence]
        if any(people.entity_of[one] == found for one in context.by_sentence.get(sentence, ())):
            return False
        comma = next((at for at in range(begin, end) if words.text[at] == ","), end)
        opens = [begin, comma + 1] if comma - begin <= _MAX_PHRASE_WORDS else [begin]
        for first in opens:
            head = _head_of(context, first, end)
            own = context.lexicon.roles.get(words.low[head], "") if head >= 0 else ""
            done = head >= 0 and words.low[head + 1] in context.lexicon.passives
            if head >= 0 and not done and not (own and gender and own != gender):
                return True
    return False


def _is_beside(context: AttributionContext, word: int, found: int) -> bool:
    """Whether the sentence before tells where another is: "Next to Ann Lee stood a boy."."""
    words, people, lexicon = context.words, context.people, context.lexicon
    sentence = sentence_before(context, word)
    if sentence < 0:
        return False
    begin, end = words.bounds[sentence]
    names = [
        people.mentions[one]
        for one in context.by_sentence.get(sentence, ())
        if people.entity_of[one] == found
    ]
    if not names or any(context.cue[begin:end]):
        return False
    led = words.low[names[0].first - names[0].title - 1] in lexicon.prepositions
    return led and any(
        words.text[at - 1] != "," and _head_of(context, at, end) >= 0  # not "For Ann Lee, a singer"
        for at in range(names[-1].last, end)
    )


def _opens_on_another(context: AttributionContext, here: int, found: int, gender: str) -> bool:
    """Whether a paragraph has a stranger right before a pronoun's sentence, and `found` nowhere.

    Nor anybody else: "This user made fun of it. ..., he wrote", "It reminded one user of a film."
    """
    words, people, lexicon = context.words, context.people, context.lexicon
    sentence = here - 1
    while sentence >= 0 and words.paragraph_of[sentence] == words.paragraph_of[here]:
        for place in context.by_sentence.get(sentence, ()):
            mention, which = people.mentions[place], people.entity_of[place]
            led = words.low[mention.first - mention.title - 1] in lexicon.prepositions
            other = which >= 0 and people.entities[which].person and not led
            if mention.kind == "pronoun" or which == found or other:
                return False
        sentence -= 1
    begin, end = words.bounds[here - 1]
    for at in range(begin + 1, end if sentence < here - 1 else begin):
        low = words.low[at]
        if low not in lexicon.strangers or words.quote[at] >= 0:
            continue
        own = lexicon.roles.get(low, "")
        opens = words.low[at - 1] in lexicon.determiners - lexicon.owners
        led = at - 2 >= begin and words.low[at - 2] in lexicon.prepositions
        if opens and not led and not (own and gender and own != gender):
            return True
    return False
