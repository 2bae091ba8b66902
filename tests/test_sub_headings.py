"""Sub-headings that the networks doubt stay where others of their page tell what they are."""

from __future__ import annotations

import pytest

from newsclean.cleaning.belonging.restore import vouched_for
from newsclean.cleaning.furniture.remove import with_unfounded, without_furniture
from newsclean.cleaning.reasons.unfounded import inside
from newsclean.cleaning.record import PageRecord
from newsclean.markup import Markup, Node, Tree
from records import LAST, LEAD, MIDDLE, lines_of, record_of

LINK = "READ ALSO: Nine cars to be painted by hand"


def record(*rows: tuple[str, bool, float], language: str = "en") -> PageRecord:
    """Rows of a text, whether the networks keep it, and how likely they find it."""
    texts, kept, likely = zip(*rows, strict=True)
    return record_of(lines_of(*texts), list(kept), language, probabilities=list(likely))


def page(heading: str, likely: float, sibling: str, below: str = MIDDLE) -> PageRecord:
    """A heading that goes, and another that is kept, each above its paragraph."""
    return record(
        (LEAD, True, 0.9),
        (heading, False, likely),
        (below, True, 0.9),
        (sibling, True, 0.4),
        (LAST, True, 0.9),
    )


@pytest.mark.parametrize(
    ("heading", "sibling"),
    [
        ("THE COMPANY HAS NO COMMENT", "THE CITY: NOTHING TO ADD"),
        ("ŞİRKET: TEMYİZE GİDECEĞİZ", "“SİZ ANLAMAZSINIZ”"),
        ("◇기름값에 무너진 목욕탕", "◇흑자는 3년 뒤에나"),
        ("■ Was die Stadt sagt", "■ Was die Firma sagt"),
        ("”Vi väntade länge”", "”Ingen frågade oss”"),
        ("„Niemand fragte uns“", "„Ein guter Tag“"),
        ("« Enfin le tram »", "« Personne n'a demandé »"),
    ],
)
def test_a_heading_like_a_kept_one_stays(heading: str, sibling: str) -> None:
    found = page(heading, 0.02, sibling)
    assert vouched_for(found) == {1}


@pytest.mark.parametrize(
    ("heading", "sibling"),
    [
        ("THE COMPANY HAS NO COMMENT", "What the city says"),
        ("The company has no comment", "The city has none either"),
        ("■ Was die Stadt sagt", "◇ Was die Firma sagt"),
        ("ADVERTISEMENT", "THE CITY: NOTHING TO ADD"),
        ("NATO", "THE CITY: NOTHING TO ADD"),
        ("THE COMPANY SAID SO.", "THE CITY: NOTHING TO ADD"),
        ("“We waited for nineteen years and nobody asked”", "“Nobody asked us”"),
    ],
)
def test_other_lines_are_told_by_no_sibling(heading: str, sibling: str) -> None:
    assert 1 not in vouched_for(page(heading, 0.02, sibling))


def test_capitals_above_the_headline_are_of_the_page() -> None:
    """A section stands there, and below the headline the first heading of the text."""
    rows = (("CITY AND HARBOUR", False, 0.1), (LEAD, True, 0.9), ("THE PLAN", True, 0.5))
    found = record(*rows, (MIDDLE, True, 0.9))
    assert not vouched_for(found)
    below = record(("Trams come home", False, 0.1), *rows, (MIDDLE, True, 0.9))
    assert vouched_for(below._replace(roles={0: "headline"})) == {1}


def test_below_a_link_a_sign_tells_the_heading() -> None:
    """With three words and more it is no title of the box there."""
    rows = (LEAD, "Related", "◇ Why the tram sings", MIDDLE, "◇ What it costs", LAST)
    kept = [text != "Related" for text in rows]
    found = without_furniture(record_of(lines_of(*rows), kept, "en", probabilities=[0.6] * 6))
    assert found.kept == kept


@pytest.mark.parametrize(
    ("heading", "likely", "stays"),
    [
        ("What happens to the depot?", 0.11, True),
        ("And who will pay for it?", 0.07, True),
        ("What happens to the depot?", 0.03, False),
        ("It is to be sold.", 0.11, False),
        ("Has the town that sold its trams a plan for nine more cars?", 0.11, False),
    ],
)
def test_a_short_question_above_a_paragraph(heading: str, likely: float, *, stays: bool) -> None:
    """Below a link the network takes it for a part of the box; it is judged as a heading is."""
    found = record(
        (LEAD, True, 0.9), (LINK, False, 0.06), (heading, False, likely), (MIDDLE, True, 0.9)
    )
    assert with_unfounded(found, inside(found)).kept[2] is stays


