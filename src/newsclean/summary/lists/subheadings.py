"""Sentences -> the short lines among them that are sub-headings with prose below.

Numbered ones are told by their numbers; of the others only those that say something of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsclean.document import Sentence
from newsclean.languages import count_words
from newsclean.patterns import lazy_regex
from newsclean.summary.choose import is_statement
from newsclean.summary.lists.promises import rules
from newsclean.summary.lists.unheaded import LEAST, content

if TYPE_CHECKING:
    import re

_MOST_WORDS, _MOST_WORDS_NUMBERED = 12, 18
"""Words of the longest sub-heading: guesses."""
_LEAST_LETTERS = 3
"""Letters of the shortest sub-heading."""
_LEAST_SHOUTED = 2
"""Blanks from which a line in capitals is a sub-heading and not the label of a value."""
_PROSE_WORDS = 6
"""Words of the shortest sentence that is prose below a sub-heading: a guess."""
_TEMPLATE_WORDS = 2
"""Words that labels like "Published by ..." begin with alike."""
_MOST_COMMON, _MOST_TOPIC, _LEAST_TOPIC = 0.75, 0.5, 2
"""The share of a sub-heading's words in the headline from which it says that again; and of those
with content, where they are two or more, from which it speaks of the whole and names no part."""
_MOST_CAPITALS = 0.5
"""The share of sub-headings written with capitals from which one without is none: a guess."""
_LARGEST_STEP = 4
"""From one number of a run to the next: a run with a gap is seen, and is not shown."""
_MOST_OPEN = 4
"""Runs of numbers within one another that are gone on with: a guess, and a bound on the time."""
NUMBERED = lazy_regex(
    r"(?P<prefix>[^\W\d_]{1,12}+\.? #?|#)?(?P<number>\d{1,2})(?!\d)"
    r"(?(prefix)|(?=[.):、–—-]| [–—-]))(?:[.):、](?!\d)\s?|\s?[–—-]\s|\s)(?=\S)"
)
"""1. ..., 2) ..., #3: ..., Step 4 ..., Day 5 – ...: a number alone is a year, or an amount."""
_NUMBER_ALONE = lazy_regex(r"#?(?P<number>\d{1,2})[.):]?")
_SCRAP = lazy_regex(r"[|\t@•]|https?:|www\.|^[-–—*>»]|[?:;,]$|\d{3}[-./ ]\d{2}|[$€£]\d")
_PAGE = lazy_regex(r"(?:https?://|www\.)?[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}(?:/\S*)?")
_CREDIT = lazy_regex(
    r"[^\W\d_]{1,20} [^\W\d_]{1,20}(?: / \S+"
    r"|, (?:[^\W\d_]{2,20} ){0,3}(?:Editor|Writer|Reviewer|Contributor|Author|Redakteur(?:in)?)$)"
)
"""Whose picture, or whose words, are next to it: "Ann Holm, Senior Editor"."""
_SMALL = lazy_regex(
    r"\b(?!(?:with|from|your|into|over|than|that|their|this|when|versus|without)\b)"
    r"[a-zß-öø-ÿ][^\W\d_]{3,}"
)
"""A word without a capital that a heading in capitals would write with one."""
_MARKS = "\"'“”„«»‘’"
_WORD = lazy_regex(r"[^\W_]+")


class Heading(NamedTuple):
    """A sub-heading: its sentence, and the number that it begins with with the word before it."""

    sentence: int
    text: str
    ordinal: int | None
    prefix: str


