"""Authors told by a place, a link or a signature; and buttons, twins and letters that are none."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.lines.bylines import read_byline, read_name
from newsclean.cleaning.lines.reporters import is_japanese_name, read_reporters, read_signed
from test_html_title import BODY
from test_photographers import TEXTS, TITLES, page

_JA_TITLE = "市営プール、この冬は閉館へ"
_JA = (
    "市議会は火曜日、市営プールをこの冬の間閉めることを決めた。再開の時期は示さなかった。",
    "屋根の修理には二百万円かかる見通しで、市長は採決の後、予算がないと説明した。",
    "定期券の代金は返され、学校は隣町のプールを使うことになる。",
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("From Anna Berg, Port Ellis", "Anna Berg"),
        ("FROM NGOZI BERG IN MARLOW", "NGOZI BERG"),
        ("From Ngozi Berg in Marlow", "Ngozi Berg"),
        ("From Tamara Lowe, Upper Ferrow", "Tamara Lowe"),
        ("From New York, Tuesday", None),
        ("From San Pedro, Belize", None),
        ("From Alice Springs, Australia", None),
        ("From Victoria Falls, Zimbabwe", None),
        ("From Jackson Hole, Wyoming", None),
        ("From George Town, Penang", None),
        ("From Ann Arbor in Michigan", None),
        ("From Charlotte Amalie, Virgin Islands", None),
        ("From Anna Berg to Tom Hall", None),
        ("From Anna Berg, With Love", None),
        ("From dusk, Anna Berg waits", None),
        ("By Anna BergDec. 21, 2023 11:00 pm", "Anna Berg"),
        ("By Anna May Berg", "Anna May Berg"),
    ],
)
def test_from_whom_and_from_where(text: str, names: str | None) -> None:
    """Papers print it so; a place of two words is nobody."""
    assert read_byline(text, "en") == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Eine Reportage von Oda Berg"),
        ("nl", "Column van Oda Berg"),
        ("da", "Klumme af Oda Berg"),
        ("sv", "Krönika av Oda Berg"),
        ("nb", "Kronikk av Oda Berg"),
        ("fi", "Kirjoittanut Oda Berg"),
        ("en", "Interview: Oda Berg"),
        ("en", "Live updates by Oda Berg"),
        ("de", "Liveblog von Oda Berg"),
        ("nl", "Samengesteld door Oda Berg"),
        ("da", "Artiklen er skrevet af Oda Berg"),
        ("da", "Oda Berg (tekst), Tom Hall (foto)"),
        ("pl", "Oprac. Oda Berg"),
        ("pl", "Relacjonuje: Oda Berg"),
        ("pl", "Z Hanną Lis rozmawia Oda Berg"),
        ("sk", "S Janou Malou sa zhovárala Oda Berg"),
        ("ru", "С Анной Лис беседовала Oda Berg"),
        ("bg", "Думи: Oda Berg"),
        ("hr", "Uživo prati Oda Berg"),
        ("sl", "Avtorica: mag. Oda Berg, mag. farm."),
        ("cs", "Zaznamenala Mgr. Oda Berg*"),
        ("lt", "Tekstas – Oda Berg"),
        ("de", "Text – Oda Berg"),
        ("et", "Küsis Oda Berg"),
        ("hu", "Kérdező: Oda Berg"),
        ("id", "Peliput: Oda Berg"),
        ("th", "เรื่องและสูตร: Oda Berg"),
    ],
)
def test_what_somebody_wrote_leads_to_the_name(language: str, text: str) -> None:
    """A report, a column, an essay."""
    assert read_byline(text, language) == "Oda Berg"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("FacebookXWhatsAppCopy link", "en"),
        ("فيسبوكإكسواتسابنسخ الرابط", "ar"),
        ("تلگرامواتساپ کپی لینک", "fa"),
        ("Телеграм ВКонтакте Одноклассники", "ru"),
        ("פייסבוק טוויטר", "he"),
    ],
)
def test_buttons_are_nobody(text: str, language: str) -> None:
    """Copied or read from mark-up they stand without a blank between, in any script."""
    assert read_name(text, language, sure=True) is None


@pytest.mark.parametrize(
    ("top", "author"),
    [
        (("Anna Berg", "ANNA BERG", "3 May 2024"), "Anna Berg"),
        (("ANNA BERG", "Anna Berg", "3 May 2024"), "Anna Berg"),
        (("By Anna Berg and Tom Hall", "3 May 2024"), "Anna Berg, Tom Hall"),
    ],
)
def test_a_name_once(top: tuple[str, ...], author: str) -> None:
    """In capitals it is the same person."""
    assert newsclean.clean(page("en", *top)).byline == author


_LETTERS = (
    "I have swum in the pool every day since I was nine, and I will not stop for a council.",
    "Your report says that the pool costs too much. So does the war memorial, all year round.",
    "The bus to the pool was cut in spring, and now we are told that nobody goes to the pool.",
)


@pytest.mark.parametrize(
    ("signed", "top", "author"),
    [
        (("Ann Berg, Port Ellis", "Tom Hall, Marlow", "Mary Lowe, Marlow"), (), None),
        (("Ann Berg, Port Ellis", "Tom Hall, Marlow", "Mary Lowe"), ("By Eve Lind",), "Eve Lind"),
    ],
)
def test_letters_with_their_places(
    signed: tuple[str, ...], top: tuple[str, ...], author: str | None
) -> None:
    """Who signs the last of three letters has not written the page."""
    lines = [part for letter in zip(_LETTERS, signed, strict=True) for part in letter]
    text = "\n".join(["Menu", "The pool and its friends", *top, "", *lines, "", "Menu"])
    assert newsclean.clean(text).byline == author


def test_a_list_of_winners_is_no_letter() -> None:
    """The names stand below each other, and the writer below the text."""
    winners = ("Ann Petrie, Marlow", "Tom Lowe, Port Ellis", "Mary Stone, Marlow")
    first, last = TEXTS["en"]
    lines = ["Menu", TITLES["en"], "3 May 2024", "", first, *_LETTERS[:2], *winners, "", last]
    assert newsclean.clean("\n".join([*lines, "", "Anna Berg", "Menu"])).byline == "Anna Berg"


@pytest.mark.parametrize(
    ("top", "end", "author"),
    [
        (("山本春香", "2025年9月7日 7時00分"), "", "山本春香"),
        (("有料記事 山本春香 2025年9月7日 7時00分",), "", "山本春香"),
        (("山本春香 高木健", "2025年9月7日"), "", "山本春香, 高木健"),
        (("森下千尋 2025年9月7日",), "", "森下千尋"),
        (("大沼健", "2025年9月7日"), "", "大沼健"),
        (("有料記事 榊原絹代 2025年9月7日 7時00分",), "（榊原絹代）", "榊原絹代"),
        (("国際政治", "2025年9月7日 7時00分"), "", None),
        (("石川県", "2025年9月7日 7時00分"), "", None),
    ],
)
def test_a_japanese_name_beside_the_day(top: tuple[str, ...], end: str, author: str | None) -> None:
    """A common surname tells it, or that somebody of this name signs; a section has neither."""
    text = "\n\n".join([_JA_TITLE, *top, *_JA[:-1], _JA[-1] + end])
    assert newsclean.clean(text).byline == author


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("山本春香", True),
        ("佐々木 健", True),
        ("山本", False),
        ("福島原発号", False),
        ("社会", False),
        ("千葉経済", False),
        ("福島復興", False),
        ("山口大学", False),
        ("山本文治", True),
        ("中村経子", True),
    ],
)
def test_japanese_names(text: str, named: bool) -> None:  # noqa: FBT001 - what is expected
    """A surname of the list, and what may be a given name."""
    assert is_japanese_name(text) is named


@pytest.mark.parametrize(
    ("link", "author"),
    [
        ("<span>Kultur</span><a href='/autor/anna-berg'>Anna Berg</a>", "Anna Berg"),
        (
            "<a href='/author/a'>Anna Berg</a> <a href='/author/t'>Tom Hall</a>",
            "Anna Berg, Tom Hall",
        ),
        ("<a href='/author/desk'>News Desk</a>", None),
        ("By <a href='/author/a'>Anna Berg</a> ", "Anna Berg"),
        ("Edited by <a href='/author/a'>Anna Berg</a>", None),
        ("Fact checked by <a href='/author/a'>Anna Berg</a>", None),
        ("Translated by <a href='/author/a'>Anna Berg</a>", None),
        ("More from <a href='/authors/a'>Anna Berg</a> ", None),
        ("Photo: <a href='/contributors/a'>Anna Berg</a>", None),
        ("Illustration by <a href='/contributors/a'>Anna Berg</a>", None),
    ],
)
def test_a_link_to_the_page_of_an_author(link: str, author: str | None) -> None:
    """A section glued to the name does no harm; other work than writing names no author."""
    top = f"<h1>{TITLES['en']}</h1><p>{link}<time>3 May 2024</time></p>"
    assert newsclean.clean(f"<article>{top}{BODY}</article>".encode()).byline == author


@pytest.mark.parametrize(
    ("foot", "author"),
    [
        (("Editor in chief", "Anna Berg"), None),
        (("Ansvarig utgivare", "Anna Berg"), None),
        (("Editor: Anna Berg",), None),
        (("“We could not have waited for another year.”", "Anna Berg"), None),
        (("Anna Berg",), "Anna Berg"),
        (("By Anna Berg", "Editor: Tom Hall"), "Anna Berg"),
        (("The editor of the paper was not there.", "Anna Berg"), "Anna Berg"),
    ],
)
def test_names_below_the_text(foot: tuple[str, ...], author: str | None) -> None:
    """Who answers for the paper has not written it, nor has whom a line in marks quotes."""
    first, last = TEXTS["en"]
    text = "\n".join(["Menu", TITLES["en"], "3 May 2024", "", first, "", last, "", *foot, "Menu"])
    assert newsclean.clean(text).byline == author


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Anna Berg, RADIO NORD-OST", "Anna Berg"),
        ("By ANNA BERG, TOM HALL", "ANNA BERG, TOM HALL"),
        ("By Anna BERG, Tom HALL", "Anna BERG, Tom HALL"),
        ("By Anna Berg, TOM HALL", "Anna Berg, TOM HALL"),
    ],
)
def test_an_outlet_in_capitals_behind_a_name(text: str, names: str) -> None:
    """A given name in capitals is somebody else's."""
    assert read_byline(text, "en") == names


