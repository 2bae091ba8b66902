"""What a page states of itself becomes metadata, each value with the place it was read from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsclean.document import Field
from newsclean.sources import html
from newsclean.sources.dates import read_date
from newsclean.sources.html.dates import iso_date

CASES = json.loads(
    (Path(__file__).parent / "cases" / "html_metadata.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_fields(case: dict[str, Any]) -> None:
    """Each field has the value a reader would give it, and says where it stood."""
    page = case.get("head", "") + "<body>" + case.get("body", "<p>Text.</p>")
    if "json-ld" in case:
        page = f'<script type="application/ld+json">{json.dumps(case["json-ld"])}</script>' + page
    metadata = html.read(page).metadata
    for name, expected in case["fields"].items():
        found: Field | None = getattr(metadata, name)
        if expected is None:
            assert found is None
        else:
            assert found is not None
            assert [found.value, found.origin] == expected


@pytest.mark.parametrize(
    "author",
    [
        "Our correspondents of the north and the south who have been at the harbour since spring",
        "ann.lee@harbour.example",
        "https://harbour.example/ann-lee",
        "12345",
    ],
)
def test_what_is_no_name_is_no_author(author: str) -> None:
    """Sentences, addresses and numbers in the place of an author's name are passed over."""
    page = f'<meta name="author" content="{author}"><p>Text.</p>'
    assert html.read(page).metadata.byline is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("w-published-date", "2024-05-03"),
        ("post:published_at", "2024-05-03"),
        ("x_pub_date", "2024-05-03"),
        ("story.datePosted", "2024-05-03"),
        ("account-created-at", "2024-06-01"),
        ("next-article-published-date", "2024-06-01"),
        ("not-posted", "2024-06-01"),
        ("last-published-date", "2024-06-01"),
        ("video:release_date", "2024-06-01"),
        ("expires", "2024-06-01"),
    ],
)
def test_the_day_under_a_name_of_the_publisher(name: str, day: str) -> None:
    """With prefixes and signs of publishers alone; it goes before the day of a change."""
    changed = '<meta property="article:modified_time" content="2024-06-01T08:00:00Z">'
    page = f'{changed}<meta name="{name}" content="2024-05-03T06:03:43.274Z"><p>Text.</p>'
    date = html.read(page).metadata.date
    assert date
    assert date.value[:10] == day


def test_nothing_stated() -> None:
    """A page that states nothing has no metadata rather than guesses."""
    metadata = html.read("<p>Just a paragraph of text.</p>").metadata
    assert all(getattr(metadata, name) is None for name in ("title", "byline", "date", "site"))


@pytest.mark.parametrize("stated", ["Isle Gazette |", "| Isle Gazette", "Isle Gazette –", " · "])
def test_a_site_is_called_without_the_mark_of_its_titles(stated: str) -> None:
    """The bar that parts it from a headline in `<title>` is no part of its name."""
    page = f'<meta property="og:site_name" content="{stated}"><p>Just a paragraph of text.</p>'
    site = html.read(page).metadata.site
    assert (site.value if site else None) == ("Isle Gazette" if "Isle" in stated else None)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-05-03T10:00:00+02:00", "2024-05-03"),
        ("20240503", "2024-05-03"),
        ("2024/5/3", None),
        ("Fri, 03 May 2024 08:00:00 GMT", "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("Mon May 06 2024 10:00:00 GMT+0200 (CEST)", "2024-05-06"),
        ("3 de mayo de 2024", "2024-05-03"),
        ("3. März 2024, 10:00 Uhr", "2024-03-03"),
        ("05/06/2024 10:00 AM", None),
        ("2024-02-31", None),
        ("soon", None),
    ],
)
def test_dates(written: str, day: str | None) -> None:
    """A timestamp becomes the day it names; a day that cannot be is none."""
    assert iso_date(written) == day


def test_broken_json_still_gives_the_body() -> None:
    """A body in JSON-LD that does not parse is read all the same."""
    body = "The harbour was closed on Monday after the storm. " * 5
    page = f'<script type="application/ld+json">{{"articleBody": "{body}", }}</script><p>x</p>'
    tree = html.read(page).tree
    assert tree is not None
    assert tree.bodies == (body.strip(),)


def test_texts_for_cleaning() -> None:
    """Titles and descriptions are kept for the cleaning stage, once each."""
    page = (
        "<title>Storm closes harbour | The Example</title>"
        '<meta property="og:title" content="Storm closes harbour">'
        '<meta name="twitter:title" content="Storm closes harbour">'
        '<meta name="description" content="Boats stay in port.">'
        '<meta property="og:description" content="Boats stay in port."><p>x</p>'
    )
    tree = html.read(page).tree
    assert tree is not None
    assert tree.titles == ("Storm closes harbour", "Storm closes harbour | The Example")
    assert tree.descriptions == ("Boats stay in port.",)


@pytest.mark.parametrize("text", ["May ² 2018", "² May 2018"])
def test_a_superscript_is_no_day(text: str) -> None:
    """A digit that is no number, as the mark of a note is, makes no date and no error."""
    assert read_date(text) is None
