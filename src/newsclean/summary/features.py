"""Terms -> features: what the ranker knows of each sentence.

Place, length, how central and how new its words are, names and numbers, what kind of sentence it
is. None of them needs a dictionary of the language to be useful; lists of openers ("he", "but")
add to them where data has them. Every step is linear in the length of the article.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from newsclean.document import Sentence
from newsclean.summary.choose import is_statement
from newsclean.summary.content import Content, ranks
from newsclean.summary.terms import (
    CAPITAL,
    CONNECTIVE,
    DIGIT,
    PRONOUN,
    SPEAKER,
    SPEECH,
    UPPER,
    Flags,
    Floats,
    Terms,
    read_terms,
    sums,
)

_INSIDE = re.compile(r"“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|\"[^\"]*\"?")


class Features(NamedTuple):
    """`values` is sentences x features, columns as in `names()`."""

    values: Floats
    terms: Terms
    totals: Floats
    """Of each term, how much of it is in the article: count times rarity."""
    keys: Floats
    """Of each of the ten weightiest terms, its share among them; 0 of all others."""
    lengths: Floats
    """Words of each sentence."""
    orphan: Flags
    """It opens with a pronoun or a connective, or is a bare quote, so leans on another sentence."""
    question: Flags
    statement: Flags
    """A sentence that ends as one does; a heading or a list item is none."""

    @property
    def weights(self) -> Floats:
        """Of each term, its share of the article."""
        return self.totals / max(float(self.totals.sum()), 1e-9)


def extract(sentences: Sequence[Sentence], language: str, title: str | None) -> Features:
    """The features of an article's sentences (at least one), for any method that wants them."""
    terms = read_terms(sentences, language, title)
    lengths = terms.lengths.astype(float)
    columns: dict[str, Floats] = {}
    _add_place(columns, sentences)
    _add_length(columns, lengths, terms)
    content = Content(terms)
    columns.update(content.columns())
    orphan, question, statement = _add_form(columns, sentences, terms)
    _add_crosses(columns, lengths)
    values = np.empty((len(columns), len(sentences)))
    for row, column in zip(values, columns.values(), strict=True):
        row[:] = column
    return Features(
        values.T, terms, content.totals, content.keys, lengths, orphan, question, statement
    )


@cache
def names() -> tuple[str, ...]:
    """The names of the columns of `Features.values`."""
    columns: dict[str, Floats] = {}
    sample = (Sentence(0, 4, "A b.", 0),)
    terms = read_terms(sample, "en", None)
    lengths = np.ones(1)
    _add_place(columns, sample)
    _add_length(columns, lengths, terms)
    columns.update(Content(terms).columns())
    _add_form(columns, sample, terms)
    _add_crosses(columns, lengths)
    return tuple(columns)


def _add_place(columns: dict[str, Floats], sentences: Sequence[Sentence]) -> None:
    size = len(sentences)
    place = np.arange(size, dtype=float)
    paragraph = np.fromiter((s.paragraph for s in sentences), float, size)
    paragraph -= paragraph[0]
    known = paragraph[-1] > 0
    starts = np.ones(size)
    starts[1:] = paragraph[1:] != paragraph[:-1]
    for number, name in enumerate(("first", "second", "third", "fourth", "fifth")):
        columns[name] = (place == number).astype(float)
    columns["near the top"] = 1 / (1 + place)
    columns["place"] = np.minimum(place, 30) / 30
    columns["place in the whole"] = place / max(1, size - 1)
    columns["place, logarithm"] = np.log1p(place)
    columns["among the last two"] = (place >= size - 2).astype(float)
    columns["top against length"] = math.log(size) / (1 + place)
    columns["paragraph"] = np.minimum(paragraph if known else place / 2, 15) / 15
    columns["opens a paragraph"] = starts if known else np.full(size, 0.5)


