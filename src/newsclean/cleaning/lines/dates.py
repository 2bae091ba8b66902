"""Dates as people write them -> ISO 8601.

Takes a line and a language, gives every calendar date in it that has a day, a month and a year:
in the Gregorian calendar, in the Persian and the Islamic one, with years of the Buddhist era or
of a Japanese emperor, in the digits of any script. "3 hours ago" and "yesterday" are not read:
what they mean depends on when they were read. A day is that of the time zone it is written in.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal

from newsclean import languages
from newsclean.cleaning.lines import calendars
from newsclean.cleaning.lines.calendars import Date, numbered, weekdays
from newsclean.patterns import lazy_regex

Label = Literal["published", "updated"]

_YEAR = r"(?:19|20)\d\d"
_PATTERN = lazy_regex(  # most of a line is letters, of which one form alone begins with some
    rf"(?=\d)(?:(?:(?<![\d/.-])|(?<=[a-z]/)(?=.{{8,10}}\s\d\d?:\d))(?P<y1>{_YEAR})(?P<s1>[-/.•]|\s–\s|\s(?=\d\d\s\d\d(?![\d:./-])))\s?(?P<m1>\d\d?)(?P=s1)\s?(?P<d1>\d\d?)(?:(?!\d)|(?<=-\d\d)(?=\d\d?\smin))"
    rf"|(?:(?<![\w/.])(?<!\d-)|(?<=:\d\d/)|(?<=:\d\d)(?=\d\d[./])|(?<=[^\W\d_]{{2}})(?=[\d./-]{{4,7}}20\d\d|\d\d\.\d\d\.\d\d\s\d\d:))"
    rf"(?P<a2>\d\d?)(?P<s2>[./-]|\s\|\s)\s?(?P<b2>\d\d?)(?:(?P=s2)\s?|(?<=/\d)\s(?=20\d\d)|(?<=/\d\d)\s(?=20\d\d))"
    rf"(?P<y2>{_YEAR}|\d\d(?![\d:]))(?:(?!\d)|(?<=20\d\d)(?=\d\d?[:./]\d|\d{{1,3}}$))"
    rf"|(?P<y3>{_YEAR})\s?[年년](?:[(（][^\W\d_]{{2}}\s?\d\d?年?[)）])?\s?(?P<m3>\d\d?)\s?[月월]\s?(?P<d3>\d\d?)"
    rf"|(?:(?<!\d)|(?<=20\d\d)|(?<=:00))(?P<d4>\d\d?)(?:st|nd|rd|th|er|º|°|ª|ST|ND|RD|TH)?[.,]?\s?[-–/]?\s?(?:(?:of|de|DE)\s|d['’])?\s?"
    rf"(?P<w4>[^\W\d_]{{3,24}})(?:\s(?=,))?[.,]?\s?[-–/]?"
    rf"(?:\s?(?:de|del|of|of the year|DE|DEL))?[\s'’]{{0,2}}"
    rf"(?P<y4>{_YEAR}|(?<=['’])2\d(?!\d)|2\d(?=\s\d\d?:\d\d))"
    rf"|(?<!\d)(?P<y8>{_YEAR})(?:\.?\sgada|,(?=\s\d\d?\.\s))\s(?P<d8>\d\d?)\.?\s(?P<w8>[^\W\d_]{{3,13}})"
    rf"|(?<!\d)(?P<y6>{_YEAR})(?:\.|\sm\.|,)?\s(?P<w6>[^\W\d_]{{3,13}})\.?\s(?P<d6>\d\d?)(?!\d)"
    rf"|(?<!\d)(?P<d7>\d\d?)\stháng\s(?P<m7>\d\d?),?\s(?:năm\s)?(?P<y7>{_YEAR})(?!\d))"
    rf"|(?:(?<![^\W\d_])|(?=[^\W\d_]{{24}}(?![^\W\d_])))"
    rf"(?P<w5>[^\W\d_]{{3,24}}+)[.,]?\s(?P<d5>\d\d?)(?:(?:st|nd|rd|th|ST|ND|RD|TH)?(?:\s(?=,))?[.,]?\s|,)"
    rf"(?:\d\d?:\d\d(?::\d\d)?\s|del?\s)?(?P<y5>{_YEAR})"
)
_POINTS = lazy_regex(r"(?<![\d.])(\d\d?)\.(\d\d?)\.(?:19|20)\d\d(?![\d.])")
# every form above has one of these: a year in four digits, two signs between digits, or a year in
# two behind an apostrophe or before an hour, where "8 May '45" and "3 May 10 11:30" have none
_LIKELY = lazy_regex(r"\d(?:(?<=1)9\d\d|(?<=2)0\d\d|[./-]\s?\d|\s\d\d?:\d|(?<=['’]\d)\d)")
_LONGEST = 60
"""No such sign is as far behind the beginning of its date, nor before what follows its end."""
_DIGIT = lazy_regex(r"\d")
_WORD = lazy_regex("[a-z]+")
_FOREIGN_DIGIT = lazy_regex(r"[^\D0-9]")
_OTHER_LIKELY = lazy_regex(
    r"1[34]\d\d|25\d\d|[〇一二三四五六七八九十元]年|[和成正国國]\s?\d|1[01]\d\s?年|[ก-๙.]\s[67]\d"
)
_GLUED = lazy_regex(r"(?<=[^\W\d_A-Z])(?:[A-Z][^\W\d_A-Z]+|[A-Z]{3,})$")
_GLUED_LABEL = lazy_regex("[A-ZÀ-ÞА-Я](?<=[^\\W\\d_].)(?=[^\\W\\d_A-ZÀ-ÞА-Я])")
"""Before "Updated" in "14:20 GMTUpdated 5/4/2025", and in "Anna BergUpdated 5/4/2025"."""
_HIDDEN = lazy_regex(r"T\d\d:\d\d:\d\d[+-]\d\d:\d\d")
"""What follows the day in a stamp that the page hides; copied, the day of the post follows it."""
_LAST_CENTURY_FROM = 70
"""A year of two digits from here on is of the 20th century."""
_MONTHS = 12
_HYPHENS, _SIGNS = lazy_regex(r"\d-\d\d?-(?:19|20)\d\d(?!\d)"), 2
"""With a year of two figures these are a team's record or a code as well: "25-10-12"."""
_ADDRESSED = lazy_regex(r"/(?P<y>20\d\d)/(?P<m>[^\W\d_]{3,9}|\d\d?)/(?P<d>\d\d?)(?!\d)")
_HOUR_CHARS, _NEAR_DAYS = 14, 3  # so many characters stand behind a day, at most (a guess)
"""A date in words is near a numeric one that is so many days off (a guess)."""
MOST_LABEL_CHARS = 60
"""A label stands among so many characters beside its date (a guess)."""


