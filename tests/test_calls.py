"""Offers and labels between paragraphs go; sentences of an article that look alike stay."""

from __future__ import annotations

import pytest

import newsclean

ABOVE = (
    "Old mill on the Tarrow to become a music school\n\nBy Edith Larch\n4 March 2025",
    (
        "The mill on the Tarrow, empty since the last sack left in 1987, is to become a music "
        "school under a plan that the parish council approved on Tuesday night."
    ),
    (
        "“I learned the fiddle in a cowshed,” said Councillor Joan Varley, who has argued for the "
        "school since 2014. “My granddaughter won't have to.”"
    ),
)
BELOW = (
    (
        "Opponents say that the money should go to the bridge, which floods every winter. The "
        "vote was passed by 9 to 4."
    ),
    "A second vote, on the opening hours, will follow in the autumn when the roof is done.",
)


def _kept(between: str) -> list[str]:
    page = "\n\n".join([*ABOVE, between, *BELOW, "Related Topics\nMusic\nTarrow"])
    return [each.text for each in newsclean.clean(page).paragraphs]


@pytest.mark.parametrize(
    "between",
    [
        "after newsletter promotion",
        "[PR]",
        "(Anzeige)",
        "See plans",
        "Get two months of the Herald for $2.",
        "Enjoying the Herald? Read on for three weeks for only £1.",
        "Subscribe for €2 a month, and stop when you like.",
        "Try it free for 14 days",
        "Save 30% on a year of Herald Plus before Sunday.",
        "Jetzt sechs Wochen für 1 Euro lesen",
        "Profitez de trois mois pour 1 €",
        "Suscríbete por 4 euros al mes",
        "Join 12,000 readers who begin the week with The Millwheel.",
        "Are you a player in the valley? Tell us your story at desk@herald.example",
        "Sign up for my letter from the valley.",
        "Inscrivez-vous à ma lettre hebdomadaire.",
        "Assine a minha carta semanal.",
        "→ Bridge over the Tarrow to close for a month",
        "Our Pick\nQuiet Mute for violins\nSee price at Bowshop",
        "İLGİLİ HABER\nKöprü bir ay kapalı kalacak",
        "Continue a ler a seguir",
        "Empfohlener redaktioneller Inhalt",
    ],
)
def test_what_calls_on_the_reader_goes(between: str) -> None:
    assert _kept(between) == [*ABOVE[1:], *BELOW]


@pytest.mark.parametrize(
    "between",
    [
        "Save $50 a month on strings",
        "Try a month without the radio.",
        "Get in free on the first day of the month.",
        "Book a seat early: supper for two costs £60.",
        "Enjoy the free stands for a day and bring a bow.",
        "Claim: the school will cost £40m",
        "Our pick",
        "Join the queue before nine.",
        "Get there by bus for £2.",
        "Jetzt dauert die Fahrt zwei Tage und kostet 40 Euro.",
        "Prueba de ello es que en dos meses costó 4 euros más.",
        "→ Tarrow",
        "Compare the two plans",
        "Tell us your story, the teacher told the fiddlers.",
        "Get two weeks free from work, she told them, and nobody would come back.",
        "Jetzt zahlen die Schüler für drei Monate nur 9 Euro mehr.",
        "Try the soup for $6 and the bread for $2",
        "Claim up to £300 a year for lessons from the council",
    ],
)
def test_what_only_looks_like_a_call_stays(between: str) -> None:
    assert _kept(between) == [*ABOVE[1:], between, *BELOW]
