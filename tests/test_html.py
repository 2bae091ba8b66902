"""HTML in, lines with their mark-up out: whatever the encoding and however broken the page."""

from __future__ import annotations

import gc
import json
import time
from pathlib import Path

import pytest

from newsclean import pipeline
from newsclean.sources import html, sniff

CASES = json.loads((Path(__file__).parent / "cases" / "html.json").read_text(encoding="utf-8"))


def lines(page: bytes | str) -> list[str]:
    return html.read(page).text.split("\n")


def marks(page: str) -> dict[str, object]:
    document = html.read(page)
    assert document.tree is not None
    return dict(zip(document.text.split("\n"), document.tree.markup, strict=True))


@pytest.mark.parametrize("case", CASES["lines"], ids=lambda case: case["label"])
def test_lines(case: dict[str, object]) -> None:
    """A line is what a reader sees as one paragraph, cell row or heading."""
    assert lines(str(case["html"])) == case["lines"]


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        (
            "<h2><a>Edda Marklund</a><em>Slow Rails</em><span>Ferrow</span></h2>",
            "Edda Marklund Slow Rails Ferrow",
        ),
        ("<h3><span>MARKLUND</span><span>Ferrow Press</span></h3>", "MARKLUND Ferrow Press"),
        ("<h4><b>Étape 3</b><i>Élan</i></h4>", "Étape 3 Élan"),
        ("<h2><b>T</b><i>Om</i> and <b>tram</b>line</h2>", "TOm and tramline"),
        ("<h1>Why <em>Open</em>Tram<em>Map</em> matters</h1>", "Why OpenTramMap matters"),
        ("<h2><b>Tram</b>Line <b>night</b><i>ly</i></h2>", "TramLine nightly"),
        ("<p><b>Tram</b><i>Line</i> opens</p>", "TramLine opens"),
    ],
)
def test_parts_of_a_heading_are_words_apart(heading: str, line: str) -> None:
    """A style shows name, work and publisher as lines; a part of a word stays one."""
    assert lines(f"<html><body>{heading}</body></html>") == [line]


@pytest.mark.parametrize("case", CASES["html or not"], ids=lambda case: case["label"])
def test_recognised_by_content(case: dict[str, object]) -> None:
    """HTML is told from text that only mentions tags."""
    text = str(case["data"])
    assert sniff.looks_like_html(text) is case["is html"]
    assert sniff.looks_like_html(text.encode()) is case["is html"]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("cp1252", '<meta charset="iso-8859-1">'),
        ("cp1252", '<meta http-equiv=content-type content="text/html; charset=windows-1252">'),
        ("utf-8", '<meta charset="iso-8859-1">'),
        ("cp1252", ""),
        ("iso8859-15", '<?xml version="1.0" encoding="iso-8859-15"?>'),
    ],
)
def test_encodings(encoding: str, declared: str) -> None:
    """The same page in any encoding, declared rightly, wrongly or not at all, reads the same."""
    sentence = "Die Bäcker in Düsseldorf grüßen mit „schönen“ Brötchen, sagte Frau Müller."
    if encoding == "iso8859-15":
        sentence = sentence.replace("„", "«").replace("“", "»")
    page = f"{declared}<html><p>{sentence}</p><p>Größer wäre für alle besser.</p></html>"
    assert lines(page.encode(encoding)) == [sentence, "Größer wäre für alle besser."]


def test_named_encoding_wins() -> None:
    """An encoding that the caller names is used whatever the page declares."""
    page = '<meta charset="utf-8"><p>Привет, мир</p>'.encode("koi8-r")
    assert html.read(page, encoding="koi8-r").text == "Привет, мир"


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("They didnâ€™t say â€œnoâ€\x9d â€” yet.", "They didn’t say “no” — yet."),
        ("Das MÃ¼nchner BÃ¼ro", "Das Münchner Büro"),
        ("CafÃ© Â· 5Â\xa0â‚¬", "Café · 5 €"),
        ("\x93Yes,\x94 she said \x96 it\x92s open.", "“Yes,” she said – it’s open."),
        ("\x84Ja\x93, sagte sie \x96 Müller\x92s.", "„Ja“, sagte sie – Müller’s."),
    ],
)
def test_mojibake_is_repaired(broken: str, meant: str) -> None:
    """UTF-8 that was read as Latin-1 somewhere on its way is put right, and the user told."""
    document = html.read(f"<p>{broken}</p>")
    assert document.text == meant
    assert document.notes


