"""Dumps of text browsers, archived copies and scanned columns are read as the pages they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean import pipeline
from newsclean.document import Article
from newsclean.sources import read, readings

FILES = Path(__file__).parent / "cases" / "files"


def article(name: str) -> Article:
    """The article in a sample."""
    return pipeline.clean_document(read.from_path(FILES / name))


def test_link_numbers_of_a_dump_are_taken_out() -> None:
    """Names and words are whole, the author is found, the list of links is gone."""
    found = article("lynx-dump.txt")
    assert "The council of Ferrow agreed" in found.text
    assert "Councillor Edda Marklund, who voted" in found.text
    assert found.metadata.byline
    assert found.metadata.byline.value == "Nils Ekman"
    links = [removal for removal in found.removals if "https://post.example" in removal.text]
    assert links
    assert {removal.evidence for removal in links} == {"the list of links of a text browser"}


@pytest.mark.parametrize("heading", ["References", "Verweise", "Références"])
def test_references_of_an_article_are_no_list_of_links(heading: str) -> None:
    """Books and names below such a heading are the article's; addresses are a text browser's."""
    named = f"{heading}\n\n1. Lund, Trams at sea\n2. Aas, The last tram\n"
    linked = f"{heading}\n\n1. https://post.example/trams\n2. https://post.example/\n"
    assert not list(readings.asides(named))
    assert [linked[part.start : part.end] for part in readings.asides(linked)] == [linked]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        (
            "[1]Inicio [2]Deportes\n\nEl [3]alcalde dijo que [4]la ley es buena.\n\n[5]Contacto\n",
            "Inicio Deportes\n\nEl alcalde dijo que la ley es buena.\n\nContacto\n",
        ),
        (
            "The city has 4,000 people.[1] It has a tram.[2][3] It sold it.[4] It wants it.[5]\n",
            None,
        ),
        (
            (
                "Face of\nMarl Boats [1991], Ness Tea [1995], Osland Post [2002], Ferrow [2004]\n"
                "Height 1.70\n"
            ),
            None,
        ),
        ("See [2] and [1], then [12] and [7] for the data of [4] these papers.\n", None),
        ("A kiln [1], [2]. Clay [3]; glaze [4]: ash (“slip” [5]). Cones [6], [7]?\n", None),
        ("Der Ofen [1], [2]. Der Ton [3]; die Glasur [4]. Die Asche [5]!\n", None),
        ("“窑”[1]，“土”[2]。《釉》[3]、《灰》[4]。“火”[5]；“水”[6]。\n", None),
        ("pro\u00admised to the north\u00ad\nern islands\n", "promised to the northern islands\n"),
        ("T\nhe council of Ferrow agreed.\n", "The council of Ferrow agreed.\n"),
        ("É\n\n  lise a gagné.\n", "Élise a gagné.\n"),
    ],
)
def test_what_was_done_to_a_text_is_undone(text: str, read_as: str | None) -> None:
    """Numbers before links go, notes and references stay; hyphens and drop caps are mended."""
    assert read.from_text(text).text == (text if read_as is None else read_as)


ARCHIVES = [
    (
        "archive.today\nwebpage capture\nSaved from https://post.example/tram\nsearch\n"
        "2 Mar 2026 10:00:12 UTC\nAll snapshots from host post.example\nWebpage Screenshot\n"
        "share download .zip report bug or abuse Buy me a coffee\n"
    ),
    (
        "Wayback Machine\nhttps://post.example/tram\nGo\n3 captures\n2 Mar 2026 - 5 May 2026\n"
        "Feb MAR Apr\nAbout this capture\n"
        "The Wayback Machine - https://web.archive.org/web/20260302120000/https://post.example/tram\n"
    ),
    "The Wayback Machine - https://web.archive.org/web/20260302120000/https://post.example/tram\n",
]
STORY = (
    "\nFerrow buys back its tram\n\nBy Nils Ekman\n2 March 2026\n\n"
    "The council of Ferrow agreed on Monday to buy back the harbour tram line, nineteen years "
    "after it was sold for a single crown to a company.\n\n“We sold it for the price of a bun,” "
    "said Councillor Edda Marklund, who voted against the sale in 2007.\n\nThe line carries nine "
    "thousand people a day and loses money on all of them, the company said.\n"
)


@pytest.mark.parametrize("header", ARCHIVES, ids=["archive.today", "wayback", "one line"])
def test_the_header_of_an_archive_is_no_article(header: str) -> None:
    """The address is the page's own; every line of the header goes with its reason."""
    found = pipeline.clean_document(read.from_text(header + STORY))
    assert found.metadata.url
    assert found.metadata.url.value == "https://post.example/tram"
    assert "captures" not in found.text
    assert "snapshots" not in found.text
    assert "The council of Ferrow agreed" in found.text
    said = {removal.evidence for removal in found.removals}
    assert "the header of a web archive" in said


def test_a_wayback_copy_has_the_headline_of_its_page() -> None:
    """Neither the address nor what the archive says of itself is the title or the summary."""
    found = article("wayback-copy.txt")
    assert found.metadata.title
    assert found.metadata.title.value == "Ferrow sells its tram for a crown"
    assert found.metadata.byline
    assert found.metadata.byline.value == "Ida Rask"
    assert "Alexa" not in found.text


def test_lines_of_a_scanned_column_are_joined() -> None:
    """Divided words are whole again, the date is that of the page's head, the jump line goes."""
    found = article("ocr-column.txt")
    assert "The council of Ferrow agreed tonight to buy back the harbor tram line" in found.text
    assert "said Councilor Edda Marklund, who voted against the sale in 1917." in found.text
    assert "Continued on Page" not in found.text
    assert "PAGE 4" not in found.text
    assert found.metadata.date
    assert found.metadata.date.value == "1936-03-02"


def test_prose_with_compounds_keeps_its_lines() -> None:
    """A text with hyphens inside its lines is not taken for a column."""
    text = "A well-known tram-line was sold.\nIt was a one-off.\nThe mayor re-bought it.\n"
    assert read.from_text(text).text == text


@pytest.mark.parametrize(
    "line",
    [
        "Ring road (continued from page 1)",
        "(See FERRY, Page 9)",
        "Viene de la página 3",
        "Continued on page A4",
    ],
)
def test_a_line_that_says_where_it_goes_on(line: str) -> None:
    """It is none of the article's, whatever stands before it."""
    text = f"The ferry sails on Monday.\n\n{line}\n\nIt costs two crowns.\n"
    assert [text[part.start : part.end].strip() for part in readings.asides(text)] == [line]


@pytest.mark.parametrize(
    "line",
    ["The trial was continued from page to page.", "See Ferry, the dog.", "He saw page 9 of it."],
)
def test_a_sentence_about_pages(line: str) -> None:
    """It stays."""
    assert not list(readings.asides(f"The ferry sails.\n\n{line}\n\nIt costs two crowns.\n"))


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("THE HARBOUR POST, FRIDAY, JUNE 7, 1985", "1985-06-07"),
        ("THE HARBOUR POST, JUNE 7, 1985", "1985-06-07"),
        ("The harbour post, Friday, June 7, 1985", None),
        ("COUNCIL CLOSES THE BRIDGE ON JUNE 7", None),
    ],
)
def test_a_running_head_in_capitals(head: str, day: str | None) -> None:
    """The name of the paper and the day: no headline."""
    assert readings.printed_on(f"{head}\n\nFerry sails again\n\nThe ferry sails.\n") == day
