"""Trains the boundary classifier: `python -m newsclean.training.sentences.boundaries SHARED`.

Takes the training parts of the treebanks, gives `data/sentences/boundary.json`: the weights of a
logistic regression over the features of each candidate, pooled over languages.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from newsclean.sentences import knowledge
from newsclean.sentences.boundaries import boundaries
from newsclean.sentences.features import Kinds, describe
from newsclean.training.corpora import records
from newsclean.training.sentences.punkt import SAME, texts

TARGET = Path(__file__).parents[2] / "data" / "sentences" / "boundary.json"
REGULARISATION = 0.6
SILVER_WEIGHT, SILVER_MOST = 0.5, 60
"""Weight of an example that a rule labelled, and how many of a language and rule are used."""
PLAIN = ("low", "low3", "Ti", "CAPS", "q", "b", "none")
NAMES = ("Ti", "CAPS", "Init", "One")


def examples(text: str, ends: set[int], language: str) -> Iterator[tuple[list[str], bool]]:
    """Every doubtful candidate inside a line of a treebank text, and whether a sentence ends."""
    for line in re.finditer(r"[^\n]+", text):
        seen: list[tuple[list[str], bool]] = []

        def decide(kinds: Kinds, end: int) -> bool:
            label = line.start() + end in ends  # noqa: B023 - used up before the next line
            seen.append((describe(kinds), label))  # noqa: B023
            return label

        for _ in boundaries(line.group().rstrip(), knowledge.of(language), decide):
            pass
        yield from seen


def gold(shared: Path, part: str = "train") -> Iterator[tuple[list[str], bool, str]]:
    """The examples of the treebanks, with the treebank's name."""
    for path in sorted((shared / "data" / "sentences").glob(f"*.{part}.jsonl.gz")):
        name = path.name.split(".")[0]
        for record in records(path):
            text = record["text"]
            ends = {a + len(text[a:b].rstrip()) for a, b in record["sentences"]}
            for features, label in examples(text, ends, name.split("-")[0]):
                yield features, label, name


def silver(shared: Path) -> Iterator[tuple[list[str], bool]]:
    """Examples from news without gold, where what stands around the mark leaves no doubt."""
    taken: Counter[tuple[str, str]] = Counter()
    for language, text in texts(shared):
        code = SAME.get(language, language)
        for features, _ in examples(text[:20_000], set(), code):
            found = plain(features, code)
            if found and taken[code, found[0]] < SILVER_MOST:
                taken[code, found[0]] += 1
                yield features, found[1]


def plain(features: list[str], language: str) -> tuple[str, bool] | None:
    """The rule that settles a candidate, and its label; None where no rule does."""
    parts = dict(zip(TEMPLATES, _fields(features), strict=True))
    kind, follower, end = parts["KAM"]
    previous, _, _, ordinals = parts["PKA"]
    short = parts["S"][0]
    opener, closing, bracket = parts["OM"][0], parts["CO"][0], parts["X"][0]
    if end in ":;":
        return None
    if closing == "q" and opener == "d" and language in ("en", "de"):
        return "attribution", False
    if end in "!?" and kind in ("Ti", "CAPS") and follower == "low":
        return "name!", False
    if follower == "Fn" and kind in PLAIN:
        return f"plain{end}{closing}{opener}", True
    if follower in NAMES and kind in ("low", "low3", "Ti", "Ti3") and end == ".":
        return f"capital{kind}{closing}{opener}", True
    if end == "." and follower == "low" and kind in ("low3", "Ti3", "found"):
        return f"lower{kind}", False
    if end == "face":
        return ("face", True) if follower in ("Fn", *NAMES) else None
    if end != "." or closing or opener:
        return None
    if follower in NAMES and kind in ("I", "dots", "/EITHER", "inner/either", "inner/EITHER"):
        return kind, False
    if kind == "/EITHER" and follower == "Lo" and parts["V"][0] == "collocation":
        return "collocation", False
    if follower in ("Fn", "Lo") and kind in ("dots", "/either", "/EITHER"):
        return "starter" + kind, True
    if kind == "inner":
        return f"inner {follower}", False
    if kind == "hour" and follower in ("Ti", "Fn") and parts["V"][0] != "collocation":
        return f"hour{short}", short not in "01"
    if kind == "I" and previous in ("fn", "low") and follower in ("Fn", "Lo"):
        return "letter", True
    if kind == "roman" and ordinals == "True" and follower in NAMES:
        return "roman", False
    if kind == "number" and follower == "dig":
        return "number", False
    if bracket and kind in ("low3", "low", "found", "letter"):
        return "bracket", False
    if kind == "d2" and ordinals == "True":
        if previous == "fn" and follower in ("Ti", "low"):
            return "ordinal", False
        if previous != "fn" and follower == "Fn":
            return "no ordinal", True
    return None


TEMPLATES = ("KAM", "PKA", "OM", "CO", "X", "S", "V")


def _fields(features: list[str]) -> Iterator[list[str]]:
    for template in TEMPLATES:
        start = len(template)
        yield next(
            (
                f[start:].split("|")
                for f in features
                if f.startswith(template) and f[start : start + 1] not in ("A", "K")
            ),
            [""],
        )


def main() -> None:
    """Train on every treebank's training part and on the plain cases of news."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    shared = Path(sys.argv[1])
    rows = [(features, label, 1.0) for features, label, _ in gold(shared)]
    count = len(rows)
    rows += [(features, label, SILVER_WEIGHT) for features, label in silver(shared)]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(features, 1.0) for features, _, _ in rows])
    model = LogisticRegression(C=REGULARISATION, max_iter=3000, fit_intercept=False)
    labels = [label for _, label, _ in rows]
    model.fit(matrix, labels, sample_weight=[weight for _, _, weight in rows])
    names = vectorizer.get_feature_names_out()
    weights = {
        name: round(float(weight), 2)
        for name, weight in zip(names, model.coef_[0], strict=True)
        if abs(weight) >= 0.02
    }
    text = json.dumps({"weights": weights}, ensure_ascii=False, indent=0)
    TARGET.write_text(text + "\n", encoding="utf-8")
    print(count, "treebank and", len(rows) - count, "plain candidates,", len(weights), "weights")


if __name__ == "__main__":
    main()
