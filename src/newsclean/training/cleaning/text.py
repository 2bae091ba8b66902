"""Trains the model of plain text: `python -m newsclean.training.cleaning.text SHARED`.

Every training page is read in its three views, and also cropped tightly, clean, without blank
lines, wrapped anew, and as one giant line, since people paste all of these.
"""

from __future__ import annotations

import argparse
import pickle
import random
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from newsclean import languages
from newsclean.cleaning.features import text
from newsclean.cleaning.features.markers import Phrases
from newsclean.cleaning.lines.phrases import Hit, normalized_words, phrasebook
from newsclean.cleaning.lines.segment import segment, worded
from newsclean.document import Line
from newsclean.training import corpora
from newsclean.training.cleaning import furniture, silver, text_network
from newsclean.training.cleaning.labels import label
from newsclean.training.cleaning.network_modules import Settings
from newsclean.training.cleaning.notices import notices

VIEWS = ("innertext", "inscriptis", "dump")
NO_ARTICLE = ("product", "listing", "collection")
_LEAST_COVERED = 0.75
_LEAST_DOMAINS = 5
_SEEDS = (0, 1, 2)
_RATE_ON = 1.5e-3
"""The highest learning rate where trained networks are gone on from: half of that at first."""
_FOLD_EPOCHS = 9
_STAYS = 0.3
"""So much of the weights that are gone on from stays."""
_SAME = {"no": "nb"}
_INTERRUPTED = 0.5
"""How many of the mixed pages have boxes in their bodies."""
_DISCUSSED = 0.3
"""How many of the mixed pages end as a page with comments does, where there are such."""


def gold_pages(shared: Path, split: str) -> Iterator[tuple[dict[str, Any], str | None]]:
    """Page records with their bodies; None for a page that is no article."""
    yield from silver.articles(shared, split)
    for record in corpora.pages(shared, "wcxb-other", split):
        if record["type"] in NO_ARTICLE:
            yield record, None


@dataclass(frozen=True, slots=True)
class Copy:
    """One way a page may be pasted: its units, and which of them are the body."""

    group: str
    domain: str
    article: bool
    view: str
    lines: tuple[Line, ...]
    keep: npt.NDArray[np.bool_]
    language: str
    share: float
    weight: float = 1.0

    def labelled(self) -> furniture.Labelled:
        """The copy as boxes are taken from it and put into it."""
        return furniture.Labelled(self.lines, self.keep, self.language, self.domain)

    def _phrases(self) -> Phrases:
        found = [_phrases_in(line.text, self.language) for line in self.lines]
        lower = [line.text.lower() for line in self.lines]
        return Phrases([hits for hits, _ in found], [words for _, words in found], lower)

    def page(self) -> text_network.Page:
        """The copy as the networks are trained on it."""
        described = text.describe(self.lines, self.language, self._phrases())
        return text_network.Page(
            group=self.group,
            domain=self.domain,
            features=described.features.astype(np.float16),
            bag=described.bag,
            keep=self.keep,
            words=described.words,
            article=self.article,
            share=self.share,
            weight=self.weight if self.article else 0.0,
            view=self.view,
        )


@lru_cache(1_000_000)
def _phrases_in(line: str, language: str) -> tuple[tuple[Hit, ...], list[str]]:
    """The phrases and words of a line: the copies of a page have most lines in common."""
    words = normalized_words(line)
    return phrasebook(language).hits(line, words), words


def copies(record: dict[str, Any], body: str | None) -> Iterator[Copy]:
    """A page as people may paste it: its views, and copies that are cropped, clean, or glued."""
    rng = random.Random(f"{record['source']} {record['id']}")  # noqa: S311 - no secret
    language = (record.get("lang") or languages.detect(body or record["views"]["innertext"]))[:2]
    language = _SAME.get(language, language)
    sure = True
    for view in VIEWS:
        lines = worded(segment(record["views"].get(view, "")))[1]
        if not lines:
            continue
        if body is None:
            yield _copy(record, view, lines, np.zeros(len(lines), bool), language)
            continue
        keep, covered = label([line.text for line in lines], body)
        sure = covered >= _LEAST_COVERED
        if not sure:
            continue
        yield _copy(record, view, lines, keep, language)
        if view == "innertext":
            for share in (0.35, 0.35):
                yield from _crop(record, lines, keep, language, rng, share)
            flat = tuple(line._replace(blank_before=0) for line in lines)
            yield _copy(record, "flat", flat, keep, language, share=0.15)
            yield from _glued(record, lines, body, language)
    if body is not None and sure:
        yield from _clean(record, body, language, rng)


