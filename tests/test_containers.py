"""What the mark-up of a page names as furniture is no body; a name that lies costs nothing."""

from __future__ import annotations

import numpy as np
import pytest

import newsclean
from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.lines.segment import segment, worded
from newsclean.cleaning.record import PageRecord
from newsclean.cleaning.selection.headings import inner_headings
from newsclean.document import Article
from newsclean.sources import html

BODY = [
    "The council of Ferrow agreed on Monday to buy back the tram, nineteen years after the sale.",
    "“We sold it for the price of a bun,” said Edda Marklund, who voted against it in 2007.",
    "The line carries nine thousand people a day and loses money on all of them, the city said.",
    "Services run as before until June, when a timetable by the city is to come into force.",
    "A second line to the harbour is to be built by 2031, if the region pays half of it.",
]
SENTENCE = "The old tram stands in front of the town hall, where it was painted in spring 1998."


def page(*blocks: str, after: int = 2) -> bytes:
    """An article with blocks of HTML between its paragraphs."""
    paragraphs = [f"<p>{line}</p>" for line in BODY]
    inside = "".join([*paragraphs[:after], *blocks, *paragraphs[after:]])
    head = "<title>Ferrow buys back its tram</title>"
    article = f"<article><h1>Ferrow buys back its tram</h1>{inside}</article>"
    return f"<html><head>{head}</head><body><main>{article}</main></body></html>".encode()


def reason_of(article: Article, text: str) -> str:
    """Why the line that begins with `text` went; empty where it is kept."""
    return next((r.reason for r in article.removals if r.text.startswith(text)), "")


def test_a_post_in_a_figure_goes_whole() -> None:
    """If the network likes nothing of it; the name of the figure takes no quotation away."""
    lines = ("First look at the yellow cars of the new harbour line in Ferrow.", "Rolling in June.")
    signed = "— Ferrow Trams (@ferrowtrams) December 21, 2023"
    post = f"<p>{lines[0]}<br><br>{lines[1]} pic.twitter.com/HKxy4bDJ</p>{signed}"
    named = f'<figure class="embed"><blockquote class="twitter-tweet">{post}</blockquote></figure>'
    article = newsclean.clean(page(named))
    assert not any(line in article.text for line in (*lines, signed))
    quoted = f"<figure><blockquote><p>{SENTENCE}</p></blockquote></figure>"
    assert SENTENCE in newsclean.clean(page(quoted)).text


@pytest.mark.parametrize("said", [BODY[2][:59], BODY[4].split(",")[0]])
def test_a_pull_quote_repeats_the_article(said: str) -> None:
    """What an element of that name says for the first time is of the article."""
    block = '<blockquote class="wp-block-pullquote"><p>{}</p></blockquote>'
    article = newsclean.clean(page(block.format(said), after=1))
    assert (said, "pull quote") in [(each.text, each.reason) for each in article.removals]
    article = newsclean.clean(page(block.format(SENTENCE)))
    assert SENTENCE in article.text
    # others of its name are told twice: it is one with words left out
    article = newsclean.clean(page(block.format(SENTENCE), block.format(BODY[4].split(",")[0])))
    assert reason_of(article, SENTENCE) == "pull quote"


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (f"<figure><img src=a.jpg><figcaption>{SENTENCE}</figcaption></figure>", "caption"),
        (f'<div class="wp-caption"><img src=a.jpg><p>{SENTENCE}</p></div>', "caption"),
        (f'<div><img src=a.jpg><p class="bild__bildunterschrift">{SENTENCE}</p></div>', "caption"),
        (f'<div><img src=a.jpg><span class="image-legend">{SENTENCE}</span></div>', "caption"),
        (f'<div class="PhotoCaption_ab12"><p>{SENTENCE}</p></div>', "caption"),
        (f'<div class="related-articles"><p>{SENTENCE}</p></div>', "related articles"),
        (f'<section class="lees-ook"><p>{SENTENCE}</p></section>', "related articles"),
        (f"<aside><p>{SENTENCE}</p></aside>", "related articles"),
        (f'<div class="block-newsletter"><p>{SENTENCE}</p></div>', "newsletter"),
        (f'<div class="author-bio"><p>{SENTENCE}</p></div>', "author biography"),
        (f'<div id="komentarze"><p>{SENTENCE}</p></div>', "comments"),
        (f'<blockquote class="twitter-tweet"><p>{SENTENCE}</p></blockquote>', "embedded post"),
    ],
)
def test_named_furniture_goes(block: str, reason: str) -> None:
    """Sentences too, between paragraphs; the paragraphs around them stay."""
    article = newsclean.clean(page(block))
    assert [paragraph.text for paragraph in article.paragraphs] == BODY
    assert reason_of(article, SENTENCE) == reason


