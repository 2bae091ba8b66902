"""Where sentences end, with exact offsets, in every language, for any input, in linear time."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import once
from newsclean import sentences
from newsclean.sentences import split

CASES = json.loads((Path(__file__).parent / "cases" / "sentences.json").read_text("utf-8"))
LISTS = json.loads((Path(__file__).parent / "cases" / "sentences_lists.json").read_text("utf-8"))
LANGUAGES = ("en", "de", "fr", "ru", "zh", "hy", "xx")
PIECES = st.lists(
    st.one_of(
        st.text(max_size=6),
        st.sampled_from(
            [
                ". ",
                ".",
                "... ",
                "? ",
                "!” ",
                "。",
                " \n",
                "\n\n",
                "\r\n",
                "\x1c",
                "\u2028",
                '" ',
                "1. ",
            ]
        ),
        st.sampled_from(
            ["Dr", "The end", "He said", "U.S", "•", " 2. ", "\ud800", "\x00", "a. ", ":)"]
        ),
    ),
    max_size=30,
).map("".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['label']}")
def test_a_text_is_split_where_its_sentences_end(case):
    """A text put together from sentences comes apart into the same sentences."""
    joint = "" if case.get("glued") else " "
    text = joint.join(case["sentences"])
    assert [s.text for s in split(text, case["language"])] == case["sentences"]


@pytest.mark.parametrize("case", LISTS, ids=lambda case: case["label"])
def test_a_list_in_one_line_comes_apart_into_its_items(case):
    """The items of a list are sentences, and its labels are none."""
    got = [s.text for s in split(case["text"], case["language"])]
    assert len(got) == len(case["starts"])
    assert all(text.startswith(start) for text, start in zip(got, case["starts"], strict=True))


@given(PIECES, st.sampled_from(LANGUAGES))
def test_sentences_and_the_blanks_between_them_give_the_text_back(text, language):
    """Nothing but white space stands between sentences, and none begins or ends with it."""
    at = 0
    for sentence in split(text, language):
        assert not text[at : sentence.start].strip()
        whole = text[sentence.start : sentence.end]
        assert whole
        assert whole == whole.strip()
        assert "".join(sentence.text.split()) == "".join(whole.split())
        at = sentence.end
    assert not text[at:].strip()


@given(PIECES, st.sampled_from(LANGUAGES))
def test_sentences_stay_inside_the_paragraphs_they_were_asked_of(text, language):
    """With spans, every sentence lies in its paragraph, and what lies outside is left alone."""
    half = len(text) // 2
    spans = [(0, half // 2), (half, len(text))]
    found = split(text, language, spans)
    for sentence in found:
        start, end = spans[sentence.paragraph]
        assert start <= sentence.start < sentence.end <= end
    inside = "".join(text[start:end] for start, end in spans)
    assert "".join("".join(s.text.split()) for s in found) == "".join(inside.split())


def test_a_line_break_ends_a_sentence_and_a_wrap_inside_a_paragraph_does_not():
    """Lines are paragraphs unless the paragraphs are given."""
    text = "A heading without a stop\nThe text goes on\nuntil here. And on."
    assert [s.paragraph for s in split(text)] == [0, 1, 2, 2]
    flow = text.replace("on\nuntil", "on until")
    joined = split(flow, "en", [(0, 24), (25, len(flow))])
    assert [s.text for s in joined][1:] == ["The text goes on until here.", "And on."]


def test_white_space_is_folded_in_the_text_and_vanishes_between_chinese_characters():
    """A sentence reads as one line, whatever blanks stood in it."""
    assert split("One  two\xa0 three.", "en")[0].text == "One two three."
    assert split("会议 昨天 结束。", "zh")[0].text == "会议昨天结束。"
    assert split("在 Python 里。", "zh")[0].text == "在 Python 里。"


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\u3000"])
def test_a_text_without_words_has_no_sentences(text):
    """Blank input gives nothing, not an empty sentence."""
    assert split(text) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sr", "Рекао је др. Петровић да мост чека инж. Марковић."),
        ("bg", "Това каза адв. Луков в залата."),
        ("sl", "To je povedal prim. Novak na seji."),
        ("hr", "To je rekao mag. Horvat na sjednici."),
        ("el", "Ο κ. Μαν. Πλούτης αγόρασε δύο πλοία."),
        ("el", "Ο υπουργός Δημ. Λιμανάκης άνοιξε το λιμάνι."),
        ("fr", "M. Alex. Portier a acheté deux navires."),
        ("ru", "Об этом сообщил акад. Дм. Портнов в среду."),
        ("es", "El puerto lo abrió el Dr. Fco. Marín ayer."),
        ("vi", "Ông Nam họp tại TP. Hồ Chí Minh hôm qua."),
        ("vi", "Người nói là PGS. TS. Nguyễn Văn A ở Hà Nội."),
        ("vi", "Bác sĩ Th.S Lê Văn B đến Q. Bình Thạnh."),
    ],
)
def test_a_title_in_short_ends_no_sentence(language, text):
    """Serbian and its abbreviations are written in two alphabets; first names are cut, too."""
    assert len(split(text, language)) == 1


def test_a_place_in_short_may_end_a_sentence():
    """What no name follows ends one: Vietnamese writes "TP.HCM" for a city and its name."""
    text = "Anh ấy sống ở TP.HCM. Sau đó anh về quê. Giá tăng 5%."
    assert len(split(text, "vi")) == 3


def test_region_tags_and_other_names_of_a_language_are_understood():
    """`de-AT` is split as German, `no` as Norwegian."""
    german = "Am 3. Oktober war Ruhe."
    assert len(split(german, "de-AT")) == len(split(german, "DE")) == 1
    assert len(split("Møtet var 17. mai.", "no")) == 1


def test_languages_say_whether_they_have_parameters_of_their_own():
    """German has sentence parameters, Swahili has none."""
    assert sentences.has_parameters("de")
    assert sentences.has_parameters("zh")
    assert not sentences.has_parameters("sw")


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        ". ",
        "...a",
        'He said "no." ',
        "A. ",
        "《！",
        "1. a 2. ",
        "x.\u201d",
        "word " * 20 + ". The ",
    ],
)
def test_time_grows_with_the_input_only(unit):
    """Eight times the input takes about eight times as long, on hostile input too."""

    def seconds(size):
        text = unit * (size // len(unit))
        start = time.process_time()
        split(text)
        return time.process_time() - start

    seconds(5_000)
    assert once(lambda: seconds(80_000) < 8 * 4 * seconds(10_000) + 0.2)
