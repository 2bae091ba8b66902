"""Authors whom no "by" announces, and what is no author although the page states it."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.lines.bylines import read_byline, read_names

BODY = """The harbour council voted on Tuesday to close the swimming pool for the whole winter, and
it gave no date on which the pool will open again to swimmers.

The pool has leaked since the spring, and the council has no money left to mend its walls before
the frost comes, the harbour master told the meeting in the town hall.

Swimmers will have to go to the next town until then, where the pool is smaller and opens at noon,
and where the water is warmer by three degrees than it ever was here."""
TITLE = "Council closes the swimming pool for the winter"
PAGE = """<html><head><link rel="canonical" href="https://www.harbourwidgets.example/a">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{title}",
"author": {{"@type": "{kind}", "name": "{name}"}}}}</script></head>
<body><article><h1>{title}</h1>{body}</article></body></html>"""


@pytest.mark.parametrize(
    ("above", "below", "byline"),
    [
        ("Anna Berg", "", "Anna Berg"),
        ("Anna Berg\n5 min read", "", "Anna Berg"),
        ("March 3, 2024 · 12 min · Anna Berg", "", "Anna Berg"),
        ("By\nAnna Berg\n,\nTom Hall\nand\nMary Reed", "", "Anna Berg, Tom Hall, Mary Reed"),
        ("Anna BergContributions\nMarch 3, 2024", "", "Anna Berg"),
        ("3 March 2024\nby ibby", "", "ibby"),
        ("", "Anna Berg\nShare\nMore from the harbour", "Anna Berg"),
        ("", "Share\nAnna Berg\nAnna is a gardener who writes about pools and ponds.", "Anna Berg"),
        ("", "Tags\nArticle by\nAnna Berg", "Anna Berg"),
        ("Gift Cards", "", None),
        ("Wed 11 Feb 2026 17.42 GMT\nFirst published on Wed 11 Feb 2026 06.05 GMT", "", None),
        ("スクラップ\n2024年3月3日", "", None),
        ("关注新华网\n2024年3月3日", "", None),
        ("", "Read next\nAnna Berg wins the regatta\nMarch 3, 2024", None),
        ("", "Anna Berg Foundation", None),
    ],
)
def test_who_signs(above: str, below: str, byline: str | None) -> None:
    """A name between headline and body, or below the body, signs it; a menu's entry does not."""
    text = f"{TITLE}\n\n{above}\n\n{BODY}\n\n{below}\n"
    assert newsclean.clean(text).byline == byline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Anna Berg anna.berg", "Anna Berg"),
        ("Von Anna Berg Vom", "Anna Berg"),
        ("By Anna Berg1, Tom Hall1,2; Mary Reed3", "Anna Berg, Tom Hall, Mary Reed"),
        ("By Anna Berg, MD, PhD; Tom Hall, RN", "Anna Berg, Tom Hall"),
        ("By our engineering team", None),
        ("Das Gespräch führte Anna Berg.", "Anna Berg"),
    ],
)
def test_names_of_a_byline(line: str, names: str | None) -> None:
    """What is glued to a name goes, and no author of several is lost."""
    assert read_byline(line, "de") == names


def test_a_glued_end_is_cut_and_a_name_is_not() -> None:
    """A capital inside a name is its own unless a label follows."""
    assert read_names("Grace DeanContributor", "en") == "Grace Dean"
    assert read_names("Anna McAllister", "en") == "Anna McAllister"
    assert read_names("Anna DeVries", "en") == "Anna DeVries"


@pytest.mark.parametrize(
    ("name", "kind", "byline"),
    [
        ("Harbour Widgets", "Person", None),
        ("HarbourWidgets", "Organization", None),
        ("Anna Berg", "Person", "Anna Berg"),
    ],
)
def test_the_owner_of_the_address_is_no_author(name: str, kind: str, byline: str | None) -> None:
    """What the page states as its author, and what only the site is called, are told apart."""
    body = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    page = PAGE.format(title=TITLE, name=name, kind=kind, body=body)
    assert newsclean.clean(page.encode()).byline == byline
