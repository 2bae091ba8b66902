"""`python -m newsclean`, and the entry point of the `newsclean` command."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line."""
    # The models are small: numpy's thread pool costs more at start-up than it ever gives back,
    # and a batch has one worker a core already.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from newsclean.cli import run

        run()
    except KeyboardInterrupt:  # before or after the part of the program that handles it
        sys.exit(130)


if __name__ == "__main__":
    main()
