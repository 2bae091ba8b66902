"""The text of a picture between headline and body is no headline, however near the body it is."""

from __future__ import annotations

import pytest

import newsclean

_MENU = "Skip to content\n\nThe Ferrow Courier\n\nSign in\nNews\nSport\nWeather\nHome"
_SHARE = "12 comments\nShare on Facebook\nShare on X\nCopy link"
_BODY = (
    "A ferry that had run aground off Ferrow on Sunday was towed into the harbour on Tuesday, "
    "two days after its 43 passengers had been taken off in the dark.\n\n"
    "The owner said divers had found a tear of four metres below the waterline, and that the boat "
    "would not sail again before the summer.\n\n"
    "Its captain told the harbour board that a buoy had been missing since the storm in March."
)


_HEAD = (
    "Exclusive\nBy\nJoan Tiller\n@tiller\nHarbour Reporter\nPublished:\n14:22, 11 March 2025\n"
    "Updated:\n17:05, 11 March 2025"
)


@pytest.mark.parametrize(
    "picture",
    [
        "Captain Holm leaving the harbour office on Tuesday\n{} (Image: Ann Weir / Courier)",
        "Captain Holm outside the inquiry in Ferrow on Tuesday\n{} | Photo: Ann Weir",
        "Joan Holm and her crew in the harbour of Ferrow\n{} / Ann Weir / Coast Agency",
    ],
)
def test_the_text_of_a_picture_is_no_headline(picture: str) -> None:
    """It stands right above the body, and again with who took the picture."""
    headline = "Captain who slept through the storm 'never saw the buoy', inquiry hears"
    text = picture.format(picture.partition("\n")[0])
    page = f"{_MENU}\n\n{headline}\n{_HEAD}\n{_SHARE}\n{text}\n\n{_BODY}\n"
    assert newsclean.clean(page).title == headline


def test_a_headline_above_a_credit_stays() -> None:
    """No other line is one."""
    headline = "Grounded ferry towed in after two nights on the sandbank off Ferrow"
    title = newsclean.clean(f"{_MENU}\n{headline}\nPhoto: Ann Weir\n\n{_BODY}\n").title
    assert title == headline


@pytest.mark.parametrize(
    "player",
    [
        "Now Playing\nThe ferry off Ferrow: divers under the waterline",
        "Play\nMute\nNow Playing\nThe ferry off Ferrow: divers under the waterline\n01:42",
        "Up Next\nCaptain of the ferry speaks to the harbour board",
    ],
)
def test_the_title_of_a_clip_is_no_headline(player: str) -> None:
    """It stands nearer to the body, in a player that says what it shows."""
    headline = "Ferry off Ferrow towed into the harbour"
    page = f"{_MENU}\n\n{headline}\n\n{player}\n\n{_HEAD}\n\n{_BODY}\n"
    assert newsclean.clean(page).title == headline


def test_a_headline_below_a_player_stays() -> None:
    """Where no other line is one, it is no title of a clip."""
    headline = "Ferry off Ferrow towed into the harbour"
    page = f"{_MENU}\n\nNow Playing\n{headline}\n\n{_HEAD}\n\n{_BODY}\n"
    assert newsclean.clean(page).title == headline
