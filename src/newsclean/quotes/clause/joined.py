"""What leads to a quote by a colon and names nobody: "... and added:", "His verdict:".

The verb behind "and" has the speaker of the quote before it in the sentence; "his" is whom "he"
would mean.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from newsclean.quotes.context.context import VERBS, AttributionContext
from newsclean.quotes.text.lexicon import CueKind

_MAX_VERB_WORDS = 4
"""How far before the colon or comma the verb behind "and" may stand; a guess."""
_MAX_OWNED_WORDS = 4
"""The longest "His final verdict:"; a guess."""
_FINAL = frozenset(".!?…")
_GENITIVE = ("'s", "’s")
_MIN_QUOTE_WORDS = 4
"""A shorter one may be a title or a name: "His answer: Berlin"."""


def joins(context: AttributionContext, number: int) -> bool:
    """Whether "and" and a verb lead from one quote to another: "...," said Lee and added: "..."."""
    words, lexicon = context.words, context.lexicon
    if not number:
        return False
    first = words.quotes[number][0]
    last = words.quotes[number - 1][1]
    if words.sentence[last - 1] != words.sentence[first] or words.text[first - 1] not in ",:":
        return False
    for verb in range(first - 2, max(last, first - 2 - _MAX_VERB_WORDS), -1):
        if context.cue[verb] in VERBS:
            link = verb - 1
            while words.low[link] in lexicon.adverbs - lexicon.links and link > last:
                link -= 1
            told = any(context.cue[at] == CueKind.SPEECH for at in range(last, max(last, link)))
            joined = link > last and words.low[link] in lexicon.links and told
            return joined and not _acts(context, last, link)
    return False


def _acts(context: AttributionContext, begin: int, end: int) -> bool:
    """Whether somebody between two words does something: "while Tom Reed smiled and said"."""
    words, people = context.words, context.people
    first = bisect_left(people.mentions, begin, key=lambda mention: mention.first)
    for mention in people.mentions[first:]:
        at = mention.first - mention.title
        if mention.last >= end:
            break
        if mention.kind != "name" or at <= begin:
            continue
        follows = words.low[mention.last]
        if follows[0].isalpha() and not context.cue[at - 1] and not _is_led(context, at, follows):
            return True
    return False


def _is_led(context: AttributionContext, at: int, follows: str) -> bool:
    """Whether a preposition stands before a name, or one or a conjunction behind it."""
    words, lexicon = context.words, context.lexicon
    led = words.low[at - 1] in lexicon.prepositions - lexicon.subordinators  # "während"
    return led or follows in lexicon.prepositions or follows in lexicon.links


def owner(context: AttributionContext, number: int) -> tuple[int, bool]:
    """The possessive that begins the sentence of a quote: "His verdict: ..."; -1 for none.

    And whether its owner speaks: not in "His lawyer: ...", nor in "His son's answer: ...".
    """
    words, lexicon = context.words, context.lexicon
    first, last = words.quotes[number]
    begin = words.bounds[words.sentence[first]][0]
    begin += words.low[begin] in lexicon.definite  # "la sua promessa"
    if words.text[first - 1] != ":" or words.low[begin] not in lexicon.owned:
        return -1, False
    between = words.low[begin + 1 : first - 1]
    marked = context.marked[number]
    ends = context.text[marked.end - 1], context.text[marked.outer[1] : marked.outer[1] + 1]
    whole = not _FINAL.isdisjoint(ends) and last - first >= _MIN_QUOTE_WORDS + 2
    if not whole or not 0 < len(between) <= _MAX_OWNED_WORDS:
        return -1, False
    plain = all(word[0].isalpha() for word in between) and lexicon.labels.isdisjoint(between)
    if not plain or any(context.cue[begin : first - 1]):
        return -1, False
    # what the mayor is told in "His word to the mayor:" is his own
    head = list(takewhile(lambda word: word not in lexicon.prepositions, between))
    other = any(word in words.roles or word in lexicon.kin for word in head[-1:])
    return begin, not other and not any(word.endswith(_GENITIVE) for word in head)
