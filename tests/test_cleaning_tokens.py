"""The tokens and characters of a page, counted without a string being made of any."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.cleaning.features import characters as kinds
from newsclean.cleaning.features.characters import Characters, characters
from newsclean.cleaning.features.tokens import Tokens, hash_words, tokenize
from newsclean.hashes import encode

WORD = re.compile(r"\w+(?:['’]\w+)*")

LINES = (
    "The mayor's office didn't say 1,250 people were told twice.",
    "L’été dernier, « Où est-il ? » demanda-t-elle à l'ONU.",
    "Мэр сказал: «Мост закрыт», — и ушёл.",
    "Ο δήμαρχος είπε ότι η γέφυρα έκλεισε.",
    "市長は「橋は閉鎖された」と述べた。Tokyo 2024年",
    "snake_case, e-mail: a@b.example — 100% ×2 ½ x²",
    "רֹאשׁ הָעִיר אמר: הגשר סגור.",
)


def read(*lines: str) -> Characters:
    sizes = np.array([len(line) for line in lines])
    return characters("\n".join([*lines, ""]), sizes)


def words(*lines: str, language: str = "en") -> Tokens:
    return tokenize(read(*lines), language)


@pytest.mark.parametrize("line", LINES)
def test_words_are_runs_of_letters_and_digits(line: str) -> None:
    """A word is what a regular expression for words finds, in any script of the shipped ones."""
    assert words(line).counts.tolist() == [len(WORD.findall(line))]


@given(st.lists(st.text("abcÀ1_'’ .é中-Я", min_size=1, max_size=20), min_size=1, max_size=5))
def test_words_of_any_mixture(lines: list[str]) -> None:
    """Apostrophes between letters join, at the edges they do not; no word crosses a line."""
    assert words(*lines).counts.tolist() == [len(WORD.findall(line)) for line in lines]


def test_a_word_is_one_in_any_case_and_place() -> None:
    """Case and place make no other word, another letter does."""
    low = words("Bridge closed", "the BRIDGE", "bridges").low.tolist()
    assert low[0] == low[3]
    assert len(set(low)) == 4


def test_what_is_known_of_words() -> None:
    """Function words, capitals and words in capitals are told apart."""
    found = words("The mayor of OSLO left it", language="en")
    assert found.common.tolist() == [True, False, True, False, False, True]
    assert found.title.tolist() == [True, False, False, True, False, False]
    assert found.upper.tolist() == [False, False, False, True, False, False]
    assert words("der Bürgermeister", language="de").common.tolist() == [True, False]


def test_numbers_are_told_by_their_length() -> None:
    """To the networks 2023 is 2024; on a page they are two words."""
    found = words("2023 2024 20245")
    assert len(set(found.low.tolist())) == 3
    assert found.hashed[0] == found.hashed[1] != found.hashed[2]


def test_a_long_page_does_not_change_its_words() -> None:
    """The hash of a word is the same at the beginning and after a million characters."""
    found = words("bridge", *["x" * 1000] * 1000, "bridge")
    assert found.hashed[0] == found.hashed[-1]


def test_characters_are_told_apart() -> None:
    """Each character is one thing, also where no table holds it."""
    shown = kinds.kind_of(encode('aB1 .,"|-漢！。😀ß'))
    expected = [
        kinds.LOWER,
        kinds.UPPER,
        kinds.DIGIT,
        kinds.SPACE,
        kinds.END,
        kinds.COMMA,
        kinds.QUOTE,
        kinds.BAR,
        kinds.HYPHEN,
        kinds.WIDE,
        kinds.WIDE_END,
        kinds.WIDE_END,
        kinds.SYMBOL,
        kinds.LOWER,
    ]
    assert shown.tolist() == expected


def test_short_lines_are_hashed_as_a_whole() -> None:
    """The same short line has the same hashes on any page, another order has others."""
    one, two, turned = (
        set(hash_words(words(*lines)).hashes.tolist())
        for lines in (("Read more",), ("Something else here", "READ MORE"), ("More read",))
    )
    assert one <= two
    assert not one <= turned
