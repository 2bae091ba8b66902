"""The command line's commands on what a folder of articles says together."""

from __future__ import annotations

from typing import Annotated

import typer

from newsclean.cli_options import with_options

_FOLDER = (
    "output_format json output jobs null cluster no_clean language favour kind encoding "
    "text_column time_limit max_size max_memory bom raw_csv no_pager quiet debug version"
)


@with_options(f"paths together copies_at length {_FOLDER}")
def stories(
    context: typer.Context,
    together: Annotated[
        bool, typer.Option("--together", help="One summary a story, each sentence with its source.")
    ] = False,
    output_format: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="text, json, markdown, csv or tsv."),
    ] = None,
) -> None:
    """Group a folder's articles: copies of one text, and reports on one event.

    \b
      newsclean stories articles/
      newsclean stories articles/ --together
      newsclean stories articles/ -o stories.csv
    """
    from newsclean import newsroom_commands

    raise typer.Exit(newsroom_commands.stories(context.params))


@with_options(f"paths top {_FOLDER}")
def voices(
    context: typer.Context,
    top: Annotated[
        int | None, typer.Option("--top", metavar="N", min=1, help="The N most quoted only.")
    ] = None,
    output_format: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help="text, json, csv or tsv.")
    ] = None,
) -> None:
    """Say who is quoted most in a folder, how often, and in which roles.

    \b
      newsclean voices articles/
      newsclean voices articles/ --top 10
      newsclean voices articles/ -o voices.csv
    """
    from newsclean import newsroom_commands

    raise typer.Exit(newsroom_commands.voices(context.params))
