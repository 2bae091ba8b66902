"""Captions that no label gives away: told by what stands beside them or in capitals behind them."""

from __future__ import annotations

import pytest

from newsclean.cleaning.furniture.remove import with_ruled, without_furniture
from records import LAST, LEAD, MIDDLE, lines_of, record_of


def captions(*rows: str, language: str = "en") -> set[str]:
    """The lines between paragraphs that go as captions."""
    lines = lines_of(LEAD, *rows, MIDDLE, LAST)
    likely = [0.6] * len(lines)
    found = without_furniture(record_of(lines, [True] * len(lines), language, probabilities=likely))
    return {lines[at].text for at, cause in found.causes.items() if cause[0] == "caption"}


@pytest.mark.parametrize(
    ("once", "again"),
    [
        ("La bouée numéro 9, au large, un matin de mai",
         "La bouée numéro 9, au large, un matin de mai. ANNE LENOIR POUR « LA VANNE »"),
        ("The last tram leaves the depot on Sunday.",
         "The last tram leaves the depot on Sunday. Photograph: Ann Reed/The Weir"),
        ("Radość motorniczych po głosowaniu w radzie",
         "Radość motorniczych po głosowaniu w radzie / Jan Dyba / Agencja Kadr"),
        ("[夜里，工人在桥上修电车轨道。陈立明 摄]", "夜里，工人在桥上修电车轨道。陈立明 摄"),
    ],
)  # fmt: skip
def test_a_caption_that_stands_twice(once: str, again: str) -> None:
    assert captions(once, again) == {once, again}


@pytest.mark.parametrize(
    ("once", "again"),
    [
        ("We will not sell the line.", "We will not sell the line. Not now and not next year."),
        ("The depot is to be closed", "The depot is to be closed for good in the spring of 2027"),
        ("Passengers and losses", "Passengers and losses a day/a year (in %)"),
        ("Fares on the harbour line", "Fares on the harbour line Monday/Sunday"),
    ],
)
def test_a_line_that_goes_on_is_none(once: str, again: str) -> None:
    assert not captions(once, again)


@pytest.mark.parametrize(
    "line",
    [
        "The last tram leaves the depot on Sunday. ANN REED FOR THE WEIR",
        "Le dernier tram quitte le dépôt dimanche. ANNE LENOIR POUR « LA VANNE »",
        "El último tranvía sale de la cochera el domingo. ANA RUIZ / LA PRESA",
        "Los conductores se abrazan tras la votación en la cochera.EFE",
        "Drivers wait for the vote at the gate of the old depot.The Canadian Press",
        "Bílstjórar bíða eftir atkvæðagreiðslunni við hliðið. Ljósmynd/Anna Berg",
        "夜里，工人在桥上修电车轨道。陈立明 摄",
        "夜里，工人在桥上修电车轨道。陈立明/摄",
    ],
)
def test_a_credit_behind_the_sentence(line: str) -> None:
    assert captions(line) == {line}


@pytest.mark.parametrize(
    "line",
    [
        "He read out what was painted on the depot's gate. NO CARS NO PARTY",
        "The line is run by a firm from the north. It is called TRAM FOR ALL",
        "They painted it on all nine cars. TRAM AND TRAIN",
        "The board has seven members. MIDDLE",
        "The drivers of Weir won the cup. HARKER FOR THE TITLE",
        "4. NEW DOORS FOR A QUIETER TRAM",
        "Los conductores aplaudieron durante un minuto, dijo el portavoz. EFE",
        "他说，这座桥是他一生中见过的最美的桥，也是他最后一次拍摄的桥。",
    ],
)
def test_capitals_alone_are_none(line: str) -> None:
    assert not captions(line)


@pytest.mark.parametrize(
    ("seen", "below"),
    [
        ("A man in a blue coat stands beside a tram in the snow.", "Tom Harker at the depot"),
        ("Two women sit on the steps of a yellow tram.", "Sisters Ann and Jo Dole, both drivers"),
    ],
)
def test_the_text_of_a_picture_above_its_caption(seen: str, below: str) -> None:
    """Above the first paragraph both go where the network doubts it."""
    lines = lines_of(seen, below, LEAD, MIDDLE, LAST)
    for likely, gone in ((0.5, {0, 1}), (0.8, set())):
        record = record_of(lines, [True] * 5, probabilities=[likely, 0.6, 0.9, 0.9, 0.9])
        assert without_furniture(record).causes.keys() == gone
    assert not captions(seen, below)


