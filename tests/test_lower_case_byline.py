"""An article without capitals has its author, too."""

from __future__ import annotations

import pytest

import newsclean

_BODIES = {
    "en": (
        "village shop sells its last loaf",
        "the shop in wexcombe closed its doors on monday after ninety years. people came.",
        "“i counted the customers every morning,” said the owner, martin pell.",
        "the building will become a house. the post counter moves to the village hall in may.",
    ),
    "de": (
        "dorfladen verkauft das letzte brot",
        "der laden in wiesenbrunn hat am montag nach neunzig jahren geschlossen. viele kamen.",
        "„ich habe jeden morgen die kunden gezählt“, sagte der inhaber martin pelzer.",
        "das gebäude wird ein wohnhaus. der postschalter zieht im mai ins rathaus.",
    ),
    "it": (
        "la bottega vende l'ultimo pane",
        "la bottega di valdonica ha chiuso lunedì dopo novant'anni. in molti sono venuti.",
        "«contavo i clienti ogni mattina», ha detto il titolare, martino pelli.",
        "l'edificio diventerà una casa. lo sportello postale si sposta a maggio in municipio.",
    ),
}
_DAYS = {"en": "14 march 2026", "de": "14. märz 2026", "it": "14 marzo 2026"}


def _byline(code: str, line: str) -> str | None:
    title, *body = _BODIES[code]
    article = newsclean.clean("\n\n".join([title, f"{line}\n{_DAYS[code]}", *body]))
    byline = article.metadata.byline
    return byline.value if byline else None


@pytest.mark.parametrize(
    ("code", "line", "names"),
    [
        ("en", "by tessa whitlow", "tessa whitlow"),
        ("en", "by tessa whitlow and owen strachan", "tessa whitlow, owen strachan"),
        ("de", "von jörn petersen", "jörn petersen"),
        ("it", "di federica locatelli", "federica locatelli"),
    ],
)
def test_a_name_in_lower_case_behind_by_is_the_author(code: str, line: str, names: str) -> None:
    assert _byline(code, line) == names


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "by monday evening"),
        ("en", "by train to paris"),
        ("en", "by martin's estimate"),
        ("de", "von montag bis freitag"),
        ("de", "von max bis moritz"),
        ("it", "di casa in casa"),
    ],
)
def test_other_words_behind_by_are_nobody(code: str, line: str) -> None:
    assert _byline(code, line) is None
