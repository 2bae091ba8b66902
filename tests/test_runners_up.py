"""What else a page says of title, byline and date stands beside what was taken."""

from __future__ import annotations

import pytest

import newsclean
from newsclean import pipeline
from newsclean.document import Field
from newsclean.output import explain
from newsclean.output.json import as_record
from newsclean.sources import mapping, read

BODY = (
    "The council voted on Tuesday to close the swimming pool for the winter, and gave no date.",
    "The swimming pool has leaked since spring, and the council has no money to mend it.",
    "Swimmers will have to use the pool of the next town until the council finds the money.",
)
PAGE = f"""<html><head><title>Pool shut | Harbour Post</title>
<meta property="og:title" content="Why the pool had to shut this winter">
<meta property="article:published_time" content="2024-03-09T08:00:00Z">
<meta name="author" content="Condé Nast"></head><body>
<h1>Council closes the swimming pool</h1><p>By Anna Berg</p><p>March 3, 2024</p>
{"".join(f"<p>{text}</p>" for text in BODY)}
<p>By Tom Hall</p></body></html>"""


def test_the_losers_say_where_they_stand() -> None:
    """The stated day, the owner of the page and the title for search engines are not lost."""
    known = newsclean.clean(PAGE.encode()).metadata
    assert known.date is not None
    assert known.byline is not None
    assert known.date.value == "2024-03-03"
    assert [(each.value[:10], each.origin) for each in known.date.runners_up] == [
        ("2024-03-09", "article:published_time")
    ]
    assert known.byline.value == "Anna Berg"
    assert Field("Condé Nast", "meta:author") in known.byline.runners_up


def test_runners_up_in_json_and_explain() -> None:
    """JSON lists them beside the field; `explain` opens with the fields and their origin."""
    digest = newsclean.digest(PAGE.encode())
    shown = as_record(digest)["metadata"]
    assert shown["byline"]["runners_up"][-1]["value"] == "Condé Nast"
    assert "runners_up" not in (shown["site"] or {})
    lines = explain.render(digest).splitlines()
    assert lines[2].split() == [
        *("date", "2024-03-03", "[text];", "or", "2024-03-09", "[article:published_time]")
    ]


def test_what_says_the_same_is_no_runner_up() -> None:
    """A title in capitals or a day without its time is the same again."""
    text = "\n".join(("COUNCIL CLOSES POOL", "By Anna Berg", "3 March 2024", *BODY))
    known = newsclean.clean(text).metadata
    assert known.byline is not None
    assert known.byline.runners_up == ()


def test_a_page_without_an_article_says_what_it_states() -> None:
    """The title and the day of a page of goods are in the message that refuses it."""
    shop = (
        "<title>Our boots</title><meta property='og:type' content='product'>"
        "<meta property='article:published_time' content='2024-03-09'><h1>Boots</h1>"
        "<ul><li><a href=a>Boots 12</a></li><li><a href=b>Coats 30</a></li></ul>"
    )
    with pytest.raises(newsclean.NoArticleError, match=r"\(titled Our boots, dated 2024-03-09\)"):
        newsclean.clean(shop.encode())


RECORD = {"title": "Ferry line opens", "author": "John Smith", "date": "2020-01-01"}
RECORDED_TEXT = """Ferry to Lowton sails again after six weeks of repair

By Anna Berg

May 12, 2026

LOWTON, May 12 - The ferry to Lowton sails again after six weeks in which its engine was repaired.

"We looked at every bolt," said Mara Quill, who runs the harbour office and the pier in the town.

Two million pounds were paid for it, and the council gave the greater part of the sum in spring.
"""


@pytest.mark.parametrize(
    ("author", "byline"), [("John Smith", "John Smith"), ("admin", "Anna Berg")]
)
def test_what_a_record_states_wins_over_what_is_read(author: str, byline: str) -> None:
    """Title, author and date of a database's record, each; but an account is nobody's name."""
    record = mapping.record("a.jsonl#1", {**RECORD, "author": author, "text": RECORDED_TEXT})
    digest = pipeline.digest_document(read.from_record(record))
    found = digest.article.metadata
    told = [each.value if each else None for each in (found.title, found.byline, found.date)]
    assert told == ["Ferry line opens", byline, "2020-01-01"]
    assert found.date
    assert [each.value for each in found.date.runners_up] == ["2026-05-12"]


