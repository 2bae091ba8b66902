"""The options that several commands have: their names, their help, what a shell completes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup, TyperOption

from newsclean import completion

Inputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE|URL|-]...", help="What to read; - or nothing is standard input."),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        help="rich, text, markdown, json, jsonl, html, csv or tsv.",
        metavar="FORMAT",
        autocompletion=completion.formats,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write here; - is standard output."),
]
Language = Annotated[
    str | None, typer.Option(metavar="CODE", help="Language of the text, such as en or de.")
]
Length = Annotated[
    str | None,
    typer.Option(metavar="N", help="auto, 3 sentences, 20%, 100w words or 600c characters."),
]
Method = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Summarizer; see `newsclean methods`.",
        autocompletion=completion.methods,
    ),
]
NoClean = Annotated[bool, typer.Option("--no-clean", help="Take the text as an article already.")]
Favour = Annotated[
    str | None,
    typer.Option(
        metavar="WHAT",
        help="In doubt: precision removes, recall keeps, balance is between.",
        autocompletion=completion.favours,
    ),
]
Keep = Annotated[
    list[str] | None,
    typer.Option(metavar="REGEX", help="Keep lines that match; may be repeated."),
]
Drop = Annotated[
    list[str] | None,
    typer.Option(metavar="REGEX", help="Remove lines that match; may be repeated."),
]
Site = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="What `newsclean learn` found of this site."),
]
Quotes = Annotated[
    str | None, typer.Option("--quotes", metavar="N|all", help="How many quotes are key.")
]
Kind = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="KIND",
        help="Read as text, html, email, pdf or markdown.",
        autocompletion=completion.kinds,
    ),
]
Encoding = Annotated[str | None, typer.Option(metavar="NAME", help="Read in this encoding.")]
TextColumn = Annotated[
    str | None, typer.Option(metavar="NAME", help="The column of the texts in a CSV or TSV table.")
]
Private = Annotated[
    bool, typer.Option("--allow-private", help="Let a URL lead to a private address.")
]
Limit = Annotated[
    float | None,
    typer.Option("--time-limit", metavar="SECONDS", help="Give up on an input then; more than 0."),
]
MaxSize = Annotated[
    float | None,
    typer.Option("--max-size", metavar="MB", help="Refuse larger inputs; 100 if not given."),
]
MaxMemory = Annotated[
    float | None,
    typer.Option(
        "--max-memory", metavar="MB", help="Give up on an article that needs more (Linux)."
    ),
]
Show = Annotated[
    str | None,
    typer.Option(
        metavar="PARTS",
        help="Any of article,quotes,summary.",
        autocompletion=completion.parts,
    ),
]
Color = Annotated[
    str | None,
    typer.Option(metavar="WHEN", help="auto, always or never.", autocompletion=completion.colors),
]
Bom = Annotated[bool, typer.Option("--bom", help="Tables begin with a mark that Excel needs.")]
RawCsv = Annotated[
    bool, typer.Option("--raw-csv", help="Leave cells that a spreadsheet would run as they are.")
]
Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH...", help="Files and folders; - reads names from stdin."),
]
Jobs = Annotated[int | None, typer.Option("-j", "--jobs", metavar="N", help="Worker processes.")]
Null = Annotated[bool, typer.Option("-0", "--null", help="Names on stdin end in a NUL byte.")]
Cluster = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="Work on this Dask scheduler's workers.")
]
CopiesAt = Annotated[
    float | None,
    typer.Option(
        "--copies-at",
        metavar="PERCENT",
        help="Copies share so much of the shorter text (default 50).",
    ),
]
Interface = Annotated[
    str | None,
    typer.Option(metavar="CODE", help="Language of an HTML report's own words: de, en, es, fr..."),
]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Print long text on a terminal at once.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No notes on standard error.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="More notes.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show tracebacks.")]


def _version(value: bool) -> None:  # noqa: FBT001 - Typer's signature of a callback
    if value:
        from newsclean import __version__

        typer.echo(f"newsclean {__version__}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
]


class Commands(TyperGroup):
    """The commands; the option that prints completion for copying works, and is not listed."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The options, of which `--show-completion` would take two lines of the help."""
        params = super().get_params(ctx)
        for param in params:
            if isinstance(param, TyperOption) and param.name == "show_completion":
                param.hidden = True
        return params
