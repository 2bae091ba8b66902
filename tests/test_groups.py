"""Lines that belong together stay together: what counts, what has one label, one sign, one look."""

from __future__ import annotations

import pytest

from newsclean.cleaning.features import groups
from newsclean.cleaning.furniture.remove import without_furniture
from newsclean.cleaning.selection.series import series
from newsclean.markup import Markup, Node, Tree
from records import Row, lines_of, record_of, record_of_rows

PROSE = (
    "The council of Ferrow agreed on Monday to buy back the harbour tram line, as Mayor Edda "
    "Marklund had asked it to do for years."
)


def returned(*rows: Row, language: str = "en") -> list[str]:
    """The lines that stay after all."""
    return [rows[at][0] for at in sorted(series(record_of_rows(rows, language)))]


@pytest.mark.parametrize(
    "heads",
    [
        ("1. Wash the rice", "2. Boil the water", "3. Let it all rest", "4. Serve it warm"),
        ("Trend 4: Slow trams", "Trend 3: Night boats", "Trend 2: Paper", "Trend 1: Bells"),
        ("Schritt 1 – Waschen", "Schritt 2 – Kochen", "Schritt 3 – Ruhen", "Schritt 4 – Essen"),
        ("一、背景与现状", "二、主要的问题", "三、下一步计划", "四、所需的费用"),
    ],
)
@pytest.mark.parametrize("lost", [0, 1, 3])
def test_a_heading_that_counts_stays_with_the_others(heads: tuple[str, ...], lost: int) -> None:
    rows = [(PROSE, True, 0.9)]
    for at, head in enumerate(heads):
        rows += [(head, at != lost, 0.25 if at == lost else 0.8), (PROSE, True, 0.9)]
    assert returned(*rows, language="zh" if heads[0][0] == "一" else "en") == [heads[lost]]


def test_the_paragraph_below_the_last_of_a_count_stays_with_it() -> None:
    heads = [("Tip #1 - Lock the door", True, 0.8), ("Tip #2 - Feed the cat", True, 0.8)]
    rows = [row for head in heads for row in (head, (PROSE, True, 0.9))]
    last = [("Tip #3 - Water the fern", False, 0.2), ("It wants a cup a day, no more.", False, 0.3)]
    assert returned(*rows, *last, ("Topics", False, 0.02)) == [text for text, _, _ in last]


@pytest.mark.parametrize(
    "tips",
    [
        (
            "1. Feed the cat.",
            "2. Lock the door.",
            "3. Donate your old bikes.",
            "4. Paint the gate.",
        ),
        ("1) Plan B", "2) Instagram", "3) The market", "4) A long walk"),
    ],
)
def test_no_phrase_takes_a_line_out_of_a_count(tips: tuple[str, ...]) -> None:
    """A request or the name of a network may be one of the article's points."""
    rows: list[Row] = []
    for tip in tips:
        goes = "Donate" in tip or "Instagram" in tip
        rows += [(PROSE, True, 0.9), (tip, not goes, 0.25 if goes else 0.8)]
    assert len(returned(*rows, (PROSE, True, 0.9))) == 1


def test_a_point_that_looks_like_a_caption_is_one_of_the_count() -> None:
    """What stands in brackets behind it is who said it, and no photographer."""
    said = [
        "1. Take a walk along the quay on every single morning of the week.",
        "2. Never read the news before the first cup of coffee is empty.",
        "3. Call your oldest friend on a day on which nothing has happened. (Ada Berg/The Courier)",
        "4. Leave the house without a plan and come back without a purchase.",
        "5. Write one letter a month by hand, and do not send all of them.",
    ]
    lines = lines_of(PROSE, *said, PROSE)
    kept, likely = [True] * len(lines), [0.9] * len(lines)
    record = record_of(lines, kept, probabilities=likely)
    assert without_furniture(record).kept[3]
    captioned = [line._replace(text=line.text.lstrip("12345. ")) for line in lines]
    plain = record_of(captioned, kept, probabilities=likely)
    assert not without_furniture(plain).kept[3]


