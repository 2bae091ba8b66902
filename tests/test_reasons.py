"""Reasons: every removed line gets a name that a person understands, and evidence."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import once
from newsclean.cleaning.lines.phrases import (
    WORDS,
    normalized_words,
    normalized_words_of,
    phrasebook,
)
from newsclean.cleaning.reasons import explain
from newsclean.document import REASONS, Removal
from newsclean.markup import Markup, Node, Tree
from records import lines_of, record_of

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "cases" / "reasons.json").read_text(encoding="utf-8")
)
PHRASES = Path(explain.__file__).parents[2] / "data" / "cleaning"
PROSE = "The council voted on Tuesday to close the swimming pool, and gave no date for its return."


def name(
    *texts: str, keep: str = PROSE, language: str = "en", **options: Any
) -> tuple[Removal, ...]:
    """The removals of a page whose body is `keep`."""
    lines = lines_of(*texts)
    kept = [text == keep for text in texts]
    options.setdefault("probabilities", [0.03] * len(lines))
    return explain.name_reasons(record_of(lines, kept, language, **options))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_cases(case: dict[str, Any]) -> None:
    """Each line that is not of the article gets the reason a person would give."""
    lines = lines_of(*(text for text, _ in case["lines"]))
    kept = [reason is None for _, reason in case["lines"]]
    record = record_of(lines, kept, case["language"], probabilities=[0.03] * len(lines))
    removals = explain.name_reasons(record)
    wanted = [(text, reason) for text, reason in case["lines"] if reason]
    assert [(removal.text, removal.reason) for removal in removals] == wanted


def test_each_removed_line_has_one_removal() -> None:
    """Removals are the lines that are not kept, in order, with their spans."""
    texts = ("Home", PROSE, "1,204", "qwfp zxcv", "***")
    removals = name(*texts)
    assert [removal.text for removal in removals] == [text for text in texts if text != PROSE]
    assert all(removal.reason in REASONS for removal in removals)
    assert all(0 < removal.confidence <= 1 and removal.evidence for removal in removals)
    assert (removals[0].start, removals[0].end) == (0, 4)


def test_nothing_removed_gives_no_removals() -> None:
    """An article that is kept whole has no removals, and neither has no line at all."""
    assert name(PROSE) == ()
    assert explain.name_reasons(record_of([], [])) == ()


def test_evidence_quotes_the_phrase() -> None:
    """The evidence for a line's reason is the phrase that stands in it."""
    (removal,) = name(PROSE, "Sign up for our weekly newsletter and never miss a story.")
    assert removal.reason == "newsletter"
    assert "newsletter" in removal.evidence


def test_evidence_names_the_heading_above() -> None:
    """A line that speaks only through its section says which heading it follows."""
    removals = name(PROSE, "Related stories", "Divers raise the last of the three barges")
    assert removals[1].reason == "related articles"
    assert removals[1].evidence == "follows 'Related stories'"
    assert removals[1].confidence < removals[0].confidence


def test_a_heading_does_not_reach_upwards() -> None:
    """What stands above "Comments" is not a comment."""
    removals = name(PROSE, "Tides of the week", "Comments", "My aunt said so for years.")
    assert [removal.reason for removal in removals[1:]] == ["comments", "comments"]
    assert removals[0].reason != "comments"


def test_lines_that_say_nothing_open_no_section() -> None:
    """Bare numbers below an article are neither stories nor comments."""
    removals = name(PROSE, "36", "13", "4", "7", "21")
    assert not {"related articles", "comments"} & {removal.reason for removal in removals}


def test_menu_lines_are_counted() -> None:
    """Unknown short lines in a row are navigation, and the evidence counts them."""
    removals = name("Moorland", "Sheep", "Wool", "Harvest", PROSE)
    assert {removal.reason for removal in removals} == {"navigation"}
    assert removals[0].evidence == "in a run of 4 short lines"


def test_table_of_contents_repeats_the_article() -> None:
    """A short line that the article has too is a link to that place."""
    heading = "Why the pool has leaked since spring"
    lines = lines_of(heading, PROSE, heading, PROSE)
    (removal,) = explain.name_reasons(record_of(lines, [False, True, True, True]))
    assert (removal.reason, removal.evidence) == (
        "navigation",
        "the same line stands in the article",
    )


