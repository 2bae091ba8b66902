"""A box between the paragraphs takes nothing of the article with it: heading, paragraph, end."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean import cleaning
from newsclean.cleaning.furniture.asides import asides
from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.lines.phrases import normalized_words, phrasebook
from newsclean.document import Document
from records import lines_of

PAGES: dict[str, Any] = json.loads(
    (Path(__file__).parent / "cases" / "inserts.json").read_text(encoding="utf-8")
)


def cleaned(code: str, box: str, at: int) -> str:
    """The article of a page with a box above one of its paragraphs."""
    page = PAGES[code]
    text = [page["top"], *page["body"][:at], box, *page["body"][at:], page["foot"]]
    return newsclean.clean("\n\n".join(text)).text


@pytest.mark.parametrize("at", [2, 3, 4, 5])
@pytest.mark.parametrize("lines", [1, 2])
@pytest.mark.parametrize("code", sorted(PAGES))
def test_a_link_to_another_article_takes_nothing_with_it(code: str, lines: int, at: int) -> None:
    """In one line or two, above a sub-heading, below it or before the end."""
    body, link = PAGES[code]["body"], PAGES[code]["link"]
    box = link if lines == 1 else "\n".join(link.split(": "))
    text = cleaned(code, box, at)
    assert [line for line in body if line not in text] == []
    assert link.split(": ")[1] not in text


@pytest.mark.parametrize("at", [2, 3, 4, 5])
@pytest.mark.parametrize("code", ["en", "de"])
def test_a_request_for_an_address_takes_nothing_with_it(code: str, at: int) -> None:
    """A box for a newsletter goes, all of its lines; the sub-heading beside it stays."""
    body, box = PAGES[code]["body"], PAGES[code]["request"]
    text = cleaned(code, box, at)
    assert [line for line in body if line not in text] == []
    assert [line for line in box.split("\n") if line in text] == []


@pytest.mark.parametrize("titles", [1, 2, 3])
def test_the_titles_below_a_label_go_and_the_heading_stays(titles: int) -> None:
    """One title or a list of them, then the next sub-heading."""
    listed = (
        "Why the canal froze twice last year",
        "A goat walks on the ring road",
        "Ten bakers and one oven",
    )[:titles]
    text = cleaned("en", "\n".join(("Related", *listed)), 3)
    assert [line for line in PAGES["en"]["body"] if line not in text] == []
    assert [line for line in listed if line in text] == []


@pytest.mark.parametrize(
    "line",
    [
        "Read the letter, they said, and weep.",
        "Have you read the letter?",
        "Have you read it? The foreman did not wait for an answer.",
        "Previously: a barn, a bakery and a prison for debtors.",
        "The next step: a second roof",
        "Next came the looms, one by one, on the backs of nine men.",
        "“Sign up,” the foreman said. “Enter your email, and go home.”",
        "The newsletter of the mill has forty readers. Two of them are goats.",
    ],
)
def test_a_sentence_that_begins_alike_stays(line: str) -> None:
    """What reads like a label is one only with a title behind it, or on a line of its own."""
    assert line in cleaned("en", line, 3)


def test_a_box_in_an_aside_does_not_reach_out_of_it() -> None:
    """In HTML the sub-heading below the element is the article's."""
    body = PAGES["cs"]["body"]
    text = "".join(f"<p>{line}</p>" for line in body[:3])
    aside = (
        "<aside class='box'><h4>Čtěte také</h4><a href='/pec'>Deset pekařů, jedna pec</a></aside>"
    )
    rest = "".join(f"<p>{line}</p>" for line in body[4:])
    page = (
        f"<html lang='cs'><body><nav><a href='/'>Domů</a></nav><article><h1>Tkadleny</h1>{text}"
        f"{aside}<h2>{body[3]}</h2>{rest}</article></body></html>"
    )
    kept = newsclean.clean(page).text
    assert [line for line in body if line not in kept] == []
    assert "pekařů" not in kept


