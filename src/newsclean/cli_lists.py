"""The command line's commands that list what there is: kinds of files, summarizers, options."""

from __future__ import annotations

import typer

from newsclean.cli_options import Debug, Version


def kinds(version: Version = False) -> None:
    """List the kinds of files that are read; `newsclean help inputs` says more."""
    from newsclean import commands

    raise typer.Exit(commands.kinds())


def methods(version: Version = False) -> None:
    """List the summarizers."""
    from newsclean import commands

    raise typer.Exit(commands.methods())


def config(debug: Debug = False, version: Version = False) -> None:
    """Show each option's value and where it came from."""
    from newsclean import commands

    raise typer.Exit(commands.config())
