"""Learns how often a speaker found in a certain way is right, from what readers said of quotes.

    python -m newsclean.training.quotes.speakers SHARED tests/benchmarks/labels

Reads `speakers.jsonl` and two thirds of `quotes.jsonl` of the labels, every third article of
`polnear.train` (names that are right, and all that are wrong: it resolves no pronouns), and writes
`data/quotes/trust.json`, a logistic regression. Prints, by cross-validation over domains, how many
of the speakers given are right from each bound on, and how many of the right ones are given: that
is what `MIN_TRUST` of `newsclean.quotes.attribution.trust` was read off.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import MultiLabelBinarizer

from newsclean.document import Quote
from newsclean.quotes.attribution import trust
from newsclean.quotes.draft import QuoteDraft
from newsclean.quotes.find import attribute
from newsclean.training.corpora import records
from newsclean.training.quotes.attribution import context_of, judged_by_readers, labelled, write

_RULES = "rules"
_SAME = 0.5
"""The share of their union that two spans have in common from which they are the same quote."""
_ALIKE = 0.5
_RARE = 6
_STRENGTH = 0.05
_OTHER_WEIGHT = 0.3
"""What a quote of the other collection counts; this and the strength by cross-validation."""
_FOLDS = 8
_TEST_PART, _OTHER_PART = 3, 3
_BOUNDS = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9)
_TITLES = frozenset(
    [
        *("a", "an", "the", "mr", "mrs", "ms", "dr", "prof", "sir", "dame"),
        *("der", "die", "das", "ein", "eine", "einer", "herr", "frau"),
        *("le", "la", "les", "un", "une", "monsieur", "madame", "m", "mme"),
        *("el", "los", "il", "lo", "o", "os", "as", "de", "den", "det", "en", "ett", "et"),
    ]
)
"""Articles and titles, which are no part of a name."""


class Example(NamedTuple):
    """One speaker that was given."""

    domain: str
    names: tuple[str, ...]
    """Features; none where the speaker is sure."""
    rules: float
    """The log-odds of the rules."""
    right: bool
    quoted: bool
    """Is it a quote at all?"""


def parts(name: str) -> list[str]:
    """The words of a name or role without articles and titles."""
    found = re.findall(r"\w+", name.lower())
    return [word for word in found if word not in _TITLES] or found


def alike(given: str, label: dict[str, Any]) -> str:
    """`whole` where a speaker is the labelled one, `half` where a name is cut or long, else ""."""
    right = label["speaker"]
    if not right:
        return ""
    one = parts(given)
    for choice in (right, *re.split(r" and | und ", right)):
        other = parts(choice)
        if one == other:
            return "whole"
        shared = len({*one} & {*other})
        if {*one} <= {*other} or {*other} <= {*one} or one[-1] == other[-1]:
            return "half"
        if shared >= _ALIKE * len({*one, *other}):
            return "half"
    return "half" if given == label.get("also") else ""


def match(label: dict[str, Any], quotes: list[QuoteDraft] | list[Quote]) -> int | None:
    """Which of the quotes found is the labelled one, None for none."""

    def overlap(place: int) -> float:
        quote = quotes[place]
        shared = min(label["end"], quote.end) - max(label["start"], quote.start)
        return shared / (max(label["end"], quote.end) - min(label["start"], quote.start))

    best = max(range(len(quotes)), key=overlap, default=None)
    return best if best is not None and overlap(best) >= _SAME else None


def _examples(
    record: dict[str, Any],
    domain: str,
    judge: Callable[[dict[str, Any], QuoteDraft], bool | None],
) -> Iterator[Example]:
    """The speakers given in one article, as far as `judge` says whether they are right."""
    context = context_of(record)
    if not context.lexicon.spaced or context.lexicon.quotatives:
        return
    found = attribute(context)
    article = trust.Article(context, found)
    for label in record["labels"]:
        at = match(label, found)
        if at is None or found[at].speaker is None or found[at].grounds is None:
            continue
        right = judge(label, found[at])
        if right is None:
            continue
        sure = trust.is_sure(context, found[at])
        names = () if sure else tuple(trust.features(article, at))
        yield Example(domain, names, trust.log_odds(found[at].confidence), right, label["quote"])


def _by_name(label: dict[str, Any], quote: QuoteDraft) -> bool:
    return label["quote"] and bool(alike(quote.speaker or "", label))


def _by_place(label: dict[str, Any], quote: QuoteDraft) -> bool | None:
    """Whether a mention is the one labelled; None where that says nothing of who it is."""
    if quote.speaker_start is None or quote.speaker_end is None or quote.continues:
        return None
    right = label["speaker_start"] is not None and (
        quote.speaker_start < label["speaker_end"] and quote.speaker_end > label["speaker_start"]
    )
    return None if right and "resolved" in (quote.attribution or "") else right


def judged(shared: Path, labels: Path) -> list[Example]:
    """The speakers that readers judged, in articles that no benchmark keeps back."""
    found: list[Example] = []
    for article, text in judged_by_readers(shared, labels / "speakers.jsonl"):
        record = {"text": text, "lang": article["lang"], "labels": article["quotes"]}
        found += _examples(record, article["domain"], _by_name)
    for record in labelled(shared, labels / "quotes.jsonl"):
        if record["n"] % _TEST_PART:
            kept = [one for one in record["quotes"] if one["speaker_name"] is not None]
            record["labels"] = [
                {**one, "quote": True, "speaker": one["speaker_name"].removeprefix("?")}
                for one in kept
            ]
            record["labels"] += [{**one, "quote": False} for one in record["negatives"]]
            found += _examples(record, str(record["n"]), _by_name)
    return found


def others(shared: Path) -> list[Example]:
    """Speakers of the other collection, whose labels are mentions in place."""
    found: list[Example] = []
    for number, record in enumerate(records(shared / "data/quotes/polnear.train.jsonl.gz")):
        if number % _OTHER_PART == 0:
            quotes = [one for one in record["quotes"] if one["kind"] in ("direct", "mixed")]
            record["labels"] = [{**one, "quote": True} for one in quotes]
            found += [one for one in _examples(record, record["id"], _by_place) if one.names]
    return found


class Model:
    """A logistic regression over sets of names and one number."""

    def __init__(self, examples: list[Example], weights: np.ndarray) -> None:
        """Learns from examples, each with a weight."""
        counts = Counter(name for one in examples for name in set(one.names))
        kept = sorted(name for name, times in counts.items() if times >= _RARE)
        self.binarizer = MultiLabelBinarizer(classes=kept)
        self.known = frozenset(kept)
        self.binarizer.fit([kept])
        self.regression = LogisticRegression(C=_STRENGTH, solver="liblinear")
        right = np.array([one.right for one in examples])
        self.regression.fit(self._matrix(examples), right, sample_weight=weights)

    def _matrix(self, examples: list[Example]) -> np.ndarray:
        names = [[name for name in one.names if name in self.known] for one in examples]
        rules = np.array([[one.rules] for one in examples])
        return np.hstack([self.binarizer.transform(names), rules])

    def probabilities(self, examples: list[Example]) -> np.ndarray:
        """How likely each is right."""
        return self.regression.predict_proba(self._matrix(examples))[:, 1]

    def weights(self) -> dict[str, float]:
        """The weights by name."""
        values = self.regression.coef_[0]
        named = dict(zip((*self.binarizer.classes_, _RULES), map(float, values), strict=True))
        named["bias"] = named.get("bias", 0.0) + float(self.regression.intercept_[0])
        return {name: round(value, 3) for name, value in named.items() if abs(value) >= 0.01}


def validated(examples: list[Example], other: list[Example]) -> np.ndarray:
    """How likely each is right by a model of other domains."""
    found = np.zeros(len(examples))
    places = np.arange(len(examples))
    folds = GroupKFold(_FOLDS).split(places, groups=[one.domain for one in examples])
    for train, test in folds:
        several = [examples[at] for at in train] + other
        weights = np.array([1.0] * len(train) + [_OTHER_WEIGHT] * len(other))
        found[test] = Model(several, weights).probabilities([examples[at] for at in test])
    return found


def main(shared: Path, labels: Path) -> None:
    """Learns and writes the weights, and prints what each bound gives."""
    given = judged(shared, labels)
    sure = [one for one in given if not one.names]
    doubtful = [one for one in given if one.names]
    other = others(shared)
    print(f"{len(given)} speakers, {len(sure)} of them sure and {len(other)} others")
    likely = validated(doubtful, other)
    right = np.array([one.right for one in doubtful])
    quoted = np.array([one.quoted for one in doubtful])
    whole = sum(one.right for one in given)
    for bound in _BOUNDS:
        kept = likely >= bound
        hits = int((right & kept).sum()) + sum(one.right for one in sure)
        named = int((quoted & kept).sum()) + sum(one.quoted for one in sure)
        everything = int(kept.sum()) + len(sure)
        print(
            f"{bound}: {hits / named:.3f} right of those given, {hits / everything:.3f} with what"
            f" is no quote, {hits / whole:.3f} of the right ones given"
        )
    weights = np.array([1.0] * len(doubtful) + [_OTHER_WEIGHT] * len(other))
    families = (*trust.FAMILIES, _RULES)
    write("trust.json", families, Model(doubtful + other, weights).weights())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
