"""Marks that a site's software was to replace are no text; those that are written about stay."""

from __future__ import annotations

import time

import pytest

import newsclean
from newsclean.cleaning.furniture.remove import without_furniture
from records import LAST, LEAD, MIDDLE, lines_of, record_of

TITLE = "How the old kitchen table was saved"
ABOVE = (
    "The table stood in a barn above Castle Brun for thirty years before anybody looked at it.",
    "Its top had scratches and its legs were loose, so the work took the better part of a week.",
)
BELOW = (
    "After the last coat of wax the table went back into the kitchen, where it is used daily.",
    "The drawers were cleaned with soap and left in the sun for two days to lose their smell.",
)
MARKS = (
    (
        "[in-post-video-player video-id=”h2q” upload-date=”2019-02-27” name=”Cleaning A Table Top"
        "” description=”clean an old table” player-type=”default”]"
    ),
    '[gallery ids="12,13,14" link="file"]',
    '[contact_form id="2543"] [share-buttons app="all"]',
    '[caption id="attachment_12" width="300"][/caption]',
)


def _page(layout: str, *middle: str, title: str = TITLE) -> str | bytes:
    lines = (*ABOVE, *middle, *BELOW)
    if layout == "text":
        return "\n\n".join((title, *lines))
    body = "".join(f"<p>{line}</p>" for line in lines)
    head = f"<html lang='en'><head><title>{title}</title></head>"
    return f"{head}<body><article><h1>{title}</h1>{body}</article></body></html>".encode()


@pytest.mark.parametrize("layout", ["text", "html"])
@pytest.mark.parametrize("mark", MARKS)
def test_marks_of_the_software_are_no_text(layout: str, mark: str) -> None:
    text = newsclean.clean(_page(layout, mark)).text
    assert mark[:12] not in text
    assert all(line in text for line in (*ABOVE, *BELOW))


@pytest.mark.parametrize("layout", ["text", "html"])
@pytest.mark.parametrize(
    "line",
    [
        "[Laughter] The carpenter said that he had never seen so many screws in one table.",
        "[The kitchen table is on show in the town museum until the end of the year.]",
    ],
)
def test_what_is_said_in_brackets_stays(layout: str, line: str) -> None:
    assert line in newsclean.clean(_page(layout, line)).text


@pytest.mark.parametrize("layout", ["text", "html"])
def test_marks_stay_where_they_are_written_about(layout: str) -> None:
    told = "A gallery is printed by a shortcode, which stands on a line of its own as follows here:"
    assert MARKS[1] in newsclean.clean(_page(layout, told, MARKS[1])).text


def test_many_blanks_in_one_that_is_never_closed_take_no_time() -> None:
    """Each was tried again from every blank: 20,000 of them took five seconds."""
    mark = f'[player a="{" " * 20_000}x'
    record = record_of(lines_of(mark, LEAD, MIDDLE, LAST), [True] * 4, probabilities=[0.9] * 4)
    started = time.process_time()
    assert not without_furniture(record).causes
    assert time.process_time() - started < 2
