"""Short entries of encyclopaedias: their sections of one sentence, their facts, their notes."""

from __future__ import annotations

import pytest

import newsclean

LEAD = (
    "The Arran Tramway is a tramway of narrow gauge in the valley of the Wear, opened in 1898.[1]"
)
BUILDING = (
    "The first plans were made by the miller Johan Quill in 1889.[2] The town refused them twice."
)
CARS = "The club owns three engines and eleven cars.[3]"


@pytest.mark.parametrize("mark", ["[edit]", "[Bearbeiten | Quelltext bearbeiten]", "[editar]"])
def test_a_section_of_one_sentence_stays_with_its_heading(mark: str) -> None:
    """And the rows of facts above the first paragraph go, three or more."""
    entry = (
        "Arran Tramway\n\nFrom Gardenpedia, the free encyclopedia\n\n"
        f"Type Tramway\nOpened 1898\nGauge: 1000 mm\n\n{LEAD}\n\n"
        f"Building{mark}\n\n{BUILDING}\n\nCars{mark}\n\n{CARS}\n\n"
        f"References{mark}\n\n↑ Town archive, box 12.\n↑ The Post, 4 May 1998.\n"
    )
    text = newsclean.clean(entry).text
    assert "The club owns three engines and eleven cars." in text
    assert "\n\nCars" in text
    assert not [row for row in ("Type Tramway", "Opened 1898", "1000 mm", "box 12") if row in text]


def test_an_entry_without_marks_is_no_list() -> None:
    """As copied from the new skin: no "[edit]", and the numbers of notes without brackets."""
    entry = (
        "Phare de Quill\nArticle\tDiscussion\nLire\nModifier\nModifier le code\nVoir l’historique\n"
        "Outils\nUn article de Gardenpédia, l’encyclopédie libre.\n\nPhare de Quill\nLocalisation\n"
        "Construction\t1871\nHauteur\t31 m\n\nLe phare de Quill est un phare "
        "de la côte construit entre 1869 et 1871 sur une île du même nom1.\n\nHistoire\n"
        "Les travaux furent confiés à l’ingénieure Jeanne Arran, qui perdit deux bateaux pendant "
        "l’hiver de 18702. La pierre venait de Quill.\n\nRéférences\n"
        "↑ « Les phares », 3 août 1999.\n↑ Paul Quill, Feux et mer, 1987, p. 4.\nVoir aussi\n"
        "Liste des phares\nLiens externes\nPortail de la mer\n"
    )
    text = newsclean.clean(entry).text
    assert "Le phare de Quill est un phare" in text
    assert "Les travaux furent confiés" in text
    assert "31 m" not in text


def test_facts_in_news_stay() -> None:
    """Rows below a headline without an encyclopaedia's marks are the article's own, if kept."""
    page = (
        "Tramway opens again\n\nBy Edda Lund\n\nThe tramway was opened again on Saturday, and a "
        "thousand people rode on it before noon.\n\nWhat it costs:\n\n- One ride: 2 crowns\n"
        "- A day: 5 crowns\n\nThe town pays half of it, as the council decided in March.\n"
    )
    assert "A day: 5 crowns" in newsclean.clean(page).text
