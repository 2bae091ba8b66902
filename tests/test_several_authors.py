"""Authors behind what another one is, behind a place or a bar, and on lines of their own."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.lines.bylines import read_byline
from newsclean.cleaning.lines.reporters import read_reporters
from test_author_shapes import BODY, TITLE, find


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("By Rosa Linden in Lowmere and Paul Hart in London", "en", "Rosa Linden, Paul Hart"),
        ("By Rosa Linden, Staff Writer, and Paul Hart, Editor", "en", "Rosa Linden, Paul Hart"),
        ("By Rosa Linden | Paul Hart", "en", "Rosa Linden, Paul Hart"),
        ("Von Rosa Linden, Chefreporterin, und Paul Hart", "de", "Rosa Linden, Paul Hart"),
        ("Par Rose Martin, journaliste, et Luc Petit", "fr", "Rose Martin, Luc Petit"),
        ("By Rosa Linden, By Paul Hart", "en", "Rosa Linden, Paul Hart"),
        (
            "By Rosa Linden 1, Paul Hart 2 and Lucy Park 1",
            "en",
            "Rosa Linden, Paul Hart, Lucy Park",
        ),
        ("By Rosa Linden¹, Paul Hart² & Lucy Park¹", "en", "Rosa Linden, Paul Hart, Lucy Park"),
        (
            "Von Rosa Linden1,2*, Paul Hart2 und Jan Park 1",
            "de",
            "Rosa Linden, Paul Hart, Jan Park",
        ),
        # places, firms, offices and relatives are no second author
        ("By Rosa Linden in Bosnia and Herzegovina", "en", "Rosa Linden"),
        ("By Rosa Linden for Victoria and Albert Museum", "en", "Rosa Linden"),
        ("By Rosa Linden, Director of Parks and Recreation", "en", "Rosa Linden"),
        ("By Rosa Linden, daughter of Tom and Lucy Park", "en", "Rosa Linden"),
        ("By Rosa Linden, editor, Harper Collins", "en", "Rosa Linden"),
        ("By Rosa Linden, Reporter, and the Associated Press", "en", "Rosa Linden"),
        ("By Rosa Linden | San Diego", "en", "Rosa Linden"),
        ("By Rosa Linden | Reuters", "en", "Rosa Linden"),
    ],
)
def test_another_author_behind_an_office_or_a_place(text: str, language: str, names: str) -> None:
    assert read_byline(text, language) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Rosa Linden Gardener & Astrologer", "Rosa Linden"),
        ("By Rosa Linden Baker and Beekeeper", "Rosa Linden"),
        ("By Mary Ann Baker & Photographer", "Mary Ann Baker"),  # two given names
        ("By Rosa Maria Linden & Hart", "Rosa Maria Linden"),
        ("By Rosa Linden & Paul Hart", "Rosa Linden, Paul Hart"),
        ("By Rosa Linden of the Lowmere Post", "Rosa Linden"),
        ("By Friends of the Harbour", None),
        ("By Rosa Linden Lowmere Ledger Staff Writer", "Rosa Linden"),
        ("By Rosa Linden Lowmere Courant Staff", "Rosa Linden"),
        ("By Mary Anne Linden Staff Writer", "Mary Anne Linden"),
        ("By Anna Thomas Post Staff", "Anna Thomas"),
        ("By Rosa Q. Linden Globe Staff", "Rosa Q. Linden"),
        ("By Anna Maria Lopez Sun Staff", "Anna Maria Lopez"),
        ("By Editor", None),
        ("Original written by Rosa Linden", "Rosa Linden"),
    ],
)
def test_two_things_that_somebody_is(text: str, names: str | None) -> None:
    assert read_byline(text, "en") == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("โดย สมชาย ใจดี", "th", "สมชาย ใจดี"),
        ("โดย ทีมข่าวการเมือง", "th", None),
        ("लेखक: अनिल शर्मा", "hi", "अनिल शर्मा"),
    ],
)
def test_names_with_vowel_signs(text: str, language: str, names: str | None) -> None:
    assert read_byline(text, language) == names


def test_korean_reporters_with_a_dot_between() -> None:
    assert read_reporters("김민수·박지영 기자") == "김민수, 박지영"


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("By Rosa Linden", "By Paul Hart"), "Rosa Linden, Paul Hart"),
        (("Rosa Linden", "Senior Reporter", "Paul Hart", "Reporter"), "Rosa Linden, Paul Hart"),
        (("Rosa Linden, editor", "Paul Hart, reporter"), "Rosa Linden, Paul Hart"),
        (("By Rosa Linden", "Edited by Paul Hart"), "Rosa Linden"),
        (("Rosa Linden", "Reporter", "Paul Hart", "Photographer"), "Rosa Linden"),
        (("Rosa Linden", "Senior Reporter"), "Rosa Linden"),
    ],
)
def test_authors_on_lines_of_their_own(lines: tuple[str, ...], names: str) -> None:
    assert find(TITLE, *lines, "March 3, 2024", *BODY) == names


def test_journalists_of_a_page_in_norwegian() -> None:
    """What they are follows each name, and the pictures of both repeat it."""
    lines = ("Rosa Linden – Journalist Journalist", "Paul Hart – Journalist i Paris")
    found = find(TITLE, *lines, "3. mars 2024", *BODY, language="nb")
    assert found == "Rosa Linden, Paul Hart"


@pytest.mark.parametrize("outlet", ["Le Figaro avec AFP", "Le Monde avec Reuters"])
def test_a_paper_with_an_agency_is_nobody(outlet: str) -> None:
    assert find(TITLE, f"Par {outlet}", "3 mars 2024", *BODY, language="fr") is None


@pytest.mark.parametrize(
    "element", ["article class='hentry author-ann-lee'", "div class='hentry author-ann-lee'"]
)
def test_an_article_whose_class_tells_its_author_names_nobody_else(element: str) -> None:
    """The post's own element is no byline: the link to the post before stands in it, too."""
    body = "".join(
        f"<p>{text}</p>"
        for text in (
            "The ferry of Marlo sails eleven times a day again, after its engine was repaired.",
            "The captain says that the whole town had asked her when the day would come.",
            "A ticket costs two crowns, and children under six travel for nothing until autumn.",
        )
    )
    pages = "<nav><a href='/4'>&larr; TOM REED</a> <a href='/2'>A dance in May</a></nav>"
    html = f"<html><body><{element}><h1>The ferry sails again</h1>{body}{pages}</article></body>"
    assert newsclean.clean(html.encode()).metadata.byline is None


