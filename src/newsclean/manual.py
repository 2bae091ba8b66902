"""`newsclean help TOPIC`: pages in Markdown that are there without a network.

A page is `data/help/TOPIC.md`. A terminal gets it set by Rich, a pipe as it stands.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

from newsclean.errors import ExitCode, UsageError
from newsclean.output import stream
from newsclean.output.wrap import within
from newsclean.suggest import did_you_mean

_FOLDER = Path(__file__).parent / "data" / "help"


def show(topic: str | None, command_help: Callable[[str], str | None]) -> int:
    """Print the list of topics, a page, or the help of a command; gives the exit code.

    Args:
        topic: a topic or the name of a command; None lists the topics.
        command_help: gives the help of a command, None where there is no such command.

    Raises:
        UsageError: the topic is neither.
    """
    if topic is None:
        text = contents()
    elif topic not in topics() and (own := command_help(topic)):
        text = own + "\n"
    else:
        text = page(topic)
        if sys.stdout.isatty():
            color = stream.wants_color("auto", sys.stdout, os.environ)
            text = styled(text, stream.terminal_width(), color=color)
    stream.write_stdout(text)
    return ExitCode.OK


def topics() -> dict[str, str]:
    """Every topic and the title of its page."""
    return {
        path.stem: path.read_text(encoding="utf-8").split("\n", 1)[0].lstrip("# ")
        for path in sorted(_FOLDER.glob("*.md"))
    }


def contents() -> str:
    """The list of topics."""
    known = topics()
    wide = max(map(len, known)) + 2
    lines = [f"  {topic:{wide}}{title}\n" for topic, title in known.items()]
    return (
        f"newsclean help TOPIC\n\n{''.join(lines)}\nA command's options: newsclean COMMAND --help\n"
    )


def page(topic: str) -> str:
    """The page of a topic, in Markdown.

    Raises:
        UsageError: there is none; it names the nearest.
    """
    known = topics()
    if topic not in known:
        raise UsageError(f"no help on {topic!r}; {did_you_mean(topic, known)}")
    return (_FOLDER / f"{topic}.md").read_text(encoding="utf-8")


def styled(text: str, width: int, *, color: bool) -> str:
    """A page for a terminal `width` columns wide; bold and indents where there is no `color`."""
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.markdown import CodeBlock, Markdown
    from rich.padding import Padding
    from rich.text import Text
    from rich.theme import Theme

    class Example(CodeBlock):
        """A block of code as it stands: no colours that a light or dark background swallows."""

        def __rich_console__(self, _console: Console, _options: ConsoleOptions) -> RenderResult:
            yield Padding(Text(str(self.text).rstrip(), style="bold"), (0, 0, 0, 4))

    class Page(Markdown):
        elements = {**Markdown.elements, "fence": Example, "code_block": Example}  # noqa: RUF012

    out = io.StringIO()
    console = Console(
        file=out,
        width=within(width),
        force_terminal=True,
        color_system="standard" if color else None,
        no_color=False,
        legacy_windows=False,
        theme=Theme({"markdown.code": "bold", "markdown.table.header": "bold"}),
    )
    console.print(Page(text, hyperlinks=False))
    lines = out.getvalue().split("\n")
    return "\n".join(line.rstrip() for line in lines)
