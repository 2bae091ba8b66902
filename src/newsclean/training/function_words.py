"""Counts common words by language: `python -m newsclean.training.function_words SHARED`.

Takes treebank sentences and gold article bodies (training part only), gives
`data/function_words.json`. Where there is little text, the words listed by hand in
`data/function_words_by_hand.json` come first, so that the topics of a few articles do not show.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from newsclean.languages import WORD, read_data
from newsclean.training.corpora import ARTICLE_SOURCES, pages, records

TARGET = Path(__file__).parent.parent / "data" / "function_words.json"
SIZE = 200
ENOUGH = 20_000
"""A language with so many counted words needs no list by hand."""
LEAST = 1_500
"""One with fewer gets none, unless by hand."""

SAME = {"no": "nb", "nn": "nb"}


def count(shared: Path) -> dict[str, Counter[str]]:
    """For each language, in how many texts each word occurs."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted((shared / "data" / "sentences").glob("*.jsonl.gz")):
        code = path.name.split(".")[0].split("-")[0]
        if code == "golden":
            continue
        for record in records(path):
            for line in record["text"].split("\n"):
                words[code].update({word.lower() for word in WORD.findall(line)})
    for source in ARTICLE_SOURCES:
        for record in pages(shared, source, "train"):
            code = SAME.get(record.get("lang") or "en", record.get("lang") or "en")
            for paragraph in record["gold"].split("\n"):
                words[code].update({word.lower() for word in WORD.findall(paragraph)})
    for name, code in (("norsumm_nb_dev", "nb"), ("orangesum_fr_train", "fr")):
        for record in records(shared / "data" / "summaries" / f"{name}.jsonl.gz"):
            words[code].update({word.lower() for word in WORD.findall(record["text"])})
    return words


def main() -> None:
    """Write the lists of every language with enough text."""
    counts = count(Path(sys.argv[1]))
    written: dict[str, str] = read_data("function_words_by_hand.json")["words"]
    lists = {}
    for code in sorted({*counts, *written}):
        counted = sorted(counts[code].items(), key=lambda pair: (-pair[1], pair[0]))
        ranked = [word for word, _ in counted]
        if code in written and sum(counts[code].values()) < ENOUGH:
            ranked = [*written[code].split(), *(word for word, times in counted if times > 2)]
        if code in written or sum(counts[code].values()) > LEAST:
            lists[code] = " ".join(list(dict.fromkeys(ranked))[:SIZE])
    TARGET.write_text(
        json.dumps({"words": lists}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )
    for code, words in lists.items():
        print(code, sum(counts[code].values()), len(words.split()), words[:60])


if __name__ == "__main__":
    main()
