"""Terms -> features: what the ranker knows of each sentence.

Place, length, how central and how new its words are, names and numbers, what kind of sentence it
is. None of them needs a dictionary of the language to be useful; lists of openers ("he", "but")
add to them where data has them. Every step is linear in the length of the article.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean.arrays import Flags, following, stacked
from newsclean.document import Sentence
from newsclean.patterns import lazy_regex
from newsclean.summary.choose import is_statement
from newsclean.summary.text.content import Content, ranks
from newsclean.summary.text.quoted import inside_quotations
from newsclean.summary.text.sayers import NOUNS_CAPITALISED
from newsclean.summary.text.standing import Standing
from newsclean.summary.text.terms import Floats, Terms, read_terms, sums
from newsclean.summary.text.words import (
    CAPITAL,
    CONNECTIVE,
    DAY,
    DIGIT,
    FINITE,
    PRONOUN,
    SPEAKER,
    SPEECH,
    UPPER,
)

Columns = dict[str, npt.NDArray[Any]]
"""Features by name, one value a sentence; what is true or false may be so here."""

_MARKS = "\"'“”„«»‘"
_QUESTIONS = ("?", "?”", '?"', "?!", '?!"', "?!”", "？")
_QUESTION_ENDS = frozenset(end[-1] for end in _QUESTIONS)
ALL_QUOTED = 0.9
"""The share in quotation marks from which a sentence is nothing but quotation."""
_TABLE_SHARE, _TABLE_WORDS = 0.4, 5
"""The share of numbers, and the words, from which a sentence is a row of a table: a guess."""
_INSIDE = lazy_regex(r"“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|\"[^\"]*\"?")


class Features(NamedTuple):
    """`values` is sentences x features, columns as in `names()`."""

    values: Floats
    terms: Terms
    content: Content
    lengths: Floats
    """Words of each sentence."""
    orphan: Flags
    """It opens with a pronoun or a connective, or is a bare quote, so leans on another sentence."""
    question: Flags
    statement: Flags
    """A sentence that ends as one does; a heading or a list item is none."""
    quotation: Flags
    """It is all quotation, or inside one: nobody is said to say it."""
    standing: Standing
    figures: Flags
    """So much of it is numbers that it is a row of a table."""
    quoted: Flags
    """Some of it is in quotation marks."""
    person: Flags
    """It has words of the first or second person."""
    specific: Flags
    """It has a figure or a name."""
    fresh: Flags
    """It has words and is not, word for word, an earlier one."""


def extract(sentences: Sequence[Sentence], language: str, title: str | None) -> Features:
    """The features of an article's sentences (at least one), for any method that wants them."""
    terms = read_terms(sentences, language, title)
    lengths = terms.lengths.astype(float)
    columns: Columns = {}
    _add_place(columns, sentences)
    _add_length(columns, lengths, terms)
    content = Content(terms)
    columns.update(content.columns())
    orphan, question, statement, quotation = _add_form(columns, terms)
    _add_events(columns, terms)
    _add_crosses(columns, lengths)
    figures = (columns["numbers"] > _TABLE_SHARE) & (lengths > _TABLE_WORDS)
    values: Floats = stacked(columns.values())
    standing = Standing(terms.texts, language)
    if standing.half:
        paragraphs = [sentence.paragraph for sentence in sentences]
        quotation[inside_quotations(terms.texts, paragraphs, standing.half)] = True
    return Features(
        values.T,
        terms,
        content,
        lengths,
        orphan,
        question,
        statement,
        quotation,
        standing,
        figures,
        columns["share quoted"] > 0,
        columns["first or second person"],
        columns["has a number"] | ((columns["names"] > 0) & (language not in NOUNS_CAPITALISED)),
        _said_first(terms),
    )


@cache
def names() -> tuple[str, ...]:
    """The names of the columns of `Features.values`."""
    columns: Columns = {}
    sample = (Sentence(0, 4, "A b.", 0),)
    terms = read_terms(sample, "en", None)
    lengths = np.ones(1)
    _add_place(columns, sample)
    _add_length(columns, lengths, terms)
    columns.update(Content(terms).columns())
    _add_form(columns, terms)
    _add_events(columns, terms)
    _add_crosses(columns, lengths)
    return tuple(columns)


def _add_place(columns: Columns, sentences: Sequence[Sentence]) -> None:
    size = len(sentences)
    place = np.arange(size, dtype=float)
    paragraph = np.fromiter((s.paragraph for s in sentences), float, size)
    paragraph -= paragraph[0]
    known = paragraph[-1] > 0
    starts = np.ones(size)
    starts[1:] = paragraph[1:] != paragraph[:-1]
    for number, name in enumerate(("first", "second", "third", "fourth", "fifth")):
        columns[name] = place == number
    columns["near the top"] = 1 / (1 + place)
    columns["place"] = np.minimum(place, 30) / 30
    columns["place in the whole"] = place / max(1, size - 1)
    columns["place, logarithm"] = np.log1p(place)
    columns["among the last two"] = place >= size - 2
    columns["top against length"] = math.log(size) / (1 + place)
    columns["paragraph"] = np.minimum(paragraph if known else place / 2, 15) / 15
    columns["opens a paragraph"] = starts if known else np.full(size, 0.5)


