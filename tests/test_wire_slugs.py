"""What an agency files a text under is no headline where one stands below it."""

from __future__ import annotations

import pytest

import newsclean

BODY = (
    "\n\nThe crane of the old harbour was lowered onto a barge on Friday morning, after "
    "years of argument over the bill.\n\nThe harbour office paid two thirds and the museum one, "
    "and both said that they would do it again.\n\nThe crane will be shown from May.\n"
)


@pytest.mark.parametrize(
    ("slug", "note"),
    [
        ("AP-EU--Harbour Crane,2nd Ld-Writethru", "Eds: UPDATES: With quotes."),
        ("GRÚA PUERTO (Resumen)", "(Añade la declaración del museo)"),
    ],
)
def test_the_headline_stands_below_the_slug(slug: str, note: str) -> None:
    """Notes to editors may stand between them."""
    headline = "Old harbour crane leaves for the museum"
    title = newsclean.clean(f"{slug}\n\n{note}\n\n{headline}{BODY}").metadata.title
    assert title is not None
    assert title.value == headline


def test_a_headline_with_brackets_stays() -> None:
    """Where none stands below it, it is one."""
    title = newsclean.clean(
        f"OLD HARBOUR CRANE LEAVES (Update)\n\nBy Edda Lund{BODY}"
    ).metadata.title
    assert title is not None
    assert title.value.startswith("OLD HARBOUR CRANE LEAVES")
