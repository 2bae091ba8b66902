"""A short headline right above a longer deck, where copied text parts them by nothing else."""

from __future__ import annotations

import pytest

import newsclean

MENUS = {
    "en": "Home\nNews\nCulture\nSport\nSign in",
    "de": "Startseite\nPolitik\nKultur\nSport",
    "fr": "Accueil\nPolitique\nCulture\nSports",
}
BODIES = {
    "en": (
        "My mother kept every jar that came into the house, and by 1990 they filled the cellar.",
        "When the house was sold, we took eleven carts of glass to the yard behind the station.",
        "Nobody there asked why. The man at the gate only wanted to know whether they were clean.",
    ),
    "de": (
        "Meine Mutter hob jedes Glas auf, das ins Haus kam, und 1990 war der Keller voll davon.",
        "Als das Haus verkauft war, fuhren wir elf Karren zum Hof hinter dem alten Bahnhof.",
        "Niemand fragte nach dem Grund. Der Mann am Tor wollte nur wissen, ob sie rein seien.",
    ),
    "fr": (
        "Ma mère gardait tous les bocaux qui entraient à la maison, et la cave en était pleine.",
        "Quand la maison fut vendue, nous en avons porté onze charrettes derrière la gare.",
        "Personne n'y a demandé pourquoi. L'homme voulait savoir s'ils étaient propres.",
    ),
}
DECK_DE = "Wie elf Karren voller Gläser das Haus verließen und was der Mann am Tor wissen wollte"
HEADS = (
    (
        "en",
        "Why I will never keep a jar again",
        "What a cellar full of glass does to a family when the house has to be sold",
        "By Tessa Hollin\n\n14 March 2025",
    ),
    ("de", "Was ein Keller über uns verrät", DECK_DE, "Von Jette Brandhorst\n\n14. März 2025"),
    ("de", "Abschied von einem vollen Keller", DECK_DE, "Von Jette Brandhorst\n\n14. März 2025"),
    (
        "fr",
        "Ce que garde une vieille maison",
        "Comment onze charrettes ont quitté la cave et ce que demandait l'homme du portail",
        "Par Odile Marchand\n\n14 mars 2025",
    ),
)


def _title(*parts: str) -> str | None:
    title = newsclean.clean("\n\n".join(parts)).metadata.title
    return title.value if title else None


@pytest.mark.parametrize(("language", "head", "deck", "byline"), HEADS)
def test_the_headline_is_the_line_above_its_deck(
    language: str, head: str, deck: str, byline: str
) -> None:
    assert _title(MENUS[language], f"{head}\n{deck}", byline, *BODIES[language]) == head


@pytest.mark.parametrize(
    ("kicker", "head"),
    [
        ("Culture and Sport", "Why nobody in town asks where all the glass has come from"),
        ("Long Reads", "Why nobody in town asks where all the glass has come from"),
        ("The story of the yard", "Eleven Carts of Glass: How a Town Emptied Its Oldest Cellar"),
    ],
)
def test_what_a_section_or_series_is_called_is_no_headline(kicker: str, head: str) -> None:
    assert _title(MENUS["en"], f"{kicker}\n{head}", *BODIES["en"]) == head
