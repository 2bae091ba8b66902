"""Are the words in the right mouth? Quotes of 480 articles as readers judged them.

The labels (`labels/speakers.jsonl`) are spans of the page's body: who says each quote, by the
fullest name that the article gives, in what role, and which of them are no quotes at all. The
readers saw what newsclean had found, so a quote that it missed is known only where they noted it.
`quotes.py` prints the table; the rows of the half that was never looked at stand apart.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import newsclean
from newsclean.document import Quote
from newsclean.training.quotes.attribution import judged_by_readers
from newsclean.training.quotes.speakers import alike, match, parts

LABELS = Path(__file__).parent / "labels" / "speakers.jsonl"
HALVES = {
    "looked at": ("Q0", "Q2", "Q4", "Q6", "Q8"),
    "never looked at": ("Q1", "Q3", "Q5", "Q7", "Q9"),
}
HEADER = """\
| articles | right | with no quotes | given | whole name | no quotes | missed | roles | keys right \
| keys wrong | keys worth | pages with all voices | pages right |
|---|---|---|---|---|---|---|---|---|---|---|---|---|"""
EXPLAINED = """\
"right": of the speakers given, those that are right; "with no quotes" counts those as wrong that
are given to what is no quote. "given": of the quotes whose speaker the article tells, those with
the right one. "no quotes": of the stretches that are none, those taken for quotes. "missed": of
the quotes that had been missed, those found now. "keys wrong": key quotes with a wrong speaker.
"pages with all voices": of the pages on which somebody with a name says a statement of five words,
those that show the one who says most and one more as far as there is one, as key quotes; "pages
right": those of them without a key quote that is wrong. How sure speakers are was learned from
these articles: `newsclean.training.quotes.speakers` prints what holds for other domains.
"""
_MIN_WORDS = 5


def judged(
    article: dict[str, Any], quotes: list[Quote]
) -> Iterator[tuple[dict[str, Any], Quote | None]]:
    """Each labelled stretch with the quote found there, None for none."""
    for label in article["quotes"]:
        best = match(label, quotes)
        yield label, None if best is None else quotes[best]
    for start in article["missed"]:
        hit = next((one for one in quotes if one.start - 2 <= start < one.end), None)
        yield {"missed": start}, hit


def verdicts(label: dict[str, Any], quote: Quote | None, text: str) -> list[str]:
    """What a found quote, or none, is against its label: names of what is counted."""
    if "missed" in label:
        return ["missed", *(["missed found"] if quote else [])]
    if not label["quote"]:
        found = ["none"]
        if quote is not None:
            found += ["none found", *(["none given"] if quote.speaker else [])]
            found += ["key", "key none"] if quote.key else []
        return found
    right = label["speaker"]
    found = ["quote", *(["told"] if right else [])]
    if quote is None:
        return [*found, "lost"]
    how = alike(quote.speaker, label) if quote.speaker else ""
    if quote.speaker:
        found += ["given", *([how, "right"] if how else ["wrong"])]
    if quote.role and "role" in label:
        span = label["role"]
        same = span and parts(quote.role) == parts(text[slice(*span)])
        found += ["role", "role right" if same else "role odd"]
    elif quote.role and label.get("odd"):
        found += ["role", "role odd"]
    if quote.key:
        found += ["key", "key right" if how or not quote.speaker else "key wrong"]
        if "worth" in label:
            found += ["key told", *(["key worth"] if label["worth"] else [])]
    return found


def page_verdicts(article: dict[str, Any], quotes: list[Quote], text: str) -> list[str]:
    """What the key quotes of a page are to its reader; nothing where nobody with a name speaks."""
    voices: Counter[str] = Counter()
    shown: set[str] = set()
    wrong = False
    for label, quote in judged(article, quotes):
        if "missed" in label:
            continue
        who = label["speaker"] or ""
        right = bool(quote and quote.speaker and alike(quote.speaker, label))
        wrong = wrong or bool(quote and quote.key and quote.speaker and not right)
        said = text[label["start"] : label["end"]].strip()
        size = len(said.split()) if article["lang"] not in ("ja", "zh") else len(said) // 2
        named = bool(who) and not who[0].islower() and not said[:1].islower()
        if label["quote"] and named and size >= _MIN_WORDS:
            voices[who] += 1
            if right and quote and quote.key:
                shown.add(who)
    if not voices:
        return []
    most = {who for who in voices if voices[who] == max(voices.values())}
    covered = len(shown) >= min(2, len(voices)) and not shown.isdisjoint(most)
    found = ["page", *(["page covered"] if covered else [])]
    return [*found, "page right"] if covered and not wrong else found


def counts(shared: Path, sets: tuple[str, ...], *, lines: bool = False) -> Counter[str]:
    """Counts over the labelled articles of some sets; `lines` prints each that is not right."""
    found: Counter[str] = Counter()
    for article, text in judged_by_readers(shared, LABELS):
        if article["set"] not in sets:
            continue
        found["articles"] += 1
        quotes = list(newsclean.digest(text, clean=False).quotes)
        found.update(page_verdicts(article, quotes, text))
        for number, (label, quote) in enumerate(judged(article, quotes)):
            kinds = verdicts(label, quote, text)
            found.update(kinds)
            if lines and (bad := _faults(kinds)):
                _show(article, number, label, quote, bad)
        found["found"] += len(quotes)
    return found


def _faults(kinds: list[str]) -> list[str]:
    bad = {"wrong", "lost", "half", "none found", "role odd", "key wrong", "key none"}
    found = [kind for kind in kinds if kind in bad]
    if "told" in kinds and "given" not in kinds and "lost" not in kinds:
        found.append("not given")
    if "key told" in kinds and "key worth" not in kinds:
        found.append("key not worth")
    if "missed" in kinds and "missed found" not in kinds:
        found.append("missed")
    return found


def _show(
    article: dict[str, Any], number: int, label: dict[str, Any], quote: Quote | None, bad: list[str]
) -> None:
    start, end = label.get("start", label.get("missed")), label.get("end")
    said = (quote.speaker, quote.role, quote.rule, quote.attribution) if quote else None
    print(
        article["set"], article["id"], number, f"{start}-{end}", "+".join(bad),
        "| right:", label.get("speaker"), label.get("role"), "| found:", said, file=sys.stderr,
    )  # fmt: skip


def row(found: Counter[str]) -> str:
    """The figures of one half as a row of the table."""

    def share(part: str, *whole: str) -> str:
        return f"{found[part] / max(1, sum(found[one] for one in whole)):.3f}"

    values = (
        share("right", "given"),
        share("right", "given", "none given"),
        share("right", "told"),
        share("whole", "right"),
        f"{share('none found', 'none')} ({found['none found']} of {found['none']})",
        f"{found['missed found']} of {found['missed']}",
        f"{share('role right', 'role')} of {found['role']}",
        f"{share('key right', 'key')} of {found['key']}",
        str(found["key wrong"] + found["key none"]),
        share("key worth", "key told"),
        f"{share('page covered', 'page')} of {found['page']}",
        share("page right", "page"),
    )
    return " | ".join((str(found["articles"]), *values))


def table(shared: Path) -> None:
    """Prints the table of both halves."""
    print("## Speakers, as readers judged them: 480 articles\n\n" + EXPLAINED + "\n" + HEADER)
    for name, sets in HALVES.items():
        print(f"| {name}: {row(counts(shared, sets))} |")
