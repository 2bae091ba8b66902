"""Summaries against human ones: newsclean beside lead, oracle, sumy's algorithms and summa.

Usage: python tests/benchmarks/summary.py [--shared ../shared] [--limit N]

Prints Markdown tables: ROUGE F1 on pairs that the ranker was never trained on, each with its 95 %
bootstrap interval and the paired difference to the lead; the share of each system's summaries that
have a fault which a pattern can tell, by kind; then CPU seconds against length. The patterns are
this file's own, not those that the summarizer goes by; faults are counted in English.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any

from newsclean import languages, split_sentences
from newsclean.document import Sentence
from newsclean.errors import TimeLimitError
from newsclean.summary import METHODS, summarize
from newsclean.training import corpora
from newsclean.training.summary.pairs import Pair, described_pairs, human_pairs

SETS = (
    ("cnn", "3"),
    ("dailymail", "3"),
    ("xsum", "3"),
    ("descriptions", "3"),
    ("orangesum", "1"),
    ("norsumm", "ref"),
    ("cstnews", "ref"),
    ("vietnews", "1"),
)
NAMES = {
    "cnn": "CNN highlights, English",
    "dailymail": "Daily Mail highlights, English",
    "orangesum": "OrangeSum standfirsts, French",
    "norsumm": "NorSumm, Norwegian",
    "xsum": "BBC first sentences, English, three sentences allowed",
    "descriptions": "What pages say of themselves, many languages, three sentences allowed",
    "cstnews": "CSTNews, Portuguese",
    "vietnews": "Standfirsts, Vietnamese",
}
SYSTEMS = (*METHODS, "summa", "oracle")
LENGTHS = (30, 100, 300, 1000, 3000)
GIVE_UP = 10.0
"""CPU seconds for one document after which a method is not tried on longer ones."""
_MOST_S = 1200.0
"""So long a method may take for one text: sumy's `kl` needs a minute on a busy machine."""


FAULTS = {
    "pronoun": re.compile(
        r"(?:he|she|it|they|his|her|hers|its|their|theirs|him|them|this|that|these|those)\b"
        r"(?! (?:year|week|month|morning|afternoon|evening|weekend|summer|winter|spring|autumn)\b)",
        re.IGNORECASE,
    ),
    "connective": re.compile(
        r"(?:but|and|so|or|also|however|then|yet|still|instead|moreover|furthermore|meanwhile"
        r"|nevertheless|therefore|thus|besides|otherwise|now|first|second|finally"
        r"|in addition|as a result|for example|for instance|in other words|on the other hand"
        r"|more importantly|at the same time|in contrast|similarly|likewise)\b"
        r"(?! (?:minister|lady))",
        re.IGNORECASE,
    ),
}
"""How a sentence opens that leans on the one before it."""
CALLS = re.compile(
    r"\b(?:click|sign up|subscribe|follow us|read more|see below|watch the video|shop now|buy now"
    r"|download|contact us|stay tuned|leave a comment|let us know|for more information|check out"
    r"|scroll down|visit our|find out more|learn more)\b",
    re.IGNORECASE,
)
DATELINE = re.compile(
    r"(?:[A-Z][\w .,'-]{1,40} )?\([A-Z][\w ]{1,20}\) ?(?:--?|–|—)|[A-Z]{4,}[A-Z ,]* (?:--|—)"
)
QUESTION = re.compile(r"\?[\"”’]?$")


def faults(printed: Sequence[str], places: Sequence[int]) -> set[str]:
    """The kinds of faults in a summary: what is printed, and the numbers of its sentences."""
    found = set()
    for text, place in zip(printed, places, strict=True):
        opening = text.lstrip("\"“‘'«(–—- ")
        if place and place - 1 not in places:
            found |= {kind for kind, pattern in FAULTS.items() if pattern.match(opening)}
        if text.count('"') % 2 or text.count("“") != text.count("”"):
            found.add("half quotation")
        if QUESTION.search(text):
            found.add("question")
        if CALLS.search(text):
            found.add("call to action")
        if DATELINE.match(text):
            found.add("dateline")
    return found