def _copy(
    record: dict[str, Any],
    view: str,
    lines: Sequence[Line],
    keep: Any,
    language: str,
    share: float = 1.0,
) -> Copy:
    article = record.get("type") not in NO_ARTICLE
    # pages that are no article are few: each view of one counts as a page
    group = f"{record['source']} {record['id']}" + ("" if article else f" {view}")
    return Copy(
        group=group,
        domain=corpora.domain_of(record),
        article=article,
        view=view,
        lines=tuple(lines),
        keep=keep,
        language=language,
        share=share,
        weight=(corpora.ROUGH_WEIGHT if corpora.is_older(record) else 1.0)
        * (corpora.READ_WEIGHT if record.get("read") else 1.0),
    )


def _crop(
    record: dict[str, Any],
    lines: Sequence[Line],
    keep: Any,
    language: str,
    rng: random.Random,
    share: float,
) -> Iterator[Copy]:
    """The article with a few lines above and below it, as somebody selects it."""
    kept = np.flatnonzero(keep)
    if not len(kept):
        return
    first = max(0, int(kept[0]) - rng.choice((0, 1, 2, 5, 10, 20)))
    last = int(kept[-1]) + rng.choice((0, 1, 2, 5, 10, 20))
    cut = slice(first, last + 1)
    yield _copy(record, "crop", lines[cut], keep[cut], language, share)


def _clean(record: dict[str, Any], body: str, language: str, rng: random.Random) -> Iterator[Copy]:
    """The body alone: one paragraph a line or with blank lines, or wrapped."""
    paragraphs = [" ".join(part.split()) for part in body.split("\n") if part.strip()]
    gap = rng.choice(("\n", "\n\n"))
    width = rng.choice((60, 66, 72, 76, 80, 100))
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    for view, copy in (("clean", gap.join(paragraphs)), ("wrapped", wrapped)):
        lines = worded(segment(copy))[1]
        if lines:
            yield _copy(record, view, lines, np.ones(len(lines), bool), language, share=0.45)


def _glued(
    record: dict[str, Any], lines: Sequence[Line], body: str, language: str
) -> Iterator[Copy]:
    """The page as one giant line, cut again."""
    units = worded(segment(" ".join(line.text for line in lines)))[1]
    keep, covered = label([unit.text for unit in units], body)
    if covered >= _LEAST_COVERED:
        yield _copy(record, "giant", units, keep, language, share=0.15)


def mixed(made: Sequence[Copy], per_page: int = 2) -> Iterator[Copy]:
    """Pages that never were: the top of one, the body of another, what follows a third.

    A few lines are left out here and there, and half of the bodies are interrupted by boxes of
    other pages. What the networks learn of a site by heart is of no use on these.
    """
    rng = random.Random(0)  # noqa: S311 - no secret
    by_language: dict[str, list[Copy]] = defaultdict(list)
    for copy in made:
        if copy.view in VIEWS and copy.article and copy.keep.any():
            by_language[copy.language].append(copy)
    boxes = furniture.Boxes(copy.labelled() for some in by_language.values() for copy in some)
    for language, several in sorted(by_language.items()):
        discussed = [copy for copy in several if furniture.is_discussed(copy.labelled())]
        if len({copy.domain for copy in discussed}) < _LEAST_DOMAINS:
            discussed = []
        known = len({copy.domain for copy in several}) >= _LEAST_DOMAINS
        for copy in several:
            if copy.view != "innertext" and rng.random() < 0.5:
                continue
            yield from _interrupted(copy, boxes, rng, "interrupted", 0.5)
            if copy.view != "innertext" or not known:
                continue
            for _ in range(per_page):
                below = discussed if discussed and rng.random() < _DISCUSSED else several
                top, end = (_of_another_site(some, copy, rng) for some in (several, below))
                joined = _join(top, copy, end, rng, language)
                if rng.random() < _INTERRUPTED:
                    yield from _interrupted(joined, boxes, rng, "mixed", joined.share)
                else:
                    yield joined


