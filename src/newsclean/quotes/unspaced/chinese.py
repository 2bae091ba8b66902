"""Who says a quote in Chinese: the words right before or after its marks.

`X在会上表示：“…”`, `“…”，X说，“…”`. X is a name where it is a family name with one or two
characters, or stands after what somebody is (发言人), or has the dot of a foreign name; in any
other case the speaker stays unknown. The words are in `data/quotes/zh.json`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean.languages import read_data
from newsclean.patterns import lazy_regex
from newsclean.quotes.draft import Source

if TYPE_CHECKING:
    from newsclean.document import Span
    from newsclean.quotes.text.marks import Marked

_REACH_CHARS = 80
"""How far from its marks a quote's verb is sought: a bound on the time."""
_MAX_TOLD_CHARS = 600
"""The same of who told something before, in the same paragraph."""
_BREAK = lazy_regex('[。！？；!?;\n“”「」『』"]')
_COLON = "：:"
_STOPS, _CLOSING = "。！？", '”’」』"'
_MARKS = (("“", "”"), ("「", "」"), ("『", "』"))
_MAX_NAME_CHARS = 12
"""How many characters a foreign name has at most; one after a role half as many."""
_NEVER = lazy_regex("[不的了是和与與等们們及或、在对對从被把将就]")
_TOWARD = lazy_regex("[对對](?![外口门門面岸])|向(?!阳)|[给給跟让讓请請把被]")
"""What leads to somebody who does not speak: 对学生王小明."""
_TIMES = "时時后後前中"
_HAN = "[\u4e00-\u9fff]"
_HOW = lazy_regex(f"{_HAN}{{2,6}}地")
_MANNER = lazy_regex(f"{_HAN}{{2}}(?<![甘海当當各本外基])地$")
"""How something is said, behind who says it: 吃惊地, 激動地; no name like 甘地."""


class _Patterns(NamedTuple):
    before: re.Pattern[str]
    after: re.Pattern[str]
    role: re.Pattern[str]
    name: re.Pattern[str]
    titled: re.Pattern[str]
    bearer: re.Pattern[str]
    bearing: re.Pattern[str]
    polite: re.Pattern[str]
    subject: re.Pattern[str]
    teller: re.Pattern[str]
    """Who begins a sentence and tells something in it."""
    told: re.Pattern[str]
    """Who speaks in a later clause: "，周建民表示"."""
    related: re.Pattern[str]
    manner: re.Pattern[str]
    """How something is said, in more characters: 不好意思地."""
    acting: re.Pattern[str]
    """Who does something behind a quote and says so in a later clause: 侯永祥摘下眼镜，笑着说."""
    pronouns: frozenset[str]


def source_of(text: str, item: Marked, start: int, end: int) -> Source | None:
    """Who says a stretch; `start` and `end` are its paragraph's. None where no verb says so."""
    patterns = _patterns()
    low, high = item.outer
    if source := _reporting(text, item, start):
        return source
    left = text[max(start, low - _REACH_CHARS) : low]
    cut = max((found.end() for found in _BREAK.finditer(left)), default=0)
    if found := patterns.before.search(left, cut):
        lead = "colon" if left[-1] in _COLON else "before"
        if left[cut : cut + 1] in patterns.pronouns and _HOW.fullmatch(found["who"]):
            cue = low - len(left) + found.start("cue"), low - len(left) + found.end("cue")
            return Source(cue, lead, found["cue"], pronoun=True)  # 他坐下来，笑呵呵地说
        return _source(found, low - len(left), lead)
    right = text[high : min(end, high + _REACH_CHARS)]
    stop = _BREAK.search(right)
    if found := patterns.after.match(right, 0, stop.start() if stop else len(right)):
        return _source(found, high, "after")
    if source := _going_on(text, item, start):
        return source
    if (found := patterns.acting.match(text, high, min(end, high + _REACH_CHARS))) is None:
        return None
    for name in (found["who"], found["who"][:-1]):  # whom the article names elsewhere, too
        if patterns.name.fullmatch(name) and text.count(name) > 1 and not _NEVER.search(name):
            begin = found.start("who")
            return Source(
                found.span("cue"), "after", found["cue"], name, None, (begin, begin + len(name))
            )
    return None


