"""Paragraphs -> the turns of a transcript, and who presents it.

A turn begins with a label: a name and a colon, be it with what somebody is, how they are heard, and
when ("ANN LEE, HOST (on tape):", "[00:12] Ann Lee:"). Who presents tells the news and is not
quoted: the label says so, or they introduce another voice by name. Guests are quoted, and a summary
does not take their words for the reporter's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from newsclean.languages import read_data
from newsclean.patterns import lazy_regex

_TIME = r"[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}[\])]?"
_LABEL = lazy_regex(
    rf"\s*(?P<time>{_TIME}\s+(?:[-–—]\s+)?)?"
    r"(?P<name>[^\W\d_][\w.'’-]+(?: [^\W\d_][\w.'’-]*){0,3})(?:, (?P<role>[^:.?!,\n]{2,50}))?"
    rf"(?: \([^()\d:]{{2,30}}\))?(?P<later>\s+{_TIME})?\s?(?P<colon>:)?(?:\s+(?=\S)|\s*$)"
)
MIN_TURNS, MIN_TURNS_SHARE = 4, 0.25
"""The fewest turns of a transcript, and their share of the paragraphs; guesses."""
_MARKS = frozenset('"“”„«»‘')
"""What a statement in a list of them begins with: "Ann Lee, mayor: “...”"."""
_MAX_LABEL_WORDS = 2
"""The words of a label without a name: "Moderator", "Reporter Ann"."""


class Turn(NamedTuple):
    """A label, the paragraph that it begins or stands above, and where in it speech begins."""

    label: re.Match[str]
    above: int
    paragraph: int
    start: int

    @property
    def name(self) -> str:
        """Whom the label names."""
        return self.label["name"]

    @property
    def role(self) -> str | None:
        """What it says of them."""
        return self.label["role"]


def read_turns(paragraphs: Sequence[str]) -> list[Turn]:
    """What stands behind labels, or below one on a line of its own."""
    turns: list[Turn] = []
    alone: Turn | None = None
    for number, text in enumerate(paragraphs):
        label = _LABEL.match(text) if ":" in text else None
        if label and label["name"][0].isupper() and _is_set_off(label):
            turn = Turn(label, number, number, label.end())
            alone = turn if label.end() == len(text) else None
            if alone is None:
                turns.append(turn)
        elif alone and not _is_sound(text):
            turns.append(alone._replace(paragraph=number, start=0))
            alone = None
    return turns


def presenting(turns: Sequence[Turn]) -> set[str]:
    """The names of labels that say who presents: "ANN LEE, HOST:", "Moderator:".

    In capitals once is enough; else they have the word again, be it by family name.
    """
    known = _presenters()
    counts = Counter(turn.name for turn in turns)
    found = set()
    for name, role in {(turn.name, turn.role) for turn in turns}:
        words = (role or name).lower().replace("-", " ").split()
        family = name.rpartition(" ")[2]
        again = counts[name] + counts[family] * (family != name) > 1
        told = (name.isupper() or again) if role else (again and len(words) <= _MAX_LABEL_WORDS)
        if told and not known.isdisjoint((words[0], words[-1])):
            found.add(name)
    return found


def introducing(paragraphs: Sequence[str], turns: Sequence[Turn]) -> set[str]:
    """Who names in full, right before the first turn of another, whom that one is."""
    spoken: set[str] = set()
    found: set[str] = set()
    for before, turn in pairwise(turns):
        spoken.add(before.name)
        if turn.name not in spoken and " " in turn.name:
            said = " ".join(paragraphs[before.paragraph : turn.above])[before.start :]
            if turn.name.lower() in said.lower():
                found.add(before.name)
    return found


def with_families(names: set[str]) -> set[str]:
    """Names, and their last words, by which later labels have them."""
    return names | {name.rpartition(" ")[2] for name in names}


class Broadcast(NamedTuple):
    """A transcript in which somebody presents."""

    spoken: frozenset[int]
    """The paragraphs that guests say, and in an interview who asks them: not the news itself."""
    labels: dict[int, int]
    """How long the label of a paragraph is."""


def read_broadcast(paragraphs: Sequence[str]) -> Broadcast | None:
    """Who speaks in a transcript in which somebody presents; None where nobody does."""
    if sum(":" in text for text in paragraphs) < MIN_TURNS:
        return None
    turns = [
        turn
        for turn in read_turns(paragraphs)
        if paragraphs[turn.paragraph][turn.start : turn.start + 1] not in _MARKS
    ]
    presents = presenting(turns)
    if not presents:
        turns = [turn for turn in turns if not turn.role]
    if presents or len(turns) >= 2 * MIN_TURNS_SHARE * len(paragraphs):
        presents |= introducing(paragraphs, turns)
    presents = with_families(presents)
    if not presents or len(turns) < MIN_TURNS:
        return None
    told = [turn for turn in turns if turn.name in presents]
    asked = sum(paragraphs[turn.paragraph].endswith(("?", "？")) for turn in told)
    spoken: set[int] = set()
    ends = [turn.above for turn in turns[1:]] + [turns[-1].paragraph + 1]
    for turn, end in zip(turns, ends, strict=True):
        if turn.name not in presents or 2 * asked > len(told):
            spoken.update(range(turn.paragraph, end))
    labels = {turn.above: turn.label.end() for turn in turns}
    return Broadcast(frozenset(spoken), labels) if spoken else None


def _is_set_off(label: re.Match[str]) -> bool:
    """Whether a label ends in a colon, or has the line and a time for itself."""
    timed = label["time"] or label["later"]
    return bool(label["colon"] or (timed and label.end() == len(label.string)))


def _is_sound(text: str) -> bool:
    """Whether a paragraph says what is heard: "(SOUNDBITE OF RAIN)"."""
    return text.lstrip()[:1] in ("(", "[")


@cache
def _presenters() -> frozenset[str]:
    return frozenset(read_data("quotes/everywhere.json")["presenters"]["words"].split())
