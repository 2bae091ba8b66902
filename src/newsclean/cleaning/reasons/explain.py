"""Lines that are not kept -> one `Removal` a line, with a reason a person understands.

A line speaks for itself (its phrases), through its mark-up (`nav`, `footer`, class words) and
through its neighbours: a heading like "Related stories" gives its reason to what follows. The
evidence says which of these it was.
"""

from __future__ import annotations

import itertools
from collections.abc import Container, Mapping, Sequence

from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.metadata.forwarded import Aside
from newsclean.cleaning.reasons import markup_cues
from newsclean.cleaning.reasons.hmm import FEW, STATES, Observation, best_hits, viterbi
from newsclean.document import Removal
from newsclean.markup import Tree

_SHOWN = 60
_ABOVE = 3
_TITLE = 12
_ALONE = ("navigation", "boilerplate")
"""Reasons that a neighbour is no evidence for."""
_PLACES = {"line": "the line is", "start": "the line begins with", "in": "the line says"}


def name_reasons(
    reading: PageLines,
    kept: Sequence[bool],
    probabilities: Sequence[float],
    *,
    roles: Mapping[int, str],
    email_furniture: Mapping[int, Aside] | None = None,
    tree: Tree | None = None,
    repeats: Mapping[int, int] | None = None,
    pages: int = 0,
) -> tuple[Removal, ...]:
    """A removal with its reason, evidence and confidence for every line that is not kept.

    Args:
        reading: the lines of the input, in order.
        kept: for each line, whether it is in the article's body.
        probabilities: for each line, the model's probability that it is.
        roles: line index -> reason, for the lines that `fields.find` recognised.
        email_furniture: line index -> reason and evidence, for the lines that `mails` recognised.
        tree: the HTML tree, where there is one; line i of the text has `tree.markup[i]`.
        repeats: line index -> how many pages of the site are known to have the line.
        pages: how many pages of the site are known.
    """
    removed = [index for index, keep in enumerate(kept) if not keep]
    if not removed:
        return ()
    email_furniture = email_furniture or {}
    signs = _signs(reading, kept, removed, roles.keys() | email_furniture.keys(), tree)
    path = viterbi(signs)
    own = [_own_evidence(STATES[state], line) for state, line in zip(path, signs, strict=True)]
    near = _neighbours(path, own)
    runs = _runs(signs)
    removals = []
    for at, (index, sign) in enumerate(zip(removed, signs, strict=True)):
        line, reason = reading.lines[index], STATES[path[at]]
        if index in roles:
            reason = roles[index]
            evidence, confidence = f"recognised as the article's {reason}", 0.9
        elif index in email_furniture:
            (reason, evidence), confidence = email_furniture[index], 0.9
        elif found := own[at]:
            evidence, confidence = found
        elif (other := near[at]) is not None and reason not in _ALONE and sign.size:
            tells = "follows" if other < at else "stands before"
            evidence = f"{tells} '{_short(signs[other].text)}'"
            confidence = round(max(0.4, 0.75 - 0.02 * abs(other - at)), 2)
        elif runs[at] > 2:
            evidence = f"in a run of {runs[at]} short lines"
            confidence = 0.6 if reason == "navigation" else 0.4
        elif reason == "related articles":
            evidence, confidence = "reads like the title of another article", 0.4
        else:
            evidence = f"the model gives {probabilities[index]:.2f} for article text"
            confidence = 0.3
        if repeats and index in repeats and index not in roles and confidence < 0.5:
            reason = "repeated line"
            confidence = round(min(0.99, 0.6 + 0.1 * repeats[index]), 2)
            of = f" of {pages}" if pages else ""
            evidence = f"stands in {repeats[index]}{of} pages of this site"
        removals.append(Removal(line.start, line.end, line.text, reason, evidence, confidence))
    return tuple(removals)


def _signs(
    reading: PageLines,
    kept: Sequence[bool],
    removed: Sequence[int],
    known: Container[int],
    tree: Tree | None,
) -> list[Observation]:
    """What each removed line is judged by."""
    marks = markup_cues.reasons_of_lines(reading.lines, removed, tree)
    body = set(itertools.compress(reading.texts, kept))
    last = max(itertools.compress(range(len(kept)), kept), default=-1)
    signs = []
    for index in removed:
        text, words = reading.texts[index], reading.words[index]
        hits = reading.hits(index)
        signs.append(
            Observation(
                index,
                text,
                len(words),
                best_hits(hits, text, len(words)) if hits else {},
                marks.get(index),
                after=index > last,
                of_body=text in body and len(words) <= _TITLE and text[-1] not in ".!,",
                known=index in known,
            )
        )
    return signs


def _own_evidence(reason: str, line: Observation) -> tuple[str, float] | None:
    """What in the line itself, or in its mark-up, speaks for the reason, and how sure it is."""
    if reason in line.hits:
        strength, hit = line.hits[reason]
        return f"{_PLACES[hit.where]} '{hit.phrase}'", _squash(strength)
    if line.mark and line.mark[0] == reason:
        return line.mark[1], 0.8
    if line.of_body and reason == "navigation":
        return "the same line stands in the article", 0.8
    if not any(map(str.isalnum, line.text)):
        return "a line of symbols", 0.6
    return None


def _neighbours(path: Sequence[int], own: Sequence[object]) -> list[int | None]:
    """For each line the nearest of its stretch that has evidence: one above, or just below."""
    near: list[int | None] = [None] * len(path)
    for order, step in ((range(len(path) - 1, -1, -1), 1), (range(len(path)), -1)):
        last: int | None = None
        for at in order:
            if not 0 <= at + step < len(path) or path[at + step] != path[at]:
                last = None
            if last is not None and (step < 0 or last - at <= _ABOVE):
                near[at] = last
            if own[at]:
                last = at
    return near


def _runs(signs: Sequence[Observation]) -> list[int]:
    """For each line how many short ones stand together there, 0 for a longer line."""
    runs = [0] * len(signs)
    at = 0
    while at < len(signs):
        end, ahead = at, signs[at].place - at
        while end < len(signs) and signs[end].size <= FEW and signs[end].place - end == ahead:
            end += 1
        runs[at:end] = [end - at] * (end - at)
        at = max(end, at + 1)
    return runs


def _squash(strength: float) -> float:
    return round(min(0.98, 0.35 + 0.13 * strength), 2)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
