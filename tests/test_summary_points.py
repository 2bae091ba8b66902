"""A list is told by its points, and a long article in more sentences than a short one."""

from __future__ import annotations

import json
import random
import time

import pytest

import newsclean
from newsclean import pipeline, sentences
from newsclean.document import Article, Metadata, Paragraph, Sentence
from newsclean.output import json as json_output
from newsclean.output import markdown, text
from newsclean.summary import summarize
from newsclean.summary.lists.subheadings import headings

TIPS = (
    "Keep the sill dry",
    "Turn the pots every Sunday",
    "Feed them from March to October",
    "Cut what the frost has taken",
)
NAMES = [first + last for first in ("Aas", "Berg", "Dal", "Holm", "Lund") for last in "abcdefghi"]
INTRO = (
    "Herbs on a windowsill in Karlsby live for three months at most, as gardeners know. "
    "Most of them die of too much water, and the rest of too little light."
)
PROSE = (
    "A saucer of gravel under each pot takes up what the roots cannot drink in a day. "
    "Gardeners in the north have done so for a hundred years, and their basil lives longer."
)


def page(headings: tuple[str, ...], intro: str = INTRO, prose: str = PROSE) -> str:
    return "\n\n".join((intro, *(f"{heading}\n\n{prose}" for heading in headings)))


def told(title: str, body: str, language: str = "en") -> list[str]:
    """The points of the summary of an article."""
    made = newsclean.summarize(body, title=title, language=language)
    return [scored.text for scored in made.sentences if scored.point]


@pytest.mark.parametrize(
    ("number", "form"), [(1, "{}. {}"), (1, "{}) {}"), (1, "Tip {}: {}"), (1, "#{} {}"), (0, "{}")]
)
def test_the_tips_of_a_list_are_in_its_summary(number: int, form: str) -> None:
    """Numbered in any way or not at all, the sub-headings come in order."""
    headings = tuple(form.format(*([at] if number else []), tip) for at, tip in enumerate(TIPS, 1))
    made = newsclean.summarize(page(headings), title="Four tips for herbs indoors", language="en")
    assert [scored.text for scored in made.sentences if scored.point] == list(headings)
    own = headings[0][0] == "1"  # a number of its own stands for the dash
    assert made.text.splitlines()[-4:] == ["- " * (not own) + heading for heading in headings]


@pytest.mark.parametrize(
    ("language", "title", "first", "shown"),
    [
        ("en", "Four tips for herbs indoors", "1 ", ""),
        ("de", "Vier Tipps für Kräuter im Haus", "1. ", ""),
        ("fr", "Quatre conseils pour les herbes", "1) ", ""),
        ("en", "Four tips for herbs indoors", "12 ", "12 "),
    ],
)
def test_a_number_that_one_point_alone_has_is_left_out(
    language: str, title: str, first: str, shown: str
) -> None:
    """The others lost theirs, or it is a footnote's; "12 pots" keeps its figure."""
    headings = (f"{first}{TIPS[0]}", *TIPS[1:])
    assert told(title, page(headings), language) == [f"{shown}{TIPS[0]}", *TIPS[1:]]


@pytest.mark.parametrize(
    ("language", "title", "last"),
    [
        ("en", "The 3 best pots for a windowsill", "Conclusion"),
        ("de", "Die 3 besten Töpfe für die Fensterbank", "Fazit"),
        ("fr", "Les 3 meilleurs pots pour le rebord", "Conclusion"),
        ("es", "Las 3 mejores macetas para la ventana", "Conclusiones"),
    ],
)
def test_what_names_nothing_is_no_point(language: str, title: str, last: str) -> None:
    """Neither "Pros" and "Cons" below each product, nor the heading of the end."""
    products = ("Norrland Terra 12", "Aas Ceramic Square", "Vesterholm Tray")
    below = f"Pros\n\nCheap and light\n\nCons\n\nBreaks in frost\n\n{PROSE}"
    body = page(products, prose=f"{PROSE}\n\n{below}") + f"\n\n{last}\n\n{PROSE}"
    assert told(title, body, language) == list(products)


