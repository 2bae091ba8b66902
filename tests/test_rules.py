"""The tables of named rules: which rule decided a quote's kind, or where a sentence ends."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import feature_names as names
import newsclean
from newsclean.quotes import fragments, kinds
from newsclean.quotes.attribution import choose, features, trust
from newsclean.quotes.weights import read_weights
from newsclean.sentences import boundaries
from newsclean.sentences.knowledge import of

ARTICLES = Path(__file__).parent / "recorded" / "articles"
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


MODELS = {
    "quotes/attribution.json": (features.FAMILIES, names.SPEAKERS),
    "quotes/fragments.json": (fragments.FAMILIES, names.FRAGMENTS),
    "quotes/trust.json": ((*trust.FAMILIES, "rules"), names.TRUST),
}
"""File of weights -> the families of its names, and what the values in them can be."""


@pytest.mark.parametrize("path", MODELS)
def test_weights_of_renamed_features_are_refused(path: str) -> None:
    """A feature that is renamed after training fails loudly."""
    families, values = MODELS[path]
    weights = read_weights(path, families)
    assert weights.keys() <= names.vocabulary(families, values)
    with pytest.raises(ValueError, match="train it again"):
        read_weights(path, [*families[1:], "new {size}"])


class Asked(dict[str, float]):
    """Weights that remember the names that they were asked for."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Nothing was asked yet."""
        super().__init__(weights)
        self.names: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        """The weight, or `default`."""
        self.names.add(name)
        return super().get(name, default)


def test_features_have_the_names_that_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the code calls a feature is a name that a weight can have."""
    asked = {path: Asked(read_weights(path, families)) for path, (families, _) in MODELS.items()}
    for module, name, path in (
        (choose, "_weights", "quotes/attribution.json"),
        (sys.modules["newsclean.quotes.find"], "_fragment_weights", "quotes/fragments.json"),
        (trust, "_weights", "quotes/trust.json"),
    ):
        monkeypatch.setattr(module, name, lambda path=path: asked[path])
    choose.learned.cache_clear()
    for article in sorted(ARTICLES.glob("*.txt"))[::4]:
        assert newsclean.digest(article.read_text(encoding="utf-8"), clean=False).quotes is not None
    choose.learned.cache_clear()
    for path, (families, values) in MODELS.items():
        assert len(asked[path].names) > len(families)
        assert asked[path].names <= names.vocabulary(families, values)
