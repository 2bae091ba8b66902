"""What something on the page says is of the article stays, though the networks doubt it."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.belonging.restore import belonging
from newsclean.cleaning.furniture.remove import without_labels
from records import Row, record_of_rows

LEAD = (
    "The council of Ferrow agreed on Monday to buy back the harbour tram line, as Mayor Edda "
    "Marklund had asked it to do for years."
)
NEXT = (
    "The line carries nine thousand people a day and loses money on all of them, and the company "
    "said that it would now spend more time on its buses."
)


def stays(*rows: Row, language: str = "en") -> list[str]:
    """The lines that are found to belong."""
    return [rows[at][0] for at in sorted(belonging(record_of_rows(rows, language)))]


@pytest.mark.parametrize(
    ("announcing", "items"),
    [
        ("The city will now have to do three things:",
         ("Buy the cars and the depot", "Hire the drivers", "Paint the cars yellow again")),
        ("Schwerpunkte der Arbeit des Amtes sind:",
         ("Kauf der Wagen und des Depots", "Einstellung der Fahrerinnen und Fahrer")),
        ("La commune devra donc faire trois choses :",
         ("Racheter les rames et le dépôt", "Embaucher les conducteurs")),
    ],
)  # fmt: skip
def test_the_list_that_a_last_line_announces_stays(announcing: str, items: tuple[str, ...]) -> None:
    """A colon at the end of the last kept line says that something follows."""
    rows = [(LEAD, True, 0.9), (announcing, True, 0.9), *((item, False, 0.3) for item in items)]
    assert stays(*rows, ("Imprint", False, 0.0)) == list(items)


@pytest.mark.parametrize(
    ("announcing", "items", "language"),
    [
        ("What comes next on the line:",
         ("The yellow cars", "The depot gate", "Rails that sing", "The night tram", "Sand"), "en"),
        ("Diese Teile folgen noch:",
         ("Die gelben Wagen", "Das Tor des Depots", "Schienen, die singen", "Sand"), "de"),
        ("Les prochains épisodes :",
         ("Les rames jaunes", "La grille du dépôt", "Des rails qui chantent", "Le sable"), "fr"),
    ],
)  # fmt: skip
def test_a_list_of_which_the_first_items_are_kept_goes_on(
    announcing: str, items: tuple[str, ...], language: str
) -> None:
    """The network likes each less than the one above, as menus may begin at any line."""
    above = [(LEAD, True, 0.9), (announcing, True, 0.8), (items[0], True, 0.6)]
    below = [(item, False, 0.45) for item in items[1:]]
    assert stays(*above, *below, ("Log in", False, 0.0), language=language) == list(items[1:])
    assert stays(*above, *below[:2], ("Log in", False, 0.0), language=language) == []
    menu = [(item, False, 0.2) for item in items[1:]]
    assert stays(*above, *menu, language=language) == []
    prose = [above[0], (announcing, True, 0.8), (NEXT, True, 0.9)]
    assert stays(*prose, *below, language=language) == []


@pytest.mark.parametrize(
    ("announcing", "items", "language"),
    [
        ("气象部门说，明天雨会小一些，但夜里还有大雨。专家提醒：",
         ("一、不要涉水过桥；", "二、低处的居民先断电；", "三、听社区安排。"), "zh"),
        ("The wind will drop on Tuesday. The harbour office asks of all:",
         ("1. Keep off the rails", "2. Keep off the pier", "3. Stay at home"), "en"),
    ],
)  # fmt: skip
def test_counted_items_stay_with_the_doubted_line_that_announces_them(
    announcing: str, items: tuple[str, ...], language: str
) -> None:
    """They count from one; other lines below such a one may be a box of links."""
    below = [(item, False, 0.07) for item in items]
    rows = [(LEAD, True, 0.9), (NEXT, True, 0.9), (announcing, False, 0.4)]
    assert stays(*rows, *below, language=language) == [announcing, *items]
    bare = [(item[2:].strip(), False, 0.25) for item in items]
    assert announcing not in stays(*rows, *bare, language=language)
    unlikely = [*rows[:2], (announcing, False, 0.1)]
    assert announcing not in stays(*unlikely, *below, language=language)


def test_contacts_and_links_below_a_colon_go() -> None:
    """An address is no item of an article's list, nor is the title below "More on this story:"."""
    contact = ("Bill Berg, Head of Press", "bill@ferrow.example")
    head = ("For further information please ask:", True, 0.9)
    assert stays((LEAD, True, 0.9), head, *((text, False, 0.3) for text in contact)) == []
    head = ("Read more on this story:", True, 0.6)
    titles = ("Why the bridge sings in a north wind", "The swan that closed a bridge")
    assert stays((LEAD, True, 0.9), head, *((text, False, 0.3) for text in titles)) == []


