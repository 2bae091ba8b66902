"""Leave-one-source-out: what a source that was not trained on wins or loses against the lead.

Every source is left out once, the ranker is trained on all others, and its choices are scored at
many margins by ROUGE-2 against the plain first sentences. A margin is then chosen for each group
of languages such that the worst of its sources fares best.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from newsclean.summary.ranking.eligible import stands
from newsclean.summary.ranking.ranker import by_reading
from newsclean.summary.text.terms import Floats
from newsclean.training.summary.ranker import LONGER, SIZES, Example, Weights, describe, fit
from newsclean.training.summary.rewards import rouge_2

GRID = tuple(round(0.1 * step, 1) for step in range(16))
"""The margins that are measured, in standard deviations of the scores of an article's sets."""
_LEAST_MARGIN = 0.3
"""The smallest that may be chosen: below it, what replaces the lead is hardly told from it."""
_NOISE = 0.15
"""Points of ROUGE-2 that a source's mean moves by chance; of margins as good, the smallest."""
_UNSEEN = 1.2
"""The margin in languages that were not trained on: with Portuguese, Norwegian and Vietnamese left
out it was as good as 0.9, and it keeps the lead more often."""
_MOST = 250
"""Articles of a source that are trained on, and scored, in this table."""
_LEAST = 25
"""Articles that a source must have in a group of languages to be a row of the table."""


_ABOUT = """\
ROUGE-2 F1 against the plain first sentences, in points, the named source not trained on
(`python -m newsclean.training.summary.ranker SHARED`). *Filtered lead*: the first sentences without
headings, questions, calls to action and half quotations. A margin is how clearly a set must beat
that lead, in standard deviations, with what readers hold for and against it; the last column has
the margin that was chosen, by the worst source of the group, and the gain with its 95 %
interval. Only the margins for one sentence act: longer summaries are chosen by what readers hold
of them (`readers.bin`)."""


class Row(NamedTuple):
    """One source, unseen: gains in ROUGE-2 over the lead, by article and margin."""

    source: str
    english: bool
    languages: tuple[str, ...]
    size: int
    lead: float
    gains: Floats
    """Articles x margins of `GRID`, and last the lead without what no summary should hold."""


def leave_one_out(examples: Sequence[Example]) -> list[Row]:
    """A row for each source and number of sentences."""
    by_source: dict[str, list[Example]] = {}
    for one in examples:
        by_source.setdefault(one.pair.source, []).append(one)
    few = {source: own[:: max(1, len(own) // _MOST)][:_MOST] for source, own in by_source.items()}
    rows = []
    for source, own in few.items():
        weights = fit([one for other in few if other != source for one in few[other]])
        for size in dict.fromkeys((SIZES[source], LONGER)):
            for english in (True, False):
                part = [one for one in own if (one.pair.language == "en") == english]
                if len(part) >= _LEAST:
                    rows.append(_row(source, part, weights, size))
    return rows


def _row(source: str, examples: Sequence[Example], weights: Weights, size: int) -> Row:
    leads, gains = [], []
    for one in examples:
        lead = np.arange(min(size, len(one.scored.lengths)))[None]
        leads.append(float(rouge_2(one.scored, lead)[0]))
        gains.append(_at_margins(one, weights, size) - leads[-1])
    languages = tuple(sorted({one.pair.language for one in examples}))
    return Row(
        source, languages == ("en",), languages, size, float(np.mean(leads)), np.array(gains)
    )


def _at_margins(one: Example, weights: Weights, size: int) -> Floats:
    """ROUGE-2 of what is chosen at each margin of `GRID`, and of the filtered lead."""
    found, values = describe(one, weights.alone, size)
    if found is None:
        whole = np.arange(min(size, len(one.scored.lengths)))[None]
        return np.repeat(rouge_2(one.scored, whole), len(GRID) + 1)
    totals = values @ (weights.one if size == 1 else weights.several)
    members, spread = found.members, float(totals.std())
    totals = totals + spread * by_reading(one.features, found)
    totals = np.where(stands(one.features, members), totals, -np.inf)
    best = int(totals.argmax())
    clear = totals[best] - totals[0]
    first, chosen = rouge_2(one.scored, members[[0, best]])
    return np.array([*(chosen if clear >= margin * spread else first for margin in GRID), first])


def margins(rows: Iterable[Row]) -> dict[str, dict[str, float]]:
    """For "one" and "several" sentences, the margin of each language; "" is any other."""
    rows = list(rows)
    found: dict[str, dict[str, float]] = {}
    for name in ("one", "several"):
        found[name] = {}
        for english in (True, False):
            group = [row for row in rows if row.english == english and _kind(row) == name]
            means = np.array([row.gains[:, : len(GRID)].mean(0) for row in group])
            worst = means.min(0)
            worst[: GRID.index(_LEAST_MARGIN)] = -np.inf
            margin = GRID[int((worst >= worst.max() - _NOISE).argmax())]
            found[name] |= {language: margin for row in group for language in row.languages}
        found[name] = dict(sorted(found[name].items())) | {"": _UNSEEN}
    return found


def _kind(row: Row) -> str:
    return "one" if row.size == 1 else "several"


def table(rows: Iterable[Row], chosen: Mapping[str, Mapping[str, float]]) -> str:
    """The rows as Markdown, each with the gain at the margin that was chosen for it."""
    shown = (0.0, 0.3, 0.6, 0.9, 1.2)
    lines = [
        "# Leave one source out",
        "",
        _ABOUT,
        "",
        "| source | languages | sentences | articles | lead | filtered lead | "
        + " | ".join(f"margin {margin}" for margin in shown)
        + " | chosen |",
        "|---" * (7 + len(shown)) + "|",
    ]
    for row in rows:
        means = row.gains.mean(0)
        margin = chosen[_kind(row)][row.languages[0]]
        own = row.gains[:, GRID.index(margin)]
        error = 1.96 * float(own.std()) / len(own) ** 0.5
        cells = [
            row.source,
            " ".join(row.languages),
            str(row.size),
            str(len(row.gains)),
            f"{row.lead:.1f}",
            f"{means[-1]:+.2f}",
            *(f"{means[GRID.index(at)]:+.2f}" for at in shown),
            f"{margin}: {own.mean():+.2f} ± {error:.2f}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"
