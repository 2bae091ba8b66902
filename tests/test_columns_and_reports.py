"""Columns, match reports and travel pages: what stands around them is none of the article."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.furniture.asides import asides
from newsclean.cleaning.lines.bylines import read_byline, read_names
from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.lines.segment import segment
from newsclean.cleaning.titles.beside import is_beside

COLUMN = {
    "en": """THE PINE COUNTY HERALD
OPINION

Keep the Harlow library open on Sundays | Opinion

Delphine Aucoin
Pine County Herald
Feb. 8, 2026, 6:00 a.m. ET

My mother learned to read English at a round table in the Harlow branch library, on the only day of
 the week when nobody needed her to iron anything. That day was Sunday.

On March 1 the county will lock that door on Sundays, to save $41,000 a year. I have looked at the
 budget for longer than is healthy, and that is what we spend on the flower baskets on Route 9.

Local journalism needs you. Subscribe to the Herald today and get three months for $3.

There is a vote on Tuesday at 7 p.m. The public may speak for two minutes each, and my mother, who
 is 81, has asked me for a ride.

Delphine Aucoin is a member of the Herald's editorial board. She lives in Harlow.
""",
    "es": """Diario de la Vega
Opinión | Columnas

La marquesina que nadie quiso mirar | Opinión

Rosario Benavente
Diario de la Vega
14 de noviembre de 2025, 05:30

En la calle Molino hay una marquesina sin techo desde hace dos inviernos. Los que esperamos el
 autobús de las siete la llamamos «la ducha», y en noviembre el nombre deja de tener gracia.

He avisado al ayuntamiento seis veces por la aplicación municipal. Es una aplicación preciosa, con
 un mapa y un dibujo de un obrero que saluda cada vez que se pulsa el botón.

Tu suscripción hace posible columnas como esta. Apoya el periodismo local.

Publiquen la libreta. Dígannos que la marquesina es la número 212 y que la 211 está delante del
 hospital. Sabemos esperar; lo que no sabemos es esperar a oscuras y mojados.

Rosario Benavente es columnista de Diario de la Vega. Puede escribirle a rb@diariovega.example.
""",
    "fr": """La Voix des Mauges
Opinions

Rendez-nous le guichet de la gare | Opinion

Honorine Vasseur
La Voix des Mauges
17 janvier 2026 à 6h00

Il y avait, à la gare de Saint-Brévent, une vitre ronde derrière laquelle M. Lucas vendait des
 billets et donnait des nouvelles de tout le monde. La vitre est toujours là.

Ma voisine a quatre-vingt-trois ans et un téléphone à touches. Elle a pris le train pour Angers tous
 les jeudis pendant onze ans ; elle ne le prend plus.

Votre abonnement fait vivre des chroniques comme celle-ci. Soutenez la presse locale.

Rouvrez le guichet deux matinées par semaine. M. Lucas est à la retraite, mais il habite à côté et
 il s'ennuie.