def test_a_line_below_every_title_is_no_point() -> None:
    """The titles are, although the line with the maker stands between them and the prose."""
    games = ("Chit Chat", "The Old King's Crown", "Positano", "Vantage")
    below = "".join(
        f"{game}\n\nPublished by Aas {at}\n\n{PROSE}\n\n" for at, game in enumerate(games)
    )
    assert told("The 4 best board games of the year", f"{INTRO}\n\n{below}") == list(games)


def test_a_figure_of_the_first_point_stays() -> None:
    """The beginning of "1 in 5" is no number of the point."""
    headings = ("1 in 5 pots is too wet", *TIPS[1:])
    assert told("Four tips for herbs indoors", page(headings)) == list(headings)


@pytest.mark.parametrize(
    "line",
    ["Ann Holm, Senior Garden Editor", "How We Tested the Pots", "Schedule an Appointment Today"],
)
def test_who_wrote_and_how_is_no_point(line: str) -> None:
    """An author's line, a note on the test and a call between the products."""
    products = ("Norrland Terra 12", "Aas Ceramic Square", "Vesterholm Tray")
    body = page((*products[:2], line, products[2]))
    assert told("The 3 best pots for a windowsill", body) == list(products)


def test_what_speaks_of_the_whole_is_no_point() -> None:
    """Neither the topic said again nor, among headings in capitals, items of a list within one."""
    products = ("Norrland Terra", "Aas Ceramic", "Vesterholm Tray", "Lund Copper")
    around = ("Why Choosing the Best Pots for Herbs Matters", "Understanding Herbs and Their Pots")
    body = page((*around, *products, "Cooks with small kitchens", "Seedlings on a shelf"))
    assert told("The 4 Best Pots for Herbs in 2026", body) == list(products)


@pytest.mark.parametrize(("many", "shown"), [(4, 4), (16, 16), (40, 40), (41, 0), (3, 0)])
def test_a_numbered_list_is_told_to_its_end(many: int, shown: int) -> None:
    """Four to forty points where no headline says how many: of more none is the whole list."""
    lines = tuple(f"{at}. {name} Linen" for at, name in enumerate(NAMES[:many], 1))
    assert told("The most affordable linen", page(lines)) == list(lines[:shown])


def test_single_words_tell_no_report() -> None:
    """A report without a list in its headline, divided by "Impact" and the like, has sentences."""
    body = page(("Background story", "Collaboration", "Reporting", "Impact", "Reward"))
    assert told("How we got into the lock of Karlsby", body) == []


@pytest.mark.parametrize("title", ["What the tram taught me", "The herbs of Karlsby, a portrait"])
def test_sub_headings_that_no_headline_promises_are_no_points(title: str) -> None:
    """Those of an essay or a portrait tell less than its sentences do."""
    heads = ("Where it all began", "The early winters", "Further considerations", "What remains")
    body = page(tuple(f"{head} in the valley" for head in heads))
    assert told(title, "\n\n".join((body, PROSE, *[PROSE] * 2))) == []


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("A guide to furniture styles", "en"),
        ("The best furniture styles", "en"),
        ("Möbel: ein Leitfaden", "de"),
        ("Meubles : le guide", "fr"),
        ("6 furniture styles", "en"),
    ],
)
def test_sub_headings_without_numbers_that_no_headline_counts_are_no_points(
    title: str, language: str
) -> None:
    """They mostly name parts of an explainer; counted or numbered they are what it says."""
    styles = ("Art Deco", "Minimalist Rooms", "Old Rustic", "Folk")
    assert told(title, page(styles), language) == []
    assert told(title, page(TIPS), language) == []
    assert told("4 furniture styles", page(styles)) == list(styles)


def test_a_short_stretch_is_what_no_article_is_about() -> None:
    """Steps of one section, unless the headline counts them."""
    steps = "\n\n".join(f"{at}. {tip}\n\n{PROSE}" for at, tip in enumerate(TIPS, 1))
    body = f"{steps}\n\n" + "\n\n".join(f"{INTRO} Plot {at} was dug over." for at in range(5))
    lines = [f"{at}. {tip}" for at, tip in enumerate(TIPS, 1)]
    assert told("Tips for herbs indoors", body) == []
    assert told("Four tips for herbs indoors", body) == lines
    assert told("Tips for herbs indoors", steps) == lines


