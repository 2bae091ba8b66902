"""The language of a text, and what users write for a language."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from newsclean import languages
from newsclean.errors import UsageError

TEXTS = json.loads((Path(__file__).parent / "cases" / "languages.json").read_text("utf-8"))


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=list(TEXTS))
def test_one_sentence_tells_the_language(code, text):
    """A sentence of news is enough, also between neighbours such as Danish and Norwegian."""
    assert languages.detect(text) == code


def test_prose_outweighs_menus():
    """An English menu around a German article leaves the page German."""
    menu = "Home\nNews\nSports\nAbout us\nSign in to your account\nThe best of the week\n" * 30
    assert languages.detect(menu + (TEXTS["de"] + " ") * 6 + "\n" + menu) == "de"


SHORT = {
    "nb": ("Kommunen stengte broen for all trafikk", "Vi hadde ikke noe valg, sier Maria Lopez."),
    "tr": ("Belediye meclisi köprüyü kapattı", "Başka seçeneğimiz yoktu, dedi Ayşe Yılmaz."),
    "da": ("Kommunen lukkede broen for all trafik", "Vi havde ikke noget valg, siger hun i dag."),
    "cs": ("Rada města zavřela most", "Byl starý a mohl se kdykoli zřítit, řekla."),
    "en": ("Señor Müller's café closed", "We had no choice, he said."),
}


@pytest.mark.parametrize(("code", "said"), SHORT.items(), ids=list(SHORT))
def test_a_sentence_that_recurs_in_a_short_article_is_counted_less(code, said):
    """One word that English has too, six times, does not make it English."""
    body, quote = said
    assert languages.detect(f"{body}\n\n{body}. {body}.\n\n{quote}\n\n" + f"{body}. " * 3) == code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Broen er nok lukket hver gang det regner, siger hun, og den samme kø står der nu."),
        ("da", "Havnen har altid været åben, og derfor kom begge både ind efter en time."),
        ("da", "Det står godt til, mener han, og nok en gang kom de samme mænd med mere sand."),
        (
            "nb",
            "Broen er nok stengt hver gang det regner, sier hun, og den samme køen står der nå.",
        ),
        ("nb", "Havnen har alltid vært åpen, og derfor kom begge båtene inn etter en time."),
        (
            "nb",
            "Peter af Holm har kjøpt gården, og han skal være der etter mai, sier han.",
        ),
    ],
)
def test_danish_and_norwegian_are_told_by_their_own_forms(code, text):
    """Most of the commonest words of the one are words of the other, too."""
    assert languages.detect(text) == code


@pytest.mark.parametrize("text", ["", "12:30 – 14:00", "Qwv xkz", "\ud800 \x00"])
def test_a_text_that_tells_nothing_gets_the_default(text):
    """Numbers and noise are no language."""
    assert languages.detect(text) == "en"
    assert languages.detect(text, default="fi") == "fi"


def test_detection_costs_little_on_a_long_text():
    """A megabyte is judged by its longest lines, in milliseconds."""
    text = (TEXTS["nl"] + "\n") * 12_000
    languages.detect(text)
    start = time.process_time()
    assert languages.detect(text) == "nl"
    assert time.process_time() - start < 0.05


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("en", "en"),
        ("EN-us", "en"),
        ("zh_Hant_TW", "zh"),
        ("no", "nb"),
        ("nn-NO", "nb"),
        ("German", "de"),
        ("deutsch", "de"),
        ("deu", "de"),
        (" Norwegian ", "nb"),
        ("norwegian bokmål", "nb"),
    ],
)
def test_codes_and_names_of_a_language_are_understood(written, code):
    """Region tags, three letters, English and own names all lead to the code."""
    assert languages.normalise(written) == code


@pytest.mark.parametrize(
    ("written", "hint"), [("germn", "German (de)"), ("dx", "de"), ("klingon", "ISO 639-1")]
)
def test_an_unknown_language_is_refused_with_the_nearest(written, hint):
    """The message names what was probably meant."""
    with pytest.raises(UsageError, match=r"no language is called") as caught:
        languages.normalise(written)
    assert hint in str(caught.value)


def test_every_code_has_a_name():
    """Notes speak of German, not of de; an unknown code stands for itself."""
    assert languages.name("de") == "German"
    assert languages.name("no") == "Norwegian"
    assert languages.name("xx") == "xx"
    assert all(languages.name(code) != code for code in languages.known())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Four words – and a dash.", 6),
        ("Два слова", 2),
        ("王磊说：“我们不会停下来。”", 5),
        ("東京都は9日、iPhone 15を配ると発表した。", 10),
        ("ネパール ヒマラヤ", 4),
        ("นายกรัฐมนตรีกล่าว", 4),
        ("두 단어", 2),
        ("— 。 ！", 3),
    ],
)
def test_words_are_counted_where_no_blanks_part_them(text, count):
    """Two ideographs or kana count as a word, five Thai letters; elsewhere blanks part words."""
    assert languages.count_words(text) == count
