"""The options that several commands have: their names, their help, what a shell completes."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, get_args

import typer
from typer.core import TyperGroup, TyperOption

from newsclean import completion


def _version(value: bool) -> None:  # noqa: FBT001 - Typer's signature of a callback
    if value:
        from newsclean import __version__

        typer.echo(f"newsclean {__version__}")
        raise typer.Exit


SHARED: dict[str, Any] = {
    "files": Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE|URL|-]...", help="What to read; - or nothing is standard input."
        ),
    ],
    "output_format": Annotated[
        str | None,
        typer.Option(
            "--format",
            help="rich, text, markdown, json, jsonl, html, csv or tsv.",
            metavar="FORMAT",
            autocompletion=completion.formats,
        ),
    ],
    "json": Annotated[bool, typer.Option("--json", help="Short for --format json.")],
    "output": Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write here; - is standard output."),
    ],
    "language": Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of the text, such as en or de.")
    ],
    "length": Annotated[
        str | None,
        typer.Option(metavar="N", help="auto, 3 sentences, 20%, 100w words or 600c characters."),
    ],
    "method": Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Summarizer; see `newsclean methods`.",
            autocompletion=completion.methods,
        ),
    ],
    "no_clean": Annotated[
        bool, typer.Option("--no-clean", help="Take the text as an article already.")
    ],
    "favour": Annotated[
        str | None,
        typer.Option(
            metavar="WHAT",
            help="In doubt: precision removes, recall keeps, balance is between.",
            autocompletion=completion.favours,
        ),
    ],
    "keep": Annotated[
        list[str] | None,
        typer.Option(metavar="REGEX", help="Keep lines that match; may be repeated."),
    ],
    "drop": Annotated[
        list[str] | None,
        typer.Option(metavar="REGEX", help="Remove lines that match; may be repeated."),
    ],
    "site": Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="What `newsclean learn` found of this site."),
    ],
    "quotes": Annotated[
        str | None, typer.Option("--quotes", metavar="N|all", help="How many quotes are key.")
    ],
    "kind": Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="KIND",
            help="Read as text, html, email, pdf or markdown.",
            autocompletion=completion.kinds,
        ),
    ],
    "encoding": Annotated[str | None, typer.Option(metavar="NAME", help="Read in this encoding.")],
    "text_column": Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The column of the texts in a CSV or TSV table."),
    ],
    "allow_private": Annotated[
        bool, typer.Option("--allow-private", help="Let a URL lead to a private address.")
    ],
    "time_limit": Annotated[
        float | None,
        typer.Option(
            "--time-limit", metavar="SECONDS", help="Give up on an input then; more than 0."
        ),
    ],
    "max_size": Annotated[
        float | None,
        typer.Option("--max-size", metavar="MB", help="Refuse larger inputs; 100 if not given."),
    ],
    "max_memory": Annotated[
        float | None,
        typer.Option(
            "--max-memory", metavar="MB", help="Give up on an article that needs more (Linux)."
        ),
    ],
    "show": Annotated[
        str | None,
        typer.Option(
            metavar="PARTS",
            help="Any of article,quotes,summary.",
            autocompletion=completion.parts,
        ),
    ],
    "color": Annotated[
        str | None,
        typer.Option(
            metavar="WHEN", help="auto, always or never.", autocompletion=completion.colors
        ),
    ],
    "bom": Annotated[
        bool, typer.Option("--bom", help="Tables begin with a mark that Excel needs.")
    ],
    "raw_csv": Annotated[
        bool,
        typer.Option("--raw-csv", help="Leave cells that a spreadsheet would run as they are."),
    ],
    "paths": Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="Files and folders; - reads names from stdin."),
    ],
    "jobs": Annotated[
        int | None, typer.Option("-j", "--jobs", metavar="N", help="Worker processes.")
    ],
    "null": Annotated[bool, typer.Option("-0", "--null", help="Names on stdin end in a NUL byte.")],
    "cluster": Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Work on this Dask scheduler's workers.")
    ],
    "copies_at": Annotated[
        float | None,
        typer.Option(
            "--copies-at",
            metavar="PERCENT",
            help="Copies share so much of the shorter text (default 50).",
        ),
    ],
    "interface": Annotated[
        str | None,
        typer.Option(
            metavar="CODE", help="Language of an HTML report's own words: de, en, es, fr..."
        ),
    ],
    "no_pager": Annotated[
        bool, typer.Option("--no-pager", help="Print long text on a terminal at once.")
    ],
    "quiet": Annotated[bool, typer.Option("-q", "--quiet", help="No notes on standard error.")],
    "verbose": Annotated[bool, typer.Option("-v", "--verbose", help="More notes.")],
    "debug": Annotated[bool, typer.Option("--debug", help="Show tracebacks.")],
    "version": Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ],
}
"""The options by the names of their values, which are None, or False, where they are not given."""


def with_options(names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command these options, in the order of the help: its own, and others of `SHARED`."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        own = dict(inspect.signature(command, eval_str=True).parameters)

        @wraps(command)
        def run(**values: Any) -> None:
            command(**{name: values[name] for name in own})

        given = [own.get(name) or _parameter(name) for name in names.split()]
        context = [own["context"]] if "context" in own else []
        run.__signature__ = inspect.Signature([*context, *given])  # type: ignore[attr-defined]
        return run

    return decorate


def _parameter(name: str) -> inspect.Parameter:
    annotation = SHARED[name]
    default = False if get_args(annotation)[0] is bool else None
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return inspect.Parameter(name, kind, default=default, annotation=annotation)


class Commands(TyperGroup):
    """The commands; the option that prints completion for copying works, and is not listed."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The options, of which `--show-completion` would take two lines of the help."""
        params = super().get_params(ctx)
        for param in params:
            if isinstance(param, TyperOption) and param.name == "show_completion":
                param.hidden = True
        return params
