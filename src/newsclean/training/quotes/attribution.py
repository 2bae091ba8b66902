"""Learns whom a quote is attributed to, from articles with labelled speakers.

    python -m newsclean.training.quotes.attribution SHARED tests/benchmarks/labels/quotes.jsonl

Reads `data/quotes/polnear.train` (where the speaker is a mention in place, pronouns unresolved),
writes the weights of `newsclean.quotes.attribution` and of `newsclean.quotes.fragments` to
`data/quotes/`. The loss is the negative log-probability of all right candidates together,
L2-regularized, minimized with L-BFGS.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from newsclean.quotes import fragments
from newsclean.quotes.attribution import features
from newsclean.quotes.attribution.candidates import candidates
from newsclean.quotes.attribution.choose import choose
from newsclean.quotes.attribution.features import Group
from newsclean.quotes.context.context import (
    CONTINUES,
    NOBODY,
    AttributionContext,
    modifies,
    read_context,
)
from newsclean.quotes.fragments import fragment_features
from newsclean.quotes.mentions.entities import identify
from newsclean.quotes.text.lexicon import lexicon
from newsclean.quotes.text.marks import find_marked
from newsclean.quotes.text.words import read_words
from newsclean.quotes.weights import written
from newsclean.training.corpora import (
    ARTICLE_SOURCES,
    OLDER_SOURCES,
    SUMMARY_SOURCES,
    pages,
    records,
    summaries,
)

DATA = Path(__file__).parents[2] / "data" / "quotes"
_RARE = 4
_STRENGTH = 0.6
_TERMS_STRENGTH = 2.0
_TEST_PART = 3
"""Every third labelled article is kept back."""
_LABEL_WEIGHT = 3
"""How often a labelled article counts; the other collection has nine times as many."""

_JUDGED_WEIGHT = 6
"""The same of an article of which readers judged only what had been taken for quotes; it was
chosen on the half of them that it was not learned from."""


def lines(text: str) -> list[tuple[int, int]]:
    """The spans of the lines of a text that are not blank."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def context_of(record: dict[str, Any]) -> AttributionContext:
    """An article as the attribution model sees it."""
    text, words_of = record["text"], lexicon(record["lang"])
    spans = lines(text)
    marked = find_marked(text, spans)
    words = read_words(text, spans, marked, words_of)
    people = identify(words, words_of)
    return read_context(text, words, words_of, people, marked)


def gold_of(context: AttributionContext, record: dict[str, Any]) -> list[dict[str, Any] | None]:
    """The labelled quote that each marked stretch is, None where it is none or a part of one."""
    gold: list[dict[str, Any] | None] = []
    spans = [quote for quote in record["quotes"] if quote["kind"] in ("direct", "mixed")]
    spans += [{**item, "kind": "none", "speaker_start": None} for item in record["negatives"]]
    for item in context.marked:
        best, size = None, 0
        for quote in spans:
            shared = min(item.end, quote["end"]) - max(item.start, quote["start"])
            longest = max(item.end - item.start, quote["end"] - quote["start"])
            if shared > 0.6 * longest and shared > size:
                best, size = quote, shared
        gold.append(best)
    return gold


def labelled(shared: Path, labels: Path) -> list[dict[str, Any]]:
    """The articles that two readers labelled, as far as both say the same; see the labels' README.

    The labels are spans and names by page; the text is the body of the page.
    """
    found = {record["id"]: record for record in map(json.loads, labels.open(encoding="utf-8"))}
    articles = []
    for source in (*ARTICLE_SOURCES, *OLDER_SOURCES):
        articles += [
            _as_record(found[page["id"]], page["gold"])
            for page in pages(shared, source)
            if page["id"] in found and page.get("gold")
        ]
    return articles


def _as_record(article: dict[str, Any], text: str) -> dict[str, Any]:
    """Labels of one article in the form of the other collections."""
    kinds = {"direct": "direct", "fragment": "mixed"}
    quotes = [
        {
            "start": label["start"],
            "end": label["end"],
            "kind": kinds[label["kind"]],
            "speaker_start": None,
            "speaker_name": label["speaker"] if label["speaker_agreed"] else None,
        }
        for label in article["labels"]
        if label["kind"] in kinds
    ]
    others = [label for label in article["labels"] if label["kind"] == "none"]
    language = article["lang"] or "en"
    return {
        "text": text,
        "n": article["n"],
        "lang": language,
        "quotes": quotes,
        "negatives": others,
    }


