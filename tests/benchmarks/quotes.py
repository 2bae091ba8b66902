"""Quotes and speakers beside baselines: `python tests/benchmarks/quotes.py [--shared ../shared]`.

Prints, as Markdown, what newsclean and two regular expressions find in labelled articles that no
weight was learned from: `news.dev` (40 articles of 40 outlets, speakers resolved by hand),
`polnear.dev` (English politics, speakers as mentioned in place), `spkatt-de.dev` (German news), and
the third of the articles in `labels/` that is kept back (many outlets and languages, two readers).
The scorer is `bench/score_quotes.py`, kind direct. "Right" is the share of the speakers given that
are right (by their surname), "given" the share of the quotes found with a named speaker that get
one. Time is process time, best of three runs.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import speakers

import newsclean

HEADER = """\
| system | right | given | F1 | strict F1 | scare | full name | surname | joint | ms |
|---|---|---|---|---|---|---|---|---|---|"""
LABELS = Path(__file__).parent / "labels" / "quotes.jsonl"
SETS = ("news.dev", "polnear.dev", "spkatt-de.dev")
MARKS = re.compile(r"''([^'\n]+)''|[\"“„«»]\s?([^\"“”„«»\n]+?)\s?[\"”“»«]")
NAME = re.compile(r"(?:[A-ZÄÖÜÉ][\w’'-]+\s?){1,4}")
PUBLISHED = """\
textacy, as measured once on 25 articles of the kind of `news.dev` (needs a 450 MB
model and stops at an odd number of marks): strict F1 .730, scare .12, full name .11, surname .65,
joint .52. Gender Gap Tracker, published on its own set: 76 F1, 87 % of speakers.
"""
_MANY_LANGUAGES = 5
_SAME = 0.8
"""The overlap from which two spans are the same quote, as the scorer has it."""
Finder = Callable[[str, str], list[dict[str, Any]]]


def by_marks(least: int) -> Finder:
    """What has `least` words between marks; the capitals next to it (after, else before) speak."""

    def find(text: str, language: str) -> list[dict[str, Any]]:
        del language
        found = []
        for match in MARKS.finditer(text):
            group = 1 if match[1] is not None else 2
            if len(match[group].split()) < least:
                continue
            line_end = text.find("\n", match.end())
            name = NAME.search(text, match.end(), line_end if line_end >= 0 else len(text))
            if name is None:
                start = text.rfind("\n", 0, match.start()) + 1
                name = max(NAME.finditer(text, start, match.start()), key=_place, default=None)
            quote = {
                "start": match.start(group),
                "end": match.end(group),
                "kind": "direct",
                "speaker_text": None,
            }
            if name:
                quote["speaker_text"] = name[0].strip()
                quote["speaker_start"], quote["speaker_end"] = name.span()
            found.append(quote)
        return found

    return find


def _place(match: re.Match[str]) -> int:
    return match.start()


def by_newsclean(text: str, language: str) -> list[dict[str, Any]]:
    """What `newsclean.find_quotes` finds, as the scorer wants it."""
    return [
        {
            "start": quote.start,
            "end": quote.end,
            "kind": quote.kind,
            "speaker_text": quote.speaker,
            "speaker_start": quote.speaker_start,
            "speaker_end": quote.speaker_end,
            "cue": quote.cue,
        }
        for quote in newsclean.find_quotes(text, language)
    ]


SYSTEMS: dict[str, Finder] = {
    "regular expression, all": by_marks(1),
    "regular expression, 4 words or more": by_marks(4),
    "**newsclean**": by_newsclean,
}


def scorer(shared: Path) -> ModuleType:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "bench" / "score_quotes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def given(score: ModuleType, gold: dict[str, Any], found: dict[str, Any]) -> tuple[float, float]:
    """The share of the speakers given that are right, and the share of quotes that get one.

    Over the direct quotes that were found and whose speaker the labels name: pronouns, which two
    of the sets leave unresolved, and quotes of nobody in particular are left out.
    """
    right = total = named = 0
    for name, record in gold.items():
        text, cache = record["text"], {}
        direct = [q for q in found[name]["quotes"] if q["kind"] == "direct"]
        pairs = [(q, score.tokset(text, q, cache)) for q in score.expand(text, direct)]
        for quote in score.expand(text, [q for q in record["quotes"] if q["kind"] == "direct"]):
            names = quote.get("speaker_aliases") or [quote.get("speaker_text") or ""]
            if quote.get("speaker_pronoun") or not any(names):
                continue
            own = score.tokset(text, quote, cache)
            match = next((q for q, tokens in pairs if score.iou(own, tokens) >= _SAME), None)
            if match is None:
                continue
            named += 1
            if match["speaker_text"]:
                total += 1
                right += any(score.head(one) == score.head(match["speaker_text"]) for one in names)
    return right / max(1, total), total / max(1, named)


def row(score: ModuleType, gold: dict[str, Any], find: Finder) -> str:
    """One system's figures on one set."""
    best = float("inf")
    predictions: dict[str, Any] = {}
    for _ in range(3):
        start = time.process_time()
        predictions = {
            name: {"id": name, "quotes": find(record["text"], record["lang"])}
            for name, record in gold.items()
        }
        best = min(best, (time.process_time() - start) / len(gold) * 1000)
    loose = score.evaluate(gold, predictions, "direct")[1]
    strict = score.evaluate(gold, predictions, "direct", strict=True)[1]
    values = (
        *given(score, gold, predictions),
        loose["overlap"][2],
        strict["overlap"][2],
        strict["neg_hit"],
        strict["full"],
        strict["head"],
        strict["joint"][2],
    )
    return " | ".join([*(f"{value:.3f}" for value in values), f"{best:.1f}"])


def labelled(shared: Path) -> dict[str, Any]:
    """Every third of the articles that two readers labelled; nothing was learned from these."""
    from newsclean.training.quotes.attribution import labelled as read

    found = {}
    for record in read(shared, LABELS):
        if record["n"] % 3:
            continue
        for quote in record["quotes"]:
            name = quote["speaker_name"]
            quote["speaker_text"] = name if name != "?" else None
            quote["speaker_aliases"] = [name] if name and name != "?" else []
        found[str(record["n"])] = {"id": str(record["n"]), **record}
    return found


def main() -> None:
    """Prints a table for each set, and one for each language of `news.dev`."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared: Path = parser.parse_args().shared
    if not (shared / "data" / "quotes").is_dir():
        print(f"no labelled quotes at {shared}: nothing to measure (see --shared)")
        sys.exit(0)
    score = scorer(shared)
    print("# Quotes, kind direct\n\n" + PUBLISHED)
    for name in (*SETS, "labelled"):
        path = shared / "data" / "quotes" / f"{name}.jsonl.gz"
        gold = labelled(shared) if name == "labelled" else score.load(str(path))
        languages = sorted({record["lang"] for record in gold.values()})
        languages = languages if len(languages) < _MANY_LANGUAGES else []
        for language in [None, *(languages if len(languages) > 1 else [])]:
            part = {k: v for k, v in gold.items() if language in (None, v["lang"])}
            quotes = sum(q["kind"] == "direct" for v in part.values() for q in v["quotes"])
            title = name if language is None else f"{name}, {language}"
            print(f"## {title}: {len(part)} articles, {quotes} direct quotes\n")
            print(HEADER)
            for system, find in SYSTEMS.items():
                print(f"| {system} | {row(score, part, find)} |")
            print()
    speakers.table(shared)


if __name__ == "__main__":
    main()
