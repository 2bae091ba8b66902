"""Authors that the mark-up of a page states: persons, or names that are printed beside the text."""

from __future__ import annotations

import json
import time

import pytest

import newsclean
from test_html_title import BODY, GERMAN


def byline(author: str, top: str, body: str = BODY) -> tuple[str | None, str | None]:
    """The byline and the credit of a page that states this author."""
    stated = json.dumps({"@type": "NewsArticle", "author": {"name": author}})
    source = (
        f'<html><head><script type="application/ld+json">{stated}</script></head>'
        f"<body><h1>Council closes the swimming pool</h1>{top}<main>{body}</main></body></html>"
    )
    found = newsclean.clean(source.encode()).metadata
    return found.byline and found.byline.value, found.credit and found.credit.value


@pytest.mark.parametrize(
    ("author", "body"), [("inikosoft", BODY), ("Elliptic", BODY), ("Wirtualna Gazeta", GERMAN)]
)
def test_an_account_or_a_firm_that_is_not_printed(author: str, body: str) -> None:
    """What is no person's name and is printed nowhere is the credit."""
    assert byline(author, "<p>March 3, 2024</p>", body) == (None, author)


@pytest.mark.parametrize("author", ["Zoë Brückner", "Zoe Brückner"])
def test_a_given_name_with_a_mark_is_one(author: str) -> None:
    """It is a person's, printed or not."""
    assert byline(author, "<p>March 3, 2024</p>")[0] == author


@pytest.mark.parametrize("author", ["Kalyn Brightwater", "Yucy Tarrow", "Cortyn"])
def test_an_unusual_name_that_is_printed(author: str) -> None:
    """A name that no list has is one where it stands beside the headline."""
    assert byline(author, f"<p>By {author}</p><p>March 3, 2024</p>")[0] == author


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("Anna Berg, Master Horticulturalist", "Anna Berg"),
        ("Anna Berg, The Commercial Tribune", "Anna Berg"),
        ('"Anna Berg"', "Anna Berg"),
        ("Anna Berg, Tom Hall", "Anna Berg, Tom Hall"),
    ],
)
def test_what_stands_behind_the_name(stated: str, names: str) -> None:
    """An office, a degree and an outlet behind a stated name are cut off; another person is not."""
    assert byline(stated, "<p>By Anna Berg</p><p>March 3, 2024</p>")[0] == names


def test_brackets_without_end_take_no_longer_than_their_length() -> None:
    page = f'<meta name="author" content="Mia Tull {"(" * 200_000}"><p>{BODY}'
    start = time.process_time()
    newsclean.clean(page)
    assert time.process_time() - start < 10  # it grew with the square of the length


_CARD = '<a href="/7"><h3>Baker sells the last of his ovens</h3></a>{}'
_AUTHOR = '<span class="author">Nora Felding</span>'


@pytest.mark.parametrize(
    "below",
    [
        f"<section>{_CARD.format(f'<p>By {_AUTHOR}</p>')}</section>",
        f'<ul class="related"><li>{_AUTHOR}<br><a href="/7">Ovens</a></li></ul>',
        f'<aside><div class="card"><a href="/7">Baker sells the ovens</a>{_AUTHOR}</div></aside>',
    ],
)
def test_who_wrote_another_article(below: str) -> None:
    """An author on a card below the article is not its own, who stands elsewhere or nowhere."""
    assert byline("Anna Berg", "<p>By Anna Berg</p><p>March 3, 2024</p>", BODY + below)[0]
    page = f"<html><body><h1>Council closes the swimming pool</h1>{{}}<main>{BODY}</main>{below}"
    assert newsclean.clean(page.format("<p>March 3, 2024</p>").encode()).byline is None


@pytest.mark.parametrize(
    "below",
    [
        '<div class="author">Nora Felding</div><ul><li><a href="/7">Baker sells his ovens</a></ul>',
        '<h3>About the author</h3><p class="author">Nora Felding</p><p>Nora covers the coast.</p>',
        '<p><a href="/n">Read more from Nora Felding</a></p><p class="author">Nora Felding</p>',
    ],
)
def test_the_author_below_the_article(below: str) -> None:
    """Right below the text stands who wrote it."""
    page = f"<html><body><h1>Council closes the swimming pool</h1><main>{BODY}{below}</main>"
    assert newsclean.clean(page.encode()).byline == "Nora Felding"


