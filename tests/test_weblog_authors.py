"""Authors of weblogs: on top of the page, and below the text above "Author"."""

from __future__ import annotations

import pytest

import newsclean

OWN = (
    "I built my first boat in a shed that my mother had meant for apples, and I still have the "
    "saw.\n\nIn the second winter I lost it to a storm, which was my own fault, because I had tied "
    "the knot that my book forbids.\n\nThis year I tried oak, and it holds."
)
TOLD = (
    "The yard at Ferrow built its first boat in a shed that had been meant for apples, and the saw "
    "is still there.\n\nIn the second winter a storm took it, which was the fault of the yard, as "
    "it had tied the knot that every book forbids.\n\nThis year it tried oak, and it holds."
)


def authors(page: str) -> str | None:
    byline = newsclean.clean(page).metadata.byline
    return byline.value if byline else None


@pytest.mark.parametrize("name", ["Nora Tamsworth", "Erik Hallquist"])
def test_a_weblog_is_called_after_who_writes_it(name: str) -> None:
    page = f"{name}\nPosts\nProjects\n\nThe third boat\n\nMay 3, 2025\n\n{{}}\n\nRSS\nPrivacy\n"
    assert authors(page.format(OWN)) == name
    assert authors(page.format(TOLD)) is None


def test_a_name_stands_above_the_word_for_it() -> None:
    page = f"Blog\n\nThe third boat\n\n{TOLD}\n\nShare this article\n{{}}\nAuthor\n"
    page += "@karimo • Jan 26, 2026 •\nTamsin is building boats with a passion for oak.\n"
    assert authors(page.format("Tamsin Orrwick")) == "Tamsin Orrwick"
    assert authors(page.format("Free guide")) is None


def test_a_page_may_end_in_a_name() -> None:
    page = f"Blog\n\nThe third boat\n\n{TOLD}\n\nShare this article\n"
    assert authors(f"{page}By Tamsin Orrwick") == "Tamsin Orrwick"
    for name in ("Tamsin Orrwick", "Ferrow Times"):
        assert authors(f"{page}{name}") in (None, name)


def test_what_else_a_house_has_is_no_author() -> None:
    page = f"Blog\n\nThe third boat\n\n{TOLD}\n\nAbout Logan University\nAsh boats\nOak boats\n"
    assert authors(page) is None


@pytest.mark.parametrize("above", ["Share this article\n", "Copyright 2018 Ferrow Media\n", ""])
def test_a_name_may_be_the_last_line_of_a_page(above: str) -> None:
    """Nothing stands below it that could say what it is."""
    assert authors(f"Blog\n\nThe third boat\n\n{TOLD}\n\n{above}Tamsin Orrwick") is None
