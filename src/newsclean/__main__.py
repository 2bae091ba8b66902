"""`python -m newsclean`, and the entry point of the `newsclean` command."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from newsclean.cli import run

    run()


if __name__ == "__main__":
    main()
