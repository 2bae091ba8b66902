"""The Python interface: what it takes, and what it says of what it does not take."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsclean
from conftest import HARBOUR
from newsclean.errors import InputError, NoArticleError, UsageError

TEXT = HARBOUR.read_text(encoding="utf-8")
MENU = "Home\nNews\nSport\nLog in\nContact us\n"


def test_a_length_may_be_a_number() -> None:
    """`length=1` is `length="1"`."""
    assert len(newsclean.digest(TEXT, length=1).summary.sentences) == 1
    assert len(newsclean.summarize(TEXT, length=1).sentences) == 1
    with pytest.raises(UsageError, match="not a length: '0'"):
        newsclean.digest(TEXT, length=0)


def test_messages_speak_of_the_text() -> None:
    """A text that was passed is neither "-" nor standard input."""
    with pytest.raises(InputError, match=r"^the text: empty$"):
        newsclean.digest(" ")
    with pytest.raises(InputError, match=r"^the text: empty$"):
        newsclean.clean(b"")
    with pytest.raises(NoArticleError, match=r"^the text: nothing in it"):
        newsclean.digest(MENU)


@pytest.mark.parametrize("name", ["digest", "clean", "split_sentences", "find_quotes", "summarize"])
@pytest.mark.parametrize("value", [Path("a.txt"), None, 3])
def test_what_is_no_text_is_a_usage_error(name: str, value: object) -> None:
    """A path or anything else says what is taken, and how to get it from a file."""
    with pytest.raises(UsageError, match=rf"takes text.*not {type(value).__name__}; of a file"):
        getattr(newsclean, name)(value)


def test_bytes_of_any_kind_are_read() -> None:
    """A bytearray and a memoryview are bytes."""
    data = HARBOUR.read_bytes()
    wanted = newsclean.clean(data)
    assert newsclean.clean(bytearray(data)) == newsclean.clean(memoryview(data)) == wanted
