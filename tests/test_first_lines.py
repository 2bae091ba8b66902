"""The first line of a plain text: its headline, which is printed once, or its first paragraph."""

from __future__ import annotations

import pytest

import newsclean

BODY = """The ferry to Lowton was out of service for six weeks after its engine failed in March.

The harbour office paid two million pounds for the repair, which took longer than planned.

The first boat was full before eight on Monday, and the next one leaves on Tuesday."""


@pytest.mark.parametrize(
    "opening",
    [
        "“The pump is dead,” said Nora Pell. Tom Arkle was blunter. “It was never alive.”",
        "„Most spadl v noci,“ řekla starostka Jana Horáková. „Nikdo nebyl zraněn.“",
        "»Vi lukker ikke biblioteket,« siger borgmester Mette Lund. »Vi flytter det.«",
        "«Il forno, spiega Carla Bonomi, era di mia nonna. E resta acceso.»",
        "Anna Berg, who was there when the roof fell, said: “It sounded like a train to me.”",
        'The choir of Wend met on Friday. "We sang for an hour and nobody came to',
    ],
)
def test_a_first_paragraph_is_no_headline(opening: str) -> None:
    article = newsclean.clean(f"{opening}\n\n{BODY}")
    assert article.paragraphs[0].text == opening
    assert article.metadata.title is None


@pytest.mark.parametrize(
    "headline",
    [
        "Ferry to Lowton sails again after six weeks",
        "“We looked at every bolt”: ferry to Lowton sails again",
        "Die Fähre nach Lowton fährt wieder – und alle wollen mit",
        "Le bac repart. Et les usagers ?",
        "Fünf Tipps für die Überfahrt im Frühjahr",
        "The ferry is back.",
        "P. J. Holm: 'I never left the pier'",
    ],
)
def test_a_headline_is_the_title_and_stands_in_the_article_no_more(headline: str) -> None:
    article = newsclean.clean(f"{headline}\n\nBy Anna Berg\n\n5 March 2024\n\n{BODY}")
    assert article.metadata.title is not None
    assert article.metadata.title.value == headline
    assert article.paragraphs[0].text.startswith("The ferry to Lowton was")


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Tips for a quieter office", "Noise is the most common complaint in offices."),
        ("Fem råd for å rydde loftet", "Hvert tredje loft i byen er fullt av gamle ting."),
        ("Cuatro pasos para reclamar", "Más de 9.000 hogares recibieron una factura falsa."),
    ],
)
def test_the_headline_of_a_text_without_anything_around_it_is_printed_once(
    headline: str, lead: str
) -> None:
    article = newsclean.clean(f"{headline}\n\n{lead} {BODY}")
    assert article.metadata.title is not None
    assert article.metadata.title.value == headline
    assert article.paragraphs[0].text.startswith(lead)


def test_a_sentence_that_goes_on_in_the_next_line_is_no_headline() -> None:
    first = "On Monday morning the ferry to Lowton went back to its pier with"
    second = "two hundred people on board who had waited since six o'clock for it."
    article = newsclean.clean(f"{first}\n\n{second}\n\n{BODY}")
    assert article.metadata.title is None
    assert article.paragraphs[0].text.startswith(first)


@pytest.mark.parametrize(
    ("headline", "below"),
    [
        ("„Hilfe! Das Wasser steigt“", ""),
        ("„Es reicht. Wir schließen das Bad“, sagt Bürgermeisterin Orme", ""),
        ("»Slut. Nu lukker vi«", ""),
        ("Starostka: „Je konec. Zavíráme“", ""),
        ("EU gibt sich im Streit um den alten Damm am Ende geschlagen", "von der Leyen hat am "),
        ("Council keeps the old ferry on the River Wend in its plans", "iPhone owners: from "),
    ],
)
def test_a_quotation_that_ends_and_a_small_letter_below_leave_a_headline_one(
    headline: str, below: str
) -> None:
    lead = f"{below}Montag wird der alte Damm an der Wend für weitere zehn Jahre offen gehalten. "
    article = newsclean.clean(f"{headline}\n\n{lead * 2}\n\n{BODY}")
    assert article.metadata.title is not None
    assert article.metadata.title.value == headline
    assert headline not in article.text


def test_an_encyclopaedia_s_article_has_its_name_as_title() -> None:
    lead = "The Lowton Bridge is a road bridge over the river Lowton, built from 1901 to 1904."
    page = (
        f"Lowton Bridge\n\nFrom the free encyclopedia\n\n{lead}\n\nHistory[edit]\n\n{BODY}"
        "\n\nReferences[edit]\n\n^ Bridge report, Lowton Council."
    )
    article = newsclean.clean(page)
    assert article.metadata.title is not None
    assert article.metadata.title.value == "Lowton Bridge"
    assert article.paragraphs[0].text == lead
