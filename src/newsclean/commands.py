"""What each command does: reads its inputs, calls the pipeline, renders, writes, counts.

A function here takes the values of the command line and gives an exit code. One input that
fails never keeps the others from being done.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from newsclean import config as configuration
from newsclean import pipeline
from newsclean.deadlines import alarm
from newsclean.document import Digest
from newsclean.errors import (
    ExitCode,
    MissingExtraError,
    NewscleanError,
    UsageError,
)
from newsclean.failures import complain
from newsclean.output import parts, render, stream, tables
from newsclean.output.pager import Pager
from newsclean.output.safe import one_line, printable
from newsclean.request import Request, values_of
from newsclean.sources import inputs

Renderer = Callable[[Digest], str]
T = TypeVar("T")

_TEXT_OR_JSON = ("rich", "text", "json", "jsonl")


def summarize(values: Mapping[str, Any]) -> int:
    """`newsclean summarize`: the article, its key quotes and a summary of each input."""
    request = Request.of(values)
    if values["headline"] and values["together"]:
        raise UsageError("--headline is of each article and --together of all: take one of them")
    if values["together"]:
        return _together(request, explain=values["explain"])
    if values["headline"]:
        _check_format("--headline", request, _TEXT_OR_JSON)
        return _each(request, lambda digest: _headline(digest, request), wanted=())
    if values["explain"]:
        _check_format("--explain", request, _TEXT_OR_JSON)
        if request.plain:
            from newsclean.output import reasons

            return _each(request, lambda digest: reasons.render(digest, width=request.width))
    if request.output_format in tables.DELIMITERS:
        return _table(request, tables.ARTICLES, _article_row)
    return _each(request, _readable(request, request.show), wanted=_wanted(request, request.show))


def clean(values: Mapping[str, Any]) -> int:
    """`newsclean clean`: the paragraphs of each input."""
    request = Request.of(values)
    show = ("article",)
    return _each(request, _readable(request, show), wanted=_wanted(request, show))


def quotes(values: Mapping[str, Any]) -> int:
    """`newsclean quotes`: the quotes of each input, or its key quotes if a number is given."""
    request = Request.of(values, quotes_default="all")
    if request.output_format in tables.DELIMITERS:
        return _table(request, tables.QUOTES, tables.quote_rows)
    show = ("quotes",)
    return _each(request, _readable(request, show), wanted=_wanted(request, show))


def explain(values: Mapping[str, Any]) -> int:
    """`newsclean explain`: every line of each input, kept or removed and why."""
    request = Request.of(values)
    if request.plain:
        from newsclean.output import explain as explanation

        return _each(
            request,
            lambda digest: explanation.render(digest, color=request.color, width=request.width),
            wanted=(pipeline.REASONS,),
        )
    return _each(request, _readable(request, parts.PARTS), wanted=pipeline.EVERYTHING)


def kinds() -> int:
    """`newsclean kinds`: each kind of file that is read, and what it needs."""
    from newsclean.output.wrap import hanging
    from newsclean.sources.kinds import COLLECTIONS, DOCUMENTS, EITHER

    at = max(map(len, (*DOCUMENTS, *COLLECTIONS))) + 2
    width = stream.terminal_width() if sys.stdout.isatty() else None
    lines = [hanging(name, line, width, at) for name, line in DOCUMENTS.items()]
    lines += ["\nMany articles in one file:\n"]
    lines += [hanging(name, line, width, at) for name, line in COLLECTIONS.items()]
    stream.write_stdout("".join([*lines, f"\n{EITHER}\n"]))
    return ExitCode.OK


def methods() -> int:
    """`newsclean methods`: each summarizer's name and a line on it."""
    from newsclean.output.wrap import hanging
    from newsclean.summary import METHODS

    at = max(map(len, METHODS)) + 2
    width = stream.terminal_width() if sys.stdout.isatty() else None
    stream.write_stdout("".join(hanging(name, line, width, at) for name, line in METHODS.items()))
    return ExitCode.OK


