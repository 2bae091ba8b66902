"""A sentence -> what is printed of it: without its dateline, label and reference marks.

Only whole pieces are left out, never a word added or changed: what is printed together with what
was left out is the sentence. A leading connective goes with its comma where a capital follows it,
so that the rest is a sentence as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsclean import languages
from newsclean.document import ScoredSentence
from newsclean.plain import plain
from newsclean.summary.words import openers

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽΆ-ΫА-ЯЁІЇЄҐ"
_DASH = r"(?:[-–—―]{1,3}|:)"
_PLACE = rf"[{_UPPER}][\w.'’/\- ]{{1,40}}"
_DATE = r"[\w.]{1,12}(?: [\w.]{1,12}){0,3}"
_BRACKETED = (  # OSLO, March 4 (Reuters) — and Berlin (dpa) - and (CNN) --
    rf"(?:By [^.()]{{3,60}}\. )?(?:{_PLACE})?(?:, ?{_DATE}){{0,3}} ?"
    rf"\((?P<agency>[^()\d]{{2,40}})\) ?{_DASH} ?"
)
_CAPITALS = (  # МОСКВА, 5 мар — РИА Новости. and PARIS, 3 mars — and FERROW, March 1.—The
    rf"[{_UPPER}]{{3,}}[{_UPPER} .'’\-]{{0,30}}(?:, ?[^\W\d_][\w.]{{2,14}})?"
    rf"(?:, ?{_DATE})?\.?(?: ?[–—―-]{{1,3}} |[–—―](?=[{_UPPER}]))"
    rf"(?:[{_UPPER}][\w\-]{{1,12}}(?: [\w\-]{{1,12}})?\. )?"
)
_SLASHED = (  # MOSCOW, November 27. /TASS/. and DUNMORE, Ohio, March 3, 2026 /PRNewswire/ --
    rf"(?:{_PLACE}[,.] ?)?(?:{_DATE}[.,]? ?){{0,3}}/[^/\d]{{2,30}}/[.:]? ?[–—-]{{0,2}} ?"
)
_DATED = (  # Marlow & Tyne, 14 May 2026 - and Oslo, Norway, March 4, 2026 –
    rf"[{_UPPER}][\w.'’/& \-]{{1,40}}(?:, [\w. ]{{2,24}})?, "
    r"(?:\d{1,2}\.? [^\W\d_]{3,12}\.?|[^\W\d_]{3,12}\.? \d{1,2})(?:,? \d{4})? ?[-–—]{1,2} "
)
_JAPANESE = r"【[^】]{2,30}】"
_CHINESE = (  # 新华社北京3月4日电 （记者 张三）
    r"[（(]?(?:新华社|新華社|中新社|中央社|中新网)[^，。\s]{0,24}?[电電訊讯][)）]? ?"
    r"(?:[（(][^）)]{1,20}[)）])? ?"
    # 人民网北京12月15日电（记者 张帆） and 本报讯（记者 高薇） and 新浪财经讯
    r"|(?:据)?(?:本[报報网網刊台]|[\u4e00-\u9fff]{2,8}(?:[网網报報社]|财经|財經|在线|在線))"
    r"[^，。：“\s]{0,18}?[电電訊讯消](?:息)?(?=[\s（(])\s?(?:[（(][^）)]{1,24}[)）])?\s?"
    # ［서울=뉴시스］ 김혜진 기자 =
    r"|[(\[][^()\[\]=]{1,12}=[^()\[\]=]{2,12}[)\]]\s?(?:[\uac00-\ud7af]{2,4}[ ,·]{1,2}){1,4}"
    r"(?:기자|특파원)\s?=\s?"
)
_AGENCY_ALONE = rf"\((?P<only>[^()\d]{{2,24}})\) ?(?=[{_UPPER}\"“«])"
_LABEL = rf"[{_UPPER}]{{3,}}(?: [{_UPPER}]{{2,}}){{0,2}}(?::| \|) (?=[{_UPPER}\"“«])"
_PICTURES = r"[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff ]{1,40}"
_REFERENCE = re.compile(
    r" ?\[(?:\d{1,3}(?:[,–-] ?\d{1,3})*|[a-z]|(?:note|nb|n|Anm\.) ?\d{1,3}|citation needed|edit"
    r"|clarification needed|when\?|who\?|by whom\?|better source needed|dubious ?[–—-]? ?discuss"
    r"|réf\. nécessaire|Bearbeiten|modifier|editar|править)\]"
)
_CONNECTIVE = re.compile(rf"(?P<word>[^\W\d_]+), ?(?=[{_UPPER}\d\"“«])")
_LEAST_WORDS = 5
"""Words that must be left after what is left out at the start."""


class Shown(NamedTuple):
    """What is printed of a sentence, and what of it was left out, in order."""

    text: str
    left_out: tuple[str, ...] = ()


def show(text: str, language: str, *, alone: bool = True) -> Shown:
    """What to print of a sentence.

    Args:
        text: the sentence, as one line.
        language: ISO 639-1 code.
        alone: the sentence before it is not printed too, so a leading connective has no use.

    >>> show("OSLO, March 4 (Reuters) — Norway will close two of its ports.", "en")
    Shown(text='Norway will close two of its ports.', left_out=('OSLO, March 4 (Reuters) —',))
    """
    left_out = []
    start = _opening(text) or _pictures(text)
    if alone and (found := _CONNECTIVE.match(text, start)):
        word = found["word"].lower()
        if word in openers(language).connectives:
            start = found.end()
    if start and _is_enough(text[start:]):
        left_out.append(text[:start].strip())
        text = text[start:]
    if "[" in text and (marks := _REFERENCE.findall(text)):
        left_out += [mark.strip() for mark in marks]
        text = _REFERENCE.sub("", text)
    return Shown(text, tuple(left_out))


def as_printed(scored: ScoredSentence, language: str, *, alone: bool) -> ScoredSentence:
    """A sentence of a summary with the text that is printed of it; its offsets stay."""
    text, left_out = show(plain(scored.sentence.text), language, alone=alone)
    if text == scored.sentence.text:
        return scored
    return scored._replace(sentence=scored.sentence._replace(text=text), left_out=left_out)


def without_dateline(text: str) -> str:
    """A sentence without the place, day and agency in front of it."""
    return text[_opening(text) :]


def _is_enough(rest: str) -> bool:
    """Whether what is left begins as a sentence does, and is one."""
    return not rest[:1].islower() and (len(rest.split()) >= _LEAST_WORDS or not rest.isascii())


def _opening(text: str) -> int:
    """Where a sentence begins after its dateline, its agency and its label."""
    head = text[:120]
    start = 0
    for pattern in _patterns(head):
        found = _compiled(pattern).match(head)
        if found and _is_agency(found):
            start = found.end()
            break
    if not start and head[:1] == "(" and (found := _compiled(_AGENCY_ALONE).match(head)):
        start = found.end() if _known_agency(found["only"]) else 0
    if head[start : start + 3].isupper() and (found := _compiled(_LABEL).match(head, start)):
        start = found.end()
    return start


def _pictures(text: str) -> int:
    """Where a sentence begins after the pictures (emoji) and stars in front of it."""
    if text[:1].isascii():
        return 0
    found = _compiled(_PICTURES).match(text)
    return found.end() if found else 0


def _patterns(head: str) -> Iterator[str]:
    """The kinds of datelines that a sentence may have, by signs that are found fast."""
    if "(" in head and (") " in head or ")-" in head or ")–" in head or "):" in head):
        yield _BRACKETED
    if head[:3].isupper() and ("- " in head or "– " in head or "—" in head):
        yield _CAPITALS
    if "/" in head:
        yield _SLASHED
    if ", " in head and ("- " in head or "– " in head or "— " in head):
        yield _DATED
    if head[:1] == "【":
        yield _JAPANESE
    if head[:1] > "⺀" or ("=" in head[:16] and head[:1] in "(["):
        yield _CHINESE


def _is_agency(found: re.Match[str]) -> bool:
    """Whether brackets in a dateline hold an agency; there are datelines without brackets."""
    inside = found.groupdict().get("agency")
    if inside is None:
        return True
    place = found[0].split("(", 1)[0].strip()
    return _known_agency(inside) or (place.isupper() and len(place) > 2)


def _known_agency(name: str) -> bool:
    plain = name.strip().lower().replace("-", " ").replace("/", " ")
    return plain in _agencies() or name.isupper()


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when it is used: few articles need any of them."""
    return re.compile(pattern)


@cache
def _agencies() -> frozenset[str]:
    table: dict[str, str] = languages.read_data("cleaning/agencies.json")["agencies"]
    return frozenset(name.strip() for names in table.values() for name in names.split("|"))
