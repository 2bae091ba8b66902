"""Counts common words by language: `python -m newsclean.training.function_words SHARED`.

Takes treebank sentences, gold article bodies and French articles (training parts only), gives
`data/function_words.json`. The words listed by hand in `data/function_words_by_hand.json` count
as text as well, so that the topics of a few articles do not show where there is little else.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from newsclean.languages import WORD, read_data
from newsclean.training.corpora import ARTICLE_SOURCES, pages, records, summaries

TARGET = Path(__file__).parent.parent / "data" / "function_words.json"
SIZE = 200
IMAGINED = 10_000
"""Words of the text that a list by hand stands for."""
LEAST = 1_500
"""One with fewer gets none, unless by hand."""

SAME = {"no": "nb", "nn": "nb"}


def count(shared: Path) -> dict[str, Counter[str]]:
    """For each language, in how many texts each word occurs."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted((shared / "data" / "sentences").glob("*.train.jsonl.gz")):
        code = path.name.split(".")[0].split("-")[0]
        for record in records(path):
            _add(words[code], record["text"])
    for source in ARTICLE_SOURCES:
        for record in pages(shared, source, "train"):
            code = record.get("lang") or "en"
            _add(words[SAME.get(code, code)], record["gold"])
    for record in summaries(shared, "orangesum_fr_train", "train"):
        words["fr"].update({word.lower() for word in WORD.findall(record["text"])})
    return words


def _add(words: Counter[str], text: str) -> None:
    for paragraph in text.split("\n"):
        words.update({word.lower() for word in WORD.findall(paragraph)})


def rank(counted: Counter[str], written: list[str]) -> list[str]:
    """The words of a language, the commonest first.

    A word listed by hand counts in addition as it would in a text that follows Zipf's law, where
    the r-th word is a tenth of all words divided by r; in much text that hardly matters.
    """
    weights: dict[str, float] = {
        word: times for word, times in counted.items() if times > 2 or not written
    }
    for place, word in enumerate(written, 1):
        weights[word] = counted[word] + IMAGINED / 10 / place
    return sorted(weights, key=lambda word: (-weights[word], word))


def main() -> None:
    """Write the lists of every language with enough text."""
    counts = count(Path(sys.argv[1]))
    written: dict[str, str] = read_data("function_words_by_hand.json")["words"]
    lists = {}
    for code in sorted({*counts, *written}):
        by_hand = written.get(code, "").split()
        if by_hand or sum(counts[code].values()) > LEAST:
            lists[code] = " ".join(rank(counts[code], by_hand)[:SIZE])
    TARGET.write_text(
        json.dumps({"words": lists}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )
    for code, words in lists.items():
        print(code, sum(counts[code].values()), len(words.split()), words[:60])


if __name__ == "__main__":
    main()
