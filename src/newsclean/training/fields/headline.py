"""Trains the networks that tell which line is the headline: `data/cleaning/headline.json`.

    python -m newsclean.training.fields.headline ../shared

A softmax over the candidate lines of a page and "none of them", fitted with AdamW to the pages
whose stated title stands in their text; articles without their headline are examples of "none".
Pages are divided into folds by domain first, and what each fold gets right that no network saw is
printed. Needs PyTorch.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.lines.segment import segment, worded
from newsclean.cleaning.model.classify import classify
from newsclean.cleaning.record import PageRecord
from newsclean.cleaning.selection.select import select
from newsclean.cleaning.titles.headline import body_start
from newsclean.cleaning.titles.headline_features import FEATURES, list_candidates
from newsclean.document import Document
from newsclean.errors import NoArticleError
from newsclean.training.corpora import ARTICLE_SOURCES, OLDER_SOURCES, pages

if TYPE_CHECKING:
    import torch

OUT = Path(__file__).parents[2] / "data" / "cleaning" / "headline.json"
WORD = re.compile(r"\w+")
VIEWS = (("innertext", 1.0), ("inscriptis", 0.4), ("dump", 0.4))
ROUGH_SOURCES = (*OLDER_SOURCES, "trafeval")
"""Sources of which one view is read, at half the weight: their titles are often `<title>`."""
BARE_WEIGHT = 0.3
SAME, OTHER = 0.8, 0.4
"""Likeness from which a line is the title, and below which it is another line."""
FOLDS = 5
NETS, HIDDEN = 3, 16
STEPS, BATCH, RATE, DECAY = 500, 512, 0.01, 0.5
"""Found by the folds: a linear model is 1 to 3 % worse, 24 units with less decay no better."""
ABSENT = -1e9

Floats = npt.NDArray[np.float32]


class Example(NamedTuple):
    """A page: candidates x features, and which rows are right; no row where it has no headline."""

    rows: Floats
    right: tuple[int, ...]
    weight: float
    domain: str
    told: str
    """What is counted together: the source and whether it is a page or a bare article."""


def likeness(one: str, other: str) -> float:
    """F1 of the words of two titles, case ignored."""
    first, second = (Counter(WORD.findall(text.lower())) for text in (one, other))
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def examples(shared: Path) -> Iterator[Example]:
    """One example for each view of each training page, and the bare article."""
    for source in (*ARTICLE_SOURCES, *ROUGH_SOURCES):
        rough = source in ROUGH_SOURCES
        for page in pages(shared, source, "train"):
            title, domain = page.get("title"), str(page.get("domain"))
            if not title:
                continue
            language = page.get("lang") or "en"
            for view, weight in VIEWS[: 1 if rough else None]:
                record = _as_cleaned(page["views"][view], language)
                if record is not None:
                    told = f"{source}, {view}"
                    yield from _example(
                        record, title, weight / 2 if rough else weight, (domain, told)
                    )
            if not rough:
                for text in (page["gold"], f"{title}\n\n{page['gold']}"):
                    lines = segment(text)
                    record = PageRecord(
                        Document(text),
                        PageLines(lines, language),
                        kept=[True] * len(lines),
                        probabilities=[0.9] * len(lines),
                    )
                    yield from _example(record, title, BARE_WEIGHT, (domain, f"{source}, bare"))


def _as_cleaned(text: str, language: str) -> PageRecord | None:
    """The page with the lines that the networks keep: that is what the headline is found by."""
    lines = segment(text)
    indices, content = worded(lines)
    record = PageRecord(
        Document(text),
        PageLines(lines, language),
        content_indices=indices,
        content_lines=content,
    )
    try:
        return select(classify(record), "balance") if content else None
    except NoArticleError:
        return None


def _example(
    record: PageRecord, title: str, weight: float, told: tuple[str, str]
) -> Iterator[Example]:
    start = body_start(record)
    if start is None:
        return
    places, table = list_candidates(record, start)
    if not places:
        return
    alike = [likeness(record.page.texts[place], title) for place in places]
    best = max(alike)
    right = tuple(number for number, value in enumerate(alike) if value == best >= SAME)
    if not right and any(likeness(text, title) >= OTHER for text in record.page.texts):
        return
    yield Example(table.astype(np.float32), right, weight, *told)


def _tensors(found: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Pages x rows x features with the row "none" last, what is no row, and the right rows."""
    import torch

    widest = 1 + max(len(example.rows) for example in found)
    table = np.zeros((len(found), widest, len(FEATURES)), dtype=np.float32)
    absent = np.full((len(found), widest), ABSENT, dtype=np.float32)
    right = np.zeros((len(found), widest), dtype=np.float32)
    for number, example in enumerate(found):
        count = len(example.rows)
        table[number, :count] = example.rows
        table[number, count, 0] = 1
        absent[number, : count + 1] = 0
        right[number, list(example.right) or count] = 1
    return torch.tensor(table), torch.tensor(absent), torch.tensor(right)


