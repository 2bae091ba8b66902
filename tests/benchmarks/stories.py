"""How well copies and events are grouped, and how long 100,000 articles take.

Copies are made from pages: cut, reordered, with paragraphs of other pages added, words changed,
or all of that; each keeps at least `COMMON` of its text, or of the original's. Pairs that are
found and were not made are printed by id: a collection of pages has copies of its own.

    python tests/benchmarks/stories.py copies PAGES.jsonl.gz... [--datasketch]
    python tests/benchmarks/stories.py events CSTNEWS.jsonl.gz
    python tests/benchmarks/stories.py scale PAGES.jsonl.gz... [--articles 100000]
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
import re
import resource
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from newsclean.stories import COMMON, Sketch, group, sketch
from newsclean.stories import copies as copying

PAGES, MADE = 1_600, 400
_SEED = 13
Paragraphs = list[str]


def pages(paths: Iterable[str]) -> Iterator[dict[str, str]]:
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                page = json.loads(line)
                if len(page.get("gold") or "") > 600:
                    yield page


def sentences(text: str) -> Paragraphs:
    """Paragraphs, long ones in two: what an editor moves and cuts."""
    return [piece for piece in re.split(r"\n+|(?<=[.!?。])\s+", text) if piece.strip()]


def cut(text: Paragraphs, _others: Paragraphs, chance: random.Random) -> Paragraphs:
    """The beginning, 60 % of it or more, or 30 % as a brief."""
    share = chance.choice((0.3, 0.6, 0.7, 0.8, 0.9))
    return text[: max(3, int(len(text) * share))]


def reordered(text: Paragraphs, _others: Paragraphs, chance: random.Random) -> Paragraphs:
    """Blocks of two to five sentences in another order."""
    blocks, start = [], 0
    while start < len(text):
        size = chance.randint(2, 5)
        blocks.append(text[start : start + size])
        start += size
    chance.shuffle(blocks)
    return [sentence for block in blocks for sentence in block]


def added(text: Paragraphs, others: Paragraphs, chance: random.Random) -> Paragraphs:
    """Two thirds as much again from another page, in the middle and at the end."""
    room, taken = 0.66 * sum(map(len, text)), []
    for sentence in others:
        room -= len(sentence)
        if room < 0:
            break
        taken.append(sentence)
    at = chance.randint(1, len(text))
    half = len(taken) // 2
    return [*text[:at], *taken[:half], *text[at:], *taken[half:]]


def replaced(text: Paragraphs, others: Paragraphs, chance: random.Random) -> Paragraphs:
    """Four sentences in ten are others: 60 % of each text is common."""
    gone = set(chance.sample(range(len(text)), int(0.38 * len(text))))
    spare = itertools.cycle(others or ["Nothing else is known."])
    return [next(spare) if place in gone else own for place, own in enumerate(text)]


def edited(text: Paragraphs, _others: Paragraphs, chance: random.Random) -> Paragraphs:
    """One word in thirty is another word."""
    return [
        re.sub(r"\w+", lambda word: word[0] if chance.random() > 1 / 30 else "another", sentence)
        for sentence in text
    ]


def everything(text: Paragraphs, others: Paragraphs, chance: random.Random) -> Paragraphs:
    """Cut by a fifth, reordered, a third as much added."""
    kept = reordered(text[: max(3, int(0.8 * len(text)))], others, chance)
    return added(kept, others[: len(kept) // 3], chance)


CHANGES: Sequence[Callable[[Paragraphs, Paragraphs, random.Random], Paragraphs]] = (
    cut,
    reordered,
    added,
    replaced,
    edited,
    everything,
)


def measure_copies(paths: Sequence[str], *, datasketch: bool) -> None:
    chance = random.Random(_SEED)
    base = list(pages(paths))
    chance.shuffle(base)
    base, rest = base[:PAGES], base[PAGES:]
    texts = [page["gold"] for page in base]
    names = [page["id"] for page in base]
    kinds = [""] * len(texts)
    origin = list(range(len(texts)))
    long = [each for each in range(len(base)) if len(sentences(texts[each])) >= 8]
    for number, source in enumerate(chance.sample(long, min(MADE, len(long)))):
        change = CHANGES[number % len(CHANGES)]
        other = sentences(chance.choice(rest)["gold"])
        made = change(sentences(texts[source]), other, chance)
        texts.append("\n\n".join(made))
        names.append(f"{base[source]['id']} {change.__name__}")
        kinds.append(change.__name__)
        origin.append(source)
    begun = time.process_time()
    sketches = [
        sketch(text, language=base[source].get("lang") or "en")
        for text, source in zip(texts, origin, strict=True)
    ]
    made_in = time.process_time() - begun
    for common in (0.4, 0.5, 0.55, COMMON, 0.65, 0.7, 0.8):
        found = {(link.first, link.second) for link in copying.find(sketches, common)}
        _score(f"newsclean {common:.2f}", found, names, kinds, origin, show=common == COMMON)
    grouped = group(
        [replace(each, terms=each.terms[:0], weights=each.weights[:0]) for each in sketches]
    )
    pairs = {
        (one.article, other.article)
        for story in grouped
        for one, other in itertools.combinations(story.members, 2)
    }
    _score("newsclean, as groups", pairs, names, kinds, origin, show=False)
    print(f"{1000 * made_in / len(texts):.2f} ms a sketch, of {len(texts)} articles")
    if datasketch:
        _datasketch(texts, names, kinds, origin)


def _score(
    name: str,
    found: set[tuple[int, int]],
    names: Sequence[str],
    kinds: Sequence[str],
    origin: Sequence[int],
    *,
    show: bool,
) -> None:
    right = {pair for pair in found if origin[pair[0]] == origin[pair[1]]}
    wanted = {(origin[each], each) for each in range(len(names)) if kinds[each]}
    recall = len(wanted & found) / len(wanted)
    precision = len(right) / max(1, len(found))
    by_kind = " ".join(
        f"{kind.__name__} "
        f"{np.mean([(o, e) in found for o, e in wanted if kinds[e] == kind.__name__]):.3f}"
        for kind in CHANGES
    )
    print(f"{name:22} precision {precision:.3f} recall {recall:.3f}  {by_kind}")
    if show:
        for one, other in sorted(found - right):
            print(f"    not made: {names[one]} = {names[other]}")


def _datasketch(
    texts: Sequence[str], names: Sequence[str], kinds: Sequence[str], origin: Sequence[int]
) -> None:
    from datasketch import MinHash, MinHashLSH

    for threshold in (0.2, 0.3, 0.43):
        begun = time.process_time()
        index = MinHashLSH(threshold=threshold, num_perm=128)
        found = set()
        for number, text in enumerate(texts):
            words = re.findall(r"\w+", text.casefold())
            signature = MinHash(num_perm=128)
            signature.update_batch(
                [" ".join(words[at : at + 4]).encode() for at in range(max(1, len(words) - 3))]
            )
            found |= {(int(other), number) for other in index.query(signature)}
            index.insert(str(number), signature)
        taken = 1000 * (time.process_time() - begun) / len(texts)
        _score(f"datasketch {threshold}", found, names, kinds, origin, show=False)
        print(f"{taken:.2f} ms an article")


def measure_events(path: str) -> None:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    events = [article["id"].split("_")[1] for article in articles]
    stories = group([sketch(each["text"], language=each["lang"]) for each in articles])
    home = {member.article: story.number for story in stories for member in story.members}
    right = wrong = missed = 0
    for one, other in itertools.combinations(range(len(articles)), 2):
        found = one in home and home[one] == home.get(other)
        right += found and events[one] == events[other]
        wrong += found and events[one] != events[other]
        missed += not found and events[one] == events[other]
    print(
        f"{len(articles)} articles, {len(set(events))} events: precision "
        f"{right / (right + wrong):.3f}, recall {right / (right + missed):.3f} of pairs"
    )


def measure_scale(paths: Sequence[str], articles: int) -> None:
    """Short articles put together from the sentences of pages, one in ten a cut copy."""
    chance = random.Random(_SEED)
    stock = [sentence for page in pages(paths) for sentence in sentences(page["gold"])]
    words = sorted({word for sentence in stock[:20_000] for word in sentence.split()})

    def text(number: int) -> str:
        if number % 10 == 9:  # a copy of the article before, without its end
            state = random.Random(number - 1)
            return " ".join(_invented(state, words)[:130])
        return " ".join(_invented(random.Random(number), words))

    sketches: list[Sketch] = []
    begun = time.process_time()
    for number in range(articles):
        day = chance.randrange(365)
        date = f"2026-{1 + day // 31:02}-{1 + day % 28:02}"
        sketches.append(sketch(text(number), language="en", date=date))
    read = time.process_time()
    stories = group(sketches)
    done = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{articles:,} articles: {read - begun:.1f} s to make texts and sketches, "
        f"{done - read:.1f} s to group, {memory:.0f} MB, {len(stories):,} stories"
    )


def _invented(chance: random.Random, words: Sequence[str]) -> list[str]:
    """Two hundred words, common ones often and rare ones seldom, as Zipf found."""
    size = len(words)
    return [words[int(size ** chance.random()) - 1] for _ in range(200)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("what", choices=("copies", "events", "scale"))
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--datasketch", action="store_true", help="measure it beside ours")
    parser.add_argument("--articles", type=int, default=100_000)
    arguments = parser.parse_args()
    if arguments.what == "copies":
        measure_copies(arguments.paths, datasketch=arguments.datasketch)
    elif arguments.what == "events":
        measure_events(arguments.paths[0])
    else:
        measure_scale(arguments.paths, arguments.articles)


if __name__ == "__main__":
    main()