def _add_length(columns: Columns, lengths: Floats, terms: Terms) -> None:
    columns["length"] = np.minimum(lengths, 60) / 30
    columns["length to 25"] = np.minimum(lengths, 25) / 25
    columns["length, logarithm"] = np.log1p(lengths)
    columns["under 4 words"] = lengths < 4
    columns["under 8 words"] = lengths < 8
    columns["over 35 words"] = lengths > 35
    columns["length against the mean"] = np.minimum(lengths / max(1.0, lengths.mean()), 4)
    columns["length, rank"] = ranks(lengths)
    columns["content words"] = terms.content / np.maximum(lengths, 1)


def _add_form(
    columns: Columns,
    terms: Terms,
) -> tuple[Flags, Flags, Flags, Flags]:
    """Adds what kind of sentence it is; gives (leans, question, statement, quotation)."""
    quoted = np.array(list(map(_share_quoted, terms.texts)))
    question = flagged(
        [text[-1:] in _QUESTION_ENDS and text.endswith(_QUESTIONS) for text in terms.texts]
    )
    statement = flagged([*map(is_statement, terms.texts)])
    columns.update(_from_words(terms))
    columns["opens with a quotation mark"] = flagged([text[:1] in _MARKS for text in terms.texts])
    columns["share quoted"] = quoted
    columns["question"] = question
    columns["no statement"] = ~statement
    columns["colon"] = flagged([":" in text for text in terms.texts])
    columns["bracket"] = flagged(["(" in text for text in terms.texts])
    columns["commas"] = np.minimum([text.count(",") for text in terms.texts], 10) / 5
    columns["dash"] = flagged([*map(_has_dash, terms.texts)])
    columns["saying and quoted"] = columns["word of saying"] * (quoted > 0.2)
    orphan = columns["opens with a pronoun"] | columns["opens with a connective"]
    orphan[0] = False
    quotation = quoted > ALL_QUOTED
    orphan |= quotation
    columns["next one leans on it"] = following(orphan)
    return orphan, question, statement, quotation


def flagged(values: Sequence[bool]) -> Flags:
    """A column of what is true or false."""
    return np.frombuffer(bytes(values), bool)


def _share_quoted(text: str) -> float:
    """How much of a text is in quotation marks (four looks are faster than one expression)."""
    if '"' in text or "“" in text or "„" in text or "«" in text:
        return sum(map(len, _INSIDE.findall(text))) / len(text)
    return 0.0


def _has_dash(text: str) -> bool:
    """Whether a dash stands between words (looking for one sign first takes a third)."""
    return (
        "|" in text
        or ("-" in text and (" - " in text or "--" in text))
        or ("–" in text and " – " in text)
        or ("—" in text and " — " in text)
    )


def _from_words(terms: Terms) -> Columns:
    """What single words tell of a sentence."""
    first = terms.first
    many = np.maximum(terms.lengths, 1)
    digits = terms.marked(DIGIT)
    return {
        "opens with a pronoun": first & PRONOUN > 0,
        "opens with a connective": first & CONNECTIVE > 0,
        "first or second person": terms.marked(SPEAKER) > 0,
        "word of saying": terms.marked(SPEECH) > 0,
        "capitals": terms.marked(UPPER) / many,
        "capitalised words": terms.marked(CAPITAL) / many - (first & CAPITAL > 0) / many,
        "numbers": digits / many,
        "has a number": digits > 0,
    }


def _add_events(columns: Columns, terms: Terms) -> None:
    """Adds what tells that a sentence says who did what: a name in front, a finite verb, a day."""
    finite = terms.marked(FINITE) > 0
    if terms.language == "en":  # most of its past tenses end alike
        finite |= flagged(["ed " in text for text in terms.texts])
    dated = terms.marked(DAY) > 0
    acts = terms.named & finite
    columns["title, in order"] = terms.title_order
    columns["finite verb"] = finite
    columns["day named"] = dated
    columns["name in front"] = terms.named
    columns["somebody acts"] = acts
    columns["somebody acts, figure or day"] = acts & (dated | columns["has a number"])


def _add_crosses(columns: Columns, lengths: Floats) -> None:
    """Products that a linear model cannot make for itself."""
    place = np.arange(len(lengths))
    top = columns["near the top"]
    columns["first, share of words"] = columns["share of the article's words"] * columns["first"]
    columns["first, length"] = columns["length"] * columns["first"]
    columns["short at the top"] = (lengths < 12) & (place < 3)
    columns["long at the top"] = columns["length"] * (place < 4)
    columns["central at the top"] = columns["central"] * top
    columns["later half at the top"] = columns["like the later half"] * top
    columns["quoted at the top"] = columns["share quoted"] * top
    columns["title at the top"] = columns["like the title"] * top
    columns["title in order, below the top"] = columns["title, in order"] * (place > 0)
    columns["somebody acts, below the top"] = columns["somebody acts"] & (place > 0)


def _said_first(terms: Terms) -> Flags:
    """The sentences that have words and are not, word for word, an earlier one."""
    fresh: Flags = terms.lengths > 0
    # Equal sentences have equal sums, which few others share.
    signs = terms.lengths + sums(
        terms.rows, len(fresh), terms.columns * terms.columns * terms.counts
    )
    order = np.argsort(signs, kind="stable")
    again = signs[order[1:]] == signs[order[:-1]]
    shared = np.concatenate((again, [False])) | np.concatenate(([False], again))
    read: set[str] = set()
    seen: set[tuple[str, ...]] = set()
    for number in order[shared].tolist():
        text = terms.texts[number]
        found = () if text in read else tuple(terms.words(number))
        fresh[number] &= text not in read and found not in seen
        read.add(text)
        seen.add(found)
    return fresh