@pytest.mark.parametrize(
    "text",
    ["Il est allé» disait-elle", "NÃO É", "ANIMAÇÃO", "Spaß»", "«Où ça? Là», dit-il", "50 Â"],
)
def test_good_text_is_not_repaired(text: str) -> None:
    """Accents beside quotation marks are no mojibake."""
    assert html.read(f"<p>{text}</p>").text == text


def test_links_are_counted() -> None:
    """Each line knows how much of it is link text, and how many links it has."""
    found = marks(
        '<p>Read <a href="/x">this</a> and <a href="/y">that one</a> now</p><p>Plain.</p>'
    )
    link = found["Read this and that one now"]
    assert (link.link_chars, link.links) == (12, 2)  # type: ignore[attr-defined]
    assert found["Plain."].links == 0  # type: ignore[attr-defined]


def test_a_link_around_blocks_counts_in_each() -> None:
    """A teaser card that is one link is link text in all its lines."""
    found = marks('<a href="/x"><h3>A headline here</h3><p>And its teaser</p></a>')
    assert found["And its teaser"].link_chars == len("And its teaser")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display: none">{}</div>',
        "<div hidden><p>{}</p></div>",
        '<div aria-hidden="true">{}</div>',
        "<noscript><p>{}</p></noscript>",
        "<amp-iframe src='x'><p placeholder>{}</p></amp-iframe>",
        "<amp-list src='x'><div fallback><p>{}</p></div></amp-list>",
    ],
)
def test_hidden_text_is_marked(hidden: str) -> None:
    """Text that a browser would not show is read, and marked as hidden."""
    document = html.read("<p>Shown.</p>" + hidden.format("Not shown."))
    assert document.tree is not None
    shown, unseen = document.tree.markup
    assert not document.tree.nodes[shown.node].hidden
    assert document.tree.nodes[unseen.node].hidden


def test_the_placeholder_of_a_form_has_words_and_is_shown() -> None:
    """So has an element that a reader may write in."""
    document = html.read("<p>Shown.</p><div placeholder='Write here'>Shown, too.</div>")
    assert document.tree is not None
    assert not any(document.tree.nodes[mark.node].hidden for mark in document.tree.markup)


def test_tree_leads_from_line_to_root() -> None:
    """Every line's element has its ancestors before it, up to the root."""
    document = html.read("<body><article class='Story main'><p>One <b>two</b></p></article></body>")
    assert document.tree is not None
    nodes = document.tree.nodes
    above, tags = document.tree.markup[0].node, []
    while above >= 0:
        tags.append(nodes[above].tag)
        assert nodes[above].parent < above
        above = nodes[above].parent
    assert tags == ["p", "article", "body", "html"]
    assert nodes[2].names == "story main"


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b"<",
        b"\x00\x00",
        b"</div>" * 50_000,
        b"<!--" * 20_000,
        b"<" * 300_000,
        b"<p class=" + b"a" * 500_000 + b">x",
        b"<table><tr>" + b"<td>x" * 20_000,
        b'<script type="application/ld+json">' + b"[" * 50_000 + b"</script>",
        b'<script type="application/ld+json">{"@type": "Article", "author": [[[1]]]}</script>',
        b"<a " + b" ".join(b"a%d=1" % number for number in range(20_000)) + b">x</a>",
        bytes(range(256)) * 100,
    ],
)
def test_hostile_pages(page: bytes) -> None:
    """No page makes reading fail or hang, and each line keeps its mark-up."""
    began = time.process_time()
    document = html.read(page)
    assert time.process_time() - began < 5
    assert document.tree is not None
    assert len(document.tree.markup) == (document.text.count("\n") + 1 if document.text else 0)


@pytest.mark.parametrize("tag", ["div", "b", "section", "blockquote"])
def test_depth_is_no_danger(tag: str) -> None:
    """A hundred thousand nested elements are read like any others, in a shallow tree."""
    page = f"<{tag}>" * 100_000 + "Still here." + f"</{tag}>" * 100_000 + "<p>And after.</p>"
    document = html.read(page)
    assert document.text.split("\n") == ["Still here.", "And after."]
    assert document.tree is not None
    assert len(document.tree.nodes) < 1000


