"""Lines that are not kept -> one `Removal` a line, with a reason a person understands.

A line speaks for itself (its phrases), through its mark-up (`nav`, `footer`, class words) and
through its neighbours: a heading like "Related stories" gives its reason to what follows. The
most likely sequence of reasons is found as in a hidden Markov model (Viterbi 1967); the reasons
are its states, and the weights are set by hand, for nothing is labelled with reasons.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from newsclean.cleaning import markup
from newsclean.cleaning.markup import Mark
from newsclean.cleaning.phrases import Hit, Phrasebook, fold, phrasebook
from newsclean.document import Line, Removal, Tree

_STATES = (
    "navigation",
    "share buttons",
    "newsletter",
    "donation appeal",
    "cookie notice",
    "advertisement",
    "related articles",
    "comments",
    "author biography",
    "caption",
    "credit",
    "copyright",
    "login or paywall",
    "form or button",
    "boilerplate",
)
_AT = {state: number for number, state in enumerate(_STATES)}
_PLAIN = _AT["boilerplate"]
_STAY = (1.6, 0.8, 1.6, 2.4, 2.2, 0.8, 2.2, 2.8, 1.4, 0.0, 0.0, 0.8, 1.2, 0.9, 1.0)
"""How much more likely a reason is to go on than to change."""
_BASE = (0.0, -0.8, -1.0, -1.5, -1.5, -1.2, -0.3, -1.0, -1.2, -1.2, -1.5, -1.0, -1.0, -0.6, 0.0)
"""What a reason starts from on any line."""
_AFTER_KEPT = 0.3
"""The share of `_STAY` that is left where kept lines stand between two lines."""
_ENDS = re.compile(r"[.!?…。！？]['\"”’»)\]]*$")
_SHOWN = 60
_FEW = 4
_ALONE = ("navigation", "boilerplate")
"""Reasons that a neighbour is no evidence for."""
_PLACES = {"line": "the line is", "start": "the line begins with", "in": "the line says"}


def name_reasons(
    lines: Sequence[Line],
    kept: Sequence[bool],
    probabilities: Sequence[float],
    *,
    language: str,
    roles: Mapping[int, str],
    tree: Tree | None = None,
    repeats: Mapping[int, int] | None = None,
    pages: int = 0,
) -> tuple[Removal, ...]:
    """A removal with its reason, evidence and confidence for every line that is not kept.

    Args:
        lines: the lines of the input, in order.
        kept: for each line, whether it is in the article's body.
        probabilities: for each line, the model's probability that it is.
        language: ISO 639-1 code, for the phrases.
        roles: line index -> reason, for the lines that `fields.find` recognised.
        tree: the HTML tree, where there is one; line i of the text has `tree.markup[i]`.
        repeats: line index -> how many pages of the site are known to have the line.
        pages: how many pages of the site are known.
    """
    removed = [index for index, keep in enumerate(kept) if not keep]
    if not removed:
        return ()
    book = phrasebook(language)
    words = {index: fold(lines[index].text) for index in removed}
    hits = {index: _best_hits(book, lines[index].text, words[index]) for index in removed}
    marks = markup.reasons_of_lines(lines, removed, tree)
    last = max((index for index, keep in enumerate(kept) if keep), default=-1)

    scores = []
    for index in removed:
        score = _emission(lines[index].text, words[index], hits[index], after=index > last)
        if mark := marks.get(index):
            score[_AT[mark[0]]] += mark[2]
        scores.append(score)
    path = _viterbi(removed, scores)

    own = [
        _own_evidence(path[at], hits[index], marks.get(index)) for at, index in enumerate(removed)
    ]
    near = _neighbours(path, own)
    runs = _runs(removed, words)
    removals = []
    for position, index in enumerate(removed):
        line, reason = lines[index], _STATES[path[position]]
        if index in roles:
            reason = roles[index]
            evidence, confidence = f"recognised as the article's {reason}", 0.9
        elif found := own[position]:
            evidence, confidence = found
        elif not any(map(str.isalnum, line.text)):
            evidence, confidence = "a line of symbols", 0.6
        elif words[index] and reason not in _ALONE and (other := near[position]):
            tells = "follows" if other < position else "stands before"
            evidence = f"{tells} '{_short(lines[removed[other]].text)}'"
            confidence = max(0.4, 0.75 - 0.02 * abs(other - position))
        elif (run := runs[position]) > 2:
            evidence = f"in a run of {run} short lines"
            confidence = 0.6 if reason == "navigation" else 0.4
        else:
            evidence, confidence = (
                f"the model gives {probabilities[index]:.2f} for article text",
                0.3,
            )
        if repeats and index in repeats and index not in roles and confidence < 0.5:
            stands = repeats[index]
            reason, confidence = "repeated line", min(0.99, 0.6 + 0.1 * stands)
            of = f" of {pages}" if pages else ""
            evidence = f"stands in {stands}{of} pages of this site"
        removals.append(
            Removal(line.start, line.end, line.text, reason, evidence, round(confidence, 2))
        )
    return tuple(removals)


def _best_hits(book: Phrasebook, text: str, words: list[str]) -> dict[str, tuple[float, Hit]]:
    """For each reason the strongest phrase of a line, with the sum of what its phrases say."""
    found: dict[str, tuple[float, float, Hit]] = {}
    count = len(words) or 1
    for hit in book.hits(text, words):
        share = hit.words / count
        if hit.where == "line":
            strength = 4.0
        elif hit.where == "start":
            strength = 1.0 + 0.6 * min(hit.words, 4) + 1.5 * share
            if count > 12 and hit.words == 1:
                strength -= 1.2
        else:
            strength = 0.5 + 0.6 * min(hit.words, 4) + 1.5 * share
        total, best, kept = found.get(hit.reason, (0.0, 0.0, hit))
        found[hit.reason] = (
            max(total, strength) + 0.3 * min(total, strength),
            max(best, strength),
            hit if strength > best else kept,
        )
    return {reason: (min(total, 6.0), hit) for reason, (total, _, hit) in found.items()}


def _emission(
    text: str, words: list[str], hits: dict[str, tuple[float, Hit]], *, after: bool
) -> list[float]:
    """What a line says of each reason by itself: its phrases and its shape."""
    scores = list(_BASE)
    for reason, (strength, _) in hits.items():
        scores[_AT[reason]] += strength
    count = len(words)
    sentence = count > 4 and _ENDS.search(text) is not None
    if count == 0:
        scores[_AT["form or button"]] += 0.5 if any(map(str.isalnum, text)) else 3.2
    elif sentence or count > 25:
        scores[0] -= 2.5
        scores[_AT["form or button"]] -= 1.5
        scores[_AT["share buttons"]] -= 1.5
        scores[_PLAIN] += 0.3
    elif count <= _FEW:
        scores[0] += 0.8
        scores[_PLAIN] -= 0.3
    elif after:
        scores[_AT["related articles"]] += 0.6
    return scores


def _viterbi(removed: list[int], scores: list[list[float]]) -> list[int]:
    """The states of the best path through the removed lines."""
    size = range(len(_STATES))
    total, back = list(scores[0]), []
    for position in range(1, len(removed)):
        near = removed[position] - removed[position - 1] == 1
        factor = 1.0 if near else _AFTER_KEPT
        best = max(size, key=total.__getitem__)
        top = total[best]
        came, now = [best] * len(_STATES), []
        for state, score in enumerate(scores[position]):
            stay = total[state] + factor * _STAY[state]
            if stay >= top:
                came[state] = state
                now.append(stay + score)
            else:
                now.append(top + score)
        back.append(came)
        total = now
    state = max(size, key=total.__getitem__)
    path = [state]
    for came in reversed(back):
        state = came[state]
        path.append(state)
    return path[::-1]


def _own_evidence(
    state: int, hits: Mapping[str, tuple[float, Hit]], mark: Mark | None
) -> tuple[str, float] | None:
    """What in the line itself, or in its mark-up, speaks for the reason, and how sure it is."""
    reason = _STATES[state]
    if reason in hits:
        strength, hit = hits[reason]
        return f"{_PLACES[hit.where]} '{hit.phrase}'", _squash(strength)
    if mark and mark[0] == reason:
        return mark[1], _squash(mark[2])
    return None


def _neighbours(path: list[int], own: Sequence[object]) -> list[int | None]:
    """For each line the nearest one of the same stretch that has evidence, those above first."""
    near: list[int | None] = [None] * len(path)
    for order, step in ((range(len(path) - 1, -1, -1), 1), (range(len(path)), -1)):
        last: int | None = None
        for at in order:
            if not 0 <= at + step < len(path) or path[at + step] != path[at]:
                last = None
            if last is not None:
                near[at] = last
            if own[at]:
                last = at
    return near


def _runs(removed: list[int], words: Mapping[int, list[str]]) -> list[int]:
    """For each line how many short ones stand together there, 0 for a longer line."""
    runs = [0] * len(removed)
    at = 0
    while at < len(removed):
        end = at
        while (
            end < len(removed)
            and len(words[removed[end]]) <= _FEW
            and removed[end] - removed[at] == end - at
        ):
            end += 1
        runs[at:end] = [end - at] * (end - at)
        at = max(end, at + 1)
    return runs


def _squash(strength: float) -> float:
    return round(min(0.98, 0.35 + 0.15 * strength), 2)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
