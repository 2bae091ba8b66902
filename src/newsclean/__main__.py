"""`python -m newsclean`, and the entry point of the `newsclean` command."""

from __future__ import annotations

import gc
import os
import sys

from newsclean.gc_policy import collect_seldom


def main() -> None:
    """Run the command line."""
    # The models are small: numpy's thread pool costs more at start-up than it ever gives back,
    # and a batch has one worker a core already.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
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
