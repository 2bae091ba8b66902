"""What tells a fragment of somebody's speech from a title, a term or scare quotes.

The features of a linear model whose weights are in `data/quotes/fragments.json`; training and use
share this module.
"""

from __future__ import annotations

from newsclean.quotes.attribution.candidates import Candidate
from newsclean.quotes.context.context import CONTINUES, AttributionContext
from newsclean.quotes.text.lexicon import CueKind, Lexicon
from newsclean.quotes.text.words import Words

FAMILIES = (
    "bias",
    "size{size}",
    "{title} size{size}",
    "{title}",
    "{again}",
    "{again} size{size}",
    "clause{clause} size{size}",
    "left {left}",
    "left {left} {title}",
    "right {right}",
    "{left}_{right}",
    "{region} {pattern}",
    "{pattern} away{away}",
    "{region} away{away}",
    "sure{sure}",
    "sure{sure} size{size}",
    "final {final}",
    "left {left} size{size}",
    "right {right} size{size}",
    "{left}_{right} size{size}",
    "beside{beside} size{size}",
    "{title} {right}",
)
"""The families of names; see `newsclean.quotes.weights`."""
_MAX_SEARCHES = 20
"""How many places of the same words are looked at: a bound on the time, not measured."""


def fragment_features(
    context: AttributionContext, number: int, option: Candidate, sure: float
) -> tuple[str, ...]:
    """What tells a fragment of somebody's speech from a title, a term or scare quotes."""
    words, marked, lexicon = context.words, context.marked[number], context.lexicon
    first, last = words.quotes[number]
    begin, end = words.bounds[words.sentence[first]]
    inner = [at for at in range(first + 1, last) if words.low[at][0].isalnum()]
    size = len(inner)
    bucket = (
        "1" if size <= 1 else "2" if size == 2 else "3" if size <= 4 else "5" if size <= 8 else "9"
    )
    title = title_case(words, lexicon, inner)
    again = "again" if size <= 5 and repeated(context, number) else "once"
    clause = any(words.low[at] in lexicon.clauses for at in inner)
    left = _class(words, first - 1, context.cue[first - 1], lexicon) if first > begin else "start"
    right = "end"
    if last < end:
        right = _class(words, last, context.cue[last], lexicon)
    relation = (
        option.features[0][0]
        if option.mention >= 0
        else ("continues" if option.mention == CONTINUES else "nobody")
    )
    region, _, pattern = relation.partition(" ")
    away = "-"
    if option.cue >= 0:
        gap = min(abs(option.cue - first), abs(option.cue - last))
        away = "0" if gap <= 1 else "1" if gap <= 3 else "2" if gap <= 8 else "3"
    certainty = f"sure{int(sure * 5)}"
    return (
        "bias",
        f"size{bucket}",
        f"{title} size{bucket}",
        title,
        again,
        f"{again} size{bucket}",
        f"clause{clause} size{bucket}",
        f"left {left}",
        f"left {left} {title}",
        f"right {right}",
        f"{left}_{right}",
        f"{region[:1]} {pattern}",
        f"{pattern} away{away}",
        f"{region[:1]} away{away}",
        certainty,
        f"{certainty} size{bucket}",
        f"final {context.text[marked.end - 1] if context.text[marked.end - 1] in '.,!?' else 'w'}",
        f"left {left} size{bucket}",
        f"right {right} size{bucket}",
        f"{left}_{right} size{bucket}",
        f"beside{_beside(context, first, begin)} size{bucket}",
        f"{title} {right}",
    )


def _beside(context: AttributionContext, first: int, begin: int) -> int:
    """How many words before a stretch its verb of speech stands, up to five."""
    for steps in range(5):
        at = first - 1 - steps
        if at < begin:
            break
        if context.cue[at] >= CueKind.SPEECH:
            return steps
    return 5


def repeated(context: AttributionContext, number: int) -> bool:
    """Whether the same words stand between marks again, or somewhere without any."""
    item = context.marked[number]
    body = context.text[item.start : item.end].rstrip(".,;:!?")
    at = context.text.find(body)
    tries = 0
    while at >= 0 and tries < _MAX_SEARCHES:
        tries += 1
        if at != item.start:
            stop = at + len(body)
            holder = next((one for one in context.marked if one.start <= at < one.end), None)
            if holder is None or (holder.start == at and holder.end - stop <= 1):
                return True
        at = context.text.find(body, at + 1)
    return False


def title_case(words: Words, lexicon: Lexicon, inner: list[int]) -> str:
    """T for The Title of a Work, U for a first word with a capital, l for neither."""
    long = [
        at for at in inner if len(words.text[at]) > 3 and words.low[at] not in lexicon.stops
    ] or inner
    capitals = all(words.text[at][0].isupper() or words.text[at][0].isdigit() for at in long)
    if capitals and not lexicon.capitals and words.text[inner[0]][0].isupper():
        return "T" if len(inner) > 1 else "t"
    return "U" if inner and words.text[inner[0]][0].isupper() else "l"


def _class(words: Words, at: int, cue: int, lexicon: Lexicon) -> str:
    """The class of a word beside a fragment."""
    word = words.low[at]
    if cue:
        return f"cue{cue}"
    if word in lexicon.labels:
        return "label"
    if not word[0].isalnum():
        return word if word in ",.:;()" else "sign"
    if word in lexicon.definite:
        return "definite"
    if word in lexicon.indefinite:
        return "indefinite"
    if word in lexicon.complementisers:
        return "that"
    if word in lexicon.owners:
        return "owner"
    if word in words.bares:
        return "genitive"
    if word in lexicon.clauses:
        return "verb"
    return "stop" if word in lexicon.stops else "word"
