"""Quotes in Thai: a title with a name, and a verb of speech on either side of the marks."""

from __future__ import annotations

import pytest

from newsclean.quotes.find import find

_AROUND = "ร้านซ่อมนาฬิกาย้ายเข้าที่ทำการไปรษณีย์เก่าเมื่อวันอังคาร\n\n{}\n\nค่าเช่าปีละหนึ่งบาทตามสัญญา"


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("“ผมซ่อมนาฬิกาที่นี่มาสี่สิบปี” นายวิชัย มั่นคง เจ้าของร้านกล่าว", "วิชัย มั่นคง", "เจ้าของร้าน"),
        ('นายวิชัย มั่นคง กล่าวว่า "ผมซ่อมนาฬิกาที่นี่มาสี่สิบปี"', "วิชัย มั่นคง", None),
        ('น.ส.อรุณี ใจเย็น ครูใหญ่ เปิดเผยว่า "เด็กทุกคนรู้จักร้านนี้"', "อรุณี ใจเย็น", "ครูใหญ่"),
        ('นายวิชัย มั่นคง เปิดร้านแต่เช้า "ผมนอนไม่หลับเลยเมื่อคืน" นายวิชัยบอก', "วิชัย มั่นคง", None),
    ],
)
def test_who_speaks(text: str, speaker: str | None, role: str | None) -> None:
    """A given name alone is whose whole name the article has."""
    (quote,) = find(_AROUND.format(text), "th")
    assert (quote.speaker, quote.role) == (speaker, role)


@pytest.mark.parametrize("text", ['ร้านชื่อ "เวลาดี" เปิดมานานแล้ว', 'โครงการ "นาฬิกาเพื่อน้อง" เริ่มปีที่แล้ว'])
def test_names_in_marks(text: str) -> None:
    """What is called so is no quote."""
    assert not find(_AROUND.format(text), "th")
