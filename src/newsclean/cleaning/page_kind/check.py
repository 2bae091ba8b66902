"""A page that is a list of items or goods for sale, told by its whole: a logistic model.

The numbers are those of `page_numbers`, the weights are in `data/cleaning/page_kinds.json`, from
`newsclean.training.cleaning.page_kinds`. The networks have their say too: what they take for
an article needs stronger signs.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from newsclean import languages
from newsclean.cleaning.furniture.genres import entries, has_prose
from newsclean.cleaning.lines.encyclopaedias import is_encyclopaedia
from newsclean.cleaning.lines.page import verdict_lists
from newsclean.cleaning.page_kind.commerce import commerce, has_ingredients, signs
from newsclean.cleaning.page_kind.page_numbers import numbers
from newsclean.errors import NoArticleError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.cleaning.record import PageRecord, Predictions

_WEIGHTS = "cleaning/page_kinds.json"
_ARTICLE = {0.0: -2.0, 0.5: 0.0, 1.0: 3.0}
"""Below these log-odds the networks are taken to doubt that a page is an article, by how surely
its lines say that it sells something. Of 465 training articles 31 have a few signs of a shop, one
of them is below 2; four its buttons, none below 4. Networks that had not seen a quarter of the
domains gave less than the first to 61 % of its lists and to 3 of 565 articles."""
_SURE_ARTICLE = 5.0
"""From these log-odds on the networks are so sure that the page is not looked at. Of training
pages of goods and lists, networks that had not seen them gave so much to one in fifty."""
_FEWEST_LINES, _FEWEST_LINES_SURE = 12, 4
"""So many lines a page has at least; the second where the networks take it for no article."""
_MOSTLY_WORDS, _MOSTLY_SHARE = 30, 0.7
"""A page of which so much is kept is a short article or a part of one, whatever it looks like: of
273 dev articles cut after six paragraphs 4 were refused without this (guesses)."""
_SENTENCE_WORDS = 6
"""A line of so many words that ends as a sentence does tells something."""
_DECK_WORDS, _BELOW, _LINKED, _TEASERS_LEAST, _HEADLINE_WORDS = 30, 2, 0.8, 5, 4
"""A deck has at most so many words and stands so near below its headline, of which so much is a
link; so many of them make a home page, whose own name has fewer words (guesses)."""
_TEASERS = "it looks like a page of headlines and their decks"
_ALL_PROSE = 0.85
"""No list or page of links has so much of it in sentences (a guess)."""
_LIVE_PROSE = 0.4
"""So much of a live blog is sentences, and half of its entries have one (guesses)."""
_PAGES = frozenset(("text", "html"))
"""Kinds of document that are pages. A newsletter or a PDF looks otherwise: the networks decide."""
FARTHEST = 4.0
"""A number counts as so many standard deviations from its mean at most."""
_FEW, _FEW_ALIKE = 3, 8
"""So many lines with prices, so many in blocks that are alike are worth telling (guesses)."""
_MOST_TOLD = 2


class _Model(NamedTuple):
    numbers: tuple[str, ...]
    means: tuple[float, ...]
    scales: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    article: float
    """What a unit of the networks' log-odds that the page is an article counts against it."""
    least: float
    """From this on a page is refused, and from the second where the networks doubt it."""
    least_doubtful: float


def check(record: PageRecord) -> None:
    """Nothing, where the page may hold an article.

    Raises:
        NoArticleError: it is a list of items or goods for sale.
    """
    predictions = record.predictions
    if predictions is None or predictions.article >= _SURE_ARTICLE or record.overrides:
        return
    doubtful = predictions.article < _ARTICLE[commerce(signs(record.page))]
    fewest = _FEWEST_LINES_SURE if doubtful else _FEWEST_LINES
    if len(record.content_indices) < fewest:
        return
    if _has_teasers(record, predictions):
        raise NoArticleError(f"{record.document.label}: {_TEASERS}, not an article")
    if _is_mostly_kept(record, predictions) and not (doubtful and _is_table(record, predictions)):
        return
    label = record.document.label
    if record.document.kind not in _PAGES:
        if doubtful:
            raise NoArticleError(f"{label}: it looks like a list of items or links, not an article")
        return
    row, model = numbers(record), _model()
    least = model.least_doubtful if doubtful else model.least
    if score(row, predictions.article) > least and not _is_spared(record, row):
        raise NoArticleError(f"{label}: {_told(row)}, not an article")


