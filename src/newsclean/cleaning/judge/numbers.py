"""What is known of each line at the article once it is chosen, as numbers for the judge.

Takes the record of a page of which it is known what is kept, and gives a row for each content line
between some above the first kept one and some below the last. A row holds what the networks read of
the line, the same of its neighbours in brief, where it stands among the kept lines, what networks
and rules made of it (`fate.py`), and how its like fared (`alike.py`).
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from newsclean.arrays import stacked
from newsclean.cleaning.judge.alike import COLUMNS as ALIKE
from newsclean.cleaning.judge.alike import READ, alike
from newsclean.cleaning.judge.fate import COLUMNS as FATE
from newsclean.cleaning.judge.fate import fate

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from newsclean.arrays import Floats, Indices
    from newsclean.cleaning.record import Numbers, PageRecord

AROUND = 12
"""So many lines above the first kept one and below the last have a row: they may come back."""
_FAR, _MOST_LONG = 30, 10
_LONG_WORDS = 20
_ABSENT = -9.0
OWN = (
    *("size", "words", "word_size", "ends", "colon", "sentences", "sentence_size", "quotes"),
    *("upper_head", "bullet", "title", "caps", "digits", "symbols", "bars", "address"),
    *("copyright", "blank_before", "repeats", "of_longest", "index", "to_end", "lines"),
    *("page_words", "long_share", "blank_share", "core_words", "core_share", "in_core"),
    *("from_core", "run", "run_words", "since_long", "until_long", "long_above"),
    *("chunk_words", "chunk_lines", "content", "names", "cohesion", "headline_score"),
    *("own_headline_score", "known_names3", "known_names20", "known_words20", "lead_ahead"),
    *("core_lead_ahead", "from_start", "phrase_share", "comments_on_page", "since_comment"),
    *("since_related", "since_box", "until_box", "marks_near", "stamp", "since_stamp", "byline"),
    *("phrase newsletter", "phrase donation appeal", "phrase advertisement"),
    *("phrase related articles", "phrase author biography", "phrase caption", "phrase credit"),
    *("phrase share buttons", "phrase login or paywall", "phrase audio or video"),
)
"""What the networks read of each line that the judge reads too."""
OF_MARKUP = (
    *("tag", "own_tag", "parent_tag", "link", "strong", "images", "breaks", "above.0", "above.15"),
    *("from50", "from70", "below90", "look_count", "look_words", "look_means.1", "look_means.2"),
    *("look_above", "look_below", "coverage", "described", "near.6", "article_share"),
)
"""The same of lines of HTML; 0 in copied text."""
_NEAR = ("words", "ends", "title", "stamp", "phrase_share", "link", "kept")
"""What a line's row has of the lines around it too."""
_STEPS = (-2, -1, 1, 2)
_ROLES = ("headline", "byline", "date", "standfirst")
_HEAVY = frozenset(
    (
        *("hidden on the page", "cookie notice", "user pattern", "repeated line", "navigation"),
        *("editorial note", "newsletter", "donation appeal", "login or paywall"),
        *("share buttons", "form or button", "comments", "copyright", "headline"),
    )
)
"""Reasons that stand whatever a reader would say: a line says itself what it is, or its place."""
PLACED = (
    *("kept_above", "kept_below", "kept_share", "words_share", "words_above", "kept_lines"),
    *("kept_words", "median", "to_median", "gap_above", "gap_below", "run_above", "run_below"),
    *("long_above_it", "long_below_it", "marks_below"),
    *(f"from_{role}" for role in _ROLES),
)
SAID = ("author", "starts")
COLUMNS = (
    *OWN,
    *OF_MARKUP,
    *(f"{name} {step:+d}" for step in _STEPS for name in _NEAR),
    *PLACED,
    *SAID,
    "html",
    *FATE,
    *ALIKE,
)
"""The columns of a row, in order; those of words and names, which are learned, stand behind."""


