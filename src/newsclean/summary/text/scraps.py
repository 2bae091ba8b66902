"""Sentences -> those that are scraps: cut off, rows of cells, notes, what says who wrote it.

Nothing of it is in phrases (`standing`): a scrap is told by how it begins and ends, by its marks,
or by its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.patterns import lazy_regex
from newsclean.summary.phrases import Phrases, phrases_of
from newsclean.summary.text.datelines import dateline_end

if TYPE_CHECKING:
    from newsclean.arrays import Flags

_SIGNS = (" | ", "@", "www.", "http://", "https://", ".com/", " • ")
"""What rows of cells and addresses have."""
_CUT_OFF = ("..", "…", "..”", "…”", '.."', '…"')
_NOTE_MARKS = frozenset("◆■▼▲●◇□▽△※★☆◎○►▶➤")
"""What a box, a legend or an explanation is marked with: "◆ What the law says = ..."."""
_COMMENT = "//"
"""What opens a line of code that speaks: "// Only addresses of the list are kept."."""
_SMALL = lazy_regex(r"(?<![^\W_])[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]{3,}")
"""A word of four letters or more without a capital: headings in capitals have none."""
_PLAINLY_SMALL = lazy_regex(" [a-z]{4}")
"""Most sentences have this, which is found in a tenth of the time."""
_CAPITALIZED = lazy_regex(r"(?<![^\W_])[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{3,}")
_LEAST_CAPITALIZED = 4
"""Words with capitals of a heading that ends as a sentence does: "Put It Up and Let It Work!"."""
_NOTE = lazy_regex(
    r"(?:[^\W\d_]{3,9}\.? \d{1,2}, \d{4}|\d{1,2}[. /-]{1,2}\w{1,9}[. /-]{1,2}\d{4}): "
)
"""What was changed on a day: "January 23, 2026: Added ..."."""
_SHORTEST_SHOUT = 4
"""Blanks from which a sentence in capitals is a heading rather than a name."""
_BRACKETS = ("(", "[", "（", "［")
_PAIRS = (("(", ")"), ("（", "）"))
_ITEM = lazy_regex(r"(?:^|(?<=\s))\w\)|[:;=8]-?[()]")
"""What has one bracket only: "a) the first", and a face."""
_LOST = lazy_regex(
    r" (?:the|an?|of|to|in|by|from|with|for|at|and|der|die|das|den|dem|von|les?|la|du|des|el|los"
    r"|las|del|il|lo|het|een|de) [,.](?=\s|$)"
)
"""Where words were lost, a link's as a rule: "According to the , the event is off"."""
_MOST_SPACED = 0.1
"""The share of sentences with a blank before a comma or full stop up to which words were lost."""
_GAPS = ("[…]", "[...]", "[. . .]", "[ ... ]", "[ … ]")
"""What a sentence may begin with that was shortened, and is whole without it."""
_MOST_SMALL = 0.1
"""The share of sentences without a capital at the beginning up to which one is a cut piece."""
_BEFORE_FIRST = " \"'“”„«»‘’([{…."
_QUESTION = lazy_regex(r"(?:Q|Frage|Question|Pregunta|Domanda|Pergunta|Вопрос|Fråga|Vraag)[.:)] ")
"""What a reader's question is marked with where questions and answers alternate."""
_ASIDES = frozenset("QFPDВV").union(_BRACKETS)
"""How a sentence in brackets begins, and a reader's question."""
_LAST = 5
"""Sentences at the end among which the author is introduced."""
_SUM = r"(?:[£$€¥] ?\d[\d.,]*|\d[\d.,]* (?:Euro|€|EUR|kr|zł|Kč|lei|Ft|TL|руб|грн))"
_PRICE = lazy_regex(rf"(?:, {_SUM}|\({_SUM}\))\.?$")
"""What a notice of a book ends with: "is published by Quay Press, £18.99."."""
_TITLED = (" Prof.", " Dr.", " Mr.", " Mrs.", " Ms.", " Gen.", " Sen.", " Gov.", " Hr.", " Sra.")
"""How a sentence ends that was cut before a name: "urged Prof."."""
_FRAGMENT_MARKS = (",", ";", ":", "–", "—", "?", "，")
"""What parts a main clause from the one that opens a sentence."""
_OPENING_CHARS = 24
"""More than any such opening has."""
_MOST_FRAGMENT_CHARS = 160
"""The longest sentence that is taken for a clause alone: a guess."""
_LABELLED_CHARS = 60
"""More than the label of an item has."""
_LEAST_ITEMS = 4
"""Sentences with a label of their own, side by side, from which they are a list's items: of such
readers would send 15 in 100, of all that may be sent 34. A label said twice is who speaks; a
labelled sentence by itself may open a paragraph of a report."""
_NAME = lazy_regex(r"(?:Dr\.? |Prof\.? )?(?P<name>(?:[^\W\d_a-z][\w.'’-]+ ){2,4})")