def judged_by_readers(shared: Path, labels: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """The articles whose quotes readers judged, with their text; see the labels' SOURCES."""
    lines = labels.read_text(encoding="utf-8").splitlines()
    found = {(one["source"], one["id"]): one for one in map(json.loads, lines)}
    for source in (*ARTICLE_SOURCES, *OLDER_SOURCES):
        for page in pages(shared, source):
            article = found.get((source, page["id"]))
            if article:
                yield article, page["gold"]
    for source in SUMMARY_SOURCES:
        for page in summaries(shared, source):
            article = found.get((source, page["id"]))
            if article:
                yield article, page["text"]


def _as_fragments(article: dict[str, Any], text: str) -> dict[str, Any]:
    """What readers judged in the form of the other collections: a small letter is a fragment's."""
    quotes = [one for one in article["quotes"] if one["quote"]]
    return {
        "text": text,
        "lang": article["lang"],
        "quotes": [
            {
                "start": one["start"],
                "end": one["end"],
                "kind": "mixed" if text[one["start"]].islower() else "direct",
                "speaker_start": None,
            }
            for one in quotes
        ],
        "negatives": [one for one in article["quotes"] if not one["quote"]],
    }


def examples(record: dict[str, Any]) -> Iterator[tuple[list[tuple[str, ...]], list[int]]]:
    """The candidates' features of each quote of an article, and which candidates are right."""
    context = context_of(record)
    gold = gold_of(context, record)
    words, people = context.words, context.people
    before: tuple[int, int] | None = None
    previous = -1
    for number, quote in enumerate(gold):
        if quote is None:
            before, previous = None, -1
            continue
        options = candidates(context, number, previous)
        span = None
        if quote["speaker_start"] is not None:
            span = (quote["speaker_start"], quote["speaker_end"])
        right: list[int] = []
        hits: list[tuple[bool, int, int]] = []
        for at, option in enumerate(options):
            if option.mention == NOBODY:
                if span is None:
                    right.append(at)
            elif option.mention == CONTINUES:
                if span is not None and span == before:
                    right.append(at)
            elif span is not None:
                mention = people.mentions[option.mention]
                start, end = words.start(mention.first), words.ends[mention.last - 1]
                if start < span[1] and end > span[0]:
                    aside = mention.kind != "name" or modifies(context, option.mention)
                    hits.append((aside, mention.first, at))
        if hits:
            right.append(min(hits)[2])
            chosen = people.entity_of[options[right[-1]].mention]
            previous = chosen
        elif span is None or span != before:
            previous = -1
        if span is not None and not right:
            before = span
            continue
        before = span
        yield [tuple(chain.from_iterable(option.features)) for option in options], right


def fragment_examples(
    record: dict[str, Any], weights: dict[str, float]
) -> Iterator[tuple[list[tuple[str, ...]], list[int]]]:
    """The features of each stretch that is no direct quote, against none; 0 is right for speech."""

    def weigh(group: Group) -> float:
        return sum(weights.get(name, 0.0) for name in group)

    context = context_of(record)
    previous = -1
    for number, quote in enumerate(gold_of(context, record)):
        option, _, nobody = choose(context, number, previous, weigh=weigh)
        if option.mention >= 0:
            previous = context.people.entity_of[option.mention]
        if quote is not None and quote["kind"] in ("mixed", "none"):
            right = 0 if quote["kind"] == "mixed" else 1
            yield [fragment_features(context, number, option, 1 - nobody), ()], [right]


def fit(data: list[tuple[list[tuple[str, ...]], list[int]]], strength: float) -> dict[str, float]:
    """The weights of a softmax over candidates (a conditional logit, McFadden 1974)."""
    counts = Counter(name for options, _ in data for features in options for name in features)
    index = {name: at for at, name in enumerate(sorted(n for n in counts if counts[n] >= _RARE))}
    rows, columns, group, positive = [], [], [], []
    row = 0
    for number, (options, right) in enumerate(data):
        for at, names in enumerate(options):
            for name in names:
                if name in index:
                    rows.append(row)
                    columns.append(index[name])
            group.append(number)
            positive.append(at in right)
            row += 1
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(row, len(index)))
    groups = np.array(group)
    starts = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]])
    good = np.array(positive)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        top = np.maximum.reduceat(scores, starts)[groups]
        shares = np.exp(scores - top)
        total = np.add.reduceat(shares, starts)
        correct = np.add.reduceat(np.where(good, shares, 0.0), starts)
        value = float(np.sum(np.log(total) - np.log(correct)))
        slope = shares / total[groups] - np.where(good, shares, 0.0) / correct[groups]
        gradient = matrix.T @ slope + strength * weights
        return value + 0.5 * strength * float(weights @ weights), gradient

    result = minimize(
        loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 300}
    )
    return {
        name: round(float(result.x[at]), 3)
        for name, at in index.items()
        if abs(result.x[at]) >= 0.02
    }


def write(name: str, families: Sequence[str], weights: dict[str, float]) -> None:
    """Writes weights where the stage reads them."""
    DATA.joinpath(name).write_text(written(families, weights), encoding="utf-8")


def main(shared: Path, labels: Path) -> None:
    """Learns and writes the weights of both models."""
    articles = list(records(shared / "data" / "quotes" / "polnear.train.jsonl.gz"))
    speakers = fit([item for article in articles for item in examples(article)], _STRENGTH)
    write("attribution.json", features.FAMILIES, speakers)
    read = [one for one in labelled(shared, labels) if one["n"] % _TEST_PART]
    judged = judged_by_readers(shared, labels.with_name("speakers.jsonl"))
    doubted = [_as_fragments(article, text) for article, text in judged]
    several = articles + read * _LABEL_WEIGHT + doubted * _JUDGED_WEIGHT
    doubtful = [item for article in several for item in fragment_examples(article, speakers)]
    terms = fit(doubtful, _TERMS_STRENGTH)
    write("fragments.json", fragments.FAMILIES, terms)
    print(f"{len(articles)} and {len(read)} articles, {len(speakers)} and {len(terms)} weights")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
