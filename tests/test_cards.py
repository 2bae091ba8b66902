"""Cards, pull quotes and widgets within the text, told by their shape: they go."""

from __future__ import annotations

import pytest

from newsclean.cleaning.furniture.remove import without_furniture
from records import lines_of, record_of

LEAD = (
    "Rada miasta Ferrów zgodziła się w poniedziałek odkupić linię tramwajową do portu, którą "
    "dziewiętnaście lat temu sprzedała za jedną koronę."
)
MIDDLE = (
    "Linia wozi dziewięć tysięcy pasażerów dziennie, a spółka traci na każdym z nich, jak mówi "
    "jej rzecznik w rozmowie z gazetą."
)
LAST = (
    "Tramwaje będą kursować jak dotąd do czerwca, potem nowy rozkład jazdy ułoży samo miasto, "
    "które szuka do tego ludzi."
)
DECK = "Most nad rzeką śpiewa na północnym wietrze, a inżynierowie nie wiedzą, dlaczego."


def reasons(*texts: str, language: str = "pl", likely: float = 0.6) -> dict[str, str]:
    """Why lines go that the networks keep."""
    lines = lines_of(*texts)
    found = without_furniture(
        record_of(lines, [True] * len(lines), language, probabilities=[likely] * len(lines))
    )
    return {lines[at].text: cause[0] for at, cause in found.causes.items()}


@pytest.mark.parametrize(
    ("label", "section", "title"),
    [
        ("Czytaj więcej", "POLITYKA", "Most śpiewa. Kto go uciszy?"),
        ("Lire aussi", "SOCIÉTÉ", "Pourquoi le pont chante par vent du nord"),
        ("Читайте также", "ГОРОД", "Почему мост поёт при северном ветре"),
    ],
)
def test_a_card_with_its_section(label: str, section: str, title: str) -> None:
    """Below a label of related articles, a section in capitals, a title and its deck."""
    found = reasons(LEAD, label, section, title, DECK, MIDDLE, LAST)
    assert {section, title, DECK} <= found.keys()
    assert not {LEAD, MIDDLE, LAST} & found.keys()


@pytest.mark.parametrize(
    ("label", "writer"),
    [("Noticia relacionada", "Guillermo Ortega"), ("Související články", "Petr Novák")],
)
def test_a_card_with_its_writer(label: str, writer: str) -> None:
    """Below the label, a title, who wrote it and a deck without a full stop."""
    title, deck = "Por qué canta el puente", "El puente canta desde marzo y nadie sabe por qué"
    found = reasons(LEAD, label, title, writer, deck, MIDDLE, LAST, language="es")
    assert {title, writer, deck} <= found.keys()
    assert not {LEAD, MIDDLE, LAST} & found.keys()


@pytest.mark.parametrize(
    ("language", "byline", "date"),
    [("it", "di Teresa Fallaci", "20 Novembre 2024"), ("en", "By Ann Lee", "20 November 2024")],
)
def test_a_title_with_its_own_byline_and_date(language: str, byline: str, date: str) -> None:
    """Between paragraphs, it is the card of another article; a sub-heading has neither."""
    title = "Il ponte canta, sette ingegneri a processo"
    found = reasons(LEAD, MIDDLE, title, byline, date, LAST, language=language)
    assert {title, byline, date} <= found.keys()
    assert title not in reasons(LEAD, title, MIDDLE, LAST, language=language)


def test_a_list_of_dated_cards_below_the_text() -> None:
    """Dates and titles by turns, below a heading of related articles."""
    cards = ("11 listopada 2011", "Most śpiewa na wietrze")
    paragraphs = (LEAD, MIDDLE, LAST, DECK)
    found = reasons(*paragraphs, "Czytaj także", *cards)
    assert set(cards) <= found.keys()
    assert not set(paragraphs) & found.keys()


def test_below_one_title_with_its_date_the_article_goes_on() -> None:
    """A list of cards has more dates, or begins with one."""
    paragraphs = (LEAD, MIDDLE, DECK, LAST)
    card = ("Read more", "The bridge sings in the wind", "11 November 2011")
    assert not set(paragraphs) & reasons(LEAD, MIDDLE, DECK, *card, LAST).keys()


