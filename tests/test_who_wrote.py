"""Lines that name authors in other words than "by", and names that are not those of authors."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.lines.bylines import read_byline

BODY = """The ferry to Lowton sails again after six weeks in which its engine was repaired.

"We looked at every bolt," said Mara Quill, who runs the harbour office and the pier of Lowton.

The repair cost two million pounds, most of which the council has paid, as it said on Monday."""
HEAD = "The ferry to Lowton sails again"


@pytest.mark.parametrize(
    ("code", "line", "names"),
    [
        ("nl", "Door onze redacteur Pieter Holman", "Pieter Holman"),
        ("nl", "Van onze verslaggever Jan de Wit", "Jan de Wit"),
        ("de", "Von unserem Redakteur Jan Sorg", "Jan Sorg"),
        ("de", "Von unserer Korrespondentin Ute Harms", "Ute Harms"),
        ("de", "Bericht: M. Oster", "M. Oster"),
        ("de", "Von Jens Kroll Chefreporter", "Jens Kroll"),
        ("fr", "De notre envoyé spécial Yann Le Gall", "Yann Le Gall"),
        ("es", "De nuestra corresponsal Ana Ruiz", "Ana Ruiz"),
        ("ru", "Беседовал с ним Павел Гурьянов", "Павел Гурьянов"),
        ("pl", "Rozmawiała Anna Nowak", "Anna Nowak"),
        ("en", "From our correspondent Tom Hall", "Tom Hall"),
        ("en", "Reporting by Anna Berg in Milford.", "Anna Berg"),
        ("en", "(Reporting by Anna Berg in Kelling; Editing by Tom Hall)", "Anna Berg"),
        ("en", "WordsAnna BergPicturesTom Hall", "Anna Berg"),
        ("de", "Text: Jan Sorg, Fotos: Ute Harms", "Jan Sorg"),
    ],
)
def test_lines_that_name_authors(code: str, line: str, names: str) -> None:
    assert read_byline(line, code) == names


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("de", "Bericht über die Lage der Fischer"),
        ("de", "Die Autoren warnen vor einem Deich"),
        ("en", "The authors warn that the mill may close"),
        ("en", "Words fail those who knew the old pier"),
        ("en", "Reporting by the council is late again"),
        ("ru", "Записал он всё в тетрадь"),
        ("nl", "Door onze straat rijdt geen bus"),
        ("fr", "Les auteurs du livre se taisent"),
    ],
)
def test_sentences_that_begin_so_name_nobody(code: str, line: str) -> None:
    assert read_byline(line, code) is None


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        ("By Anna Berg", "2 Comments\n\nTom Hall\n\n6 March 2024\n\nLoved it.", "Anna Berg"),
        ("", "2 Comments\n\nGuest contributor\n\nAnna Lind\n\nMarch 6, 2024\n\nLoved it.", None),
        ("", "Written by the authors:\n\nAnna Berg\n\nTom Hall", "Anna Berg, Tom Hall"),
        (
            "By\n\nAnna Berg\n\nand\n\nTom Hall\n\n,\n\nMara Lind\n\nPhotographs",
            "",
            "Anna Berg, Tom Hall",
        ),
    ],
)
def test_authors_of_a_page(above: str, below: str, names: str | None) -> None:
    page = "\n\n".join(filter(None, [HEAD, above, "5 March 2024", BODY, below]))
    article = newsclean.clean(page)
    byline = article.metadata.byline
    assert (byline.value if byline else None) == names
    assert article.metadata.title is not None
    assert article.metadata.title.value == HEAD


def test_a_reporter_in_front_of_a_short_first_paragraph() -> None:
    lead = "(해무=연합뉴스) 김해린 기자 = 해무군은 4일 폐교 세 곳을 도서관으로 바꾼다고 밝혔다."
    rest = (
        "공사는 오는 6월 시작해 내년 봄에 끝난다. 이 계획에는 42억 원이 들 것이라고 군은 설명했다."
    )
    last = "해무군의 인구는 10년 사이 3분의 1이 줄었다. 마지막 졸업생은 세 명뿐이었다고 한다."
    byline = newsclean.clean(f"{lead}\n\n{rest}\n\n{last}").metadata.byline
    assert byline is not None
    assert byline.value == "김해린"


def test_a_line_of_names_is_no_headline() -> None:
    page = f"Anna Berg und Tom Hall\n\n5. März 2024\n\n{BODY}"
    known = newsclean.clean(page).metadata
    assert known.title is None
    assert known.byline is not None
    assert known.byline.value == "Anna Berg, Tom Hall"