def test_a_ranking_without_prose_is_told() -> None:
    """Numbered lines one below the other are the list that the headline promises."""
    names = ("Aas", "Holm", "Lund", "Berg", "Dahl")
    lines = [f"{at}. {name} Insurance" for at, name in enumerate(names, 1)]
    body = "\n\n".join((INTRO, *lines, *[PROSE] * 6))
    assert told("The top 5 insurers of Karlsby", body) == lines


def test_a_table_of_contents_is_not_told_twice() -> None:
    """The same lines in front of the article and above its parts are points once."""
    lines = tuple(f"{at}. {tip}" for at, tip in enumerate(TIPS, 1))
    body = "\n\n".join((INTRO, *(f"{line}." for line in lines), page(lines, PROSE)))
    assert told("Four tips for herbs indoors", body) == list(lines)


def test_the_steps_within_a_tip_are_no_points() -> None:
    """Each tip has numbered steps of its own; the tips are told, and none of the steps."""
    lines = [f"{at}. {tip}" for at, tip in enumerate(TIPS, 1)]
    body = "\n\n".join(
        f"{line}\n\n{PROSE}\n\n1. Buy {at} bags\n\n2. Wash {at} of them\n\n3. Dry {at}\n\n{PROSE}"
        for at, line in enumerate(lines, 2)
    )
    assert told("Four tips for herbs indoors", f"{INTRO}\n\n{body}") == lines


def test_the_numbers_within_a_point_are_of_another_level() -> None:
    """The workshops are the points, and not the courses of the first, though these are more."""
    courses = ("Turn a bowl", "Turn a spoon", "Carve a hare", "Stain the lid", "Oil the stool")
    shops = ("Hemlock Yard", "Saddle Street Woodworks", "The Planing Shed", "Oak and Awl")
    lines = [f"1. {shops[0]}"]
    lines += [f"{at}. {course}" for at, course in enumerate(courses, 1)]
    lines += [f"2. {shops[1]}", "1. Join a frame", f"3. {shops[2]}"]
    lines += [f"4. {shops[3]}", "1. Mend a drawer"]
    assert told("The best workshops for beginners in wood", page(tuple(lines))) == [
        f"{at}. {shop}" for at, shop in enumerate(shops, 1)
    ]


def test_a_list_does_not_go_on_in_the_next_one() -> None:
    """Its five steps are all, though the next list has a sixth and a seventh."""
    steps = ("Soak it", "Scrape it", "Wash the drum", "Stretch it", "Dry it in the shade")
    first = [f"{at}. {step}" for at, step in enumerate(steps, 1)]
    rules = [f"{at}. Keep rule {at}" for at in range(1, 8)]
    body = page(tuple(first)) + "\n\n" + "\n\n".join((*rules, PROSE))
    assert told("How to skin a drum: a guide in steps", body) == first


def test_a_colon_behind_a_point_is_not_printed() -> None:
    """It is one of the page's layout."""
    headings = [f"{at}. {tip}" for at, tip in enumerate(TIPS, 1)]
    body = page((*headings[:3], f"{headings[3]}:"))
    assert told("Four tips for herbs indoors", body) == headings


def test_the_sub_headings_of_news_are_no_points() -> None:
    """A report is told in sentences, whatever stands between its paragraphs."""
    said = "The mayor said on Tuesday that the bridge would stay closed until the ice has gone."
    body = page(("Mayor under pressure", "Ice on the river", "No money left"), prose=said)
    assert told("Bridge in Karlsby closed until spring", body) == []


def test_a_list_at_the_end_is_not_what_the_article_is_about() -> None:
    """Three steps at the foot of a long report are not its content."""
    report = "\n\n".join(f"{INTRO} Plot {number} was dug over." for number in range(20))
    steps = "\n\n".join(
        f"{at}. {tip}\n\nIt takes an hour or two at most." for at, tip in enumerate(TIPS, 1)
    )
    assert told("Gardens of Karlsby in danger", f"{report}\n\n{steps}") == []


def test_a_length_that_is_asked_for_is_exact() -> None:
    """Three sentences are three sentences, of a list too."""
    made = newsclean.summarize(page(TIPS), title="Four tips for herbs", language="en", length=3)
    assert len(made.sentences) == 3
    assert not any(scored.point for scored in made.sentences)


