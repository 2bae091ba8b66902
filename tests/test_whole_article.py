"""The article, whole: what no reader sees is left out, and nothing goes without evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsclean
from newsclean.cleaning.reasons import unfounded
from newsclean.sources import html
from newsclean.sources.html.styles import hidden_names
from records import lines_of, record_of

LEAD = "The council of Ferrow agreed on Monday to buy back the harbour tram line for good."
NEXT = "The line carries nine thousand people a day and loses money on all of them, it said."
LAST = "Services will run as before until June, after which the timetable is drawn up anew."
PAGE = (
    "<!DOCTYPE html><html lang='{lang}'><head><title>{title}</title>{head}</head><body>"
    "<nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{body}</article></body></html>"
)


def page(*paragraphs: str, head: str = "", lang: str = "en") -> str:
    """An HTML page of an article."""
    title = "Ferrow buys back its tram"
    return PAGE.format(lang=lang, title=title, head=head, body="".join(paragraphs))


ARTICLE = tuple(
    f"<p>{text}</p>"
    for text in (
        LEAD,
        "“We sold it for a bun and are buying it back for a bakery,” said Councillor Marklund.",
        NEXT,
        LAST,
    )
)
GERMAN = (
    "<p>Der Rat von Ferrow beschloss am Montag, die Hafenbahn zurückzukaufen, und zwar ganz.</p>",
    "<p>Die Linie trägt neuntausend Menschen am Tag und verliert an jedem von ihnen Geld.</p>",
    "<p>Bis Juni wird gefahren wie bisher, danach wird der Fahrplan der Linie neu gemacht.</p>",
)


@pytest.mark.parametrize(
    ("hidden", "head"),
    [
        ("<div hidden><p>{}</p></div>", ""),
        ("<section style='visibility:hidden'><p>{}</p></section>", ""),
        ("<div aria-hidden='true'><p>{}</p></div>", ""),
        ("<p class='screen-reader-text'>{}</p>", ""),
        ("<p class='pw x-off'>{}</p>", "<style>/* { */ p.x-off , b { display : none }</style>"),
        ("<div id='Old'><p>{}</p></div>", "<style>#Old{visibility:hidden}</style>"),
        ("<noscript><p>{}</p></noscript>", ""),
    ],
)
def test_what_no_reader_sees_is_left_out(hidden: str, head: str) -> None:
    """Its reason says so, and the article around it is whole."""
    text = "A paragraph that nobody ever sees, long enough to look like one of the article itself."
    html = page(ARTICLE[0], hidden.format(text), *ARTICLE[1:], head=head)
    article = newsclean.clean(html.encode())
    assert text not in article.text
    assert LEAD in article.text
    assert LAST in article.text
    reasons = {removal.reason for removal in article.removals if removal.text == text}
    assert reasons == {"hidden on the page"}


@pytest.mark.parametrize(
    ("lang", "pairs"),
    [
        ("en", {
            "When does the tram run again?": "The first tram leaves the depot at five, and the "
            "line runs until midnight on all days but Sunday.",
            "What does a ticket cost?": "A ticket costs two crowns, and children ride for half of "
            "that, as the council decided in May.",
            "Who drives the trams now?": "The company's forty drivers stay, and the city hires "
            "nine more before the summer.",
        }),
        ("de", {
            "Wann fährt die Bahn wieder?": "Der erste Wagen verlässt das Depot um fünf Uhr, und "
            "die Linie fährt bis Mitternacht.",
            "Was kostet eine Fahrt?": "Eine Fahrt kostet zwei Kronen, und Kinder zahlen die "
            "Hälfte, wie der Rat im Mai beschlossen hat.",
        }),
    ],
)  # fmt: skip
def test_answers_that_fold_up_stay_with_their_questions(lang: str, pairs: dict[str, str]) -> None:
    """A reader opens them with a click; questions without answers would say nothing."""
    folded = "<h3><button>{}</button></h3><div hidden><p>{}</p></div>"
    article = ARTICLE if lang == "en" else GERMAN
    html = page(
        *article, "<h2>FAQ</h2>", *(folded.format(*pair) for pair in pairs.items()), lang=lang
    )
    text = newsclean.clean(html.encode()).text
    assert all(question in text and answer in text for question, answer in pairs.items())


@pytest.mark.parametrize("names", ["class='paywall'", "id='p-2' class='paid'", ""])
def test_a_paragraph_that_screen_readers_alone_skip_is_seen(names: str) -> None:
    """Paid articles have such in the middle of others; an ornament of that kind is none."""
    text = "The harbour line was sold in 1994 for a sum that would not buy a single tram today."
    html = page(ARTICLE[0], f"<p {names} aria-hidden='true'>{text}</p>", *ARTICLE[1:])
    assert text in newsclean.clean(html.encode()).text
    html = page(*ARTICLE, f"<p {names} aria-hidden='true'>{LEAD}</p>")
    assert newsclean.clean(html.encode()).text.count(LEAD) == 1
    html = page(ARTICLE[0], "<p aria-hidden='true'>* * * tram * * *</p>", *ARTICLE[1:])
    assert "* tram" not in newsclean.clean(html.encode()).text


def test_an_article_that_a_script_shows_is_no_hidden_one() -> None:
    """Where the article itself is hidden, nothing counts as hidden."""
    html = page("<div style='display:none'>", *ARTICLE, "</div>")
    assert LEAD in newsclean.clean(html.encode()).text


def test_a_name_that_another_rule_shows_is_seen() -> None:
    """Tabs: all are hidden, the chosen one is not; rules for print are not for the screen."""
    styles = ".tab{display:none}.tab.on{display:block}@media print{.menu{display:none}}.x{a:b}"
    assert not {".tab", ".menu", ".x"} & hidden_names(styles)


@pytest.mark.parametrize(
    ("rule", "hidden"),
    [
        (".x{position:absolute;left:-10000px}", True),
        (".x{clip: rect(0, 0, 0, 0); position: absolute}", True),
        (".x{clip:rect(1px 1px 1px 1px)}", True),
        (".x{clip-path: inset(50%); height: 1px}", True),
        (".x{display:none} .x:focus{display:block}", True),
        (".x{left:-12px}", False),
        (".x{clip:rect(0,120px,90px,0)}", False),
        (".x{clip-path:inset(5%)}", False),
        (".x{margin-left:-10000px}", False),
    ],
)
def test_what_is_for_screen_readers_alone_is_not_seen(rule: str, *, hidden: bool) -> None:
    """Cut to a point or moved off the screen, by a rule or at the element itself."""
    assert (".x" in hidden_names(rule)) is hidden
    if "focus" not in rule:
        style = rule[3:-1]
        html = page(f"<p>{LEAD}</p><p style='{style}'>{LAST}</p><p>{NEXT}</p>")
        assert (LAST not in newsclean.clean(html.encode()).text) is hidden


@pytest.mark.parametrize("name", ["offscreen", "blind", "u-visuallyhidden", "sr-only-focusable"])
def test_names_for_screen_readers_are_known_without_a_style_sheet(name: str) -> None:
    html = page(f"<p>{LEAD}</p><p class='{name}'>{LAST}</p><p>{NEXT}</p>")
    assert LAST not in newsclean.clean(html.encode()).text


def test_readings_beside_characters_are_left_out() -> None:
    """Ruby says how a word is read; the word stands beside it."""
    text = (
        "<p><ruby>海鳴<rt>うみなり</rt></ruby>市は10日、30年前に<ruby>消灯<rp>(</rp>"
        "<rt>しょうとう</rt><rp>)</rp></ruby>した北の灯台を5月から再び点灯すると発表した。</p>"
        "<p><ruby>高橋<rt>たかはし</rt></ruby>健一市長は記者会見で「夜の海を歩く人のための明かりだ」"
        "と述べ、市民からの要望が大きかったと説明した。</p>"
    )
    article = newsclean.clean(page(text, lang="ja").encode())
    assert "海鳴市は10日、30年前に消灯した北の灯台" in article.text
    assert "高橋健一市長" in article.text


@pytest.mark.parametrize(
    "texts",
    [
        ("Rain shuts the bridge", "A bridge in Ferrow closed on Monday after rain, said the city.",
         NEXT),
        ("Pont fermé à Ferrow", "Le pont de Ferrow a été fermé lundi après de fortes pluies.",
         "La ville a dit que les travaux dureraient deux semaines et que le bus passerait."),
        ("港の橋が閉鎖", "海鳴市は10日、大雨のため港の橋を閉鎖したと発表した。",
         "市によると、工事は二週間かかり、その間はバスが代わりに走るという。"),
    ],
)  # fmt: skip
def test_the_first_sentence_below_the_headline_stays(texts: tuple[str, ...]) -> None:
    """A middling probability does not take the opening of an article."""
    record = record_of(
        lines_of(*texts),
        [False, False, True],
        probabilities=[0.1, 0.3, 0.9],
        roles={0: "headline"},
    )
    assert unfounded.opening(record) == [1]


@pytest.mark.parametrize("text", ["CALGARY -", "ΜΟΣΧΑ.--", "ОСЛО —"])
def test_a_dateline_on_its_own_line_opens_the_article(text: str) -> None:
    """The place with its dash stands above the sentence that it begins."""
    record = record_of(
        lines_of("Rain shuts the bridge", text, NEXT),
        [False, False, True],
        probabilities=[0.1, 0.05, 0.9],
        roles={0: "headline"},
    )
    assert unfounded.opening(record) == [1]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Photo by Ida Rask of the bridge in the harbour of Ferrow.", None),
        ("The bridge in the harbour of Ferrow on Monday, with the swan.", "caption"),
        ("Sign up for our newsletter and read the news of Ferrow first.", None),
    ],
)
def test_a_caption_or_a_box_above_the_article_goes(line: str, role: str | None) -> None:
    """What a phrase or a role speaks against is no opening."""
    roles = {0: "headline"} | ({1: role} if role else {})
    lines = lines_of("Rain shuts the bridge", line, NEXT)
    record = record_of(lines, [False, False, True], probabilities=[0.1, 0.3, 0.9], roles=roles)
    assert unfounded.opening(record) == []


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("What the neighbours say", True),
        ("He did not say when.", True),
        ("tram --depot=harbour start", True),
        ("Was sagen die Nachbarn dazu?", True),
        ("Read more", False),
        ("Share on Facebook", False),
        ("https://post.example/tram", False),
        ("$18 $14 AT THE SHOP", False),
    ],
)
def test_a_line_inside_goes_on_evidence_alone(line: str, *, stays: bool) -> None:
    """Between two kept lines a phrase or a shape takes a line out, a middling number does not."""
    lines = lines_of(LEAD, line, NEXT)
    record = record_of(lines, [True, False, True], probabilities=[0.9, 0.3, 0.9])
    assert unfounded.inside(record) == ([1] if stays else [])


def test_a_run_of_like_lines_is_one_decision() -> None:
    """All dates of a tour stay where they are likely enough together; a list of links goes."""
    dates = [f"{day} May, Ferrow Hall" for day in range(1, 9)]
    lines = lines_of(LEAD, *dates, NEXT)
    kept = [True, *[False] * 8, True]
    middling = [0.9, *[0.3, 0.35] * 4, 0.9]
    unlikely = [0.9, *[0.05, 0.3] * 4, 0.9]
    assert unfounded.inside(record_of(lines, kept, probabilities=middling)) == list(range(1, 9))
    assert unfounded.inside(record_of(lines, kept, probabilities=unlikely)) == []


@pytest.mark.parametrize(
    "items",
    [("Chez Edda", "French", "Harbour"), ("Zum Anker", "Gasthaus", "Altstadt"),
     ("Da Marta", "Italiano", "Porto vecchio")],
)  # fmt: skip
def test_likely_items_in_a_run_of_html_stay(items: tuple[str, ...]) -> None:
    """Name, kind and place of each thing in a list, between lines that go."""
    rows = ["Photo: Ann Lee", *items, "View map", "Share"]
    paragraphs = "".join(f"<p>{row}</p>" for row in (LEAD, *rows, NEXT))
    document = html.read(f"<html><body>{paragraphs}</body></html>".encode())
    lines = lines_of(LEAD, *rows, NEXT)
    odds = [0.9, 0.1, 0.25, 0.22, 0.24, 0.1, 0.1, 0.9]
    kept = [True, *[False] * len(rows), True]
    tree = document.tree
    assert unfounded.inside(record_of(lines, kept, tree=tree, probabilities=odds)) == [2, 3, 4]
    assert unfounded.inside(record_of(lines, kept, probabilities=odds)) == []


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("Depots and their sheds", "The sheds of both depots are to be sold by the city in May."),
        (
            "Verkauf der Hallen",
            "Die Hallen sollen beim Verkauf an einen neuen Träger im Ort gehen.",
        ),
        (
            "La vente des hangars",
            "Les hangars seront mis en vente au printemps par la ville seule.",
        ),
    ],
)
def test_a_heading_below_a_box_stays_with_its_text(heading: str, below: str) -> None:
    """The text right below has its words; what stands above it in the box goes."""
    box = ["Ann Lee", "Most popular", "The swan of Osland", "12 views"]
    lines = lines_of(LEAD, *box, heading, below)
    kept = [True, *[False] * 5, True]
    assert unfounded.inside(record_of(lines, kept, probabilities=[0.25] * 7)) == [5]
    other = lines_of(LEAD, *box, heading, LEAD)
    assert unfounded.inside(record_of(other, kept, probabilities=[0.25] * 7)) == []


def test_the_cases_of_hidden_text() -> None:
    """Case 41: a paragraph that is not displayed, and words for screen readers."""
    html = (Path(__file__).parent / "cases" / "hidden.html").read_bytes()
    article = newsclean.clean(html)
    assert article.text.startswith("The council of Ferrow agreed on Monday")
    assert "Scroll to continue" not in article.text


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Norland\u00a0and Russia", "Norland and Russia"), ("die Ge\u00admeinde", "die Gemeinde"),
     ("10\u202f000 of\ufb01ces", "10 000 offices")],
)  # fmt: skip
def test_an_article_is_printed_as_a_person_would_type_it(written: str, typed: str) -> None:
    """Its spans still hold for the input."""
    text = f"{LEAD}\n\nHere it says {written} in a sentence of the article.\n\n{NEXT}\n\n{LAST}"
    article = newsclean.clean(text)
    assert typed in article.text
    found = next(p for p in article.paragraphs if typed in p.text)
    assert written in text[found.start : found.end]