def _add_length(columns: dict[str, Floats], lengths: Floats, terms: Terms) -> None:
    columns["length"] = np.minimum(lengths, 60) / 30
    columns["length to 25"] = np.minimum(lengths, 25) / 25
    columns["length, logarithm"] = np.log1p(lengths)
    columns["under 4 words"] = (lengths < 4).astype(float)
    columns["under 8 words"] = (lengths < 8).astype(float)
    columns["over 35 words"] = (lengths > 35).astype(float)
    columns["length against the mean"] = np.minimum(lengths / max(1.0, lengths.mean()), 4)
    columns["length, rank"] = ranks(lengths)
    columns["content words"] = terms.content / np.maximum(lengths, 1)


def _add_form(
    columns: dict[str, Floats],
    sentences: Sequence[Sentence],
    terms: Terms,
) -> tuple[Flags, Flags, Flags]:
    """Adds what kind of sentence it is; gives (leans on another, is a question, is a statement)."""
    rows = []
    for sentence in sentences:
        text = sentence.text
        quoted = sum(map(len, _INSIDE.findall(text))) if _has_mark(text) else 0
        rows.append(
            (
                text[:1] in "\"'“”„«»‘",
                quoted / (len(text) or 1),
                text.endswith(("?", "?”", '?"', "？")),
                not is_statement(text),
                ":" in text,
                "(" in text,
                min(text.count(","), 10) / 5,
                " - " in text or " – " in text or "--" in text or " — " in text or "|" in text,
            )
        )
    columns.update(_from_words(terms))
    table = np.array(rows, float)
    kinds = (
        "opens with a quotation mark",
        "share quoted",
        "question",
        "no statement",
        "colon",
        "bracket",
        "commas",
        "dash",
    )
    columns.update(zip(kinds, table.T, strict=True))
    columns["saying and quoted"] = columns["word of saying"] * (table[:, 1] > 0.2)
    bare = table[:, 1] > 0.9
    orphan = ((columns["opens with a pronoun"] + columns["opens with a connective"]) > 0) | bare
    orphan[0] = bare[0]
    columns["next one leans on it"] = np.append(orphan[1:], 0.0)
    return orphan, table[:, 2] > 0, table[:, 3] == 0


def _has_mark(text: str) -> bool:
    """Whether a quotation may begin in a text (four looks are faster than one expression)."""
    return '"' in text or "“" in text or "„" in text or "«" in text


def _from_words(terms: Terms) -> dict[str, Floats]:
    """What single words tell of a sentence."""
    size = len(terms.words)
    flags = terms.flags[terms.tokens]
    full = terms.lengths > 0
    first = np.zeros(size, np.intp)
    first[full] = flags[(np.cumsum(terms.lengths) - terms.lengths)[full]]
    many = np.maximum(terms.lengths, 1)

    def share(flag: int) -> Floats:
        return sums(terms.owners, size, flags & flag > 0) / many

    numbers = share(DIGIT)
    return {
        "opens with a pronoun": (first & PRONOUN > 0).astype(float),
        "opens with a connective": (first & CONNECTIVE > 0).astype(float),
        "first or second person": np.sign(share(SPEAKER)),
        "word of saying": np.sign(share(SPEECH)),
        "capitals": share(UPPER),
        "capitalised words": share(CAPITAL) - (first & CAPITAL > 0) / many,
        "numbers": numbers,
        "has a number": np.sign(numbers),
    }


def _add_crosses(columns: dict[str, Floats], lengths: Floats) -> None:
    """Products that a linear model cannot make for itself."""
    place = np.arange(len(lengths))
    top = columns["near the top"]
    columns["first, share of words"] = columns["share of the article's words"] * columns["first"]
    columns["first, length"] = columns["length"] * columns["first"]
    columns["short at the top"] = ((lengths < 12) & (place < 3)).astype(float)
    columns["long at the top"] = columns["length"] * (place < 4)
    columns["central at the top"] = columns["central"] * top
    columns["later half at the top"] = columns["like the later half"] * top
    columns["quoted at the top"] = columns["share quoted"] * top
    columns["title at the top"] = columns["like the title"] * top
