"""What the commands over a folder's contents do: `newsclean stories` and `newsclean voices`.

Both are batches whose outputs go to a temporary folder, and what is said of all articles is read
from there: articles are digested in worker processes, and memory does not grow with their text.
"""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from newsclean.batch_commands import digest_into
from newsclean.document import Sentence, Summary
from newsclean.errors import ExitCode, UsageError
from newsclean.failures import complain
from newsclean.output import pager, stream, tables
from newsclean.output import stories as rendered
from newsclean.output.json import SCHEMA_VERSION, dumps, together_record
from newsclean.output.safe import printable
from newsclean.summary import summarize_together

_STORIES = ("text", "json", "markdown", "csv", "tsv")
_VOICES = ("text", "json", "csv", "tsv")
_SUFFIXES = {".json": "json", ".md": "markdown", ".csv": "csv", ".tsv": "tsv"}


def stories(values: Mapping[str, Any]) -> int:
    """`newsclean stories`: which articles are copies of one text or on one event."""
    output, output_format = _output(values, _STORIES)
    with tempfile.TemporaryDirectory(prefix="newsclean-") as folder:
        code = digest_into(values, folder, "jsonl", stories=True)
        if code == ExitCode.INTERRUPTED:
            return code
        record = json.loads(Path(folder, "stories.json").read_text(encoding="utf-8"))
        together = values["together"] and output_format not in tables.DELIMITERS
        summaries = _summaries(Path(folder), values["length"] or "auto") if together else {}
    if output_format in tables.DELIMITERS:
        from newsclean.batch.notes import story_rows

        _write_table(values, output, output_format, tables.STORIES, list(story_rows(record)))
        return code
    width = stream.terminal_width() if output is None and stream.is_terminal() else None
    if output_format == "json":
        for story in record["stories"]:
            if story["number"] in summaries:
                told = together_record(summaries[story["number"]])["summary"]
                story["summary"] = told
        text = dumps(record, "json")
    elif output_format == "markdown":
        text = rendered.render_markdown(record, summaries)
    else:
        text = rendered.render(record, summaries, width)
    _write(values, output, text)
    if not record["stories"] and not values["quiet"]:
        complain("no two articles tell one story")
    return code


def voices(values: Mapping[str, Any]) -> int:
    """`newsclean voices`: who is quoted, how often, in how many articles, in which roles."""
    output, output_format = _output(values, _VOICES)
    with tempfile.TemporaryDirectory(prefix="newsclean-") as folder:
        code = digest_into(values, folder, "csv", raw_csv=True)
        if code == ExitCode.INTERRUPTED:
            return code
        with Path(folder, "voices.csv").open(encoding="utf-8", newline="") as file:
            csv.field_size_limit(1 << 30)
            _, *cells = csv.reader(file)
    rows: list[tables.Row] = [
        [name, *map(int, counts), *rest]
        for name, counts, rest in ((row[0], row[1:4], row[4:]) for row in cells[: values["top"]])
    ]
    if output_format in tables.DELIMITERS:
        _write_table(values, output, output_format, tables.VOICES, rows)
    elif output_format == "json":
        said: list[dict[str, Any]] = [dict(zip(tables.VOICES, row, strict=True)) for row in rows]
        for voice in said:
            voice["roles"] = voice["roles"].split("; ") if voice["roles"] else []
            voice["files"] = voice["files"].split("; ")
        stream.write(output, dumps({"schema_version": SCHEMA_VERSION, "voices": said}, "json"))
    else:
        width = stream.terminal_width() if output is None and stream.is_terminal() else None
        _write(values, output, rendered.render_voices(rows, width))
    if not rows and not values["quiet"]:
        complain("no quote has a speaker")
    return code


def _write(values: Mapping[str, Any], output: Path | None, text: str) -> None:
    if output is None:
        pager.show(text, wanted=not values["no_pager"])
    else:
        stream.write(output, text)


def _write_table(
    values: Mapping[str, Any],
    output: Path | None,
    output_format: str,
    columns: Sequence[str],
    rows: Sequence[tables.Row],
) -> None:
    table = tables.Writer(output_format, raw=values["raw_csv"], bom=values["bom"])
    text = table.head(columns) + table.rows(rows)
    stream.write(output, printable(text) if output is None and stream.is_terminal() else text)
    if table.guarded and not values["quiet"]:
        complain(table.note())


def _output(values: Mapping[str, Any], formats: Sequence[str]) -> tuple[Path | None, str]:
    """Where to write, and in which format: what was asked for, else by the suffix, else text."""
    output = stream.place(values["output"])
    asked = "json" if values["json"] else values["output_format"]
    if output and not asked:
        written = [suffix for suffix, name in _SUFFIXES.items() if name in formats]
        others = {".md", ".html", ".htm", ".jsonl"}.difference(written)
        stream.refuse_suffix(output, f".txt, {', '.join(written)}", " ".join(others))
    by_suffix = _SUFFIXES.get(output.suffix.lower()) if output else None
    chosen = asked or by_suffix or "text"
    if chosen not in formats:
        raise UsageError(f"no such format here: {chosen!r}; there are {', '.join(formats)}")
    return output, chosen


def _summaries(folder: Path, length: str) -> dict[int, Summary]:
    """One summary a story, from the records of its articles."""
    languages: dict[int, str] = {}
    articles: dict[int, list[tuple[str, list[Sentence], str | None]]] = {}
    with (folder / "articles.jsonl").open("rb") as lines:
        for line in lines:
            record = json.loads(line)
            if "story" in record:
                number = record["story"]["number"]
                languages.setdefault(number, record["language"])
                sentences = [
                    Sentence(said["start"], said["end"], said["text"], said["paragraph"])
                    for said in record["sentences"]
                ]
                articles.setdefault(number, []).append(
                    (record["source"]["name"], sentences, record["title"])
                )
    return {
        number: summarize_together(several, language=languages[number], length=length)
        for number, several in sorted(articles.items())
    }
