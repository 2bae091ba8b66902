"""Fields: headline, byline, date and the others, from the text alone or completing the mark-up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsclean.cleaning.lines.bylines import read_byline, read_name
from newsclean.cleaning.lines.credits import is_caption, is_note, is_photo_credit, read_dateline
from newsclean.cleaning.metadata import extract
from newsclean.document import Field, Metadata
from records import lines_of, record_of

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "cases" / "fields.json").read_text(encoding="utf-8")
)
BODY = (
    "The council voted on Tuesday to close the swimming pool for the winter, and gave no date.",
    "The swimming pool has leaked since spring, and the council has no money for the winter.",
)


def find(
    *texts: str, keep: tuple[str, ...] = BODY, metadata: Metadata | None = None
) -> tuple[Metadata, dict[str, str]]:
    """The metadata of a page, and text -> role."""
    lines = lines_of(*texts)
    kept = [text in keep for text in texts]
    found = extract.find(record_of(lines, kept, metadata=metadata or Metadata()))
    return found.metadata, {lines[index].text: role for index, role in found.roles.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_cases(case: dict[str, Any]) -> None:
    """The fields of an article are read, and the lines that carry them have their role."""
    lines = lines_of(*(line[0] for line in case["lines"]))
    kept = [line[1] for line in case["lines"]]
    record = extract.find(record_of(lines, kept, case["language"]))
    metadata = record.metadata
    assert record.roles == {i: line[2] for i, line in enumerate(case["lines"]) if len(line) > 2}
    for name, value in case["fields"].items():
        found = getattr(metadata, name)
        assert (found.value if found else None) == value, name


def test_fields_say_where_they_were_read() -> None:
    """A field read from the text has the origin "text" and the span of its line."""
    title = "Council closes the swimming pool"
    metadata, _ = find("Home", title, "By Anna Berg", "3 March 2024", *BODY)
    assert metadata.title == Field(title, "text", 5, 5 + len(title))
    assert metadata.byline is not None
    assert metadata.byline.origin == "text"


def test_given_fields_stay() -> None:
    """What the mark-up said is kept, and only what is missing is read from the text."""
    given = Metadata(title=Field("Pool shut until further notice", "og:title"))
    metadata, _ = find("Council closes the swimming pool", "By Anna Berg", *BODY, metadata=given)
    assert metadata.title == given.title
    assert metadata.byline is not None
    assert metadata.byline.value == "Anna Berg"


@pytest.mark.parametrize(
    ("stated", "origin"),
    [
        ("Harbour Post", "json-ld"),
        ("harbour-post.example", "meta:author"),
        ("n-tv NACHRICHTEN", "json-ld organization"),
        ("aberg2", "json-ld"),
        ("Executive Content Editor", "json-ld"),
        ("Tom Hall", "json-ld"),
    ],
)
def test_a_person_in_the_text_outweighs_who_is_none(stated: str, origin: str) -> None:
    """The site, an account, an office or the editor give way to the person a byline names."""
    given = Metadata(byline=Field(stated, origin), site=Field("Harbour Post", "og:site_name"))
    top, end = (
        ("Council closes the swimming pool", "By Anna Berg", "3 March 2024"),
        "Editor: Tom Hall",
    )
    metadata, _ = find(*top, *BODY, end, metadata=given)
    assert metadata.byline is not None
    assert metadata.byline.value == "Anna Berg"


@pytest.mark.parametrize("line", ["By Harbour Post Staff", "By the Harbour Post Team", "Sailing"])
def test_the_site_is_credited_and_no_author(line: str) -> None:
    """An outlet that is stated is no person, and neither is a team that is printed: the credit."""
    given = Metadata(byline=Field("Harbour Post", "json-ld"), site=Field("Harbour Post", "json-ld"))
    metadata, _ = find("Council closes the swimming pool", line, *BODY, metadata=given)
    assert metadata.byline is None
    assert metadata.credit is not None
    assert "Harbour Post" in metadata.credit.value


def test_who_comments_is_no_author() -> None:
    """Where comments were taken for text, the first of several "Posted by" is the author."""
    posted = "Posted by {} at March 3, 2024 11:15 AM"
    comment = "I liked the swimming pool, and nobody asked me about the winter or about the money."
    metadata, _ = find(
        "Council closes the swimming pool",
        *BODY * 8,
        posted.format("Anna Berg"),
        comment,
        posted.format("Tom Hall"),
        keep=(*BODY, comment),
    )
    assert metadata.byline is not None
    assert metadata.byline.value == "Anna Berg"


def test_given_title_finds_its_line() -> None:
    """The line that says what the page's title says is the headline, site name or not."""
    given = Metadata(title=Field("Pool shut until further notice | The Harbour Post", "title"))
    _, roles = find("Pool shut until further notice", "More sport than ever", *BODY, metadata=given)
    assert roles["Pool shut until further notice"] == "headline"


