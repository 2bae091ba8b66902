"""One summary of several articles: whose each sentence is, nothing twice, nothing that hangs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run
from newsclean.document import Sentence
from newsclean.summary import summarize_together

FIRST = (
    "The city council of Karlsby approved a 240 million euro plan for the harbour on Tuesday.",
    "The vote of 31 to 14 ends four years of argument over the old docks of Karlsby.",
    "He said that this would cost the fishermen of the harbour their berths.",
    "A second quay for container ships will be built east of the lighthouse by 2031.",
)
SECOND = (
    "Fishermen in Karlsby fear that their boats will have no berth in the new harbour.",
    "Councillors approved a 240 million euro plan for the harbour of Karlsby on Tuesday.",
    "However, these boats have been there for a hundred years, as everybody knows.",
    "An independent study put the number of new jobs in the harbour at 900.",
)


def sentences(texts: tuple[str, ...]) -> tuple[Sentence, ...]:
    made, at = [], 0
    for number, text in enumerate(texts):
        made.append(Sentence(at, at + len(text), text, number))
        at += len(text) + 2
    return tuple(made)


GROUPS = (
    ("first", sentences(FIRST), "Karlsby approves plan for harbour"),
    ("second", sentences(SECOND), "Fishermen fear for berths"),
)


@pytest.mark.parametrize("length", ["2", "3", "4", "5"])
def test_each_sentence_is_its_sources_and_said_once(length: str) -> None:
    """In the order of the inputs; what both report of the vote is there once at most."""
    made = summarize_together(GROUPS, length=length)
    assert len(made.sentences) == int(length)
    places = []
    for scored in made.sentences:
        own = {"first": FIRST, "second": SECOND}[scored.source or ""]
        assert scored.text in own
        places.append((scored.source, scored.start))
    assert places == sorted(places)
    texts = [scored.text for scored in made.sentences]
    assert not (FIRST[0] in texts and SECOND[1] in texts)


@pytest.mark.parametrize("length", ["2", "4", "5"])
def test_nothing_hangs_on_a_sentence_of_another_article(length: str) -> None:
    """He and "these boats" stay out while anything else is left."""
    texts = {scored.text for scored in summarize_together(GROUPS, length=length).sentences}
    assert texts.isdisjoint((FIRST[2], SECOND[2]))


def test_about_something() -> None:
    """A focus brings what is about it; one that nothing is about is said to be so."""
    made = summarize_together(GROUPS, length="1", focus="jobs study")
    assert [scored.text for scored in made.sentences] == [SECOND[3]]
    (note,) = summarize_together(GROUPS, length="1", focus="zeppelin").notes
    assert "zeppelin" in note


def test_an_article_without_a_sentence_takes_no_part() -> None:
    made = summarize_together((("none", (), None), *GROUPS), length="3")
    assert {scored.source for scored in made.sentences} <= {"first", "second"}
    assert summarize_together((("none", (), None),)).sentences == ()


def test_files_are_summarized_together(run: Run, tmp_path: Path) -> None:
    """From files, with the name of each in JSON; a file that is not there does not stop it."""
    for name, texts in (("a.txt", FIRST), ("b.txt", SECOND)):
        (tmp_path / name).write_text("\n\n".join(("Karlsby and its harbour", *texts)))
    done = run("summarize", "a.txt", "gone.txt", "b.txt", "--together", "--length", "4", "--json")
    assert done.returncode == 1
    assert b"gone.txt" in done.stderr
    summary = json.loads(done.stdout)["summary"]["sentences"]
    assert [one["source"] for one in summary] == sorted(one["source"] for one in summary)
    assert {one["source"] for one in summary} == {"a.txt", "b.txt"}
    plain = run("summarize", "a.txt", "b.txt", "--together", "--length", "2").stdout.decode()
    assert plain.count("\n") >= 2
