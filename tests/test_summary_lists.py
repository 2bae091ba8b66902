"""A list without sub-headings is told too, where the headline says how long it is."""

from __future__ import annotations

import pytest

import newsclean

INTRO = (
    "Herbs on a windowsill in Karlsby live for three months at most, as gardeners know. "
    "Most of them die of too much water, and the rest of too little light."
)
PROSE = (
    "A saucer of gravel under each pot takes up what the roots cannot drink in a day. "
    "Gardeners in the north have done so for a hundred years, and their basil lives longer."
)
BULLETS = (
    "Keep the sill dry in the winter months",
    "Turn the pots every Sunday in the light",
    "Feed the herbs from March to October",
    "Cut what the frost has taken at night",
)
LABELLED = (
    "Longer life: Herbs in gravel live for nine months on a sill in the north.",
    "Better taste: Basil that stands in the sun has twice the oil in its leaves.",
    "Lower cost: A sack of gravel is four crowns and lasts for three whole years.",
    "Less work: Gravel drains the pots, so that nobody has to empty the saucers.",
)
TITLE = {
    "en": "Four tips for herbs on a windowsill",
    "de": "Vier Tipps für Kräuter auf der Fensterbank",
    "fr": "Quatre conseils pour les herbes en pot",
}


def told(title: str, *blocks: str, language: str = "en") -> list[str]:
    """The points of the summary of an article."""
    made = newsclean.summarize("\n\n".join(blocks), title=title, language=language)
    return [scored.text for scored in made.sentences if scored.point]


@pytest.mark.parametrize("bullet", ["- ", "• ", "* "])
def test_bullets_below_a_line_about_the_topic_are_points(bullet: str) -> None:
    """Without their bullets, which are said to be left out."""
    lines = [f"{bullet}{each}" for each in BULLETS]
    body = "\n\n".join((INTRO, "These are the tips for herbs:", *lines, PROSE))
    made = newsclean.summarize(body, title=TITLE["en"])
    points = [scored for scored in made.sentences if scored.point]
    assert [point.text for point in points] == list(BULLETS)
    assert {point.left_out for point in points} == {(bullet.strip(),)}
    assert body[points[0].start : points[0].end] == lines[0]
    assert newsclean.summarize(body, title="Tips for herbs").sentences[0].point is False


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_items_with_labels_are_points(language: str) -> None:
    """Short ones with what they say."""
    assert told(TITLE[language], INTRO, *LABELLED, language=language) == list(LABELLED)


def test_of_long_items_the_labels_are_points() -> None:
    more = " and, as the gardeners of Karlsby and of Ferrow have found in a study of many years,"
    long = [
        each.replace(" in ", f"{more} in ", 1).replace(" and ", f"{more} and ", 1)
        for each in LABELLED
    ]
    labels = [each.split(":")[0] for each in LABELLED]
    found = told(TITLE["en"], INTRO, *[f"{each[:-1]}{more} as is known." for each in long])
    assert found == labels


def test_values_and_code_are_no_points() -> None:
    """Neither what a table says of one thing, nor lines of a program, nor a list beside others."""
    values = ("Light: Indirect", "Water: Weekly", "Soil: Sandy", "Safety: Nontoxic")
    assert told(TITLE["en"], INTRO, *values, PROSE) == []
    code = ("- herbs_per_sill: the number of herbs", "- herbs = 4 and more", "- set herbs(4) now")
    assert told(TITLE["en"], INTRO, "Tips for herbs:", *code, PROSE) == []
    repeated = [
        each.replace("Longer life", "Price").replace("Less work", "Price") for each in LABELLED
    ]
    assert "Price" not in " ".join(told(TITLE["en"], INTRO, *repeated, *repeated))


def test_a_list_that_no_headline_promises_is_not_told() -> None:
    lines = [f"- {each}" for each in BULLETS]
    assert told("A portrait of Karlsby", INTRO, "Herbs of Karlsby:", *lines, PROSE) == []


def test_a_list_is_as_long_as_the_headline_says() -> None:
    """Of twelve things eleven are found: the list is not told, and its sentences are."""
    names = [
        f"{one} {two}"
        for one in ("Old", "New")
        for two in ("Mill", "Dock", "Gate", "Barn", "Lane", "Pier")
    ]
    blocks = [block for name in names for block in (name, PROSE)]
    assert told("12 things to see in Karlsby", INTRO, *blocks) == names
    assert told("Twelve tips for Karlsby", INTRO, *blocks) == names
    assert told("12 things to see in Karlsby", INTRO, *blocks[:22]) == []
    assert told("Karlsby in 12", INTRO, *blocks) == []
    assert told("9 mills of Karlsby", INTRO, *blocks[:10]) == []


def test_numbers_in_more_forms() -> None:
    """Behind "Tip #", behind a long word, and no further than the headline counts."""
    for form in ("Tip #{}: {}", "Prediction {}: {}"):
        lines = [form.format(at, each) for at, each in enumerate(BULLETS, 1)]
        blocks = [block for line in lines for block in (line, PROSE)]
        assert told("What comes for herbs", INTRO, *blocks) == lines
    names = [f"{at}. {name} Oak" for at, name in enumerate(("Aas", "Berg", "Dal", "Holm"), 1)]
    blocks = [block for line in (*names, "5. Which pots are the best?") for block in (line, PROSE)]
    assert told("The 4 best pots for herbs", INTRO, *blocks) == names
    assert told("The best pots for herbs", INTRO, *blocks) == names


def test_sub_headings_that_the_page_marks_are_points_whatever_their_shape() -> None:
    """As many as the headline says, without those that name nothing; a price below each is none."""
    names = ("Pandas", "R", "a16z", "$33k Spatula", "Wave (2020)")
    parts = "".join(f"<h2>{name}</h2><h3>Price: {at} crowns</h3>" for at, name in enumerate(names))
    body = parts.replace("</h3>", f"</h3><p>{PROSE}</p>")
    page = (
        "<html><title>{0}</title><body><article><h1>{0}</h1>"
        f"<p>{INTRO}</p>{body}<h2>Conclusion</h2><p>{PROSE}</p></article></body></html>"
    )
    five = newsclean.digest(page.format("5 tools for your sill").encode()).summary
    assert [one.text for one in five.sentences if one.point] == list(names)
    for other in ("6 tools for your sill", "Tools for your sill"):
        made = newsclean.digest(page.format(other).encode()).summary
        assert not any(one.point for one in made.sentences)
