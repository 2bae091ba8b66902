"""Who says a quote in Japanese: 「…」 followed by と and a verb, and the topic of its sentence.

`Xさんは「…」と話した`, `「…」と、X首相は述べた`, `「…」とXさんは肩を落とした`, and the sentence
beside it that says "so": `「…」。Xさんはそう話す`. X is a name where さん, 氏 or what somebody is
(首相) ends it; in any other case the speaker stays unknown. The words are in
`data/quotes/ja.json`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean.languages import read_data
from newsclean.patterns import lazy_regex
from newsclean.quotes.draft import Source

if TYPE_CHECKING:
    from newsclean.quotes.text.marks import Marked

_REACH_CHARS = 160
"""How far before its marks a quote's subject is sought: a bound on the time."""
_BREAK = lazy_regex("[。！？!?\n]")
_INNER = lazy_regex("[「『][^「」『』]*[」』]")
_NOTE = lazy_regex(r"（[^（）]*）$|\([^()]*\)$")
_TOPICS = ("は", "が", "も")
_TOPIC = lazy_regex("[はがも]")
_ENDED_ON = lazy_regex("(?:の|人|役|主)は、?(?P<who>[^。「」『』\n]{2,60}?)(?:だ|です|である)?。$")
"""A sentence that says who it was: 作ったのは、元漁師の浜崎さん（66）だ。"""
_KANJI = "[\u4e00-\u9fff々ヶ]"
_GIVEN = (
    "[ァ-ヴー]{2,4}[子代江枝美恵]?|[ぁ-ん](?<![のはがをにでもるくすうつぬぶ])[ぁ-ん]{1,2}"
    "|[ぁ-ん]{2}[子代江枝美恵]|はる[みかなこ]|はなこ?|のぞみ|のりこ|もえこ?|もも[こかえ]?|くみこ?|くるみ|すみ[れこえ]|すず[かねこ]?"
)
"""A first name that is not written in kanji, behind a family name: 森田ハツ, 木谷ふみ, 森ゆき子."""
_READING = r"(?:[（(][ぁ-んァ-ヴー・\s\d歳]{1,20}[）)])?"
"""How a name is read, or an age, between it and what follows: 森田健（もりた・けん）町長."""
_MIN_NAME_CHARS, _MAX_NAME_CHARS = 2, 5
_MIN_ACTED_CHARS = 10
"""The shortest quote whose speaker only does something: 「さくら」と岸本さんは記した is a name."""


class _Patterns(NamedTuple):
    said: re.Pattern[str]
    acted: re.Pattern[str]
    """A topic behind と, whatever it does."""
    echoed: re.Pattern[str]
    """The sentence behind a quote that says "so"."""
    announced: re.Pattern[str]
    """The sentence before it that says "as follows"."""
    alone: re.Pattern[str]
    """The same without a topic: that of the sentence before told so."""
    cleft: re.Pattern[str]
    signed: re.Pattern[str]
    name: re.Pattern[str]
    ending: str
    """What may follow a name: さん, 首相."""
    honorifics: frozenset[str]
    bodies: tuple[str, ...]


def source_of(text: str, item: Marked, start: int, end: int) -> Source | None:
    """Who says a stretch; `start` and `end` are its paragraph's. None where no verb says so."""
    low, high = item.outer
    if behind := _behind(text, high, min(end, high + _REACH_CHARS)):
        return behind
    found = _patterns().said.match(text, high, min(end, high + _REACH_CHARS))
    begin = max(start, low - _REACH_CHARS)
    if found is None:
        return _told_beside(text, item, begin, min(end, high + _REACH_CHARS))
    cue = found.span("cue")
    cut = max((stop.end() for stop in _BREAK.finditer(text, begin, low)), default=begin)
    # what stands between other marks says nothing of who speaks, and its length must stay
    left = _INNER.sub(lambda inner: "\0" * len(inner[0]), text[cut:low])
    for stretch, at in ((found["gap"] or "", found.start("gap")), (left, cut)):
        for topic in _topics(stretch):
            if named := _named(text, stretch[:topic], at):
                name, role, mention = named
                return Source(cue, "after", found["cue"], name, role, mention)
            if stretch[topic] == _TOPICS[0]:
                return Source(cue, "after", found["cue"])
    before = _topic_before(text, begin, cut) if cut == low and not found["gap"] else None
    if before is None:
        return Source(cue, "after", found["cue"])
    name, role, mention = before
    return Source(cue, "after", found["cue"], name, role, mention)


