"""The command line's commands on what a folder of articles says together."""

from __future__ import annotations

from typing import Annotated

import typer

from newsclean.cli_options import (
    Bom,
    Cluster,
    CopiesAt,
    Debug,
    Encoding,
    Favour,
    Jobs,
    Json,
    Kind,
    Language,
    Length,
    Limit,
    MaxMemory,
    MaxSize,
    NoClean,
    NoPager,
    Null,
    Output,
    Paths,
    Quiet,
    RawCsv,
    TextColumn,
    Version,
)


def stories(
    context: typer.Context,
    paths: Paths = None,
    together: Annotated[
        bool, typer.Option("--together", help="One summary a story, each sentence with its source.")
    ] = False,
    copies_at: CopiesAt = None,
    length: Length = None,
    output_format: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="text, json, markdown, csv or tsv."),
    ] = None,
    json: Json = False,
    output: Output = None,
    jobs: Jobs = None,
    null: Null = False,
    cluster: Cluster = None,
    no_clean: NoClean = False,
    language: Language = None,
    favour: Favour = None,
    kind: Kind = None,
    encoding: Encoding = None,
    text_column: TextColumn = None,
    time_limit: Limit = None,
    max_size: MaxSize = None,
    max_memory: MaxMemory = None,
    bom: Bom = False,
    raw_csv: RawCsv = False,
    no_pager: NoPager = False,
    quiet: Quiet = False,
    debug: Debug = False,
    version: Version = False,
) -> None:
    """Group a folder's articles: copies of one text, and reports on one event.

    \b
      newsclean stories articles/
      newsclean stories articles/ --together
      newsclean stories articles/ -o stories.csv
    """
    from newsclean import newsroom_commands

    raise typer.Exit(newsroom_commands.stories(context.params))


def voices(
    context: typer.Context,
    paths: Paths = None,
    top: Annotated[
        int | None, typer.Option("--top", metavar="N", min=1, help="The N most quoted only.")
    ] = None,
    output_format: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help="text, json, csv or tsv.")
    ] = None,
    json: Json = False,
    output: Output = None,
    jobs: Jobs = None,
    null: Null = False,
    cluster: Cluster = None,
    no_clean: NoClean = False,
    language: Language = None,
    favour: Favour = None,
    kind: Kind = None,
    encoding: Encoding = None,
    text_column: TextColumn = None,
    time_limit: Limit = None,
    max_size: MaxSize = None,
    max_memory: MaxMemory = None,
    bom: Bom = False,
    raw_csv: RawCsv = False,
    no_pager: NoPager = False,
    quiet: Quiet = False,
    debug: Debug = False,
    version: Version = False,
) -> None:
    """Say who is quoted most in a folder, how often, and in which roles.

    \b
      newsclean voices articles/
      newsclean voices articles/ --top 10
      newsclean voices articles/ -o voices.csv
    """
    from newsclean import newsroom_commands

    raise typer.Exit(newsroom_commands.voices(context.params))
