"""Exports of news databases give every article, with its fields and the body as it stands."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsclean import pipeline
from newsclean.document import Article
from newsclean.errors import NewscleanError, NoArticleError
from newsclean.options import Options
from newsclean.sources import collections, read
from newsclean.sources.dates import read_date
from newsclean.sources.exports import nexis_labels, nexis_uni
from newsclean.sources.files.paragraphs import Paragraph

EXPORTS = Path(__file__).parent / "cases" / "exports"
EXPECTED = json.loads((EXPORTS / "expected.json").read_text("utf-8"))
FILES = list(EXPECTED)


def articles(data: bytes, name: str = "export") -> Iterator[Article]:
    """The articles of an export, cleaned."""
    for record in collections.of_bytes(data, name) or ():
        yield pipeline.clean_document(read.from_record(record))


def described(article: Article) -> dict[str, Any]:
    """An article as `expected.json` describes it."""
    metadata, words = article.metadata, article.text.split()
    return {
        "title": metadata.title and metadata.title.value,
        "author": metadata.byline and metadata.byline.value,
        "date": metadata.date and metadata.date.value,
        "source": metadata.site and metadata.site.value,
        "first_words": " ".join(words[:8]),
        "last_words": " ".join(words[-8:]),
        "words": len(words),
        "paragraphs": len(article.paragraphs),
    }


@pytest.mark.parametrize("name", FILES)
def test_every_article_has_its_fields_and_its_whole_body(name: str) -> None:
    """Each article of each database comes out as its export has it, and no other one."""
    found = [described(article) for article in articles((EXPORTS / name).read_bytes())]
    assert found == EXPECTED[name]


@pytest.mark.parametrize("name", FILES)
def test_nothing_of_a_record_vanishes(name: str) -> None:
    """Body and removals hold every character of the record, each removal with its reason."""
    for record in collections.records(EXPORTS / name):
        document = read.from_record(record)
        article = pipeline.clean_document(document)
        spans = [(part.start, part.end) for part in (*article.paragraphs, *article.removals)]
        covered = "".join(document.text[start:end] for start, end in sorted(spans))
        assert covered == document.text.replace("\n", "")
        assert all(removal.reason and removal.evidence for removal in article.removals)


@pytest.mark.parametrize("name", FILES)
def test_a_truncated_export_gives_what_is_whole(name: str) -> None:
    """A file that was cut gives its first article, or says that there is none: no traceback."""
    data = (EXPORTS / name).read_bytes()
    first = EXPECTED[name][0]["title"]
    for share in (0.15, 0.3, 0.5, 0.7, 0.9):
        try:
            found = list(articles(data[: int(len(data) * share)]))
        except NewscleanError:
            continue
        if name.endswith("docx"):
            assert not found  # a zip archive has its list of contents at its end
        elif share >= 0.7:
            assert found[0].metadata.title
            assert found[0].metadata.title.value == first


@pytest.mark.parametrize("codec", ["utf-16", "cp1252", "utf-8"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_export_in_other_encodings(codec: str, end: str) -> None:
    """Encoding, line ends and the byte order mark make no difference."""
    text = (EXPORTS / "nexis-old.txt").read_text("utf-8-sig").replace("\r\n", "\n")
    found = [described(a) for a in articles(text.replace("\n", end).encode(codec))]
    assert found == EXPECTED["nexis-old.txt"]


def test_a_count_of_words_that_is_far_off_is_told() -> None:
    """Where the body has far fewer words than the export states, a note says so."""
    data = (EXPORTS / "nexis-two.txt").read_bytes()
    records = list(collections.of_bytes(data, "two.txt") or ())
    assert [record.name for record in records] == ["two.txt#1", "two.txt#2"]
    assert all(re.match(r"the export states \d+ words", record.notes[0]) for record in records)
    harbour, otters = (pipeline.clean_document(read.from_record(record)) for record in records)
    assert harbour.metadata.byline
    assert harbour.metadata.byline.value == "Nigel Farrow"
    assert otters.metadata.byline
    assert otters.metadata.byline.value == "Joanna Treadwell"
    assert otters.text.endswith("at a cost of three million pounds.")


LABELLED = """
Copyright 2003 Wessel Media Ltd.
The Wessel Courier
March 12, 2003, Wednesday
SECTION: Pg. 4
LENGTH: 30 words
HEADLINE: Bridge at Wessel Bay closes for eleven months
BYLINE: By Maren Oakley
BODY:
   The harbour bridge at Wessel Bay will close to all traffic on Tuesday.

   "So we take the long way once," said Ruben Tally, the chief engineer.
