"""JSON Lines, WARC, Parquet and mbox give one document after the other; so does Markdown one."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsclean
from newsclean.document import Document
from newsclean.errors import InputError
from newsclean.sources import collections, read

PAGE = "<!doctype html><html><body><p>Snow fell in the hills on Tuesday.</p></body></html>"
LINES = [
    json.dumps({"text": "Rain fell all day.", "title": "Rain", "author": ["Ann Bee", "Cy Dee"]}),
    "",
    json.dumps({"html": PAGE, "url": "https://hills.example/snow", "n": 3}),
]


def write(path: Path, data: str | bytes) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def documents(path: Path) -> Iterator[Document]:
    """The documents of a collection, in its order."""
    return (read.from_record(record) for record in collections.records(path))


def test_json_lines_have_text_or_html(tmp_path: Path) -> None:
    """Each line is an article, named after its file and line, with the fields it states."""
    path = write(tmp_path / "news.jsonl", "\n".join(LINES))
    rain, snow = documents(path)
    assert (rain.name, rain.text, rain.kind) == (f"{path}#1", "Rain fell all day.", "text")
    assert rain.metadata.title
    assert (rain.metadata.title.value, rain.metadata.title.origin) == ("Rain", "field:title")
    assert rain.metadata.byline
    assert rain.metadata.byline.value == "Ann Bee, Cy Dee"
    assert (snow.name, snow.kind) == (f"{path}#3", "html")
    assert snow.text == "Snow fell in the hills on Tuesday."
    assert snow.metadata.url
    assert snow.metadata.url.value == "https://hills.example/snow"


def test_what_newsclean_wrote_is_read_again(tmp_path: Path) -> None:
    """Its own records are articles with the title, author and day that stand in them."""
    own = newsclean.digest("Rain fell all day.\n\nMore rain came at night.")
    record = own.to_dict() | {"title": "Rain", "byline": "Ann Bee", "date": "2024-03-05"}
    for name in ("all.jsonl", "one.json"):
        path = write(tmp_path / name, json.dumps(record, indent=1 if name == "one.json" else None))
        (rain,) = documents(path)
        assert rain.text == own.article.text
        stated = [field and field.value for field in (rain.metadata.title, rain.metadata.byline)]
        assert stated == ["Rain", "Ann Bee"]
        assert rain.metadata.site is None


def test_a_bad_line_does_not_stop_the_next(tmp_path: Path) -> None:
    """A line that is no article carries its error; the others are read."""
    bad = ['{"text": "cut', "[1, 2]", '{"title": "no text"}']
    path = write(tmp_path / "news.jsonl", "\n".join([LINES[0], *bad, LINES[2]]))
    found = list(collections.records(path))
    assert [bool(record.error) for record in found] == [False, True, True, True, False]
    with pytest.raises(InputError, match=r"news\.jsonl#4: has no field 'text' or 'html'"):
        read.from_record(found[3])


def test_compressed_collections_are_read(tmp_path: Path) -> None:
    """A collection may be compressed; one cut short gives what comes before the cut."""
    data = gzip.compress("\n".join(LINES * 2000).encode())
    path = write(tmp_path / "news.jsonl.gz", data)
    assert sum(1 for _ in collections.records(path)) == 4000
    write(path, data[:-20])
    records = collections.records(path)
    assert read.from_record(next(records)).text == "Rain fell all day."
    with pytest.raises(InputError, match="broken or unreadable"):
        list(records)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", "Rain fell.\n"),
        ("a.json", '{"name": "settings", "version": 1}'),
        ("a.txt", '{"text" is a field, said Ann.}'),
        ("a.html", PAGE),
        ("a.txt", b"\x1f\x8bbroken"),
        ("a.txt", b""),
        ("a.eml", "From: a@b.example\nSubject: x\n\nHello."),
    ],
)
def test_other_files_are_no_collections(tmp_path: Path, name: str, data: str | bytes) -> None:
    """Only content decides whether a file holds many articles."""
    assert not collections.is_collection(write(tmp_path / name, data))


def test_a_missing_file_is_no_collection(tmp_path: Path) -> None:
    """That a file is missing is for its reader to say."""
    assert not collections.is_collection(tmp_path / "none.jsonl")


def test_a_mailbox_gives_its_letters(tmp_path: Path) -> None:
    """An mbox gives one document for each letter, with quoted "From" lines put right."""
    letter = (
        "From a@b.example Mon Mar  2 08:00:00 2026\nFrom: Ann <a@b.example>\nSubject: {}\n\n{}\n"
    )
    body = "Hello.\n>From here the road is closed.\nFrom there too, as nobody said.\n"
    path = write(
        tmp_path / "in.mbox", letter.format("One", body) + "\n" + letter.format("Two", "Bye.")
    )
    one, two = documents(path)
    assert one.kind == "email"
    assert one.text.strip() == (
        "Hello.\nFrom here the road is closed.\nFrom there too, as nobody said."
    )
    assert [each.metadata.title.value for each in (one, two) if each.metadata.title] == [
        "One",
        "Two",
    ]


def test_parquet_rows_are_articles(tmp_path: Path) -> None:
    """Rows with a text or html column are read, in order; other columns do not matter."""
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = tmp_path / "news.parquet"
    columns = {
        "text": ["Rain fell.", None],
        "html": [None, PAGE],
        "title": ["Rain", None],
        "n": [1, 2],
    }
    parquet.write_table(pa.table(columns), path)
    found = list(documents(path))
    assert [document.text for document in found] == [
        "Rain fell.",
        "Snow fell in the hills on Tuesday.",
    ]
    assert found[1].name == f"{path}#2"


def test_web_archives_give_their_pages(tmp_path: Path) -> None:
    """A WARC gives the pages that arrived: no requests, no errors, no pictures."""
    pytest.importorskip("fastwarc")

    def record(kind: str, http: str, body: str) -> bytes:
        payload = f"{http}\r\n\r\n{body}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            "WARC-Date: 2026-03-02T00:00:00Z\r\nWARC-Target-URI: https://hills.example/snow\r\n"
            f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(payload)}"
        )
        return head.encode() + b"\r\n\r\n" + payload + b"\r\n\r\n"

    page = "Content-Type: text/html; charset=utf-8"
    data = (
        record("request", "GET /snow HTTP/1.1\r\nHost: hills.example", "")
        + record("response", f"HTTP/1.1 404 Not Found\r\n{page}", "<p>Gone.")
        + record("response", "HTTP/1.1 200 OK\r\nContent-Type: image/png", "\x89PNG")
        + record("response", f"HTTP/1.1 200 OK\r\n{page}", PAGE)
    )
    path = write(tmp_path / "crawl.warc", data)
    packed = write(tmp_path / "crawl.warc.gz", gzip.compress(data))
    for archive in (path, packed):
        (document,) = documents(archive)
        assert document.text == "Snow fell in the hills on Tuesday."
        assert document.metadata.url
        assert document.metadata.url.value == "https://hills.example/snow"


CHUNKS = f"{len(PAGE) - 9:x};a=b\r\n{PAGE[:-9]}\r\n9\r\n{PAGE[-9:]}\r\n"


@pytest.mark.parametrize("body", [f"{CHUNKS}0\r\n\r\n", CHUNKS, PAGE], ids=["all", "cut", "undone"])
def test_pages_in_a_web_archive_lose_the_sizes_of_their_chunks(body: str) -> None:
    """A crawler may keep a chunked answer as it came, or undo the chunks and keep the header."""
    pytest.importorskip("fastwarc")
    http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http + body)}\r\n\r\n"
    )
    (record,) = collections.of_bytes(f"{head}{http}{body}\r\n\r\n".encode(), "a.warc") or ()
    assert record.data.decode() == PAGE
    assert record.metadata.url is None  # the crawler did not say where the page is from


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"WARC/", id="cut"),
        pytest.param(b"WARC/1.0\r\nWARC-Type: response\r\n\r\nLENGTH: 9\r\n\r\nRain", id="changed"),
        pytest.param(gzip.compress(b"WARC/"), id="packed"),
        pytest.param(b"PAR1" + bytes(60) + b"PAR1", id="Parquet"),
    ],
)
def test_a_damaged_collection_in_memory_is_an_input_error(data: bytes) -> None:
    """What comes on standard input is refused in a line, as it is from a file."""
    pytest.importorskip("fastwarc")
    pytest.importorskip("pyarrow")
    with pytest.raises(InputError, match="standard input: broken"):
        list(collections.of_bytes(data, "standard input") or [])


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    """Headings, emphasis, links and images leave only their words; front matter is metadata."""
    source = (
        '---\ntitle: "The ferry returns"\nauthor: Ann Bee\n---\n\n# The *ferry* returns\n\n'
        "It sails **again**, says [the mayor](https://a.example/x_(y) 'Mayor').\n\n"
        "![A boat](boat.png)\n\n- snake_case_names and 2*3*4 stay\n\n***\n\n> “At last”\n"
    )
    document = read.from_bytes(source.encode(), "a.md")
    assert " ".join(document.text.split()) == (
        "The ferry returns It sails again, says the mayor. A boat "
        "- snake_case_names and 2*3*4 stay > “At last”"
    )
    assert document.metadata.title
    assert document.metadata.title.value == "The ferry returns"
    assert document.metadata.byline
    assert document.metadata.byline.origin == "front matter:author"


@pytest.mark.parametrize(
    ("front", "authors", "day"),
    [
        (
            "---\nauthor:\n  - Ida Moor\n  - Kai Sund\npublished: 2026-05-04\n---",
            "Ida Moor, Kai Sund",
            4,
        ),
        ('---\nauthors:\n- "[[Ida Moor]]"\npubDate: "2026-05-05"\n---', "Ida Moor", 5),
        ('---\ndate: 2026-05-06\nauthor: ["Ida Moor", Kai Sund]\n---', "Ida Moor, Kai Sund", 6),
        ("---\nauthor: '[[people/ida|Ida Moor]]'\ncreated: 2026-05-07\n---", "Ida Moor", 7),
        ("---\nauthor:\n  name: Ida Moor\n  url: /ida\ndate: 2026-05-08\n---", "Ida Moor", 8),
        (
            '+++\nauthors = ["Ida Moor", "Kai Sund"]\ndate = 2026-05-09\n+++',
            "Ida Moor, Kai Sund",
            9,
        ),
        (
            "+++\nauthor = 'Ida Moor'\ndate = 2026-05-10T08:00:00Z\n[extra]\nx = 1\n+++",
            "Ida Moor",
            10,
        ),
    ],
)
def test_front_matter_in_the_forms_of_editors_and_generators(
    front: str, authors: str, day: int
) -> None:
    """Lists, links of a wiki, an author with more than a name, the words for the day, TOML."""
    document = read.from_bytes(f"{front}\n\nThe ferry sails again.".encode(), "a.md")
    assert document.text == "The ferry sails again."
    assert document.metadata.byline
    assert document.metadata.byline.value == authors
    assert document.metadata.date
    assert document.metadata.date.value[:10] == f"2026-05-{day:02}"


def test_front_matter_has_a_title_on_two_lines_and_the_source() -> None:
    """A folded text is one line; "source" is the address where it reads as one, else the paper."""
    top = "---\ntitle: >-\n  The ferry\n  returns\nsource: "
    found = [
        read.from_bytes(f"{top}{source}\n---\nIt sails.".encode(), "a.md").metadata
        for source in ("https://post.example/ferry", "Fenmoor Post")
    ]
    assert [each.title and each.title.value for each in found] == ["The ferry returns"] * 2
    assert found[0].url
    assert found[1].site
    assert (found[0].site, found[1].site.value) == (None, "Fenmoor Post")


@pytest.mark.parametrize("beginning", ["---\nSnow fell.\n\n", "+++ Snow closes the pass +++\n\n"])
def test_rules_and_signs_that_open_a_text_are_no_front_matter(beginning: str) -> None:
    """Front matter ends on a line of its own."""
    document = read.from_bytes(f"{beginning}It snows.".encode(), "a.md")
    assert "Snow" in document.text
    assert document.metadata.byline is None


def test_a_markdown_heading_is_the_title() -> None:
    """Without front matter the first heading is the title, and says where it stands."""
    document = read.from_bytes(b"Rain\n====\n\n## Today\n\nIt rained.", "a.md")
    assert document.text == "Rain\n\nToday\n\nIt rained."
    title = read.from_bytes(b"\n# Rain `again`\n\nIt rained.", "a.md").metadata.title
    assert title
    assert (title.value, title.start, title.end) == ("Rain again", 0, 10)


def test_from_within_a_paragraph_begins_no_message(tmp_path: Path) -> None:
    """In a mailbox a line "From ..." begins a message behind an empty line alone (RFC 4155)."""
    head = "From a@b.example Mon Mar  2 10:00:00 2026\nFrom: a@b.example\nSubject: Snow\n\n"
    body = "Snow fell in the hills on Tuesday.\nFrom there it went on to the coast.\n\n"
    path = write(tmp_path / "a.mbox", f"{head}{body}{head}>From now on it rains.\n".encode())
    first, second = collections.records(path)
    assert first.data.endswith(body.encode())
    assert second.data.endswith(b"\n\nFrom now on it rains.\n")