def config() -> int:
    """`newsclean config`: each option, its value, and where that came from."""
    settings = configuration.load({}, os.environ, configuration.working_folder())
    values_of(settings)  # a wrong value is an error here as it is in use
    shown = {name: configuration.as_toml(setting.value) for name, setting in settings.items()}
    width = max(map(len, shown.values()))
    lines = [
        f"{name:10}  {shown[name]:{width}}  {one_line(setting.origin)}\n"
        for name, setting in settings.items()
    ]
    stream.write_stdout(printable("".join(lines)))
    return ExitCode.OK


def _check_format(option: str, request: Request, formats: Collection[str]) -> None:
    """See to it that the format is one that an option has.

    Raises:
        UsageError: it is not.
    """
    if request.output_format not in formats:
        has = ", ".join(name for name in formats if name not in ("rich", "jsonl"))
        has += _whence(request)
        raise UsageError(f"{option} has no format {request.output_format}; use one of {has}")


def _whence(request: Request) -> str:
    """What a file in the working folder has asked for, which may be why it cannot be."""
    return f" ({request.note})" if request.note else ""


def _wanted(request: Request, show: tuple[str, ...]) -> Collection[str]:
    """The parts of a digest that the output shows; a terminal's article has the summary in bold."""
    if not request.plain and request.output_format != "markdown":
        return pipeline.EVERYTHING
    in_bold = request.output_format == "rich" and "article" in show
    return {*show, pipeline.SUMMARY} if in_bold else show


def _readable(request: Request, show: tuple[str, ...]) -> Renderer:
    """The renderer for the format that was asked for."""
    if request.output_format == "rich":
        from newsclean.output import terminal

        width = stream.terminal_width()
        return lambda digest: terminal.render(digest, show, width=width, color=request.color)
    if request.output_format == "text":
        from newsclean.output import text

        return lambda digest: text.render(digest, show)
    if request.output_format in tables.DELIMITERS:
        raise UsageError(
            "tables are of articles (`summarize`) and of quotes (`quotes`)" + _whence(request)
        )
    if request.output_format == "markdown":
        from newsclean.output import markdown

        return lambda digest: markdown.render(digest, show, front_matter=not request.many)
    if request.output_format == "html":
        from newsclean.output import html

        return lambda digest: html.render(digest, interface=request.interface)
    return lambda digest: render(digest, request.record_format)


def _headline(digest: Digest, request: Request) -> str:
    from newsclean.output.wrap import wrap
    from newsclean.summary import headline

    line = headline(digest.sentences, parts.title(digest), language=digest.article.language)
    if request.plain:
        return "\n".join(wrap(printable(line), request.width)) + "\n"
    from newsclean.output.json import dumps, headline_record

    return dumps(headline_record(digest, line), request.record_format)


def _each(request: Request, renderer: Renderer, *, wanted: Collection[str] = pipeline.WHOLE) -> int:
    """Render every input in order; what goes to a file is written once all are done.

    `wanted` are the parts of a digest that the renderer reads.
    """
    if request.many and request.output_format == "html":
        raise UsageError(
            "several articles do not fit one HTML page: "
            "use newsclean batch FILES -o FOLDER --format html"
        )
    rendered: list[str] = []
    tally = _Tally(request, wanted)
    with Pager(wanted=request.pager, environ=os.environ) as pager:
        write = rendered.append if request.output else pager.write
        for number, digest in enumerate(tally.digests()):
            if request.many and request.plain:
                write(("\n" if number else "") + f"==> {one_line(digest.document.label)} <==\n\n")
            write(renderer(digest))
    if request.output and rendered:
        stream.write(request.output, "".join(rendered))
    return tally.code


def _table(
    request: Request, columns: Sequence[str], rows: Callable[[Digest], Iterable[tables.Row]]
) -> int:
    """Every input's rows in one table, below the row of column names."""
    table = tables.Writer(request.output_format, raw=request.raw_csv, bom=request.bom)
    # a file holds the bytes as they are; a terminal gets nothing that it would obey
    shown = printable if request.output is None and sys.stdout.isatty() else str
    written = [table.head(columns)]
    write = written.append if request.output else stream.write_stdout
    if request.output is None:
        stream.write_stdout(written[0])
    tally = _Tally(request)
    for digest in tally.digests():
        write(shown(table.rows(rows(digest))))
    if request.output:
        stream.write(request.output, "".join(written))
    if table.guarded and not request.quiet:
        complain(table.note())
    return tally.code