@pytest.mark.parametrize(
    ("first", "below"),
    [
        ("A man in a blue coat stands at the gate each morning.", "He has never driven a tram."),
        ("Two women sit on the board, and both voted against it.", f"{MIDDLE} {LAST}"),
        ("The driver stands beside the tram in the snow.", "Tom Harker at the depot"),
        ("A man was hurt when a tram left the rails on Monday.", "What happened"),
    ],
)
def test_a_sentence_like_it_stays(first: str, below: str) -> None:
    """It goes on below, or tells what happened."""
    assert not captions(first, below)


CREDITS = ("Photo: Tom Hall/The Weir", "Foto: Nils Berg / NTB", "© Anna Berg", "Getty Images")


@pytest.mark.parametrize("credit", CREDITS)
@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("Two yellow cars wait at the gate of the depot on the last day of June.", "en"),
        ("Zwei gelbe Wagen stehen am letzten Junitag vor dem Tor des Depots.", "de"),
        ("DRAMA: Lene Hauge skal kjøre den siste trikken ned til havna likevel.", "nb"),
    ],
)
def test_a_sentence_above_a_credit_of_its_own(caption: str, language: str, credit: str) -> None:
    """The network doubts it, and a paragraph follows."""
    lines = lines_of(LEAD, MIDDLE, caption, credit, LAST)
    likely = [0.95, 0.95, 0.7, 0.1, 0.95]
    kept = [True, True, True, False, True]
    found = without_furniture(record_of(lines, kept, language, probabilities=likely))
    assert found.causes[2][0] == "caption"


@pytest.mark.parametrize(
    ("line", "below", "likely"),
    [
        (MIDDLE, "Photo: Tom Hall", 0.95),  # a paragraph, and a picture without a caption
        ("Two yellow cars wait at the gate of the depot in June.", "Photo by Ann on Unsplash", 0.7),
        ("Two yellow cars wait at the gate of the depot in June.", "Source: City of Ferrow", 0.7),
        ("Who waits at the gate of the depot on the last day of June?", "Photo: Tom Hall", 0.7),
        ("Nobody clapped at all.", "Photo: Tom Hall", 0.7),
    ],
)
def test_a_paragraph_above_a_credit_stays(line: str, below: str, likely: float) -> None:
    lines = lines_of(LEAD, line, below, LAST)
    probabilities = [0.95, likely, 0.1, 0.95]
    record = record_of(lines, [True, True, False, True], probabilities=probabilities)
    assert 1 not in without_furniture(record).causes


def test_the_last_paragraph_above_the_credit_of_the_page_stays() -> None:
    end = "Nobody in the depot had been told, said the drivers."
    lines = lines_of(LEAD, MIDDLE, end, "Photo: Tom Hall")
    record = record_of(lines, [True, True, True, False], probabilities=[0.95, 0.95, 0.7, 0.1])
    assert 2 not in without_furniture(record).causes


@pytest.mark.parametrize(
    ("credit", "again"),
    [
        ("Credit: The Weir", "The Weir / Ann Reed"),
        ("Photo: Ferrow Harbour Post", "Ferrow Harbour Post"),
        ("Foto: Hafenblatt", "Hafenblatt / Jan Dyba"),
    ],
)
def test_who_took_other_pictures_of_the_page_is_named_without_a_label(
    credit: str, again: str
) -> None:
    """Below a paragraph; above one it may be the heading of whoever the picture shows."""
    lines = lines_of(LEAD, credit, MIDDLE, again, "What the council says", LAST)
    record = record_of(lines, [True] * 6, probabilities=[0.6] * 6)
    assert without_furniture(record).causes[3][0] == "credit"


@pytest.mark.parametrize(
    "credit", ["Ferrow TV / YouTube", "Getty Images / Ann Reed", "Hafenblatt/Instagram"]
)
def test_a_platform_or_an_archive_and_a_name(credit: str) -> None:
    """No label, and no caption above it: "Ferrow TV / YouTube" below a sub-heading."""
    lines = lines_of(LEAD, "What the council says", credit, MIDDLE, LAST)
    record = record_of(lines, [True] * 5, probabilities=[0.6] * 5)
    assert {at: cause[0] for at, cause in without_furniture(record).causes.items()} == {2: "credit"}


@pytest.mark.parametrize(
    "heading", ["Facebook / Instagram", "Trams/buses", "YouTube", "Car 36 / 72 x"]
)
def test_platforms_alone_are_a_heading(heading: str) -> None:
    lines = lines_of(LEAD, heading, MIDDLE, LAST)
    assert not without_furniture(record_of(lines, [True] * 4, probabilities=[0.6] * 4)).causes


