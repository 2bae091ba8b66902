"""Paragraphs -> stretches between quotation marks.

Knows straight and curly marks, guillemets in both directions, low-high pairs, single marks against
apostrophes, and inches. A paragraph is read on its own, so a mark that is never closed spoils
nothing after it; a quote that runs over several paragraphs gives one stretch in each.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclean.document import Span
from newsclean.patterns import lazy_regex
from newsclean.quotes.text.given_names import given_name, name_particles

_MARK = lazy_regex(
    r"[\"“”„‟״«»「」『』'`‘’‚‹›](?:(?<=[\"“”„‟״«»「」『』])|(?<=')'|(?<=`)`"
    r"|(?<=['‘’‚‹›])(?:(?<![^\W_].)|(?![^\W_])))"
)
"""Begins with one set of characters, over which the search goes several times as fast."""
_SPACED = lazy_regex(r"(?<!\S)«[ \u00a0\u202f]")
_TOUCHING = lazy_regex(r"[»«](?:(?=\w)|(?<=\w[»«]))")
"""Likewise."""
_CLOSERS = {
    '"': '"”“',
    "“": '”"“',
    "”": '”"',
    "„": '“”"',
    "‟": '”"',
    "״": '״"”',
    "«": "»",
    "»": "«»",
    "''": "''\"",
    "``": "''\"",
    "「": "」",
    "『": "』",
    "'": "'’",
    "‘": "’'",
    "‚": "‘’'",
    "‹": "›",
    "›": "‹",
}
_SINGLE = frozenset("'‘’‚‹›")
_BEFORE_OPENING = frozenset(" \t\n\u00a0\u202f([{—–-/:;=>…*|：，、（")
_TERMINAL = frozenset(".!?…,;:—–-")
_ELIDED = lazy_regex(
    r"['’‘](?:\d\ds?\b|(?:em|til|n|cause|tis|twas|bout|round|cos|s|m|t)\b)", re.IGNORECASE
)
_GERSHAYIM = frozenset("\"״'׳“”")
_MAX_MARKS_AHEAD = 50
"""Marks after one that are looked at to tell what it is; a guess, far above what a quote has."""
_MAX_NICKNAME_CHARS, _MAX_ARTICLE_CHARS = 24, 3
_WORD_BEFORE = lazy_regex(r"[^\W\d_]++$")
_SIZE = lazy_regex(r"\d$")
_MAX_HEADING_CHARS, _LINE_ENDS = 40, frozenset(".!?…,;:。！？，；：")
"""The longest heading inside a quote, a guess, and what no heading ends with."""
_MAX_BODY_CHARS = 45
"""The longest name of a body in marks; a guess."""
_BREAKS = lazy_regex(r"[.,:;!?…\n]")
_FULL_NAME = lazy_regex(r" ([^\W\d_a-zа-я][\w’'-]+) [^\W\d_a-zа-я][\w’'-]+")


class Marked(NamedTuple):
    """A stretch between marks. `start`, `end` exclude the marks, `outer` takes them in."""

    start: int
    end: int
    outer: Span
    paragraph: int
    mark: str
    closed: bool = True
    """False where the paragraph ends first."""
    reopened: bool = False
    """True where it goes on from a quote that the paragraph before left open."""
    incises: tuple[Span, ...] = ()
    """The reporter's words inside the marks: « Nous perdons, reconnaît le maire, mais ... »."""


