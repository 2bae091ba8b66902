"""Headings between the paragraphs of one quote, each of which opens with a mark again."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

LONG = (
    (
        "zh",
        "王明说：“这座桥对我们的城市非常重要，我们已经等了十年。",
        "新桥的意义",
        "“它将连接两个城区。”",
    ),
    (
        "zh",
        "王明说：“我们不会提高税收，也不会借新的钱。",
        "资金来源",
        "“资金来自市政府和两家银行。”",
    ),
    (
        "en",
        "Ann Lee said: “We waited ten years for it.",
        "What it means",
        "“It joins two quarters.”",
    ),
    ("de", "Anna Berg sagte: „Wir warten seit Jahren.", "Was sie bringt", "„Sie spart uns Zeit.“"),
    ("ru", "Иван Петров сказал: «Мы ждали десять лет.", "Что даёт мост", "«Он соединит районы.»"),
)


@pytest.mark.parametrize(("language", "first", "heading", "last"), LONG)
def test_a_quote_goes_on_below_a_heading(
    language: str, first: str, heading: str, last: str
) -> None:
    """Nothing closes it above, and the paragraph below opens it again."""
    found = find(f"{first}\n\n{heading}\n\n{last}", language)
    assert len(found) == 2
    assert found[0].speaker == found[1].speaker is not None
    assert found[1].rule == "next paragraph of a quote"


def test_a_sentence_between_ends_a_quote() -> None:
    """It is no heading."""
    text = (
        "Ann Lee said: “We waited ten years.\n\nThe hall was full.\n\n“It is ours,” said Tom Reed."
    )
    assert [quote.speaker for quote in find(text)][-1] == "Tom Reed"
