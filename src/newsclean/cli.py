"""The command line: options in, one call into `commands`, an exit code out. No logic.

Each function names its options in the order of its help, declares those that it alone has, and
hands over all of their values, `context.params`. The others are declared in `cli_options`.
"""

from __future__ import annotations

import sys
from copy import copy
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from newsclean import completion
from newsclean.cli_options import Commands, with_options

if TYPE_CHECKING:
    from typer.core import TyperGroup

_EXAMPLES = """\b
  newsclean summarize article.txt        the article, its quotes, a summary
  pbpaste | newsclean summarize --json   the same from a pipe, for programs
  newsclean batch articles/ -o out/      a folder
Exit codes: 0 ok, 1 failed, 2 usage, 3 no article, 124 time, 130 ^C, 141 pipe
"""

_OPTIONS = "[OPTIONS]"
_READ = (
    "output_format json output language favour keep drop site kind encoding text_column "
    "allow_private time_limit max_size color"
)
_SHOWN = "interface no_pager quiet verbose debug version"
"""Options that the commands on single articles share, before and behind those of tables."""
_FOLDER = (
    "output_format json output jobs null cluster no_clean language favour kind encoding "
    "text_column time_limit max_size max_memory bom raw_csv no_pager quiet debug version"
)


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
@with_options("version")
def _main(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)


@app.command(options_metavar=_OPTIONS)
@with_options(
    "files show length method focus headline together explain quotes no_clean "
    f"{_READ} bom raw_csv {_SHOWN}"
)
def summarize(
    context: typer.Context,
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
@with_options(f"files {_READ} {_SHOWN}")
def clean(context: typer.Context) -> None:
    """Print the article only.

    \b
      newsclean clean page.html > article.txt
      newsclean clean dump.txt --drop '^Photo:' --favour precision
    """
    from newsclean import commands

    raise typer.Exit(commands.clean(context.params))


@app.command(options_metavar=_OPTIONS)
@with_options(f"files quotes indirect no_clean {_READ} bom raw_csv {_SHOWN}")
def quotes(
    context: typer.Context,
    indirect: Annotated[bool, typer.Option("--indirect", help="Indirect speech as well.")] = False,
) -> None:
    """Print the quotes with who said them, in the article's order (`--json` has their rank).

    \b
      newsclean quotes article.txt
      newsclean quotes article.txt --quotes 3      the three key quotes
    """
    from newsclean import commands

    raise typer.Exit(commands.quotes(context.params))


@app.command(options_metavar=_OPTIONS)
@with_options(f"files {_READ} {_SHOWN}")
def explain(context: typer.Context) -> None:
    """Print every line: kept, or removed and why.

    \b
      newsclean explain dump.txt
      newsclean explain dump.txt | grep -v ^kept
    """
    from newsclean import commands

    raise typer.Exit(commands.explain(context.params))


@app.command(options_metavar="-o DIR [OPTIONS]")
@with_options(
    "paths out output_format jobs null cluster stories copies_at statistics length method quotes "
    "no_clean language favour keep drop site kind encoding text_column time_limit max_size "
    "max_memory bom raw_csv interface quiet debug version"
)
def batch(
    context: typer.Context,
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
    stories: Annotated[
        bool, typer.Option("--stories", help="Group copies and articles on one event.")
    ] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Say what was removed, by reason, and more.")
    ] = False,
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
@with_options("paths output quiet debug version")
def learn(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="FOLDER...", help="Pages of one site.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Write here.")],
) -> None:
    """Learn which lines recur on a site, for --site.

    \b
      newsclean learn pages/ -o site.json
      newsclean clean page.txt --site site.json
    """
    from newsclean import batch_commands

    raise typer.Exit(batch_commands.learn(context.params))


@app.command(options_metavar=_OPTIONS)
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


@app.command(options_metavar=_OPTIONS)
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


@app.command(options_metavar=_OPTIONS, hidden=True)
@with_options("version")
def kinds() -> None:
    """List the kinds of files that are read; `newsclean help inputs` says more."""
    from newsclean import commands

    raise typer.Exit(commands.kinds())


@app.command(options_metavar=_OPTIONS)
@with_options("version")
def methods() -> None:
    """List the summarizers."""
    from newsclean import commands

    raise typer.Exit(commands.methods())


@app.command(options_metavar=_OPTIONS)
@with_options("debug version")
def config() -> None:
    """Show each option's value and where it came from."""
    from newsclean import commands

    raise typer.Exit(commands.config())


def run() -> None:
    """Run the command line and exit with its code."""
    from newsclean import failures

    failures.run(_of_one_command(sys.argv[1]) if len(sys.argv) > 1 else app)


def _of_one_command(name: str) -> typer.Typer:
    """The program with no other command than the one that is called: to make all takes 10 ms.

    `help` tells of the others, and so do errors where there is none of that name.
    """
    called = [
        each
        for each in app.registered_commands
        if each.callback and each.callback.__name__ == name != "help"
    ]
    if not called:
        return app
    one = copy(app)
    one.registered_commands = called
    return one
