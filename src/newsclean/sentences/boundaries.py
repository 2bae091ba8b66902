"""A paragraph -> where its sentences end.

Plain cases (a full stop after an ordinary word, a capital after it) are decided at sight, a few
by rule, and the rest by the trained weights of their features.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import pairwise, repeat

from newsclean import languages
from newsclean.sentences.candidates import CANDIDATE, STRONG
from newsclean.sentences.features import QUOTES, Candidate, Kinds, describe, kinds_of
from newsclean.sentences.knowledge import Knowledge
from newsclean.sentences.lists import BULLETS, items

Decide = Callable[[Kinds, int], bool]

_WINDOW, _CREDIT = 300, 50
_DASHES = frozenset("-–—―")
_AROUND_LABEL = f"{BULLETS}([ \xa0\t"
_STRONG = frozenset(STRONG)
_OPENING = re.compile("[“‘「『（【《〈]")
_PAIRED = re.compile("[\"“”„«»]|``|''")
_QUOTED = ('"', "“", "”", "„", "«", "»")


def boundaries(piece: str, knowledge: Knowledge, decide: Decide | None = None) -> Iterator[int]:
    """The offsets in `piece` at which a sentence ends (after the mark and what closes with it).

    The end of `piece` itself is not among them. `decide` is asked in the doubtful cases, given a
    candidate's kinds and its offset; None takes the trained weights.
    """
    starts = items(piece, ordinals=knowledge.ordinals)
    if not starts:
        return _inside(piece, knowledge, decide or weighed)
    return _of_list(piece, starts, knowledge, decide or weighed)


def _of_list(piece: str, starts: list[int], knowledge: Knowledge, judge: Decide) -> Iterator[int]:
    for left, right in pairwise((0, *starts, len(piece))):
        item = piece[left:right].rstrip()
        for end in _inside(item, knowledge, judge):
            yield left + end
        if right < len(piece):
            yield left + len(item)


def _inside(piece: str, knowledge: Knowledge, judge: Decide) -> Iterator[int]:
    """The same for a paragraph that is no list, or for one item of a list."""
    abbreviations = knowledge.abbreviations
    last, size, counted, quote_marks = 0, len(piece), 0, 0
    for match in CANDIDATE.finditer(piece):
        if match.end() >= size:
            return
        mark, close, gap, after, then = match.groups()
        start, end = match.start(), match.end(2)
        before = piece[max(last, start - 24) : start].rsplit(None, 2)
        word = before[-1] if before else ""
        tail = word[-4:]
        if (
            len(tail) == 4
            and tail.isalpha()
            and tail.islower()
            and (mark == "." or (not close and mark in "?!"))
            and gap
            and (not close or close in _QUOTED)
            and (after[0].isupper() or (after[0] in _QUOTED and after[1:2].isupper()))
            and word not in abbreviations
        ):
            last = end
            yield end
            continue
        if mark[-1] in _STRONG or (gap and mark[-1] in knowledge.stops):
            left = max(last, start - _WINDOW)
            titled = piece.count("《", left, start) > piece.count("》", left, start)
            if opening := _OPENING.search(close):
                end, close, after = match.start(2) + opening.start(), "", opening.group()
            if _strong_end(close, after) and not titled:
                last = end
                yield end
            continue
        if not gap and not _joined(word, mark, after, knowledge):
            continue
        if mark == ";" and "&" in word:
            continue  # a character reference: &amp;
        quote_marks += len(_PAIRED.findall(piece, counted, start))
        counted = start
        if close[:1].isspace() and '"' in close and quote_marks % 2 == 0:
            close, after, end = "", close.strip() + after, match.end(1)
        if _goes_on(close, mark, after, then, knowledge):
            continue
        if " ." in mark:
            dots = mark.count(".")
            if dots > 3:
                last = end if piece[start - 1 : start].isspace() else start + 1
                yield last
            if dots > 2:
                continue
        if start - last < 9 and _is_label(piece[last:start].strip(_AROUND_LABEL)):
            if knowledge.labels and mark == "." and gap:
                last = end
                yield end
            continue
        if word.lower() in knowledge.hours and (
            start - last < 16  # "At 5 a.m." is no sentence yet
            or after.rstrip(".,;)").lower() in knowledge.after_hours
        ):
            continue
        if after[0] in _DASHES and size - match.end() < _CREDIT and QUOTES.intersection(close):
            continue  # whom a motto or a review is by
        sentence = piece[max(last, start - _WINDOW) : start]
        if after[0].islower() and mark[-1] in "?!" and sentence.lstrip()[:1] in _DASHES:
            continue  # – Never! cried the crowd.
        candidate = Candidate(
            previous=before[-2] if len(before) > 1 else "",
            before=word,
            mark=mark,
            close=close,
            gap=gap,
            after=after,
            then=then or "",
            length=len(sentence),
            in_brackets=sentence.count("(") > sentence.count(")"),
            in_quotes=quote_marks % 2 == 1,
        )
        if judge(kinds_of(candidate, knowledge), end):
            last = end
            yield end


def _is_label(sentence: str) -> bool:
    """Whether all of a sentence so far is the label of a list item: `1`, `a`, `iv`."""
    return sentence.isdecimal() or len(sentence) == 1


def weighed(kinds: Kinds, end: int) -> bool:
    """Whether the trained weights of a candidate's features add up to a boundary."""
    del end
    return _adds_up(kinds)


@lru_cache(maxsize=1 << 12)
def _adds_up(kinds: Kinds) -> bool:
    return sum(map(_weights().get, describe(kinds), repeat(0.0))) > 0


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = languages.read_data("sentences/boundary.json")["weights"]
    return weights


def _strong_end(close: str, after: str) -> bool:
    """Whether the full stop of a script without capitals ends a sentence."""
    first = after[0]
    return not (first in "，、,;；:：。！？」』）》〉" or (close and "\u3040" <= first <= "\u309f"))


def _joined(word: str, mark: str, after: str, knowledge: Knowledge) -> bool:
    """Whether a mark without a blank after it may end a sentence: `the end.The next`."""
    return (
        mark in ".?!…"
        and len(word) > 1
        and word[-1].islower()
        and after[0].isupper()
        and (after[1:2].islower() or after.lower() in knowledge.common)
        and not ("/" in word or "@" in word or "www" in word or "." in word or "@" in after)
    )


def _goes_on(close: str, mark: str, after: str, then: str | None, knowledge: Knowledge) -> bool:
    """Whether the sentence plainly goes on: `"Really?" she said`, `"Why?" said Ann`."""
    first = after[0]
    if first in ",;:)]}”%/&=+" or (mark in ":;" and not knowledge.colons):
        return True
    if first in "([" and mark.startswith(("..", "…")):
        return True
    if not close:
        return False
    if first.islower():
        return True
    if mark[-1] in "?!" and QUOTES.intersection(close) and then:
        return then.rstrip(".,") in knowledge.says
    return False
