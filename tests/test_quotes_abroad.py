"""Speakers and summaries in languages where an agency stands behind the verb, or in Chinese."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.quotes import find
from newsclean.summary.shown import show, without_dateline


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", '"Tramwaje będą kursować do czerwca jak dotąd" - tłumaczy rozmówca PAP.'),
        ("ru", "«Трамваи будут ходить до июня, как и раньше», - цитирует политика УНИАН."),
        ("cs", "„Tramvaje budou jezdit do června jako dosud,“ sdělil ČTK."),
    ],
)
def test_an_agency_is_told_and_says_nothing(language: str, text: str) -> None:
    """The agency is not the speaker; whoever talked to it is."""
    assert [quote.speaker for quote in find(text, language)] == [None]


def test_who_talks_to_an_agency_is_the_speaker() -> None:
    """The name behind the agency."""
    text = '"To jest dobra wiadomość dla pasażerów" - powiedział PAP Jan Kowalski.'
    assert [quote.speaker for quote in find(text, "pl")] == ["Jan Kowalski"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("武主任回應說：“電車將照常運行，請市民放心，時刻表不會改變。”", "武主任"),
        ("林局長解釋說：“這條線路每天運送九千名乘客，公司虧損嚴重。”", "林局長"),
        ("王主任回应称：“电车将照常运行，请市民放心，时刻表不会改变。”", "王主任"),
    ],
)
def test_verbs_in_traditional_characters_are_no_names(text: str, speaker: str) -> None:
    """The two characters before 說 belong to the verb."""
    assert [quote.speaker for quote in newsclean.digest(f"港口電車\n{text}\n{LONG}").quotes][
        :1
    ] == [speaker]


LONG = "費羅市議會週一決定以一個克朗的價格買回十九年前出售的港口電車線路，市民對此表示歡迎。"


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("港口网北京12月15日电（记者 张帆）市议会决定买回电车。", "市议会决定买回电车。"),
        ("港口财经讯 市议会决定买回电车。", "市议会决定买回电车。"),
        ("本报讯（记者 高薇）市议会决定买回电车。", "市议会决定买回电车。"),
        (
            "(서울=항구뉴스) 김혜진 기자 = 시의회가 전차를 사기로 했다.",
            "시의회가 전차를 사기로 했다.",
        ),
        ("港口网络电视台昨天开播，观众很多。", "港口网络电视台昨天开播，观众很多。"),
        ("每日港湾网讯据渡口日报报道市议会决定买回电车。", "市议会决定买回电车。"),
        ("本報訊市議會決定買回電車。", "市議會決定買回電車。"),
        ("国家电网讯息显示，电价上调了两成。", "国家电网讯息显示，电价上调了两成。"),
        ("06.01.2012, Порт-Луна 08:16:36 Совет выкупит трамваи.", "Совет выкупит трамваи."),
        ("2012-01-06 08:16 The council buys the trams.", "The council buys the trams."),
        ("6/1/2012, Nova Luka, 8:16 Das Amt kauft die Wagen.", "Das Amt kauft die Wagen."),
        ("06.01.2012 war ein Freitag: Alle kamen.", "06.01.2012 war ein Freitag: Alle kamen."),
    ],
)
def test_datelines_of_sites_and_papers_are_not_in_the_summary(sentence: str, left: str) -> None:
    """Place, day, hour and reporter go; a station whose name has the same characters stays."""
    assert without_dateline(sentence) == left


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("点评：市议会终于买回电车，而这是在它卖出的十九年之后。", ("点评：",)),
        ("内容提要：市议会终于买回电车，市民表示欢迎。", ("内容提要：",)),
        ("他说：市议会终于买回电车，市民表示欢迎。", ()),
    ],
)
def test_labels_of_chinese_sentences_are_not_in_the_summary(
    sentence: str, left: tuple[str, ...]
) -> None:
    """What a sentence is labelled with goes, who says it stays."""
    assert show(sentence, "zh").left_out == left


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("王小明高兴地说：“我们今天终于赢得了这场比赛，大家都很开心。”", "王小明"),
        ("校長李大同激動地表示：「我們會繼續努力，把學校辦好，讓家長放心。」", "李大同"),
        ("“我们一定要把桥建好，让大家都能过河，”村长王大山高兴地说。", "王大山"),
        ("身边一位意大利乘客吃惊地说：“搁浅地点离吉利奥岛的距离太近了！”", None),
        ("校长李明毫不客气地说：“这样的事情以后不能再发生，我们会处理。”", None),
        ("总理甘地说：“我们今天在这里开会，讨论新的桥梁和道路。”", "甘地"),
    ],
)
def test_how_it_is_said_in_chinese_is_nobody(text: str, said_by: str | None) -> None:
    """The adverb between speaker and verb is part of no name."""
    assert find(text, "zh")[0].speaker == said_by
