"""Headline: which of the lines before the body it is."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.titles.headline import HeadlineSearch, body_start, later_start
from newsclean.cleaning.titles.headline_features import FEATURES, list_candidates
from newsclean.languages import read_data
from records import lines_of, record_of

MENU = ("Home", "World news", "Sport", "Moorland", "Subscribe now")
TITLE = "Fishermen block the harbour of Lund over new quotas"
BODY = (
    "Fishermen blocked the harbour of Lund on Sunday to protest against new quotas for cod.",
    "The harbour master said that forty boats had closed the entrance for six hours.",
)


def headline(*texts: str, title: str | None = None) -> str | None:
    """The text of the headline's line on a page with `BODY`."""
    record = record_of(lines_of(*texts), [text in BODY for text in texts])
    start = body_start(record)
    assert start is not None
    found = HeadlineSearch(record).find(start, title)
    return None if found is None else texts[found[0]]


@pytest.mark.parametrize(
    "between",
    [
        (),
        ("By Anna Berg", "3 March 2024"),
        ("Anna Berg", "March 3, 2024", "5 min read", "Share", "Facebook"),
        ("Photo: Anna Berg / AP",),
    ],
)
def test_between_menu_and_body(between: tuple[str, ...]) -> None:
    """The headline is found whatever stands between it and the body."""
    assert headline(*MENU, TITLE, *between, *BODY) == TITLE


def test_another_storys_headline_is_not_taken() -> None:
    """Of two headlines that which shares its words with the body is the article's."""
    teaser = "Glass makers of the valley light their last furnace"
    assert headline(*MENU, teaser, TITLE, "By Anna Berg", *BODY) == TITLE
    assert headline(*MENU, TITLE, "By Anna Berg", "3 May 2024", teaser, *BODY) == TITLE


def test_no_headline() -> None:
    """A menu, a byline or an appeal above the body is no headline."""
    assert headline(*BODY) is None
    assert headline(*MENU, *BODY) is None
    assert headline("By Anna Berg", "3 March 2024", *BODY) is None


def test_the_stated_title_decides() -> None:
    """The line that says what the page's own title says wins."""
    stated = "Cod war in the north"
    assert headline(*MENU, stated, TITLE, *BODY, title=f"{stated} - Harbour Post") == stated


def test_japanese() -> None:
    """Where words are not spaced, pairs of characters are compared."""
    lines = lines_of(
        "ホーム",
        "市民プール、冬の閉鎖を決定",
        "市議会は火曜日、冬のあいだ市民プールの閉鎖を決定した。" * 3,
    )
    found = HeadlineSearch(record_of(lines, [False, False, True], "ja")).find(2)
    assert found is not None
    assert found[0] == 1


def test_the_body_begins_with_prose() -> None:
    """A short kept line above the first paragraph is not where the body starts."""
    lines = lines_of("Home", "What we know", *BODY)
    assert body_start(record_of(lines, [False, True, True, True])) == 2
    assert body_start(record_of(lines, [False] * 4)) is None


def test_a_stray_line_is_not_where_the_body_starts() -> None:
    """A summary kept out of a menu, far above the body, is told from it; a long lead is not."""
    lines = lines_of(BODY[0], *["Home"] * 20, TITLE, *BODY * 8)
    kept = [text in BODY for text in (line.text for line in lines)]
    record = record_of(lines, kept)
    assert later_start(record, 0) == 22
    assert later_start(record, 22) is None


def test_every_feature_has_a_weight() -> None:
    """The shipped weights are those of the features that are read."""
    assert tuple(read_data("cleaning/headline.json")["features"]) == FEATURES
    found = list_candidates(record_of(lines_of(TITLE, *BODY), [False, True, True]), 1)
    assert found.table.shape == (len(found.places), len(FEATURES))


