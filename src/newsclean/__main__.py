"""`python -m newsclean`, and the entry point of the `newsclean` command."""

from __future__ import annotations

import os


def main() -> None:
    """Run the command line."""
    # The models are small: numpy's thread pool costs more at start-up than it ever gives back,
    # and a batch has one worker a core already.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from newsclean.cli import run

    run()


if __name__ == "__main__":
    main()
