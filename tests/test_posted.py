"""Who has posted an entry of a weblog: the stamp that its software prints."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.lines.dates import find_dates
from newsclean.cleaning.lines.posted import read_posted
from test_printed_day import BODY, TEXT, TITEL, TITLE


@pytest.mark.parametrize(
    ("stamp", "account"),
    [
        ("Posted by DT in Diary", "DT"),
        ("Posted on 2015-04-05 by marc | Leave a comment", "marc"),
        ("Veröffentlicht am 11/04/2012 von annaberg01", "annaberg01"),
        ("Veröffentlicht am 3. Mai 2024 von annab", "annab"),
        ("Eingestellt von Naschkatze um 10:52", "Naschkatze"),
        ("EINGESTELLT VON DIE ANNA UM 21:11", "DIE ANNA"),
        ("Filed under: Diary,Books — annab @ 00:11", "annab"),
        ("Posted by Anna W. Berg at 18:52 Tagged with: tram, harbour", "Anna W. Berg"),
        ("Publié par Anna à 10:30", "Anna"),
        ("Opublikowane przez kot_na_dachu o 9:15", "kot_na_dachu"),
        ("Hinzugefügt von: Naschkatze", "Naschkatze"),
        ("Eingestellt von Unknown", None),
        ("Posted by admin", None),
        ("Written by May 3, 2024 · 3 min read", None),
        ("Posted by May in Diary", "May"),
        ("Published by the people who run the shop at the harbour", None),
        ("On 3 May 2021 the bill was passed by parliament in a vote", None),
    ],
)
def test_the_account_of_a_stamp(stamp: str, account: str | None) -> None:
    """The name ends where the hour, a section or a sign follows; nobody is called admin."""
    assert read_posted(stamp, find_dates(stamp, "en")) == account


@pytest.mark.parametrize(
    ("language", "stamp", "account"),
    [
        ("en", "Posted on May 3, 2024 by annab | Leave a comment", "annab"),
        ("de", "Posted on May 3, 2024 by annab | Leave a comment", "annab"),
        ("de", "Gepostet von annab am 3. Mai 2024", "annab"),
    ],
)
@pytest.mark.parametrize("kind", ["text", "div", "article"])
def test_the_stamp_of_an_entry_is_its_byline(
    language: str, stamp: str, account: str, kind: str
) -> None:
    """The software's language need not be the article's."""
    title, body = {"en": (TITLE, BODY), "de": (TITEL, TEXT)}[language]
    if kind == "text":
        source = "\n\n".join(("Diary", title, stamp, *body)).encode()
    else:
        paragraphs = "".join(f"<p>{text}</p>" for text in body)
        source = (
            f"<html lang='{language}'><title>{title}</title><body><{kind}><h1>{title}</h1>"
            f"<div>{stamp}</div>{paragraphs}</{kind}></body></html>"
        ).encode()
    byline = newsclean.clean(source).metadata.byline
    assert byline is not None
    assert byline.value == account
