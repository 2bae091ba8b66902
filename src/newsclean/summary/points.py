"""An article that is a list -> its points: the sub-headings that name them.

"Ten tips", "the best of" and "how to" pieces say in their sub-headings what their first sentences
only promise. A point is a short line of its own with prose below it. Numbered ones are taken by
their numbers; others where the headline says that a list follows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from newsclean import languages
from newsclean.document import Sentence
from newsclean.languages import count_words
from newsclean.summary.choose import is_statement
from newsclean.summary.eligible import eligible
from newsclean.summary.features import Features
from newsclean.summary.length import BESIDE_POINTS
from newsclean.summary.words import stem

LEAST, MOST, MOST_NUMBERED = 3, 10, 20
"""Points of a list: fewer are no list, more are no summary; one that is numbered is shown to its
end, up to twenty."""
_MOST_WORDS, _MOST_WORDS_NUMBERED = 12, 18
"""Words of the longest sub-heading: guesses."""
_TELLING_WORDS = 4
"""Words that the middle one of them has where they say something: a guess."""
_LEAST_LETTERS = 3
"""Letters of the shortest sub-heading."""
_LEAST_SHOUTED = 2
"""Blanks from which a line in capitals is a sub-heading and not the label of a value."""
_PROSE_WORDS = 6
"""Words of the shortest sentence that is prose below a sub-heading: a guess."""
_TEMPLATE_WORDS = 2
"""Words that labels like "Published by ..." begin with alike."""
_LEAST_BARE = 5
"""Numbered lines, one below the other, from which they are the list that the headline promises."""
_MOST_COMMON, _MOST_TOPIC, _LEAST_TOPIC = 0.75, 0.5, 2
"""The share of a sub-heading's words in the headline from which it says that again; and of those
with content, where they are two or more, from which it speaks of the whole and names no part."""
_MOST_CAPITALS = 0.5
"""The share of sub-headings written with capitals from which one without is none: a guess."""
_LEAST_SPAN = {"numbered": 0.15, "plain": 0.35}
"""The share of the article that its points must run through, to be what it is about: a guess."""
_LARGEST_STEP = 2
"""From one number of a run to the next: a run with a gap is seen, and is not shown."""
_MISCOUNTED = 2
"""By how much the number in a headline and that of the sub-headings may differ where it is asked
whether there is a list: some are lost, and an introduction has one too."""
_NUMBERED = re.compile(
    r"(?P<prefix>[^\W\d_]{1,9}\.? |#)?(?P<number>\d{1,2})(?!\d)"
    r"(?(prefix)|(?=[.):、–—-]| [–—-]))(?:[.):、](?!\d)\s?|\s?[–—-]\s|\s)(?=\S)"
)
"""1. ..., 2) ..., #3: ..., Step 4 ..., Day 5 – ...: a number alone is a year, or an amount."""
_NUMBER_ALONE = re.compile(r"#?(?P<number>\d{1,2})[.):]?")
_SCRAP = re.compile(r"[|\t@•]|https?:|www\.|^[-–—*>»]|[?:;,]$|\d{3,}[-./ ]\d{2,}|[$€£]\d")
_PAGE = re.compile(r"(?:https?://|www\.)?[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}(?:/\S*)?")
_CREDIT = re.compile(r"[^\W\d_]{1,20} [^\W\d_]{1,20} / \S+")
_COUNT = re.compile(r"(?<![\d.,])\d{1,2}(?![\d.,%:/-])")
_LETTERED = re.compile(r"[A-Z][.)] ")
_SMALL = re.compile(
    r"\b(?!(?:with|from|your|into|over|than|that|their|this|when|versus|without)\b)"
    r"[a-zß-öø-ÿ][^\W\d_]{3,}"
)
"""A word without a capital that a heading in capitals would write with one."""
_MARKS = "\"'“”„«»‘’"
_WORD = re.compile(r"[^\W_]+")


class _Heading(NamedTuple):
    """A sub-heading: its sentence, and the number that it begins with with the word before it."""

    sentence: int
    text: str
    ordinal: int | None
    prefix: str


def points(
    sentences: Sequence[Sentence], features: Features, language: str, title: str | None
) -> list[int]:
    """The numbers of the sub-headings that name the points of a list; none where it is no list.

    `features` are of the same sentences.
    """
    scraps = features.standing.calls | features.standing.debris
    headings = [
        heading
        for heading in _headings(sentences, language, title or "")
        if heading.sentence not in scraps
    ]
    found = _longest_run(headings)
    kind = "numbered"
    if not found and title:
        parts = _parts(headings, title, language)
        promised = _promises_list(title, len(headings), language)
        if promised and (_promises_items(title, len(headings), language) or _are_telling(parts)):
            found, kind = _longest_sections(parts, len(sentences)), "plain"
    if not _is_complete(found, title or ""):
        return []
    if len(found) < LEAST:
        if title and _promises_list(title, len(headings), language):
            return _bare_list(sentences)
        return []
    spread = found if kind == "numbered" else headings
    if spread[-1].sentence - spread[0].sentence < _LEAST_SPAN[kind] * len(sentences):
        return []
    return [heading.sentence for heading in found[:MOST_NUMBERED]]


