"""Live blogs: the blog's own headline is the title, each entry stays, the farewell goes."""

from __future__ import annotations

import pytest

import newsclean

BLOGS = {
    "de": (
        "Liveblog\nBrand im Holzhafen +++ Feuerwehr meldet ersten Erfolg +++\nVon Jule Matthies\n"
        "3. März 2026, 16:20 Uhr\n\n16:20 Uhr\nWir beenden unseren Liveblog für heute und danken "
        "fürs Mitlesen.\n\n15:58 Uhr\nFeuerwehr meldet ersten Erfolg\nDie Feuerwehr hat den Brand "
        "im Holzhafen nach eigenen Angaben eingedämmt. Zwei Hallen sind verloren.\nTeilen\n\n"
        "13:05 Uhr\nBrücke gesperrt\nDie Polizei hat die Speicherbrücke in beide Richtungen "
        "gesperrt, weil der Rauch die Sicht nimmt.\nTeilen\n\n11:40 Uhr\nFeuer bricht aus\n"
        "In einer Lagerhalle im Holzhafen ist am Vormittag ein Feuer ausgebrochen. Verletzt wurde "
        "niemand.\nTeilen\n\nMehr laden\n"
    ),
    "it": (
        "In diretta\nPiena del Lisso, il sindaco chiude i ponti\n\nDi Carla Menti\n"
        "3 marzo 2026\n\n18:30\nFine della diretta\nGrazie per averci seguito, a domani con gli "
        "aggiornamenti.\n\n17:10\nIl sindaco chiude i ponti\nIl sindaco di Ponterosso, Livio "
        "Sarti, ha chiuso i due ponti sul Lisso fino a domani mattina.\n\n14:45\nEvacuata una "
        "scuola\nI vigili del fuoco hanno accompagnato a casa 120 bambini di via Mulini.\n\n"
        "11:20\nIl fiume supera il livello di guardia\nIl Lisso ha superato il livello di guardia "
        "poco dopo le undici, e continua a salire di venti centimetri all'ora.\n\nCondividi\n"
    ),
}  # fmt: skip
BODIES = {
    "de": ("Feuerwehr meldet", "Die Feuerwehr hat", "Brücke", "Die Polizei", "Feuer", "In einer"),
    "it": ("Il sindaco chiude", "Il sindaco di", "Evacuata", "I vigili", "Il fiume", "Il Lisso ha"),
}  # fmt: skip
TITLES = {
    "de": "Brand im Holzhafen +++ Feuerwehr meldet ersten Erfolg +++",
    "it": "Piena del Lisso, il sindaco chiude i ponti",
}


@pytest.mark.parametrize("language", BLOGS)
def test_a_live_blog_keeps_its_entries_down_to_the_oldest(language: str) -> None:
    """The heading of an entry is no title, and that of the farewell goes with it."""
    article = newsclean.clean(BLOGS[language])
    paragraphs = article.text.split("\n\n")
    assert len(paragraphs) == len(BODIES[language]), paragraphs
    for paragraph, begins in zip(paragraphs, BODIES[language], strict=True):
        assert paragraph.startswith(begins)
    assert article.metadata.title is not None
    assert article.metadata.title.value == TITLES[language]


def test_hours_of_a_timetable_make_no_entries() -> None:
    """Titles below hours, without a sentence, are no article."""
    rows = "".join(f"{hour}:15\nFilm number {hour}\nDrama\n" for hour in range(10, 24))
    with pytest.raises(newsclean.NoArticleError):
        newsclean.clean("Programme for Friday\n" + rows)
