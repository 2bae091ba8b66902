"""What each command does: reads its inputs, calls the pipeline, renders, writes, counts.

A function here takes the values of the command line and gives an exit code. One input that
fails never keeps the others from being done.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import FrameType
from typing import Any

from newsclean import config as configuration
from newsclean import pipeline
from newsclean.document import Digest, Document
from newsclean.errors import (
    ClosedPipeError,
    ExitCode,
    NewscleanError,
    NoArticleError,
    TimeLimitError,
)
from newsclean.failures import complain
from newsclean.output import parts, render, stream
from newsclean.output.safe import printable
from newsclean.request import Request
from newsclean.sources import inputs

Renderer = Callable[[Digest], str]


def summarize(values: Mapping[str, Any]) -> int:
    """`newsclean summarize`: the article, its key quotes and a summary of each input."""
    request = Request.of(values)
    if values["together"]:
        return _together(request)
    if values["headline"]:
        return _each(request, _headline)
    if values["explain"] and request.form in ("rich", "text"):
        from newsclean.output import reasons

        return _each(request, reasons.render)
    return _each(request, _readable(request, request.show))


def clean(values: Mapping[str, Any]) -> int:
    """`newsclean clean`: the paragraphs of each input."""
    request = Request.of(values)
    return _each(request, _readable(request, ("article",)))


def quotes(values: Mapping[str, Any]) -> int:
    """`newsclean quotes`: the quotes of each input, or its key quotes if a number is given."""
    request = Request.of(values, quotes_default=None)
    return _each(request, _readable(request, ("quotes",)))


def explain(values: Mapping[str, Any]) -> int:
    """`newsclean explain`: every line of each input, kept or removed and why."""
    request = Request.of(values)
    if request.form in ("rich", "text"):
        from newsclean.output import explain as explanation

        return _each(request, lambda digest: explanation.render(digest, color=request.color))
    return _each(request, _readable(request, parts.PARTS))


def methods() -> int:
    """`newsclean methods`: each summarizer's name and a line on it."""
    from newsclean.summary import METHODS

    width = max(map(len, METHODS))
    stream.write_stdout("".join(f"{name:{width}}  {line}\n" for name, line in METHODS.items()))
    return ExitCode.OK


def config() -> int:
    """`newsclean config`: each option, its value, and where that came from."""
    settings = configuration.load({}, os.environ, Path.cwd())
    width = max(len(str(setting.value)) for setting in settings.values())
    lines = [
        f"{name:10}  {setting.value!s:{width}}  {setting.origin}\n"
        for name, setting in settings.items()
    ]
    stream.write_stdout(printable("".join(lines)))
    return ExitCode.OK


def _readable(request: Request, show: tuple[str, ...]) -> Renderer:
    """The renderer for the format that was asked for."""
    if request.form == "rich":
        from newsclean.output import terminal

        width = stream.terminal_width()
        return lambda digest: terminal.render(digest, show, width=width, color=request.color)
    if request.form == "text":
        from newsclean.output import text

        return lambda digest: text.render(digest, show)
    if request.form == "markdown":
        from newsclean.output import markdown

        return lambda digest: markdown.render(digest, show)
    form = "jsonl" if request.form == "json" and request.many else request.form
    return lambda digest: render(digest, form)


def _headline(digest: Digest) -> str:
    from newsclean.summary import headline

    line = headline(digest.sentences, parts.title(digest), language=digest.article.language)
    return printable(line) + "\n"


def _each(request: Request, renderer: Renderer) -> int:
    """Render every input in order; what goes to a file is written once all are done."""
    rendered: list[str] = []
    write = rendered.append if request.output else stream.write_stdout
    tally = _Tally(request)
    for number, digest in enumerate(tally.digests()):
        if request.many and request.form in ("rich", "text"):
            write(("\n" if number else "") + f"==> {digest.document.name} <==\n\n")
        write(renderer(digest))
    if request.output and rendered:
        stream.write_file(request.output, "".join(rendered))
    return tally.code


def _together(request: Request) -> int:
    from newsclean.output import together
    from newsclean.summary import summarize_together

    tally = _Tally(request)
    digests = list(tally.digests())
    if not digests:
        return tally.code
    summary = summarize_together(
        [(digest.document.name, digest.sentences, parts.title(digest)) for digest in digests],
        language=digests[0].article.language,
        length=request.options.length,
        focus=request.options.focus,
    )
    text = together.render(summary, request.form)
    if request.output:
        stream.write_file(request.output, text)
    else:
        stream.write_stdout(text)
    return tally.code


class _Tally:
    """Digests inputs one after the other and remembers how the run should end."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._errors: list[NewscleanError] = []

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
        """The digest of every input that has one; the others are complained of."""
        request = self._request
        for name in request.inputs:
            try:
                for document in inputs.documents(
                    name, request.kind, request.encoding, allow_private=request.allow_private
                ):
                    if digest := self._digest(document):
                        yield digest
            except ClosedPipeError:
                raise
            except NewscleanError as error:
                self._fail(error)

    def _digest(self, document: Document) -> Digest | None:
        try:
            with _time_limit(self._request.time_limit, document.name):
                digest = pipeline.digest_document(document, self._request.options)
        except NoArticleError as error:
            self._fail(error)
            return None
        if not self._request.quiet:
            for note in digest.notes:
                complain(f"{document.name}: {note}")
        if self._request.verbose:
            complain(f"{document.name}: {_particulars(digest)}")
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


@contextlib.contextmanager
def _time_limit(seconds: float | None, name: str) -> Iterator[None]:
    """Give up on what stands inside after so many seconds.

    Raises:
        TimeLimitError: they are over.
    """
    if seconds is None or not hasattr(signal, "setitimer"):
        yield
        return

    def expire(_number: int, _frame: FrameType | None) -> None:
        raise TimeLimitError(f"{name}: not done after {seconds:g} s; see --time-limit")

    before = signal.signal(signal.SIGALRM, expire)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