def _parts(headings: Sequence[_Heading], title: str, language: str) -> list[_Heading]:
    """The sub-headings without number that name a part, each in the style of most of them.

    One that says the headline's topic again ("Why the best CRM matters") is about the whole; an
    item of a list within a section is not in the capitals of the sub-headings.
    """
    stop = languages.function_words(language)

    def content(text: str) -> frozenset[str]:
        found = map(str.lower, _WORD.findall(text))
        return frozenset(stem(word) for word in found if word not in stop)

    topic = content(title)
    plain = {heading.sentence for heading in headings if _SMALL.search(heading.text)}
    capitals = len(headings) - len(plain) >= _MOST_CAPITALS * len(headings)
    parts = []
    for heading in headings:
        own = content(heading.text)
        again = len(own & topic) >= max(_LEAST_TOPIC, _MOST_TOPIC * len(own))
        odd = capitals and heading.sentence in plain
        if heading.ordinal is None and not (again or odd or _LETTERED.match(heading.text)):
            parts.append(heading)
    return parts


def _bare_list(sentences: Sequence[Sentence]) -> list[int]:
    """The first numbered lines, one below the other, that begin in the first half: they are all."""
    run: list[int] = []
    for number, sentence in enumerate(sentences):
        found = _NUMBERED.match(sentence.text)
        if found and int(found["number"]) == len(run) + 1 and not is_statement(sentence.text):
            run.append(number)
        elif len(run) >= _LEAST_BARE or number > len(sentences) // 2:
            break
        else:
            run = []
    return run[:MOST_NUMBERED] if len(run) >= _LEAST_BARE else []


def _longest_sections(headings: Sequence[_Heading], end: int) -> list[_Heading]:
    """The sub-headings with most below them, as many as there may be points."""
    starts = [*(heading.sentence for heading in headings), end]
    order = sorted(range(len(headings)), key=lambda i: starts[i] - starts[i + 1])
    return [headings[i] for i in sorted(order[:MOST])]


def above(features: Features, first: int) -> tuple[Features, int]:
    """What a summary is chosen from beside points, and how many sentences it has.

    What stands above the `first` point, if that can be in a summary: the rest says something of one
    point alone.
    """
    before = np.arange(len(features.statement)) < first
    if not (features.statement & before).any():
        return features, BESIDE_POINTS
    many = int((eligible(features, BESIDE_POINTS) & before).sum())
    intro = features._replace(statement=features.statement & before)
    return intro, max(1, min(many, BESIDE_POINTS))


def _headings(sentences: Sequence[Sentence], language: str, title: str) -> Iterator[_Heading]:
    """The short lines with prose below that say something of their own."""
    promised = frozenset(map(str.lower, _WORD.findall(title)))
    labels = _labels(sentences)
    seen: set[str] = set()
    for number, line in enumerate(sentences[:-1]):
        before = sentences[number - 1] if number else None
        alone = None
        if before and before.paragraph == line.paragraph:
            alone = _NUMBER_ALONE.fullmatch(before.text)
            if not alone:
                continue
        found = alone or _NUMBERED.match(line.text)
        if sentences[number + 1].paragraph == line.paragraph or not _names_something(
            line.text, language, numbered=found is not None
        ):
            continue
        below = [one for one in sentences[number + 1 : number + 8] if one.text not in labels]
        around = below[:1] if alone or not before else [*below[:1], before]
        if found and any(_NUMBERED.match(one.text) for one in around):
            continue  # a table of contents, or steps within a point
        if not found and not any(map(_is_prose, below[:1])):
            continue
        if not found and number > 1 and not any(_ends(sentences[number - 2 : number])):
            continue  # the last item of a list
        words = frozenset(map(str.lower, _WORD.findall(line.text)))
        if line.text in labels or line.text in seen:
            continue
        if not found and len(words & promised) >= _MOST_COMMON * max(1, len(words)):
            continue
        seen.add(line.text)
        ordinal = int(found["number"]) if found else None
        prefix = "#" if alone else (found["prefix"] or "") if found else ""
        yield _Heading(number, line.text, ordinal, prefix.strip(" .").lower())


