"""What the commands over folders do: `newsclean batch` and `newsclean learn`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from newsclean import config
from newsclean.document import Document
from newsclean.errors import ExitCode, InputError, NewscleanError, UsageError
from newsclean.failures import complain, tell
from newsclean.output import interface, stream
from newsclean.request import flags_of, options_of, values_of
from newsclean.sources import inputs

if TYPE_CHECKING:
    from newsclean.batch.listing import Source

_ALL = 100
"""Per cent."""


def batch(values: Mapping[str, Any]) -> int:
    """`newsclean batch`: one output for each input, in worker processes or on a cluster."""
    from newsclean.batch import formats

    chosen = _chosen(values)
    paths, names = _inputs(values["paths"] or [], null=values["null"])
    if not paths and not names:
        tell("no names on standard input, nothing to do")
        return ExitCode.OK
    if values["out"] is None:
        raise UsageError("say where to write: `newsclean batch articles/ -o out/`")
    streams = values["out"] == "-"
    named = None if streams else formats.single(values["out"], values["output_format"])
    return _run(
        values,
        chosen,
        paths,
        names,
        values["out"],
        output_format=named or chosen["format"] or ("jsonl" if streams else "json"),
        stories=values["stories"],
        statistics=values["statistics"],
        raw_csv=values["raw_csv"],
    )


def digest_into(
    values: Mapping[str, Any],
    folder: str,
    output_format: str,
    *,
    stories: bool = False,
    raw_csv: bool = False,
) -> int:
    """Digest what a command was given into a folder that will go again; gives the exit code."""
    chosen = _chosen(values)
    paths, names = _inputs(values["paths"] or [], null=values["null"])
    return _run(
        values,
        chosen,
        paths,
        names,
        folder,
        output_format=output_format,
        stories=stories,
        raw_csv=raw_csv,
        kept=False,
    )


def _chosen(values: Mapping[str, Any]) -> dict[str, Any]:
    """Each option's value; what the configuration in the working folder changes is said."""
    folder = config.working_folder()
    settings = config.load(flags_of(values), os.environ, folder)
    chosen = values_of(settings)
    note = config.project_note(settings, folder)
    if note and not values["quiet"]:
        complain(note)
    return chosen


def _run(
    values: Mapping[str, Any],
    chosen: Mapping[str, Any],
    paths: list[str],
    names: list[str],
    out: str,
    *,
    output_format: str,
    stories: bool = False,
    statistics: bool = False,
    raw_csv: bool = False,
    kept: bool = True,
) -> int:
    from newsclean import batch as batches

    plan = batches.Plan(
        paths=tuple(paths),
        names=tuple(names),
        out=out,
        job=batches.Job(
            options=options_of(chosen),
            output_format=output_format,
            kind=values["kind"],
            encoding=values["encoding"],
            max_bytes=chosen["max_size"],
            max_memory=chosen["max_memory"],
            stories=stories,
            statistics=statistics,
            interface=interface.choose(chosen["interface"], os.environ)
            if output_format == "html"
            else "en",
        ),
        jobs=chosen["jobs"],
        cluster=values["cluster"],
        time_limit=chosen["time_limit"],
        quiet=values["quiet"],
        text_column=values["text_column"],
        bom=values["bom"],
        raw_csv=raw_csv,
        common=_common(values.get("copies_at")),
        report=_report if statistics and not values["quiet"] else None,
        kept=kept,
    )
    counts = batches.run(plan, complain, write=stream.write_stdout)
    if not values["quiet"]:
        tell(str(counts))
    return counts.exit_code


def _common(percent: float | None) -> float | None:
    if percent is not None and not 0 < percent <= _ALL:
        raise UsageError(f"--copies-at takes 1 to 100 per cent, not {percent:g}")
    return None if percent is None else percent / _ALL


def _report(numbers: Mapping[str, Any]) -> None:
    """Print a batch's statistics on standard error, where its other lines are."""
    from newsclean.output.stories import render_statistics

    for line in render_statistics(numbers, None).splitlines():
        tell(line)


def _inputs(paths: list[str], *, null: bool) -> tuple[list[str], list[str]]:
    """The paths given, and the names that stand on standard input where one of them is `-`."""
    from newsclean.batch import stdin_names

    if not paths:
        raise UsageError("nothing to read: name files or folders, or - for names on stdin")
    if "-" not in paths:
        return paths, []
    data = inputs.load_stdin()
    if b"\0" in data and not null:
        raise UsageError("the names on standard input end in NUL bytes: say so with -0")
    named = stdin_names(data, null=null)
    return [path for path in paths if path != "-"], named


def learn(values: Mapping[str, Any]) -> int:
    """`newsclean learn`: the lines that recur on a site, into a file for `--site`."""
    from newsclean.batch import listing
    from newsclean.cleaning import site_profile
    from newsclean.pipeline import learn_site

    config.working_folder()
    output = stream.place(values["output"])
    quiet = values["quiet"]
    sources = listing.sources(
        values["paths"], complain=complain, note=(lambda _message: None) if quiet else complain
    )
    stream.refuse_overwriting(output, (source.path for source in sources))
    failures: list[NewscleanError] = []
    profile = learn_site(_pages(sources, failures))
    pages, lines = profile.pages, len(profile.lines)
    if not pages:
        raise InputError(f"{', '.join(values['paths'])}: no pages to learn from")
    stream.write(output, site_profile.dumps(profile))
    if not quiet:
        recur = "1 line recurs" if lines == 1 else f"{lines:,} lines recur"
        tell(f"{recur} on {pages:,} page{'' if pages == 1 else 's'}")
    return ExitCode.SOME_FAILED if failures else ExitCode.OK


def _pages(sources: Iterable[Source], failures: list[NewscleanError]) -> Iterator[Document]:
    """Every document in the files; a file that cannot be read adds to `failures` and is told."""

    def fail(error: NewscleanError) -> None:
        complain(error)
        failures.append(error)

    for each in _documents(sources, fail):
        try:
            yield each.document()
        except NewscleanError as error:
            fail(error)


def _documents(
    sources: Iterable[Source], fail: Callable[[NewscleanError], None]
) -> Iterator[inputs.Input]:
    for source in sources:
        try:
            yield from inputs.documents(source.path)
        except NewscleanError as error:
            fail(error)
