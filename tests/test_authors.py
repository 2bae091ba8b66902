"""Who wrote it: lines that name authors, of whom some are nobody, and where else they stand."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.authors.features import _is_address
from newsclean.cleaning.choosers import chooser
from newsclean.cleaning.lines.biographies import goes_on, read_biography
from newsclean.cleaning.lines.bylines import read_byline
from newsclean.cleaning.metadata import extract
from newsclean.document import Field, Metadata
from records import lines_of, record_of

TITLE = "Council closes the swimming pool"
BODY = (
    "The council voted on Tuesday to close the swimming pool for the winter, and gave no date.",
    "The swimming pool has leaked since spring, and the council has no money for the winter.",
)


def find(
    *texts: str, language: str = "en", metadata: Metadata | None = None
) -> tuple[str | None, str | None]:
    """The byline and the credit of a page of these lines, of which `BODY` is kept."""
    kept = [text in BODY for text in texts]
    record = record_of(lines_of(*texts), kept, language, metadata=metadata or Metadata())
    found = extract.find(record).metadata
    return found.byline and found.byline.value, found.credit and found.credit.value


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("By Anna Berg, Chief Marketing Officer, Harbour Labs", "en", "Anna Berg"),
        ("By ANNA BERG FOR HARBOURPOST.COM", "en", "ANNA BERG"),
        ("May 18, 2023 By Anna Berg In", "en", "Anna Berg"),
        ("byAnna Berg", "en", "Anna Berg"),
        ("Authored by: Anna Berg", "en", "Anna Berg"),
        ("by Anna Berg, Harbour Magazine", "en", "Anna Berg"),
        ("Erstellt von Jonas Ott am Dienstag 6. Mai 2014", "de", "Jonas Ott"),
        ("Das Gespräch führte Jonas Ott.", "de", "Jonas Ott"),
        ("Veröffentlicht am 10. Februar 20199. Februar 2019 von Heiko", "de", "Heiko"),
        ("Opracowała Anna Lis", "pl", "Anna Lis"),
        ("Zpracoval: Jan Dub", "cs", "Jan Dub"),
        ("Spracovala Anna Lis", "sk", "Anna Lis"),
        ("Pripravil: Jan Dob", "sl", "Jan Dob"),
        ("Razgovarala Ana Lis", "hr", "Ana Lis"),
        ("Приредио: Иван Дуб", "sr", "Иван Дуб"),
        ("Autorka: Ana Lukić", "hr", "Ana Lukić"),
        ("Текст и снимки: Анна Лисева", "bg", "Анна Лисева"),
        ("Posted on Freitag, 15. April 2016 by LD", "de", "LD"),
    ],
)
def test_a_byline_without_what_follows_it(text: str, language: str, names: str) -> None:
    """Offices, outlets and dates are cut off; what announces an author may be glued to it."""
    assert read_byline(text, language) == names


def test_two_of_one_newsroom() -> None:
    """The newsroom behind the second name takes nobody away."""
    line = "By Anna Berg and Tom Hall Globe Staff"
    assert read_byline(line, "en") == "Anna Berg, Tom Hall"


@pytest.mark.parametrize(
    ("text", "language", "labelled", "name"),
    [
        ("Anna Berg is a garden writer who lives by the sea.", "en", False, "Anna Berg"),
        ("Anna Berg writes about food and energy.", "en", False, "Anna Berg"),
        ("Jonas Ott ist freier Journalist in Wien.", "de", False, "Jonas Ott"),
        ("Claire Petit est journaliste à Lyon.", "fr", False, "Claire Petit"),
        ("Anna Berg is a surgeon who trained in Leeds.", "en", True, "Anna Berg"),
        ("Anna Berg is a surgeon who trained in Leeds.", "en", False, None),
        ("Anna Berg said the pool would stay shut.", "en", False, None),
        ("The council is a contributor to the fund.", "en", False, None),
    ],
)
def test_lines_about_the_author(
    text: str, language: str, name: str | None, *, labelled: bool
) -> None:
    """Who writes is an author; who does something else is one below "About the author"."""
    assert read_biography(text, language, labelled=labelled) == name


@pytest.mark.parametrize(
    ("text", "names", "prose"),
    [
        ("Anna Berg on what the vote means for the town", "Anna Berg", True),
        ("The mayor, Anna Berg, at her desk in the hall", "The mayor, Anna Berg", True),
        ("Anna Berg, Staff Attorney, Harbour Justice Program", "Anna Berg", False),
        ("Anna Berg updated on 3 March", "Anna Berg", False),
    ],
)
def test_lines_of_whom_is_told(text: str, names: str, *, prose: bool) -> None:
    """A caption or a standfirst that begins with a name is about that person."""
    assert goes_on(text, names, "en") is prose


@pytest.mark.parametrize(
    ("lines", "language", "byline"),
    [
        (("Aug 12, 2021 / Anna Berg", "Share"), "en", "Anna Berg"),
        (
            ("Anna Berg, Attorney", "& Tom Hall, Director", "3 May 2024"),
            "en",
            "Anna Berg, Tom Hall",
        ),
        (("by Harbour Post", "3 March 2024", "Anna Berg/Tom Hall"), "en", "Anna Berg, Tom Hall"),
        (("Publikacja: 02.02.2025", "Jan Kowalski", "Foto: REUTERS/N. Wohl"), "pl", None),
        (("Ort Köln", "Datum 28.01.2022"), "de", None),
    ],
)
def test_names_near_the_headline(lines: tuple[str, ...], language: str, byline: str | None) -> None:
    """A person beside the date is the author, also near an outlet's line; who is seen is not."""
    found, _ = find("Home", TITLE, *lines, *BODY, language=language)
    assert found == byline