class Rows(NamedTuple):
    """The lines at the article, `values` with a row of `COLUMNS` for each."""

    lines: Indices
    """The place of each among all lines of the page."""
    content: slice
    """Theirs among those with a letter or digit."""
    kept: npt.NDArray[np.bool_]
    ruled: npt.NDArray[np.bool_]
    """Whether a rule, a role or the user takes a line out."""
    light: npt.NDArray[np.bool_]
    """Whether what takes it out is a rule for what it says, or that it was read as standfirst."""
    values: Floats


def rows(record: PageRecord, room: int = 0) -> Rows | None:
    """The rows of a page; None where nothing is kept, or no network was asked.

    Behind each is `room` for more columns: of a long page the rows are not held twice.
    """
    predictions = record.predictions
    if predictions is None or predictions.numbers is None:
        return None
    indices = np.asarray(record.content_indices)
    kept = np.asarray(record.kept, bool)[indices]
    places = kept.nonzero()[0]
    if not len(places):
        return None
    low = max(0, int(places[0]) - AROUND)
    high = min(len(indices), int(places[-1]) + AROUND + 1)
    lines = indices[low:high]
    values = np.empty((len(lines), len(COLUMNS) + room), np.float32)
    own = len(OWN) + len(OF_MARKUP) + len(_STEPS) * len(_NEAR)
    said, html = own + len(PLACED), own + len(PLACED) + len(SAID)
    like = html + 1 + len(FATE)
    _own(predictions.numbers, kept, low, high, values[:, :own])
    near, at = slice(low, high), lines.tolist()
    heads = [words[0] if (words := record.page.words[line]) else "" for line in at]
    values[:, own:said] = _placed(record, lines, kept, predictions.words, near)
    values[:, said:html] = _said(record, kept[near].tolist(), at, heads)
    values[:, html] = predictions.numbers.paths is not None
    values[:, html + 1 : like], odds, ruled = fate(record, predictions, indices, kept, near)
    column = {name: values[:, OWN.index(name)] for name in READ}
    looks = predictions.numbers.looks
    looks = None if looks is None else looks[near]
    texts = [record.page.texts[line] for line in at]
    values[:, like : len(COLUMNS)] = alike(texts, heads, column, looks, kept[near], odds)
    light = ruled & ~kept[near]
    for row in light.nonzero()[0].tolist():
        light[row] = is_light(record, at[row], ends=bool(column["ends"][row] > 0))
    return Rows(lines, near, kept[near], ruled, light, values)


def is_light(record: PageRecord, line: int, *, ends: bool) -> bool:
    """Is it a rule about a line alone that speaks against it?

    What is hidden, the headline, byline and date, what recurs on the site, what stands below "See
    also", what says itself that it is a note, an appeal or a form, what mail adds and what the user
    drops stay out whatever a reader would say; so does a line to other articles that ends as no
    sentence does.
    """
    role, cause = record.roles.get(line), record.causes.get(line)
    if role != "standfirst" and (role or not cause or cause[0] in _HEAVY):
        return False
    if cause and cause[0] == "related articles" and not ends:
        return False
    if line in record.repeats or line in record.mail.email_furniture:
        return False
    return not record.overrides or record.overrides[line].drop is None


@cache
def _columns(names: tuple[str, ...], wanted: tuple[str, ...]) -> Indices:
    """The numbers of those wanted among the columns that have these names."""
    return np.array([names.index(name) for name in wanted if name in names], np.int64)