@pytest.mark.parametrize(
    ("block", "names"),
    [
        ("<span class='author'>Anna Berg</span><span class='author'>Tom Hall</span>", 2),
        ("<ul class='authors'><li>Anna Berg</li><li>Tom Hall</li></ul>", 2),
        ("<div class='author'>Anna Berg</div><div class='author'>Tom Hall</div>", 2),
        ("<p class='byline'><a href='/a'>Anna Berg</a> <a href='/b'>Tom Hall</a></p>", 2),
        ("<p class='byline'>By <a>Anna Berg</a> in Orrin and <a>Tom Hall</a> in Lowmere</p>", 2),
        (
            (
                "<ul class='byline'><li><a rel='author'>Anna Berg</a>, Science Editor</li>"
                "<li>Tom Hall</li><li>Eve Dale in Lowmere</li></ul>"
            ),
            3,
        ),
        (
            (
                "<ul class='authors'><li><a href='/author/a'>Anna Berg</a><span>Reporter</span>"
                "</li><li><a href='/author/t'>Tom Hall</a><span>Editor</span></li></ul>"
            ),
            2,
        ),
        ("<p class='byline'>By <a>Anna Berg</a> and Tom Hall</p>", 2),
        # other work, offices, places, buttons and what she says of herself are no second author
        ("<p class='byline'>By <a>Anna Berg</a>, photos by <a>Tom Hall</a></p>", 1),
        ("<div class='author'><a>Anna Berg</a><p>Science Editor</p><p>New York</p></div>", 1),
        ("<div class='author'><a>Anna Berg</a><a>View Profile</a><a>Read More</a></div>", 1),
        ("<div class='author'><p>Anna Berg</p><p>She lives in Lowmere with Tom Hall.</p></div>", 1),
        ("<div class='byline'><a>Anna Berg</a><br>Harbour Post</div>", 1),
        ("<p class='byline'><a>Anna Berg</a> | <a>Climate Change</a></p>", 1),
    ],
)
def test_all_authors_of_an_element(block: str, names: int) -> None:
    """Each link or line of its own is one; what stands beside them is not."""
    page = (
        f"<html><body><nav><a href='/'>Home</a></nav><h1>Council closes the swimming pool</h1>"
        f"{block}<p>March 3, 2024</p><main>{BODY}</main></body></html>"
    )
    found = newsclean.clean(page.encode()).metadata.byline
    assert found is not None
    assert found.value == ", ".join(("Anna Berg", "Tom Hall", "Eve Dale")[:names])


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("ko", "한빛나 기자", "한빛나"),
        ("ko", "글·사진 한빛나 기자", "한빛나"),
        ("zh", "记者 罗晓雯", "罗晓雯"),
        ("zh", "本报记者 罗晓雯", "罗晓雯"),
        ("zh", "文｜罗晓雯", "罗晓雯"),
        ("ja", "山本由美記者", "山本由美"),
        ("ja", "文＝山本由美", "山本由美"),
        ("vi", "PV Phạm Quỳnh Anh", "Phạm Quỳnh Anh"),
    ],
)
@pytest.mark.parametrize("tag", ["p class='author'", "span class='byline'"])
def test_what_a_reporter_is_in_an_element(language: str, text: str, names: str, tag: str) -> None:
    """As in a text, it is no part of the name."""
    body = {
        "ko": "의회는 화요일에 수영장을 겨울 동안 닫기로 했다. 수영장은 봄부터 물이 샜다. " * 3,
        "zh": "议会星期二决定冬季关闭游泳馆。游泳馆从春天起就漏水，镇里没有钱修理。" * 3,
        "ja": "議会は火曜日、冬の間プールを閉めることを決めた。春から水が漏れている。" * 3,
        "vi": "Hội đồng hôm thứ Ba quyết định đóng bể bơi trong mùa đông vì bể bị rò. " * 3,
    }[language]
    title = {"ko": "수영장 문 닫는다", "zh": "游泳馆冬季关闭", "ja": "プール閉鎖へ"}.get(language)
    page = (
        f"<html lang='{language}'><body><h1>{title or 'Bể bơi đóng cửa'}</h1><{tag}>{text}</"
        f"{tag[:4].strip(' c')}><p>2024-03-03</p><main>{f'<p>{body}</p>' * 2}</main></body></html>"
    )
    found = newsclean.clean(page.encode()).metadata.byline
    assert found is not None
    assert found.value == names


@pytest.mark.parametrize(
    ("name", "place", "language"),
    [
        ("Ylgur Steinn Hrafnaldsson", "skrifar frá Lundey", "is"),
        ("Ommo Brandhorst", "berichtet aus Grünhagen", "de"),
        ("Tarrow Keldaught", "reporting from Ferrow", "en"),
    ],
)
@pytest.mark.parametrize("names", ["reporter-line", "c-journalist"])
def test_a_reporter_and_from_where_below_the_name(
    name: str, place: str, language: str, names: str
) -> None:
    block = f'<div class="{names}"><p>{name}</p><p>{place}</p></div>'
    source = (
        f'<html lang="{language}"><body><p>Local, 3.3.2024</p><h1>Council closes the pool</h1>'
        f'<div class="sidebar">{block}</div><main>{BODY}</main></body></html>'
    )
    found = newsclean.clean(source.encode()).metadata
    assert found.byline
    assert found.byline.value == name