def test_the_headline_is_of_what_recurs() -> None:
    """Of two lines that share words with the body, that whose words come again and again is it."""
    title, other = (
        "What the trawler and the nets are about",
        "Owner asks harbour master to meet both sides on Monday",
    )
    body = (
        "A trawler that came in with cod was met by forty boats and a fence of nets.",
        "The trawler turned back after an hour, and the nets stayed where they were until dusk.",
        "Nobody has counted the nets that the trawler lost, but its owner speaks of twelve.",
        "On Monday the harbour master asked both sides to meet him, for the third time this year.",
    )
    texts = ("Home", "Sport", title, other, *body)
    record = record_of(lines_of(*texts), [text in body for text in texts])
    found = HeadlineSearch(record).find(4)
    assert found is not None
    assert texts[found[0]] == title


@pytest.mark.parametrize("above", ["A A A"])
def test_the_sizes_of_letters_are_no_headline(above: str) -> None:
    text = f"""{above}
A- A A+
Marl gets its bridge back

The bridge over the Marl opened on Monday after two years of repairs that cost three million pounds.

Residents who had walked around the harbour for two winters were glad to have it for the market.

The council will inspect the structure twice a year, and a report will be published each June.
"""
    assert newsclean.digest(text).title == "Marl gets its bridge back"


def test_a_caption_with_its_credit_is_no_headline() -> None:
    text = """Most znów otwarty
Most nad Marlą po remoncie. Fot. Urząd Miasta

Most nad Marlą otwarto w poniedziałek po dwóch latach remontu, który kosztował trzy miliony złotych.

Mieszkańcy, którzy przez dwie zimy obchodzili port, cieszą się, że most wrócił przed jarmarkiem.

Rada będzie sprawdzać most dwa razy w roku, podał urząd.
"""
    assert newsclean.digest(text).title == "Most znów otwarty"


BOATS = {
    "en": (
        "The first winter we lived on the boat the ropes froze four times, and each time my father "
        "went out with a candle and a hair dryer and came back with wet knees.\n\n"
        "Nobody had told us that the keel had to come out before the frost, because nobody who "
        "knew it was alive. The man who sold us the boat had never seen it swim.\n\n"
        "We learned it from a thin green book that a neighbour had kept under a table leg."
    ),
    "de": (
        "Im ersten Winter auf dem Boot froren die Seile viermal ein, und jedes Mal ging mein Vater "
        "mit einer Kerze hinaus und kam mit nassen Knien zurück.\n\n"
        "Niemand hatte uns gesagt, dass der Kiel vor dem ersten Frost herausmuss, denn niemand, "
        "der es wusste, lebte noch. Der Verkäufer hatte es nie schwimmen sehen.\n\n"
        "Am Ende lernten wir es aus einem dünnen Buch mit grünem Umschlag."
    ),
    "es": (
        "El primer invierno en el barco las cuerdas se helaron cuatro veces, y cada vez mi padre "
        "salía con una vela y volvía con las rodillas mojadas.\n\n"
        "Nadie nos había dicho que había que sacar la quilla antes de la primera helada, porque "
        "nadie que lo supiera seguía vivo. El vendedor nunca lo había visto nadar.\n\n"
        "Lo aprendimos en un libro delgado de tapas verdes que un vecino guardaba en casa."
    ),
}


@pytest.mark.parametrize(
    ("language", "above", "title", "deck"),
    [
        (
            "en",
            "",
            "Old boats: what to check before you buy one",
            "Keel, ropes and neighbours – everything that the man who sold us ours did not say",
        ),
        (
            "de",
            "Essays / Briefe",
            "Das alte Boot",
            "Warum man einen Kahn vor dem ersten Frost besuchen sollte, wenn man ihn kaufen will",
        ),
        (
            "es",
            "Cartas / Ensayos",
            "Lo que pide un barco en invierno",
            "Cuerdas heladas, un libro verde y nueve personas que todavía tienen un barco",
        ),
    ],
)
def test_a_deck_is_not_the_headline(language: str, above: str, title: str, deck: str) -> None:
    top = ("Menu", "Search", "", "Home", "News", "Shop", "", above, "", f"{title}\n{deck}", "")
    text = "\n".join((*top, "Nora Hale", "", "3.5.2025", "", BOATS[language]))
    assert newsclean.digest(f"{text}\n\nShare\nContact\n").title == title