@pytest.mark.parametrize(
    ("paragraphs", "count"), [(5, 3), (8, 4), (15, 5), (24, 5), (30, 6), (60, 6)]
)
def test_a_long_article_has_a_longer_summary(paragraphs: int, count: int) -> None:
    """Three to six sentences by default, by the number of words."""
    generator = random.Random(7)
    names = ["".join(generator.choices("abdeiklmnorstu", k=7)) for _ in range(40 * paragraphs)]
    body = "\n\n".join(
        f"{' '.join(names[at : at + 25]).capitalize()} in Karlsby."
        for at in range(0, 40 * paragraphs, 40)
    )
    prose = newsclean.split_sentences(body, "en")
    assert len(summarize(prose, title="Karlsby sells its houses").sentences) == count


def test_points_are_shown_as_a_list_in_every_format() -> None:
    """Text and Markdown have lines of their own for them, JSON says what they are."""
    title = "Four tips for herbs on a windowsill"
    html = "".join(f"<h2>{at}. {tip}</h2><p>{PROSE}</p>" for at, tip in enumerate(TIPS, 1))
    source = f"<html><title>{title}</title><body><article><h1>{title}</h1><p>{INTRO}</p>{html}"
    digest = newsclean.digest(source.encode())
    lines = [f"{at}. {tip}" for at, tip in enumerate(TIPS, 1)]
    assert text.render(digest, ("summary",)).splitlines()[-4:] == lines
    shown = markdown.render(digest, ("summary",)).splitlines()
    assert [line for line in shown if line[:1].isdecimal()] == lines
    record = json.loads(json_output.render(digest))
    points = [one["text"] for one in record["summary"]["sentences"] if one["point"]]
    assert points == lines


@pytest.mark.parametrize(
    ("numbers", "title"),
    [
        ((2, 3, 4, 5), "The best pots for a windowsill"),
        ((1, 2, 4, 5), "Die besten Töpfe für die Fensterbank"),
        ((5, 4, 3, 2), "Les meilleurs pots pour le rebord"),
        ((1, 2, 3, 4), "Five tips: the 5 best pots for herbs"),
    ],
)
def test_a_list_with_a_gap_is_not_told(numbers: tuple[int, ...], title: str) -> None:
    headings = tuple(f"{number}. {tip}" for number, tip in zip(numbers, TIPS, strict=True))
    language = {"D": "de", "L": "fr"}.get(title[0], "en")
    assert told(title, page(headings), language) == []


def test_a_name_that_is_odd_is_told_where_its_number_is_missing() -> None:
    """Between "2." and "4." stands the third, though it is short, small or in capitals."""
    lines = ("1. Aas Linen", "2. R", "3. IKEA", "4. alder apparel", "5. Lund Linen", "6. Dal Linen")
    assert told("The most affordable linen", page(lines)) == list(lines)


@pytest.mark.parametrize("form", ["{}. {}", "{}) {}", "Step {}: {}"])
def test_a_numbered_point_may_be_in_doubt(form: str) -> None:
    """Its number tells that it is of the list; other lines in doubt are in no summary."""
    headings = [form.format(at, tip) for at, tip in enumerate(TIPS, 1)]
    texts = [INTRO]
    for heading in headings:
        texts += [heading, PROSE]
    paragraphs, at = [], 0
    for each in texts:
        sure = 0.6 if each in (headings[0], headings[2]) else 0.95
        paragraphs.append(Paragraph(at, at + len(each), each, confidence=sure))
        at += len(each) + 2
    flow = "\n\n".join(texts)
    article = Article(flow, tuple(paragraphs), (), Metadata(), "en", 200, 200)
    prose = sentences.split(flow, "en", [(one.start, one.end) for one in paragraphs])
    kept = pipeline._undoubted(prose, article)
    assert [one.text for one in kept if one.text in headings] == headings


def test_a_line_of_digits_takes_no_longer_than_its_length() -> None:
    lines = ("1" * 100_000, "The crew mended the old pier in three weeks.")
    prose = [Sentence(0, len(text), text, at) for at, text in enumerate(lines)]
    start = time.process_time()
    list(headings(prose, "en", "Five tips"))
    assert time.process_time() - start < 1  # it grew with the square of the length