def test_the_text_of_a_page_without_any_is_that_of_its_json_ld() -> None:
    """A page that scripts would fill is read from what it states; one with text is not."""
    body = (
        "The council of Ferrow agreed on Monday to buy back the harbour tram line, nineteen "
        "years after it was sold for a single crown to a company that ran it badly.\\n\\n"
        "<p>“We sold it for the price of a bun,” said Councillor Edda Marklund.</p>"
    )
    stated = f'{{"@type": "NewsArticle", "headline": "Tram", "articleBody": "{body}"}}'
    empty = (
        f'<html><head><script type="application/ld+json">{stated}</script></head><body>'
        "<div id=app></div><noscript>You need to enable JavaScript.</noscript>{}</body></html>"
    )
    article = pipeline.clean_document(html.read(empty.replace("{}", "")))
    assert article.text.startswith("The council of Ferrow agreed on Monday")
    assert len(article.paragraphs) == 2
    assert "<p>" not in article.text
    assert "JavaScript" not in article.text
    shown = " ".join(f"<p>Sentence {n} of the page that everybody sees.</p>" for n in range(20))
    document = html.read(empty.replace("{}", shown))
    assert "Sentence 7 of the page" in document.text


BODY = (
    "The council of Ferrow agreed on Monday to buy back the harbour tram. It was sold nineteen "
    "years ago for a single crown, to a company that ran it badly and left the rails to rust. "
    "Mayor Edda Marklund called the sale the worst bargain in the history of the town. The price "
    "this time is eleven million, and the state pays half of it. Trams will run every six minutes "
    "from spring, twice as often as today. Drivers keep their contracts and get the pay of their "
    "colleagues on the buses. Only the two members of the Reform list voted against the plan. "
    "They had asked for a vote of all citizens, which the charter does not know. Passengers at "
    "the ferry stop were mostly glad. “I have waited here for a good tenth of my life,” said Olle "
    "Brandt, a retired welder. Work on the bridge begins in January, and buses will replace the "
    "trams there until Easter. The old depot becomes a market hall with room for forty stalls. "
    "Its roof was listed as a monument last year. A model of it stands in the town hall until "
    "Friday, and whoever wants to see it can do so free of charge between nine and five."
)
SECTIONS = "".join(
    f"<li><a href=/s{n}>Everything we know of section {n}, its people, its money and how it came "
    "to be where it is</a></li>"
    for n in range(30)
)
PURPOSES = "".join(
    f"<p>Wir und unsere {n} Partner speichern Cookies auf Ihrem Gerät und lesen sie aus, um "
    "Anzeigen zu messen und unser Angebot zu verbessern.</p>"
    for n in range(200, 206)
)
OPENING = BODY.partition(". ")[0]
WALLS = {
    "links": f"<p>Subscribe to go on reading.</p><ul>{SECTIONS}</ul>",
    "consent": f"<h1>Wir brauchen Ihre Zustimmung</h1>{PURPOSES}<button>Alle akzeptieren</button>",
    "opening": (
        f"<p>{OPENING} …</p><p>This article is for members. You have read all of the articles that "
        "we give away in a month.</p><form><p>Already a member? Enter the address that you joined "
        "with and we send you a link.</p></form>"
    ),
}


@pytest.mark.parametrize("wall", WALLS.values(), ids=WALLS)
def test_a_wall_in_front_of_a_stated_text_is_no_text(wall: str) -> None:
    """Links, a notice of consent and a truncated opening give way to what JSON-LD states."""
    stated = f'{{"@type": "NewsArticle", "headline": "Trams", "articleBody": "{BODY}"}}'
    page = f'<html><head><script type="application/ld+json">{stated}</script></head><body>{wall}'
    article = pipeline.clean_document(html.read(page))
    assert article.text == BODY
    assert article.metadata.title
    assert article.metadata.title.value == "Trams"


