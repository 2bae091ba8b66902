"""Names in no known form beside the headline and below the text, and accounts."""

from __future__ import annotations

import pytest

import newsclean
from newsclean import languages
from newsclean.cleaning.lines.bylines import read_byline
from newsclean.cleaning.lines.personal_names import is_any_family_name, is_any_given_name
from newsclean.cleaning.lines.reporters import read_paragraph, read_reporters
from newsclean.cleaning.metadata import extract
from records import lines_of, record_of

TITLE = "Council closes the swimming pool"
BODY = (
    "The council voted on Tuesday to close the swimming pool for the winter, and gave no date.",
    "The swimming pool has leaked since spring, and the council has no money for the winter.",
)


def find(*texts: str, language: str = "en") -> str | None:
    """The byline of a page of these lines, of which `BODY` is kept."""
    kept = [text in BODY for text in texts]
    found = extract.find(record_of(lines_of(*texts), kept, language)).metadata
    return found.byline.value if found.byline else None


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("By Anna Berg »", "en", "Anna Berg"),
        ("Von Jonas Ott ›", "de", "Jonas Ott"),
        ("By Anna Berg@aberg28Tom Hall", "en", "Anna Berg, Tom Hall"),
        ("Written\u00a0by\u00a0Anna Berg, CEPF®", "en", "Anna Berg"),
        ("Geschrieben\u00a0von Jonas Ott", "de", "Jonas Ott"),
        ("By Anna Berg, Harbour Times", "en", "Anna Berg"),
        ("Author: Anna7 am 29.12.2010, 13:36 Uhr", "de", "Anna7"),
        ("by anna7 on May 3, 2024", "en", "anna7"),
        ("Autor: aberg. Data publikacji: 3.05.2024", "pl", "aberg"),
        ("By Anna Berg1, Tom Hall2", "en", "Anna Berg, Tom Hall"),
        ("By Anna Berg Wednesday 3 May 2024", "en", "Anna Berg"),
        ("Von Jonas Ott Montag, 6. Mai 2024", "de", "Jonas Ott"),
        ("Συντάκτης: Dr.Άννα Μπεργκ", "el", "Άννα Μπεργκ"),
    ],
)
def test_bylines_with_signs_accounts_and_outlets(text: str, language: str, names: str) -> None:
    """Arrows, accounts, no-break spaces and outlets take no name away."""
    assert read_byline(text, language) == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("By webmaster. Published on 3 May 2024", "en"),
        ("Von webmaster. Veröffentlicht am 3.5.2024", "de"),
        ("Autor: reklama. Data publikacji: 3.05.2024", "pl"),
    ],
)
def test_no_account_is_called_as_nobody_is(text: str, language: str) -> None:
    """A word that names nobody is no author before another sentence either."""
    assert read_byline(text, language) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("作者： 记者王敬照 编辑： 王华军", "王敬照"),
        ("2011-12-08 作者：记者 武彩霞 来源：经济参考网", "武彩霞"),
        ("南海之聲電台張翠報導", "張翠"),
        ("台灣電視黃定國、林秋霞新竹採訪報導。", "黃定國, 林秋霞"),
        ("见习编辑、记者 李琼皙", "李琼皙"),
        ("记者从会议上获悉", None),
    ],
)
def test_reporters_without_a_blank(text: str, names: str | None) -> None:
    """A surname tells where the name begins that stands right behind "reporter" or an outlet."""
    assert read_reporters(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("【港口日報記者林佳怡、王文博綜合報導】市議會決定買回電車。", "林佳怡, 王文博"),
        ("〔記者陳曉雯台中報導〕市議會決定買回電車。", "陳曉雯"),
        ("【本報記者潘姿羽台北報導】市議會決定買回電車。", "潘姿羽"),
        ("【記者會】市議會決定買回電車。", None),
        ("【編者按】市議會決定買回電車。", None),
        (
            "南海网海口1月12日消息(南海网记者陈望 通讯员樊骁)近日，消防支队开展了检查。",
            "陈望, 樊骁",
        ),
        ("（中央社記者劉世怡台北11日電）傅姓男子今天被起訴。", "劉世怡"),
        ("【ソウル＝小池和樹】韓国の大統領は談話を出した。", "小池和樹"),
        ("对于记者来说，王先生表示没有问题。", None),
    ],
)
def test_reporters_in_brackets(text: str, names: str | None) -> None:
    """Who reports stands in the brackets that open a paragraph."""
    assert read_paragraph(text) == names