def _labels(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Lines that name no point: they come again and again, as "Pros" below every product.

    So do "Published by ..." below one title after the other, and addresses of pages.
    """
    short = [not is_statement(one.text) for one in sentences]
    counts = Counter(one.text for one, is_short in zip(sentences, short, strict=True) if is_short)
    labels = {text for text, count in counts.items() if count > 1 or _PAGE.fullmatch(text)}
    below: dict[tuple[str, ...], list[str]] = {}
    for number in range(1, len(sentences)):
        words = sentences[number].text.split()
        if short[number] and short[number - 1] and len(words) > _TEMPLATE_WORDS:
            below.setdefault(tuple(words[:_TEMPLATE_WORDS]), []).append(sentences[number].text)
    for texts in below.values():
        if len(texts) >= LEAST and not _NUMBERED.match(texts[0]):
            labels.update(texts)
    return frozenset(labels)


def _ends(sentences: Iterable[Sentence]) -> Iterator[bool]:
    return (is_statement(sentence.text) for sentence in sentences)


def _is_prose(sentence: Sentence) -> bool:
    return is_statement(sentence.text) and count_words(sentence.text) >= _PROSE_WORDS


def _names_something(text: str, language: str, *, numbered: bool) -> bool:
    """Whether a line is a sub-heading that names what is below it."""
    number = _NUMBERED.match(text)
    rest = text[number.end() :] if number else text
    if (not numbered and is_statement(text)) or _SCRAP.search(text) or _CREDIT.match(text):
        return False
    first = rest.lstrip(_MARKS)[:1]
    most = _MOST_WORDS_NUMBERED if numbered else _MOST_WORDS
    if not first.isalnum() or first.islower() or count_words(text) > most:
        return False
    if rest.isupper() and rest.count(" ") < _LEAST_SHOUTED:
        return False
    plain = " ".join(_WORD.findall(rest.lower()))
    if len(plain) < _LEAST_LETTERS:
        return False
    rules = _rules(language)
    sides = (" ".join(_WORD.findall(side)) for side in rest.lower().split(": "))
    return rules.empty.isdisjoint(sides) and not plain.startswith(rules.beginnings)


def _longest_run(headings: Sequence[_Heading]) -> list[_Heading]:
    """The numbered sub-headings that count up or down through most of the article."""
    runs: list[list[_Heading]] = []
    for step in (1, -1):
        last: dict[str, list[_Heading]] = {}
        for heading in headings:
            if heading.ordinal is None:
                continue
            run = last.get(heading.prefix)
            if run and 0 < step * (heading.ordinal - (run[-1].ordinal or 0)) <= _LARGEST_STEP:
                run.append(heading)
            else:
                last[heading.prefix] = [heading]
                runs.append(last[heading.prefix])
    long = [run for run in runs if len(run) >= LEAST]
    return max(long, key=lambda run: run[-1].sentence - run[0].sentence, default=[])


def is_numbered(text: str) -> bool:
    """Is a line a numbered sub-heading ("3. Pliers", "Step 2: Sand it")?"""
    return _NUMBERED.match(text) is not None and count_words(text) <= _MOST_WORDS_NUMBERED


def _is_complete(found: Sequence[_Heading], title: str) -> bool:
    """Are there all points? A list without its third tip is no summary: readers call it thin.

    Numbers run from one, or down to it; and there are no fewer points than the headline promises.
    """
    ordinals = sorted(heading.ordinal for heading in found if heading.ordinal is not None)
    if ordinals and (ordinals[0] > 1 or ordinals[-1] - ordinals[0] >= len(ordinals)):
        return False
    many, counts = len(found), {int(count) for count in _COUNT.findall(title)}
    return (
        many < LEAST
        or many in counts
        or not any(many < count <= many + _MISCOUNTED for count in counts)
    )


def _promises_list(title: str, many: int, language: str) -> bool:
    """Whether a headline says that a list follows: "tips", "how to", or how many there are."""
    return _counts(title, many) or bool(_promises(title, language))


def _promises_items(title: str, many: int, language: str) -> bool:
    """Whether what a headline promises are items, and not only "a guide" or "how to"."""
    return _counts(title, many) or not _promises(title, language) <= _rules(language).vague


def _counts(title: str, many: int) -> bool:
    """Whether a headline says how many points there are: about so many."""
    return any(abs(int(count) - many) <= _MISCOUNTED for count in _COUNT.findall(title))


def _promises(title: str, language: str) -> frozenset[str]:
    lower = f" {' '.join(_WORD.findall(title.lower()))} "
    return frozenset(phrase for phrase in _rules(language).titles if phrase in lower)


def _are_telling(headings: Sequence[_Heading]) -> bool:
    """Whether sub-headings say something ("Feed them in March"), or only name a part each.

    Readers call a list of "Art Deco", "Minimalist" and "Rustic furniture" thin.
    """
    words = sorted(count_words(heading.text) for heading in headings)
    return bool(words) and words[len(words) // 2] >= _TELLING_WORDS


class _Rules(NamedTuple):
    """What headlines of lists say, and sub-headings that name nothing."""

    titles: tuple[str, ...]
    vague: frozenset[str]
    """Those of the headlines' words that promise to explain, and no items."""
    empty: frozenset[str]
    beginnings: tuple[str, ...]


@cache
def _rules(language: str) -> _Rules:
    table = languages.read_data("summary/points.json").get(language, {})
    titles = table["titles"].split("|") if table else ()
    vague = table["vague"].split("|") if table else ()
    empty = table["empty"].split("|") if table else ()
    return _Rules(
        titles=tuple(f" {phrase} " for phrase in titles),
        vague=frozenset(f" {phrase} " for phrase in vague),
        empty=frozenset(empty),
        beginnings=tuple(phrase[:-1] for phrase in empty if phrase.endswith("*")),
    )