def test_a_count_of_which_few_are_kept_stays_as_it_is() -> None:
    """The other numbers may be those of a list of links."""
    titles = [(f"{at}. Ferrow buys tram number {at}", at == 1, 0.2) for at in range(1, 7)]
    assert returned((PROSE, True, 0.9), *titles, (PROSE, True, 0.9)) == []


def test_page_numbers_are_no_count_of_headings() -> None:
    rows = [row for at in range(1, 5) for row in ((str(at), at != 2, 0.5), (PROSE, True, 0.9))]
    assert returned(*rows) == []


@pytest.mark.parametrize(
    "labels",
    [
        ("Price: ", "Best for: "),
        ("Precio | ", "Lo mejor | "),
        ("Öffnungszeiten: ", "Adresse: "),
    ],
)
def test_what_has_the_label_of_other_kept_lines_stays(labels: tuple[str, str]) -> None:
    rows: list[Row] = []
    for at in range(4):
        rows += [(PROSE, True, 0.9)]
        rows += [(f"{label}{at + 2} Ferrow", at < 3, 0.2 + 0.6 * (at < 3)) for label in labels]
    assert returned(*rows) == [f"{label}5 Ferrow" for label in labels]


def test_items_with_one_sign_in_front_are_one_list() -> None:
    kept = [(f"- {part}", True, 0.8) for part in ("Length: 2 m", "Weight: 300 g", "Rings: nine")]
    lost = [("- Handle: cork", False, 0.35), ("- Price: 90 crowns", False, 0.3)]
    rows = [(PROSE, True, 0.9), *kept, *lost, ("Reactions: 3", False, 0.05)]
    assert returned(*rows) == [text for text, _, _ in lost]


def test_a_phrase_of_furniture_does_not_come_back_with_its_label() -> None:
    rows: list[Row] = [(PROSE, True, 0.9), ("Note: the depot is closed", True, 0.8)]
    rows += [(PROSE, True, 0.9), ("Note: the quay is open", True, 0.8), (PROSE, True, 0.9)]
    asked = ("Note: subscribe to our newsletter", False, 0.3)
    assert returned(*rows, asked, (PROSE, True, 0.9)) == []


def test_lines_of_html_are_grouped_by_their_elements_links_and_size() -> None:
    nodes = (
        Node("body", -1),
        Node("div", 0, "product"),
        Node("h4", 1, "name"),
        Node("div", 0, "product"),
        Node("h4", 3, "name"),
        Node("p", 3),
    )
    marks = [Markup(2, block=2), Markup(4, block=4), Markup(4, link_chars=9, block=4)]
    tree = Tree(nodes, (*marks, Markup(5, block=5)))
    found = groups.looks(tree, [True] * 4, [9] * 4, range(4))
    assert found == [[0, 1]]


@pytest.mark.parametrize("lost", [0, 1, 2])
def test_an_item_stays_with_the_others_of_its_list_of_links(lost: int) -> None:
    texts = ("BEST FOR RAIN: Weir Mk II", "BEST FOR SNOW: Arran Nord", "CHEAPEST: Quill 4")
    nodes = (Node("body", -1), Node("ol", 0), *(Node("li", 1) for _ in texts))
    marks = (Markup(0, block=0), *(Markup(2 + at, 18, block=2 + at) for at in range(3)))
    rows: list[Row] = [(PROSE, True, 0.9)]
    rows += [(text, at != lost, 0.34 if at == lost else 0.6) for at, text in enumerate(texts)]
    tree = Tree(nodes, marks)
    assert series(record_of_rows(rows, tree=tree)) == {1 + lost}
    menu = [(text, at == lost, likely) for at, (text, _, likely) in enumerate(rows, -1)]
    assert series(record_of_rows([rows[0], *menu[1:]], tree=tree)) == set()
