"""The values of the command line, the environment and the configuration, as one frozen record."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean import config
from newsclean.errors import UsageError
from newsclean.languages import normalise
from newsclean.options import Options
from newsclean.output import interface, parts, stream
from newsclean.sources.inputs import holds_many
from newsclean.suggest import did_you_mean

if TYPE_CHECKING:
    from newsclean.document import SiteProfile

OUTPUT_FORMATS = ("rich", "text", "markdown", "json", "jsonl", "html", "csv", "tsv")
_ALL_FORMATS = (*OUTPUT_FORMATS, "parquet")
_BY_SUFFIX = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".tsv": "tsv",
}
_MAX_SITE_BYTES = 20_000_000
"""What `newsclean learn` found of ten thousand pages has a tenth of that."""
_LARGEST_SIZE_MB = 10_000
"""Ten gigabytes; more is no article, and no machine would hold what it takes."""
_LEAST_MEMORY_MB, _MOST_MEMORY_MB = 20, 1_000_000
"""An article of a page takes 5 to 15 MB, the models that the first one loads as much again; more
than a terabyte no machine has."""
_LONGEST_LIMIT_S = 10_000_000
"""Seconds; a third of a year, far below what a timer of the system takes."""


class Request(NamedTuple):
    """What a command that reads articles was asked to do."""

    inputs: tuple[str, ...]
    options: Options
    output_format: str
    show: tuple[str, ...]
    color: bool
    output: Path | None
    kind: str | None
    encoding: str | None
    text_column: str | None
    allow_private: bool
    time_limit: float | None
    max_bytes: int
    quiet: bool
    verbose: bool
    bom: bool
    raw_csv: bool
    note: str
    """What the configuration in the working folder changes."""
    interface: str
    pager: bool
    many: bool
    """Whether several articles are to come: several inputs, or one that is a collection."""

    @property
    def plain(self) -> bool:
        """Whether the output is for people to read as it stands, here or through a pipe."""
        return self.output_format in ("rich", "text")

    @property
    def record_format(self) -> str:
        """The format of one article's record: several JSON documents are JSON Lines."""
        return "jsonl" if self.many and self.output_format == "json" else self.output_format

    @property
    def width(self) -> int | None:
        """The columns to fold lines at; None, in a pipe or a file, folds none."""
        return stream.terminal_width() if self.output_format == "rich" else None

    @classmethod
    def of(cls, values: Mapping[str, Any], *, quotes_default: str = "5") -> Request:
        """The request that these command line values make, completed from the configuration.

        Raises:
            UsageError: an invalid value; no input where standard input is a terminal.
        """
        folder = config.working_folder()
        settings = config.load(flags_of(values), os.environ, folder)
        if settings["quotes"].origin == "default":
            settings["quotes"] = settings["quotes"]._replace(value=quotes_default)
        chosen = values_of(settings)
        inputs = tuple(values["files"] or ("-",))
        if not values["files"] and sys.stdin.isatty():
            raise UsageError(
                "nothing to read: name a file, or pipe text in. "
                "Try `newsclean summarize article.txt`, or 'newsclean --help'."
            )
        output = stream.place(values["output"])
        stream.refuse_overwriting(output, inputs)
        color = output is None and stream.wants_color(chosen["color"], sys.stdout, os.environ)
        return cls(
            inputs=inputs,
            options=options_of(chosen, indirect=values.get("indirect", False)),
            output_format=_output_format(settings["format"], output, color=color),
            show=chosen["show"],
            color=color,
            output=output,
            kind=values["kind"],
            encoding=values["encoding"],
            text_column=values["text_column"],
            allow_private=values["allow_private"],
            time_limit=chosen["time_limit"],
            max_bytes=chosen["max_size"],
            quiet=values["quiet"],
            verbose=values["verbose"],
            interface=interface.choose(chosen["interface"], os.environ),
            pager=not values.get("no_pager", False),
            bom=values.get("bom", False),
            raw_csv=values.get("raw_csv", False),
            note=config.project_note(settings, folder),
            many=len(inputs) > 1 or holds_many(inputs[0], values["kind"], values["text_column"]),
        )


def values_of(settings: Mapping[str, config.Setting]) -> dict[str, Any]:
    """Each option's value as the program uses it.

    Raises:
        UsageError: an invalid value; the message names the file or variable that it is from.
    """
    values = {}
    for name, setting in settings.items():
        try:
            given = setting.value is not None and name in _READERS
            values[name] = _READERS[name](setting.value) if given else setting.value
        except UsageError as error:
            if setting.origin == "flag":
                raise
            raise UsageError(f"{setting.origin}: {error}") from None
    return values


