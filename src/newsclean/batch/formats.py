"""The formats of a batch: which files each one writes, and how they are rendered.

A format has a file for each article, a file over all of them, or both (HTML: pages and an
index). The file over all is put together at the end, from one line kept for each article.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from newsclean.errors import MissingExtraError, UsageError
from newsclean.output import tables
from newsclean.patterns import lazy_regex
from newsclean.suggest import did_you_mean

if TYPE_CHECKING:
    from newsclean.document import Digest


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of an article for the files over all: its line, and the number of its story."""

    line: bytes
    story: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """The suffix of an article's own file, the name of the file over all; None for neither."""

    suffix: str | None = None
    whole: str | None = None


FORMATS = {
    "json": Format(suffix=".json"),
    "jsonl": Format(whole="articles.jsonl"),
    "text": Format(suffix=".txt"),
    "markdown": Format(suffix=".md"),
    "html": Format(suffix=".html", whole="index.html"),
    "parquet": Format(whole="articles.parquet"),
    "csv": Format(whole="articles.csv"),
    "tsv": Format(whole="articles.tsv"),
}
SINGLE = ("csv", "tsv", "parquet", "jsonl")
"""Formats of which a batch may write one file alone: `-o NAME.csv`."""
_ONE_EACH = frozenset(
    [
        "txt",
        "md",
        "markdown",
        "html",
        "htm",
        "json",
        "docx",
        "odt",
        "rtf",
        "pdf",
        "xlsx",
        "xls",
        "ods",
    ]
)
"""What looks like one file and would be a folder."""
# in the name of a file that is not valid UTF-8; Arrow has no way to hold one
_LONE_SURROGATE = lazy_regex(rb"(?<!\\)\\ud[89a-f][0-9a-f]{2}")
_GROUP = 4_000_000
"""Bytes of lines in a Parquet row group: what is held in memory at once, several times over."""
_REPEATING = ["byline", "site", "language"]
"""Columns of few values; a dictionary of the others would be a copy of them."""


def named(output_format: str) -> Format:
    """The format called `output_format`.

    Raises:
        UsageError: there is none of that name.
        MissingExtraError: it needs an extra that is not installed.
    """
    if output_format not in FORMATS:
        hint = did_you_mean(output_format, FORMATS)
        raise UsageError(f"no such format: {output_format!r}; {hint}")
    if output_format == "parquet":
        from importlib.util import find_spec

        if find_spec("pyarrow") is None:
            raise MissingExtraError("writing Parquet", "parquet")
    return FORMATS[output_format]


def render(
    digest: Digest, output_format: str, key: str, interface: str = "en"
) -> tuple[str | None, str | None]:
    """An article's own file and its line for the file over all, None where there is none."""
    from newsclean import output

    if output_format == "html":
        return _page(digest, key, interface)
    if output_format in tables.DELIMITERS:
        row = {"article": tables.article_cells(digest), "quotes": tables.quote_rows(digest)}
        return None, json.dumps(row)
    shape = FORMATS[output_format]
    line = output.render(digest, "jsonl").rstrip("\n") if shape.whole else None
    return (output.render(digest, output_format) if shape.suffix else None), line


def _page(digest: Digest, key: str, interface: str) -> tuple[str, str]:
    """An article's page, and what the index over all pages needs of it."""
    from newsclean.output import html, html_index
    from newsclean.output.json import as_record

    index = "../" * key.count("/") + str(FORMATS["html"].whole)
    entry = html_index.entry_from_record(as_record(digest), f"{key}{FORMATS['html'].suffix}")
    return html.render(digest, index=index, interface=interface), json.dumps(asdict(entry))


def single(out: str | Path, output_format: str | None) -> str | None:
    """The format of the one file that `-o` names by its suffix, None where it names a folder.

    Raises:
        UsageError: the suffix says another format than `output_format`, or it is a folder.
    """
    path = Path(out)
    by_suffix = path.suffix.lower().removeprefix(".")
    if by_suffix in _ONE_EACH and not os.path.lexists(path):
        raise UsageError(
            f"{out}: would be a folder, with a file for each article; .csv, .tsv, .jsonl and "
            ".parquet are one file, and a folder that is there may have any name"
        )
    if by_suffix not in SINGLE:
        return None
    if output_format and output_format != by_suffix:
        raise UsageError(
            f"{out}: the name says {by_suffix} and --format says {output_format}; leave out "
            "--format, or give -o a folder"
        )
    if os.path.isdir(path):
        raise UsageError(f"{out}: is a folder, and one {by_suffix} file would be written there")
    return by_suffix