@pytest.mark.parametrize(
    ("quote", "name", "role"),
    [
        ("La mer est généreuse et nous rend ce que nous lui laissons.", "Javier López",
         "Directeur de campagne pour la pêche"),
        ("Linia wozi dziewięć tysięcy pasażerów dziennie i na każdym traci.", "Anna Kowalska",
         "rzeczniczka spółki"),
    ],
)  # fmt: skip
def test_a_pull_quote_with_its_speaker(quote: str, name: str, role: str) -> None:
    """It stands in the text as well, and the name and the role below it go with it."""
    told = f"« {quote[:-1]} », explique-t-il."
    found = reasons(LEAD, MIDDLE, quote, name, role, told, LAST, language="fr")
    assert {quote, name, role} <= found.keys()
    assert told not in found
    assert not {quote, name, role} & reasons(LEAD, quote, name, role, LAST, MIDDLE).keys()


@pytest.mark.parametrize(
    "line",
    [
        "Masz zdjęcie do tego tematu? Wyślij",
        "Спасибо! Ваше мнение учтено.",
        "Našli jste chybu? Napište nám",
        "Ако сте станали свидетел на нещо интересно, пишете ни",
        "poprzednie 1/7 następne",
        "Назад 3 / 12 Вперёд",
    ],
)
def test_widgets(line: str) -> None:
    """Requests for pictures and corrections, thanks for a vote, the counter of a gallery."""
    assert line in reasons(LEAD, line, MIDDLE, LAST)


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("es", "El ministro de Transportes visita el puerto de Ferrow este domingo. EFE/ J.J. Gil"),
        ("ja", "港の電車を見る市民（フェロウで、３日）＝ＡＰ"),
        ("ko", "시민들이 15일 항구 전차를 기다리며 서 있다. 고영권 기자"),
        ("lt", "Tramvajus uoste, asociatyvi nuotr. / J. Jonaitis / LRT nuotr."),
        ("vi", "Xe điện dừng tại bến cảng. Ảnh: Thành phố cung cấp"),
    ],
)
def test_captions_that_end_in_their_credit(language: str, caption: str) -> None:
    """Behind the sentence, in the form of each language."""
    assert reasons(LEAD, caption, MIDDLE, LAST, language=language)[caption] == "caption"


@pytest.mark.parametrize("label", ["Zdjęcie", "Фото", "Φωτογραφία"])
def test_a_caption_below_its_label(label: str) -> None:
    """The label, the caption below it, and the credit behind a stroke."""
    found = reasons(LEAD, label, "Poszukiwany chłopiec", "/Policja", MIDDLE, LAST)
    assert found["Poszukiwany chłopiec"] == "caption"
    assert found["/Policja"] == "credit"


def test_a_first_paragraph_made_of_those_below_goes() -> None:
    """The paragraphs that it repeats are the article; one sentence told twice is a pull quote."""
    found = reasons(f"{MIDDLE} {LAST}", LEAD, MIDDLE, LAST)
    assert found == {f"{MIDDLE} {LAST}": "standfirst"}


@pytest.mark.parametrize("heading", ["Red Wines", "Weisse Weine", "Vins Blancs"])
def test_a_heading_below_a_sentence_said_twice_is_no_speaker(heading: str) -> None:
    said = "A glass of it goes well with the soup that the harbour is known for all over the land."
    around = f"Here is what we found. {said} It is not the only one that does."
    assert heading not in reasons(LEAD, MIDDLE, said, heading, around, LAST, language="en")


@pytest.mark.parametrize(
    ("language", "title", "stamp"),
    [
        ("cs", "Podcast: Most zpívá a radnice mlčí", "včera 14:40"),
        ("de", "Warum die Brücke bei Nordwind singt", "gestern, 14:40 Uhr"),
        ("fr", "Le pont qui chante par vent du nord", "12/03/2024 à 14h40"),
        ("pl", "Dlaczego most śpiewa przy północnym wietrze", "31.10.2025 17:46"),
    ],
)
def test_a_card_with_day_and_hour(language: str, title: str, stamp: str) -> None:
    """Between two paragraphs, a title and when it appeared."""
    found = reasons(LEAD, MIDDLE, title, stamp, LAST, MIDDLE, language=language)
    assert {title, stamp} == found.keys()


def test_headings_of_a_chronicle_with_day_and_hour_stay() -> None:
    rows = [
        f"{word} most nad rzeką znów śpiewa\n1{day}.10.2025 17:46\n{LAST}"
        for day, word in enumerate(("Dziś", "Rano", "Tu", "Nocą"))
    ]
    assert not reasons(LEAD, *"\n".join(rows).split("\n"), MIDDLE)