@pytest.mark.parametrize(
    ("field", "stated", "told"),
    [
        ("title", "Untitled", ""),
        ("title", "Document 17", ""),
        ("title", "Ferry line opens", "Ferry line opens"),
        ("author", "None", "Anna Berg"),
        ("author", "JohnS", "Anna Berg"),
        ("author", "Reuters", "Anna Berg"),
        ("author", "John Smith and Eve Dale", "John Smith and Eve Dale"),
        ("date", "None", "2026-05-12"),
        ("date", "yesterday", "2026-05-12"),
        ("date", "1970-01-01", "2026-05-12"),
        ("date", "1741000000", "2025-03-03"),
        ("date", "20250303101500", "2025-03-03"),
        ("date", "20250303", "2025-03-03"),
        ("date", "3 March 2025", "2025-03-03"),
        ("date", "Mon, 03 Mar 2025 10:00:00 GMT", "2025-03-03"),
    ],
)
def test_what_a_record_has_where_nothing_is_known_is_no_statement(
    field: str, stated: str, told: str
) -> None:
    """A placeholder, an account and a word that is no day leave what the text prints."""
    record = mapping.record("a.jsonl#1", {field: stated, "text": RECORDED_TEXT})
    found = pipeline.digest_document(read.from_record(record)).article.metadata
    value = {"title": found.title, "author": found.byline, "date": found.date}[field]
    assert value
    assert value.value == (told or RECORDED_TEXT.split("\n", maxsplit=1)[0])


@pytest.mark.parametrize(
    ("field", "stated"),
    [
        *(("datePublished", "2026-04-03T10:00:00Z"), ("pubDate", "Fri, 03 Apr 2026 10:00:00 GMT")),
        *(("publishedAt", "2026-04-03"), ("date_publish", "2026-04-03 10:00:00")),
        *(("timestamp", 1775210400), ("timestamp", 1775210400000), ("publish-time", "1775210400")),
    ],
)
def test_the_day_under_the_names_of_other_programs(field: str, stated: str | int) -> None:
    """Capitals, hyphens and underscores make no other name; a time that is counted is a day."""
    record = mapping.record("a.jsonl#1", {field: stated, "text": "It rains.", "Title": "Rain"})
    found = pipeline.digest_document(read.from_record(record)).article.metadata
    assert found.date
    assert found.date.value[:10] == "2026-04-03"
    assert found.date.origin == f"field:{field}"


@pytest.mark.parametrize("field", ["created_at", "timestamp", "dateCreated"])
def test_when_a_record_was_made_is_no_day_of_an_article_that_prints_one(field: str) -> None:
    """What the text prints at its headline wins over it, and not over the day that is stated."""
    made = mapping.record("a.jsonl#1", {field: "2027-01-09", "text": RECORDED_TEXT})
    stated = mapping.record("a.jsonl#1", {field: "2027-01-09", **RECORD, "text": RECORDED_TEXT})
    found = [pipeline.digest_document(read.from_record(each)) for each in (made, stated)]
    days = [each.article.metadata.date for each in found]
    assert [each and each.value for each in days] == ["2026-05-12", "2020-01-01"]


@pytest.mark.parametrize(
    ("field", "stated", "told"),
    [
        ("byline", "By Eve Dale", "Eve Dale"),
        ("authors", ["By Eve Dale", "By John Smith"], "Eve Dale, John Smith"),
        ("author", "Eve Dale; John Smith", "Eve Dale, John Smith"),
        ("creator", "By Eve Dale, Staff Writer", "Eve Dale"),
        ("Author-Name", "Eve Dale", "Eve Dale"),
        ("author", "Pío Dale y Rueda", "Pío Dale y Rueda"),
        ("author", "Eve Dale MD", "Eve Dale MD"),
    ],
)
def test_authors_as_records_write_them(field: str, stated: str | list[str], told: str) -> None:
    """A "by" and a semicolon are no parts of names; what may be one stays."""
    record = mapping.record("a.jsonl#1", {field: stated, "text": RECORDED_TEXT})
    found = pipeline.digest_document(read.from_record(record)).article.metadata.byline
    assert found
    assert found.value == told