def test_headline_in_the_body_is_taken_out() -> None:
    """A kept line that is certainly the headline gets its role."""
    title = "Council closes the swimming pool"
    given = Metadata(title=Field(title, "og:title"))
    _, roles = find(title, *BODY, keep=(title, *BODY), metadata=given)
    assert roles == {title: "headline"}


def test_kept_lines_are_left_alone() -> None:
    """A sub-heading, a list item or a sentence of the body gets no role."""
    inside = ("Anna Berg", "Instagram", "What comes next", "By then the pool was empty.")
    _, roles = find(*BODY, *inside, BODY[0], keep=(*BODY, *inside))
    assert roles == {}


def test_author_on_the_line_below_the_label() -> None:
    """The words "written by" alone announce the name on the next line."""
    metadata, roles = find("Council closes the swimming pool", "Written by", "Ursula", *BODY)
    assert metadata.byline is not None
    assert metadata.byline.value == "Ursula"
    assert roles["Ursula"] == "byline"


def test_nothing_kept() -> None:
    """Where nothing is kept nothing is read, and what was given stays."""
    given = Metadata(title=Field("A title", "og:title"))
    menu = record_of(lines_of("Home", "News"), [False, False], metadata=given)
    for record in (menu, record_of([], [], metadata=given)):
        found = extract.find(record)
        assert (found.metadata, found.roles) == (given, {})


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("By ANNA BERG and Tom Hall, Staff Writers | March 3, 2024", "en", "ANNA BERG, Tom Hall"),
        ("By Anna Berg, Reuters", "en", "Anna Berg"),
        ("by Anna BergNovember 20, 2007", "en", "Anna Berg"),
        ("ByAnna Berg", "en", "Anna Berg"),
        ("May 3, 2017 By Erin Spain 4 Comments", "en", "Erin Spain"),
        ("Posted by Anna Berg on Friday", "en", "Anna Berg"),
        ("By The Harbour Post Team Updated September 28, 2025", "en", "The Harbour Post Team"),
        ("von Dr. Max Kern", "de", "Dr. Max Kern"),
        ("Par Jean-Luc Moreau et Claire Petit", "fr", "Jean-Luc Moreau, Claire Petit"),
        ("Por Lucía Ramos y Pedro Gil", "es", "Lucía Ramos, Pedro Gil"),
        ("Автор: Ирина Белова", "ru", "Ирина Белова"),
        ("by ALLIN ONE on Jan 22, 2025", "en", "ALLIN ONE"),
        ("March 15, 2022 · 3 min read · By Harbour Online", "en", "Harbour Online"),
        ("Written By: Anna Berg Executive Digital Editor and Master Gardener", "en", "Anna Berg"),
        ("by harbourpost | Apr 21, 2025", "en", "harbourpost"),
        ("Posted on July 1, 2024 by harbourpost", "en", "harbourpost"),
        ("BY ANNA BERGPUBLISHED: MAY 3, 2024", "en", "ANNA BERG"),
        ("by default", "en", None),
        ("By the time he arrived", "en", None),
        ("Von wegen", "de", None),
        ("Follow us", "en", None),
    ],
)
def test_bylines(text: str, language: str, names: str | None) -> None:
    """A byline gives the names alone; a sentence that begins with "by" gives none."""
    assert read_byline(text, language) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Berg", "Anna Berg"),
        ("Vanessa Moreno, MD", "Vanessa Moreno"),
        ("Eric Moe September 8, 2008", "Eric Moe"),
        ("Read More", None),
        ("Patient Recruitment", None),
        ("Sign Up", None),
        ("BREAKING NEWS", None),
        ("Atlanta, United States", None),
        ("Nutrition, Recipes", None),
        ("Facebook Youtube Linkedin Medium", None),
        ("Commercial RobotsCommercial Robots", None),
        ("Anna's Blog", None),
        ("Jeffrey A. Slotnick CPP, PSP", "Jeffrey A. Slotnick"),
        ("Anna McDonald", "Anna McDonald"),
        ("Maud FitzGerald", "Maud FitzGerald"),
        ("Executive Content Editor", None),
        ("Ilse Brandvold (now) and Tomas Kirsch (earlier)", "Ilse Brandvold, Tomas Kirsch"),
        ("Anna Berg (she/her)", "Anna Berg"),
        ("Wed 11 Feb 2026 17.42 GMT", None),
        ("Aman Chadha, Vinija Jain, Amitava Das", "Aman Chadha, Vinija Jain, Amitava Das"),
        ("Jule Radeck Vom", "Jule Radeck"),
    ],
)
def test_names(text: str, name: str | None) -> None:
    """Two to four capitalised words are a name unless the article writes them in lower case."""
    assert read_name(text, "en", "A patient, and the recruitment of more.") == name