LABEL = lazy_regex(
    r"(?P<label>[^\W\d_][\w'’&-]*(?: [\w'’&-]+){0,3}(?: \([^()]{2,30}\))?): (?=[^\W\d_a-z])"
)
"""The label of a list's item: "What to look for: Seats that ...", "Tents (for two): They ..."."""


class Elsewhere(NamedTuple):
    """What says that the matter is at another place of the page: "the tips below", "here are".

    Readers would send one in ten of such sentences.
    """

    words: Phrases
    """One of these is in each such sentence; a line feed and a blank stand before it."""
    pattern: re.Pattern[str]

    def among(self, texts: Sequence[str], whole: str, present: Flags) -> frozenset[int]:
        """The numbers of the sentences that say so; most words stand nowhere in an article."""
        words = self.words.likely(present)
        starts = [0, *accumulate(len(text) + 2 for text in texts)] if words else []
        found: set[int] = set()
        for word in words:
            at = whole.find(word)
            while at >= 0:
                number = bisect_right(starts, at) - 1
                if number not in found and self.pattern.search(texts[number]) is not None:
                    found.add(number)
                at = whole.find(word, starts[number + 1])
        return frozenset(found)


def scraps(texts: Sequence[str], whole: str, present: Flags, language: str) -> Iterator[int]:
    """The numbers of the sentences that are scraps.

    `whole` are all sentences, a line feed and a blank before each, of which `present` is what
    `phrases.kinds_of` gives.
    """
    cut = [not text[:1].isupper() and _begins_small(text) for text in texts]
    cased = sum(cut) <= max(1, _MOST_SMALL * len(texts))
    known = _elsewhere(language)
    elsewhere = known.among(texts, whole, present) if known else frozenset()
    spaced = 0
    if " ," in whole or " ." in whole:
        spaced = sum(" ," in text or " ." in text for text in texts)
    sound = spaced <= max(1, _MOST_SPACED * len(texts))
    # what the article has nowhere is not looked for in each sentence
    signs = [sign for sign in _signs().likely(present) if sign.strip() in whole]
    is_cut_off = ".." in whole or "…" in whole
    dotted = "·" in whole
    pairs = [pair for pair in _PAIRS if pair[0] in whole or pair[1] in whole]
    for number, text in enumerate(texts):
        first = text[:1]
        if (
            (cased and cut[number])
            or (is_cut_off and text.endswith(_CUT_OFF))
            or (signs and any(sign in text for sign in signs))
            or (dotted and text.count(" · ") > 1)
            or first in _NOTE_MARKS
            or text.startswith(_COMMENT)
            or (text.find(":", 0, 24) >= 0 and _NOTE.match(text))
            or (not _PLAINLY_SMALL.search(text) and _is_shouted(text))
            or (first in _ASIDES and _is_aside(text))
            or (pairs and _has_half_a_bracket(text, pairs))
            or (sound and spaced and _LOST.search(text))
            or number in elsewhere
        ):
            yield number
    if texts and dateline_end(texts[0], opening=True) == len(texts[0]):
        yield 0  # "Lund, 4 March 2026."
    yield from _fragments(texts, language)
    yield from _items(texts, language)
    for number in range(max(1, len(texts) - _LAST), len(texts)):
        if _introduces_author(texts, number, language) or _is_notice(texts[number]):
            yield number


def _is_notice(text: str) -> bool:
    """Whether a sentence says at its end what a book costs."""
    return bool(_PRICE.search(text[-24:]))


def _fragments(texts: Sequence[str], language: str) -> Iterator[int]:
    """The sentences that are a clause alone ("Because it rained."), or cut before or at a name."""
    openings = _clause_openings(language)
    heads = {head for opening in openings for head in (opening[0], opening[0].upper())}
    titled = [text.endswith(_TITLED) for text in texts]
    for number in range(1, len(texts)):
        text = texts[number]
        if (
            titled[number]
            or titled[number - 1]
            or (
                text[:1] in heads
                and len(text) <= _MOST_FRAGMENT_CHARS
                and text[:_OPENING_CHARS].lower().startswith(openings)
                and not any(mark in text for mark in _FRAGMENT_MARKS)
            )
        ):
            yield number