@pytest.mark.parametrize(
    ("credit", "rows"),
    [
        ("Photo: Ann Reed", (MIDDLE, "Ann Reed")),  # a portrait of her follows
        ("Source: City of Ferrow", ("Who was asked", "City of Ferrow", "Harbour office")),
        ("Credit: The Weir", (MIDDLE, "The Weir and its critics", "What they say")),
        ("Credit: The Weir", (MIDDLE, "Weir", "What they say")),
    ],
)
def test_a_name_that_heads_or_is_listed_stays(credit: str, rows: tuple[str, ...]) -> None:
    lines = lines_of(LEAD, credit, *rows, LAST)
    record = record_of(lines, [True] * len(lines), probabilities=[0.6] * len(lines))
    assert {at for at in without_furniture(record).causes if at > 1} == set()


@pytest.mark.parametrize(
    ("caption", "credit", "language"),
    [
        ("Laituri maanantaina mereltä ja rannalta nähtynä.", "Kuva: Karin Villi / Satama", "fi"),
        ("Ο γερανός στο λιμάνι, το πρωί της Τρίτης.", "Φωτ.: Νίκος Άγριος / Λιμάνι", "el"),
        ("נמל המנופים במבט מהים, ביום שלישי.", "צילום: קרין ברק", "he"),
        ("화요일 아침 바다에서 본 부두의 크레인.", "사진=강은주 기자", "ko"),
        ("周二早上从海面看到的码头吊车。", "林静 摄", "zh"),
        ("Bến cảng nhìn từ biển sáng thứ ba.", "Ảnh: Lan Anh", "vi"),
        ("Żuraw w porcie we wtorek rano.", "Fot. Jan Dyba / Agencja Port", "pl"),
    ],
)
def test_a_short_caption_above_its_credit_goes_in_any_language(
    caption: str, credit: str, language: str
) -> None:
    lines = lines_of(LEAD, MIDDLE, caption, credit, LAST)
    record = record_of(
        lines,
        [True, True, True, False, True],
        language,
        probabilities=[0.97, 0.97, 0.88, 0.1, 0.97],
    )
    assert without_furniture(record).causes[2][0] == "caption"


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("3. Make the depot smell of pine.", "Photo: Tom Hall"),  # one of several
        ("Nobody in the depot clapped on that day.", "Photography as a job"),
        ("Nikt w zajezdni nie klaskał tego dnia.", "Fot w zajezdni"),
        ("那天没有人鼓掌，司机们都走了。", "月面拍摄"),
        ("Nobody clapped.", "Photo: Tom Hall"),
    ],
)
def test_a_short_paragraph_above_no_credit_stays(line: str, below: str) -> None:
    lines = lines_of(LEAD, MIDDLE, line, below, LAST)
    record = record_of(lines, [True] * 5, probabilities=[0.97, 0.97, 0.88, 0.9, 0.97])
    assert 2 not in without_furniture(record).causes


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ja", "雪をかき分けて収穫されるニンジン（2日、鈴鹿沢村で）"),
        ("ko", "재생 보도블록을 들어 보이는 명재욱 대표 [주다온 기자]"),
        ("ko", "▲ 단원들이 지난 5일 시상식에서 환호하고 있다. ⓒ임가람 기자"),
    ],
)
def test_who_took_it_or_where_ends_a_caption_where_no_blanks_part_words(
    language: str, line: str
) -> None:
    assert captions(line, language=language) == {line}


def test_a_caption_stands_above_what_is_pictured_with_its_kind_and_place() -> None:
    pictured = (
        "The lamps of the Kiln stand on the table all night.",
        "Image: Courtesy of Tom Hall",
    )
    named = ("The Kiln", "Restaurant", "Ferrow", "kiln.example")
    lines = lines_of(LEAD, *pictured, *named, MIDDLE, LAST)
    likely = [0.97, 0.79, 0.3, 0.5, 0.5, 0.5, 0.7, 0.97, 0.97]
    record = record_of(lines, [True] * len(lines), probabilities=likely)
    assert without_furniture(record).causes[1][0] == "caption"


@pytest.mark.parametrize("label", ["Photo", "Credit", "Image credit"])
def test_the_first_line_is_who_is_credited_below(label: str) -> None:
    """No line above it: that is no error, and no credit."""
    lines = lines_of("Ferrow Post", LEAD, f"{label}: Ferrow Post", MIDDLE, LAST)
    record = record_of(lines, [False] + [True] * 4, probabilities=[0.6, 0.9, 0.3, 0.9, 0.9])
    assert with_ruled(record, {0}).kept[0]
