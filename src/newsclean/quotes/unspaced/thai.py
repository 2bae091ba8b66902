"""Who says a quote in Thai: a verb of speech beside the marks, and a name behind a title.

`นายสมชาย ใจดี ผู้ใหญ่บ้าน กล่าวว่า “…”`, `“…” นางมาลี สุขใจ กล่าว`. No blanks part words there, so
that only what follows a title (นาย, น.ส., ดร.) is known to be a name; a first name alone is the one
that the text has in full before. The words are in `data/quotes/th.json`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean.languages import read_data
from newsclean.quotes.draft import Source

if TYPE_CHECKING:
    from newsclean.quotes.text.marks import Marked

_REACH_CHARS = 160
"""How far from its marks a quote's subject is sought: a bound on the time."""
_MAX_ROLE_CHARS = 60
"""How far before its verb a name may stand, with what somebody is between them; a guess."""
_MAX_TOLD_CHARS = 400
"""How far before a quote its speaker may have begun to tell, in the same paragraph; a guess."""
_MIN_GOING_ON_CHARS = 20
"""The shortest quote that goes on what was told: a shorter one is a word in marks; a guess."""
_MIN_OFFICE_CHARS = 3
_THAI = "[\u0e01-\u0e4e]"
_OUTSIDE = '[^“”"«»\n]'


class _Patterns(NamedTuple):
    led: re.Pattern[str]
    """A verb and "that", right before a quote."""
    followed: re.Pattern[str]
    """A verb behind it."""
    telling: re.Pattern[str]
    """A verb and "that", and what was told in other words before a quote."""
    name: re.Pattern[str]
    office: re.Pattern[str]


def source_of(text: str, item: Marked, start: int, end: int) -> Source | None:
    """Who says a stretch; `start` and `end` are its paragraph's. None where no verb says so."""
    patterns, (low, high) = _patterns(), item.outer
    begin = max(start, low - _REACH_CHARS)
    side = "colon"
    found = patterns.led.search(text, begin, low)
    if found is None:
        begin, side = high, "after"
        found = patterns.followed.match(text, high, min(end, high + _REACH_CHARS))
    if found is None and high - low >= _MIN_GOING_ON_CHARS:
        begin, side = start, "colon"
        found = patterns.telling.search(text, max(start, low - _MAX_TOLD_CHARS), low)
    if found is None:
        return None
    cue = found.span("cue")
    silent = Source(cue, side, found["cue"])
    stop = cue[0]
    if side == "after" and found["pronoun"]:
        begin, stop = start, low  # "เธอเล่า": who alone is named before
        far = len({one["given"] for one in patterns.name.finditer(text, start, low)}) > 1
    named = list(patterns.name.finditer(text, begin, stop))[-1:]
    far = far if stop == low else bool(named) and stop - named[0].end() > _MAX_ROLE_CHARS
    if not named and (known := _known(text, start, low, text[begin:stop].strip())):
        name, mention = known
        return Source(cue, side, found["cue"], name, None, mention)
    if not named or named[0]["beside"] or far:
        return silent
    given, family = named[0]["given"], named[0]["family"]
    if family is None:  # as whom the text has named in full before
        whole = (one for one in patterns.name.finditer(text, 0, begin) if one["given"] == given)
        family = next((one["family"] for one in whole if one["family"]), None)
    if family is None:
        return silent
    office = patterns.office.match(text, named[0].end(), stop)
    role = office[0].strip() if office else None
    name = f"{given} {family}"
    return Source(cue, side, found["cue"], name, role, (named[0].start("given"), named[0].end()))


def _known(text: str, start: int, low: int, who: str) -> tuple[str, tuple[int, int]] | None:
    """Whom the first name or the office before a verb is: นายอำเภอกล่าว, จิราพรกล่าว."""
    patterns = _patterns()
    named = [one for one in patterns.name.finditer(text, 0, low) if one["family"]]
    if not who or not named:
        return None
    first = {f"{one['given']} {one['family']}": one for one in named if who.endswith(one["given"])}
    near = [one for one in named if one.start() >= start]
    if not first and len(near) == 1:
        office = patterns.office.match(text, near[0].end(), low)
        if office and office[0].strip().startswith(who) and len(who) >= _MIN_OFFICE_CHARS:
            first = {f"{near[0]['given']} {near[0]['family']}": near[0]}
    if len(first) != 1:
        return None
    [(name, one)] = first.items()
    return name, (one.start("given"), one.end())


@cache
def _patterns() -> _Patterns:
    lexicon = read_data("quotes/th.json")
    data: dict[str, str] = {**lexicon["patterns"], "cues": lexicon["cues"]}

    def either(name: str) -> str:
        words = sorted(data[name].split(), key=lambda word: (-len(word), word))
        return "|".join(map(re.escape, words))

    cues, ends = either("cues"), rf"(?=\s|$|{either('cues')})"
    given = rf"(?!{either('no_names')})(?P<given>{_THAI}{{2,20}}?)"
    family = (
        rf"(?: (?!{either('offices')}|{either('no_families')}|{cues})(?P<family>{_THAI}{{2,25}}?))?"
    )
    return _Patterns(
        led=re.compile(rf"(?P<cue>{cues})(?:{_OUTSIDE}{{0,40}}ว่า)?[:\s]*$"),
        followed=re.compile(
            rf"\s*(?:(?P<pronoun>เธอ|เขา|เจ้าตัว)|(?={either('titles')}|{either('offices')}|{cues})"
            rf"{_OUTSIDE}{{0,80}}?)"
            rf"(?P<cue>{cues})(?!ถึง|หา)"
        ),
        telling=re.compile(rf"(?P<cue>{cues})(?:{_THAI}{{0,12}})ว่า(?!{cues}){_OUTSIDE}*$"),
        name=re.compile(
            rf"(?P<beside>{either('beside')})?\s?(?:{either('titles')})\s?{given}{ends}{family}{ends}"
        ),
        office=re.compile(rf"\s(?:{either('offices')}){_THAI}*"),
    )
