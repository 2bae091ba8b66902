"""A sentence that says what the article will tell is no sentence of a summary."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.summary.text.standing import Standing


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Dieser Artikel erklärt, wie man eine Mauer baut."),
        ("fr", "Cet article explique comment bâtir un mur."),
        ("es", "Este artículo explica cómo levantar un muro."),
        ("it", "Questa guida spiega come si alza un muro."),
        ("pt", "Este guia mostra como se levanta um muro."),
        ("nl", "Dit artikel legt uit hoe je een muur bouwt."),
        ("sv", "Den här guiden visar hur man bygger en mur."),
        ("pl", "Ten poradnik pokazuje, jak zbudować mur."),
        ("ru", "Эта статья рассказывает, как построить стену."),
        ("fi", "Tässä artikkelissa kerrotaan, miten muuri rakennetaan."),
        ("tr", "Bu yazıda duvar yapımını anlatacağız."),
        ("vi", "Bài viết này hướng dẫn cách xây tường."),
    ],
)
def test_what_the_article_will_tell_is_not_told(language: str, text: str) -> None:
    """Not as its first sentence either, which leans on none."""
    assert 0 in Standing([text], language).calls


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Bu yazın en sıcak günü Tarlı'da ölçüldü."),
        ("tr", "Bu yazılım 2020 yılında geliştirildi."),
        ("fr", "Ce guidon est le plus léger du marché."),
        ("fr", "Cette pageante année fut rude."),
        ("de", "Dieser Artikelzoll gilt seit Mai."),
        ("es", "Este posterior aumento sorprendió a todos."),
        ("en", "The town guide covers the whole of the valley in 40 pages."),
        ("en", "A new guide explains how walls are built."),
        ("nl", "Deze blogger won de prijs van Tarlo."),
        ("pt", "Este poste caiu em maio."),
        ("en", "Guides walk visitors through the mine of Tarrow every day."),
    ],
)
def test_what_looks_like_it_is_told(language: str, text: str) -> None:
    assert not Standing([text], language).calls


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Claim: The council of Tarrow has sold the town hall to a foreign bank."),
        ("en", "MYTH: A cold bath cures the flu within a day."),
        ("de", "Behauptung: Die Gemeinde Tarlow hat das Rathaus verkauft."),
        ("fr", "Idée reçue : un bain froid guérit la grippe en un jour."),
        ("es", "Bulo: el ayuntamiento de Tarlo ha vendido la plaza."),
        ("pl", "Mit: zimna kąpiel leczy grypę w jeden dzień."),
        ("ru", "Миф: холодная ванна лечит грипп за один день."),
        ("tr", "İddia: Belediye meydanı sattı."),
        ("zh", "谣言：市政府已经把市政厅卖给了外国银行。"),
    ],
)
def test_what_is_claimed_is_not_told_as_a_fact(language: str, text: str) -> None:
    assert 0 in Standing([text], language).debris


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fact: A cold bath cures nothing at all."),
        ("en", "Claims of a sale are false, the council of Tarrow said on Monday."),
        ("en", "The claim that the hall was sold is false, the council said."),
        ("de", "Behauptungen über einen Verkauf sind falsch, teilte Tarlow mit."),
        ("fr", "Les mythes de Tarlac remontent au Moyen Âge."),
        ("pl", "Mit o zimnej kąpieli obalono w 1931 roku."),
    ],
)
def test_what_is_said_of_a_claim_may_be_told(language: str, text: str) -> None:
    assert not Standing([text], language).debris


@pytest.mark.parametrize(
    "text",
    [
        "At Orrin Media, we have helped 300 clients to grow their sales since 2019.",
        "Here at Tarrow Plumbing, we understand that a leak never waits for Monday.",
        "At Orrin House, you don’t just get lessons, you join a family of players.",
        "At Carn Dhu Dental, our experienced team puts your smile first.",
    ],
)
def test_a_firm_that_praises_itself_tells_nothing(text: str) -> None:
    assert 0 in Standing([text], "en").debris


@pytest.mark.parametrize(
    "text",
    [
        "At Tarrow, we saw forty boats leave before the storm came in.",
        "At first, we believed that the bridge would hold.",
        "At Christmas, we close the museum for nine days.",
        "At Orrin Media, 40 people lost their jobs on Monday.",
        "At Wimbledon, we are all guests of the grass.",
    ],
)
def test_a_place_is_no_firm(text: str) -> None:
    assert not Standing([text], "en").debris


@pytest.mark.parametrize(
    ("language", "claim", "denial", "others"),
    [
        (
            "en",
            "A message says that the council of Tarrow will fine whoever keeps a boat in a garden.",
            "That is not true, and no such rule has ever been proposed.",
            (
                "A rule of 2019 bans boats from the town square during the market in July.",
                "The picture of a fine that goes round was made with a program in Leeds.",
                "The council of Tarrow asked on Monday that nobody pass the message on.",
            ),
        ),
        (
            "de",
            "In einer Nachricht heißt es, die Gemeinde Tarlow verbiete Boote in allen Gärten.",
            "Das stimmt nicht: Eine solche Vorschrift gibt es in keiner Satzung.",
            (
                "Seit 2019 dürfen Boote im Juli nicht auf dem Marktplatz von Tarlow stehen.",
                "Das Bild eines Bußgeldbescheids wurde in Leer mit einem Programm gemacht.",
                "Die Gemeinde Tarlow bat am Montag darum, die Nachricht nicht weiterzugeben.",
            ),
        ),
    ],
)
def test_a_claim_comes_with_its_denial(
    language: str, claim: str, denial: str, others: tuple[str, ...]
) -> None:
    """Else it would be told as a fact."""
    text = "\n\n".join((f"{claim} {denial}", *others))
    made = newsclean.summarize(text, title=claim.rstrip("."), language=language)
    shown = [scored.text for scored in made.sentences]
    assert shown[:2] == [claim, denial]


def test_what_is_not_denied_stands_alone() -> None:
    standing = Standing(
        ["It rained.", "That is not truly a storm.", "False teeth were found."], "en"
    )
    assert not any(map(standing.is_denied, range(3)))
    assert Standing(["The hall is sold.", "That’s not true."], "en").is_denied(0)