def find_dates(
    text: str,
    language: str = "en",
    *,
    month_first: bool | None = None,
    dots_first: bool = False,
) -> tuple[Date, ...]:
    """Every whole calendar date in `text`, in order.

    `month_first` says which number of "03/04/2024" is the month; None leaves it to the language.
    `dots_first` says that it is the first one of "03.04.2024".

    >>> find_dates("Published March 3, 2024 at noon")[0].iso
    '2024-03-03'
    >>> find_dates("am 20.10.2025", "de")[0].iso
    '2025-10-20'
    """
    if not _DIGIT.search(text) and "年" not in text:
        return ()
    plain = text if text.isascii() else _ascii_digits(text)
    found: list[Date] = []
    likely = [sign.start() for sign in _LIKELY.finditer(plain)]
    if likely:
        span = max(0, likely[0] - _LONGEST), likely[-1] + _LONGEST
        found += _read(plain, span, language, month_first=month_first, dots_first=dots_first)
        if len(found) > 1 and _HIDDEN.match(plain, found[0].end):
            del found[0]
    other = language in calendars.OTHER_CALENDARS  # "05/03/2567" has no letter of its script
    if found or (text.isascii() and not other):
        return tuple(found)
    era, script = "年" in plain, other or calendars.OTHER_SCRIPT.search(plain)
    if (era or script) and (likely or _OTHER_LIKELY.search(plain)):
        found += calendars.read_eras(plain) if era else ()
        found += calendars.read_other(plain) if script else ()
    return tuple(found)


