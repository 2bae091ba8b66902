"""Summaries beside what readers would send: `python tests/benchmarks/summary_readers.py`.

Each summary has as many sentences as the reader's own set (3 to 5) and is graded by the reader's
labels (`labels/summary.jsonl`): *core* it has the main point; *dangling* a sentence leans on one
that is not in it; *junk* a sentence is no prose, a question or a call to the reader; *wanted* two
thirds of its sentences are what the reader would send, too; *right* core and wanted, none dangling,
no junk. Only the articles that are kept back are shown, nothing is trained on these; `--all` shows
all of them, `--verbose` each one.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from newsclean.summary import summarize
from newsclean.training.summary_labels import Grade, Labelled, grade, labelled

LABELS = Path(__file__).parent / "labels" / "summary.jsonl"
METHODS = ("newsclean", "lead", "textrank", "lexrank")


def chosen_by(method: str, article: Labelled) -> list[int]:
    """The numbers of the sentences that a method takes."""
    number = {sentence.start: at for at, sentence in enumerate(article.sentences)}
    made = summarize(
        article.sentences,
        language=article.language,
        length=str(len(article.best)),
        method=method,
        title=article.title,
    )
    return [number[scored.sentence.start] for scored in made.sentences]


def table(articles: Sequence[Labelled], methods: Sequence[str]) -> str:
    """The shares of the summaries of each method of which each thing is so."""
    kinds = (*Grade._fields, "right")
    rows = [f"| method | {' | '.join(kinds)} |", "|---" * (len(kinds) + 1) + "|"]
    for method in methods:
        grades = [grade(article, chosen_by(method, article)) for article in articles]
        shares = (sum(getattr(one, kind) for one in grades) / len(grades) for kind in kinds)
        rows.append(f"| {method} | {' | '.join(f'{share:.2f}' for share in shares)} |")
    return "\n".join(rows)


def main() -> None:
    """Prints a table for English and one for the other languages."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--methods", nargs="+", default=METHODS)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    if not (asked.shared / "data" / "pages").is_dir():
        print(f"{asked.shared} is not there: nothing is measured")
        return
    articles = [one for one in labelled(asked.shared, LABELS) if asked.all or one.is_test]
    for name, english in (("English", True), ("other languages", False)):
        group = [one for one in articles if (one.language == "en") == english]
        print(f"\n### {name}: {len(group)} articles\n\n{table(group, asked.methods)}")
    if asked.verbose:
        for one in articles:
            print(one.number, one.id, *(grade(one, chosen_by("newsclean", one))))


if __name__ == "__main__":
    main()