def test_a_page_that_shows_its_text_is_read_from_what_it_shows() -> None:
    """Whatever it states: the text shown has headings, and is what a reader saw."""
    stated = f'{{"@type": "NewsArticle", "headline": "Trams", "articleBody": "{BODY}"}}'
    head = f'<html><head><script type="application/ld+json">{stated}</script></head><body>'
    sentences = [f"{sentence}." for sentence in BODY.rstrip(".").split(". ")]
    shown = "<h2>What it cost</h2>" + "".join(f"<p>{sentence}</p>" for sentence in sentences)
    assert html.read(head + shown).tree is not None
    hidden = f"<p>Loading …</p><div style='display:none'>{shown}</div>"
    assert html.read(head + hidden).tree is not None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "ja",
            "トレンドネットは三月九日、通信を保護するアプリの発売を開始すると発表した。",
        ),
        ("pl", "Rada miasta zdecydowała w poniedziałek, że odkupi linię tramwajową od spółki."),
        ("de", "Der Stadtrat hat am Montag beschlossen, dass die Straßenbahn gekauft wird."),
    ],
)
def test_the_language_is_that_of_the_article(language: str, sentence: str) -> None:
    """Code and menus in another language, longer than the article, decide nothing."""
    tracker = (
        "&lt;img src='http://b.example/b?P=" + "N%3dVwYSVP%2fH%3dDX%2fp" * 20 + "' the of and/&gt;"
    )
    menu = "".join(
        f"<li><a href='/{n}'>All of the news and the weather</a></li>" for n in range(30)
    )
    page = (
        f"<html><body><nav><ul>{menu}</ul></nav><article><h1>{sentence[:20]}</h1>"
        + f"<p>{sentence} {sentence}</p>" * 4
        + f"</article><noscript>{tracker * 8}</noscript></body></html>"
    )
    assert pipeline.clean_document(html.read(page)).language == language


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0030)https://post.example/tram -->",
        "<!--\n Page saved with SingleFile \n url: https://post.example/tram \n saved date: x\n-->",
    ],
)
def test_a_saved_page_has_the_address_it_was_saved_from(comment: str) -> None:
    """What a browser or SingleFile notes above a page that it saves is the page's address."""
    page = f"<!DOCTYPE html>\n{comment}\n<html><body><p>Rain fell on Tuesday.</p></body></html>"
    url = html.read(page).metadata.url
    assert url
    assert url.value == "https://post.example/tram"


def test_a_page_is_read_alike_from_bytes_and_from_text() -> None:
    """A mark before UTF-8, zeros or broken bytes in it change nothing else."""
    page = "<html><body><h1>Fähre 7</h1><p>Die „Möwe“ liegt im Hafen – noch.</p></body></html>"
    data = page.encode()
    wanted = html.read(page).text
    assert "„Möwe“ liegt im Hafen –" in wanted
    assert html.read(data).text == wanted
    assert html.read(b"\xef\xbb\xbf" + data).text == wanted
    assert html.read(data.replace(b"7", b"\x007")).text == wanted
    assert html.read(data.replace(b"7", b"\xff7")).text == wanted.replace("7", "\ufffd7")


@pytest.mark.parametrize(
    ("styles", "hidden"),
    [
        (".ad { display: none }", True),
        ("#box{visibility:hidden}", True),
        ("p{color:red} .AD , b {display:none}", True),
        ("@media print{.x{color:red}} .ad{display:none}", True),
        ("@media print{.ad{display:none}}", False),  # on paper alone
        ("@media print{.x{color:red} .ad{display:none}}", False),
        (".ad{display:block}", False),
        (".adder{display:none}", False),
    ],
)
def test_what_the_pages_own_styles_hide(styles: str, hidden: bool) -> None:  # noqa: FBT001
    """Rules of a `<style>` count where they hold on a screen, by class and by id."""
    page = f"<style>{styles}</style><p>Shown.</p><div class='x ad' id='box'><p>Not shown.</p></div>"
    document = html.read(page)
    assert document.tree
    shown, other = document.tree.markup
    assert not document.tree.nodes[shown.node].hidden
    assert document.tree.nodes[other.node].hidden is hidden


def test_a_page_is_freed_without_a_look_for_garbage() -> None:
    """Its lines are not kept by the parser, which refers to itself: a batch would hold them."""
    page = "<p>One <b>bold</b> line.</p>" * 2_000
    html.read(page)  # what is loaded at the first use stays
    gc.collect()
    gc.disable()
    try:
        assert html.read(page).tree is not None
        assert gc.collect() < 500  # 4,000 and more where they are kept
    finally:
        gc.enable()


def test_open_elements_take_no_time() -> None:
    """The element of a line with thousands of open ones in it is found in one pass."""
    started = time.process_time()
    page = "<p>" + "<b>word " * 40_000 + "</p><div>End <i>of <b>the</b></i> <u>page</u></div>"
    document = html.read(page)
    assert document.tree is not None
    assert document.tree.nodes[document.tree.markup[-1].node].tag == "div"
    assert time.process_time() - started < 10