def _article_row(digest: Digest) -> list[tables.Row]:
    return [tables.ordered(tables.article_cells(digest), tables.ARTICLES)]


def _together(request: Request, *, explain: bool) -> int:
    from newsclean.output import together
    from newsclean.summary import summarize_together

    _check_format("--together", request, together.OUTPUT_FORMATS)
    if explain:
        _check_format("--explain", request, _TEXT_OR_JSON)
    tally = _Tally(request, ())
    digests = list(tally.digests())
    if not digests:
        return tally.code
    summary = summarize_together(
        [(digest.document.name, digest.sentences, parts.title(digest)) for digest in digests],
        language=digests[0].article.language,
        length=request.options.length,
        focus=request.options.focus,
    )
    if not request.quiet:
        for note in summary.notes:
            complain(note)
    text = together.render(summary, request.output_format, explain=explain, width=request.width)
    stream.write(request.output, text)
    return tally.code


class _Tally:
    """Digests inputs one after the other and remembers how the run should end."""

    def __init__(self, request: Request, wanted: Collection[str] = pipeline.WHOLE) -> None:
        self._request = request
        self._wanted = pipeline.EVERYTHING if request.verbose else wanted
        self._errors: list[NewscleanError] = []
        if request.note and not request.quiet:
            complain(request.note)

    @property
    def code(self) -> ExitCode:
        """A lone input's own code; for several, 1 where one failed, 3 where one is no article."""
        codes = {error.exit_code for error in self._errors}
        if not codes:
            return ExitCode.OK
        if not self._request.many:
            return self._errors[0].exit_code
        return ExitCode.NO_ARTICLE if codes == {ExitCode.NO_ARTICLE} else ExitCode.SOME_FAILED

    def digests(self) -> Iterator[Digest]:
        """The digest of every input that has one; the others are complained of.

        Raises:
            UsageError: an option that no input could do with, or a lone input that is a folder.
        """
        for each in self._inputs():
            if digest := self._digest(each):
                yield digest

    def _inputs(self) -> Iterator[inputs.Input]:
        request = self._request
        for name in request.inputs:
            found = inputs.documents(
                name,
                request.kind,
                request.encoding,
                allow_private=request.allow_private,
                text_column=request.text_column,
                max_bytes=request.max_bytes,
            )
            try:
                while each := self._in_time(lambda: next(found, None), inputs.label(name)):  # noqa: B023 - called at once
                    yield each
            except NewscleanError as error:
                self._fail(error)

    def _in_time(self, step: Callable[[], T], label: str) -> T:
        """What a step gives.

        Raises:
            TimeLimitError: it took longer than the time limit of an input.
        """
        limit = self._request.time_limit
        late = f"{label}: not done after {limit:g} s; see --time-limit" if limit else ""
        with alarm(limit, late):
            return step()

    def _digest(self, each: inputs.Input) -> Digest | None:
        request = self._request
        try:
            digest = self._in_time(
                lambda: pipeline.digest_document(each.document(), request.options, self._wanted),
                each.label,
            )
        except NewscleanError as error:
            if isinstance(error, UsageError) and not isinstance(error, MissingExtraError):
                raise
            self._fail(error)
            return None
        if not request.quiet:
            for note in digest.notes:
                complain(f"{each.label}: {note}")
        if request.verbose:
            complain(f"{each.label}: {_particulars(digest)}")
        return digest

    def _fail(self, error: NewscleanError) -> None:
        if not self._request.many and error.exit_code == ExitCode.USAGE:
            raise error
        self._errors.append(error)
        complain(error)


def _particulars(digest: Digest) -> str:
    """How an input was read, for `--verbose`."""
    document, article = digest.document, digest.article
    return (
        f"{document.kind}, {document.encoding or 'decoded'}, language {article.language}, "
        f"{article.words_kept} of {article.words_read} words kept, "
        f"{len(article.removals)} stretches removed, {len(digest.sentences)} sentences, "
        f"{len(digest.quotes)} quotes"
    )
