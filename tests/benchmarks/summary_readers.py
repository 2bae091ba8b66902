"""Summaries beside what readers would send: `python tests/benchmarks/summary_readers.py`.

Each summary is as long as newsclean makes it (3 to 6 sentences) and is judged by the reader's
labels (`labels/summary.jsonl`): *core* it has the main point; *dangling* a sentence leans on one
that is not in it; *junk* a sentence is no prose, a question or a call to the reader; *wanted* two
thirds of its sentences are what the reader would send, too; *right* core and wanted, none dangling,
no junk; *graded* how probably a reader of summaries calls it right, by what other readers' grades
(`labels/sets.jsonl`) have to do with such labels (`training.summary.graded_sets`). What newsclean
learns of sentences is learnt anew for each fifth of the articles from the other four
(cross-validated), twice by other chance; the six weights of sets are the shipped ones.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsclean.summary import summarize
from newsclean.summary.choose import word_sets
from newsclean.summary.length import Budget
from newsclean.summary.ranking import ranker, readers
from newsclean.summary.text.terms import Floats
from newsclean.training.summary.graded_sets import fit as fit_grades
from newsclean.training.summary.graded_sets import graded, probability, usual_size
from newsclean.training.summary.labels import Grade, Labelled, grade, labelled
from newsclean.training.summary.readers import FOR_ENGLISH, Example, fit, folds, read

LABELS = Path(__file__).parent / "labels"
METHODS = ("lead", "textrank", "lexrank")
SEEDS = (1, 2)
KINDS = (*Grade._fields, "right", "graded")


def chosen_by(method: str, article: Labelled) -> list[int]:
    """The numbers of the sentences that a method takes which learns nothing."""
    number = {sentence.start: at for at, sentence in enumerate(article.sentences)}
    made = summarize(
        article.sentences,
        language=article.language,
        length=str(usual_size(article)),
        method=method,
        title=article.title,
    )
    return [number[scored.sentence.start] for scored in made.sentences]


def cross_validated(examples: Sequence[Example]) -> Iterator[tuple[Labelled, list[int]]]:
    """Each article with the summary by a model that did not see it, once a seed."""
    for english in (True, False):
        weights = readers.load("en" if english else "").weights
        known = {one.key for one in examples[:FOR_ENGLISH] if english} or None
        for seed in SEEDS:
            for others, part in folds(examples, seed):
                asked = [one for one in part if (one.labelled.language == "en") == english]
                judges = fit([one for one in others if not known or one.key in known], weights)
                for one in asked:
                    article, features = one.labelled, one.features
                    distinct = word_sets(features.terms.words)
                    room = Budget(usual_size(article))
                    scores = ranker.score(features)
                    yield article, ranker.choose(features, scores, room, distinct, judges)


def row(method: str, summaries: Sequence[tuple[Labelled, list[int]]], grades: Floats) -> str:
    """A row of the table: the shares of the summaries of which each thing is so."""
    found = [grade(article, chosen) for article, chosen in summaries]
    shares = [sum(getattr(one, kind) for one in found) / len(found) for kind in KINDS[:-1]]
    likely = [probability(grades, article, [chosen])[0] for article, chosen in summaries]
    shares.append(sum(likely) / len(likely))
    return f"| {method} | {' | '.join(f'{share:.3f}' for share in shares)} |"


def main() -> None:
    """Prints a table for English and one for the other languages."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    asked = parser.parse_args()
    if not (asked.shared / "data" / "pages").is_dir():
        print(f"{asked.shared} is not there: nothing is measured")
        return
    articles = list(labelled(asked.shared, LABELS / "summary.jsonl"))
    grades = fit_grades(graded(articles, LABELS / "sets.jsonl"))
    ours = list(cross_validated(read(articles)))
    for name, english in (("English", True), ("other languages", False)):
        group = [one for one in articles if (one.language == "en") == english]
        print(f"\n### {name}: {len(group)} articles\n")
        print(f"| method | {' | '.join(KINDS)} |")
        print("|---" * (len(KINDS) + 1) + "|")
        own = [one for one in ours if (one[0].language == "en") == english]
        print(row("newsclean, cross-validated", own, grades))
        for method in METHODS:
            print(row(method, [(one, chosen_by(method, one)) for one in group], grades))


if __name__ == "__main__":
    main()
