"""The values of the command line, the environment and the configuration, as one frozen record."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

from newsclean import config
from newsclean.errors import UsageError
from newsclean.options import Options
from newsclean.output import parts, stream

FORMS = ("rich", "text", "markdown", "json", "html")
_BY_SUFFIX = {".json": "json", ".md": "markdown", ".html": "html", ".htm": "html"}


class Request(NamedTuple):
    """What a command that reads articles was asked to do."""

    inputs: tuple[str, ...]
    options: Options
    form: str
    show: tuple[str, ...]
    color: bool
    output: Path | None
    kind: str | None
    encoding: str | None
    allow_private: bool
    time_limit: float | None
    quiet: bool
    verbose: bool

    @property
    def many(self) -> bool:
        """Whether there are several inputs."""
        return len(self.inputs) > 1

    @classmethod
    def of(cls, values: Mapping[str, Any], *, quotes_default: int | None = 5) -> Request:
        """The request that these command line values make, completed from the configuration.

        Raises:
            UsageError: a value that cannot be; no input where standard input is a terminal.
        """
        settings = config.load(flags_of(values), os.environ, Path.cwd())
        chosen = {name: setting.value for name, setting in settings.items()}
        if settings["quotes"].origin == "default":
            chosen["quotes"] = quotes_default
        inputs = tuple(values["files"] or ("-",))
        if not values["files"] and sys.stdin.isatty():
            raise UsageError(
                "nothing to read: name a file, or pipe text in. "
                "Try `newsclean summarize article.txt`, or 'newsclean --help'."
            )
        output = Path(values["output"]) if values["output"] else None
        if output:
            stream.refuse_overwriting(output, inputs)
        color = output is None and stream.wants_color(chosen["color"], sys.stdout, os.environ)
        return cls(
            inputs=inputs,
            options=options_of(chosen, indirect=values.get("indirect", False)),
            form=_form(chosen["format"], output, color=color),
            show=parts.parse_show(chosen["show"]),
            color=color,
            output=output,
            kind=values["kind"],
            encoding=values["encoding"],
            allow_private=values["allow_private"],
            time_limit=chosen["time_limit"],
            quiet=values["quiet"],
            verbose=values["verbose"],
        )


def options_of(chosen: Mapping[str, Any], *, indirect: bool = False) -> Options:
    """The options in a mapping of configuration values.

    Raises:
        UsageError: a number of quotes that is none, or a site file that cannot be read.
    """
    names = {field.name for field in fields(Options)}
    taken = {name: value for name, value in chosen.items() if name in names}
    taken["length"] = str(taken["length"])
    taken["keep"], taken["drop"] = tuple(taken["keep"]), tuple(taken["drop"])
    taken["quotes"] = _number_of_quotes(taken["quotes"])
    taken["site"] = _site(taken["site"])
    return Options(**taken, indirect=indirect)


def flags_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the command line under the names that `config.KEYS` has for them."""
    flags = dict(values)
    flags["clean"] = False if values.get("no_clean") else None
    flags["format"] = "json" if values.get("json") else values.get("form")
    return flags


def _form(asked: str | None, output: Path | None, *, color: bool) -> str:
    if asked is not None and asked not in FORMS:
        raise UsageError(f"--format cannot be {asked!r}; {config.nearest(asked, FORMS)}")
    if asked:
        return asked
    if output:
        return _BY_SUFFIX.get(output.suffix.lower(), "text")
    return "rich" if color or sys.stdout.isatty() else "text"


def _number_of_quotes(value: object) -> int | None:
    if value is None or value == "all":
        return None
    text = str(value)
    if not text.isdecimal():
        raise UsageError(f"--quotes takes a number or `all`, not {text!r}")
    return int(text)


def _site(path: object) -> str | None:
    if path is None:
        return None
    try:
        return Path(str(path)).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot read the site file: {error}") from None
