"""An output asks for what it shows: the rest is not worked out, and what is shown is the same."""

from __future__ import annotations

import copy
import gc
import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from newsclean import pipeline
from newsclean.cleaning.lines.page import PageLines
from newsclean.sources import read

SAMPLES = Path(__file__).parents[1] / "samples"
ENCYCLOPAEDIA = """
Main page
Contents
Current events
Random article
Donate
Harbour cranes of Vellmar
From the free encyclopaedia
The harbour cranes of Vellmar are two treadwheel cranes that were built in 1742 by the guild of \
weighers.[1] They stand on the western quay, where ships from the islands unloaded grain.[2]
History[edit]
The guild paid for the cranes with a toll on every barrel, which the town raised twice before \
the war.[3] After a fire in 1801 the larger of the two was built anew in oak.
Use today[edit]
Both cranes have been open to visitors since 1986, and the wheel of the smaller one still turns.[4]
References[edit]
^ Marten Ohle, The Cranes, Vellmar 1931, p. 12.
Privacy policy
About this site
Cookie statement
""".strip()


@pytest.mark.parametrize("name", ["tram-seven.txt", "levee-school.txt", "night-clinic.html"])
def test_the_article_is_the_same_without_reasons(name: str) -> None:
    """Whether reasons are wanted at once changes no paragraph, field or word of an article."""
    document = read.from_bytes((SAMPLES / name).read_bytes(), name)
    whole = pipeline.digest_document(document, wanted=pipeline.EVERYTHING)
    bare = pipeline.digest_document(document, wanted=())
    assert whole.article.removals
    assert bare.article.paragraphs == whole.article.paragraphs
    assert bare.article.metadata == whole.article.metadata
    assert bare.article.words_kept == whole.article.words_kept
    assert bare.sentences == whole.sentences


def test_marks_of_an_encyclopaedia_go_without_reasons_too() -> None:
    """Whether "[edit]" is printed does not depend on whether anybody asks why lines went."""
    document = read.from_text(ENCYCLOPAEDIA)
    whole = pipeline.digest_document(document)
    bare = pipeline.digest_document(document, wanted=(pipeline.SUMMARY,))
    assert "[edit]" not in bare.article.text
    assert "[3]" not in bare.article.text
    assert bare.article.paragraphs == whole.article.paragraphs
    assert bare.summary == whole.summary


def test_what_is_asked_for_alone_is_what_stands_in_the_whole() -> None:
    """Reasons, quotes and the summary are each the same alone as in a whole digest."""
    document = read.from_bytes((SAMPLES / "tram-seven.txt").read_bytes())
    whole = pipeline.digest_document(document)
    reasons = pipeline.digest_document(document, wanted=(pipeline.REASONS,))
    quotes = pipeline.digest_document(document, wanted=(pipeline.QUOTES,))
    assert reasons.article.removals == whole.article.removals
    assert reasons.quotes == ()
    assert quotes.quotes == whole.quotes
    assert quotes.summary.sentences == ()


def test_removals_are_named_when_they_are_read_and_once() -> None:
    """A digest that was not asked for reasons has them all the same, the same object each time."""
    document = read.from_bytes((SAMPLES / "tram-seven.txt").read_bytes())
    now = pipeline.digest_document(document, wanted=pipeline.EVERYTHING).article
    later = pipeline.digest_document(document).article
    assert later.removals == now.removals
    assert later.removals is later.removals


def test_an_article_whose_removals_nobody_read_is_equal_copied_and_sent_like_any() -> None:
    """Comparing, replacing, copying and pickling an article read its removals."""
    document = read.from_bytes((SAMPLES / "night-clinic.html").read_bytes())
    made = [pipeline.digest_document(document).article for _ in range(6)]
    named = pipeline.digest_document(document, wanted=pipeline.EVERYTHING).article
    assert made[0] == named
    assert replace(made[1], notes=("seen",)).removals == named.removals
    assert copy.copy(made[2]).removals == named.removals
    assert copy.deepcopy(made[3]) == named
    assert pickle.loads(pickle.dumps(made[4])) == named
    assert f"{len(named.removals)} removals" in repr(made[5])


def test_removals_are_the_same_whichever_thread_reads_them_first() -> None:
    """Many threads that read the removals at once all get what one alone gets."""
    document = read.from_bytes((SAMPLES / "night-clinic.html").read_bytes())
    named = pipeline.digest_document(document, wanted=pipeline.EVERYTHING).article.removals
    with ThreadPoolExecutor(8) as pool:
        for _ in range(20):
            article = pipeline.digest_document(document, wanted=()).article
            found = list(pool.map(lambda _: article.removals, range(8)))  # noqa: B023 - read here
            assert all(each == named for each in found)


def test_an_article_has_no_other_attribute_and_stays_frozen() -> None:
    """A misspelled name is an error as before, and nothing can be set."""
    article = pipeline.digest_document(read.from_text(ENCYCLOPAEDIA), wanted=()).article
    with pytest.raises(AttributeError, match="removal"):
        article.removal  # type: ignore[attr-defined]  # noqa: B018 - reading it is the test
    with pytest.raises(AttributeError):
        article.removals = ()  # type: ignore[misc]
    assert article.removals


def test_what_removals_are_read_from_is_let_go() -> None:
    """Once the removals are named, an article does not hold the lines of the page any more."""

    def pages() -> int:
        gc.collect()
        return sum(type(each) is PageLines for each in gc.get_objects())

    before = pages()
    article = pipeline.digest_document(read.from_text(ENCYCLOPAEDIA), wanted=()).article
    assert pages() == before + 1
    assert article.removals
    assert pages() == before
