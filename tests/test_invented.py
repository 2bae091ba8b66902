"""Pages that were invented to learn from, as they are laid out."""

from __future__ import annotations

import itertools
import random

import pytest

import newsclean
from conftest import ROOT
from newsclean.sources.read import from_bytes
from newsclean.training.cleaning import invented, invented_html

PAGES = ROOT / "tests" / "benchmarks" / "labels" / "invented"
PARTS = (
    *("menu", "byline", "date", "share", "body", "captions", "related"),
    *("boxes", "notes", "bio", "tags", "comments", "footer"),
)


@pytest.mark.parametrize("part", ["train", "dev"])
def test_every_page_has_its_parts(part: str) -> None:
    pages = invented.invented(part, PAGES)
    assert len({page.language for page in pages}) == 39
    for page in pages:
        for name in PARTS:
            assert isinstance(page.parts[name], list), (page.domain, name)
        assert page.parts["headline"], page.domain
        assert {kind for kind, _ in page.parts["body"]} <= {"p", "h", "li"}, page.domain


def test_lines_of_the_body_stand_in_order_and_nothing_else_is_labelled() -> None:
    for page in invented.invented("dev", PAGES):
        body = [" ".join(text.split()) for _, text in page.parts["body"]]
        for text, spans in invented.texts(page, (), 4):
            assert [
                text[start:end] for start, end, each in spans if each.own or each.kind == "hour"
            ] == body


def test_a_sub_heading_stays_with_its_text_and_a_list_together() -> None:
    for page in invented.invented("dev", PAGES):
        kinds = [kind for kind, _ in page.parts["body"]]
        for _, spans in invented.texts(page, (), 4):
            below = [later.kind for _, _, later in spans]
            for (above, after), count in _pairs(kinds).items():
                if above == "h" or above == after == "li":
                    assert _pairs(below)[above, after] == count


def _pairs(kinds: list[str]) -> dict[tuple[str, str], int]:
    pairs = list(itertools.pairwise(kinds))
    return {pair: pairs.count(pair) for pair in pairs}


def test_every_line_of_a_layout_stands_in_its_html_in_order() -> None:
    for page in invented.invented("dev", PAGES):
        rng = random.Random(page.domain)
        elements = list(invented.laid_out(page, (), rng))
        text = from_bytes(invented_html.marked_up(elements, rng).encode()).text
        lines = [" ".join(line.split()) for element in elements for line in element.lines]
        flat = " ".join(text.split())
        at = 0
        for line in (line for line in lines if any(map(str.isalnum, line))):
            at = flat.find(line, at)
            assert at >= 0, (page.domain, line)


def test_most_bodies_of_web_pages_are_right() -> None:
    """Whatever the language: every line of the article, and no other."""
    right = []
    for page in invented.invented("dev", PAGES):
        rng = random.Random(page.domain)
        elements = list(invented.laid_out(page, (), rng))
        html = invented_html.marked_up(elements, rng)
        kept = " ".join(" ".join(each.text.split()) for each in newsclean.clean(html).paragraphs)
        own = [line for each in elements if each.own for line in each.lines]
        foreign = [line for each in elements if not each.own for line in each.lines]
        lost = any(" ".join(line.split()) not in kept for line in own)
        right.append(not lost and not any(line in kept for line in foreign if len(line) > 30))
    assert sum(right) > 0.6 * len(right)
