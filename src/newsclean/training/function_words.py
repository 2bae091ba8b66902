"""Counts the commonest words of each language: `python -m newsclean.training.function_words SHARED`.

Takes treebank sentences and gold article bodies (training part only), gives
`data/function_words.json`. Pages count once a site, so that one outlet's topics do not show.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from newsclean.languages import WORD
from newsclean.training.corpora import ARTICLE_SOURCES, pages, records

TARGET = Path(__file__).parent.parent / "data" / "function_words.json"
SIZE = 200
SCRIPT_DECIDES = {"ja", "zh", "ko", "el", "ar", "he", "hi", "th"}
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
    lists = {
        code: " ".join(word for word, _ in sorted(c.items(), key=lambda x: (-x[1], x[0]))[:SIZE])
        for code, c in sorted(counts.items())
        if sum(c.values()) > 1500
    }
    TARGET.write_text(
        json.dumps({"words": lists}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )
    for code, words in lists.items():
        print(code, sum(counts[code].values()), words[:60])


if __name__ == "__main__":
    main()