LOAD-DATE: March 12, 2003
"""
FRENCH = """
                              Le Courrier de l'Orge

                              5 octobre 2015 lundi

Le dernier cinéma rouvre ses portes

AUTEUR: Élise Garnaud

RUBRIQUE: CULTURE

LONGUEUR: 20 mots


Fermé depuis 2011, le cinéma Le Rialto rouvrira vendredi avec deux salles.

La mairie a racheté le bâtiment pour un euro.

DATE-CHARGEMENT: 5 octobre 2015

LANGUE: FRENCH; FRANÇAIS

TYPE-PUBLICATION: Journal

                          Copyright 2015 Test Media
                            Tous droits réservés
"""


def test_old_and_foreign_layouts_of_one_database() -> None:
    """All-label layouts of older years and French ones, joined in one file with other counts."""
    labelled = "\n\n".join(LABELLED.strip().split("\n"))
    text = f"\n   1 of 7 DOCUMENTS\n\n{labelled}\n\n   Document 3 de 12\n\n{FRENCH}"
    bridge, cinema = map(described, articles(text.encode()))
    assert bridge["title"] == "Bridge at Wessel Bay closes for eleven months"
    assert (bridge["author"], bridge["date"]) == ("Maren Oakley", "2003-03-12")
    assert bridge["source"] == "The Wessel Courier"
    assert bridge["first_words"].startswith("The harbour bridge")
    assert bridge["last_words"].endswith("the chief engineer.")
    assert (cinema["title"], cinema["author"]) == (
        "Le dernier cinéma rouvre ses portes",
        "Élise Garnaud",
    )
    assert (cinema["date"], cinema["paragraphs"]) == ("2015-10-05", 2)


OLD_EUROPRESSE = """<html><body>{articles}</body></html>"""
OLD_ARTICLE = """<table width="100%"><tr><td>
<table><tr><td><img src="logo.gif"></td><td>
<span class="DocPublicationName">La Gazette du Val, no. 1234  </span><br>
<span class="DocHeader">Politique, mardi 14 mars {year}, p. 12</span><br>
<span class="DocHeader">Région</span></td></tr></table>
<span class="TitreArticleVisu">Le pont de Brélan fermera {year}</span><br>
Nina Aubert<p></p>
Le pont de Brélan fermera le premier avril, a annoncé mardi la mairie.<p></p>
« Nous prenons le chemin le plus long », a dit Paul Roche.
<p></p><i>Ce certificat est émis à Université</i> · news·20060314·GV·001
<br>Date d'émission : 2008-01-01</td></tr></table>"""


def test_the_old_layout_of_europresse() -> None:
    """Tables in tables, the author as bare text, a certificate with another date below."""
    page = OLD_EUROPRESSE.format(
        articles="".join(OLD_ARTICLE.format(year=year) for year in (2006, 2007))
    )
    first, second = map(described, articles(page.encode()))
    assert (first["title"], second["title"]) == (
        "Le pont de Brélan fermera 2006",
        "Le pont de Brélan fermera 2007",
    )
    assert (first["author"], first["source"]) == ("Nina Aubert", "La Gazette du Val")
    assert (first["date"], second["date"]) == ("2006-03-14", "2007-03-14")
    assert first["paragraphs"] == 2


COPIED = """SE News
HD Ferry runs aground off Kelso
BY By Agnes Farrow
WC 24 words
PD 13 November 2017
SN Isles Gazette
SC TESTN
LA English
CY (c) 2017 Test Media
LP
A ferry ran aground off Kelso on Friday with eighty people on board.

TD
All of them were taken off by lifeboats within two hours.

The captain has been asked to stay.
NS gcat : Political
AN Document TESTN000020171113e1000001

HD Otters return to the Lisse
WC 12 words
PD 14 November 2017
SN Isles Gazette
LP
Wardens on the river Lisse have filmed a family of otters.
AN Document TESTN000020171114e1000002
"""


def test_field_codes_that_were_copied_as_text() -> None:
    """Codes at the beginning of lines are those of the table."""
    ferry, otters = map(described, articles(COPIED.encode()))
    assert (ferry["title"], ferry["author"]) == ("Ferry runs aground off Kelso", "Agnes Farrow")
    assert (ferry["date"], ferry["source"]) == ("2017-11-13", "Isles Gazette")
    assert ferry["paragraphs"] == 3
    assert ferry["last_words"].endswith("asked to stay.")
    assert (otters["title"], otters["date"]) == ("Otters return to the Lisse", "2017-11-14")