@pytest.mark.parametrize(
    ("heading", "stays"),
    [("排水站为何迟开？", True), ("市民可以坐船。", False), ("明天天气", False)],
)
def test_a_chinese_heading_below_a_box(heading: str, *, stays: bool) -> None:
    """It shares a word with its paragraph, which the titles above it do not."""
    below = "居民说，桥边的排水站凌晨零时五十分才开机，比规定晚了四十分钟。市长说，责任在市里。"
    rows = [(below.replace("排水站", "学校"), True, 0.95), ("延伸阅读", False, 0.01)]
    rows += [("全市启动应急响应", False, 0.05), ("暴雨天哪里不能去", False, 0.07)]
    found = record(*rows, (heading, False, 0.28), (below, True, 0.95), language="zh")
    assert (4 in inside(found)) is stays


@pytest.mark.parametrize(("tags", "stays"), [("ppp", True), ("pph", True), ("hph", False)])
def test_a_paragraph_of_html_between_its_like(tags: str, *, stays: bool) -> None:
    """The network for HTML is heard sooner, but not where the elements on both sides are alike."""
    names = {"p": "p", "h": "div"}
    nodes = (Node("article", -1), *(Node(names[tag], 0) for tag in tags))
    tree = Tree(nodes, tuple(Markup(at, block=at) for at in (1, 2, 3)))
    lines = lines_of(LEAD, MIDDLE, LAST)
    found = record_of(lines, [True, False, True], tree=tree, probabilities=[0.9, 0.16, 0.9])
    assert inside(found) == ([1] if stays else [])


@pytest.mark.parametrize(
    "title",
    [
        "How the storm of last winter closed the bridge to the islands for weeks",
        "Wie der Sturm im letzten Winter die Brücke zu den Inseln für Wochen sperrte",
        "Comment la tempête de l'hiver a fermé le pont vers les îles pendant des semaines",
    ],
)
def test_a_long_line_alone_between_paragraphs_may_be_the_title_of_another_article(
    title: str,
) -> None:
    """It has to be likelier than the heading of a part, which is shorter."""
    rows = [(LEAD, True, 0.9), (title, False, 0.27), (MIDDLE, True, 0.9)]
    assert inside(record(*rows)) == []
    assert inside(record(rows[0], (title, False, 0.35), rows[2])) == [1]
    short = " ".join(title.split()[:8])
    assert inside(record(rows[0], (short, False, 0.27), rows[2])) == [1]
    assert inside(record(rows[0], (title + ".", False, 0.27), rows[2])) == [1]


@pytest.mark.parametrize(
    ("day", "other", "language"),
    [
        ("October 21, 2025", "July 3, 2025", "en"),
        ("21. Oktober 2025", "3. Juli 2025", "de"),
        ("21 octobre 2025", "3 juillet 2025", "fr"),
    ],
)
def test_a_day_alone_between_paragraphs_is_of_a_card(day: str, other: str, language: str) -> None:
    """In a chronicle, where others of them are kept, it is a heading."""
    rows = [(LEAD, True, 0.9), (day, False, 0.3), (MIDDLE, True, 0.9)]
    assert inside(record(*rows, language=language)) == []
    chronicle = [*rows, (other, True, 0.6), (LAST, True, 0.9)]
    assert inside(record(*chronicle, language=language)) == [1]
    told = [rows[0], (f"{day}: Ferrow Post", False, 0.3), rows[2]]
    assert inside(record(*told, language=language)) == [1]


@pytest.mark.parametrize(
    "post",
    [
        "The tram is back on the hill, and the bells are too! pic.twitter.com/x1Yz",
        "Endlich fährt die Bahn wieder, und keiner hat es geglaubt. https://t.co/x1Yz",
        "Le tram est revenu, et les cloches aussi ! https://t.co/x1Yz",
    ],
)
def test_the_signature_of_a_post_stays_with_it(post: str) -> None:
    """Half of a post is of no use: whose it is tells the line below it."""
    signature = "— Edda Marklund (@marklund) February 9, 2026"
    rows = [(LEAD, True, 0.9), (post, True, 0.7), (signature, False, 0.15), (LAST, True, 0.9)]
    assert inside(record(*rows)) == [2]
    assert inside(record(rows[0], (post, False, 0.05), *rows[2:])) == []
    assert inside(record(rows[0], (MIDDLE, True, 0.9), *rows[2:])) == []
