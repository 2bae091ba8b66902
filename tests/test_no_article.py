"""Pages that are only a notice are told so; short articles and parts of them are not refused."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.page_kind.commerce import commerce, signs
from newsclean.errors import NoArticleError
from records import LAST, LEAD, MIDDLE, lines_of

NOTICES = {
    "error": "Nothing here\nThe page may have been taken down, or its address has changed.\n"
    "Try the front page\nSearch\nContact",
    "consent": "Your privacy matters to us\nWe and our 842 partners store cookies and other data "
    "on your device to show ads and to measure how they do. You can agree to this or choose what "
    "we may do.\nAgree to all\nReject all\nMore options\nList of partners",
    "captcha": "One more step\nShow us that you are a person\nTick the box to go on\n"
    "Why do I see this?\nRay 7f12c0",
    "consent, German": "Ihre Privatsphäre\nWir benötigen Ihre Zustimmung, um Cookies auf Ihrem "
    "Gerät zu speichern und Werbung anzuzeigen.\nAlle akzeptieren\nAblehnen\nImpressum",
    "error, Spanish": "Vaya\nNo hemos podido encontrar esta página. Puede que ya no exista.\n"
    "Volver al inicio\nBuscar",
    "blocked, Dutch": "Geen toegang\nUw verzoek is tegengehouden. Neem contact op met de "
    "beheerder van deze site.\nKenmerk 81-22-4c\nTerug",
}
SHORT = {
    "a plan in short lines": "Sixteen week plan\n\nBeginner friendly\n\nIt is for you if:\n\n"
    "You can run for half an hour without a break and have done so three times a week for a month "
    "or more\n\nYou want to finish your first marathon well",
    "a guide with headings": "Building a home gym on a budget\n\nA home gym does not need much "
    "money, and most people already own a part of what they need. This guide lists what to buy "
    "first, by budget, and says what each thing is for, so that nothing stands in a corner.\n\n"
    "Home gym for 300 pounds\n\nFolding bench\n\nResistance bands\n\nKettlebell set",
    "a short report": "Brücke gesperrt\n\nDie alte Brücke über den Fluss ist seit Montag gesperrt, "
    "teilte die Stadt mit. Fußgänger können die Fähre nehmen.\n\nDie Arbeiten dauern bis Mai.",
}


@pytest.mark.parametrize("name", NOTICES)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_notice_is_no_article(name: str, gap: str) -> None:
    with pytest.raises(NoArticleError):
        newsclean.clean(NOTICES[name].replace("\n", gap))


@pytest.mark.parametrize("name", SHORT)
def test_a_short_article_is_one(name: str) -> None:
    kept = newsclean.clean(SHORT[name]).text
    longest = max(SHORT[name].split("\n"), key=len)
    assert longest in kept


@pytest.mark.parametrize(
    "line",
    [
        "Video Player is loading.",
        "Your browser does not support the video tag.",
        "Watch the video below",
    ],
)
def test_player_lines_have_a_reason(line: str) -> None:
    story = "The council met on Monday and decided that the old harbour will be closed in May.\n\n"
    more = "It said that the ships would find another place along the coast by then.\n\n"
    article = newsclean.clean(f"{story}{line}\n\n{more * 3}")
    assert [found.reason for found in article.removals if found.text == line] == ["audio or video"]


SHOPS = {
    "en": "Osland rain coat, yellow\n$129.00\n4.8 (212)\nSize guide\nAdd to cart\nFree shipping\n"
    "Product details\nThis coat is made for the rain of Ferrow, with taped seams and a hood that "
    "holds in any wind. It was made in a small factory at the harbour and is sold since 1961.",
    "de": "Regenmantel Osland, gelb\n129,00 €\ninkl. MwSt. zzgl. Versandkosten\nAuf Lager\n"
    "In den Warenkorb\nProduktbeschreibung\nDieser Mantel ist für den Regen von Ferrow gemacht, "
    "mit dichten Nähten und einer Kapuze, die bei jedem Wind hält.",
    "fr": "Manteaux de pluie\nTrier par\nPrix croissant\n24 produits\nManteau Osland\n129,00 €\n"
    "Ajouter au panier\nManteau Ferrow\n99,00 €\nAjouter au panier\nÉpuisé",
    "ja": "雨具オスランド\n￥12,900\n在庫あり\nカートに入れる\n商品説明\n"
    "フェロウの雨のために作られたコートです。港の小さな工場で作られています。",
}


@pytest.mark.parametrize("language", SHOPS)
def test_goods_for_sale_are_no_article(language: str) -> None:
    """What the buttons of a shop say tells it, where the networks are in doubt."""
    words = PageLines(lines_of(*SHOPS[language].split("\n")), language)
    assert commerce(signs(words)) == 1.0
    with pytest.raises(NoArticleError):
        newsclean.clean(SHOPS[language])


def test_an_article_with_an_offer_is_one() -> None:
    """A button of a shop in it, or several where the networks are sure of it, refuse nothing."""
    offer = "The ten best coats for the rain\nWe tried them for a month.\nBuy now\n$129\n$99\n$79"
    words = PageLines(lines_of(*offer.split("\n")), "en")
    assert commerce(signs(words)) == 0.5
    buttons = "Add to cart\nIn stock\n$129\nAdd to cart\nIn stock\n$99"
    story = newsclean.clean(f"{LEAD}\nBuy now\n{MIDDLE}\n{LAST}\n{buttons}")
    assert all(paragraph in story.text for paragraph in (LEAD, MIDDLE, LAST))


def _page(body: str, language: str = "en") -> bytes:
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Home", "News", "Sport"))
    return (
        f"<html lang='{language}'><title>Post</title><body><nav><ul>{menu}</ul></nav>{body}"
        "<footer>© 2026 Post Media</footer></body></html>"
    ).encode()


HEADLINES = [
    ("Ferry line gets a second boat", "It was built in Marlow and will sail from May."),
    ("Mill shows its oldest wheel", "Children may turn it on Sundays."),
    ("Bakery closes after ninety years", "No buyer was found in all that time."),
    ("Pier opens without a roof", "The roof is still on its way from Holm."),
    ("Owl moves into the town hall", "The clerk feeds her and calls her Edda."),
    ("Bus drivers get more breaks", "They had asked for them since last winter."),
]
TOWNS = ["Ferrow", "Marlow", "Holm", "Penn", "Alder", "Kelm", "Brann", "Quay"]
JAPANESE = [
    "港に新しい船が到着",
    "水車小屋が五月に再開",
    "パン屋が九十年の歴史に幕",
    "桟橋の屋根が完成間近",
    "役場にふくろうがすみつく",
    "バスの運転手に休憩時間",
    "灯台の一般公開が決まる",
    "朝市が駅前へ移転",
    "川沿いの桜が見頃に",
    "図書館の開館時間を延長",
]
NO_ARTICLES = {
    "cards": _page(
        "".join(
            f"<div><h3><a href='/a'>{head}</a></h3><p>{deck}</p></div>" for head, deck in HEADLINES
        )
    ),
    "a table": _page(
        "<h1>League</h1><table>"
        + "".join(
            f"<tr><td>{at}</td><td>{town}</td><td>{40 - at}</td></tr>"
            for at, town in enumerate(TOWNS)
        )
        + "</table>"
    ),
    "headlines": _page(
        "<h2>地域</h2><ul>"
        + "".join(f"<li><a href='/x'>{one}</a></li>" for one in JAPANESE)
        + "</ul>",
        "ja",
    ),
}


@pytest.mark.parametrize("name", NO_ARTICLES)
def test_a_page_of_headlines_or_one_table_is_no_article(name: str) -> None:
    """Though most of its lines look like kept ones."""
    with pytest.raises(NoArticleError):
        newsclean.clean(NO_ARTICLES[name])


def test_a_list_with_paragraphs_is_an_article() -> None:
    """Its headings may be links, and its paragraphs stand alone below them."""
    told = (
        "It was built in Marlow and sails from May, twice a day and three times on Sundays. The "
        "crew is from Holm, and the captain has seen the strait at all hours for thirty years."
    )
    body = "".join(f"<h2><a href='/a'>{head}</a></h2><p>{told}</p>" for head, _ in HEADLINES)
    kept = newsclean.clean(_page(f"<article><h1>Six things to see</h1>{body}</article>")).text
    assert told in kept


RESULTS = """Results of the county cup

