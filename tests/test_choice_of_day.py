"""The day of an HTML page: of what it prints at the headline and what its mark-up states."""

from __future__ import annotations

import json

import pytest

import newsclean

HEADLINES = {
    "en": "Ferrow buys back its tram from the harbour company",
    "de": "Ferrow kauft seine Straßenbahn von der Hafenfirma zurück",
    "fr": "Ferrow rachète son tramway à la société du port",
}
BODIES = {
    "en": (
        "The town of Ferrow is buying back the tram at the harbour, nineteen years after the sale.",
        "The line carries nine thousand people a day and loses money on each, the company said.",
        "Trams run on until June, and after that the town draws up the timetable by itself.",
    ),
    "de": (
        "Die Stadt Ferrow kauft ihre Straßenbahn am Hafen zurück, neunzehn Jahre nach dem Verkauf.",
        "Die Linie fährt neuntausend Menschen am Tag und verliert an jedem Geld, so die Firma.",
        "Der Betrieb läuft bis Juni weiter, danach macht die Stadt den Fahrplan selbst.",
    ),
    "fr": (
        "La ville de Ferrow rachète son tramway du port, dix-neuf ans après l'avoir vendu.",
        "La ligne transporte neuf mille personnes par jour et perd de l'argent sur chacune.",
        "Le service continue jusqu'en juin, ensuite la ville fera elle-même ses horaires.",
    ),
}


def page(language: str, stamp: str, *, head: str = "", layout: int = 0, below: str = "") -> str:
    """A page with `stamp` under the headline, in one of three layouts."""
    title = HEADLINES[language]
    paragraphs = "".join(f"<p>{text}</p>" for text in BODIES[language] * 2)
    article = (
        f"<article><h1>{title}</h1><p class='meta'>{stamp}</p>{paragraphs}</article>",
        f"<div id='c'><h2>{title}</h2><div><span>{stamp}</span></div><div>{paragraphs}</div></div>",
        f"<main><header><h1>{title}</h1><ul><li>{stamp}</li></ul></header>{paragraphs}</main>",
    )[layout]
    return (
        f"<html lang='{language}'><head><title>{title}</title>{head}</head>"
        f"<body><nav><a href='/'>Ferrow</a></nav>{article}{below}</body></html>"
    )


def stated(**days: str) -> str:
    """JSON-LD of an article with these days."""
    told = {"@type": "NewsArticle", "headline": "", **days}
    return f"<script type='application/ld+json'>{json.dumps(told)}</script>"


def day_of(source: str) -> str | None:
    """The date of a page."""
    found = newsclean.clean(source.encode()).metadata.date
    return found.value[:10] if found else None


@pytest.mark.parametrize("layout", [0, 1, 2])
@pytest.mark.parametrize(
    ("language", "stamp"),
    [("en", "May 3, 2024"), ("de", "3. Mai 2024"), ("fr", "3 mai 2024")],
)
def test_the_printed_day_wins_over_what_machines_read(
    language: str, stamp: str, layout: int
) -> None:
    """A page made anew from an old one states the day of that."""
    head = stated(datePublished="2018-04-03T08:00:00Z", dateModified="2024-05-03T10:00:00Z")
    assert day_of(page(language, stamp, head=head, layout=layout)) == "2024-05-03"


@pytest.mark.parametrize("layout", [0, 1, 2])
@pytest.mark.parametrize(
    ("language", "stamp"), [("en", "03/05/2024"), ("fr", "05/03/2024"), ("de", "05.03.2024")]
)
def test_a_day_in_figures_is_read_as_the_page_states_it(
    language: str, stamp: str, layout: int
) -> None:
    """Whether 3/5 is in May or in March, the mark-up knows."""
    head = stated(datePublished="2024-05-03T08:00:00Z")
    assert day_of(page(language, stamp, head=head, layout=layout)) == "2024-05-03"