def test_roles_win() -> None:
    """A line that was recognised as headline or credit is named so, whatever it says."""
    removals = name("Subscribe to the sea", "Home", PROSE, roles={0: "headline"})
    assert removals[0].reason == "headline"
    assert removals[1].reason == "navigation"


def test_repeated_lines_of_the_site() -> None:
    """A line with no better reason is a repeated line, counted over the pages of the site."""
    odd = (
        "Our printers run on rain water and our vans on rape seed oil since the year of the flood."
    )
    removals = name(PROSE, odd, "Share this article", repeats={1: 7, 2: 9}, pages_known=9)
    assert (removals[0].reason, removals[0].evidence) == (
        "repeated line",
        "stands in 7 of 9 pages of this site",
    )
    assert removals[0].confidence == 0.99
    assert removals[1].reason == "share buttons"
    (seldom, _) = name(PROSE, odd, "Share this article", repeats={1: 2, 2: 9}, pages_known=9)
    assert seldom.confidence == 0.8


def test_markup_gives_reasons() -> None:
    """With a tree, `<nav>` and class words say what the text alone does not."""
    nodes = (
        Node("body", -1),
        Node("nav", 0),
        Node("p", 0),
        Node("div", 0, "newsletter-box wide"),
        Node("span", 3),
    )
    tree = Tree(nodes, tuple(Markup(node) for node in (1, 2, 4)))
    removals = name("Wool and weather for the whole family", PROSE, "Wool by post", tree=tree)
    assert [removal.reason for removal in removals] == ["navigation", "newsletter"]
    assert removals[0].evidence == "inside <nav>"
    assert removals[1].evidence == "inside an element named 'newsletter'"


def test_a_page_without_phrases_of_its_language() -> None:
    """English phrases serve in a language that has none of its own."""
    removals = name(PROSE, "Share on Facebook", language="sw")
    assert removals[0].reason == "share buttons"


@pytest.mark.parametrize("path", sorted(PHRASES.glob("phrases.*.json")), ids=lambda path: path.name)
def test_phrases_are_written_as_lines_are_read(path: Path) -> None:
    """A phrase with a capital, a digit or an apostrophe would never match: there is none."""
    language = path.name.split(".")[1]
    for reason, places in json.loads(path.read_text(encoding="utf-8")).items():
        assert reason in (*REASONS, "age")
        for where, written in places.items():
            assert where in ("line", "start", "in", "short")
            for phrase in written.split(" | "):
                text = phrase.replace("*", "word")
                found = phrasebook(language).hits(text, normalized_words(text))
                assert (reason, where) in {(hit.reason, hit.where) for hit in found}, phrase


@given(st.lists(st.text(alphabet="aBİß² 9.,-_@©’“—ÀčД漢\t", max_size=30), max_size=6))
def test_words_are_the_runs_of_letters(texts: list[str]) -> None:
    """However a page's lines are folded, their words are what the pattern finds in each."""
    assert normalized_words_of(texts) == [
        WORDS.findall(text.lower().replace("i\u0307", "i")) for text in texts
    ]
    assert [normalized_words(text) for text in texts] == normalized_words_of(texts)


def test_gaps_in_phrases() -> None:
    """`*` stands for up to four words and no more."""
    book = phrasebook("en")
    near = "Sign up for the Harbour Post newsletter"
    far = "Sign up for the many good and various things in the newsletter"
    wanted = "sign up for * newsletter"
    assert wanted in {hit.phrase for hit in book.hits(near, normalized_words(near))}
    assert wanted not in {hit.phrase for hit in book.hits(far, normalized_words(far))}


def test_reasons_are_fast() -> None:
    """150 removed lines take a few milliseconds."""
    lines = lines_of(PROSE, *(f"Story number {number} of the long list" for number in range(150)))
    kept = [index == 0 for index in range(len(lines))]

    def seconds() -> float:
        started = time.process_time()
        explain.name_reasons(record_of(lines, kept, probabilities=[0.1] * len(lines)))
        return time.process_time() - started

    assert once(lambda: seconds() < 0.05)
