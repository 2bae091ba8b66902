"""Candidates -> the named features that speak for each, and the families of their names.

What speaks for a candidate are patterns over classes of words, never words. Names that are always
found together are made once (a `Group`), so that their weights are summed once. The weights file
has the families that it was trained with, and is refused where they are not these (see
`newsclean.quotes.weights`). Regions: after and before the quote in its sentence (R, L), sentences
before it in its paragraph, one and two paragraphs before (P, B, BB), after it (N).
"""

from __future__ import annotations

from functools import cache

from newsclean.quotes.context.context import SpeechRelation
from newsclean.quotes.text.lexicon import CueKind

Group = tuple[str, ...]
"""Names of features that are always found together, so that their weights are summed once."""

FAMILIES = (
    "{region} {relation}{cue}",
    "{broad} {relation}{cue} {kind}",
    "{broad} {kind}",
    "{region} rank{rank5}",
    "{broad} {relation} rank{rank3}",
    "{broad} quote between {relation}",
    "{broad} {relation} {flag}",
    "{broad} same {relation}",
    "R gap{gap4}",
    "R {relation} gap{gap4}",
    "R {cue} gap{gap4}",
    "R {relation} {stop}",
    "L gap{gap5}",
    "L {relation} gap{gap5}",
    "L {relation}{cue} {mark}",
    "nobody",
    "nobody {shape}{stop}",
    "nobody {before}_{after}",
    "nobody {stop}{before}_{after}",
    "continues",
    "continues {where}",
    "continues {where} names{rank3}",
    "continues {where} people{rank3}",
    "continues {where} {before}_{after}",
    "continues {where} {stop}{before}_{after}",
    "continues {where} gap{gap4}",
    "continues {sign}",
)
"""The families of names, each with the values that it joins."""


@cache
def own(region: str, rank: int, speech: SpeechRelation, parted: str, same: str) -> Group:
    """Where a mention stands, what it is, and what speaks against it."""
    relation, cue_kind, kind, flags = speech
    broad, pattern = region[0], f"{relation}{cue_kind}"
    found = [
        f"{region} {pattern}",
        f"{broad} {pattern} {kind}",
        f"{broad} {kind}",
        f"{region} rank{rank}",
        f"{broad} {relation} rank{min(rank, 2)}",
    ]
    if parted:
        found.append(f"{broad} quote between {relation}")
    found += [f"{broad} {relation} {flag}" for flag in flags]
    if same:
        found.append(f"{broad} same {relation}")
    return tuple(found)


@cache
def gap_after(relation: str, cue_kind: CueKind, size: int, stop: str) -> Group:
    """How far after the quote a mention or its cue stands, 0 to 3."""
    return (
        f"R gap{size}",
        f"R {relation} gap{size}",
        f"R {cue_kind} gap{size}",
        f"R {relation} {stop}",
    )


@cache
def gap_before(relation: str, cue_kind: CueKind, size: int, mark: str) -> Group:
    """How far before the quote a mention or its cue stands, 0 to 4; what is right before it."""
    return (f"L gap{size}", f"L {relation} gap{size}", f"L {relation}{cue_kind} {mark}")


@cache
def nobody(shape: str, stop: str, before: str, after: str) -> Group:
    """What speaks for nobody being named."""
    beside = f"{before}_{after}"
    return ("nobody", f"nobody {shape}{stop}", f"nobody {beside}", f"nobody {stop}{beside}")


@cache
def continues(where: str, names: int, people: int, gap: int, shape: tuple[str, ...]) -> Group:
    """What stands between a quote and the one before, and beside it."""
    stop, before, after = shape
    return (
        "continues",
        f"continues {where}",
        f"continues {where} names{names}",
        f"continues {where} people{people}",
        f"continues {where} {before}_{after}",
        f"continues {where} {stop}{before}_{after}",
        f"continues {where} gap{gap}",
    )


@cache
def goes_on(*signs: str) -> Group:
    """The signs that a quote was left open, or is taken up again."""
    return tuple(f"continues {sign}" for sign in signs if sign)
