"""Our Punkt decides as nltk's does, given the same parameters."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from newsclean.sentences import knowledge

CASES = json.loads((Path(__file__).parent / "cases" / "sentences.json").read_text("utf-8"))
EXTRA = (
    "It was sold to Brandt Inc. However, the deal fell through. Smith et al. disagree.",
    "In the 1990s. they played at 5. Then at 7. on the 12. floor with J. Bach and Q. the cat.",
    "He waited ... and then ... The door opened. See vol. 3. no. 4. of the U.S. Apple said so.",
    "Etwa 3. Mai bzw. am 4. Juni. Prof. Dr. Weber-dr. Das war usw. und d.h. nichts. z.B. Das Ende.",
    "(Mr. Lund) said it. [Sen. Day] did not. “Gov. Hill” left, a.m. Thursday or p.m. the next day.",
)
_PAIR = re.compile(r"(?<!\S)(\S*[^\s.]\.)\s+(\S+)")
_OPENING = "(\"`{[:;&#*@)}]-,'‘’“”«»"


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "pl", "ru"])
def test_decisions_agree_with_nltk(language):
    """For every word before a full stop, both call it the end of a sentence, or neither does."""
    punkt = pytest.importorskip("nltk.tokenize.punkt")
    ours = knowledge.of(language).punkt
    parameters = punkt.PunktParameters()
    parameters.abbrev_types = set(ours.abbreviations)
    parameters.collocations = set(ours.collocations)
    parameters.sent_starters = set(ours.starters)
    parameters.ortho_context.update(ours.orthography)
    theirs = punkt.PunktSentenceTokenizer(parameters)
    text = " ".join([*EXTRA, *(" ".join(case["sentences"]) for case in CASES)])
    checked = 0
    for word, following in _PAIR.findall(text):
        after = following.rstrip(".,;:!?)\"'“”»") or following
        expected = theirs.text_contains_sentbreak(f"{word} {after}")
        logits = ours.verdict(word.lstrip(_OPENING), after)
        assert (logits in ("end", "abbreviation at end")) == expected, (word, after, logits)
        checked += 1
    assert checked > 100


def test_each_clue_of_punkt_is_used():
    """Abbreviation, collocation, starter, initial and number each change a logits."""
    punkt = knowledge.of("en").punkt
    assert punkt.verdict("house.", "Then") == "end"
    assert punkt.verdict("Inc.", "shares") == "abbreviation"
    assert punkt.verdict("Sen.", "Ted") == "collocation"
    assert punkt.verdict("Inc.", "However") == "abbreviation at end"
    assert punkt.verdict("J.", "Hollis") == "initial"
    assert punkt.verdict("12.", "floor") == "number"
