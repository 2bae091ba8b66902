"""Who is meant by a family name that several have, and who is only spoken of, says nothing."""

from __future__ import annotations

from time import process_time

import pytest

import newsclean

MEETING = "Liv Holm came back to Bonn. The meeting with Joe Lindner was moving: "


def speakers(text: str, language: str) -> list[str | None]:
    """Who says each quote of a text."""
    return [quote.speaker for quote in newsclean.find_quotes(text, language=language)]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Runja Torvel lehrt in Bonn. Ihre Mutter Edda Torvel kam mit. Runja schlief kaum. "
            "Runja blieb lange. Runja lachte. „Sie waren entsetzt, dass ich kein Fleisch "
            "esse“, erzählt Torvel."
        ),
        (
            "Runja Torvel hatte immer viel Glück, so Runja. Auch Minister Jan Torvel kam. Auch "
            "hier hatte Runja Glück: Runja fand heim. „Sie waren entsetzt, dass ich kein Fleisch "
            "esse“, erzählt Runja."
        ),
        (
            "Runja Torvel kam an. Am Montag sprach ihr Bruder Jan Torvel. Runja hörte zu, und "
            "Runja lachte. Später sang Runja. „Wir haben lange auf diesen Tag gewartet“, sagt "
            "Torvel."
        ),
    ],
)
def test_who_is_called_by_the_first_name_keeps_the_family_name(text: str) -> None:
    """A relative's whole name does not take it, where no list has the first name."""
    assert speakers(text, "de") == ["Runja Torvel"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            (
                "Die Familie kam zusammen. Jemand sagte, dass eines fort war. „Als sie fünf waren, "
                "fuhren wir nach Indien und blieben dort ein Jahr.“"
            ),
            "de",
        ),
        (
            (
                "Rodina se sešla. Někdo řekl, že děti byly pryč. „Když jim bylo pět, jeli jsme do "
                "Indie a zůstali tam rok.“"
            ),
            "cs",
        ),
        (
            (
                "Aile toplandı. Biri söyledi. “Çocuklar beş yaşındayken Hindistan'a gittik ve "
                "orada bir yıl kaldık.”"
            ),
            "tr",
        ),
    ],
)
def test_somebody_is_nobody_s_name(text: str, language: str) -> None:
    """A word for anybody has a capital at the head of a sentence alone."""
    assert speakers(text, language) == [None]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (MEETING + "“He is a charming man. He told me about his wife.”", "en"),
        (
            (
                "Liv Holm kam zurück. Das Treffen mit Joe Lindner war bewegend: „Er ist ein "
                "freundlicher Mann. Er erzählte mir von seiner Frau.“"
            ),
            "de",
        ),
        (
            (
                "Een bezoek. Het gesprek met Jan Bakker was goed: “Hij is een aardige man en hij "
                "vertelde over zijn vrouw.”"
            ),
            "nl",
        ),
    ],
)
def test_who_was_met_does_not_speak_of_himself(text: str, language: str) -> None:
    """Words about "him" behind a colon are not those of whom the clause before it names."""
    assert speakers(text, language) == [None]


def test_who_is_clear_about_another_speaks() -> None:
    """It is said by whom it is clear for, and by whom an answer is from; "we" are who was met."""
    assert speakers(MEETING + "“We will build the bridge and open it in May.”", "en") == [
        "Joe Lindner"
    ]
    told = "„Er ist ein freundlicher Mann und ich vertraue ihm.“"
    for led in ("Für Joe Lindner war es klar: ", "Die Antwort von Joe Lindner war klar: "):
        assert speakers(f"Liv Holm kam zurück. {led}{told}", "de") == ["Joe Lindner"]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Сегодня утром МИД заявил: «Мы не будем участвовать в этих переговорах».", "ru", "МИД"),
        ("При цьому НАБУ заявило: «Ми не будемо брати участі в цих переговорах».", "uk", "НАБУ"),
        ("We wtorek wieczorem PZPN oświadczył: „Nie będziemy brać w tym udziału”.", "pl", "PZPN"),
        ("V lednu ČEZ oznámil: „Nebudeme se účastnit těchto jednání.“", "cs", "ČEZ"),
    ],
)
def test_an_acronym_behind_a_time_speaks(text: str, language: str, speaker: str) -> None:
    """A word in another case before it is no reporter who hears."""
    assert speakers(text, language) == [speaker]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("The coach in Leeds was blunt: “He is not fit to play on Saturday.”", "en", "The coach"),
        ("Un vecino en Toledo fue claro: «Él era un hombre tranquilo y bueno».", "es", "Un vecino"),
        ("En granne i Lund var tydlig: ”Han var en mycket lugn man.”", "sv", "En granne"),
        (
            "Die Reaktion durch Jana Roth war deutlich: „Er ist nicht fit für das Spiel.“",
            "de",
            "Jana Roth",
        ),
    ],
)
def test_who_stands_at_a_place_speaks(text: str, language: str, speaker: str) -> None:
    """A town is nobody who was met, and what is done by somebody is not about them."""
    assert speakers(text, language) == [speaker]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        (
            "A spokesman for Ann Lee of Norvik Capital said: “We will not take part in the talks.”",
            "en",
            "A spokesman for Ann Lee of Norvik Capital",
        ),
        (
            "Die Anwältin von Jan Roth von der Stiftung Norvik sagte: „Wir werden nicht kommen.“",
            "de",
            "Die Anwältin von Jan Roth von der Stiftung Norvik",
        ),
        (
            "After the death of Jon Reed of Norvik Mayor Ann Lee said: “We will not forget him.”",
            "en",
            "Ann Lee",
        ),
    ],
)
def test_whoever_stands_behind_a_preposition_is_spoken_for(
    text: str, language: str, speaker: str
) -> None:
    """Who is of a body speaks, where their name begins the clause."""
    assert speakers(text, language) == [speaker]


def test_a_family_name_is_not_hers_who_is_called_maye() -> None:
    """In other languages than German the latest of the family is meant, or nobody."""
    text = (
        "Maye Musk came. Maye smiled. Maye left. Maye waved. Her son Elon Musk was there. “We "
        "will win this again,” Musk said."
    )
    assert speakers(text, "en") == ["Elon Musk"]


def test_a_name_that_looks_like_anybody() -> None:
    """A firm in capitals, and a first name that is a pronoun in another spelling."""
    firm = "Der Konzern MAN baut um. „Wir bauen zweitausend Stellen ab“, teilte MAN mit."
    assert speakers(firm, "de") == ["Konzern MAN"]
    niko = "Niko Kovač je stigao. Niko je rekao: „Nećemo sudjelovati u tim razgovorima.“"
    assert speakers(niko, "hr") == ["Niko Kovač"]


def test_who_is_called_by_a_word_is_counted_once() -> None:
    """Twice as long a text takes hardly more than twice as long."""
    seconds = []
    for times in (500, 2_000):
        text = "Livo Lee sagte es. Livo kam. " * times + "„Das ist alles so“, sagte Livo Lee."
        begun = process_time()
        newsclean.find_quotes(text, language="de")
        seconds.append(process_time() - begun)
    assert seconds[1] < 10 * seconds[0] + 0.2