@pytest.mark.parametrize(
    ("below", "byline"),
    [
        (("Anna Berg is a reporter for the Harbour Post.", "Tags"), "Anna Berg"),
        (("About the author", "Anna Berg is a surgeon in Leeds and likes to row."), "Anna Berg"),
        (("Author(s)", "Anna Berg", "Tom Hall", "Download pdf"), "Anna Berg, Tom Hall"),
        (("Anna Berg is the mayor of the town.", "Tags"), None),
    ],
)
def test_the_author_below_the_article(below: tuple[str, ...], byline: str | None) -> None:
    """A box below the text tells who wrote it, where no line above does."""
    assert find(TITLE, "Share", *BODY, *below)[0] == byline


@pytest.mark.parametrize(
    ("line", "byline", "credit"),
    [
        ("By Associated Press", None, "Associated Press"),
        ("By Anna Berg, AP", "Anna Berg", None),
        ("Por Agencia EFE", None, "Agencia EFE"),
        ("von Redaktion, 24. Januar 2022", None, "Redaktion"),
    ],
)
def test_agencies_and_newsrooms_are_credits(
    line: str, byline: str | None, credit: str | None
) -> None:
    """An agency, or a newsroom without a name, is nobody who wrote; it is not lost."""
    language = "es" if line.startswith("Por") else "de" if "Redaktion" in line else "en"
    assert find(TITLE, line, *BODY, language=language) == (byline, credit)


@pytest.mark.parametrize("team", ["The Harbourlab Team", "Tideway Editorial Team"])
def test_a_team_is_not_lost(team: str) -> None:
    """A team that is named far from the article is not its author but the credit."""
    between = tuple(f"Chapter {number}" for number in range(30))
    assert find(f"By {team}", *between, *BODY) == (None, team)


def test_an_agency_beside_a_stated_author() -> None:
    """What mark-up states is divided in the same way."""
    given = Metadata(byline=Field("Felix Ott, Jörg Sand, dpa", "json-ld"))
    found, credit = find(TITLE, *BODY, language="de", metadata=given)
    assert (found, credit) == ("Felix Ott, Jörg Sand", "dpa")


@pytest.mark.parametrize(
    ("stated", "origin", "byline"),
    [
        ("Anna Berg, MS, RD", "json-ld", "Anna Berg"),
        ("Erstellt von Anna Berg", "author element", "Anna Berg"),
        ("Recipe by Anna Berg", "author element", "Anna Berg"),
        ("A. B. Berg, C. D. Hall", "json-ld", "A. B. Berg, C. D. Hall"),
    ],
)
def test_names_only_of_what_is_stated(stated: str, origin: str, byline: str) -> None:
    """Degrees and what announces an author are part of no name."""
    given = Metadata(byline=Field(stated, origin))
    assert find(TITLE, *BODY, language="de", metadata=given)[0] == byline


