"""Scripts that put blanks between clauses alone, and no stop at the end of a sentence."""

from __future__ import annotations

import pytest

import newsclean

TITLE = "ชาวเกาะขายเรือข้ามฟากลำสุดท้ายให้โรงเรียน"
BODY = (
    "สภาเกาะลงมติเมื่อวันจันทร์ให้มอบเรือข้ามฟากลำสุดท้ายแก่โรงเรียน หลังการประชุมที่ยาวนานจนถึงเที่ยงคืน",
    "เรือลำนี้ยาว 14 เมตร และบรรทุกผู้โดยสารได้ปีละเก้าพันคน แต่ขาดทุนทุกเที่ยว เลขานุการสภากล่าว",
    "นักเรียนชั้นแรกจะออกเรือในเดือนพฤษภาคม เมื่อคลื่นลมสงบลงแล้ว และครูจะไปด้วยทุกครั้ง",
)


@pytest.mark.parametrize("markup", [False, True])
def test_an_article_in_thai_is_whole(markup: bool) -> None:  # noqa: FBT001 - a case
    """From copied text and from HTML, without its menu."""
    menu = ("หน้าแรก", "กีฬา", "ติดต่อเรา")
    page = "\n\n".join(["\n".join(menu), TITLE, "9 มีนาคม 2569 08:20 น.", *BODY])
    if markup:
        nav = "".join(f"<li><a href='/{n}'>{each}</a></li>" for n, each in enumerate(menu))
        paragraphs = "".join(f"<p>{each}</p>" for each in BODY)
        page = (
            f"<html lang='th'><body><nav><ul>{nav}</ul></nav><h1>{TITLE}</h1>{paragraphs}"
            "</body></html>"
        )
    article = newsclean.clean(page)
    assert article.text.split("\n\n") == list(BODY)
    assert article.metadata.title
    assert article.metadata.title.value == TITLE