@pytest.mark.parametrize("layout", [0, 1, 2])
@pytest.mark.parametrize(
    ("language", "stamp"),
    [
        ("en", "Updated May 3, 2024"),
        ("de", "Aktualisiert am 3. Mai 2024"),
        ("fr", "Mis à jour le 3 mai 2024"),
    ],
)
@pytest.mark.parametrize("changed", ["2024-05-03", "2024-04-03"])
def test_an_update_is_not_the_day_where_that_is_stated(
    language: str, stamp: str, changed: str, layout: int
) -> None:
    """Both are given; the update alone is the day only where nothing says when it appeared."""
    head = stated(datePublished="2024-04-03T08:00:00Z", dateModified=changed)
    source = page(language, stamp, head=head, layout=layout)
    known = newsclean.clean(source.encode()).metadata
    assert known.date
    assert known.updated
    assert (known.date.value, known.updated.value) == ("2024-04-03", "2024-05-03")
    assert day_of(page(language, stamp, head=stated(dateModified=changed))) == "2024-05-03"


@pytest.mark.parametrize("layout", [0, 1, 2])
@pytest.mark.parametrize("foot", ["April 3, 2024", "April 3, 2024. Updated: May 3, 2024"])
def test_the_day_at_the_foot_where_only_a_change_is_stated(foot: str, layout: int) -> None:
    """The stamp below the article says when it appeared."""
    head = "<meta property='article:modified_time' content='2024-05-03T08:00:00Z'>"
    below = f"<div>{foot}</div>"
    assert day_of(page("en", "Ferrow", head=head, layout=layout, below=below)) == "2024-04-03"


@pytest.mark.parametrize("layout", [0, 1, 2])
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_time_of_a_teaser_is_not_the_day(language: str, layout: int) -> None:
    """The cards below have `<time>` elements; the article states its day and prints none."""
    head = "<meta property='article:published_time' content='2024-05-03T08:00:00Z'>"
    card = "<div class='card'><time datetime='2024-06-11'>11.06.2024</time><h3>Ferry</h3></div>"
    assert (
        day_of(page(language, "Ferrow", head=head, layout=layout, below=card * 3)) == "2024-05-03"
    )


MODIFIED = '<meta property="{}" content="2026-06-09T08:00:00Z">'


@pytest.mark.parametrize("name", ["article:modified_time", "og:updated_time"])
@pytest.mark.parametrize(
    ("language", "stamp"),
    [
        ("en", "<p>Last updated 9 June 2026</p><p>Published 5 June 2026</p>"),
        ("de", "<div>Veröffentlicht<br>5. Juni 2026</div><div>Aktualisiert<br>9. Juni 2026</div>"),
        ("fr", "<p>Mis à jour le 9 juin 2026</p><p>Publié le 5 juin 2026</p>"),
    ],
)
def test_a_stated_change_is_not_when_the_article_appeared(
    name: str, language: str, stamp: str
) -> None:
    """Where its day is printed beside the headline, the change that machines read is the update."""
    found = newsclean.clean(page(language, stamp, head=MODIFIED.format(name)).encode()).metadata
    assert [each and each.value[:10] for each in (found.date, found.updated)] == [
        *("2026-06-05", "2026-06-09"),
    ]


@pytest.mark.parametrize(
    ("stamp", "below", "day"),
    [
        ("Updated 9 June 2026", "", "2026-06-09"),
        (
            "Updated 9 June 2026",
            "<h3>Read more</h3><p>Old tram</p><p>Published 3 May 2024</p>",
            "06-09",
        ),
        ("5 June 2026", "", "2026-06-05"),
        ("Published 9 June 2026", "", "2026-06-09"),
        ("Published 9 June 2026 | Updated 9 June 2026", "", "2026-06-09"),
    ],
)
def test_a_stated_change_that_is_printed_alone(stamp: str, below: str, day: str) -> None:
    """Where no earlier day stands beside the headline it is all that is known."""
    head = MODIFIED.format("article:modified_time")
    found = day_of(page("en", f"<p>{stamp}</p>", head=head, below=below))
    assert found is not None
    assert found.endswith(day)