12 May 2026

Ferrow 3-1 Marlow
Holm 0-0 Penn (4-2 on penalties)
Alder 2-1 Kelm
Brann 5-0 Quay
Ferrow: Berg 12, 44, Holt 80
Marlow: Rand 33
Alder: Penn 8, Rau 90+2
Kelm: Otto 51
Brann: Lund 2, 9, 30, Behr 61, Kolb 77
Attendance at Ferrow: 412
Attendance at Holm: 95
Semi-finals on 2 June
"""


def test_dated_results_are_an_article() -> None:
    """Short lines without a sentence, but with a day."""
    assert "Holm 0-0 Penn" in newsclean.clean(RESULTS).text


def test_a_list_of_books_below_its_headline_is_an_article() -> None:
    """A home page has decks below links, too, and no headline of its own above them."""
    books = "".join(
        f"<h2><a href='/b/{at}'>{name} by Tom Reed</a></h2><p>Twelve stories from the {thing}, of "
        "which the best is about a piano that drowned.</p>"
        for at, (name, thing) in enumerate(
            [("Salt", "coast"), ("Rust", "yards"), ("Tar", "pits"), ("Ash", "hills"),
             ("Flax", "fields"), ("Lime", "quarry"), ("Peat", "moor")]
        )
    )  # fmt: skip
    page = f"<html><body><h1>Seven new books to read this summer</h1>{books}</body></html>"
    assert "Twelve stories from the moor" in newsclean.clean(page.encode()).text


def test_a_brief_on_a_lost_page_with_its_day_is_an_article() -> None:
    """Short sentences that tell of an error page; the mark-up has the day of the article."""
    lines = (
        "The museum's page for error 404 shows a lost painting.",
        "Sorry, this page is not found, it says under the picture.",
        "Visitors try again and again to see it.",
        "You can buy it as a postcard now.",
        "The curator had the idea on a train.",
    )
    day = '<meta property="article:published_time" content="2025-03-04T10:00:00Z">'
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<html><head>{day}</head><body><h1>A painting that is lost</h1>{body}</body></html>"
    assert lines[3] in newsclean.clean(page.encode()).text
