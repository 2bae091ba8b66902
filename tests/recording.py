"""Whole decisions on invented inputs, as text that a reviewer reads: what `tests/recorded/` holds.

    python tests/recording.py [NAME ...]        # make them again, all or those named so
    python tests/recording.py --shaky           # name those that hang on a bound by a hair

`recorded/articles/` are articles already, `recorded/pages/` are cleaned first, of `recorded/lines/`
each line is read alone, in the language that the name begins with, of `files/` what is read out of
them, and what is read otherwise when a line is left out; beside each input stands its digest,
`NAME.digest`. Below "numbers" there are shares of a thousand: a test lets them
differ by a little, as processors and versions of libraries do, and compares all else as it stands.

Of the small pages of `benchmarks/variants/`, whose right values stand there, `variants.jsonl` has
a hash for each part of the digest: a change shows which part, not what.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from unittest.mock import patch

import numpy as np

import recording_documents
import recording_prose
import recording_quotes
import recording_rules
from newsclean import pipeline, weights_file
from newsclean.cleaning.judge import judge
from newsclean.cleaning.model import markup_network, text_network
from newsclean.document import Digest, Field, Metadata, Quote
from newsclean.errors import NewscleanError
from newsclean.options import Options
from newsclean.sources import read
from newsclean.summary.ranking import readers
from recording_lines import facts

FOLDER = Path(__file__).parent / "recorded"
SAMPLES = Path(__file__).parents[1] / "samples"
SUFFIX = ".digest"
_ELSEWHERE = (SAMPLES, FOLDER.parent / "cases" / "exports", FOLDER.parent / "cases" / "files")
"""These are recorded where they stand."""
_NOT_THE_SAME = (".pdf", ".json", ".svg")
"""What is read out of a PDF hangs on the version of a library; the others are no inputs."""
_PACKED = (".docx", ".epub")
"""These have no lines of their own."""
READY, PAGES, LINES = "articles", "pages", "lines"
"""The folders of inputs that are articles already, of pages, and of single lines."""
FILES = ("exports", "files")
"""The folders of files of which only what is read out of them is recorded."""
VARIANTS = Path(__file__).parent / "benchmarks" / "variants"
OUTLINES = FOLDER / "variants.jsonl"
NUMBERS = "numbers"
TOLERANCE, _PRECISION = 3, 1e-5
"""So many thousandths a number may differ, and such a share of it: versions of libraries and kinds
of processors make less than a tenth of that."""
_DECIMAL = re.compile(r"-?\d+\.\d\d\b")
_LAST_DIGIT = 0.0101
_PARTS, _GOLDEN = 5, 0.6180339887
"""So many numbers stand for a row of sums, each of whose members has a weight of its own."""
_FIRST_CHARS, _LAST_CHARS = 44, 16
_HAIR, _TRIES = 1e-4, 3
"""By what share weights are changed to see what hangs on them, and how often."""


def inputs() -> list[Path]:
    """Every recorded input, in order."""
    known = (path for path in FOLDER.glob("*/*") if path.suffix != SUFFIX)
    files = (path for folder in _ELSEWHERE for path in folder.iterdir())
    listed = (path for path in files if path.suffix not in _NOT_THE_SAME)
    return sorted([*known, *listed])


def digest_of(path: Path) -> Path:
    """Where the digest of an input is recorded."""
    return FOLDER / path.parent.name / f"{path.name}{SUFFIX}"


def variants() -> list[Path]:
    """The small pages whose parts are recorded as hashes, in order."""
    return sorted(path for path in VARIANTS.glob("*/*") if path.name != "spec.json")


def outlines() -> dict[str, dict[str, str]]:
    """What is recorded of the variants: name -> part of the digest -> its hash."""
    lines = OUTLINES.read_text(encoding="utf-8").splitlines() if OUTLINES.exists() else []
    return dict(map(json.loads, lines))


def name_of(path: Path) -> str:
    """What a variant is called."""
    return f"{path.parent.name}/{path.name}"


def outline(path: Path) -> dict[str, str]:
    """Each part of what newsclean decides on an input, as a hash."""
    try:
        document = read.from_bytes(path.read_bytes(), path.name)
        lines = _told(pipeline.digest_document(document, Options(), pipeline.EVERYTHING))
    except NewscleanError as refused:
        return {"refused": _refused(refused)}
    whole = "\n".join(["fields", *lines])
    parts = (part.partition("\n") for part in _DECIMAL.sub("#", whole).split("\n\n"))
    return {head: hashlib.sha256(rest.encode()).hexdigest()[:8] for head, _, rest in parts}


def record(path: Path) -> str:
    """What newsclean decides on an input, a line each."""
    if path.parent.name == LINES:
        return _of_lines(path)
    if path.parent.name in FILES:
        told = [*recording_documents.decided(path)]
        if path.suffix not in _PACKED:
            told += ["\nlines left out", *recording_documents.left_out(path)]
        return "\n".join(told) + "\n"
    try:
        document = read.from_bytes(path.read_bytes(), path.name)
    except NewscleanError as refused:
        return _refused(refused)
    ready = path.parent.name == READY
    options = Options(clean=not ready, indirect=ready)
    lines, numbers = [], []
    try:
        digest = pipeline.digest_document(document, options, pipeline.EVERYTHING)
    except NewscleanError as refused:
        lines = [_refused(refused)]
    else:
        lines = _told(digest)
        numbers = list(_numbers(digest))
        if digest.sentences:
            asked = digest.sentences, digest.language, digest.title
            spans = [(each.start, each.end) for each in digest.article.paragraphs]
            flow, code = digest.article.flow, digest.language
            told = recording_quotes.decided(flow, code, spans, digest.sentences, digest.title)
            lines += ["\npeople and quotes", *told]
            lines += ["\nwhat is said, apart", *recording_quotes.apart(flow, code)]
            lines += ["\nrules of the summary", *recording_prose.decided(*asked)]
            numbers += _rows(recording_prose.read(*asked))
    if document.tree is not None:
        lines += ["\ndocument", *recording_documents.told(document)]
    if not ready:
        try:
            page = recording_rules.choice(document)
            lines += ["\nrules of cleaning", *recording_rules.decided(page)]
            numbers += _rows(recording_rules.read(page))
        except NewscleanError as refused:
            lines.append(_refused(refused))
    return "\n".join([*lines, f"\n{NUMBERS}", *numbers]) + "\n"


def _told(digest: Digest) -> list[str]:
    return [*_known(digest), *_body(digest), *_quotes(digest), *_summary(digest)]


def _refused(error: NewscleanError) -> str:
    return f"refused: {_steady(str(error))}"


def _rows(named: Iterable[tuple[str, Iterable[float]]]) -> list[str]:
    return [_row(name.replace(" ", "-"), _folded(list(numbers))) for name, numbers in named]


def _folded(numbers: list[float]) -> Iterator[float]:
    """A few numbers in which each of many shows."""
    for part in range(min(_PARTS, len(numbers))):
        own = numbers[part::_PARTS]
        yield sum((1 + at * _GOLDEN % 1) * float(one) for at, one in enumerate(own))


def _of_lines(path: Path) -> str:
    code = path.name[:2]
    told = []
    for line in path.read_text(encoding="utf-8").splitlines():
        told += [line, *(f"  {fact}" for fact in facts(line, code))]
    return "\n".join(told) + "\n"


def difference(recorded: str, now: str) -> str:
    """What has changed of a record, as a diff; empty where nothing has."""
    (old, old_numbers), (new, new_numbers) = _parted(recorded), _parted(now)
    if _same(old, new) and _alike(old_numbers, new_numbers):
        return ""
    shown = difflib.unified_diff(recorded.splitlines(), now.splitlines(), n=1, lineterm="")
    return "\n".join(shown)


def _same(old: str, new: str) -> bool:
    """Whether two records are alike but for the last digit of a decimal.

    From Python 3.12 on `sum` adds floats up more exactly, and a half is rounded the other way.
    """
    if old == new:
        return True
    if _DECIMAL.sub("#", old) != _DECIMAL.sub("#", new):
        return False
    pairs = zip(_DECIMAL.findall(old), _DECIMAL.findall(new), strict=True)
    return all(abs(float(one) - float(other)) < _LAST_DIGIT for one, other in pairs)


def _parted(text: str) -> tuple[str, list[list[str]]]:
    words, _, numbers = text.partition(f"\n{NUMBERS}\n")
    return words, [line.split() for line in numbers.splitlines()]


def _alike(old: list[list[str]], new: list[list[str]]) -> bool:
    if [(line[0], len(line)) for line in old] != [(line[0], len(line)) for line in new]:
        return False
    return all(
        abs(int(one) - int(other)) <= TOLERANCE + _PRECISION * abs(int(one))
        for before, after in zip(old, new, strict=True)
        for one, other in zip(before[1:], after[1:], strict=True)
    )


def _known(digest: Digest) -> Iterator[str]:
    """The language, the fields and their runners-up."""
    article = digest.article
    yield f"kind: {digest.document.kind}, {digest.document.encoding}"
    yield f"language: {article.language}"
    yield f"words: {article.words_read} read, {article.words_kept} kept"
    for each in fields(Metadata):
        field = getattr(article.metadata, each.name)
        if field is not None:
            yield f"{each.name}: {_field(field)}"
            yield from (f"  or {_field(other)}" for other in field.runners_up)
    yield from (f"note: {_steady(note)}" for note in digest.notes)


def _field(field: Field) -> str:
    place = "" if field.start is None else f", {field.start}-{field.end}"
    return f"{field.value} ({field.origin}{place})"


def _body(digest: Digest) -> Iterator[str]:
    yield "\nkept"
    for each in digest.article.paragraphs:
        yield f"{each.start}-{each.end} {each.kind}: {_short(each.text)}"
    yield "\nremoved"
    for gone in digest.article.removals:
        yield f"{gone.reason}, {_steady(gone.evidence)}: {_short(gone.text)}"
    yield "\nsentences"
    for number in range(len(digest.article.paragraphs)):
        spans = [f"{one.start}-{one.end}" for one in digest.sentences if one.paragraph == number]
        yield " ".join(spans)


def _quotes(digest: Digest) -> Iterator[str]:
    yield "\nquotes"
    for each in digest.quotes:
        key = "" if each.key is None else f" key {each.key}"
        again = " continues" if each.continues else ""
        yield f"{each.start}-{each.end} {each.kind}{again}{key}: {_short(each.text)}"
        if each.statement is not None:
            yield f"  printed: {each.statement}"
        yield f"  {_speaker(each)}"
        yield f"  {each.rule}; {each.cue}; {_steady(str(each.attribution))}"


def _speaker(quote: Quote) -> str:
    if quote.speaker is None:
        return "nobody"
    role = f", {quote.role}" if quote.role else ""
    return f"{quote.speaker}{role} ({quote.speaker_start}-{quote.speaker_end})"


def _summary(digest: Digest) -> Iterator[str]:
    yield "\nsummary"
    for each in digest.summary.sentences:
        point = " point" if each.point else ""
        left = "".join(f" [without {_short(part)}]" for part in each.left_out)
        yield f"{each.rank}{point}: {each.text}{left}"
    order = sorted(digest.summary.scores, key=lambda one: one.start)
    yield "ranks: " + " ".join(str(one.rank) for one in order)


def _numbers(digest: Digest) -> Iterator[str]:
    """Confidences and scores in thousandths."""
    article = digest.article
    yield _row("kept", (each.confidence for each in article.paragraphs))
    yield _row("removed", (each.confidence for each in article.removals))
    yield _row("sure", (each.confidence for each in digest.quotes))
    yield _row("key", (each.score for each in digest.quotes))
    order = sorted(digest.summary.scores, key=lambda one: one.start)
    yield _row("scores", (each.score for each in order))


def _row(name: str, numbers: Iterable[float]) -> str:
    return " ".join([name, *(str(round(1000 * float(number))) for number in numbers)])


def _steady(evidence: str) -> str:
    """Evidence without probabilities."""
    return re.sub(r"\b\d\.\d+", "#", evidence)


def _short(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= _FIRST_CHARS + _LAST_CHARS + 1:
        return text
    return f"{text[:_FIRST_CHARS].rstrip()}…{text[-_LAST_CHARS:].lstrip()}"


def shaky(seed: int, paths: Iterable[Path]) -> Iterator[Path]:
    """The inputs on which networks whose weights are off by a hair decide otherwise."""
    noise = np.random.default_rng(seed)
    as_shipped = weights_file.loads

    def jittered(
        magic: bytes, data: bytes
    ) -> tuple[weights_file.Arrays, list[weights_file.Arrays]]:
        shared, nets = as_shipped(magic, data)
        for arrays in nets:
            for name, value in arrays.items():
                if isinstance(value, np.ndarray) and value.dtype.kind == "f":
                    by = 1 + _HAIR * noise.standard_normal(value.shape)
                    arrays[name] = (value * by).astype(np.float32)
        return shared, nets

    with patch.object(weights_file, "loads", jittered):
        for load in (text_network.load, markup_network.load, judge.load, readers.loaded):
            load.cache_clear()
        for path in paths:
            recorded = digest_of(path).read_text(encoding="utf-8")
            if _parted(recorded)[0] != _parted(record(path))[0]:
                yield path


def parts_changed(old: dict[str, str], new: dict[str, str]) -> list[str]:
    """The parts of a digest whose hashes differ."""
    return [part for part in {**old, **new} if old.get(part) != new.get(part)]


def main() -> None:
    """Make the records again, or look for shaky ones."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("names", nargs="*", help="parts of names; all without any")
    parser.add_argument("--shaky", action="store_true", help="name those that hang on a hair")
    arguments = parser.parse_args()
    chosen = arguments.names
    if arguments.shaky:
        found = {path for seed in range(_TRIES) for path in shaky(seed, inputs())}
        sys.stdout.writelines(f"{path.relative_to(FOLDER)}\n" for path in sorted(found))
        return
    changed = 0
    for path in inputs():
        if chosen and not any(name in path.name for name in chosen):
            continue
        now, place = record(path), digest_of(path)
        if not place.exists() or difference(place.read_text(encoding="utf-8"), now):
            place.parent.mkdir(exist_ok=True)
            place.write_text(now, encoding="utf-8")
            changed += 1
            sys.stdout.write(f"{place.relative_to(FOLDER)}\n")
    known, new = outlines(), {}
    for path in variants():
        name = name_of(path)
        asked = name not in known or not chosen or any(part in name for part in chosen)
        new[name] = outline(path) if asked else known[name]
        if differing := parts_changed(known.get(name, {}), new[name]):
            sys.stdout.write(f"{name}: {', '.join(differing)}\n")
    text = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in new.items())
    OUTLINES.write_text(text, encoding="utf-8")
    for place in set(FOLDER.glob(f"*/*{SUFFIX}")).difference(map(digest_of, inputs())):
        place.unlink()
    sys.stdout.write(f"{changed} made; look at the diff\n")


if __name__ == "__main__":
    main()