def _topic_before(
    text: str, begin: int, end: int
) -> tuple[str, str | None, tuple[int, int]] | None:
    """The person who is the topic of the sentence before: 佐伯さんは座った。「…」と振り返る.

    Or the one it ends on: 館長を務めるのは、元漁師の浜崎さん（66）だ。「…」と笑う.
    """
    stops = [stop.end() for stop in _BREAK.finditer(text, begin, end - 1)]
    if (last := _ENDED_ON.search(text, stops[-1] if stops else begin, end)) is None and stops:
        far = stops[-2] if len(stops) > 1 else begin  # the sentence between has no topic
        last = (
            None if _TOPIC.search(text, stops[-1], end) else _ENDED_ON.search(text, far, stops[-1])
        )
    if last and (named := _named(text, last["who"], last.start("who"))):
        return named
    start = stops[-1] if stops else begin
    topic = text.find(_TOPICS[0], start, end)
    return _named(text, text[start:topic], start) if topic > 0 else None


def _told_beside(text: str, item: Marked, begin: int, end: int) -> Source | None:
    """Whom the words around a quote name that no verb of its own sentence gives to somebody."""
    patterns, (low, high) = _patterns(), item.outer
    found = patterns.echoed.match(text, high, end)
    if found is None and item.end - item.start >= _MIN_ACTED_CHARS:
        found = patterns.acted.match(text, high, end)
    side = "after"
    if found is None:
        found, side = patterns.announced.search(text, begin, low), "colon"
    if found is None and (alone := patterns.alone.search(text, begin, low)):
        above = _topic_before(text, begin, alone.start())
        return Source(alone.span("cue"), side, alone["cue"], *above) if above else None
    if found is None and _stands_alone(text, item, begin, end):
        above = _topic_before(text, begin, low)
        return Source(above[2], "after", "", *above) if above else None
    named = _named(text, found["who"], found.start("who")) if found else None
    if found is None or named is None:
        return None
    cue = found.groupdict().get("cue") or ""
    return Source(found.span("cue") if cue else found.span("who"), side, cue, *named)


def _stands_alone(text: str, item: Marked, begin: int, end: int) -> bool:
    """Whether a quote is a sentence that follows another one: 船頭の粕谷さんは笑う。「出す」."""
    low, high = item.outer
    ends = high >= end or text[high] in "。\n"
    return (
        ends and low > begin and text[low - 1] == "。" and item.end - item.start >= _MIN_ACTED_CHARS
    )


def _behind(text: str, start: int, end: int) -> Source | None:
    """Who is named behind a quote: 」と訴えるのは、森田ハツさんだ, 」と森田氏."""
    patterns = _patterns()
    found = patterns.cleft.match(text, start, end) or patterns.signed.match(text, start, end)
    if found is None:
        return None
    named = _named(text, found["who"], found.start("who"))
    if named is None:
        return None
    cue = found.groupdict().get("cue") or ""
    place = found.span("cue") if cue else found.span("who")
    return Source(place, "after", cue, *named)


def _topics(stretch: str) -> list[int]:
    """Where the particles stand after which a subject ends, the likeliest first."""
    return [at for mark in _TOPICS if (at := stretch.rfind(mark)) > 0]


