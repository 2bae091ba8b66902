"""Cleaning beside its peers: `python tests/benchmarks/cleaning.py [--shared ../shared]`.

Prints, as Markdown, what newsclean and every installed peer make of the article pages of the
`dev` split, whose sites no model was trained on: from HTML, and from three plain-text views of the
same pages. F1 is that of 4-gram shingles (`bench/score_pages.py`): corpus, and mean over pages.
Further tables: agreement between views, articles that are clean already, pages that are none,
and how many summary sentences stem from outside the article. Time is of process time, in one run.
A page that a view has no text of is left out for that view.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import os
import re
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # before numpy is imported: threads would spoil the times

import cleaning_sources  # noqa: E402

import newsclean  # noqa: E402
from newsclean import languages  # noqa: E402

VIEWS = ("innertext", "inscriptis", "dump")
ENGLISH, LANGUAGES = ("wcxb", "n4k"), ("fundus",)
NO_ARTICLE = ("product", "listing", "collection")
STOP_LISTS = {
    "de": "German", "es": "Spanish", "fr": "French", "it": "Italian", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "cs": "Czech", "da": "Danish", "sv": "Swedish",
    "nb": "Norwegian_Bokmal", "tr": "Turkish", "ru": "Russian", "uk": "Ukrainian",
}  # fmt: skip
System = Callable[[Any], str]


def pages(shared: Path, source: str) -> Iterator[dict[str, Any]]:
    """The dev records of a collection, each with its HTML as bytes."""
    folder = shared / "data" / "pages"
    with gzip.open(folder / f"{source}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["split"] == "dev":
                if "html" in record:
                    with gzip.open(folder / record["html"], "rb") as handle:
                        record["bytes"] = handle.read()
                yield record


def ours(page: str | bytes) -> str:
    try:
        return newsclean.clean(page).text
    except newsclean.NewscleanError:
        return ""


def html_systems() -> dict[str, System]:
    """newsclean and the peers that are installed, from HTML as bytes to text."""
    found: dict[str, System] = {"newsclean": ours}
    for name, make in (
        ("trafilatura", _trafilatura),
        ("trafilatura, precise", _trafilatura_precise),
        ("readability-lxml", _readability),
        ("newspaper4k", _newspaper),
        ("resiliparse", _resiliparse),
        ("jusText", _justext),
    ):
        try:
            found[name] = make()
        except ImportError:
            print(f"{name} is not installed", file=sys.stderr)
    return found


def _trafilatura(**options: bool) -> System:
    extract = importlib.import_module("trafilatura").extract
    return lambda page: extract(page, include_comments=False, **options) or ""


def _trafilatura_precise() -> System:
    return _trafilatura(favor_precision=True)


def _readability() -> System:
    document = importlib.import_module("readability").Document
    html = importlib.import_module("lxml.html")

    def run(page: bytes) -> str:
        tree = html.fromstring(document(page.decode("utf-8", "replace")).summary())
        return "\n".join(tree.itertext())

    return run


def _newspaper() -> System:
    article = importlib.import_module("newspaper").Article

    def run(page: bytes) -> str:
        one = article("https://example.org/", fetch_images=False)
        one.download(input_html=page.decode("utf-8", "replace"))
        one.parse()
        return str(one.text)

    return run


def _resiliparse() -> System:
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda page: extract(page.decode("utf-8", "replace"), main_content=True)


def _justext() -> System:
    justext = importlib.import_module("justext")

    def run(page: bytes) -> str:
        stop = justext.get_stoplist(STOP_LISTS.get(_language(page), "English"))
        return "\n".join(
            part.text for part in justext.justext(page, stop) if not part.is_boilerplate
        )

    return run


def _language(page: bytes) -> str:
    """The language jusText is told: it has to be told one."""
    return languages.detect(re.sub(r"<[^>]*>", " ", page.decode("utf-8", "replace")))


def text_systems() -> dict[str, System]:
    """Systems from plain text to text."""
    found: dict[str, System] = {
        "newsclean": ours,
        "everything kept": lambda text: text,
        "lines of 80 characters that end a sentence": lambda text: "\n".join(
            line
            for line in text.split("\n")
            if len(line) >= 80 and line.rstrip("\"'”’»)").endswith((".", "!", "?", "…"))
        ),
    }
    try:
        html = importlib.import_module("html")
        run = _justext()
    except ImportError:
        return found
    found["jusText on the lines"] = lambda text: run(
        "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n")).encode()
    )
    return found


def timed(system: System, inputs: list[Any]) -> tuple[list[str], float]:
    """Outputs, and milliseconds of process time for one input."""
    outputs = []
    began = time.process_time()
    for one in inputs:
        try:
            outputs.append(system(one))
        except Exception as error:  # noqa: BLE001 - a peer may fail in any way
            print(f"failed: {type(error).__name__}: {error}"[:100], file=sys.stderr)
            outputs.append("")
    return outputs, 1000 * (time.process_time() - began) / max(1, len(inputs))


def score(bench: Any, records: list[dict[str, Any]], outputs: list[str]) -> str:
    counts = [
        bench.page_counts(record["gold"], output)
        for record, output in zip(records, outputs, strict=True)
    ]
    scores = bench.corpus_scores(counts)
    return f"{scores['f1']:.3f} ({scores['mean_page_f1']:.3f})"


def main_table(bench: Any, records: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Prints the table of all inputs and systems; gives newsclean's outputs by input."""
    english = [index for index, record in enumerate(records) if record["source"] in ENGLISH]
    others = [index for index, record in enumerate(records) if record["source"] in LANGUAGES]
    print(
        f"| input | system | wcxb, n4k: {len(english)} pages | fundus: {len(others)} | ms a page |"
    )
    print("|---|---|---|---|---|")
    kept: dict[str, list[str]] = {}
    jobs = [("HTML", name, system) for name, system in html_systems().items()]
    jobs += [
        (view, name, system)
        for view in VIEWS
        for name, system in text_systems().items()
        if view == "innertext" or name == "newsclean"
    ]
    for view, name, system in jobs:
        have = [
            record["bytes"] if view == "HTML" else record["views"].get(view, "")
            for record in records
        ]
        outputs, cost = timed(system, have)
        if name == "newsclean":
            kept[view] = outputs
        cells = [
            score(
                bench,
                [records[index] for index in part if have[index]],
                [outputs[index] for index in part if have[index]],
            )
            for part in (english, others)
        ]
        print(f"| {view} | {name} | {cells[0]} | {cells[1]} | {cost:.1f} |", flush=True)
    return kept