def test_what_the_user_keeps_is_shown() -> None:
    """`keep` brings a line back that would be left out."""
    body, link = PAGES["de"]["body"], PAGES["de"]["link"]
    page = "\n\n".join((PAGES["de"]["top"], *body[:3], link, *body[3:], PAGES["de"]["foot"]))
    assert link not in newsclean.clean(page).text
    assert link in cleaning.clean(Document(page), keep=("Zehn Bäcker, ein Ofen$",)).text


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Mis niet: De geit die de ringweg sloot", "nl"),
        ("Meer hierover: De geit die de ringweg sloot", "nl"),
        ("Nicht verpassen: Die Ziege auf der Ringstraße", "de"),
        ("Σχετικό θέμα: Μια κατσίκα στον περιφερειακό", "el"),
        ("不要错过：环路上的山羊", "zh"),
        ("Älä missaa: Vuohi sulki kehätien", "fi"),
        ("Nenechte si ujít: Koza na okruhu", "cs"),
        ("На ту же тему: Коза на кольцевой дороге", "ru"),
        ("Olvasta már? Egy kecske a körgyűrűn", "hu"),
        ("Schon gelesen? Die Ziege auf der Ringstraße", "de"),
        ("Bunu okudunuz mu? Çevre yolundaki keçi", "tr"),
        ("Har du läst? Geten som stängde ringleden", "sv"),
    ],
)
def test_leads_to_other_articles_are_known(line: str, language: str) -> None:
    """With a title behind a mark they go; the same words in a sentence are the article's."""
    lead = re.split("[:：?]", line)[0]
    lines = lines_of(line, f"{lead} ze allemaal, zei hij.")
    assert list(asides(PageLines(lines, language), [0, 1])) == [0]


@pytest.mark.parametrize(
    ("code", "day", "sentence"),
    [
        ("it", "Il 5 maggio 2025 alle 14:30", "Il mulino torna presto alle tessitrici"),
        ("es", "El 5 de mayo de 2025 a las 10:30", "El molino vuelve a las tejedoras"),
    ],
)
def test_a_comment_is_told_by_its_day(code: str, day: str, sentence: str) -> None:
    """A sub-heading with the same small words is none."""
    told = [hit.reason for hit in phrasebook(code).hits(day, normalized_words(day))]
    assert told == ["comments"]
    assert phrasebook(code).hits(sentence, normalized_words(sentence)) == ()


INVITATIONS = {
    "en": "Cold hands?\nOur gloves are knitted by the weavers.\nOrder now",
    "de": "Handschuhe gesucht\nUnsere sind ab 12 € zu haben.\nJetzt bestellen",
    "cs": "Studené ruce?\nNaše rukavice pletou tkadleny.\nKoupit rukavice",
    "ru": "Холодно рукам?\nНаши перчатки вяжут ткачихи.\nЗаказать перчатки",
}
NOTES = {
    "en": "Loom letters\nThe talk of the valley, on Fridays.\nYou can unsubscribe at any time.",
    "de": "Webstuhlpost\nWorüber das Tal spricht, freitags.\nSie können sie jederzeit abbestellen.",
    "cs": "Dopisy od stavu\nO čem mluví údolí, každý pátek.\nOdběr můžete kdykoli zrušit.",
    "ru": "Письма от станка\nО чём говорит долина, по пятницам.\nОтписаться можно когда угодно.",
}


@pytest.mark.parametrize("at", [2, 3, 5])
@pytest.mark.parametrize("box", [INVITATIONS, NOTES])
@pytest.mark.parametrize("code", sorted(INVITATIONS))
def test_a_box_between_blank_lines_goes_whole(code: str, box: dict[str, str], at: int) -> None:
    """Title, invitation and button, or how to be sent no more; nothing beside it goes."""
    text = cleaned(code, box[code], at)
    assert [line for line in PAGES[code]["body"] if line not in text] == []
    assert [line for line in box[code].split("\n") if line in text] == []


@pytest.mark.parametrize(
    "block",
    [
        "What the looms need\nOil and patience.\nA dry floor",
        "Mail in the dye works\nThe looms get letters, too.",
        "“Listen,” she said.\n“To what?”\n“The looms”",
        "The old dye works\nNobody had the key.\nVisit 3",
        "He wrote to the mill every week.\nThe mill never wrote to him.",
    ],
)
def test_short_lines_of_the_article_stay_together(block: str) -> None:
    """A sub-heading, a short paragraph and a line without a stop are no box for that alone."""
    text = cleaned("en", block, 3)
    assert [line for line in block.split("\n") if line not in text] == []


def test_a_box_with_a_button_goes_from_html() -> None:
    """The element that holds a title, an invitation and a link, and nothing else."""
    body = PAGES["en"]["body"]
    title, told, button = INVITATIONS["en"].split("\n")
    box = (
        f"<div class='teal'><h3>{title}</h3><p>{told}</p><a class='b' href='/g'>{button}</a></div>"
    )
    text = [f"<p>{line}</p>" if line.endswith((".", "”")) else f"<h2>{line}</h2>" for line in body]
    page = (
        "<html lang='en'><body><nav><a href='/'>Home</a></nav><article>"
        f"<h1>Weavers of Ostry get their mill back</h1>{''.join(text[:3])}{box}{''.join(text[3:])}"
        "</article></body></html>"
    )
    kept = newsclean.clean(page).text
    assert [line for line in body if line not in kept] == []
    assert [line for line in (title, told, button) if line in kept] == []


