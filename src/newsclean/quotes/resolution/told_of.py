"""Quotes and descriptions -> the person whom the last sentence before them is about."""

from __future__ import annotations

from bisect import bisect_left

from newsclean.quotes.context.context import AttributionContext, modifies, relation_of
from newsclean.quotes.context.voices import Voices
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.mentions.nominative import declines, nominative
from newsclean.quotes.resolution.salience import SPEAKING, opens
from newsclean.quotes.text.everywhere import everywhere

_MAX_WORDS_BETWEEN = 6
"""The most words between two names that "and" joins, ages and offices included; a guess."""
_MAX_SENTENCES_BACK = 12
"""How many sentences of a paragraph are looked at for others who are named: a bound on the time."""


def sentence_before(context: AttributionContext, word: int) -> int:
    """The last sentence before that of a word that is not all quote, if it is near; -1."""
    words = context.words
    here = words.sentence[word]
    told = context.narrated[here][0]
    sentence = here - 1
    while sentence >= 0 and context.narrated[sentence][0] == told:
        sentence -= 1
    near = sentence >= 0 and words.paragraph_of[here] - words.paragraph_of[sentence] <= 1
    return sentence if near else -1


def told_of_before(context: AttributionContext, word: int) -> int:
    """The person who is the subject of the last sentence before a quote's verb; -1 for none."""
    sentence = sentence_before(context, word)
    if sentence < 0:
        return -1
    found = _subject(context, sentence)
    return found if found >= 0 else _only_named(context, sentence, context.words.sentence[word])


def _only_named(context: AttributionContext, sentence: int, here: int) -> int:
    """The one person named in a paragraph, by a name in the case of a subject; -1 for none.

    "Zachráncem byl instruktor Jan Malý. ..., popsal.": any other case would show in the name.
    """
    words, people, language = context.words, context.people, context.lexicon.language
    paragraph = words.paragraph_of[here]
    if not declines(language) or words.paragraph_of[sentence] != paragraph:
        return -1
    first = sentence
    last = max(0, sentence - _MAX_SENTENCES_BACK)
    while first > last and words.paragraph_of[first - 1] == paragraph:
        first -= 1
    named = {
        people.entity_of[place]: place
        for one in range(first, here)
        for place in context.by_sentence.get(one, ())
        if people.mentions[place].kind == "name" and people.entity_of[place] >= 0
        if people.entities[people.entity_of[place]].person is not False
    }
    if len(named) != 1:
        return -1
    which, place = named.popitem()
    mention = people.mentions[place]
    name = tuple(words.text[mention.first : mention.last])
    led = words.low[mention.first - mention.title - 1] in context.lexicon.prepositions
    related = words.low[mention.first - 1] in context.lexicon.kin
    subject = len(name) > 1 and nominative(name, language) == name and not (led or related)
    return which if subject and people.entities[which].person else -1


def _subject(context: AttributionContext, sentence: int) -> int:
    """The person whose name, the first of a sentence, begins it; -1 for none."""
    words, people = context.words, context.people
    begin = words.bounds[sentence][0]
    for place in context.by_sentence.get(sentence, ()):
        mention, which = people.mentions[place], people.entity_of[place]
        if mention.kind == "name" and which >= 0 and people.entities[which].person:
            first = mention.first - begin  # "Anwalt, Jan Ott", "Su abogada, Ana Ruiz"
            explained = first in (2, 3) and words.text[mention.first - 1] == ","
            return which if explained or opens(context, mention) else -1
    return -1


def told_about(context: AttributionContext, word: int, found: int, spoken: Voices) -> bool:
    """Whether the last that stands of somebody before a verb is behind a preposition.

    "La alcaldesa cargó contra Pablo Ruiz. ..., zanjó.": about whom it is said.
    """
    words, people, lexicon = context.words, context.people, context.lexicon
    here = words.paragraph_of[words.sentence[word]]
    if spoken.last.entity == found and here - spoken.last.paragraph <= 1:
        return False
    places = people.entities[found].mentions
    at = bisect_left(places, word, key=lambda place: people.mentions[place].first) - 1
    while at >= 0 and words.quote[people.mentions[places[at]].first] >= 0:
        at -= 1
    if at < 0 or relation_of(context, places[at])[0] in SPEAKING:
        return False
    sentence = words.sentence[people.mentions[places[at]].first]
    if words.low[words.bounds[sentence][0]] in lexicon.indefinite:
        return False  # "Un juez absolvió a Pablo Ruiz. ..., dijo."
    for place in context.by_sentence.get(sentence, ()):
        if people.entity_of[place] != found:
            continue
        lead = people.mentions[place].first - people.mentions[place].title - 1
        while lead >= 0 and (
            words.quote[lead] >= 0 or words.low[lead] in words.roles | lexicon.definite
        ):
            lead -= 1  # "del «canciller» Ruiz"
        last = people.mentions[place].last
        behind = lexicon.verb_last and not everywhere("bearing").isdisjoint(
            words.low[last : last + 1]
        )
        behind = behind and last + 1 not in context.starts  # "Ayşe Demir ile görüştü"
        if not behind and (lead < 0 or words.low[lead] not in lexicon.prepositions):
            return False
    return True


def _is_one_of_two(context: AttributionContext, named: dict[int, int], found: int) -> bool:
    """Whether "and" joins another to somebody: "Ann Lee, 25, and Tom Reed, 25, left"."""
    words, mentions = context.words, context.people.mentions
    begin = mentions[named[found]].last
    behind = (mentions[at].first - mentions[at].title for at in named.values())
    first = min((at for at in behind if at >= begin), default=begin)
    links = context.lexicon.links.intersection(words.low[begin:first])
    return bool(links) and first - begin <= _MAX_WORDS_BETWEEN


def who_is_told_of(context: AttributionContext, mention: Mention) -> int:
    """Whom "the senator" means where the article says of nobody that this is what they are; -1.

    "Ann Lee was the first to speak. ..., the senator said": the subject of the sentence before.
    """
    words, people, lexicon = context.words, context.people, context.lexicon
    sentence = sentence_before(context, mention.first)
    if sentence < 0:
        return -1
    gender = mention.gender or lexicon.articles.get(words.low[mention.first], "")
    named: dict[int, int] = {}
    for place in context.by_sentence.get(sentence, ()):
        other, which = people.mentions[place], people.entity_of[place]
        if other.kind == "description" and other.head == mention.head:
            return -1  # "He described it to the driver. ..., the driver said"
        person = other.kind == "name" and which >= 0 and people.entities[which].person
        owned = words.low[other.last - 1] in words.bares
        if person and not owned and not modifies(context, place):
            named.setdefault(which, place)
    fits = {one for one in named if {gender, people.entities[one].gender} != {"m", "f"}}
    found = _subject(context, sentence) if fits else -1
    return found if found in fits and not _is_one_of_two(context, named, found) else -1
