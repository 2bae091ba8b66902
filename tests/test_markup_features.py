"""What the tree says of each line: numbers that are finite, comparable, and cheap to get."""

from __future__ import annotations

import time

import numpy as np
import pytest

from newsclean.cleaning.features import markup
from newsclean.cleaning.features.markup import Marked
from newsclean.cleaning.features.text import describe
from newsclean.cleaning.lines.segment import segment, worded
from newsclean.sources import html

STORY = "The harbour master closed the port on Monday after waves broke over the outer wall. "
PAGE = f"""
<header><nav><ul><li><a href=/>Home</a><li><a href=/sea>Sea</a></ul></nav></header>
<main><article class="story story-7"><h1>Storm closes harbour</h1>
<div class=body><p class=text-1>{STORY}</p><p class=text-2>{STORY * 2}</p></div></article>
<aside class=related><a href=/1>Ferry runs late again</a></aside></main>
<footer><p>All rights reserved</p></footer>
"""


def marked(page: str) -> Marked:
    document = html.read(page)
    lines = worded(segment(document.text, unwrap=False))[1]
    words = describe(lines, "en").words
    return markup.mark(document, lines, words)


def test_one_row_a_line() -> None:
    """Each line has its row, its path and its groups, and every number is finite."""
    found = marked(PAGE)
    assert len(found.features) == 7
    assert found.paths.shape == (8, 7)
    assert found.groups.shape == (4, 7)
    assert np.isfinite(found.features).all()


@pytest.mark.parametrize(
    "page",
    [
        "x",
        "<p>x",
        '<script type=\'application/ld+json\'>{"articleBody": ""}</script><p>one',
        "<a href=/>only a link</a>",
        "<h1>Only a heading</h1>",
        "<table><tr><td>1<td>2</table>",
        "<p>日本語の記事です。</p><p>二つ目の段落。</p>",
    ],
)
def test_small_pages_have_the_same_width(page: str) -> None:
    """A page of next to nothing is described in the same numbers as a long one."""
    found = marked(page)
    assert found.features.shape[1] == marked(PAGE).features.shape[1]
    assert np.isfinite(found.features).all()


def test_groups() -> None:
    """Lines of one parent share a group; lines of one look do, whatever number their class has."""
    parent, _, _, look = marked(PAGE).groups
    home, sea, heading, first, second, related, rights = range(7)
    assert parent[first] == parent[second] != parent[heading]
    assert look[first] == look[second] != look[rights]
    assert look[home] == look[sea] != look[related]


def test_names_are_known_by_element() -> None:
    """A class word counts for the element that has it: it is on the path of the lines inside."""
    found = marked("<div class=teaser><p>one</p></div><div class=story><p>two</p></div>")
    own = [set(found.names.hashes[found.names.lines == path[1]]) for path in found.paths.T]
    assert len(own[0] & own[1]) == 1  # the tag
    assert len(own[0] | own[1]) == 3


def test_more_boilerplate_leaves_a_line_its_own_numbers() -> None:
    """What a line says of itself does not change when the page around it grows."""
    body = f"<p>{STORY}<a href=/>more</a></p>"
    short, long_ = marked(body), marked(body + "<footer><p>All rights reserved</p></footer>" * 9)
    assert short.features[0, 0] == long_.features[0, 0]
    same = (short.features[0] == long_.features[0]).mean()
    assert same > 0.4


def test_stated_body_is_recognised() -> None:
    """A line of the body that the page states in JSON-LD differs from one that is not in it."""
    stated = STORY * 3
    script = f'<script type="application/ld+json">{{"articleBody": "{stated}"}}</script>'
    lines = f"<p>{STORY}</p><p>{STORY.replace('harbour', 'airport').replace('on', 'of')}</p>"
    without, with_it = marked(lines).features, marked(script + lines).features
    assert not np.array_equal(without[0], with_it[0])
    assert not np.array_equal(with_it[0], with_it[1])


def test_time_grows_with_the_page_only() -> None:
    """A page ten times as long and a hundred times as deep takes no more than its share."""
    flat = f"<div><p>{STORY}</p></div>" * 300
    deep = "<div>" * 5000 + flat + "</div>" * 5000
    began = time.process_time()
    marked(flat)
    marked(deep)
    marked(flat * 10)
    assert time.process_time() - began < 3
