"""What scans and archived copies have around and within a text is no part of it."""

from __future__ import annotations

import pytest

import newsclean

FIRST = "The library of Ferrow was opened again on Monday, after eleven years in which it was shut."
SECOND = (
    "Readers stood in the street from six in the morning, and the first was a boy of nine years."
)
LAST = "The next books are to come in May, said the librarian, Edda Lund, when the doors were shut."


@pytest.mark.parametrize("number", ["- 5 -", "– 12 –", "—7—"])
def test_the_number_of_a_page_goes(number: str) -> None:
    """Within the text and at its end."""
    page = f"Library opens again\n\n{FIRST}\n\n{number}\n\n{SECOND}\n\n{LAST}\n\n{number}"
    text = newsclean.clean(page).text
    assert number not in text
    assert all(each in text for each in (FIRST, SECOND, LAST))


def test_the_head_of_a_further_page_goes_and_gives_no_other_text_away() -> None:
    """The name of the paper, the day and the number of the page, parted by blanks."""
    head = "THE FERROW POST    28 May 2025    7"
    page = f"Library opens again\n\n{FIRST}\n\n\f{head}\n\n{SECOND}\n\n{LAST}\n"
    text = newsclean.clean(page).text
    assert "FERROW POST" not in text
    assert all(each in text for each in (FIRST, SECOND, LAST))


def test_rows_of_a_table_are_no_heads() -> None:
    """Small letters, or no number: a plan stays."""
    rows = "Ferrow     28 May 2025    7\nQuill      29 May 2025    9"
    page = f"Library opens again\n\n{FIRST}\n\n{SECOND}\n\n{rows}\n\n{LAST}\n"
    removed = [each.evidence for each in newsclean.clean(page).removals]
    assert "the head or number of a page" not in removed


def test_the_head_of_a_cached_copy_goes() -> None:
    """In the words that it had in English, and the headline below it is found."""
    head = (
        "This is Google's cache of https://post.example/library. It is a snapshot of the page as "
        "it appeared on Jul 2, 2025 04:12:09 GMT. The current page could have changed meanwhile. "
        "Learn more.\nFull version\nText-only version\nView source\nTip: To quickly find your "
        "search term on this page, press Ctrl+F or ⌘-F (Mac) and use the find bar.\n\n"
    )
    page = f"{head}Library opens again after years\nBy Tom Arran\n\n{FIRST}\n\n{SECOND}\n\n{LAST}"
    article = newsclean.clean(page)
    assert article.text.split("\n\n") == [FIRST, SECOND, LAST]
    assert article.metadata.title
    assert article.metadata.title.value == "Library opens again after years"
    assert article.metadata.url
    assert article.metadata.url.value == "https://post.example/library"