def print_faults(shared: Path, limit: int | None, methods: Sequence[str]) -> None:
    """Prints how many summaries of English dev pages and news have each kind of fault."""
    kinds = (*FAULTS, "half quotation", "question", "call to action", "dateline")
    counts: dict[str, Counter[str]] = {}
    articles = list(english(shared, limit))
    for text, title in articles:
        sentences = split_sentences(text, "en")
        number = {sentence.start: at for at, sentence in enumerate(sentences)}
        for method in filter(METHODS.__contains__, methods):
            try:
                made = summarize(sentences, method=method, title=title)
            except TimeLimitError:
                continue
            printed = [scored.sentence.text for scored in made.sentences]
            found = faults(printed, [number[scored.sentence.start] for scored in made.sentences])
            counts.setdefault(method, Counter()).update([*found, *(["any"] if found else [])])
    print(
        f"\n### Faults that a pattern can tell: {len(articles)} English dev articles, 3 sentences\n"
    )
    print("| system | " + " | ".join(kinds) + " | any |")
    print("|---" * (len(kinds) + 2) + "|")
    for method, own in sorted(counts.items(), key=lambda item: item[1]["any"]):
        shares = (f"{own[kind] / len(articles):.2f}" for kind in (*kinds, "any"))
        print(f"| {method} | " + " | ".join(shares) + " |")


def english(shared: Path, limit: int | None) -> Iterator[tuple[str, str | None]]:
    """(body, title) of English dev pages."""
    several = 0
    for source in corpora.ARTICLE_SOURCES:
        for record in corpora.pages(shared, source, "dev"):
            language = record.get("lang") or languages.detect(record["gold"])
            if language[:2] == "en" and (limit is None or several < limit):
                several += 1
                yield record["gold"], record.get("title")