def month_comes_first(texts: Sequence[str], language: str = "en", address: str = "") -> bool | None:
    """Which number the page's numeric dates with slashes or hyphens begin with, if it is told.

    One of them that has but one reading tells it; in English, too, a date in words that is near one
    of two readings, else the page's own `address` or prices of a country that puts the day first.
    An address that has the day itself tells it in any language.
    """
    days = months = 0
    open_: set[tuple[int, int, int]] = set()
    labelled: dict[Label | None, tuple[int, int, int]] = {}
    for text in texts:
        if text.count("/") < _SIGNS and not (text.count("-") >= _SIGNS and _HYPHENS.search(text)):
            continue
        for found in _PATTERN.finditer(text):
            if found["s2"] == "/" or (found["s2"] == "-" and _HYPHENS.search(found[0])):
                first, second = int(found["a2"]), int(found["b2"])
                days += first > 12 >= second
                months += second > 12 >= first
                if 0 < min(first, second) < max(first, second) <= _MONTHS:
                    open_.add(numbers := (_full_year(int(found["y2"])), first, second))
                    labelled.setdefault(find_label(text[: found.start()]), numbers)
    if days == months == 0 and open_ and (told := _day_of_address(address, language)):
        days, months = (told[0], told[2], told[1]) in open_, told in open_
    if days == months == 0 and open_ and language == "en":
        days, months = _by_words(texts, open_)
        if days == months == 0 and "published" in labelled and "updated" in labelled:
            days, months = calendars.order_by_update(labelled["published"], labelled["updated"])
        abroad = _day_first_address().match(address) or calendars.pays_where_days_lead(texts)
        days += days == months == 0 and bool(abroad)
    return None if (days > 0) == (months > 0) else months > 0


def _day_of_address(address: str, language: str) -> tuple[int, int, int] | None:
    """The year, month and day in "https://post.example/2023/october/03/ferry"."""
    found = _ADDRESSED.search(address)
    if found is None:
        return None
    month = found["m"]
    number = int(month) if month.isdigit() else month_number(month, language)
    return (int(found["y"]), number, int(found["d"])) if number else None


def dots_month_first(texts: Iterable[str]) -> bool:
    """Do the page's numeric dates with points begin with the month, as "10.28.2025" does?"""
    numbers = [tuple(map(int, pair)) for text in texts for pair in _POINTS.findall(text)]
    return any(b > _MONTHS for _, b in numbers) and all(a <= _MONTHS for a, _ in numbers)


def _by_words(texts: Iterable[str], numbers: Iterable[tuple[int, int, int]]) -> tuple[int, int]:
    """How many dates of two readings a date in words is near, if the day or the month is first."""
    written = {
        dt.date.fromisoformat(date.iso)
        for text in texts
        if "/" not in text and _LIKELY.search(text)
        for date in find_dates(text)
        if any(map(str.isalpha, text[date.start : date.end]))
    }
    days = months = 0
    for year, first, second in numbers:
        by_day, by_month = dt.date(year, second, first), dt.date(year, first, second)
        near_day, near_month = (
            any(one + dt.timedelta(off) in written for off in range(-_NEAR_DAYS, _NEAR_DAYS + 1))
            for one in (by_day, by_month)
        )
        days += near_day and not near_month
        months += near_month and not near_day
    return days, months


@cache
def _day_first_address() -> re.Pattern[str]:
    ends = "|".join(languages.read_data("cleaning/dates.json")["day_first_domains"].split())
    return lazy_regex(rf"https?://[^/?#:]+\.(?:{ends})(?:[/?#:]|$)", re.IGNORECASE)


def find_label(text: str) -> Label | None:
    """What the last label in `text` says of the date that follows.

    >>> find_label("By Anna Berg, last updated on")
    'updated'
    """
    lower = _GLUED_LABEL.sub(r" \g<0>", text[-MOST_LABEL_CHARS:]).lower()
    if lower.isascii() and _label_words().isdisjoint(_WORD.findall(lower)):
        return None  # most: in a tenth of the pattern's time
    found = list(_labels().finditer(lower))
    if not found:
        return None
    return "updated" if found[-1]["updated"] else "published"


