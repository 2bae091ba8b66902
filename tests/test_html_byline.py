"""Authors that the mark-up of a page states: persons, or names that are printed beside the text."""

from __future__ import annotations

import json
import time

import pytest

import newsclean
from test_html_title import BODY, GERMAN


def byline(author: str, top: str, body: str = BODY) -> tuple[str | None, str | None]:
    """The byline and the credit of a page that states this author."""
    stated = json.dumps({"@type": "NewsArticle", "author": {"name": author}})
    source = (
        f'<html><head><script type="application/ld+json">{stated}</script></head>'
        f"<body><h1>Council closes the swimming pool</h1>{top}<main>{body}</main></body></html>"
    )
    found = newsclean.clean(source.encode()).metadata
    return found.byline and found.byline.value, found.credit and found.credit.value


@pytest.mark.parametrize(
    ("author", "body"), [("inikosoft", BODY), ("Elliptic", BODY), ("Wirtualna Gazeta", GERMAN)]
)
def test_an_account_or_a_firm_that_is_not_printed(author: str, body: str) -> None:
    """What is no person's name and is printed nowhere is the credit."""
    assert byline(author, "<p>March 3, 2024</p>", body) == (None, author)


@pytest.mark.parametrize("author", ["Zoë Brückner", "Zoe Brückner"])
def test_a_given_name_with_a_mark_is_one(author: str) -> None:
    """It is a person's, printed or not."""
    assert byline(author, "<p>March 3, 2024</p>")[0] == author


@pytest.mark.parametrize("author", ["Kalyn Brightwater", "Yucy Tarrow", "Cortyn"])
def test_an_unusual_name_that_is_printed(author: str) -> None:
    """A name that no list has is one where it stands beside the headline."""
    assert byline(author, f"<p>By {author}</p><p>March 3, 2024</p>")[0] == author


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("Anna Berg, Master Horticulturalist", "Anna Berg"),
        ("Anna Berg, The Commercial Tribune", "Anna Berg"),
        ('"Anna Berg"', "Anna Berg"),
        ("Anna Berg, Tom Hall", "Anna Berg, Tom Hall"),
    ],
)
def test_what_stands_behind_the_name(stated: str, names: str) -> None:
    """An office, a degree and an outlet behind a stated name are cut off; another person is not."""
    assert byline(stated, "<p>By Anna Berg</p><p>March 3, 2024</p>")[0] == names


def test_brackets_without_end_take_no_longer_than_their_length() -> None:
    page = f'<meta name="author" content="Mia Tull {"(" * 200_000}"><p>{BODY}'
    start = time.process_time()
    newsclean.clean(page)
    assert time.process_time() - start < 10  # it grew with the square of the length


_CARD = '<a href="/7"><h3>Baker sells the last of his ovens</h3></a>{}'
_AUTHOR = '<span class="author">Nora Felding</span>'


@pytest.mark.parametrize(
    "below",
    [
        f"<section>{_CARD.format(f'<p>By {_AUTHOR}</p>')}</section>",
        f'<ul class="related"><li>{_AUTHOR}<br><a href="/7">Ovens</a></li></ul>',
        f'<aside><div class="card"><a href="/7">Baker sells the ovens</a>{_AUTHOR}</div></aside>',
    ],
)
def test_who_wrote_another_article(below: str) -> None:
    """An author on a card below the article is not its own, who stands elsewhere or nowhere."""
    assert byline("Anna Berg", "<p>By Anna Berg</p><p>March 3, 2024</p>", BODY + below)[0]
    page = f"<html><body><h1>Council closes the swimming pool</h1>{{}}<main>{BODY}</main>{below}"
    assert newsclean.clean(page.format("<p>March 3, 2024</p>").encode()).byline is None


@pytest.mark.parametrize(
    "below",
    [
        '<div class="author">Nora Felding</div><ul><li><a href="/7">Baker sells his ovens</a></ul>',
        '<h3>About the author</h3><p class="author">Nora Felding</p><p>Nora covers the coast.</p>',
        '<p><a href="/n">Read more from Nora Felding</a></p><p class="author">Nora Felding</p>',
    ],
)
def test_the_author_below_the_article(below: str) -> None:
    """Right below the text stands who wrote it."""
    page = f"<html><body><h1>Council closes the swimming pool</h1><main>{BODY}{below}</main>"
    assert newsclean.clean(page.encode()).byline == "Nora Felding"