def test_topics_above_the_headline_are_no_authors() -> None:
    """A name that a menu repeats wrote nothing, though a date stands near."""
    menu = ("Janet Yellen", "Gaza", "Janet Yellen", "Gaza", "Janet Yellen")
    assert find(*menu, TITLE, "AFP / Updated: Dec 22, 2023", *BODY)[0] is None


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (("By Anna Berg", "3 March 2024"), "Anna Berg"),
        (("Anna Berg", "3 March 2024"), "Anna Berg"),
        (("Top Stories", "Latest Deals"), None),
        (("by harbourpost11", "Share"), None),
    ],
)
def test_the_likeliest_candidate_is_the_author(lines: tuple[str, ...], byline: str | None) -> None:
    """A name in its place is taken; what only stands there is nobody."""
    assert find("Home", TITLE, *lines, *BODY)[0] == byline


@pytest.mark.parametrize("field", ["authors", "titles", "days", "printed_days"])
def test_weights_of_other_features_are_refused(field: str) -> None:
    """A model that was trained on other columns fails loudly."""
    with pytest.raises(ValueError, match="train it anew"):
        chooser(field, ("another",))


@pytest.mark.parametrize(
    ("by", "headline", "byline"),
    [
        ("Von WERBUNG", "Ferrow kauft die Bahn zurück", None),
        ("Par Publireportage", "Ferrow rachète son tram", None),
        ("By Advertorial", "Ferrow buys back its tram", None),
        ("Themenstarter Anna Berg", "Wie viel Dreck verliert euer Hund?", "Anna Berg"),
    ],
)
def test_the_label_of_an_advertisement_is_nobody(
    by: str, headline: str, byline: str | None
) -> None:
    body = [
        "Die Stadt Ferrow kauft ihre Straßenbahn am Hafen zurück, neunzehn Jahre nach dem Verkauf.",
        "Die Linie fährt neuntausend Menschen am Tag und verliert an jedem Geld, so die Firma.",
        "Der Betrieb läuft bis Juni weiter, danach macht die Stadt den Fahrplan selbst.",
    ]
    found = newsclean.clean("\n\n".join([headline, by, "12.03.2026", *body]), language="de")
    assert found.byline == byline


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Posted on the 15/12/2025 at 19:00 by @annaberg", "en", "annaberg"),
        ("posted on 2023-12-19 23:30 EST by Anna Maria Berg", "en", "Anna Maria Berg"),
        ("11.09.2011, 16:20 von jottman", "de", "jottman"),
        ("Wed 3:59 pm by Anna Berg", "en", "Anna Berg"),
        ("Watch This || By: Anna Berg || October 30, 2012", "en", "Anna Berg"),
        ("BY ANNA BERG AND TOM HALL", "en", "ANNA BERG, TOM HALL"),
        ("By Anna Berg Last Updated: December 6, 2024", "en", "Anna Berg"),
        ("Written by Anna Berg, CEPF®", "en", "Anna Berg"),
        ("By Anna LindqvistTravel News Reporter", "en", "Anna Lindqvist"),
        ("Von Jonas Ott Landespolitische Korrespondentin", "de", "Jonas Ott"),
        ("Published by Staff Writer: Anna Berg", "en", "Anna Berg"),
        ("Veröffentlicht vonJonas Ott 28. Februar 2016", "de", "Jonas Ott"),
    ],
)
def test_by_behind_the_hour_and_what_is_glued_on(text: str, language: str, names: str) -> None:
    """Day and hour may stand before "by", and a role, a degree or a button behind the name."""
    assert read_byline(text, language) == names


@pytest.mark.parametrize(
    ("line", "language", "name"),
    [
        ("6 December 2023 Anna Berg Cycling, News", "en", "Anna Berg"),
        ("1. Februar 2022 Jonas Ott 6", "de", "Jonas Ott"),
        ("Anna Berg am 4. Februar 2022 um 11:23", "de", "Anna Berg"),
        ("ANNA BERG Harbour Telegram & Post", "en", "ANNA BERG"),
    ],
)
def test_a_line_with_the_day_and_without_by(line: str, language: str, name: str) -> None:
    """Weblogs print day, author and section side by side; others the outlet behind capitals."""
    assert find(TITLE, line, *BODY, language=language)[0] == name