def _named(text: str, phrase: str, at: int) -> tuple[str, str | None, tuple[int, int]] | None:
    """The name that ends a noun phrase, what its owner is, and where it stands."""
    patterns = _patterns()
    bare = _NOTE.sub("", phrase)
    found = patterns.name.search(bare)
    if found is None:
        return None
    name, role = found["name"], found["role"]
    short = len(name) < _MIN_NAME_CHARS and role not in patterns.honorifics
    if short or name.endswith(patterns.bodies):
        return None
    start = at + found.start("name")
    whole = in_full(text[:start], name)
    return whole, None if role in patterns.honorifics else role, (start, start + len(name))


def in_full(before: str, name: str) -> str:
    """The longer name that the text has before for the one who is now called `name`."""
    if not re.fullmatch(f"{_KANJI}{{1,3}}", name):
        return name
    ruby = r"(?:[ァ-ヴー]{1,15}\s?)?"
    given = rf"(?!さん)(?:{_KANJI}{{1,3}}?|{_GIVEN})"
    people = rf"(?<!{_KANJI})({name}{given}){ruby}(?=（|{_patterns().ending})"
    led = rf"(?:{_patterns().ending})[：:]\s?({name}{_KANJI}{{1,3}})(?!{_KANJI})"  # 社長：森田健
    found = re.search(people, before) or re.search(led, before)
    return found[1] if found else name


@cache
def _patterns() -> _Patterns:
    lexicon = read_data("quotes/ja.json")
    data: dict[str, str] = {**lexicon["patterns"], "cues": lexicon["cues"]}

    def either(*names: str) -> str:
        words = sorted(" ".join(data[name] for name in names).split(), key=lambda w: (-len(w), w))
        return "|".join(map(re.escape, words))

    gap = "(?P<gap>、[^。「」『』\n]{1,40}?|[^。、「」『』\n]{0,24}?[でにくはがも])?"
    clause, sentence = "[^。、「」『』\n]", "[^。「」『』\n]"
    topic = rf"(?P<who>{clause}{{2,40}}?)は(?!る[みかなこ]|なこ)"  # but "森はるみさんは"
    ending = either("honorifics", "roles")
    return _Patterns(
        said=re.compile(rf"(?:など)?と{gap}(?P<cue>{either('cues')})"),
        acted=re.compile(
            rf"と(?![いのはも]|{sentence}*(?:{either('heard')}))、?"
            rf"(?P<who>[^。、「」『』\nをがにでとへ]{{2,30}})は(?={sentence}+。)"
        ),
        echoed=re.compile(
            rf"。?{topic}{sentence}{{0,16}}?(?:そう|(?=こう{sentence}+(?:。(?!「)|$))こう)"
            rf"{sentence}{{0,10}}?(?P<cue>{either('cues')})"
        ),
        announced=re.compile(
            rf"(?:^|(?<=[。\n])){topic}{sentence}{{0,24}}?(?:こう|次のように)"
            rf"{sentence}{{0,10}}?(?P<cue>{either('cues')}){clause}{{0,8}}。\s?$"
        ),
        alone=re.compile(
            rf"(?:^|(?<=[。\n]))[^。「」『』はが\n]{{0,30}}?(?:こう|次のように)"
            rf"{sentence}{{0,10}}?(?P<cue>{either('cues')}){clause}{{0,8}}。\s?$"
        ),
        cleft=re.compile(
            rf"(?:と|。?(?:そう|こう))(?P<cue>{either('cues')})[ぁ-ん]{{0,3}}?のは、?(?P<who>{clause}{{2,40}}?)"
            "(?:だ|です|である)?(?=。|$)"
        ),
        signed=re.compile(rf"と、?(?P<who>{clause}{{2,30}})(?=。|$)"),
        name=re.compile(
            rf"(?:(?<!{_KANJI})(?P<name>{_KANJI}{{1,{_MAX_NAME_CHARS}}}?"
            rf"|{_KANJI}{{1,3}}(?:{_GIVEN})(?=さん|氏)|[ァ-ヴー・＝]{{2,20}}))"
            rf"{_READING}(?P<role>{ending})$"
        ),
        ending=ending,
        honorifics=frozenset(data["honorifics"].split()),
        bodies=tuple(data["bodies"].split()),
    )
