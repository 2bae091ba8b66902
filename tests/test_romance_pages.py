"""What pages in French, Spanish, Portuguese, Italian, Catalan and Romanian print around texts."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.furniture.pictures import captions
from newsclean.cleaning.lines.bylines import read_byline
from newsclean.cleaning.lines.credits import is_note
from newsclean.cleaning.lines.dates import find_dates, is_day_alone
from records import LAST, LEAD, MIDDLE, lines_of, record_of
from test_asides import reasons


@pytest.mark.parametrize(
    ("line", "language", "reason"),
    [
        ("Leé también: El puente que canta", "es", "related articles"),
        ("Mireu també: El pont que canta", "ca", "related articles"),
        ("Per saber-ne més: El pont que canta", "ca", "related articles"),
        ("Articol asemănător: Podul care cântă", "ro", "related articles"),
        ("Mise à jour : le bilan a été revu à 18 heures.", "fr", "editorial note"),
        ("Una versión anterior de esta noticia hablaba de dos tranvías.", "es", "editorial note"),
        ("Fe d'errades: el tramvia és del 1924 i no del 1942.", "ca", "editorial note"),
        ("Aquest article s'ha actualitzat amb el vot del ple.", "ca", "editorial note"),
        ("Notă: articolul a fost actualizat cu votul consiliului.", "ro", "editorial note"),
        ("Immagine d'archivio del tram sul molo", "it", "caption"),
        ("Imatge d'arxiu del tramvia al moll", "ca", "caption"),
        ("Imagine cu rol ilustrativ", "ro", "caption"),
        ("Etiquetes: tramvia, moll, Vallmora", "ca", "navigation"),
        ("Descarregue a app do Correio e receba alertas", "pt", "newsletter"),
        ("Resta aggiornato sul tram: iscriviti al nostro canale Telegram", "it", "newsletter"),
        ("Dona suport al periodisme independent", "ca", "newsletter"),
        ("Intră pe canalul de WhatsApp al Gazetei", "ro", "newsletter"),
        ("Le tram quitte le quai lundi soir. Photo Marc Aubert", "fr", "caption"),
        ("Il tram lascia il molo lunedì sera (foto Brambati)", "it", "caption"),
    ],
)
def test_a_line_that_says_what_it_is(line: str, language: str, reason: str) -> None:
    assert reasons(line, language=language) == {line: reason}


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Una primera versión de este puente se construyó en 1900 con madera del valle.", "es"),
        ("Rep trucades a totes hores, i el seu telèfon és al taulell de la botiga.", "ca"),
        ("Articolul a fost scris pe un colț de masă, într-o noapte de iarnă.", "ro"),
        ("Mise à jour par deux chercheurs, la carte compte désormais cent villages.", "fr"),
        ("Il tram è tornato sul molo dopo dodici anni, e il sindaco ha scattato una foto.", "it"),
    ],
)
def test_a_sentence_with_such_words_stays(line: str, language: str) -> None:
    assert reasons(line, language=language) == {}


@pytest.mark.parametrize(
    ("line", "language", "taker"),
    [
        ("El tranvía sale del muelle el lunes. / Julián Morales", "es", True),
        ("Os bombeiros trabalharam toda a noite | Tiago Almeida", "pt", True),
        ("Els bombers van treballar tota la nit. Jordi Ferrer", "ca", True),
        ("Les pompiers sont restés toute la nuit. LP/Luc Bernard", "fr", True),
        ("La salle a salué les deux voix du spectacle. Vive Paris", "fr", False),
        ("Au programme de la soirée, Anne Martin", "fr", False),
    ],
)
def test_who_took_a_picture_behind_its_caption(line: str, language: str, taker: bool) -> None:  # noqa: FBT001 - what is expected
    """Only where the network doubts the line, and the name is somebody's full name."""
    lines = lines_of(LEAD, line, MIDDLE, LAST)
    record = record_of(lines, [True] * 4, language, probabilities=[0.6] * 4)
    assert (1 in captions(record.page, [1], [0.6] * 4)) is taker


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Un récit d'Armelle Guitton", "fr", "Armelle Guitton"),
        ("Reportage d’Armelle Guitton", "fr", "Armelle Guitton"),
        ("Article rédigé par Armelle Guitton", "fr", "Armelle Guitton"),
        ("Redactado por Maricarmen Loyola", "es", "Maricarmen Loyola"),
        ("Autoria: Margarida Seixas", "pt", "Margarida Seixas"),
        ("Articolo a cura di Marcella Lovati", "it", "Marcella Lovati"),
        ("Un'inchiesta di Marcella Lovati", "it", "Marcella Lovati"),
        ("Escrit per Mercè Lloveras", "ca", "Mercè Lloveras"),
        ("Una crònica d'Anna Lloveras", "ca", "Anna Lloveras"),
        ("Autori: Mirela Lovinescu, Ion Bratu", "ro", "Mirela Lovinescu, Ion Bratu"),
        ("A consemnat Mirela Lovinescu", "ro", "Mirela Lovinescu"),
        ("Artículo de Opinión", "es", None),
        ("Article d'Opinió", "ca", None),
        ("Une enquête de la gendarmerie", "fr", None),
    ],
)
def test_who_wrote_it(text: str, language: str, names: str | None) -> None:
    assert read_byline(text, language) == names


