"""Narrow columns of a PDF: what stands where tells the paragraphs, whatever the lines' length."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from newsclean import pipeline
from newsclean.sources import read

SIZE, PITCH, LEFT, TOP = 10, 13, 60, 700
FIRST = ["The harbour of", "Ferrow is dredged", "again after eleven", "years, the office", "said."]
SECOND = ["Two ships from", "Quill will work", "there until March,", "if the ice lets", "them in."]
THIRD = ["Nobody knows what", "lies on the ground", "below the old pier", "but some mud."]
WANTED = [" ".join(each) for each in (FIRST, SECOND, THIRD)]


def pdf(rows: list[tuple[float, float, float, str]], raw: str = "") -> bytes:
    """A page with a line of text at each (left, height) in letters of a size."""
    writer = PdfWriter()
    page = writer.add_blank_page(612, 792)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    shown = " ".join(
        f"BT /F1 {size} Tf 1 0 0 1 {left} {height} Tm ({text}) Tj ET"
        for left, height, size, text in rows
    )
    stream.set_data((shown + raw).encode("cp1252"))
    page[NameObject("/Contents")] = stream
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def column(
    paragraphs: list[list[str]], *, indent: float = 12, gap: float = 0, most: int = 9
) -> list[tuple[float, float, float, str]]:
    """The rows of a headline and of narrow columns of so many lines below it."""
    rows: list[tuple[float, float, float, str]] = [
        (LEFT, 740, 22, "Dredgers come back to the harbour"),
    ]
    left, height, count = float(LEFT), float(TOP), 0
    for lines in paragraphs:
        for number, line in enumerate(lines):
            rows.append((left + indent * (number == 0), height, SIZE, line))
            height, count = height - PITCH, count + 1
            if count == most:
                left, height, count = left + 180, TOP, 0
        height -= gap
    return rows


def body(data: bytes) -> list[str]:
    """The paragraphs of the article."""
    return [
        each.text for each in pipeline.clean_document(read.from_bytes(data, "a.pdf")).paragraphs
    ]


@pytest.mark.parametrize("most", [6, 9, 40])
def test_indented_paragraphs_are_whole(most: int) -> None:
    """Where a column ends in the middle of one, too."""
    assert body(pdf(column([FIRST, SECOND, THIRD], most=most))) == WANTED


def test_paragraphs_parted_by_gaps_are_whole() -> None:
    """Without an indent."""
    fourth = ["It may be gold,", "said the miller,", "and laughed aloud."]
    rows = column([FIRST, SECOND, THIRD, fourth], indent=0, gap=10, most=40)
    assert body(pdf(rows)) == [*WANTED, " ".join(fourth)]


def test_a_drop_cap_belongs_to_the_line_right_of_it() -> None:
    """Not to the byline above, which begins with the same letter."""
    rows = column([FIRST, SECOND, THIRD], most=40)
    title, first, second, *rest = rows
    beside = [(LEFT + 22.0, y, size, text) for _, y, size, text in (first, second)]
    cap = (float(LEFT), second[1], 30.0, "T")
    byline = (float(LEFT), TOP + 16.0, 9.0, "the miller's daughter Tess Arran")
    cut = (beside[0][0], beside[0][1], SIZE, beside[0][3][1:])
    text = body(pdf([cap, title, byline, cut, beside[1], *rest]))
    assert text[-3:] == WANTED


def test_soft_hyphens_and_ligatures_of_print_go() -> None:
    """A browser writes the hyphen as a blank that has another text, and one at a line's end."""
    lines = [
        ["The of\\255fice is open", "on every week\\255", "day of the year", "and no other one."]
    ]
    rows = column([*lines, SECOND, THIRD], most=40)
    hidden = (
        f" BT /F1 {SIZE} Tf 1 0 0 1 60 400 Tm (The grass of Fer) Tj"
        "/Span<</ActualText <FEFF00AD> >> BDC <20> Tj EMC (row is not green in autumn.) Tj ET"
    )
    text = "\n".join(body(pdf(rows, hidden)))
    assert "The office is open on every weekday of the year" in text
    assert "The grass of Ferrow is not green" in text


def test_wide_lines_end_paragraphs_as_they_did() -> None:
    """Lines of the whole page's width, of which short ones are the last: no column."""
    wide = ["The harbour of Ferrow is dredged again after eleven years, the office said on Monday."]
    other = [
        "Two ships from Quill will work there until March, if only the ice of the bay lets them."
    ]
    rows = column([[*wide, "It is over."], [*other, "They are old."]], indent=0, most=40)
    assert len(body(pdf(rows))) == 2


def test_items_that_are_indented_make_no_paragraphs_of_the_rest() -> None:
    """Two lists in a text whose paragraphs begin where their other lines do."""
    texts = [
        ["The harbour of Ferrow is dredged again after eleven years, as the office said", "now."],
        ["Two ships from Quill will work there until March, if only the ice lets them", "in."],
        ["Nobody knows what lies on the ground below the old pier, but there is some", "mud."],
    ]
    rows: list[tuple[float, float, float, str]] = []
    height = float(TOP)
    for lines in texts:
        for left, line in ((60.0, lines[0]), (60.0, lines[1]), (75.0, "- a spade")):
            rows.append((left, height, SIZE, line))
            height -= PITCH
    found = body(pdf([(LEFT, 740, 22, "Dredgers come back to the harbour"), *rows]))
    assert [" ".join(lines) for lines in texts] == [each for each in found if "spade" not in each]
