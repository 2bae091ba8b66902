"""Exports of Nexis Uni that were copied as text, or whose headline stands below the date."""

from __future__ import annotations

import pytest

from newsclean import pipeline
from newsclean.document import Article
from newsclean.sources import collections, read
from newsclean.sources.exports import nexis_uni
from newsclean.sources.files.paragraphs import Paragraph

_SAILS = "The ferry sailed on Monday for the first time since the storm of 1987, the harbour said."
_COSTS = "A ticket costs two crowns, and children under six years of age travel without one."


def _articles(text: str) -> list[Article]:
    found = collections.of_bytes(text.encode(), "export.txt")
    return [pipeline.clean_document(read.from_record(record)) for record in found or ()]


def _article(title: str, day: str, body: str, loaded: str, end: str) -> str:
    head = (
        f"{title}\n\nPort Gazette\n\n{day}\n\nCopyright 2026 Port Gazette All Rights Reserved\n\n"
    )
    labels = "Section: NEWS; Pg. 2\n\nLength: 31 words\n\nByline: Nora Felding\n\n"
    return f"{head}{labels}{body}\n\n{_SAILS}\n\n{_COSTS}\n\n{loaded}\n\n\n{end}\n\n"


@pytest.mark.parametrize(
    ("days", "body", "loaded", "end"),
    [
        (
            ("March 4, 2026 Wednesday", "March 5, 2026 Thursday"),
            "Body",
            "Load-Date: March 6, 2026",
            "End of Document",
        ),
        (
            ("4. März 2026 Mittwoch", "5. März 2026 Donnerstag"),
            "Hauptteil",
            "Lade-Datum: 6. März 2026",
            "Ende des Dokuments",
        ),
        (
            ("4 de marzo de 2026", "5 de marzo de 2026"),
            "Cuerpo",
            "FECHA-CARGA: 6 marzo 2026 viernes",
            "Fin del documento",
        ),
    ],
)
def test_articles_that_were_copied(days: tuple[str, str], body: str, loaded: str, end: str) -> None:
    """Each has its own fields, and what the database adds is no part of it."""
    titles = "Ferry sails again", "Baker sells his ovens"
    pages = zip(titles, days, strict=True)
    text = "".join(_article(title, day, body, loaded, end) for title, day in pages)
    found = _articles(text)
    assert [each.title for each in found] == list(titles)
    assert [each.date for each in found] == ["2026-03-04", "2026-03-05"]
    assert [each.byline for each in found] == ["Nora Felding"] * 2
    assert [each.text.split("\n\n") for each in found] == [[_SAILS, _COSTS]] * 2


@pytest.mark.parametrize(
    "text",
    [
        f"The end\n\n{_SAILS}\n\nEnd of Document\n",
        f"Body\n\n{_SAILS}\n\nThis is the end of document one.\n",
        f"Load-Date: March 6, 2026\n\n{_SAILS}\n",
    ],
)
def test_one_line_alone_makes_no_export(text: str) -> None:
    """The end of a document and one more sign are needed."""
    assert collections.of_bytes(text.encode(), "page.txt") is None


def test_a_headline_below_the_date() -> None:
    """Older documents begin with source, date and edition; the headline follows."""
    lines = [
        *("Port Gazette", "March 4, 2026 Wednesday", "First Edition", ""),
        *("Ferry sails again", "", "BYLINE: Nora Felding, Town Planning Editor"),
        *("LENGTH: 31 words", "", "Body", "", _SAILS, "", _COSTS, "", "End of Document"),
    ]
    (record,) = nexis_uni.records([Paragraph(line) for line in lines], "x")
    article = pipeline.clean_document(read.from_record(record))
    assert (article.title, article.byline, article.date) == (
        *("Ferry sails again", "Nora Felding"),
        "2026-03-04",
    )
    assert article.text.split("\n\n") == [_SAILS, _COSTS]
