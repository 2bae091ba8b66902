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


def pdf(
    *pages: list[tuple[float, float, float, str]], raw: str = "", bold: tuple[str, ...] = ()
) -> bytes:
    """Pages with a line of text at each (left, height) in letters of a size."""
    writer = PdfWriter()
    fonts = DictionaryObject()
    for name, face in (("/F1", "/Helvetica"), ("/F2", "/Helvetica-Bold")):
        fonts[NameObject(name)] = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject(face),
                NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
            }
        )
    for rows in pages:
        page = writer.add_blank_page(612, 792)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        shown = " ".join(
            f"BT {'/F2' if text in bold else '/F1'} {size} Tf 1 0 0 1 {left} {height} Tm"
            f" ({text}) Tj ET"
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


def read_paragraphs(
    *pages: list[tuple[float, float, float, str]], bold: tuple[str, ...] = ()
) -> list[str]:
    """The paragraphs of the document, before anything is cleaned."""
    return read.from_bytes(pdf(*pages, bold=bold), "a.pdf").text.split("\n\n")


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
        f" BT /F1 {SIZE} Tf 1 0 0 1 60 370 Tm (Gr) Tj\n"
        "/Span<</ActualText <FEFF00AD> >> BDC\n11.1 0 Td <20> Tj\nEMC\n0 0 Td (een it is.) Tj ET"
    )
    text = "\n".join(body(pdf(rows, raw=hidden)))
    assert "The office is open on every weekday of the year" in text
    assert "The grass of Ferrow is not green" in text
    assert "Green it is" in text


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


def test_a_drop_cap_of_a_word_in_capitals_goes_to_the_line_beside_its_top() -> None:
    """A dateline goes on in capitals; no line below it is to have the letter."""
    rows = column([["UILLHAVEN — The harbour of", *FIRST[1:]], SECOND, THIRD], most=40)
    title, first, second, *rest = rows
    beside = [(LEFT + 25.0, y, size, text) for _, y, size, text in (first, second)]
    text = body(pdf([(float(LEFT), second[1], 30.0, "Q"), title, *beside, *rest]))
    assert text[0].startswith("QUILLHAVEN \N{EM DASH} The harbour of Ferrow is dredged")
    assert text[-2:] == WANTED[1:]


LONG = [
    "The harbour of Ferrow is dredged again after eleven years in which nobody wanted to pay",
    "for it, the office that looks after the piers of the whole coast said on Monday morning",
    "in a letter.",
]
AGAIN = [
    "Two ships from Quill will work there until March, if only the ice of the bay lets them in",
    "and the miller, whose nets lie right in the middle of it, finds another place for them at",
    "last.",
]
LATER = [
    "In spring the office will tell those who fish there what was found, if there is anything to",
    "tell.",
]
SINGLE = ["Nobody knows what lies there.", "Some mud is sure.", "Gold is not.", "It is dark."]
WIDE = [" ".join(LONG), " ".join(AGAIN)]


def wide(paragraphs: list[list[str]], *, top: float = TOP) -> list[tuple[float, float, float, str]]:
    """The rows of lines of the page's width, a gap between paragraphs."""
    rows, height = [], top
    for lines in paragraphs:
        for line in lines:
            rows.append((float(LEFT), height, float(SIZE), line))
            height -= PITCH
        height -= PITCH
    return rows


HEADLINE = (float(LEFT), 740.0, 22.0, "Dredgers come back to the harbour")


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    """Below a page of short paragraphs, whose gaps are no measure for others."""
    first = [HEADLINE, *wide([LONG, AGAIN[:2]])]
    second = wide([AGAIN[2:], *([line] for line in SINGLE), LATER])
    assert read_paragraphs(first, second) == [HEADLINE[3], *WIDE, *SINGLE, " ".join(LATER)]


def test_a_narrow_column_beside_the_text_is_none_of_it() -> None:
    """Right or left of it; the text goes on over the end of the page."""
    listed = ["Most read", "Swan stops a train", "Five walks", "Who stole the pie"]
    for left in (20.0, 520.0):
        beside = [(left, TOP - 15.0 * at, 9.0, line) for at, line in enumerate(listed)]
        main = [(200.0 * (left < LEFT) + x, y, size, line) for x, y, size, line in wide([LONG])]
        last = [(x, y - 80, size, line) for x, y, size, line in main[:2]]
        rest = [(main[0][0], float(TOP), float(SIZE), "in a letter.")]
        shown = [(main[0][0], *HEADLINE[1:]), *main, *last, *beside]
        assert read_paragraphs(shown, rest) == [HEADLINE[3], WIDE[0], WIDE[0], *listed]
        assert "Five walks" not in body(pdf(shown, rest))


def test_columns_of_one_width_stay() -> None:
    """Three of a newspaper, of which the last is short."""
    paragraphs = [FIRST, SECOND, THIRD, FIRST, SECOND]
    rows = column(paragraphs, most=10)
    assert read_paragraphs(rows) == [HEADLINE[3], *WANTED, *WANTED[:2]]


def test_a_heading_of_two_lines_is_one() -> None:
    """In bold letters of the text's size, where its first line is as long as one can be."""
    rows = column([FIRST, ["The miller of Quill", "is angry"], SECOND, THIRD], most=40)
    heading = ("The miller of Quill", "is angry")
    shown = [
        (float(LEFT), y, size, text) if text in heading else (x, y, size, text)
        for x, y, size, text in rows
    ]
    text = read_paragraphs(shown, bold=heading)
    assert text[1:] == [WANTED[0], "The miller of Quill is angry", *WANTED[1:]]


def test_bold_words_inside_a_sentence_end_no_paragraph() -> None:
    """A line of which most is bold."""
    paragraph = [
        LONG[0],
        "Harbour Office of the Northern Isles of Ferrow, Quill and the Outer Skerries",
        *LONG[1:],
    ]
    rows = [HEADLINE, *wide([AGAIN, paragraph])]
    assert " ".join(paragraph) in read_paragraphs(rows, bold=(paragraph[1],))


def test_a_headline_that_is_printed_after_the_text_stands_above_it() -> None:
    """A browser prints what floats first."""
    assert read_paragraphs([*wide([LONG, AGAIN]), HEADLINE]) == [HEADLINE[3], *WIDE]


def test_byline_and_day_are_no_part_of_the_first_paragraph() -> None:
    """Though all three begin further right."""
    shown = [["By Tess"], ["4 May"], FIRST, SECOND, THIRD]
    rows = column(shown, most=40)
    assert read_paragraphs(rows)[1:] == ["By Tess", "4 May", *WANTED]
