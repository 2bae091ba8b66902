"""A sentence -> where it begins after its dateline: place, day, agency.

Agencies and old papers write them in forms of their own, which expressions know. All else is read
word by word: a few capitalised words, a day, an agency in brackets, then a dash or a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsclean import languages
from newsclean.patterns import lazy_regex

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽΆ-ΫА-ЯЁІЇЄҐ"
_DASH = r"(?:[-–—―_]{1,3}|:)"
_PLACE = rf"[{UPPER}][\w.'’/\- ]{{1,40}}"
_DATE = r"[\w.]{1,12}(?: [\w.]{1,12}){0,3}"
_BRACKETED = (  # OSLO, March 4 (Reuters) — and Berlin (dpa) - and (CNN) --
    rf"(?:By [^.()]{{3,60}}\. )?(?:\d\d?\.\d\d?\. )?(?:{_PLACE})?(?:, ?{_DATE}){{0,3}} ?"
    rf"\((?P<agency>[^()\d]{{2,40}})\) ?\.?{_DASH} ?"
)
_CAPITALS = (  # МОСКВА, 5 мар — РИА Новости. and PARIS, 3 mars — and FERROW, March 1.—The
    rf"[{UPPER}]{{3,}}[{UPPER} .'’\-]{{0,30}}(?:, ?[^\W\d_][\w.]{{2,14}})?"
    rf"(?:, ?{_DATE})?\.?(?: ?[–—―-]{{1,3}} |[–—―](?=[{UPPER}]))"
    rf"(?:[{UPPER}][\w\-]{{1,12}}(?: [\w\-]{{1,12}})?\. )?"
)
_SLASHED = (  # MOSCOW, November 27. /TASS/. and DUNMORE, Ohio, March 3, 2026 /PRNewswire/ --
    rf"(?:{_PLACE}[,.] ?)?(?:{_DATE}[.,]? ?){{0,3}}/[^/\d]{{2,30}}/[.:]? ?[–—-]{{0,2}} ?"
)
_DATED = (  # Marlow & Tyne, 14 May 2026 - and Oslo, Norway, March 4, 2026 –
    rf"[{UPPER}][\w.'’/& \-]{{1,40}}(?:, [\w. ]{{2,24}})?, "
    r"(?:\d{1,2}\.? [^\W\d_]{3,12}\.?|[^\W\d_]{3,12}\.? \d{1,2})(?:,? \d{4})? ?[-–—]{1,2} "
)
_STOPPED = (  # Tarija Nueva, 30 de julio de 2025. and Lund, 4 March 2026.
    rf"[{UPPER}][\w.'’\-]{{1,24}}(?: [\w.'’\-]{{1,24}}){{0,3}}, "
    r"(?:\d{1,2}\.? (?:de )?[^\W\d_]{3,12}|[^\W\d_]{3,12} \d{1,2},) (?:de )?\d{4}\."
    rf"(?:$| (?=[{UPPER}\"“«„]))"
)
_STAMPED = (  # 06.01.2012, Кишинев 08:16:36 and 2012-01-06 08:16 and 6/1/2012, Oslo, 8:16
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2}),? "
    rf"(?:[{UPPER}][\w.'’\-]{{1,24}}(?: [{UPPER}][\w.'’\-]{{1,24}})?,? )?"
    rf"\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?,? (?=[{UPPER}\"“«„])"
)
_JAPANESE = r"【[^】]{2,30}】"
_CHINESE = (  # 新华社北京3月4日电 （记者 张三）
    r"[（(]?(?:新华社|新華社|中新社|中央社|中新网|法新社|路透社|美联社|美聯社|共同社|塔斯社|俄新社|韩联社|韓聯社)"
    r"[^，。\s]{0,24}?[电電訊讯][)）]? ?"
    r"(?:[（(][^）)]{1,20}[)）])? ?"
    # 人民网北京12月15日电（记者 张帆） and 本报讯（记者 高薇） and 新浪财经讯
    r"|(?:据)?(?:本[报報网網刊台]|[\u4e00-\u9fff]{2,8}(?:[网網报報社]|财经|財經|在线|在線))"
    r"[^，。：“\s]{0,18}?[电電訊讯消](?:息)?(?=[\s（(])\s?(?:[（(][^）)]{1,24}[)）])?\s?"
    # 港湾网讯 据渡口日报报道，... and 本报讯 without brackets, but 网讯息
    r"|(?:本[报報网網刊台]|[\u4e00-\u9fff]{2,8}[网網报報])[讯訊](?![息号號问問速飞飛录錄])\s?"
    r"(?:据[\u4e00-\u9fff]{2,12}[网網报報社台](?:报道|報道|報導|消息)[，,：:]?\s?)?"
    # （明报多伦多） and （记者 张三）
    r"|[（(](?:[\u4e00-\u9fff]{1,8}[报報网網][\u4e00-\u9fff]{0,6}|[记記]者[^）)，。]{1,16})[）)]\s?(?=.)"
    # [서린=한도윤 기자]
    r"|[(\[][^()\[\]=]{1,12}=[^()\[\]=]{2,12}\s(?:기자|특파원)[)\]]\s?"
    # ［서울=뉴시스］ 김혜진 기자 =
    r"|[(\[][^()\[\]=]{1,12}=[^()\[\]=]{2,12}[)\]]\s?(?:[\uac00-\ud7af]{2,4}[ ,·]{1,2}){1,4}"
    r"(?:기자|특파원)\s?=\s?"
)
_AGENCY_ALONE = rf"\((?P<only>[^()\d]{{2,24}})\) ?(?=[{UPPER}\"“«])"
_LONGEST = 90
"""Characters of the longest dateline: a guess."""
_SEPARATOR = lazy_regex(rf"(?: ?--| ?[–—]| -|\)?:) ?(?=[{UPPER}\"“«„‘])")
_INSIDE = lazy_regex(r"\(([^()]{2,40})\)")
_MOST_WORDS, _MOST_BARE_WORDS = 9, 3
"""Words of a dateline, and of one that is but a place which no list has: guesses."""
_LEAST_CAPITALS = 3
_LONG_DASHES = ("—", "―")
"""What stands behind a subject, too: "Apples — The crop is late"."""
_LONGEST_SIGN = 3
"""Letters of the sign of a desk or reporter: "(eb)", "(ots)"."""
_SIGNED = ("de", "en", "fr", "es", "it", "nl")
"""Languages whose small words are no such sign."""
_WORDS_OF_DAY = 3
_LONGEST_NUMBER = len("23rd")
_NUMERIC_DAY = lazy_regex(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
_PARTICLES = frozenset(
    ("de", "of", "del", "la", "le", "las", "los", "am", "an", "der", "den", "di", "da", "do", "du")
)
"""Small words in the names of places and in days."""


def dateline_end(text: str, *, opening: bool = False) -> int:
    """Where a sentence begins after its dateline, 0 where it has none.

    Args:
        text: the sentence, as one line.
        opening: it stands where datelines do, at the beginning of the article. There a place that
            no list has is one, too.

    >>> dateline_end("New Delhi: Two ports will close.")
    11
    """
    head = text[:120]
    for pattern in _patterns(head):
        found = compiled(pattern).match(head)
        if found and _is_agency(found):
            end = found.end()
            if head[0] == "(":  # (ANSA) - ROMA, 12 FEB -
                placed = compiled(_CAPITALS).match(head, end)
                end = placed.end() if placed else end
            return end
    stopped = compiled(_STOPPED).match(head) if opening and ", " in head else None
    if stopped and _is_day(stopped[0].partition(", ")[2]):
        return stopped.end()
    found = compiled(_AGENCY_ALONE).match(head) if head[:1] == "(" else None
    if found and _known_agency(found["only"]):
        return found.end()
    found = _SEPARATOR.search(head, 0, _LONGEST)
    if found and _is_dateline(head[: found.start()], found[0].strip(), opening=opening):
        return found.end()
    return 0


def _is_dateline(head: str, separator: str, *, opening: bool) -> bool:
    """Whether the words before a dash or a colon are a place, a day, an agency."""
    bracketed = _INSIDE.search(head)
    inside = bracketed[1] if bracketed else ""
    dated = _is_day(inside)
    outside = _INSIDE.sub(" ", head)
    if inside and not (dated or _known_agency(inside)):
        return opening and not outside.strip() and _names_a_place(inside.split()[1:])
    words = [word.strip(",.") for word in outside.split()]
    if len(words) > _MOST_WORDS or not all(map(_may_stand, words)):
        return False
    dated = dated or _is_day(outside)
    place = outside.split(",")[0].strip(" .")
    known = any(part.strip().lower() in _places() for part in (place, *place.split("/")))
    if known and (opening or separator != ":"):
        return True
    if not opening:
        return False
    if separator.endswith(":"):
        return _is_day(" ".join(words[:_WORDS_OF_DAY])) and words[0].lower() not in _PARTICLES
    if dated or not words:
        return dated
    shouted = words[0].isupper() and len(words[0]) >= _LEAST_CAPITALS
    short = len(words) <= _MOST_BARE_WORDS and separator not in _LONG_DASHES
    return shouted or (short and _names_a_place(words))


def _may_stand(word: str) -> bool:
    """Whether a word may stand in a dateline."""
    return (
        word[:1].isupper()
        or word[:1].isdigit()
        or word in ("", "/", "&")
        or word in _PARTICLES
        or word.lower() in _months()
    )


def _names_a_place(words: list[str]) -> bool:
    """Whether a few words are capitalised, and none is a small word of some language."""
    return all(
        word[:1].isupper() and word.lower() not in languages.function_words("en") for word in words
    )


def _is_day(text: str) -> bool:
    """Whether a text names a day: "March 4", "4 juin 2026", "01/23/98"."""
    words = [word.strip(",.") for word in text.split()]
    day = any(word[:1].isdigit() and len(word) <= _LONGEST_NUMBER for word in words)
    if _NUMERIC_DAY.search(text):
        return True
    return day and any(word.lower() in _months() for word in words)


def _patterns(head: str) -> Iterator[str]:
    """The kinds of datelines that a sentence may have, by signs that are found fast."""
    if "(" in head and (") " in head or ")–" in head or "):" in head or ").-" in head):
        yield _BRACKETED
    if head[:3].isupper() and ("- " in head or "– " in head or "—" in head):
        yield _CAPITALS
    if "/" in head:
        yield _SLASHED
    if ", " in head and ("- " in head or "– " in head or "— " in head):
        yield _DATED
    if head[:1].isdigit() and ":" in head[:60]:
        yield _STAMPED
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
    if _known_agency(inside) or (place.isupper() and len(place) >= _LEAST_CAPITALS):
        return True
    town, comma, country = place.partition(", ")  # PORTO BRISCO, Kestral Islands (Meridian) —
    if comma and town.isupper() and len(town) >= _LEAST_CAPITALS and country[:1].isupper():
        return True
    named = place.split()  # Niederfürth (eb) –
    short = inside.isalpha() and inside.islower() and len(inside) <= _LONGEST_SIGN
    if any(inside in languages.function_words(language) for language in _SIGNED):
        return False
    return short and len(named) <= _MOST_BARE_WORDS and all(word[:1].isupper() for word in named)


def _known_agency(name: str) -> bool:
    plain = name.strip().lower().replace("-", " ").replace("/", " ")
    return plain in _agencies() or name.isupper()


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when it is used: few articles need any of them."""
    return re.compile(pattern)


@cache
def _agencies() -> frozenset[str]:
    table: dict[str, str] = languages.read_data("cleaning/agencies.json")["agencies"]
    return frozenset(name.strip() for names in table.values() for name in names.split("|"))


@cache
def _places() -> frozenset[str]:
    return frozenset(languages.read_data("summary/openings.json")["places"].split("|"))


@cache
def _months() -> frozenset[str]:
    table: dict[str, str] = languages.read_data("cleaning/dates.json")["months"]
    return frozenset(name for names in table.values() for name in names.replace("|", " ").split())
