"""What each rule of the summary says of an article's sentences: for `recording.py`.

A summary has three sentences, and most of what rules say of the others is not seen in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsclean import summary
from newsclean.document import Sentence
from newsclean.summary.length import AUTO
from newsclean.summary.lists import promises, subheadings
from newsclean.summary.lists.points import points
from newsclean.summary.ranking import eligible, explain, ranker, readers, sets
from newsclean.summary.ranking.features import Features, extract
from newsclean.summary.ranking.introductions import Introductions

_LENGTHS = ("1", "2", "25%", "45w", AUTO)
"""Summaries are recorded in one of these as well, the last with a focus."""
_SIZES = (1, 3)
"""Of so many sentences sets are described."""
_FEW = 7


def decided(prose: Sequence[Sentence], language: str, title: str | None) -> Iterator[str]:
    """What the rules say, a line each."""
    features = extract(prose, language, title)
    scores = ranker.score(features)
    numbers = range(len(prose))
    standing = features.standing
    told: dict[str, Iterable[int]] = {
        "leaning": (at for at in numbers if eligible.leans(features, at)),
        "leaning by its words": (at for at in numbers if standing.leans(at)),
        "pointing": (at for at in numbers if standing.points(at)),
        "weak": (at for at in numbers if standing.weakness(at)),
        "half weak": (at for at in numbers if standing.weakness(at) == 0.5),
        "answering": (at for at in numbers if eligible.answers(features, at)),
        "calls": sorted(standing.calls),
        "debris": sorted(standing.debris),
        "half": sorted(standing.half),
        "orphan": features.orphan.nonzero()[0],
        "question": features.question.nonzero()[0],
        "no statement": (~features.statement).nonzero()[0],
        "quotation": features.quotation.nonzero()[0],
        "figures": features.figures.nonzero()[0],
        "address": eligible.addresses(features).nonzero()[0],
        "little": eligible.says_little(features).nonzero()[0],
    }
    for size in _SIZES:
        told[f"not eligible of {size}"] = (~eligible.eligible(features, size)).nonzero()[0]
        told[f"candidates of {size}"] = eligible.candidates(features, scores, size)
        told[f"candidates of {size} by readers"] = _candidates(features, size)
    for name, found in told.items():
        if listed := " ".join(str(int(at)) for at in found):
            yield f"{name}: {listed}"
    if standing.names_nobody_yet():
        yield "names nobody yet"
    if standing.paired:
        yield "halves are paired"
    length = _LENGTHS[len(prose) % len(_LENGTHS)]
    focus = " ".join(prose[-1].text.split()[:_FEW]) if length == AUTO else None
    brief = summary.summarize(prose, language=language, length=length, title=title, focus=focus)
    yield f"in {length}: {' '.join(f'{one.start}-{one.end}' for one in brief.sentences)}"
    if not len(prose) % 2:
        yield f"in a line: {summary.headline(prose, language=language)}"
    yield from _lists(prose, features, language, title)


def read(
    prose: Sequence[Sentence], language: str, title: str | None
) -> Iterator[tuple[str, Iterable[float]]]:
    """The sums of what is read of the sentences, and of sets of the first of them."""
    features = extract(prose, language, title)
    scores = ranker.score(features)
    yield "sentences", features.values.sum(0)
    totals: dict[str, float] = {}
    for each in explain.contributions(features.values):
        for group, moved in each:
            totals[group] = totals.get(group, 0) + abs(moved)
    yield "told of sentences", [totals[group] for group in sorted(totals)]
    judged = readers.judge(features, readers.load(features.terms.language))
    for size in _SIZES:
        chosen = eligible.candidates(features, scores, size)
        if size <= len(chosen):
            described = sets.describe(features, scores, chosen, size)
            members = described.members
            yield f"sets of {size}", described.values.sum(0)
            yield f"columns of {size}", readers.columns_of_sets(judged, members).sum(0)
            told = ranker.by_reading(features, described), eligible.weakness(features, members)
            yield f"reading of {size}", [float(each.sum()) for each in told]
            yield f"standing of {size}", [float(eligible.stands(features, members).sum())]


def _candidates(features: Features, size: int) -> Iterable[int]:
    people = Introductions(features.terms)
    return readers.candidates(
        features, readers.judge(features, readers.load(features.terms.language)), people, size
    )


def _lists(
    prose: Sequence[Sentence], features: Features, language: str, title: str | None
) -> Iterator[str]:
    """The points of a list, under the article's own headline and under some that promise one."""
    known = promises.rules(language).titles
    named = [f"{_FEW}{known[0].rstrip()}", f"{known[-1].strip()}"] if known else []
    for number, heading in enumerate((title, *named)):
        found = points(prose, features, language, heading)
        if found:
            shown = " ".join(f"{one.number}:{one.start}:{one.end}" for one in found)
            yield f"points under {number}: {shown}"
        headed = list(subheadings.headings(prose, language, heading or ""))
        if headed and not number:
            run = subheadings.longest_run(headed)
            whole = subheadings.completed(run, prose)
            yield f"headings: {' '.join(f'{one.sentence}:{one.ordinal}' for one in headed)}"
            yield f"run: {' '.join(str(one.sentence) for one in run)}"
            yield f"whole: {' '.join(str(one.sentence) for one in whole)}"
