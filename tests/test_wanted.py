"""An output asks for what it shows: the rest is not worked out, and what is shown is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean import pipeline
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
    """Without the removals the paragraphs, fields and words of an article are what they were."""
    document = read.from_bytes((SAMPLES / name).read_bytes(), name)
    whole = pipeline.digest_document(document)
    bare = pipeline.digest_document(document, wanted=())
    assert whole.article.removals
    assert bare.article.removals == ()
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
