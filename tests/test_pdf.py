"""PDF files become text with whole paragraphs and whole words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsclean import cleaning, pipeline
from newsclean.errors import InputError
from newsclean.sources import read
from newsclean.sources.columns import join_lines

FILES = Path(__file__).parent / "cases" / "files"

pytest.importorskip("pypdf")

LINES = (
    "The ferry between the islands will sail again from",
    "May, the harbour office said on Tuesday, after an in-",
    "terruption of eleven years.",
    "Repairs to both piers cost four million crowns, and",
    "the long-",
    "term lease was signed in the autumn of last year too.",
)


def pdf(*pages: tuple[str, ...], info: str = "") -> bytes:
    """A small PDF with a line of text under the other on each page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        # a line that begins with a number and a sign is set in that size, with that leading
        sized = [re.fullmatch(r"(?:(\d+)#)?(.*)", line) for line in lines]
        shown = " ".join(
            f"/F1 {found[1] or 12} Tf {int(found[1] or 12) + 2} TL ({found[2]}) Tj T*"
            for found in sized
            if found
        )
        stream = f"BT 72 700 Td {shown} ET"
        kids.append(f"{len(objects) + 1} 0 R")
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /Contents {len(objects) + 2} 0 R"
                " /MediaBox [0 0 612 792]"
                " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
                " /Encoding /WinAnsiEncoding >> >> >> >>"
            ),
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    data, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    return (
        f"{data}xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    ).encode("cp1252")


def test_lines_are_joined_to_paragraphs() -> None:
    """Lines of a paragraph become one, and a word divided at a line's end is whole again."""
    document = read.from_bytes(pdf(LINES), "a.pdf")
    assert document.kind == "pdf"
    assert document.text.split("\n\n") == [
        (
            "The ferry between the islands will sail again from May, the harbour office said on "
            "Tuesday, after an interruption of eleven years."
        ),
        (
            "Repairs to both piers cost four million crowns, and the longterm lease was signed in "
            "the autumn of last year too."
        ),
    ]


def test_pages_follow_each_other() -> None:
    """Every page is read, in order."""
    text = read.from_bytes(pdf(("Page one.",), ("Page two.",)), "a.pdf").text
    assert text == "Page one.\n\nPage two."


def test_the_files_own_properties_become_metadata() -> None:
    """Title, author and date come from the file's properties and say so."""
    info = (
        "/Title (The ferry returns) /Author (Ilse Brandt) /CreationDate (D:20260302080000+01'00')"
    )
    known = read.from_bytes(pdf(LINES, info=info), "a.pdf").metadata
    assert known.title
    assert (known.title.value, known.title.origin) == ("The ferry returns", "pdf:Title")
    assert known.byline
    assert known.byline.value == "Ilse Brandt"
    assert known.date
    assert known.date.value.startswith("2026-03-02")


@pytest.mark.parametrize(
    "info",
    [
        "/Title (untitled) /Author (\\(anonymous\\))",
        "/Title (Microsoft Word - ferry.docx) /Author (Windows User)",
        "/Title (ferry_final_v2) /Author (Unknown)",
        "/Title (ferry.indd) /Author (ilse@harbour.example)",
        "/Title (https://harbour.example/ferry) /Author ()",
    ],
)
def test_what_a_program_filled_in_is_no_title_and_no_author(info: str) -> None:
    """Defaults and file names are not the article's."""
    known = read.from_bytes(pdf(LINES, info=info), "a.pdf").metadata
    assert (known.title, known.byline) == (None, None)


ARTICLE = (
    "24#The ferry between the islands",
    "24#returns after eleven years",
    "By Ilse Brandt",
    "{}",
    *LINES,
    "14#What the ferry costs the islands",
    *LINES,
)


def test_larger_letters_are_a_paragraph_of_their_own() -> None:
    """A headline over two lines is one, and does not swallow the line below it."""
    paragraphs = read.from_bytes(pdf(ARTICLE), "a.pdf").text.split("\n\n")
    assert paragraphs[0] == "The ferry between the islands returns after eleven years"
    assert paragraphs[1] == "By Ilse Brandt"
    assert "What the ferry costs the islands" in paragraphs


@pytest.mark.parametrize(
    ("line", "day", "origin"),
    [("2 March 2026", "2026-03-02", "text"), ("Harbour Post", "2026-04-09", "pdf:CreationDate")],
)
def test_the_day_a_file_was_made_is_the_last_resort(line: str, day: str, origin: str) -> None:
    """The text's own date is better; where the file's is given, a note says so."""
    lines = tuple(text.format(line) for text in ARTICLE)
    document = read.from_bytes(pdf(lines, info="/CreationDate (D:20260409080000Z)"), "a.pdf")
    article = cleaning.clean(document)
    assert article.metadata.date
    assert (article.metadata.date.value, article.metadata.date.origin) == (day, origin)
    assert any("PDF was made" in note for note in article.notes) == (origin != "text")


def test_a_compound_keeps_its_hyphen() -> None:
    """A word that the page writes with a hyphen elsewhere is not run together."""
    page = "The long-term lease was signed by both of the owners on Monday, and a long-\nterm plan."
    assert join_lines(page).endswith("and a long-term plan.")


def test_a_hyphen_of_the_word_itself_stays() -> None:
    """Where hardly a line ends with one nobody divided words; a name keeps its own anywhere."""
    lines = ["The harbour office of Ferrow said on Monday that its new crane is here."] * 20
    plan = ["It was a plan of some thirty-", "four men from Ferrow, the office said on Monday."]
    assert "some thirty-four men" in join_lines("\n".join([*lines, *plan]))
    narrow = [
        "The office of Ferrow has a new crane",
        "and a plan of the har-",
        "bour, said Ann Old-",
    ]
    joined = join_lines(
        "\n".join([*narrow, "Harbour, who has seen them, and the Ein-", "und Ausgang"])
    )
    assert "the harbour" in joined
    assert "Ann Old-Harbour" in joined
    assert "the Ein- und Ausgang" in joined


def test_a_list_keeps_its_lines() -> None:
    """A line that begins a list item is never joined to the one before."""
    page = "What the council decided on Monday evening after a long debate\n• a new pier\n• a lamp"
    assert join_lines(page).count("\n\n") == 2


def test_a_pdf_without_text_says_that_it_may_be_scanned() -> None:
    """Pictures of text are not text."""
    with pytest.raises(InputError, match="without text; was it scanned"):
        read.from_bytes(pdf(()), "a.pdf")


@pytest.mark.parametrize("cut", [9, 60, 300])
def test_a_broken_pdf_is_an_input_error(cut: int) -> None:
    """Whatever is wrong with a PDF, it is one line, and no traceback."""
    with pytest.raises(InputError, match=r"^a\.pdf: "):
        read.from_bytes(pdf(LINES)[:cut], "a.pdf")


def test_a_newspaper_page_is_read_as_it_is_seen() -> None:
    """The largest line is the headline, the head gives the day, the drop cap its letter."""
    article = pipeline.clean_document(read.from_path(FILES / "newspaper-page.pdf"))
    metadata = article.metadata
    assert metadata.title
    assert metadata.date
    assert metadata.title.value == "Town that sold its tram for a crown wants it back"
    assert metadata.date.value == "2026-03-02"
    assert article.text.startswith("The council of Ferrow agreed on Monday")
    assert not {"THE FERROW POST", "Continued on page 7", "ferrowpost.example"} & {
        paragraph.text for paragraph in article.paragraphs
    }
    assert any("THE FERROW POST" in removal.text for removal in article.removals)


def test_what_a_browser_prints_around_a_page_goes() -> None:
    """Day and address above and below each page are no text; the title has no site's name."""
    article = pipeline.clean_document(read.from_path(FILES / "browser-print.pdf"))
    assert article.metadata.title
    assert article.metadata.title.value == "Ferrow buys back its tram"
    assert "file:///" not in article.text
    assert "11/27/26" not in article.text


def test_a_cut_pdf_is_one_line_of_error_or_its_words() -> None:
    """A file that was cut is broken or gives words, never its code."""
    data = (FILES / "newspaper-page.pdf").read_bytes()
    for share in (0.1, 0.5, 0.9):
        try:
            text = read.from_bytes(data[: int(len(data) * share)], "a.pdf").text
        except InputError:
            continue
        assert "endobj" not in text
