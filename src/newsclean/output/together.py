"""One summary of several inputs -> text, Markdown or JSON, each sentence with its source."""

from __future__ import annotations

from newsclean.document import ScoredSentence, Summary
from newsclean.output import markdown
from newsclean.output.json import dumps, together_record
from newsclean.output.reasons import reason
from newsclean.output.safe import one_line, printable
from newsclean.output.wrap import wrap

OUTPUT_FORMATS = ("rich", "text", "markdown", "json", "jsonl")


def render(
    summary: Summary, output_format: str, *, explain: bool = False, width: int | None = None
) -> str:
    """The summary's sentences in order, one a line, each naming the input it is from.

    Args:
        summary: what `summarize_together` gave.
        output_format: one of `OUTPUT_FORMATS`.
        explain: in text, say below each sentence how it scored (JSON has it anyway).
        width: fold lines to so many columns.
    """
    if output_format in ("json", "jsonl"):
        return dumps(together_record(summary), output_format)
    if output_format == "markdown":
        return "".join(f"- {markdown.escape(_line(scored))}\n" for scored in summary.sentences)
    total = len(summary.scores)
    return "".join(
        "\n".join(wrap(_line(scored), width))
        + "\n"
        + (reason(scored, total, width) if explain else "")
        for scored in summary.sentences
    )


def _line(scored: ScoredSentence) -> str:
    return f"{printable(scored.sentence.text)} [{one_line(scored.source or '')}]"