def load_scorer(shared: Path) -> ModuleType:
    """The scorer of the shared folder as a module."""
    spec = importlib.util.spec_from_file_location(
        "score_summaries", shared / "bench" / "score_summaries.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def summa(sentences: Sequence[Sentence], count: int, language: str) -> list[str] | None:
    """summa's TextRank on the same sentences, one on a line; None where it is not installed."""
    try:
        from summa import summarizer
    except ImportError:
        return None
    names = {"en": "english", "fr": "french", "nb": "norwegian", "pt": "portuguese"}
    if language not in names:
        return None
    text = "\n".join(sentence.text for sentence in sentences)
    ratio = min(1.0, (count + 0.5) / max(1, len(sentences)))
    try:
        scored = summarizer.summarize(text, ratio=ratio, language=names[language], split=True)
    except (ValueError, IndexError, ZeroDivisionError):
        return [sentence.text for sentence in sentences[:count]]
    return list(scored)[:count]


def quality(shared: Path, limit: int | None, methods: Sequence[str]) -> None:
    """Prints a table for each set of pairs."""
    scorer = load_scorer(shared)
    by_source: dict[str, list[Pair]] = {}
    for pair in chain(human_pairs(shared), described_pairs(shared)):
        if pair.part == "dev":
            by_source.setdefault(pair.source, []).append(pair)
    for source, size in SETS:
        chosen = by_source[source][:limit]
        gold = [
            {"id": p.id, "lang": p.language, "text": p.text, "reference": list(p.references)}
            for p in chosen
        ]
        systems = run_systems(scorer, chosen, gold, size, methods)
        rows = scorer.evaluate(gold, systems, size, builtin=False)
        print(f"\n### {NAMES[source]}: {len(gold)} articles, {words_for(size)}\n")
        print("| system | words | ROUGE-1 | ROUGE-2 | ROUGE-L | ROUGE-2 against lead |")
        print("|---|---|---|---|---|---|")
        for row in sorted(rows, key=lambda r: -r["R2"]):
            low, high = row["ci"][1]
            mean, least, most = row["diff"][1]
            against = "" if row["system"] == "lead" else f"{mean:+.2f} [{least:+.2f}, {most:+.2f}]"
            print(
                f"| {row['system']} | {row['words']:.0f} | {row['R1']:.1f} "
                f"| {row['R2']:.1f} [{low:.1f}, {high:.1f}] | {row['RL']:.1f} | {against} |"
            )


def words_for(size: str) -> str:
    """How the budget is told in a heading."""
    return "as many sentences as the reference" if size == "ref" else f"{size} sentence(s)"


def run_systems(
    scorer: ModuleType,
    chosen: Sequence[Pair],
    gold: Sequence[dict[str, Any]],
    size: str,
    methods: Sequence[str],
) -> dict[str, dict[str, list[str]]]:
    """Summaries by system, then by article."""
    systems: dict[str, dict[str, list[str]]] = {}
    for pair, record in zip(chosen, gold, strict=True):
        sentences = split_sentences(pair.text, pair.language)
        count = scorer.budget(record, size)
        for method in filter(METHODS.__contains__, methods):
            made = summarize(
                sentences,
                language=pair.language,
                length=str(count),
                method=method,
                title=pair.title,
                time_limit=_MOST_S,
            )
            texts = [scored.sentence.text for scored in made.sentences]
            systems.setdefault(method, {})[pair.id] = texts
        theirs = summa(sentences, count, pair.language) if "summa" in methods else None
        if theirs is not None:
            systems.setdefault("summa", {})[pair.id] = theirs
        if "oracle" not in methods:
            continue
        tokenize = scorer.get_tokenizer(scorer.make_scorer(pair.language))
        texts = [sentence.text for sentence in sentences]
        best = scorer.oracle(texts, list(pair.references), count, tokenize)
        systems.setdefault("oracle (greedy)", {})[pair.id] = [texts[i] for i in sorted(best)]
    return systems


def speed() -> None:
    """Prints CPU seconds for one document of growing length, and articles a second."""
    print("\n### CPU seconds for one document, sentences to summary\n")
    print(
        "| method | " + " | ".join(f"{n:,} sentences" for n in LENGTHS) + " | articles a second |"
    )
    print("|---" * (len(LENGTHS) + 2) + "|")
    for method in METHODS:
        summarize(invented(5), method=method)  # what is imported for it is not its time
        taken: list[float | None] = []
        for length in LENGTHS:
            if taken and (taken[-1] is None or taken[-1] > GIVE_UP / 10):
                taken.append(None)
                continue
            sentences = invented(length)
            taken.append(cpu(lambda s=sentences, m=method: summarize(s, method=m)))  # type: ignore[misc]
        shown = " | ".join("–" if t is None else f"{t:.4f}" for t in taken)
        rate = f"{1 / taken[0]:.0f}" if taken[0] else "–"
        print(f"| {method} | {shown} | {rate} |")
    print(
        "\nAn article has 30 sentences of 20 words; – means: not tried, the shorter one was slow."
    )


def cpu(call: Callable[[], object]) -> float | None:
    """The least CPU time of a call over some runs; None where it ran out of time."""
    best = None
    for _ in range(7):
        start = time.process_time()
        try:
            call()
        except TimeLimitError:
            return None
        spent = time.process_time() - start
        best = spent if best is None else min(best, spent)
        if spent > 1:
            break
    return best


def invented(length: int) -> tuple[Sentence, ...]:
    """Sentences of 20 words, words distributed about as Zipf has it, the same on every run."""
    state = 12345
    sentences = []
    at = 0
    for number in range(length):
        found = []
        for _ in range(20):
            state = (1103515245 * state + 12345) % 2**31
            rank = int((3000 + 2 * length) ** ((state >> 8) / 2**23)) - 1
            found.append(("the", "of", "to", "in", "and")[rank] if rank < 5 else word(rank))
        text = " ".join(found).capitalize() + "."
        sentences.append(Sentence(at, at + len(text), text, number // 3))
        at += len(text) + 1
    return tuple(sentences)


def word(rank: int) -> str:
    """A word for a rank, spelled with syllables."""
    letters = ""
    while rank or not letters:
        rank, digit = divmod(rank, 60)
        letters += "bcdfghklmnprstvw"[digit % 15] + "aeio"[digit // 15]
    return letters + "n"


def main() -> int:
    """Runs what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--limit", type=int, help="articles of each set")
    parser.add_argument("--methods", nargs="+", choices=SYSTEMS, default=list(SYSTEMS))
    parser.add_argument("--no-quality", action="store_true")
    parser.add_argument("--no-speed", action="store_true")
    asked = parser.parse_args()
    if not asked.no_quality:
        if not (asked.shared / "data" / "summaries").is_dir():
            print(f"{asked.shared} is not there: quality is not measured")
        else:
            quality(asked.shared, asked.limit, asked.methods)
            print_faults(asked.shared, asked.limit, asked.methods)
    if not asked.no_speed:
        speed()
    return 0


if __name__ == "__main__":
    sys.exit(main())
