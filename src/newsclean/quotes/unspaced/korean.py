"""Who says a quote in Korean: the topic of its sentence, where a role tells a name.

`송영길 의원은 “…”라고 말했다`. A name is two to four syllables before what somebody is (의원, 대표)
with the particle of a topic or subject; a family name alone (송 의원은, 송씨는) is the one with
that role before, and 그는 the topic of a sentence before it in the paragraph. In any other case
the speaker stays unknown. The roles and family names are in `data/quotes/ko.json`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclean.languages import read_data
from newsclean.patterns import lazy_regex
from newsclean.quotes.draft import Source

if TYPE_CHECKING:
    from newsclean.document import Span
    from newsclean.quotes.text.marks import Marked

_REACH_CHARS = 120
"""How far from its marks a quote's subject is sought: a bound on the time."""
_ASKED = "에게 물"
"""In the sentence before, it asks somebody, who may be "he" then: "이 씨는 김 시장에게 물었다"."""
_COUNTS = frozenset("한두세네각전현")
"""Words before a role that are no family name there: "a", "two", "each", "former"."""
_STOP = lazy_regex(r"[.!?]\s|[”\"]\s*[.]\s")
_ENDINGS = "했 혔 였 렸 켰 았 었 졌 한 된 왔".replace(" ", "|")
_INNER = lazy_regex('[“"][^“”"]*[”"](?:[가-힣]{1,4}(?= ))?')
"""A quote with its ending: in “…”고 the 고 is no family name."""
_PARTICLE = lazy_regex("[가-힣]{1,4}(?= )")
"""The ending right behind a quote."""
_OBJECTS = ("을 ", "를 ", "에 ")
"""How what a participle has before it ends."""
_SYLLABLES, _FINALS, _FINAL_N, _NAME_CHARS = 0xAC00, 28, 4, 3
"""The first syllable in Unicode, how many have the same beginning, which of them ends with n, as
participles do; and how long most names are."""
_POLITE = frozenset({"씨", "군", "양"})
"""Mr or Ms, and the same of the young."""
_PRONOUN = lazy_regex(r"\s*(?:그는|그녀는|그가) ")
_TOLD_SO = lazy_regex(r"이렇게 [^.]{0,12}다\.\s*$")
"""The sentence before a quote, where it tells that somebody said "so"."""
_VERB = lazy_regex(rf"[^“”\"]{{0,47}}?(?P<cue>[가-힣]{{1,4}}(?:{_ENDINGS})다)")


def source_of(text: str, item: Marked, start: int, end: int) -> Source | None:
    """Who says a stretch; `start` and `end` are its paragraph's. None where nobody is named."""
    low, high = item.outer
    begin = max(start, low - _REACH_CHARS) - 1  # a break before a family name alone: 편씨는
    before = "\n" + _INNER.sub(lambda inner: "\0" * len(inner[0]), text[begin + 1 : low])
    cut = max((found.end() for found in _STOP.finditer(before)), default=0)
    subjects = list(_subject().finditer(before, cut))
    at = begin
    if not subjects:
        behind = text[high : min(end, high + _REACH_CHARS)]
        if ending := _PARTICLE.match(behind):
            behind = "\0" * ending.end() + behind[ending.end() :]
        stop = _STOP.search(behind)
        subjects = list(_subject().finditer(behind, 0, stop.end() if stop else len(behind)))[:1]
        at = high
    told = _PRONOUN.match(before, cut) or _TOLD_SO.search(before) or _pronoun_behind(text, high)
    if not subjects and told:
        above = _INNER.sub(lambda inner: "\0" * len(inner[0]), text[start : begin + cut])
        above = "\n" + above
        asked = _ASKED in above.rstrip(" .").rpartition(".")[2]
        subjects, at = [] if asked else list(_subject().finditer(above)), start - 1
    if not subjects:
        return None
    found = subjects[-1]
    who, role = _parted(text, at + found.start("name"), at + found.end("name"), found["role"])
    name = _in_full(text[: who[0]], text[who[0] : who[1]], role)
    if name is None:
        return None
    verb = _VERB.match(text, high, min(end, high + _REACH_CHARS))
    place = verb.span("cue") if verb else who
    said = None if role in _POLITE else role
    return Source(place, "after", verb["cue"] if verb else "", name, said, who)


def _pronoun_behind(text: str, high: int) -> bool:
    """Whether "he" follows a quote and its ending: “…”라고 그는 덧붙였다."""
    particle = _PARTICLE.match(text, high)
    return particle is not None and _PRONOUN.match(text, particle.end()) is not None


