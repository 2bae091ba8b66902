"""The command line's commands that list what there is: kinds of files, summarizers, options."""

from __future__ import annotations

import typer

from newsclean.cli_options import with_options


@with_options("version")
def kinds() -> None:
    """List the kinds of files that are read; `newsclean help inputs` says more."""
    from newsclean import commands

    raise typer.Exit(commands.kinds())


@with_options("version")
def methods() -> None:
    """List the summarizers."""
    from newsclean import commands

    raise typer.Exit(commands.methods())


@with_options("debug version")
def config() -> None:
    """Show each option's value and where it came from."""
    from newsclean import commands

    raise typer.Exit(commands.config())