@pytest.mark.parametrize(
    ("meta", "author"),
    [
        (("citation_author", "Berg, Anna"), "Anna Berg"),
        (("author", "Anna Berg | WQFX"), "Anna Berg"),
        (("author", "Anna Berg, Tom Hall"), "Anna Berg, Tom Hall"),
        (("dc.creator", "Anna Berg"), "Anna Berg"),
        (("dc.creator", "Anna Berg, Tom Hall"), "Anna Berg, Tom Hall"),
    ],
)
def test_what_machines_read(meta: tuple[str, str], author: str) -> None:
    """A catalogue has the family name first; a bar parts a name from where somebody works."""
    name, content = meta
    head = f'<head><meta name="{name}" content="{content}"></head>'
    source = f"<html>{head}<h1>{TITLES['en']}</h1><p>3 May 2024</p>{BODY}</html>"
    assert newsclean.clean(source.encode()).byline == author


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("文／蘇芷若　攝影／歐陽平", "蘇芷若"),
        ("采写/温如意", "温如意"),
        ("文丨温如意", "温如意"),
        ("记者/温如意 编辑/宋建华", "温如意"),
        ("溫如意 / 台北報導", "溫如意"),
        ("取材・文＝辻さやか 写真＝田所誠", "辻さやか"),
        ("取材／文：立花 礼", "立花 礼"),
        ("構成：港新聞社", None),
        ("기자명 임가람 기자", "임가람"),
        ("서울=뉴스온 정하루 기자", "정하루"),
        ("글 정하루 객원기자", "정하루"),
    ],
)
def test_reporters_behind_their_labels(text: str, names: str | None) -> None:
    """Magazines and sites label who wrote in as many ways as who took the pictures."""
    assert read_reporters(text) == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Pewarta: Anna Berg"),
        ("id", "Ditulis oleh Anna Berg"),
        ("vi", "Thực hiện: Anna Berg"),
        ("th", "เรียบเรียงโดย Anna Berg"),
    ],
)
def test_labels_of_who_wrote(language: str, text: str) -> None:
    """As portals and magazines print them."""
    assert read_byline(text, language) == "Anna Berg"


def test_reporters_sign_in_heavy_brackets() -> None:
    """So do those of a Japanese daily, several at a time."""
    assert read_signed("修理は月曜に始まる。【岩永昭一、小野まなみ】") == "岩永昭一, 小野まなみ"