def test_paragraphs_that_go_on_and_name_the_same_people_stay() -> None:
    """An article that the networks leave in its middle is followed to its end."""
    tail = (
        "In 1917 the city had sold the line in a hurry, and nobody on the hill had been asked.",
        "“I was a girl when the last yellow car went by,” said Edda Marklund on the quay.",
    )
    rows: list[Row] = [(LEAD, True, 0.9), (NEXT, True, 0.9), *((text, False, 0.2) for text in tail)]
    assert stays(*rows, ("Why the bridge sings in a north wind", False, 0.1)) == list(tail)


@pytest.mark.parametrize(
    "below",
    [
        "A swan has closed the bridge to the islands since Friday, the police of Osland said.",
        "Edda Marklund has told the harbour that she will come on Friday. © Ferrow Post.",
        "Sign up for our newsletter, and read what Edda Marklund says every week.",
        "What Edda Marklund told the harbour board on Friday about the bridge and its swan",
    ],
)
def test_what_names_nobody_or_is_no_paragraph_goes(below: str) -> None:
    """Another article, a copyright, a request, a title: none of them is a tail."""
    assert stays((LEAD, True, 0.9), (NEXT, True, 0.9), (below, False, 0.2)) == []


def test_the_paragraph_behind_a_block_of_links_stays() -> None:
    """One that ends as it should and names whom the article names."""
    rows = (
        (LEAD, True, 0.9), (NEXT, True, 0.9),
        ("Ferrow tram: what passengers need to know", False, 0.1),
        ("Why the bridge sings in a north wind", False, 0.1),
        ("Ms Marklund said she would ride the first car.", False, 0.45),
    )  # fmt: skip
    assert stays(*rows) == ["Ms Marklund said she would ride the first car."]


@pytest.mark.parametrize(
    ("hours", "headings", "language"),
    [
        (("17:31", "15:20", "09:02"), ("Mediator arrives", "We did not leave", "Crews walk out"),
         "en"),
        (("17.31 Uhr", "15.20 Uhr", "9.02 Uhr"),
         ("Vermittlerin trifft ein", "„Wir sind geblieben“", "Crews streiken"), "de"),
        (("17h31", "15h20", "9h02"),
         ("La médiatrice arrive", "« Nous sommes restés »", "Les équipages débraient"), "fr"),
    ],
)  # fmt: skip
def test_the_headings_of_a_live_blog_stay(
    hours: tuple[str, ...], headings: tuple[str, ...], language: str
) -> None:
    """Each entry has an hour on a line of its own, a heading and a paragraph."""
    rows: list[Row] = []
    for hour, heading in zip(hours, headings, strict=True):
        rows += [(hour, False, 0.1), (heading, False, 0.1), (NEXT, True, 0.9)]
    assert stays(*rows, language=language) == list(headings)


def test_the_headings_of_an_encyclopaedia_stay() -> None:
    """The heading of a section, and the one of its first part right below."""
    rows = (
        (LEAD, True, 0.9), ("History[edit]", False, 0.1), ("Early years[edit]", False, 0.3),
        (NEXT, True, 0.9), ("See also[edit]", False, 0.2), ("Trams in Norland", False, 0.2),
    )  # fmt: skip
    assert stays(*rows) == ["History[edit]", "Early years[edit]"]


@pytest.mark.parametrize(
    ("heading", "below", "language"),
    [
        ("Frequently Asked Questions", "How much does a tram cost?", "en"),
        ("Häufige Fragen", "Was kostet eine Straßenbahn?", "de"),
        ("Preguntas frecuentes", "¿Cuánto cuesta un tranvía?", "es"),
    ],
)
def test_the_heading_of_questions_stays(heading: str, below: str, language: str) -> None:
    """It is a link in many menus, but not above a question of the article."""
    rows = ((LEAD, True, 0.9), (heading, False, 0.2), (below, True, 0.9), (NEXT, True, 0.9))
    assert stays(*rows, language=language) == [heading]
    assert stays((LEAD, True, 0.9), (heading, False, 0.2), (NEXT, True, 0.9)) == []