@pytest.mark.parametrize(
    ("code", "caption", "credit"),
    [
        ("en", "A loom is lifted.", "Ann Reed / Valley Post"),
        ("de", "Ein Webstuhl wird gehoben.", "Foto: Ann Reed"),
        ("cs", "Stav se zvedá.", "Foto: Anna Nová"),
        ("ru", "Станок поднимают в цех.", "Фото: Анна Нова"),
    ],
)
def test_a_caption_and_its_credit_between_blank_lines_go(
    code: str, caption: str, credit: str
) -> None:
    """However short the caption is, and in any language."""
    text = cleaned(code, f"{caption}\n{credit}", 3)
    assert caption not in text
    assert credit not in text
    assert [line for line in PAGES[code]["body"] if line not in text] == []


@pytest.mark.parametrize("told", ["It was too late.", "No one was hurt.", "The looms stood still."])
def test_a_short_sentence_apart_from_a_credit_stays(told: str) -> None:
    """The picture has no caption then."""
    assert told in cleaned("en", f"{told}\n\nPhoto: Ann Reed", 2)


def test_a_japanese_caption_ends_in_place_or_day() -> None:
    """Behind "＝" stands where or when the picture was taken."""
    body = (
        "山間の町は12日、廃業した織物工場を町民の共同作業場として再開した。改修費は4億円に上る。",
        "工場は1931年に建てられ、最盛期には三百人が働いていた。機織り機は六台が残っている。",
        "最初の布は九月に出荷され、首都の仕立屋が外套に使うという。町は費用の三分の一を出す。",
    )
    for caption in ("再開した工場の前に並ぶ町民＝山間町", "動き始めた機織り機＝12日午前"):
        page = "\n\n".join(("社会\n経済", "織物工場が再開", *body[:2], caption, *body[2:]))
        text = newsclean.clean(page).text
        assert caption not in text
        assert [line for line in body if line not in text] == []


def test_the_names_below_letters_are_no_credits() -> None:
    """Where several sentences have a name and a place below them, these are their writers."""
    letters = "\n\n".join(
        f"{sentence} Nobody asked the people who live beside the river what they think.\n{name}"
        for sentence, name in (
            ("The bridge is to cost 42 million.", "John Ames (York)"),
            ("Our street floods each spring.", "Ann Reed (Ferrow)"),
            ("I have crossed here by boat since 1980.", "Tom Hale (Leeds)"),
        )
    )
    text = f"Letters on the new bridge\n\n{letters}"
    assert newsclean.digest(text).article.text.count("Nobody asked") == 3


@pytest.mark.parametrize(
    "block",
    ["Your bus is late?\nWe ask why.\nBus check", "Prices fell 3% in May.\nWhat to watch"],
)
def test_what_ends_in_a_word_of_buttons_may_tell(block: str) -> None:
    """In English a button begins with what it does, and a price alone speaks to nobody."""
    above = "The council will vote on the bridge over the river in May, the mayor said."
    below = "Work on the bridge is to begin in the autumn and to last for a year and a half."
    text = f"A new bridge for Ferrow\n\n{above}\n\n{block}\n\n{below}\n\n{above}"
    kept = newsclean.digest(text).article.text
    assert [line for line in block.split("\n") if line.endswith(".") and line not in kept] == []


CREDITS = {"en": "Photo: Tom Hall", "de": "Foto: dpa", "cs": "Foto: ČTK", "ru": "Фото: ТАСС"}
TELLING = {
    "en": ["It was too late.", "But nobody came."],
    "de": ["Das war zu spät.", "Er lachte nur."],
    "cs": ["Bylo už pozdě.", "On se jen smál."],
    "ru": ["Было уже поздно.", "Он только засмеялся."],
}
SHOWN = {
    "en": ["The mill at dusk.", "Milena Horak at a loom."],
    "de": ["Das neue Dach.", "Die Färberei um 1931."],
    "cs": ["Mlýn na podzim.", "Milena Horáková u stavu."],
    "ru": ["Фабрика осенью.", "Милена Горак у станка."],
}


@pytest.mark.parametrize("code", sorted(TELLING))
def test_a_short_sentence_above_a_credit_is_no_caption_where_it_goes_on(code: str) -> None:
    """It opens on a pronoun, connective or verb; what a picture shows goes."""
    for telling, shown in zip(TELLING[code], SHOWN[code], strict=True):
        assert telling in cleaned(code, f"{telling}\n{CREDITS[code]}", 2)
        assert shown not in cleaned(code, f"{shown}\n{CREDITS[code]}", 2)
        assert CREDITS[code] not in cleaned(code, f"{telling}\n{CREDITS[code]}", 2)
