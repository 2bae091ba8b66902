"""Trains the boundary classifier: `python -m newsclean.training.sentences SHARED`.

Takes the training parts of the treebanks, gives `data/sentences/boundary.json`: the weights of a
logistic regression over the features of each candidate, pooled over languages.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsclean.sentences import knowledge
from newsclean.sentences.candidates import CANDIDATE
from newsclean.sentences.features import describe
from newsclean.training.corpora import records

TARGET = Path(__file__).parent.parent / "data" / "sentences" / "boundary.json"
REGULARISATION = 1.0


def examples(record: dict[str, Any], language: str) -> Iterator[tuple[list[str], bool]]:
    """Every candidate inside a line of a treebank text, and whether a sentence ends there."""
    text = record["text"]
    ends = {a + len(text[a:b].rstrip()) for a, b in record["sentences"]}
    known = knowledge.of(language)
    for line in re.finditer(r"[^\n]+", text):
        piece, last = line.group().rstrip(), 0
        for match in CANDIDATE.finditer(piece):
            if match.end() == len(piece):
                break
            mark, close, gap, after, then = match.groups()
            start = match.start()
            words = piece[max(last, start - 24) : start].rsplit(None, 1)
            before = words[-1] if words else ""
            if not gap and mark in ".:;" and not (before.islower() and after[:1].isupper()):
                continue
            sentence = piece[max(last, start - 300) : start]
            end = match.end(2)
            label = line.start() + end in ends
            yield describe(known, before, (mark, close, gap, after, then), sentence), label
            if label:
                last = end


def main() -> None:
    """Train on every treebank's training part."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows, labels = [], []
    for path in sorted((Path(sys.argv[1]) / "data" / "sentences").glob("*.train.jsonl.gz")):
        language = path.name.split(".")[0].split("-")[0]
        for record in records(path):
            for features, label in examples(record, language):
                rows.append(dict.fromkeys(features, 1.0))
                labels.append(label)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    model = LogisticRegression(C=REGULARISATION, max_iter=2000, fit_intercept=False)
    model.fit(matrix, labels)
    names = vectorizer.get_feature_names_out()
    weights = {
        name: round(float(weight), 2)
        for name, weight in zip(names, model.coef_[0], strict=True)
        if abs(weight) >= 0.02
    }
    TARGET.write_text(json.dumps({"weights": weights}, ensure_ascii=False, indent=0) + "\n")
    print(len(labels), "candidates", sum(labels), "boundaries", len(weights), "weights")


if __name__ == "__main__":
    main()