@pytest.mark.parametrize("name", ["Stefan", "ANNA BERG", "Swimming Berg"])
def test_a_name_between_headline_and_date(name: str) -> None:
    """Right below the headline and beside a date, one word, capitals or a common word will do."""
    title = "Council closes the swimming pool"
    metadata, roles = find("Home", title, name, "3 March 2024", "Share", *BODY)
    assert metadata.byline is not None
    assert metadata.byline.value == name
    assert roles[name] == "byline"


def test_the_day_of_publication_beside_that_of_an_update() -> None:
    """Of two dates in a line the one that is said to be of publication is the article's."""
    line = "Updated November 11, 2022 8:23 PM ET Originally published November 9, 2022"
    metadata, _ = find("Council closes the swimming pool", line, *BODY)
    assert metadata.date is not None
    assert metadata.date.value == "2022-11-09"


def test_a_menu_is_no_author() -> None:
    """Far from a date or a headline one word is an entry of the menu."""
    metadata, _ = find("Stefan", "Home", "Council closes the swimming pool", "Share", *BODY)
    assert metadata.byline is None


def test_the_only_byline_far_above_the_body() -> None:
    """Tables of contents may stand between byline and body; of two bylines none is taken."""
    contents = tuple(f"Chapter {number}" for number in range(30))
    title = "Council closes the swimming pool"
    metadata, _ = find("By Anna Berg", *contents, title, "Share", *BODY)
    assert metadata.byline is not None
    assert metadata.byline.value == "Anna Berg"
    metadata, _ = find("By Anna Berg", "By Tom Hall", *contents, title, "Share", *BODY)
    assert metadata.byline is None


def test_a_sites_name_is_no_title() -> None:
    """A stated title that the article says nothing of yields to the headline below it."""
    title = "Council closes the swimming pool"
    given = Metadata(title=Field("Moorland Weekly", "h1"))
    metadata, roles = find("Moorland Weekly", title, "3 May 2024", *BODY, metadata=given)
    assert metadata.title is not None
    assert (metadata.title.value, metadata.title.origin) == (title, "text")
    assert roles[title] == "headline"