Write = Callable[[Callable[[], Iterator[Kept]], IO[bytes]], None]
"""Writes a file over all articles from what is kept of each, which it may go through again."""


def wholes(
    output_format: str, table: tables.Writer, *, alone: bool, interface: str = "en"
) -> dict[str, Write]:
    """The files over all articles, by name, and how each is written.

    Args:
        output_format: a key of `FORMATS`.
        table: makes the rows of tables.
        alone: whether the first file is to be the only one.
        interface: the language of a report's own words.
    """
    first = FORMATS[output_format].whole
    if first is None:
        return {}
    if output_format == "html":
        return {first: partial(_write_index, interface)}
    if output_format not in tables.DELIMITERS:
        return {first: _WHOLES[output_format]}

    def articles(kept: Callable[[], Iterator[Kept]], file: IO[bytes]) -> None:
        file.write(table.head(tables.ARTICLES).encode())
        for each in kept():
            cells = json.loads(each.line)["article"]
            cells["story"] = each.story["number"] if each.story else None
            file.write(table.row(tables.ordered(cells, tables.ARTICLES)).encode())

    def quotes(kept: Callable[[], Iterator[Kept]], file: IO[bytes]) -> None:
        file.write(table.head(tables.QUOTES).encode())
        for each in kept():
            file.write(table.rows(json.loads(each.line)["quotes"]).encode())

    def voices(kept: Callable[[], Iterator[Kept]], file: IO[bytes]) -> None:
        said = tables.Voices()
        for each in kept():
            said.add(json.loads(each.line)["quotes"])
        file.write((table.head(tables.VOICES) + table.rows(said.rows())).encode())

    if alone:
        return {first: articles}
    suffix = f".{output_format}"
    return {first: articles, f"quotes{suffix}": quotes, f"voices{suffix}": voices}


def _write_lines(kept: Callable[[], Iterator[Kept]], file: IO[bytes]) -> None:
    for each in kept():
        file.write(_with_story(each) + b"\n")


def _with_story(kept: Kept) -> bytes:
    """An article's record on one line, with its story as the last member."""
    if kept.story is None:
        return kept.line
    story = json.dumps(kept.story, ensure_ascii=True)
    return kept.line[:-1] + f', "story": {story}}}'.encode()


def _write_index(interface: str, kept: Callable[[], Iterator[Kept]], file: IO[bytes]) -> None:
    from newsclean.output.html_index import Entry, render_index

    entries = [Entry(**json.loads(each.line) | {"story": each.story}) for each in kept()]
    file.write(render_index(entries, interface=interface).encode("utf-8", "replace"))


def _write_parquet(kept: Callable[[], Iterator[Kept]], file: IO[bytes]) -> None:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    text, strings = pa.string(), pa.list_(pa.string())
    quote = pa.struct({"text": text, "speaker": text, "kind": text, "key": pa.int32()})
    schema = pa.schema(
        {
            **dict.fromkeys(("name", "title", "byline", "date", "site", "url", "language"), text),
            "words": pa.int64(),
            "text": text,
            "summary": strings,
            "quotes": pa.list_(quote),
            "record": text,
            "story": pa.int32(),
        }
    )
    with ParquetWriter(file, schema, compression="zstd", use_dictionary=_REPEATING) as writer:
        for group in _groups(kept()):
            writer.write_table(pa.Table.from_pylist([_row(each) for each in group], schema))


def _groups(kept: Iterable[Kept]) -> Iterator[list[Kept]]:
    group: list[Kept] = []
    size = 0
    for each in kept:
        group.append(each)
        size += len(each.line)
        if size >= _GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group


def _row(kept: Kept) -> dict[str, Any]:
    """The columns of an article; `record` is the whole record as JSON."""
    line = _with_story(kept)
    record = json.loads(_LONE_SURROGATE.sub(rb"\\ufffd", line))
    url = record["metadata"].get("url")
    return {
        **{name: record[name] for name in ("title", "byline", "date", "site", "language")},
        "name": record["source"]["name"],
        "url": url["value"] if url else None,
        "words": record["words"]["kept"],
        "text": record["article"]["text"],
        "summary": [sentence["text"] for sentence in record["summary"]["sentences"]],
        "quotes": [
            {name: quote.get(name) for name in ("text", "speaker", "kind", "key")}
            for quote in record["quotes"]
        ],
        "record": line,
        "story": kept.story["number"] if kept.story else None,
    }


_WHOLES: Mapping[str, Write] = {
    "jsonl": _write_lines,
    "parquet": _write_parquet,
}
