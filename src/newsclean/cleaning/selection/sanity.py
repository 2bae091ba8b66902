"""Guards on what the model decided: no article is emptied silently, no menu passes for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newsclean.errors import NoArticleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from newsclean.cleaning.record import Override, Predictions

_ARTICLE = -2.0
"""Below these log-odds a page counts as none that holds an article. On dev, copied text, it refuses
no article of 634 and 28 of 49 products, listings and collections; at -1.5 one and 33."""
_ARTICLE_STATED = 2.0
"""Likewise for a page that says itself that it is something else. Nets that have not seen them
give less to 98 % of training pages of products and 92 % of lists, and to 8 % of articles."""
_ARTICLE_SHOP, _ARTICLE_PRICED = 3.0, 0.0
"""Likewise for a page with the buttons of a shop, and for one with a few signs of it. Of 465
training articles 4 have the first, none of them below 4; 31 the second, one of them below 2."""
_SURE = 1.5
_MOSTLY_WORDS, _MOSTLY_SHARE = 30, 0.7
"""A page of which so much is kept is a short article or a part of one, whatever it looks like: of
273 dev articles cut after six paragraphs 4 were refused without this (guesses)."""
_LITTLE_WORDS = 60
_LITTLE_SHARE = 0.05
_FEW_LINES = 3


def check(
    name: str,
    predictions: Predictions,
    kept: npt.NDArray[np.bool_],
    overrides: Sequence[Override] = (),
    stated_kind: str = "",
    shop: float = 0.0,
) -> tuple[npt.NDArray[np.bool_], tuple[str, ...]]:
    """What is kept after the guards, and what the user should be told.

    `stated_kind` is what the page says that it is if that is no article; `shop` is how surely its
    lines say that it sells something.

    Where the user's patterns had a part in it, nothing is refused while a line is kept, and no
    line that they drop comes back.

    Raises:
        NoArticleError: nothing looks like an article.
    """
    if overrides and kept.any():
        return kept, ()
    if stated_kind and predictions.article < _ARTICLE_STATED:
        raise NoArticleError(f"{name}: {stated_kind}, not an article")
    if shop >= 1.0 and predictions.article < _ARTICLE_SHOP:
        raise NoArticleError(f"{name}: it looks like goods for sale, not an article")
    if not kept.any():
        kept = _rescue(predictions)
        for index, override in enumerate(overrides):
            kept[index] &= override.drop is None
        if not kept.any():
            left = (
                " once --drop is obeyed"
                if any(override.drop is not None for override in overrides)
                else ""
            )
            raise NoArticleError(f"{name}: nothing in it looks like an article{left}")
        return kept, ("no line looks surely like an article: the likeliest ones were kept",)
    if (
        predictions.article < (_ARTICLE_PRICED if shop else _ARTICLE)
        and len(kept) > _FEW_LINES
        and not _is_mostly_kept(predictions, kept)
    ):
        raise NoArticleError(f"{name}: it looks like a page of items or links, not an article")
    words = float(predictions.words[kept].sum())
    total = float(predictions.words.sum())
    if words < _LITTLE_WORDS and words < total / 2:
        return kept, (f"little was kept: {words:.0f} of {total:.0f} words",)
    if words < _LITTLE_SHARE * total:
        return kept, (f"little was kept: {100 * words / total:.0f} % of the words",)
    return kept, ()


def _is_mostly_kept(predictions: Predictions, kept: npt.NDArray[np.bool_]) -> bool:
    words = float(predictions.words[kept].sum())
    return words >= max(_MOSTLY_WORDS, _MOSTLY_SHARE * float(predictions.words.sum()))


def _rescue(predictions: Predictions) -> npt.NDArray[np.bool_]:
    """Where nothing passed: prose that is at least half as likely as the likeliest line."""
    prose = predictions.ends & (predictions.words >= 8)
    if not prose.any():
        return np.zeros(len(predictions.words), bool)
    highest = float(predictions.probabilities[prose].max())
    if len(predictions.words) > _FEW_LINES and (highest < 0.1 or predictions.article < _SURE):
        return np.zeros(len(predictions.words), bool)
    found: npt.NDArray[np.bool_] = prose & (predictions.probabilities >= highest / 2)
    return found
