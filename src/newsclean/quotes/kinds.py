"""Is a stretch between marks a direct quote, a fragment inside the reporter's sentence, or neither?

A direct quote stands as a sentence or a clause of its own; a fragment leans on the sentence around
it and has somebody to whom it is attributed; a title, a term or scare quotes have nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from newsclean.quotes.attribution.candidates import CONTINUES, Candidate
from newsclean.quotes.attribution.context import AttributionContext
from newsclean.quotes.text.lexicon import Lexicon
from newsclean.quotes.text.words import Words

Kind = Literal["direct", "mixed", "none"]
_FINAL = ".!?…"
_CLOSES = ".!?;)"
_TRIES = 20
_FRAGMENT = 0.8
"""The score from which a fragment counts as somebody's words."""


def kind_of(
    scene: AttributionContext,
    number: int,
    option: Candidate,
    sure: float,
    before: Kind,
    weights: Mapping[str, float],
) -> Kind:
    """The kind of quote `number`.

    Args:
        scene: the article.
        number: which of its stretches.
        option: what it is attributed to.
        sure: the probability that it has a speaker at all.
        before: the kind of the stretch before, which it may go on from.
        weights: of the model that tells fragments from terms, learned.
    """
    words, marked, lexicon = scene.words, scene.marked[number], scene.lexicon
    first, last = words.quotes[number]
    begin, end = words.bounds[words.sentence[first]]
    body = scene.text[marked.start : marked.end]
    inner = [word for word in words.low[first + 1 : last] if word[0].isalnum()]
    size = len(inner)
    cue = option.cue
    if size == 0:
        return "none"
    if marked.reopened and before == "direct":
        return "direct"
    upper = body.lstrip("…. [(¿¡")[:1].isupper()
    clause = not lexicon.clauses.isdisjoint(inner)
    final = body[-1:]
    attributed = cue >= 0
    stopped = final in _FINAL or (final == "," and cue >= last)
    left = words.text[first - 1] if first > begin else ""
    right = words.text[last] if last < end else ""
    open_right = not right or right in _CLOSES or cue >= last
    whole = upper or (clause and inner[0] not in lexicon.complementisers)
    if left == ":" and (upper or size >= 5):
        return "direct" if attributed or sure > 0.5 or size >= 4 else "none"
    if not left and whole:
        if size >= 3 and (stopped or (open_right and (attributed or size >= 6))):
            return "direct" if attributed or clause or size >= 4 else "none"
        if stopped and attributed:
            return "direct"
        if clause and size >= 5 and upper:
            return "direct"
    if left == "," and before == "direct" and size > 2 and _goes_on(scene, number):
        return "direct"
    if left == "," and whole and size > 1:
        begun = upper or not lexicon.clauses.isdisjoint(inner[:3])
        if attributed and cue < first and begun and _says_before_comma(scene, first, begin):
            return "direct"
        if cue >= last and stopped and (upper or clause):
            return "direct"
        if cue >= last and right == "," and clause and size > 5:
            return "direct"
        if clause and size >= 6 and (open_right or right == ",") and begun:
            return "direct"
    if left.lower() in lexicon.complementisers and size >= 12 and clause and "." in inner:
        return "direct"
    if upper and clause and size >= 5 and final in _FINAL and attributed:
        return "direct"
    if size <= 4 and not upper and _labelled(scene, first, begin):
        return "none"
    if left != ":" and not (first > begin and scene.cue[first - 1]) and _names(scene, number, size):
        return "none"
    if not attributed or sure < 0.5 or (before == "none" and _listed(scene, number)):
        return "none"
    score = sum(weights.get(name, 0.0) for name in fragment(scene, number, option, sure))
    return "mixed" if score > _FRAGMENT else "none"


def _goes_on(scene: AttributionContext, number: int) -> bool:
    """Whether only its attribution parts a stretch from the one before ("...", she said, "...")."""
    words = scene.words
    first, last = words.quotes[number - 1][1], words.quotes[number][0]
    same = words.sentence[first - 1] == words.sentence[last]
    return same and last - first < 12 and any(scene.cue[at] == 2 for at in range(first, last))


