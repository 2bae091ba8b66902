"""Is a stretch between marks a direct quote, a fragment inside the reporter's sentence, or neither?

A direct quote stands as a sentence or a clause of its own; a fragment leans on the sentence around
it and has somebody to whom it is attributed; a title, a term or scare quotes have nobody.
"""

from __future__ import annotations

from typing import Literal

from newsclean.quotes.attribution import Scene

Kind = Literal["direct", "mixed", "none"]
_FINAL = ".!?…"


def kind_of(scene: Scene, number: int, sure: float, cue: int, before: Kind) -> Kind:
    """The kind of quote `number`, attributed with probability `sure` by the word `cue`."""
    words, marked, lexicon = scene.words, scene.marked[number], scene.lexicon
    first, last = words.quotes[number]
    begin, end = words.bounds[words.sentence[first]]
    body = scene.text[marked.start : marked.end]
    inner = words.low[first + 1 : last - 1]
    size = sum(1 for word in inner if word[0].isalnum())
    if size == 0:
        return "none"
    starts_upper = body.lstrip("…. [(¿¡")[:1].isupper()
    clause = any(word in lexicon.clauses for word in inner)
    ends = body[-1:]
    stopped = ends in _FINAL or (ends == "," and _attributed_after(scene, last, end))
    left = words.text[first - 1] if first > begin else ""
    right = words.text[last] if last < end else ""
    closes = (
        not right or right in ".!?;" or (right == "," and _attributed_after(scene, last + 1, end))
    )
    sentences = sum(1 for word in inner[:-1] if word in _FINAL)
    label = left.lower() in lexicon.labels and not starts_upper
    if marked.reopened and before == "direct":
        return "direct"
    if size == 1 and not stopped:
        return "mixed" if cue >= 0 and sure > 0.6 and not label else "none"
    if not left:
        if stopped and (size >= 3 or cue >= 0):
            return "direct"
        if (closes or _attributed_after(scene, last, end)) and starts_upper and size >= 2:
            return "direct" if cue >= 0 or (clause and size >= 4) or size >= 8 else "none"
        if clause and size >= 6 and starts_upper:
            return "direct"
        if right == "," and starts_upper and size >= 4:
            return "direct"
    if left == ":" and (starts_upper or size >= 5):
        return "direct"
    if left == "," and cue >= 0 and (size >= 3 or stopped):
        if cue < first and words.sentence[cue] == words.sentence[first]:
            return "direct" if _says_before_comma(scene, first, begin) else "mixed"
    if sentences and size >= 12 and clause:
        return "direct"
    if starts_upper and clause and size >= 5 and ends in _FINAL and (cue >= 0):
        return "direct"
    if cue >= 0 and sure > 0.5 and not label:
        return "mixed"
    if size >= 5 and clause and sure > 0.5:
        return "mixed"
    return "none"


def _attributed_after(scene: Scene, last: int, end: int) -> bool:
    """Whether the words after a quote say who spoke: a cue close by."""
    return any(scene.cue[at] for at in range(last, min(end, last + 12)))


def _says_before_comma(scene: Scene, first: int, begin: int) -> bool:
    """Whether a verb of speech stands before the comma that leads to a quote."""
    at = first - 2
    while at >= begin and at > first - 8:
        if scene.cue[at] == 2:
            return True
        at -= 1
    return False