def test_a_posted_mails_subject_stands_against_a_title_that_is_not_the_articles() -> None:
    """The subject in a mail's header tells the headline, though none stands below the header."""
    title = "Council closes the swimming pool"
    given = Metadata(title=Field("Moorland Weekly", "title"))
    header = ("From: Anna Berg", f"Subject: {title}", "Date: 3 May 2024", "To: all")
    metadata, _ = find(*header, *BODY, metadata=given)
    assert metadata.title is not None
    assert (metadata.title.value, metadata.title.origin) == (title, "header:Subject")


@pytest.mark.parametrize(
    ("value", "origin", "stays"),
    [
        ("About Our Expert", "author element", False),
        ("mins read", "author element", False),
        ("Anna Berg", "author element", True),
        ("The Organized Mama", "json-ld", True),
    ],
)
def test_what_an_authors_element_says_must_look_like_a_name(
    value: str, origin: str, *, stays: bool
) -> None:
    """Class names promise an author where there is none; what JSON-LD says is believed."""
    metadata, _ = find(*BODY, metadata=Metadata(byline=Field(value, origin)))
    assert (metadata.byline is not None) is stays


@pytest.mark.parametrize(
    ("text", "dateline", "agency"),
    [
        ("MOSCOW (Reuters) - The minister said", "MOSCOW (Reuters)", "Reuters"),
        ("LOS ANGELES (AP) — The actor's neighbour", "LOS ANGELES (AP)", "AP"),
        ("PARIS, May 3 (AFP) -- The strike", "PARIS, May 3 (AFP)", "AFP"),
        ("Madrid, 3 may (EFE).- El ministro", "Madrid, 3 may (EFE)", "EFE"),
        ("Köln/Berlin (dpa) - Wer im Winter", "Köln/Berlin (dpa)", "dpa"),
        ("WASHINGTON — The Senate", "WASHINGTON", None),
        (
            "DUNMORE, Ohio, March 3, 2026 /PRNewswire/ -- Brightwater Robotics",
            "DUNMORE, Ohio, March 3, 2026 /PRNewswire/",
            None,
        ),
        ("FERROW, March 1.—The council", "FERROW, March 1", None),
        ("Marlow & Tyne, 14 May 2026 - One in five", "Marlow & Tyne, 14 May 2026", None),
        ("PARIS, le 3 mars 2026 (AFP) – La société", "PARIS, le 3 mars 2026 (AFP)", "AFP"),
        ("Lisboa, 3 de março de 2026 - A câmara", "Lisboa, 3 de março de 2026", None),
    ],
)
def test_datelines(text: str, dateline: str, agency: str | None) -> None:
    """Place and agency at the start of the article are read apart."""
    found = read_dateline(text)
    assert found is not None
    assert (found.text, found.agency) == (dateline, agency)


@pytest.mark.parametrize(
    "text",
    [
        "Artificial intelligence (AI) – machines that learn",
        "The man (AP) was seen in town",
        "Nobody came - the rain was too heavy",
        "On Monday, 3 May - the day of the vote - nobody came",
        "Ann, 12 friends - and a dog - came to the river",
    ],
)
def test_no_datelines(text: str) -> None:
    """A sentence with a dash or an abbreviation in brackets begins with no dateline."""
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Photo: Shutterstock",
        "(Image credit: Anna Berg)",
        "Foto: dpa",
        "Getty Images",
        "© Imago/Berg",
        "Valley Museum Press Service",
    ],
)
def test_photo_credits(text: str) -> None:
    """A line that only says whose picture it is is a credit."""
    assert is_photo_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        "Photo gallery",
        "Image processing in ten steps",
        "He told Reuters.",
        "© 2024 Harbour Post",
        "Cataloguing the archives",
        "Photography/Videography",
        "Nurses of the valley share a press service",
        "Photo 51 was taken by her student",
    ],
)
def test_no_photo_credits(text: str) -> None:
    """Headings, sentences and copyright notices are no credits of pictures."""
    assert not is_photo_credit(text)


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("The harbour at dawn on Monday. Photo: Anna Berg/AP", True),
        ("Der Hafen am Montag. © imago/Max Kern", True),
        ("Commuters wait for the ferry (AP Photo/Anna Berg)", True),
        ("The school on Monday. The water reached the shelf. (Ann Lee/Valley Courier)", True),
        ("FILE - The harbour in winter, seen from the church tower in 2019", True),
        ("Cards (credit/debit) are accepted at every stall", False),
        ("The agency told Reuters that the harbour would stay shut.", False),
    ],
)
def test_captions(text: str, caption: bool) -> None:  # noqa: FBT001
    """A caption is known by the credit it ends in."""
    assert is_caption(text) == caption


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("(Reporting by Anna Berg in Lund; Editing by Ole Dahl)", True),
        ("Reuters contributed reporting to this article.", True),
        ("This article was originally published on the Harbour Post.", True),
        ("Mit Material von dpa", True),
        ("Reporting of such cases has become rare, the ministry said.", False),
        ("She contributed to this success more than anybody else.", False),
    ],
)
def test_notes(text: str, note: bool) -> None:  # noqa: FBT001
    """A note says who worked on the article, or where it came out first."""
    assert is_note(text) == note