def _names(scene: AttributionContext, number: int, size: int) -> bool:
    """Whether a stretch is The Title of a Work, or a short term that the article uses again."""
    words, lexicon = scene.words, scene.lexicon
    first, last = words.quotes[number]
    inner = [at for at in range(first + 1, last) if words.low[at][0].isalnum()]
    if _title(words, lexicon, inner) == "T":
        return True
    return (
        size in (2, 3) and words.low[first - 1] not in lexicon.clauses and _repeated(scene, number)
    )


def _labelled(scene: AttributionContext, first: int, begin: int) -> bool:
    """Whether the words before a stretch announce a name or term ("known as", "the album")."""
    low, labels = scene.words.low, scene.lexicon.labels
    if first <= begin or low[first - 1] not in labels:
        return False
    return low[first - 1] not in scene.lexicon.stops or (
        first - 1 > begin and low[first - 2] in labels
    )


def _listed(scene: AttributionContext, number: int) -> bool:
    """Whether only a comma or a conjunction parts a stretch from the one before ("a" and "b")."""
    words = scene.words
    if number == 0:
        return False
    between = words.low[words.quotes[number - 1][1] : words.quotes[number][0]]
    return len(between) <= 2 and all(word in ",/" or len(word) <= 3 for word in between)


def fragment(
    scene: AttributionContext, number: int, option: Candidate, sure: float
) -> tuple[str, ...]:
    """What tells a fragment of somebody's speech from a title, a term or scare quotes."""
    words, marked, lexicon = scene.words, scene.marked[number], scene.lexicon
    first, last = words.quotes[number]
    begin, end = words.bounds[words.sentence[first]]
    inner = [at for at in range(first + 1, last) if words.low[at][0].isalnum()]
    size = len(inner)
    bucket = (
        "1" if size <= 1 else "2" if size == 2 else "3" if size <= 4 else "5" if size <= 8 else "9"
    )
    title = _title(words, lexicon, inner)
    again = "again" if size <= 5 and _repeated(scene, number) else "once"
    clause = any(words.low[at] in lexicon.clauses for at in inner)
    left = _class(words.low[first - 1], scene.cue[first - 1], lexicon) if first > begin else "start"
    right = "end"
    if last < end:
        right = _class(words.low[last], scene.cue[last], lexicon)
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
        f"final {scene.text[marked.end - 1] if scene.text[marked.end - 1] in '.,!?' else 'w'}",
    )


def _repeated(scene: AttributionContext, number: int) -> bool:
    """Whether the same words stand between marks again, or somewhere without any."""
    item = scene.marked[number]
    body = scene.text[item.start : item.end].rstrip(".,;:!?")
    at = scene.text.find(body)
    tries = 0
    while at >= 0 and tries < _TRIES:
        tries += 1
        if at != item.start:
            stop = at + len(body)
            holder = next((one for one in scene.marked if one.start <= at < one.end), None)
            if holder is None or (holder.start == at and holder.end - stop <= 1):
                return True
        at = scene.text.find(body, at + 1)
    return False


def _title(words: Words, lexicon: Lexicon, inner: list[int]) -> str:
    """T for The Title of a Work, U for a first word with a capital, l for neither."""
    long = [
        at for at in inner if len(words.text[at]) > 3 and words.low[at] not in lexicon.stops
    ] or inner
    capitals = all(words.text[at][0].isupper() or words.text[at][0].isdigit() for at in long)
    if capitals and not lexicon.capitals and words.text[inner[0]][0].isupper():
        return "T" if len(inner) > 1 else "t"
    return "U" if inner and words.text[inner[0]][0].isupper() else "l"


def _class(word: str, cue: int, lexicon: Lexicon) -> str:
    """The class of a word beside a fragment."""
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
    if word in lexicon.clauses:
        return "verb"
    return "stop" if word in lexicon.stops else "word"


def _says_before_comma(scene: AttributionContext, first: int, begin: int) -> bool:
    """Whether a verb of speech stands before the comma that leads to a quote."""
    return any(scene.cue[at] == 2 for at in range(max(begin, first - 9), first - 1))
