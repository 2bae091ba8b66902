"""Cleaning: from a page's text to its article."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import once
from newsclean import cleaning, pipeline
from newsclean.document import REASONS, Article, Document, Metadata, Paragraph, Sentence
from newsclean.errors import NewscleanError, NoArticleError, UsageError

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "cases" / "cleaning.json").read_text(encoding="utf-8")
)
ENGLISH = CASES[0]
MENU = "Home\nNews\nSport\nWeather\nSign in\nSubscribe\nContact us\nPrivacy\nTerms of use\nSearch"

pages = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


def clean(lines: list[str] | str, **options: Any) -> Article:
    text = lines if isinstance(lines, str) else "\n".join(lines)
    return cleaning.clean(Document(text), **options)


def bodies(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


@pages
def test_the_article_is_found_among_boilerplate(case: dict[str, Any]) -> None:
    """Of a copied page the body stays, and menus, teasers, comments and footers go."""
    article = clean(case["page"])
    assert bodies(article) == case["body"]
    assert article.language == case["language"]


@pages
def test_blank_lines_are_not_needed(case: dict[str, Any]) -> None:
    """Without its blank lines a page gives the same article."""
    assert bodies(clean([line for line in case["page"] if line])) == case["body"]


@pages
@pytest.mark.parametrize("width", [60, 76])
def test_hard_wraps_do_not_matter(case: dict[str, Any], width: int) -> None:
    """A page wrapped at a fixed width gives the same article, in whole paragraphs."""
    wrapped = "\n".join(textwrap.fill(line, width) for line in case["page"])
    assert bodies(clean(wrapped)) == case["body"]


@pages
def test_a_page_on_one_line_gives_the_article_s_sentences(case: dict[str, Any]) -> None:
    """Even with all line breaks lost, most of what is kept is body, and most body is kept."""
    article = clean(" ".join(line for line in case["page"] if line))
    body, kept = " ".join(case["body"]).split(), article.text.split()
    shared = len(set(body) & set(kept))
    assert shared > 0.8 * len(set(body))
    assert shared > 0.6 * len(set(kept))


@pages
def test_a_clean_article_stays_as_it_is(case: dict[str, Any]) -> None:
    """Nothing is removed from an article that is clean already."""
    article = clean("\n\n".join(case["body"]))
    assert bodies(article) == case["body"]
    assert article.removals == ()


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_one_paragraph_of_prose_is_an_article(case: dict[str, Any]) -> None:
    """A single clean paragraph is kept whole."""
    assert bodies(clean(case["body"][0])) == [case["body"][0]]


def test_a_menu_is_no_article() -> None:
    """Where nothing looks like an article, that is said instead of handing back the menu."""
    with pytest.raises(NoArticleError, match=r"page\.txt"):
        cleaning.clean(Document(MENU, name="page.txt"))


@pytest.mark.parametrize("text", ["× × ×", "…\n--\n", "\n \n\t"])
def test_no_words_are_no_article(text: str) -> None:
    """Text without a single word is no article, and no crash."""
    with pytest.raises(NoArticleError):
        clean(text)


def assert_nothing_lost(text: str, article: Article) -> None:
    pieces = sorted(
        [(part.start, part.end, part.text) for part in (*article.paragraphs, *article.removals)]
    )
    at = 0
    for start, end, piece in pieces:
        assert at <= start < end
        assert not text[at:start].strip()
        assert "".join(text[start:end].split()) == "".join(piece.split())
        at = end
    assert not text[at:].strip()
    assert len(article.flow) == len(text)
    assert all(removal.reason in REASONS and removal.evidence for removal in article.removals)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            [*ENGLISH["page"], *CASES[1]["page"], "  •  ", "\u00a0", "* * *", "漢字です。"]
        ),
        max_size=40,
    ),
    st.sampled_from(["\n", "\r\n", "\n\n", " ", "\n    "]),
    st.sampled_from(["balance", "precision", "recall"]),
)
def test_every_character_is_kept_or_removed_once(lines: list[str], glue: str, favour: str) -> None:
    """Paragraphs and removals are disjoint and hold every character but white space."""
    text = glue.join(lines)
    try:
        article = clean(text, favour=favour)
    except NewscleanError:
        return
    assert_nothing_lost(text, article)


def test_the_user_s_patterns_have_the_last_word() -> None:
    """`keep` keeps and `drop` removes the lines that match; where both match, `keep` wins."""
    page = ENGLISH["page"]
    article = clean(page, drop=("bus station",), keep=("^Rain until Friday",))
    assert "Rain until Friday, forecasters say" in bodies(article)
    assert not any("bus station" in text for text in bodies(article))
    assert [
        removal.evidence for removal in article.removals if removal.reason == "user pattern"
    ] == ["matches --drop 'bus station'"]
    both = clean(page, drop=("library",), keep=("Castell Street library",))
    assert ENGLISH["body"][0] in bodies(both)
    assert ENGLISH["body"][4] not in bodies(both)


@pytest.mark.parametrize("option", ["keep", "drop"])
def test_a_bad_pattern_is_a_usage_error(option: str) -> None:
    """A pattern that is no regular expression is named in the error, with its option."""
    with pytest.raises(UsageError, match=rf"--{option} .*\("):
        clean(ENGLISH["page"], **{option: ("(",)})


def test_favour_orders_what_is_kept() -> None:
    """`precision` keeps no more words than `balance`, and `recall` no fewer."""
    kept = [
        sum(clean(case["page"], favour=favour).words_kept for case in CASES)
        for favour in ("precision", "balance", "recall")
    ]
    assert kept == sorted(kept)


def test_the_reader_is_told_when_little_is_kept() -> None:
    """A short body on a page full of text comes with a note that says how little it is."""
    boilerplate = [line for line in ENGLISH["page"] if line not in ENGLISH["body"]]
    page = boilerplate[:20] + ENGLISH["body"][:1] + boilerplate[20:] + boilerplate[20:]
    assert any("little was kept" in note for note in clean(page).notes)


def test_kinds_of_paragraphs() -> None:
    """Sub-headings and list items are told from plain paragraphs."""
    body = ENGLISH["body"]
    items = ["• Twelve new skylights", "• A lift to the archive", "• Shelves for 3,000 books"]
    page = [*body[:3], "", "What it will cost", "", *body[3:5], "", *items, "", body[5]]
    kinds = {paragraph.text: paragraph.kind for paragraph in clean(page).paragraphs}
    assert kinds[body[0]] == kinds[body[5]] == "paragraph"
    assert kinds["What it will cost"] == "heading"
    assert [kinds[item] for item in items] == ["list"] * 3


def test_keep_everything_undoes_hard_wraps_and_removes_nothing() -> None:
    """Without cleaning the whole text is the article, its paragraphs made whole."""
    text = "\n\n".join(textwrap.fill(paragraph, 66) for paragraph in ENGLISH["body"])
    article = cleaning.keep_everything(Document(text))
    assert bodies(article) == ENGLISH["body"]
    assert article.removals == ()
    assert article.words_kept == article.words_read == len(text.split())
    assert_nothing_lost(text, article)


def test_words_are_counted() -> None:
    """`words_read` and `words_kept` are the words of the input and of the body."""
    article = clean(ENGLISH["page"])
    assert article.words_read == len("\n".join(ENGLISH["page"]).split())
    assert article.words_kept == len(article.text.split())


def test_the_same_under_any_hash_seed() -> None:
    """Two processes with different hash seeds clean alike to the last digit."""
    code = "import sys, newsclean\nprint(repr(newsclean.clean(sys.stdin.read())))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            input="\n".join(ENGLISH["page"]),
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


@pytest.mark.slow
@pytest.mark.parametrize("glue", ["\n", "\n\n", " "])
def test_time_grows_with_the_input_only(glue: str) -> None:
    """Ten times the text takes no more than twenty times as long, in lines or on one line."""
    body = glue.join(ENGLISH["body"] * 100)

    def seconds(text: str) -> float:
        began = time.process_time()
        with contextlib.suppress(NoArticleError):
            clean(text)
        return time.process_time() - began

    seconds(body)
    assert once(lambda: seconds(glue.join([body] * 10)) < 20 * seconds(body))


def test_a_summary_takes_no_doubtful_paragraph_but_the_lead() -> None:
    """Sentences of doubtful paragraphs are left out, unless they are the lead, or most are so."""
    doubts = (0.5, 0.9, 0.6, 0.95, 0.99)
    spans = [Paragraph(10 * n, 10 * n + 9, "x", confidence=c) for n, c in enumerate(doubts)]
    article = Article("x" * 50, tuple(spans), (), Metadata(), "en", 9, 9)
    prose = tuple(Sentence(s.start, s.end, "x", n) for n, s in enumerate(spans))
    taken = pipeline._undoubted(prose, article)
    assert [sentence.paragraph for sentence in taken] == [0, 1, 3, 4]
    doubtful = replace(article, paragraphs=tuple(replace(s, confidence=0.4) for s in spans))
    assert pipeline._undoubted(prose, doubtful) == prose