def test_an_article_that_stops_at_a_box_is_whole() -> None:
    """From the command's input to the article: the last paragraph is printed."""
    parts = [
        "Ferrow buys back its tram", "By Nils Ekman", "11 February 2026", LEAD, NEXT,
        "“We sold it for a bun,” Councillor Edda Marklund told the harbour board on Monday.",
        "Ferrow tram: what passengers need to know\nWhy the bridge sings in a north wind",
        "Ms Marklund said that she would ride the first car.",
    ]  # fmt: skip
    text = "\n\n".join(parts)
    assert newsclean.clean(text).paragraphs[-1].text.startswith("Ms Marklund")


@pytest.mark.parametrize(
    ("credit", "heads", "language"),
    [
        ("Norland News contributed reporting to this article.",
         ("A Message from The Ferrow Post:", "Dear readers,"), "en"),
        ("Mit Material der dpa", ("In eigener Sache", "Liebe Leserinnen und Leser,"), "de"),
        ("(avec AFP)", ("Soutenez Le Ferrow", "Chers lecteurs,"), "fr"),
    ],
)  # fmt: skip
def test_an_appeal_behind_the_end_is_no_tail(
    credit: str, heads: tuple[str, str], language: str
) -> None:
    """It may name whom the article names: what stands between says that the article has ended."""
    appeal = "We face a hard year. The office of Edda Marklund has called the harbour undesirable."
    rows: list[Row] = [(LEAD, True, 0.9), (NEXT, True, 0.9), (credit, False, 0.45)]
    rows += [(head, False, 0.02) for head in heads]
    assert stays(*rows, (appeal, False, 0.38), language=language) == []


@pytest.mark.parametrize(
    ("farewell", "language"),
    [("See you there!", "en"), ("Danke euch allen fürs Lesen!", "de"), ("¡Buen provecho!", "es")],
)
def test_a_farewell_below_the_last_paragraph_stays(farewell: str, language: str) -> None:
    rows = [(LEAD, True, 0.9), (NEXT, True, 0.9), (farewell, False, 0.3)]
    assert stays(*rows, ("Older posts", False, 0.02), language=language) == [farewell]


@pytest.mark.parametrize("button", ["Subscribe to our newsletter!", "See it!"])
def test_a_button_with_an_exclamation_mark_goes(button: str) -> None:
    likely = 0.3 if "newsletter" in button else 0.1
    assert stays((LEAD, True, 0.9), (NEXT, True, 0.9), (button, False, likely)) == []


@pytest.mark.parametrize(
    ("word", "language"), [("Resources", "en"), ("Comments", "en"), ("Termine", "de")]
)
def test_a_word_of_menus_above_a_paragraph_is_its_heading(word: str, language: str) -> None:
    rows = [(LEAD, True, 0.9), (word, False, 0.15), (NEXT, True, 0.95)]
    assert stays(*rows, language=language) == [word]
    rows = [(LEAD, True, 0.9), (word, False, 0.15), ("Older", False, 0.1), (NEXT, True, 0.95)]
    assert stays(*rows, language=language) == []


@pytest.mark.parametrize(
    ("word", "language"),
    [("Empfehlungen", "de"), ("Recommendations", "en"), ("Recomendaciones", "es")],
)
def test_a_label_of_related_articles_may_head_a_paragraph(word: str, language: str) -> None:
    """It does where the network half believes so; a paragraph of the article is below."""
    for likely, stay in ((0.25, [word]), (0.06, [])):
        rows = [(LEAD, True, 0.9), (word, False, likely), (NEXT, True, 0.95)]
        assert stays(*rows, language=language) == stay


@pytest.mark.parametrize(
    ("items", "language"),
    [
        (("Roads and bridges", "Courts", "Education", "Public housing"), "en"),
        (("Straßen und Brücken", "Gerichte", "Kultur", "Sozialer Wohnungsbau"), "de"),
        (("Routes et ponts", "Tribunaux", "Culture", "Logement social"), "fr"),
    ],
)
def test_a_word_of_menus_in_a_list_is_an_item(items: tuple[str, ...], language: str) -> None:
    rows = [(item, item != items[2], 0.3) for item in items]
    assert stays((LEAD, True, 0.9), *rows, (NEXT, True, 0.9), language=language) == [items[2]]


def test_a_label_of_advertisements_is_no_heading() -> None:
    rows = [(LEAD, True, 0.9), ("Advertisement", False, 0.15), (NEXT, True, 0.95)]
    assert stays(*rows) == []


