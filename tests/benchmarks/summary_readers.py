"""Summaries beside what readers would send: `python tests/benchmarks/summary_readers.py`.

Each summary has as many sentences as the reader's own set (3 to 5) and is graded by the reader's
labels (`labels/summary.jsonl`): *core* it has the main point; *dangling* a sentence leans on one
that is not in it; *junk* a sentence is no prose, a question or a call to the reader; *wanted* two
thirds of its sentences are what the reader would send, too; *right* core and wanted, none dangling,
no junk. What newsclean learns of readers is learnt anew for each fifth of the articles from the
other four (cross-validated), twice by other chance.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsclean.summary import ranker, summarize
from newsclean.summary.choose import word_sets
from newsclean.summary.length import Budget
from newsclean.training.summary_labels import Grade, Labelled, grade, labelled
from newsclean.training.summary_readers import Example, fit, folds, read

LABELS = Path(__file__).parent / "labels" / "summary.jsonl"
METHODS = ("lead", "textrank", "lexrank")
SEEDS = (1, 2)
KINDS = (*Grade._fields, "right")


def chosen_by(method: str, article: Labelled) -> list[int]:
    """The numbers of the sentences that a method takes which learns nothing."""
    number = {sentence.start: at for at, sentence in enumerate(article.sentences)}
    made = summarize(
        article.sentences,
        language=article.language,
        length=str(len(article.best)),
        method=method,
        title=article.title,
    )
    return [number[scored.sentence.start] for scored in made.sentences]


def cross_validated(examples: Sequence[Example]) -> Iterator[tuple[Labelled, Grade]]:
    """Each article with the grade of the summary by a model that did not see it, once a seed."""
    for seed in SEEDS:
        for others, part in folds(examples, seed):
            judges = fit(others)
            for one in part:
                article, features = one.labelled, one.features
                distinct = word_sets(features.terms.words)
                room = Budget(min(one.size, len(article.sentences)))
                scores = ranker.score(features)
                yield (
                    article,
                    grade(article, ranker.choose(features, scores, room, distinct, judges)),
                )


def row(method: str, grades: Sequence[Grade]) -> str:
    """A row of the table: the shares of the summaries of which each thing is so."""
    shares = (sum(getattr(one, kind) for one in grades) / len(grades) for kind in KINDS)
    return f"| {method} | {' | '.join(f'{share:.2f}' for share in shares)} |"


def main() -> None:
    """Prints a table for English and one for the other languages."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    asked = parser.parse_args()
    if not (asked.shared / "data" / "pages").is_dir():
        print(f"{asked.shared} is not there: nothing is measured")
        return
    articles = list(labelled(asked.shared, LABELS))
    ours = list(cross_validated(read(articles)))
    for name, english in (("English", True), ("other languages", False)):
        group = [one for one in articles if (one.language == "en") == english]
        print(f"\n### {name}: {len(group)} articles\n")
        print(f"| method | {' | '.join(KINDS)} |")
        print("|---" * (len(KINDS) + 1) + "|")
        own = [graded for one, graded in ours if (one.language == "en") == english]
        print(row("newsclean, cross-validated", own))
        for method in METHODS:
            print(row(method, [grade(one, chosen_by(method, one)) for one in group]))


if __name__ == "__main__":
    main()
