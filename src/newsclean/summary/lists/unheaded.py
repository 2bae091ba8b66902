"""An article that is a list without sub-headings -> its points.

Items are paragraphs that begin with a label ("Better sleep: Meditation shortens ...") or a bullet.
They are points where there are as many as the headline says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from newsclean import languages
from newsclean.document import Sentence
from newsclean.languages import count_words
from newsclean.patterns import lazy_regex
from newsclean.summary.choose import is_statement
from newsclean.summary.text.words import stem

LEAST = 3
"""Points of a list: fewer are no list."""
_BULLETS = "-–—•*·●▪►✓✔"
_BULLET = lazy_regex(rf"[{_BULLETS}] ?(?=\w|[\"“„«‘(])")
_LABEL = lazy_regex(r"(?P<label>[^\W\d_a-z][^.!?:;|]{1,58}): (?=[^\W\d_a-z]|[\"“„«‘'])")
_LABEL_WORDS = 7
_GAP = {"label": 4, "bullet": 1}
"""Paragraphs from one item to the next, at most."""
_WHOLE_WORDS, _ITEM_WORDS = 26, 30
"""Words up to which an item of a list is printed with what it says (the median), and those of one
that is printed to its end: guesses."""
_WHOLE_ITEMS = 8
_CLAUSE = lazy_regex(r"(?<=\w)(?: [–—-] |[;:] |, (?=which|so |and |but |as ))")
_CLAUSE_WORDS = 4
_LEAST_LABEL_WORDS = 6
"""Words of the middle one of some items with labels that are no table: "Website: ...": a guess."""
_CODE = lazy_regex(r"[{}\\]|\w_\w|\w\(\w*\)|[=<>]{2}|https?:|www\.")
_WORD = lazy_regex(r"[^\W_]+")


class Point(NamedTuple):
    """A point of a list: a sentence, what of its text is printed, and the sentence that says it.

    `end` is None where it is printed to its end.
    """

    number: int
    start: int = 0
    end: int | None = None

    def moved(self, by: int) -> Point:
        """The same in an article with so many sentences more in front."""
        return self._replace(number=self.number + by)


class _Item(NamedTuple):
    """A paragraph that may be an item: its first sentence, and where its text and label end."""

    number: int
    paragraph: int
    kind: str
    start: int
    label_end: int | None
    words: int


def items(
    sentences: Sequence[Sentence],
    language: str,
    title: str,
    counts: Sequence[int],
    leans: Callable[[int], bool],
) -> list[Point]:
    """The points of the list of which a headline says the number; none where there is no such list.

    `counts` are the numbers of points that the headline may speak of; `leans` says of a sentence
    whether it needs the one before it.
    """
    runs = [
        run
        for run in _runs(list(_items(sentences)))
        if len(run) in counts
        and _says(sentences, run)
        and not any(leans(item.number) for item in run)
    ]
    topic = content(title, language)

    def common(run: Sequence[_Item]) -> int:
        return len(content(_intro(sentences, run[0].number), language) & topic)

    return _shown(sentences, max(runs, key=common)) if runs else []


def content(text: str, language: str) -> frozenset[str]:
    """The stems of a text's words that are no function words."""
    stop = languages.function_words(language)
    found = map(str.lower, _WORD.findall(text))
    return frozenset(stem(word) for word in found if word not in stop and len(word) > 1)


def _items(sentences: Sequence[Sentence]) -> Iterator[_Item]:
    """The paragraphs that begin as an item does; one whose label comes again is none."""
    found = []
    labels: Counter[str] = Counter()
    paragraph = -1
    for number, sentence in enumerate(sentences):
        if sentence.paragraph == paragraph:
            continue
        paragraph = sentence.paragraph
        bullet = _BULLET.match(sentence.text)
        start = bullet.end() if bullet else 0
        label = _LABEL.match(sentence.text, start)
        if label and count_words(label["label"]) > _LABEL_WORDS:
            label = None
        if not bullet and not label:
            continue
        if label:
            labels[label["label"].lower()] += 1
        kind = "bullet" if bullet else "label"
        words = count_words(sentence.text[start:])
        found.append(
            _Item(number, paragraph, kind, start, label.end("label") if label else None, words)
        )
    for item in found:
        name = sentences[item.number].text[item.start : item.label_end].lower()
        if (item.label_end is None or labels[name] == 1) and item.words > 1:
            yield item


def _runs(found: Sequence[_Item]) -> Iterator[list[_Item]]:
    """The items of one kind that follow one another."""
    run: list[_Item] = []
    for item in found:
        last = run[-1] if run else None
        if last and (item.kind != last.kind or item.paragraph - last.paragraph > _GAP[item.kind]):
            if len(run) >= LEAST:
                yield run
            run = []
        run.append(item)
    if len(run) >= LEAST:
        yield run


def _says(sentences: Sequence[Sentence], run: Sequence[_Item]) -> bool:
    """Whether a run says something: no values of one thing, code, nor sub-headings with lists."""
    middle = sorted(item.words for item in run)[len(run) // 2]
    if run[0].kind == "label" and middle < _LEAST_LABEL_WORDS:
        return False
    texts = [sentences[item.number].text for item in run]
    return not any(text.endswith((":", ";")) or _CODE.search(text) for text in texts)


def _intro(sentences: Sequence[Sentence], first: int) -> str:
    """What stands above a list: the sentence before it, and the sub-heading over that."""
    if not first:
        return ""
    before = sentences[first - 1].text
    for number in range(first - 2, max(-1, first - 6), -1):
        if not is_statement(sentences[number].text):
            return f"{sentences[number].text} {before}"
    return before


def _shown(sentences: Sequence[Sentence], run: Sequence[_Item]) -> list[Point]:
    """Each item with what it says where that is short, else its label or its first clause."""
    middle = sorted(item.words for item in run)[len(run) // 2]
    whole = middle <= _WHOLE_WORDS and len(run) <= _WHOLE_ITEMS
    points = []
    for item in run:
        text = sentences[item.number].text
        end: int | None = None
        if item.label_end is not None and (not whole or item.words > _ITEM_WORDS):
            end = item.label_end
        elif item.words > _ITEM_WORDS:
            end = _first_clause(text, item.start)
        points.append(Point(item.number, item.start, end))
    return points


def _first_clause(text: str, start: int) -> int | None:
    """Where the first clause of some words ends; None where there is but one."""
    for found in _CLAUSE.finditer(text, start):
        if count_words(text[start : found.start()]) >= _CLAUSE_WORDS:
            return found.start()
    return None