@pytest.mark.parametrize(
    ("headings", "language"),
    [
        (("How the line was sold", "What a ride costs", "Who drives"), "en"),
        (("So wurde verkauft", "Was eine Fahrt kostet", "Wer fährt"), "de"),
        (("La vente de la ligne", "Le prix du billet", "Les conducteurs"), "fr"),
    ],
)
def test_a_heading_that_a_box_of_contents_names_stays(
    headings: tuple[str, ...], language: str
) -> None:
    """The page itself says that it heads a part of the text."""
    box = [(heading, False, 0.1) for heading in headings]
    parts = [((heading, at > 0, 0.2), (f"{NEXT} ({at})", True, 0.9))
             for at, heading in enumerate(headings)]  # fmt: skip
    rows = [(LEAD, True, 0.9), *box, (NEXT, True, 0.9), *(row for part in parts for row in part)]
    assert stays(*rows, language=language) == [headings[0]]
    others = [(text, False if text in headings else kept, 0.2) for text, kept, _ in rows]
    assert stays(*others, language=language) == []  # the box of another page


@pytest.mark.parametrize(
    ("praise", "language"),
    [
        ("At Ferrow Trams we have built quiet cars for Edda Marklund and others since 1911.", "en"),
        ("Erfahren Sie jetzt, wie Ferrow Trams auch Ihre Stadt mit leisen Wagen beliefert.", "de"),
        (
            "Chez les Trams de Ferrow, nous bâtissons depuis 1911 des rames pour nos villes.",
            "fr",
        ),
    ],
)
def test_what_a_firm_says_of_itself_below_the_text_is_no_tail(praise: str, language: str) -> None:
    """A paragraph alone has to tell something of the world; two in a row go on with the text."""
    above = [(LEAD, True, 0.9), (NEXT, True, 0.9)]
    assert stays(*above, (praise, False, 0.3), ("Imprint", False, 0.0), language=language) == []
    told = "Nobody on the hill was asked in 1917, when the city sold the line to Edda Marklund."
    assert stays(*above, (told, False, 0.3), ("Imprint", False, 0.0)) == [told]


def test_a_list_counts_on_below_as_far_as_it_goes() -> None:
    """Its later items were out of reach, since the networks doubt the end of a long page."""
    texts = ["{}. A lamp for the porch", "Bought by the council in spring", "Painted by hand",
             "Left at the depot for a week", "Sold again before the summer"]  # fmt: skip
    rows = [(LEAD, True, 0.9)]
    for number in range(1, 31):
        likely = 0.9 if number <= 20 else 0.2
        rows += [(text.format(number), number <= 20, likely) for text in texts]
    found = stays(*rows)
    assert [f"{number}. A lamp for the porch" in found for number in range(21, 31)] == [True] * 10


@pytest.mark.parametrize("mark", ["{}. ", "#{} ", "Tip {}: "])
def test_an_item_of_a_count_is_not_alone_among_what_goes(mark: str) -> None:
    """Half of its like are kept, whatever stands beside it."""
    item = "Buy a lamp that you can carry up a hill."
    rows: list[Row] = [(LEAD, True, 0.9)]
    for number in range(1, 7):
        rows += [("Buy", False, 0.1), (mark.format(number) + item, True, 0.5)]
        rows += [("www.lamp.example", False, 0.1 if number > 3 else 0.3), (NEXT, True, 0.9)]
    kept = without_labels(record_of_rows(rows)).kept
    assert all(keep for (text, _, _), keep in zip(rows, kept, strict=True) if item in text)
    alone = [row for row in rows if not row[0].startswith(tuple(mark.format(n) for n in (1, 2, 3)))]
    kept = without_labels(record_of_rows(alone)).kept
    assert not any(keep for (text, _, _), keep in zip(alone, kept, strict=True) if item in text)


@pytest.mark.parametrize(
    ("heading", "language"),
    [("Key takeaways", "en"), ("Auf einen Blick", "de"), ("En resumen", "es")],
)
def test_the_heading_of_a_summary_stays_with_its_points(heading: str, language: str) -> None:
    rows = [(heading, False, 0.15), (LEAD, True, 0.9), (NEXT, True, 0.9)]
    assert stays(*rows, language=language) == [heading]
    assert stays((f"{heading}:", False, 0.15), *rows[1:], language=language) == []
    apart = [rows[0], ("Share this article", False, 0.0), *rows[1:]]
    assert stays(*apart, language=language) == []