def is_day_alone(text: str, days: Sequence[Date], language: str) -> bool:
    """Has a line no more than a day, and its label, its weekday or its town before it?"""
    if not days or len(text) - days[-1].end > _HOUR_CHARS:
        return False
    before = text[: days[0].start].rstrip(" ,.|-–:")
    town = text[len(before) :].startswith(",") and before.istitle() and before.isalpha()
    named = weekdays(language).keys() >= {*before.lower().replace(",", " ").split()}
    return town or named or find_label(before) is not None


def is_of_another(before: str) -> bool:
    """Do the words before a day say that it is a deadline, a birthday or the day of an event?

    Until the day of an embargo nobody prints the text: it is the article's own.

    >>> is_of_another("Available until ")
    True
    """
    said = before[-MOST_LABEL_CHARS:].lower()
    if before[:MOST_LABEL_CHARS].lower() == said and _coming().match(said):
        return True
    return _of_another().search(said) is not None and _embargo().search(said) is None


@cache
def _any_weekday() -> str:
    days = languages.read_data("cleaning/dates.json")["weekdays"].values()
    return "|".join(sorted({name for listed in days for name, _ in numbered(listed)}))


@cache
def _coming() -> re.Pattern[str]:
    """What the day of is still to come: "Next fair: Sat", "Next fair on Saturday"."""
    said = "|".join(languages.read_data("cleaning/dates.json")["coming"].split(" | "))
    days = rf"(?:{_any_weekday()})[.,]*\s"
    return lazy_regex(rf"\W*(?:{said})\s\D{{1,40}}?(?:\s?[:：]\s*(?:{days})?|\s{days})$")


@cache
def _of_another() -> re.Pattern[str]:
    data = languages.read_data("cleaning/dates.json")
    said = "|".join(map(re.escape, data["of_another"].split(" | ")))
    days = _any_weekday()
    return lazy_regex(rf"(?<![^\W\d_])(?:{said})[.:]?\s+(?:(?:{days})[.,]*\s+)?$")


@cache
def _embargo() -> re.Pattern[str]:
    said = languages.read_data("cleaning/dates.json")["embargo"].split(" | ")
    return lazy_regex(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, said))})")


def _ascii_digits(text: str) -> str:
    """The text, equally long, with the digits of other scripts as 0 to 9."""
    if _FOREIGN_DIGIT.search(text):
        return "".join(str(int(char)) if char.isdecimal() else char for char in text)
    return text


def _by_weekday(before: str, first: str, second: str, year: str) -> bool | None:
    """Is the first number the month, by the day of the week that stands before the date?"""
    words = before.lower().rstrip(" ,./").rsplit(maxsplit=1)
    wanted = weekdays("en").get(words[-1]) if words else None
    if wanted is None or first == second or max(int(first), int(second)) > _MONTHS:
        return None
    full, a, b = _full_year(int(year)), int(first), int(second)
    try:
        by_month = dt.date(full, a, b).weekday() == wanted
        by_day = dt.date(full, b, a).weekday() == wanted
    except ValueError:
        return None
    return None if by_month == by_day else by_month