def _own(numbers: Numbers, kept: npt.NDArray[np.bool_], low: int, high: int, found: Floats) -> None:
    """Puts into `found` what the networks read of each line, and some of it of the lines around."""
    names, features = numbers.columns, numbers.features
    count, own = high - low, len(OWN) + len(OF_MARKUP)
    found[:, : len(OWN)] = features[low:high, _columns(names, OWN)]
    of_markup = None if numbers.paths is None else features[low:high, _columns(names, OF_MARKUP)]
    found[:, len(OWN) : own] = 0 if of_markup is None else of_markup
    reach = max(_STEPS)
    near = np.full((count + 2 * reach, len(_NEAR)), -1, np.float32)
    first, last = max(0, low - reach), min(len(kept), high + reach)
    place = slice(first - low + reach, last - low + reach)
    known = _columns(names, _NEAR)  # all, or all but "link", the last of them
    near[place, : len(known)] = features[first:last, known]
    near[place, -1] = kept[first:last]
    for at, step in enumerate(_STEPS):
        place = slice(own + at * len(_NEAR), own + (at + 1) * len(_NEAR))
        found[:, place] = near[reach + step : reach + step + count]


def _placed(
    record: PageRecord, lines: Indices, kept: npt.NDArray[np.bool_], words: Floats, near: slice
) -> Any:
    """Where a line stands among the kept ones, and to headline, byline and date."""
    many = int(kept.sum())
    above = (kept.cumsum() - kept)[near]
    kept_words = np.where(kept, words, 0)
    words_above = (kept_words.cumsum() - kept_words)[near]
    total = max(1.0, float(kept_words.sum()))
    long_ = kept & (words >= _LONG_WORDS)
    long_above = (long_.cumsum() - long_)[near]
    ordered = np.sort(words[kept])
    median = float(ordered[(many - 1) // 2] + ordered[many // 2]) / 2
    first: dict[str, int] = {}
    last_mark, end = -1, lines[-1]
    for at, role in sorted(record.roles.items()):
        first.setdefault(role, at)
        if role in ("byline", "date") and at < end:
            last_mark = at
    count = len(lines)
    columns = [
        np.minimum(above, _FAR),
        np.minimum(many - above - kept[near], _FAR),
        above / many,
        words_above / total,
        np.log1p(words_above),
        np.full(count, min(many, 99)),
        np.full(count, np.log1p(total)),
        np.full(count, median),
        words[near] / max(1.0, median),
        _since(kept)[near],
        _since(kept[::-1])[::-1][near],
        _run(kept)[near],
        _run(kept[::-1])[::-1][near],
        np.minimum(long_above, _MOST_LONG),
        np.minimum(long_.sum() - long_above - long_[near], _MOST_LONG),
        lines < last_mark,
    ]
    columns += [_from(lines, first.get(role)) for role in _ROLES]
    return stacked(columns, np.float32).T


def _from(lines: Any, place: int | None) -> Any:
    """How far each line stands below a place, as a signed logarithm."""
    if place is None:
        return np.full(len(lines), _ABSENT)
    gap = lines - place
    return np.sign(gap) * np.log1p(np.abs(gap))


def _since(mask: Any) -> Any:
    """How many lines above each line the last of `mask` stands."""
    index = np.arange(len(mask))
    last = np.maximum.accumulate(np.where(mask, index, -_FAR))
    return np.minimum(index - np.concatenate([[-_FAR], last[:-1]]), _FAR)


def _run(mask: Any) -> Any:
    """How many lines that are kept, or not, as each line is, stand together up to it."""
    index = np.arange(len(mask))
    new = np.ones(len(mask), bool)
    new[1:] = mask[1:] != mask[:-1]
    return np.minimum(index - np.maximum.accumulate(np.where(new, index, 0)) + 1, _FAR)


def _said(
    record: PageRecord, kept: Sequence[bool], lines: Sequence[int], heads: Sequence[str]
) -> Any:
    """How much of the author's name a line has, and how many kept lines begin as it does."""
    page, byline = record.page, record.metadata.byline
    author = frozenset(byline.value.lower().replace(",", " ").split()) if byline else frozenset()
    share = 1 / max(1, len(author))
    starts = Counter(compress(heads, kept))
    found = np.zeros((len(lines), len(SAID)), np.float32)
    if author:
        found[:, 0] = [share * len(author.intersection(page.words[at])) for at in lines]
    found[:, 1] = [starts[head] - own for head, own in zip(heads, kept, strict=True)]
    return found
