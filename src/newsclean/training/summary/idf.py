"""Counts how rare stems are: `python -m newsclean.training.summary.idf SHARED`.

Writes `data/summary/idf/LANG.json` for the languages with many training articles:
inverse document frequency (Sparck Jones 1972), scaled to 0..1 and rounded to two digits, as
{hundredths: "stem stem ..."}; a stem that is not listed is as rare as can be.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from pathlib import Path

from newsclean import languages
from newsclean.summary.text.words import stem, words
from newsclean.training.summary.pairs import human_pairs

_LEAST_ARTICLES = 700
_LEAST_SHARE = 1 / 200
"""Stems in fewer of the articles are left out: they are rare enough."""


def count(shared: Path) -> dict[str, dict[str, float]]:
    """Language -> stem -> idf."""
    articles: Counter[str] = Counter()
    found: dict[str, Counter[str]] = {}
    for pair in human_pairs(shared):
        if pair.part == "train":
            stop = languages.function_words(pair.language)
            own = {word for word in words(pair.text, pair.language) if word.lower() not in stop}
            articles[pair.language] += 1
            found.setdefault(pair.language, Counter()).update({stem(word) for word in own})
    return {
        language: {
            term: math.log(total / counted) / math.log(total)
            for term, counted in found[language].items()
            if counted >= _LEAST_SHARE * total
        }
        for language, total in articles.items()
        if total >= _LEAST_ARTICLES
    }


def main() -> None:
    """Writes one file a language."""
    target = Path(__file__).parents[2] / "data" / "summary" / "idf"
    target.mkdir(exist_ok=True)
    for language, table_of in sorted(count(Path(sys.argv[1])).items()):
        levels: dict[int, list[str]] = {}
        for term, idf in sorted(table_of.items()):
            levels.setdefault(round(idf * 100), []).append(term)
        table = {str(level): " ".join(terms) for level, terms in sorted(levels.items())}
        path = target / f"{language}.json"
        path.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        print(path.name, len(table_of), "stems")


if __name__ == "__main__":
    main()
