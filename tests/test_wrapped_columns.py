"""Lines that a column, a typewriter or a text browser has cut are sentences again."""

from __future__ import annotations

import textwrap

import pytest

import newsclean

STORIES = {
    "en": (
        "TOWN GIVES ITS FERRY TO THE CHILDREN AFTER A VOTE",
        (
            "The council of Ferrow gave its ferry to the school on Monday night, after a "
            "vote of nine "
            "to four that took until the lamps were out."
        ),
        (
            "“We have kept it for thirty years and nobody came,” said Mayor Edda Marklund, who had "
            "voted against it. “Now somebody may.”"
        ),
        (
            "The boat is 44 feet long and has a whistle that was heard as far as Port Osland. The "
            "first class is to sail in May."
        ),
        "What the school will do in winter, when the harbour is shut by ice, was not said.",
    ),
    "de": (
        "GEMEINDE SCHENKT DEN KINDERN DIE ALTE FÄHRE NACH LANGER SITZUNG",
        (
            "Der Rat von Ferrau hat seine Fähre am Montag der Schule geschenkt, nach einer "
            "Sitzung, "
            "die bis in die Nacht dauerte und mit neun zu vier Stimmen endete."
        ),
        (
            "„Dreißig Jahre lang haben wir sie behalten, und niemand ist gekommen“, sagte "
            "Bürgermeisterin Edda Marklund. „Jetzt kommt vielleicht jemand.“"
        ),
        (
            "Das Boot ist 14 Meter lang und hat eine Pfeife, die man bis Osland hörte. Die erste "
            "Klasse soll im Mai fahren, wenn das Eis geschmolzen ist."
        ),
        "Was die Schule im Winter tut, wenn der Hafen zugefroren ist, sagte niemand.",
    ),
    "fr": (
        "LA COMMUNE DONNE SON VIEUX BAC AUX ENFANTS APRÈS UN LONG VOTE",
        (
            "Le conseil de Ferreau a donné lundi son bac à l'école, au terme d'une séance "
            "qui a duré "
            "jusque tard dans la nuit et s'est conclue par neuf voix contre quatre."
        ),
        (
            "« Nous l'avons gardé trente ans et personne n'est venu », a dit la maire, Edda "
            "Marclin, "
            "qui avait voté contre. « Maintenant quelqu'un viendra peut-être. »"
        ),
        (
            "Le bateau mesure 14 mètres et possède un sifflet que l'on entendait jusqu'à "
            "Oslande. La "
            "première classe doit naviguer en mai."
        ),
        "Ce que fera l'école en hiver, quand le port est pris par les glaces, n'a pas été dit.",
    ),
}


def wrapped(paragraph: str, width: int) -> str:
    return textwrap.fill(paragraph, width, break_on_hyphens=False)


@pytest.mark.parametrize("width", [38, 52])
@pytest.mark.parametrize("language", STORIES)
def test_a_narrow_column_below_a_wider_headline(language: str, width: int) -> None:
    """Without a hyphen at the end of any line."""
    headline, *story = STORIES[language]
    text = "\n\n".join([headline, *(wrapped(each, width) for each in story)])
    digest = newsclean.digest(f"{text}\n")
    assert digest.article.text.split("\n\n") == story
    assert digest.title == headline
    assert digest.quotes[0].speaker in {"Edda Marklund", "Edda Marclin"}


@pytest.mark.parametrize(
    ("heading", "note"),
    [("Odkazy", "Viditelné odkazy"), ("Länkar", ""), ("References", "Visible links")],
)
def test_a_dump_whose_lines_hold_link_numbers(heading: str, note: str) -> None:
    """They made lines longer than the words that are left; the list below them goes."""
    _, *story = STORIES["de"]
    numbered = [each.replace(" Edda", " [1]Edda").replace("Osland", "[2]Osland") for each in story]
    body = "\n\n".join(textwrap.indent(wrapped(each, 66), "   ") for each in numbered)
    note = f"   {note}\n" if note else ""
    links = "\n".join(f"   {n}. https://ferrau.example/{n}" for n in (1, 2))
    article = newsclean.clean(f"{body}\n\n{heading}\n\n{note}{links}\n")
    assert article.text.split("\n\n") == story


def test_lines_of_a_poem_or_a_menu_stay_apart() -> None:
    """Short lines that no wrap has made."""
    poem = "The ferry sails at nine,\nThe ferry sails at ten,\nAnd with the wind comes back."
    text = f"{STORIES['en'][1]}\n\n{poem}\n\n{STORIES['en'][2]}\n"
    assert "The ferry sails at nine,\n" in newsclean.clean(text).text.replace("\n\n", "\n")