def find_marked(text: str, paragraphs: Sequence[Span]) -> list[Marked]:
    """The stretches between quotation marks, outermost ones only, in order."""
    reversed_guillemets = _reversed_guillemets(text)
    found: list[Marked] = []
    resumed: set[Marked] = set()
    pending: Marked | None = None
    headed = False
    for number, (start, end, marks) in enumerate(_with_marks(text, paragraphs)):
        if not marks:
            headed = pending is not None and not headed and _may_be_heading(text[start:end])
            pending = pending if headed else None
            continue
        here = _scan(text, start, end, number, marks, reverse=reversed_guillemets)
        leads = bool(here) and not text[start : here[0].outer[0]].strip()
        pending, headed = None if headed and not leads else pending, False
        if pending is not None and not leads:
            tail = _unopened_tail(text, start, marks, pending, here)
            if tail is not None:
                here = [tail._replace(paragraph=number), *here]
                resumed.add(pending)
            if not (here and here[0].reopened) and not _stands_unclosed(text, pending):
                found.remove(pending)
        if pending is not None and leads:
            here[0] = here[0]._replace(reopened=True)
            resumed.add(pending)
        found += here
        pending = here[-1] if here and not here[-1].closed else None
    return [
        item
        for item in found
        if (item.closed or item in resumed or _stands_unclosed(text, item))
        and not (_is_nickname(text, item) or _is_body(text, item))
    ]


def _may_be_heading(line: str) -> bool:
    """Whether a line between two paragraphs of a quote may be a heading: short, without an end."""
    return len(line) <= _MAX_HEADING_CHARS and line.rstrip()[-1:] not in _LINE_ENDS


