"""Boxes that say where they end: they are out as a whole, and nothing behind them is."""

from __future__ import annotations

import pytest

from newsclean.cleaning.furniture.foldups import ended_boxes, foldups
from newsclean.cleaning.lines.bylines import read_byline
from newsclean.cleaning.lines.page import PageLines
from records import lines_of, record_of

PROSE = "The harbour office said on Friday that the crane would be moved by the end of the month."


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        ("en", ("Skip Most read and continue reading", "Most read", "A whale",
                "End of Most read")),
        ("pt", ("Pule Mais lidas e continue lendo", "Mais lidas", "A baleia",
                "Fim do Mais lidas")),
        ("uk", ("Пропустити Популярне і продовжити читання", "Популярне", "Кит у каналі",
                "Кінець Популярне")),
        ("id", ("Lewati Paling banyak dibaca dan lanjutkan membaca", "Paus di kanal",
                "Akhir dari Paling banyak dibaca")),
        ("ru", ("Пропустить Подкаст и продолжить чтение.", "Подкаст", "О китах.",
                "Конец истории Подкаст")),
        ("tr", ("En çok okunanlar bölümünü atlayın ve okumaya devam edin", "Kanalda balina",
                "En çok okunanlar bölümünün sonu")),
        ("ar", ("تخطى الأكثر قراءة وواصل القراءة", "حوت في القناة", "الأكثر قراءة نهاية")),
        ("es", ("Lo más visto", "Una ballena en el canal", "Final de Lo más visto")),
        ("en", ("Recommended Stories", "list 1 of 2A whale in the canal", "list 2 of 2Tea",
                "end of list")),
    ],
)  # fmt: skip
def test_a_box_ends_where_it_says(language: str, rows: tuple[str, ...]) -> None:
    """The link that leads past it, or its own name, says where it begins."""
    page = PageLines(lines_of(PROSE, *rows, PROSE), language)
    assert ended_boxes(page) == {1: len(rows)}


@pytest.mark.parametrize(
    "rows",
    [
        ("Apartheid", PROSE, "End of apartheid", PROSE),
        ("Ende der Saison", PROSE),
        ("Fin de partie", PROSE),
        ("Skip Hansen reads on", PROSE, "End of an era", PROSE),
        ("Skip the queue and continue reading, the sign says.", PROSE, "End of an era", PROSE),
        ("The end of the list came at last.", PROSE),
    ],
)
def test_headings_that_speak_of_an_end_are_no_boxes(rows: tuple[str, ...]) -> None:
    """Prose stands between two headings of an article."""
    assert not ended_boxes(PageLines(lines_of(PROSE, *rows), "en"))


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("Autor, Rui Matoso", "pt", "Rui Matoso"),
        ("Автор, Олена Бойчук", "uk", "Олена Бойчук"),
        ("Penulis, Budi Hartono", "id", "Budi Hartono"),
        ("Author, poet and keeper of bees", "en", None),
        ("Text, wie er im Buche steht", "de", None),
    ],
)
def test_a_comma_may_stand_between_author_and_name(
    line: str, language: str, names: str | None
) -> None:
    """So print the services of one broadcaster."""
    assert read_byline(line, language) == names


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("en", "Ash and Glaze: the kiln shop (Sponsored)"),
        ("en", "A word from Ember Kilns [Advertisement]"),
        ("de", "Öfen für jede Werkstatt (Anzeige)"),
        ("fr", "Des fours pour tous les ateliers (contenu sponsorisé)"),
    ],
)
def test_a_section_of_a_sponsor_goes_up_to_the_next_heading(language: str, head: str) -> None:
    """Its heading says so in brackets; what heads a paragraph below is the article's again."""
    rows = [PROSE, head, PROSE, PROSE, "Try it now", "Why the crane moves", PROSE, PROSE]
    lines = lines_of(PROSE, *rows, *[f"{PROSE} {number}" for number in range(6)])
    found = foldups(record_of(lines, [True] * len(lines), language))
    assert {at: cause[0] for at, cause in found.items()} == dict.fromkeys(
        range(2, 6), "advertisement"
    )


@pytest.mark.parametrize(
    "head",
    [
        "The crane (Part 2)",
        "Who pays for it (and who is sponsored)",
        "What the port calls an advertisement",
        "A crane that nobody wanted (sponsored by the port, says the office)",
    ],
)
def test_other_brackets_say_nothing(head: str) -> None:
    lines = lines_of(PROSE, PROSE, head, PROSE, "Why the crane moves", *[PROSE] * 8)
    assert foldups(record_of(lines, [True] * len(lines))) == {}


def test_without_another_heading_below_nothing_is_known_to_end() -> None:
    lines = lines_of(PROSE, PROSE, "A word from the port (Sponsored)", *[PROSE] * 8)
    assert foldups(record_of(lines, [True] * len(lines))) == {}


BOXES = [
    ("ro", ("Scrisoarea de dimineață", "Ce contează azi, la șapte.", "Adresa de e-mail",
            "Abonează-te")),
    ("zh", ("清晨来信", "每天七点，为您送上本地新闻。", "请输入邮箱", "订阅", "您可以随时退订。")),
    ("ja", ("港の朝便", "毎朝、町のニュースをお届けします。", "メールアドレス", "登録する")),
    ("tr", ("Liman bülteni", "Her sabah yedide, gelen kutunuzda.", "E-posta adresiniz",
            "Dilediğinizde çıkabilirsiniz.")),
    ("en", ("The harbour post", "What matters today, at seven.", "Your e-mail", "Subscribe",
            "You can leave at any time.")),
    ("nb", ("Havnebrevet", "Det viktigste, i innboksen.", "Din e-postadresse", "Meld meg på")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "box"), BOXES)
def test_a_box_for_letters_goes_whole(language: str, box: tuple[str, ...]) -> None:
    """With the name and the sentence that the network would keep, and the note below."""
    lines = lines_of(PROSE, *box, PROSE, *[f"{PROSE} {number}" for number in range(6)])
    field = next(at for at, line in enumerate(box) if "e-" in line.lower() or line[-1] in "箱ス")
    kept = [at - 1 != field for at in range(len(lines))]
    likely = [0.97, *[0.5] * len(box), *[0.97] * 7]
    found = foldups(record_of(lines, kept, language, probabilities=likely))
    assert set(found) == set(range(1, len(box) + 1))
    assert {cause[0] for cause in found.values()} == {"newsletter"}


@pytest.mark.parametrize(
    "rows",
    [
        ("Why the crane moves", "Subscribe"),  # a heading above a button
        ("The crane is old.", "Get started"),  # a short paragraph above one
        ("What they ask for", "Your name", "Your e-mail", "Your street"),  # a list of the article
        ("Write to crane@port.example or call.", "Contact by e-mail"),
    ],
)
def test_a_button_alone_takes_nothing_with_it(rows: tuple[str, ...]) -> None:
    lines = lines_of(PROSE, *rows, *[f"{PROSE} {number}" for number in range(6)])
    kept = [line.text not in ("Subscribe", "Get started") for line in lines]
    likely = [0.97, *[0.5] * len(rows), *[0.97] * 6]
    assert foldups(record_of(lines, kept, probabilities=likely)) == {}
