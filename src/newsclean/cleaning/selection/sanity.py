"""Guards on what the model decided: no article is emptied silently, no menu passes for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newsclean.errors import NoArticleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from newsclean.cleaning.record import Override, Predictions

_ARTICLE_STATED = 2.0
"""Below these log-odds a page that says itself that it is something else is that. Nets that have
not seen them give less to 98 % of training pages of products, 92 % of lists, 8 % of articles."""
_SURE = 1.5
_LIKELY = 0.3
"""A line that is so likely is of an article where the networks know the language little."""
_LITTLE_WORDS = 60
_LITTLE_SHARE = 0.05
_FEW_LINES = 3


def check(
    name: str,
    predictions: Predictions,
    kept: npt.NDArray[np.bool_],
    overrides: Sequence[Override] = (),
    stated_kind: str = "",
    *,
    unended: bool = False,
) -> tuple[npt.NDArray[np.bool_], tuple[str, ...]]:
    """What is kept after the guards, and what the user should be told.

    `stated_kind` is what the page says that it is if that is no article; `unended` says that its
    language has no sign at the end of a sentence.

    Where the user's patterns had a part in it, nothing is refused while a line is kept, and no
    line that they drop comes back.

    Raises:
        NoArticleError: nothing looks like an article.
    """
    if overrides and kept.any():
        return kept, ()
    if stated_kind and predictions.article < _ARTICLE_STATED:
        raise NoArticleError(f"{name}: {stated_kind}, not an article")
    if not kept.any():
        kept = _rescue(predictions, unended=unended)
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
    words = float(predictions.words[kept].sum())
    total = float(predictions.words.sum())
    if words < _LITTLE_WORDS and words < total / 2:
        return kept, (f"little was kept: {words:.0f} of {total:.0f} words",)
    if words < _LITTLE_SHARE * total:
        return kept, (f"little was kept: {100 * words / total:.0f} % of the words",)
    return kept, ()


def _rescue(predictions: Predictions, *, unended: bool) -> npt.NDArray[np.bool_]:
    """Where nothing passed: prose that is at least half as likely as the likeliest line."""
    ends = predictions.words > 0 if unended else predictions.ends
    prose = ends & (predictions.words >= 8)
    if not prose.any():
        return np.zeros(len(predictions.words), bool)
    highest = float(predictions.probabilities[prose].max())
    if unended and highest >= _LIKELY:
        return np.asarray(prose & (predictions.probabilities >= highest / 2), bool)
    if len(predictions.words) > _FEW_LINES and (highest < 0.1 or predictions.article < _SURE):
        return np.zeros(len(predictions.words), bool)
    found: npt.NDArray[np.bool_] = prose & (predictions.probabilities >= highest / 2)
    return found