def _items(texts: Sequence[str], language: str) -> list[int]:
    """The sentences that are items of a list with labels ("Seats: They fold."), if there are some.

    Labels that are left out in print are none: "Results: ".
    """
    found: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        if text.find(": ", 0, _LABELLED_CHARS) >= 0 and (labelled := LABEL.match(text)):
            found.setdefault(labelled["label"].lower(), []).append(number)
    alone = {
        numbers[0]
        for label, numbers in found.items()
        if len(numbers) == 1 and not is_left_out(label, language)
    }
    items = [number for number in alone if not alone.isdisjoint((number - 1, number + 1))]
    return items if len(items) >= _LEAST_ITEMS else []


def _begins_small(text: str) -> bool:
    """Whether a sentence begins in the middle: "ariff increases are considered".

    Names with a small first letter (iPhone, d'Estaing, de Gaulle) are none.
    """
    plain = text.lstrip(_BEFORE_FIRST)
    word = plain.split(None, 1)[0] if plain else ""
    return word[:1].islower() and word.islower() and word not in _small_names() and "." not in word


def _is_aside(text: str) -> bool:
    """Whether a sentence stands in brackets from its beginning, or is a reader's question."""
    if text[:1] in _BRACKETS:
        return not (text.startswith(_GAPS) or dateline_end(text, opening=True))
    return _QUESTION.match(text) is not None


def _has_half_a_bracket(text: str, pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether a bracket is opened and not closed, or closed and not opened."""
    for opening, closing in pairs:
        if text.count(opening) != text.count(closing):
            plain = _ITEM.sub("", text)
            if plain.count(opening) != plain.count(closing):
                return True
    return False


def _introduces_author(texts: Sequence[str], number: int, language: str) -> bool:
    """Whether a sentence says who somebody is that was not named before: "Ann Holm is a writer"."""
    text = texts[number]
    found = _NAME.match(text)
    if not found:
        return False
    following = f"{text[found.end() :]} "
    if not following.startswith(_rules(language)):
        return False
    names = found["name"].split()
    if not languages.function_words(language).isdisjoint(map(str.lower, names)):
        return False
    last = names[-1]
    return not any(last in earlier for earlier in texts[:number])


def _is_shouted(text: str) -> bool:
    """Whether a sentence is in capitals, or has one at each of its words."""
    if text.isupper():
        return text.count(" ") >= _SHORTEST_SHOUT
    return (
        text[-1:] in ".!?"
        and not _SMALL.search(text)
        and len(_CAPITALIZED.findall(text)) >= _LEAST_CAPITALIZED
    )


def is_left_out(label: str, language: str) -> bool:
    """Whether a sentence is printed without its label, in lower case: "summary", "dear amy"."""
    known = _openings("labels", language) | _openings("labels", "en")
    return label in known or label.split(None, 1)[0] in _openings("salutations", language)


@cache
def _signs() -> Phrases:
    return phrases_of(_SIGNS)


@cache
def _openings(kind: str, language: str) -> frozenset[str]:
    """What a sentence may open on: labels, salutations."""
    table: dict[str, str] = languages.read_data("summary/openings.json")[kind]
    return frozenset(table[language].split("|")) if language in table else frozenset()


@cache
def _small_names() -> frozenset[str]:
    return frozenset(languages.read_data("summary/scraps.json")["small"].split())


@cache
def _clause_openings(language: str) -> tuple[str, ...]:
    table = languages.read_data("summary/scraps.json")["fragments"].get(language, "")
    return tuple(f"{phrase} " for phrase in table.split("|")) if table else ()


@cache
def _elsewhere(language: str) -> Elsewhere | None:
    table = languages.read_data("summary/scraps.json")["elsewhere"].get(language)
    if not table:
        return None
    patterns = "|".join(f"(?:{pattern})" for pattern in table["patterns"])
    return Elsewhere(phrases_of(table["words"].split("|")), lazy_regex(patterns, re.IGNORECASE))


@cache
def _rules(language: str) -> tuple[str, ...]:
    """What follows a name where an author is introduced, "is a ", "writes "."""
    table = languages.read_data("summary/scraps.json")["author"].get(language, "")
    return tuple(f"{phrase} " for phrase in table.split("|")) if table else ()
