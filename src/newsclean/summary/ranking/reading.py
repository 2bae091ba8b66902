"""Features -> what tells a reader whether a sentence says the point, leans, or is no prose.

These columns join those of `features` where sentences are judged as readers judged them (see
`readers`): who speaks, whom a pronoun could mean, whether the opening speaks of something said
before, which part of the article it is.
"""

from __future__ import annotations

import numpy as np

from newsclean.arrays import Flags, following, preceding
from newsclean.summary.ranking.features import ALL_QUOTED, Columns, Features, flagged, names
from newsclean.summary.text.terms import Terms
from newsclean.summary.text.words import (
    CAPITAL,
    DEFINITE,
    IMPERATIVE,
    POINT,
    PRONOUN,
    READER,
    WRITER,
    Ints,
)

_FAR = 1_000
"""The place of a word that is not there."""
_FIFTH = 0.2


def columns(features: Features) -> Columns:
    """All columns of this module, one value a sentence."""
    terms = features.terms
    found: Columns = {}
    _add_words(found, features)
    _add_openings(found, terms)
    _add_form(found, features)
    _add_parts(found, features)
    return found


def _add_words(found: Columns, features: Features) -> None:
    """Adds who is spoken of, and whether a pronoun comes before whom it could mean."""
    terms = features.terms
    size = len(terms.lengths)
    many = np.maximum(terms.lengths, 1)
    marked = (terms.flags & (CAPITAL | PRONOUN)).nonzero()[0][::-1]
    flags, owners = terms.flags[marked], terms.owners[marked]
    place = marked - terms.starts[owners]

    def first(chosen: Flags) -> Ints:
        places = np.full(size, _FAR)
        places[owners[chosen]] = place[chosen]
        return places

    outside = ~features.quoted
    name = first((flags & (CAPITAL | WRITER) == CAPITAL) & (place > 0))
    nameless = (name == _FAR) & ~terms.named
    at = first(flags & PRONOUN > 0)
    has_pronoun = at < _FAR
    early = has_pronoun & (at < name) & ~terms.named
    found["pronouns"] = terms.marked(PRONOUN) / many
    found["pronoun before a name"] = early
    found["early pronoun before a name"] = (at < 6) & early
    found["no name"] = nameless
    found["pronoun, no name"] = has_pronoun & nameless
    writer = terms.marked(WRITER)
    found["writer speaks"] = (writer > 0) & outside
    found["writer, share"] = writer / many * outside
    found["reader spoken to"] = (terms.marked(READER) > 0) & outside
    points = np.minimum(terms.marked(POINT), 3)
    found["words of a point"] = points
    found["words of a point, at the end"] = points * (np.arange(size) >= size * (1 - _FIFTH))
    found["few capitals"] = terms.marked(CAPITAL) - (terms.first & CAPITAL > 0) < 1


def _add_openings(found: Columns, terms: Terms) -> None:
    """Adds whether the first words speak of something that was said before."""
    size = len(terms.lengths)
    before = np.full(len(terms.idf) + 1, size)
    before[terms.columns[::-1]] = terms.rows[::-1]
    opening = terms.opening
    known = (opening >= 0) & (before[opening] < np.arange(size)[:, None])
    with_title: Flags = np.concatenate((terms.title > 0, [False]))
    both_titled = (opening >= 0) & with_title[opening]
    titled = both_titled[:, 0] | both_titled[:, 1]
    definite = (terms.first & DEFINITE > 0) & ~terms.named
    found["opens with the title"] = titled
    found["opens with what is known"] = known[:, 0] & ~both_titled[:, 0]
    found["both opening words known"] = known[:, 0] & known[:, 1] & ~titled
    found["opens definite"] = definite
    found["opens definite, known"] = definite & known[:, 0] & ~titled
    found["asks for something"] = terms.first & IMPERATIVE > 0
    found["opens in lower case"] = (terms.lengths > 0) & (terms.first & CAPITAL == 0)


def _add_form(found: Columns, features: Features) -> None:
    """Adds how it is written, and what its neighbours are."""
    texts = features.terms.texts
    size = len(texts)
    heading = ~features.statement
    last = [text[-1:] for text in texts]
    first = [text[:1] for text in texts]
    found["label"] = flagged([text.find(": ", 0, 40) >= 0 for text in texts])
    found["ends on a colon"] = flagged([sign == ":" for sign in last])
    found["exclaims"] = flagged([sign == "!" for sign in last])
    found["in brackets"] = flagged([sign in "([" for sign in first])
    found["bullet"] = flagged([sign in "-–—•*·|" for sign in first])
    found["below a heading"] = preceding(heading)
    found["below a question"] = preceding(features.question)
    found["above a heading"] = following(heading)
    half = np.zeros(size, bool)
    half[list(features.standing.half)] = True
    odd = np.logical_xor.accumulate(half)
    found["half a quotation"] = half
    found["inside a quotation"] = odd & preceding(odd)
    debris = np.zeros(size, bool)
    debris[list(features.standing.debris)] = True
    calls = np.zeros(size, bool)
    calls[list(features.standing.calls)] = True
    found["debris"] = debris
    found["call"] = calls
    found["row of figures"] = features.figures
    found["all quotation"] = features.values[:, names().index("share quoted")] > ALL_QUOTED
    found["specific"] = features.specific
    found["quoted"] = features.quoted


def _add_parts(found: Columns, features: Features) -> None:
    """Adds which part of the article it is in, and what kind of article that is."""
    size = len(features.lengths)
    heading = ~features.statement
    values = features.values
    own = names()
    reported = (values[:, [own.index("day named"), own.index("word of saying")]] > 0).any(1)
    news = min(1.0, 3 * float(reported.mean()))
    place = np.arange(size) / max(1, size - 1)
    end = place >= 1 - _FIFTH
    above = heading.cumsum()
    headings = max(1, int(above[-1]))
    top = np.arange(size) < 3
    titled = values[:, own.index("words of the title")]
    central = values[:, own.index("central")]
    found["last fifth"] = end
    found["last fifth, no news"] = end * (1 - news)
    found["at the top, no news"] = top * (1 - news)
    found["at the top, news"] = top * news
    found["before the first heading"] = above == 0
    found["before the first heading, divided"] = (above == 0) & (above[-1] >= 3)
    found["below the last heading"] = (above == headings) & (above[-1] >= 3)
    found["title at the end"] = end * titled
    found["title, no news"] = titled * (1 - news)
    found["central, no news"] = central * (1 - news)
    found["central at the end"] = end * central
    found["long article, below the top"] = (np.arange(size) > 5) * min(1.0, size / 60)
    found["writer speaks, article"] = found["writer speaks"] * float(found["writer speaks"].mean())