def _is_spared(record: PageRecord, row: Mapping[str, float]) -> bool:
    """Is it a recipe, reviews, an encyclopaedia's entry or a live blog, whose lines are alike?

    Or hardly anything but sentences?
    """
    if has_ingredients(record.page) or is_encyclopaedia(record.page):
        return True
    if len(verdict_lists(record.page)) > 1 and row["prose share"] >= _LIVE_PROSE:
        return True
    if row["prose share"] >= _ALL_PROSE:
        return True
    told = [has_prose(record.page, entry) for entry in entries(record.page)]
    return row["prose share"] >= _LIVE_PROSE and 2 * sum(told) >= len(told) > 0


def _has_teasers(record: PageRecord, predictions: Predictions) -> bool:
    """Is every sentence of a page the deck below a headline that is a link, as on a home page?"""
    tree, fields = record.document.tree, record.metadata
    if tree is None or fields.byline or fields.date or _is_headed(record):
        return False
    linked = below = 0
    for at, index in enumerate(record.content_indices):
        words = predictions.words[at]
        if tree.markup[index].link_chars >= _LINKED * len(record.page.texts[index]):
            linked = at
        elif predictions.ends[at]:
            if words > _DECK_WORDS or not 0 < at - linked <= _BELOW or not linked:
                return False
            below += 1
    return below >= _TEASERS_LEAST


def _is_headed(record: PageRecord) -> bool:
    """Has a page one headline of its own, as a list of books or of questions has?

    That of a home page is the name of the site, or a link.
    """
    tree, page = record.tree, record.page
    if tree is None:
        return False
    for words, mark in zip(page.words, tree.markup, strict=True):
        own = len(words) >= _HEADLINE_WORDS and mark.block >= 0 and not mark.link_chars
        if own and tree.nodes[mark.block].tag == "h1":
            return True
    return False


def _is_table(record: PageRecord, predictions: Predictions) -> bool:
    """Is there no sentence, day or author on a page: a programme, a list of headlines?"""
    if record.metadata.byline or record.metadata.date:
        return False
    told = predictions.ends & (predictions.words >= _SENTENCE_WORDS)
    return len(record.content_indices) >= _FEWEST_LINES and not told.any()


def _is_mostly_kept(record: PageRecord, predictions: Predictions) -> bool:
    kept = [record.kept[at] for at in record.content_indices]
    words = float(predictions.words[np.array(kept)].sum())
    return words >= max(_MOSTLY_WORDS, _MOSTLY_SHARE * float(predictions.words.sum()))


def score(row: Mapping[str, float], article: float) -> float:
    """How surely a page of these numbers is none that holds an article, less the networks' word.

    Raises:
        ValueError: the weights were learned from other numbers.
    """
    model = _model()
    if tuple(row) != model.numbers:
        raise ValueError(f"{_WEIGHTS} was trained on other numbers; train it anew")
    total = model.bias
    for value, mean, scale, weight in zip(
        row.values(), model.means, model.scales, model.weights, strict=True
    ):
        total += weight * max(-FARTHEST, min(FARTHEST, (value - mean) / scale))
    return total - model.article * article


def _told(row: Mapping[str, float]) -> str:
    """What the page looks like, and what shows it."""
    lines, prices, buttons, results = (
        round(math.expm1(row[name])) for name in ("lines", "prices", "actions", "lists")
    )
    alike = round(row["alike"] * lines)
    told = []
    if alike >= _FEW_ALIKE:
        told.append(f"{alike} of {lines} lines lie in blocks that are alike")
    if prices >= _FEW:
        told.append(f"{prices} lines have prices")
    if buttons:
        told.append(f"buttons of a shop: {buttons}")
    if results:
        told.append(f"lines that lists of results have: {results}")
    told.append(f"{100 * row['prose share']:.0f} % of its words are sentences")
    shop = buttons or prices >= _FEW
    kind = "goods for sale" if shop else "a list of items or links"
    return f"it looks like {kind} ({'; '.join(told[:_MOST_TOLD])})"


@cache
def _model() -> _Model:
    data = languages.read_data(_WEIGHTS)
    return _Model(
        tuple(data["numbers"]),
        tuple(data["means"]),
        tuple(data["scales"]),
        tuple(data["weights"]),
        data["bias"],
        data["article"],
        data["least"],
        data["least_doubtful"],
    )
