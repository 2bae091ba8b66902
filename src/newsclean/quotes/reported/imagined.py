"""Speech that nobody spoke: what one might say, or is told to say.

"You could say: ...", "Instead, say: ...".
"""

from __future__ import annotations

from newsclean.quotes.context.context import AttributionContext
from newsclean.quotes.text.lexicon import CueKind

_MAX_LEAD_WORDS = 8
"""How far before a quote the verb may stand; a guess."""
_MAX_BEFORE_COMMA = 4
"""The most words before an imperative, its comma among them: "For instance, say"."""
_MAX_BEFORE_VERB = 3
"""How many words before the verb its subject and modal are sought."""


def is_imagined(context: AttributionContext, begin: int, first: int) -> bool:
    """Whether the clause between `begin` and a quote at `first` asks for its words, or thinks them.

    The subject is the reader ("you could say"), or there is none ("Instead, say something like").
    """
    words, lexicon = context.words, context.lexicon
    low = words.low
    if first - 1 <= begin or low[first - 1] not in (",", ":", *lexicon.likenesses):
        return False
    for at in range(first - 2, max(begin, first - _MAX_LEAD_WORDS) - 1, -1):
        if words.quote[at] >= 0:
            return False
        if low[at] in lexicon.imperatives:
            return _is_asked(context, begin, at)
        if context.cue[at] >= CueKind.SPEECH:
            return False
    return False


def _is_asked(context: AttributionContext, begin: int, verb: int) -> bool:
    words, lexicon = context.words, context.lexicon
    before = words.low[max(begin, verb - _MAX_BEFORE_VERB) : verb]
    if any(word in lexicon.modals for word in before):
        return lexicon.drops or not lexicon.addressed.isdisjoint(before)
    after = words.low[verb + 1]
    polite = verb == begin and after in lexicon.addressed  # "Sagen Sie: ..."
    if not polite and (after in lexicon.subjects or context.starts.get(verb + 1)):
        return False  # "...", sagt Ida Lang, "..."
    at = verb
    while at > begin and _is_adverb(context, at - 1) and words.low[at - 1] not in lexicon.links:
        at -= 1
    if at == begin:
        return True
    near = at - begin <= _MAX_BEFORE_COMMA
    return near and words.low[at - 1] in (",", ":", ";") and words.quote[at - 2] < 0


def _is_adverb(context: AttributionContext, at: int) -> bool:
    """Whether a word only says how: "then", "confidently"."""
    word, lexicon = context.words.low[at], context.lexicon
    return word in lexicon.adverbs or (context.words.text[at].islower() and word.endswith("ly"))