@pytest.mark.parametrize(
    ("text", "language", "alone"),
    [
        ("Lunes, 3 de marzo de 2025", "es", True),
        ("Marzo 3 de 2025", "es", True),
        ("segunda-feira, 3 de março de 2025", "pt", True),
        ("Girona, 3 de març del 2025", "ca", True),
        ("Mis en ligne le 3 mars 2025", "fr", True),
        ("Publicat pe 3 martie 2025, ora 14:20", "ro", True),
        ("L'incendie du 3 mars 2025", "fr", False),
        ("Il 3 marzo 2025 si vota per il sindaco", "it", False),
    ],
)
def test_a_line_that_is_a_day(text: str, language: str, alone: bool) -> None:  # noqa: FBT001 - what is expected
    days = find_dates(text, language)
    assert [day.iso for day in days] == ["2025-03-03"]
    assert is_day_alone(text, days, language) is alone


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        (
            "Segons Mercè Lloveras, el pont és vell. «Hem perdut dos anys», puntualitza.",
            "ca",
            "Mercè Lloveras",
        ),
        (
            "En paraules de Mercè Lloveras, «hem perdut dos anys amb aquest afer».",
            "ca",
            "Mercè Lloveras",
        ),
        (
            "A detta della direttrice Marcella Lovati, «abbiamo perso due anni».",
            "it",
            "Marcella Lovati",
        ),
        ("În opinia lui Ion Bratu, „am pierdut doi ani cu această poveste”.", "ro", "Ion Bratu"),
        (
            "Ion Bratu, primarul din Vale, a venit luni. „Am pierdut doi ani”, a spus primarul.",
            "ro",
            "Ion Bratu",
        ),
        (
            "Ion Bratu, primarul din Vale, a venit luni. Primarul a spus: „Am pierdut doi ani.”",
            "ro",
            "Ion Bratu",
        ),
        (
            "Иван Петров, кметът на Оряхово, дойде днес. „Загубихме две години“, каза кметът.",
            "bg",
            "Иван Петров",
        ),
        (
            "La Mercè Vila i en Jordi Roca van venir. «Ja veurem què passa», diu en Jordi.",
            "ca",
            "Jordi Roca",
        ),
        ("—Hem perdut dos anys amb aquest afer —va dir la Mercè Vila.", "ca", "Mercè Vila"),
        (
            "Marcella Lovati e Paolo Brambati sono venuti. «Chi paga?», si chiede Paolo Brambati.",
            "it",
            "Paolo Brambati",
        ),
        (
            "Ana Seixas veio. “A obra acaba já”, em declarações à Lusa, disse Ana Seixas.",
            "pt",
            "Ana Seixas",
        ),
        (
            "„Am pierdut doi ani”, spune directoarea spitalului cu 9.000 de paturi, Crina Olaru.",
            "ro",
            "Crina Olaru",
        ),
        (
            "„Am pierdut doi ani”, a spus primarul comunei Valea Morii, Ion Bratu.",
            "ro",
            "Ion Bratu",
        ),
        (
            "Vendia limões, conta Rosaria Belmonte. “O telhado é velho”, diz.",
            "pt",
            "Rosaria Belmonte",
        ),
    ],
)
def test_who_says_it(text: str, language: str, speaker: str) -> None:
    found = newsclean.find_quotes(text, language)
    assert [quote.speaker for quote in found] == [speaker]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Quelle: dpa", True),
        ("Fonte : Lusa", True),
        ("Quelle est l'horloge la plus difficile que vous ayez réparée ?", False),
        ("Fonte oficial da empresa confirmou à Lusa que os salários já estão pagos.", False),
        ("Fuente de empleo para toda la comarca, la serrería cumplió cien años.", False),
    ],
)
def test_a_source_has_its_colon(text: str, note: bool) -> None:  # noqa: FBT001 - what is expected
    """The German "Quelle" is a question in French, the "Fonte" of a page somebody in Lisbon."""
    assert is_note(text) is note
