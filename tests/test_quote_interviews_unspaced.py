"""Answers of interviews in Japanese and Chinese: labels, dashes, and what is no interview."""

from __future__ import annotations

import pytest

from newsclean.quotes.find import find

_BAKER = (
    "港町に小さなパン屋ができた。店主の水野岳さん（41）に聞いた。\n"
    "――なぜこの町だったのですか。\n{0}祖母の家があったからです。朝の匂いが好きでした。\n"
    "――最初の年はどうでしたか。\n{0}半年は赤字でした。常連さんに救われました。\n"
    "――これからの予定は。\n{0}春に窯をもう一つ作ります。島の小麦も使います。"
)


@pytest.mark.parametrize("label", ["水野　", "水野：", "水野岳さん：", "A.", ""])
def test_answers_are_the_guests(label: str) -> None:
    """Whatever they are labelled with; the label is no part of them."""
    quotes = find(_BAKER.format(label), "ja")
    assert [(quote.text[:4], quote.speaker) for quote in quotes] == [
        ("祖母の家", "水野岳"),
        ("半年は赤", "水野岳"),
        ("春に窯を", "水野岳"),
    ]


def test_an_interview_in_chinese() -> None:
    """The reporter's turns are nobody's."""
    text = (
        "本报专访了船厂总工程师李志远。\n记者：新船什么时候下水？\n李志远：明年春天。发动机还在试。\n"
        "记者：最难的是什么？\n李志远：焊接。温度差一度都不行。\n"
        "记者：您还会上船吗？\n李志远：会的，第一次出海我一定在。"
    )
    assert [quote.speaker for quote in find(text, "zh")] == ["李志远"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "市は次の案を示した。\n――駅前に広場を作る。\n――バスの本数を増やす。\n――古い倉庫を残す。\n市長は来月決める。",
        (
            "Q. 申込みはいつまでですか。\nA. 三月末までです。窓口でも受け付けます。\n"
            "Q. 費用はかかりますか。\nA. いいえ、無料です。市が負担します。\n"
            "Q. 誰が参加できますか。\nA. 市内に住む方ならどなたでも参加できます。"
        ),
        _BAKER.format("").replace("水野岳さん（41）", "水野岳さんと岡本千夏さん"),
    ],
)
def test_what_is_no_interview(text: str) -> None:
    """A list with dashes, questions of readers, and two guests."""
    assert find(text, "ja") == ()