Honorine Vasseur est chroniqueuse à La Voix des Mauges. Pour lui écrire : hv@voixmauges.example.
""",
}


@pytest.mark.parametrize(
    ("language", "title", "author", "first", "last"),
    [
        ("en", "Keep the Harlow library", "Delphine Aucoin", "My mother", "a ride."),
        ("es", "La marquesina que nadie", "Rosario Benavente", "En la calle", "mojados."),
        ("fr", "Rendez-nous le guichet", "Honorine Vasseur", "Il y avait", "s'ennuie."),
    ],
)
def test_column_has_its_headline_and_author(
    language: str, title: str, author: str, first: str, last: str
) -> None:
    article = newsclean.clean(COLUMN[language].replace("\n ", " "))
    found, byline = article.metadata.title, article.metadata.byline
    assert found is not None
    assert found.value.startswith(title)
    assert "pinion" not in found.value
    assert byline is not None
    assert byline.value == author
    assert article.text.startswith(first)
    assert article.text.rstrip().endswith(last)
    assert "journalism" not in article.text
    assert "suscripción" not in article.text
    assert "abonnement" not in article.text


def _page(text: str, language: str) -> PageLines:
    return PageLines(segment(text), language)


@pytest.mark.parametrize(
    "score",
    [
        "Thornaby Rangers 3 Castle Vale 2",
        "Harrowby Town 1-0 Stoke Lyne Athletic",
        "TSV Langenau – FC Oberstetten 3:2 (1:2)",
        "Borgonovo-Fenegrò 3-2",
        "CD Sanlúcar 2 - 1 Unión Alcores",
    ],
)
def test_score_is_no_headline(score: str) -> None:
    assert is_beside(_page(score, "en"), 0)


@pytest.mark.parametrize(
    "headline",
    [
        "Rangers win 2-1 at Celtic after late drama",
        "Brazil beat Germany 7-1 in Belo Horizonte",
        "Council votes 5-4 to close Harlow library",
        "Airbus A320 makes emergency landing",
    ],
)
def test_headline_with_figures_is_no_score(headline: str) -> None:
    assert not is_beside(_page(headline, "en"), 0)


@pytest.mark.parametrize(
    ("line", "language", "author"),
    [
        ("Escrito por Leonor Vasquinho Quarta-feira 8 Outubro 2025", "pt", "Leonor Vasquinho"),
        ("Par Clémence Aubertot Jeudi 12 février 2026", "fr", "Clémence Aubertot"),
        ("Por Irene Cascajosa Sábado, 4 de octubre de 2025", "es", "Irene Cascajosa"),
        ("Av Ylva Bergkvist Onsdag 8 oktober 2025", "sv", "Ylva Bergkvist"),
    ],
)
def test_day_of_the_week_is_no_name(line: str, language: str, author: str) -> None:
    assert read_byline(line, language) == author


def test_who_is_called_as_a_day_keeps_the_name() -> None:
    assert read_names("Plácido Domingo 3 de mayo de 2025", "es") == "Plácido Domingo"


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("If you like what I write, you can buy me a coffee on Ko-fi. Every cup helps.", "en"),
        ("Enjoying this? The blog is free to read. If you'd like, join us on Patreon.", "en"),
        ("Dir gefällt, was ich schreibe? Dann spendier mir einen Kaffee bei Ko-fi.", "de"),
        ("Ti piace questo blog? Offrimi un caffè su Ko-fi: scrivo senza pubblicità.", "it"),
        ("Erken rezervasyon fırsatı: Turlarda %25'e varan indirimi kaçırmayın!", "tr"),
        ("Prenota prima: fino al 30% di sconto sulle vacanze al mare!", "it"),
        ("Early bird offer: save up to 20% on guided walks when you book now!", "en"),
        ("Send us your thoughts: Letters of up to 200 words may be sent to us.", "en"),
        ("Comments: Our rules", "en"),
    ],
)
def test_appeals_and_advertisements_go(line: str, language: str) -> None:
    assert 0 in asides(_page(line, language), [0])


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("If you like your leeks thin, cut them before the coffee is cold.", "en"),
        ("Early bird tickets are sold out, the festival said.", "en"),
        ("Your subscription ends on Tuesday, the letter to her said.", "en"),
        ("Prenota prima: la trattoria ha sei tavoli.", "it"),
    ],
)
def test_sentences_of_an_article_stay(line: str, language: str) -> None:
    assert not asides(_page(line, language), [0])


@pytest.mark.parametrize(
    "text",
    [
        (
            "I have reported it nine times. Each time I have received the same message within two "
            'days: "Your request has been resolved."'
        ),
        (
            "He avisado seis veces por la aplicación. A los dos días llega siempre el mismo "
            "mensaje: «Su incidencia ha sido resuelta.»"
        ),
        (
            "Ich habe das Fehlen der Bänke angezeigt, fünfmal. Fünfmal kam binnen zwei Tagen "
            "dieselbe Nachricht: „Ihr Anliegen wurde erledigt.“"
        ),
    ],
)
def test_message_of_a_machine_is_no_quote(text: str) -> None:
    assert not newsclean.digest(text).quotes


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "La titolare, Adele Bonfanti, ha ereditato il locale dalla zia e non ha mai "
                "stampato un menù. «Qui si mangia quello che c'è, e c'è sempre», dice ridendo."
            ),
            "Adele Bonfanti",
        ),
        (
            (
                "A proprietária, Graça Mourinha, herdou o café do avô e recusa-se a mudar seja o "
                "que for. «Os espelhos são de 1911 e as queixas sobre o ar também», diz, a rir."
            ),
            "Graça Mourinha",
        ),
        (
            (
                "Gids Lammert Wiersum loopt al dertig jaar heen en weer over het wad. ‘Wie "
                "stilstaat, gaat naar beneden, en dat geldt niet alleen hier,’ zegt Wiersum."
            ),
            "Lammert Wiersum",
        ),
    ],
)
def test_hosts_and_guides_speak(text: str, speaker: str) -> None:
    (quote,) = newsclean.digest(text).quotes
    assert quote.speaker == speaker


def test_person_between_photographer_and_day_is_no_paper() -> None:
    text = (
        "Tom Hall\n\nAnna Berg\nHarbour town - 4 MAR 2024\n\nAnna Berg\nHarbour Post\nMay 3, 2024"
    )
    page = _page(text, "en")
    assert [is_beside(page, at) for at in range(1, len(page.texts) - 1)] == [
        *(False, False, False, True),
    ]