def test_who_posted_a_comment_is_no_author() -> None:
    body = (
        "The ferry of Marlo sails eleven times a day again, after its engine was repaired in May.",
        "The captain says that the whole town had asked her when the day would come at last.",
        "A ticket costs two crowns, and children under six travel for nothing until the autumn.",
    )
    comments = (
        "Latest Comments",
        "Posted by: Tom Reed on Jan 11, 2012 at 05:42 PM",
        "Why so dear?",
    )
    text = "\n\n".join(["The ferry sails again", "Posted: 2:12 PM Jan 11, 2012", *body, *comments])
    assert newsclean.clean(text).metadata.byline is None


def test_a_name_in_brackets_behind_the_text_that_stands_on_top_too() -> None:
    text = """川沿いの橋が再開
榊原絹代

市東部の川沿いの橋が二年ぶりに開通した。市によると、工事費は三億円で、予算を下回った。

近くに住む佐藤さんは「毎日の通勤が楽になる」と話した。橋は年に二回点検される予定だという。

市長は式典で、工事に関わった人々に感謝を述べた。式には約二百人が集まった。（榊原絹代）

※写真は市提供
"""
    article = newsclean.clean(text)
    assert article.metadata.byline is not None
    assert article.metadata.byline.value == "榊原絹代"
    assert "（榊原絹代）" not in article.text