def test_every_listed_name_is_found() -> None:
    """The lists ascend, and are searched by halves: the first name, the last, and one between."""
    names = languages.read_data("cleaning/names.json")
    for kind, is_listed in (("given", is_any_given_name), ("family", is_any_family_name)):
        listed = names[kind].split(" ")
        assert listed == sorted(listed)
        assert all(map(is_listed, (listed[0], listed[len(listed) // 2], listed[-1])))
        assert not is_listed(f"{listed[-1]}zz")
        assert not is_listed("\u30b0")


def test_names_of_the_world() -> None:
    """Case and accents do not matter; a plain word is none."""
    assert is_any_given_name("Swantje")
    assert is_any_given_name("ZOË")
    assert is_any_family_name("Hansen")
    assert not is_any_given_name("pavement")


@pytest.mark.parametrize(
    "lines",
    [
        ("by Anna Berg", "Contributing Reporter", "Thu, Dec 21, 2023, 9:42 PM"),
        ("26 May, 2024 | Anna Berg | 34 comments",),
        ("Anna Berg", "Reporter", "Updated May 3, 2024"),
    ],
)
def test_a_name_between_headline_and_text(lines: tuple[str, ...]) -> None:
    """Office, day and replies may stand beside the author."""
    assert find("Home", TITLE, *lines, *BODY) == "Anna Berg"


@pytest.mark.parametrize(
    "below",
    [
        ("Media Contact:", "Anna Berg", "Harbour Labs", "press@example.org"),
        ("Related", "Anna Berg leaves the council", "Tom Hall wins the cup"),
        ("Foto: Anna Berg", "Share"),
        ("Eingestellt von Unknown", "Labels: Baden"),
        ("Posted by Anonymous", "Tags"),
    ],
)
def test_who_stands_below_and_did_not_write_it(below: tuple[str, ...]) -> None:
    """A contact, somebody of another article, and a photographer are no authors."""
    assert find(TITLE, "3 May 2024", *BODY, *below) is None


@pytest.mark.parametrize(
    ("author", "fuller"),
    [
        ("Anna Berg and Tom Hall", "Anna Berg, Tom Hall"),
        ("Anna Berg, The Harbour Globe", "Anna Berg"),
    ],
)
def test_the_fuller_of_two_lists(author: str, fuller: str) -> None:
    """Whom another line adds is an author, too, if it is a person."""
    assert find("Home", TITLE, "3 May 2024 | Anna Berg", *BODY, f"By {author}", "Share") == fuller


@pytest.mark.parametrize(
    "between",
    ["« Bells ring again | Main | The harbour closes »", "← Older entry | Home | Newer entry →"],
)
def test_what_leads_to_other_entries_is_no_headline(between: str) -> None:
    """A weblog's line between headline and text names the entries before and after."""
    texts = (TITLE, between, *BODY)
    kept = [text in BODY for text in texts]
    title = extract.find(record_of(lines_of(*texts), kept, "en")).metadata.title
    assert title is not None
    assert title.value == TITLE


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("« Previous Story Next Story »", TITLE),
        ("« Garlic soup of Ferrow | Main | Bay leaves in jars »", TITLE),
        ("“Nobody asked the swimmers what they want”", None),
        ("“NOBODY ASKED THE SWIMMERS”", None),
        ("«NIEMAND FRAGTE DIE SCHWIMMER»", None),
        ("« Бассейн снова закрыт »", None),
        ("« Nobody asked the swimmers »", None),
        ("« Personne ne demande aux nageurs »", None),
    ],
)
def test_what_stands_in_marks_above_the_headline(above: str, title: str | None) -> None:
    """The quotation of an interview is the headline; arrows to other entries are none."""
    title = title or above
    texts = (above, TITLE, *BODY)
    kept = [text in BODY for text in texts]
    found = extract.find(record_of(lines_of(*texts), kept, "en")).metadata.title
    assert found is not None
    assert found.value.strip("“”«» ") == title.strip("“”«» ")


def test_the_same_in_html() -> None:
    """The day and the author in one line of a page's mark-up."""
    prose = "".join(f"<p>{text} {'It will open in spring. ' * 4}</p>" for text in BODY * 3)
    page = (
        f"<html><body><nav><a>Home</a><a>Sport</a></nav><article><h1>{TITLE}</h1>"
        f"<div>26 May, 2024 | Anna Berg | 34 comments</div>{prose}</article></body></html>"
    )
    known = newsclean.clean(page.encode()).metadata
    assert known.byline is not None
    assert known.byline.value == "Anna Berg"


@pytest.mark.parametrize(
    ("line", "author"), [("背景色", None), ("关闭", None), ("手机版", None), ("罗文博", "罗文博")]
)
def test_a_button_in_chinese_is_no_author(line: str, author: str | None) -> None:
    """A bare word below the day is a name where it opens on a surname."""
    body = (
        "市议会星期二决定，游泳池将在冬季关闭，没有公布重新开放的日期，市民对此表示不满。",
        "游泳池从春天起就一直漏水，市议会说冬季没有足够的经费来修理它，只能等到明年。",
    )
    texts = ("市议会关闭游泳池", "2026年3月10日", line, *body)
    kept = [text in body for text in texts]
    found = extract.find(record_of(lines_of(*texts), kept, "zh")).metadata
    assert (found.byline.value if found.byline else None) == author


def test_a_control_of_the_page_is_no_author() -> None:
    """What sets the size of the letters is written as names are: "Fonts Size"."""
    assert find(TITLE, "3 May 2024", "Fonts Size", *BODY) is None


@pytest.mark.parametrize(
    ("hero", "titles"),
    [
        ("Peter Marlow", ("and the Silver Key (first mentioned)", "and the Tide", "at Sea")),
        ("Anna Lindqvist", ("och den sista båten", "på isen (film)", "och hamnen")),
        ("Martin Keller", ("und das Boot", "im Hafen (Hörbuch)", "und die letzte Fähre")),
    ],
)
def test_who_opens_the_titles_of_a_list_is_its_hero(hero: str, titles: tuple[str, ...]) -> None:
    """The books in which something appears are no articles that somebody wrote."""
    listed = [f"{hero} {title}" for title in titles]
    assert find(TITLE, *BODY, "Appearances", *listed, f"{hero} 2", f"{hero} 3") is None