def test_a_change_and_credits_are_told_apart_from_date_and_byline() -> None:
    """The day of an update and who took the pictures are fields of their own."""
    metadata, _ = find(
        "Council closes the swimming pool",
        "By Anna Berg",
        "Published March 3, 2024",
        "Updated March 5, 2024",
        "Photo: Tom Hall / Reuters",
        *BODY,
    )
    assert metadata.date is not None
    assert metadata.updated is not None
    assert metadata.credit is not None
    assert (metadata.date.value, metadata.updated.value) == ("2024-03-03", "2024-03-05")
    assert metadata.credit.value == "Photo: Tom Hall / Reuters"


@pytest.mark.parametrize(
    ("printed", "stated", "origin", "date"),
    [
        ("February 5, 2024", "2024-02-12", "meta:date", "2024-02-05"),
        ("By Anna Berg | Feb 5, 2024", "2024-02-06", "json-ld", "2024-02-05"),
        ("Updated February 5, 2024", "2024-01-12", "json-ld", "2024-01-12"),
        ("05/02/2024", "2024-02-05", "json-ld", "2024-02-05"),
    ],
)
def test_the_printed_day_wins_over_what_machines_read(
    printed: str, stated: str, origin: str, date: str
) -> None:
    """Beside the headline it is the article's, unless it is said to be that of an update."""
    given = Metadata(date=Field(stated, origin))
    metadata, _ = find("Home", "Council closes the swimming pool", printed, *BODY, metadata=given)
    assert metadata.date is not None
    assert metadata.date.value == date


def test_a_printed_day_that_is_stated_as_that_of_the_change() -> None:
    """Without a label such a day is printed on pages that move their date when they change."""
    given = Metadata(date=Field("2020-01-12", "json-ld"), updated=Field("2024-02-05", "json-ld"))
    title = "Council closes the swimming pool"
    metadata, _ = find("Home", title, "February 5, 2024", *BODY, metadata=given)
    assert metadata.date is not None
    assert metadata.date.value == "2020-01-12"


@pytest.mark.parametrize(
    ("line", "title", "date"),
    [
        ("23.01.2024 - Bells ring again in the harbour", "Bells ring again in the harbour", True),
        ("23.01.2024Bells ring again in the harbour", "Bells ring again in the harbour", True),
        ("Published on 23 January 2024 by harbourpost", None, True),
    ],
)
def test_a_day_in_front_of_the_headline(line: str, title: str | None, *, date: bool) -> None:
    """It is the article's and no part of the headline; a line of the day alone is no headline."""
    body = "The bells ring again in the harbour after years in which nobody heard them ring there."
    metadata, _ = find("Home", line, body, keep=(body,))
    assert (metadata.title.value if metadata.title else None) == title
    assert (metadata.date is not None) is date
