"""Offers, requests, references to more and what widgets leave: none is of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import newsclean
from newsclean.cleaning.furniture.foldups import foldups, without_title
from newsclean.cleaning.furniture.remove import (
    with_unfounded,
    without_furniture,
    without_labels,
    without_returned,
)
from newsclean.document import Field, Metadata
from records import LAST, LEAD, MIDDLE, lines_of, record_of

if TYPE_CHECKING:
    from newsclean.cleaning.record import PageRecord


def reasons(*texts: str, language: str = "en", likely: float = 0.6) -> dict[str, str]:
    """Why lines go that stand between the paragraphs of an article which the networks keep."""
    lines = lines_of(LEAD, *texts, MIDDLE, LAST)
    record = record_of(lines, [True] * len(lines), language, probabilities=[likely] * len(lines))
    found = without_furniture(record)
    assert all(found.kept[i] for i, line in enumerate(lines) if line.text in (LEAD, MIDDLE, LAST))
    return {lines[i].text: cause[0] for i, cause in found.causes.items()}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Ready to repair your own roof? Our team is here to help you choose the slates.",
         "advertisement"),
        ("If you have leaks of your own, call the workshop to book an appointment.",
         "advertisement"),
        ("You are only a call away from a free quote for your harbour", "advertisement"),
        ("Haben Sie Fragen zum Dach? Rufen Sie uns an, wir beraten Sie gern.", "advertisement"),
        ("Bei Rückfragen stehen wir Ihnen jederzeit gern zur Verfügung.", "advertisement"),
        ("Vous avez une fuite ? Contactez-nous pour un devis.", "advertisement"),
        ("¿Necesitas un tejado nuevo? Contáctanos hoy mismo.", "advertisement"),
        ("Если у вас есть вопросы, свяжитесь с нами по почте.", "advertisement"),
        ("Chcesz nowy dach? Skontaktuj się z nami.", "advertisement"),
        ("For more information on tram lines, visit the museum’s site.", "related articles"),
        ("Read our full review.", "related articles"),
        ("Weitere Informationen finden Sie auf der Seite der Stadt.", "related articles"),
        ("Pour plus d’informations, voir le site de la ville.", "related articles"),
        ("Більше інформації на сайті міста.", "related articles"),
        (">>> Why the bridge sings in a north wind", "related articles"),
        (">> Alle neuen Termine der Bahn im Überblick", "related articles"),
        ("»» Toutes les lignes de nos trams", "related articles"),
        ("View this post on Instagram", "embedded post"),
        ("Sieh dir diesen Beitrag auf Instagram an", "embedded post"),
        ("Une publication partagée par Musée du tram (@tram)", "embedded post"),
        ("Rate this week's newsletter with one tap, so that we learn what to write.", "newsletter"),
        ("Does a line here seem odd? Write to us at desk@tram.example.", "advertisement"),
        ("Une phrase vous paraît fausse ? Écrivez-nous à bureau@tram.example.", "advertisement"),
        ("Noch Fragen zum alten Wagen? Schreibt uns an depot@tram.example.", "advertisement"),
        ("To send flowers to the family, please visit our floral store.", "advertisement"),
        ("This episode is brought to you by Ferrow Slates, for roofs that stay.", "advertisement"),
        ("Advertisement. Scroll to continue reading.", "advertisement"),
        ("View 6 Images", "caption"),
        ("View full post on Youtube", "embedded post"),
        ("Následuje obsah vložený z jiného webu. Zde jej můžete přeskočit.", "embedded post"),
        ("Open this photo in gallery:", "caption"),
        ("Fotoğraf, DHA tarafından servis edilmiştir.", "caption"),
        ("Show more Show less", "form or button"),
        ("Mehr anzeigen Weniger anzeigen", "form or button"),
        ("Sie mögen Bahnen? Dann sind Sie bei unserem Newsletter richtig.", "advertisement"),
        ("Want to drive a tram? Get started with our free guide.", "advertisement"),
        ("PHOTO SUBMITTED A yellow tram at the quay of Ferrow.", "caption"),
        ("Add to cart", "form or button"),
        ("Zum Angebot", "form or button"),
        ("Ajouter au panier", "form or button"),
    ],
)  # fmt: skip
def test_what_asks_or_refers_goes(line: str, reason: str) -> None:
    assert reasons(line).get(line, "") == reason


@pytest.mark.parametrize(
    "line",
    [
        "Passengers who want more information are sent from one office to the next, as ever.",
        "“Contact us today”, says a sign on the door, but nobody has been in since the spring.",
        "He wanted to call the mayor, and was told to make an appointment for the autumn.",
        ">>> import tram",
        "The ticket costs $3 from the harbour to the hill.",
        "If you want to drive a tram, read on: this part tells how to get started.",
        "What is your favourite tram? The driver laughed and said the next one.",
        "What is your favourite tram? Share in the comments and let us talk about old lines.",
        "Sie wollen die Bahn zurück, und der Rat will sie auch.",
        "View full of cars from the depot: it is the last day of June.",
        "Directions",
        "Wer mehr wissen will, muss lange suchen. Die Akten liegen im Keller, und der ist feucht.",
        "Book your venue early",
    ],
)
def test_a_sentence_of_the_article_stays(line: str) -> None:
    assert reasons(line) == {}


def test_goods_with_their_prices_go() -> None:
    found = reasons("Brass bell", "$38", "Harbour Gifts", "Buy it at Quay Shop", "$12 from Quay")
    assert set(found.values()) == {"advertisement"}
    assert len(found) == 5
    assert set(reasons("$1,599.00 from Tram & Co", "$899.00 from Quay Shop")) == {
        "$1,599.00 from Tram & Co",
        "$899.00 from Quay Shop",
    }
    assert reasons("Ab 29,90 €", "Nur 12 € bei Hafenladen").keys() == {
        "Ab 29,90 €",
        "Nur 12 € bei Hafenladen",
    }


def test_one_price_makes_no_shop() -> None:
    assert reasons("The fare", "$38", "It was $3 in 1990") == {}


def test_the_prices_of_a_table_stay() -> None:
    assert reasons("Small roof", "$10,000", "Large roof", "$20,000", "Not offered", "$9") == {}


def test_advice_to_the_reader_stays() -> None:
    advice = "If you’re trying to keep costs down, a plan for the week can help you."
    assert reasons(advice, "Learn more about the kinds of slate:", ">> OpenBSD/hppa 0.7") == {}


@pytest.mark.parametrize(
    "line",
    [
        "The Rule of Thirds | Sylt, Germany | © 2010 Jon Norris",
        "Hafen von Ferrow bei Nacht – © 2024 Anna Berg",
        "The kiosk in Orchard Road - by A. Berg (own work) [CC-BY-2.0], via Wikimedia Commons",
        "The restored lobby of the lodge looks out on the lake. Supplied",
        "Die Bahn stand den ganzen Tag im Depot. Archivfoto",
        "Las vías del puerto, en 1931. Archivo",
        "The order was signed in the harbour office. AP Photo/Ann Lee, File",
        "Im Rat wurde lange gestritten. 18.04.2024 | 0:21 min",
        "Figure 2: Trips a day on the harbour line",
        "Abb. 3: Fahrten am Tag",
        "Рис. 4. Поездки за день",
        "Ghislaine Berg, 64",
    ],
)
def test_a_caption_that_shows_its_sign_goes(line: str) -> None:
    assert reasons(line)[line] in ("caption", "credit")


@pytest.mark.parametrize(
    "line",
    [
        "Figure 2 shows the trips a day.",
        "The text is free (CC BY), and anyone may print it.",
        "Bild 3 kam nie an",
        "He left the harbour at 7:45",
        "They asked Reuters.",
    ],
)
def test_a_sentence_like_a_caption_stays(line: str) -> None:
    assert reasons(line) == {}


@pytest.mark.parametrize(
    "line",
    [
        "Ann Berg (right) with the men who built the line, at the quay",
        "Anna Berg (links) und Kurt Lee am Hafen",
        "Анна Берг (слева) и Пётр Ли в порту",
        "De gauche à droite : Anne Berg et Pierre Lee",
        "Men look at a broken tram in the harbour of Ferrow, Wednesday, Dec. 20, 2023.",
    ],
)
def test_a_line_that_says_where_somebody_stands_is_a_caption(line: str) -> None:
    assert reasons(line)[line] == "caption"
    assert reasons(line, likely=0.95) == {}


@pytest.mark.parametrize(
    ("head", "fold"),
    [
        ("Kortversjonen", "Vis mer"),
        ("In short", "Show less"),
        ("In Kürze", "Diese Zusammenfassung wurde mit KI erstellt."),
        ("Коротко", "Свернуть"),
    ],
)
def test_a_summary_that_folds_up_goes(head: str, fold: str) -> None:
    points = ("The city of Ferrow buys its tram.", "It had sold it for a crown.")
    lines = list(lines_of("Ferrow buys back its tram", head, *points, fold, LEAD, MIDDLE, LAST))
    found = without_furniture(record_of(lines, [True] * len(lines), probabilities=[0.6] * 8))
    assert {lines[at].text for at in found.causes} == {head, *points, fold}
    assert {found.causes[at][0] for at in (1, 2, 3)} == {"standfirst"}
    unfolded = list(lines_of("Ferrow buys back its tram", "In short", *points, LEAD, MIDDLE, LAST))
    found = without_furniture(record_of(unfolded, [True] * 7, probabilities=[0.6] * 7))
    assert not found.causes


@pytest.mark.parametrize(
    "title",
    ["Ferrow buys back its tram", "Die Stadt kauft ihre Bahn zurück", "Город выкупил трамвай"],
)
def test_the_headline_is_no_paragraph(title: str) -> None:
    lines = list(lines_of("Ann Berg", title, LEAD, MIDDLE, title, LAST))
    record = record_of(lines, [True] * 6, probabilities=[0.6] * 6)
    record = record._replace(metadata=Metadata(title=Field(title, "og:title")))
    found = without_title(record)
    assert found.kept == [False, False, True, True, True, True]
    assert found.causes[1][0] == "headline"


@pytest.mark.parametrize(
    "line",
    [
        "Turn on the sound to hear all of the bells of the harbour.",
        "Auf dieser Seite sehen Sie alle Bilder der Bahn in voller Größe.",
        "La ville de Ferrow met en vente ses anciens trams ce samedi.",
    ],
)
def test_a_doubted_sentence_among_removed_lines_goes(line: str) -> None:
    texts = (LEAD, "Share", line, "Menu", MIDDLE, LAST)
    kept = [True, False, True, False, True, True]

    def found(likely: float, kept: list[bool]) -> PageRecord:
        probabilities = [0.9, 0.05, likely, 0.05, 0.9, 0.9]
        record = record_of(lines_of(*texts), kept, probabilities=probabilities)
        return without_labels(record)

    gone = found(0.4, kept)
    assert not gone.kept[2]
    assert gone.causes[2][1] == "alone between removed lines: 'Share' and 'Menu'"
    assert found(0.7, kept).kept[2]
    assert found(0.4, [True, True, True, False, True, True]).kept[2]


def test_a_sentence_that_was_to_go_stays_gone_beside_a_removed_line() -> None:
    texts = (LEAD, "Officers were called to Harbour Street.", "Share", MIDDLE, LAST)
    kept = [True, False, False, True, True]
    doubted = record_of(lines_of(*texts), kept, probabilities=[0.9, 0.15, 0.05, 0.9, 0.9])
    assert with_unfounded(doubted, [1]).kept[1] is False
    likely = record_of(lines_of(*texts), kept, probabilities=[0.9, 0.3, 0.05, 0.9, 0.9])
    assert with_unfounded(likely, [1]).kept[1] is True


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Last updated: March 3, 2025", "date"),
        ("Zuletzt aktualisiert: 3. März 2025", "date"),
        ("Dernière mise à jour : 3 mars 2025", "date"),
        ("Последнее обновление: 3 марта 2025", "date"),
    ],
)
def test_the_day_of_a_change_goes(line: str, reason: str) -> None:
    languages = {"L": "en", "Z": "de", "D": "fr", "П": "ru"}
    lines = lines_of(LEAD, MIDDLE, line, LAST)
    record = record_of(lines, [True] * 4, languages[line[0]], probabilities=[0.6] * 4)
    assert without_labels(record).causes[2][0] == reason


@pytest.mark.parametrize(
    "end",
    [
        ("Tel.: 0228-999582-5777", "E-Mail: presse@ferrow.example", "Internet: www.ferrow.example"),
        ("Phone: 555-010-0199", "Email: press@ferrow.example"),
        ("Téléphone : 01 99 00 12 34", "Courriel : presse@ferrow.example"),
        ("Тел.: 8 800 555-01-99",),
    ],
)
def test_the_numbers_of_a_press_office_go(end: tuple[str, ...]) -> None:
    lines = lines_of(LEAD, MIDDLE, LAST, *end)
    found = without_labels(record_of(lines, [True] * len(lines), probabilities=[0.6] * len(lines)))
    assert found.kept == [True, True, True, *[False] * len(end)]
    inside = lines_of(LEAD, *end, MIDDLE, LAST)
    found = without_labels(record_of(inside, [True] * len(lines), probabilities=[0.6] * len(lines)))
    assert all(found.kept)


@pytest.mark.parametrize(
    "poll",
    [
        ("Should the city buy the tram?", "Yes, at once", "No, never", "I do not know"),
        ("Soll die Stadt die Bahn kaufen?", "Ja, sofort.", "Nein, niemals."),
        ("La ville doit-elle acheter le tram ?", "Oui, bien sûr", "Non, jamais", "Sans avis"),
    ],
)
def test_a_poll_goes(poll: tuple[str, ...]) -> None:
    lines = lines_of(LEAD, *poll, MIDDLE, LAST)
    found = without_labels(record_of(lines, [True] * len(lines), probabilities=[0.6] * len(lines)))
    assert found.kept == [True, *[False] * len(poll), True, True]
    asked = lines_of(LEAD, poll[0], MIDDLE, poll[1], poll[2], LAST)
    found = without_labels(record_of(asked, [True] * 6, probabilities=[0.6] * 6))
    assert all(found.kept)


def test_links_to_sections_go() -> None:
    sections = ("Why it was sold", "Who buys it now", "What comes next")
    links = "".join(f'<li><a href="#s{at}">{each}</a></li>' for at, each in enumerate(sections))
    body = "".join(f"<p>{each}</p>" for each in (LEAD, MIDDLE, LAST, LEAD.replace("Ferrow", "Dun")))
    page = f"<html><body><h1>Ferrow buys its tram</h1>{body[:200]}<ul>{links}</ul>{body}</body>"
    text = newsclean.clean(page.encode()).text
    assert not any(each in text for each in sections)


def test_rows_with_other_numbers_are_no_repeats() -> None:
    row = (
        "Rest on the first day, run easy for {} minutes on the second, and climb the hill {} times"
    )
    assert reasons(row.format(20, 3), row.format(30, 4)) == {}


@pytest.mark.parametrize(
    "lines",
    [
        ["Austin $39,400", "Ferrow $28,100", "Norland $31,900"],
        ["Wien 39 €", "Linz 28 €", "Graz 31 €"],
        ["Ferrow £12", "Harbour £14", "Quay £9"],
    ],
)
def test_rows_with_a_price_each_are_a_table(lines: list[str]) -> None:
    assert reasons(*lines) == {}


@pytest.mark.parametrize(
    "line",
    [
        "Tageskarte Erwachsene: 34 Euro, Kinder unter zwölf Jahren 19 Euro | Hier geht's zu allen",
        "Verb bars (15 % off, use code FERROW) have eighteen grams of oats and nuts in each",
        "He asked for the change given to him in a shop. All those who stood there saw it fall",
    ],
)
def test_an_offer_beside_what_the_line_says_takes_nothing_away(line: str) -> None:
    assert reasons(line) == {}


@pytest.mark.parametrize(
    "line",
    [
        "To learn more about the tram, sign up on our website.",
        "Schema der Bahn | © 2010 Anna Berg",
        "También lea: ¿Vuelve el tranvía? Esto dicen los vecinos",
    ],
)
def test_a_line_that_is_put_back_is_asked_again(line: str) -> None:
    lines = lines_of(LEAD, MIDDLE, line, LAST)
    record = record_of(lines, [True] * 4, probabilities=[0.6] * 4)
    found = without_returned(record, [True, True, False, True])
    assert found.kept == [True, True, False, True]
    assert without_returned(record, [True] * 4) is record


def test_titles_below_their_heading_go_though_they_read_like_paragraphs() -> None:
    titles = ("Why does the bridge sing?", "Eight reasons to take the tram to work")
    last = "So there you have it! The trams leave at six."
    lines = lines_of(LEAD, "Suggested reading:", *titles, last, MIDDLE, LAST)
    kept = [True, False, True, True, True, True, True]
    found = without_furniture(record_of(lines, kept, probabilities=[0.9] * 7))
    assert found.kept == [True, False, False, False, True, True, True]


def test_a_clean_text_has_the_line_that_its_title_was_read_from_no_more() -> None:
    lines = lines_of("Too long to read", LEAD, MIDDLE, LAST)
    record = record_of(lines, [True] * 4, probabilities=[0.6] * 4)
    record = record._replace(metadata=Metadata(title=Field("Too long to read", "text")))
    assert without_title(record).kept == [False, True, True, True]
    asked = lines_of("Too long to read,", LEAD, MIDDLE, LAST)
    letter = record_of(asked, [True] * 4, probabilities=[0.6] * 4)
    letter = letter._replace(metadata=record.metadata)
    assert without_title(letter) is letter
    furniture = lines_of(
        "Menu", "Log in", "Shop", "News", "Too long to read", LEAD, MIDDLE, "Terms"
    )
    kept = [False] * 4 + [True] * 3 + [False]
    page = record_of(furniture, kept, probabilities=[0.6] * 8)
    page = page._replace(metadata=record.metadata)
    assert without_title(page).kept == [*[False] * 5, True, True, False]
    dated = lines_of("Too long to read", "March 3, 2025", LEAD, MIDDLE, LAST)
    post = record_of(dated, [True, False, True, True, True], probabilities=[0.6] * 5)
    post = post._replace(metadata=record.metadata, roles={1: "date"})
    assert without_title(post).kept == [False, False, True, True, True]


@pytest.mark.parametrize("words", ["Section {} - Click here", "Teil {}: Hier klicken"])
def test_a_list_of_parts_to_load_stays(words: str) -> None:
    parts = [words.format(number) for number in range(1, 6)]
    assert reasons(*parts) == {}
    assert reasons(parts[0]).keys() == {parts[0]}


@pytest.mark.parametrize(
    "line",
    [
        "For more information, visit our website.",
        "Weitere Informationen finden Sie hier.",
        "Pour en savoir plus, consultez notre site.",
        (
            "If you have no library card, ask for one at the desk first. You sign up with your "
            "name and street, call us when the letter is there, and then you lend what you like."
        ),
        (
            "Ready to row at night? Contact us early. Our three boats leave from the quay at "
            "six, and whoever has never rowed sits in the middle."
        ),
        (
            "Möchten Sie das Boot selbst bauen? Vereinbaren Sie jetzt einen Termin. Wir zeigen "
            "Ihnen, wie man Planken biegt, und geben Ihnen das Holz mit."
        ),
    ],
)
def test_a_reference_that_reads_like_the_article_stays(line: str) -> None:
    asks = "?" in line or line.startswith("If you")
    assert reasons(line)[line] == ("advertisement" if asks else "related articles")
    assert reasons(line, likely=0.95) == {}


@pytest.mark.parametrize(
    "line",
    [
        "Bell drivers use the code on the ticket to unlock the tram, and most of them know it.",
        "Der Fahrplan hängt am Hafen, und hier geht es zum Depot und zu den alten Wagen am Kai.",
        "Call us at the depot when the rails are wet, and a driver comes with a bag of sand.",
    ],
)
def test_words_of_offers_in_what_reads_like_the_article_stay(line: str) -> None:
    assert reasons(line)[line] == "advertisement"
    assert reasons(line, likely=0.95) == {}


@pytest.mark.parametrize(
    ("head", "fold"),
    [
        ("Top Questions", "Show more Show less"),
        ("Kort fortalt", "Vis mer"),
        ("Zusammenfassung", "Mehr anzeigen"),
        ("Puntos clave", "Ver menos"),
    ],
)
def test_no_part_of_a_box_that_folds_up_comes_back(head: str, fold: str) -> None:
    """Lines of it that were to go anyway have their cause, too, and no later step wants them."""
    points = ("The city buys the tram back.", "The buses go on until the summer.")
    lines = lines_of("Ferrow buys back its tram", head, *points, fold, LEAD, MIDDLE, LAST)
    kept = [at > 3 for at in range(len(lines))]
    found = without_furniture(record_of(lines, kept, probabilities=[0.5] * len(lines)))
    assert {lines[at].text for at in found.causes} == {head, *points, fold}


def test_a_summary_that_folds_up_ends_before_a_paragraph() -> None:
    """A button far below belongs to something else: what lies between is the article."""
    lines = list(
        lines_of("Ferrow buys back its tram", "In short", "One.", *[LEAD * 2, "Show less"])
    )
    lines = list(lines_of(*(line.text for line in lines), LEAD, MIDDLE, LAST))
    found = foldups(record_of(lines, [True] * len(lines), probabilities=[0.6] * len(lines)))
    assert not found


def test_a_button_below_most_of_the_text_folds_up_nothing() -> None:
    """The points and what follows them are the article."""
    points = ("One: a ride costs a crown.", "Two: the drivers stay.")
    lines = lines_of(LEAD, "Key points", *points, MIDDLE, LAST, "Read more")
    record = record_of(lines, [at < 6 for at in range(7)], probabilities=[0.6] * 7)
    assert not foldups(record)


def test_a_summary_that_folds_up_ends_at_its_last_button() -> None:
    """The button and the note on who wrote it may follow each other; then the article begins."""
    head = ("Ferrow buys back its tram", "In short", "The city buys it.", "Show less")
    note = "This summary was made with AI."
    lines = list(lines_of(*head, LEAD, note, MIDDLE, LAST))
    found = foldups(record_of(lines, [True] * len(lines), probabilities=[0.6] * len(lines)))
    assert {lines[at].text for at in found} == {"In short", "The city buys it.", "Show less"}


def test_steps_that_point_at_each_other_are_no_links() -> None:
    steps = ("Take down the old slates →", "Count the nails that are left →", "Paint the beams")
    said = "So we drew the whole week on the wall of the depot:"
    assert reasons(said, *steps) == {}
    links = ("Why the old slates came down →", "What the nails told the mayor →")
    assert set(reasons("Read more:", *links)) >= set(links)


def test_items_with_a_label_each_are_no_repeats() -> None:
    place = "the office of the tram, second floor, 14 Mill Lane, Ferrow, behind the old lamp works"
    assert reasons(f"In person: {place}", f"By mail: {place}") == {}
    assert reasons(f"Ask at {place}", f"Ask us at {place}").popitem()[1] == "repeated line"
