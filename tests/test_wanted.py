"""What an output does not show is not computed, and what it shows does not change by that."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run
from newsclean import pipeline
from newsclean.document import Document
from newsclean.options import Options

SAMPLE = Path(__file__).parent.parent / "samples" / "harbour-audit.txt"


def test_parts_that_are_not_wanted_are_empty() -> None:
    """The article is the same, whatever else is asked for."""
    document = Document(SAMPLE.read_text(encoding="utf-8"))
    whole = pipeline.digest_document(document)
    bare = pipeline.digest_document(document, Options(), ())
    assert (bare.article, bare.sentences) == (whole.article, whole.sentences)
    assert not bare.quotes
    assert not bare.summary.sentences
    for part in sorted(pipeline.WHOLE):
        some = pipeline.digest_document(document, Options(), {part})
        assert (some.quotes == whole.quotes) == (part == pipeline.QUOTES)
        assert (some.summary == whole.summary) == (part == pipeline.SUMMARY)


@pytest.mark.parametrize("output_format", ["text", "markdown", "rich"])
@pytest.mark.parametrize("part", ["article", "quotes", "summary"])
def test_a_part_alone_reads_as_it_does_in_the_whole(
    run: Run, output_format: str, part: str
) -> None:
    """`--show PART` prints lines that the whole output has as well."""
    whole = run("summarize", SAMPLE, "--format", output_format).stdout
    alone = run("summarize", SAMPLE, "--format", output_format, "--show", part).stdout
    lines = [line for line in alone.splitlines() if line.strip()]
    assert lines
    assert set(lines) <= set(whole.splitlines())


def test_verbose_counts_what_is_not_shown(run: Run) -> None:
    """The particulars count the quotes of the article, though only its text is printed."""
    told = run("clean", SAMPLE, "--verbose").stderr
    assert b" quotes" in told
    assert b" 0 quotes" not in told
