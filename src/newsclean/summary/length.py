"""The length a user asks for -> what a summary may hold.

"auto" is 3 to 6 sentences by the length of the article and by what they say; "3" is sentences,
"20%" a share of the article's sentences, "100w" words and "600c" characters at most. Sentences are
never cut: a summary that may not hold even one holds one all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsclean.document import Sentence
from newsclean.errors import UsageError
from newsclean.languages import count_words
from newsclean.patterns import lazy_regex

AUTO = "auto"
"""The length by default: as many sentences as the article needs, and the points of a list."""
_STEPS_WORDS = (150, 300, 700)
"""Words from which an article gets one sentence more than `_LEAST_SENTENCES`, and so on. Of 300
articles, readers held one sentence more than before (steps of 300 and 450) right for 41 which were
not, and not right for 21 which were; from 450 to 700 words it was even (`readers.md`)."""
_LEAST_SENTENCES = 3
_MOST_SHARE = 0.5
"""The share of an article up to which a sentence more is added: a guess."""
_LENGTH = lazy_regex(r"(?P<amount>\d{1,7})\s*(?P<unit>%|w|c)?")


class Budget(NamedTuple):
    """What a summary of one article may hold: so many sentences, or so much of `costs`.

    `costs` has the words or characters of each sentence; `join` is what a blank between two costs.
    Down to `least` sentences, those are left out that a colleague would do without, and up to
    `largest` one is added that would be missed; None: none is.
    """

    sentences: int
    most: int | None = None
    costs: tuple[int, ...] = ()
    join: int = 0
    least: int | None = None
    largest: int | None = None

    def at_most(self, sentences: int | None) -> Budget:
        """The same for so many sentences at most; None: as it is."""
        if sentences is None:
            return self
        least, largest = self.least or self.sentences, self.largest or self.sentences
        return self._replace(
            sentences=min(self.sentences, sentences),
            least=min(least, sentences),
            largest=min(largest, sentences),
        )

    def fits(self, chosen: Iterable[int]) -> bool:
        """Whether these sentences (by number) are not too much."""
        numbers = list(chosen)
        if len(numbers) > (self.largest or self.sentences):
            return False
        if self.most is None:
            return True
        return sum(self.costs[i] + self.join for i in numbers) - self.join <= self.most


def parse(length: str) -> tuple[int, str | None]:
    """The number in a length, and its unit: `%`, `w`, `c`, or None for sentences.

    The default has the least number of sentences, and its own name as the unit.

    Raises:
        UsageError: it is not a length.

    >>> parse("100w"), parse("3")
    ((100, 'w'), (3, None))
    """
    if is_auto(length):
        return _LEAST_SENTENCES, AUTO
    match = _LENGTH.fullmatch(length.strip().lower())
    amount = int(match["amount"]) if match else 0
    unit = match["unit"] if match else None
    if not match or amount < 1 or (unit == "%" and amount > 100):
        raise UsageError(
            f"not a length: {length!r}; give sentences (3), a share of them (20%, at most 100%), "
            "words (100w), characters (600c) or auto"
        )
    return amount, unit


def is_auto(length: str) -> bool:
    """Whether the article decides how long its summary is."""
    return length.strip().lower() == AUTO


def _more(sentences: Sequence[Sentence]) -> int:
    """How many sentences more than the least an article of that length needs."""
    words = count_words(" ".join(sentence.text for sentence in sentences))
    return sum(words >= step for step in _STEPS_WORDS)


def budget(length: str, sentences: Sequence[Sentence]) -> Budget:
    """What a summary of `sentences` may hold.

    Raises:
        UsageError: `length` is not a length.

    >>> budget("20%", [Sentence(0, 2, "A.")] * 10).sentences
    2
    """
    amount, unit = parse(length)
    total = len(sentences)
    if unit == AUTO:
        usual = min(amount + _more(sentences), total)
        largest = min(amount + len(_STEPS_WORDS), int(total * _MOST_SHARE))
        return Budget(usual, least=amount, largest=max(usual, largest))
    if unit is None:
        return Budget(min(amount, total))
    if unit == "%":
        return Budget(max(1, round(total * amount / 100)) if total else 0)
    if unit == "w":
        return Budget(total, amount, tuple(count_words(s.text) for s in sentences))
    return Budget(total, amount, tuple(len(s.text) for s in sentences), join=1)
