"""The command line: options in, one call into `commands`, an exit code out. No logic.

Each function declares its options and hands over all of their values, `context.params`, so that an
option is named once. Options that several commands have are in `cli_options`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from newsclean import cli_lists, cli_newsroom, completion
from newsclean.cli_options import (
    Bom,
    Cluster,
    Color,
    Commands,
    CopiesAt,
    Debug,
    Drop,
    Encoding,
    Favour,
    Format,
    Inputs,
    Interface,
    Jobs,
    Json,
    Keep,
    Kind,
    Language,
    Length,
    Limit,
    MaxMemory,
    MaxSize,
    Method,
    NoClean,
    NoPager,
    Null,
    Output,
    Paths,
    Private,
    Quiet,
    Quotes,
    RawCsv,
    Show,
    Site,
    TextColumn,
    Verbose,
    Version,
)

if TYPE_CHECKING:
    from typer.core import TyperGroup

_EXAMPLES = """\b
  newsclean summarize article.txt        the article, its quotes, a summary
  pbpaste | newsclean summarize --json   the same from a pipe, for programs
  newsclean batch articles/ -o out/      a folder
Exit codes: 0 ok, 1 failed, 2 usage, 3 no article, 124 time, 130 ^C, 141 pipe
"""

_OPTIONS = "[OPTIONS]"


app = typer.Typer(
    cls=Commands,
    help=_EXAMPLES,
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="",
    subcommand_metavar="COMMAND [OPTIONS] [FILES]",
)


@app.callback(invoke_without_command=True)
def _main(context: typer.Context, version: Version = False) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)


@app.command(options_metavar=_OPTIONS)
def summarize(
    context: typer.Context,
    files: Inputs = None,
    show: Show = None,
    length: Length = None,
    method: Method = None,
    focus: Annotated[
        str | None, typer.Option(metavar="WORDS", help="What the summary should be about.")
    ] = None,
    headline: Annotated[bool, typer.Option("--headline", help="Print one line only.")] = False,
    together: Annotated[
        bool, typer.Option("--together", help="One summary of all the inputs.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why each summary sentence is in.")
    ] = False,
    quotes: Quotes = None,
    no_clean: NoClean = False,
    output_format: Format = None,
    json: Json = False,
    output: Output = None,
    language: Language = None,
    favour: Favour = None,
    keep: Keep = None,
    drop: Drop = None,
    site: Site = None,
    kind: Kind = None,
    encoding: Encoding = None,
    text_column: TextColumn = None,
    allow_private: Private = False,
    time_limit: Limit = None,
    max_size: MaxSize = None,
    color: Color = None,
    bom: Bom = False,
    raw_csv: RawCsv = False,
    interface: Interface = None,
    no_pager: NoPager = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
    version: Version = False,
) -> None:
    """Print the article, its key quotes and a summary.

    \b
      newsclean summarize article.txt
      newsclean summarize page.html --show summary --length 100w
      newsclean summarize a.txt b.txt --together
    """
    from newsclean import commands

    raise typer.Exit(commands.summarize(context.params))


@app.command(options_metavar=_OPTIONS)
def clean(
    context: typer.Context,
    files: Inputs = None,
    output_format: Format = None,
    json: Json = False,
    output: Output = None,
    language: Language = None,
    favour: Favour = None,
    keep: Keep = None,
    drop: Drop = None,
    site: Site = None,
    kind: Kind = None,
    encoding: Encoding = None,
    text_column: TextColumn = None,
    allow_private: Private = False,
    time_limit: Limit = None,
    max_size: MaxSize = None,
    color: Color = None,
    interface: Interface = None,
    no_pager: NoPager = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
    version: Version = False,
) -> None:
    """Print the article only.

    \b
      newsclean clean page.html > article.txt
      newsclean clean dump.txt --drop '^Photo:' --favour precision
    """
    from newsclean import commands

    raise typer.Exit(commands.clean(context.params))


@app.command(options_metavar=_OPTIONS)
def quotes(
    context: typer.Context,
    files: Inputs = None,
    quotes: Quotes = None,
    indirect: Annotated[bool, typer.Option("--indirect", help="Indirect speech as well.")] = False,
    no_clean: NoClean = False,
    output_format: Format = None,
    json: Json = False,
    output: Output = None,
    language: Language = None,
    favour: Favour = None,
    keep: Keep = None,
    drop: Drop = None,
    site: Site = None,
    kind: Kind = None,
    encoding: Encoding = None,
    text_column: TextColumn = None,
    allow_private: Private = False,
    time_limit: Limit = None,
    max_size: MaxSize = None,
    color: Color = None,
    bom: Bom = False,
    raw_csv: RawCsv = False,
    interface: Interface = None,
    no_pager: NoPager = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
    version: Version = False,
) -> None:
    """Print the quotes with who said them, in the article's order (`--json` has their rank).

    \b
      newsclean quotes article.txt
      newsclean quotes article.txt --quotes 3      the three key quotes
    """
    from newsclean import commands

    raise typer.Exit(commands.quotes(context.params))


@app.command(options_metavar=_OPTIONS)
def explain(
    context: typer.Context,
    files: Inputs = None,
    output_format: Format = None,
    json: Json = False,
    output: Output = None,
    language: Language = None,
    favour: Favour = None,
    keep: Keep = None,
    drop: Drop = None,
    site: Site = None,
    kind: Kind = None,
    encoding: Encoding = None,
    text_column: TextColumn = None,
    allow_private: Private = False,
    time_limit: Limit = None,
    max_size: MaxSize = None,
    color: Color = None,
    interface: Interface = None,
    no_pager: NoPager = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
    version: Version = False,
) -> None:
    """Print every line: kept, or removed and why.

    \b
      newsclean explain dump.txt
      newsclean explain dump.txt | grep -v ^kept
    """
    from newsclean import commands

    raise typer.Exit(commands.explain(context.params))


@app.command(options_metavar="-o DIR [OPTIONS]")
def batch(
    context: typer.Context,
    paths: Paths = None,
    out: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--out",
            metavar="DIR",
            help="Where to write; NAME.csv, .tsv, .jsonl or .parquet is one file; "
            "- streams JSON lines.",
        ),
    ] = None,
    output_format: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="json, jsonl, text, markdown, html, parquet, csv or tsv.",
            metavar="FORMAT",
            autocompletion=completion.batch_formats,
        ),
    ] = None,
    jobs: Jobs = None,
    null: Null = False,
    cluster: Cluster = None,
    stories: Annotated[
        bool, typer.Option("--stories", help="Group copies and articles on one event.")
    ] = False,
    copies_at: CopiesAt = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Say what was removed, by reason, and more.")
    ] = False,
    length: Length = None,
    method: Method = None,
    quotes: Quotes = None,
    no_clean: NoClean = False,
    language: Language = None,
    favour: Favour = None,
    keep: Keep = None,
    drop: Drop = None,
    site: Site = None,
    kind: Kind = None,
    encoding: Encoding = None,
    text_column: TextColumn = None,
    time_limit: Limit = None,
    max_size: MaxSize = None,
    max_memory: MaxMemory = None,
    bom: Bom = False,
    raw_csv: RawCsv = False,
    interface: Interface = None,
    quiet: Quiet = False,
    debug: Debug = False,
    version: Version = False,
) -> None:
    """Digest a folder: one output for each input. Picks up where it was stopped.

    \b
      newsclean batch articles/ -o out/
      newsclean batch articles/ -o report/ --format html
      newsclean batch articles/ -o articles.csv
      find . -name '*.html' -print0 | newsclean batch -0 - -o - --format jsonl
    """
    from newsclean import batch_commands

    raise typer.Exit(batch_commands.batch(context.params))


@app.command(options_metavar="-o FILE [OPTIONS]")
def learn(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="FOLDER...", help="Pages of one site.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Write here.")],
    quiet: Quiet = False,
    debug: Debug = False,
    version: Version = False,
) -> None:
    """Learn which lines recur on a site, for --site.

    \b
      newsclean learn pages/ -o site.json
      newsclean clean page.txt --site site.json
    """
    from newsclean import batch_commands

    raise typer.Exit(batch_commands.learn(context.params))


app.command(options_metavar="PATH... [OPTIONS]")(cli_newsroom.stories)
app.command(options_metavar="PATH... [OPTIONS]")(cli_newsroom.voices)


def _help_of(context: typer.Context, name: str) -> str | None:
    """The help of the command `name`, None where there is no such command."""
    parent = context.parent
    command = cast("TyperGroup", parent.command).get_command(context, name) if parent else None
    if command is None:
        return None
    return command.get_help(typer.Context(command, info_name=name, parent=parent))


@app.command(name="help", options_metavar="")
def help_(
    context: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar="[TOPIC]",
            help="A topic or a command; without one the topics are listed.",
            autocompletion=completion.topics,
        ),
    ] = None,
) -> None:
    """Show a page of the manual.

    \b
      newsclean help                 the topics
      newsclean help configuration
    """
    from newsclean import manual

    raise typer.Exit(manual.show(topic, partial(_help_of, context)))


app.command(options_metavar=_OPTIONS, hidden=True)(cli_lists.kinds)
app.command(options_metavar=_OPTIONS)(cli_lists.methods)
app.command(options_metavar=_OPTIONS)(cli_lists.config)


def run() -> None:
    """Run the command line and exit with its code."""
    from newsclean import failures

    failures.run(app)