def agreement(bench: Any, kept: dict[str, list[str]]) -> None:
    """Prints how alike the articles from different views of one page are."""
    print("\n| agreement of | mean F1 |\n|---|---|")
    for one, other in (("innertext", "inscriptis"), ("innertext", "dump"), ("innertext", "HTML")):
        rows = [bench.page_counts(a, b) for a, b in zip(kept[one], kept[other], strict=True)]
        print(f"| {one} and {other} | {bench.corpus_scores(rows)['mean_page_f1']:.3f} |")


def clean_articles(bench: Any, records: list[dict[str, Any]]) -> None:
    """Prints how much of an article that is clean already is kept."""
    had = stayed = 0
    whole = 0
    for record in records:
        before = Counter(bench.tokens(record["gold"]))
        after = Counter(bench.tokens(ours(record["gold"])))
        had += before.total()
        stayed += (before & after).total()
        whole += before == after
    print(f"\nClean articles put in: {100 * stayed / had:.2f} % of the words kept, ", end="")
    print(f"{whole} of {len(records)} unchanged.")


def no_articles(records: list[dict[str, Any]], others: list[dict[str, Any]]) -> None:
    """Prints how many pages that are no article are told so, and how many articles refused."""
    print("\n| pages | told to be no article: HTML | innertext |\n|---|---|---|")
    groups = [("articles", records)]
    groups += [
        (kind, [record for record in others if record["type"] == kind])
        for kind in sorted({record["type"] for record in others})
    ]
    groups.append(
        ("the three of " + ", ".join(NO_ARTICLE), [r for r in others if r["type"] in NO_ARTICLE])
    )
    for name, group in groups:
        told = []
        for inputs in (
            [record["bytes"] for record in group if "bytes" in record],
            [text for record in group if (text := record["views"].get("innertext", "").strip())],
        ):
            refused = sum(not ours(one) for one in inputs)
            told.append(f"{refused / len(inputs):.3f} of {len(inputs)}" if inputs else "-")
        print(f"| {name} | {told[0]} | {told[1]} |", flush=True)


def outside(bench: Any, records: list[dict[str, Any]]) -> None:
    """Prints the share of summary sentences that are not of the article, from raw text."""
    counts: Counter[str] = Counter()
    for record in records:
        gold = bench.tokens(record["gold"])
        known = set(zip(gold, gold[1:], gold[2:], strict=False))
        try:
            digest = newsclean.digest(record["views"].get("innertext", ""))
        except newsclean.NewscleanError:
            continue
        for scored in digest.summary.sentences:
            words = bench.tokens(scored.sentence.text)
            grams = list(zip(words, words[1:], words[2:], strict=False))
            counts["all"] += 1
            counts["outside"] += sum(gram in known for gram in grams) < 0.5 * len(grams)
    share = 100 * counts["outside"] / max(1, counts["all"])
    print(f"\nSummaries of raw text: {counts['outside']} of {counts['all']} sentences ", end="")
    print(f"({share:.1f} %) are not of the article.")


def main() -> None:
    """Print all tables, or say that the shared data are not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--quick", action="store_true", help="the first 12 pages of each set")
    arguments = parser.parse_args()
    if not (arguments.shared / "bench").is_dir():
        print(f"{arguments.shared} is not there: nothing to measure")
        return
    warnings.simplefilter("ignore")
    sys.path.insert(0, str(arguments.shared / "bench"))
    bench = importlib.import_module("score_pages")
    most = 12 if arguments.quick else None
    records = [
        record
        for source in (*ENGLISH, *LANGUAGES)
        for record in list(pages(arguments.shared, source))[:most]
    ]
    kept = main_table(bench, records)
    cleaning_sources.table(bench, records, kept)
    agreement(bench, kept)
    clean_articles(bench, records)
    no_articles(records, list(pages(arguments.shared, "wcxb-other"))[:most])
    outside(bench, records)


if __name__ == "__main__":
    main()
