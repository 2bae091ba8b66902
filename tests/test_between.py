"""Lines of boxes between paragraphs that lost their own form: glued labels, bullets, requests."""

from __future__ import annotations

import pytest

from newsclean.cleaning.furniture.remove import without_furniture
from records import LAST, LEAD, MIDDLE, lines_of, record_of


def gone(*rows: str, language: str = "en", dropped: tuple[int, ...] = ()) -> dict[str, str]:
    """Why lines between paragraphs go; those `dropped` go already, by their number."""
    lines = lines_of(LEAD, MIDDLE, *rows, MIDDLE.replace("nine", "ten"), LAST)
    kept = [at not in dropped for at in range(len(lines))]
    likely = [0.9] * len(lines)
    found = without_furniture(record_of(lines, kept, language, probabilities=likely))
    return {lines[at].text: cause[0] for at, cause in found.causes.items()}


@pytest.mark.parametrize(
    "line",
    [
        "Also ReadWhy the tram sings in the north wind",
        "Related StoriesNine cars to be painted by hand",
        "ALSO READWhy the tram sings in the north wind",
        "Lire aussiPourquoi le tram chante par vent du nord",
        "Lesen Sie auchWarum die Bahn im Nordwind singt",
        "Czytaj teżMost zamknięty na miesiąc",
        "Читайте такожЧому співає трамвай",
        "LEIA TAMBÉMPor que o bonde canta",
    ],
)
def test_a_label_glued_to_its_title(line: str) -> None:
    assert gone(line) == {line: "related articles"}


@pytest.mark.parametrize(
    "line",
    [
        "ReadWrite Club meets in the depot on Thursdays",
        "PhotoShop made the poster what it is",
        "MoreCars, a firm from the north, has made an offer for the depot",
        "SeeSaw, the tram's own cat, was found on Monday",
        "McKay also read the minutes aloud, twice",
    ],
)
def test_names_with_a_capital_inside_stay(line: str) -> None:
    assert not gone(line)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "uk",
            "Нам довіряють, бо пишемо правду. Долучайтеся до «Греблі» — від 100 грн на місяць",
        ),
        ("ru", "Нас читают везде. Станьте подписчиком «Плотины» — от 300 ₽ в месяц"),
        ("pl", "Czytasz nas, bo nam ufasz. Dołącz do Klubu „Śluzy” już od 20 zł miesięcznie"),
        ("de", "Uns gibt es nur dank Ihnen. Werden Sie Mitglied, ab 5 Euro im Monat."),
        ("fr", "Un média indépendant vit de vous. Rejoignez le Club dès 5 € par mois"),
        ("es", "Somos independientes gracias a ti. Hazte socio desde 5 € al mes"),
        ("en", "Local news needs local readers. Join the Weir Club from £4 a month"),
        ("en", "You can help us keep this site free. Become a member for $5 a month."),
    ],
)
def test_a_request_to_join_at_a_price(language: str, line: str) -> None:
    assert gone(line, language=language).keys() == {line}


@pytest.mark.parametrize(
    "line",
    [
        "In Marl the state pays for each child. Support starts at $40 a month per family.",
        "The club has 40 members, who pay from £4 a month for heat and light.",
        "Join for £4 a month, the chairman told them, or build a hall of your own.",
        "It asks little of anybody. Members pay from £4 a month, and children nothing.",
        "Mitglied wird man ab 5 Euro im Monat, und wer nicht kann, der zahlt nicht.",
        "Члены клуба платят от 300 рублей в месяц и имеют ключ от мельницы.",
        "Thanks for reading, said the note on the door of the library.",
    ],
)
def test_what_members_pay_stays(line: str) -> None:
    assert not gone(line)


@pytest.mark.parametrize(
    "line",
    [
        "Thanks for reading The Weir! This post is public so feel free to share it.",
        "Danke fürs Lesen! Dieser Beitrag ist öffentlich, also teile ihn gern.",
        "The Weir is a reader-supported publication.",
    ],
)
def test_what_platforms_print_between_paragraphs(line: str) -> None:
    assert gone(line) == {line: "advertisement"}


ITEMS = (
    "• The bridge: Rust was found in all nine piers. Who will pay?",
    "• The weir: An eel ladder is to be built by spring.",
)


@pytest.mark.parametrize(
    ("language", "heading"),
    [("en", "More on the Tarrow valley"), ("en", "Related"), ("de", "Mehr zum Thema")],
)
def test_bullets_of_a_box_go_with_its_heading(language: str, heading: str) -> None:
    assert gone(heading, *ITEMS, language=language, dropped=(2,)).keys() >= set(ITEMS)


@pytest.mark.parametrize(
    "above",
    [("What the plan says",), ("The council asks two things:", "Related"), ("More of the same.",)],
)
def test_bullets_of_the_article_stay(above: tuple[str, ...]) -> None:
    """Below another heading, or below a sentence that announces them."""
    found = gone(*above, *ITEMS, dropped=(1 + len(above),))
    assert not found.keys() & set(ITEMS)
