"""Trains Punkt: `python -m newsclean.training.sentences.punkt SHARED`.

Takes the text at hand in each language (training parts only: article bodies, treebanks, articles
of the summary and quote collections), gives `data/sentences/punkt/CODE.json`: what nltk's
PunktTrainer found, less what it saw too rarely to be believed. Needs nltk.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from newsclean import languages
from newsclean.training.corpora import pages, records, summaries

TARGET = Path(__file__).parents[2] / "data" / "sentences" / "punkt"
MOST, LEAST = 4_000_000, 20_000
"""Characters of text used of a language, and those it must have to be trained at all."""
WORDS = 2_500
"""So many of the commonest words keep their orthographic context."""
LOWER_WORDS = 1_500
SAME = {"no": "nb", "nn": "nb"}
CASELESS = {"ar", "hi", "ja", "ko", "zh", "vi", "wuu"}
SUMMARIES = (("cnndm_train_misc", "en"), ("cnndm_val1000", "en"), ("orangesum_fr_train", "fr"))
"""Of these, the articles that no dev part has."""
_PUNCTUATION = ".,;:!?()\"'“”«»„’"
_PROSE = re.compile(r".{80,}[.!?…][\"”»“]?")
_ABBREVIATION = re.compile(r"[^\W\d_]{1,5}(?:[.\-][^\W\d_]{1,4})*")


def texts(shared: Path) -> Iterator[tuple[str, str]]:
    """Pairs of language and text, what is most like news first."""
    data = shared / "data"
    for path in sorted((data / "sentences").glob("*.train.jsonl.gz")):
        for record in records(path):
            yield path.name.split(".")[0].split("-")[0], record["text"]
    for source in ("fundus", "n4k"):
        for record in pages(shared, source, "train"):
            yield record.get("lang") or "en", record["gold"]
    for record in records(data / "quotes" / "polnear.train.jsonl.gz"):
        yield "en", record["text"]
    for name, language in SUMMARIES:
        for record in summaries(shared, name, "train"):
            yield language, record["text"]
    for record in pages(shared, "trafeval", "train"):
        lines = record["views"]["innertext"].split("\n")
        yield record["lang"], "\n".join(line for line in lines if _PROSE.fullmatch(line.strip()))


def train(text: str, language: str) -> dict[str, Any]:
    """Punkt's parameters of a text, and those listed abbreviations that are words as well."""
    from nltk.tokenize.punkt import PunktTrainer

    trainer = PunktTrainer()
    trainer.INCLUDE_ABBREV_COLLOCS = True
    trainer.train(text)
    found = trainer.get_params()
    low, capital = cased_words(text, languages.function_words(language))
    words = Counter(word.strip(_PUNCTUATION) for word in text.lower().split())
    dotted = Counter(word.lstrip("(\"'“«„") for word in text.lower().split())
    orthography = defaultdict(list)
    known = sorted(found.ortho_context, key=lambda word: (-words[word], word))[:WORDS]
    for word in sorted(known):
        if words[word] > 4:
            orthography[str(found.ortho_context[word])].append(word)
    return {
        "abbreviations": " ".join(
            word
            for word in sorted(found.abbrev_types)
            if dotted[word + "."] > max(2, words[word] - dotted[word + "."])
            and _ABBREVIATION.fullmatch(word)
        ),
        "lower": " ".join(sorted(low)),
        "capital": " ".join(capital),
        "words": " ".join(sorted(also_words(text, listed(language)))),
        "collocations": [
            " ".join(pair) for pair in sorted(found.collocations) if "." not in pair[1]
        ],
        "starters": " ".join(sorted(found.sent_starters)),
        "orthography": {flag: " ".join(group) for flag, group in sorted(orthography.items())},
    }


def cased_words(text: str, common: frozenset[str]) -> tuple[list[str], list[str]]:
    """Words by how they are written inside a sentence.

    The commonest that are in lower case nine times in ten, and those of `common` that mostly
    have a capital.
    """
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for before, word in pairwise(text.split()):
        core = word.strip(_PUNCTUATION)
        if before[-1] in '.!?:…"”»“„«' or not core.isalpha():
            continue
        if core.islower():
            lower[core] += 1
        elif core[1:].islower():
            upper[core.lower()] += 1
    low = (word for word, count in lower.items() if count > max(4, 9 * upper[word]))
    capital = [word for word in sorted(common) if upper[word] > max(2, 2 * lower[word])]
    return sorted(low, key=lambda word: (-lower[word], word))[:LOWER_WORDS], capital


def also_words(text: str, listed: set[str]) -> Iterator[str]:
    """The listed abbreviations that are words as well: mostly without stop, nor before a name."""
    dotted: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for token, after in pairwise(text.split()):
        word = token.lstrip(_PUNCTUATION)
        if word[:-1].lower() in listed and word.endswith("."):
            dotted[word[:-1].lower()] += 1
        elif (bare := word.rstrip(_PUNCTUATION).lower()) in listed:
            plain[bare] += 1
            named[bare] += word == word.rstrip(_PUNCTUATION) and after[0].isupper()
    for word, times in plain.items():
        if times > max(2, 3 * dotted[word]) and named[word] < times / 2:
            yield word


def listed(language: str) -> set[str]:
    """The abbreviations that were listed by hand."""
    lists = languages.read_data(f"sentences/abbreviations/{language}.json")
    return {word for key in ("inner", "number", "either") for word in lists[key].split()}


def main() -> None:
    """Write the parameters of every language with enough text."""
    gathered: dict[str, list[str]] = defaultdict(list)
    for language, text in texts(Path(sys.argv[1])):
        gathered[SAME.get(language, language)].append(text)
    TARGET.mkdir(exist_ok=True)
    for language, parts in sorted(gathered.items()):
        text = "\n\n".join(parts)[:MOST]
        if len(text) < LEAST or language in CASELESS:
            continue
        parameters = train(text, language)
        path = TARGET / f"{language}.json"
        path.write_text(
            json.dumps(parameters, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
        )
        print(language, len(text), "characters,", path.stat().st_size, "bytes,", end=" ")
        print(len(parameters["abbreviations"].split()), "abbreviations", flush=True)


if __name__ == "__main__":
    main()