@pytest.mark.parametrize(
    "below",
    [
        ("Share", "Author", "Anna Berg", "Related"),
        ("Share", "About Anna Berg 257 Articles", "Anna Berg writes on the harbour."),
        ("Share", "Posted by Anna Berg at 4:00 AM", "Labels: pool"),
    ],
)
def test_the_box_of_the_author_below_the_text(below: tuple[str, ...]) -> None:
    """Under "Author", in the box of the author and behind "Posted by" stands who wrote it."""
    assert find(TITLE, *BODY, *below)[0] == "Anna Berg"


@pytest.mark.parametrize("nobody", ["Guest Contributor", "Forum Moderator", "Brightwater Team"])
def test_an_office_is_nobody(nobody: str) -> None:
    """What somebody is, and a team, are no names."""
    assert find(TITLE, f"By {nobody}", "March 3, 2024", *BODY)[0] is None


def test_what_a_firm_says_of_itself() -> None:
    """The box about a firm below its release names no author."""
    about = "Brightwater Robotics builds cleaning robots for harbours and employs 240 people."
    assert find(TITLE, *BODY, "About Brightwater Robotics", about)[0] is None


@pytest.mark.parametrize(
    ("name", "page", "told"),
    [
        ("Harbour Post", "mail us: news@harbourpost.example", 1),
        ("Harbour Post", "write to @HarbourPost", 1),
        ("Harbour Post", "we are harbourpost on the air", 0),
        ("Hapo", "www.hapo.example", 1),
        ("Hapo", "follow @hapo", 0),
        ("Anna Berg", "www.harbourpost.example", 0),
    ],
)
def test_a_name_in_an_address_is_that_of_the_site(name: str, page: str, told: int) -> None:
    """Before a dot, or behind an at sign where it is too long for anybody's nickname."""
    squeezed = page.lower().replace(" ", "")
    assert _is_address(name.lower().replace(" ", ""), squeezed) == bool(told)


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("& Tom Hall, Staff Writer", "Anna Berg, Tom Hall"),
        ("and Tom Hall", "Anna Berg, Tom Hall"),
        ("& Anna Berg", "Anna Berg"),
        ("Tom Hall", "Anna Berg"),
        ("and the swimming pool is old", "Anna Berg"),
    ],
)
def test_a_byline_may_have_a_second_line(below: str, names: str) -> None:
    """A line that goes on with "and" names one more author, and nobody twice."""
    assert find(TITLE, "By Anna Berg", below, *BODY)[0] == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann", "Ann"),
        ("By Li", None),
        ("By Anna Maria von der Heide", "Anna Maria von der Heide"),
        ("By Anna Maria von der Heide Berg", None),
        ("By the council of the town", None),
        ("By Anna berg", None),
        ("By ANNA BERG", "ANNA BERG"),
        ("By Anna Berg vom", "Anna Berg"),
        ("By Amitava Das", "Amitava Das"),
        ("By Sports Desk", "Sports Desk"),
        ("By harbour.example", None),
        ("By 24 Hours", None),
    ],
)
def test_a_name_has_the_shape_of_one(line: str, names: str | None) -> None:
    """One to five words of some letters, with capitals; "vom" begins what follows, not "Das"."""
    assert read_byline(line, "en") == names


@pytest.mark.parametrize(
    ("stated", "byline"),
    [
        ("Post-Experte Anna Berg", "Anna Berg"),
        ("Editor Anna Berg", "Anna Berg"),
        ("Anna Berg MW", "Anna Berg"),
        ("Dr. Anna Berg", "Dr. Anna Berg"),
        ("Jean-Luc Anna Berg", "Jean-Luc Anna Berg"),
    ],
)
def test_a_stated_author_without_the_office(stated: str, byline: str) -> None:
    """What somebody is stands before the name or, short, behind it."""
    metadata = Metadata(byline=Field(stated, "json-ld"))
    assert find("Home", TITLE, *BODY, metadata=metadata)[0] == byline
