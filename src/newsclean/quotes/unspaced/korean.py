"""Who says a quote in Korean: the topic of its sentence, where a role tells a name.

`송영길 의원은 “…”라고 말했다`. A name is two to four syllables before what somebody is (의원, 대표)
with the particle of a topic or subject; a family name alone (송 의원은) is the one with that role
before. In any other case the speaker stays unknown. The roles are in `data/quotes/ko.json`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclean.languages import read_data
from newsclean.patterns import lazy_regex
from newsclean.quotes.draft import Source

if TYPE_CHECKING:
    from newsclean.quotes.text.marks import Marked

_REACH_CHARS = 120
"""How far from its marks a quote's subject is sought: a bound on the time."""
_COUNTS = frozenset("한두세네각전현")
"""Words before a role that are no family name there: "a", "two", "each", "former"."""
_STOP = lazy_regex(r"[.!?]\s|[”\"]\s*[.]\s")
_ENDINGS = "했 혔 였 렸 켰 았 었 졌 한 된 왔".replace(" ", "|")
_INNER = lazy_regex('[“"][^“”"]*[”"]')
_PARTICLE = lazy_regex("[가-힣]{1,4}(?= )")
"""The ending right behind a quote."""
_POLITE = "씨"
_VERB = lazy_regex(rf"[^“”\"]{{0,47}}?(?P<cue>[가-힣]{{1,4}}(?:{_ENDINGS})다)")


def source_of(text: str, item: Marked, start: int, end: int) -> Source | None:
    """Who says a stretch; `start` and `end` are its paragraph's. None where nobody is named."""
    low, high = item.outer
    begin = max(start, low - _REACH_CHARS)
    before = _INNER.sub(lambda inner: "\0" * len(inner[0]), text[begin:low])
    cut = max((found.end() for found in _STOP.finditer(before)), default=0)
    subjects = list(_subject().finditer(before, cut))
    at = begin
    if not subjects:
        behind = text[high : min(end, high + _REACH_CHARS)]
        behind = _PARTICLE.sub(lambda found: "\0" * len(found[0]), behind, count=1)
        stop = _STOP.search(behind)
        subjects = list(_subject().finditer(behind, 0, stop.end() if stop else len(behind)))[:1]
        at = high
    if not subjects:
        return None
    found = subjects[-1]
    name = _in_full(text[: at + found.start()], found["name"], found["role"])
    if name is None:
        return None
    mention = at + found.start("name"), at + found.end("name")
    verb = _VERB.match(text, high, min(end, high + _REACH_CHARS))
    place = verb.span("cue") if verb else mention
    role = None if found["role"] == _POLITE else found["role"]
    return Source(place, "after", verb["cue"] if verb else "", name, role, mention)


def _in_full(before: str, name: str, role: str) -> str | None:
    """A name of several syllables; for a family name alone the one that it began before."""
    if len(name) > 1:
        return name
    full: list[str] = re.findall(
        rf"(?<![가-힣])({name}[가-힣]{{1,3}}) (?:[가-힣]{{2,8}} )?{re.escape(role)}", before
    )
    if full:
        return full[-1]
    if " " in role or name in _COUNTS:
        return None
    # "이재명 후보", and after the election "이 당선인"
    others: set[str] = set(
        re.findall(
            rf"(?<![가-힣])({name}[가-힣]{{2}}) (?:[가-힣]{{2,8}} )?(?:{_roles()})(?![가-힣]{{3}})",
            before,
        )
    )
    return others.pop() if len(others) == 1 else None


@cache
def _roles() -> str:
    roles = read_data("quotes/ko.json")["patterns"]["roles"].split()
    roles = sorted((role for role in roles if role != _POLITE), key=len, reverse=True)
    return "|".join(map(re.escape, roles))


@cache
def _subject() -> re.Pattern[str]:
    role = rf"(?P<role>(?:(?:전|현|[가-힣]{{2,8}}) )?(?:[가-힣]{{2,5}})??(?:{_roles()})|{_POLITE})"
    aged = r"(?:\(\d{1,3}\) ?| )"
    said = "의(?= (?:말|설명|얘기|이야기|지적)이다)"
    return re.compile(
        rf"(?<![가-힣])(?P<name>[가-힣]{{1,4}}){aged}{role}(?:은|는|이|가|도|{said})(?![가-힣])"
    )
