"""Names that a caption or a credit holds, who are not told of: "Photograph by Ann Lee"."""

from __future__ import annotations

from functools import cache

from newsclean.languages import read_data
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.text.lexicon import Lexicon
from newsclean.quotes.text.words import Words

_MAX_LED_WORDS = 3
"""The most words of what leads to a name in a credit: "photo courtesy of"."""
_MAX_ASIDE_WORDS = 12
"""The most words between a name and its verb that say who somebody is; a guess."""
_OPENS = frozenset("([|/")


def without_credits(words: Words, lexicon: Lexicon, names: list[Mention]) -> list[Mention]:
    """The names of an article but those of photographers and artists beside their pictures."""
    leads = _leads()
    if leads.isdisjoint(words.counts):
        return names
    low, back = words.low, _MAX_LED_WORDS + 1
    return [
        name
        for name in names
        if leads.isdisjoint(low[max(0, name.first - name.title - back) : name.first])
        or not _is_credit(words, name, leads)
        or _speaks(words, lexicon, name)
    ]


def _is_credit(words: Words, name: Mention, leads: frozenset[str]) -> bool:
    """Whether a word for a picture opens a sentence or a bracket and leads to a name."""
    at = name.first - name.title
    begin = words.bounds[words.sentence[name.first]][0]
    if at - 1 > begin and words.text[at - 1] == ":":
        at -= 1
    for first in range(max(begin, at - _MAX_LED_WORDS), at):
        opens = first == begin or words.text[first - 1] in _OPENS
        if opens and words.low[first] in leads:
            return " ".join(words.low[first:at]) in _phrases() or at < name.first - name.title
    return False


def _speaks(words: Words, lexicon: Lexicon, name: Mention) -> bool:
    """Whether a verb of speech follows a name behind a colon: "Picture: Ann Lee, its chief, said".

    A caption without a full stop runs into the sentence below it, so the verb must be the name's.
    """
    at, end = name.last, words.bounds[words.sentence[name.first]][1]
    if words.text[name.first - name.title - 1] != ":":
        return False
    if words.text[at : at + 1] == [","]:
        rest = words.text[at + 1 : min(end, at + 1 + _MAX_ASIDE_WORDS)]
        at += rest.index(",") + 2 if "," in rest else 0
    while at < end and words.low[at] in lexicon.adverbs:
        at += 1
    return at < end and words.low[at] in lexicon.cues


@cache
def _phrases() -> frozenset[str]:
    """What leads to a name in a credit, in any language: "photo by", "foto"."""
    listed: str = read_data("cleaning/agencies.json")["photo"]["before"]
    return frozenset(listed.split(" | "))


@cache
def _leads() -> frozenset[str]:
    """The first words of these."""
    return frozenset(phrase.partition(" ")[0] for phrase in _phrases())
