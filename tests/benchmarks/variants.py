"""Small invented pages, every part compared: `python tests/benchmarks/variants.py [PART ...]`.

Testers who had not seen the code wrote the 763 inputs of `variants/` in 40 languages, and what is
right, before they ran anything: other cases of the kinds in `../shared/cases`, and of kinds that
are not there. `spec.json` says for each input what is right (a key that is absent is not compared):

    exit                 what the command ends with; after another exit than 0 nothing is compared
    records              of several articles in one input: what is right of each, in order
    title, date, updated, language          null: none is right
    authors              in order
    body                 all paragraphs, and nothing else; or `keep`: some of them
    drop, summary_drop   what is neither in article nor summary; what is not in the summary
    quotes               [how it begins, speaker or several right ones ("-": none, too), role]
    quotes_only          no other quote is a key quote
    not_quotes           how no quote begins
    sentences            sentences of the article
    own                  which of these the input was written for

Prints how many inputs are right in what they were written for, and in everything; `--faults` says
what differs, `--newsclean COMMAND` tries another installation. On the kinds that somebody worked
on the figures flatter: what the testers found first stands beside them. Those of `-again` were
written by others, and first run, after the faults of the first four lots were mended. The last six
are by others again: kinds of the cases in other languages, long copied pages outside English, and
guides, columns, reviews and the like. Nobody who mends has looked at those that are put aside.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "variants"
FIRST = {
    "cases-01-36": (87, 86),
    "cases-40-82": (71, 64),
    "more-speech-and-pages": (131, 119),
    "more-fields-and-files": (141, 127),
    "cases-01-36-again": (36, 35),
    "cases-40-82-again": (41, 40),
    "kinds-elsewhere": (13, 8),
    "kinds-elsewhere-aside": (12, 9),
    "long-copied": (1, 1),
    "long-copied-aside": (0, 0),
    "no-plain-news": (10, 10),
    "no-plain-news-aside": (5, 5),
}
"""Own point right, and everything, before anybody who works on the code had seen the inputs."""
AND = re.compile(r", | and | und | et | y | e | og | och | ja | i | и |、|; ")
ALWAYS = ("exit", "records")
BEGIN = 16
Spec = dict[str, Any]


class Fault(NamedTuple):
    check: str
    says: str


def folded(text: str | None) -> str:
    """Without blanks, hyphenation, direction marks and case, one form of quotation marks."""
    bare = re.sub(r"[\s\u00ad\u200b-\u200f]+", "", text or "").lower()
    return bare.replace("’", "'").replace("“", '"').replace("”", '"')


def faults_of(spec: Spec, found: dict[str, Any]) -> list[Fault]:
    """What differs in one article."""
    faults = [*_fields(spec, found), *_texts(spec, found), *_speech(spec, found)]
    split = [folded(each["text"]) for each in found["sentences"]]
    wanted = spec.get("sentences", [])
    return faults + [Fault("sentences", f"not so: {s}") for s in wanted if folded(s) not in split]


def _fields(spec: Spec, found: dict[str, Any]) -> list[Fault]:
    faults = []
    updated = found["metadata"].get("updated") or {}
    given = {
        "title": found["title"],
        "date": (found["date"] or "")[:10],
        "updated": (updated.get("value") or "")[:10],
        "language": found["language"],
    }
    for name, value in given.items():
        if name in spec and folded(value) != folded(spec[name]):
            faults.append(Fault(name, f"{value!r}, right is {spec[name]!r}"))
    if "authors" in spec:
        names = [folded(name) for name in AND.split(found["byline"] or "") if name]
        right = [folded(name) for author in spec["authors"] for name in AND.split(author)]
        if names != right:
            faults.append(Fault("authors", f"{found['byline']!r}, right is {spec['authors']!r}"))
    return faults


def _texts(spec: Spec, found: dict[str, Any]) -> Iterator[Fault]:
    text = found["article"]["text"]
    whole = folded(text)
    summary = folded(" ".join(each["text"] for each in found["summary"]["sentences"]))
    kept = "body" if "body" in spec else "keep"
    for part in (*spec.get("body", []), *spec.get("keep", [])):
        if folded(part) not in whole:
            yield Fault(kept, f"lost: {part}")
    right = folded("".join(spec.get("body", [])))
    for line in filter(str.strip, text.split("\n") if right else ()):
        if folded(re.sub(r"^[•\-*–] ", "", line)) not in right and folded(line) not in right:
            yield Fault("body", f"kept: {line}")
    for part in spec.get("drop", []):
        if folded(part) in whole or folded(part) in summary:
            yield Fault("drop", f"kept: {part}")
    for part in spec.get("summary_drop", []):
        if folded(part) in summary:
            yield Fault("summary_drop", part)


def _speech(spec: Spec, found: dict[str, Any]) -> list[Fault]:
    faults = []
    wanted = [(folded(begin)[:BEGIN], begin, *rest) for begin, *rest in spec.get("quotes", [])]
    for key, begin, speaker, *role in wanted:
        quote = next((each for each in found["quotes"] if key in folded(each["text"])), None)
        if quote is None:
            faults.append(Fault("quotes", f"lost: {begin}"))
        elif not _is_right(quote["speaker"], speaker):
            says = f"{quote['speaker']!r} said '{begin}', right is {speaker!r}"
            faults.append(Fault("quotes", says))
        elif role and not _is_right(quote["role"], role[0]):
            faults.append(Fault("role", f"{quote['role']!r}, right is {role[0]!r}"))
    for quote in found["quotes"]:
        text = folded(quote["text"])
        known = any(key in text for key, *_ in wanted)
        if spec.get("quotes_only") and quote["key"] is not None and not known:
            faults.append(Fault("quotes_only", f"also: {quote['text']}"))
        if any(text.startswith(folded(begin)) for begin in spec.get("not_quotes", [])):
            faults.append(Fault("not_quotes", quote["text"]))
    return faults


def _is_right(given: str | None, right: object) -> bool:
    """Is what is given one of what is right, None or "-" among it?"""
    for each in right if isinstance(right, list) else [right]:
        if (not given) if each in (None, "-") else folded(given) == folded(each):
            return True
    return False


def judge(command: str, folder: Path, item: tuple[str, Spec]) -> list[Fault]:
    """What differs in an input."""
    name, spec = item
    done = subprocess.run(
        [command, "summarize", "--json", str(folder / name)],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    if done.returncode != spec.get("exit", 0):
        return [Fault("exit", f"{done.returncode}, right is {spec.get('exit', 0)}")]
    if done.returncode:
        return []
    try:
        found = json.loads(done.stdout)
    except ValueError:
        found = [json.loads(line) for line in done.stdout.splitlines()]
    articles = found if isinstance(found, list) else [found]
    specs = spec.get("records", [spec])
    faults = []
    if len(articles) != len(specs):
        faults.append(Fault("records", f"{len(articles)} articles, right is {len(specs)}"))
    for part, article in zip(specs, articles, strict=False):
        faults += faults_of(part, article)
    return faults


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("parts", nargs="*", choices=[*FIRST, []])
    parser.add_argument("--newsclean", default=str(Path(sys.executable).parent / "newsclean"))
    parser.add_argument("--faults", action="store_true", help="say what differs in each input")
    parser.add_argument("--shared", type=Path, help="not needed, taken for run.py's sake")
    arguments = parser.parse_args()
    rows, differing = [], []
    for part in arguments.parts or FIRST:
        specs = json.loads((FOLDER / part / "spec.json").read_text(encoding="utf-8"))
        with ThreadPoolExecutor(2) as pool:
            judged = list(
                pool.map(partial(judge, arguments.newsclean, FOLDER / part), specs.items())
            )
        own = whole = 0
        for (name, spec), faults in zip(specs.items(), judged, strict=True):
            checks = spec.get("own") or [fault.check for fault in faults]
            own += not any(fault.check in (*checks, *ALWAYS) for fault in faults)
            whole += not faults
            if faults:
                differing += [f"{part}/{name} ({spec['note']})"]
                differing += [f"    {fault.check}: {fault.says}" for fault in faults]
        first_own, first_whole = FIRST[part]
        rows.append((part, len(specs), first_own, first_whole, own, whole))
    print("Invented inputs that are right in what they were written for, and in every part that")
    print("is compared; 'first' is before anybody who works on the code had seen them:\n")
    print("| inputs | of | first: own point | first: all | own point | all |")
    print("|---|---|---|---|---|---|")
    rows.append(("together", *(sum(column) for column in list(zip(*rows, strict=True))[1:])))
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |")
    if arguments.faults:
        print("\n" + "\n".join(differing))


if __name__ == "__main__":
    main()
