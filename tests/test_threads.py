"""In somebody's own process newsclean keeps to the thread that calls it."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

import newsclean
from newsclean.arrays import product

SAMPLES = Path(__file__).parent.parent / "samples"
NO_ARTICLE = "kettle-shop.txt"
TEXTS = [p.read_bytes() for p in sorted(SAMPLES.glob("*.txt")) if p.name != NO_ARTICLE]
USE = """
import sys, time
import newsclean
page = open(sys.argv[1], "rb").read()
html = open(sys.argv[2], "rb").read()
newsclean.digest(page), newsclean.digest(html)
wall, own, all_threads = time.perf_counter(), time.thread_time(), time.process_time()
for _ in range(10):
    newsclean.digest(page), newsclean.digest(html)
print(time.thread_time() - own, time.process_time() - all_threads)
"""


@pytest.mark.parametrize(
    ("rows", "inner", "columns"),
    [(1, 3, 2), (1, 160, 80), (16, 160, 80), (300, 80, 80), (5000, 80, 7), (3, 999, 999)],
)
def test_a_product_in_blocks_is_the_product(rows: int, inner: int, columns: int) -> None:
    """Whatever the shape, the blocks together are what numpy gives at once."""
    rng = np.random.default_rng(rows)
    left, right = rng.normal(size=(rows, inner)), rng.normal(size=(inner, columns))
    assert np.allclose(product(left, right), left @ right)
    assert np.allclose(product(left, right[:, 0]), left @ right[:, 0])
    assert np.allclose(product(left[0], right), left[0] @ right)
    groups = np.stack([left, 2 * left])
    assert np.allclose(product(groups, right), groups @ right)


def test_a_library_call_uses_one_core() -> None:
    """The time of all threads is that of the calling one; the environment says nothing of it."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            USE,
            str(SAMPLES / "harbour-audit.txt"),
            str(SAMPLES / "night-clinic.html"),
        ],
        env={"PYTHONPATH": str(Path(newsclean.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    of_caller, of_all = map(float, done.stdout.split())
    assert of_all < 1.1 * of_caller + 0.02


def test_eight_threads_give_what_one_gives() -> None:
    """Nothing is shared that a thread could find half done."""
    alone = [newsclean.digest(text).to_dict() for text in TEXTS]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: newsclean.digest(text).to_dict(), TEXTS * 4))
    assert together == alone * 4
