"""Bodies that stand where an author does, names with something glued on, accounts and reporters."""

from __future__ import annotations

import json

import pytest

import newsclean
from newsclean.cleaning.lines.biographies import read_biography
from newsclean.cleaning.lines.bylines import read_byline, read_name
from newsclean.cleaning.lines.dates import find_dates
from newsclean.cleaning.lines.posted import read_posted
from newsclean.cleaning.lines.reporters import read_paragraph, read_reporters
from test_author_shapes import BODY, TITLE, find
from test_html_title import BODY as ARTICLE


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Anna Berg Harbour Ferrow Telegram", "en", "Anna Berg"),
        ("Sam Berg at Upper Ferrow", "en", "Sam Berg"),
        ("Anna Berg - kabarKita", "id", "Anna Berg"),
        ("Kerekes Boglárka riportja", "hu", "Kerekes Boglárka"),
        ("Maria Stone Bay City Courier-Post", "en", "Maria Stone"),
        ("Jonas Ott Neue Ferrower Zeitung", "de", "Jonas Ott"),
        ("Mary Jane Smith Daily Mail", "en", "Mary Jane Smith"),
        ("Anna Maria Berg Ferrow Post", "en", "Anna Maria Berg"),
        ("John Paul Smith Harbour Star", "en", "John Paul Smith"),
        ("Anna Thomas Ferrow Post", "en", "Anna Thomas"),
        ("Anna Maria Lopez Star", "en", "Anna Maria Lopez Star"),
        ("K.C. Brandt - Staff Reporter", "en", "K.C. Brandt"),
        ("J.M. Lindqvist", "sv", "J.M. Lindqvist"),
        ("T.J. Okafor, Harbour Post", "en", "T.J. Okafor"),
        ("Will Stewart", "en", "Will Stewart"),
        ("Will Rain", "en", None),
    ],
)
def test_a_full_name_in_its_line(text: str, language: str, names: str | None) -> None:
    """An outlet behind it is cut off; initials and a name that is a verb, too, are names."""
    assert read_name(text, language) == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("by annab on December 4, 2016", "en", "annab"),
        ("von jott am 4. Mai 2016", "de", "jott"),
        ("par mlambert le 4 mai 2016", "fr", "mlambert"),
        ("By Anna Maria Lopez Sun", "en", "Anna Maria Lopez Sun"),
        ("By Mary Jane Smith Daily Mail", "en", "Mary Jane Smith"),
        ("Von Katharina Ott Kategorien: Mode 6. November 2023", "de", "Katharina Ott"),
        ("Von Sina Ott Landespolitische Korrespondentin", "de", "Sina Ott"),
    ],
)
def test_what_stands_behind_by(text: str, language: str, names: str) -> None:
    """An account before the day; a name without its section and its office."""
    assert read_byline(text, language) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Anna Berg (@aberg) is a columnist at the Harbour Post.",
            "Anna Berg",
        ),
        ("Anna Berg, Ph.D., is a writer and teaches history in Ferrow.", "Anna Berg"),
        ("Maria Stone, M.D. (she/her) is a reporter for the Harbour Post.", "Maria Stone"),
        ("The pool (closed since May) is a place for journalists.", None),
    ],
)
def test_a_biography_with_a_note_behind_the_name(text: str, names: str | None) -> None:
    """An account, a degree or other words in brackets take no author away."""
    assert read_biography(text, "en") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("教民眾如何分辨，並造成環境傷害。(林麗玉報導)", "林麗玉"),
        ("給予人道救助，三天後回家。(通訊員 宋黎明 記者 黃淼文)", "宋黎明, 黃淼文"),
        ("(福州晚報記者 林安國 實習生 黃衛東 文/攝)", "林安國, 黃衛東"),
        ("他在会议上说明天再来。（实习记者 王小明）", "王小明"),
        ("他在会议上这样说。（记者 王小明 摄）", None),
        ("每吨下降了三元。（李学文）", "李学文"),
        ("特此公告。”(王小明 发自上海)", "王小明"),
        ("這樣的天氣要小心。（黃景文）", "黃景文"),
        ("他在会议上这样说（王小明）", None),
    ],
)
def test_reporters_in_brackets_at_the_end(text: str, names: str | None) -> None:
    """With who helped and what they did; who took the picture wrote nothing."""
    assert read_paragraph(text) == names


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Posted in Diary by annaberg on August 3, 2019", "en", "annaberg"),
        ("Veröffentlicht in Tagebuch von jonasott am 3. August 2019", "de", "jonasott"),
        ("Publié dans Voyages par Marie L le 3 août 2019", "fr", "Marie L"),
        ("Posted in the hall on August 3, 2019", "en", None),
    ],
)
def test_a_stamp_with_its_section(text: str, language: str, name: str | None) -> None:
    """Between what announces it and the account."""
    assert read_posted(text, find_dates(text, language)) == name


