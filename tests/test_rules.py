"""The tables of named rules: which rule decided a quote's kind, or where a sentence ends."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import newsclean
from newsclean.quotes import fragments, kinds
from newsclean.quotes.attribution import features
from newsclean.quotes.weights import read_weights, vocabulary
from newsclean.sentences import boundaries
from newsclean.sentences.knowledge import of

QUOTES = [
    ("its own sentence", "en", "“We have run out of patience,” said Martha Quill.", "direct"),
    ("short sentence with a speaker", "en", "“Never!” said Martha Quill.", "direct"),
    (
        "opening clause",
        "de",
        "„Wir haben kein Geld mehr übrig“ war gestern überall zu lesen.",
        "direct",
    ),
    ("after a colon", "fr", "La maire l’a dit : « Nous ne fermerons pas la piscine. »", "direct"),
    (
        "split by its attribution",
        "en",
        "“The river rose,” Helen Mora said, “and nobody told us until noon.”",
        "direct",
    ),
    (
        "clause after a comma",
        "en",
        "Helen Mora said, “We saw the river rise from the kitchen.”",
        "direct",
    ),
    (
        "whole sentence inside another",
        "en",
        "Helen Mora said that “We are all still here today.” was on the wall.",
        "direct",
    ),
    (
        "next paragraph of a quote",
        "en",
        "Oscar Lindt said: “Wheat is dearer than it was.\n“Flour has followed it up.”",
        "direct",
    ),
    (
        "fragment model",
        "en",
        "Mayor Alice Rowe said the plan was “not worth the paper it is printed on” and left.",
        "mixed",
    ),
    ("colon or verb beside it", "zh", "镇长王建国表示：“桥修了三十年还没修好。”", "direct"),
    ("no verb of speech", "ja", "会場は静かだった。「この橋を渡る人はもういない。」", "direct"),
]
"""Rule, language, text, kind of the last quote."""


@pytest.mark.parametrize("case", QUOTES, ids=lambda case: f"{case[1]}: {case[0]}")
def test_a_quote_says_which_rule_decided_its_kind(case: tuple[str, str, str, str]) -> None:
    """The name of the rule is on the record."""
    rule, language, text, kind = case
    found = newsclean.find_quotes(text, language)[-1]
    assert (found.rule, found.kind) == (rule, kind)


def test_the_rule_is_in_the_json() -> None:
    """A user finds in the JSON which rule made a quote "mixed"."""
    text = QUOTES[8][2] + "\n\nThe town has two bridges, and both of them leak in the winter."
    run = subprocess.run(
        [sys.executable, "-m", "newsclean", "quotes", "--json", "-"],
        input=text,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    (quote,) = json.loads(run.stdout)["quotes"]
    assert (quote["kind"], quote["rule"]) == ("mixed", "fragment model")


def test_every_rule_says_what_it_is_about() -> None:
    """Each rule has a name of its own and a docstring."""
    for table in (kinds.RULES, boundaries.RULES):
        assert len(set(table.values())) == len(table)
        assert all(rule.__doc__ for rule in table.values())


SENTENCES = [
    ("plain", "en", "The bridge is closed. The ferry runs."),
    ("trained weights", "en", "He met Mr. Bell there."),
    ("stop of a script without capitals", "zh", "桥关了。船还在走。"),
    ("no blank behind", "en", "It rose by 3.5 metres."),
    ("character reference", "en", "Bell &amp; Sons closed."),
    ("the sentence goes on", "en", "“Really?” she said."),
    ("dots with blanks", "en", "He said . . . nothing."),
    ("label of a list item", "en", "1. Close the bridge"),
    ("time of day", "en", "At 5 a.m. Tuesday it rained."),
    ("credit under a quote", "en", "“We stay.” — Ann Lee"),
    ("dash speech", "fr", "– Jamais ! cria la foule."),
]
"""Rule that decides a candidate, language, text."""


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: f"{case[1]}: {case[0]}")
def test_a_boundary_says_which_rule_decided_it(case: tuple[str, str, str]) -> None:
    """Each rule decides the case that it is there for."""
    rule, language, text = case
    assert rule in [decision[2] for decision in boundaries.decisions(text, of(language))]


@pytest.mark.parametrize("model", [features, fragments])
def test_weights_of_renamed_features_are_refused(model: object) -> None:
    """A feature that is renamed after training fails loudly."""
    name = "attribution" if model is features else "fragments"
    families, values = model.FAMILIES, model.VALUES  # type: ignore[attr-defined]
    weights = read_weights(f"quotes/{name}.json", families, values)
    assert weights.keys() <= vocabulary(families, values)
    with pytest.raises(ValueError, match="train it again"):
        read_weights(f"quotes/{name}.json", [*families[1:], "new {size}"], values)