def _interrupted(
    copy: Copy, boxes: furniture.Boxes, rng: random.Random, view: str, share: float
) -> Iterator[Copy]:
    """The page with boxes of other sites between the lines of its body, where there is place."""
    made = furniture.interrupt(copy.labelled(), boxes, rng)
    if made:
        yield replace(copy, view=view, share=share, lines=tuple(made.lines), keep=made.keep)


def _of_another_site(several: Sequence[Copy], copy: Copy, rng: random.Random) -> Copy:
    while True:
        other = rng.choice(several)
        if other.domain != copy.domain:
            return other


def _join(top: Copy, body: Copy, end: Copy, rng: random.Random, language: str) -> Copy:
    first, last = (int(place) for place in np.flatnonzero(body.keep)[[0, -1]])
    above = top if rng.random() < 0.5 else body
    below = end if rng.random() < 0.7 else body
    pieces = [
        (above, range(int(np.flatnonzero(above.keep)[0]))),
        (body, range(first, last + 1)),
        (below, range(int(np.flatnonzero(below.keep)[-1]) + 1, len(below.keep))),
    ]
    lines: list[Line] = []
    keep: list[bool] = []
    for copy, places in pieces:
        gone = _gaps(len(places), rng)
        for number, place in enumerate(places):
            if number not in gone:
                lines.append(copy.lines[place])
                keep.append(bool(copy.keep[place]))
    return replace(
        body, view="mixed", lines=tuple(lines), keep=np.array(keep), language=language, share=0.7
    )


def _gaps(count: int, rng: random.Random) -> set[int]:
    """Which of `count` lines are left out: up to three runs of them, half of the time none."""
    gone: set[int] = set()
    if count > 3 and rng.random() < 0.5:
        for _ in range(rng.randint(1, 3)):
            start = rng.randrange(count)
            gone.update(range(start, start + rng.randint(1, max(1, count // 5))))
    return gone


def told(made: Sequence[Copy]) -> Iterator[Copy]:
    """Pages that are only a notice, most of them with lines around articles of `made`."""
    pages = [copy.labelled() for copy in made if copy.view == "innertext" and copy.article]
    for notice in notices(pages):
        yield Copy(
            group=f"notice {notice.name}",
            domain=f"notice {notice.language}",
            article=False,
            view="innertext",
            lines=notice.lines,
            keep=np.zeros(len(notice.lines), bool),
            language=notice.language,
            share=1.0,
        )


def load(shared: Path, split: str, cache: Path | None = None) -> list[Copy]:
    """All copies of all pages of a split, from the cache where it has them."""
    path = cache / f"copies.{split}.pkl" if cache else None
    if path and path.exists():
        found: list[Copy] = pickle.loads(path.read_bytes())
        return found
    made = [copy for record, body in gold_pages(shared, split) for copy in copies(record, body)]
    made += [*mixed(made), *told(made)]
    if path:
        path.write_bytes(pickle.dumps(made))
    return made


def main() -> None:
    """Train the ensemble and write `data/cleaning/text.bin`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--cache", type=Path, help="folder for labelled pages")
    parser.add_argument("--begin", type=Path, help="weights file whose networks are gone on from")
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument("--folds", type=Path, help="folder for a network without each fold")
    arguments = parser.parse_args()
    pages = [copy.page() for copy in load(arguments.shared, "train", arguments.cache)]
    columns = text.describe([Line(0, 1, "a")], "en").columns
    for fold in range(corpora.FOLDS) if arguments.folds else ():
        others = [page for page in pages if corpora.fold_of(page.domain) != fold]
        settings = Settings(epochs=_FOLD_EPOCHS)
        data = text_network.fit(others, settings=settings, seeds=_SEEDS[:1], columns=columns)
        corpora.write_fold(arguments.folds, fold, "text.bin", data)
    if arguments.folds:
        return
    data = text_network.fit(
        pages,
        settings=Settings(
            epochs=arguments.epochs, rate=_RATE_ON if arguments.begin else Settings().rate
        ),
        seeds=_SEEDS,
        earlier=arguments.begin.read_bytes() if arguments.begin else None,
        stays=_STAYS,
        note="plain text",
        columns=columns,
    )
    target = Path(__file__).parents[2] / "data" / "cleaning" / "text.bin"
    target.write_bytes(data)
    print(f"{target}: {len(data)} bytes from {len(pages)} pages")


if __name__ == "__main__":
    main()