@pytest.mark.parametrize("text", ["记者江苏", "記者 台北 報導", "全文 列印 简体 評論 投稿"])
def test_places_and_buttons_are_no_reporters(text: str) -> None:
    """They have the form of names."""
    assert read_reporters(text) is None


@pytest.mark.parametrize(
    "name", ["Harbour Foundation", "THN News", "EMEA Ferrow", "SPX", "CBS Austin", "FOX Ferrow"]
)
def test_a_body_behind_by_is_no_author(name: str) -> None:
    """It is the credit, or nobody."""
    assert find("Home", TITLE, f"By {name}", "3 March 2024", *BODY) is None


@pytest.mark.parametrize(
    "name",
    [
        *("KORIN ADLER", "EJ Antonsen", "Brelmo KOCH", "LIU Wei", "BERG Anna", "NAGY Péter"),
        *("KIM Jong-su", "SATO Hiroshi", "KOCH Brelmo"),
    ],
)
def test_capitals_of_a_person(name: str) -> None:
    """Initials, a family name or all of a name may be in capitals."""
    assert find("Home", TITLE, f"By {name}", "3 March 2024", *BODY) == name


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (("brelmo", TITLE, "by brelmo"), "brelmo"),
        (("Kourten", TITLE, "by kourten"), "kourten"),
        (("by hand", "Share"), None),
        (("by winter", "3 March 2024"), None),
        (
            ("Anna Berg Tom Hall Eva Maria Lind", "3 March 2024"),
            "Anna Berg, Tom Hall, Eva Maria Lind",
        ),
    ],
)
def test_accounts_and_names_side_by_side(lines: tuple[str, ...], byline: str | None) -> None:
    """An account has a day beside it or stands twice, and is no word of the article."""
    top = lines if TITLE in lines else (TITLE, *lines)
    assert find("Home", *top, *BODY) == byline


def of_page(author: str, site: str, top: str) -> tuple[str | None, str | None]:
    """The byline and the credit of a page that states its author and is called so."""
    stated = json.dumps({"@type": "NewsArticle", "author": {"name": author}})
    source = (
        f'<html><head><meta property="og:site_name" content="{site}">'
        f'<script type="application/ld+json">{stated}</script></head>'
        f"<body><h1>Council closes the swimming pool</h1>{top}<main>{ARTICLE}</main></body></html>"
    )
    found = newsclean.clean(source.encode()).metadata
    return found.byline and found.byline.value, found.credit and found.credit.value


@pytest.mark.parametrize(
    ("author", "site"),
    [
        ("Tarrowbuild", "Tarrowbuild"),
        ("Ferrow Quay", "Ferrow Quay Magazine"),
        ("Kwartalnik Ferrow", "Kwartalnik Ferrow"),
    ],
)
def test_the_site_is_no_author_though_it_is_printed(author: str, site: str) -> None:
    """Who owns the page is the credit."""
    assert of_page(author, site, f"<p>By {author}</p><p>March 3, 2024</p>") == (None, author)


@pytest.mark.parametrize(
    ("author", "site"),
    [("Anna Berg", "Anna Berg"), ("Anna Berg", "Anna Berg Yoga"), ("Addy Schmidt", "addyschmidt")],
)
def test_a_site_called_after_its_author(author: str, site: str) -> None:
    """A blog may have the name of who writes it."""
    assert of_page(author, site, f"<p>By {author}</p><p>March 3, 2024</p>")[0] == author