def headings(
    sentences: Sequence[Sentence], language: str, title: str, *, numbered: bool = False
) -> Iterator[Heading]:
    """The short lines with prose below that say something of their own; `numbered` ones alone."""
    promised = frozenset(map(str.lower, _WORD.findall(title)))
    labels: frozenset[str] | None = None
    for number, line in enumerate(sentences[:-1]):
        if sentences[number + 1].paragraph == line.paragraph:
            continue
        before = sentences[number - 1] if number else None
        alone = None
        if before and before.paragraph == line.paragraph:
            alone = _NUMBER_ALONE.fullmatch(before.text)
            if not alone:
                continue
        own = NUMBERED.match(line.text)
        found = alone or own
        if numbered and not found:
            continue
        if not _names_something(line.text, own, language, numbered=found is not None):
            continue
        labels = _labels(sentences) if labels is None else labels  # few articles have any
        below = [one for one in sentences[number + 1 : number + 8] if one.text not in labels]
        around = below[:1] if alone or not before else [*below[:1], before]
        if found and any(NUMBERED.match(one.text) for one in around):
            continue  # a table of contents, or steps within a point
        if not found and not any(map(_is_prose, below[:1])):
            continue
        if not found and number > 1 and not any(_ends(sentences[number - 2 : number])):
            continue  # the last item of a list
        words = frozenset(map(str.lower, _WORD.findall(line.text)))
        if line.text in labels:
            continue
        if not found and len(words & promised) >= _MOST_COMMON * max(1, len(words)):
            continue
        ordinal = int(found["number"]) if found else None
        prefix = "#" if alone else (found["prefix"] or "") if found else ""
        yield Heading(number, line.text, ordinal, prefix.strip(" .").lower())


def marked_headings(
    sentences: Sequence[Sentence], marked: Collection[int], language: str, title: str
) -> list[Heading]:
    """The sub-headings that the page marks as such, without those that name nothing of their own.

    `marked` are the numbers of their paragraphs. A page knows its sub-headings better than their
    shape tells: "R", "a16z", "$33k Spatula".
    """
    promised = frozenset(map(str.lower, _WORD.findall(title)))
    labels, empty = _labels(sentences), rules(language)
    found, paragraph = [], -1
    for number, line in enumerate(sentences):
        first, paragraph = line.paragraph != paragraph, line.paragraph
        if not first or paragraph not in marked or line.text in labels or line.text.endswith("?"):
            continue
        plain = " ".join(_WORD.findall(line.text.lower()))
        if plain in empty.empty or plain.startswith(empty.beginnings):
            continue
        words = frozenset(plain.split())
        if len(words & promised) < _MOST_COMMON * max(1, len(words)):
            found.append(Heading(number, line.text, None, ""))
    openings = Counter(heading.text.split(": ")[0] for heading in found)
    return [heading for heading in found if openings[heading.text.split(": ")[0]] == 1]


