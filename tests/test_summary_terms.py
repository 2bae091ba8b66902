"""The words of an article as numbers: what is read piece by piece is what the sentences say."""

from __future__ import annotations

import tracemalloc
from collections import Counter
from itertools import chain, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import languages
from newsclean.document import Sentence
from newsclean.hashes import hash_each
from newsclean.summary import summarize
from newsclean.summary.text.terms import Terms, read_terms
from newsclean.summary.text.words import CAPITAL, SPEAKER, read_words, stem, words

WORDS = ("the", "Ferry", "ferry,", "don’t", "crossing", "\n", "a\nb", "\xa0", "-", "1990s", "北京")
# "İ" alone is one letter, and two in lower case
ANY = st.text(st.characters(exclude_characters="İ"), max_size=12)
TEXTS = st.lists(st.lists(st.sampled_from(WORDS)).map(" ".join) | ANY, min_size=1)


def read(texts: list[str], language: str, title: str | None = None) -> Terms:
    return read_terms([Sentence(0, 0, text) for text in texts], language, title)


def content(text: str, language: str) -> list[str]:
    """The stems of a text's content words."""
    stop = languages.function_words(language)
    found = (word for word in words(text, language) if word.lower() not in stop)
    return [stem(word) for word in found if len(word.lower()) > 1 or not word.lower().isascii()]


@pytest.mark.parametrize("language", ["en", "fr", "xx", "zh"])
@given(texts=TEXTS)
def test_terms_are_counted_sentence_by_sentence(language, texts):
    """Each sentence has its own words, whatever white space is in it, and no other's."""
    terms = read(texts, language, texts[0])
    stems = [content(text, language) for text in texts]
    hashes = {word: int(hash_each([word])[0]) for word in chain.from_iterable(stems)}
    counted = {
        (row, int(terms.stems[column])): count
        for row, column, count in zip(
            terms.rows.tolist(), terms.columns.tolist(), terms.counts.tolist(), strict=True
        )
    }
    assert counted == {
        (row, hashes[found]): times
        for row, own in enumerate(stems)
        for found, times in Counter(own).items()
    }
    assert terms.lengths.tolist() == [len(words(text, language)) for text in texts]
    assert terms.content.tolist() == list(map(len, stems))
    assert terms.title.sum() == len(stems[0])


@given(TEXTS)
def test_words_are_flagged_where_they_stand(texts):
    """What is known of a word is kept at its place in its sentence."""
    terms = read(texts, "en")
    for number, text in enumerate(texts):
        start, length = terms.starts[number], terms.lengths[number]
        flags = terms.flags[start : start + length]
        assert [bool(flag & CAPITAL) for flag in flags] == [
            word[0].isupper() for word in words(text, "en")
        ]
        assert set(terms.owners[start : start + length].tolist()) <= {number}


def test_a_title_of_very_many_words_takes_no_square_of_memory() -> None:
    """A page may call itself anything: its words do not each take a place for each sentence."""
    towns = ["".join(each).title() for each in product(*["bdfgklmnprst", "aeiou"] * 2)][:3_000]
    texts = [f"The council of {town}ham met and it voted on {town}ton again." for town in towns]
    prose = [Sentence(100 * n, 100 * n + len(text), text, n) for n, text in enumerate(texts)]
    title = " ".join(f"{town}ham {town}ton" for town in towns[:1_500])
    tracemalloc.start()
    summarize(prose, title=title)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 60_000_000


@pytest.mark.parametrize("language", ["ja", "zh"])
def test_a_number_ends_where_signs_without_spaces_begin(language):
    """What follows a figure in Japanese or Chinese is one word a sign, as elsewhere."""
    assert words("30年前に消灯した", language) == ["30", *"年前に消灯した"]


@pytest.mark.parametrize(
    ("language", "elided", "plain"),
    [
        ("fr", "L'accord de la mairie fut signé.", "Un accord"),
        ("fr", "Qu’annonce la mairie ?", "Une annonce"),
        ("it", "Nell'accordo manca la firma.", "Un accordo"),
        ("ca", "L’ajuntament va signar.", "Un ajuntament"),
    ],
)
def test_an_elided_word_is_the_word_itself(language: str, elided: str, plain: str) -> None:
    """What the headline calls "Un accord" is told by a sentence with "L'accord"."""
    headline = plain.split()[1]
    assert stem(headline) in content(elided, language)
    found = read([elided], language)
    assert hash_each([stem(headline)])[0] in found.hashes


@pytest.mark.parametrize("sentence", ["We've mended it.", "We’ve mended it.", "I’m the owner."])
def test_short_forms_speak_of_the_writer(sentence: str) -> None:
    """Whichever apostrophe they have."""
    assert read_words([sentence], "en").flags[0] & SPEAKER
    assert not read_words(["Wells mended it."], "en").flags[0] & SPEAKER