@pytest.mark.parametrize(
    "name", ["related-content", "sidebar", "newsletter", "comments", "caption", "bio", "social"]
)
def test_an_article_in_a_misnamed_container_stays(name: str) -> None:
    """A template's names may say anything of the element that holds the article."""
    html = page().replace(b"<article>", f'<article class="{name}">'.encode())
    assert [paragraph.text for paragraph in newsclean.clean(html).paragraphs] == BODY
    each = page().replace(b"<p>", f'<p class="{name}">'.encode())
    assert [paragraph.text for paragraph in newsclean.clean(each).paragraphs] == BODY


@pytest.mark.parametrize(
    "name", ["post tag-sharing category-newsletter", "has-sidebar", "no-comments", "is-related"]
)
def test_a_state_is_no_name(name: str) -> None:
    """What a page is filed under, or has beside it, says nothing of a paragraph."""
    block = f'<div class="{name}"><p>{SENTENCE}</p></div>'
    assert SENTENCE in newsclean.clean(page(block)).text


def test_the_id_of_a_heading_is_no_name() -> None:
    """A heading's anchor repeats its words, whatever they are."""
    heading = '<h2 id="social-media-and-newsletter">Social media and the newsletter</h2>'
    assert "Social media and the newsletter" in newsclean.clean(page(heading)).text


def headings_of(block: str, doubted: str) -> list[str]:
    """Which sub-headings are held where the networks doubt the line `doubted` of a page."""
    document = html.read(page(block))
    lines = segment(document.text, unwrap=False)
    indices, content_lines = worded(lines)
    record = PageRecord(
        document, PageLines(lines, "en"), content_indices=indices, content_lines=content_lines
    )
    texts = [line.text for line in content_lines]
    probabilities = np.array([0.2 if text == doubted else 0.95 for text in texts], np.float32)
    causes = [at for at in indices if lines[at].text.startswith("Photo")]
    kept = (probabilities > 0.5) & np.array([at not in causes for at in indices])
    return [texts[at] for at in inner_headings(record, probabilities, kept, causes)]


HEADED = {
    "tag": '<h3 class="promo-title">{}</h3>',
    "caption": "<h2>{}</h2><figcaption>Photo of the tram</figcaption>",
    "panel": '<div class="accordion"><div class="panel"><div class="panel-title">{}</div><p>Of '
    "all the lines in the town it is the one that most people use.</p></div></div>",
    "link": '<h3><a href="/lines">{}</a></h3><p>Between the harbour and the old depot, the tram '
    "lines carry goods, linie, voyageurs and preise as well.</p>",
}


@pytest.mark.parametrize("heading", ["Tram lines", "Linie und Preise", "Les voyageurs"])
@pytest.mark.parametrize("block", HEADED.values(), ids=HEADED)
def test_a_heading_between_paragraphs_is_held(block: str, heading: str) -> None:
    """Networks may doubt it: the paragraph below says what it is."""
    assert headings_of(block.format(heading), heading) == [heading]


UNHEADED = {
    "box": "<h3>{}</h3><ul><li><a href=/1>Ferry is cancelled</a></ul>",
    "link": "<h4><a href=/2>{}</a></h4>",
    "label": "<h3>{0}</h3><p>x</p><h3>{0}</h3><p>y</p><h3>{0}</h3>",
    "no heading": '<p class="label">{}</p>',
}


@pytest.mark.parametrize("block", UNHEADED.values(), ids=UNHEADED)
def test_a_label_is_no_heading(block: str) -> None:
    """Above links, linking to another article, printed again and again or marked as none."""
    assert headings_of(block.format("Ostry builds bridges"), "Ostry builds bridges") == []


@pytest.mark.parametrize(
    "around",
    [
        '<div class="deal-wrap" role="button" tabindex="0">{}</div>',
        '<div class="fold-btn">{}</div>',
        '<button type="button" class="card-open">{}</button>',
    ],
)
def test_a_card_with_a_paragraph_is_more_than_a_button(around: str) -> None:
    """What opens at a touch holds the reasons of a review; what only sends somewhere goes."""
    reasons = [
        (
            "You ride every day",
            "The yearly pass pays from the ninth ride in a month, says the city.",
        ),
        ("You live by the harbour", "From June the line stops at the fish hall, six minutes away."),
        ("You hate stairs", "All cars have a low floor now, and a ramp that the driver folds out."),
    ]
    cards = "".join(
        around.format(f"<p><strong>{head}</strong></p><p>{text}</p>") for head, text in reasons
    )
    towns = ("Osland", "Marl", "Ness")
    more = [f"<p>{line.replace('Ferrow', town)}</p>" for town in towns for line in BODY]
    article = newsclean.clean(page(*more, "<h2>Take the tram if...</h2>", cards))
    assert all(each in article.text for pair in reasons for each in pair)
    link = around.format('<a href="/pass">Buy the yearly pass for the tram in two minutes</a>')
    assert "two minutes" not in newsclean.clean(page(link)).text
    assert "Subscribe" not in newsclean.clean(page(around.format("Subscribe now"))).text