def _reporting(text: str, item: Marked, start: int) -> Source | None:
    """Who told what stands before a quote that is a sentence by itself: X告诉记者，…。“…”."""
    low, high = item.outer
    if not text[start:low].rstrip().endswith("。") or text[high : high + 1] not in ("", "\n"):
        return None
    stops = [stop.end() for stop in _BREAK.finditer(text, max(start, low - _REACH_CHARS), low)]
    begin = stops[-2] if len(stops) > 1 else start
    found = _patterns().teller.match(text, begin, low) if begin >= start else None
    if found is None or _NEVER.search(found["name"]):
        return None
    who = found["name"], found["role"], found.span("name")
    return Source(found.span("cue"), "colon", found["cue"], *who)


def _going_on(text: str, item: Marked, start: int) -> Source | None:
    """Who told what stands before a quote that ends the sentence: X说，…，“…。”."""
    low, high = item.outer
    if text[start:low].rstrip()[-1:] != "，" or text[high - 2] not in _STOPS:
        return None
    begin = max(start, *(text.rfind(stop, start, low) + 1 for stop in _STOPS))
    while text[begin] in _CLOSING:
        begin += 1
    near = low - begin <= _REACH_CHARS
    told = _patterns().after.match(text, begin, low) if near else None
    source = _source(told, 0, "colon") if told else None
    return source if source and source.speaker else None


def subject_of(text: str, start: int, end: int) -> tuple[str, str | None, Span] | None:
    """The name with which the sentence around `end` begins, what they are, and where it stands.

    Only where `end`, a pronoun, stands in a later clause: 船工赵德福今年六十八岁，他告诉记者. Else
    whoever alone begins a sentence before it: 赵德福表示，桥要修。“...”他说.
    """
    patterns = _patterns()
    low = max(start, end - _REACH_CHARS)
    begin = max((found.end() for found in _BREAK.finditer(text, low, end)), default=low)
    found = None if low > start and begin == low else patterns.subject.match(text, begin, end)
    if found is None:
        far = max(start, end - _MAX_TOLD_CHARS)
        begins = (start, *(stop.end() for stop in _BREAK.finditer(text, far, end)))
        told = [one for at in begins if (one := patterns.subject.match(text, at, end))]
        told += (
            one
            for one in patterns.told.finditer(text, far, end)
            if all(
                text.count(a, far, one.start()) == text.count(b, far, one.start())
                for a, b in _MARKS
            )
        )
        told = [
            one for one in told if not _NEVER.search(one["role"].rpartition("的")[2] + one["name"])
        ]
        if len({one["name"] for one in told}) != 1:
            return None
        found = told[-1]
    return found["name"], found["role"] or None, found.span("name")


def turns_to_another(text: str, start: int, end: int) -> bool:
    """Whether a stretch tells of somebody's family, who "he" may be then: 她的丈夫住在城里."""
    return _patterns().related.search(text, start, end) is not None


def _source(found: re.Match[str], at: int, side: str) -> Source:
    cue = at + found.start("cue"), at + found.end("cue")
    who, start = found["who"], at + found.start("who")
    patterns = _patterns()
    related = patterns.related.search(who) or patterns.role.search(who)
    if who in patterns.pronouns or (who[0] in patterns.pronouns and not related):
        return Source(cue, side, found["cue"], pronoun=True)
    role, name = _parted(who)
    if name is None and found.end("who") < found.start("cue"):
        who = found.string[found.start("who") : found.start("cue")]
        role, name = _within(found["who"], who)
    if name is None:
        return Source(cue, side, found["cue"])
    begin = start + who.rindex(name)
    return Source(cue, side, found["cue"], name, role, (begin, begin + len(name)))


def _within(body: str, phrase: str) -> tuple[str | None, str | None]:
    """Who ends a phrase that only looks as if a clause went on behind `body`, which is nobody.

    该校后勤处处长郑海波, 住在三楼的退休工人唐慧芳: 后 and 在 belong to what he is.
    """
    patterns = _patterns()
    person = any(found.end() == len(body) for found in patterns.role.finditer(body))
    if person or patterns.bearing.search(body) or _TOWARD.search(phrase):
        return None, None
    role, name = _parted(phrase)
    if role is None or name is None or name[-1] in _TIMES or not patterns.name.fullmatch(name):
        return None, None
    return role, name


