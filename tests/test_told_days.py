"""What is said of days: published or changed in any language, so many days ago, still to come."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import newsclean
from newsclean.cleaning.lines.dates import find_dates

BODIES = {
    "en": (
        (
            "The ferry at Lowmere will stop at dusk from April, the county said on Tuesday, as "
            "the lamps on the northern landing have not worked since the flood of last autumn."
        ),
        (
            "Passengers said that they had been told nothing, and that the last bus leaves an hour "
            "before the last boat now, so that nobody can come home from work any more."
        ),
        "The county promised new lamps for the summer, if the firm that makes them delivers.",
    ),
    "bg": (
        (
            "Фериботът в Ловмере ще спира на здрач от април, съобщи във вторник общината, защото "
            "лампите на северния кей не работят от наводнението през миналата есен."
        ),
        (
            "Пътниците казаха, че никой не ги е предупредил и последният автобус тръгва един час "
            "преди последния кораб, така че никой не може да се прибере от работа."
        ),
        "Общината обеща нови лампи за лятото, ако фирмата, която ги прави, ги достави навреме.",
    ),
    "hr": (
        (
            "Trajekt u Lovmeru od travnja će stajati u sumrak, objavila je u utorak općina, jer "
            "svjetiljke na sjevernom pristaništu ne rade od poplave prošle jeseni."
        ),
        (
            "Putnici su rekli da ih nitko nije upozorio i da posljednji autobus kreće sat prije "
            "posljednjeg broda, pa se nitko više ne može vratiti kući s posla."
        ),
        "Općina je obećala nove svjetiljke za ljeto, ako ih tvrtka na vrijeme isporuči.",
    ),
    "ja": (
        (
            "ロウメアの渡し船は四月から日没で運航を終えると郡が火曜日に発表した。昨秋の洪水から"
            "北の桟橋の明かりがつかないためだという。"
        ),
        (
            "乗客たちは何も知らされていなかったと話し、最後のバスは最後の船より一時間早く出るので、"
            "仕事から家に帰れなくなると訴えた。"
        ),
        "郡は、業者が間に合えば夏までに新しい明かりを付けると約束した。",
    ),
    "fa": (
        (
            "شهرداری روز سه‌شنبه اعلام کرد که قایق مسافربری از بهار با غروب آفتاب از کار می‌ایستد، "
            "زیرا چراغ‌های اسکله شمالی از سیل پاییز گذشته خاموش مانده است."
        ),
        (
            "مسافران گفتند که کسی به آنها چیزی نگفته بود و آخرین اتوبوس یک ساعت پیش از آخرین قایق "
            "حرکت می‌کند و دیگر کسی نمی‌تواند از سر کار به خانه برگردد."
        ),
    ),
}
HEADS = {
    "en": "Lowmere ferry to stop at dusk",
    "bg": "Фериботът в Ловмере спира на здрач",
    "hr": "Trajekt u Lovmeru staje u sumrak",
    "ja": "ロウメアの渡し船、日没で終了へ",
    "fa": "قایق مسافربری با غروب می‌ایستد",
}


def copied(language: str, *above: str, opening: str = "Home", below: tuple[str, ...] = ()) -> str:
    """A page as somebody copies it."""
    return "\n\n".join((opening, HEADS[language], *above, *BODIES[language], *below))


def marked_up(language: str, *above: str, opening: str = "", below: tuple[str, ...] = ()) -> str:
    """The same page with its mark-up."""
    stamps = "".join(f"<div>{line}</div>" for line in above)
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODIES[language])
    cards = "".join(f"<p>{line}</p>" for line in below)
    return (
        f"<html lang='{language}'><body><div>{opening}</div><article><h1>{HEADS[language]}</h1>"
        f"{stamps}{body}</article>{cards}</body></html>"
    )


def days_of(page: str) -> tuple[str | None, str | None]:
    """The day on which the article appeared, and that of its last change."""
    found = newsclean.clean(page).metadata
    date, updated = found.date, found.updated
    return (date.value[:10] if date else None, updated.value[:10] if updated else None)


@pytest.mark.parametrize("make", [copied, marked_up])
@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("bg", ("Дата на публикуване: 12.03.2026", "Последна промяна: 14.03.2026")),
        ("bg", ("Обновено на 14 март 2026", "Публикувано на 12 март 2026")),
        ("hr", ("Objavljeno 12. ožujka 2026.", "Ažurirano 14. ožujka 2026.")),
        ("hr", ("Zadnja izmjena: 14.3.2026.", "Objava: 12.3.2026.")),
        # the label behind its day, and one of another line
        ("ja", ("2026年3月14日 更新", "2026年3月12日 掲載")),
        ("ja", ("2026年3月12日掲載 2026年3月14日更新",)),
        # both on a line
        ("en", ("Published 12 March 2026 | Updated 14 March 2026",)),
        ("en", ("Originally published March 12, 2026. Last updated on March 14, 2026.",)),
        ("fa", ("منتشر شده در ۱۴۰۴/۱۲/۲۱", "بروزرسانی: ۱۴۰۴/۱۲/۲۳")),
    ],
)
def test_when_an_article_appeared_and_was_changed(
    make: Callable[..., str], language: str, lines: tuple[str, ...]
) -> None:
    assert days_of(make(language, *lines)) == ("2026-03-12", "2026-03-14")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("۱۴۰۴/۱۲/۲۱", "fa"),
        ("1404-12-21 09:12", "fa"),
        ("۲۱ اسفند ماه ۱۴۰۴", "fa"),
        ("1447/09/23", "ar"),
        ("12 آذار/ مارس 2026", "ar"),
        ("12-03-2569", "th"),
        ("12 มี.ค. 69", "th"),
        ("令和八年三月十二日", "ja"),
        ("2026年（令和8年）3月12日", "ja"),
        ("二〇二六年三月十二日", "zh"),
        ("115年3月12日", "zh"),
    ],
)
def test_days_of_other_calendars_in_figures_and_in_words(text: str, language: str) -> None:
    assert [day.iso for day in find_dates(text, language)] == ["2026-03-12"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("1404-12-21", "en"),
        ("公元115年3月12日", "zh"),
        ("一二三年三月三日", "zh"),
        ("十二月三日", "ja"),
        ("เลขที่ 69", "th"),
        ("12 คน 69", "th"),
        ("12 במרץ 67", "he"),
    ],
)
def test_what_is_no_day_of_another_calendar(text: str, language: str) -> None:
    assert find_dates(text, language) == ()


@pytest.mark.parametrize("make", [copied, marked_up])
@pytest.mark.parametrize(
    ("today", "line", "day"),
    [
        ("Thursday, March 12, 2026", "3 days ago", "2026-03-09"),
        ("Thursday, March 12, 2026", "Posted 2 hours ago", "2026-03-12"),
        ("Thursday, March 12, 2026", "Yesterday, 09:12", "2026-03-11"),
        ("Thursday, March 12, 2026", "20 hours ago", "2026-03-12"),  # the page's own, as before
        ("", "3 days ago", None),
        ("", "2 hours ago", None),
    ],
)
def test_so_many_days_ago(make: Callable[..., str], today: str, line: str, day: str | None) -> None:
    """The page itself has to say from when on it counts."""
    assert days_of(make("en", line, opening=today or "Home"))[0] == day


@pytest.mark.parametrize(
    ("language", "today", "line"),
    [
        ("bg", "Четвъртък, 12 март 2026", "преди 3 дни"),
        ("hr", "Četvrtak, 12. ožujka 2026.", "prije 3 dana"),
        ("ja", "2026年3月12日 木曜日", "3日前"),
    ],
)
def test_so_many_days_ago_abroad(language: str, today: str, line: str) -> None:
    assert days_of(copied(language, line, opening=today))[0] == "2026-03-09"


@pytest.mark.parametrize("make", [copied, marked_up])
@pytest.mark.parametrize(
    "line",
    ["Next fair: Sat 3 May 25", "Next fair: Saturday 3 May 2025", "Next market on Sat 3 May 2025"],
)
def test_the_day_of_what_is_still_to_come(make: Callable[..., str], line: str) -> None:
    assert days_of(make("en", line))[0] is None
    assert days_of(make("en", line, "Published 12 March 2026"))[0] == "2026-03-12"


def test_a_paper_may_be_called_so() -> None:
    assert days_of(copied("en", "Next Harbour | 3 May 2025"))[0] == "2025-05-03"


@pytest.mark.parametrize("make", [copied, marked_up])
def test_the_days_of_the_cards_below(make: Callable[..., str]) -> None:
    cards = ("Related articles", "Swan closes bridge", "10 March 2026", "Pier sold", "9 March 2026")
    assert days_of(make("en", below=cards))[0] is None
    assert days_of(make("en", below=(*cards, "Published 12 March 2026")))[0] == "2026-03-12"


@pytest.mark.parametrize(
    "top",
    [
        "Ferry line approved\nThe council asked for it 2 days ago\nThursday, 12 March 2026",
        "Boy who vanished 6 days ago is found\nBy Anna Holm\nThursday, 12 March 2026",
        "Ferry line approved by the council\nBy Anna Holm\nThursday, 12 March 2026 (3 days ago)",
        "Ferry line approved by the council\nThursday, 12 March 2026\n3 days ago",
        "Thursday, 12 March 2026\n\nBoy who vanished 6 days ago is found\nBy Anna Holm",
        (
            "Thursday, 12 March 2026\n\nFerry line approved\nAfter the mayor was asked for it by "
            "the whole council 2 days ago\nBy Anna Holm"
        ),
    ],
)
def test_days_ago_do_not_move_a_day_that_is_printed(top: str) -> None:
    """A headline, a deck or a note may say so; the day below the headline is the article's."""
    digest = newsclean.digest(f"{top}\n\n{_FERRY}\n")
    assert digest.date == "2026-03-12"


_FERRY = (
    "The town council of Marlow voted on Tuesday to open a new ferry line across the river, which "
    "is to carry some 400 people a day from next spring.\n\n"
    "The line will cost about 2.3 million pounds and is to replace the old bridge, which engineers "
    "closed last autumn after cracks were found in two of its pillars."
)


@pytest.mark.parametrize(
    "docket",
    [
        "Argued January 12, 2026\nDecided May 14, 2026",
        "Argued: January 12, 2026\nFiled: May 14, 2026",
        "No. 25-117. Argued January 12, 2026 - Decided May 14, 2026",
    ],
)
def test_a_court_s_day_is_that_of_its_decision(docket: str) -> None:
    """Not that on which the parties were heard."""
    text = (
        f"SUPREME COURT OF FERROW\n\nTOWN OF ORRIN v. COUNTY OF FERROW\n\n{docket}\n\n"
        "The town of Orrin asks us to set aside the sale of its harbour tram to a company. We "
        "hold that the sale was void, as the council had not met in public.\n\n"
        "The county argues that nobody had asked for a public meeting. The law asks for one."
    )
    found = newsclean.clean(text).metadata.date
    assert found is not None
    assert found.value == "2026-05-14"
