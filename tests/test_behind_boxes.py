"""A paragraph behind a box and above the page's end is the article going on; what cards say is not.

Invented pages as they are copied, in cases/behind_boxes.json.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean.cleaning.lines.credits import is_of_text
from newsclean.cleaning.lines.phrases import normalized_words

PAGES: dict[str, Any] = json.loads(
    (Path(__file__).parent / "cases" / "behind_boxes.json").read_text(encoding="utf-8")
)


def article(code: str, box: str, close: str, foot: str) -> str:
    """The article of a page with a box behind its last paragraph but one."""
    page = PAGES[code]
    return newsclean.clean("\n\n".join([page["top"], *page["body"], box, close, foot])).text


@pytest.mark.parametrize("code", sorted(PAGES))
def test_the_last_paragraph_stands_behind_a_box(code: str) -> None:
    """Titles to read also and a request for an address above it, the page's end below."""
    page = PAGES[code]
    text = article(code, page["box"], page["close"], page["foot"])
    assert [line for line in (*page["body"], page["close"]) if line not in text] == []
    assert [line for line in page["box"].split("\n") if line in text] == []


@pytest.mark.parametrize("code", sorted(PAGES))
def test_teasers_stay_out(code: str) -> None:
    """What stands in full sentences below the title of another article."""
    page = PAGES[code]
    title, sentence, *others = page["card"]
    text = article(code, "\n".join((page["box"].split("\n")[0], title, sentence)), "", page["foot"])
    assert sentence not in text
    assert [line for line in page["body"] if line not in text] == []
    assert others == []


@pytest.mark.parametrize(
    "box",
    [
        "Watch\nThe Pella leaves the dock\n1:42",
        "Advertisement",
        "The Pella at the quay on Wednesday. Photo: Ann Lowe / Corrin Post",
        "Read also: Bus route to be cut",
        "Sign up for our newsletter\nEvery Friday in your inbox\nSubscribe",
    ],
)
def test_two_paragraphs_stand_behind_a_box(box: str) -> None:
    """One right behind it, and the next one."""
    close = "The old ferry, the Maris, will be sold in the autumn.\n\nChildren travel free."
    text = article("en", box, close, PAGES["en"]["foot"])
    assert "will be sold in the autumn" in text
    assert "Children travel free." in text
    assert [line for line in box.split("\n") if line in text] == []


@pytest.mark.parametrize(
    ("box", "close"),
    [
        ("Newsletter", "The best stories of the islands arrive in your inbox every Friday."),
        ("Maud Ellery", "Maud Ellery has covered the islands for the Corrin Post since 2011."),
        ("Comments (3)", "The old boat was better and never broke down."),
        ("Read also\nThe Maris\nIsland bakery", "© Corrin Post. The text may not be copied."),
        ("Tags\nFerries", "The Corrin Post has been printed on the quay since 1888."),
        ("Share\nFacebook", "This article was first printed in the Corrin Post."),
    ],
)
def test_what_a_page_says_of_itself_stays_out(box: str, close: str) -> None:
    """Claims, notes on authors, comments and rights, behind the same boxes."""
    assert close not in article("en", box, close, PAGES["en"]["foot"])


@pytest.mark.parametrize(
    ("box", "close"),
    [
        ("Share\nGet the latest insights", "New ferries, tutorials, island updates, and more."),
        ("Advertisement", "The Top Knots of the Year with a Secret Twist."),
        ("Watch\nThe Maris\n1:42", "Oak Tables Built to Last a Lifetime."),
        (
            (
                "Most popular\nBroke Orme Files for Bankruptcy, Lists Every Debt\nTom Orme has "
                "filed for bankruptcy, days after a judge ordered him to pay 148 million pounds."
                "\nAdvertisement"
            ),
            (
                "Tom Orme filed for bankruptcy on Thursday, days after a judge ordered him to pay "
                "millions of pounds."
            ),
        ),
        ("Read more", "Water is scattered over the deck, with an oar to one side of the cabin."),
        ("Advertisement", "A woman in a yellow coat stands at the rail of the ferry."),
        ("Newsletter\nFerries by mail\nSubscribe", "Register to read 25 reports a month."),
    ],
)
def test_titles_and_other_stories_stay_out(box: str, close: str) -> None:
    """A title with a stop, what a newsletter brings, and the story of a card told in full."""
    text = article("en", box, close, PAGES["en"]["foot"])
    assert close not in text
    assert PAGES["en"]["body"][-1] in text


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Zdroj: ČTK", True),
        ("© Allerbote – Alle Rechte vorbehalten", True),
        ("Quelle: dpa", True),
        ("Foto: Jan Dvořák", False),
        ("Photo: Ann Lowe", False),
    ],
)
def test_whose_a_text_is(text: str, *, own: bool) -> None:
    """The credit of a picture has a caption above it, that of a text its last paragraph."""
    assert is_of_text(text, normalized_words(text)) is own
