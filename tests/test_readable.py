"""Text, Markdown and the terminal: marks that are not doubled, names and lines that stay whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digests import bare, full
from newsclean.document import Digest, Paragraph
from newsclean.output import explain, html, markdown, safe, text, wrap


def of_kind(kind: str, words: str) -> Digest:
    """A digest whose one paragraph is `words`."""
    digest = bare(words)
    paragraphs = (Paragraph(0, len(words), words, kind, 1.0),)  # type: ignore[arg-type]
    return replace(digest, article=replace(digest.article, paragraphs=paragraphs))


@pytest.mark.parametrize(
    ("kind", "words", "line"),
    [
        ("list", "1. A list item", "1. A list item"),
        ("list", "12) Another", "12) Another"),
        ("list", "- [ ] todo", r"- \[ \] todo"),
        ("list", "• Tickets", "- Tickets"),
        ("list", "Tickets", "- Tickets"),
        ("list", "- 1. odd", r"- 1\. odd"),
        ("list", "-5 degrees", "- -5 degrees"),
        ("quote", "> quoted", "> quoted"),
        ("quote", "> > twice", "> twice"),
        ("quote", "2 > 1", r"> 2 \> 1"),
        ("text", "- no item", r"\- no item"),
        ("text", "1. no item", r"1\. no item"),
    ],
)
def test_markdown_has_each_mark_once(kind: str, words: str, line: str) -> None:
    """A list item or quote that has its mark in the article gets no second one."""
    shown = markdown.render(of_kind(kind, words), ("article",))
    assert shown.splitlines()[-1] == line


def test_no_quotes_is_no_line() -> None:
    """Where the part that was asked for is empty, so is the text."""
    assert text.render(bare("Nobody spoke."), ("quotes",)) == ""
    assert text.render(bare("Nobody spoke."), ("article",)) == "Nobody spoke.\n"


def test_pages_do_not_turn_the_direction_of_text() -> None:
    """An override would make a name read as another; the marks of Hebrew and Arabic stay."""
    shown = html.render(bare("Open \u202egnp.exe\u202c or \u2066this\u2069.\nשלום\u200f."))
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert "\\u202egnp.exe" in shown
    assert "שלום\u200f." in shown


def test_lines_are_folded_between_words() -> None:
    """No line is wider than the terminal, no word is cut, and all words are there."""
    digest = full()
    for width in (24, 60, 100):
        lines = explain.render(digest, width=width).splitlines()
        assert max(map(len, lines)) <= width
        flat = " ".join(" ".join(lines).split())
        assert " ".join(explain.render(digest).split()) == flat
    assert "\n" not in explain.render(digest).rstrip("\n").split("\n")[0]


def test_wide_letters_take_two_columns() -> None:
    """Chinese is folded by the columns it takes."""
    assert wrap.wrap("港" * 30, 20) == ["港" * 10] * 3
    assert wrap.wrap("港" * 30, None) == ["港" * 30]


def test_a_name_stays_in_its_line() -> None:
    """A file's name may hold anything; what is printed of it is one line without escapes."""
    assert safe.one_line("a\n\x1b[31m\u202eb\u2028.txt") == r"a\x0a\x1b[31m\u202eb\u2028.txt"
