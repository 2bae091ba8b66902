"""Lines that are not kept -> one `Removal` a line, with a reason a person understands.

A line speaks for itself (its phrases), through its mark-up (`nav`, `footer`, class words) and
through its neighbours: a heading like "Related stories" gives its reason to what follows. The
evidence says which of these it was.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from newsclean.cleaning.lines.segment import collapse_whitespace
from newsclean.cleaning.reasons import markup_cues
from newsclean.cleaning.reasons.hmm import FEW, STATES, Observation, best_hits, viterbi
from newsclean.cleaning.record import PageRecord
from newsclean.document import Removal

_SHOWN = 60
_SURE = 0.95
"""How sure a rule is."""
_ABOVE = 3
_TITLE = 12
_NOT_EVIDENCE = ("navigation", "boilerplate")
"""Reasons that a neighbour is no evidence for."""
_PLACES = {
    "line": "the line is",
    "start": "the line begins with",
    "in": "the line says",
    "short": "the line says",
}


def name_reasons(record: PageRecord) -> tuple[Removal, ...]:
    """A removal with its reason, evidence and confidence for all that is not kept, in order."""
    ends = _ends(record)
    return tuple(sorted((*_lines(record), *ends), key=_start)) if ends else _lines(record)


def _start(removal: Removal) -> int:
    return removal.start


def _ends(record: PageRecord) -> list[Removal]:
    """What goes of the ends of kept lines."""
    found = []
    for at, (cut, (reason, evidence)) in record.cuts.items():
        end = record.page.lines[at].end
        text = record.document.text[cut:end].lstrip()
        start = end - len(text)
        found.append(Removal(start, end, collapse_whitespace(text), reason, evidence, _SURE))
    return found


def _lines(record: PageRecord) -> tuple[Removal, ...]:
    """The removals of whole lines."""
    page, roles, email_furniture = record.page, record.roles, record.mail.email_furniture
    removed = [index for index, keep in enumerate(record.kept) if not keep]
    if not removed:
        return ()
    observations = _observe(record, removed)
    path = viterbi(observations)
    own = [
        _own_evidence(STATES[state], line) for state, line in zip(path, observations, strict=True)
    ]
    near = _neighbours(path, own)
    runs = _runs(observations)
    removals = []
    for at, (index, observation) in enumerate(zip(removed, observations, strict=True)):
        line, reason = page.lines[index], STATES[path[at]]
        pattern = record.overrides[index].drop if record.overrides else None
        if pattern is not None:
            reason, evidence, confidence = "user pattern", f"matches --drop {pattern!r}", 1.0
        elif index in roles:
            reason = roles[index]
            evidence, confidence = f"recognised as the article's {reason}", 0.9
        elif index in record.causes:
            (reason, evidence), confidence = record.causes[index], _SURE
        elif index in email_furniture:
            (reason, evidence), confidence = email_furniture[index], 0.9
        elif found := own[at]:
            evidence, confidence = found
        elif (other := near[at]) is not None and reason not in _NOT_EVIDENCE and observation.size:
            tells = "follows" if other < at else "stands before"
            evidence = f"{tells} '{_short(observations[other].text)}'"
            confidence = round(max(0.4, 0.75 - 0.02 * abs(other - at)), 2)
        elif runs[at] > 2:
            evidence = f"in a run of {runs[at]} short lines"
            confidence = 0.6 if reason == "navigation" else 0.4
        elif reason == "related articles":
            evidence, confidence = "reads like the title of another article", 0.4
        else:
            evidence = f"the model gives {record.probabilities[index]:.2f} for article text"
            confidence = 0.3
        if index in record.repeats and index not in roles and confidence < 0.5:
            count = record.repeats[index]
            reason, confidence = "repeated line", round(min(0.99, 0.6 + 0.1 * count), 2)
            evidence = f"stands in {count} of {record.pages_known} pages of this site"
        removal = line.start, line.end, line.text, reason, evidence, confidence
        removals.append(tuple.__new__(Removal, removal))  # half the time of `Removal(...)`
    return tuple(removals)


def _observe(record: PageRecord, removed: Sequence[int]) -> list[Observation]:
    """What each removed line is judged by."""
    page, kept = record.page, record.kept
    marks = markup_cues.reasons_of_lines(page.lines, removed, record.document.tree)
    body = set(itertools.compress(page.texts, kept))
    last = max(itertools.compress(range(len(kept)), kept), default=-1)
    known = {*record.roles, *record.mail.email_furniture, *record.causes}
    observations = []
    for index in removed:
        text, size = page.texts[index], len(page.words[index])
        hits = page.hits(index)
        observation = (
            index,
            text,
            size,
            best_hits(hits, text, size) if hits else {},
            marks.get(index),
            index > last,
            text in body and size <= _TITLE and text[-1] not in ".!,",
            index in known,
        )
        observations.append(tuple.__new__(Observation, observation))
    return observations


def _own_evidence(reason: str, line: Observation) -> tuple[str, float] | None:
    """What in the line itself, or in its mark-up, speaks for the reason, and how sure it is."""
    if reason in line.hits:
        strength, hit = line.hits[reason]
        return f"{_PLACES[hit.where]} '{hit.phrase}'", _squash(strength)
    if line.mark and line.mark[0] == reason:
        return line.mark[1], 0.8
    if line.of_body and reason == "navigation":
        return "the same line stands in the article", 0.8
    if not line.text[0].isalnum() and not any(map(str.isalnum, line.text)):
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


def _runs(observations: Sequence[Observation]) -> list[int]:
    """For each line how many short ones stand together there, 0 for a longer line."""
    runs = [0] * len(observations)
    at = 0
    while at < len(observations):
        end, ahead = at, observations[at].place - at
        while (
            end < len(observations)
            and observations[end].size <= FEW
            and observations[end].place - end == ahead
        ):
            end += 1
        runs[at:end] = [end - at] * (end - at)
        at = max(end, at + 1)
    return runs


def _squash(strength: float) -> float:
    return round(min(0.98, 0.35 + 0.13 * strength), 2)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
