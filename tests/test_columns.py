"""Columns: a network refuses features that are not those it was trained on, and says which."""

from __future__ import annotations

import pytest

from newsclean.cleaning.features import markup, text
from newsclean.cleaning.features.columns import compare
from newsclean.cleaning.lines.segment import segment
from newsclean.cleaning.model import classify, markup_network, text_network
from newsclean.document import Line
from newsclean.sources import html

LINES = [Line(0, 31, "The council voted on Tuesday to")]


def test_the_shipped_networks_know_their_columns() -> None:
    """Both files name each feature, in the order in which the code makes them."""
    document = html.read("<p>One line.</p>")
    lines = segment(document.text, unwrap=False)
    described = text.describe(lines, "en")
    marked = markup.mark(document, lines, described.words)
    assert text_network.load("text.bin").scaling.columns == described.columns
    of_html = markup_network.load("html.bin").reader.scaling.columns
    assert of_html == described.columns[: text.OWN_COLUMNS] + marked.columns
    assert len(set(of_html)) == len(of_html)
    assert marked.features.shape[1] == len(marked.columns)


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        (("size", "words"), "trained on 3 features, given 2; missing: ends"),
        (("size", "words", "length", "ends"), "not trained on: length"),
        (("size", "word_count", "ends"), "missing: words; not trained on: word_count"),
        (("words", "size", "ends"), "out of place: size, words"),
        (("size", "words", "ends", "ends"), "a name stands there twice"),
    ],
    ids=("missing", "inserted", "renamed", "moved", "twice"),
)
def test_other_columns_are_named(columns: tuple[str, ...], message: str) -> None:
    """The message says which column is missing, new or out of place."""
    with pytest.raises(ValueError, match=message):
        compare(("size", "words", "ends"), columns)


def test_a_renamed_feature_is_refused_before_a_page_is_misread() -> None:
    """As many columns as before do not pass under another name."""
    described = text.describe(LINES, "en")
    classify.of_text(described)
    renamed = ("length", *described.columns[1:])
    with pytest.raises(ValueError, match="not trained on: length"):
        classify.of_text(described._replace(columns=renamed))