JAPANESE = (
    '<html><body><div id="article-J1" class="article"><div class="article jaArticle">'
    '<div id="hd"><span class="jaHeadline">鉄道の橋が閉鎖へ</span></div>'
    "<div>120 字</div><div>2019 年 3 月 1 日</div><div>海辺新聞</div><div>UMIBE</div>"
    "<div>日本語</div><div>(c) 2019 海辺新聞社</div>"
    '<p class="articleParagraph jaarticleParagraph">海辺市の鉄道の橋は4月から'
    "閉鎖されると市が発表した。</p>"
    "<p>Document UMIBE00020190301ef31000AB</p></div></div></body></html>"
)
KIKUZO = (
    '<html><body><table class="topic-list"><tr><td>1</td><td>2019年03月01日</td><td>朝刊</td>'
    "<td>社会</td><td>031</td><td>00120文字</td></tr></table>"
    '<table class="topic-detail"><tr><td><span class="font002">鉄道の橋、閉鎖へ</span>'
    '<div class="detail001">海辺市の鉄道の橋は閉鎖される。<br><br>'
    "市長が発表した。</div></td></tr></table>"
    "</body></html>"
)
YOMIDASU = (
    '<html><body><div id="heiseiDetailArea"><table class="contentsTable"><tr><td>2019.03.01</td>'
    "<td>東京朝刊</td><td>鉄道の橋が閉鎖へ 海辺市が発表</td><td>320字</td></tr></table>"
    '<p class="mb10">海辺市の鉄道の橋は閉鎖される。</p>'
    '<p class="mb10">市長が発表した。</p></div></body></html>'
)
INTEGRUM = (
    "<html><body><p>^ИС Приморский вестник</p><p>^РБ Город</p><p>^НР 12</p><p>^ДТ 01.03.2019</p>"
    "<p>^АВ Ирина Лугова</p><p>^ЗГ Мост закроют на год</p><h3>Мост закроют на год</h3>"
    "<pre>   Мост через залив закроют\nна одиннадцать месяцев.\n\n   Об этом сообщила мэрия.</pre>"
    "<p>^ИС Приморский вестник</p><p>^ДТ 02.03.2019</p><p>^ЗГ Выдры вернулись</p>"
    "<pre>   Выдры вернулись на реку.</pre></body></html>"
)


@pytest.mark.parametrize(
    ("page", "title", "date", "paragraphs"),
    [
        (JAPANESE, "鉄道の橋が閉鎖へ", "2019-03-01", 1),
        (KIKUZO, "鉄道の橋、閉鎖へ", "2019-03-01", 2),
        (YOMIDASU, "鉄道の橋が閉鎖へ 海辺市が発表", "2019-03-01", 2),
        (INTEGRUM, "Мост закроют на год", "2019-03-01", 2),
    ],
    ids=["factiva in Japanese", "kikuzo", "yomidasu", "integrum"],
)
def test_databases_of_other_countries(page: str, title: str, date: str, paragraphs: int) -> None:
    """Headline, date and the paragraphs of the body, in any language of the interface."""
    first = described(next(articles(page.encode())))
    assert (first["title"], first["date"], first["paragraphs"]) == (title, date, paragraphs)


def test_integrum_marks_begin_the_next_article() -> None:
    """The mark of the source begins an article, and the author is its author."""
    bridge, otters = map(described, articles(INTEGRUM.encode("cp1251")))
    assert (bridge["author"], bridge["source"]) == ("Ирина Лугова", "Приморский вестник")
    assert otters["title"] == "Выдры вернулись"


@pytest.mark.parametrize(
    "text",
    [
        "The minister read 1 of 2 documents that he had been given.\n\nHe kept the other.\n",
        "HD televisions are cheap.\n\nLP records are not.\n",
        "<html><body><p>The article class is about 3 of 4 documents.</p></body></html>",
    ],
)
def test_what_only_mentions_an_export_is_none(text: str) -> None:
    """An article about documents and records is one article."""
    assert collections.of_bytes(text.encode(), "a.txt") is None


@pytest.mark.parametrize("name", ["articleParagraph", "topic-detail", "HeiseiDetailArea"])
def test_a_web_page_with_an_exports_name_in_its_classes_is_a_page(
    name: str, tmp_path: Path
) -> None:
    """It is printed; it used to be a database export without any article, and nothing was said."""
    said = (
        "The council of Ferrow agreed on Monday to buy back its tram line, nineteen years late.",
        "The line carries nine thousand people a day, and loses money on all of them at once.",
        "Services will run as before until June, when the city will draw up another timetable.",
        "The mayor said that the price was fair, and that she would ride on the first car herself.",
    )
    prose = "".join(f'<p class="{name}">{each}</p>' for each in said)
    path = tmp_path / "page.html"
    path.write_text(
        f'<html><body><h1>Ferrow buys a tram</h1><div id="{name}">{prose}</div></body></html>',
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "newsclean", "clean", str(path)], capture_output=True, check=False
    )
    assert done.returncode == 0
    assert said[1].encode() in done.stdout