def _parted(who: str) -> tuple[str | None, str | None]:
    """What somebody is and what they are called, as far as that is certain."""
    patterns = _patterns()
    who = _MANNER.sub("", patterns.manner.sub("", who))
    roles = list(patterns.role.finditer(who))
    for found in reversed(roles):
        name = who[found.end() :]
        foreign = 2 <= len(name) <= (_MAX_NAME_CHARS if "·" in name else _MAX_NAME_CHARS // 2)
        if foreign and not _NEVER.search(name) and re.fullmatch(f"(?:{_HAN}|·)+", name):
            return who[: found.end()].rpartition("的")[2].rpartition("、")[2], name
    if named := patterns.bearer.search(who):
        return named["role"] or None, named["name"]
    if polite := patterns.polite.fullmatch(who.rpartition("的")[2]):
        return None, polite["name"]
    plain = patterns.name.fullmatch(who) or patterns.titled.fullmatch(who)
    dotted = "·" in who and len(who) <= _MAX_NAME_CHARS and not _NEVER.search(who)
    return None, who if plain or dotted else None


@cache
def _patterns() -> _Patterns:
    lexicon = read_data("quotes/zh.json")
    data: dict[str, str] = {**lexicon["patterns"], "cues": lexicon["cues"]}

    def either(name: str) -> str:
        words = sorted(data[name].split(), key=lambda word: (-len(word), word))
        return "|".join(map(re.escape, words))

    kin = f"{either('kin')}|{either('roles')}"
    clause = "[^，,：:]"
    subject = rf"(?P<who>{clause}{{1,40}}?)"
    between = rf"(?:(?:{either('between')}|\d+[日月]){clause}{{0,40}}?)?"
    said = rf"{subject}{between}(?P<cue>{either('cues')})"
    name = rf"(?!{either('no_names')})(?:{either('surnames')}){_HAN}{{1,2}}"
    return _Patterns(
        before=re.compile(rf"(?:^|(?<=[，,。！？；!?;\n”」』\"])){said}[{_COLON}，,]?\s*$"),
        after=re.compile(rf"[，,]?\s*{said}(?=[，,：:。；]|$)"),
        role=re.compile(either("roles")),
        name=re.compile(name),
        titled=re.compile(rf"(?:{either('surnames')}){_HAN}{{0,2}}(?:{either('titles')})"),
        bearer=re.compile(
            rf"(?:^|的|、)(?:(?P<role>{_HAN}{{1,6}}?(?:{either('bearers')})))?(?P<name>{name})$"
        ),
        bearing=re.compile(f"(?:{either('bearers')})$"),
        polite=re.compile(rf"(?P<name>{_HAN}{{2,4}})(?:先生|女士|小姐)"),
        subject=re.compile(
            rf"\s*(?:(?:对此|對此|不过|不過|此外|同时|同時|然而|目前)[，,])?(?P<role>{_HAN}{{0,16}}(?:{either('roles')})|{_HAN}{{0,8}}?)"
            rf"(?P<name>{name}|(?:{either('surnames')})(?:{either('titles')}))"
            rf"(?<![住来去站坐走每在已还边村围路里镇乡区街县省市])(?=(?:{either('follows')}|{either('cues')})[^，,。]*[，,。]|[，,])"
        ),
        teller=re.compile(
            rf"\s*(?:{clause}{{0,12}}?(?P<role>{_HAN}{{0,14}}(?:{either('roles')})))?(?P<name>{name})"
            rf"{between}(?P<cue>{either('cues')})[，,：:]"
        ),
        told=re.compile(rf"(?<=[，,])(?P<role>)(?P<name>{name})(?={either('cues')})"),
        related=re.compile(f"[他她](?:[的们們]|的?(?:{kin}))"),
        manner=re.compile(rf"(?:{either('manner')})地?$"),
        acting=re.compile(
            rf"(?P<who>{name}){clause}{{1,20}}[，,]{clause}{{0,10}}?(?P<cue>{either('cues')})[，,：:。]"
        ),
        pronouns=frozenset(data["pronouns"].split()),
    )
