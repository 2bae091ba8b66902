"""Is a stretch between marks a direct quote, a fragment inside the reporter's sentence, or neither?

A direct quote stands as a sentence or a clause of its own; a fragment leans on the sentence around
it and has somebody to whom it is attributed; a title, a term or scare quotes have nobody.
"""

from __future__ import annotations

from typing import Literal

from newsclean.quotes.attribution import Scene

Kind = Literal["direct", "mixed", "none"]
_FINAL = ".!?…"
_CLOSES = ".!?;)"


def kind_of(scene: Scene, number: int, sure: float, cue: int, before: Kind) -> Kind:
    """The kind of quote `number`.

    Args:
        scene: the article.
        number: which of its stretches.
        sure: the probability that it has a speaker at all.
        cue: the word that attributes it, -1 for none.
        before: the kind of the stretch before, which it may go on from.
    """
    words, marked, lexicon = scene.words, scene.marked[number], scene.lexicon
    first, last = words.quotes[number]
    begin, end = words.bounds[words.sentence[first]]
    body = scene.text[marked.start : marked.end]
    inner = [word for word in words.low[first + 1 : last] if word[0].isalnum()]
    size = len(inner)
    if size == 0:
        return "none"
    if marked.reopened and before == "direct":
        return "direct"
    upper = body.lstrip("…. [(¿¡")[:1].isupper()
    clause = any(word in lexicon.clauses for word in inner)
    final = body[-1:]
    attributed = cue >= 0
    stopped = final in _FINAL or (final == "," and cue >= last)
    left = words.text[first - 1] if first > begin else ""
    right = words.text[last] if last < end else ""
    open_right = not right or right in _CLOSES or cue >= last
    labelled = left.lower() in lexicon.labels and not attributed
    whole = upper or (clause and not inner[0] in lexicon.complementisers)
    if left == ":" and (upper or size >= 5):
        return "direct" if attributed or sure > 0.5 or size >= 4 else "none"
    if not left and whole:
        if size >= 3 and (stopped or (open_right and (attributed or size >= 6))):
            return "direct" if attributed or clause or size >= 4 else "none"
        if stopped and attributed:
            return "direct"
        if clause and size >= 5 and upper:
            return "direct"
    if left == "," and whole and size > 1:
        begun = upper or any(word in lexicon.clauses for word in inner[:3])
        if attributed and cue < first and begun and _says_before_comma(scene, first, begin):
            return "direct"
        if cue >= last and stopped and (upper or clause):
            return "direct"
        if clause and size >= 6 and (open_right or right == ",") and begun:
            return "direct"
    if left.lower() in lexicon.complementisers and size >= 12 and clause and "." in inner:
        return "direct"
    if upper and clause and size >= 5 and final in _FINAL and attributed:
        return "direct"
    if attributed and sure > 0.5 and not labelled and (size > 1 or sure > 0.7):
        return "mixed"
    return "mixed" if size >= 5 and clause and sure > 0.5 else "none"


def _says_before_comma(scene: Scene, first: int, begin: int) -> bool:
    """Whether a verb of speech stands before the comma that leads to a quote."""
    return any(scene.cue[at] == 2 for at in range(max(begin, first - 9), first - 1))
