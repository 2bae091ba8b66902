"""A trade or a reading beside a name where no capitals tell it."""

from __future__ import annotations

import pytest

from newsclean.quotes import find


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("he", "„הכביש סגור כבר שבוע ואיש לא בא“, אמרה הגננת רבקה שלו.", "רבקה שלו"),
        ("he", "„הכביש סגור כבר שבוע ואיש לא בא“, מספר הנגר יעקב שלו.", "יעקב שלו"),
        ("ar", "وقال النجار خالد شاهين: «الطريق مغلق منذ أسبوع ولم يأت أحد».", "خالد شاهين"),
        ("ar", "«الطريق مغلق منذ أسبوع ولم يأت أحد»، تقول الخياطة ليلى شاهين.", "ليلى شاهين"),
        ("fa", "علی صادقی، نجار، می‌گوید: «جاده یک هفته است که بسته است».", "علی صادقی"),
    ],
)
def test_a_trade_before_a_name(language: str, text: str, name: str) -> None:
    """It is what somebody is, as an office is."""
    assert find(text, language)[-1].speaker == name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("he", "„הכביש סגור כבר שבוע ואיש לא בא“, אמרה אשת הנגר יעקב שלו."),
        ("ar", "«الطريق مغلق منذ أسبوع ولم يأت أحد»، قالت زوجة النجار خالد شاهين."),
    ],
)
def test_whose_wife_somebody_is(language: str, text: str) -> None:
    """The carpenter does not speak."""
    assert find(text, language)[-1].speaker is None


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "森田由紀（もりた・ゆき）市長は「道路は来週まで閉めておくしかない」と話した。",
            "森田由紀",
            "市長",
        ),
        (
            "木谷勇（きたに・いさむ）さんは「道路は来週まで閉めておくしかない」と話した。",
            "木谷勇",
            None,
        ),
        ("木谷勇（58）さんは「道路は来週まで閉めておくしかない」と話した。", "木谷勇", None),
        (
            "代表取締役社長：木谷勇\n木谷社長は「道路は来週まで閉めておくしかない」と話した。",
            "木谷勇",
            "社長",
        ),
    ],
)
def test_a_japanese_reading_in_brackets(text: str, name: str, role: str | None) -> None:
    """It stands between the name and what tells that it is one."""
    last = find(text, "ja")[-1]
    assert (last.speaker, last.role) == (name, role)