def _read(
    text: str, span: tuple[int, int], language: str, *, month_first: bool | None, dots_first: bool
) -> Iterator[Date]:
    for found in _PATTERN.finditer(text, *span):
        start = found.start()
        part = found.groupdict()
        if part["y1"]:
            if part["s1"] == " " and language != "lt":
                continue
            numbers = part["y1"], part["m1"], part["d1"]
        elif part["y2"]:
            first, second = part["a2"], part["b2"]
            dots = part["s2"] == "."
            by_language = language == "en" and not dots
            swapped = dots_first if dots else by_language if month_first is None else month_first
            before = text[max(0, start - MOST_LABEL_CHARS) : start]
            if (told := _by_weekday(before, first, second, part["y2"])) is not None:
                swapped = told
            if int(second) > _MONTHS or (swapped and int(first) <= _MONTHS):
                first, second = second, first
            numbers = part["y2"], second, first
        elif part["y3"]:
            numbers = part["y3"], part["m3"], part["d3"]
        elif part["y7"]:
            numbers = part["y7"], part["m7"], part["d7"]
        else:
            form = next(form for form in "4568" if part["y" + form])
            month = month_number(part["w" + form], language)
            if month is None:
                continue
            if form == "5" and (glued := _GLUED.search(part["w5"])):
                start = found.start("w5") + glued.start()
            numbers = part["y" + form], str(month), part["d" + form]
        year, month_, day = map(int, numbers)
        try:
            date = dt.date(_full_year(year), month_, day)
        except ValueError:
            continue
        yield Date(date.isoformat(), start, found.end())


def _full_year(year: int) -> int:
    return year if year >= 100 else year + (1900 if year >= _LAST_CENTURY_FROM else 2000)


def month_number(word: str, language: str) -> int | None:
    """1 to 12 for the name of a month, in `language` or in English.

    A name glued to the word before it ("RiesSeptember") is read, as copied pages have it.
    """
    names = _months(language)
    lower = word.lower()
    if lower in names:
        return names[lower]
    glued = _GLUED.search(word)
    if glued and (number := names.get(glued.group().lower())):
        return number
    return _months_anywhere().get(lower)


@cache
def _months(language: str) -> dict[str, int]:
    data = languages.read_data("cleaning/dates.json")
    code = data["aliases"].get(language, language)
    names: dict[str, int] = {}
    for listed in (data["months"].get(code, ""), data["months"]["en"]):
        if listed:
            for name, number in numbered(listed):
                names.setdefault(name, number)
    return names


@cache
def _months_anywhere() -> dict[str, int]:
    """The names that mean one month in whatever language: a page's dates may be in another."""
    months = languages.read_data("cleaning/dates.json")["months"].values()
    said: dict[str, set[int]] = {}
    for listed in months:
        for name, number in numbered(listed):
            said.setdefault(name, set()).add(number)
    return {name: min(numbers) for name, numbers in said.items() if len(numbers) == 1}


@cache
def every_month() -> frozenset[str]:
    """The names of the months in all languages that have a list, in lower case."""
    months = languages.read_data("cleaning/dates.json")["months"].values()
    return frozenset(name for listed in months for name, _ in numbered(listed))


@cache
def date_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words that announce the date of publication, and of an update, in every language."""
    data = languages.read_data("cleaning/dates.json")
    published, updated = (
        frozenset(phrase for phrase in data[kind].split(" | ") if " " not in phrase)
        for kind in ("published", "updated")
    )
    return published, updated


_UNSPACED = (("\u0e00", "\u0e7f"), ("\u3040", "\u9fff"), ("\uac00", "\ud7af"))
"""Thai, Japanese and Chinese, Korean."""


@cache
def _label_words() -> frozenset[str]:
    """What a label in ASCII begins with, alone and with the "on" that is glued to it."""
    data = languages.read_data("cleaning/dates.json")
    phrases = f"{data['updated']} | {data['published']}".split(" | ")
    words = {phrase.split()[0] for phrase in phrases}
    return frozenset(words.union(f"{word}on" for word in words))


@cache
def _labels() -> re.Pattern[str]:
    data = languages.read_data("cleaning/dates.json")
    kinds = []
    for kind in ("updated", "published"):
        phrases = sorted(data[kind].split(" | "), key=lambda phrase: (-len(phrase), phrase))
        unspaced = [p for p in phrases if any(one <= p[0] <= end for one, end in _UNSPACED)]
        spaced = "|".join(re.escape(p) for p in phrases if p not in unspaced)
        # copied pages glue a label to the date or the name before it: "2026Updated on"
        kinds.append(
            rf"(?P<{kind}>(?<![^\W\d_])(?:{spaced})(?=on\b|[\W\d_]|$)|{'|'.join(unspaced)})"
        )
    return lazy_regex("|".join(kinds))
