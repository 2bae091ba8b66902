"""Sentence splitting beside its peers: `python tests/benchmarks/sentences.py [--shared ../shared]`.

Prints, as Markdown, the F1 of inner boundaries by language, the golden rules passed, and the
speed, of newsclean and of every peer that is installed, on treebank texts that newsclean was not
trained on; then which peers are not installed. Each text is fed line by line; the sentences of a
peer that gives strings are found again in the line. Speed is of process time, best of five, on the
English texts: whole texts for newsclean, lines for the peers, which do not know that a line break
ends a sentence.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import newsclean

Span = tuple[int, int]
Splitter = Callable[[str, str], Iterable[Any]]
"""Line and language -> its sentences: spans, strings, or whatever `spans` can read."""

NEWS = ("en", "de", "fr", "es", "it", "pt", "nl", "ru")
OTHERS = ("pl", "cs", "el", "fi", "sv", "uk", "zh")
WEB = ("en-web",)


def rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def located(line: str, pieces: Iterable[str]) -> list[Span]:
    """Where the pieces stand in the line, blanks compared loosely."""
    spans, at = [], 0
    for piece in pieces:
        words = piece.split()
        if not words:
            continue
        found = line.find(piece.strip(), at)
        if found >= 0:
            end = found + len(piece.strip())
        else:
            loose = re.compile(r"\s*".join(map(re.escape, words))).search(line, at)
            if loose is None:
                continue
            found, end = loose.span()
        spans.append((found, end))
        at = end
    return spans


def spans(line: str, found: Iterable[Any]) -> list[Span]:
    """What a splitter gave for a line, as spans."""
    found = list(found)
    if found and isinstance(found[0], str):
        return located(line, found)
    return [(s.start, s.end) if isinstance(s, newsclean.Sentence) else s for s in found]


def newsclean_splitter() -> Splitter:
    return newsclean.split_sentences


def punkt_splitter() -> Splitter:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    tokenizer = PunktSentenceTokenizer()
    return lambda line, _language: list(tokenizer.span_tokenize(line))


def pysbd_splitter() -> Splitter:
    import pysbd
    from pysbd.languages import LANGUAGE_CODES

    made: dict[str, Any] = {}

    def split(line: str, language: str) -> list[str]:
        code = language if language in LANGUAGE_CODES else "en"
        if code not in made:
            made[code] = pysbd.Segmenter(language=code, clean=False)
        return list(made[code].segment(line))

    return split


def syntok_splitter() -> Splitter:
    from syntok import segmenter

    def split(line: str, language: str) -> list[Span]:
        spans = []
        for paragraph in segmenter.analyze(line):
            for tokens in paragraph:
                words = list(tokens)
                spans.append((words[0].offset, words[-1].offset + len(words[-1].value)))
        return spans

    return split


def segtok_splitter() -> Splitter:
    from segtok.segmenter import split_single

    return lambda line, _language: split_single(line)


def blingfire_splitter() -> Splitter:
    import blingfire

    return lambda line, _language: blingfire.text_to_sentences(line).split("\n")


def sentencex_splitter() -> Splitter:
    import sentencex

    return lambda line, language: sentencex.segment(language, line)


SPLITTERS: dict[str, Callable[[], Splitter]] = {
    "newsclean": newsclean_splitter,
    "punkt, no parameters": punkt_splitter,
    "pysbd": pysbd_splitter,
    "syntok": syntok_splitter,
    "segtok": segtok_splitter,
    "blingfire": blingfire_splitter,
    "sentencex": sentencex_splitter,
}


def installed() -> tuple[dict[str, Splitter], list[str]]:
    """The splitters at hand, and the names of those that are not installed."""
    found, missing = {}, []
    for name, make in SPLITTERS.items():
        try:
            found[name] = make()
        except ImportError:
            missing.append(name)
    return found, missing


def by_line(split: Splitter, text: str, language: str) -> list[list[int]]:
    return [
        [match.start() + start, match.start() + end]
        for match in re.finditer(r"[^\n]+", text)
        for start, end in spans(match.group(), split(match.group(), language))
    ]


def inner_f1(scorer: Any, gold: list[dict[str, Any]], split: Splitter, language: str) -> float:
    predicted = {
        record["id"]: {"sentences": by_line(split, record["text"], language)} for record in gold
    }
    return 100 * float(scorer.score({r["id"]: r for r in gold}, predicted)["inner"][2])


def megabytes_a_second(split: Splitter, texts: list[str]) -> float:
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        for text in texts:
            list(split(text, "en"))
        best = min(best, time.process_time() - start)
    return sum(len(text.encode()) for text in texts) / best / 1e6


def golden_passed(scorer: Any, rules: list[dict[str, Any]], split: Splitter) -> tuple[int, int]:
    """Rules passed in English, and in all languages."""
    english = total = 0
    for rule in rules:
        text = rule["text"]
        got = [" ".join(text[a:b].split()) for a, b in by_line(split, text, rule["lang"])]
        passed = [s for s in got if s] == [
            " ".join(s.split()) for s in rule["sentences"] if s.strip()
        ]
        total += passed
        english += passed and rule["lang"] == "en"
    return english, total


def table(header: list[str], lines: list[list[str]]) -> str:
    ruler = ["---", *["---:"] * (len(header) - 1)]
    return "\n".join("| " + " | ".join(line) + " |" for line in [header, ruler, *lines])


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--shared", type=Path, default=Path("../shared"))
    arguments.add_argument("--part", default="dev")
    options = arguments.parse_args()
    folder = options.shared / "data" / "sentences"
    if not folder.exists():
        print(f"{folder} is not there: nothing to measure")
        return
    warnings.simplefilter("ignore")
    sys.path.insert(0, str(options.shared / "bench"))
    scorer = importlib.import_module("score_sentences")
    splitters, missing = installed()
    codes = [*NEWS, *OTHERS, *WEB]
    gold = {code: rows(folder / f"{code}.{options.part}.jsonl.gz") for code in codes}
    rules = rows(folder / "golden.jsonl.gz")
    texts = [record["text"] for record in gold["en"]] * 4
    lines = [line for text in texts for line in text.split("\n") if line]
    first, second, third = [], [], []
    for name, split in splitters.items():
        scores = {code: inner_f1(scorer, gold[code], split, code.split("-")[0]) for code in codes}
        mean = sum(scores[code] for code in NEWS) / len(NEWS)
        first.append([name, *(f"{scores[code]:.1f}" for code in NEWS), f"{mean:.1f}"])
        second.append([name, *(f"{scores[code]:.1f}" for code in (*OTHERS, *WEB))])
        passed, total = golden_passed(scorer, rules, split)
        speed = megabytes_a_second(split, texts if name == "newsclean" else lines)
        third.append([name, f"{passed}/48", f"{total}/{len(rules)}", f"{speed:.1f}"])
    print(table(["F1, inner boundaries", *NEWS, "mean"], first), end="\n\n")
    print(table(["F1, inner boundaries", *OTHERS, *WEB], second), end="\n\n")
    print(table(["", "golden rules, English", "all languages", "MB/s"], third))
    if missing:
        print(f"\nNot installed here, so not measured: {', '.join(missing)}.")


if __name__ == "__main__":
    main()
