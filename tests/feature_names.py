"""The names that the features of each model of the quotes can have.

The code makes them where they hold; a name that is not here was renamed after the weights were
trained, or has yet to be added (tests/test_rules.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import product

from newsclean.quotes.text.lexicon import CueKind

_VALUE = re.compile(r"\{(\w+)\}")
_REGIONS = "R L P1 P2 P3 B1 B2 B3 BB1 BB2 BB3 N0 N1"
_BROAD = "R L P B N"
_RELATIONS = "none subject adverb apposition far relative loose inverted object role source"
_WHERE = "sentence far paragraph0 paragraph1 paragraph2 paragraph3 next0 next1 next2 next3"
_KINDS_OF_SPEAKERS = "nP nO n- dP dO d- pm pf pp pn pi p"
_FLAGS = (
    "bracket",
    "preposition",
    "of another",
    "begins sentence",
    "comma",
    "genitive",
    "indefinite",
    "modifies",
)
_BESIDE = ("empty", "word", ":", ",", ";")
SPEAKERS: dict[str, tuple[str, ...]] = {
    "region": tuple(_REGIONS.split()),
    "broad": tuple(_BROAD.split()),
    "relation": tuple(_RELATIONS.split()),
    "cue": tuple(str(int(kind)) for kind in CueKind),
    "kind": tuple(_KINDS_OF_SPEAKERS.split()),
    "flag": _FLAGS,
    "rank5": tuple("01234"),
    "rank3": tuple("012"),
    "gap4": tuple("0123"),
    "gap5": tuple("01234"),
    "mark": (*",:;–—-(", "t", "w"),
    "stop": (".", ",", "0"),
    "shape": tuple(size + letter for size in "1234" for letter in "lUT"),
    "before": _BESIDE,
    "after": ("empty", "word"),
    "where": tuple(_WHERE.split()),
    "sign": ("reopened", "unclosed", "lower"),
}

NEAREST: dict[str, tuple[str, ...]] = {
    "spot": (*"RLX", *(f"{side}{away}" for side in "PB" for away in "123"), "C"),
    "bond": SPEAKERS["relation"],
    "verb": tuple("012"),
    "stood": ("opens", "later"),
    "rank": tuple("0123"),
    "agree": ("agrees", "unknown"),
}
_SIDES = (
    *(f"cue{int(kind)}" for kind in CueKind if kind),
    "label",
    *",.:;()",
    "sign",
    "definite",
    "indefinite",
    "that",
    "owner",
    "genitive",
    "verb",
    "stop",
    "word",
)
FRAGMENTS: dict[str, tuple[str, ...]] = {
    "size": ("1", "2", "3", "5", "9"),
    "title": ("T", "t", "U", "l"),
    "again": ("again", "once"),
    "clause": ("True", "False"),
    "left": (*_SIDES, "start"),
    "right": (*_SIDES, "end"),
    "region": (*"RLPBNcn", ""),
    "pattern": (
        "",
        *(f"{one}{kind}" for one in SPEAKERS["relation"] for kind in "01234"),
    ),
    "away": ("-", "0", "1", "2", "3"),
    "sure": tuple("012345"),
    "final": tuple(".,!?w"),
    "beside": tuple("012345"),
}
_KINDS = ("-", "n", "d", "pm", "pf", "pp", "pn", "pi", "p")
_PEOPLE = tuple(f"{kind}{size}" for kind in "PO-" for size in "1234")
TRUST: dict[str, tuple[str, ...]] = {
    "route": (
        *("clause", "plain", "model", "signed", "implied"),
        *("told", "above", "only", "outlet", "office"),
    ),
    "language": ("de", "en", "case", "x"),
    "link": ("base", "only", "next0", "next1", "next2"),
    "step": tuple("0123456"),
    "kind": _KINDS,
    "region": (*SPEAKERS["region"], "continues", "nobody", "told", ""),
    "pattern": (
        "",
        "reopened",
        "signed",
        *(f"{one}{cue}" for one in SPEAKERS["relation"] for cue in "01234"),
    ),
    "flag": SPEAKERS["flag"],
    "who": (*_PEOPLE, "nameless"),
    "given": ("given", "other"),
    "role": ("role", "bare"),
    "head": ("role", "group", "plural", "unnamed", "other"),
    "article": ("definite", "indefinite", "none"),
    "often": tuple("012345"),
    "short": ("short", "whole"),
    "opens": ("opens", "inside"),
    "back": ("-1", "0", "1", "2", "3"),
    "others": tuple("0123"),
    "here": ("here", "away"),
    "side": ("before", "after"),
    "quote": ("direct", "mixed"),
    "stands": ("colon", "own", "inside"),
    **NEAREST,
}


def vocabulary(families: Sequence[str], values: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Every name that the families give with these values.

    >>> sorted(vocabulary(["{side} gap{size}"], {"side": "LR", "size": "01"}))
    ['L gap0', 'L gap1', 'R gap0', 'R gap1']
    """
    names: set[str] = set()
    for family in families:
        template = _VALUE.sub("%s", family)
        choices = [values[name] for name in _VALUE.findall(family)]
        names.update(template % choice for choice in product(*choices))
    return frozenset(names)
