"""Quotes and speakers that the sentence itself tells, in layouts and word orders of many papers."""

from __future__ import annotations

import pytest

from newsclean.quotes.find import find

_RUNNING = [
    ("fr", "« Je cousais, dit Lucien Morel. C'est fini.¶« Mon père aussi cousait. »", "Morel"),
    (
        "it",
        "«Cucivo qui, racconta Lucio Morelli. È finita.¶«Mio padre faceva lo stesso».",
        "Morelli",
    ),
    ("es", "«Cosía aquí —cuenta Lucio Morales—. Se acabó.¶»Mi padre hacía lo mismo».", "Morales"),
    ("ru", "«Я шил тут, — сказал Иван Мороз. — Их никто не берёт.¶«Мой отец шил тоже».", "Мороз"),
]


@pytest.mark.parametrize(("language", "text", "family"), _RUNNING)
def test_an_incise_names_the_speaker_of_a_quote_over_paragraphs(
    language: str, text: str, family: str
) -> None:
    """The first paragraph has no closing mark, but the next one goes on."""
    speakers = [quote.speaker for quote in find(text.replace("¶", "\n"), language)]
    assert len(speakers) == 2
    assert all(str(speaker).endswith(family) for speaker in speakers)