def options_of(chosen: Mapping[str, Any], *, indirect: bool = False) -> Options:
    """The options among the values that `values_of` gave."""
    names = {field.name for field in fields(Options)}
    taken = {name: value for name, value in chosen.items() if name in names}
    return Options(**taken, indirect=indirect)


def flags_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the command line under the names that `config.KEYS` has for them."""
    flags = dict(values)
    flags["clean"] = False if values.get("no_clean") else None
    flags["format"] = "json" if values.get("json") else values.get("output_format")
    return flags


def _output_format(asked: config.Setting, output: Path | None, *, color: bool) -> str:
    if asked.value is not None:
        if asked.value not in OUTPUT_FORMATS:
            where = "" if asked.origin == "flag" else f"{asked.origin}: "
            raise UsageError(f"{where}format {asked.value} is for `newsclean batch` only")
        return str(asked.value)
    if output is None:
        return "rich" if color or sys.stdout.isatty() else "text"
    stream.refuse_suffix(output, ".txt, .md, .json, .jsonl, .html, .csv and .tsv")
    return _BY_SUFFIX.get(output.suffix.lower(), "text")


def _length(value: object) -> str:
    from newsclean.summary.length import parse

    parse(str(value))
    return str(value)


def _method(value: str) -> str:
    from newsclean.summary import check_method

    check_method(value)
    return value


def _format(value: str) -> str:
    if value not in _ALL_FORMATS:
        raise UsageError(f"no such format: {value!r}; {did_you_mean(value, _ALL_FORMATS)}")
    return value


def _patterns(name: str, value: Sequence[str]) -> tuple[str, ...]:
    if value:
        from newsclean.cleaning.selection.overrides import compile_patterns

        compile_patterns(value, f"--{name}")
    return tuple(value)


def _quotes(value: object) -> int | None:
    text = str(value)
    if text == "all":
        return None
    if not text.isdecimal():
        raise UsageError(f"quotes must be a number or 'all', not {text!r}")
    return int(text)


def _site(path: str | Path) -> SiteProfile:
    from newsclean.cleaning import site_profile

    try:
        status = os.stat(path)
        regular = stat.S_ISREG(status.st_mode)
        if regular and status.st_size <= _MAX_SITE_BYTES:
            return site_profile.loads(Path(path).read_text(encoding="utf-8", errors="replace"))
    except OSError as error:
        raise UsageError(f"{path}: cannot read the site file: {error.strerror}") from None
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from None
    largest = f"of at most {_MAX_SITE_BYTES // 1_000_000} MB"
    raise UsageError(f"{path}: the site file must be a regular file {largest}")


def _jobs(value: int) -> int:
    if value < 1:
        raise UsageError(f"jobs must be 1 or more, not {value}")
    return value


def _time_limit(value: float) -> float:
    if not 0 < value <= _LONGEST_LIMIT_S:  # also where it is no number
        raise UsageError(
            f"the time limit must be more than 0 seconds (at most {_LONGEST_LIMIT_S:,}), "
            f"not {value:g}; leave it out for no limit"
        )
    return value


def _max_size(value: float) -> int:
    """Bytes, of a number of megabytes."""
    if not 0 < value <= _LARGEST_SIZE_MB:
        raise UsageError(
            f"the largest size must be more than 0 MB (at most {_LARGEST_SIZE_MB:,}), not {value:g}"
        )
    return int(value * 1_000_000)


def _max_memory(value: float) -> int:
    """Bytes, of a number of megabytes."""
    if not _LEAST_MEMORY_MB <= value <= _MOST_MEMORY_MB:
        raise UsageError(
            f"the memory of an article must be {_LEAST_MEMORY_MB} to {_MOST_MEMORY_MB:,} MB, "
            f"not {value:g}; leave it out for no limit"
        )
    return int(value * 1_000_000)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "language": normalise,
    "length": _length,
    "method": _method,
    "keep": partial(_patterns, "keep"),
    "drop": partial(_patterns, "drop"),
    "site": _site,
    "quotes": _quotes,
    "show": parts.parse_show,
    "format": _format,
    "jobs": _jobs,
    "time_limit": _time_limit,
    "max_size": _max_size,
    "max_memory": _max_memory,
}
"""How an option's value is read; a value of None is left alone."""
