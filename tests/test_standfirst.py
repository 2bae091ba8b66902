"""The standfirst is metadata, in HTML and in text; the lead is body."""

from __future__ import annotations

import pytest

import newsclean

LEAD = "The council of Ferrow agreed on Monday to buy back the tram, nineteen years after the sale."
REST = [
    "“We sold it for the price of a bun,” said Edda Marklund, who voted against it in 2007.",
    "The line carries nine thousand people a day and loses money on all of them, the company said.",
    "Services run as before until June, when a timetable by the city is to come into force.",
]
DECK = "Nineteen years after it was sold for a crown, the harbour line belongs to the town again"
GERMAN = [
    "Der Rat von Grünhagen hat am Montag beschlossen, das Freibad an die Bürger zu verkaufen.",
    "„Wir haben lange gerechnet“, sagte Bürgermeister Jens Ott am Abend vor dem Rathaus.",
    "Das Becken ist seit drei Jahren leer, und die Sanierung kostet zwei Millionen Euro.",
    "Im Juni soll das Wasser eingelassen werden, gesucht werden noch Leute für die Kasse.",
]
VORSPANN = "Drei Jahre war das Freibad geschlossen, nun gehört es denen, die darin schwimmen wollen"
JAPANESE = [
    "海鳴市は十日、三十年前に消灯した北の灯台を五月から再び点灯すると発表し、市民から歓迎の声が上がった。",
    "高橋健一市長は記者会見で、夜の海を歩く人のための明かりだと述べ、要望が大きかったと説明した。",
    "市は一般公開も計画しており、夏休みには子どもたちが階段を上れるようにする方針だという。",
    "灯台は一九九六年に自動化に伴って役目を終え、その後は地元の保存会が建物の手入れを続けてきた。",
]
TOP = ["Home\nNews\nSport", "Ferrow buys back its tram", "By Nils Ekman", "2 March 2026"]


def page(*body: str, under: str = "", title: str = "Ferrow buys back its tram") -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in body)
    return (
        f"<html><body><article><h1>{title}</h1>{under}{paragraphs}</article></body></html>".encode()
    )


@pytest.mark.parametrize(
    ("under", "deck", "body"),
    [
        (f'<p class="standfirst">{DECK}</p><p>By Nils Ekman</p>', DECK, [LEAD, *REST]),
        (f'<h2 class="article-dek">{DECK}</h2>', DECK, [LEAD, *REST]),
        (f"<p>{DECK}</p><p>By Nils Ekman</p><p>2 March 2026</p>", DECK, [LEAD, *REST]),
        (f'<div class="vorspann"><p>{VORSPANN}</p></div><p>Von Jens Holm</p>', VORSPANN, GERMAN),
    ],
    ids=["class", "dek", "above byline", "german"],
)
def test_a_standfirst_of_a_page_is_no_body(under: str, deck: str, body: list[str]) -> None:
    """Class names, or byline and date below it, tell it from the first paragraph."""
    article = newsclean.clean(page(*body, under=under))
    assert deck not in article.text
    assert article.text.startswith(body[0])
    assert article.metadata.standfirst
    assert article.metadata.standfirst.value == deck
    assert any(r.reason == "standfirst" and r.text == deck for r in article.removals)


def test_a_standfirst_of_a_copied_page_is_no_body() -> None:
    """In text the byline below it tells."""
    text = "\n\n".join(
        ["Ferrow buys back its tram", DECK, "By Nils Ekman", "2 March 2026", LEAD, *REST]
    )
    article = newsclean.clean(text)
    assert DECK not in article.text
    assert "By Nils Ekman" not in article.text
    assert LEAD in article.text


@pytest.mark.parametrize("body", [[LEAD, *REST], GERMAN, JAPANESE], ids=["en", "de", "ja"])
def test_a_lead_that_the_page_describes_itself_with_stays(body: list[str]) -> None:
    """A description that repeats the first paragraph does not make a standfirst of it."""
    raw = page(*body, under="<p>By Nils Ekman</p><p>2 March 2026</p>").replace(
        b"<html>", f'<html><head><meta name="description" content="{body[0]}"></head>'.encode()
    )
    assert newsclean.clean(raw).text.startswith(body[0])


DESCRIBED = '<html><head><meta property="og:description" content="{}"></head>'


@pytest.mark.parametrize(
    ("box", "deck", "body"),
    [
        ('<header><p class="post-excerpt">{}</p></header>', DECK, [LEAD, *REST]),
        ('<div class="head"><h2 class="x7f">{}</h2></div>', VORSPANN, GERMAN),
        ('<div><div class="t1 bold">{}</div></div><img src=a.jpg>', DECK, [LEAD, *REST]),
    ],
    ids=["excerpt", "heading", "below the byline"],
)
def test_a_description_in_a_box_of_its_own_is_a_standfirst(
    box: str, deck: str, body: list[str]
) -> None:
    """Wherever byline and date stand: the page shows its description unlike its paragraphs."""
    raw = page(*body, under="<p>By Nils Ekman</p><p>2 March 2026</p>" + box.format(deck))
    article = newsclean.clean(raw.replace(b"<html>", DESCRIBED.format(deck).encode()))
    assert [paragraph.text for paragraph in article.paragraphs] == body


