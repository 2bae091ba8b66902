"""What stands behind the text of a kept line goes, and every character is accounted for."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.document import Article

FIRST = (
    "We ran our jobs through a broker for six years, and last spring we threw it out. This is what "
    "we learned on the way, and what it cost us in the first month."
)
SECOND = (
    "The broker was fast and never lost a job. It was also the one thing on the rack that nobody "
    "knew how to restart, and it was restarted every Sunday by hand."
)
THIRD = (
    "A worker asks for one row and locks it. If it dies, the lock dies with it, and the row is "
    "free for the next worker, who asks a second later and gets it."
)


def page(*lines: str) -> str:
    return "\n".join(["Home", "News", "How to queue", "By Ann Reed", "4 March 2024", *lines])


def markup(heading: str) -> str:
    return (
        f"<html><body><nav>Home</nav><article><h1>How to queue</h1><p>{FIRST}</p>{heading}"
        f"<p>{SECOND}</p><p>{THIRD}</p></article></body></html>"
    )


def headings(article: Article) -> list[str]:
    return [each.text for each in article.paragraphs if len(each.text) < 40]


def ends(article: Article) -> list[tuple[str, str]]:
    """What goes of the ends of lines; all of the text is kept or goes, once."""
    parts = [(each.start, each.end) for each in (*article.paragraphs, *article.removals)]
    covered = "".join(article.flow[start:end] for start, end in sorted(parts))
    assert "".join(covered.split()) == "".join(article.flow.split())
    last = {each.end for each in article.paragraphs}
    return [
        (each.text, each.reason)
        for each in article.removals
        if each.start in last or article.flow[each.start - 1] == " "
    ]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ('<h2 id="a">Why we left<a href="#a">#</a></h2>', "Why we left"),
        ('<h2 id="a">Why did we leave? <a href="#a">¶</a></h2>', "Why did we leave?"),
        ('<h3 id="a">Seit 2019<a href="#a">¶</a></h3>', "Seit 2019"),
        ("<h2>The client for C#</h2>", "The client for C#"),
        ("<h2>We dial 9#</h2>", "We dial 9#"),
    ],
)
def test_the_sign_of_a_link_to_a_heading_goes(heading: str, text: str) -> None:
    article = newsclean.clean(markup(heading))
    assert headings(article) == [text]


def test_in_copied_text_several_headings_tell() -> None:
    both = newsclean.clean(page(FIRST, "Why we left#", SECOND, "How to lock#", THIRD))
    assert headings(both) == ["Why we left", "How to lock"]
    assert ends(both) == [("#", "navigation"), ("#", "navigation")]
    one = newsclean.clean(page(FIRST, "Why we left#", SECOND, THIRD))
    assert headings(one) == ["Why we left#"]


@pytest.mark.parametrize(
    ("signed", "left"),
    [
        (f"{THIRD} (Ann Reed)", THIRD),
        (f"{THIRD} (ann reed)", THIRD),
        (f"{THIRD} (Ann Reed in Kestrel, 3.5.2024)", THIRD),
        (f"{THIRD} (Ann Reed aus Neu Kestrel)", THIRD),
        (
            f"{THIRD} (Ann Reed in Kestrel was told so)",
            f"{THIRD} (Ann Reed in Kestrel was told so)",
        ),
        (f"{THIRD} (Ann Reed, Tom Hall)", f"{THIRD} (Ann Reed, Tom Hall)"),
        (f"{THIRD} (3.5.2024)", f"{THIRD} (3.5.2024)"),
        (f"{THIRD} (Reed was there in May)", f"{THIRD} (Reed was there in May)"),
        (f"{THIRD} It was long (Ann Reed)", f"{THIRD} It was long (Ann Reed)"),
    ],
)
def test_the_author_behind_the_last_sentence_goes(signed: str, left: str) -> None:
    article = newsclean.clean(page(FIRST, SECOND, signed))
    assert article.paragraphs[-1].text == left
    assert ends(article) == ([] if signed == left else [(signed[len(left) + 1 :], "byline")])


def test_a_japanese_author_in_brackets() -> None:
    body = (
        "廃校になった小学校の体育館で6日、畳表の競り市が19年ぶりに開かれた。町の農家12軒が織った"
        "320枚が並び、県の内外から来た買い手が札を入れた。"
    )
    last = "次は11月に開く。川端さんはそう言って、体育館の鍵を町の職員に返し、軽トラックで帰った。"
    head = "ホーム\n体育館で畳表の市\n山瀬まどか\n2025年9月7日"
    article = newsclean.clean(f"{head}\n{body}\n{body[10:]}\n{last}（山瀬まどか）")
    assert article.paragraphs[-1].text == last
    assert ends(article) == [("（山瀬まどか）", "byline")]


@pytest.mark.parametrize(
    ("bracket", "stays"),
    [
        ("(Story continues below the picture)", False),
        ("[Text wird unter dem Bild fortgesetzt]", False),
        ("(Tekst gaat verder onder de foto.)", False),
        ("(Artikkelen fortsetter under bildet)", False),
        ("(La suite après la publicité)", False),
        ("(the lock that the job continues below is another one)", True),
        ("(das Haus wird unter Denkmalschutz gestellt)", True),
        ("(de broker gaat verder zonder ons)", True),
    ],
)
def test_brackets_that_say_where_the_text_goes_on(bracket: str, stays: bool) -> None:  # noqa: FBT001
    """They stand behind a paragraph, above a picture or an advertisement."""
    article = newsclean.clean(page(FIRST, f"{SECOND} {bracket}", THIRD))
    assert (bracket in article.text) is stays
    assert SECOND in article.text
