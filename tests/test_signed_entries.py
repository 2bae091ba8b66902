"""Entries of live blogs with their writers, and sub-headings that quote."""

from __future__ import annotations

import newsclean

BLOG = """Storm Odo shuts the coast road — as it happened

By Nell Harrow and Tom Wren

Posted Thu 6 Feb 2025 at 6:04am

Residents of two villages on the Tarrow coast have been told to stay at home after storm Odo broke \
the sea wall in three places.

5:51pm

Sea wall to be mended by May

By Tom Wren

The wind has dropped over Lowton, but the road will stay shut until Friday, the county says.

Two boats are still missing their moorings, and the harbour office has asked owners to ring in.

11:47am

Landlady takes in forty

By Nell Harrow

The landlady of the Anchor, Bess Tully, says that forty people and six dogs slept in her bar last \
night and that the beer is holding out.

"Nobody has gone thirsty," she told us over a bad line from the cellar.

6:04am

Good morning

By Nell Harrow

Hello and welcome. Odo came ashore near Lowton at four, and the first trees are down.

We will be here all day.

Related Stories

Bridge closed until Friday
"""


def test_entries_keep_their_headings_and_the_first_of_the_day_its_text() -> None:
    kept = [each.text for each in newsclean.clean(BLOG).paragraphs]
    for line in ("Sea wall to be mended by May", "Landlady takes in forty", "Good morning"):
        assert line in kept
    assert kept[-1] == "We will be here all day."


def test_a_sub_heading_may_quote_its_section() -> None:
    page = (
        "Le vieux moulin rouvre\n\nPar Édith Mélèze\n\n4 mars 2025\n\n"
        "Le moulin de la Tarre, vide depuis 1987, a rouvert lundi grâce à cent habitants.\n\n"
        "Les travaux ont coûté 3 millions d'euros et duré deux ans, selon la mairie.\n\n"
        "« Je pensais que la roue ne tournerait plus jamais »\n\n"
        "À dix kilomètres de là, on regarde l'expérience avec moins de tendresse, car le meunier "
        "paie deux salaires.\n\n"
        "« Je pensais que la roue ne tournerait plus jamais, dit l'ancienne patronne. Et puis, un "
        "matin, elle a tourné. »\n\n"
        "Le moulin est ouvert tous les jours sauf le lundi, de 7 heures à 20 heures."
    )
    kept = [each.text for each in newsclean.clean(page).paragraphs]
    assert "« Je pensais que la roue ne tournerait plus jamais »" in kept
