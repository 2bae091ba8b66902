"""Of two articles on a page the first is printed; a card between paragraphs ends nothing."""

from __future__ import annotations

import pytest

import newsclean

FIRST = {
    "en": (
        "Council approves new tram line\nBy Anna Verlin\n4 March 2025",
        "The city council of Norrby approved a new tram line on Tuesday after a debate of hours.",
        "It will run from the harbour to the university and carry 22,000 passengers a day.",
        "“We have waited for this since I was a student,” said the mayor, Karin Holt, on Tuesday.",
        "Work begins in the autumn, when the bridge over the canal is replaced by a wider one.",
    ),
    "fr": (
        "Le conseil vote le nouveau tramway\nPar Anne Verlin\n4 mars 2025",
        "Le conseil municipal de Norrey a voté mardi un nouveau tramway après un long débat.",
        "Il ira du port à l'université et doit transporter 22 000 voyageurs par jour dès 2029.",
        "« Nous l'attendions depuis mes études », a déclaré la maire, Karine Holt, après le vote.",
        "Les travaux commencent à l'automne, quand un pont plus large franchira le canal.",
    ),
}
SECOND = {
    "en": (
        "Storks return to the church tower of Olm",
        "By Tom Reiss\n3 March 2025",
        "Two storks have returned to the church tower of Olm, eleven years after the last ones.",
        "The parish rebuilt the nest in winter with 40 kilos of vine twigs from a nearby slope.",
        "“My mother rang the bell for the last ones,” said the sexton, Ida Brandt, who is 71.",
    ),
    "fr": (
        "Les cigognes reviennent au clocher d'Olmes",
        "Par Thomas Reisse\n3 mars 2025",
        "Deux cigognes sont revenues au clocher d'Olmes, onze ans après les dernières.",
        "La paroisse a refait le nid cet hiver avec 40 kilos de sarments d'un coteau tout proche.",
        "« Ma mère sonnait la cloche pour les anciennes », a raconté la sacristine, Ida Brandt.",
    ),
}
LABEL = {"en": "Up next", "fr": "Article suivant"}


def as_html(*articles: tuple[str, ...]) -> str:
    """Each in an element of its own, a line of the head an element too."""
    parts = []
    for title, *rest in articles:
        lines = "".join(f"<p>{line}</p>" for part in rest for line in part.split("\n"))
        parts.append(f"<article><h1>{title}</h1>{lines}</article>")
    return f"<!DOCTYPE html><html><body><nav>Home</nav>{''.join(parts)}</body></html>"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("labelled", [True, False])
def test_the_article_below_goes(language: str, *, labelled: bool) -> None:
    """With and without a line that announces it."""
    label = [LABEL[language]] if labelled else []
    text = "\n\n".join([*FIRST[language], *label, *SECOND[language]])
    assert newsclean.clean(text).text == "\n\n".join(FIRST[language][1:])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_second_article_of_a_page_goes(language: str) -> None:
    head, *paragraphs = FIRST[language]
    first = (*head.split("\n"), *paragraphs)
    found = newsclean.digest(as_html(first, SECOND[language]).encode())
    assert found.article.text == "\n\n".join(paragraphs)
    assert {quote.speaker for quote in found.quotes} == {
        "Karin Holt" if language == "en" else "Karine Holt"
    }


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_card_between_paragraphs_ends_nothing(language: str) -> None:
    """Below it the text says nothing of what its headline says."""
    paragraphs = FIRST[language][1:]
    card = "\n".join(SECOND[language][:2])
    below = (*paragraphs[3:], paragraphs[1].replace("22", "31"))
    text = "\n\n".join([FIRST[language][0], *paragraphs[:3], card, *below])
    kept = newsclean.clean(text).text
    assert all(paragraph in kept for paragraph in (*paragraphs, *below))


def test_a_feature_by_authors_in_turn_stays() -> None:
    """Three and more headlines with a name and a day are a list of reviews, letters or entries."""
    parts = [
        (f"{name} on the {thing} of Norrby", f"By {name} Verlin\n{day} March 2025",
         f"The {thing} of Norrby is dear to {name}, who has written about it for eleven years now.",
         f"Nobody knows how old the {thing} is, and nobody in the town has ever cared to ask.",
         f"Who sees the {thing} for the first time stands still, looks up and forgets the hour.")
        for day, (name, thing) in enumerate(
            [("Anna", "harbour"), ("Tom", "tower"), ("Ida", "market"), ("Karl", "bridge")], 3
        )
    ]  # fmt: skip
    text = "\n\n".join(["What we love about Norrby", *(line for part in parts for line in part)])
    kept = newsclean.clean(text).text
    assert all(part[2] in kept and part[4] in kept for part in parts)


@pytest.mark.parametrize(
    ("headline", "signature"),
    [
        ("Part two: Storks return to the church tower of Olm", "By Tom Reiss\n3 March 2025"),
        ("What Tom Reiss wrote of the storks on the tower of Olm", "By Tom Reiss\n3 March 2025"),
    ],
)
def test_a_part_of_the_article_stays(headline: str, signature: str) -> None:
    """A second part, and a letter whose writer the headline names, are the article's."""
    text = "\n\n".join([*FIRST["en"], headline, signature, *SECOND["en"][2:]])
    kept = newsclean.clean(text).text
    assert all(paragraph in kept for paragraph in SECOND["en"][2:])


def test_a_letter_under_a_lower_heading_stays() -> None:
    head, *paragraphs = FIRST["en"]
    title, *own = [*head.split("\n"), *paragraphs]
    letter, *below = [SECOND["en"][0], *SECOND["en"][1].split("\n"), *SECOND["en"][2:]]
    rows = ["".join(f"<p>{line}</p>" for line in part) for part in (own, below)]
    page = f"<article><h1>{title}</h1>{rows[0]}<h3>{letter}</h3>{rows[1]}</article>"
    kept = newsclean.clean(page).text
    assert all(paragraph in kept for paragraph in SECOND["en"][2:])
