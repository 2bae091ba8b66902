"""`python -m newsclean`, and the entry point of the `newsclean` command."""

from __future__ import annotations

import gc
import os
import sys

from newsclean.gc_policy import collect_seldom

_KEPT_BYTES = {"MALLOC_MMAP_THRESHOLD_": 4 << 20, "MALLOC_TRIM_THRESHOLD_": 32 << 20}
"""glibc gives memory back to the system and asks for it again many times an article; the workers of
a batch, which read this when they start, keep so much of it (1 to 2 % of an article's time)."""


def main() -> None:
    """Run the command line."""
    # The models are small: numpy's thread pool costs more at start-up than it ever gives back,
    # and a batch has one worker a core already.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for name, most in _KEPT_BYTES.items():
        os.environ.setdefault(name, str(most))
    collect_seldom()
    try:
        from newsclean.cli import run

        run()
    except KeyboardInterrupt:  # before or after the part of the program that handles it
        sys.exit(130)
    finally:
        # What a process leaves goes with it: the last collections, another tenth, find nothing.
        gc.freeze()


if __name__ == "__main__":
    main()