def _labels(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Lines that name no point: they come again and again, as "Pros" below every product.

    So do "Published by ..." below one title after the other, and addresses of pages.
    """
    short = [not is_statement(one.text) for one in sentences]
    counts = Counter(one.text for one, is_short in zip(sentences, short, strict=True) if is_short)
    labels = {text for text, count in counts.items() if count > 1 or _PAGE.fullmatch(text)}
    below: dict[tuple[str, ...], list[str]] = {}
    for number in range(1, len(sentences)):
        if not (short[number] and short[number - 1]):
            continue
        words = sentences[number].text.split()
        if len(words) > _TEMPLATE_WORDS:
            below.setdefault(tuple(words[:_TEMPLATE_WORDS]), []).append(sentences[number].text)
    for texts in below.values():
        if len(texts) >= LEAST and not NUMBERED.match(texts[0]):
            labels.update(texts)
    return frozenset(labels)


def _ends(sentences: Iterable[Sentence]) -> Iterator[bool]:
    return (is_statement(sentence.text) for sentence in sentences)


def _is_prose(sentence: Sentence) -> bool:
    return is_statement(sentence.text) and count_words(sentence.text) >= _PROSE_WORDS


def _names_something(
    text: str, number: re.Match[str] | None, language: str, *, numbered: bool
) -> bool:
    """Whether a line is a sub-heading that names what is below it; `number` is what it opens on."""
    rest = text[number.end() :] if number else text
    if not numbered and is_statement(text):
        return False
    first = rest.lstrip(_MARKS)[:1]
    most = _MOST_WORDS_NUMBERED if numbered else _MOST_WORDS
    if not first.isalnum() or first.islower() or count_words(text) > most:
        return False
    if _SCRAP.search(text) or _CREDIT.match(text):
        return False
    if rest.isupper() and rest.count(" ") < _LEAST_SHOUTED:
        return False
    plain = " ".join(_WORD.findall(rest.lower()))
    if len(plain) < _LEAST_LETTERS:
        return False
    known = rules(language)
    sides = (" ".join(_WORD.findall(side)) for side in rest.lower().split(": "))
    return known.empty.isdisjoint(sides) and not plain.startswith(known.beginnings)


def longest_run(headings: Sequence[Heading]) -> list[Heading]:
    """The numbered sub-headings that count up or down through most of the article."""
    numbered: dict[str, list[Heading]] = {}
    for heading in headings:
        if heading.ordinal is not None:
            numbered.setdefault(heading.prefix, []).append(heading)
    runs = [run for alike in numbered.values() for step in (1, -1) for run in _runs(alike, step)]
    long = [run for run in runs if len(run) >= LEAST]
    return max(long, key=lambda run: run[-1].sentence - run[0].sentence, default=[])


def _runs(headings: Sequence[Heading], step: int) -> list[list[Heading]]:
    """The runs of numbers; one may stand within a point of another, as "1. Oak" below "1. Wood".

    A number goes on with the innermost run that it follows, else with one that lacks a few.
    """
    runs: list[list[Heading]] = []
    open_runs: list[list[Heading]] = []
    for heading in headings:
        gaps = [step * ((heading.ordinal or 0) - (run[-1].ordinal or 0)) for run in open_runs]
        near = [(gap > 1, -depth) for depth, gap in enumerate(gaps) if 0 < gap <= _LARGEST_STEP]
        if near:
            del open_runs[1 - min(near)[1] :]
            open_runs[-1].append(heading)
            continue
        open_runs.append([heading])
        runs.append(open_runs[-1])
        if len(open_runs) > _MOST_OPEN:
            del open_runs[-2]
    return runs


def completed(run: Sequence[Heading], sentences: Sequence[Sentence]) -> list[Heading]:
    """A run with the lines of its missing numbers: "13. H&M", "22. R", "6. edX".

    Alone they would not pass for sub-headings; between "12." and "14." they do, and behind "12."
    where no other list begins before them.
    """
    if not run:
        return []
    found = {heading.ordinal: heading for heading in run}
    begins = 0
    step = 1 if (run[-1].ordinal or 0) > (run[0].ordinal or 0) else -1
    for number in range(1, len(sentences) - 1):
        line = sentences[number]
        numbered = NUMBERED.match(line.text)
        if not numbered or sentences[number - 1].paragraph == line.paragraph:
            continue
        ordinal = int(numbered["number"])
        begins = number if ordinal == 1 else begins
        prefix = (numbered["prefix"] or "").strip(" .").lower()
        before, after = found.get(ordinal - step), found.get(ordinal + step)
        if (
            ordinal in found
            or prefix != run[0].prefix
            or not (before or after)
            or (before and before.sentence > number)
            or (before and not after and before.sentence < begins)
            or (after and after.sentence < number)
            or count_words(line.text) > _MOST_WORDS_NUMBERED
            or line.text.endswith("?") != run[0].text.endswith("?")
        ):
            continue
        found[ordinal] = Heading(number, line.text, ordinal, prefix)
    return sorted(found.values(), key=lambda heading: heading.sentence)


def is_numbered(text: str) -> bool:
    """Is a line a numbered sub-heading ("3. Pliers", "Step 2: Sand it")?"""
    return NUMBERED.match(text) is not None and count_words(text) <= _MOST_WORDS_NUMBERED


def parts(headings: Sequence[Heading], title: str, language: str) -> list[Heading]:
    """The sub-headings without number that name a part, each in the style of most of them.

    One that says the headline's topic again ("Why the best CRM matters") is about the whole; an
    item of a list within a section is not in the capitals of the sub-headings.
    """
    topic = content(title, language)
    plain = {heading.sentence for heading in headings if _SMALL.search(heading.text)}
    capitals = len(headings) - len(plain) >= _MOST_CAPITALS * len(headings)
    parts = []
    for heading in headings:
        own = content(heading.text, language)
        again = len(own & topic) >= max(_LEAST_TOPIC, _MOST_TOPIC * len(own))
        odd = capitals and heading.sentence in plain
        if heading.ordinal is None and not (again or odd):
            parts.append(heading)
    return parts
