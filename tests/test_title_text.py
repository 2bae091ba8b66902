"""Titles without what is glued to them, and reporters of lines without blanks between words."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.lines.reporters import read_paragraph, read_reporters
from newsclean.cleaning.titles.title_text import bare_title
from newsclean.document import Line

LINES = ("Home", "Gesellschaft", "Vereine", "Harbour Post", "Blog")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("UPDATE 3-Ferry crews walk out at dawn", "Ferry crews walk out at dawn"),
        ("Title:Ferry crews walk out at dawn", "Ferry crews walk out at dawn"),
        (
            "Título: Las tripulaciones del transbordador paran",
            "Las tripulaciones del transbordador paran",
        ),
        ("CORRECTED-UPDATE 1-Mill reopens after fire", "Mill reopens after fire"),
        ("23.01.2022 - Die Glocken läuten wieder", "Die Glocken läuten wieder"),
        ("Dec 18 2025 Preparing a move to the coast", "Preparing a move to the coast"),
        ("2024-05-03 | Le phare sera rallumé", "Le phare sera rallumé"),
        ("Home > Money > Ten ways to save on tea", "Ten ways to save on tea"),
        ("Home / Money / Ten ways to save on tea", "Ten ways to save on tea"),
        ("## Ten ways to save on tea", "Ten ways to save on tea"),
        ("Blog: Ten ways to save on tea", "Ten ways to save on tea"),
        ("Home Gesellschaft Vereine Der Chor sucht Stimmen", "Der Chor sucht Stimmen"),
        ("HomeGesellschaftDer Chor sucht Stimmen", "Der Chor sucht Stimmen"),
        ("Bells ring again today | Harbour Post", "Bells ring again today"),
        ("渡口停摆三十年后重新通航-新华网", "渡口停摆三十年后重新通航"),
        ("港町の灯台、三十年ぶりに点灯 | 港町ニュース", "港町の灯台、三十年ぶりに点灯"),
    ],
)
def test_what_is_glued_to_a_title_goes(text: str, title: str) -> None:
    """A slug, a date, a breadcrumb and the site's name are no part of a title."""
    page = PageLines([Line(0, len(line), line) for line in LINES], "de" if "Der " in text else "en")
    assert bare_title(text, page) == title


@pytest.mark.parametrize(
    ("text", "lines", "title"),
    [
        ("Bells ring again | Harbour guide", ("Bells ring again",), "Bells ring again"),
        (
            "Bells ring again - and nobody knows why",
            ("Bells ring again - and nobody knows why", "Bells ring again"),
            "Bells ring again - and nobody knows why",
        ),
        (
            "NewsTownBells ring again in Marl",
            ("Bells ring again in Marl",),
            "Bells ring again in Marl",
        ),
        ("City hallBells ring again in Marl", ("City hall",), "Bells ring again in Marl"),
        ("Town walkThe bells of Marl ring again", (), "The bells of Marl ring again"),
        ("LinkedIn buys the bells of Marl", (), "LinkedIn buys the bells of Marl"),
        ("YouTube The bells of Marl", (), "YouTube The bells of Marl"),
        ("Politics | Bells ring again", ("Politics", "Money"), "Bells ring again"),
        ("Politics : Bells ring again", ("Politics", "Money"), "Bells ring again"),
        ("Post Presse : Glocken läuten wieder", ("Post Presse",), "Glocken läuten wieder"),
        ("Bells: they ring again", ("Bells", "Money"), "Bells: they ring again"),
        ("The harbour: bells ring again", ("The harbour",), "The harbour: bells ring again"),
        ("Ferries | bells ring again", ("Money",), "Ferries | bells ring again"),
    ],
)
def test_what_the_page_prints_on_lines_of_their_own(
    text: str, lines: tuple[str, ...], title: str
) -> None:
    """A section beside the headline goes, where the page has one of them on its own."""
    assert bare_title(text, PageLines([Line(0, len(line), line) for line in lines], "en")) == title


@pytest.mark.parametrize(
    "text",
    [
        "Home prices fall for a third month",
        "December 25, 2023, was the warmest day",
        "Ferry crews – who they are",
        "Anna Berg: a life | in three parts",
        "UPDATE your phone, says the ministry",
        "港町の灯台-三十年ぶりに点灯へ",
    ],
)
def test_a_title_that_only_looks_so_stays(text: str) -> None:
    """Words that look like a label and belong to the title are kept."""
    page = PageLines([Line(0, len(line), line) for line in LINES], "en")
    assert bare_title(text, page) == text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2026年3月10日 08:15 来源：海宁日报 记者 陈晓雯、李志强", "陈晓雯, 李志强"),
        ("（记者 罗博 萧海川）", "罗博, 萧海川"),
        ("作者：王小明", "王小明"),
        ("文／山田太郎", "山田太郎"),
        ("배윤경, 이상현, 한수진 기자", "배윤경, 이상현, 한수진"),
        ("홍길동 특파원", "홍길동"),
        ("新华社记者 才扬 摄", None),
        ("关注新华网", None),
        ("记者从市交通局获悉", None),
        ("本报记者 王强 报道，渡口昨日重新通航，两岸居民一早就赶来观看，船工说客流已恢复。", None),
    ],
)
def test_reporters_of_a_line(text: str, names: str | None) -> None:
    """Reporters are read in Chinese, Japanese and Korean; photographers and buttons are none."""
    assert read_reporters(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新华社北京3月10日电（记者 罗博 萧海川）渡口10日重新通航，市民前来观看。", "罗博, 萧海川"),
        ("渡口重新通航，大家都很高兴。（记者王强）", "王强"),
        ("渡口重新通航，大家都很高兴（见图）。", None),
    ],
)
def test_reporters_of_a_paragraph(text: str, names: str | None) -> None:
    """Agencies name them in brackets in the first paragraph, papers at the end of the last."""
    assert read_paragraph(text) == names


LIVE = """Live
{title}
Ilse Brandvold (now) and Tomas Kirsch (earlier)
Wed 11 Feb 2026 17.42 GMT

Key events
17.31 Mediator arrives at the terminal
14.10 Hospital asks for a helicopter

17:42
That is all from us today
We are closing this blog now, and thank you for all the photographs of the queue on the pier.

17:31
Mediator arrives at the terminal
The state mediator has arrived at the ferry terminal in Osland, where the crews of all four
ferries have been on strike since Monday, and she will hear both sides until late at night.

14:10
Hospital asks for a helicopter
The hospital on the island has asked the coast guard for a helicopter, as no patient who needs
the clinic on the mainland can cross while the ferries lie at the quay.
"""


def test_the_entries_of_a_live_blog_are_not_its_headline() -> None:
    """The title of a live blog is above its entries, each of which has a heading of its own."""
    title = "Ferry strike: talks resume as 14,000 passengers wait – live updates"
    assert newsclean.clean(LIVE.format(title=title)).title == title
