"""The formats of a batch: which files each one writes, and how they are rendered.

A format has a file for each article, a file over all of them, or both (HTML: pages and an
index). The file over all is put together at the end, from one line kept for each article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import IO, TYPE_CHECKING, Any

from newsclean.errors import MissingExtraError, UsageError
from newsclean.suggest import did_you_mean

if TYPE_CHECKING:
    from newsclean.document import Digest


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
}
# in the name of a file that is not valid UTF-8; Arrow has no way to hold one
_LONE_SURROGATE = re.compile(rb"(?<!\\)\\ud[89a-f][0-9a-f]{2}")
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


def render(digest: Digest, output_format: str, key: str) -> tuple[str | None, str | None]:
    """An article's own file and its line for the file over all, None where there is none."""
    from newsclean import output

    if output_format == "html":
        return _page(digest, key)
    shape = FORMATS[output_format]
    line = output.render(digest, "jsonl").rstrip("\n") if shape.whole else None
    return (output.render(digest, output_format) if shape.suffix else None), line


def _page(digest: Digest, key: str) -> tuple[str, str]:
    """An article's page, and what the index over all pages needs of it."""
    from newsclean.output import html, html_index
    from newsclean.output.json import as_record

    index = "../" * key.count("/") + str(FORMATS["html"].whole)
    entry = html_index.entry_from_record(as_record(digest), f"{key}{FORMATS['html'].suffix}")
    return html.render(digest, index=index), json.dumps(asdict(entry))


def write_whole(output_format: str, lines: Iterable[bytes], file: IO[bytes]) -> None:
    """Write the file over all articles from their lines, in order."""
    if output_format == "parquet":
        _write_parquet(lines, file)
        return
    if output_format == "html":
        _write_index(lines, file)
        return
    for line in lines:
        file.write(line + b"\n")


def _write_index(lines: Iterable[bytes], file: IO[bytes]) -> None:
    from newsclean.output.html_index import Entry, render_index

    records = map(json.loads, lines)
    entries = [Entry(**record | {"speakers": tuple(record["speakers"])}) for record in records]
    file.write(render_index(entries).encode("utf-8", "replace"))


def _write_parquet(lines: Iterable[bytes], file: IO[bytes]) -> None:
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
        }
    )
    with ParquetWriter(file, schema, compression="zstd", use_dictionary=_REPEATING) as writer:
        for group in _groups(lines):
            writer.write_table(pa.Table.from_pylist([_row(line) for line in group], schema))


def _groups(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    group: list[bytes] = []
    size = 0
    for line in lines:
        group.append(line)
        size += len(line)
        if size >= _GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group


def _row(line: bytes) -> dict[str, Any]:
    """The columns of an article; `record` is the whole record as JSON."""
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
    }