@pytest.mark.parametrize("box", ['<div class="intro"><p>{}</p></div>', '<p class="first">{}</p>'])
def test_a_lead_made_up_like_the_paragraphs_stays(box: str) -> None:
    """In a box of its own, or only with a name of its own."""
    raw = page(*REST, REST[0].replace("bun", "roll"), under=box.format(LEAD))
    article = newsclean.clean(raw.replace(b"<html>", DESCRIBED.format(LEAD).encode()))
    assert article.text.startswith(LEAD)


@pytest.mark.parametrize(
    ("head", "deck", "place", "body"),
    [
        (
            "Freibad in Bürgerhand",
            (
                "Das Freibad von Grünhagen gehört künftig 1.200 Genossen aus der Stadt.",
                "Die Sanierung des Beckens soll bis zum Juni zwei Millionen Euro kosten.",
            ),
            "Grünhagen, 3. März 2026. ",
            GERMAN,
        ),
        (
            "Ferrow buys back its tram",
            (
                "The city pays four million crowns for cars, tracks and the depot",
                "Fares are to stay as they are until the new timetable in June",
                "Nine thousand passengers ride the harbour line on a working day",
            ),
            "FERROW, March 2, 2026 /PRNewswire/ -- ",
            [LEAD, *REST],
        ),
        (
            "Le tramway revient à la ville",
            (
                "La ville de Ferrou rachète la ligne du port dix-neuf ans après sa vente.",
                "Le prix du billet ne changera pas avant le nouvel horaire de juin.",
            ),
            "Ferrou, le 2 mars 2026 – ",
            [
                "Le conseil de Ferrou a décidé lundi de racheter la ligne de tramway du port.",
                "« Nous l'avions vendue pour le prix d'une brioche », a dit Edda Marchand lundi.",
                "La ligne transporte neuf mille personnes par jour et perd de l'argent sur toutes.",
                "Les rames circuleront comme avant jusqu'en juin, puis la ville fera l'horaire.",
            ],
        ),
    ],
    ids=["de", "en", "fr"],
)
def test_points_above_place_and_day_leave_together(
    head: str, deck: tuple[str, ...], place: str, body: list[str]
) -> None:
    """What tells a press release in brief is no lead, and no half of it is."""
    text = "\n\n".join([head, *deck, place + body[0], *body[1:]])
    article = newsclean.clean(text)
    assert not [point for point in deck if point in article.text]
    assert body[0] in article.text


def test_the_only_opening_stays() -> None:
    """Of a brief with two paragraphs the first is body, whatever stands below it."""
    text = "\n\n".join(["Ferrow buys back its tram", LEAD, "By Nils Ekman", REST[0]])
    assert LEAD in newsclean.clean(text).text


@pytest.mark.parametrize(
    "between",
    ["Bron: BELGA", "Fact checked by Ann Lee", "Quelle: dpa"],
)
def test_what_stands_between_standfirst_and_body_tells(between: str) -> None:
    """A source, the headline again or who checked it: the body begins below."""
    parts = [*TOP, f"{DECK}.", between, LEAD, *REST]
    article = newsclean.clean("\n\n".join(parts))
    assert article.text.startswith(LEAD)
    assert any(r.reason == "standfirst" for r in article.removals)


def test_a_dateline_below_the_standfirst_tells() -> None:
    """The body begins where the place is; a lead with one is no standfirst."""
    placed = f"FERROW (AP) — {LEAD}"
    parts = [*TOP, f"{DECK}.", placed, *REST]
    assert newsclean.clean("\n\n".join(parts)).text.startswith(placed)
    parts = [*TOP, LEAD, "Source: Reuters", *REST]
    assert newsclean.clean("\n\n".join(parts)).text.startswith(LEAD)


@pytest.mark.parametrize(
    ("above", "opening", "goes"),
    [
        ("Ferrow", "Ferrow – ", True),
        ("Ferrow", "Ferrow. ", True),
        ("Local news", "Ferrow – ", False),
        ("Ferrow", "", False),
    ],
)
def test_a_place_in_small_letters_below_the_standfirst(
    above: str,
    opening: str,
    goes: bool,  # noqa: FBT001 - what is expected
) -> None:
    """The papers of a region open on a place that is their section, too; else the line stays."""
    text = "\n\n".join([above, *TOP, f"{DECK}.", opening + LEAD, *REST])
    assert newsclean.clean(text).text.startswith(opening + LEAD) is goes