def test_the_user_overrules_what_an_export_says() -> None:
    """`--drop` takes a paragraph of the body out, `--keep` puts another line of the export in."""
    (record, *_) = collections.of_bytes((EXPORTS / "proquest.txt").read_bytes(), "a.txt") or ()
    document = read.from_record(record)
    plain = pipeline.clean_document(document)
    first, last = plain.paragraphs[0].text[:20], plain.paragraphs[-1].text[-20:]
    without = pipeline.clean_document(document, Options(drop=(re.escape(first),)))
    assert first not in without.text
    assert last in without.text
    (dropped,) = (removal for removal in without.removals if first in removal.text)
    assert (dropped.reason, dropped.evidence) == (
        "user pattern",
        f"matches --drop {re.escape(first)!r}",
    )
    other = next(removal for removal in plain.removals if len(removal.text) > 20)
    kept = pipeline.clean_document(document, Options(keep=(re.escape(other.text[:20]),)))
    assert other.text[:20] in kept.text
    assert len(kept.removals) < len(plain.removals)
    with pytest.raises(NoArticleError, match="no text of this article"):
        pipeline.clean_document(document, Options(drop=(".",)))


def test_articles_of_nexis_uni_without_a_mark_at_their_end() -> None:
    """Where "End of Document" was cut off, each section of the file is an article all the same."""
    data = (EXPORTS / "nexis-uni.rtf").read_bytes()
    assert b"End of Document" in data
    cut = data.replace(b"End of Document", b"")
    assert [described(each) for each in articles(cut, "a.rtf")] == EXPECTED["nexis-uni.rtf"]


@pytest.mark.parametrize(
    ("stamp", "day"), [("May 12, 2026 Tuesday", "2026-05-12"), ("", "2026-05-14")]
)
def test_the_day_an_article_was_loaded_is_its_date_only_where_it_has_none(
    stamp: str, day: str
) -> None:
    """Nexis Uni notes when an article came into the database: mostly some days later."""
    head = ["Ferry to return", "The Harbour Post", *([stamp] if stamp else []), "Section: NEWS"]
    body = ["The council voted to reopen the ferry.", "It was closed in 1998 after a storm."]
    lines = [
        *head,
        "Length: 120 words",
        "Body",
        *body,
        "Load-Date: May 14, 2026",
        "End of Document",
    ]
    (record,) = nexis_uni.records([Paragraph(line) for line in lines], "a.docx")
    assert record.metadata.date is not None
    assert record.metadata.date.value == day


def test_the_language_below_a_body_of_nexis_uni_is_no_sentence_of_it() -> None:
    """It stands there with or without a heading; a sentence may begin with the same word."""
    body = ["The council voted to reopen the ferry.", "Language: one word that they all avoid."]
    lines = ["Ferry to return", "The Harbour Post", "May 12, 2026 Tuesday", "Length: 12 words"]
    lines += ["Body", *body, "Language: ENGLISH; FRENCH", "End of Document"]
    (record,) = nexis_uni.records([Paragraph(line) for line in lines], "a.docx")
    assert record.metadata.language is not None
    assert record.metadata.language.value == "en"
    assert pipeline.clean_document(read.from_record(record)).text.split("\n\n") == body


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("May 12, 2026 Tuesday", True),
        ("May 2026", True),
        ("Dienstag 12. Mai 2026", True),
        ("Load-Date: May 12, 2026", False),
        (
            "May 12, 2026 was the day on which the council voted to reopen the line to Osland.",
            False,
        ),
        ("Tuesday", False),
    ],
)
def test_a_line_that_is_a_date(line: str, is_one: bool) -> None:  # noqa: FBT001 - a table
    """Not one with a label of its own, nor prose that begins with a day."""
    assert nexis_labels.is_date(line) == is_one


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("May 2026", "2026-05"),
        ("2026 May", "2026-05"),
        ("Ausgabe Mai 2026 Seite 3", "2026-05"),
        ("Summer 2026 May", "2026-05"),
        ("May 12", None),
        ("On May 12 they met in 2026", None),
        ("12 2026", None),
    ],
)
def test_a_month_and_a_year_are_a_date_where_no_day_is_told(text: str, date: str | None) -> None:
    """Journals have no day: the year stands beside the month, before or after it."""
    assert read_date(text, month=True) == date
    assert read_date(text) is None