def _is_gershayim(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands between two Hebrew letters, as in the acronym ד"ר."""
    if mark[0] not in _GERSHAYIM:
        return False
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return "\u05d0" <= before <= "\u05ea" and "\u05d0" <= after <= "\u05ea"


def _are_spaced(text: str, start: int, end: int, marks: list[re.Match[str]]) -> bool:
    """Whether all marks are straight, in pairs, with blanks on both sides: " so " in wire text."""
    return len(marks) % 2 == 0 and all(
        mark[0] == '"'
        and (mark.start() <= start or text[mark.start() - 1].isspace())
        and (mark.end() >= end or text[mark.end()].isspace())
        for mark in marks
    )


def _is_nickname(text: str, item: Marked) -> bool:
    """Whether a stretch is the nickname inside a name: Gunnar “Shorty” Lund, Ana «la Roja» Gil."""
    body = text[item.start : item.end]
    if not body or len(body) > _MAX_NICKNAME_CHARS or not body[-1].isalnum():
        return False
    article, _, rest = body.rpartition(" ")
    if not (body[0].isupper() or (len(article) <= _MAX_ARTICLE_CHARS and rest[0].isupper())):
        return False
    begin, end = item.outer
    family = text[end + 1 : end + _MAX_NICKNAME_CHARS].split(" ")
    if family[0] in name_particles():  # "van den Berg"
        family = [word for word in family if word not in name_particles()]
    follows = text[end : end + 1] == " " and bool(family) and family[0][:1].isupper()
    if not follows or text[begin - 1 : begin] != " ":
        return False
    before = _WORD_BEFORE.search(text, max(0, begin - _MAX_NICKNAME_CHARS), begin - 1)
    if before is None or not before[0][0].isupper():
        return False
    return bool(given_name(before[0].lower())) and all(word[0].isalpha() for word in body.split())


def _is_body(text: str, item: Marked) -> bool:
    """Whether a stretch is the name of what somebody is an officer of: директор ООО «Нева» Ян Лис.

    Its kind in capitals stands before it, and a full name is right behind it.
    """
    body, (begin, end) = text[item.start : item.end], item.outer
    named = 0 < len(body) <= _MAX_BODY_CHARS and body[0].isupper() and body[-1].isalnum()
    if not named or _BREAKS.search(body) or text[begin - 1 : begin] != " ":
        return False
    noun = _WORD_BEFORE.search(text, max(0, begin - _MAX_BODY_CHARS), begin - 1)
    if noun is None or not noun[0].isupper():
        return False
    bearer = _FULL_NAME.match(text, end)
    return bearer is not None and bool(given_name(bearer[1].lower()))


def _with_marks(
    text: str, paragraphs: Sequence[Span]
) -> Iterator[tuple[int, int, list[re.Match[str]]]]:
    """Each paragraph with the marks in it, all found in one search: most have none."""
    stop = paragraphs[-1][1] if paragraphs else 0
    marks = _MARK.finditer(text, 0, stop)
    mark = next(marks, None)
    for start, end in paragraphs:
        inside: list[re.Match[str]] = []
        while mark is not None and mark.start() < end:
            if mark.start() >= start and not _is_gershayim(text, mark):
                inside.append(mark)
            mark = next(marks, None)
        yield start, end, inside


def _scan(
    text: str, start: int, end: int, number: int, marks: list[re.Match[str]], *, reverse: bool
) -> list[Marked]:
    """Pairs the marks of one paragraph."""
    found: list[Marked] = []
    unclosed: set[str] = set()  # a sign that nothing closes here is not closed further on either
    index = 0
    straight = [mark for mark in marks if mark[0] not in _SINGLE]
    spaced = bool(straight) and _are_spaced(text, start, end, straight)
    if spaced:
        marks = straight  # " so , " says the choir 's chairman
    while index < len(marks):
        mark = marks[index]
        if not spaced and not _opens(text, start, end, mark, reverse=reverse):
            index += 1
            continue
        sign = mark[0]
        closing = None
        if sign not in unclosed:
            closing = _closing(text, end, marks, index, reverse=reverse)
        if closing is None:
            unclosed.add(sign)
            if sign in _SINGLE and not _may_stay_open(text, start, mark):
                index += 1
                continue
            inner = text[mark.end() : end].rstrip()
            stop = mark.end() + len(inner)
            found.append(_marked(text, mark, stop, (mark.start(), stop), number, closed=False))
            break
        last = marks[closing]
        span = (mark.start(), last.end())
        if text[mark.end() : last.start()].strip() and text[mark.start() - 1 : mark.start()] != "=":
            found.append(_marked(text, mark, last.start(), span, number, closed=True))
        index = closing + 1
    return found


def _marked(
    text: str, mark: re.Match[str], stop: int, outer: Span, number: int, *, closed: bool
) -> Marked:
    begin = mark.end()
    while begin < stop and text[begin].isspace():
        begin += 1
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    return Marked(begin, stop, outer, number, mark[0], closed)


def _opens(text: str, start: int, end: int, mark: re.Match[str], *, reverse: bool) -> bool:
    """Whether a mark met outside a quote begins one."""
    sign, at, after = mark[0], mark.start(), mark.end()
    if sign in ("„", "「", "『", "``", "‟") or (sign == "“" and _starts(text, start, at)):
        return True
    if sign == "«":
        return not reverse
    if sign == "»":
        return reverse or (_starts(text, start, at) and after < end and not text[after].isspace())
    if sign in "」』":
        return False
    if sign in _SINGLE:
        if sign == "’" or _ELIDED.match(text, at):
            return False
        return _starts(text, start, at) and after < end and not text[after].isspace()
    following = text[after] if after < end else " "
    if sign == "''":
        return not following.isspace()
    if sign == "“":
        return not following.isspace() and following not in ".,;:!?)"
    return _starts(text, start, at) and not following.isspace()


def _starts(text: str, start: int, at: int) -> bool:
    """Whether an opening mark may stand at `at`, by the character before it."""
    return at <= start or text[at - 1] in _BEFORE_OPENING or text[at - 1] in "'‘\"“"


def _closing(
    text: str, end: int, marks: list[re.Match[str]], index: int, *, reverse: bool
) -> int | None:
    """The index of the mark that closes `marks[index]`, over nested pairs of the same sign."""
    sign = marks[index][0]
    closers = "»" if sign == "«" else "«" if sign == "»" and reverse else _CLOSERS.get(sign, sign)
    single = sign in _SINGLE
    depth = 1
    nests = sign in "«»" and _are_balanced(marks, index, sign, closers)
    fallback: int | None = None
    nearest: int | None = None
    for later in range(index + 1, len(marks)):
        mark = marks[later]
        other, at = mark[0], mark.start()
        if nests and other == sign:
            depth += 1
            continue
        if other not in closers:
            continue
        after = text[mark.end()] if mark.end() < end else " "
        before = text[at - 1]
        if other == sign or other in '"“':
            opening = (
                (before.isspace() or before in "([")
                and not after.isspace()
                and after not in ".,;:!?)»”’"
                and not (sign == "„" and other == "“")
            )
            if opening and other in '"“' and sign != "„":
                depth += 1
                continue
        if single and not _closes_single(text, end, marks, later):
            fallback = later if fallback is None else fallback
            continue
        if other == '"' and depth == 1 and _is_size(text, end, marks, later):
            continue
        depth -= 1
        fallback = later
        nearest = later if nearest is None else nearest
        if depth == 0:
            return later
    # a mark is lost: “ice queen or “robot”, and “I do not want to be popular”
    lost = text[marks[index].end() : marks[index].end() + 1].islower()
    if sign == "„" and fallback is None:  # „so«
        return next((at for at in range(index + 1, len(marks)) if marks[at][0] in "«»"), None)
    return nearest if lost and nearest is not None else fallback


def _are_balanced(marks: list[re.Match[str]], index: int, sign: str, closer: str) -> bool:
    """Whether each guillemet from here on has its partner, so that inner ones nest."""
    later = [mark[0] for mark in marks[index:]]
    return len(closer) == 1 and later.count(sign) == later.count(closer) > 1


def _closes_single(text: str, end: int, marks: list[re.Match[str]], index: int) -> bool:
    """Whether a single mark ends a quote rather than a plural's genitive ("the boys' room")."""
    mark = marks[index]
    at, stop = mark.start(), mark.end()
    before = text[at - 1]
    after = text[stop] if stop < end else "\n"
    if before != "s" or not after.isspace():
        return True
    return not any(
        later[0] in "'’" and (text[later.start() - 1] in _TERMINAL or later.end() >= end)
        for later in marks[index + 1 : index + 1 + _MAX_MARKS_AHEAD]
    )


def _is_size(text: str, end: int, marks: list[re.Match[str]], index: int) -> bool:
    """Whether a straight mark after a digit means inches, as another closing mark follows."""
    mark = marks[index]
    if not _SIZE.search(text, max(0, mark.start() - 1), mark.start()):
        return False
    for later in itertools.islice(marks, index + 1, index + 1 + _MAX_MARKS_AHEAD):
        if later[0] == '"':
            after = text[later.end()] if later.end() < end else " "
            opening = text[later.start() - 1].isspace() and not after.isspace()
            return not opening
    return False


def _may_stay_open(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a single mark without its partner can begin a quote over several paragraphs."""
    before = text[start : mark.start()].rstrip()
    return (not before or before.endswith(":")) and text[mark.end()].isupper()


def _stands_unclosed(text: str, item: Marked) -> bool:
    """Whether a stretch that nothing closes reads like a quote: a sentence, of some length."""
    words = text[item.start : item.end].split()
    return len(words) >= 4 and not words[0][:1].islower()


def _unopened_tail(
    text: str, start: int, marks: list[re.Match[str]], pending: Marked, here: list[Marked]
) -> Marked | None:
    """The rest of a quote that a line break cut in two: text up to a mark that can only close."""
    first = marks[0]
    if here and here[0].outer[0] <= first.start():
        return None
    if first[0] not in _CLOSERS.get(pending.mark, "") or not text[start : first.start()].strip():
        return None
    return Marked(
        start, first.start(), (start, first.end()), 0, pending.mark, closed=True, reopened=True
    )


def _reversed_guillemets(text: str) -> bool:
    """Whether the text writes »so« rather than «so», by the first one that touches a letter.

    In a text that writes « so », what is glued to a mark tells nothing: "« so »Ann Weir".
    """
    if "»" not in text and "«" not in text:
        return False
    first = _TOUCHING.search(text)
    if first is None:
        return False
    touches_after = first.end() < len(text) and text[first.end()].isalnum()
    return (first[0] == "»") == touches_after and _SPACED.search(text) is None