def _parted(text: str, start: int, end: int, role: str) -> tuple[Span, str]:
    """Where a name stands, and the role: behind a time or a participle it seems part of the role.

    "오전 송영길 의원은", "당을 이끈 송영길 의원은" are Song Young-gil's: "송영길 민주당 의원은".
    """
    patterns = read_data("quotes/ko.json")["patterns"]
    following, _, rest = role.partition(" ")
    word = text[start:end]
    beside, _, last = role.rpartition(" ")
    beside = beside.rpartition(" ")[2]
    certain = len(beside) == _NAME_CHARS and beside[0] in patterns["families"]
    certain = certain and not beside.endswith((*patterns["bodies"].split(), *_all_roles()))
    if certain and (word in patterns["times"].split() or word.endswith(_all_roles())):
        begin = text.rindex(beside, end, text.index(role, end) + len(role))
        return (begin, begin + len(beside)), last
    participle = (ord(word[-1]) - _SYLLABLES) % _FINALS == _FINAL_N and (
        word[0] not in patterns["families"] or text[max(0, start - 2) : start] in _OBJECTS
    )
    named = following[0] in patterns["families"] and (
        not participle or len(following) == _NAME_CHARS
    )
    if rest and named and (participle or word in patterns["times"].split()):
        begin = text.index(following, end)
        return (begin, begin + len(following)), rest
    return (start, end), role


def _in_full(before: str, name: str, role: str) -> str | None:
    """A name of several syllables; for a family name alone the one that it began before."""
    if len(name) > 1:
        return name
    between = r"(?:\(\d{1,3}\))? ?" if role in _POLITE else " (?:[가-힣]{2,8} )?(?:[가-힣]{1,4})?"
    full: list[str] = re.findall(
        rf"(?<![가-힣])({name}[가-힣]{{1,3}}){between}{re.escape(role)}", before
    )
    # "대표 원상필씨(57)는", then "원 대표는"
    full += re.findall(rf"(?<![가-힣]){re.escape(role)} ({name}[가-힣]{{2}})(?=씨|\()", before)
    if full:
        return full[-1] if len(set(full)) == 1 else None
    if " " in role or name in _COUNTS:
        return None
    # "이재명 후보", and after the election "이 당선인"
    others: set[str] = set(
        re.findall(
            rf"(?<![가-힣])({name}[가-힣]{{2}})(?<![는은을]) "
            rf"(?:[가-힣]{{2,8}} )?(?:{_roles()})(?![가-힣]{{3}})",
            before,
        )
    )
    return others.pop() if len(others) == 1 else None


@cache
def _all_roles() -> tuple[str, ...]:
    roles = read_data("quotes/ko.json")["patterns"]["roles"].split()
    return tuple(sorted((role for role in roles if role not in _POLITE), key=len, reverse=True))


@cache
def _roles() -> str:
    return "|".join(map(re.escape, _all_roles()))


@cache
def _subject() -> re.Pattern[str]:
    patterns = read_data("quotes/ko.json")["patterns"]
    families = f"[{patterns['families'].replace(' ', '')}]"
    bodies = "|".join(patterns["bodies"].split())
    where = rf"[가-힣]{{1,9}}(?:{bodies})"
    # "김형준 한솔대 사회학과 교수": the body is no name, who stands before it is
    whole = rf"{families}[가-힣]{{2}}(?<!대)(?= {where} )"
    name = rf"(?P<name>{whole}|(?!{where} [가-힣]{{2,12}} )[가-힣]{{1,4}})"
    office = rf"(?:(?:{where} )?(?:전|현|[가-힣]{{2,12}}) )?(?:[가-힣]{{2,5}})??(?:{_roles()})"
    young = f"(?<![해공육])(?:(?<={families}[가-힣]{{2}})|(?<={families}[가-힣]{{2}} ))[군양]"
    role = rf"(?P<role>{office}|씨|{young})(?:\((?:\d{{1,3}}|[^()\d]{{2,30}})\))?"
    polite = rf"(?<=[^가-힣]{families})(?=씨)|(?<={families}[가-힣]{{2}})(?=[씨군양])"
    aged = rf"(?:\(\d{{1,3}}\) ?| |{polite})"
    said = "의(?= (?:말|설명|얘기|이야기|지적)이다)"
    return re.compile(rf"(?<![가-힣]){name}{aged}{role}(?:은|는|이|가|도|{said})(?![가-힣])")
