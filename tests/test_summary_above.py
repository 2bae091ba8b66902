"""Above the points of a list stands a sentence with its result, or what it is of, or none."""

from __future__ import annotations

import pytest

import newsclean

NAMES = ("Tarn Lite 2", "Orrin Peak", "Veldt Runner", "Moss & Dale Trek")
PROSE = (
    "The straps hold on wet ground and the buckles can be closed with cold hands. "
    "After forty nights in the hills of Tarrow the seams were as dry as on the first day."
)
TALK = "Shopping for a new tent can feel like a maze, and everyone has an opinion about it."


def told(opening: str, title: str, names: tuple[str, ...] = NAMES, language: str = "en") -> str:
    """What is printed above the points."""
    points = (f"{at}. {name}\n\n{PROSE}" for at, name in enumerate(names, 1))
    made = newsclean.summarize("\n\n".join((opening, *points)), title=title, language=language)
    shown = [scored.text for scored in made.sentences]
    assert shown[-len(names) :] == [f"{at}. {name}" for at, name in enumerate(names, 1)]
    return " ".join(shown[: -len(names)])


@pytest.mark.parametrize(
    ("result", "language", "title"),
    [
        (
            "The Tarn Lite 2 is the best tent for most people because it weighs 900 grams.",
            "en",
            "The 4 best tents for a night in the hills",
        ),
        (
            "Das Tarn Lite 2 ist das beste Zelt im Test, weil es nur 900 Gramm wiegt.",
            "de",
            "Die 4 besten Zelte für eine Nacht in den Bergen",
        ),
        (
            "La Tarn Lite 2 est la meilleure tente du test, car elle ne pèse que 900 grammes.",
            "fr",
            "Les 4 meilleures tentes pour une nuit en montagne",
        ),
    ],
)
def test_the_result_stands_above_the_names(result: str, language: str, title: str) -> None:
    """Names alone do not say which of them won."""
    assert told(
        f"{TALK if language == 'en' else ''} {result}".strip(), title, language=language
    ) == (result)


def test_what_the_list_is_of_stands_above_headings() -> None:
    says = "The town of Tarrow will close four of its nine libraries in 2026 to save £400,000."
    names = ("Fewer buses", "Longer ways to school", "Empty shops", "No room to study")
    title = "4 consequences of closing libraries in Tarrow"
    assert told(f"{says} {TALK}", title, names) == says


@pytest.mark.parametrize(
    "opening",
    [
        TALK,
        "In this guide you will find our favourite tents for the hills. " + TALK,
        "We have all been there: the forecast lied and your tent leaks. " + TALK,
        "He took the Tarn Lite 2 up Carn Dhu in March and came back with wet feet.",
        "Others, like the Tarn Lite 2, have become known far beyond the hills of Tarrow.",
    ],
)
def test_talk_above_a_list_is_not_told(opening: str) -> None:
    """Nor what leans on a sentence that is not there."""
    assert told(opening, "The 4 best tents for a night in the hills") == ""


def test_a_list_that_counts_down_names_its_result_last() -> None:
    """The last point is the first place."""
    result = "The Moss & Dale Trek is the best tent for most people because it weighs 900 grams."
    points = "\n\n".join(
        f"{number}. {name}\n\n{PROSE}" for number, name in zip((4, 3, 2, 1), NAMES, strict=True)
    )
    title = "The 4 best tents for a night in the hills"
    made = newsclean.summarize(f"{TALK} {result}\n\n{points}", title=title, language="en")
    assert made.sentences[0].text == result
    assert [scored.point for scored in made.sentences] == [False, True, True, True, True]


@pytest.mark.parametrize(
    ("counts", "language", "title"),
    [
        (
            "In this guide, we compare four tents for a night in the hills, from light to cheap.",
            "en",
            "The 4 best tents for a night in the hills",
        ),
        (
            "Here are 4 tents for a night in the hills that stayed dry in our test last winter.",
            "en",
            "The 4 best tents for a night in the hills",
        ),
        (
            "In diesem Ratgeber vergleichen wir vier Zelte für eine Nacht in den Bergen.",
            "de",
            "Die 4 besten Zelte für eine Nacht in den Bergen",
        ),
    ],
)
def test_what_counts_the_points_says_what_is_listed(counts: str, language: str, title: str) -> None:
    """Announcing is no news elsewhere; above a list it is what readers asked for."""
    talk = TALK if language == "en" else ""
    assert told(f"{talk} {counts}".strip(), title, language=language) == counts


@pytest.mark.parametrize(
    "opening",
    [
        "It takes 4 hours to the hut, and a night in the hills costs you nothing but sleep.",
        "So here, at last, are the four tents for a night in the hills that we would buy.",
        "Check out our list of 4 tents for a night in the hills below!",
    ],
)
def test_a_number_of_something_else_or_a_call_says_nothing_of_the_list(opening: str) -> None:
    assert told(f"{TALK} {opening}", "The 4 best tents to buy") == ""


def test_a_long_name_is_known_by_its_first_words() -> None:
    names = ("Tarn Lite Two Person Tent", *NAMES[1:])
    result = "Of all tents that we carried, the Tarn Lite is the best of the best."
    assert told(f"{TALK} {result}", "The 4 best tents for a night in the hills", names) == result


def test_a_firm_that_praises_itself_is_no_result() -> None:
    names = ("Orrin", "Veldt Media", "Tarrow & Sons", "Carn Agency")
    praise = "At Orrin, we have helped 300 clients to grow their sales sixteenfold in three months."
    title = "The 4 best agencies for outdoor shops"
    assert told(f"{TALK} {praise}", title, names) == ""