def fit(found: Sequence[Example], nets: int = NETS) -> dict[str, Floats]:
    """The weights of several networks side by side, as `titles.headline` reads them."""
    import torch

    torch.set_num_threads(1)
    table, absent, right = _tensors(found)
    shown = table[absent == 0]
    mean, scale = shown.mean(0), shown.std(0) + 1e-3
    mean[0], scale[0] = 0, 1
    table = (table - mean) / scale
    weight = torch.tensor([example.weight for example in found])
    parts: list[list[torch.Tensor]] = []
    for seed in range(nets):
        random = torch.Generator().manual_seed(seed)
        linear = torch.zeros(len(FEATURES), requires_grad=True)
        hidden = (torch.randn(len(FEATURES), HIDDEN, generator=random) * 0.1).requires_grad_()
        bias = torch.zeros(HIDDEN, requires_grad=True)
        out = (torch.randn(HIDDEN, generator=random) * 0.1).requires_grad_()
        net = [linear, hidden, bias, out]
        optimizer = torch.optim.AdamW(net, lr=RATE, weight_decay=DECAY)
        schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, STEPS)
        for _ in range(STEPS):
            drawn = torch.randint(0, len(found), (BATCH,), generator=random)
            rows = table[drawn]
            scores = rows @ linear + torch.relu(rows @ hidden + bias) @ out + absent[drawn]
            likely = torch.log_softmax(scores, 1) + torch.log(right[drawn] + 1e-20)
            loss = -(torch.logsumexp(likely, 1) * weight[drawn]).sum() / weight[drawn].sum()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
        parts.append([value.detach() for value in net])
    linears, hiddens, biases, outs = zip(*parts, strict=True)
    weights = {
        "mean": mean,
        "scale": scale,
        "linear": torch.stack(linears).mean(0),
        "hidden": torch.cat(hiddens, 1),
        "bias": torch.cat(biases),
        "out": torch.cat(outs) / nets,
    }
    return {name: value.numpy() for name, value in weights.items()}


def choice(weights: dict[str, Floats], rows: Floats) -> int:
    """The row that the networks choose; the number of rows for "none"."""
    none = np.zeros((1, len(FEATURES)), dtype=np.float32)
    none[0, 0] = 1
    table = (np.concatenate([rows, none]) - weights["mean"]) / weights["scale"]
    inner = np.maximum(table @ weights["hidden"] + weights["bias"], 0)
    return int((table @ weights["linear"] + inner @ weights["out"]).argmax())


def main() -> None:
    """Read the shared data, fit, and write the weights."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    found = list(examples(shared))
    right: dict[str, list[bool]] = defaultdict(list)
    fold = [
        int(hashlib.md5(e.domain.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS
        for e in found
    ]
    for held in range(FOLDS):
        weights = fit([e for e, at in zip(found, fold, strict=True) if at != held])
        for example, at in zip(found, fold, strict=True):
            if at == held:
                chosen = choice(weights, example.rows)
                right[example.told].append(chosen in (example.right or (len(example.rows),)))
    for told, results in right.items():
        print(f"{told}: {len(results)} pages, {sum(results) / len(results):.3f} right, unseen")
    weights = fit(found)
    rounded: dict[str, Any] = {
        name: np.round(value, 3).astype(float).tolist() for name, value in weights.items()
    }
    record = {"features": FEATURES, **rounded}
    OUT.write_text(json.dumps(record, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
