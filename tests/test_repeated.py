"""Repeated lines: what recurs between the pages of a site."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import cleaning
from newsclean.cleaning.site_profile import counts, dumps, learn, loads
from newsclean.document import SiteProfile
from newsclean.errors import UsageError
from newsclean.sources.read import from_text
from records import lines_of

HEAD = ("Home", "World", "Sport")
APPEAL = "Our printers run on rain water and our vans on rape seed oil, as you have wished."
PAGES = (
    (*HEAD, "The lake froze over on Sunday for the first time in eleven years.", APPEAL),
    (*HEAD, "The council voted on Tuesday to close the swimming pool.", "Pros", "Cheap", APPEAL),
    (*HEAD, "Two barges sank off the cape during the storm of last week.", "Pros", "Quick"),
)


def learned(*pages: tuple[str, ...]) -> SiteProfile:
    """The profile of a site with these pages."""
    return learn(lines_of(*page) for page in pages)


def test_recurring_lines_are_counted() -> None:
    """A line is counted on how many pages it stands; the article itself does not recur."""
    assert counts(learned(*PAGES), lines_of(*PAGES[0])) == {0: 3, 1: 3, 2: 3, 4: 2}


def test_short_lines_need_a_companion() -> None:
    """A sub-heading that two articles share ("Pros") is not boilerplate for that."""
    found = counts(learned(*PAGES), lines_of(*PAGES[1]))
    assert PAGES[1].index("Pros") not in found
    assert PAGES[1].index("Home") in found


def test_numbers_case_and_blanks_do_not_matter() -> None:
    """A line counts as the same with another number, other capitals or other blanks."""
    profile = learned(
        ("The first paragraph of one article, about a lake.", "Read 12 comments on this story now"),
        ("The first paragraph of another, about a council.", "READ  7 comments on this story now"),
    )
    assert counts(profile, lines_of("read 1,204 comments on this story now")) == {}
    assert counts(profile, lines_of("read 104 comments on this story now")) == {0: 2}


def test_a_copy_of_a_page_counts_once() -> None:
    """The same article twice in a folder does not make its body boilerplate."""
    profile = learned(PAGES[0], PAGES[0], PAGES[1])
    assert profile.pages == 2
    assert 3 not in counts(profile, lines_of(*PAGES[0]))


def test_a_single_page_teaches_nothing() -> None:
    """One page, or none, has no recurring lines."""
    assert counts(learned(PAGES[0]), lines_of(*PAGES[0])) == {}
    assert counts(learned(), lines_of(*PAGES[0])) == {}


@given(st.lists(st.lists(st.text(max_size=12), max_size=6).map(tuple), max_size=6))
def test_a_profile_survives_its_file(pages: list[tuple[str, ...]]) -> None:
    """What `dumps` writes, `loads` reads back."""
    profile = learned(*pages)
    assert loads(dumps(profile)) == profile


def test_the_file_is_the_same_every_time() -> None:
    """The order of the pages does not show in the file."""
    assert dumps(learned(*PAGES)) == dumps(learned(*reversed(PAGES)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "null",
        '{"format": "another"}',
        '{"format": "newsclean site", "version": 1}',
        '{"format": "newsclean site", "version": 1, "pages": 2, "lines": [[1]], "pairs": []}',
        '{"format": "newsclean site", "version": 1, "pages": 2, "lines": [], "pairs": [[0, 1]]}',
        "[" * 100_000,
    ],
)
def test_other_files_are_refused(text: str) -> None:
    """Any other file is a usage error that says how to make a right one."""
    with pytest.raises(UsageError, match="newsclean learn"):
        loads(text)


def test_a_file_of_another_version_is_refused() -> None:
    """A file of a later version says so."""
    data = json.loads(dumps(learned(*PAGES))) | {"version": 99}
    with pytest.raises(UsageError, match="version 99"):
        loads(json.dumps(data))


def test_an_appeal_in_prose_is_known_by_the_site() -> None:
    """What reads like an article goes when the site's other pages have it too."""
    body = """\
The council voted on Tuesday to close the swimming pool, and the mayor named no date for its return.
The pool has leaked since spring, and there is no money left for repairs, the mayor told reporters.
Swimmers collected four thousand signatures and want to bring the matter before the county court.
""".splitlines()
    appeal = (
        "Four reporters and a printer who is nearly eighty make this paper in a room above the "
        "old bakery, where the heating fails in most weeks of the winter."
    )
    site = learned((*body, appeal), ("Two barges sank off the cape on Sunday night.", appeal))
    text = "\n\n".join((*body, appeal))
    article = cleaning.clean(from_text(text), site=site)
    assert [paragraph.text for paragraph in article.paragraphs] == list(body)
    (removal,) = article.removals
    assert (removal.reason, removal.evidence) == (
        "repeated line",
        "stands in 2 of 2 pages of this site",
    )
